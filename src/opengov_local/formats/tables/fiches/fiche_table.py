"""The table that fiches amount to: a row for each project, and further rows for its milestones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.fiches.fiche_blocks import Block
from opengov_local.formats.tables.fiches.label_lines import TITLE, Labelled, Line, Said
from opengov_local.formats.tables.grid.rearranged import Cell
from opengov_local.formats.wording.headings.heading_meanings import Recognised, targets
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.importing.words import fold

NUMBER, AXIS = "commitment.number", "axis"
_FEWEST, _ENOUGH = 4, 0.7
"""Known labels of a form, and the share of its cells that must be labels and answers."""
_SEVERAL = 2
"""Projects whose labels, with no numbers in them, stand again below each other: one label less is enough."""
_ANSWERED = ("pairs", "more", "blank")
"""Kinds of lines between a label and a further answer to it."""
_TEXTS = ("text", "update", "title")
"""Readers of cells whose texts can be told in several cells."""
Key = tuple[str, int]
"""A folded label, and how often it stood in the fiche before."""


class Repeats:
    """Counts the labels of a fiche."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, int] = defaultdict(int)

    def of(self, label: str) -> Key:
        """Gives the key of a label that is met."""
        self._seen[label] += 1
        return label, self._seen[label]


@dataclass
class Table:
    """The table in the making: rows of answers by label, in the order of the labels."""

    side_by_side: bool
    rows: list[dict[Key, Said]] = field(default_factory=list)
    headings: dict[Key, Labelled] = field(default_factory=dict)
    steps: dict[Key, Labelled] = field(default_factory=dict)
    measures: dict[Key, Labelled] = field(default_factory=dict)
    labels: list[Cell] = field(default_factory=list)
    loose: list[Cell] = field(default_factory=list)
    joined: list[tuple[Cell, Cell]] = field(default_factory=list)
    projects: int = 0

    def add(self, block: Block, read: Sequence[Line]) -> None:
        """Adds the rows of one block."""
        head = read[block.start : block.first]
        body = read[block.first : block.end]
        titles = [pair for line in body for pair in line.pairs if pair.meaning and pair.meaning.target == TITLE]
        columns = self._columns(titles, head) if self.side_by_side else []
        count = Repeats()
        if columns:
            self._side_by_side(head, body, columns, titled=bool(titles), count=count)
            return
        base = len(self.rows)
        self.rows.append({})
        self.projects += 1
        self._head(head, titled=bool(titles), count=count)
        self._body(body, count, base)

    def _columns(self, titles: Sequence[Labelled], head: Sequence[Line]) -> list[int]:
        """Gives the columns of the projects of a block, where several stand side by side."""
        said = [cell for title in titles[:1] for cell, _ in title.said]
        if not titles:
            lines = [line for line in head if len(cells_of(line)) > 1]
            said = [cell for line in lines[-1:] for cell, _ in cells_of(line)[-len(_answers(line)) :]]
        columns = [column for _, column in said]
        return columns if len(columns) > 1 and len({row for row, _ in said}) == 1 else []

    def _side_by_side(
        self, head: Sequence[Line], body: Sequence[Line], columns: Sequence[int], *, titled: bool, count: Repeats
    ) -> None:
        first = len(self.rows)
        tall = 1 + max(_tail(body), default=0)
        self.rows += [{} for _ in range(tall * len(columns))]
        self.projects += len(columns)
        at = {column: first + tall * place for place, column in enumerate(columns)}
        for line in head:
            self._head_line(line, at, titled=titled, count=count)
        key: Key | None = None
        for line in body:
            pair = line.pairs[0] if line.pairs else None
            if pair is not None:
                key, below = self._key(pair, count), 0
                said = pair.said
            elif line.kind == "more" and key is not None:
                below += 1
                said = line.cells
            else:
                key = key if line.kind in _ANSWERED else None
                self.loose += [cell for cell, _ in cells_of(line)]
                continue
            for cell, value in said:
                if cell[1] in at:
                    self._put(key, at[cell[1]], below, (cell, value))
                else:
                    self.loose.append(cell)

    def _head_line(self, line: Line, at: dict[int, int], *, titled: bool, count: Repeats) -> None:
        """Reads the line above the labels: the numbers or titles of the projects."""
        said = [one for one in cells_of(line) if one[0][1] in at]
        texts = [str(value).strip() for _, value in said]
        numbers = titled and all(bare_number(text, "project_word", alone=True) for text in texts)
        if len(said) < 2 or (titled and not numbers):
            self.loose += [cell for cell, _ in cells_of(line)]
            return
        key = self._named(said[0][0], NUMBER if numbers else TITLE, count)
        for cell, value in said:
            self.rows[at[cell[1]]][key] = (cell, value)
        self.labels += [cell for cell, _ in cells_of(line) if cell[1] not in at]

    def _head(self, head: Sequence[Line], *, titled: bool, count: Repeats) -> None:
        """Reads the lines above the labels of a fiche: its number, its title, its axis."""
        row = self.rows[-1]
        for line in head:
            for cell, value in cells_of(line):
                text = str(value).strip()
                target = _target_of_head(text, titled=titled, last=line is head[-1])
                if target and not any(self.target(key) == target for key in row):
                    row[self._named(cell, target, count)] = (cell, value)
                elif any(fold(text) in phrases(kind) for kind in ("form_heading", "generic_title", "project_word")):
                    self.labels.append(cell)
                else:
                    self.loose.append(cell)

    def _body(self, body: Sequence[Line], count: Repeats, base: int) -> None:
        """Reads the labels of a fiche with their answers, and its steps."""
        key: Key | None = None
        steps: dict[int, Key] = {}
        below = 0
        indicators = Indicators(self, count, base)
        for line in body:
            indicators.read(line)
            self.labels += line.captions
            self.loose += [cell for cell, _ in line.cells] if line.kind in ("title", "pairs") else []
            key = key if line.kind in _ANSWERED else None
            for pair in line.pairs:
                self._number(pair, base, count)
                key = self._key(pair, count)
                below = self._put_all(key, base, 0, pair.said)
            if line.kind == "more" and key is not None:
                below = self._put_all(key, base, below, line.cells)
            elif line.kind == "steps":
                steps = {cell[1]: self._step(cell, value, count) for cell, value in line.cells}
                steps |= {at: self._told_step(line, at, count) for at in line.meanings}
                step = 0
            elif line.kind == "step":
                for cell, value in line.cells:
                    if cell[1] in steps:
                        self.at(base + step)[steps[cell[1]]] = (cell, value)
                    else:
                        self.loose.append(cell)
                step += 1

    def _number(self, pair: Labelled, base: int, count: Repeats) -> None:
        """Puts the number that the label of a title bears, "Projet n° 2", where the fiche has no other."""
        is_title = pair.meaning is not None and pair.meaning.target == TITLE
        apart = is_title and all(cell != pair.cell for cell, _ in pair.said)
        if not apart or not bare_number(pair.heading, "project_word"):
            return
        if not any(self.target(key) == NUMBER for key in self.rows[base]):
            self.rows[base][self._named(pair.cell, NUMBER, count)] = (pair.cell, pair.heading)

    def measure(self, cell: Cell, value: Value, meaning: Recognised | None, count: Repeats) -> Key:
        """Gives the column of a heading of a table of indicators, new or known."""
        key = count.of(f"\n\n{fold(str(value))}")
        if key in self.measures:
            self.labels.append(cell)
        else:
            self.measures[key] = Labelled(cell, str(value).strip(), meaning, [])
        return key

    def _key(self, pair: Labelled, count: Repeats) -> Key:
        """Gives the column of a label, new or known."""
        target = pair.meaning.target if pair.meaning else ""
        plain = target if target in (TITLE, AXIS) else fold(pair.heading)
        key = count.of(plain)
        own_cell = any(cell == pair.cell for cell, _ in pair.said)
        if key not in self.headings:
            self.headings[key] = pair
            if own_cell:
                return key
        elif not own_cell:
            self.labels.append(pair.cell)
        return key

    def _named(self, cell: Cell, target: str, count: Repeats) -> Key:
        key = count.of(target)
        if key not in self.headings:
            self.headings[key] = Labelled(cell, "", Recognised(target, 95), [])
        return key

    def _step(self, cell: Cell, value: Value, count: Repeats) -> Key:
        key = count.of(f"\n{fold(str(value))}")
        if key in self.steps:
            self.labels.append(cell)
        else:
            self.steps[key] = Labelled(cell, str(value).strip(), None, [])
        return key

    def _told_step(self, line: Line, at: int, count: Repeats) -> Key:
        """Gives the column of steps that their cells tell."""
        meaning = line.meanings[at]
        key = count.of(f"\n{fold(line.heading)}\n{meaning.target if meaning else ''}")
        self.steps.setdefault(key, Labelled(line.captions[0], line.heading, meaning, []))
        return key

    def target(self, key: Key) -> str:
        """Gives what a column surely holds, "" where that is not known."""
        meaning = self.headings[key].meaning if key in self.headings else None
        return meaning.target if meaning else ""

    def at(self, row: int) -> dict[Key, Said]:
        """Gives a row, made where there is none."""
        while len(self.rows) <= row:
            self.rows.append({})
        return self.rows[row]

    def _put_all(self, key: Key, base: int, below: int, said: Sequence[Said]) -> int:
        """Puts answers, and gives how many the label has with them."""
        for at, one in enumerate(said, below):
            self._put(key, base, at, one)
        return below + len(said)

    def _put(self, key: Key, base: int, below: int, said: Said) -> None:
        """Puts an answer; a further one goes into a row below, or joins the first where both make one text."""
        target = self.target(key)
        held = self.rows[base].get(key)
        is_text = target and target != "milestone.title" and targets()[target].reads.partition(":")[0] in _TEXTS
        if held is not None and is_text:
            self.rows[base][key] = (held[0], f"{held[1]}\n{said[1]}")
            self.joined.append((said[0], held[0]))
            return
        self.at(base + below)[key] = said

    def is_sure(self) -> bool:
        """Tells whether there are projects, and most of what stands there are labels and their answers."""
        titled = sum(self.target(key) == TITLE for row in self.rows for key in row)
        said = sum(len(row) for row in self.rows)
        helps = sum(says("help", str(value)) for row in self.rows for _, value in row.values())
        headings = [*self.headings.values(), *self.measures.values()]
        known = sum(pair.meaning is not None for pair in headings)
        known += len({pair.cell for pair in self.steps.values() if pair.meaning})  # labels of steps without headings
        if titled * 2 <= self.projects or helps * 2 > said:
            return False
        again = self.projects >= _SEVERAL and titled == self.projects
        return known >= _FEWEST - again and said >= _ENOUGH * (said + len(self.loose))


