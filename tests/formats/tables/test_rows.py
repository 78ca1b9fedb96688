"""Rows that are no objects, sections, numbers, cells in two scripts and what stands above a table; all made up."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.formats.wording.words.numbering import split_number

_TABLE = files("opengov_local.formats.wording").joinpath("headings.csv").read_text(encoding="utf-8")
HEADING_OF = {row["target"]: row["heading"] for row in csv.DictReader(_TABLE.splitlines())}
HEADER = ["Projet", "Responsable", "Budget (DH)"]


def _plan(*rows: list[Any], **more: Any) -> dict[str, Any]:
    (plan,) = shown(read(sheet(*rows, **more)))["plans"]
    assert isinstance(plan, dict)
    return plan


def _titles(objects: list[dict[str, Any]]) -> list[str]:
    return [text for one in objects for text in one["title"].values()]


@pytest.mark.parametrize(
    "row",
    [
        ["NB : les montants sont indicatifs"],
        ["* avec la province"],
        ["", "Signature du président"],
        ["Fait à Agadir, le 3 mars 2026"],
        ["ملاحظة: مبالغ تقديرية"],
        ["Le Président", "Le Directeur"],
    ],
)
def test_notes_and_signatures_below_a_table_are_kept_and_said(row: list[Any]) -> None:
    grid = sheet(HEADER, ["Portail", "DSI", 100], ["Forum", "SG", 50], row)
    imported = read(grid)
    assert _titles(shown(imported)["plans"][0]["commitments"]) == ["Portail", "Forum"]
    assert codes(imported).count("import/note-row") == 1
    assert accounted(imported, grid)


def test_a_text_behind_a_gap_at_the_end_is_a_note_and_a_row_before_it_is_none() -> None:
    grid = sheet(HEADER, ["Portail", "DSI", 100], ["Kiosque"], ["Forum", "SG", 50], [""], ["Services de la ville"])
    imported = read(grid)
    assert _titles(shown(imported)["plans"][0]["commitments"]) == ["Portail", "Kiosque", "Forum"]
    assert codes(imported).count("import/note-row") == 1


@pytest.mark.parametrize(
    "row", [["Total général", "", 150], ["", "S/Total", 150], ["المجموع", "", 150], ["Montant total : 150 DH"]]
)
def test_totals_are_no_projects(row: list[Any]) -> None:
    imported = read(sheet(["Axe", *HEADER[:1], "Budget (DH)"], ["T", "Portail", 100], ["P", "Forum", 50], row))
    assert _titles(shown(imported)["plans"][0]["commitments"]) == ["Portail", "Forum"]
    assert codes(imported).count("import/total-row") == 1


def test_a_number_without_a_title_makes_no_commitment() -> None:
    grid = sheet(["N°", *HEADER], [1, "Portail", "DSI", 100], [2, "", "SG", 50])
    imported = read(grid)
    assert _titles(shown(imported)["plans"][0]["commitments"]) == ["Portail"]
    assert "import/row-without-title" in codes(imported)
    assert accounted(imported, grid)


def test_sections_have_the_rank_of_their_word() -> None:
    plan = _plan(
        ["N°", "Projet", "Responsable", "Échéance"],
        ["AXE I : Transparence"],
        ["Objectif 1 : Informer"],
        [1, "Portail", "DSI", "2026"],
        ["AXE II : Participation"],
        [2, "Forum", "SG", "2027"],
        merges=("A2:D2", "A3:D3", "A5:D5"),
    )
    assert [(axis.get("number"), axis.get("parent")) for axis in plan["axes"]] == [
        ("I", None),
        ("1", "Transparence"),
        ("II", None),
    ]
    assert [one["axes"] for one in plan["commitments"]] == [["Informer"], ["Participation"]]


def test_projects_as_sections_hold_the_activities_below_and_numbers_are_the_activities() -> None:
    plan = _plan(
        ["N°", "Activité", "Responsable", "Fin"],
        ["Projet 1 : Observatoire"],
        ["1.1", "Créer le comité", "SG", "2026"],
        ["1.2", "Réunir le comité", "SG", "2026"],
        ["Projet 2 : Radio"],
        ["2.1", "Acheter", "Com", "2027"],
    )
    assert [(one["number"], _titles(one["milestones"])) for one in plan["commitments"]] == [
        ("1", ["Créer le comité", "Réunir le comité"]),
        ("2", ["Acheter"]),
    ]
    assert [step["number"] for one in plan["commitments"] for step in one["milestones"]] == ["1.1", "1.2", "2.1"]


def test_a_cell_in_two_scripts_is_read_in_both_languages() -> None:
    plan = _plan(
        ["Projet / المشروع", "Responsable / المسؤول", "Échéance", "Statut", "Budget"],
        [
            "Portail / بوابة",
            "Service A / مصلحة أ",
            "Juin 2026 / يونيو 2026",
            "En cours / قيد الإنجاز",
            "500 DH / 500 درهم",
        ],
    )
    (one,) = plan["commitments"]
    assert one["title"] == {"fr": "Portail", "ar": "بوابة"}
    assert one["leads"] == [{"name": {"fr": "Service A", "ar": "مصلحة أ"}}]
    assert one["end"] == "2026-06"
    assert one["status"]["code"] == "in_progress"
    assert one["budget"][0]["amount"] == {"value": "500", "currency": "MAD"}


@given(st.text(alphabet="ab éتث/|-\n 1.", max_size=30))
def test_both_parts_of_a_text_stand_in_it(text: str) -> None:
    assert all(part and part in text for part in two_parts(text))


def test_equal_amounts_of_sibling_activities_stay_theirs() -> None:
    plan = _plan(
        ["Projet", "Activité", "Budget (DH)"], ["P", "a", 100], ["P", "b", 100], ["Q", "c", 50], ["Q", "d", 50]
    )
    assert all("budget" not in one for one in plan["commitments"])
    assert [len(step["budget"]) for one in plan["commitments"] for step in one["milestones"]] == [1, 1, 1, 1]


def test_labels_above_a_table_of_activities_make_their_commitment() -> None:
    grid = sheet(
        ["Intitulé du projet :", "Maison commune"],
        ["Axe :", "Participation"],
        ["Budget :", "200 000 DH"],
        [""],
        ["Activité", "Responsable", "Date début"],
        ["Louer", "Patrimoine", "2026"],
        ["Équiper", "Achats", "2027"],
    )
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    (one,) = plan["commitments"]
    assert one["title"] == {"fr": "Maison commune"}
    assert one["axes"] == ["Participation"]
    assert one["budget"][0]["amount"]["value"] == "200000"
    assert _titles(one["milestones"]) == ["Louer", "Équiper"]
    assert accounted(imported, grid)


def test_the_smallest_territory_above_a_table_has_the_plan_and_dates_are_no_titles() -> None:
    imported = read(
        sheet(["PROVINCE DE TIZNIT"], ["COMMUNE DE TIZNIT"], ["Date : 12/03/2026"], HEADER, ["Portail", "DSI", 1])
    )
    tree = shown(imported)
    assert [one["kind"] for one in tree["collectivities"]] == ["commune"]
    assert "Date" not in str(tree["plans"][0]["title"])
    (said,) = [finding for finding in imported.findings if finding.code == "import/kept-above"]
    assert said.params["count"] == 2


def test_a_territory_is_found_within_a_longer_cell_and_an_unknown_municipality_is_said() -> None:
    known = shown(read(sheet(["المملكة المغربية - جماعة تيزنيت"], HEADER, ["Portail", "DSI", 1])))
    assert [one["name"] for one in known["collectivities"]] == [{"ar": "تيزنيت"}]
    unknown = read(sheet(["Ville de Nullepart"], HEADER, ["Portail", "DSI", 1]))
    assert "import/territory-unknown" in codes(unknown)


def test_a_column_of_communes_says_whom_each_project_concerns() -> None:
    plan = _plan(["Projet", "Commune", "Responsable"], ["Portail", "Safi", "DSI"], ["Forum", "Nullepart", "SG"])
    assert plan["commitments"][0]["collectivities"] == ["Safi"]
    assert "collectivities" not in plan["commitments"][1]
    assert plan["collectivities"] == ["Safi"]


@pytest.mark.parametrize(
    ("text", "kind", "number", "title"),
    [
        ("P1 - Site web", "project_word", "P1", "Site web"),
        ("A1.1 Refonte du site", "activity_word", "A1.1", "Refonte du site"),
        ("1.2 e-services", "project_word", "1.2", "e-services"),
        ("2.1 iTransparence", "project_word", "2.1", "iTransparence"),
        ("2.5 km de pistes", "project_word", None, "2.5 km de pistes"),
        ("II. Transparence", "axis_word", "II", "Transparence"),
        ("Axe 1 Transparence", "axis_word", "1", "Transparence"),
        ("تعهد عدد 1: النشر", "project_word", "1", "النشر"),
        ("2030 : vision", "project_word", None, "2030 : vision"),
        ("24h/24 : numéro vert", "project_word", None, "24h/24 : numéro vert"),
        ("Projet 5 étoiles", "project_word", None, "Projet 5 étoiles"),
        ("COVID-19 : réponse", "project_word", None, "COVID-19 : réponse"),
        ("P1 Portail", "project_word", "P1", "Portail"),
        ("SA2 Étude", "activity_word", "SA2", "Étude"),
        ("OS1 Transparence", "axis_word", "OS1", "Transparence"),
        ("S1 Bilan du semestre", "activity_word", None, "S1 Bilan du semestre"),
        ("G7 Sommet", "project_word", None, "G7 Sommet"),
        ("A4 format des pages", "project_word", None, "A4 format des pages"),
    ],
)
def test_numbers_in_front_of_titles(text: str, kind: str, number: str | None, title: str) -> None:
    assert split_number(text, kind) == (number, title)


def test_rows_of_indicators_are_of_one_commitment() -> None:
    plan = _plan(
        ["Projet", "Indicateur", "Unité", "Responsable"],
        ["Portail", "Visites", "Nombre", "DSI"],
        ["Portail", "Jeux", "Nombre", "DSI"],
        ["Accueil", "Délai", "Jours", "SG"],
    )
    assert [[(i["name"]["fr"], i["unit"]["fr"]) for i in one["indicators"]] for one in plan["commitments"]] == [
        [("Visites", "Nombre"), ("Jeux", "Nombre")],
        [("Délai", "Jours")],
    ]


def test_percentages_under_a_heading_of_states_are_progress() -> None:
    plan = _plan(["Projet", "Responsable", "État d'avancement"], ["Portail", "DSI", "30 %"], ["Forum", "SG", "0 %"])
    assert [one["progress"] for one in plan["commitments"]] == [30, 0]


@pytest.mark.parametrize("cell", ["-", "—", "néant", "N/A", "#REF!"])
def test_no_value_is_no_amount_and_is_said_once(cell: str) -> None:
    grid = sheet(HEADER, ["Portail", "DSI", cell], ["Forum", "SG", cell], ["Radio", "SG", 0])
    imported = read(grid)
    first, second, third = shown(imported)["plans"][0]["commitments"]
    assert "budget" not in first
    assert "budget" not in second
    assert third["budget"][0]["amount"]["value"] == "0"
    assert codes(imported).count("import/no-value") == 1
    assert accounted(imported, grid)


_CELL = st.sampled_from(
    ["", "Axe 1 : T", "Projet 1 : P", "Objectif : o", "Total", "NB : n", "-", "A / ب", "1", "Portail", "2026", "50 %"]
)


@given(st.lists(st.lists(_CELL, min_size=5, max_size=5), max_size=8))
def test_whatever_the_rows_every_cell_is_accounted_for(rows: list[list[str]]) -> None:
    grid = sheet(["N°", "Activité", "Responsable", "Statut", "Budget (DH)"], *rows)
    assert accounted(read(grid), grid)


def test_a_merged_cell_over_several_projects_speaks_of_each_but_money_is_not_doubled() -> None:
    grid = sheet(
        HEADER, ["Portail", "DSI", 100], ["Forum", "", ""], ["Carte", "", ""], ["Radio", "SG", ""],
        merges=("B2:B4", "C2:C4"),
    )  # fmt: skip
    imported = read(grid)
    commitments = shown(imported)["plans"][0]["commitments"]
    assert [one["leads"][0]["name"]["fr"] for one in commitments] == ["DSI", "DSI", "DSI", "SG"]
    assert ["budget" in one for one in commitments] == [True, False, False, False]
    assert codes(imported).count("import/sum-of-several") == 1


def test_a_note_below_a_table_of_two_columns() -> None:
    imported = read(sheet(HEADER[:2], ["Portail", "DSI"], ["Kiosque", ""], ["Forum", "SG"], ["NB : à confirmer"]))
    assert _titles(shown(imported)["plans"][0]["commitments"]) == ["Portail", "Kiosque", "Forum"]


@pytest.mark.parametrize("target", sorted(targets().keys() & HEADING_OF.keys()))
def test_a_column_of_any_target_may_stand_in_a_table_of_a_plan(target: str) -> None:
    heading = HEADING_OF[target]
    grid = sheet(["Projet", "Activité", heading], ["Portail", "Ouvrir", "Texte"], ["Portail", "Publier", "Texte"])
    assert accounted(read(grid), grid)


@pytest.mark.parametrize(
    "words",
    [
        "Moyenne générale", "Taux global d'avancement", "Cumul", "Moyenne de l'axe 1", "المعدل العام",
        "نسبة الإنجاز العامة",
        "Average", "Overall progress", "Promedio", "Media", "Nombre de projets",
    ],
)  # fmt: skip
def test_averages_and_counts_are_no_projects(words: str) -> None:
    rows = [["Portail", "DSI", "30%"], ["Forum", "SG", "42%"], [words, "", "36%"]]
    imported = read(sheet(["Projet", "Responsable", "Taux de réalisation"], *rows))
    assert _titles(shown(imported)["plans"][0]["commitments"]) == ["Portail", "Forum"]
    assert codes(imported).count("import/total-row") == 1


@pytest.mark.parametrize(
    "row", [["", "Media", "Com", "30%"], [3, "Moyenne Moulouya", "", "30%"], ["", "Average", "", ""]]
)
def test_projects_named_like_averages_are_projects(row: list[Any]) -> None:
    header = ["N°", "Projet", "Responsable", "Taux de réalisation"]
    imported = read(sheet(header, [1, "Portail", "DSI", "30%"], [2, "Forum", "SG", "42%"], row))
    assert _titles(shown(imported)["plans"][0]["commitments"])[2:] == [row[1]]


def test_goals_that_an_activity_cannot_hold_are_kept_beside_it() -> None:
    rows: list[list[Any]] = [
        ["En cours", "16; 11", "Activité 13", "x", ""],
        [0.5, "ODD 5", "Activité 8", "x", "reste"],
        ["Réalisé", "ODD 5", "Activité 34", "x", ""],
        ["En cours", "16", "Activité 13", "x"],
    ]
    grid = sheet(["Statut", "ODD", "Activité", "Brol"], *rows)
    assert accounted(read(grid), grid)


@pytest.mark.parametrize(("heading", "text"), [("Axe", "Axe 1 : Ouvrir"), ("Auteur", "A"), ("Commune", "Tiznit")])
def test_columns_that_reports_do_not_read_are_kept(heading: str, text: str) -> None:
    plan = sheet(["N° projet", "Projet", "Activité"], ["1", "Portail", "Étude"], name="Plan")
    report = sheet(
        ["N° projet", heading, "Taux d'avancement", "Réalisations"], ["1", text, "40%", "Lancé"], name="Suivi"
    )
    imported = read(plan, report)
    assert accounted(imported, plan, report)


_BOARD = ["Code", "Projet", "Action", "Date prévue de fin", "Date de réalisation", "Etat d'avancement", "Budget (DH)"]


def _board(*, again: bool) -> list[dict[str, Any]]:
    title = ["P1", "Portail"] if again else ["", ""]
    other = ["P2", "Forum"] if again else ["", ""]
    grid = sheet(
        _BOARD,
        ["P1", "Portail", "Cadrer", "31/01/2025", "28/01/2025", "Réalisé", 5000],
        [*title, "Publier", "31/12/2025", "", "En cours", ""],
        ["P2", "Forum", "Inviter", "31/01/2025", "20/02/2025", "Réalisé", ""],
        [*other, "Tenir", "31/12/2025", "", "Non démarré", ""],
    )
    imported = read(grid)
    assert accounted(imported, grid)
    commitments: list[dict[str, Any]] = shown(imported)["plans"][0]["commitments"]
    return commitments


@pytest.mark.parametrize("again", [True, False])
def test_the_only_completed_step_of_each_project_is_completed_and_not_the_project(again: bool) -> None:
    commitments = _board(again=again)
    assert [one.get("completed_on") for one in commitments] == [None, None]
    steps = [step.get("completed_on") for one in commitments for step in one["milestones"]]
    assert steps == ["2025-01-28", None, "2025-02-20", None]


def test_what_one_step_alone_costs_is_no_budget_of_a_project_that_each_row_names_again() -> None:
    first, second = _board(again=True)
    assert "budget" not in {*first, *second}
    assert [line["amount"]["value"] for line in first["milestones"][0]["budget"]] == ["5000"]


@pytest.mark.parametrize("evidence", ["Preuve", "Moyen de vérification"])
def test_a_proof_in_the_first_of_rows_that_name_the_project_again_is_that_of_its_step(evidence: str) -> None:
    grid = sheet(
        ["Projet", "Action", "Statut", evidence],
        ["Portail", "Cadrer", "Réalisé", "https://example.org/pv"],
        ["Portail", "Publier", "En cours", ""],
        ["Forum", "Inviter", "Réalisé", "https://example.org/liste"],
        ["Forum", "Tenir", "En cours", ""],
    )
    imported = read(grid)
    assert accounted(imported, grid)
    for commitment in shown(imported)["plans"][0]["commitments"]:
        assert "evidence" not in commitment
        assert "evidence" in commitment["milestones"][0]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (["Activité", "Partenaires", "Statut"], [["Suivi", "Associations", "Achevé"], ["Formation", "ONG", "Réalisé"]]),
        (["Activité", "Partenaires"], [["Suivi", "Société civile"], ["Formation", "ONG"]]),
        (["النشاط", "الشركاء", "الحالة"], [["التتبع", "المجتمع المدني", "منجز"], ["التكوين", "الجمعيات", "منجز"]]),
    ],
)
def test_a_first_row_in_words_of_headings_is_data(headings: list[str], rows: list[list[str]]) -> None:
    (plan,) = shown(read(sheet(headings, *rows)))["plans"]
    assert [next(iter(each["title"].values())) for each in plan["activities"]] == [row[0] for row in rows]


def test_a_row_of_headings_in_other_words_is_help_and_said() -> None:
    imported = read(sheet(["Projet", "Responsable"], ["Titre du projet", "Chef de file"], ["Portail", "DSI"]))
    (plan,) = shown(imported)["plans"]
    assert [each["title"] for each in plan["commitments"]] == [{"fr": "Portail"}]
    assert "import/row-as-help" in codes(imported)


@pytest.mark.parametrize("rows", [3, 40])
@pytest.mark.parametrize("dash", ["-", "–", "…", "//"])
def test_a_dash_below_activities_is_none_and_its_row_is_of_the_project(rows: int, dash: str) -> None:
    plan = [[f"Projet fictif {number}", dash if number % 2 else "Atelier", "DSI"] for number in range(rows)]
    grid = sheet(["Projet", "Activité", "Responsable"], *plan)
    made = read(grid)
    found = commitments_of(made)
    assert [len(one.get("milestones", ())) for one in found] == [1 - number % 2 for number in range(rows)]
    assert all("leads" in one for one in found[1::2])
    assert accounted(made, grid)


@pytest.mark.parametrize("rate", ["25 %", 0.25])
def test_numbers_beside_percentages_under_a_heading_of_states_are_such_and_that_is_said(rate: Any) -> None:
    rows: list[list[Any]] = [
        ["Projet", "Avancement"],
        ["Portail", 12],
        ["Forum", rate],
        ["Kiosque", "À démarrer"],
        ["Site", "12 jours"],
    ]
    imported = read(sheet(*rows, percents=frozenset({(2, 1)} if rate == 0.25 else ())))
    assert [one.get("progress") for one in commitments_of(imported)] == [12, 25, None, None]
    said = [one.location.cell for one in imported.findings if one.params.get("field") == "progress"]
    assert said == ["B2"]


def test_numbers_without_percentages_beside_under_a_heading_of_states_are_kept() -> None:
    imported = read(sheet(["Projet", "Avancement"], ["Portail", 12], ["Forum", "Réalisé"]))
    assert "progress" not in commitments_of(imported)[0]
    assert "import/status-unknown" in codes(imported)


def test_official_numbers_and_words_beside_goals() -> None:
    made = read(sheet(["Identifiant OGP", "Projet", "ODD"], ["MA0001", "Portail", "ODD 16 et agenda local"]))
    (one,) = commitments_of(made)
    assert one["identifiers"] == [{"scheme": "OGP", "value": "MA0001"}]
    assert one["sdgs"] == [16]
    assert "import/sdg-words" in codes(made)
