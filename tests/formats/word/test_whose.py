"""Collectivities that a document names several times are one; two of one name in one place are two."""

from __future__ import annotations

import pytest
from tests.formats.word.documents.back import example
from tests.formats.word.papers import checked

import opengov_local
from opengov_local.formats.word.word_format import read


@pytest.mark.parametrize("form", ["ogp-local-docx", "ogp-local-end-of-commitment-docx"])
def test_each_collectivity_of_several_forms_is_made_once(form: str) -> None:
    written = opengov_local.dump(example("full-plan"), form, language="fr").data
    assert isinstance(written, bytes)
    made = checked(read(written, "forms.docx"))
    assert made.document is not None
    tree = made.document.tree
    assert [each["name"]["fr"] for each in tree["collectivities"]] == ["Exempleville", "Exemple-les-Oliviers"]
    first, second = (each["id"] for each in tree["collectivities"])
    assert tree["plans"][0]["collectivities"] == [first, second]
    assert all(plan["collectivities"] == [first] for plan in tree["plans"][1:])


@pytest.mark.parametrize("kind", ["commune", "province"])
def test_two_of_one_name_in_one_place_stay_two(kind: str) -> None:
    package = example("full-plan").model_copy(deep=True)
    plan, twins = package.plans[0], package.collectivities
    first, second = (next(each for each in twins if each.id == id) for id in plan.collectivities)
    second.name, second.kind = first.name, kind
    written = opengov_local.dump(package, "ogp-local-docx", language="fr").data
    assert isinstance(written, bytes)
    made = checked(read(written, "forms.docx"))
    assert made.document is not None
    tree = made.document.tree
    assert [(each["name"]["fr"], each["kind"]) for each in tree["collectivities"]] == [
        ("Exempleville", "commune"),
        ("Exempleville", kind),
    ]
    assert [len(each["collectivities"]) for each in tree["plans"]] == [2, 1]