class Indicators:
    """Adds the small tables of indicators of a fiche: a row for each, beside those of its steps."""

    def __init__(self, table: Table, count: Repeats, base: int) -> None:
        self._table = table
        self._count = count
        self._row = base
        self._keys: dict[int, Key] = {}
        self._number: int | None = None
        self._ordinal = 0

    def read(self, line: Line) -> None:
        """Reads the headings of such a table, or a row of it; of another line nothing."""
        if line.kind == "indicators":
            numbers = (at for at, meaning in line.meanings.items() if meaning and meaning.target == NUMBER)
            self._number, self._ordinal = next(numbers, None), 0
            named = [(cell, value) for cell, value in line.cells if cell[1] != self._number]
            self._table.labels += [cell for cell, _ in line.cells if cell[1] == self._number]
            self._keys = {
                cell[1]: self._table.measure(cell, value, line.meanings[cell[1]], self._count) for cell, value in named
            }
        elif line.kind == "indicator":
            self._ordinal += 1
            for cell, value in line.cells:
                if cell[1] in self._keys:
                    self._table.at(self._row)[self._keys[cell[1]]] = (cell, value)
                elif str(value).strip(" .") == str(self._ordinal):
                    self._table.labels.append(cell)
                else:
                    self._table.loose.append(cell)
            self._row += 1


def cells_of(line: Line) -> list[Said]:
    """Gives all cells of a line, left to right."""
    found = [*line.cells]
    for pair in line.pairs:
        found += (
            pair.said if any(cell == pair.cell for cell, _ in pair.said) else [(pair.cell, pair.heading), *pair.said]
        )
    return sorted(found, key=lambda one: one[0])


def _answers(line: Line) -> list[Said]:
    """Gives the cells of a line but its label."""
    return [one for pair in line.pairs for one in pair.said] or line.cells


def _tail(body: Sequence[Line]) -> Iterator[int]:
    """Gives for each label how many lines of further answers follow it."""
    count = 0
    for line in body:
        count = count + 1 if line.kind == "more" else 0
        yield count


def _target_of_head(text: str, *, titled: bool, last: bool) -> str:
    """Tells what a line above the labels of a fiche is: its number, its title or its axis."""
    if bare_number(text, "project_word"):
        return NUMBER
    if begins("axis_word", text):
        return AXIS
    if titled:
        return ""
    return TITLE if last or split_number(text, "project_word").number else ""
