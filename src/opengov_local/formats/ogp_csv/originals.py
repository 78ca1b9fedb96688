"""The cells of a row as OGP wrote them, where the model would have them written otherwise: kept with the commitment."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from opengov_local.formats.ogp_csv.as_read import asks, digest_of
from opengov_local.formats.ogp_csv.columns import columns
from opengov_local.formats.ogp_csv.kept import Kept, kept_beside
from opengov_local.formats.ogp_csv.packages import package_of
from opengov_local.formats.ogp_csv.reading import RowRead
from opengov_local.formats.ogp_csv.row_cells import Rows
from opengov_local.formats.ogp_csv.rows import NUMBERS
from opengov_local.formats.ogp_pages.narrative import without_officials
from opengov_local.importing.draft import Draft
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment
from opengov_local.model.plan import ActionPlan
from opengov_local.privacy.contacts import without_contacts

FIELD: Final = "x_ogp_row"
"""The field of a commitment that holds them: {"cells": {heading: text}, "number": of its row among all rows,
"digest": of what the commitment said when it was read}; and those cells as they stood, where their contacts stay."""
_WITH_CONTACTS: Final = "contact_cells"
"""Where these are: what is for the public has nothing of a key that says so."""

_NUMBERS: Final = frozenset(column.name for column in columns() if column.field in NUMBERS)
_TEXTS: Final = frozenset(column.name for column in columns() if column.reads == "narrative")


def keep_originals(draft: Draft, rows: Sequence[RowRead]) -> None:
    """Keeps with each commitment what writing would change in its row, and the order of rows that plans change.

    Contacts of officials stay out, in running texts with all that is said of them, unless they are asked for.
    """
    package, _ = package_of(draft.root.data)
    plans = package.plans if package else []
    held, others = kept_cells(plans)
    language = draft.options.language or "en"
    told = Rows(package, language, counted=False, others=others).of(plans, {}) if package else ()
    written = {commitment.id: (stated, held.get(id(commitment), {})) for commitment, stated in told}
    moved = list(written) != [row.commitment.data["id"] for row in rows]
    for number, (row, commitment) in enumerate(rows, 1):
        stated, beside = written.get(commitment.data["id"], ({}, {}))
        cells = {**stated, **beside}
        kept: dict[str, Any] = {"number": number} if moved else {}
        said = row.said if draft.options.with_contacts else _without_officials(row.said)
        if different := {heading: text for heading, text in said.items() if cells.get(heading) != text}:
            kept |= _in_two(different) if draft.options.with_contacts else {"cells": different}
        if stated and asks(all_kept := {**beside, **different}):
            kept["digest"] = digest_of(stated, all_kept)
        if kept:
            commitment.data[FIELD] = kept


def _without_officials(cells: Mapping[str, str]) -> dict[str, str]:
    return {**cells} | {heading: without_officials(cells[heading]) for heading in _TEXTS & cells.keys()}


def _in_two(cells: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Gives cells without contacts, and as they stood those that have some."""
    bare = {heading: without_contacts(text, running=heading not in _NUMBERS)[0] for heading, text in cells.items()}
    public = _without_officials(bare)
    whole = {heading: text for heading, text in cells.items() if public[heading] != text}
    return {"cells": public, _WITH_CONTACTS: whole} if whole else {"cells": public}


def is_as_read(commitment: Model, stated: Mapping[str, str], held: Mapping[str, str]) -> bool:
    """Tells whether a commitment says what it said when its row was read, and the same was kept of it.

    Args:
        commitment: the commitment.
        stated: its row as the model tells it.
        held: its kept cells.
    """
    return _kept(commitment).get("digest") == digest_of(stated, held)


def kept_cells(plans: Iterable[ActionPlan]) -> tuple[dict[int, dict[str, str]], dict[int, list[Kept]]]:
    """Gives what was kept for the commitments of plans, by `id` of the commitment.

    Returns:
        The cells by heading, those beside the plan too; and what else was kept beside each commitment.
    """
    known = frozenset(column.name for column in columns())
    held: dict[int, dict[str, str]] = {}
    others: dict[int, list[Kept]] = {}
    for plan in plans:
        shared = kept_beside(plan, known).cells
        for commitment in plan.commitments:
            beside = kept_beside(commitment, known)
            others[id(commitment)] = beside.others
            if cells := shared | beside.cells | _own(commitment, known):
                held[id(commitment)] = cells
    return held, others


def in_their_order(plans: Iterable[ActionPlan], rows: Iterable[tuple[Commitment, dict[str, str]]]) -> list[list[str]]:
    """Puts the rows of plans in the order in which they were read, unless a plan has its commitments in another by now.

    A commitment that was not read stays behind the one before it.
    """
    lines, places, before = [], [], 0
    for commitment, row in rows:
        before = _number(commitment) or before
        places.append(before)
        lines.append(list(row.values()))
    for plan in plans if any(places) else ():
        numbers = [number for each in plan.commitments if (number := _number(each))]
        if numbers != sorted(numbers):
            return lines
    return [line for _, line in sorted(zip(places, lines, strict=True), key=itemgetter(0))]


def _own(commitment: Model, known: Container[str]) -> dict[str, str]:
    if not (kept := _kept(commitment)):
        return {}
    held = (kept.get(name) for name in ("cells", _WITH_CONTACTS))
    cells = chain.from_iterable(each.items() for each in held if isinstance(each, dict))
    return {heading: text for heading, text in cells if heading in known and isinstance(text, str)}


def _number(commitment: Model) -> int:
    """Gives the number of the row that was read into a commitment; 0 where nothing tells it."""
    number = _kept(commitment).get("number")
    return number if type(number) is int else 0


def _kept(commitment: Model) -> dict[str, Any]:
    kept = commitment.model_extra.get(FIELD) if commitment.model_extra else None
    return kept if isinstance(kept, dict) else {}
