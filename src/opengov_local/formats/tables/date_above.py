"""The day that a line above a table gives to all that the table reports: "Situation arrêtée au 30/06/2025"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.block_heads import project_in
from opengov_local.formats.tables.contribution_columns import is_contributions
from opengov_local.formats.tables.layout import Region
from opengov_local.formats.tables.pieces import Row, Sheet
from opengov_local.formats.tables.vocabulary import phrases, recognise
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Draft
from opengov_local.importing.put_date import written
from opengov_local.importing.words import fold

_TARGET = "update.date"
_SURE = 95
_MARKS = " \u00a0\t:：,،.–-"
_PAIR = 2
_LONGEST_LABEL = 8
"""Words."""
_YEAR = len("2026")
_UPDATES = "progress_updates"


class DayAbove(NamedTuple):
    """A day that stands above a table.

    Attributes:
        date: the day, or the month.
        pieces: the cell that says it; or that of the label, and that of the day beside it.
        row: the number of its row among those above the table.
    """

    date: str
    pieces: tuple[Piece, ...]
    row: int


def day_above(above: Sequence[Row]) -> DayAbove | None:
    """Gives the one day above a table that a label says to be that of the report; None where there is none, or several.

    Args:
        above: the rows above the table, by column.
    """
    found = [day for at, row in enumerate(above) if (day := _in_row(at, [row[column] for column in sorted(row)]))]
    return found[0] if len(found) == 1 else None


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
        self.day = ""
        self._told: set[DayAbove] = set()
        for sheet, regions in tables:
            shared: DayAbove | None = None
            for at, region in enumerate(regions):
                if is_contributions(region):
                    continue
                above = [sheet.row(row) for row in range(region.top, region.header)]
                day = day_above(above)
                if day is not None and at == 0 and any(_names_project(row) for row in above[day.row + 1 :]):
                    shared = day
                if day := day or shared:
                    self._of[id(region)] = day

    def rest(self, region: Region, above: Sequence[Row]) -> list[Row]:
        """Gives the rows above a table without its day, and notes how many updates there are before the table."""
        self._since = len(self._draft.root.data.get(_UPDATES, ()))
        day = self._of.get(id(region))
        self.day = day.date if day else ""
        return [{at: one for at, one in row.items() if day is None or one not in day.pieces} for row in above]

    def give(self, region: Region) -> None:
        """Dates the updates that were made of a table, where they say no day or period of their own."""
        day = self._of.get(id(region))
        made = self._draft.root.data.get(_UPDATES, [])[self._since :] if day else []
        undated = [one for one in made if not one.keys() & {"date", "period"}]
        for one in undated if day else ():
            one["date"] = day.date if day else ""
        if day and undated and day not in self._told:
            self._told.add(day)
            for label in day.pieces[:-1]:
                self._draft.ignore(label, "heading")
            self._draft.used(day.pieces[-1], self._draft.node_of(undated[0]), "date")

    def close(self) -> None:
        """Keeps the days of tables that report nothing in words, and says so."""
        for day in dict.fromkeys(self._of.values()):
            if day not in self._told:
                for piece in day.pieces:
                    self._draft.keep(piece)
                text = " ".join(piece.text for piece in day.pieces)
                self._draft.say("import/kept-above", day.pieces[0], severity="info", count=len(day.pieces), text=text)


def _in_row(at: int, pieces: Sequence[Piece]) -> DayAbove | None:
    if not 1 <= len(pieces) <= _PAIR:
        return None
    words = pieces[0].text.split()
    splits = range(1, min(len(words), _LONGEST_LABEL + 1)) if len(pieces) == 1 else ()
    parts: list[tuple[str, Any]] = [(" ".join(words[:count]), " ".join(words[count:])) for count in splits]
    if len(pieces) == _PAIR:
        parts = [(pieces[0].text, written(pieces[1]))]
    for label, said in parts:
        if _is_label(label) and (date := _day(said)):
            return DayAbove(date, tuple(pieces), at)
    return None


def _day(said: Any) -> str:
    """Gives the day or month that a text or typed value is; "" where it is none."""
    reading = read_date(said.strip(_MARKS) if isinstance(said, str) else said)
    if reading is None or reading.kind != "date" or reading.qualifier or len(reading.start or "") <= _YEAR:
        return ""
    return reading.start or ""


def _is_label(text: str) -> bool:
    """Tells whether words say that what follows is the day of a report; few of them are headings of columns."""
    label = text.strip(_MARKS)
    if fold(label) in phrases("day_of_report"):
        return True
    meaning = recognise(label, ()) if label else None
    return meaning is not None and meaning.target == _TARGET and meaning.score >= _SURE


def _names_project(row: Row) -> bool:
    return any(project_in(piece.text.strip()) for piece in row.values())
