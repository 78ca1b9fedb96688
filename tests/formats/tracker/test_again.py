"""Updates imported again: what the package holds already is not added twice; all made up."""

from __future__ import annotations

from typing import Any

from tests.formats.tracker.test_tracker import BASE, codes, joined, tree_of, updates_of

HEADS = ["Commitment", "Reporting period", "Status", "Progress", "Evidence", "Remark"]
ROWS = [["1", "2026-03", "In progress", "40", "https://example.org/a", "x"], ["1", "2026-06", "Completed", "", "", ""]]


def _once() -> dict[str, Any]:
    return {**tree_of(joined(HEADS, *ROWS, base=BASE))}


def test_the_same_updates_are_not_added_again() -> None:
    base = _once()
    again = joined(HEADS, *ROWS, base=base)
    assert tree_of(again) == base
    assert {"import/updates-known"} <= codes(again)
    assert again.account is not None
    ids = {update["id"] for update in base["progress_updates"]}
    assert {entry.target for entry in again.account.entries if entry.fate == "mapped"} == ids


def test_new_updates_are_added_to_known_ones() -> None:
    base = _once()
    again = joined(HEADS, ["1", "2026-09", "Completed", "", "", ""], *ROWS, base=base)
    assert [update["period"]["start"] for update in updates_of(again)] == ["2026-03", "2026-06", "2026-09"]


def test_another_word_on_the_same_period_is_added_and_said() -> None:
    base = _once()
    again = joined(HEADS, ROWS[0], ["1", "2026-06", "Delayed", "", "", ""], base=base)
    assert len(updates_of(again)) == 3
    assert {"import/update-differs", "import/updates-known"} <= codes(again)
