"""Sheets with a label in front of what is said: their rows as labels with answers, titles, and tables of steps."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.budget_year_columns import YEAR, year_in
from opengov_local.formats.tables.columns.from_and_to import times_headed
from opengov_local.formats.tables.columns.pairs_in_row import label_between, labels_in_row, second_labels
from opengov_local.formats.tables.fiches.fiche_indicators import indicator_columns, is_indicator
from opengov_local.formats.tables.grid.rearranged import Cell
from opengov_local.formats.tables.plan.plan_title import COLON
from opengov_local.formats.wording.headings.heading_meanings import Own, Recognised, targets
from opengov_local.formats.wording.headings.heading_table import has
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold

TITLE = "commitment.title"
_LOOKED_AT = 60
_WIDEST = 60
_LONGEST_LABEL = 80
_FEWEST_BELOW, _FEWEST = 3, 4
"""Different labels that must stand below each other, and in the sheet.

Two of them must be more than names of levels; one, where all those of a title stand again with the next.
"""
_OF_OBJECTS = frozenset({"commitment", "item", "axis", "milestone"})
_STEP = ("milestone.title", "milestone.number", "milestone.list")
_MAY_BE_STEP = ("commitment.title", "action")
"""Targets of headings that are of steps where further headings stand beside them: "N° | Actions | Responsable"."""
_KNOWN = 0.75
"""Share of the headings of a table of steps that must be known, where there are four and more."""
_TIMES = frozenset({"start", "end", "schedule", "completed_on", "done_or_due"})
_LEVELS = frozenset({"axis", "axis.2", "axis.3", "commitment.title", "milestone.title"})
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"\s*[-–—•▪●*✓➢]\s*\w")
MARKS = " \t:："
Said = tuple[Cell, Value]
"""Where something is said, and what."""


class Labelled(NamedTuple):
    """A label and what is said beside it.

    Attributes:
        cell: where the label stands.
        heading: the label.
        meaning: what it surely means, if that is known.
        said: what is said, left to right, then downwards; the label's own cell where it holds both.
    """

    cell: Cell
    heading: str
    meaning: Recognised | None
    said: list[Said]


@dataclass
class Line:
    """A row.

    Attributes:
        row: its number.
        kind: `pairs` of labels and answers; `more` answers to the label above; a `title`, or cells without a label; the
            `steps` that head a small table, and a `step` of it; the `indicators` that head one, and an `indicator` of
            it; `blank`.
        pairs: its labels and answers.
        cells: its other cells.
        meanings: of a row that heads a table of indicators, or steps without headings, what its cells mean.
        captions: labels that name a small table beside them.
        heading: the label that stands for the headings of steps.
    """

    row: int
    kind: Literal["pairs", "more", "title", "steps", "step", "indicators", "indicator", "blank"]
    pairs: list[Labelled] = field(default_factory=list)
    cells: list[Said] = field(default_factory=list)
    meanings: dict[int, Recognised | None] = field(default_factory=dict)
    captions: list[Cell] = field(default_factory=list)
    heading: str = ""


def label_columns(grid: Grid, own: Own) -> tuple[int, ...]:
    """Gives the columns that hold labels, left to right; none where the sheet is no form."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    sure: defaultdict[int, int] = defaultdict(int)
    filled: defaultdict[int, int] = defaultdict(int)
    titles: defaultdict[int, list[str]] = defaultdict(list)
    names: set[str] = set()
    for row in range(min(len(grid.rows), _LOOKED_AT)):
        cells = [(at, value) for at, value in enumerate(grid.rows[row][:_WIDEST]) if not is_blank(value)]
        names |= {meaning.target for meaning in indicator_columns(dict(cells), own).values() if meaning}
        years = sum(year_in(value) is not None for _, value in cells) > 1
        for at, value in cells:
            filled[at] += 1
            label = label_of(value, own)
            if (label and at != cells[-1][0]) or (label := _in_front(value, own)):
                found[at][label.target] += 1
                names |= {YEAR} if years and label.target.startswith("budget.") else set()  # "Coût | 2026 | 2027"
                titles[at] += [_unnumbered(str(value))] if label.target == TITLE else []
                sure[at] += 1
    first = next((at for at in sorted(found) if _are_labels({*found[at]})), None)
    names = names.union(*found.values())
    mostly = [at for at in sorted(found) if len(found[at]) > 1 and 2 * sure[at] > filled[at]]
    if first is None and len(mostly) > 1 and _stands_again(titles[left := min(filled)]) and {*found[left]} - _LEVELS:
        first = left  # several labels in a row, few below each other
    again = first is not None and _stands_again(titles[first])
    fewest = _FEWEST_BELOW if again else _FEWEST
    others = 1 if first is not None and again and len({*found[first].values()}) == 1 else 2
    if first is None or len(names) < fewest or len(names - _LEVELS) < others:
        return ()
    return (first, *(at for at in mostly if at > first + 1))


