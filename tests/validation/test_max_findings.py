"""A bounded list of findings: the gravest are listed, all are counted, and places are looked up for the listed ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.validation.parts import TODAY, Tree, commitment, ident, package, plan

import opengov_local as ogl
from opengov_local.errors import OptionError
from opengov_local.finding import Location
from opengov_local.json_places import JsonLocator
from opengov_local.report import renderer

TREE = package(
    plan(
        commitment("c0", unknown=1),
        commitment("c1", start="2025", end="2024"),
        commitment("c2", continues=[ident("c0"), ident("nowhere")], status={"code": "completed"}),
    )
)
ALL = [
    ("structure/unknown-field", "warning"),
    ("integrity/end-before-start", "error"),
    ("integrity/dangling-reference", "error"),
    ("integrity/completed-without-date", "info"),
]


def _report(most: int | None, tree: Tree = TREE, **options: Any) -> ogl.Report:
    data = json.dumps(tree, ensure_ascii=False, indent=2).encode()
    return ogl.validate(data, today=TODAY, max_findings=most, **options)


@pytest.mark.parametrize(
    ("most", "listed", "unshown"),
    [
        (None, ALL, {}),
        (9, ALL, {}),
        (4, ALL, {}),
        (3, ALL[:3], {"info": 1}),
        (2, ALL[1:3], {"warning": 1, "info": 1}),
        (1, ALL[1:2], {"error": 1, "warning": 1, "info": 1}),
        (0, [], {"error": 2, "warning": 1, "info": 1}),
    ],
)
def test_the_gravest_are_listed_and_all_are_counted(
    most: int | None, listed: list[tuple[str, str]], unshown: dict[str, int]
) -> None:
    report = _report(most)
    assert [(finding.code, finding.severity) for finding in report.findings] == listed
    assert report.unshown == report.as_dict()["unshown"] == unshown
    assert report.counts == {"error": 2, "warning": 1, "info": 1}
    assert report.has("error")
    if most is not None:
        assert report.as_dict() == _report(None).limited(most).as_dict()


def test_only_listed_findings_are_looked_for_in_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    locate = JsonLocator.locate

    def counted(self: JsonLocator, pointer: str, *, key: bool = False) -> Location | None:
        asked.append(pointer)
        return locate(self, pointer, key=key)

    monkeypatch.setattr(JsonLocator, "locate", counted)
    _report(2)
    assert len(asked) == 2


def test_what_is_ignored_takes_no_place_in_the_list(tmp_path: Path) -> None:
    path = tmp_path / "ignore.toml"
    path.write_text('[[ignore]]\ncode = "integrity/end-before-start"\nreason = "known"\n', encoding="utf-8")
    report = _report(1, ignore=path)
    assert [finding.code for finding in report.findings] == ["integrity/dangling-reference"]
    assert (report.unshown, report.ignored) == ({"warning": 1, "info": 1}, 1)


def test_findings_of_the_reader_are_bounded_too() -> None:
    report = ogl.validate(b'{"a": 1, "a": 2, "a": 3, "a": 4}', max_findings=2)
    assert (len(report.findings), report.unshown) == (2, {"error": 1})


def test_the_text_says_how_many_are_not_listed() -> None:
    report = _report(1)
    assert "3" in renderer("text")([report], "en").split(report.findings[0].code)[1]


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(OptionError):
        _report(-1)
