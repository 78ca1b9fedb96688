"""Who supports a commitment stands with the kind of stakeholder that is stated, or that the sector of its body says."""

from __future__ import annotations

import json

import pytest
from lxml import html
from tests.formats.word.papers import checked

import opengov_local as ogl
from opengov_local import codelists
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

BODIES = {
    "Association fictive": "civil_society",
    "Ministère fictif": "government",
    "Société fictive": "private",
    "Université fictive": "academia",
}
SUPPORTING: list[dict[str, object]] = [{"organization": f"org.example:o-{number}"} for number in range(len(BODIES))]
SUPPORTING += [{"collectivity": "org.example:tc-1"}, {"name": {"fr": "Inconnus"}}]


def package() -> Package:
    """Makes a package of one commitment that all kinds of bodies support, none of which has a stated group."""
    step = {"id": "org.example:m-1", "title": {"fr": "Étape fictive"}, "supporting": SUPPORTING}
    commitment = {"id": "org.example:c-1", "title": {"fr": "Engagement fictif"}, "supporting": SUPPORTING}
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan fictif"}, "framework": "ogp_national"}
    tree = {
        "schema_version": "0.1",
        "id": "org.example:pk-1",
        "licence": "CC0-1.0",
        "collectivities": [
            {"id": "org.example:tc-1", "name": {"fr": "Ville fictive"}, "kind": "commune", "country": "MA"}
        ],
        "organizations": [
            {"id": f"org.example:o-{number}", "name": {"fr": name}, "sector": sector}
            for number, (name, sector) in enumerate(BODIES.items())
        ],
        "plans": [plan | {"commitments": [commitment | {"milestones": [step]}]}],
    }
    return Package.model_validate_json(json.dumps(tree))


def test_the_form_of_2017_sorts_by_sector() -> None:
    page = html.fromstring(ogl.dump(package(), "ogp-national-2017-html", language="fr").data)
    labels = wording("ogp_national")
    found = {}
    for key in ("supporting_government", "supporting", "supporting_unsorted"):
        label = labels[f"commitment_2017.{key}"].texts["fr"]
        (said,) = (row.text_content() for row in page.iter("tr", "div") if row.text_content().strip().startswith(label))
        found[key] = {name for name in (*BODIES, "Ville fictive", "Inconnus") if name in said}
    assert found == {
        "supporting_government": {"Ministère fictif", "Ville fictive"},
        "supporting": {"Association fictive", "Société fictive"},
        "supporting_unsorted": {"Université fictive", "Inconnus"},
    }


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("form", ["ogp-national-2017-docx", "ogp-national-2022-docx"])
def test_no_group_is_read_that_only_the_sector_says(form: str, language: str) -> None:
    made = checked(read(ogl.dump(package(), form, language=language).data, "form.docx"))
    assert made.document is not None
    tree = made.document.tree
    known = {each["id"]: each["name"]["fr"] for each in (*tree["organizations"], *tree["collectivities"])}
    (commitment,) = tree["plans"][0]["commitments"]
    holders = [commitment, *(commitment["milestones"] if "2022" in form else ())]
    for holder in holders:
        names = {
            party["name"]["fr"] if "name" in party else known[party.get("organization") or party["collectivity"]]
            for party in holder["supporting"]
        }
        assert names == {*BODIES, "Ville fictive", "Inconnus"}
        assert all("group" not in party for party in holder["supporting"])


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("form", ["ogp-national-2017", "ogp-national-2022"])
def test_a_group_that_is_stated_stands_once_and_comes_back(form: str, language: str) -> None:
    tree = package().to_tree()
    stated: dict[str, object] = {"organization": "org.example:o-1", "group": "government", "role": {language: "Appui"}}
    commitment = tree["plans"][0]["commitments"][0]
    del commitment["milestones"]
    commitment["supporting"] = [stated, {"collectivity": "org.example:tc-1", "group": "government"}]
    made = Package.model_validate_json(json.dumps(tree))
    page = html.fromstring(ogl.dump(made, f"{form}-html", language=language).data)
    group = codelists.get("stakeholder_sector").label("government", language)
    assert wording()["mark.comma"].texts[language] + group not in page.text_content()
    done = checked(read(ogl.dump(made, f"{form}-docx", language=language).data, "form.docx"))
    assert done.document is not None
    (back,) = done.document.tree["plans"][0]["commitments"]
    assert [party["group"] for party in back["supporting"]] == ["government", "government"]
    assert back["supporting"][0]["role"] == {language: "Appui"}
    assert all("name" not in party for party in back["supporting"])
