"""What became of contributions on the page: merged ones lead on, and a missing reason is said."""

from __future__ import annotations

import json
from typing import Any

from tests.formats.plan_page.pages import page_of

from opengov_local.formats.plan_page.traces import Traces
from opengov_local.model import Package
from opengov_local.model.index import Index

_COMMITMENT = "test.x:co-1"


def _package(*dispositions: dict[str, Any] | None) -> Package:
    brought = [
        {"id": f"test.x:in-{at}", "kind": "proposal", "text": {"fr": f"Proposition fictive {at}"}}
        | ({"disposition": made} if made else {})
        for at, made in enumerate(dispositions)
    ]
    workshop = {"id": "test.x:ws-1", "kind": "co_creation", "title": {"fr": "Atelier"}, "contributions": brought}
    commitment = {"id": _COMMITMENT, "title": {"fr": "Engagement fictif"}}
    plan = {"id": "test.x:pl-1", "title": {"fr": "Plan"}, "framework": "other", "commitments": [commitment]}
    tree = {"schema_version": "0.1", "id": "test.x:pk-1", "plans": [plan], "workshops": [workshop]}
    return Package.model_validate_json(json.dumps(tree))


def _merged(into: int) -> dict[str, Any]:
    return {"status": "merged", "merged_into": f"test.x:in-{into}"}


def test_a_merged_contribution_became_what_the_other_became() -> None:
    accepted = {"status": "accepted", "commitments": [_COMMITMENT]}
    package = _package(_merged(1), _merged(2), accepted, _merged(4), _merged(3))
    traces = Traces(package, Index(package))
    brought = package.workshops[0].contributions
    assert [traces.became(each) for each in brought] == [[_COMMITMENT]] * 3 + [[], []]
    (commitment,) = package.plans[0].commitments
    assert {each.id for each in traces.inputs(commitment)} == {"test.x:in-0", "test.x:in-1", "test.x:in-2"}


def test_a_missing_reason_is_said() -> None:
    said = "aucun motif enregistré"
    assert said in page_of(_package({"status": "rejected"}))
    assert said in page_of(_package({"status": "partly_accepted", "commitments": [_COMMITMENT]}))
    for other in ({"status": "rejected", "reason": {"fr": "Hors compétence"}}, {"status": "accepted"}, None):
        assert said not in page_of(_package(other))
