"""Prose behind the last commitment; all files are made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

TITLE = "= Programme d’ouverture 2026-2028"
LAST = "Le comité recommande de redoubler d’efforts."


def _line(number: int) -> list[object]:
    return [f"# Projet {number} : Portail {number}", "Objectif : publier"]


def _table(number: int) -> list[object]:
    return [f"# Projet {number} : Portail {number}", [["Objectif", "publier"], ["Responsable", "DSI"]]]


def _form(number: int) -> list[object]:
    return [[["Intitulé du projet", f"Portail {number}"], ["Objectif", "publier"], ["Responsable", "DSI"]]]


def _list(number: int) -> list[object]:
    return [f"# Projet {number} : Portail {number}", "Activités :", "* Publier", "* Former"]


def _commitments(*blocks: object) -> tuple[Any, list[str]]:
    made = read_paper(*blocks)
    return tree_of(made)["plans"][0]["commitments"], list(unmapped(made).values())


@pytest.mark.parametrize("layout", [_line, _table, _form, _list])
def test_prose_that_none_but_the_last_commitment_has_is_none_of_it(layout: Any) -> None:
    commitments, kept = _commitments(TITLE, *layout(1), *layout(2), LAST)
    assert kept == [LAST]
    first, second = ({key: each[key] for key in each if key not in ("number", "title")} for each in commitments)
    assert first == second


def test_prose_that_other_commitments_have_too_describes_them() -> None:
    commitments, kept = _commitments(TITLE, *_line(1), "Un portail pour tous.", *_line(2), LAST)
    assert kept == []
    assert [each["description"]["fr"] for each in commitments] == ["Un portail pour tous.", LAST]


def test_prose_below_a_question_is_its_answer() -> None:
    commitments, kept = _commitments(TITLE, *_line(1), *_line(2), "! Problème", "Peu d’accueil.", LAST)
    assert kept == []
    assert commitments[1]["problem"]["fr"] == f"Peu d’accueil.\n{LAST}"


@pytest.mark.parametrize(
    "close",
    [
        "Fait et délibéré les jour, mois et an susdits. Pour extrait conforme,",
        "Pour copie certifiée conforme",
        "نسخة مطابقة للأصل",
        "Certified true copy",
        "Y para que conste, firmo el presente.",
    ],
)
def test_formulas_that_decisions_close_with_are_no_words_of_a_commitment(close: str) -> None:
    commitments, kept = _commitments(TITLE, *_line(1), "Un portail pour tous.", *_line(2), "Un bureau.", close)
    assert commitments[1]["description"] == {"fr": "Un bureau."}
    assert kept == [close]


def test_the_sentence_of_the_adoption_at_the_end_is_read_once() -> None:
    sentence = "Le programme a été adopté à l’unanimité le 5 mai 2026."
    made = read_paper(TITLE, *_line(1), *_line(2), sentence)
    (plan,) = tree_of(made)["plans"]
    assert plan["adoptions"] == [{"date": "2026-05-05"}]
    assert "description" not in plan["commitments"][1]
    assert unmapped(made) == {"paragraph 6": sentence}


HEADS = ["N°", "Projet", "Responsable"]
TWO = [HEADS, ["1", "Portail", "DSI"], ["2", "Forum", "DAS"]]
ONE = [HEADS, ["3", "Caravane", "DAS"]]
NOTE = "Note : tous les montants sont indicatifs."


@pytest.mark.parametrize(
    "blocks",
    [
        ["# Axe 1 : Transparence", TWO, "# Axe 2 : Participation", ONE, NOTE],
        ["# Axe 1 : Transparence", TWO, "# Axe 2 : Participation", [*ONE, ["Total de l’axe", "<", "<"]], NOTE],
        ["# Axe 1 : Transparence", ONE, NOTE],
        [ONE, NOTE],
        [*_line(1), *_line(2), [["Activités", "Échéances"], ["Appel", "mars 2026"]], NOTE],
    ],
)
def test_a_note_below_the_last_table_is_the_plans_though_it_has_one_row(blocks: list[object]) -> None:
    made = read_paper(TITLE, *blocks)
    (plan,) = tree_of(made)["plans"]
    assert "tous les montants sont indicatifs." in unmapped(made).values()
    assert not any("additional_information" in each for each in plan["commitments"])
    assert "import/taken-for-plan" in codes_of(made)


def test_what_stands_below_the_table_of_one_row_is_the_plans_where_no_other_table_has_such_words() -> None:
    made = read_paper(TITLE, "# Axe 1 : A", TWO, "# Axe 2 : B", ONE, "Responsable du suivi : Secrétariat général")
    (plan,) = tree_of(made)["plans"]
    assert list(unmapped(made).values()) == ["Secrétariat général"]
    assert "import/taken-for-plan" in codes_of(made)
    assert "governance" not in plan["commitments"][-1]


@pytest.mark.parametrize("below", ["Remarque : en attente.", "Objectif : informer"])
def test_words_below_each_table_of_one_row_are_of_its_commitment(below: str) -> None:
    other = [HEADS, ["1", "Portail", "DSI"]]
    made = read_paper(TITLE, "# Axe 1 : A", other, below, "# Axe 2 : B", ONE, below)
    (plan,) = tree_of(made)["plans"]
    first, second = ({key: each[key] for key in each if key in ("additional_information", "objectives")}
                     for each in plan["commitments"])  # fmt: skip
    assert first == second != {}


def test_what_is_asked_of_the_only_commitment_below_its_table_is_of_it() -> None:
    (commitment,), kept = _commitments(TITLE, ONE, "Objectif : informer")
    assert kept == []
    assert commitment["objectives"] == {"fr": "informer"}


def _answers(number: int) -> list[list[str]]:
    return [["Projet", f"Portail {number}"], ["Responsable", "DSI"], ["Échéance", "mars 2026"]]


def test_below_the_last_form_a_note_is_the_plans_and_a_label_is_of_its_commitment() -> None:
    made = read_paper(TITLE, _answers(1), _answers(2), "Partenaires : Association Amal", NOTE)
    first, second = tree_of(made)["plans"][0]["commitments"]
    assert "supporting" not in first
    assert second["supporting"] == [{"name": {"fr": "Association Amal"}}]
    assert not {"additional_information"} & (first.keys() | second.keys())
    assert list(unmapped(made).values()) == ["tous les montants sont indicatifs."]
    said = [each.params["value"] for each in made.findings if each.params.get("field") == "commitment"]
    assert said == ["Partenaires : Association Amal"]
    assert "import/taken-for-plan" in codes_of(made)


def test_words_below_each_form_are_of_its_commitment() -> None:
    made = read_paper(TITLE, _answers(1), "Partenaires : A", _answers(2), "Partenaires : B", "Note : en attente.")
    first, second = tree_of(made)["plans"][0]["commitments"]
    assert (first["supporting"], second["supporting"]) == ([{"name": {"fr": "A"}}], [{"name": {"fr": "B"}}])
    assert second["additional_information"] == {"fr": "en attente."}
    assert not unmapped(made)
    assert not [each for each in made.findings if each.params.get("field") == "commitment"]


def test_a_heading_between_projects_asks_the_one_above_and_behind_them_the_plan() -> None:
    between = ["## Projet 1 : Portail", "Objectif : A", "## Budget", "30 000 DH", "## Projet 2 : Carte", "Objectif : B"]
    (plan,) = tree_of(read_paper(TITLE, *between))["plans"]
    assert ["budget" in one for one in (plan, *plan["commitments"])] == [False, True, False]
    behind = [*between[:2], *between[4:], *between[2:4]]
    (plan,) = tree_of(read_paper(TITLE, *behind))["plans"]
    assert ["budget" in one for one in (plan, *plan["commitments"])] == [True, False, False]


def _named(number: int) -> list[object]:
    return [f"## Projet {number} : Portail {number}", "Responsable : DSI"]


_OVER = {
    "budget": [["Source", "Montant (DH)"], ["Commune", "50 000"], ["INDH", "9 000"]],
    "activities": [["Activité", "Échéance"], ["Réunion du comité", "mars 2026"], ["Rapport", "mai 2026"]],
    "indicators": [["Indicateur", "Cible"], ["Citoyens consultés", "900"], ["Projets achevés", "3"]],
}


@pytest.mark.parametrize(
    ("heading", "field", "layout"),
    [
        ("# Budget global", "budget", _form),
        ("! Budget global", "budget", _named),
        ("# Calendrier de suivi", "activities", _form),
        ("# Calendrier de suivi", "activities", _named),
        ("Activités transversales", "activities", _named),
        ("# Indicateurs de suivi du programme", "indicators", _form),
    ],
)
def test_a_table_under_a_heading_of_its_own_is_none_of_the_last_commitment(
    heading: str, field: str, layout: Any
) -> None:
    plan = tree_of(read_paper(TITLE, *layout(1), *layout(2), heading, _OVER[field]))["plans"][0]
    assert len(plan[field]) == 2
    assert len(plan["commitments"]) == 2
    assert plan["commitments"][1].keys() == plan["commitments"][0].keys()


@pytest.mark.parametrize(
    "blocks",
    [
        (*_form(1), "# Calendrier de suivi", _OVER["activities"]),
        (*_form(1), "! Étapes", _OVER["activities"], *_form(2), "! Étapes", _OVER["activities"]),
        (*_named(1), *_named(2), "### Calendrier", _OVER["activities"]),
        (*_named(1), *_named(2), "Calendrier global du projet", _OVER["activities"]),
        (*_named(1), *_named(2), "Il fait partie du programme.", _OVER["activities"]),
    ],
)
def test_a_table_below_the_only_commitment_or_deeper_than_its_name_is_of_it(blocks: tuple[object, ...]) -> None:
    plan = tree_of(read_paper(TITLE, *blocks))["plans"][0]
    assert "activities" not in plan
    assert len(plan["commitments"][-1]["milestones"]) == 2
