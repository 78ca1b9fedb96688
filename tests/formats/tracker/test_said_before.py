"""Updates that say again of their indicator what the plan says of it; all made up."""

from __future__ import annotations

import copy

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, joined, updates_of

from opengov_local.account import Account

HEADS = ["reporting_period", "indicators", "indicator_deadline_en", "indicator_deadline_fr", "indicator_lead_dept"]


def _joined(*cells: str) -> tuple[dict[str, object], set[str], Account]:
    base = copy.deepcopy(BASE)
    base["plans"][0]["commitments"][0]["milestones"][0]["indicators"] = [
        {
            "id": "test.made-up:i1",
            "name": {"en": "Visits"},
            "schedule": {"en": "By 2023", "fr": "D'ici 2023"},
            "leads": [{"name": {"en": "made-up"}}],
        }
    ]
    done = joined([*HEADS, "status"], ["2022-03", "Visits", *cells, "On track"], base=base)
    (update,) = updates_of(done)
    assert done.account
    return update, codes(done), done.account


def test_what_the_plan_says_too_is_not_kept_beside() -> None:
    update, found, account = _joined("By 2023", "D'ici 2023", "made-up")
    assert "x_unmapped" not in update
    assert "import/conflict" not in found
    assert account.counts["mapped"] == 6


def test_what_the_plan_says_otherwise_is_said_and_kept() -> None:
    update, found, _ = _joined("By 2025", "D'ici 2023", "other")
    kept = update["x_unmapped"]
    assert isinstance(kept, list)
    assert [(each["label"], each["text"]) for each in kept] == [
        ("indicator_deadline_en", "By 2025"),
        ("indicator_lead_dept", "other"),
    ]
    assert "import/conflict" in found


@pytest.mark.parametrize(("target", "is_known"), [("80", True), ("80 %", True), ("90 %", False)])
def test_a_target_that_the_plan_says_too_is_not_kept_and_another_one_is_said(target: str, is_known: bool) -> None:
    base = copy.deepcopy(BASE)
    base["plans"][0]["commitments"][0]["indicators"] = [
        {"id": "test.made-up:i1", "name": {"en": "Visits"}, "unit": {"en": "%"}, "target": {"value": "80"}}
    ]
    heads = ["Reporting period", "Commitment", "Indicator", "Actual", "Target", "Unit"]
    done = joined(heads, ["2022-03", "Un", "Visits", "40", target, "%"], base=base)
    (update,) = updates_of(done)
    assert [one["text"] for one in update.get("x_unmapped", [])] == ([] if is_known else [target])
    assert ("import/conflict" in codes(done)) is not is_known
