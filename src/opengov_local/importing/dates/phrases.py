"""A whole expression out of tokens: a date, a span, "from … on", "until …", with the words that say how it is meant."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from opengov_local.importing.dates import meaning, numeric
from opengov_local.importing.dates.dating import Dated, completed, dated
from opengov_local.importing.dates.meaning import DateKind, DateReading, NoDateError
from opengov_local.importing.dates.units import Cursor, Unit, unit_at
from opengov_local.model.dates import PartialDate

_OPENERS: Final = frozenset({"before", "until", "after", "between", "to", "of", "course"})
_HEDGES: Final = frozenset({"circa", "expected"})
_PART_JOINTS: Final = frozenset({"of", "to"})
_LONGEST_LIST: Final = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit with the part of it that is meant (`early`, `middle`, `late`) and the tokens it takes."""

    unit: Unit
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """One reading, or the code of why there is none; the indices of its first token and of the one after its last."""

    reading: DateReading | str
    start: int
    end: int


@dataclass(slots=True)
class Opening:
    """The words before a date: `word` (before, until, after, between, of, on or none), hedges (circa, expected)."""

    start: int
    index: int
    word: str = ""
    hedges: set[str] = field(default_factory=set)

    @property
    def plain(self) -> bool:
        """Whether the words open nothing that needs an end."""
        return self.word in {"", "on"}


def phrases_at(cursor: Cursor, index: int) -> list[Phrase]:
    """Reads the expression that begins at a token; several dates when it lists some that do not follow each other.

    Raises:
        NoDateError: digits that are no day, or that can be read in two ways.
    """
    opening = _opening(cursor, index)
    if opening is None:
        return []
    pieces, joint = _pieces(cursor, opening.index)
    if not pieces:
        return []
    end = _trailing_hedge(cursor, pieces[-1].end, opening.hedges)
    try:
        return _read(cursor, opening, pieces, joint, end)
    except NoDateError as error:
        return [Phrase(error.code, opening.start, end)]


def _opening(cursor: Cursor, index: int) -> Opening | None:
    opening = Opening(index, index)
    while (token := cursor.at(opening.index)).kind in _OPENERS | _HEDGES:
        if token.kind in _HEDGES:
            opening.hedges.add(token.kind)
        elif opening.word or (token.kind == "to" and opening.index > index):
            return None
        elif token.kind != "course":
            opening.word = (token.value or "on") if token.kind == "to" else token.kind
        opening.index += 1
    return opening


def _read(cursor: Cursor, opening: Opening, pieces: list[Piece], joint: str, end: int) -> list[Phrase]:
    if joint == "and" and opening.word != "between":
        return _listed(cursor, pieces, opening, end) if opening.plain or opening.word == "of" else []
    if len(pieces) == 2:
        fits = opening.plain or opening.word in {"of", "between"} or (opening.word == "after" and joint == "to")
        return [Phrase(_span(cursor, pieces, opening.hedges), opening.start, end)] if fits else []
    if len(pieces) > 2 or opening.word in {"of", "between"}:
        return []
    return [Phrase(_single(cursor, pieces[0], opening), opening.start, end)]


def _piece(cursor: Cursor, index: int) -> Piece | None:
    start, part = index, ""
    if fortnight := _fortnight(cursor, index):
        return fortnight
    if cursor.at(index).kind == "part":
        part = cursor.at(index).value
        index = cursor.after(index + 1, _PART_JOINTS, tight_marks="-")
    found = unit_at(cursor, index)
    if not found or (part and found[0].day):
        return None
    return Piece(found[0], part, start, found[1])


def _fortnight(cursor: Cursor, index: int) -> Piece | None:
    """Reads half of a month as the month, which says more than a date can: "deuxième quinzaine de mai 2025"."""
    if cursor.at(index + 1).kind != "fortnight" or cursor.small(index, 2) is None:
        return None
    found = unit_at(cursor, cursor.after(index + 2, _PART_JOINTS))
    if not found or found[0].day or not found[0].month:
        return None
    unit = replace(found[0], notes=(*found[0].notes, meaning.QUALIFIER))
    return Piece(unit, "", index, found[1])


def _pieces(cursor: Cursor, index: int) -> tuple[list[Piece], str]:
    """Reads one unit, two with `-` or "to" between them, or a list; gives them and what stands between them."""
    if years := _span_of_years(cursor, index):
        return years, "-"
    first = _piece(cursor, index)
    if not first:
        return [], ""
    if american := _days_after_month(cursor, first):
        return american, "-"
    pieces, joint = [first], ""
    while len(pieces) < _LONGEST_LIST and not cursor.alone:
        kind, after = _joint(cursor, pieces[-1])
        if not kind or (joint and not kind == joint == "and"):
            break
        following = _piece(cursor, after)
        if not following:
            break
        pieces.append(following)
        joint = kind
    return pieces, joint


def _joint(cursor: Cursor, piece: Piece) -> tuple[str, int]:
    """Gives what joins a date to the one after it (`and`, `to`, `-` or nothing), and where that one begins."""
    token, after = cursor.at(piece.end), piece.end + 1
    kind = ""
    if token.kind == "and" or cursor.mark(piece.end, ","):
        kind = "and"
        after += cursor.at(after).kind == "and"
    elif token.kind in {"to", "until"}:
        kind = "to"
    elif cursor.mark(piece.end, "-"):
        bare = piece.unit.day and not piece.unit.month
        kind = "" if bare and not cursor.short_years and not cursor.tight(piece.end) else "-"
    elif cursor.mark(piece.end, "/") and cursor.at(piece.end - 1).kind == cursor.at(after).kind == "triple":
        kind = "-"
    elif cursor.mark(piece.end, "/") and not piece.unit.day and piece.unit.year is None:
        kind = "and"  # "mars/avril 2026", "T1/T2 2026"
    while cursor.at(after).kind == "of" or (kind == "to" and cursor.at(after).kind == "to"):
        after += 1
    return kind, after


