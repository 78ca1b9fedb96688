"""Word files that are tables as sheets are: read as these, where that leaves less of them unread."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from tests.formats.tables.sheets import read as read_sheet
from tests.formats.tables.sheets import sheet
from tests.formats.word.papers import checked, codes_of, commitments_of, paper, read_paper, to_bytes, tree_of

from opengov_local.document import Import
from opengov_local.formats.word.word_format import read

TITLE = "Programme d’ouverture de la commune 2025-2027"
PAC = [
    ["N°", "Projet", "Maître d’ouvrage", "Coût (KDH)", "Échéancier (KDH)", "", ""],
    ["", "", "", "", "2025", "2026", "2027"],
    ["1", "Portail des services", "Commune", "300", "100", "150", "50"],
    ["2", "Guichet unique", "Province", "120", "", "120", ""],
    ["", "Total", "", "420", "100", "270", "50"],
]
PAC_OF_CULTURE = [
    *PAC[:2],
    ["3", "Fonds associatif", "Commune", "90", "30", "30", "30"],
    ["4", "Bus de la culture", "Commune", "60", "20", "20", "20"],
]
FUNDED = [
    ["Projet", "Coût global", "Montage financier", "", ""],
    ["", "", "Commune", "Région", "INDH"],
    ["Portail des services", "300 000 DH", "100 000", "150 000", "50 000"],
    ["Guichet unique", "120 000 DH", "20 000", "", "100 000"],
]
BANDS = [
    ["Action", "Responsable", "Début", "Fin", "État"],
    ["Axe 1 : Services", "", "", "", ""],
    ["Portail des services", "DSI", "01/2025", "06/2026", "En cours"],
    ["Axe 2 : Culture", "", "", "", ""],
    ["Fonds associatif", "DAC", "03/2025", "12/2026", "Non démarré"],
]
MEASURED = [
    ["Projet", "Indicateur", "Référence", "Cible 2026", "Cible 2027"],
    ["Portail des services", "Demandes en ligne", "0", "500", "1500"],
    ["Guichet unique", "Délai moyen", "12", "8", "5"],
    ["Budget ouvert", "Pages publiées", "0", "10", "20"],
    ["Conseil des jeunes", "Séances", "1", "4", "6"],
    ["Bus des services", "Douars desservis", "", "6", "12"],
    ["Radio communale", "Émissions", "", "12", "24"],
]


def _without_words(value: Any) -> Any:
    """Leaves out what is kept in its own words: its place is named there."""
    if isinstance(value, dict):
        return {key: _without_words(each) for key, each in value.items() if key != "x_unmapped"}
    return [_without_words(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("rows", [PAC, FUNDED, BANDS, MEASURED], ids=["years", "funders", "bands", "targets"])
def test_a_table_pasted_from_a_workbook_is_read_as_there(rows: list[list[str]]) -> None:
    word = tree_of(read_paper(TITLE, rows))
    there = tree_of(read_sheet(sheet([TITLE], [], *rows, name="")))
    assert word["plans"][0]["commitments"]
    assert _without_words(word["plans"]) == _without_words(there["plans"])


FOLLOWED = [
    ["Réf", "Engagement", "Actions prévues", "Service resp.", "Délai", "Etat", "Tx réal.", "Ce qui a été fait"],
    ["1-1", "Guichet unique", "Aménagement du local", "Sce technique", "31/03/2026", "Réalisé", "100 %", "Local livré"],
    ["1-2", "Guichet unique", "File d’attente", "Sce informatique", "30/06/2026", "En cours", "60 %", "Matériel reçu"],
    ["1-3", "Guichet unique", "Charte d’accueil", "Accueil", "30/09/2026", "En retard", "40 %", "Projet rédigé"],
    ["2-1", "Suivi des plaintes", "Arrêté", "Secrétariat", "28/02/2026", "Réalisé", "100 %", "Arrêté signé"],
    ["2-2", "Suivi des plaintes", "Registre", "Sce informatique", "31/07/2026", "En retard", "15 %", "Cahier rédigé"],
    ["3-1", "Subventions", "Liste publiée", "Sce financier", "30/04/2026", "Réalisé", "100 %", "Publiée"],
]
FOLLOW_UP = "Tableau de suivi du plan d’action commune ouverte - situation au 30 septembre 2026"
GREEN, ORANGE, RED = "92D050", "FFC000", "FF0000"
COLOURS = {"Réalisé": GREEN, "En cours": ORANGE, "En retard": RED}
CODES = {"Réalisé": "completed", "En cours": "in_progress", "En retard": "delayed"}


def _fill(table: Table, row: int, column: int, colour: str) -> None:
    cell: Any = table.cell(row, column)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def _painted(*, legend: bool) -> Import:
    """Reads the table with its states as colours, and a legend beside it or none."""
    rows = [[*row[:5], "" if at else row[5], *row[6:]] for at, row in enumerate(FOLLOWED)]
    words = ["Légende", *COLOURS] if legend else []
    rows = [[*row, words[at] if at < len(words) else ""] for at, row in enumerate(rows)] if legend else rows
    made = paper(FOLLOW_UP, rows)
    for at, row in enumerate(FOLLOWED[1:], 1):
        _fill(made.tables[0], at, 5, COLOURS[row[5]])
    for at, colour in enumerate(COLOURS.values() if legend else (), 1):
        _fill(made.tables[0], at, 8, colour)
    return checked(read(to_bytes(made), "made-up.docx"))


def test_a_follow_up_by_activities_pasted_from_a_workbook_is_no_report_on_its_commitments() -> None:
    word, there = read_paper(FOLLOW_UP, FOLLOWED), read_sheet(sheet([FOLLOW_UP], [], *FOLLOWED, name=""))
    assert "import/conflict" not in codes_of(word)
    assert _without_words(tree_of(word)["plans"]) == _without_words(tree_of(there)["plans"])


def test_states_by_colours_are_read_by_their_legend() -> None:
    made = _painted(legend=True)
    steps = [step for one in commitments_of(made) for step in one["milestones"]]
    assert [step["status"]["code"] for step in steps] == [CODES[row[5]] for row in FOLLOWED[1:]]
    places = {str(entry.piece.place) for entry in made.account.of("mapped")} if made.account else set()
    assert "table 1!F2" in places


@pytest.mark.parametrize("heading", ["", "# Introduction"])
def test_states_by_colours_without_a_legend_are_said_to_be_unread(heading: str) -> None:
    made = paper(
        FOLLOW_UP,
        *([heading, "* Une liste.", "P" * 200] if heading else []),
        [[*row[:5], "", *row[6:]] if at else row for at, row in enumerate(FOLLOWED)],
    )
    for at, row in enumerate(FOLLOWED[1:], 1):
        _fill(made.tables[0], at, 5, COLOURS[row[5]])
    found = checked(read(to_bytes(made), "made-up.docx"))
    (said,) = [one for one in found.findings if one.code == "import/colours-unread"]
    assert (said.location.table, said.location.cell, said.params["count"]) == (1, "F1", 6)


@pytest.mark.parametrize("colours", [("F2F2F2",), (GREEN, RED)])
def test_one_colour_of_every_other_row_says_nothing_of_states(colours: tuple[str, ...]) -> None:
    made = paper(
        FOLLOW_UP, "* Une liste.", [[*row[:5], "", *row[6:]] if at else row for at, row in enumerate(FOLLOWED)]
    )
    for at, row in enumerate(range(1, len(FOLLOWED), 2)):
        for column in range(len(FOLLOWED[0])):
            _fill(made.tables[0], row, column, colours[at % len(colours)])
    said = codes_of(read(to_bytes(made), "made-up.docx"))
    assert ("import/colours-unread" in said) == (len(colours) > 1)


def test_sheets_pasted_below_their_names_are_read_as_the_workbook() -> None:
    help_, card = ["Mode d’emploi du classeur"], "Programme de la commune ouverte 2025-2027"
    fiches = [
        [["Intitulé de l’engagement", title], ["Service porteur", "Bureau du conseil"], ["Problématique", "Délais"]]
        for title in ("Publier les données", "Ouvrir les commissions")
    ]
    steps = [["N°", "Jalon", "Date limite", "Situation"], ["1", "Étude", "30/04/2025", "Fait"]]
    blocks: list[object] = ["# Mode d’emploi", help_[0], "Remplir une feuille par engagement."]
    grids = [sheet(help_, ["Remplir une feuille par engagement."], name="Mode d’emploi")]
    for number, fiche in enumerate(fiches, 1):
        blocks += [f"# E{number}", card, f"Fiche engagement n° {number}", fiche, "Jalons", steps]
        rows = [[card], [], [f"Fiche engagement n° {number}"], [], *fiche, [], ["Jalons"], [], *steps]
        grids.append(sheet(*rows, name=f"E{number}"))
    word = tree_of(read_paper(*blocks))
    assert [one["title"] for one in word["plans"]] == [{"fr": card}]
    assert _without_words(word["plans"]) == _without_words(tree_of(read_sheet(*grids))["plans"])


def test_budgets_of_years_in_a_second_row_of_headings_are_read() -> None:
    portal, desk = commitments_of(read_paper("# Liste des projets", "Les projets sont les suivants.", PAC))
    assert [(one["year"], str(one["amount"]["value"])) for one in portal["budget"] if "year" in one] == [
        (2025, "100000"),
        (2026, "150000"),
        (2027, "50000"),
    ]
    assert desk["title"] == {"fr": "Guichet unique"}


def test_places_are_those_of_the_word_file() -> None:
    made = read_paper(TITLE, "Une note.", PAC)
    assert made.document is not None
    places = {one["original"]: one["location"] for one in made.document.tree["sources"][0]["extracts"]}
    assert places["Portail des services"] == "table 1!B3"
    assert places[TITLE] == "paragraph 1"
    kept = {str(entry.piece.place) for entry in made.account.of("unmapped")} if made.account else set()
    assert "paragraph 2" in kept


def test_what_stands_beside_the_text_is_accounted_for() -> None:
    made = paper(TITLE, PAC)
    made.sections[0].footer.paragraphs[0].text = "Service communication, poste 12"
    link = made.paragraphs[0]._p.makeelement(qn("w:hyperlink"), {})
    made.paragraphs[0]._p.append(link)
    found = checked(read(to_bytes(made), "made-up.docx"))
    assert found.account is not None
    assert "Service communication, poste 12" in {entry.piece.text for entry in found.account.entries}


def test_a_document_whose_headings_say_what_its_table_is_of_stays_one() -> None:
    table = [["Activité", "Échéance", "État"], ["Étude", "06/2025", "Réalisé"], ["Mise en ligne", "12/2026", ""]]
    blocks = (f"= {TITLE}", "# Axe 1 : Services", "## Projet 1 : Portail", "Responsable : DSI", "* Étude", table)
    (portal,) = commitments_of(made := read_paper(*blocks))
    assert portal["title"] == {"fr": "Portail"}
    assert portal["axes"] == ["@Services"]
    assert "import/nothing-recognised" not in codes_of(made)


def test_a_line_between_two_tables_is_no_activity() -> None:
    heads = ["Activité", "Responsable", "Échéance"]
    first = [[f"Étude {number}", "DSI", "03/2026"] for number in range(9)]
    second = [[f"Travaux {number}", "SG", "06/2026"] for number in range(9)]
    made = read_paper(TITLE, "1. Portail des services", [heads, *first], "2. Guichet unique", [heads, *second])
    (plan,) = tree_of(made)["plans"]
    assert "Guichet unique" not in str(plan.get("activities", ()))
    told = {entry.piece.text: entry.fate for entry in made.account.entries} if made.account else {}
    assert told["2. Guichet unique"] == told["1. Portail des services"] == "unmapped"


def test_the_adoption_that_a_document_tells_is_not_lost() -> None:
    rows = [[str(number), f"Projet {number}", "DSI", "50 000"] for number in range(1, 10)]
    made = read_paper(
        "Délibération n° 12/2026 du 5 février 2026",
        "Le conseil de la commune de Fnideq, réuni en session ordinaire,",
        "Après en avoir délibéré, adopte le programme suivant :",
        [["N°", "Projet", "Responsable", "Coût (DH)"], *rows],
    )
    (plan,) = tree_of(made)["plans"]
    (adopted,) = plan["adoptions"]
    assert (adopted["date"], adopted["deliberation"]) == ("2026-02-05", "12/2026")


def test_projects_named_again_by_shorter_titles_are_not_doubled() -> None:
    listed = [
        ["N°", "Axe", "Projet", "Service responsable"],
        ["1", "Services", "Portail des services en ligne", "Service informatique"],
        ["2", "Services", "Fonds de soutien aux associations", "Cabinet du président"],
        ["3", "Participation", "Budget participatif des quartiers", "Service financier"],
        ["4", "Participation", "Carte des équipements publics", "Service technique"],
    ]
    funded = [
        ["Projet", "Source de financement", "Montant (DH)"],
        ["Portail des services", "Fonds Alpha", "41000"],
        ["Portail des services", "Fonds Beta", "52000"],
        ["Budget participatif", "Fonds Gamma", "63000"],
        ["Carte des équipements", "Fonds Delta", "74000"],
    ]
    made = read_paper(f"= {TITLE}", "# Liste des projets", listed, "# Financement", funded)
    assert [one["title"]["fr"] for one in commitments_of(made)] == [row[2] for row in listed[1:]]


def test_the_time_of_a_report_is_not_that_of_its_plan() -> None:
    rows = [[f"Portail {number}", "Étude, achat", "Retard", "Formation"] for number in range(6)]
    heads = ["Projet", "Activités réalisées", "Difficultés", "Prochaines étapes"]
    lines = ("Rapport annuel 2026 du programme d'ouverture", "Commune de Fnideq", "Période : 01/01/2026 au 31/12/2026")
    tree = tree_of(read_paper(*lines, [heads, *rows]))
    assert all("period" not in plan for plan in tree["plans"])
    assert {str(one.get("period")) for one in tree["progress_updates"]} == {
        "{'start': '2026-01-01', 'end': '2026-12-31'}"
    }


def test_a_table_of_contents_names_no_axes_twice() -> None:
    axes = ["Axe 1 : Services", "Axe 2 : Culture"]
    contents = [f"{axis} ........ {number}" for number, axis in enumerate(axes, 3)]
    made = read_paper(f"= {TITLE}", "Sommaire", *contents, f"# {axes[0]}", PAC, f"# {axes[1]}", PAC_OF_CULTURE)
    (plan,) = tree_of(made)["plans"]
    assert [axis["title"]["fr"] for axis in plan["axes"]] == ["Services", "Culture"]
    told = {entry.piece.text: entry.fate for entry in made.account.entries} if made.account else {}
    assert {told[line] for line in contents} == {"help"}


def test_rows_that_name_a_project_otherwise_make_no_other_in_a_sheet() -> None:
    listed = [
        ["N°", "Projet", "Service responsable"],
        ["1", "Portail des services en ligne", "Service informatique"],
        ["2", "Fonds de soutien aux associations", "Cabinet du président"],
        ["3", "Budget participatif des quartiers", "Service financier"],
        ["4", "Carte des équipements publics", "Service technique"],
    ]
    measured = [
        ["Projet", "Indicateur", "Référence", "Cible"],
        ["1 - Portail", "Démarches en ligne", "3", "41"],
        ["2 - Fonds associations", "Dossiers déposés", "7", "52"],
        ["3 - Budget participatif", "Votants", "9", "63"],
        ["4 - Carte", "Couches publiées", "0", "7"],
    ]
    made = read_paper(f"= {TITLE}", "# Liste des projets", listed, "# Indicateurs", measured)
    assert [one["title"]["fr"] for one in commitments_of(made)] == [row[1] for row in listed[1:]]
