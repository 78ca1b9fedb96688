"""Years over amounts, units of money in lines around a table, and projects told by being numbered; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


def _budget(imported: Any) -> list[tuple[int | None, str]]:
    lines = shown(imported)["plans"][0]["commitments"][0]["budget"]
    return [(line.get("year"), line["amount"]["value"]) for line in lines]


@pytest.mark.parametrize(
    "group", ["Coût par année (DH)", "Budget annuel (DH)", "الكلفة حسب السنوات (درهم)", "Costo anual (DH)"]
)
def test_years_and_their_total_below_a_heading_of_money_by_year(group: str) -> None:
    grid = sheet(
        ["N°", "Projet", group, "", ""],
        ["", "", "2025", "2026", "Total"],
        ["1", "Portail", 20000, 30000, 50000],
        merges=("C1:E1", "A1:A2", "B1:B2"),
    )
    imported = read(grid)
    assert _budget(imported) == [(2025, "20000"), (2026, "30000"), (None, "50000")]
    assert accounted(imported, grid)


@pytest.mark.parametrize("unit", ["الكلفة بالدرهم", "Montants en DH", "Coûts en DH"])
def test_years_alone_below_a_line_on_money_are_amounts_and_their_total_is_one_with_a_warning(unit: str) -> None:
    grid = sheet([unit], ["N°", "Projet", "2025", "2026", "Total"], ["1", "Portail", "20000", "30000", "50000"])
    imported = read(grid)
    assert _budget(imported) == [(2025, "20000"), (2026, "30000"), (None, "50000")]
    assert codes(imported).count("import/heading-uncertain") == 1
    assert "import/kept-above" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("total", ["Coût (KDH)", "Coût total (KDH)"])
def test_years_alone_over_small_texts_that_add_up_are_amounts(total: str) -> None:
    rows = [["AXE 1 : TRANSPARENCE"], ["Portail", "300", "100", "200"], ["Forum", "50", "50", ""], ["Total", "350"]]
    grid = sheet(["Axe / Projet", total, "2025", "2026"], *rows)
    imported = read(grid)
    assert _budget(imported) == [(None, "300000"), (2025, "100000"), (2026, "200000")]
    assert accounted(imported, grid)


@pytest.mark.parametrize("cells", [["2", "3"], ["oui", "non"], ["x 2000", "3000"]])
def test_years_over_anything_else_are_none(cells: list[str]) -> None:
    imported = read(sheet(["N°", "Projet", "Responsable", "2025", "2026"], ["1", "Portail", "DSI", *cells]))
    assert "budget" not in shown(imported)["plans"][0]["commitments"][0]


def test_a_unit_alone_below_a_table_is_a_note() -> None:
    rows = ["1", "Portail", "DSI", "1,5"], ["2", "Forum", "DSI", "2"], ["MDH : millions de dirhams"]
    imported = read(sheet(["N°", "Projet", "Responsable", "Montant"], *rows))
    assert _budget(imported) == [(None, "1500000")]
    assert "import/note-row" in codes(imported)
    assert "import/row-without-title" not in codes(imported)


@pytest.mark.parametrize("heading", ["Projets / activités", "المشاريع والأنشطة", "Projects / activities"])
def test_projects_have_numbers_and_their_activities_none(heading: str) -> None:
    grid = sheet(
        ["N°", heading, "Responsable"],
        ["1", "Portail", "DSI"],
        ["", "Étude", "DSI"],
        ["2", "Forum", "DSI"],
        ["", "Salle", "DSI"],
    )
    imported = read(grid)
    found = shown(imported)["plans"][0]["commitments"]
    assert [len(one["milestones"]) for one in found] == [1, 1]
    assert "import/levels-by-number" in codes(imported)
    assert "import/column-unmapped" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("line", "days", "rest"),
    [
        ("Période : du 02/06/2025 au 30/06/2025 – dépouillement par le comité", ("2025-06-02", "2025-06-30"), True),
        ("Période : du 2 au 30 juin 2025", ("2025-06-02", "2025-06-30"), False),
        ("فترة التشاور: من 1 إلى 20 يونيو 2025", ("2025-06-01", "2025-06-20"), False),
        ("Consultation period: 2 June 2025", ("2025-06-02", None), False),
    ],
)
def test_the_days_of_a_register_and_what_stands_beside_them(
    line: str, days: tuple[str, str | None], rest: bool
) -> None:
    table = (["N°", "Proposition", "Émanant de", "Suite donnée"], ["1", "Publier", "Association X", "Retenue"])
    grid = sheet(["Registre des contributions"], [line], *table)
    imported = read(grid)
    (workshop,) = shown(imported)["workshops"]
    assert (workshop["date"], workshop.get("until")) == days
    assert bool(workshop.get("x_unmapped")) == rest
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("group", "unit"), [("الكلفة التقديرية", "بالدرهم"), ("Coût estimé", "(en DH)"), ("Budget", "DH")]
)
def test_a_unit_below_a_heading_of_money_is_no_funder(group: str, unit: str) -> None:
    grid = sheet(
        ["N°", "Projet", "Période", "", group],
        ["", "", "Début", "Fin", unit],
        ["1", "Portail", "2025", "2026", "20000"],
        merges=("C1:D1", "A1:A2", "B1:B2"),
    )
    (line,) = shown(read(grid))["plans"][0]["commitments"][0]["budget"]
    assert line["amount"] == {"value": "20000", "currency": "MAD"}
    assert "funder" not in line


@pytest.mark.parametrize("foot", ["Source : services de la commune, mars 2026", "Le Président", "حرر في 12 يناير 2026"])
@pytest.mark.parametrize("at", [3, 4])
def test_words_at_the_end_of_the_sheet_say_nothing_of_the_columns_they_stand_in(foot: str, at: int) -> None:
    rows = [["1", "Portail", "Mairie", 20000, 30000], ["2", "Budget citoyen", "Mairie", 10000, ""]]
    grid = sheet(["(en DH)"], ["N°", "Projet", "Responsable", "2025", "2026"], *rows, [], [*[""] * at, foot])
    imported = read(grid)
    assert _budget(imported) == [(2025, "20000"), (2026, "30000")]
    assert accounted(imported, grid)
    assert imported.account
    assert foot in [entry.piece.text for entry in imported.account.of("unmapped")]


@pytest.mark.parametrize("group", ["Échéancier (KDH)", "Échéancier (en milliers de DH)"])
def test_years_below_a_schedule_of_sums_are_money(group: str) -> None:
    grid = sheet(
        ["N°", "Projet", group, "", ""],
        ["", "", 2025, 2026, 2027],
        [1, "Kiosque", 600, 900, 50],
        [2, "Radio", 5, 6, 7],
        merges=("C1:E1", "A1:A2", "B1:B2"),
    )
    imported = read(grid)
    assert _budget(imported) == [(2025, "600000"), (2026, "900000"), (2027, "50000")]
    assert "import/date-unread" not in codes(imported)
    assert accounted(imported, grid)


def test_years_below_a_schedule_without_a_unit_are_no_money() -> None:
    grid = sheet(
        ["N°", "Projet", "Échéancier", ""], ["", "", 2025, 2026], [1, "Kiosque", "X", ""], [2, "Radio", "", "X"],
        merges=("C1:D1", "A1:A2", "B1:B2"),
    )  # fmt: skip
    assert all("budget" not in one for one in shown(read(grid))["plans"][0]["commitments"])


@pytest.mark.parametrize(
    ("group", "years", "sums"),
    [
        ("Coût (DH)", ("2026 (DH)", "Année 2027"), ("12000", "7000")),
        ("Budget prévisionnel", ("2026 (k€)", "2027 (k€)"), ("12000000", "7000000")),
        ("الميزانية (درهم)", ("سنة 2026", "سنة 2027"), ("12000", "7000")),
    ],
)
def test_years_with_a_word_or_a_unit_below_money_are_no_funders(
    group: str, years: tuple[str, str], sums: tuple[str, str]
) -> None:
    rows = [["Données", 1, "Ouvrir", 12000, 7000], ["Données", 2, "Lire", 1000, 700]]
    grid = sheet(["Axe", "N°", "Projet", group, ""], ["", "", "", *years], *rows, merges=("D1:E1",))
    imported = read(grid)
    assert _budget(imported) == [(2026, sums[0]), (2027, sums[1])]
    assert "import/heading-uncertain" not in codes(imported)


def test_the_only_funder_of_a_row_pays_its_sums_of_all_years() -> None:
    heads = ["Projet", "Source de financement", "Montant 2025 (DH)", "Montant 2026 (DH)"]
    made = read(sheet(heads, ["Portail", "Commune", 100000, 50000], ["Forum", "Région", 20000, ""]))
    lines = [[(line["funder"]["name"]["fr"], line["year"], line["amount"]["value"]) for line in one["budget"]]
             for one in commitments_of(made)]  # fmt: skip
    assert lines == [[("Commune", 2025, "100000"), ("Commune", 2026, "50000")], [("Région", 2025, "20000")]]


@pytest.mark.parametrize(
    ("own", "other"), [("Commune", "Région"), ("Commune", "INDH"), ("الجماعة", "الجهة"), ("Municipality", "Region")]
)
def test_years_below_the_names_of_those_who_fund_are_their_shares(own: str, other: str) -> None:
    grid = sheet(
        ["Montants en DH"], ["N°", "Projet", own, "", other, ""],
        ["", "", "2026", "2027", "2026", "2027"],
        [1, "Portail", 50000, 60000, 10000, 0], [2, "Forum", 5000, 6000, "", 2000],
    )  # fmt: skip
    imported = read(grid)
    assert accounted(imported, grid)
    portal, forum = commitments_of(imported)
    said = [(*line["funder"]["name"].values(), line["year"], line["amount"]["value"]) for line in portal["budget"]]
    assert said == [(own, 2026, "50000"), (own, 2027, "60000"), (other, 2026, "10000"), (other, 2027, "0")]
    assert len(forum["budget"]) == 3
    assert "collectivities" not in shown(imported)
    assert codes(imported).count("import/heading-uncertain") == 4


def test_rates_below_years_are_nobodys_shares() -> None:
    rows: list[list[Any]] = [["N°", "Projet", "INDH", ""], ["", "", "2026", "2027"], [1, "Portail", "10 %", "20 %"]]
    (one,) = commitments_of(read(sheet(*rows)))
    assert "budget" not in one


@pytest.mark.parametrize("source", ["Source", "Source de financement", "مصدر التمويل"])
def test_a_source_beside_the_sums_of_several_years_names_who_pays_them(source: str) -> None:
    grid = sheet(
        ["Montants en DH"], ["N°", "Projet", source, "2026", "2027", "Total"],
        [1, "Portail", "Commune", 50000, 60000, 110000], [1, "Portail", "INDH", 20000, 0, 20000],
        [2, "Forum", "Région", 10000, 10000, 20000],
    )  # fmt: skip
    imported = read(grid)
    portal, forum = commitments_of(imported)
    assert [line["funder"]["name"]["fr"] for line in portal["budget"]] == ["Commune"] * 3 + ["INDH"] * 3
    assert [line.get("year") for line in portal["budget"]] == [2026, 2027, None] * 2
    assert len(forum["budget"]) == 3
    totals = [one.location.cell for one in imported.findings if one.code == "import/total-among-lines"]
    assert totals == ["F3", "F4", "F5"]


@pytest.mark.parametrize("names", [("2026", "2027"), ("Année 2026", "Année 2027"), ("سنة 2026", "سنة 2027")])
def test_sums_of_sheets_that_are_named_by_years_are_of_these(names: tuple[str, str]) -> None:
    head = ["N°", "Projet", "Budget (DH)"]
    first = sheet(head, [1, "Portail", 5000], [2, "Forum", 2000], name=names[0])
    imported = read(first, sheet(head, [1, "Portail", 6000], [2, "Forum", 3000], name=names[1]))
    assert [[line["year"] for line in one["budget"]] for one in commitments_of(imported)] == [[2026, 2027]] * 2
    assumed = [one.params["value"] for one in imported.findings if one.params.get("field") == "budget.year"]
    assert assumed == ["2026", "2027"]
    assert "year" not in commitments_of(read(first))[0]["budget"][0]


@pytest.mark.parametrize("unit", ["(DH)", "(en DH)", "(درهم)"])
def test_years_with_a_currency_are_sums_whatever_their_cells(unit: str) -> None:
    grid = sheet(["N°", "Projet", f"2025 {unit}", f"2026 {unit}"], ["1", "Portail", "120", "-"])
    imported = read(grid)
    assert _budget(imported) == [(2025, "120")]
    assert "import/column-unmapped" not in codes(imported)
    assert accounted(imported, grid)


def test_years_with_other_words_are_no_sums() -> None:
    imported = read(sheet(["N°", "Projet", "2025 (réalisé)", "2026 (prévu)"], ["1", "Portail", "120", "-"]))
    assert "budget" not in shown(imported)["plans"][0]["commitments"][0]


@pytest.mark.parametrize(
    ("group", "cost"),
    [
        ("Programmation par année", "Coût global (DH)"),
        ("Années", "Coût global (DH)"),
        ("Yearly schedule", "Total cost (DH)"),
        ("البرمجة حسب السنوات", "الكلفة بالدرهم"),
    ],
)
@pytest.mark.parametrize(
    ("odd", "paid"), [("-", []), ("à programmer", []), ("400 000", [(2025, "400000")]), ("400000", [(2025, "400000")])]
)
def test_one_odd_cell_loses_no_column_of_sums(group: str, cost: str, odd: str, paid: list[Any]) -> None:
    grid = sheet(
        ["N°", "Projet", cost, group, "", ""],
        ["", "", "", "2024", "2025", "2026"],
        ["1", "Portail", 600000, 100000, odd, 100000],
        ["2", "Guichet", 50000, "", 20000, 30000],
        merges=("D1:F1", "A1:A2", "B1:B2", "C1:C2"),
    )
    imported = read(grid)
    commitments = commitments_of(imported)
    found = [
        (line["year"], line["amount"]["value"])
        for one in commitments
        for line in one["budget"]
        if "year" in line and "amount" in line
    ]
    assert found == [(2024, "100000"), *paid, (2026, "100000"), (2025, "20000"), (2026, "30000")]
    assert "import/column-unmapped" not in codes(imported)
    assert paid or {"import/no-value", "import/amount-in-words"} & set(codes(imported))


def test_years_beside_funders_are_amounts_as_texts() -> None:
    grid = sheet(
        ["N°", "Projet", "Coût global (DH)", "Programmation par année (DH)", "", "Sources de financement (DH)", ""],
        ["", "", "", "2024", "2025", "Commune", "INDH"],
        ["1", "Portail", "150 000", "100 000", "50 000", "110 000", "40 000"],
        merges=("D1:E1", "F1:G1"),
    )
    (commitment,) = commitments_of(read(grid))
    years = [(line["year"], line["amount"]["value"]) for line in commitment["budget"] if "year" in line]
    assert years == [(2024, "100000"), (2025, "50000")]
