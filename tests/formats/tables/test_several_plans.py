"""Workbooks with several plans: those of several periods or collectivities are read apart."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_HEADS = ["Projet", "Activité", "Responsable"]
_ONE, _OTHER = ["Portail", "Étude", "DSI"], ["Bureau", "Recrutement", "DRH"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            (["Programme d’ouverture de la commune d’Agadir"], "A"),
            (["Programme d’ouverture de la commune de Rabat"], "B"),
        ),
        (([], "Commune d’Agadir"), ([], "Commune de Rabat")),
        (([], "جماعة أكادير"), ([], "جماعة الرباط")),
    ],
)
def test_plans_of_several_collectivities_are_read_apart(
    first: tuple[list[str], str], second: tuple[list[str], str]
) -> None:
    grids = (sheet(first[0], _HEADS, _ONE, name=first[1]), sheet(second[0], _HEADS, _OTHER, name=second[1]))
    made = read(*grids)
    assert accounted(made, *grids)
    (said,) = (each for each in made.findings if each.code == "import/plans-by-collectivity")
    assert said.params["count"] == 2
    assert "import/several-plans" not in codes(made)
    plans = shown(made)["plans"]
    assert len({*(name for plan in plans for name in plan["collectivities"])}) == 2
    assert [plan["commitments"][0]["title"]["fr"] for plan in plans] == ["Portail", "Bureau"]


_COST = ["Projet", "Activité", "Responsable", "Budget"]


@pytest.mark.parametrize("names", [("Agadir", "Tafraout"), ("CT Tiznit", "Mirleft"), ("Tiznit", "Mirleft")])
def test_names_of_sheets_alone_tell_whose_plans_they_are(names: tuple[str, str]) -> None:
    grids = (sheet(_COST, [*_ONE, 1000], name=names[0]), sheet(_COST, [*_OTHER, 2000], name=names[1]))
    made = read(*grids)
    assert accounted(made, *grids)
    plans = shown(made)["plans"]
    assert [plan["collectivities"] for plan in plans] == [[name.removeprefix("CT ")] for name in names]
    budgets = [plan["commitments"][0]["milestones"][0]["budget"][0]["amount"] for plan in plans]
    assert [amount["currency"] for amount in budgets] == ["MAD", "MAD"]


def test_sheets_named_by_communes_below_their_province_are_of_one_plan() -> None:
    above = ["Programme d’ouverture de la province de Tiznit"]
    made = read(sheet(above, _HEADS, _ONE, name="Tafraout"), sheet(above, _HEADS, _OTHER, name="Agadir"))
    assert len(shown(made)["plans"]) == 1
    assert "import/several-plans" in codes(made)


def test_places_above_tables_are_no_owners_of_plans() -> None:
    cover = sheet(["Programme d’ouverture de la province de Tiznit"], name="Couverture")
    one, other = (["Projets situés dans la commune de Tafraout"], ["Projets situés dans la commune de Tiznit"])
    made = read(cover, sheet(one, _HEADS, _ONE, name="A"), sheet(other, _HEADS, _OTHER, name="B"))
    assert len(shown(made)["plans"]) == 1


@pytest.mark.parametrize("names", [("Axe 1", "Axe 2"), ("Commune d’Agadir", "Suite"), ("Plan", "Indicateurs")])
def test_sheets_of_one_plan_are_not(names: tuple[str, str]) -> None:
    made = read(sheet(_HEADS, _ONE, name=names[0]), sheet(_HEADS, _OTHER, name=names[1]))
    assert {"import/several-plans", "import/plans-by-collectivity"}.isdisjoint(codes(made))


_AR = ["المشروع", "النشاط", "المسؤول"]


@pytest.mark.parametrize(
    ("first", "second", "periods"),
    [
        (([], "2022-2024"), ([], "2025-2027"), [("2022", "2024"), ("2025", "2027")]),
        (([], "Plan 2025-2027"), ([], "Plan 2022-2024"), [("2022", "2024"), ("2025", "2027")]),
        (
            (["Programme d’ouverture 2022-2024"], "A"),
            (["Programme d’ouverture 2025-2027"], "B"),
            [("2022", "2024"), ("2025", "2027")],
        ),
        (([], "برنامج 2023"), ([], "برنامج 2025"), [("2023", "2023"), ("2025", "2025")]),
        (
            (["برنامج عمل الانفتاح 2023"], "1"),
            (["برنامج عمل الانفتاح 2025"], "2"),
            [("2023", "2023"), ("2025", "2025")],
        ),
    ],
)
def test_plans_of_several_periods_are_read_apart(
    first: tuple[list[str], str], second: tuple[list[str], str], periods: list[tuple[str, str]]
) -> None:
    commune = ["Commune d’Agadir"]
    grids = (
        sheet(first[0], commune, _HEADS, _ONE, name=first[1]),
        sheet(second[0], commune, _AR if "ب" in second[1] else _HEADS, _OTHER, name=second[1]),
    )
    made = read(*grids)
    assert accounted(made, *grids)
    tree = shown(made)
    assert [(plan["period"]["start"], plan["period"]["end"]) for plan in tree["plans"]] == periods
    assert [len(plan["commitments"]) for plan in tree["plans"]] == [1, 1]
    assert len({next(iter(plan["title"].values())) for plan in tree["plans"]}) == 2
    assert len(tree["collectivities"]) == 1
    assert all(plan["collectivities"] == ["Agadir"] for plan in tree["plans"])
    assert codes(made).count("import/plans-by-years") == 1


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (["Programme d’ouverture 2024-2026"], ("Programme 2024", "Programme 2025")),
        ([], ("2024", "2025")),
        ([], ("Programme 2024-2026", "Programme 2025")),
        ([], ("Axe 1 2024-2026", "Axe 2 2024-2026")),
    ],
)
def test_sheets_for_years_of_one_plan_are_not_several(above: list[str], names: tuple[str, str]) -> None:
    covers = [sheet(above, ["Commune d’Agadir"], name="Couverture")] if above else []
    made = read(*covers, sheet(_HEADS, _ONE, name=names[0]), sheet(_HEADS, _OTHER, name=names[1]))
    assert len(shown(made)["plans"]) == 1
    assert "import/plans-by-years" not in codes(made)


def test_a_sheet_that_says_none_of_several_plans_is_kept_and_said() -> None:
    grids = (
        sheet(_HEADS, _ONE, name="2022-2024"),
        sheet(_HEADS, _OTHER, name="2025-2027"),
        sheet(_HEADS, ["Forum", "Réunion", "SG"], name="Synthèse"),
        sheet(["Liste"], ["DSI"], ["SG"], name="Listes"),
    )
    made = read(*grids)
    assert accounted(made, *grids)
    assert [len(plan["commitments"]) for plan in shown(made)["plans"]] == [1, 1]
    (said,) = (each for each in made.findings if each.code == "import/sheet-of-no-plan")
    assert said.params["sheet"] == "Synthèse"


def test_days_and_adoptions_are_those_of_their_own_plan() -> None:
    heads = [*_HEADS, "État"]
    below = "Programme adopté par le conseil communal lors de la session ordinaire du {} mai 20{}"
    grids = [
        sheet([f"Programme d’ouverture {span}"], [f"Situation arrêtée au 30/06/{day}"], heads, [*_ONE, "En cours"], [],
              [below.format(5, year)], name=span)
        for span, day, year in (("2022-2024", "2023", "22"), ("2025-2027", "2026", "25"))
    ]  # fmt: skip
    plans = shown(read(*grids))["plans"]
    steps = [plan["commitments"][0]["milestones"][0] for plan in plans]
    assert [step["status"]["as_of"] for step in steps] == ["2023-06-30", "2026-06-30"]
    assert [plan["adoptions"][0]["date"] for plan in plans] == ["2022-05-05", "2025-05-05"]


@pytest.mark.parametrize("above", [[], ["Province de Tiznit"]])
def test_communes_that_no_register_has_count_too(above: list[Any]) -> None:
    heads = [["Projet", "Responsable"], ["Portail", "DSI"], ["Forum", "SG"]]
    sheets = [
        sheet(above, [f"Commune de {name}"], *heads, name=f"F{at}") for at, name in enumerate(("Tiznit", "Fictive"))
    ]
    made = read(*sheets)
    (said,) = (each for each in made.findings if each.code == "import/plans-by-collectivity")
    assert said.params["count"] == 2
    assert len(shown(made)["plans"]) == 2


def test_tables_of_two_councils_beside_each_other_need_no_blank_column_between() -> None:
    grid = sheet(
        ["Commune de Tiznit", "", "Commune de Tafraout", ""],
        ["Projet", "Budget", "Projet", "Budget"],
        ["Portail", "1000 DH", "Guichet", "3000 DH"],
        ["Forum", "2000 DH", "Bus", "4000 DH"],
    )
    imported = read(grid)
    plans = [
        (
            plan["collectivities"],
            [(one["title"]["fr"], one["budget"][0]["amount"]["value"]) for one in plan["commitments"]],
        )
        for plan in shown(imported)["plans"]
    ]
    assert plans == [
        (["Tiznit"], [("Portail", "1000"), ("Forum", "2000")]),
        (["Tafraout"], [("Guichet", "3000"), ("Bus", "4000")]),
    ]
    assert accounted(imported, grid)


def test_headings_said_again_below_those_of_levels_are_of_one_table() -> None:
    grid = sheet(
        ["Axe", "", "Projet", ""],
        ["N°", "Intitulé", "N°", "Intitulé"],
        ["1", "Transparence", "1", "Portail"],
        ["1", "Transparence", "2", "Budget ouvert"],
        ["2", "Participation", "3", "Forum"],
    )
    imported = read(grid)
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail", "Budget ouvert", "Forum"]
    assert [axis["title"]["fr"] for axis in shown(imported)["plans"][0]["axes"]] == ["Transparence", "Participation"]
    assert accounted(imported, grid)


def test_a_sheet_of_proposals_beside_those_of_two_plans_is_read() -> None:
    heads, names = ["N°", "Projet", "Responsable"], ("2024-2025", "2026-2027")
    plans = [
        sheet(heads, [1, title, "DSI"], name=name) for title, name in zip(("Portail", "Forum"), names, strict=True)
    ]
    made = read(*plans, sheet(["Proposition", "Suite donnée"], ["Publier le budget", "Retenue"], name="Propositions"))
    assert [one["text"]["fr"] for one in shown(made)["workshops"][0]["contributions"]] == ["Publier le budget"]
    assert "import/sheet-of-no-plan" not in codes(made)
