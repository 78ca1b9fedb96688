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


_CARD = ("= Plan d’action 2026-2028", "# Projet 1 : Portail", "Responsable : Service")


@pytest.mark.parametrize(
    "line",
    [
        "Ville de Fictiville",
        "Municipalité Fictiville",
        "C.R. Fictiville",
        "Commune : Fictiville",
        "COLLECTIVITE TERRITORIALE DE FICTIVILLE",
        "Présidence du conseil communal de Fictiville",
        "Arrondissement de Fictiville",
        "الجماعة الترابية الخيال",
        "الجماعة القروية الخيال",
        "رئاسة المجلس الجماعي للخيال",
        "بلدية الخيال",
    ],
)
def test_the_province_above_a_commune_that_nobody_knows_is_not_whose_plan_it_is(line: str) -> None:
    made = read_paper(*_STATE, "PROVINCE DE BERKANE", line, *_CARD)
    assert "collectivities" not in tree_of(made)
    assert "import/territory-unknown" in codes_of(made)
    assert "PROVINCE DE BERKANE" in unmapped(made).values()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("C.T. AKLIM", {"fr": "AKLIM"}),
        ("COMMUNE TERRITORIALE D’AKLIM", {"fr": "AKLIM"}),
        ("الجماعة الترابية لأكليم", {"ar": "أكليم"}),
        ("Présidence du conseil communal d’Aklim", {"fr": "Aklim"}),
    ],
)
def test_words_beside_that_for_a_kind_are_no_part_of_a_name(line: str, name: dict[str, str]) -> None:
    (there,) = tree_of(read_paper("PROVINCE DE BERKANE", line, *_CARD))["collectivities"]
    assert (there["name"], there["kind"]) == (name, "commune")


@pytest.mark.parametrize(
    ("lines", "name", "kept"),
    [
        (("Province : Berkane", "Commune : Aklim"), "Aklim", ["Berkane"]),
        (("Région : Oriental", "Province : Berkane"), "Berkane", ["Oriental"]),
    ],
)
def test_of_labels_for_kinds_the_smallest_names_whose_plan_it_is(
    lines: tuple[str, ...], name: str, kept: list[str]
) -> None:
    made = read_paper(_CARD[0], *lines, *_CARD[1:])
    (there,) = tree_of(made)["collectivities"]
    assert there["name"] == {"fr": name}
    assert list(unmapped(made).values()) == kept


_FRENCH = ("Royaume du Maroc", "Ministère de l’Intérieur", "Province de Berkane", "Commune de Berkane")
_ARABIC = ("المملكة المغربية", "وزارة الداخلية", "إقليم بركان", "جماعة بركان")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("\n".join(_FRENCH), {"fr": "Berkane"}),
        ([["\n".join(_FRENCH), "", "\n".join(_ARABIC)]], {"fr": "Berkane", "ar": "بركان"}),
        ([["\n".join(_FRENCH), "logo", "\n".join(_ARABIC)]], {"fr": "Berkane", "ar": "بركان"}),
        ([list(pair) for pair in zip(_FRENCH, _ARABIC, strict=True)], {"fr": "Berkane", "ar": "بركان"}),
    ],
)
def test_letterheads_in_one_paragraph_or_table(head: object, name: dict[str, str]) -> None:
    made = read_paper(head, *_CARD)
    (there,) = tree_of(made)["collectivities"]
    assert (there["name"], there["kind"]) == (name, "commune")
    assert "Province de Berkane" in [each["text"] for each in tree_of(made)["plans"][0]["x_unmapped"]]


def test_a_letterhead_in_a_table_above_minutes() -> None:
    made = read_paper([["\n".join(_FRENCH), "\n".join(_ARABIC)]], "= Compte rendu de l’atelier", "Date : 3 mars 2026")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["collectivities"] == ["@Berkane"]


def test_a_colon_behind_the_word_for_a_kind_is_no_part_of_the_name() -> None:
    made = read_paper("= Compte rendu de l’atelier", "Commune : Berkane", "Date : 3 mars 2026")
    (there,) = tree_of(made)["collectivities"]
    assert there["name"] == {"fr": "Berkane"}


@pytest.mark.parametrize(
    ("lines", "name", "kind"),
    [
        (("ROYAUME DU MAROC", "COMMUNE DE FICTIVILLE"), {"fr": "FICTIVILLE"}, "commune"),
        (("المملكة المغربية", "جماعة عين الخيال"), {"ar": "عين الخيال"}, "commune"),
    ],
)
def test_a_commune_of_no_register_below_the_name_of_the_state_is_of_its_country(
    lines: tuple[str, ...], name: dict[str, str], kind: str
) -> None:
    made = read_paper(*lines, *_CARD)
    (there,) = tree_of(made)["collectivities"]
    assert (there["name"], there["kind"], there["country"]) == (name, kind, "MA")
    assert {"import/territory-unknown", "import/assumed"} <= set(codes_of(made))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("= خطة عمل الحكومة المحلية المنفتحة لإقليم واد الخيال 2025-2027", "إقليم واد الخيال"),
        ("= خطة عمل جماعة عين الخيال للحكومة المنفتحة 2025-2027", "جماعة عين الخيال"),
    ],
)
def test_an_arabic_title_with_a_collectivity_of_no_register_is_said(title: str, name: str) -> None:
    made = read_paper(title, "# المشروع 1: بوابة", "المسؤول: مصلحة الإعلاميات")
    assert [each.params["name"] for each in made.findings if each.code == "import/territory-unknown"] == [name]


@pytest.mark.parametrize(
    ("title", "line", "name", "day"),
    [
        ("Compte rendu de l’atelier", "Commune de Tiznit – 3 mars 2025", "Tiznit", "2025-03-03"),
        ("Compte rendu de l’atelier", "Commune de Tiznit, le 3 mars 2025", "Tiznit", "2025-03-03"),
        ("محضر ورشة", "جماعة الحسيمة، 14 يونيو 2025", "الحسيمة", "2025-06-14"),
    ],
)
def test_a_collectivity_before_the_day_heads_minutes(title: str, line: str, name: str, day: str) -> None:
    made = read_paper(f"= {title}", line, "# المقترحات" if name == "الحسيمة" else "# Propositions", "* Abc")
    (workshop,) = tree_of(made)["workshops"]
    assert (workshop["collectivities"], workshop["date"]) == ([f"@{name}"], day)
    assert "import/territory-unknown" not in codes_of(made)


@pytest.mark.parametrize(
    "line", ["Formulaire des engagements - Commune d’Essaouira", "Secrétariat général, Commune d’Essaouira"]
)
@pytest.mark.parametrize("above", [(), ("Commune d’Essaouira",)])
def test_a_line_that_says_more_than_whose_plan_it_is_is_kept(line: str, above: tuple[str, ...]) -> None:
    made = read_paper("= Plan d’action local 2026-2028", *above, line, "# Projet 1 : Portail", "Responsable : DSI")
    (there,) = tree_of(made)["collectivities"]
    assert there["name"] == {"fr": "Essaouira"}
    assert list(unmapped(made).values()) == [line]


def test_authorities_and_provinces_above_a_commune_are_no_more_than_that() -> None:
    line = "Royaume du Maroc - Région Souss-Massa - Province de Tiznit - Commune de Tiznit"
    made = read_paper("= Plan d’action local 2026-2028", line, "# Projet 1 : Portail", "Responsable : DSI")
    assert tree_of(made)["collectivities"][0]["identifiers"][0]["value"] == "09.581.01.07"
    assert unmapped(made) == {}
