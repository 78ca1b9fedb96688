"""Milestones as lines: cells parted by bars, or a title with its dates on the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.date_order import order_told
from opengov_local.formats.ogp_pages.numbered_in_line import numbered_in_line
from opengov_local.formats.ogp_pages.tables import column_of, milestone_columns
from opengov_local.formats.ogp_pages.writing import Tongue, bodies_named, put_parties, put_status, tongue_of
from opengov_local.importing.dates import DateContext, find_dates, read_date
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date, put_schedule
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN

NUMBER = re.compile(r"^\(?(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.):]|\s*[–—-](?=\s)|\s)\s*(?=\S)")
_NUMBER_ALONE = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?$")
_WITH_WORD = re.compile(
    rf"(?P<word>[^\W\d_]+)\s+(?:{SIGN}\s*)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})\s*(?:[:：.–—-]\s*(?P<title>\S.*)?)?"
)
_DATED = frozenset({"start", "due"})
_PARTS = re.compile(r"[:：/|]")
_BOTH = 2
_SIGNS = frozenset("•▪●◦\uf0b7")
_BEFORE_SPAN = frozenset("([,:–—-|")
_AROUND = " \t|,;:–—-•▪●◦\uf0b7"
_CONNECTING = re.compile(r"^[\s–—-]*$")
_Dated = tuple[Piece | None, Piece, list[Piece]]
"""The number above a title, the title, and its dates."""


def put_milestones(
    draft: Draft,
    commitment: Node,
    lines: Sequence[Piece],
    header: Sequence[str],
    *,
    language: Tongue,
    context: DateContext,
) -> None:
    """Puts the lines of a plan of milestones; lines that cannot be told apart are kept, and a finding says so.

    Args:
        draft: the document in the making.
        commitment: whose milestones they are.
        lines: the lines, without their heading.
        header: headings of the columns; empty where there are none.
        language: language of the texts, or what tells that of each.
        context: what is known of the dates.
    """
    context = order_told(lines, context)
    if lines and not header and _columns(cells := _cells(lines[0].text), len(cells)) is not None:
        draft.ignore(lines[0], "heading")
        header, lines = cells, lines[1:]
    last = max((at for at, piece in enumerate(lines) if "|" in piece.text), default=-1)
    if last >= 0:
        for piece in lines[last + 1 :]:
            draft.keep(piece, commitment)  # what stands behind a table is none of it
        for piece in lines[: last + 1]:
            cells = _cells(piece.text)
            if len(cells) > 1:
                _put_row(draft, commitment, piece, cells, _columns(header, len(cells)), language, context)
            else:
                draft.keep(piece, commitment, label="milestones")
        return
    heads = list(takewhile(lambda piece: _asks_dates(piece.text), lines))
    for piece in heads:
        draft.ignore(piece, "heading")
    lines = lines[len(heads) :]
    if not _put_labelled(draft, commitment, lines, language, context):
        _put_pairs(draft, commitment, lines, language, context)


def _put_labelled(
    draft: Draft, commitment: Node, lines: Sequence[Piece], language: Tongue, context: DateContext
) -> bool:
    """Puts titles with labelled lines below them; tells whether the lines are such."""
    labelled = _labelled(lines, context)
    for number, title, said in labelled or ():
        milestone = _begin(draft, commitment, title, title.text, language, number)
        for field, piece in said:
            _put_cell(draft, milestone, field, piece, language, context)
    return labelled is not None


def _asks_dates(text: str) -> bool:
    """Tells whether a line is headings of dates and nothing else: `End date`, `Start Date: End Date:`."""
    if column_of(text) in _DATED:
        return True
    named = [column_of(part) for part in _PARTS.split(text) if part.strip()]
    return bool(named) and _DATED.issuperset(named)


def _put_pairs(draft: Draft, commitment: Node, lines: Sequence[Piece], language: Tongue, context: DateContext) -> None:
    """Puts titles with their dates below or behind them; other lines are kept, and a finding says so."""
    pairs = _dated_below(lines, context) or _dated_behind(lines, context) or numbered_in_line(lines, context)
    if not pairs:
        for piece in lines:
            draft.keep(piece, commitment, label="milestones")
        if lines:
            draft.say("import/milestones-not-split", lines[0], node=commitment, count=len(lines))
        return
    for number, title, dates in pairs:
        milestone = _begin(draft, commitment, title, title.text, language, number)
        if len(dates) == 1:
            _put_dates(draft, milestone, dates[0], context)
        for field, piece in zip(("start", "due"), dates, strict=False) if len(dates) > 1 else ():
            put_date(draft, milestone, field, piece, context, field)


def _cells(text: str) -> list[str]:
    bare = text.strip()
    if len(bare) > 1 and bare.startswith("|") and bare.endswith("|"):  # as Markdown writes tables
        bare = bare[1:-1]
    return [cell.strip() for cell in bare.split("|")]


def _columns(header: Sequence[str], count: int) -> list[str | None] | None:
    """Gives the field of each column; None where the headings do not fit the cells or name no title."""
    named = [column_of(heading) for heading in header]
    if len(named) != count or sum(name is not None for name in named) < 2 or "title" not in named:
        return None
    return named


def _put_row(
    draft: Draft,
    commitment: Node,
    piece: Piece,
    cells: list[str],
    columns: list[str | None] | None,
    language: Tongue,
    context: DateContext,
) -> None:
    columns = columns or _told(cells, context)
    title = next((cell for cell, column in zip(cells, columns, strict=True) if column == "title"), "")
    milestone = _begin(draft, commitment, piece, title, language)
    worded = {"title"} if _DATED.isdisjoint(columns) else {"title", "schedule"}  # where dates have their columns
    for cell, column in zip(cells, columns, strict=True):
        if cell and column not in worded:
            _put_cell(draft, milestone, column, piece._replace(text=cell), language, context)
        elif cell and column == "schedule":
            draft.put(milestone, column, cell, piece._replace(text=cell), language=tongue_of(language, cell))


def _told(cells: Sequence[str], context: DateContext) -> list[str | None]:
    """Gives the fields of cells without headings, only what is sure: a title, behind a number or not, and dates last.

    One date at the end is when it is due, and another before it when it starts.
    """
    numbered = len(cells) > _BOTH and bool(_NUMBER_ALONE.match(cells[0])) and read_date(cells[1], context) is None
    columns: list[str | None] = ["number", "title"] if numbered else ["title"]
    columns += [None] * (len(cells) - len(columns))
    if columns[-1] is None and read_date(cells[-1], context) is not None:
        columns[-1] = "due"
        if columns[-2] is None and read_date(cells[-2], context) is not None:
            columns[-2] = "start"
    return columns


def _put_cell(
    draft: Draft, milestone: Node, column: str | None, piece: Piece, language: Tongue, context: DateContext
) -> None:
    match column:
        case "description" | "deliverable":
            words = NUMBER.sub("", piece.text)
            draft.put(milestone, column, words, piece, language=tongue_of(language, words))
        case "due" | "start":
            put_date(draft, milestone, column, piece, context, column)
        case "schedule":
            put_schedule(draft, milestone, piece, context, column)
        case "leads" | "supporting":
            put_parties(draft, milestone, column, bodies_named(draft, milestone, piece), language)
        case "status":
            put_status(draft, milestone, piece, column)
        case "number":
            draft.put(milestone, "number", piece.text.strip("().: "), piece)
        case _:
            draft.keep(piece, milestone)


def _begin(
    draft: Draft, commitment: Node, piece: Piece, title: str, language: Tongue, above: Piece | None = None
) -> Node:
    """Begins a milestone with its title, and its number: that on the line above, or else before the title."""
    milestone = draft.add(commitment, "milestones", above or piece)
    if above:
        draft.put(milestone, "number", above.text.strip("().: "), above)
    elif number := NUMBER.match(title):
        draft.put(milestone, "number", number[1], piece._replace(text=title))
    if words := title if above else NUMBER.sub("", title):
        draft.put(milestone, "title", words, piece._replace(text=title), language=tongue_of(language, words))
    return milestone


def _dated_below(lines: Sequence[Piece], context: DateContext) -> list[_Dated]:
    """Gives titles with the one line of dates below each, or two lines of one date; none where one title has none.

    A number on a line of its own is that of the title below it.
    """
    found: list[_Dated] = []
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


def _dated_behind(lines: Sequence[Piece], context: DateContext) -> list[_Dated]:
    """Gives titles with the two dates, or the span, that end each: "1. Publish January 2019 March 2019"; else none.

    Several stand on one line where each begins with the next number, or with a sign of a list.
    """
    found: list[_Dated] = []
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
    if _NUMBER_ALONE.match(text):
        return text, ""
    found = _WITH_WORD.fullmatch(text)
    if found is None or milestone_columns().get(fold(found["word"])) != "title":
        return None
    return found["number"], (found["title"] or "").strip()


def _labelled(
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
    return read_date(text, context) is not None or _two_dates(text, context) is not None


def _two_dates(text: str, context: DateContext) -> tuple[str, str] | None:
    """Gives the texts of two dates that stand side by side and fill the line: "September 2018 October 2018"."""
    found = find_dates(text, context)
    if len(found) != 2 or any(one.reading.kind != "date" for one in found):
        return None
    first, second = found
    between = (text[: first.start], text[first.end : second.start], text[second.end :])
    if not all(_CONNECTING.match(part) for part in between):
        return None
    return text[first.start : first.end], text[second.start : second.end]


def _put_dates(draft: Draft, milestone: Node, piece: Piece, context: DateContext) -> None:
    both = _two_dates(piece.text, context)
    if both is None or read_date(piece.text, context) is not None:
        put_schedule(draft, milestone, piece, context, "dates")
        return
    for field, text in zip(("start", "due"), both, strict=True):
        put_date(draft, milestone, field, piece._replace(text=text), context, field)
