"""Plans of funding: funders as columns of amounts, beside a total or below a group; all made up."""

from __future__ import annotations

from typing import Any
from unittest.mock import ANY

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.tables.columns.roles import share_of

PLAN = sheet(["N°", "Engagement", "Responsable"], ["E1", "Observatoire", "DSI"], ["E2", "Guichet", "SG"])
ROWS: list[list[Any]] = [["E1", "Observatoire", 800, 500, 300, ""], ["E2", "Guichet", 100.5, "", 60, 40.5]]
GIVEN = {"E1": ["800000", "500000", "300000"], "E2": ["100500", "60000", "40500"]}


def _budgets(*rows: list[Any], merges: tuple[str, ...] = ()) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    further = sheet(*rows, name="Plan de financement", merges=merges)
    imported = read(PLAN, further)
    assert accounted(imported, PLAN, further)
    (plan,) = shown(imported)["plans"]
    return {one["number"]: one["budget"] for one in plan["commitments"]}, codes(imported)


def _values(budgets: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    return {number: [line["amount"]["value"] for line in lines] for number, lines in budgets.items()}


def _funders(lines: list[dict[str, Any]]) -> list[str]:
    return [text for line in lines if "funder" in line for text in line["funder"]["name"].values()]


@pytest.mark.parametrize(
    "group", ["Contributions", "Participation financière", "المساهمات", "Contributions des partenaires"]
)
@pytest.mark.parametrize("merges", [("D3:F3",), ("D3:F3", "A3:A4", "B3:B4", "C3:C4"), ()])
def test_funders_below_a_group(group: str, merges: tuple[str, ...]) -> None:
    budgets, said = _budgets(
        ["PLAN DE FINANCEMENT"], ["Montants en milliers de dirhams (KDH)"],
        ["N°", "Engagement", "Coût global", group, "", ""], ["", "", "", "Conseil provincial", "Région", "INDH"],
        *ROWS, ["TOTAL", "", 900.5, 500, 360, 40.5], merges=merges,
    )  # fmt: skip
    assert _values(budgets) == GIVEN
    assert _funders(budgets["E1"]) == ["Conseil provincial", "Région"]
    assert "import/heading-uncertain" not in said


@pytest.mark.parametrize(
    "header",
    [
        ["N°", "Engagement", "Coût global (KDH)", "Conseil provincial", "Région", "INDH"],
        ["N°", "Engagement", "Coût en milliers de DH (KDH)", "Commune", "Région", "Autres partenaires"],
        ["الرقم", "الالتزام", "الكلفة الإجمالية بآلاف الدراهم", "الجماعة", "الجهة", "المبادرة الوطنية"],
    ],
)
def test_columns_that_add_up_to_the_total_are_of_funders(header: list[str]) -> None:
    budgets, said = _budgets(header, *ROWS)
    assert _values(budgets) == GIVEN
    assert _funders(budgets["E2"]) == header[4:]
    assert "import/heading-uncertain" in said


def test_columns_that_do_not_add_up_are_no_funders() -> None:
    header = ["N°", "Engagement", "Coût global (KDH)", "Hommes", "Femmes", "Jeunes"]
    budgets, said = _budgets(header, ["E1", "Observatoire", 800, 500, 200, ""], ["E2", "Guichet", 100, 60, 40, ""])
    assert _values(budgets) == {"E1": ["800000"], "E2": ["100000"]}
    assert "import/column-unmapped" in said


@pytest.mark.parametrize(
    "header",
    [
        ["Coût total (KDH)", "Part commune", "Part région"],
        ["Coût total (KDH)", "Contribution de la commune", "Contribution de la région"],
        ["الكلفة الإجمالية بآلاف الدراهم", "مساهمة الجماعة", "مساهمة الجهة"],
    ],
)
def test_shares_have_the_unit_of_the_total_beside_them(header: list[str]) -> None:
    grid = sheet(["Projet", "Responsable", *header], ["P", "DSI", 800, 500, 300])
    (plan,) = shown(read(grid))["plans"]
    lines = plan["commitments"][0]["budget"]
    assert [line["amount"] for line in lines] == [{"value": f"{n}000", "currency": "MAD"} for n in (800, 500, 300)]


def test_a_share_above_the_total_does_not_have_its_unit() -> None:
    grid = sheet(["Projet", "Responsable", "Coût total (MDH)", "Part commune"], ["P", "DSI", 3, 1500000])
    imported = read(grid)
    lines = shown(imported)["plans"][0]["commitments"][0]["budget"]
    assert [line.get("amount", {}).get("value") for line in lines] == ["3000000", None]
    assert "import/currency-unknown" in codes(imported)


def test_contributions_of_a_workshop_are_no_money() -> None:
    grid = sheet(["Axe", "Contributions", ""], ["", "Problèmes", "Solutions"], ["Eau", "3 fuites", "2 équipes"],
                 merges=("B1:C1",))  # fmt: skip
    tree = shown(read(grid))
    assert [one["kind"] for group in tree["workshops"][0]["working_groups"] for one in group["contributions"]] == [
        "problem", "solution"]  # fmt: skip


@pytest.mark.parametrize(
    "header", [["Études", "Travaux", "Équipement"], ["Financement acquis", "Reste à mobiliser", "Divers"],
               ["الدراسات", "الأشغال", "التجهيز"]],
)  # fmt: skip
def test_costs_that_add_up_are_no_funders(header: list[str]) -> None:
    budgets, said = _budgets(["N°", "Engagement", "Coût global (KDH)", *header], *ROWS)
    assert _values(budgets) == {"E1": ["800000"], "E2": ["100500"]}
    assert "import/column-unmapped" in said


def test_a_total_behind_its_funders() -> None:
    header = ["N°", "Engagement", "Commune", "Région", "INDH", "Total (KDH)"]
    budgets, _ = _budgets(header, *([*row[:2], *row[3:], row[2]] for row in ROWS))
    assert {number: sorted(values) for number, values in _values(budgets).items()} == {
        number: sorted(values) for number, values in GIVEN.items()
    }
    assert _funders(budgets["E1"]) == ["Commune", "Région"]


def test_the_unit_of_the_topmost_group() -> None:
    budgets, _ = _budgets(
        ["N°", "Engagement", "Financement (KDH)", "", "", ""], ["", "", "Commune", "", "Région", ""],
        ["", "", 2026, 2027, 2026, 2027], ["E1", "Observatoire", 1, 2, 3, 4], ["E2", "Guichet", 5, 6, 7, 8],
        merges=("C1:F1", "C2:D2", "E2:F2"),
    )  # fmt: skip
    assert _values(budgets)["E1"] == ["1000", "2000", "3000", "4000"]
    assert [line["year"] for line in budgets["E1"]] == [2026, 2027, 2026, 2027]


def test_a_group_of_shares_with_its_unit_and_no_total() -> None:
    budgets, _ = _budgets(
        ["N°", "Engagement", "Participation des partenaires (DH)", "", ""], ["", "", "Commune", "Région", "INDH"],
        ["E1", "Observatoire", 1000, 2000, ""], ["E2", "Guichet", "", 500, 100], merges=("C1:E1",),
    )  # fmt: skip
    assert _values(budgets) == {"E1": ["1000", "2000"], "E2": ["500", "100"]}


_YEARLY = ["Coût 2025 (DH)", "Coût 2026 (DH)"]


@pytest.mark.parametrize(
    "headings",
    [
        ["Projet", *_YEARLY, "Financeur"],
        ["Projet", "Financeur", *_YEARLY],
        ["Projet", *_YEARLY, "Total (DH)", "Financeur"],
        ["Projet", "Financeur", *_YEARLY, "Total (DH)"],
    ],
)
def test_the_only_funder_pays_the_sums_of_all_years(headings: list[Any]) -> None:
    said = {"Projet": "Portail", "Financeur": "Commune", _YEARLY[0]: 30000, _YEARLY[1]: 20000, "Total (DH)": 50000}
    grid = sheet(headings, [said[heading] for heading in headings])
    imported = read(grid)
    (only,) = commitments_of(imported)
    lines = [(one.get("year"), one["amount"]["value"], one["funder"]["name"]["fr"]) for one in only["budget"]]
    whole = [(None, "50000", "Commune")] if "Total (DH)" in headings else []
    assert lines == [(2025, "30000", "Commune"), (2026, "20000", "Commune"), *whole]
    assert accounted(imported, grid)


def test_the_state_beside_a_region_is_a_funder_where_its_cells_are_sums() -> None:
    rows: list[list[Any]] = [
        ["Portail", "120 000", "60 000", "40 000", "20 000"],
        ["Forum", "30 000", "30 000", "", ""],
    ]
    header = ["Projet", "Coût total (DH)", "Commune", "Région", "État"]
    commitments = commitments_of(read(sheet(header, *rows)))
    assert [_funders(one["budget"]) for one in commitments] == [["Commune", "Région", "État"], ["Commune"]]
    rows = [["Portail", "120 000", "60 000", "60 000", "En cours"], ["Forum", "30 000", "20 000", "10 000", "Achevé"]]
    commitments = commitments_of(read(sheet(header, *rows)))
    assert [one["status"]["code"] for one in commitments] == ["in_progress", "completed"]
    assert [len(_funders(one["budget"])) for one in commitments] == [2, 2]


@pytest.mark.parametrize(
    ("head", "bodies"),
    [
        (["Projet", "Montant (DH)", "Financement"], ["Conseil provincial", "Conseil régional"]),
        (["المشروع", "المبلغ بالدرهم", "التمويل"], ["المجلس الإقليمي", "الجماعة"]),
        (["Proyecto", "Importe (€)", "Financiación"], ["Diputación Provincial", "Ayuntamiento"]),
        (["Projet", "Montant (DH)", "Source"], ["Conseil provincial", "Commune"]),
        (["المشروع", "المبلغ بالدرهم", "المصدر"], ["المجلس الإقليمي", "الجماعة"]),
        (["Proyecto", "Importe (€)", "Fuente"], ["Diputación Provincial", "Ayuntamiento"]),
    ],
)
def test_means_that_name_bodies_beside_the_only_sum_are_funders_and_said(head: list[str], bodies: list[str]) -> None:
    made = read(sheet(head, ["1. Portail", 21000, bodies[0]], ["2. Forum", 312500, bodies[1]]))
    lines = [one["budget"][0] for one in commitments_of(made)]
    assert [[*line["funder"]["name"].values()] for line in lines] == [[body] for body in bodies]
    assert [line["amount"]["value"] for line in lines] == ["21000", "312500"]
    assert "import/heading-uncertain" in codes(made)


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        (["Projet", "Montant (DH)", "Financement"], "Budget propre et subvention de la Région"),
        (["Projet", "Montant (DH)", "Financement"], "Demander une subvention au Conseil régional"),
        (["Projet", "Responsable", "Financement"], "Conseil régional"),
    ],
)
def test_other_means_stay_means(head: list[str], cell: str) -> None:
    (one,) = commitments_of(read(sheet(head, ["Portail", 21000 if "(DH)" in head[1] else "DSI", cell])))
    assert one["resources"] == [{"kind": "financial", "description": {"fr": cell}}]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        (["Projet", "Montant (DH)", "Source"], "Réunion du 3 mars 2026"),
        (["Projet", "Source", "Montant (DH)"], "Commune"),
    ],
)
def test_a_source_elsewhere_or_of_something_else_names_no_funder(head: list[str], cell: str) -> None:
    row = [21000 if "(DH)" in heading else cell if heading == "Source" else "Portail" for heading in head]
    (one,) = commitments_of(read(sheet(head, row)))
    assert "funder" not in one["budget"][0]


