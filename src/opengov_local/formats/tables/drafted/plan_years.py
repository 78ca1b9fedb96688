"""The years that texts about a plan name: its period in a title, the only year above a table, that of a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.budget_year_columns import YEAR, year_in
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.heading_meanings import SUMS
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.dates.words import words_of_kind
from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT = re.compile(r"(?<![0-9])(20)([0-9]{2})(\s?[-–/]\s?)([0-9]{2})(?![0-9/.-])")
"""A span whose last year has two digits: "2025–27"."""
_LATEST_MONTH = 12
_YEAR = len("2026")
_BETWEEN = 6
"""Words that may stand between the word for a plan and its year: "Plan de Acción Local de Gobierno Abierto 2026"."""
_OF_ELSE = frozenset(
    {"version", "edition", "adopte", "mis", "mise", "au", "en", "loi", "law", "ley", "قانون", "القانون"}
)
"""Folded words before a year that is not the plan's."""


@cache
def _year_words() -> frozenset[str]:
    """Gives the folded words that a year stands behind, in Arabic with "for" too: «لسنة»."""
    words = {fold(word) for word in words_of_kind("year")}
    return frozenset(words | {f"ل{word}" for word in words if ARABIC_LETTER.match(word)})


def years_in(text: str) -> list[str]:
    """Gives the years of a text, in the digits of any script, in order."""
    return _YEARS.findall(plain_digits(text))


def in_full(text: str) -> str:
    """Writes the last year of a span in four digits, "2025–27", where its two can be no month and no earlier year."""
    found = _SHORT.search(plain_digits(text))
    if (
        found is None
        or int(found[4]) <= max(int(found[2]), _LATEST_MONTH)
        or text[: found.start()].rstrip().endswith(("°", "#"))
    ):
        return text
    return f"{text[: found.start(4)]}{found[1]}{text[found.start(4) :]}"


def only_year(texts: Iterable[str]) -> str:
    """Gives the year that texts name, "" where they name none or several."""
    years = {year for text in texts for year in years_in(text)}
    return years.pop() if len(years) == 1 else ""


def is_span_of_years(text: str) -> bool:
    """Tells whether a text says several whole years and nothing else: "Années 2026 et 2027", «سنتي 2026 و2027»."""
    read = read_date(text.strip())
    return read is not None and read.kind == "period" and len(read.start or "") == len(read.end or "") == _YEAR


def years_of_plan(text: str) -> tuple[str, str] | None:
    """Gives the first and last year of a plan that a title names: those of its only span, else its only two.

    Years of days and months that stand beside ("situation au 30 juin 2025") are not those of the plan.
    """
    text = in_full(text)
    found = find_dates(text)
    spans = {
        (one.reading.start, one.reading.end)
        for one in found
        if one.reading.kind == "period" and len(one.reading.start or "") == len(one.reading.end or "") == _YEAR
    }
    if spans:
        ((start, end),) = spans if len(spans) == 1 else ((None, None),)
        return (start, end) if start and end else None
    for one in reversed(found):
        if len(one.reading.start or one.reading.end or "") > _YEAR:
            text = f"{text[: one.start]} {text[one.end :]}"
    years = years_in(text)
    return (years[0], years[1]) if len(years) == 2 and years[0] <= years[1] else None


def year_of_plan(text: str) -> str:
    """Gives the year of a plan of one year that a title names: "Programme d'ouverture 2026", «… برسم سنة 2026».

    "" where it names several, or where the year may be that of something else: a state of things, a version.
    """
    text = in_full(text)
    words = _named(fold(text)).split()
    at = [place for place, word in enumerate(words) if _YEARS.fullmatch(word)]
    if len(at) != 1 or len(years_in(text)) != 1 or says("follow_up", " ".join(words)):
        return ""
    if any(len(one.reading.start or one.reading.end or "") > _YEAR for one in find_dates(text)):
        return ""
    before = words[: at[0]]
    named = " ".join(before)
    if before and before[-1] in _year_words() and (says("plan", named) or begins("projects_heading", named)):
        return words[at[0]]
    if not says("plan", named):
        return ""
    ends = (" ".join(before[: len(before) - count]) for count in range(min(_BETWEEN, len(before)) + 1))
    close = any(f" {end}".endswith(tuple(f" {phrase}" for phrase in phrases("plan"))) for end in ends)
    return words[at[0]] if close and not _OF_ELSE & {*before} else ""


def _shown(text: str) -> str:
    """Shows the years of a plan that a title names: "2025-2027"; "" where it names none."""
    return "-".join(years_of_plan(text) or ()) or year_of_plan(text)


def _named(title: str) -> str:
    """Gives a folded title without the words for what a plan does with another: "Plan de mise en œuvre du …"."""
    front = max((phrase for phrase in phrases("plan_of_doing") if title.startswith(f"{phrase} ")), key=len, default="")
    return f"plan{title[len(front) :]}" if front else title


def put_years(state: State, piece: Piece, text: str) -> None:
    """Puts the years of the plan that a title, or the line of the collectivity, names, unless they are known.

    Of a title in two languages that names others in each, those of the first are put, which is said.
    """
    if len(parts := two_parts(text)) > 1 and "period" not in state.plan.data:
        one, other = said = [_shown(part) for part in parts]
        if one and other and one != other:
            state.draft.say("import/parts-differ", piece, node=state.plan, heading=text, kept=one, text=other)
        text = next((part for part, years in zip(parts, said, strict=True) if years), text)
    years = years_of_plan(text) if "period" not in state.plan.data else None
    if years is None and "period" not in state.plan.data and (year := year_of_plan(text)):
        years = (year, year)
        state.draft.say("import/assumed", piece, severity="info", node=state.plan, field="period", value=year)
    for name, year in zip(("start", "end"), years or (), strict=False):
        state.draft.put(state.plan, f"period.{name}", year, piece)


def of_year_of_sheet(state: State, region: Region) -> Region:
    """Takes the sums of a table for those of the year that its sheet is named by, where another is by another year.

    Args:
        state: what was read so far; that they are is said.
        region: the table.
    """
    year, sums = year_in(region.grid.name), _sums_of(region)
    if year is None or not sums or YEAR in region.names or any(one.meaning and one.meaning.year for one in sums):
        return region
    named = {year_in(table.grid.name) for table in state.tables if _sums_of(table)} - {None}
    if len(named) == 1:
        return region
    place = region.grid.place(region.header, sums[0].index)
    state.draft.say("import/assumed", place, severity="info", field="budget.year", value=str(year))
    columns = (replace(one, meaning=one.meaning and replace(one.meaning, year=year)) if one in sums else one
               for one in region.columns)  # fmt: skip
    return replace(region, columns=tuple(columns))


def _sums_of(region: Region) -> list[Column]:
    return [column for column in region.columns if str(column.target).startswith(SUMS)]
