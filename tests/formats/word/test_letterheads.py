"""Letterheads that name a council: the plan is of its collectivity; real places, made-up plans."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_STATE = ("ROYAUME DU MAROC", "MINISTÈRE DE L’INTÉRIEUR")
_ARABIC_STATE = ("المملكة المغربية", "وزارة الداخلية")


@pytest.mark.parametrize(
    ("lines", "name", "kind", "number"),
    [
        (("RÉGION FÈS-MEKNÈS", "CONSEIL PROVINCIAL DE TAZA"), "TAZA", "province", "03.561"),
        (("Province de Berkane", "CONSEIL COMMUNAL DE BERKANE"), "BERKANE", "commune", "02.113.01.09"),
        (("CONSEIL RÉGIONAL DE L’ORIENTAL",), "ORIENTAL", "region", "02"),
        (("CONSEIL DE LA REGION DE L’ORIENTAL", "Préfecture d’Oujda-Angad"), "ORIENTAL", "region", "02"),
        (("CONSEIL PREFECTORAL DE MEKNES",), "MEKNES", "prefecture", "03.061"),
        (("جهة فاس مكناس", "المجلس الإقليمي لتازة"), "تازة", "province", "03.561"),
        (("إقليم بركان", "المجلس الجماعي لبركان"), "بركان", "commune", "02.113.01.09"),
        (("المجلس الجماعي للرباط",), "الرباط", "commune", "04.421.01.0"),
        (("مجلس جهة الشرق",), "الشرق", "region", "02"),
    ],
)
def test_a_plan_is_of_the_collectivity_whose_council_heads_it(
    lines: tuple[str, ...], name: str, kind: str, number: str
) -> None:
    arabic = name[0] > "z"
    title = "برنامج العمل 2026-2028" if arabic else "= Plan d’action 2026-2028"
    card = ("# المشروع 1: البوابة", "المسؤول: مصلحة") if arabic else ("# Projet 1 : Portail", "Responsable : Service")
    made = read_paper(*(_ARABIC_STATE if arabic else _STATE), *lines, title, *card)
    (there,) = tree_of(made)["collectivities"]
    assert there["name"] == {"ar" if arabic else "fr": name}
    assert (there["kind"], there["identifiers"][0]["value"]) == (kind, number)
    assert set(lines[:-1]) - {"CONSEIL DE LA REGION DE L’ORIENTAL"} <= set(unmapped(made).values())


def test_the_region_above_a_council_that_nobody_knows_is_not_whose_plan_it_is() -> None:
    made = read_paper(
        "Région de l’Oriental", "Conseil communal de Fictiville", "= Plan d’action 2026-2028",
        "# Projet 1 : Portail", "Responsable : Service",
    )  # fmt: skip
    assert "collectivities" not in tree_of(made)
    assert "import/territory-unknown" in codes_of(made)


def test_the_word_for_a_council_alone_names_none() -> None:
    made = read_paper(
        "Commune d’Agadir",
        "Conseil communal",
        "= Plan d’action 2026-2028",
        "# Projet 1 : Portail",
        "Responsable : Service",
    )
    (there,) = tree_of(made)["collectivities"]
    assert there["name"] == {"fr": "Agadir"}
    assert "import/territory-unknown" not in codes_of(made)
