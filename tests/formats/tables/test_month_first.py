"""Tables in which one column of dates proves that the month comes first; all of them made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown


@pytest.mark.parametrize(
    ("ends", "starts", "said"),
    [
        (["9/30/2025", "6/30/2026"], ["2025-07-01", "2025-10-01"], False),
        (["30/9/2025", "30/6/2026"], ["2025-01-07", "2025-01-10"], True),
        (["9/30/2025", "30/6/2026"], ["2025-01-07", "2025-01-10"], True),
    ],
)
def test_a_column_beside_proves_the_order_of_day_and_month(ends: list[str], starts: list[str], said: bool) -> None:
    rows = [["Portal", "7/1/2025", ends[0]], ["Budget", "10/1/2025", ends[1]]]
    done = read(sheet(["Project", "Start date", "End date"], *rows))
    assert [one["start"] for one in shown(done)["plans"][0]["commitments"]] == starts
    assert ("import/date-order" in {finding.code for finding in done.findings}) == said
