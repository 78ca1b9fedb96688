"""Cells that say to be the same as the one above, in tables of Word files; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_FRENCH = "= Plan d’action 2026-2028 de la commune de Fictiville"
_ARABIC = "= خطة عمل جماعة خيالية 2026-2028"


@pytest.mark.parametrize("mark", ["idem", "Idem.", "id.", "ditto", '"', "''", "〃", "»", '- " -'])
def test_a_body_a_day_and_a_state_are_those_above(mark: str) -> None:
    made = read_paper(
        _FRENCH,
        [
            ["N°", "Projet", "Responsable", "Échéance", "État d’avancement"],
            ["1", "Portail", "Service A", "juin 2026", "En cours"],
            ["2", "Forum", mark, mark, mark],
            ["3", "Charte", mark, "", "Achevé"],
        ],
    )
    portal, forum, charter = commitments_of(made)
    for field in ("leads", "end", "status"):
        assert forum[field] == portal[field]
    assert charter["leads"] == portal["leads"]
    assert "end" not in charter
    assert [finding.params["count"] for finding in made.findings if finding.code == "import/same-as-above"] == [2, 1, 1]
    assert not unmapped(made)


@pytest.mark.parametrize("mark", ["نفسه", "نفس الشيء", "كذلك"])
def test_so_in_arabic(mark: str) -> None:
    made = read_paper(
        _ARABIC,
        [["المشروع", "المسؤول", "الأجل"], ["البوابة", "مصلحة", "يونيو 2026"], ["المنتدى", mark, mark]],
    )
    one, two = commitments_of(made)
    assert (two["leads"], two["end"]) == (one["leads"], one["end"])


def test_a_project_that_is_the_one_above_goes_on() -> None:
    made = read_paper(
        _FRENCH, [["Projet", "Activité", "Responsable"], ["Portail", "Étude", "Service A"], ["idem", "Essai", "idem"]]
    )
    (portal,) = commitments_of(made)
    assert [step["title"] for step in portal["milestones"]] == [{"fr": "Étude"}, {"fr": "Essai"}]
    assert portal["milestones"][1]["leads"] == [{"name": {"fr": "Service A"}}]


def test_nothing_stands_above_the_first_row_and_headings_are_no_values() -> None:
    made = read_paper(_FRENCH, [["Projet", "Responsable", "Échéance"], ["Portail", '"', "juin 2026"]])
    assert "import/same-as-above" not in codes_of(made)
    assert "Responsable" not in str(commitments_of(made)[0].get("leads"))


def test_a_sign_below_bodies_is_the_one_above_and_what_names_another_project_is_kept_and_said() -> None:
    made = read_paper(
        _FRENCH,
        [
            ["N°", "Projet", "Responsable", "Partenaires"],
            ["1", "Portail", "DSI", "ADD"],
            ["2", "Forum", "=", "Idem projet 7"],
            ["3", "Radio", "Même service", "Les mêmes"],
        ],
    )
    assert [one["leads"] for one in commitments_of(made)] == [[{"name": {"fr": "DSI"}}]] * 3
    assert ["supporting" in one for one in commitments_of(made)] == [True, False, False]
    assert codes_of(made).count("import/same-as-untold") == 2
    assert {"Idem projet 7", "Les mêmes"} <= {*unmapped(made).values()}


@pytest.mark.parametrize("words", ["Même service", "Les mêmes", "idem", "Idem projet 1", "نفس الجهة"])
def test_behind_labels_words_for_the_same_body_are_kept_and_said(words: str) -> None:
    made = read_paper(
        _FRENCH,
        "# Projet 1 : Portail",
        "Responsable : DSI",
        "Partenaires : ADD",
        "# Projet 2 : Forum",
        f"Responsable : {words}",
        "Partenaires : ADD",
    )
    portal, forum = commitments_of(made)
    assert ("leads" in portal, "leads" in forum) == (True, False)
    assert [*unmapped(made).values()] == [words]
    assert codes_of(made).count("import/same-as-untold") == 1


def test_cells_that_name_another_project_say_what_stands_there() -> None:
    rows = [
        ["N°", "Projet", "Responsable", "Échéance", "Partenaires"],
        ["1", "Marchés", "DSI", "mars 2027", "Région ; INDH"],
        ["2", "Carte", "Idem projet 1", "Voir projet 1", "Idem projet 1, ADD"],
        ["3", "Forum", "↑", "″", "Région"],
        ["4", "Parc", "DGS", "juin 2027", "↑ et ADD"],
        ["5", "Lac", "Voir projet 9", "Voir projet 9", "Région"],
    ]
    imported = read_paper("= Programme d’ouverture 2026-2028", rows)
    found = [
        ([lead["name"]["fr"] for lead in one.get("leads", ())], one.get("end"), len(one.get("supporting", ())))
        for one in commitments_of(imported)
    ]
    assert found == [
        (["DSI"], "2027-03", 2),
        (["DSI"], "2027-03", 0),
        (["DSI"], "2027-03", 1),
        (["DGS"], "2027-06", 0),
        ([], None, 1),
    ]
    said = codes_of(imported)
    assert said.count("import/same-as-other") == 4
    assert said.count("import/unknown-reference") == 2
    assert said.count("import/same-as-untold") == 3


def test_a_sign_below_a_reference_is_said_once() -> None:
    made = read_paper(
        _FRENCH,
        [
            ["N°", "Projet", "Budget (DH)"],
            ["1", "Portail", "1000"],
            ["2", "Forum", "Voir projet 1"],
            ["3", "Charte", "idem"],
        ],
    )
    assert [one["budget"][0]["amount"]["value"] for one in commitments_of(made)] == ["1000"] * 3
    assert codes_of(made).count("import/same-as-other") == 2
    assert "import/same-as-above" not in codes_of(made)
