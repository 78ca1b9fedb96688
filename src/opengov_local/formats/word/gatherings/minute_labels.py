"""The labels of minutes: those of all documents, and headings of lists that name their kind in other words."""

from __future__ import annotations

from functools import cache

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.brought import Decided
from opengov_local.formats.word.texts.minute_ends import annex_in
from opengov_local.formats.wording.labels.labels import Labelled, Labels, MayAsk, Meaning, known_labels
from opengov_local.formats.wording.words.contribution_words import ContributionWords, kinds
from opengov_local.formats.wording.words.decisions import decision_in
from opengov_local.formats.wording.words.minute_words import is_of_all
from opengov_local.formats.wording.words.ordinals import without_ordinal
from opengov_local.formats.wording.words.questions import asked_in
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold


class MinuteLabels(Labels):
    """Knows labels as minutes have them."""

    @classmethod
    def of(cls, labels: Labels) -> MinuteLabels:
        """Gives the labels of a file as those of minutes."""
        return cls(labels.words, labels.more, labels.reported, labels.named)

    def asked_by(self, paragraph: MayAsk) -> Labelled | None:
        """Reads a label at the beginning of a paragraph; an annex that lists who came asks so: "Annexe : Présents"."""
        listed = annex_in(paragraph.text)
        meanings = self.meanings(listed) if listed else ()
        if listed and any(meaning.field == "participants" for meaning in meanings):
            return Labelled(meanings, listed)
        return super().asked_by(paragraph)

    def _in_other_words(self, text: str) -> tuple[Meaning, ...]:
        words = _contribution_words()
        named = words.read(text) or next(filter(None, map(words.read, asked_in(text))), None)
        return (Meaning("contribution", named.kind, named.language),) if named is not None else ()


def is_sure(label: str) -> bool:
    """Tells whether a heading of minutes names one kind of contribution, and has no word for several."""
    if known_labels().get(fold(label)):
        return True
    named = _contribution_words().read(without_ordinal(label) or label)
    return named is None or named.is_sure


def kind_of(label: str) -> str:
    """Gives the one kind of contribution that a heading names, "other" where it names none or several."""
    named = _contribution_words().read(without_ordinal(label) or label)
    return named.kind if named is not None and named.is_sure else "other"


def asked_kind(writing: Writing, meaning: Meaning, label: str, piece: Piece) -> Meaning | None:
    """Gives the kind of contribution that a heading asks for, and says where the heading leaves it open.

    Args:
        writing: what is at hand.
        meaning: what the heading asks of contributions.
        label: its words.
        piece: where it stands.

    Returns:
        None where it asks for something about a contribution, of which a list of them does not tell which.
    """
    kind = kind_of(label) if meaning.field == "text" else meaning.field
    if kind not in kinds():
        return None
    if (kind == "other" and kind != meaning.field) or not is_sure(label):
        writing.draft.say("import/assumed", piece, severity="info", field="kind", value=kind)
    return meaning._replace(field=kind)


def decided_by(writing: Writing, label: str, heading: Piece, owner: Node) -> Decided | None:
    """Gives what a heading says became of all below it, and accounts for it; one that may say so, or deny it, is kept.

    Args:
        writing: what is at hand.
        label: the words of the heading.
        heading: the heading.
        owner: what it is kept beside.
    """
    named = _contribution_words().read(without_ordinal(label) or label)
    if named is not None and named.decision is None:
        writing.draft.keep(heading, owner)
    return (named.decision, heading) if named is not None and named.decision else None


def asks_next(said: Labelled) -> bool:
    """Tells whether a label is that of next steps: they are of the whole gathering, and nothing that it brought."""
    return any(meaning.field == "next_steps" for meaning in said.meanings)


def asks_all(meaning: Meaning, said: Labelled) -> bool:
    """Tells whether a heading asks for what all groups together brought."""
    return meaning.field.startswith("general_") or is_of_all(said.label)


def bare_decision(heading: str) -> str:
    """Gives the decision that a heading is, and no word more, as a code of the list disposition; "" for others."""
    code, rest = decision_in(without_ordinal(heading) or heading, ())
    return "" if fold(rest) else code


@cache
def _contribution_words() -> ContributionWords:
    """Gives the words for what workshops brought: those of labels that ask for it, and those of their table."""
    return ContributionWords(
        {
            key: (meaning.field, meaning.language)
            for key, meanings in known_labels().items()
            for meaning in meanings
            if meaning.concept == "contribution" and meaning.field in kinds()
        }
    )
