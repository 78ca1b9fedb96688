"""Tables of what people brought: problems, solutions, proposals, recommendations, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.typed_numbers import TypedNumbers
from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.contribution_columns import KINDS
from opengov_local.formats.tables.columns.layout import Column, Region, decides
from opengov_local.formats.tables.columns.online_forms import is_body, is_form
from opengov_local.formats.tables.columns.readings import Readings
from opengov_local.formats.tables.columns.ticks import chosen
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.working_groups import group_of
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.apart import Apart, say_foreign
from opengov_local.formats.tables.other_tables.brought import Brought
from opengov_local.formats.tables.other_tables.contribution_twins import ContributionTwins, respond_again
from opengov_local.formats.tables.other_tables.responses import Responses, coded
from opengov_local.formats.tables.other_tables.shared_responses import (
    decisions_in,
    each_response,
    is_marked_list,
    say_shared,
    say_unclear,
)
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.labels.labels import choose, known_labels
from opengov_local.formats.wording.words.answers import answer, answering
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import code_of_name, fold, read_list, read_number

_DAYS = frozenset({"contribution.date", "schedule"})
"""When something was said; an end is when something is due, of which contributions have none."""
_CODED = {
    "contribution.kind": ("contribution_kind", "kind"),
    "contribution.channel": ("workshop_kind", "channel"),
}
_SAID = {"commitment.number": "number", "contribution.number": "number", "contribution.author": "author.name",
         "contribution.person": "author.person.name"}  # fmt: skip


PERSONS = frozenset({"facilitators", "rapporteurs"})
"""Fields of those who led a group or reported for it."""
_OF_SPEAKER = frozenset({"contribution.author", "contribution.person", "contribution.channel", "contribution.date"})
"""What an answer to a form says of who gave it, and when: of the problem as of what answers it."""
_OF_EACH = frozenset({*_OF_SPEAKER, "contribution.kind"})
"""What a row with several contributions says of each of them; a number or a count of votes is that of one."""


def group_above(region: Region, sheet: Sheet) -> Piece | None:
    """Gives the cell above a table that titles its first group, where the titles of others stand among its rows."""
    rows = [sheet.row(row) for row in range(region.first, region.end)]
    above = next((cells for row in range(region.header - 1, region.top - 1, -1) if (cells := sheet.row(row))), {})
    if len(above) != 1 or not any(len(cells) == 1 and is_group(next(iter(cells.values()))) for cells in rows):
        return None
    piece = next(iter(above.values()))
    return piece if is_group(piece) else None


_CONSULTATIONS = ("public_consultation", "online_consultation", "written_consultation")
"""Kinds of workshops without working groups."""


def is_person_line(text: str) -> bool:
    """Tells whether a cell says who led a group or reported for it: "Rapporteur : le point focal"."""
    label, colon, said = text.replace("：", ":").partition(":")
    meaning = choose(known_labels().get(fold(label.strip(" \u00a0")), ()), ("group", "workshop"))
    return bool(colon and said.strip()) and meaning is not None and meaning.field in PERSONS


def is_group(piece: Piece) -> bool:
    """Tells whether a cell titles a working group or an axis by its word and number."""
    return any(split_number(piece.text, kind).number for kind in ("group_word", "axis_word"))


def read_contributions(
    state: State,
    region: Region,
    sheet: Sheet,
    workshop: Node,
    group: Node | None = None,
    known: Iterable[Node] = (),
) -> None:
    """Reads the rows of a table of contributions into a workshop, or into one of its groups.

    Args:
        state: what was read so far.
        region: the table.
        sheet: its cells.
        workshop: the workshop.
        group: the working group that brought what no cell gives to another.
        known: contributions of the workshop that stand above, of which the table may say more.
    """
    reader = _Rows(state, region, sheet, workshop)
    if group is not None:
        reader.holder = reader.whole = reader.within = group
    reader.brought = Brought(state.draft, known)
    if (above := group_above(region, sheet)) is not None:
        reader.in_group(above)
    for row in range(region.first, region.end):
        cells = sheet.row(row)
        if cells and not reader.apart(row, cells):
            reader.row(row, cells)
    reader.responses.close()
    reader.brought.close()
    reader.close()


def _answering(made: list[Node]) -> list[Node]:
    """Gives the contributions that a row speaks of: not the problems, where others answer them."""
    answers = [node for node in made if node.data["kind"] != "problem"] or made
    if len(answers) > 1:
        answers = [node for node in answers if node.data["kind"] != "recommendation"] or answers
    return answers


class _Rows:
    def __init__(self, state: State, region: Region, sheet: Sheet, workshop: Node) -> None:
        self.state = state
        self.draft = state.draft
        self.region = region
        self.sheet = sheet
        self.workshop = workshop
        self.columns = {column.index: column for column in region.columns}
        self.responses = Responses(state)
        self.brought = Brought(state.draft)
        self._answered = any(str(target).startswith("disposition.") for target in region.names)
        self._is_form = is_form(column.heading for column in region.columns)
        grouped = "group" in region.names or self._is_about_axes()
        self._groups = {at for at, column in self.columns.items() if column.target == ("group" if grouped else "axis")}
        for at in self._groups if not grouped else ():
            place, heading = region.grid.place(region.lowest, at), self.columns[at].heading
            self.draft.say("import/axis-as-group", place, severity="info", heading=heading)
        self._axes = {at for at, column in self.columns.items() if column.target == "axis"} - self._groups
        self._kinds = Apart(region, sheet)
        self._twins = ContributionTwins(state.draft, region)
        self._blanks = Blanks(region)
        counted = any(_SAID.get(column.target or "") == "number" for column in region.columns)
        self._typed = TypedNumbers(region, [] if counted else [c.index for c in region.columns if c.target in KINDS])
        self._times = Readings(region, state.draft.options)
        self.holder: Node = workshop
        self.whole = workshop
        self.within: Node | None = None
        self._problems: list[Node] = []
        self._problem_columns = [at for at, it in self.columns.items() if KINDS.get(it.target or "") == "problem"]
        self._carried: list[Piece] = []
        self._untold = False  # whether it was said that nothing tells the kind of a contribution
        self._axis: Node | None = None
        self._printed: dict[str, str] = {}

    def _is_about_axes(self) -> bool:
        """Tells whether axes are what contributions speak to, and no groups: in a consultation, or as the plan's."""
        columns = [column.index for column in self.region.columns if column.target == "axis"]
        named = {fold(text) for index in columns for text in self.region.texts(index) if text}
        plan = self.state.plan.data if self.state.has_plan else {}
        known = {fold(text) for axis in plan.get("axes", ()) for text in axis.get("title", {}).values()}
        return self.workshop.data.get("kind") in _CONSULTATIONS or bool(named and named <= known)

    def apart(self, row: int, cells: Row) -> bool:
        """Deals with rows that hold no contribution: the header again, totals, the title of a group, notes."""
        first = next(iter(cells.values()))
        if len(cells) >= 2 and self._kinds.is_header(cells):
            for piece in cells.values():
                self.draft.ignore(piece, "heading")
        elif self._kinds.totals.is_total(row, cells):
            for index, piece in cells.items():
                self.draft.keep(piece, label=self.columns[index].heading if index in self.columns else None)
            say_foreign(self.draft, "import/total-row", cells)
        elif len(cells) == 1 and (begins("group_word", first.text) or begins("axis_word", first.text)):
            self.in_group(first)
        elif row >= self._kinds.notes.signed_from or (
            len(cells) == 1 and (is_person_line(first.text) or self._kinds.notes.is_note(row, cells))
        ):
            for piece in cells.values():
                self.draft.keep(piece, self.whole)
            say_foreign(self.draft, "import/note-row", cells)
        else:
            return False
        return True

    def row(self, row: int, cells: Row) -> None:
        """Reads one row: its group, its contributions, and what is said of them."""
        for index in sorted(cells.keys() & self._groups):
            self.in_group(cells[index])
        self._read_axis(row, cells)
        said = {index: cells[index] for index in sorted(cells) if self._kind(index, cells) and index not in self._twins}
        made_in = {index: self._contributions(index, said[index], cells) for index in said}
        self._twins.read(cells, made_in, self.columns)
        made = [node for nodes in made_in.values() for node in nodes]
        self._link(row, said, made_in)
        again = {index for index in cells if index in self._twins}
        if not said and decides(self.region.names):
            made = self._numbered(cells)
        self._read_said(cells, made, said.keys() | self._groups | self._axes | again)

    def _read_said(self, cells: Row, made: list[Node], apart: Collection[int]) -> None:
        """Reads what a row says of its contributions: of the only one, or of each of several."""
        subjects = _answering(made)
        of_speaker = _OF_SPEAKER if self._is_form else frozenset[str]()
        for node in subjects if self._axis is not None else ():
            node.data["axis"] = self._axis.target if self._axis else ""
        responses: dict[str, tuple[Column, Piece]] = {}
        further: list[tuple[Column, Piece]] = []
        for index in sorted(cells.keys() - apart):
            column = self.columns.get(index)
            name = column.target or "" if column else ""
            if column and subjects and name.startswith("disposition."):
                said = (column, chosen(column.meaning, cells[index]) or cells[index])
                if responses.setdefault(name, said) is not said:
                    further.append(said)
            elif column and name in _OF_EACH and len(each := made if name in of_speaker else subjects) > 1:
                say_shared(self.draft, column, cells[index], len(each))
                for node in each:
                    self._other(column, cells[index], node)
            else:
                self._not_of_all(column, cells[index], subjects)
        if subjects:
            each_response(self.draft, self.responses, subjects, responses, self.holder)
        for column, piece in further:
            if not respond_again(self.draft, subjects, column, piece):
                self._not_of_all(column, piece, subjects)

    def _not_of_all(self, column: Column | None, piece: Piece, subjects: list[Node]) -> None:
        """Reads what a row says of its only contribution; where it has several, it is unclear of which."""
        self._other(column, piece, subjects[0] if len(subjects) == 1 else None)
        if column and column.target and len(subjects) > 1:
            say_unclear(self.draft, column, piece, len(subjects))

    def in_group(self, piece: Piece) -> None:
        """Takes a cell for the title of the group of the contributions that follow."""
        before, self.holder = self.holder, group_of(self.state, self.workshop, piece)
        if self.holder.target != before.target:
            self._problems = []

    def _read_axis(self, row: int, cells: Row) -> None:
        for index in self._axes:
            if index in cells:
                self._axis = self.state.axis_named(cells[index], None, language=self.columns[index].language)
            elif self.sheet.over(row, index) is None and not self._blanks.carry(index):
                self._axis = None

    def _kind(self, index: int, cells: Row) -> str | None:
        """Tells which kind of contribution a cell holds; None where it holds none."""
        column = self.columns.get(index)
        if column is None or column.target is None:
            return None
        if column.target != "contribution.text":
            return KINDS.get(column.target)
        named = (cells[at] for at, other in self.columns.items() if other.target == "contribution.kind" and at in cells)
        stated = next(named, None)
        if stated is None and not self._untold:
            self._untold = True
            self.draft.say("import/assumed", cells[index], severity="info", field="kind", value="other")
        return (code_of_name(stated.text, "contribution_kind") if stated else None) or "other"

    def _contributions(self, index: int, piece: Piece, cells: Row) -> list[Node]:
        column = self.columns[index]
        kind = self._kind(index, cells) or "other"
        one = column.target == "contribution.text" or (self._answered and kind != "problem")
        one = one and not (is_marked_list(piece.text) or self._answered_each(piece.text, cells))
        items = [piece.text] if one else list(read_list(piece.text, commas="never").items)
        numbers, group = self._numbers(cells), self.holder if self._groups else None
        made = []
        for number, item in self._typed.parted(piece.text, items):
            if (before := self.brought.take(item, kind, numbers, group)) is not None:
                self.draft.used(piece, before, "text")
                made.append(before)
                continue
            node = self.draft.add(self.holder, "contributions", piece)
            node.data["kind"] = kind
            self.draft.put(node, "text", item, piece, language=column.meaning.text_language if column.meaning else None)
            if number and self._typed.are_theirs:
                self.draft.put(node, "number", number, piece)
            elif number:
                self._printed[node.target] = number
            if len(items) == 1:
                self.brought.note(piece, numbers, kind, group or self.within)
            made.append(node)
        return made

    def _numbers(self, cells: Row) -> list[str]:
        """Gives the numbers that a row has for its contributions."""
        numbers = (at for at, column in self.columns.items() if _SAID.get(column.target or "") == "number")
        return [cells[at].text for at in numbers if at in cells]

    def _numbered(self, cells: Row) -> list[Node]:
        """Gives the contribution that a row names by its number alone; says where there is none, or several."""
        numbers = self._numbers(cells)
        node = self.brought.numbered(numbers)
        if node is None:
            first = next(iter(cells.values()))
            self.draft.say("import/contribution-unknown", first, number=", ".join(numbers) or first.text)
        return [node] if node is not None else []

    def _answered_each(self, text: str, cells: Row) -> bool:
        """Tells whether as many decisions stand beside a cell as it has lines."""
        decided = (cells[at].text for at, column in self.columns.items()
                   if column.target == "disposition.status" and at in cells)  # fmt: skip
        count = len(read_list(text, commas="never").items)
        return count > 1 and any(len(decisions_in(said)) == count for said in decided)

    def _link(self, row: int, said: Row, made: Mapping[int, list[Node]]) -> None:
        """Ties what answers to the problems of its row, or to those above where their cell is blank or merged."""
        if not self._problem_columns:
            return
        problems = [node for nodes in made.values() for node in nodes if node.data["kind"] == "problem"]
        self._problems = problems or self._problems
        answers = answering(node for nodes in made.values() for node in nodes)
        merged = any(self.sheet.over(row, at) for at in self._problem_columns)
        if not (problems or merged) and self._problems and answers:
            self._carried.append(next(iter(said.values())))
        for index, nodes in made.items():
            beside = [node for node in nodes if any(node is each for each in answers)]
            answer(self.draft, beside, self._problems, said[index], self._printed)

    def close(self) -> None:
        """Says how often a blank cell was read as the problem above it."""
        if self._carried:
            heading, count = self.columns[self._problem_columns[0]].heading, len(self._carried)
            self.draft.say("import/filled-down", self._carried[0], severity="info", heading=heading, count=count)

    def _other(self, column: Column | None, piece: Piece, node: Node | None) -> None:
        """Reads what a row says of its contribution; nothing is said of one where the row has several."""
        if column is None or column.target is None or node is None:
            self.draft.keep(piece, node or self.holder, label=column.heading if column else None)
        elif column.target in _CODED and (said := chosen(column.meaning, piece)):
            coded(self.draft, node, column, said, *_CODED[column.target])
        elif column.target == "contribution.supporters":
            self._supporters(node, column, piece)
        elif column.target in _DAYS:
            put_date(self.draft, node, "date", piece, self._times.context(column), column.heading)
        elif (field := _SAID.get(column.target)) is not None:
            field = "author.name" if column.target == "contribution.person" and is_body(piece.text) else field
            self.draft.put(node, field, piece.text, piece)
            if field == "number":
                self.responses.number(node, piece.text)
        else:
            self.draft.keep(piece, node, label=column.heading)

    def _supporters(self, node: Node, column: Column, piece: Piece) -> None:
        number = read_number(piece.value if type(piece.value) is int else piece.text)
        if number.value is not None and number.value.isdigit() and not number.unit:
            self.draft.put(node, "supporters", int(number.value), piece)
        else:
            self.draft.keep(piece, node, label=column.heading)
