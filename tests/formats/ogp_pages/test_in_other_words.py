"""Pages whose questions, headings and names a machine or an officer put in other words, each made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.ogp_pages.made_up import COMMITMENT
from tests.formats.ogp_pages.test_pages import codes, reading, tree_of, unaccounted

_HEADS = {
    "es": (
        "Medellín, Colombia\nPlan de acción – Medellín, Colombia, 2024 – 2027\nDescripción\nDuración\n31 dic 2027\n",
        "Prólogo(s)",
        "Desafíos, oportunidades y visión estratégica de gobierno abierto",
        "¿Cuál es la visión a largo plazo del gobierno abierto en su contexto y jurisdicción?",
        "¿Qué tipo de arreglos institucionales existen para coordinar entre las agencias?",
        "¿Quiénes participaron en estos espacios?",
        "Proporcione los datos de contacto del organismo de monitoreo",
    ),
    "fr": (
        "Dakar, Senegal\nPlan d'action – Dakar, Senegal, 2024 – 2027\nDescription\nDurée\n31 déc. 2027\n",
        "Avant-propos",
        "Défis, opportunités et vision stratégique du gouvernement ouvert",
        "Quelle est la vision à long terme du gouvernement ouvert dans votre contexte et juridiction ?",
        "Quels arrangements institutionnels sont en place pour assurer la coordination des services ?",
        "Qui a participé à ces espaces ?",
        "Veuillez fournir les coordonnées de l'organe de suivi",
    ),
    "en": (
        "Leeds, Canada\nAction plan – Leeds, Canada, 2024 – 2027\nDescription\nDuration\nDec 31, 2027\n",
        "Foreword(s)",
        "Open Government Challenges, Opportunities and Strategic Vision",
        "What is the vision of open government in the long term?",
        "What arrangements are in place to coordinate the departments? Please name all of them",
        "Who participated in these spaces?",
        "Please provide the contact details of the monitoring body",
    ),
}


@pytest.mark.parametrize("language", list(_HEADS))
def test_a_question_ends_the_answer_above_it(language: str) -> None:
    head, foreword, part, vision, coordination, unknown, contact = _HEADS[language]
    lines = (foreword, "Alpha.", part, vision, "Beta.", coordination, "Gamma.", unknown, "Delta.")
    text = head + "\n".join((*lines, contact, "Maria Beispiel", "maria@example.org"))
    done = reading(text)
    (plan,) = tree_of(done)["plans"]
    assert plan["foreword"] == {language: "Alpha."}
    assert plan["strategic_vision"] == {language: "Beta."}
    assert plan["coordination"] == {language: "Gamma."}
    assert [(each["label"], each["text"]) for each in plan["x_unmapped"]] == [(unknown, "Delta.")]
    assert {"import/label-unknown", "import/contact-left-out"} <= codes(done)
    assert "Maria" not in f"{plan} {done.account and done.account.as_dict()}"
    assert unaccounted(done, text) == []


def test_two_questions_for_one_thing_and_contacts_within_a_text() -> None:
    text = _HEADS["en"][0] + "\n".join(
        [
            *("Foreword(s)", "Write to me at alpha@example.org today."),
            *("How will you regularly check in on progress with implementing agencies?", "Monthly."),
            *("How will you share the results of your monitoring with the public?", "On the web."),
        ]
    )
    (plan,) = tree_of(reading(text))["plans"]
    assert plan["monitoring"] == {"en": "Monthly.\nOn the web."}
    assert "example.org" not in plan["foreword"]["en"]


def _national(*lines: str) -> Any:
    done = reading("Ruritanie\nUn portail (RU0007)\nAperçu\nD'un coup d'œil\nPlan d'action: Plan d'action – Ruritanie, "
                   "2024 – 2026\n" + "\n".join(lines))  # fmt: skip
    return done, tree_of(done)["plans"][0]["commitments"][0]


@pytest.mark.parametrize(
    "heading",
    ["Activité d’étape avec un livrable vérifiable", "Activité jalon avec un livrable vérifiable", "Jalons"],
)
def test_headings_of_milestones_are_no_milestone_and_the_foot_of_a_page_is_none(heading: str) -> None:
    done, commitment = _national(
        *("Description", "Quel est l'engagement ?", "Publier."),
        f"{heading} | Date de début: | Date de fin:",
        "Inventaire | janv. 2025 | mars 2025",
        *("Partenariat pour un gouvernement ouvert", "Politique de confidentialité"),
    )
    assert [(each["title"], each["start"], each["due"]) for each in commitment["milestones"]] == [
        ({"fr": "Inventaire"}, "2025-01", "2025-03")
    ]
    assert "x_unmapped" not in commitment
    assert done.account is not None


def test_what_a_page_keeps_is_said() -> None:
    done, commitment = _national(
        "Description", "Pourquoi cet engagement est-il pertinent pour les valeurs OGP?", "Alpha."
    )
    assert [each["text"] for each in commitment["x_unmapped"]] == ["Alpha."]
    (said,) = [finding for finding in done.findings if finding.code == "import/pieces-kept"]
    assert said.params == {"count": 1, "text": "Alpha.", "places": ("L8",)}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Association des maires, Institut local, Réseau des jeunes", 3),
        ("Secrétariat général, Division du budget", 1),
        ("Friends of Permits, Ltd", 1),
    ],
)
def test_bodies_of_one_line(words: str, names: int) -> None:
    done, commitment = _national(f"Institution(s) d'appui : {words}")
    assert len(commitment["supporting"]) == names
    assert ("import/bodies-not-split" in codes(done)) is (names == 1)


@pytest.mark.parametrize("heading", ["Visión general", "Panorámica"])
def test_a_heading_above_the_labels_describes_no_commitment(heading: str) -> None:
    text = f"""<html><body><h1>Registro de ensayo (COXXX0002)</h1><h2>{heading}</h2><h3>De un vistazo</h3>
    <p>Inicio del compromiso: Ene 2025</p><p>Valor OGP:</p><ul><li>Responsabilidad pública</li></ul>
    <h2>Descripción</h2><h4>Problema</h4><p>Alfa.</p><h4>Acción</h4><p>Beta.</p></body></html>"""
    (plan,) = tree_of(reading(text))["plans"]
    (commitment,) = plan["commitments"]
    assert "description" not in commitment
    assert commitment["ogp_values"] == [{"value": "public_accountability"}]
    assert ("x_unmapped" in commitment) is (heading == "Panorámica")


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("Étapes", "fr"),
        ("Jalons de l'engagement", "fr"),
        ("Étapes de mise en œuvre", "fr"),
        ("Implementation steps", "en"),
        ("Etapas del compromiso", "es"),
    ],
)
def test_steps_of_a_commitment_stand_below_other_words_too(heading: str, language: str) -> None:
    asked = {
        "fr": ("Titre de l'engagement", "Comment l'engagement contribuera-t-il à promouvoir la transparence ?"),
        "en": ("Commitment Title", "How will the commitment promote transparency?"),
        "es": ("Título del compromiso", "¿Cómo promoverá el compromiso la transparencia?"),
    }[language]
    lines = ("Portail (MAXXX0001)", "", asked[0], "", "Portail", "", asked[1], "", "Alpha.", "", heading, "")
    steps = ("Beta", "Apr 2025 – Sep 2025", "", "Gamma", "Oct 2025 – Dec 2025")
    done = reading("\n".join([*lines, *steps]))
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    assert [each["start"] for each in commitment["milestones"]] == ["2025-04", "2025-10"]
    (value,) = commitment["ogp_values"]
    assert (value["value"], list(value["why"].values())) == ("access_to_information", ["Alpha."])
    assert "x_unmapped" not in commitment


@pytest.mark.parametrize(
    "label",
    [
        "Stakeholder(s) Responsible for the Commitment",
        "Responsible Stakeholder(s)",
        "Parties prenantes responsables de l'engagement",
        "Actor(es) responsable(s) del compromiso",
    ],
)
def test_who_is_responsible_below_the_policy_area_is_no_policy_area(label: str) -> None:
    page = COMMITMENT.replace(
        "Milestones\n", f"Primary Policy Area\n\nWater & Sanitation\n\n{label}\n\nMade-up Service\n\nMilestones\n"
    )
    imported = reading(page)
    (commitment,) = tree_of(imported)["plans"][0]["commitments"]
    assert {"name": {"en": "Made-up Service"}} in commitment["leads"]
    assert not any(each.params.get("text") == label for each in imported.findings if each.code == "import/code-unknown")
