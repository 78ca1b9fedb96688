"""One time in a column of calendars: a day may be the first or the last, and the end of a year tells no start."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import commitments_of, read, sheet


@pytest.mark.parametrize(
    ("text", "times", "said"),
    [
        ("30 sept. 2025", {"schedule": {"fr": "30 sept. 2025"}}, "import/day-kept"),
        ("fin 2025", {"end": "2025", "schedule": {"fr": "fin 2025"}}, ""),
        ("mai 2026", {"start": "2026-05", "end": "2026-05"}, "import/assumed"),
        ("début 2026", {"start": "2026", "end": "2026", "schedule": {"fr": "début 2026"}}, "import/assumed"),
        ("2026", {"start": "2026", "end": "2026"}, ""),
    ],
)
def test_one_time_in_a_calendar(text: str, times: dict[str, object], said: str) -> None:
    made = read(sheet(["N°", "Projet", "Responsable", "Calendrier"], [1, "Portail", "DSI", text]))
    (one,) = commitments_of(made)
    assert {field: one[field] for field in ("start", "end", "schedule") if field in one} == times
    taken = [f.code for f in made.findings if f.code == "import/day-kept" or f.params.get("field") == "start"]
    assert taken == ([said] if said else [])
