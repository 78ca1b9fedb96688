"""Workbooks with several plans: those of several periods or collectivities are read apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.contribution_columns import is_contributions
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.plan_years import years_in, years_of_plan
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.plan.whose_plan import read_collectivity
from opengov_local.formats.tables.sheets.owned_sheets import LONGEST, Owner, are_apart, names_larger, owners_of
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.draft import Draft

Years = tuple[str, str]


class PlanSheets(NamedTuple):
    """Sheets that are read into one plan.

    Attributes:
        reads: the sheets.
        years: the first and last year of the plan, where that is what sets it apart from others in the file.
        owner: the collectivity whose plan it is, where that sets it apart.
    """

    reads: list[Read]
    years: Years | None = None
    owner: Owner | None = None


class Parted(NamedTuple):
    """The sheets of a file, plan by plan.

    Attributes:
        plans: the sheets of each plan; all of the file, where it does not hold several.
        unplaced: sheets with tables or a cover that say of none of several plans that they belong to it.
    """

    plans: list[PlanSheets]
    unplaced: list[Read]


def parted(reads: Sequence[Read]) -> Parted:
    """Parts the sheets of a file where each table of projects says the years of its own plan, or whose plan it is.

    Sheets for single years of a plan are parts of it, if another sheet names the years of the whole. So are those for
    single communes, if nothing but their names says so and any sheet names what the communes lie in.

    Args:
        reads: all sheets.
    """
    years = {id(read): _years(read) for read in reads if read.regions and not read.sheet.grid.hidden}
    whole = [span for read in reads if id(read) not in years for span in _spans_said(read)]
    periods = sorted({span for span in years.values() if span})
    if len(periods) < 2 or any(one[1] >= two[0] for one, two in pairwise(periods)):
        return _by_owner(reads)
    if any(start <= periods[0][0] and periods[-1][1] <= end for start, end in whole):
        return _by_owner(reads)
    return _parted(reads, [(PlanSheets([], span), _with(years, span)) for span in periods])


def _by_owner(reads: Sequence[Read]) -> Parted:
    """Parts the sheets of a file where each table of projects is below the name of its own collectivity."""
    owners = owners_of([read for read in reads if not read.sheet.grid.hidden])
    of_projects = [read for read in reads if _has_projects(read) and not read.sheet.grid.hidden]
    found = {owner.key: owner for read in of_projects if (owner := owners.get(id(read)))}
    if (
        not are_apart(found.values())
        or any(id(read) not in owners for read in of_projects)
        or (not all(owner.is_said for owner in found.values()) and names_larger(reads, found.values()))
    ):
        return Parted([PlanSheets([*reads])], [])
    keys = {at: owner.key for at, owner in owners.items()}
    return _parted(reads, [(PlanSheets([], owner=owner), _with(keys, key)) for key, owner in found.items()])


def _with(said: Mapping[int, Any], wanted: Any) -> frozenset[int]:
    """Gives the sheets of which a certain thing is said."""
    return frozenset(at for at, key in said.items() if key == wanted)


def _parted(reads: Sequence[Read], groups: Sequence[tuple[PlanSheets, frozenset[int]]]) -> Parted:
    """Gives each plan its sheets, and the sheets of none their place."""
    plans = [plan._replace(reads=[read for read in reads if id(read) in mine]) for plan, mine in groups]
    placed = frozenset[int]().union(*(mine for _, mine in groups))
    others = [read for read in reads if id(read) not in placed]
    unplaced = [read for read in others if read.role == "cover" or any(_is_of_plan(one) for one in read.regions)]
    plans.append(PlanSheets([read for read in others if not any(read is one for one in unplaced)]))
    return Parted(plans, unplaced)


def say_plans(draft: Draft, found: Parted) -> None:
    """Says that a file was read into several plans, and which sheets belong to none; these are kept."""
    spans = tuple("–".join(dict.fromkeys(plan.years)) for plan in found.plans if plan.years)
    owners = tuple(plan.owner.name for plan in found.plans if plan.owner)
    if spans or owners:
        place = next(piece for piece in found.plans[0].reads[0].pieces())
        code = "import/plans-by-years" if spans else "import/plans-by-collectivity"
        draft.say(code, place, count=len(spans or owners), names=spans or owners)
    for read in found.unplaced:
        if pieces := read.pieces():
            sheet = read.sheet.grid.name or "1"
            draft.say("import/sheet-of-no-plan", pieces[0], sheet=sheet, count=len(pieces))


def say_several(draft: Draft, plans: Sequence[PlanSheets]) -> None:
    """Says where sheets of one plan have tables of projects of several collectivities, by their names or above them."""
    for plan in plans:
        reads = [read for read in plan.reads if _has_projects(read) and not read.sheet.grid.hidden]
        owners = owners_of(reads)
        named = {owners[id(read)].key: read.sheet.grid.name for read in reversed(reads) if id(read) in owners}
        if len(named) > 1:
            names = tuple(reversed(named.values()))
            draft.say("import/several-plans", count=len(named), names=names)


def read_owner(state: State, owner: Owner | None) -> None:
    """Takes the name of a sheet for whose plan it is, where nothing else in the sheet says it."""
    if owner is None or not owner.by_sheet or state.collectivity is not None:
        return
    place = Place("line", f"sheet {owner.name}")
    read_collectivity(state, Piece(place, owner.name), owner.name)


def _has_projects(read: Read) -> bool:
    """Tells whether the first table of plans of a sheet names no collectivity in its rows."""
    tables = [region for region in read.regions if _is_of_projects(region)]
    return bool(tables) and "collectivity" not in tables[0].names


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
    spans = {span for text in map(str, above) if len(text) <= LONGEST and (span := _span(text, worded=True))}
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
    return (span for text in texts if len(text) <= LONGEST and (span := years_of_plan(text)))
