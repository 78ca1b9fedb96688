"""Equal sums of one project: each is one, unless its row repeats what another says; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


def _paid(commitment: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (next(iter(line.get("funder", {}).get("name", {"": ""}).values())), line.get("amount", {}).get("value", ""))
        for line in commitment["budget"]
    ]


@pytest.mark.parametrize("again", ["", "Portail"])
def test_two_funders_may_pay_as_much(again: str) -> None:
    table = sheet(
        ["Projet", "Financeur", "Coût (DH)"],
        ["Portail", "Commune", 30000],
        [again, "INDH", 30000],
        ["Forum", "Commune", 10],
        ["", "INDH", 20],
    )
    first, second = commitments_of(read(table))
    assert _paid(first) == [("Commune", "30000"), ("INDH", "30000")]
    assert _paid(second) == [("Commune", "10"), ("INDH", "20")]


@pytest.mark.parametrize("merges", [(), ("A2:A3",)])
def test_a_row_of_its_own_costs_may_cost_as_much(merges: tuple[str, ...]) -> None:
    table = sheet(
        ["Projet", "Lieu", "Coût (DH)"],
        ["Portail", "Centre", 200],
        ["", "Douar", 200],
        ["Forum", "Centre", 70],
        merges=merges,
    )
    assert _paid(commitments_of(read(table))[0]) == [("", "200"), ("", "200")]


def test_sums_beside_their_funders_may_be_equal() -> None:
    rows: list[list[Any]] = [
        ["Projet", "Portail"],
        ["Source de financement", "Commune", "Province", "INDH"],
        ["Montant (DH)", 60000, 30000, 30000],
    ]
    (only,) = commitments_of(read(sheet(*rows)))
    assert _paid(only) == [("Commune", "60000"), ("Province", "30000"), ("INDH", "30000")]


def test_a_sum_on_each_row_of_a_project_that_is_named_again_is_one() -> None:
    table = sheet(
        ["N°", "Projet", "Partenaire", "Coût (DH)"],
        ["1", "Portail", "Association A", 30000],
        ["1", "Portail", "Association B", 30000],
        ["2", "Forum", "Association A", 10],
    )
    imported = read(table)
    assert _paid(commitments_of(imported)[0]) == [("", "30000")]
    assert codes(imported).count("import/sum-again") == 1


def test_rows_of_activities_repeat_the_sum_of_their_project_without_a_word() -> None:
    table = sheet(
        ["Projet", "Activité", "Coût du projet (DH)"],
        ["Portail", "Étude", 30000],
        ["Portail", "Essai", 30000],
    )
    imported = read(table)
    assert _paid(commitments_of(imported)[0]) == [("", "30000")]
    assert "import/sum-again" not in codes(imported)


def _by_year(commitment: dict[str, Any]) -> list[tuple[int | None, str]]:
    return [(line.get("year"), line["amount"]["value"]) for line in commitment["budget"]]


@pytest.mark.parametrize(
    ("headings", "years"),
    [
        (["Projet", "Année", "Coût (DH)"], (2025, 2026)),
        (["Projet", "Exercice", "Montant (DH)"], ("Exercice 2025", "Exercice 2026")),
        (["Project", "Fiscal year", "Cost (MAD)"], ("2025", "2026")),
        (["المشروع", "السنة المالية", "المبلغ (درهم)"], ("سنة 2025", "2026")),
        (["Proyecto", "Año", "Coste (€)"], (2025.0, 2026.0)),
    ],
)
def test_the_year_of_equal_sums_stands_on_their_lines(headings: list[Any], years: tuple[Any, Any]) -> None:
    grid = sheet(headings, ["Portail", years[0], 30000], ["Portail", years[1], 30000], ["Forum", years[1], 70])
    imported = read(grid)
    assert list(map(_by_year, commitments_of(imported))) == [[(2025, "30000"), (2026, "30000")], [(2026, "70")]]
    assert "import/sum-again" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(("merges", "said"), [((), 2), (("A2:A3", "A4:A5"), 0)])
def test_a_year_is_that_of_the_rows_below_it(merges: tuple[str, ...], said: int) -> None:
    grid = sheet(
        ["Année", "Projet", "Coût (DH)"],
        [2025, "Portail", 30000],
        ["", "Forum", 10],
        [2026, "Portail", 30000],
        ["", "Forum", 10],
        merges=merges,
    )
    imported = read(grid)
    assert list(map(_by_year, commitments_of(imported))) == [
        [(2025, "30000"), (2026, "30000")],
        [(2025, "10"), (2026, "10")],
    ]
    filled = [one.params["count"] for one in imported.findings if one.code == "import/filled-down"]
    assert filled == ([said] if said else [])
    assert accounted(imported, grid)


def test_a_funder_pays_each_of_several_years() -> None:
    grid = sheet(
        ["Projet", "Source de financement", "Année", "Montant (DH)"],
        ["Portail", "Commune", 2025, 30000],
        ["Portail", "Commune", 2026, 30000],
        ["Portail", "Région", 2026, 30000],
    )
    (only,) = commitments_of(read(grid))
    assert _paid(only) == [("Commune", "30000"), ("Commune", "30000"), ("Région", "30000")]
    assert _by_year(only) == [(2025, "30000"), (2026, "30000"), (2026, "30000")]


def test_a_funder_that_pays_two_sums_is_named_with_both() -> None:
    grid = sheet(
        ["Projet", "Financeur", "Coût (DH)"],
        ["Portail", "Commune", 30000],
        ["Portail", "Commune", 20000],
    )
    assert _paid(commitments_of(read(grid))[0]) == [("Commune", "30000"), ("Commune", "20000")]


def test_years_of_activities_or_words_are_none_of_sums() -> None:
    steps = sheet(["Projet", "Activité", "Année", "Coût (DH)"], ["Portail", "Étude", 2025, 10])
    words = sheet(["Projet", "Année", "Coût (DH)"], ["Portail", "chaque année", 10])
    for grid in (steps, words):
        imported = read(grid)
        (only,) = commitments_of(imported)
        assert "year" not in [*only.get("budget", []), *only.get("milestones", [{}])[0].get("budget", [])][0]
        assert "import/column-unmapped" in codes(imported)


OF_PROJECT, OF_ACTIVITY = "import/sum-of-project-repeated", "import/sum-of-each-activity"
REPEATED: list[list[Any]] = [
    ["1", "Portail", "Concevoir", 60000],
    ["1", "Portail", "Publier", 60000],
    ["2", "Forum", "Convoquer", 40000],
    ["2", "Forum", "Tenir", 40000],
    ["3", "École", "Former", 7000],
]


def _of_activities(commitment: dict[str, Any]) -> list[tuple[str, str]]:
    return [line for step in commitment["milestones"] if "budget" in step for line in _paid(step)]


@pytest.mark.parametrize(
    "headings",
    [
        ["N°", "Engagement", "Activité", "Budget (DH)"],
        ["N.º", "Compromiso", "Hito", "Presupuesto (€)"],
        ["الرقم", "المشروع", "النشاط", "الميزانية (درهم)"],
    ],
)
def test_a_sum_that_is_repeated_with_the_name_of_its_project_is_one(headings: list[Any]) -> None:
    grid = sheet(headings, *REPEATED)
    imported = read(grid)
    commitments = commitments_of(imported)
    assert [_paid(one) for one in commitments] == [[("", "60000")], [("", "40000")], [("", "7000")]]
    assert not any(map(_of_activities, commitments))
    (said,) = [one for one in imported.findings if one.code == OF_PROJECT]
    assert (said.severity, said.params["count"]) == ("warning", 2)
    assert OF_ACTIVITY not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (REPEATED[:2], 1),  # one project tells nothing
        ([[*row[:3], 5000] for row in REPEATED], 2),  # nor do sums that are all alike
        ([[*row[:2], *row[2:]] if at % 2 == 0 else ["", "", *row[2:]] for at, row in enumerate(REPEATED)], 2),
        ([*REPEATED, ["3", "École", "Évaluer", 9000]], 2),
    ],
)
def test_equal_sums_of_activities_are_theirs_where_nothing_tells_and_that_is_said(
    rows: list[list[Any]], count: int
) -> None:
    imported = read(sheet(["N°", "Engagement", "Activité", "Budget (DH)"], *rows))
    commitments = commitments_of(imported)
    assert not any("budget" in one for one in commitments)
    assert sum(map(len, map(_of_activities, commitments))) == len(rows)
    (said,) = [one for one in imported.findings if one.code == OF_ACTIVITY]
    assert (said.severity, said.params["count"]) == ("warning", count)


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Budget de l'activité (DH)", REPEATED),
        ("Budget de l'engagement (DH)", REPEATED),
        ("Budget (DH)", [[*row[:3], 1000 * at] for at, row in enumerate(REPEATED, 1)]),
        ("Budget (DH)", [[*row[:3], 0] for row in REPEATED]),
    ],
)
def test_sums_that_headings_or_others_tell_of_are_not_doubted(heading: str, rows: list[list[Any]]) -> None:
    imported = read(sheet(["N°", "Engagement", "Activité", heading], *rows))
    assert not {OF_PROJECT, OF_ACTIVITY} & {*codes(imported)}


def test_sums_beside_a_title_alone_are_of_activities_and_that_is_said() -> None:
    imported = read(sheet(["Engagement", "Activité", "Budget (DH)"], *([row[1], *row[2:]] for row in REPEATED)))
    assert not any("budget" in one for one in commitments_of(imported))
    assert OF_ACTIVITY in codes(imported)


def test_who_pays_tells_equal_sums_apart() -> None:
    headings = ["N°", "Engagement", "Activité", "Budget (DH)", "Financeur"]
    one, other = ([[*row, funders[at % 2]] for at, row in enumerate(REPEATED)] for funders in (["INDH"] * 2, "AB"))
    assert _paid(commitments_of(read(sheet(headings, *one)))[0]) == [("INDH", "60000")]
    assert _of_activities(commitments_of(read(sheet(headings, *other)))[0]) == [("A", "60000"), ("B", "60000")]