def _unnumbered(label: str) -> str:
    """Gives the folded label of a title without its number and what is said behind a colon: "Projet 2 : Portail"."""
    parts = COLON.match(label)
    return fold(_DIGITS.sub("", parts[1] if parts else label))


def _stands_again(titles: Sequence[str]) -> bool:
    """Tells whether labels of titles, in a column, are the same again: of one project below the other."""
    return len(titles) > len({*titles})


def _are_labels(names: set[str]) -> bool:
    """Tells whether a column has labels of a form below each other, not the names of levels alone."""
    return len(names) >= _FEWEST_BELOW and bool(names - _LEVELS)


def label_of(value: Value, own: Own) -> Recognised | None:
    """Gives what a cell means as a label of an object of a plan; None where it is surely none."""
    if not isinstance(value, str) or (len(value) > _LONGEST_LABEL and not has(fold(value.strip(MARKS)))):
        return None
    meaning = surely(value.strip(MARKS), own)
    return meaning if meaning and targets()[meaning.target].scope in _OF_OBJECTS else None


def _in_front(value: Value, own: Own) -> Recognised | None:
    """Gives what the label means that stands in the same cell as its answer: "Responsable : DSI"."""
    parts = COLON.match(value) if isinstance(value, str) else None
    return label_of(parts[1], own) if parts else None


def lines(grid: Grid, columns: tuple[int, ...], own: Own) -> list[Line]:
    """Reads the rows of a form.

    Args:
        grid: the sheet.
        columns: the columns of its labels.
        own: a council's own headings.
    """
    reader = _Reader(grid, columns, own)
    read = [reader.line(row) for row in range(len(grid.rows))]
    pairs = [pair for line in read for pair in line.pairs if pair.meaning and pair.meaning.target == TITLE]
    if any(fold(pair.heading) not in phrases("single_action_heading") for pair in pairs):
        for line in read:
            line.pairs = [_as_action(pair) for pair in line.pairs]
    return read


def _as_action(pair: Labelled) -> Labelled:
    """Takes what is headed "Action" for the action of a project whose title stands beside another label."""
    is_action = fold(pair.heading) in phrases("single_action_heading")
    if pair.meaning is None or pair.meaning.target != TITLE or not is_action:
        return pair
    return pair._replace(meaning=replace(pair.meaning, target="action"))