@pytest.mark.parametrize(
    ("funder", "share"),
    [
        ("Financeur {}", "Contribution du financeur {} (DH)"), ("الممول {}", "مساهمة الممول {} (درهم)"),
        ("Funder {}", "Funder {} contribution (MAD)"), ("Bailleur {}", "Part du bailleur {} (DH)"),
    ],
)  # fmt: skip
def test_the_share_of_a_funder_in_a_column_is_no_funder_by_its_heading(funder: str, share: str) -> None:
    header = ["N°", "Projet", *(words.format(number) for number in (1, 2) for words in (funder, share))]
    (one,) = commitments_of(read(sheet(header, [1, "Portail", "Commune", 60000, "Fonds fictif", 140000])))
    found = [(next(iter(line["funder"]["name"].values())), line["amount"]["value"]) for line in one["budget"]]
    assert found == [("Commune", "60000"), ("Fonds fictif", "140000")]


def test_a_share_whose_heading_names_nobody_has_no_funder() -> None:
    rows = [1, "Portail", 100000, 60000]
    (one,) = commitments_of(read(sheet(["N°", "Projet", "Coût (DH)", "Contribution du bailleur (DH)"], rows)))
    assert not any("funder" in line for line in one["budget"])


@pytest.mark.parametrize(
    ("heading", "funder"),
    [
        ("Part de la région", "région"), ("Contribution d'Oujda", "Oujda"), ("Contribution of the region", "region"),
        ("Share of partners", "partners"),
        ("Share of the State", "State"), ("Aportación del municipio", "municipio"), ("dont la commune", "commune"),
        ("منه الجماعة", "الجماعة"), ("Contribution de El Jadida", "El Jadida"), ("مساهمة الجهة", "الجهة"),
    ],
)  # fmt: skip
def test_the_funder_of_a_share_stands_without_the_words_that_join_it(heading: str, funder: str) -> None:
    assert share_of(heading) == funder


