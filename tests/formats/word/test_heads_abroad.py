"""Heads of documents: the state above a municipality, decisions and days of submission below titles; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_PLAN = ("= Plan d’action local 2024-2026", "## Engagement 1. Abc", "Pilote : Def")


def _plan(*blocks: str) -> dict[str, Any]:
    plan: dict[str, Any] = tree_of(read_paper(*blocks))["plans"][0]
    return plan


@pytest.mark.parametrize(
    "head",
    [
        ["République Tunisienne", "Municipalité de Oued Essai"],
        ["République Tunisienne\nMunicipalité de Oued Essai"],
    ],
)
def test_the_state_at_the_head_is_the_country(head: list[str]) -> None:
    made = read_paper(*head, *_PLAN)
    (collectivity,) = tree_of(made)["collectivities"]
    assert (collectivity["name"], collectivity["country"]) == ({"fr": "Oued Essai"}, "TN")
    assert "import/assumed" in codes_of(made)


def test_a_government_before_the_name_is_no_part_of_it() -> None:
    made = read_paper(
        "# County Government of Made Up Hills (Kenya)", "= OGP Local Action Plan 2025–2027", "# Commitment 1: Abc"
    )
    (collectivity,) = tree_of(made)["collectivities"]
    assert collectivity["name"] == {"en": "Made Up Hills"}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Délibération n° 2024-031 du conseil communautaire du 14 mars 2024", "2024-03-14"),
        ("(document validé par le comité le 18/09/2024 et adopté par le conseil en session d’octobre 2024)", "2024-10"),
    ],
)
def test_what_stands_below_the_title_tells_the_adoption(line: str, date: str) -> None:
    title, *rest = _PLAN
    assert [each["date"] for each in _plan(title, line, *rest)["adoptions"]] == [date]


def test_a_decision_on_something_else_adopts_no_plan() -> None:
    title, *rest = _PLAN
    line = "Délibération n° 2024-031 du conseil du 14 mars 2024 relative à la création d’un comité"
    assert "adoptions" not in _plan(title, line, *rest)


def test_submitted_is_asked_of_a_plan() -> None:
    plan = _plan(
        "= Open Government Action Plan 2025–2027", "Submitted: 30 April 2025", "# Commitment 1: Abc", "Lead: D"
    )
    assert plan["submissions"] == [{"date": "2025-04-30"}]


@pytest.mark.parametrize(
    "line", ["Township of Made Up Bend (Canada)", "Village of Made Up Bend (Canada)", "Made Up Bend Township (Canada)"]
)
def test_townships_and_villages_are_municipalities(line: str) -> None:
    made = read_paper(f"# {line}", "= Open government plan 2025–2027", "# Commitment 1: Abc")
    (collectivity,) = tree_of(made)["collectivities"]
    assert (collectivity["name"], collectivity["kind"], collectivity["country"]) == (
        {"en": "Made Up Bend"},
        "municipality",
        "CA",
    )


_OF_FICTICIA = "= Plan de acción de gobierno abierto del Ayuntamiento de Ficticia (2026-2028)"


@pytest.mark.parametrize(
    ("head", "name", "kind", "country"),
    [
        ((_OF_FICTICIA, "España"), {"es": "Ficticia"}, "municipality", "ES"),
        ((_OF_FICTICIA, "Principado de Asturias, España."), {"es": "Ficticia"}, "municipality", "ES"),
        (
            (_OF_FICTICIA, "Principado de Asturias, España. Documento sintético."),
            {"es": "Ficticia"},
            "municipality",
            "ES",
        ),
        ((_OF_FICTICIA, "Provincia de Córdoba, Argentina"), {"es": "Ficticia"}, "municipality", "AR"),
        (
            ("= Open government plan 2026-2028", "Made-Up Metropolitan Assembly", "Ghana"),
            {"en": "Made-Up"},
            "municipality",
            "GH",
        ),
        (
            ("= Open government plan 2026-2028", "Municipality of Madeup", "Ghana"),
            {"en": "Madeup"},
            "municipality",
            "GH",
        ),
    ],
)
def test_a_country_on_a_line_of_the_head_is_that_of_the_council(
    head: tuple[str, ...], name: dict[str, str], kind: str, country: str
) -> None:
    made = read_paper(*head, "# Compromiso 1: Abc" if "es" in name else "# Commitment 1: Abc")
    (collectivity,) = tree_of(made)["collectivities"]
    assert (collectivity["name"], collectivity["kind"], collectivity["country"]) == (name, kind, country)
    assert "import/territory-unknown" not in codes_of(made)


def test_a_country_below_a_registered_council_says_nothing_new() -> None:
    made = read_paper("= Plan d’action 2026-2028", "Commune de Salé", "Maroc", "# Engagement 1 : Abc", "Pilote : Def")
    (collectivity,) = tree_of(made)["collectivities"]
    assert collectivity["country"] == "MA"
    assert unmapped(made) == {}


def test_a_country_without_a_council_is_kept() -> None:
    made = read_paper("= Plan d’action 2026-2028", "Tunisie", "# Engagement 1 : Abc", "Pilote : Def")
    assert "collectivities" not in tree_of(made)
    assert list(unmapped(made).values()) == ["Tunisie"]


def test_the_canton_of_an_ecuadorian_head_has_dollars() -> None:
    head = "GOBIERNO AUTÓNOMO DESCENTRALIZADO MUNICIPAL DEL CANTÓN PUERTO INVENTADO\nREPÚBLICA DEL ECUADOR"
    lines = ("= Plan de Gobierno Abierto 2024-2026", "# Compromiso 1: Abc", "Presupuesto referencial: $ 180.000,00")
    tree = tree_of(read_paper(head, *lines))
    (one,) = tree["collectivities"]
    assert (one["name"], one["kind"], one["country"]) == ({"es": "PUERTO INVENTADO"}, "municipality", "EC")
    assert tree["plans"][0]["commitments"][0]["budget"][0]["amount"] == {"value": "180000.00", "currency": "USD"}


def test_a_sum_of_two_readings_is_said_to_be_one() -> None:
    made = read_paper(
        "الجمهورية التونسية\nبلدية وادي التجربة",
        "= خطة عمل الحكومة المفتوحة 2025-2026",
        "# التعهد 1: بوابة",
        [["الكلفة", "4.000 دينار"], ["الهيكل المسؤول", "مصلحة"]],
    )
    assert "amount" not in tree_of(made)["plans"][0]["commitments"][0]["budget"][0]
    assert "import/number-ambiguous" in codes_of(made)
    assert "import/amount-in-words" not in codes_of(made)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Larache, Morocco", "import/territory-ambiguous"),
        ("Makueni, Kenya", "import/territory-unknown"),
        ("Oriental, Maroc", "import/territory-recognised"),
    ],
)
@pytest.mark.parametrize("mark", ["= ", "! ", ""])
def test_a_name_with_its_country_says_whose_plan_it_is(line: str, code: str, mark: str) -> None:
    made = read_paper(f"{mark}{line}", "# Action plan 2026 – 2028", "## Commitment 1: Portal", "Lead: SG")
    assert code in codes_of(made)
    tree = tree_of(made)
    if code == "import/territory-recognised":
        assert [each["identifiers"][0]["value"] for each in tree["collectivities"]] == ["02"]
    else:
        assert "collectivities" not in tree
        assert {"label": "Collectivity", "text": line, "place": "paragraph 1"} in tree["plans"][0]["x_unmapped"]


def test_a_name_with_its_country_beside_the_collectivity_itself_is_kept() -> None:
    made = read_paper(
        "Larache, Morocco", "Commune de Larache", "# Plan d’action 2026", "## Projet 1 : A", "Responsable : B"
    )
    assert "import/territory-ambiguous" not in codes_of(made)
    assert [each["kind"] for each in tree_of(made)["collectivities"]] == ["commune"]
