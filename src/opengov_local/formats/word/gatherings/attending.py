"""Who took part in a workshop or one of its groups: bodies and persons, how many, and who did not come."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from opengov_local.account import Piece
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.write_parties import names, person_of
from opengov_local.formats.word.own.annex import organization_named
from opengov_local.formats.word.own.own_names import without_person
from opengov_local.formats.word.texts.passages import Line, Passage, bare, is_item, numbered
from opengov_local.formats.wording.words.attendance import (
    counted_in,
    counts_nobody,
    counts_people,
    is_absent,
    only_counts,
    without_absent,
    words_for,
)
from opengov_local.formats.wording.words.persons_named import is_person, with_each_person
from opengov_local.formats.wording.words.who_came import Came, counts_body, each_counted, who_came
from opengov_local.importing.draft import Node

_WITH_WOMEN = re.compile(
    rf"\s*(?P<count>[0-9٠-٩]{{1,5}})\D{{0,30}}?(?:{words_for('of_whom')}|\()\s*:?\s*(?:{words_for('of_whom')}\s+)?"
    rf"(?P<women>[0-9٠-٩]{{1,5}})\s*{words_for('women')}\s*[).]?\s*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s*([0-9٠-٩]{1,5})(?:\s+[^0-9٠-٩:：]{0,40})?")
_COUNTED = re.compile(
    rf"(?P<body>.+?)\s*(?:[:：(]\s*(?P<count>[0-9]{{1,5}})\s*{words_for('person', 'member')}?\s*\)?)\s*"
)


class Attending:
    """Reads who took part.

    Args:
        writing: writes into the draft.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._totals: list[tuple[Node, Passage, str]] = []

    def declare_totals(self, workshop: Node) -> None:
        """Takes the number of all who came, beside groups with numbers of their own, for a declared figure; says so.

        It is asked for by a label, or the sum of the others.
        """
        groups = workshop.data.get("participants", [])
        counted = sum(one["count"] for one in groups if "party" in one and "count" in one)
        for group, passage, label in [] if self._writing.own_form else self._totals:
            if not counted or "count" not in group.data or all(one is not group.data for one in groups):
                continue
            if not label and group.data["count"] != counted:
                continue
            groups.remove(group.data)
            for field, measure in (("count", "participants"), ("women", "women")):
                if field in group.data:
                    figure = self._writing.add(workshop, "reported_figures", passage.piece)
                    self._writing.draft.put(figure, "measure", measure, passage.piece)
                    self._writing.draft.put(figure, "value", str(group.data[field]), passage.piece)
            self._writing.draft.say(
                "import/assumed", passage.piece, severity="info", node=workshop, field="reported_figures",
                value=str(group.data["count"])
            )  # fmt: skip

    def participants(self, node: Node, passage: Passage) -> None:
        """Puts those who took part in a workshop or group, and how many they were; who did not come is kept."""
        if is_count(passage.text) and not counts_body(passage.text):
            self.count(node, "count", passage, "")
            return
        if self._counted(node, passage, ""):
            return
        there, places = self._lines(node, passage), set[Piece]()
        for line in there:
            text = numbered(bare(line.text))[1] if is_item(line.lines[0]) else line.text
            listed = names(self._writing, line, told=False)
            whole = len(there) > 1 or (_COUNTED.fullmatch(text) and not all(map(_COUNTED.fullmatch, listed)))
            several = [text] if whole and ";" not in text and not with_each_person(text) else listed
            several = [each for text in several for each in each_counted(text)]
            for each in several:
                self._one(node, line.of([Line(each)]), alone=len(several) == 1)
            places |= {*line.pieces} if not all(map(is_absent, several)) else set()
        for piece in passage.pieces:
            if piece in places:
                self._writing.draft.used(piece, node, "participants")

    def _lines(self, node: Node, passage: Passage) -> list[Passage]:
        """Gives the lines that name who came, behind their number; those below one that says who did not are kept."""
        there: list[Passage] = []
        absent = False
        for whole in passage.by_line():
            came, missed = without_absent(whole.text)
            line = whole.of([replace(whole.lines[0], text=came)]) if missed else whole
            if missed:
                self._writing.keep(node, whole.of([Line(missed)]))
            both = _counted_then().fullmatch(line.text) if not there else None
            if both is not None and is_count(both["count"]):
                self.count(node, "count", line.of([Line(both["count"])]), "")
                there.append(line.of([Line(both["rest"])]))
                continue
            heads = line.text.rstrip().endswith(":")
            absent = is_absent(line.text) if heads else absent
            if absent:
                self._writing.keep(node, line)
            elif not heads:
                there.append(line)
            else:
                self._writing.draft.ignore(line.piece, "heading")
        return there

    def _one(self, node: Node, passage: Passage, *, alone: bool) -> None:
        """Puts one of those who came, or a number of them; who did not come is kept."""
        if is_absent(passage.text):
            self._writing.keep(node, passage)
        elif counts_people(passage.text):
            self.count(node, "count", passage, "")
        elif not self._counted(node, passage, ""):
            self._came(node, who_came(passage.text), passage, alone=alone)

    def _counted(self, node: Node, passage: Passage, label: str) -> bool:
        """Puts how many came, where words do nothing but count; those that give no one number are kept, and said."""
        if counts_nobody(passage.text):
            self._writing.keep(node, passage)
            self._writing.draft.say(
                "import/participants-kept", passage.piece, severity="info", node=node, text=passage.text
            )
            return True
        if (came := counted_in(passage.text)) is None:
            return False
        group = self._writing.add(node, "participants", passage.piece)
        self._totals.append((group, passage, label))
        self._writing.draft.put(group, "count", came.people, passage.piece)
        if came.women is not None:
            self._writing.draft.put(group, "women", came.women, passage.piece)
        if came.is_sum:
            told = str(came.people)
            self._writing.draft.say(
                "import/assumed", passage.piece, severity="info", node=group, field="count", value=told
            )
        if came.says_more:
            self._writing.keep(node, passage)
        return True

    def _came(self, node: Node, came: Came, passage: Passage, *, alone: bool) -> None:
        """Puts who came, and how many; words that count and name nobody are kept, with their count where it is sure."""
        if came.is_counted:
            self._writing.keep(node, passage)
            self._writing.draft.say(
                "import/participants-kept", passage.piece, severity="info", node=node, text=passage.text
            )
            if not alone or came.people is None:
                return
        group = self._writing.add(node, "participants", passage.piece)
        if not came.is_counted:
            party = self._writing.add(group, "party", passage.piece)
            self._party(party, came.body, passage)
        for field, count in (("count", came.people), ("women", came.women)):
            if count is not None:
                self._writing.draft.put(group, field, count, passage.piece)

    def _party(self, party: Node, body: str, passage: Passage) -> None:
        """Puts the person or body that took part."""
        if is_person(body):
            person_of(self._writing, party, body, passage)
            return
        body = without_person(self._writing, party, body, passage)
        known = organization_named(self._writing, body)
        if known is not None:
            self._writing.draft.put(party, "organization", known, passage.piece)
        for language, words in self._writing.texts(passage.of([Line(body)])) if known is None else ():
            self._writing.draft.put(party, "name", words, passage.piece, language=language)

    def count(self, node: Node, field: str, passage: Passage, label: str) -> None:
        """Puts how many took part, or how many of them are women, as the answer to a question for that alone."""
        if field == "count" and self._counted(node, passage, label):
            return
        both = _WITH_WOMEN.fullmatch(passage.text) if field == "count" else None
        found = both or _COUNT.fullmatch(passage.text)
        if found is None:
            self._writing.keep(node, passage, label)
            return
        groups = node.data.get("participants", [])
        bare_one = next((each for each in groups if "party" not in each and field not in each), None)
        group = self._writing.node_of(bare_one) if bare_one else self._writing.add(node, "participants", passage.piece)
        self._writing.draft.put(group, field, int(found[1]), passage.piece)
        if field == "count":
            self._totals.append((group, passage, label))
        if both is None and not only_counts(passage.text):
            self._writing.keep(node, passage, label)
        if both is not None:
            self._writing.draft.put(group, "women", int(both["women"]), passage.piece)


@cache
def _counted_then() -> re.Pattern[str]:
    """Makes the pattern of a number of people, and who they were: "64 personnes (29 femmes) : élus, associations"."""
    return re.compile(
        rf"\s*(?P<count>[0-9٠-٩]{{1,5}}\s+{words_for('person')}(?:\s*[,،]?\s*\(?[^:：()]{{0,40}}\)?)?)\s*[:：–—]\s*(?P<rest>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )


def is_count(text: str) -> bool:
    """Tells whether a text is how many took part, with how many of them are women or without."""
    return bool(_COUNT.fullmatch(text) or _WITH_WOMEN.fullmatch(text))
