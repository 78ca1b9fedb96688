"""The quick way and the whole way through validation say the same, and differ in nothing but their speed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.validation.parts import TODAY, commitment, organization, package, plan, town, update

import opengov_local as ogl
from opengov_local.formats import json_format
from opengov_local.model import Package
from opengov_local.resources import data_folder
from opengov_local.schema.lane import accept
from opengov_local.validation import prune, validate
from opengov_local.validation.profiles import profiles

CONFORMANCE = Path(__file__).parents[2] / "conformance"
CASES: list[dict[str, Any]] = json.loads((CONFORMANCE / "cases.json").read_text(encoding="utf-8"))
DOCUMENTS = sorted(
    {(CONFORMANCE / case["document"], case["today"]) for case in CASES}
    | {(path, "2026-01-15") for path in data_folder("examples").rglob("*.json")}
)


def _by_the_models_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (json_format, validate, prune):
        monkeypatch.setattr(module, "accept", lambda data: None)


@pytest.mark.parametrize(("path", "day"), DOCUMENTS, ids=[f"{path.parent.name}/{path.stem}" for path, _ in DOCUMENTS])
def test_reports_are_equal(path: Path, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    today = date.fromisoformat(day)
    quick = ogl.validate(path, profiles=profiles(), today=today)
    _by_the_models_alone(monkeypatch)
    whole = ogl.validate(path, profiles=profiles(), today=today)
    assert quick.as_dict() == whole.as_dict()
    assert (quick.valid, quick.package) == (whole.valid, whole.package)


def test_the_quick_way_is_taken() -> None:
    taken = [path for path, _ in DOCUMENTS if path.suffix == ".json" and accept(path.read_bytes())]
    assert len(taken) > len(DOCUMENTS) // 3


def test_the_quick_way_reads_no_package_until_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    whole = Package.model_validate_json

    def counted(data: bytes) -> Package:
        read.append(data)
        return whole(data)

    monkeypatch.setattr(Package, "model_validate_json", counted)
    report = ogl.validate(json.dumps(package(plan(commitment()))).encode(), today=TODAY)
    assert (report.valid, read) == (True, [])
    assert report.package is report.without(frozenset()).package
    assert len(read) == 1


def test_a_tree_of_other_formats_takes_the_quick_way_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate, "judge", lambda data: pytest.fail("the models were asked"))
    text = json.dumps(package(plan(commitment())))
    assert ogl.validate(ogl.read(text.encode(), format="yaml"), today=TODAY).valid


def test_the_rest_of_a_broken_document_takes_the_quick_way_too(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = package(
        plan(commitment(progress="40%", leads=[{"organization": organization()["id"]}])),
        organizations=[organization()],
        collectivities=[town()],
        progress_updates=[update(target="nowhere")],
    )
    data = json.dumps(tree).encode()
    quick = ogl.validate(data, today=TODAY)
    _by_the_models_alone(monkeypatch)
    assert quick.as_dict() == ogl.validate(data, today=TODAY).as_dict()
    assert {finding.code for finding in quick.findings} == {
        "structure/wrong-type",
        "integrity/update-for-unknown-target",
    }