@pytest.mark.parametrize("heading", ["Share link", "dont parc", "Participation", "المساهمة المتوقعة"])
def test_no_other_heading_names_the_funder_of_a_share(heading: str) -> None:
    assert share_of(heading) is None


@pytest.mark.parametrize("headings", [("Commune (DH)", "INDH (DH)"), ("Région (DH)", "Commune [DH]")])
def test_names_of_funders_with_a_unit_behind_them_head_what_each_gives(headings: tuple[str, str]) -> None:
    grid = sheet(["N°", "Projet", *headings], [1, "Portail", 5000, 2000], [2, "Fonds", 9000, ""])
    first, second = commitments_of(read(grid))
    assert [_funders(one["budget"]) for one in (first, second)] == [
        [heading.split(" ")[0] for heading in headings],
        [headings[0].split(" ")[0]],
    ]
    assert [line["amount"] for line in first["budget"]] == [
        {"value": "5000", "currency": "MAD"},
        {"value": "2000", "currency": "MAD"},
    ]
    assert "import/territory-unknown" not in codes(read(grid))


def test_names_without_a_unit_or_without_amounts_are_no_funders() -> None:
    grid = sheet(["N°", "Projet", "Commune (DH)"], [1, "Portail", "Agadir"], [2, "Fonds", "Agadir"])
    assert all("budget" not in one for one in commitments_of(read(grid)))


