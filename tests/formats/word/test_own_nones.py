"""A list that is stated to be empty stands as "none" in a form of the library's own, and comes back as such."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of

from opengov_local import formats
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.model import Package

_X = "org.example.fictive"
_NATIONAL = ("ogp-national-2022-docx", "ogp-national-2017-docx")
_COMMITMENT: dict[str, Any] = {"id": f"{_X}:co-1", "title": {"fr": "Portail fictif"}}
_REPORT = {"id": f"{_X}:as-1", "target": _COMMITMENT["id"], "instrument": "ogp_local_inception", "date": "2025-02"}
_ANSWER = {"criterion": "design_open_gov_lens", "answer": "yes", "evidence": []}
_GROUP = {"id": f"{_X}:wg-1", "title": {"fr": "Groupe"}, "contributions": [], "facilitators": [], "members": []}
_WORKSHOP = {"id": f"{_X}:ws-1", "title": {"fr": "Atelier"}, "kind": "co_creation", "plans": [f"{_X}:pl-1"]}

_CASES: list[tuple[str, tuple[str, ...], dict[str, Any], dict[str, Any]]] = [
    ("axes of a plan", ("ogp-local-docx",), {"axes": []}, {}),
    ("commitments", ("ogp-local-docx",), {"commitments": []}, {}),
    ("axes of a commitment", ("ogp-local-docx",), {"commitments": [_COMMITMENT | {"axes": []}]}, {}),
    (
        "milestones",
        ("ogp-local-docx", *_NATIONAL),
        {"commitments": [_COMMITMENT | {"milestones": []}]},
        {},
    ),
    (
        "files of a support",
        ("ogp-local-docx", "programme-docx"),
        {"endorsements": [{"statement": {"fr": "Oui."}, "attachments": []}]},
        {},
    ),
    (
        "files of an adoption",
        ("ogp-local-docx", "programme-docx"),
        {"adoptions": [{"deliberation": "12/2025", "attachments": []}]},
        {},
    ),
    ("files of a report", ("ogp-local-docx",), {}, {"assessments": [_REPORT | {"attachments": []}]}),
    ("evidence of an answer", ("ogp-local-inception-docx",), {}, {"assessments": [_REPORT | {"answers": [_ANSWER]}]}),
    ("people of a group", ("ogp-local-docx",), {}, {"workshops": [_WORKSHOP | {"working_groups": [_GROUP]}]}),
]


def _empty(value: Any, way: tuple[str, ...] = ()) -> set[str]:
    """Gives the ways to all empty lists of a package."""
    if isinstance(value, dict):
        return {found for name, each in value.items() for found in _empty(each, (*way, name))}
    if isinstance(value, list) and value:
        return {found for each in value for found in _empty(each, way)}
    return {".".join(way)} if isinstance(value, list) else set()


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for name, each in value.items() if name != "sources" for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize(
    ("form", "plan", "more"),
    [pytest.param(form, plan, more, id=f"{name}-{form}") for name, forms, plan, more in _CASES for form in forms],
)
def test_none_is_an_empty_list(form: str, plan: dict[str, Any], more: dict[str, Any], language: str) -> None:
    whole = {"id": f"{_X}:pl-1", "title": {"fr": "Programme"}, "framework": "ogp_local", "commitments": [_COMMITMENT]}
    tree = {"id": f"{_X}:pk-1", "schema_version": "0.1", "plans": [whole | plan], **more}
    row = formats.get(form)
    made = formats.get(row.read_as).reader()(
        row.writer()(Package.model_validate(tree), language=language).data, "form.docx"
    )
    assert made.document is not None
    assert _empty(made.document.tree) == _empty(tree)
    assert labels()["word.none"].texts[language] not in _texts(made.document.tree)
    assert "import/pieces-kept" not in codes_of(made)
