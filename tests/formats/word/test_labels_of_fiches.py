"""Labels of fiches that tables of plans know too, or that ask for something else than a word in them names."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.labels.labels import Labels

_HEAD = ["= Programme d’ouverture 2025-2027", "# Projet 1 : Portail de données"]


def _asked(text: str) -> set[tuple[str, str]]:
    return {(each.concept, each.field) for each in Labels({}).meanings(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Qui mesure ?",
        "Qui mesure les progrès ?",
        "Where is the action carried out?",
        "هل من إضافة؟",
        "Où en est la commune aujourd’hui ?",
    ],
)
def test_a_question_is_not_read_by_a_word_that_it_only_names(text: str) -> None:
    assert not _asked(text)


def test_a_question_all_of_whose_words_are_known_is_read() -> None:
    assert _asked("Avec quels autres plans est-ce lié ?") == {("commitment", "related")}


@pytest.mark.parametrize("text", ["Où en est l’action ?", "¿Cómo va el proyecto?", "أين وصل المشروع؟"])
def test_a_question_how_far_something_is_asks_for_its_state(text: str) -> None:
    assert ("commitment", "status") in _asked(text)


def test_a_sign_for_numbers_makes_a_label_that_of_a_number() -> None:
    assert _asked("Commitment #") == {("commitment", "number")}
    assert _asked("Milestone #") == {("milestone", "number")}


def test_a_form_of_a_project_asks_what_tables_of_plans_ask() -> None:
    rows = [
        ["Objectif", "Publier"],
        ["Point focal", "Mme Test Exemple"],
        ["Fonction du responsable", "Cheffe de division"],
        ["Difficultés", "Manque de moyens"],
        ["Réalisations", "Cahier des charges rédigé"],
    ]
    made = read_paper(*_HEAD, rows)
    (project,) = commitments_of(made)
    (lead,) = project["leads"]
    assert lead["person"]["name"] == {"fr": "Mme Test Exemple"}
    assert lead["person"]["role"] == {"fr": "Cheffe de division"}
    (update,) = tree_of(made)["progress_updates"]
    assert update["challenges"] == {"fr": "Manque de moyens"}
    assert update["text"] == {"fr": "Cahier des charges rédigé"}
    assert "points_of_contact" not in tree_of(made)["plans"][0]
    assert not unmapped(made)


def test_what_a_form_asks_for_several_times_may_have_a_number() -> None:
    rows = [["Objectif", "Publier"]]
    rows += [["Indicateur 1", "Nombre de jeux"], ["Cible 2027", "20"]]
    rows += [["Indicateur 2", "Nombre de visites"], ["Cible (valeur)", "5000"]]
    rows += [["Partenaire 1", "Association Essai"], ["Partenaire 2", "Association Exemple"]]
    (project,) = commitments_of(read_paper(*_HEAD, rows))
    assert [each["name"]["fr"] for each in project["indicators"]] == ["Nombre de jeux", "Nombre de visites"]
    assert [each["target"]["value"] for each in project["indicators"]] == ["20", "5000"]
    assert [each["name"]["fr"] for each in project["supporting"]] == ["Association Essai", "Association Exemple"]


def test_a_number_names_no_body() -> None:
    made = read_paper(
        *_HEAD, [["Objectif", "Publier"], ["Bénéficiaires", "Tous"], ["Partenaires", "3"], ["Porteur", "2"]]
    )
    assert "supporting" not in commitments_of(made)[0]
    assert {"3", "2"} <= set(unmapped(made).values())
    assert codes_of(made).count("import/counts-no-titles") == 2


def test_the_share_of_a_partner_is_not_added_to_the_whole_cost() -> None:
    rows = [["Objectif", "Publier"], ["Coût global", "200 000 DH"], ["Contribution du partenaire (en DH)", "50 000"]]
    made = read_paper(*_HEAD, rows)
    assert [each["amount"]["value"] for each in commitments_of(made)[0]["budget"]] == ["200000"]
    assert "50 000" in unmapped(made).values()
    assert "import/label-unknown" in codes_of(made)


def test_labels_of_plans_in_plain_english_are_read() -> None:
    lines = ["Why it matters: Spending is hidden.", "Working with: Example Group; Parish councils"]
    lines += ["How we will measure success: Number of files published"]
    made = read_paper("= Open government action plan 2025-2027", "# Commitment 1: Spending", *lines)
    (commitment,) = commitments_of(made)
    assert commitment["problem"] == {"en": "Spending is hidden."}
    assert [each["name"]["en"] for each in commitment["supporting"]] == ["Example Group", "Parish councils"]
    assert [each["name"]["en"] for each in commitment["indicators"]] == ["Number of files published"]
