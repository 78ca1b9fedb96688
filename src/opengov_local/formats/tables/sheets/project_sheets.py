"""A sheet for each project: its activities, where the name of the sheet or a line above them says which it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opengov_local import territories
from opengov_local.account import Piece, Place
from opengov_local.formats.tables.columns.block_heads import NUMBER, TITLE, project_in
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.columns.period_headings import is_period
from opengov_local.formats.tables.drafted.known_titles import begun_by, projects_named
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.sheets.group_sheets import is_generic, is_part
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import begins, says
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.formats.wording.words.persons_named import is_body, is_office
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold
from opengov_local.importing.words.tables import short_words

_KEYS = frozenset({NUMBER, "commitment.identifier"})
_LONGEST_NAME = 31
"""Letters of the longest name that a sheet has in Excel: those of longer titles are cut."""
_LETTER = re.compile(r"[^\W\d_]")
_NO_TITLES = ("axis_word", "activity_word", "part_title", "generic_title", "help_sheet", "list_sheet")
"""Kinds of words that names of sheets begin with which title no project."""


def project_of(state: State, region: Region) -> Node | None:
    """Gives the project of the plan whose activities a table lists, by a line above it, else by the name of its sheet.

    What the name of a sheet says is told, and so is a number that no project has, or words of a title that may be it.

    Args:
        state: what was read so far; a line with the number of the project is taken from its pairs.
        region: the table.
    """
    if not region.has_steps_alone or region.names & _KEYS or any(one.meaning.target == TITLE for one in state.pairs):
        return None
    line = next((pair for pair in state.pairs if pair.meaning.target == NUMBER and pair.label is pair.value), None)
    text = line.heading if line else region.grid.name
    is_named = _LETTER.search(text) or (not line and _are_numbered(state))
    found = projects_named(state, text if line else _whole(state, text)) if is_named else []
    if len(found) == 1:
        if line:
            state.pairs.remove(line)
            state.draft.used(line.value, found[0], "number")
        else:
            place = region.grid.place(region.header, 0)
            title = next(iter(found[0].data.get("title", {}).values()), text)
            state.draft.say("import/assumed", place, severity="info", field="commitments", value=title)
        return found[0]
    place = line.value.place if line else region.grid.place(region.header, 0)
    if project_in(text):
        state.draft.say("import/unknown-reference", place, number=bare_number(text, "project_word") or text)
    elif begun_by(state, text):
        state.draft.say("import/reference-unknown", place, text=text)
    return None


def _are_numbered(state: State) -> bool:
    """Tells whether each sheet of activities alone is named by the number of another project of the plan."""
    names = [table.grid.name for table in state.tables if table.has_steps_alone]
    named = [projects_named(state, name) for name in names]
    told = {one[0].target for one in named if len(one) == 1}
    return len(names) > 1 and len(told) == len(names)


def title_by_sheet(state: State, region: Region) -> None:
    """Takes the name of a sheet for the title of the project of its activities, and says so.

    So it is where the tables of a file are activities alone, each on a sheet of its own with a name of several words.
    """
    if not _are_titled(state) or any(one.meaning.target in (TITLE, NUMBER) for one in state.pairs):
        return
    name = region.grid.name.strip()
    piece = Piece(Place("line", f"sheet {region.grid.name}"), name)
    state.pairs.append(Pair(Recognised(TITLE, STRIPPED, ordinal=0), name, piece, piece, name))
    state.draft.say("import/assumed", region.grid.place(region.header, 0), field="commitments", value=name)


def _whole(state: State, name: str) -> str:
    """Gives the only title of the plan that the name of a sheet was cut off, else the name."""
    whole = [title for title in _titles(state) if title.startswith(name)] if len(name) == _LONGEST_NAME else []
    return whole[0] if len(whole) == 1 else name


def _titles(state: State) -> Iterator[str]:
    for one in state.plan.data.get("commitments", ()) if state.has_plan else ():
        yield from one.get("title", {}).values()


def _are_titled(state: State) -> bool:
    names = {table.grid.name for table in state.tables}
    alone = all(one.has_steps_alone and not (one.reports or _has_keys(one)) for one in state.tables)
    apart = len(names) > 1 and len(names) == len(state.tables) and 2 * sum(map(is_body, names)) <= len(names)
    return alone and apart and all(map(_may_title, names))


def _has_keys(region: Region) -> bool:
    keys = [column for column in region.columns if column.target in _KEYS]
    return any(column.target != NUMBER or says("project_word", column.heading) for column in keys)


def _may_title(name: str) -> bool:
    """Tells whether the name of a sheet can be the title of a project: several words for no office, place or time.

    Some begin as the names of bodies do, "Fonds associatif", but none as those of the units of a council do.
    """
    if len(_LETTER.findall(name)) < len(name) / 2 or " " not in name.strip() or is_generic(name) or is_part(name):
        return False
    if any(begins(kind, name) for kind in _NO_TITLES) or says("plan", name) or project_in(name):
        return False
    if is_office(name) or fold(name).split()[0] in short_words("unit") or territories.find(fold(name)).items:
        return False
    return read_date(name) is None and not is_period(name)