def _days_after_month(cursor: Cursor, first: Piece) -> list[Piece]:
    """Reads "October 16–20, 2023": days after the name of their month."""
    unit, index = first.unit, first.end
    day = cursor.small(index, 31)
    between = cursor.mark(index + 1, "-") or cursor.at(index + 1).kind == "to"
    last = cursor.small(index + 2, 31)
    if first.part or unit.day or not unit.month or unit.year or not (day and between and last):
        return []
    year_at = cursor.after(index + 3, frozenset(), loose_marks=",")
    year = cursor.year(year_at)
    if year is None or any(cursor.at(place).kind != "number" for place in (index, index + 2)):
        return []
    units = (Unit(year=year, month=unit.month, day=number) for number in (day, last))
    return [Piece(one, "", first.start, year_at + 1) for one in units]


def _trailing_hedge(cursor: Cursor, index: int, hedges: set[str]) -> int:
    """Takes in "(prévu)", "environ" after the date."""
    inside = cursor.mark(index, "(")
    word = cursor.at(index + inside)
    if word.kind not in _HEDGES or (inside and not cursor.mark(index + 2, ")")):
        return index
    hedges.add(word.kind)
    return index + (3 if inside else 1)


def _span_of_years(cursor: Cursor, index: int) -> list[Piece]:
    """Reads "2023-2024" and "2024/25", which are one token."""
    start = index
    while cursor.at(index).kind in {"year", "of"}:
        index += 1
    token = cursor.at(index)
    years = numeric.years_of(token.value, cursor.context) if token.kind == "pair" else None
    if years is None:
        return []
    first, last, notes = years
    return [Piece(Unit(year=year, notes=notes), "", start, index + 1) for year in (first, last)]


def _single(cursor: Cursor, piece: Piece, opening: Opening) -> DateReading:
    one, notes = dated(piece.unit, cursor.context)
    if opening.word in {"after", "before"}:
        onward = opening.word == "after"
        exact = piece.part in {"", "early" if onward else "late"} and not opening.hedges
        notes = notes if exact else (*notes, meaning.QUALIFIER)
        if onward:
            return _reading(one, None, "open-start", "after", notes)
        return _reading(None, one, "open-end", "before", notes)
    if opening.word == "until":
        qualifier, more = _qualifier(piece.part if piece.part != "late" else "", opening.hedges)
        return _reading(None, one, "open-end", qualifier, (*notes, *more))
    qualifier, more = _qualifier(piece.part, opening.hedges)
    return _reading(one, None, "date", qualifier, (*notes, *more))


def _span(cursor: Cursor, pieces: list[Piece], hedges: set[str]) -> DateReading:
    first, last = (dated(unit, cursor.context) for unit in completed([piece.unit for piece in pieces]))
    short = [meaning.TWO_DIGIT_YEAR in notes for _, notes in (first, last)]
    if short[0] != short[1] or first[0].earliest > last[0].latest:
        raise NoDateError(meaning.AMBIGUOUS if short[0] != short[1] else meaning.BACKWARDS)
    vague = pieces[0].part in {"middle", "late"} or pieces[1].part in {"early", "middle"}
    qualifier, more = _qualifier("circa" if vague else "", hedges - {"circa"} if vague else hedges)
    if vague:
        more = (meaning.QUALIFIER,)
    return _reading(first[0], last[0], "period", qualifier, (*first[1], *last[1], *more))


def _listed(cursor: Cursor, pieces: list[Piece], opening: Opening, end: int) -> list[Phrase]:
    """Reads a list: a span where its dates follow each other without a gap, else one date after the other.

    A word in front of it ("prévu mars et juin 2026") is said of all of them.
    """
    dates: list[Dated] = [dated(unit, cursor.context) for unit in completed([piece.unit for piece in pieces])]
    gapless = all((b.earliest - a.latest).days == 1 for (a, _), (b, _) in pairwise(dates))
    if gapless and not any(piece.part for piece in pieces):
        qualifier, more = _qualifier("", opening.hedges)
        notes = (*(note for _, each in dates for note in each), *more)
        return [Phrase(_reading(dates[0][0], dates[-1][0], "period", qualifier, notes), opening.start, end)]
    found = []
    for piece, (one, notes) in zip(pieces, dates, strict=True):
        qualifier, more = _qualifier(piece.part, opening.hedges)
        found.append(Phrase(_reading(one, None, "date", qualifier, (*notes, *more)), piece.start, piece.end))
    return found


def _qualifier(part: str, hedges: set[str]) -> tuple[str | None, tuple[str, ...]]:
    """Chooses the one qualifier that a date can carry; the note says when the words say more."""
    said = [part] if part else []
    said += [hedge for hedge in ("circa", "expected") if hedge in hedges]
    return (said[0] if said else None), ((meaning.QUALIFIER,) if len(said) > 1 else ())


def _reading(
    start: PartialDate | None, end: PartialDate | None, kind: DateKind, qualifier: str | None, notes: tuple[str, ...]
) -> DateReading:
    years = [int(one[:4]) for one in (start, end) if one]
    far = (meaning.FAR,) if any(not 2000 <= year <= 2050 for year in years) else ()
    unique = tuple(dict.fromkeys((*notes, *far)))
    return DateReading(start and str(start), end and str(end), kind, qualifier, unique)
