"""The day of which a cell of a state speaks: "En cours (au 30/06/2025)", "In progress, as of June 2025"."""

from __future__ import annotations

from datetime import date
from typing import Final

from opengov_local.importing.dates import find_dates
from opengov_local.importing.words import fold
from opengov_local.importing.words.status import read_status
from opengov_local.importing.words.tables import short_words
from opengov_local.model.codes import StatusCode
from opengov_local.model.dates import PartialDate

_HOLD: Final = frozenset({"in_progress", "limited", "substantial", "completed", "suspended"})
"""States that hold at a day; one that was put off, "Reporté au 30/06/2025", names the day that is to come."""
_MARKS: Final = " ([,;:–—-"
_OPEN: Final = frozenset({None, "late", "after"})


def day_of_state(text: str, code: StatusCode, today: date) -> str | None:
    """Gives the only date of a text, where words before it say that the state is that of the day; None else.

    Days to come are none, and what is not begun must be denied: "Prévu au 30/06/2025" says when, "Non démarré" not.
    Nothing but the state stands before: in "En cours, fin prévue au 30/06/2025" it is another day.

    Args:
        text: a cell of a state.
        code: the state that it says.
        today: the day by which dates are to come.
    """
    if not any(map(str.isdigit, text)):
        return None
    if not (code in _HOLD or (code == "not_started" and fold(text).split()[0] in short_words("denies"))):
        return None
    found = find_dates(text)
    if len(found) != 1 or found[0].reading.qualifier not in _OPEN:
        return None
    before, said = text[: found[0].start], fold(text[found[0].start : found[0].end])
    day = found[0].reading.start or found[0].reading.end
    words = short_words("as_of")
    told = any(said.startswith(f"{word} ") for word in words)
    state = before.strip(_MARKS)
    while behind := [word for word in words if f" {fold(state)}".endswith(f" {word}")]:
        told, state = True, " ".join(state.split()[: -len(max(behind, key=len).split())]).strip(_MARKS)
    if day is None or not told or PartialDate(day).earliest > today:
        return None
    return day if not fold(state) or read_status(state) is not None else None
