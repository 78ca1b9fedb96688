"""Questions of OGP's forms for other actors and values, in the words of councils; all made up."""

from __future__ import annotations

import pytest

from opengov_local.formats.word.labels import Labels


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Autres acteurs impliqués – acteurs étatiques", "supporting_government"),
        ("Autres acteurs impliqués – OSC, secteur privé, organisations multilatérales", "supporting"),
        ("Otros actores involucrados – actores estatales", "supporting_government"),
        ("Supporting: Others", "supporting_others"),
        ("Supporting government actors", "supporting_government"),
        ("Supporting civil society organizations", "supporting_csos"),
        ("Acteurs gouvernementaux de soutien", "supporting_government"),
        ("Autres parties concernées", "supporting"),
        ("الأطراف الأخرى المعنية", "supporting"),
        ("الجهات الحكومية الداعمة", "supporting_government"),
        ("قيم شراكة الحكومة المنفتحة ذات الصلة", "ogp_values"),
    ],
)
def test_they_are_known(label: str, field: str) -> None:
    assert {meaning.field for meaning in Labels({}).meanings(label)} == {field}
