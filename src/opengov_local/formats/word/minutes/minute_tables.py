"""Tables of minutes: facts of the workshop, contributions by kind, and who took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.drafting.write_words import text as put_text
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.brought import Decided, bring
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.gatherings.minute_labels import decided_by
from opengov_local.formats.word.gatherings.workshop_tables import read_workshops
from opengov_local.formats.word.head.letterhead import Letterhead
from opengov_local.formats.word.minutes.attendance_tables import counted_table, has_counts, put_counted
from opengov_local.formats.word.minutes.contribution_rows import (
    KINDS,
    ContributionRows,
    kind_of_each,
    meaning_of,
    number_alone,
)
from opengov_local.formats.word.minutes.minute_people import lists_people, signed_apart
from opengov_local.formats.word.objects.ditto import with_above
from opengov_local.formats.word.table_shapes.one_heading import heads_pair
from opengov_local.formats.word.table_shapes.response_tables import ResponseTables, responses_in
from opengov_local.formats.word.table_shapes.table_parts import Answer, Captions, Column, Loose, Part, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.table_shapes.votes import counts_votes
from opengov_local.formats.word.texts.passages import Line, Passage, numbered, of_cells
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning, choose
from opengov_local.formats.wording.words.attendance import count_of, is_absent
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.persons_named import persons_in
from opengov_local.importing.draft import Node

_FEWEST_COLUMNS = 3
_PAIR = 2
_FEWEST_KINDS = 2
_LONGEST_HEADING = 60


class MinuteTables:
    """Reads tables into the workshop and its open group."""

    def __init__(self, writing: Writing, labels: Labels, gathering: Gathering, whose: Letterhead) -> None:
        self._writing = writing
        self._whose = whose
        self._labels = labels
        self._gathering = gathering
        self.responses = ResponseTables(writing.draft)
        self._beside_group = range(0)
        self._before: Node | None = None

    def read(self, table: Table, asked: Meaning | None, decided: Decided | None = None) -> None:
        """Reads a table, and the tables inside it.

        Args:
            table: the table.
            asked: the question above it.
            decided: what that question says became of all below it.
        """
        if counts_votes(table):
            for cell in table.cells():
                self._writing.draft.keep(cell.piece, self._gathering.workshop)
            return
        region = responses_in(table, self._labels.words, brings=self._gathering.has_brought)
        if region is not None:
            self.responses.read(region, self._gathering.workshop, self._gathering.group)
            return
        held = self._gathering.group is None and read_workshops(self._writing, self._labels, table, None)
        if held or self._counts_people(table, asked):
            return
        unread = asked is not None and asked.field == "participants" and has_counts(table)
        here, came = self._gathering.here, len(self._gathering.here.data.get("participants", ()))
        asked = None if lists_people(table, self._labels) else asked
        self._parts(table, asked, decided)
        if unread and len(here.data.get("participants", ())) == came:
            cell = next(cell for cell in table.cells() if cell.text)
            self._writing.draft.say("import/attendance-unread", cell.piece, node=here, text=cell.text)
        for cell in table.cells():
            for inner in cell.tables:
                self.read(inner, asked, decided)

    def _parts(self, table: Table, asked: Meaning | None, decided: Decided | None) -> None:
        """Reads the questions, records and loose cells of a table."""
        parts = self._below_kinds(table) or self._with_other_columns(table) or parts_of(table, self._labels)
        kind = kind_of_each(parts, asked)
        for part in signed_apart(parts, self._labels, self._writing.draft, self._gathering.workshop):
            self._group_beside(part)
            if isinstance(part, Answer):
                self._answer(part, kind, decided)
            elif isinstance(part, Records):
                self._records(with_above(self._writing, part))
            elif isinstance(part, Captions):
                for cell in part.cells:
                    self._writing.draft.ignore(cell.piece, "heading")
            else:
                self._loose(part, asked, decided)
        self._leave_row()

    def _counts_people(self, table: Table, asked: Meaning | None) -> bool:
        """Reads a table with nothing but who came, by group, and how many; tells whether it was such."""
        below = asked is not None and asked.field == "participants"
        counted = counted_table(table, self._labels, asked=below)
        if counted is not None:
            put_counted(self._writing, self._gathering.here, counted)
        return counted is not None

    def _group_beside(self, part: Part) -> None:
        """Opens a group that the first cell of a row names, for what stands beside it: "Groupe 1 : X | Problèmes"."""
        cell = part.label if isinstance(part, Answer) else part.cell if isinstance(part, Loose) else None
        if cell is None or (self._beside_group and cell.row not in self._beside_group):
            self._leave_row()
        if not isinstance(part, Loose) or part.alone or part.cell.column != 1:
            return
        marker = read_marker(part.cell.text, ("group",))
        if marker is None or not marker.number:
            return
        self._before = self._gathering.group
        self._beside_group = range(part.cell.row, part.cell.row + part.cell.height)
        self._gathering.open_group(marker.number, marker.title, part.cell.piece)

    def _leave_row(self) -> None:
        """Leaves a group that a row named for what stands beside it."""
        if self._beside_group:
            self._gathering.group, self._before, self._beside_group = self._before, None, range(0)

    def _below_kinds(self, table: Table) -> list[Records]:
        """Reads a table below a row that names several kinds of contributions, whatever words stand below them."""
        head = table.rows[0] if table.rows else ()
        columns = tuple(Column(cell.column, cell.text, self._labels.meanings(cell.text)) for cell in head if cell.text)
        meant = [said for column in columns if (said := meaning_of(column)) is not None]
        kinds = {said.field for said in meant if said.concept == "contribution" and said.field in KINDS}
        if len(meant) < len(columns) or len(kinds) < _FEWEST_KINDS or len(head) != table.width:
            return []
        covering = table.covering
        lines = tuple((at + 1, covering[at]) for at in range(1, len(table.rows)))
        return [Records(tuple(cell for cell in head if cell.text), columns, lines)]

    def _with_other_columns(self, table: Table) -> list[Records]:
        """Reads a table of even rows below one that names what was brought among columns that nobody knows."""
        head, *rows = table.rows or [()]
        pair = len(head) == _PAIR and heads_pair(head, rows)
        even = (pair or len(head) >= _FEWEST_COLUMNS) and all(len(row) == len(head) == table.width for row in rows)
        if not (even and rows) or any(len(cell.text) > _LONGEST_HEADING for cell in head):
            return []
        columns = tuple(Column(cell.column, cell.text, self._labels.meanings(cell.text)) for cell in head if cell.text)
        known = [column for column in columns if column.meanings]
        brought = [column for column in known if (said := meaning_of(column)) and said.field in (*KINDS, "text")]
        asked = {1, *(column.number for column in brought)}
        asks = any(self._labels.meanings(cell.text) for row in rows for cell in row if cell.column in asked)
        few = len(columns) < (_PAIR if pair else _FEWEST_COLUMNS)
        if asks or not brought or few or 2 * len(known) > len(head):
            return []
        lines = tuple((number, {cell.column: cell for cell in row}) for number, row in enumerate(rows, start=2))
        return [Records(tuple(cell for cell in head if cell.text), columns, lines)]

    # --- questions and answers

    def _answer(self, part: Answer, kind: str | None, decided: Decided | None) -> None:
        order = (*self._gathering.order(), *(("group", "axis") if part.number else ()))
        meaning = choose(part.said.meanings, order) if kind is not None else None
        passage = of_cells(part.cells)
        if kind and passage is not None:
            self._gathering.open_group(part.number, "", part.label.piece)
            bring(self._writing, self._gathering.here, kind, passage, decided=decided)
            return
        if meaning is None and passage is not None and self._is_whose(part, passage):
            self._writing.draft.ignore(part.label.piece, "heading")
            return
        if meaning is None:
            for piece in {cell.piece.place: cell.piece for cell in (part.label, *part.cells) if cell.text}.values():
                self._writing.draft.keep(piece, self._gathering.here)
            return
        self._writing.explain(part.said.label, meaning, part.label.piece)
        if passage is None and part.said.value:
            for said, below in self._sections(part.label):
                self._say(part, said, below)
            return
        self._writing.draft.ignore(part.label.piece, "heading")
        if passage is not None:
            self._say(part, part.said, passage)

    def _is_whose(self, part: Answer, passage: Passage) -> bool:
        """Tells whether a row says whose minutes they are: "Collectivité | Commune de Tiflet"."""
        asked = choose(part.said.meanings, ("plan",)) if len(passage.pieces) == 1 else None
        said = passage.piece._replace(text=passage.text)
        return asked is not None and self._whose.asked(asked.field, said, part.said.label)

    def _say(self, part: Answer, said: Labelled | None, passage: Passage) -> None:
        """Reads what stands under a question; what stands under none is kept."""
        order = (*self._gathering.order(), *(("group", "axis") if part.number else ()))
        meaning = choose(said.meanings, order) if said is not None else None
        if said is None or meaning is None:
            self._writing.keep(self._gathering.here, passage)
        elif part.number:
            self._gathering.open_group(part.number, passage.text, passage.piece)
        elif meaning.concept == "contribution" and meaning.field.removeprefix("general_") in KINDS:
            decided = decided_by(self._writing, said.label, part.label.piece, self._gathering.here)
            kind = meaning.field.removeprefix("general_")
            bring(self._writing, self._gathering.here, kind, passage, decided=decided)
        else:
            self._gathering.answer(meaning, passage, said.label)

    def _sections(self, cell: Cell) -> list[tuple[Labelled | None, Passage]]:
        """Parts the lines of a cell at those that ask for something."""
        whole = of_cells([cell])
        found: list[tuple[Labelled | None, list[Line]]] = []
        for line in whole.lines if whole else ():
            said = None if line.item else self._labels.read(line.text)
            if said is not None and choose(said.meanings, self._gathering.order()) is not None:
                found.append((said, [Line(said.value)] if said.value else []))
            elif found:
                found[-1][1].append(line)
            else:
                found.append((None, [line]))
        return [(said, whole.of(lines)) for said, lines in found if lines] if whole else []

    def _loose(self, part: Loose, asked: Meaning | None, decided: Decided | None) -> None:
        cell = part.cell
        marker = read_marker(cell.text, ("group", "axis")) if part.alone else None
        passage = of_cells([cell])
        if passage is None or (cell.column == 1 and cell.row in self._beside_group):
            return
        if marker is not None and marker.number:
            self._gathering.open_group(marker.number, marker.title, cell.piece)
        elif asked is not None and asked.concept == "contribution" and asked.field in KINDS:
            bring(self._writing, self._gathering.here, asked.field, passage, decided=decided)
        else:
            self._writing.keep(self._gathering.here, passage)

    # --- records

    def _records(self, records: Records) -> None:
        meant = {column.number: meaning_of(column) for column in records.columns}
        labels = {column.number: column.label for column in records.columns}
        for cell in records.headings:
            self._writing.draft.ignore(cell.piece, "heading")
            meaning = meant.get(cell.column)
            if meaning is not None and labels.get(cell.column) == cell.text:
                self._writing.explain(cell.text, meaning, cell.piece)
        fields = {meaning.field for meaning in meant.values() if meaning}
        brings = bool(fields & {*KINDS, "text"})
        rows = ContributionRows(self._writing, self._gathering, records, meant)
        seen: set[int] = set()
        kept: defaultdict[int, list[Cell]] = defaultdict(list)
        for _, cells in records.rows:
            there = {column: cell for column, cell in cells.items() if cell.text}
            fresh = {column: cell for column, cell in there.items() if id(cell) not in seen}
            seen.update(id(cell) for cell in there.values())
            if self._band(there, fresh, titles=brings):
                rows.forget()
            elif brings:
                rows.row(there, fresh)
            elif fields & {"person", "body"}:
                self._participant(meant, labels, fresh)
            elif self._group_row(meant, labels, fresh):
                continue
            else:
                for column, cell in fresh.items():
                    self._writing.draft.keep(cell.piece, self._gathering.here, label=labels.get(column))
                    kept[column].append(cell)
        self._say_kept(labels, kept)
        rows.finish()

    def _say_kept(self, labels: Mapping[int, str], kept: Mapping[int, Sequence[Cell]]) -> None:
        """Says that minutes have no place for what stands in columns: "Action | Responsable | Échéance"."""
        for column, cells in kept.items():
            first, count, text = cells[0].piece, len(cells), " ".join(cells[0].text.split())
            self._writing.draft.say("import/column-kept", first, heading=labels.get(column, ""), count=count, text=text)

    def _band(self, there: dict[int, Cell], fresh: dict[int, Cell], *, titles: bool) -> bool:
        """Reads a row of one cell over all columns, which may name a group; tells whether it did.

        Args:
            there: the cells that lie on the row, by column.
            fresh: those that begin on it.
            titles: whether short words over the columns of contributions title a group, also without a word for it.
        """
        cell = next(iter(there.values()), None)
        if cell is None or not fresh or cell.width < _PAIR or any(other is not cell for other in there.values()):
            return False
        marker = read_marker(cell.text, ("group", "axis"))
        if marker is not None:
            self._gathering.open_group(marker.number, marker.title, cell.piece)
            return True
        if not titles or len(cell.text) > _LONGEST_HEADING or cell.text.endswith((".", ":")):
            return False
        self._gathering.open_group(*numbered(cell.text), cell.piece)
        self._writing.draft.say(
            "import/assumed", cell.piece, severity="info", node=self._gathering.group, field="title", value=cell.text
        )
        return True

    def _group_row(self, meant: dict[int, Meaning | None], labels: dict[int, str], fresh: dict[int, Cell]) -> bool:
        """Reads a row that says of a group who led it and who reported for it; tells whether it was such."""
        said = {column: meaning for column in fresh if (meaning := meant.get(column)) and meaning.concept == "group"}
        titles = [column for column, meaning in said.items() if meaning.field == "title"]
        counted = [column for column in titles if number_alone(fresh[column])]
        named = next((column for column in titles if column not in counted or len(titles) == 1), None)
        if named is None or len(said) < _FEWEST_KINDS:
            return False
        marker = read_marker(fresh[named].text, ("group", "axis"))
        number, title = (marker.number, marker.title) if marker else numbered(fresh[named].text)
        if len(titles) == _PAIR and len(counted) == 1 and not number:
            number = number_alone(fresh[counted[0]])
            self._writing.draft.ignore(fresh.pop(counted[0]).piece, "heading")
        self._gathering.open_group(number, title, fresh[named].piece)
        for column, cell in fresh.items():
            passage = of_cells([cell])
            if column in said and column != named and passage is not None:
                self._gathering.answer(said[column], passage, labels[column])
            elif column != named:
                self._writing.draft.keep(cell.piece, self._gathering.here, label=labels.get(column))
        return True

    def _participant(self, meant: dict[int, Meaning | None], labels: dict[int, str], fresh: dict[int, Cell]) -> None:
        """Reads a row of a list of participants: a person, a body, or both."""
        said = {m.field: cell for column, cell in fresh.items() if (m := meant.get(column))}
        numbers = ((field, count_of(said[field].text)) for field in ("count", "women") if field in said)
        counts = {field: count for field, count in numbers if count}
        known = {id(cell) for field, cell in said.items() if field in ("person", "body", "role", *counts)}
        absent = any(is_absent(cell.text) for cell in fresh.values())
        total = total_of(list(fresh.values()))
        if absent or not known or total is not None:
            once = {id(cell): (column, cell) for column, cell in reversed(fresh.items())}
            for column, cell in reversed(once.values()):
                self._writing.draft.keep(cell.piece, self._gathering.here, label=labels.get(column))
            if total is not None:
                self._writing.draft.say("import/total-row", total.piece, severity="info")
            return
        first = next(iter(fresh.values())).piece
        texts = {field: said[field].text for field in ("body", "person", "role") if field in said}
        several = persons_in(texts.get("person", "")) if not counts else ()
        for each in several or (texts.get("person", ""),):
            group = self._writing.add(self._gathering.here, "participants", first)
            party = self._writing.add(group, "party", first) if texts else group
            person = self._writing.add(party, "person", first) if texts.keys() - {"body"} else party
            for field, text in ({**texts, "person": each} if each else texts).items():
                node, passage = party if field == "body" else person, Passage((Line(text),), (said[field].piece,))
                put_text(self._writing, node, "role" if field == "role" else "name", passage, "")
            for counted, count in counts.items():
                self._writing.draft.put(group, counted, count, said[counted].piece)
        for column, cell in fresh.items():
            if id(cell) not in known:
                self._writing.draft.keep(cell.piece, self._gathering.here, label=labels.get(column))
