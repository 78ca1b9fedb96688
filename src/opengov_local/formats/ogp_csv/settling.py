"""Which of the kept cells of a row still say what the package says: those are written as they stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

from opengov_local.formats.grids import Grid, Value
from opengov_local.formats.ogp_csv.as_read import BESIDE, asks
from opengov_local.formats.ogp_csv.columns import columns
from opengov_local.formats.ogp_csv.kept import Kept
from opengov_local.formats.ogp_csv.originals import is_as_read, kept_cells
from opengov_local.formats.ogp_csv.packages import package_of
from opengov_local.formats.ogp_csv.reading import put_rows
from opengov_local.formats.ogp_csv.row_cells import TEXT, Held, Rows
from opengov_local.formats.ogp_csv.rows import Table
from opengov_local.formats.ogp_csv.tongues import Tongues
from opengov_local.importing.dates import DateContext, column_context
from opengov_local.importing.draft import Draft
from opengov_local.importing.options import ImportOptions
from opengov_local.model.commitment import Commitment
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

_TOLD: Final = frozenset(column.name for column in columns() if column.reads in ("date", "parties"))
"""Columns whose cells the running text may say too."""
_DATES: Final = frozenset(column.name for column in columns() if column.reads == "date")
_DAY: Final = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}")


class Settled(NamedTuple):
    """What is written of the kept cells.

    Attributes:
        held: those that are written as they stood.
        changed: how many others there are, by heading: the package says something else by now.
        told: rows as the model tells them, by `id` of the commitment, of plans that asked for it.
        as_read: the commitments of these plans that say what they said when they were read, by `id`.
        others: what was kept beside each commitment under no heading of the spreadsheet, by `id`.
    """

    held: Held
    changed: Counter[str]
    told: Held
    as_read: Set[int]
    others: Mapping[int, Sequence[Kept]]


def settled(package: Package, plans: Sequence[ActionPlan], language: str, index: Index) -> Settled:
    """Reads the rows with their kept cells again, and compares what they say with what the package says.

    A cell is kept to where the commitment that is read of it is written as that of the package is. Nothing is read
    again of plans whose commitments say what they said when they were read.

    Args:
        package: the package.
        plans: the plans that are written.
        language: the language in which they are.
        index: the objects of the package.
    """
    held, others = kept_cells(plans)
    changed: Counter[str] = Counter()
    if _are_day_first(held):
        rows = {id(each): row for each, row in _stated(package, plans, language, index, others)}
        again = _read_again([row | held.get(key, {}) for key, row in rows.items()], package, language)
        read = ((row, one) for row, one in zip(rows.values(), again, strict=True) if one is not None)
        if any(one[heading] != row[heading] for row, one in read for heading in _DATES):
            _without_days(held)
    doubtful = [plan for plan in plans if any(asks(held.get(id(each), {})) for each in plan.commitments)]
    told = {id(each): row for each, row in _stated(package, doubtful, language, index, others)} if doubtful else {}
    asking = {id(each): each for plan in doubtful for each in plan.commitments if asks(held.get(id(each), {}))}
    as_read = {key for key, each in asking.items() if is_as_read(each, told[key], held[key])}
    stated: dict[int, dict[str, str]] = {}
    for plan in doubtful:
        ids = [id(each) for each in plan.commitments]
        if any(key in asking and key not in as_read for key in ids):
            stated |= {key: told[key] for key in ids}
    while stated:
        again = _read_again([row | held.get(key, {}) for key, row in stated.items()], package, language)
        stale = {
            key: gone
            for (key, row), read in zip(stated.items(), again, strict=True)
            if key in held and (gone := _stale(held[key], row, read))
        }
        if not stale:
            break
        for key, gone in stale.items():
            changed.update(gone)
            held[key] = {heading: text for heading, text in held[key].items() if heading not in gone}
    return Settled(held, changed, told, as_read, others)


def _are_day_first(held: Held) -> bool:
    """Tells whether kept dates have another order of day and month than OGP's, in which all others are written."""
    cells = [text for row in held.values() for heading, text in row.items() if heading in _DATES]
    return column_context(cells).proven and column_context(cells, DateContext(order="mdy")).order != "mdy"


def _without_days(held: dict[int, dict[str, str]]) -> None:
    """Takes out the kept dates in digits: nobody could tell their order beside that of the others."""
    for row in held.values():
        for heading in _DATES & row.keys():
            if _DAY.fullmatch(row[heading].strip()):
                del row[heading]


def _stale(held: Mapping[str, str], stated: Mapping[str, str], read: Mapping[str, str] | None) -> list[str]:
    """Gives the kept cells of a row that are not kept to, in their order."""
    asked = [heading for heading in held if heading not in BESIDE]
    if read is None:
        return asked
    gone = [heading for heading in asked if read[heading] != stated[heading]]
    if TEXT in held and TEXT not in gone and any(read[heading] != stated[heading] for heading in _TOLD - held.keys()):
        gone.append(TEXT)
    return gone


def _read_again(rows: list[dict[str, str]], package: Package, language: str) -> list[Mapping[str, str] | None]:
    """Reads rows, and gives what the model has of each; None for those that make no valid commitment."""
    known = columns()
    cells: list[list[Value]] = [[column.name for column in known]]
    cells.extend(["" if heading in BESIDE else text for heading, text in row.items()] for row in rows)
    draft = Draft("ogp_csv", None, b"", ImportOptions(id_prefix=package.id_prefix, with_contacts=True))
    made = put_rows(draft, [Table(Grid("", cells), 0, dict(enumerate(known)), {}, with_contacts=True)], Tongues(draft))
    again, _ = package_of(draft.root.data)
    stated = {each.id: row for each, row in _stated(again, again.plans, language)} if again else {}
    return [stated.get(row.commitment.data["id"]) for row in made]


def _stated(
    package: Package,
    plans: Sequence[ActionPlan],
    language: str,
    index: Index | None = None,
    others: Mapping[int, Sequence[Kept]] | None = None,
) -> Iterator[tuple[Commitment, dict[str, str]]]:
    """Gives the rows of plans that the model tells, whatever was kept."""
    return Rows(package, language, index, counted=False, others=others).of(plans, {})
