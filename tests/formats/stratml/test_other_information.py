"""What a commitment says that StratML has no element for comes back from OtherInformation; packages are made up."""

from __future__ import annotations

from typing import Any

import pytest

import opengov_local as ogl
from opengov_local.formats.stratml.other_information import ADDITIONAL, FIELDS, joined, parted
from opengov_local.model import Package


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_texts_come_back_into_their_fields(language: str) -> None:
    texts = {field: f"[{number}] Texte fictif {number}." for number, field in enumerate((ADDITIONAL, *FIELDS))}
    assert dict(parted(joined(texts, language))) == texts
    assert dict(parted(joined({"action": "Agir."}, language))) == {"action": "Agir."}


def test_what_has_no_title_is_additional() -> None:
    assert dict(parted("[Note] Rien [Action]")) == {ADDITIONAL: "[Note] Rien [Action]"}
    assert dict(parted("Avant. [Action] Agir. [Action] Encore.")) == {
        ADDITIONAL: "Avant.",
        "action": "Agir. [Action] Encore.",
    }
    assert joined({}, "fr") == ""


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_commitment_keeps_problem_and_action(language: str) -> None:
    said: dict[str, Any] = {field: {language: f"Texte fictif de {field}."} for field in ("problem", "action")}
    commitment = {"id": "org.example:c-1", "title": {language: "Portail fictif"}, **said}
    plan = {"id": "org.example:p-1", "title": {language: "Plan fictif"}, "framework": "remacto"}
    tree = {"schema_version": "0.1", "id": "org.example:k-1", "plans": [{**plan, "commitments": [commitment]}]}
    data = ogl.dump(Package.model_validate(tree), "stratml", language=language).data
    document = ogl.read(data, format="stratml").document
    assert document is not None
    (back,) = document.tree["plans"][0]["commitments"]
    for field, text in said.items():
        assert [*back[field].values()] == [*text.values()]
    assert ADDITIONAL not in back
