"""Whose each sheet of a book is: the collectivity that its name says, or a line above its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from opengov_local import territories
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.plan.whose_plan import is_commune, is_territory
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.collectivity_words import spelled_out
from opengov_local.importing.places import mentioned
from opengov_local.importing.words import fold

LONGEST = 300
"""Characters of the longest line that is looked at."""
_FEWEST = 4
"""Letters of the shortest name of a sheet that names a territory."""


class Owner(NamedTuple):
    """A collectivity that sheets name.

    Attributes:
        key: the code of its territory, or its folded name where no register has it, or several of that name.
        name: as it is said.
        is_said: whether the word for its kind, or for a plan, stands beside: that it is the owner, and not where
            something lies.
        by_sheet: whether nothing but the name of a sheet says it.
    """

    key: str
    name: str
    is_said: bool
    by_sheet: bool

    @property
    def currency(self) -> str | None:
        """The money of its country, where it is in the register."""
        return "MAD" if territories.get(self.key) is not None else None


def owners_of(reads: Sequence[Read]) -> dict[int, Owner]:
    """Gives the collectivities of sheets, by the identity of what was read of them; those that name none are left out.

    A name that both a commune and its province bear is the commune's where all other sheets are of communes.
    """
    found = {id(read): owner for read in reads if (owner := _owner_of(read)) is not None}
    known = [unit for owner in found.values() if (unit := territories.get(owner.key)) is not None]
    if known and all(unit.kind == "commune" for unit in known):
        return {at: _as_commune(owner) for at, owner in found.items()}
    return found


def are_apart(owners: Iterable[Owner]) -> bool:
    """Tells whether collectivities are several, none of which lies in another."""
    keys = {owner.key for owner in owners}
    return len(keys) > 1 and not any(one != two and two.startswith(one) for one in keys for two in keys)


def names_larger(reads: Iterable[Read], owners: Iterable[Owner]) -> bool:
    """Tells whether any sheet names a territory in which one of the owners lies."""
    keys = {owner.key for owner in owners}
    named = (code for read in reads for code in _named(_lines(read)))
    return any(key != code and key.startswith(code) for code in named for key in keys)


def _as_commune(owner: Owner) -> Owner:
    if territories.get(owner.key) is not None:
        return owner
    unit = territories.find(owner.name, kind="commune").one
    return owner if unit is None else owner._replace(key=unit.code, name=f"commune {owner.name}")


def _owner_of(read: Read) -> Owner | None:
    """Gives the smallest collectivity that a sheet names in its name or above its first table, None for several."""
    by_name = _by_name(read.sheet.grid.name)
    if not read.regions:
        return by_name
    lines = _lines(read)
    named = _named(lines)
    if by_name is not None and not _holds_communes(by_name.key):
        said = by_name.is_said or any(_says_owner(text) for text in named.get(by_name.key, ()))
        return by_name._replace(is_said=said)
    smallest = {code for code in named if not any(other != code and other.startswith(code) for other in named)}
    unknown = {fold(text): text for text in lines if is_commune(text) and not territories.find(text).items}
    if len(unknown) == 1 and all(map(_holds_communes, smallest)):
        ((key, text),) = unknown.items()
        return Owner(key, text, is_said=True, by_sheet=False)
    if unknown or len(smallest) > 1:
        return None
    if not smallest:
        return by_name
    (code,) = smallest
    return Owner(code, named[code][0], is_said=any(map(_says_owner, named[code])), by_sheet=False)


def _by_name(name: str) -> Owner | None:
    """Gives the collectivity that the name of a sheet is: "Tiznit", "CT Tiznit", "Commune de Fictive"."""
    text = spelled_out(name.strip())
    if sum(map(str.isalpha, text)) < _FEWEST:
        return None
    found = territories.find(text)
    if found.one is not None:
        return Owner(found.one.code, text, is_said=is_territory(text), by_sheet=True)
    if (there := mentioned(text)) is not None and there.territory is not None:
        return Owner(there.territory.code, there.name, is_said=True, by_sheet=True)
    if is_commune(text) or found.ambiguous:
        return Owner(fold(text), text, is_said=is_commune(text), by_sheet=True)
    return None


def _lines(read: Read) -> list[str]:
    """Gives the lines above the first table of a sheet, or all lines of one without a table."""
    grid = read.sheet.grid
    rows = grid.rows[: read.regions[0].header] if read.regions else grid.rows
    texts = (str(value) for row in rows for value in row if not is_blank(value))
    return [text for text in texts if len(text) <= LONGEST]


def _named(lines: Iterable[str]) -> dict[str, list[str]]:
    """Gives the codes of the territories that lines name, each with the lines."""
    named: dict[str, list[str]] = {}
    for text in lines:
        there = mentioned(text)
        if there is not None and there.territory is not None:
            named.setdefault(there.territory.code, []).append(text)
    return named


def _says_owner(text: str) -> bool:
    return is_territory(text) or says("plan", text)


def _holds_communes(code: str) -> bool:
    territory = territories.get(code)
    return territory is not None and territory.kind != "commune"