def test_a_share_in_a_currency_is_a_sum_and_names_no_partner() -> None:
    grid = sheet(
        ["Projet", "Partenaires", "Part (DH)"],
        ["Portail", "Commune\nINDH", "50 000\n20 000"],
        ["Guichet", "Province", "10 000"],
    )
    portal, office = commitments_of(read(grid))
    assert [(one["funder"]["name"], one["amount"]["value"]) for one in portal["budget"]] == [
        ({"fr": "Commune"}, "50000"),
        ({"fr": "INDH"}, "20000"),
    ]
    assert [one["amount"]["value"] for one in office["budget"]] == ["10000"]
    assert [one["name"] for one in office["supporting"]] == [{"fr": "Province"}]


@pytest.mark.parametrize("heading", ["Part (DH)", "Contribution (DH)", "مساهمة (درهم)"])
def test_a_share_is_what_the_only_partner_of_its_row_pays(heading: str) -> None:
    imported = read(
        sheet(
            ["Projet", "Partenaires", heading],
            ["Portail", "Province", "50 000"],
            ["Guichet", "INDH\nProvince", "20 000"],
            ["Fonds", "", "10 000"],
        )
    )
    portal, office, fund = commitments_of(imported)
    assert portal["budget"] == [{"funder": {"name": ANY}, "amount": {"value": "50000", "currency": "MAD"}}]
    assert list(portal["budget"][0]["funder"]["name"].values()) == ["Province"]
    assert "budget" not in office
    assert "budget" not in fund
    assert [one["x_unmapped"][0]["text"] for one in (office, fund)] == ["20 000", "10 000"]
    assert codes(imported).count("import/share-of-whom") == 2


