"""Lines of milestones told apart: titles with their dates below or behind them, or with labelled lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.tables import milestone_columns
from opengov_local.importing.dates import DateContext, find_dates, read_date
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN

NUMBER = re.compile(r"^\(?(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.):]|\s*[–—-](?=\s)|\s)\s*(?=\S)")
NUMBER_ALONE = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?$")
_WITH_WORD = re.compile(
    rf"(?P<word>[^\W\d_]+)\s+(?:{SIGN}\s*)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})\s*(?:[:：.–—-]\s*(?P<title>\S.*)?)?"
)
_BOTH = 2
_SIGNS = frozenset("•▪●◦\uf0b7")
_BEFORE_SPAN = frozenset("([,:–—-|")
_AROUND = " \t|,;:–—-•▪●◦\uf0b7"
_CONNECTING = re.compile(r"^[\s–—-]*$")
Dated = tuple[Piece | None, Piece, list[Piece]]
"""The number above a title, the title, and its dates."""


def dated_below(lines: Sequence[Piece], context: DateContext) -> list[Dated]:
    """Gives titles with the one line of dates below each, or two lines of one date; none where one title has none.

    A number on a line of its own is that of the title below it.
    """
    found: list[Dated] = []
    number: Piece | None = None
    for piece in lines:
        if number is None and (counted := _counted(piece.text)) and not counted[1]:
            number = piece._replace(text=counted[0])
        elif not _is_dates(piece.text, context):
            found.append((number, piece, []))
            number = None
        elif not found or number is not None:
            return []
        else:
            found[-1][2].append(piece)
    fits = all(len(dates) == 1 or (len(dates) == _BOTH and _are_single(dates, context)) for *_, dates in found)
    return found if fits and number is None else []


def _are_single(dates: Sequence[Piece], context: DateContext) -> bool:
    return all((said := read_date(piece.text, context)) is not None and said.kind == "date" for piece in dates)


def dated_behind(lines: Sequence[Piece], context: DateContext) -> list[Dated]:
    """Gives titles with the two dates, or the span, that end each: "1. Publish January 2019 March 2019"; else none.

    Several stand on one line where each begins with the next number, or with a sign of a list.
    """
    found: list[Dated] = []
    for piece in lines:
        parted = list(_parted(piece, context))
        if not parted or not _begin_alike([title.text for title, _ in parted]):
            return []
        found += [(None, title._replace(text=_bare(title.text)), dates) for title, dates in parted]
    return found if all(title.text for _, title, _ in found) else []


def _bare(title: str) -> str:
    """Gives a title without signs of lists, and without the bracket that its dates stand in."""
    return title.strip(_AROUND).rstrip("( ").strip(_AROUND)


def _parted(piece: Piece, context: DateContext) -> Iterator[tuple[Piece, list[Piece]]]:
    """Parts a line behind each two dates that stand side by side; none where words stand behind the last of them."""
    text = piece.text
    said = find_dates(text, context)
    dates = [one for one in said if one.reading.kind == "date"]
    begin, parted = 0, list[tuple[Piece, list[Piece]]]()
    if len(said) == 1 and said[0].reading.kind == "period" and _is_apart(text, said[0].start, said[0].end):
        span = piece._replace(text=text[said[0].start : said[0].end])
        return iter([(piece._replace(text=text[: said[0].start]), [span])])
    for first, second in pairwise(dates):
        if first.start >= begin and _CONNECTING.match(text[first.end : second.start]):
            both = [piece._replace(text=text[one.start : one.end]) for one in (first, second)]
            parted.append((piece._replace(text=text[begin : first.start].strip()), both))
            begin = second.end
    return iter(() if text[begin:].strip(_AROUND + ")") else parted)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tells whether a span ends a line, in brackets or behind a sign: "Publish (January 2019 – March 2019)"."""
    return text[:start].rstrip()[-1:] in _BEFORE_SPAN and not text[end:].strip(_AROUND + ").")


def _begin_alike(titles: Sequence[str]) -> bool:
    """Tells whether titles on one line are surely parted: one, or each begins with the next number or with a sign."""
    if len(titles) < _BOTH:
        return True
    numbers = [number[1] if (number := NUMBER.match(title)) else "" for title in titles]
    if all(number.isdecimal() for number in numbers):
        follow = all(int(after) == int(before) + 1 for before, after in pairwise(numbers))
        return follow and not any(map(_holds_next, titles, numbers))
    return all(title[:1] in _SIGNS and not _SIGNS.intersection(title[1:]) for title in titles)


def _holds_next(title: str, number: str) -> bool:
    """Tells whether a title holds the number of the next, written like its own: "2. Keep 3. Review"."""
    bare = title.lstrip("(")
    sign = bare[len(number)]
    return f" {int(number) + 1}{sign}" in bare


def _counted(text: str) -> tuple[str, str] | None:
    """Gives the number that is all of a line, or stands behind the word for a milestone, and the title behind it.

    "2)" is the number of the title below, "Milestone 2: Publish" has both; None for other lines.
    """
    if NUMBER_ALONE.match(text):
        return text, ""
    found = _WITH_WORD.fullmatch(text)
    if found is None or milestone_columns().get(fold(found["word"])) != "title":
        return None
    return found["number"], (found["title"] or "").strip()


def labelled_below(
    lines: Sequence[Piece], context: DateContext
) -> list[tuple[Piece | None, Piece, list[tuple[str, Piece]]]] | None:
    """Reads titles with labelled lines below each: `Start: Sep 2025`; None where one title has none.

    Dates may stand among them without a label, but not alone. A number on a line of its own is that of the title below
    it.
    """
    found: list[tuple[Piece | None, Piece, list[tuple[str, Piece]]]] = []
    number: Piece | None = None
    for piece in lines:
        label, colon, value = piece.text.partition(":")
        field = milestone_columns().get(fold(label)) if colon else None
        if number is None and (counted := _counted(piece.text)):
            number = piece._replace(text=counted[0])
            if counted[1]:
                found.append((number, piece._replace(text=counted[1]), []))
                number = None
        elif field is None and found and found[-1][2] and _is_dates(piece.text, context):
            found[-1][2].append(("schedule", piece))
        elif field is None or field == "title":
            title = piece._replace(text=value.strip()) if field and value.strip() else piece
            found.append((number, title, []))
            number = None
        elif found and value.strip() and number is None:
            found[-1][2].append((field, piece._replace(text=value.strip())))
        else:
            return None
    return found if found and number is None and all(said for *_, said in found) else None


def _is_dates(text: str, context: DateContext) -> bool:
    return read_date(text, context) is not None or two_dates(text, context) is not None


def two_dates(text: str, context: DateContext) -> tuple[str, str] | None:
    """Gives the texts of two dates that stand side by side and fill the line: "September 2018 October 2018"."""
    found = find_dates(text, context)
    if len(found) != 2 or any(one.reading.kind != "date" for one in found):
        return None
    first, second = found
    between = (text[: first.start], text[first.end : second.start], text[second.end :])
    if not all(_CONNECTING.match(part) for part in between):
        return None
    return text[first.start : first.end], text[second.start : second.end]
