"""Sheets that say more of the projects of another sheet, named by their codes alone: money, partners, risks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.counts import are_counts, counted, is_count, may_count
from opengov_local.formats.tables.columns.layout import NUMBERS, Column, Own, Region, regions
from opengov_local.formats.wording.headings.heading_meanings import WITHIN
from opengov_local.formats.wording.headings.phrases import begins, heads, phrases, says
from opengov_local.formats.wording.words.numbering import bare_number, project_number, spelled_otherwise, split_number
from opengov_local.formats.wording.words.project_references import is_reference, names_several
from opengov_local.importing.words import fold

_WORDS = {"commitment": "project_word", "milestone": "activity_word"}
_TITLES = {"commitment.title": "project_word", "milestone.title": "activity_word"}
_SUMS = frozenset({"budget.amount", "budget.total", "budget.share", "schedule.mark"})
"""Sums, and marks of periods: what no list of something else has beside bare numbers, and nothing else."""
_DATED = {"deliverable": "milestone.title", "end": "milestone.end"}
"""Targets of deliverables and their times, and those of the steps that they are in a list of their own."""
_LETTER = re.compile(r"[^\W\d_]")
_HALF = 2
_LISTS = frozenset({"milestone.list", "action"})
_OF_STEPS = frozenset({"start", "end", "schedule", "lead", "lead.person"})
"""What is said of the next step of a project, where that stands beside its title."""
_TITLE, _NUMBER = "commitment.title", "commitment.number"


def codes_of(tables: Iterable[Region]) -> frozenset[str]:
    """Gives the folded codes and numbers of what tables plan."""
    found: set[str] = set()
    for region in tables:
        for column in region.columns:
            if column.target not in {*NUMBERS, *_TITLES}:
                continue
            texts = [str(value) for value in region.values(column.index) if not is_blank(value)]
            if column.target in NUMBERS:
                found.update(_code(column, text) for text in texts)
            elif (word := _TITLES.get(column.target or "")) is not None:
                found.update(fold(number) for text in texts if (number := split_number(text, word).number))
    return frozenset(found)


def joined_by_code(grid: Grid, own: Own, codes: frozenset[str]) -> tuple[Region, ...]:
    """Gives the table of a sheet that names projects of other sheets by known codes, and says more of them.

    A heading that speaks of projects ("Code projet") or codes with letters are enough; below a bare "N°" any list is
    numbered, and sums alone join.

    Args:
        grid: the sheet.
        own: a council's own words.
        codes: the folded codes of the projects.
    """
    found = regions(grid, own, seeks="joins")
    return (but_of_others(found[0]),) if len(found) == 1 and speaks_of(found[0], codes) else ()


def speaks_of(region: Region, codes: frozenset[str], *, said: tuple[str, ...] = (), bare: bool = True) -> bool:
    """Tells whether a table names projects by known codes, and says more of them.

    Args:
        region: the table.
        codes: the folded codes of the projects.
        said: beginnings of targets that it may say of projects named by a bare number, beside sums.
        bare: whether numbers below a heading that does not speak of projects may be theirs.
    """
    keys = [column for column in region.columns if column.target in NUMBERS]
    keys = [column for column in keys if column.target == _NUMBER] or keys
    if len(keys) != 1:
        return False
    named = [str(value) for value in region.values(keys[0].index) if not is_blank(value)]
    while named and fold(named[-1]) in phrases("total"):
        named.pop()
    numbers = [_code(keys[0], text) for text in named]
    known = [text for text in numbers if text in codes or not codes.isdisjoint(_bare_numbers(text))]
    several = sum(map(names_several, named))
    if not known or _HALF * (len(known) + several) < len(numbers):
        return False
    heading, told = keys[0].heading, {column.target for column in region.columns if column is not keys[0]}
    if told == {"schedule"} and region.grid.name and not may_head_times(region.grid.name):
        return False  # a bare "Date" in a sheet of "Visites" is that of a visit
    concerned = says("projects_word", heading) and not may_count(heading, named)
    if says("project_word", heading) or concerned or all(map(_LETTER.search, known)):
        return True
    rest = [column for column in region.columns if column is not keys[0]]
    others, name = {column.target for column in rest}, region.grid.name
    timed = "schedule.mark" in others or any(str(target).startswith("period.") for target in others)
    of_others = timed and begins("other_list_front", name) and not may_head_times(name)
    if not bare or of_others or (rest and heads("listed", rest[0].heading)):
        return False  # what has these numbers is a document, a partner, or one of the "Réunions"
    more = {target for target in others - _SUMS if not (target and target.startswith(said))} if said else others - _SUMS
    return not more and len(known) == len(numbers) == len(set(numbers))


def may_head_times(text: str) -> bool:
    """Tells whether a title over times of numbered things speaks of projects, or of no others: "Calendrier"."""
    return fold(text) in phrases("title_of_times") or says("project_word", text) or says("projects_word", text)


def _bare_numbers(code: str) -> set[str]:
    """Gives the numbers without letters that may be the same as a code: "1" for "P1" and "01"."""
    return set(filter(str.isdecimal, spelled_otherwise(code)))


def but_of_others(region: Region) -> Region:
    """Gives a table whose rows list what nothing is known of, "N° projet | Risque | Échéance", with that alone unread.

    What else stands there is said of what is listed, and not of the project.
    """
    region = _dated_deliverables(region)
    first = next((column for column in region.columns if column.target not in NUMBERS), None)
    if first is None or first.meaning is not None or not first.heading.strip():
        return region
    return unread_of(region, first, NUMBERS)


def of_what_is_listed(region: Region) -> Region | None:
    """Gives a table of what is listed beside titles of projects, "Projet | Risque | Mesure", with that alone unread."""
    keys = {_TITLE, "axis", *NUMBERS}
    first = next((column for column in region.columns if column.target not in keys), None)
    if first is not None and first.target == "update.next_steps" and not region.names.isdisjoint(_OF_STEPS):
        return unread_of(region, first, {column.target for column in region.columns} - _OF_STEPS)
    if first is None or first.meaning is not None or not heads("listed", first.heading):
        return None
    return unread_of(region, first, keys)


def unread_of(region: Region, listed: Column, keys: Collection[str | None]) -> Region:
    """Gives a table with nothing read but the columns of some targets: the others speak of what a column lists."""
    columns = (
        one if one.target in keys else replace(one, meaning=None, of=listed.heading if one.meaning else "")
        for one in region.columns
    )
    return replace(region, columns=tuple(columns))


def _dated_deliverables(region: Region) -> Region:
    """Takes deliverables with a time each for steps, "N° projet | Livrable | Date de livraison", unsurely."""
    if "milestone.title" in region.names or not {*_DATED} <= region.names:
        return region
    return region.asking(_DATED, WITHIN)


def keyed_by_number(region: Region, numbers: frozenset[str]) -> Region:
    """Gives a table whose column of projects, "Projet", holds but numbers of those of another table as one of those.

    "1", "P1", or "Projet 1"; others than the first may be none of it, several, or all: "1 et 2", "Tous".

    Args:
        region: the table.
        numbers: the folded codes and numbers of what other tables plan.
    """
    titles = [column for column in region.columns if column.target == _TITLE]
    if len(titles) != 1 or not region.names - {_TITLE, "axis"} or _NUMBER in region.names:
        return region
    (named,) = titles
    said = [str(value) for value in region.values(named.index) if not is_blank(value)]
    known = [text for text in said if fold(project_number(text)) in numbers]
    if named.meaning is None or not known or not all(text in known or is_reference(text) for text in said):
        return region
    if named is not region.columns[0] and may_count(named.heading, said):
        return region
    return region.asking({_TITLE: _NUMBER})


def has_references(region: Region) -> bool:
    """Tells whether the column of projects of a table holds but numbers, of one or several: "1", "1 et 2", "Tous"."""
    titles = [column for column in region.columns if column.target == _TITLE]
    if len(titles) != 1 or _NUMBER in region.names:
        return False
    values = region.values(titles[0].index)
    if not all(is_blank(value) or is_reference(str(value)) for value in values):
        return False
    return not all(is_blank(value) or is_count(str(value)) for value in values)


def has_leading_counts(region: Region) -> bool:
    """Tells whether whole numbers alone stand below the heading of projects in the first column, and no titles else."""
    first = region.columns[0]
    others = [column.target for column in region.columns[1:]]
    if first.target != _TITLE or _TITLE in others or _NUMBER in others:
        return False
    lists = [column.index for column in region.columns[1:] if column.target is None or column.target in _LISTS]
    return counted(region) == {first.index} and not any(are_counts(region.values(at)) for at in lists)


def _code(column: Column, text: str) -> str:
    word = _WORDS[str(column.target).partition(".")[0]]
    return fold(bare_number(text, word) or text.strip())
