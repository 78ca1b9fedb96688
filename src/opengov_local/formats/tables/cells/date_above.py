"""The day that a line above or below a table gives to all that it reports: "Situation arrêtée au 30/06/2025"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.time_said import DAY, behind_label, beside_label, in_title, time_in_name
from opengov_local.formats.tables.columns.block_heads import project_in
from opengov_local.formats.tables.columns.contribution_columns import is_contributions
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.plan_years import only_year
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.plan.plan_title import may_be_title
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.importing.draft import Draft

_PAIR = 2
_FOOT = 4
"""Rows at and below the end of a table that may say its day."""
_TIMED = ("update.date", "update.period", "period.", "status.as_of")
"""Beginnings of targets of tables that say themselves when they report."""
_NOTE = re.compile(r"^\s*(?:\W+|[^\W\d_]{1,10}\.?\s*[:：]\s*)")
"""What stands before a note: "NB : ", "* "."""
_UPDATES = "progress_updates"


class DayAbove(NamedTuple):
    """A day that stands above a table.

    Attributes:
        date: the day, or the month; or a quarter, half-year or year that the report is on.
        pieces: the cell that says it; or that of the label, and that of the day beside it; none for that of a sheet.
        row: the number of its row among those above the table, -1 for the name of the sheet.
        in_title: whether its cell says more, which is read as if it said no day.
        is_sure: whether words beside it say that it is that of a report; the name of a sheet may be of another.
    """

    date: str
    pieces: tuple[Piece, ...]
    row: int
    in_title: bool = False
    is_sure: bool = True

    @property
    def is_day(self) -> bool:
        """Whether it is a day or month."""
        return DAY.fullmatch(self.date) is not None


def day_above(above: Sequence[Row]) -> DayAbove | None:
    """Gives the one day above a table that a label says to be that of the report; None where there is none, or several.

    Args:
        above: the rows above the table, by column.
    """
    found = [day for at, row in enumerate(above) if (day := _in_row(at, [row[column] for column in sorted(row)]))]
    found = [day for day in found if not day.in_title] or found
    return found[0] if len({day.date for day in found}) == 1 else None


def time_over(headings: Iterable[str], year: str) -> DayAbove | None:
    """Gives the time that the nearest of the headings over a table says: "Suivi au 30 juin 2025", "Bilan T1 2026".

    Args:
        headings: the headings, the nearest first.
        year: the year of the plan, "" where it is not a single one.
    """
    for text in headings:
        sure = behind_label(text) or in_title(text)
        if date := sure or time_in_name(text, year):
            return DayAbove(date, (), -1, is_sure=bool(sure))
    return None


class DaysAbove:
    """The days above the tables of a file, and what became of them."""

    def __init__(self, draft: Draft, tables: Iterable[tuple[Sheet, Sequence[Region]]]) -> None:
        """Looks above all tables.

        What stands above the line of the first project of a sheet is said of the tables of the further ones too.

        Args:
            draft: the document in the making.
            tables: the sheets, each with its tables.
        """
        self._draft = draft
        self._of: dict[int, DayAbove] = {}
        self._perhaps: dict[int, DayAbove] = {}
        self._below: dict[int, DayAbove] = {}
        self._names: dict[int, str] = {}
        self._titled: dict[int, Piece] = {}
        self.day = ""
        self._told: set[DayAbove] = set()
        self._titles: set[DayAbove] = set()
        self._plans = len(draft.root.data.get("plans", ()))
        for sheet, regions in tables:
            shared: DayAbove | None = None
            for at, region in enumerate(regions):
                if is_contributions(region):
                    continue
                self._names[id(region)] = sheet.grid.name
                above = [sheet.row(row) for row in range(region.top, region.header)]
                if above and len(above[-1]) == 1:
                    self._titled[id(region)] = next(iter(above[-1].values()))
                day = day_above(above)
                if day is not None and not day.is_day and not any(name.startswith("update.") for name in region.names):
                    self._perhaps[id(region)], day = day, None  # the years of a plan, unless the table is a report
                if day is not None and at == 0 and any(_names_project(row) for row in above[day.row + 1 :]):
                    shared = day
                if day := day or shared:
                    self._of[id(region)] = day
                elif below := _day_below(sheet, region, [other.top for other in regions[at + 1 :]]):
                    self._below[id(region)] = below

    def of(self, region: Region) -> DayAbove | None:
        """Gives the day or period that a table reports on if it is a report: said above it, or by its sheet's name.

        A line alone right above it says as much as a name: "1er trimestre 2025".
        """
        known = self._of.get(id(region)) or self._perhaps.get(id(region))
        if known is None and (said := self._titled.get(id(region))) and (date := time_in_name(said.text, self._year())):
            known = self._perhaps[id(region)] = DayAbove(date, (said,), region.header - region.top - 1)
        if known is None and (name := self._names.get(id(region))) and (date := time_in_name(name, self._year())):
            known = self._perhaps[id(region)] = DayAbove(date, (), -1)
        return known

    def _year(self) -> str:
        """Gives the only year of the plan, "" where it has several or none."""
        plans = self._draft.root.data.get("plans", ())[self._plans :]
        periods = [plan["period"].get(end, "") for plan in plans if "period" in plan for end in ("start", "end")]
        titles = (text for plan in plans for text in plan.get("title", {}).values())
        return only_year(map(str, periods or titles))

    def tell(self, region: Region, day: DayAbove) -> None:
        """Takes the time that a heading says of a table of reports, and notes what there is before the table."""
        self._of[id(region)] = day
        self.rest(region, ())

    def take(self, region: Region) -> None:
        """Notes that a table is a report, so that what may say when it reports does."""
        if (day := self._perhaps.pop(id(region), None)) is not None:
            self._of.setdefault(id(region), day)

    def rest(self, region: Region, above: Sequence[Row]) -> list[Row]:
        """Gives the rows above a table without its day, and notes what there is before the table."""
        data, day = self._draft.root.data, self._of.get(id(region))
        self._since = len(data.get(_UPDATES, ()))
        dated = day or self._below.get(id(region))
        self._stated = {id(one) for _, one in (*_states(data), *_values(data))} if dated else set()
        self._rated = {id(one) for one in _objects(data) if "progress" in one} if dated else set()
        self.day = day.date if day and day.is_day else ""
        if day is not None and day.in_title and not self._has_title() and may_be_title(day.pieces[0].text):
            self._titles.add(day)
        if day is None or day in self._titles:
            return list(above)
        return [{at: one for at, one in row.items() if one not in day.pieces} for row in above]

    def give(self, region: Region) -> None:
        """Dates the updates that were made of a table, where they say no day or period of their own, and the states."""
        day = self._of.get(id(region)) or self._below.get(id(region))
        if day is None:
            return
        data = self._draft.root.data
        undated = [one for one in data.get(_UPDATES, [])[self._since :] if not one.keys() & {"date", "period"}]
        for one in undated:
            one.update({"date": day.date} if day.is_day else {"period": {"start": day.date, "end": day.date}})
        stated = _states(data) if day.is_day else ()
        states = [(owner, one) for owner, one in stated if id(one) not in self._stated and "as_of" not in one]
        for _, one in states:
            one["as_of"] = day.date
        values = [(owner, one) for owner, one in (_values(data) if day.is_day else ()) if id(one) not in self._stated]
        for _, one in values:
            one.setdefault("date", day.date)
        dated = [(one, "date" if day.is_day else "period") for one in undated] + [
            (owner, "status.as_of") for owner, _ in states
        ]
        dated += [(update, "date") for update in self._of_rates(day)]
        if dated and day not in self._told:
            self._told.add(day)
            for label in day.pieces[:-1]:
                self._draft.ignore(label, "heading")
            node = self._draft.node_of(dated[0][0])
            if day.pieces:
                self._draft.used(day.pieces[-1], node, dated[0][1])
            if day.in_title or not day.pieces:
                place = day.pieces[0].place if day.pieces else region.grid.place(region.header, 0)
                self._draft.say("import/assumed", place, severity="info", node=node, field=dated[0][1],
                                value=day.date)  # fmt: skip

    def _of_rates(self, day: DayAbove) -> list[dict[str, Any]]:
        """Makes updates of the rates of a table, as far as no state or update of theirs tells their day."""
        data, draft = self._draft.root.data, self._draft
        told = {one["target"] for one in data.get(_UPDATES, [])[self._since :]}
        rates = [one for one in _objects(data) if day.is_day and "progress" in one and id(one) not in self._rated]
        made = []
        for one in [one for one in rates if "status" not in one and one["id"] not in told]:
            node = draft.add(draft.root, _UPDATES, day.pieces[-1] if day.pieces else None)
            node.data |= {"target": one["id"], "date": day.date, "progress": one["progress"]}
            made.append(node.data)
        return made

    def _has_title(self) -> bool:
        return any("title" in plan for plan in self._draft.root.data.get("plans", ())[self._plans :])

    def close(self) -> None:
        """Keeps the days of tables that report nothing in words, and says so."""
        for day in dict.fromkeys(self._of.values()):
            if day.pieces and day not in self._told and day not in self._titles:
                for piece in day.pieces:
                    self._draft.keep(piece)
                text = " ".join(piece.text for piece in day.pieces)
                self._draft.say("import/kept-above", day.pieces[0], severity="info", count=len(day.pieces), text=text)


def _day_below(sheet: Sheet, region: Region, tops: Sequence[int]) -> DayAbove | None:
    """Gives the one day that cells alone in their rows, the last of a table or right below it, say behind a label.

    "Arrêté le 12/03/2024" says of no state that it is of that day: it stands above those who sign, too.
    """
    if any(name.startswith(_TIMED) for name in region.names):
        return None
    grid = sheet.grid
    rows = range(max(region.first, region.end - _FOOT), min([region.end + _FOOT, len(grid.rows), *tops]))
    filled = [(row, [at for at, value in enumerate(grid.rows[row]) if not is_blank(value)]) for row in rows]
    last = max((row for row, at in filled if len(at) > 1 and row < region.end), default=-1)
    behind = ((row, at[0]) for row, at in filled if len(at) == 1 and row > last)
    alone = [piece for row, at in behind if (piece := sheet.piece(row, at)) is not None]
    texts = [(_NOTE.sub("", piece.text), piece) for piece in alone]
    said = [(date, one) for text, one in texts if not begins("signed_on", text) and (date := behind_label(text))]
    if len(said) != 1 or DAY.fullmatch(said[0][0]) is None:
        return None
    return DayAbove(said[0][0], (said[0][1],), -1, in_title=True)


def _objects(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Gives the commitments, activities and milestones of the plans."""
    for plan in data.get("plans", ()):
        for one in (*plan.get("commitments", ()), *plan.get("activities", ())):
            yield from (one, *one.get("milestones", ()))


def _states(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Gives all that has a state, and its state."""
    return ((one, one["status"]) for one in _objects(data) if "status" in one)


def _values(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Gives all that has an indicator, and the values of it."""
    for one in _objects(data):
        for indicator in one.get("indicators", ()):
            yield from ((one, value) for value in indicator.get("values", ()))


def _in_row(at: int, pieces: Sequence[Piece]) -> DayAbove | None:
    """Gives the only day that a row says: in two cells, behind a label in one, or in a title."""
    if len(pieces) == _PAIR and (date := beside_label(pieces[0].text, pieces[1])):
        return DayAbove(date, tuple(pieces), at)
    labelled = [(date, piece) for piece in pieces if (date := behind_label(piece.text))]
    if labelled:
        return DayAbove(labelled[0][0], (labelled[0][1],), at) if len(labelled) == 1 else None
    date = in_title(pieces[0].text) if len(pieces) == 1 else ""
    return DayAbove(date, tuple(pieces), at, in_title=True) if date else None


def _names_project(row: Row) -> bool:
    return any(project_in(piece.text.strip()) for piece in row.values())
