"""Workbooks with several plans: those of several periods are read apart, those of several collectivities are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from opengov_local import territories
from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.contribution_columns import is_contributions
from opengov_local.formats.tables.layout import Region
from opengov_local.formats.tables.phrases import says
from opengov_local.formats.tables.plan_years import years_in, years_of_plan
from opengov_local.formats.tables.sheets import Read
from opengov_local.formats.tables.whose_plan import is_commune
from opengov_local.importing.draft import Draft
from opengov_local.importing.places import mentioned
from opengov_local.importing.words import fold

_LONGEST = 300
Years = tuple[str, str]


class PlanSheets(NamedTuple):
    """Sheets that are read into one plan.

    Attributes:
        reads: the sheets.
        years: the first and last year of the plan, where that is what sets it apart from others in the file.
    """

    reads: list[Read]
    years: Years | None = None


class Parted(NamedTuple):
    """The sheets of a file, plan by plan.

    Attributes:
        plans: the sheets of each plan; all of the file, where it does not hold several.
        unplaced: sheets with tables or a cover that say of none of several plans that they belong to it.
    """

    plans: list[PlanSheets]
    unplaced: list[Read]


def parted(reads: Sequence[Read]) -> Parted:
    """Parts the sheets of a file where each table of projects says the years of its own plan, and these do not overlap.

    Sheets for single years of a plan are parts of it, if another sheet names the years of the whole.

    Args:
        reads: all sheets.
    """
    years = {id(read): _years(read) for read in reads if read.regions and not read.sheet.grid.hidden}
    whole = [span for read in reads if id(read) not in years for span in _spans_said(read)]
    periods = sorted({span for span in years.values() if span})
    if len(periods) < 2 or any(one[1] >= two[0] for one, two in pairwise(periods)):
        return Parted([PlanSheets([*reads])], [])
    if any(start <= periods[0][0] and periods[-1][1] <= end for start, end in whole):
        return Parted([PlanSheets([*reads])], [])
    plans = [PlanSheets([read for read in reads if years.get(id(read)) == span], span) for span in periods]
    others = [read for read in reads if not years.get(id(read))]
    unplaced = [read for read in others if read.role == "cover" or any(_is_of_plan(one) for one in read.regions)]
    plans.append(PlanSheets([read for read in others if not any(read is one for one in unplaced)]))
    return Parted(plans, unplaced)


def say_plans(draft: Draft, found: Parted) -> None:
    """Says that a file was read into several plans, and which sheets belong to none; these are kept."""
    spans = tuple("–".join(dict.fromkeys(plan.years)) for plan in found.plans if plan.years)
    if spans:
        place = next(piece for piece in found.plans[0].reads[0].pieces())
        draft.say("import/plans-by-years", place, count=len(spans), names=spans)
    for read in found.unplaced:
        if pieces := read.pieces():
            sheet = read.sheet.grid.name or "1"
            draft.say("import/sheet-of-no-plan", pieces[0], sheet=sheet, count=len(pieces))


def say_several(draft: Draft, reads: Sequence[Read]) -> None:
    """Says where sheets with tables of projects name different territories, by their names or above their tables."""
    named: dict[str, str] = {}
    for read in reads:
        tables = [region for region in read.regions if _is_of_projects(region)]
        if not tables or read.sheet.grid.hidden or "collectivity" in tables[0].names:
            continue
        if whose := _whose(tables[0]):
            named.setdefault(whose, read.sheet.grid.name)
    if len(named) > 1:
        draft.say("import/several-plans", count=len(named), names=tuple(named.values()))


def _is_of_projects(region: Region) -> bool:
    return not (region.reports or is_contributions(region))


def _is_of_plan(region: Region) -> bool:
    return not is_contributions(region)


def _years(read: Read) -> Years | None:
    """Gives the years of the plan of a sheet with projects: those of its name, else of the title above its table."""
    table = next((region for region in read.regions if _is_of_projects(region)), None)
    if table is None:
        return None
    if (said := _span(read.sheet.grid.name, worded=False)) is not None:
        return said
    above = (value for row in table.grid.rows[: table.header] for value in row if not is_blank(value))
    spans = {span for text in map(str, above) if len(text) <= _LONGEST and (span := _span(text, worded=True))}
    return spans.pop() if len(spans) == 1 else None


def _span(text: str, *, worded: bool) -> Years | None:
    """Gives the years of a plan in a text: two of them, or one behind the word for a plan."""
    called = says("plan", text)
    if worded and not called:
        return None
    span, years = years_of_plan(text), sorted({*years_in(text)})
    return span or ((years[0], years[0]) if called and len(years) == 1 else None)


def _spans_said(read: Read) -> Iterator[Years]:
    """Gives the years that a sheet without a table names."""
    texts = (str(value) for _, _, value in read.sheet.grid.cells())
    return (span for text in texts if len(text) <= _LONGEST and (span := years_of_plan(text)))


def _whose(region: Region) -> str:
    """Gives the code of the smallest territory that a sheet names, or the name of the only commune in no register.

    Returns:
        "" where it names none, or several.
    """
    named = {*_territories(region)}
    smallest = {code for code in named if not any(other != code and other.startswith(code) for other in named)}
    texts = {fold(text): text for text in map(str, _above(region)) if is_commune(text)}
    unknown = {name for name, text in texts.items() if not territories.find(text).items}
    if len(unknown) == 1 and all(_holds_communes(code) for code in smallest):
        return unknown.pop()
    return smallest.pop() if len(smallest) == 1 and not unknown else ""


def _holds_communes(code: str) -> bool:
    territory = territories.get(code)
    return territory is not None and territory.kind != "commune"


def _above(region: Region) -> Iterator[Value]:
    return (value for row in region.grid.rows[: region.header] for value in row if not is_blank(value))


def _territories(region: Region) -> Iterator[str]:
    """Gives the codes of the territories that the name of a sheet, or else a line above its table, names."""
    found = territories.find(region.grid.name).one if region.grid.name else None
    if found is not None:
        yield found.code
        return
    texts = map(str, _above(region))
    for text in (region.grid.name, *(text for text in texts if len(text) <= _LONGEST)):
        there = mentioned(text)
        if there is not None and there.territory is not None:
            yield there.territory.code
