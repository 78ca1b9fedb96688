"""Why a commitment serves its OGP values, read back: a reason is of the value that it was printed under alone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.losses.promise import LANGUAGES

from opengov_local import formats
from opengov_local.model import Package

_X = "org.example.fictive"
_REASON = {"fr": "Les registres seront publiés."}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2017-docx"])
@pytest.mark.parametrize("own", ["openness", "Confiance-2.0"])
@pytest.mark.parametrize("after", [None, {"fr": "Chacun sera entendu."}])
def test_the_reason_of_a_value_that_is_not_read_goes_to_no_other(
    form: str, language: str, own: str, after: dict[str, str] | None
) -> None:
    values: list[dict[str, Any]] = [
        {"value": "public_accountability"},
        {"value": own, "why": _REASON},
        {"value": "civic_participation"} | ({"why": after} if after else {}),
    ]
    project = {"id": f"{_X}:co-1", "title": {"fr": "Portail"}, "ogp_values": values}
    plan = {"id": f"{_X}:pl-1", "title": {"fr": "Plan"}, "framework": "ogp_local", "commitments": [project]}
    tree = {"id": f"{_X}:pk-1", "schema_version": "0.1", "default_language": "fr", "plans": [plan]}
    row = formats.get(form)
    data = row.writer()(Package.model_validate(tree), language=language).data
    read = formats.get(row.read_as).reader()(data, "form.docx")
    assert read.document is not None
    (made,) = read.document.tree["plans"][0]["commitments"]
    assert made["ogp_values"] == [values[0], values[2]]
    assert any(_REASON["fr"] in each["text"] for each in made["x_unmapped"])
    assert any(own in str(each.params["text"]) for each in read.findings if each.code == "import/code-unknown")
