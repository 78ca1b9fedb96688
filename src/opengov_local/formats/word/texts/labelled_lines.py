"""Words of which several lines have a label of their own: "Problème : …", "Solution : …" in one cell."""

from __future__ import annotations

from typing import Final, NamedTuple

from opengov_local.formats.word.texts.passages import Line, Passage, bare
from opengov_local.formats.wording.labels.labels import Labels, Meaning, choose
from opengov_local.formats.wording.words.markers import names_object

_SIGNS: Final = ":：\t"
_FEWEST: Final = 2


class Answered(NamedTuple):
    """A labelled line: what it asks for, the label, and the words behind and below it."""

    meaning: Meaning
    label: str
    words: Passage


def labelled_lines(passage: Passage, labels: Labels, *, titled: bool, concept: str = "commitment") -> list[Answered]:
    """Parts words by the labels of their lines; nothing where the first has none, or fewer than two things are asked.

    Lines without a label go on with what was said above them. A word for commitments is what one does, where its title
    is known: "Engagement : publier le budget".

    Args:
        passage: the words.
        labels: the labels of the file.
        titled: whether the title stands elsewhere.
        concept: what is spoken of, `commitment` or `milestone`.
    """
    found: list[Answered] = []
    for line in passage.lines:
        said = labels.read(bare(line.text))
        meaning = choose(said.meanings, (concept,)) if said is not None and said.value else None
        if said is None or meaning is None or said.by not in _SIGNS:
            if not found:
                return []
            last = found[-1]
            found[-1] = last._replace(words=last.words.of([*last.words.lines, line]))
            continue
        if meaning.field == "title" and titled:
            if not names_object(said.label):
                return []
            meaning = meaning._replace(field="action")
        words = passage.of([Line(said.value)])
        found.append(Answered(meaning, said.label, words))
    return found if len({each.meaning.field for each in found}) >= _FEWEST else []