class _Reader:
    def __init__(self, grid: Grid, columns: tuple[int, ...], own: Own) -> None:
        self._grid = grid
        self._columns = columns
        self._own = own
        self._in_steps = False
        self._heads: dict[int, str] = {}
        self._labelled = False
        self._listing = False
        self._measures: dict[int, Recognised | None] = {}

    def line(self, row: int) -> Line:
        cells = {at: value for at, value in enumerate(self._grid.rows[row]) if not is_blank(value)}
        if not cells:
            self._in_steps, self._measures = False, {}
            return Line(row, "blank")
        said = [((row, at), value) for at, value in cells.items()]
        if (line := self._of_table(row, cells, said)) is not None:
            return line
        self._in_steps = False
        marked = self._marked(cells)
        columns = sorted({*self._columns, *marked})
        pairs = [pair for at in columns if (pair := self._pair(row, at, cells, columns, marked))]
        if pairs:
            self._labelled = True
            self._listing = len(cells) == 1 and not pairs[0].said and not _BULLET.match(pairs[0].heading)
            taken = {cell for pair in pairs for cell in (pair.cell, *(cell for cell, _ in pair.said))}
            return Line(row, "pairs", pairs, [one for one in said if one[0] not in taken])
        blank = all(at not in cells for at in self._columns)
        if (blank or self._is_listed(cells)) and self._labelled:
            return Line(row, "more", cells=said)
        return Line(row, "title", cells=said)

    def _of_table(self, row: int, cells: dict[int, Value], said: list[Said]) -> Line | None:
        """Reads a row that heads a small table or belongs to one; None where it does neither."""
        if self._is_indicator(row, cells, self._measures) and not self._ends_indicators(row, cells):
            return Line(row, "indicator", cells=said)
        if self._heads_indicators(row, cells):
            self._in_steps = False
            return Line(row, "indicators", cells=said, meanings=self._measures)
        if self._heads_steps(row, cells):
            self._in_steps, self._heads = True, self._targets(cells)
            return Line(row, "steps", cells=said)
        first = cells.get(self._columns[0])
        label = label_of(first, self._own) or _in_front(first, self._own)
        goes_on = self._in_steps and len(cells) > 1 and (not label or self._is_step(row, cells))
        return Line(row, "step", cells=said) if goes_on else None

    def _targets(self, cells: dict[int, Value]) -> dict[int, str]:
        """Gives what each cell of a row of headings asks for, "" where that is not known."""
        return {at: meaning.target if (meaning := label_of(value, self._own)) else "" for at, value in cells.items()}

    def _is_step(self, row: int, cells: dict[int, Value]) -> bool:
        """Tells whether a row of a table of milestones is one, though its title is also a label: "Lancement".

        It has a cell below each heading, and times below those of times; a time stands behind something else, or the
        table goes on in the same way.
        """
        if not self._fits(cells, self._heads):
            return False
        times = any(target in _TIMES for target in self._heads.values())
        below = {at: value for at, value in enumerate(self._row_at(row + 1)) if not is_blank(value)}
        unlabelled = bool(below) and label_of(below[min(below)], self._own) is None
        return (times and len(cells) >= _FEWEST_BELOW) or (unlabelled and self._fits(below, self._heads))

    def _fits(self, cells: dict[int, Value], heads: dict[int, str]) -> bool:
        """Tells whether a row has something below each of some headings, no further label, and times below those."""
        if cells.keys() != heads.keys() or str(cells[min(cells)]).rstrip()[-1:] in (":", "："):
            return False
        return all(
            read_date(str(value)) is not None if heads[at] in _TIMES else at == min(cells) or not self._is_label(value)
            for at, value in cells.items()
        )

    def _row_at(self, row: int) -> Sequence[Value]:
        return self._grid.rows[row] if row < len(self._grid.rows) else ()

    def _heads_indicators(self, row: int, cells: dict[int, Value]) -> bool:
        """Tells whether a row holds the headings of a table of indicators, with an indicator below it."""
        self._measures = indicator_columns(cells, self._own)
        if self._measures:
            below = next((line for line in self._grid.rows[row + 1 :] if not all(map(is_blank, line))), [])
            if not self._is_indicator(
                row + 1, {at: one for at, one in enumerate(below) if not is_blank(one)}, self._measures
            ):
                self._measures = {}
        return bool(self._measures)

    def _ends_indicators(self, row: int, cells: dict[int, Value]) -> bool:
        """Tells whether a row below indicators heads a table of milestones: "Étapes | Échéance | État"."""
        named = [target for target in self._targets(cells).values() if target]
        return len(named) == len(cells) and named[0] in _STEP and self._heads_steps(row, cells)

    def _is_indicator(self, row: int, cells: dict[int, Value], columns: dict[int, Recognised | None]) -> bool:
        wide = any(merge.row == row and merge.last_column > merge.column for merge in self._grid.merges)
        if len(cells) == 1 and wide:
            return False  # a title over the width of the fiche
        first = cells.get(min(cells, default=0))
        label = label_of(first, self._own)
        return is_indicator(cells, columns, labelled=label is not None and label.target != "budget.share")

    def _heads_steps(self, row: int, cells: dict[int, Value]) -> bool:
        """Tells whether a row holds the headings of a table of milestones, not a label and its answer."""
        meanings = [label_of(value, self._own) for value in cells.values()]
        known = [meaning.target for meaning in meanings if meaning]
        known += (target for target in times_headed([str(value) for value in cells.values()]) if target not in known)
        least = len(cells) if len(cells) < 4 else _KNOWN * len(cells)
        steps = _STEP if len(cells) < 3 else (*_STEP, *_MAY_BE_STEP)
        if len(cells) < 2 or len(known) < least or len(set(known)) < 2 or not set(known) & set(steps):
            return False
        if any(str(value).rstrip()[-1:] in (":", "：") for value in cells.values()):
            return False
        below = next((line for line in self._grid.rows[row + 1 :] if not all(map(is_blank, line))), [])
        first = next((value for value in below if not is_blank(value)), None)
        if label_of(first, self._own) is None:
            return True
        there = {at: value for at, value in enumerate(below) if not is_blank(value)}
        times = any(target in _TIMES for target in known)
        return times and len(cells) >= _FEWEST_BELOW and self._fits(there, self._targets(cells))

    def _marked(self, cells: dict[int, Value]) -> list[int]:
        """Gives the further columns of a row in which a known label stands before something, and surely is one."""
        last, first = max(cells), self._columns[0]
        labels = {at: label_of(value, self._own) for at, value in cells.items()}
        known = [at for at, label in labels.items() if first < at < last and label]
        marked = [at for at in known if str(cells[at]).strip()[-1:] in (":", "：")]
        if marked or min(cells) != first:
            return marked
        return labels_in_row(cells, labels) or label_between(cells, labels, self._second_labels)

    @cached_property
    def _second_labels(self) -> frozenset[int]:
        """The columns of second labels, each with its answer, in several rows of the sheet."""
        return second_labels(self._grid.rows, lambda value: label_of(value, self._own))

    def _pair(
        self, row: int, at: int, cells: dict[int, Value], columns: Sequence[int], marked: Sequence[int]
    ) -> Labelled | None:
        """Reads the label of a column and the cells up to the next label; the marked columns hold labels for sure."""
        value = cells.get(at)
        if not isinstance(value, str):
            return None
        labels = (other for other in columns if other > at and (other in marked or self._is_label(cells.get(other))))
        behind = next(labels, self._grid.width)
        said = [((row, other), cells[other]) for other in sorted(cells) if at < other < behind]
        heading, meaning = value.strip().rstrip(MARKS), label_of(value, self._own)
        if not said and (self._is_listed(cells) or self._is_banner(row, value)):
            return None
        parts = COLON.match(value)
        if meaning is None and not said and parts and (meaning := label_of(parts[1], self._own)):
            whole = meaning.ordinal is not None and meaning.target in ("axis", "commitment.title")
            return Labelled((row, at), parts[1].strip(), meaning, [((row, at), value if whole else parts[2].strip())])
        if meaning is not None or (
            said and len(value) <= _LONGEST_LABEL and (at in (self._columns[0], *marked) or self._is_label(value))
        ):
            return Labelled((row, at), heading, meaning, said)
        return None

    def _is_listed(self, cells: dict[int, Value]) -> bool:
        """Tells whether a row is an item of the list below a label: "Activités :" and "- Étude", whatever it names."""
        return self._listing and len(cells) == 1 and all(_BULLET.match(str(value)) for value in cells.values())

    def _is_banner(self, row: int, value: str) -> bool:
        """Tells whether a cell alone in its row is the number of a project, its labels below: "Engagement 2"."""
        if not bare_number(value.strip(MARKS), "project_word"):
            return False
        below = next((line for line in self._grid.rows[row + 1 :] if not all(map(is_blank, line))), [])
        first = below[self._columns[0]] if len(below) > self._columns[0] else None
        return label_of(first, self._own) is not None or _in_front(first, self._own) is not None

    def _is_label(self, value: Value) -> bool:
        return label_of(value, self._own) is not None or (isinstance(value, str) and value.strip()[-1:] in (":", "："))
