"""What workshops brought: the rows of the reasoned responses, and what stands in the lists of the groups alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from opengov_local.formats.paper.naming import BROUGHT_IN
from opengov_local.formats.word.documents.named import NamedPlans
from opengov_local.formats.word.documents.reading import Reading
from opengov_local.formats.word.documents.values import labelled_lines, none_of, party, put, put_count
from opengov_local.formats.word.documents.words import plain
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.fields import values as field_values
from opengov_local.formats.word.own.own_contributions import named
from opengov_local.formats.word.own.own_elsewhere import elsewhere
from opengov_local.formats.word.texts.passages import Passage, numbered, of_cells
from opengov_local.formats.workshop.responses import BELOW
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name

_BELOW: Final = {f"response.{field}": field for field in BELOW}
_LATER: Final = frozenset({"answers", "merged_into"})


@dataclass(frozen=True, slots=True, eq=False)
class Brought:
    """What stands in the list of a group.

    Attributes:
        owner: the group, or the workshop.
        kind: what it is, as a code of the list contribution_kind.
        passage: its words.
        beside: the problem beside which a solution stands.
    """

    owner: Node
    kind: str
    passage: Passage
    beside: Brought | None = None

    @property
    def words(self) -> str:
        """Its words, to be compared."""
        return plain(self.passage.text)


class Contributions:
    """Makes the contributions of one workshop after the other.

    The table of responses comes last and says everything of a contribution; what only a list has is made too.
    """

    def __init__(self, reading: Reading, plans: NamedPlans) -> None:
        self._reading = reading
        self._writing = reading.writing
        self._plans = plans
        self._workshop: Node | None = None
        self._groups: dict[str, list[Node]] = {}
        self._listed: list[Brought] = []
        self._made: dict[tuple[int, str, str], list[Node]] = {}
        self._later: list[tuple[Node, str, Passage]] = []
        self._called: dict[str, list[Node]] = {}

    def open(self, workshop: Node) -> None:
        """Begins a workshop."""
        self._workshop = workshop

    def group(self, title: str, node: Node) -> None:
        """Remembers a working group by its title."""
        self._groups.setdefault(plain(title), []).append(node)

    def brought(self, said: Brought) -> None:
        """Takes note of what stands in the list of a group."""
        self._listed.append(said)

    def response(self, cells: dict[str, Cell]) -> None:
        """Reads a row of the table of responses."""
        passages = {field: passage for field, cell in cells.items() if (passage := of_cells([cell])) is not None}
        group, words = passages.get("group"), passages.get("text")
        if self._workshop is None or words is None:
            for passage in passages.values():
                self._writing.keep(self._workshop, passage)
            return
        said = code_of_name(passages["kind"].text, "contribution_kind") if "kind" in passages else None
        kind = said or "other"
        text, below = self._parted(words)
        owner = self._brought_by(group, kind, _shown(text, passages.get("number"))) if group else self._workshop
        node = self._new(owner or self._workshop, kind, text)
        if group and owner is None:
            self._writing.unknown(
                node, "working_groups", passages.pop("group"), self._reading.words.label("response.group")
            )
        if "kind" in passages and said is None:
            self._writing.keep(node, passages.pop("kind"), self._reading.words.label("response.kind"))
        if said is None:
            self._writing.draft.say("import/assumed", text.piece, severity="info", node=node, field="kind", value=kind)
        for field in ("group", "kind"):
            if field in passages:
                self._writing.draft.used(passages[field].piece, node, "kind")
        if "number" in passages:
            field_values.put(self._writing, node, "number", passages["number"], "")
        for field, lines in below:
            self._about(node, field, lines)
        self._disposition(node, passages)
        self._name(node, text, passages.get("number"))

    def finish(self) -> None:
        """Makes what stood in lists alone."""
        nodes: dict[int, Node] = {}
        for said in self._listed:
            made = self._made.get((id(said.owner), said.kind, said.words), [])
            if made:
                nodes[id(said)] = made.pop(0)
                self._writing.draft.used(said.passage.piece, nodes[id(said)], "text")
                continue
            node = nodes[id(said)] = self._new(said.owner, said.kind, said.passage)
            self._name(node, said.passage, None)
            if said.beside is not None and id(said.beside) in nodes:
                self._reading.link(node.data, "answers", nodes[id(said.beside)].data["id"])
        self._listed = []
        self._made.clear()
        self._groups.clear()

    def tie(self) -> None:
        """Ties what names each other, when all workshops were read: what they answer may have been brought later."""
        for node, field, passage in self._later:
            self._refer(node, field, passage)
        self._later = []

    # --- one contribution

    def _brought_by(self, group: Passage, kind: str, shown: str) -> Node | None:
        """Gives the group of a title that brought a contribution: of several, the first that still lists it."""
        called = self._groups.get(plain(group.text), [])
        if len(called) < 2:
            return called[0] if called else None
        for each in called:
            listed = [said for said in self._listed if (said.owner, said.kind, said.words) == (each, kind, shown)]
            if len(listed) > len(self._made.get((id(each), kind, shown), ())):
                return each
        return None

    def _new(self, owner: Node, kind: str, text: Passage) -> Node:
        node = self._writing.add(owner, "contributions", text.piece)
        self._writing.draft.put(node, "kind", kind, text.piece)
        field_values.put(self._writing, node, "text", text, "")
        return node

    def _name(self, node: Node, text: Passage, number: Passage | None) -> None:
        """Remembers a contribution by its words, with and without its number, for lists and for references."""
        words = text.text
        self._called.setdefault(plain(words), []).append(node)
        parent = node.parent
        if parent is not None:
            self._made.setdefault((id(parent), node.data["kind"], _shown(text, number)), []).append(node)

    def _parted(self, passage: Passage) -> tuple[Passage, list[tuple[str, Passage]]]:
        """Parts the words of a contribution from what stands below them, each behind its label."""
        first, *rest = passage.lines
        text, below = [first], []
        for key, lines in labelled_lines(self._reading, rest, _BELOW):
            if key:
                below.append((_BELOW[key], passage.of(lines)))
            else:
                text += lines
        return passage.of(text), below

    def _about(self, node: Node, field: str, said: Passage) -> None:
        if none_of(self._reading, node, field, said):
            return
        if field in _LATER:
            self._later.append((node, field, said))
        elif field == "axis":
            self._plans.refer(node, field, said, field)
        elif field == "supporters":
            put_count(self._reading, node, field, said)
        else:
            put(self._reading, node, field, said, field)

    def _disposition(self, node: Node, passages: dict[str, Passage]) -> None:
        """Reads what became of a contribution; no response recorded is no response."""
        status = passages.get("status")
        if status is None or self._reading.words.says(status.text, "response.none"):
            for field in ("status", "reason", "decided", "commitments"):
                if field in passages and passages[field] is status:
                    self._writing.draft.ignore(status.piece, "help")
                elif field in passages:
                    self._writing.keep(node, passages[field], self._reading.words.label(f"response.{field}"))
            return
        first, *rest = status.lines
        code = code_of_name(first.text, "disposition")
        if code is None:
            self._writing.keep(node, status, self._reading.words.label("response.status"))
            return
        there = self._writing.add(node, "disposition", status.piece)
        self._writing.draft.put(there, "status", code, status.piece)
        for key, lines in labelled_lines(self._reading, rest, ("response.merged_into",)):
            if key:
                self._later.append((there, "merged_into", status.of(lines)))
            else:
                self._writing.keep(node, status.of(lines))
        self._reasons(there, passages)

    def _reasons(self, there: Node, passages: dict[str, Passage]) -> None:
        """Reads why it was decided so, when, by whom, and what it led to."""
        if "reason" in passages and self._reading.words.says(passages["reason"].text, "response.no_reason"):
            self._writing.draft.ignore(passages["reason"].piece, "help")
        elif "reason" in passages:
            put(self._reading, there, "reason", passages["reason"], "")
        if "decided" in passages:
            self._decided(there, passages["decided"])
        if "commitments" in passages:
            label = self._reading.words.label("response.commitments")
            self._plans.refer(there, "commitments", passages["commitments"], label)

    def _decided(self, disposition: Node, passage: Passage) -> None:
        """Reads when it was decided, and by whom."""
        lines = list(passage.lines)
        found = read_date(lines[0].text)
        if found is not None and found.kind == "date" and found.start:
            self._writing.draft.put(disposition, "date", found.start, passage.piece)
            lines.pop(0)
        if lines:
            there = self._writing.add(disposition, "by", passage.piece)
            party(self._reading, there, passage.of(lines).text, passage)

    def _refer(self, node: Node, field: str, passage: Passage) -> None:
        for line in passage.lines:
            known = self._target(node, line.text) or self._target(node, numbered(line.text)[1])
            known = known or elsewhere(self._writing, node, field, line.text)
            if known is None:
                self._writing.keep(node, passage.of([line]), field)
                self._writing.draft.say(
                    "import/contribution-not-here",
                    passage.piece,
                    severity="info",
                    node=node,
                    field=field,
                    text=line.text,
                )
            else:
                self._writing.draft.put(node, field, known, passage.piece)

    def _target(self, node: Node, text: str) -> str | None:
        """Gives the id of the one contribution of some words: of several, that of the own group, else workshop.

        The words may say where it was brought, if others have them too.
        """
        if BROUGHT_IN in text:
            there = named(self._writing.draft.root.data, text)
            if len(there) == 1:
                return there[0]
        called = self._called.get(plain(text), [])
        for above in _above(node):
            found = [each for each in called if any(one is above for one in _above(each))]
            if found:
                return str(found[0].data["id"]) if len(found) == 1 else None
        return None


def _shown(text: Passage, number: Passage | None) -> str:
    """Gives the words of a contribution as lists show them, to be compared."""
    return plain(f"{number.text}. {text.text}" if number else text.text)


def _above(node: Node) -> Iterator[Node]:
    """Gives what something stands in, the nearest first."""
    while node.parent is not None:
        node = node.parent
        yield node
