"""Sheets that name the projects of another by their codes alone, and say who pays what and who helps; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import

PLAN = sheet(["Code", "Projet", "Échéance"], ["B1", "Portail", "03/2027"], ["B2", "Bulletin", "06/2027"])
NUMBERED = sheet(["N°", "Projet", "Échéance"], [1, "Portail", "03/2027"], [2, "Bulletin", "06/2027"])


def _lines(imported: Import) -> list[list[tuple[Any, Any]]]:
    return [
        [
            (next(iter(line.get("funder", {"name": {"": None}})["name"].values())), line.get("amount", {}).get("value"))
            for line in one.get("budget", ())
        ]
        for one in commitments_of(imported)
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["Code projet", "Financeur", "Montant (DH)"],
        ["Code", "Source de financement", "Coût (DH)"],
        ["رمز المشروع", "الممول", "المبلغ بالدرهم"],
        ["Project code", "Funder", "Amount (MAD)"],
    ],
)
def test_who_pays_what_joins_by_code(heads: list[str]) -> None:
    money = sheet(
        heads, ["B1", "Commune", 50000], ["B1", "Région", 30000], ["B2", "Commune", 20000], name="Financement"
    )
    imported = read(PLAN, money)
    assert _lines(imported) == [[("Commune", "50000"), ("Région", "30000")], [("Commune", "20000")]]
    assert "import/sheet-unread" not in codes(imported)
    assert accounted(imported, PLAN, money)


def test_partners_join_and_what_has_no_field_is_kept_at_the_project() -> None:
    more = sheet(["N° projet", "Partenaire", "Rôle"], [1, "ONG", "Appui"], [1, "Région", "Suivi"], name="Partenaires")
    imported = read(NUMBERED, more)
    first = commitments_of(imported)[0]
    assert [one["name"]["fr"] for one in first["supporting"]] == ["ONG", "Région"]
    assert [one["text"] for one in first["x_unmapped"]] == ["Appui", "Suivi"]
    assert "import/column-unmapped" in codes(imported)
    assert shown(imported)["plans"][0]["title"] != {"fr": "Partenaires"}
    assert accounted(imported, NUMBERED, more)


def test_risks_are_kept_at_their_projects() -> None:
    risks = sheet(["N° projet", "Risque", "Parade"], [1, "Retard", "Suivi"], [2, "Coût", "Convention"], name="Risques")
    imported = read(NUMBERED, risks)
    assert [[one["text"] for one in each["x_unmapped"]] for each in commitments_of(imported)] == [
        ["Retard", "Suivi"],
        ["Coût", "Convention"],
    ]
    assert accounted(imported, NUMBERED, risks)


@pytest.mark.parametrize(
    "other",
    [
        sheet(["N°", "Partenaire"], [1, "ONG"], [2, "Région"], name="Annexe"),
        sheet(["N°", "Financeur", "Montant (DH)"], [1, "ONG", 5], [2, "Région", 6], name="Annexe"),
        sheet(["N°", "Nom", "Fonction"], [1, "A", "B"], [2, "C", "D"], name="Annexe"),
        sheet(["Code projet", "Financeur", "Montant (DH)"], [7, "ONG", 5], [8, "Région", 6], name="Annexe"),
    ],
)
def test_a_list_that_is_only_numbered_or_has_other_codes_joins_nothing(other: Any) -> None:
    imported = read(NUMBERED, other)
    assert all(one.keys() <= {"number", "title", "end"} for one in commitments_of(imported))
    assert "import/sheet-unread" in codes(imported)
    assert accounted(imported, NUMBERED, other)


def test_a_cost_and_its_only_source_are_one_line_but_a_partner_may_pay_a_part() -> None:
    rows = [[1, "Portail", 50000, "Commune"], [2, "Forum", 20000, "Commune, Région"]]
    assert _lines(read(sheet(["N°", "Projet", "Coût (DH)", "Source de financement"], *rows))) == [
        [("Commune", "50000")],
        [(None, "20000"), ("Commune", None), ("Région", None)],
    ]
    assert _lines(read(sheet(["N°", "Projet", "Coût (DH)", "Partenaire financier"], rows[0])))[0][0] == (None, "50000")


@pytest.mark.parametrize("text", ["Commune : 50 000\nRégion : 30 000", "- Commune: 50 000 DH ; - Région: 30 000 DH"])
def test_lines_of_funders_and_sums_in_one_cell_are_lines_of_the_budget(text: str) -> None:
    plan = sheet(["N°", "Projet", "Budget (DH)"], [1, "Portail", text], [2, "Forum", "20 000"])
    assert _lines(read(plan)) == [[("Commune", "50000"), ("Région", "30000")], [(None, "20000")]]


@pytest.mark.parametrize(
    "text", ["Commune : 50 000", "Commune : 50 000\nTotal : 80 000", "Commune : 50 000\nà préciser"]
)
def test_other_lines_stay_words(text: str) -> None:
    assert _lines(read(sheet(["N°", "Projet", "Budget (DH)"], [1, "Portail", text])))[0][0][0] is None


@pytest.mark.parametrize(
    ("one", "two", "heading"), [("Projet", "Intitulé", "Activité"), ("المشروع", "العنوان", "النشاط")]
)
@pytest.mark.parametrize("plan_first", [True, False])
def test_numbers_alone_below_projects_name_those_of_another_sheet(
    one: str, two: str, heading: str, plan_first: bool
) -> None:
    plan = sheet([one, two, "Responsable"], [1, "Portail", "DSI"], [2, "Bulletin", "DAF"])
    steps = sheet([one, heading], [1, "Étude"], [1, "Essai"], [2, "Maquette"], name="Suite")
    made = read(*((plan, steps) if plan_first else (steps, plan)))
    assert [len(found.get("milestones", ())) for found in commitments_of(made)] == [2, 1]
    assert "import/counts-no-titles" not in codes(made)
    assert accounted(made, plan, steps)


def test_indicators_and_sums_join_by_numbers_alone() -> None:
    plan = sheet(["Projet", "Intitulé", "Responsable"], [1, "Portail", "DSI"], [2, "Bulletin", "DAF"])
    measures = sheet(["Projet", "Indicateur", "Cible"], [1, "Visites", 20], [2, "Lecteurs", 30], name="Indicateurs")
    money = sheet(["Projet", "Poste", "Montant (DH)"], [1, "Étude", 50000], [2, "Papier", 20000], name="Budget")
    made = read(plan, measures, money)
    found = commitments_of(made)
    assert [[*line["name"].values()] for one in found for line in one["indicators"]] == [["Visites"], ["Lecteurs"]]
    assert [line["amount"]["value"] for one in found for line in one["budget"]] == ["50000", "20000"]
    assert all("person" not in lead for one in found for lead in one["leads"])


@pytest.mark.parametrize(
    "heads",
    [["Axe", "Projets", "Budget (DH)"], ["Projets", "Activités", "Budget (DH)"], ["Année", "Projets", "Coût (DH)"]],
)
def test_numbers_of_projects_that_are_counts_join_nothing(heads: list[str]) -> None:
    made = read(NUMBERED, sheet(heads, [1, 2, 500], [2, 1, 700], name="Bilan"))
    assert all("budget" not in one for one in commitments_of(made))


def test_numbers_that_name_no_project_join_nothing() -> None:
    steps = sheet(["Projet", "Activité"], [7, "Étude"], [8, "Essai"], name="Suite")
    made = read(NUMBERED, steps)
    assert all("milestones" not in one for one in commitments_of(made))
    assert "import/counts-no-titles" in codes(made)


def test_codes_of_projects_are_no_numbers_of_their_activities() -> None:
    steps = sheet(
        ["Projet n°", "Activité", "Échéance"], ["P7", "Étude", "03/2027"], ["P8", "Essai", "06/2027"], name="Suite"
    )
    made = read(NUMBERED, steps)
    (plan,) = shown(made)["plans"]
    assert all("number" not in one for one in plan["activities"])
    assert codes(made).count("import/unknown-reference") == 2


@pytest.mark.parametrize(
    ("heading", "plan", "others"),
    [
        ("N° projet", ["1", "2"], ["P1", "P2"]),
        ("N° projet", ["P1", "P2"], ["1", "2"]),
        ("N° projet", ["1", "2"], ["P-01", "P-02"]),
        ("Projet", ["1", "2"], ["P1", "P2"]),
    ],
)
def test_a_number_with_the_letter_of_projects_is_that_of_a_project(
    heading: str, plan: list[str], others: list[str]
) -> None:
    titles = sheet(["N°", "Projet"], *zip(plan, ["Portail", "Bulletin"], strict=True))
    steps = sheet([heading, "Activité"], [others[0], "Étude"], [others[1], "Réunir"], name="Activités")
    imported = read(titles, steps)
    found = [(one["number"], one["milestones"][0]["title"]["fr"]) for one in commitments_of(imported)]
    assert found == [*zip(plan, ["Étude", "Réunir"], strict=True)]
    assert {"import/assumed", "import/joined-with-earlier"} & set(codes(imported))
    assert not {"import/unknown-reference", "import/conflict"} & set(codes(imported))
    assert accounted(imported, titles, steps)


def test_other_letters_name_no_project() -> None:
    steps = sheet(["N° projet", "Activité"], ["A1", "Étude"], ["A2", "Réunir"], name="Activités")
    assert codes(read(NUMBERED, steps)).count("import/unknown-reference") == 2


def test_a_sheet_of_sums_by_such_codes_is_joined() -> None:
    sums = sheet(["Code", "Budget (DH)"], ["P1", 5], ["P2", 6], name="Budget")
    assert _lines(read(NUMBERED, sums)) == [[(None, "5")], [(None, "6")]]


@pytest.mark.parametrize(("held", "said"), [((1, 2), ("01", "02")), (("01", "02"), (1, 2))])
def test_codes_with_and_without_zeros_are_those_of_one_project(held: tuple[Any, Any], said: tuple[Any, Any]) -> None:
    plan = sheet(
        ["Code", "Projet", "Responsable"], *([code, title, "DSI"] for code, title in zip(held, "AB", strict=True))
    )
    steps = sheet(["Code projet", "Activité"], [said[0], "Étude"], [said[1], "Salle"], name="Activités")
    sums = sheet(["Code projet", "Montant (DH)"], [said[0], 20000], [said[1], 30000], name="Budget")
    follow = sheet(["Code", "Projet", "Statut"], [said[0], "A", "En cours"], [said[1], "B", "Achevé"], name="Suivi")
    imported = read(plan, steps, sums, follow)
    made = commitments_of(imported)
    assert [one["number"] for one in made] == [str(code) for code in held]
    assert [[step["title"]["fr"] for step in one["milestones"]] for one in made] == [["Étude"], ["Salle"]]
    assert [one["budget"][0]["amount"]["value"] for one in made] == ["20000", "30000"]
    assert [one["status"]["code"] for one in made] == ["in_progress", "completed"]
    assert not {"import/unknown-reference", "import/conflict", "import/alike-not-joined"} & set(codes(imported))


@pytest.mark.parametrize("apart", [True, False])
def test_what_is_said_of_risks_is_not_said_of_their_projects(*, apart: bool) -> None:
    plan: list[list[Any]] = [["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"]]
    risks: list[list[Any]] = [["N° projet", "Menace", "Échéance"], [1, "Retard", "mars 2027"], [2, "Vol", "mai 2027"]]
    grids = [sheet(*plan), sheet(*risks, name="Menaces")] if apart else [sheet(*plan, [""], *risks)]
    imported = read(*grids)
    assert accounted(imported, *grids)
    assert not any("end" in one for one in commitments_of(imported))
