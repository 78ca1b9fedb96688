"""How many came to a gathering, in the words of those who counted them; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_PROPOSALS = ["## Propositions", "* Publier", "* Ouvrir"]
_HEADS = {
    "fr": ["= Compte rendu de l’atelier inventé", "Date : 3 mars 2026"],
    "en": ["= Minutes of the made-up workshop", "Date: 3 March 2026"],
    "es": ["= Acta del taller inventado", "Fecha: 3 de marzo de 2026"],
    "ar": ["= محضر ورشة خيالية", "التاريخ: 3 مارس 2026"],
}


def _read(language: str, line: str) -> tuple[list[Any], Any]:
    made = read_paper(*_HEADS[language], line, "## Propositions", "* Abc")
    (workshop,) = tree_of(made)["workshops"]
    return workshop.get("participants", []), made


@pytest.mark.parametrize(
    ("language", "line", "count", "women"),
    [
        ("fr", "Participants : 34 (15 femmes, 19 hommes)", 34, 15),
        ("fr", "Participants : 34 dont 15 femmes et 10 jeunes", 34, 15),
        ("fr", "Participants : 34 personnes, 15 femmes", 34, 15),
        ("fr", "Nombre de participants : 15 femmes et 19 hommes", 34, 15),
        ("en", "Attendance: 30 (18 women, 12 men)", 30, 18),
        ("en", "Participants: 18 women and 12 men", 30, 18),
        ("es", "Asistentes: 25 (12 mujeres y 13 hombres)", 25, 12),
        ("ar", "عدد الحاضرين: 20 رجلا و14 امرأة", 34, 14),
    ],
)
def test_those_who_came_are_counted(language: str, line: str, count: int, women: int) -> None:
    participants, made = _read(language, line)
    assert participants == [{"count": count, "women": women}]
    assert ("jeunes" in line) == (unmapped(made).get("paragraph 3") is not None)


def test_a_sum_of_women_and_men_is_said_to_be_assumed() -> None:
    said = [codes_of(_read("fr", f"Participants : {words}")[1]) for words in ("19 hommes et 15 femmes", "34 personnes")]
    assert [codes.count("import/assumed") for codes in said] == [2, 1]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Participants : environ 40"),
        ("fr", "Participants : 34 (15 femmes, 29 hommes)"),
        ("en", "Attendees: about 30 people"),
        ("ar", "الحضور: حوالي 40 مشاركا"),
    ],
)
def test_about_so_many_and_numbers_that_do_not_go_together_count_nobody(language: str, line: str) -> None:
    participants, made = _read(language, line)
    assert participants == []
    assert "import/participants-kept" in codes_of(made)


def test_a_place_ends_before_those_who_came() -> None:
    line = "Le 3 mars 2026 à la salle des fêtes, en présence de 45 personnes dont 20 femmes"
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier inventé", line, "## Propositions", "* Abc"))[
        "workshops"
    ]
    assert workshop["place"] == {"fr": "à la salle des fêtes"}
    assert workshop["participants"] == [{"count": 45, "women": 20}]


@pytest.mark.parametrize(
    ("title", "absent"),
    [
        (
            "Compte rendu de l’atelier",
            ["Excusés : 3", "4 absents", "Association Bêta (excusée)", "Absente : Mme Exemple"],
        ),
        ("Minutes of the workshop", ["Apologies: 3", "4 absent", "Association Beta (excused)"]),
        ("Acta del taller", ["Excusados: 3", "Asociación Beta, ausente"]),
        ("محضر الورشة", ["الغائبون: 4", "المعتذرون: 3"]),
    ],
)
@pytest.mark.parametrize("listed", [True, False])
def test_who_did_not_come_is_no_participant(title: str, absent: list[str], *, listed: bool) -> None:
    label = {"C": "Participants", "M": "Attendees", "A": "Asistentes", "م": "الحاضرون"}[title[0]]
    there = ["Association Alpha", *absent]
    table: list[object] = [[[label, "\n".join(there)]]]
    said = [f"# {label}", *(f"* {each}" for each in there)] if listed else table
    made = read_paper(f"= {title}", *said, *_PROPOSALS)
    (workshop,) = tree_of(made)["workshops"]
    assert [next(iter(each["party"]["name"].values())) for each in workshop["participants"]] == ["Association Alpha"]
    assert [each["text"] for each in workshop["x_unmapped"]] == absent


def test_who_is_listed_below_those_who_did_not_come_is_no_participant() -> None:
    there = "Association Alpha\nAbsents excusés :\nAssociation Bêta\nInvités :\nAssociation Gamma"
    made = read_paper("= Compte rendu de l’atelier", [["Participants", there]], *_PROPOSALS)
    (workshop,) = tree_of(made)["workshops"]
    assert [each["party"]["name"]["fr"] for each in workshop["participants"]] == [
        "Association Alpha",
        "Association Gamma",
    ]
    assert [each["text"] for each in workshop["x_unmapped"]] == ["Absents excusés :", "Association Bêta"]


@pytest.mark.parametrize(
    ("title", "line", "there", "absent"),
    [
        ("Minutes of the workshop", "Present: 32 residents, 4 councillors. Apologies: 2", [32, 4], "Apologies: 2"),
        ("Compte rendu de l’atelier", "Présents : 12 élus ; excusés : 3", [12], "excusés : 3"),
    ],
)
def test_who_did_not_come_is_said_on_the_line_of_who_came(title: str, line: str, there: list[int], absent: str) -> None:
    (workshop,) = tree_of(read_paper(f"= {title}", line, *_PROPOSALS))["workshops"]
    assert [each["count"] for each in workshop["participants"]] == there
    assert [each["text"] for each in workshop["x_unmapped"]] == [absent]


def test_rows_of_those_who_did_not_come_are_no_participants() -> None:
    rows = [
        ["Nom", "Organisme", "Observation"],
        ["Exemple Un", "Association Alpha", ""],
        ["Exemple Deux", "Association Bêta", "Excusé"],
        ["Absents : 4", "<", "<"],
    ]
    made = read_paper("= Compte rendu de l’atelier", "# Participants", rows, *_PROPOSALS)
    (workshop,) = tree_of(made)["workshops"]
    assert [each["party"]["name"]["fr"] for each in workshop["participants"]] == ["Association Alpha"]
    assert [each["text"] for each in workshop["x_unmapped"]] == [
        "Exemple Deux",
        "Association Bêta",
        "Excusé",
        "Absents : 4",
    ]


def test_a_number_of_people_among_participants_is_nobodys_name() -> None:
    made = read_paper("= Compte rendu de l’atelier", [["Participants", "24 présents, 3 excusés"]], *_PROPOSALS)
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["participants"] == [{"count": 24}]


def test_minutes_that_begin_with_a_table_say_there_that_they_are() -> None:
    rows = [["Objet", "Compte rendu de l’atelier de co-création"], ["Commune", "Tiznit"], ["Date", "12 mars 2025"]]
    (workshop,) = tree_of(read_paper(rows, *_PROPOSALS))["workshops"]
    assert workshop["title"] == {"fr": "Compte rendu de l’atelier de co-création"}
    assert (workshop["date"], workshop["collectivities"]) == ("2025-03-12", ["@Tiznit"])
    assert len(workshop["contributions"]) == len(_PROPOSALS) - 1


@pytest.mark.parametrize(
    ("language", "asked", "rows", "came"),
    [
        (
            "fr",
            "! Présence",
            [["Catégorie", "Nombre"], ["Élus", "9"], ["Société civile", "31"], ["Fonctionnaires", "14"]],
            [("Élus", 9), ("Société civile", 31), ("Fonctionnaires", 14)],
        ),
        (
            "ar",
            "! الحضور",
            [["الفئة", "العدد"], ["المجتمع المدني", "٣١"], ["جمعيات المجتمع المدني", "4"], ["المنتخبون", "9"]],
            [("المجتمع المدني", 31), ("جمعيات المجتمع المدني", 4), ("المنتخبون", 9)],
        ),
        (
            "fr",
            "Date du bilan : juin 2026",
            [["Structure", "Nombre de participants"], ["Société civile", "31 personnes"], ["Partenaires", "4"]],
            [("Société civile", 31), ("Partenaires", 4)],
        ),
        (
            "en",
            "! Participants",
            [["Category", "Number"], ["Elected members", "9"], ["Civil society", "31"]],
            [("Elected members", 9), ("Civil society", 31)],
        ),
        ("fr", "! Participants", [["Société civile", "31"], ["Presse", "3"]], [("Société civile", 31), ("Presse", 3)]),
    ],
)
def test_rows_of_bodies_that_are_labels_elsewhere_say_how_many_came(
    language: str, asked: str, rows: list[list[str]], came: list[tuple[str, int]]
) -> None:
    made = read_paper(*_HEADS[language], asked, rows, "## Groupe 1 : Voirie", "! Propositions", "* Abc")
    (workshop,) = tree_of(made)["workshops"]
    there = [(next(iter(each["party"]["name"].values())), each["count"]) for each in workshop["participants"]]
    assert there == came
    assert not any(place.startswith("table") for place in unmapped(made))


def test_the_total_below_those_who_came_is_no_body_and_said() -> None:
    rows = [["Catégorie", "Nombre"], ["Société civile", "31"], ["Élus", "9"], ["Total", "40"]]
    made = read_paper(*_HEADS["fr"], "! Présence", rows, *_PROPOSALS)
    assert len(tree_of(made)["workshops"][0]["participants"]) == 2
    assert unmapped(made) == {"table 1!A4": "Total", "table 1!B4": "40"}
    assert "import/total-row" in codes_of(made)


def test_years_beside_words_below_participants_count_nobody() -> None:
    made = read_paper(*_HEADS["fr"], "! Participants", [["Convention", "2025"], ["Renouvelée", "2026"]], *_PROPOSALS)
    assert "participants" not in tree_of(made)["workshops"][0]
    assert len(unmapped(made)) == 4


@pytest.mark.parametrize(
    "total", ["Nombre de participants : 42", "Nombre de participants : 42 (dont 18 femmes)", [["Participants", "42"]]]
)
def test_a_number_of_all_beside_counted_groups_is_a_declared_figure_and_no_group(total: object) -> None:
    table = [["Catégorie", "Nombre"], ["Élus", "9"], ["Associations", "21"], ["Citoyens", "12"]]
    made = read_paper("= Compte rendu de l'atelier", "Date : 18/02/2026", total, "# Participants", table)
    (workshop,) = tree_of(made)["workshops"]
    assert [each["count"] for each in workshop["participants"]] == [9, 21, 12]
    assert (workshop["reported_figures"][0]["measure"], workshop["reported_figures"][0]["value"]) == (
        "participants",
        "42",
    )
    assert any(each.params.get("field") == "reported_figures" for each in made.findings)


def test_a_number_of_all_beside_bodies_without_numbers_stays_who_came() -> None:
    made = read_paper("= Compte rendu de l'atelier", "Nombre de participants : 42", "# Participants", "* Association A")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["participants"][0] == {"count": 42}
    assert "reported_figures" not in workshop
