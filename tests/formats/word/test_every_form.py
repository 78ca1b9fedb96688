"""Every Word form of every example, and of collectivities of any country, comes back as a valid package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.formats.word.papers import same

import opengov_local as ogl
from opengov_local.errors import TargetError
from opengov_local.formats import FORMATS
from opengov_local.resources import data_folder

FORMS = [row.name for row in FORMATS if row.name.endswith("-docx")]
NAMING = [form for form in FORMS if not form.startswith("ogp-national")]
"""The forms that say whose plan or workshop it is."""
LANGUAGES = ("ar", "fr", "en")
EXAMPLES = data_folder("examples")
PACKAGES = {
    name.rpartition("/")[2]: EXAMPLES / f"{name}.json"
    for name in ("agadir-ogp-2025", "four-regions-ogp-2025", "oriental", "synthetic/full-plan")
}
PLACES: dict[str, list[dict[str, Any]]] = {
    "tunisian": [
        {"name": {"fr": "Ariana-Exemple", "ar": "أريانة المثال"}, "kind": "municipality", "country": "TN"},
        {"name": {"fr": "Agadir", "ar": "أكادير"}, "kind": "governorate", "country": "TN"},
    ],
    "spanish": [
        {"name": {"es": "Villa Ejemplo"}, "kind": "municipality", "country": "ES"},
        {"name": {"es": "Comunidad Ejemplo (Norte)"}, "kind": "autonomous_community", "country": "ES"},
    ],
    "ivorian": [
        {"name": {"fr": "Commune d’Exemple-Plateau"}, "kind": "commune", "country": "CI"},
        {"name": {"fr": "District des Exemples"}, "kind": "x_district_autonome", "country": "CI"},
    ],
    "kenyan": [
        {"name": {"en": "Example"}, "kind": "county", "country": "KE"},
        {"name": {"en": "Example"}, "kind": "department", "country": "MM"},
    ],
}
"""Made-up collectivities that are in no register of ours."""


def trees() -> Iterator[tuple[str, Any]]:
    for name, path in PACKAGES.items():
        yield name, json.loads(path.read_text(encoding="utf-8"))
    for name, places in PLACES.items():
        tree = json.loads(PACKAGES["full-plan"].read_text(encoding="utf-8"))
        for each, place in zip(tree["collectivities"], places, strict=False):
            each.update(place)
        yield name, tree


CASES = [("full-plan", language) for language in LANGUAGES]
CASES += [
    ("agadir-ogp-2025", "ar"),
    ("four-regions-ogp-2025", "fr"),
    ("oriental", "ar"),
    ("oriental", "fr"),
    ("tunisian", "ar"),
    ("tunisian", "fr"),
    ("spanish", "fr"),
    ("ivorian", "ar"),
    ("ivorian", "fr"),
    ("kenyan", "en"),
]
NOTHING_TO_SAY = {("agadir-ogp-2025", "workshop-docx")} | {
    ("oriental", form) for form in FORMS if form.startswith(("ogp-national", "ogp-local-end"))
}
"""Packages without a workshop or a commitment have no forms of them."""


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_form_is_read_back_as_a_valid_package(name: str, language: str, tmp_path: Path) -> None:
    source, word, back = tmp_path / "there.json", tmp_path / "form.docx", tmp_path / "back.json"
    tree = dict(trees())[name]
    source.write_text(json.dumps(tree), encoding="utf-8")
    for form in FORMS:
        with suppress(TargetError):
            word.unlink(missing_ok=True)
            ogl.convert(source, word, to_format=form, language=language, read_back=False)
        if not word.exists():
            assert (name, form) in NOTHING_TO_SAY
            continue
        done = ogl.convert(word, back)
        assert not [(each.code, each.location) for each in done.report.findings if each.severity == "error"], form
        if form in NAMING:
            whose(tree, json.loads(back.read_text(encoding="utf-8")))


def whose(said: Any, found: Any) -> None:
    """Makes sure that the plans and workshops there are of the same collectivities, with name, kind and country."""
    known = [{each["id"]: each for each in tree.get("collectivities", [])} for tree in (said, found)]
    for what in ("plans", "workshops"):
        titled = [(each["title"], each.get("collectivities", [])) for each in said.get(what, [])]
        for each in found.get(what, []):
            of = next((ids for title, ids in titled if same(title, each.get("title"))), None)
            if of is None or not each.get("collectivities"):
                continue
            there = [known[0][one] for one in of], [known[1][one] for one in each["collectivities"]]
            assert len(there[0]) == len(there[1])
            for before, after in zip(*there, strict=True):
                assert all(same(before[field], after[field]) for field in ("name", "kind", "country"))
    assert any(each.get("collectivities") for each in (*found.get("plans", []), *found.get("workshops", [])))
