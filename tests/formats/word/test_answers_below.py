"""Answers on lines of their own that are words of labels elsewhere; all files are made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped


def _only(*blocks: object) -> dict[str, Any]:
    made = read_paper(*blocks)
    assert unmapped(made) == {}
    (plan,) = tree_of(made)["plans"]
    (commitment,) = plan["commitments"]
    return {key: value for key, value in commitment.items() if key not in ("number", "title")}


def _names(parties: list[dict[str, Any]]) -> list[str]:
    return [next(iter(party["name"].values())) for party in parties]


@pytest.mark.parametrize("form", ["! {}", "{} :", "! {} :", "## {}"])
@pytest.mark.parametrize(
    ("title", "asked"),
    [
        (
            "Engagement 1 : Portail",
            {
                "Valeurs du gouvernement ouvert": "Participation citoyenne",
                "Responsable": "Comité de suivi",
                "Partenaires": "Associations",
                "Statut": "Achevé",
            },
        ),
        (
            "التزام 1: بوابة",
            {
                "قيم الحكومة المنفتحة": "المشاركة المواطنة",
                "المسؤول": "لجنة التتبع",
                "الشركاء": "المجتمع المدني",
                "الحالة": "منجز",
            },
        ),
        (
            "Compromiso 1: Portal",
            {
                "Valores": "Participación ciudadana",
                "Responsable": "Comité de seguimiento",
                "Contraparte": "Sociedad civil",
                "Estado": "Completado",
            },
        ),
        (
            "Commitment 1: Portal",
            {
                "OGP values": "Civic participation",
                "Responsible": "Follow-up committee",
                "Partners": "Civil society",
                "Status": "Completed",
            },
        ),
    ],
)
def test_the_line_below_a_label_answers_it_in_words_that_are_labels_elsewhere(
    form: str, title: str, asked: dict[str, str]
) -> None:
    blocks = [line for label, answer in asked.items() for line in (form.format(label), answer)]
    said = _only(f"# {title}", *blocks)
    answers = list(asked.values())
    assert said["ogp_values"] == [{"value": "civic_participation"}]
    assert _names(said["leads"]) == answers[1:2]
    assert _names(said["supporting"]) == answers[2:3]
    assert said["status"]["code"] == "completed"


def test_bold_lines_below_plain_labels_are_answers_and_no_headings() -> None:
    said = _only("# Engagement 1 : Portail", "Responsable :", "! Comité de suivi", "Objectif :", "! Informer mieux")
    assert _names(said["leads"]) == ["Comité de suivi"]
    assert said["objectives"] == {"fr": "Informer mieux"}


def test_further_lines_of_an_answer_are_no_labels_either() -> None:
    said = _only(
        "# Engagement 1 : Portail", "! Partenaires", "Commune voisine", "Associations", "! Objectif", "Informer"
    )
    assert _names(said["supporting"]) == ["Commune voisine", "Associations"]


def test_labels_without_an_answer_stay_labels() -> None:
    for form in ("! {}", "{} :"):
        lines = ["Responsable", "Partenaires", "DSI", "Objectif", "Budget", "100 DH"]
        blocks = [line if line in ("DSI", "100 DH") else form.format(line) for line in lines]
        said = _only("# Engagement 1 : Portail", *blocks)
        assert _names(said.pop("supporting")) == ["DSI"]
        assert set(said) == {"budget"}


def test_labels_below_a_common_heading_stay_labels() -> None:
    said = _only("# Engagement 1 : Portail", "## Institutions", "Responsable", "DSI", "## Budget", "100 DH")
    assert _names(said["leads"]) == ["DSI"]


def test_where_labels_and_answers_look_alike_it_is_said() -> None:
    blocks = ["# Engagement 1 : Portail", "Responsable", "Comité de suivi", "Objectif", "Informer", "Budget", "100 DH"]
    said = _only(*blocks)
    assert _names(said["leads"]) == ["Comité de suivi"]
    findings = [each for each in read_paper(*blocks).findings if each.params.get("value") == "Comité de suivi"]
    assert [each.code for each in findings] == ["import/assumed"]


def test_a_name_below_a_number_may_be_words_of_a_label() -> None:
    (plan,) = tree_of(read_paper("! Projet 1", "! Communication", "Objectif : informer"))["plans"]
    assert plan["commitments"][0]["title"] == {"fr": "Communication"}


@pytest.mark.parametrize("form", ["! {}", "{}:", "## {}"])
def test_the_action_of_a_named_commitment_is_no_other_object(form: str) -> None:
    for title, labels in (("Compromiso 1: Portal", "Problema Acción"), ("Engagement 1 : Portail", "Problème Action")):
        problem, action = map(form.format, labels.split())
        said = _only(f"# {title}", problem, "X", action, "Y")
        assert set(said) == {"problem", "action"}


def test_actions_name_commitments_where_nothing_else_does() -> None:
    made = read_paper("= Plan de acción 2025-2026", "! Acción", "Portal", "! Problema", "X", "! Acción", "Datos")
    (plan,) = tree_of(made)["plans"]
    assert [each["title"]["es"] for each in plan["commitments"]] == ["Portal", "Datos"]


def test_who_answers_last_does_not_sign() -> None:
    said = _only("# Engagement 1 : Portail", "! Objectif", "Informer", "! Responsable :", "Le Secrétaire général")
    assert _names(said["leads"]) == ["Le Secrétaire général"]


def test_minutes_read_such_answers_too() -> None:
    made = read_paper("= Compte rendu de l'atelier", "! Participants", "Associations", "! Problèmes", "* A", "* B")
    (workshop,) = tree_of(made)["workshops"]
    assert [each["party"]["name"] for each in workshop["participants"]] == [{"fr": "Associations"}]
    assert "import/label-unknown" not in codes_of(made)


def test_items_with_typed_bullets_are_no_labels() -> None:
    answer = ("- Associations", "- Université", "- Région")
    said = _only("# Projet 1 : Portail", "! 1. Partenaires", *answer, "! 2. Objectif", "Informer")
    assert _names(said["supporting"]) == ["Associations", "Université", "Région"]
    assert "group" not in said["supporting"][1]


def test_a_typed_bullet_may_stand_before_a_label() -> None:
    said = _only("# Projet 1 : Portail", "- Objectif :", "Informer", "- Budget", "100 DH")
    assert said["objectives"] == {"fr": "Informer"}
    assert said["budget"][0]["amount"]["value"] == "100"


def test_a_table_of_one_column_has_such_answers_too() -> None:
    asked = {"Intitulé du projet": "Portail", "Responsable": "Comité de suivi", "Partenaires": "Associations"}
    said = _only([[text] for pair in asked.items() for text in pair])
    assert _names(said["leads"]) == ["Comité de suivi"]
    assert _names(said["supporting"]) == ["Associations"]


def test_a_blank_form_answers_nothing() -> None:
    made = read_paper("# Projet 1 : Portail", "Objectif", "Responsable", "Partenaires", "Budget", "Échéance", "Statut")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert set(commitment) == {"number", "title"}


def test_labels_that_nobody_knows_end_the_answer_above() -> None:
    known = ("Objectif :", "Publier", "Couleur du lieu :", "Tous", "Responsable :", "DSI")
    made = read_paper("# Projet 1 : Portail", *known)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["objectives"] == {"fr": "Publier"}
    assert [each["label"] for each in commitment["x_unmapped"]] == ["Couleur du lieu :"]
    assert "import/label-unknown" in codes_of(made)


def test_a_line_over_a_list_introduces_it() -> None:
    lines = ("Objectif :", "Le projet vise à :", "* publier", "* former", "Responsable :", "DSI")
    said = _only("# Projet 1 : Portail", *lines)
    assert said["objectives"] == {"fr": "Le projet vise à :\npublier\nformer"}


def test_bold_labels_may_have_bullets() -> None:
    said = _only(
        "# المشروع 1: بوابة", "! • المسؤول", "لجنة التتبع", "! • الشركاء", "المجتمع المدني", "! • الهدف", "نشر"
    )
    assert (_names(said["leads"]), _names(said["supporting"])) == (["لجنة التتبع"], ["المجتمع المدني"])


def test_the_answer_in_a_box_below_its_question_may_be_words_of_a_label() -> None:
    said = _only("# Projet 1 : Portail", "! Responsable", [["Comité de suivi"]], "! Objectif", [["Publier"]])
    assert _names(said["leads"]) == ["Comité de suivi"]
    assert said["objectives"] == {"fr": "Publier"}


def test_a_label_of_a_list_below_a_question_without_answer_stays_one() -> None:
    said = _only("# Projet 1 : Portail", "Responsable :", "DSI", "Objectif :", "Activités", "* Publier", "* Former")
    assert [each["title"]["fr"] for each in said["milestones"]] == ["Publier", "Former"]
    assert "objectives" not in said


def test_words_of_a_label_below_a_bold_line_that_nobody_knows_are_kept() -> None:
    lines = ("! Objectif", "Informer", "! Ceux qui suivront le tout", "Associations", "! Budget", "100 DH")
    made = read_paper("# Projet 1 : Portail", *lines)
    assert list(unmapped(made).values()) == ["Associations"]
    assert "import/label-unknown" in codes_of(made)
