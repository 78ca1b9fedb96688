"""Our own forms: titles that count things, as people write them, and words in two scripts, come back as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from opengov_local import dump, load, read
from opengov_local.model import Package

_EXAMPLE = Path(__file__).parents[3] / "examples" / "synthetic" / "full-plan.json"
_FORMS = ("ogp-local-docx", "ogp-national-2022-docx", "ogp-national-2017-docx")
_TITLES = {
    "fr": ("Projet 1 : Portail", "Engagement n°2 – Bureau", "3. Comités", "Projet 10", "Axe 1"),
    "ar": ("المشروع 1: بوابة", "المشروع الرابع", "ورشة Design Thinking مع GIZ", "RAS", "إحداث citizen lab with ADD"),
}
_AXES = {"fr": ("Axe 1 : Transparence", "Axe 2"), "ar": ("المحور الثاني: المشاركة", "محور 3")}
_STEPS = {"fr": ("1.1 Étude (fin 2026)", "Jalon 2 : Achat"), "ar": ("1.1 دراسة", "تحيين site web")}


def _titled(language: str) -> Package:
    """Gives the synthetic plan with other titles, all of them in one language."""
    tree: Any = load(_EXAMPLE).to_tree()
    (plan, *_) = tree["plans"]
    first = plan["commitments"][0]
    first["problem"] = {language: "1. نقص\n2. Manque"}
    for objects, titles in (
        (plan["commitments"], _TITLES),
        (plan["axes"], _AXES),
        (first["milestones"], _STEPS),
    ):
        for each, title in zip(objects, titles[language], strict=False):
            each["title"] = {language: title}
    return Package.model_validate(tree)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("form", _FORMS)
def test_titles_come_back_word_for_word(form: str, language: str) -> None:
    package = _titled(language)
    done = read(dump(package, form, language=language, with_contacts=True).data, format="docx")
    assert done.document is not None
    plan = done.document.tree["plans"][0]
    written = package.plans[0]
    assert [each["title"][language] for each in plan["commitments"]] == [
        each.title[language] for each in written.commitments
    ]
    first = plan["commitments"][0]
    assert [each["title"].get(language) for each in first["milestones"]][:2] == list(_STEPS[language])
    assert first["problem"] == dict(written.commitments[0].problem or {})
    if form == "ogp-local-docx":
        assert [each["title"][language] for each in plan["axes"]] == [each.title[language] for each in written.axes]
    else:
        assert not plan.get("axes")