@pytest.mark.parametrize("heading", ["Part (DH)", "Contribution (DH)", "مساهمة (درهم)"])
def test_a_share_beside_the_whole_sum_is_no_second_sum(heading: str) -> None:
    imported = read(
        sheet(
            ["Projet", "Budget (DH)", "Partenaires", heading],
            ["Portail", 70000, "INDH", 20000],
            ["Guichet", 5000, "ADS", 10],
        )
    )
    assert [[line["amount"]["value"] for line in one["budget"]] for one in commitments_of(imported)] == [
        ["70000"],
        ["5000"],
    ]
    assert "import/column-unmapped" in codes(imported)


@pytest.mark.parametrize("said", [("50 000", "20 000"), ("50 000 DH", "20 000 DH"), ("50 000\n10 000", "20 000")])
def test_sums_are_no_names_of_partners(said: tuple[str, str]) -> None:
    imported = read(
        sheet(["Projet", "Partenaires", "Échéance"], ["Portail", said[0], "2026"], ["Guichet", said[1], "2027"])
    )
    assert not any("supporting" in one for one in commitments_of(imported))
    assert "import/column-unmapped" in codes(imported)


@pytest.mark.parametrize(
    ("heading", "funder"),
    [
        ("Budget Commune (DH)", "Commune"),
        ("Crédits de la DGCT (DH)", "DGCT"),
        ("Budget (INDH) (DH)", "INDH"),
        ("ميزانية الجماعة (درهم)", "الجماعة"),
        ("الميزانية – الجهة (درهم)", "الجهة"),
    ],
)
def test_a_word_for_money_before_the_name_of_who_funds_is_their_share_with_a_warning(heading: str, funder: str) -> None:
    imported = read(sheet(["N°", "Projet", "Responsable", heading], ["1", "Portail", "DSI", 50000]))
    (line,) = commitments_of(imported)[0]["budget"]
    assert _funders([line]) == [funder]
    assert line["amount"] == {"value": "50000", "currency": "MAD"}
    assert "import/heading-uncertain" in codes(imported)


@pytest.mark.parametrize("heading", ["Budget du projet (DH)", "Coût total (DH)", "ميزانية المشروع (درهم)"])
def test_a_word_for_money_before_anything_else_names_nobody(heading: str) -> None:
    imported = read(sheet(["N°", "Projet", "Responsable", heading], ["1", "Portail", "DSI", 50000]))
    (line,) = commitments_of(imported)[0]["budget"]
    assert "funder" not in line


@pytest.mark.parametrize(
    "headings",
    [
        (["Budget (DH)", ""], ["2025", "2026"]),
        (["Budget 2025 (DH)", "Budget 2026 (DH)"], None),
        (["Financement (DH)", ""], ["Commune", "INDH"]),
        (["Part commune (DH)", "Part INDH (DH)"], None),
    ],
)
def test_sums_of_several_years_or_funders_are_all_of_the_activities_where_one_is(headings: Any) -> None:
    above, below = headings
    rows: list[list[Any]] = [
        ["Portail", "Inventaire", 50, 20],
        ["", "Mise en ligne", "", 100],
        ["Forum", "Salle", 30, 10],
        ["", "Bilan", "", ""],
    ]
    second = [["", "", *below]] if below else []
    merges = ("C1:D1", "A1:A2", "B1:B2") if below else ()
    imported = read(sheet(["Projet", "Activité", *above], *second, *rows, merges=merges))
    first, other = commitments_of(imported)
    assert "budget" not in first
    assert "budget" not in other
    assert [[line["amount"]["value"] for line in one.get("budget", ())] for one in first["milestones"]] == [
        ["50", "20"],
        ["100"],
    ]
