"""Every Word document of ours, read back beside the package it was made of: ids are kept, and nothing is missing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.formats.word.documents.back import EXAMPLES

import opengov_local
from opengov_local import Package
from opengov_local.formats import writable

_BY_NAME = ("axes", "commitments")
_FORMATS = [name for name in writable() if name.endswith("-docx")]


def _ids(plans: list[dict[str, Any]], field: str) -> list[str]:
    return [each["id"] for plan in plans for each in plan.get(field, ())]


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("form", _FORMATS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_what_has_a_title_keeps_its_id_and_the_package_is_whole(name: str, form: str, language: str) -> None:
    base = json.loads(EXAMPLES[name].read_text(encoding="utf-8"))
    try:
        written = opengov_local.dump(Package.model_validate(base), form, language=language)
    except opengov_local.TargetError:
        assert not (base["plans"][0].get("commitments") and base.get("workshops"))  # what the form is made of
        return
    options = opengov_local.import_options(base=str(EXAMPLES[name]), language=language)
    assert isinstance(written.data, bytes)
    made = opengov_local.read(written.data, format="docx", options=options)
    assert made.document is not None
    tree = made.document.tree
    known = {each["id"] for each in base["plans"]}
    assert {each["id"] for each in tree["plans"]} <= known
    for field in _BY_NAME:
        assert set(_ids(tree["plans"], field)) <= set(_ids(base["plans"], field))
    for field in ("collectivities", "workshops"):
        assert {each["id"] for each in tree.get(field, ())} <= {each["id"] for each in base.get(field, ())}
    assert "import/base-is-another" not in {each.code for each in made.findings}
    assert not {each.code for each in opengov_local.validate(made).findings if each.code.startswith("structure/")}
