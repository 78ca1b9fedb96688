"""One day, month, quarter, half-year, season or year out of tokens, as far as the words go: its year may be missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from opengov_local.importing.dates import meaning, numeric
from opengov_local.importing.dates.meaning import FIRST_YEAR, LAST_YEAR, DateContext, NoDateError
from opengov_local.importing.dates.tokens import Token

_OF: Final = frozenset({"of", "year", "monthword"})
_COUNTED: Final = "counted"
"""Value of a word that may be short for a week, "sem."; behind a number of its kind it is a half-year: "1er sem."."""
END: Final = Token("end", "", -1, -1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time as it is written.

    Attributes:
        year: its year, None where the text leaves it out.
        month: 1–12, for a month or day.
        day: 1–31, for a day.
        cycle: `Q` or `H`, for a quarter or half-year.
        nth: which quarter or half-year.
        weekday: 1 (Monday) to 7, where the text names it.
        relative: `current`, `next` or `last`, seen from the day the document was written.
        word: `year` or `month`, where the text says only "this year", "next month".
        notes: codes of what was decided.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    cycle: str = ""
    nth: int = 0
    weekday: int = 0
    relative: str = ""
    word: str = ""
    notes: tuple[str, ...] = ()


Found = tuple[Unit, int]
"""A unit and the index of the token after it."""


class Cursor:
    """Tokens to be read from any place, with an end that is no error.

    Attributes:
        tokens: the tokens, fillers left out.
        context: what is known around the text.
        short_years: whether "mars 23" may be a month and its year; not so in sentences.
        alone: whether one date is to be read, with nothing joined to it.
    """

    def __init__(self, tokens: Sequence[Token], context: DateContext, *, short_years: bool = True) -> None:
        self.tokens = tokens
        self.context = context
        self.short_years = short_years
        self.alone = False

    def at(self, index: int) -> Token:
        """Gives a token, or the token `end` after the last."""
        return self.tokens[index] if index < len(self.tokens) else END

    def mark(self, index: int, marks: str) -> bool:
        """Tells whether one of these marks stands there."""
        token = self.at(index)
        return token.kind == "mark" and token.value in marks

    def tight(self, index: int) -> bool:
        """Tells whether a token touches both its neighbours, as in 12-mars."""
        before, token, after = self.at(index - 1), self.at(index), self.at(index + 1)
        return before.end == token.start and token.end == after.start

    def after(self, index: int, kinds: frozenset[str], tight_marks: str = "", loose_marks: str = "") -> int:
        """Gives the index after words of these kinds and at most one mark; the tight marks must touch both sides."""
        if self.mark(index, loose_marks) or (self.mark(index, tight_marks) and self.tight(index)):
            index += 1
        while self.at(index).kind in kinds:
            index += 1
        return index

    def year(self, index: int) -> int | None:
        """Gives the year that stands there in four digits, if any."""
        token = self.at(index)
        plain = token.kind == "number" and len(token.value) == 4 and not token.nth
        return int(token.value) if plain and FIRST_YEAR <= int(token.value) <= LAST_YEAR else None

    def small(self, index: int, last: int) -> int | None:
        """Gives the number from 1 to `last` that stands there in one or two digits, or as an ordinal word."""
        token = self.at(index)
        if token.kind == "ordinal" or (token.kind == "number" and len(token.value) <= 2):
            return int(token.value) if 1 <= int(token.value) <= last else None
        return None


def unit_at(cursor: Cursor, index: int) -> Found | None:
    """Reads the unit that begins at a token.

    Raises:
        NoDateError: what stands there is a date that cannot be, or that can be read in two ways.
    """
    weekday = 0
    if cursor.at(index).kind == "weekday":
        weekday = int(cursor.at(index).value)
        index = cursor.after(index + 1, frozenset(), loose_marks=",")
    elif cursor.at(index).kind in {"year", "monthword"}:
        if found := _this_or_next(cursor, index):
            return found
        index = cursor.after(index, _OF)
    found = _numeric(cursor, index) or _cycle(cursor, index) or _day(cursor, index) or _month(cursor, index)
    found = found or _season(cursor, index) or _year(cursor, index)
    if not found or not weekday:
        return found
    return (replace(found[0], weekday=weekday), found[1]) if found[0].day else None


def _this_or_next(cursor: Cursor, index: int) -> Found | None:
    nearby = cursor.at(index + 1)
    if nearby.kind not in {"relative", "course"}:
        return None
    return Unit(relative=nearby.value, word=cursor.at(index).kind.removesuffix("word")), index + 2


def _numeric(cursor: Cursor, index: int) -> Found | None:
    token = cursor.at(index)
    if token.kind == "triple":
        text, after = token.value, index + 1
    elif token.kind == "number" and cursor.context.short_months:
        return _short_month(cursor, index)
    elif token.kind == "pair":
        month = numeric.month_of(token.value, cursor.context)
        return (Unit(year=month[0], month=month[1], notes=month[2]), index + 1) if month else None
    elif token.kind == "number" and all(cursor.at(index + step).kind == "number" for step in (2, 4)):
        sep = cursor.at(index + 1)
        if sep.kind != "mark" or sep.value not in "/-." or not cursor.mark(index + 3, sep.value):
            return None
        text, after = "".join(cursor.at(index + step).value for step in range(5)), index + 5
    else:
        return None
    (year, month_number, day), notes = numeric.day_of(text, cursor.context)
    return Unit(year=year, month=month_number, day=day, notes=notes), after


def _short_month(cursor: Cursor, index: int) -> Found | None:
    """Reads `03/26` in a column that has nothing else."""
    month, sep, year = (cursor.at(index + step) for step in range(3))
    if sep.kind != "mark" or sep.value not in "/-" or year.kind != "number":
        return None
    found = numeric.month_of(f"{month.value}{sep.value}{year.value}", cursor.context)
    return (Unit(year=found[0], month=found[1], notes=found[2]), index + 3) if found else None


def _cycle(cursor: Cursor, index: int) -> Found | None:
    year = cursor.year(index)
    if year is not None:
        after = cursor.after(index + 1, frozenset(), tight_marks="-/", loose_marks=",")
        found = _bare_cycle(cursor, after)
        return (replace(found[0], year=year), found[1]) if found else None
    found = _bare_cycle(cursor, index)
    if not found:
        return _last_cycle(cursor, index)
    unit, index = found
    return _with_year(cursor, unit, index)


def _last_cycle(cursor: Cursor, index: int) -> Found | None:
    """Reads the last quarter or half-year of a year that is named: "dernier trimestre 2025"."""
    first, second = cursor.at(index), cursor.at(index + 1)
    last, name = (second, first) if second.kind == "final" else (first, second)
    if name.kind not in {"quarter", "half"} or not (
        last.kind == "final" or (last.kind, last.value) == ("relative", "last")
    ):
        return None
    quarter = name.kind == "quarter"
    found = _with_year(cursor, Unit(cycle="Q" if quarter else "H", nth=4 if quarter else 2), index + 2)
    return found if found[0].year is not None else None


def _bare_cycle(cursor: Cursor, index: int) -> Found | None:
    first, second = cursor.at(index), cursor.at(index + 1)
    name = first if first.kind in {"quarter", "half"} else second
    if name.kind not in {"quarter", "half"} or (name.letter and first.end != second.start):
        return None
    if name.kind == "half" and (name.letter or name.value == _COUNTED) and cursor.context.weeks:
        return None
    if name.value == _COUNTED and (name is first or not first.nth or first.feminine):
        return None
    quarter = name.kind == "quarter"
    nth = cursor.small(index + 1 if name is first else index, 4 if quarter else 2)
    return (Unit(cycle="Q" if quarter else "H", nth=nth), index + 2) if nth else None


def _day(cursor: Cursor, index: int) -> Found | None:
    day = cursor.small(index, 31)
    if day is None:
        return None
    after = cursor.after(index + 1, _OF - {"year"}, tight_marks="-/.")
    month = cursor.at(after)
    if month.kind == "month":
        return _with_year(cursor, Unit(month=int(month.value), day=day), _twin(cursor, after))
    if month.kind in {"relative", "course"} and month.value == "current" and cursor.at(index).kind == "number":
        last_word = cursor.at(after - 1).kind
        if after == index + 1 or last_word == "monthword":
            return Unit(day=day, relative="current"), after + 1
    return Unit(day=day), index + 1


def _month(cursor: Cursor, index: int) -> Found | None:
    if cursor.at(index).kind != "month":
        return None
    unit, after = Unit(month=int(cursor.at(index).value)), _twin(cursor, index)
    day = cursor.small(after, 31)
    if day is not None and cursor.at(after).kind == "number":
        year_at = cursor.after(after + 1, frozenset(), loose_marks=",")
        year = cursor.year(year_at)
        if year is not None:
            return replace(unit, day=day, year=year), year_at + 1
    return _with_year(cursor, unit, after)


def _twin(cursor: Cursor, index: int) -> int:
    """Gives the index after a month, which may be named twice: كانون الثاني/يناير."""
    same = cursor.at(index + 2) if cursor.mark(index + 1, "/") else END
    return index + (3 if same.kind == "month" and same.value == cursor.at(index).value else 1)


def _with_year(cursor: Cursor, unit: Unit, index: int) -> Found:
    """Adds the year that follows a unit, or the word that says which year is meant."""
    after = cursor.after(index, _OF, tight_marks="-/", loose_marks=",")
    year = cursor.year(after)
    if year is not None:
        return replace(unit, year=year), after + 1
    token = cursor.at(after)
    if token.kind in {"relative", "course"}:
        return replace(unit, relative=token.value), after + 1
    short = token.kind == "number" and len(token.value) == 2 and not token.nth and not cursor.mark(index, ",")
    if cursor.short_years and short and (unit.day or numeric.SHORTEST_YEAR <= int(token.value) < numeric.PIVOT):
        if not unit.day and _goes_on(cursor, after + 1):
            return unit, index
        notes = (*unit.notes, meaning.TWO_DIGIT_YEAR)
        return replace(unit, year=numeric.full_year(int(token.value)), notes=notes), after + 1
    return unit, index


def _goes_on(cursor: Cursor, index: int) -> bool:
    """Tells that two digits before this place are rather a day or a number: "March 12-15, 2024"."""
    joined = cursor.mark(index, "-") or cursor.at(index).kind == "to"
    following = cursor.at(index + 1 if joined else index).kind
    return following == "number" if joined else following in {"month", "quarter", "half", "number"}


def _season(cursor: Cursor, index: int) -> Found | None:
    season = cursor.at(index)
    if season.kind != "season":
        return None
    unit, after = _with_year(cursor, Unit(notes=(meaning.SEASON,)), index + 1)
    if unit.year is None:
        return None
    if season.value == "across":
        raise NoDateError(meaning.AMBIGUOUS)
    return unit, after


def _year(cursor: Cursor, index: int) -> Found | None:
    year = cursor.year(index)
    return (Unit(year=year), index + 1) if year is not None else None
