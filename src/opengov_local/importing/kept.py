"""What an import keeps without a word of its own is told by one note: how many pieces, and the first of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from string import ascii_uppercase

from opengov_local.account import Place
from opengov_local.document import Import
from opengov_local.finding import Finding, Location, Parameter


def with_kept(made: Import, source: str | None, told_of: Collection[Place] = ()) -> Import:
    """Says of the pieces that were kept, and of whose line, paragraph or row nothing else tells, how many they are.

    Args:
        made: what was read.
        source: name of the file.
        told_of: places of which something was said otherwise.
    """
    told = {_where(finding.location) for finding in made.findings} - {None}
    entries = made.account.entries if made.account else ()
    kept = (said.piece for said in entries if said.fate == "unmapped" and said.piece.place not in told_of)
    silent = [piece for piece in kept if _where(piece.place.location(source)) not in told]
    if not silent:
        return made
    params: dict[str, Parameter] = {"count": len(silent), "text": silent[0].text}
    finding = Finding("import/pieces-kept", "info", silent[0].place.location(source), params)
    return replace(made, findings=(*made.findings, finding))


def _where(location: Location) -> tuple[object, ...] | None:
    """Gives the line with its column, the paragraph, or the table or sheet with the row; None for no such place."""
    row = (location.cell or "").lstrip(ascii_uppercase)
    found = (location.line, location.column, location.paragraph, location.table, location.sheet, row)
    return found if any(found) else None
