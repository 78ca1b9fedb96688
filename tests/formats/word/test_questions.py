"""Questions of forms that no table has: told by their interrogative and what they name."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.labels.labels import Labels

ASKED = {
    "leads": [
        "Personne ou service responsable",
        "Service ou personne responsable",
        "Qui est responsable ?",
        "Qui porte le projet ?",
        "Qui mettra en œuvre l’engagement ?",
        "Who is responsible for the implementation?",
        "من المسؤول عن التنفيذ؟",
        "الشخص أو المصلحة المسؤولة",
        "¿Quién es responsable?",
        "Persona o unidad responsable",
    ],
    "supporting": ["Qui sont les partenaires ?", "Avec quels partenaires ?", "Who are the partners?", "من هم الشركاء؟"],
    "problem": [
        "Quel est le problème public que l’engagement permettra de traiter ?",
        "Quel est le problème public ?",
        "ما هي المشكلة العمومية التي سيعالجها الالتزام؟",
        "¿Cuál es el problema público que se busca resolver?",
    ],
    "expected_results": [
        "Quels résultats sont attendus ?",
        "What results do we expect?",
        "¿Qué resultados se esperan?",
    ],
    "budget": ["Combien ça coûte ?", "How much does it cost?", "كم يكلف المشروع؟", "¿Cuánto cuesta?"],
    "start": ["Quand commence le projet ?", "When does it start?", "متى يبدأ المشروع؟", "¿Cuándo comienza?"],
    "end": ["Quand l’engagement sera-t-il achevé ?", "When will it end?", "متى ينتهي؟"],
    "causes": ["Quelles sont les causes du problème ?"],
    "values_why": [
        "Pourquoi cet engagement est-il pertinent au regard des valeurs de l’OGP ?",
        "لماذا يعتبر الالتزام ذا صلة بقيم الحكومة المنفتحة؟",
        "¿Por qué es relevante para los valores de OGP?",
    ],
    "solution_path": ["Comment le projet contribue-t-il à résoudre le problème ?", "How will it solve the problem?"],
    "action": [
        "Que ferons-nous ?",
        "What will we do?",
        "What will you do?",
        "Qu’allez-vous faire ?",
        "ماذا ستفعلون؟",
        "ماذا سننجز؟",
        "ما الذي سننفذه؟",
        "ماذا سنفعل؟",
        "¿Qué haremos?",
    ],
}


@pytest.mark.parametrize(("field", "question"), [(field, each) for field, all_ in ASKED.items() for each in all_])
def test_a_question_asks_for_what_its_interrogative_and_its_nouns_say(field: str, question: str) -> None:
    labels = Labels({})
    for text in (question, f"{question} :", question.replace("’", "'")):
        assert field in {each.field for each in labels.meanings(text) if each.concept == "commitment"}, text


@pytest.mark.parametrize(
    "question",
    [
        "Qui sommes-nous ?",
        "Que veut dire gouvernement ouvert ?",
        "Est-ce que le projet est utile ?",
        "هل المشروع مفيد؟",
        "Problème ou opportunité",
        "Le budget est-il suffisant ?",
        "Quel est le titre ?",
    ],
)
def test_other_questions_ask_for_nothing_known(question: str) -> None:
    assert Labels({}).meanings(question) == ()


def test_a_form_in_questions_is_read() -> None:
    made = read_paper(
        "# Engagement 1 : Portail",
        "! Quel est le problème public que l’engagement permettra de traiter ?",
        "Peu d’information",
        "! Quels résultats sont attendus ?",
        "Des données publiées",
        "! Qui est responsable ?",
        "Comité de suivi",
        "! Combien ça coûte ?",
        "100 000 DH",
    )
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["problem"] == {"fr": "Peu d’information"}
    assert commitment["expected_results"] == {"fr": "Des données publiées"}
    assert commitment["leads"] == [{"name": {"fr": "Comité de suivi"}}]
    assert commitment["budget"][0]["amount"]["value"] == "100000"


@pytest.mark.parametrize(
    "question",
    [
        "Quel est le problème public que l’engagement permettra de résoudre ?",
        "Quel problème public l’engagement permettra-t-il de résoudre ?",
        "What is the public problem that the commitment will help solve?",
        "¿Qué problema ayudará a resolver el compromiso?",
        "ما هي المشكلة العامة التي سيساهم الالتزام في حلها؟",
    ],
)
def test_a_question_for_the_problem_does_not_ask_how_it_is_solved(question: str) -> None:
    assert {each.field for each in Labels({}).meanings(question)} == {"problem"}


@pytest.mark.parametrize(
    "question",
    [
        "What will we do to solve the problem?",
        "Que fera-t-on pour résoudre le problème ?",
        "ماذا سنفعل لحل المشكل؟",
        "¿Qué haremos para resolver el problema?",
    ],
)
def test_a_question_what_will_be_done_does_not_ask_for_the_problem(question: str) -> None:
    assert {each[:2] for each in Labels({}).meanings(question)} == {("commitment", "action")}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What we will do about it", "action"),
        ("What the council will do", "action"),
        ("Ce que nous ferons pour y remédier", "action"),
        ("ما سنفعله حيال ذلك", "action"),
        ("Lo que haremos al respecto", "action"),
        ("What is wrong today", "problem"),
        ("Ce qui ne va pas aujourd’hui", "problem"),
        ("ما الذي لا يسير على ما يرام", "problem"),
        ("Lo que no funciona hoy", "problem"),
    ],
)
def test_labels_in_plain_words(label: str, field: str) -> None:
    made = read_paper("= Open government plan 2025-2027", "# Commitment 1: Portal", f"{label}: Votes, votes")
    (commitment,) = commitments_of(made)
    assert list(commitment[field].values()) == ["Votes, votes"]
    assert "description" not in commitment
    assert unmapped(made) == {}


@pytest.mark.parametrize("text", ["What we will do in 2026 depends on funds.", "What we do is clear."])
def test_words_that_say_more_than_a_label_are_none(text: str) -> None:
    made = read_paper("= Open government plan 2025-2027", "# Commitment 1: Portal", text)
    assert commitments_of(made)[0]["description"] == {"en": text}


@pytest.mark.parametrize(
    "text",
    [
        "Where the idea came from: Residents asked for it.",
        "Ce que les habitants en ont dit : ils veulent voter.",
        "Lo que dijeron las vecinas y vecinos: quieren votar.",
    ],
)
def test_a_label_that_nobody_knows_is_no_description(text: str) -> None:
    made = read_paper("= Open government plan 2025-2027", "# Commitment 1: Portal", text)
    assert "description" not in commitments_of(made)[0]
    assert list(unmapped(made).values()) == [text]


def test_a_sentence_with_a_colon_is_a_description() -> None:
    text = "The council publishes the votes of each of its members: all of them."
    made = read_paper("= Open government plan 2025-2027", "# Commitment 1: Portal", text)
    assert commitments_of(made)[0]["description"] == {"en": text}


@pytest.mark.parametrize(
    ("label", "name", "unknown"),
    [
        ("Partenaires", "Université", "Risques"),
        ("الشركاء", "جمعية النور", "المخاطر"),
        ("Socios", "Universidad", "Riesgos"),
    ],
)
def test_a_word_that_nobody_reads_alone_on_its_line_ends_a_list(label: str, name: str, unknown: str) -> None:
    made = read_paper("= Plan 2026-2028", "# Engagement 1 : Portail", label, name, unknown, "Alpha beta gamma")
    (commitment,) = commitments_of(made)
    assert [list(each["name"].values()) for each in commitment["supporting"]] == [[name]]
    assert [(each["label"], each["text"]) for each in commitment["x_unmapped"]] == [(unknown, "Alpha beta gamma")]


def test_minutes_of_a_follow_up_in_other_words_report_on_projects() -> None:
    rows = [["الالتزام", "نسبة الإنجاز", "الملاحظات"], ["بوابة", "70%", "تأخر"], ["مجلس", "100%", "منجز"]]
    tree = tree_of(read_paper("= ملخص اجتماع لجنة التتبع", "التاريخ: 10/10/2026", "الحضور: 9 أعضاء", rows))
    found = [(each["progress"], each["date"]) for each in tree["progress_updates"]]
    assert found == [(70, "2026-10-10"), (100, "2026-10-10")]


def test_a_question_that_nobody_knows_ends_the_answer_to_one_that_is_known() -> None:
    made = read_paper(
        *(
            "= Open government plan 2025-2027",
            "# Commitment 1: Dashboard",
            "What is the current situation?",
            "PDFs only.",
        ),
        *("The council asks: who reads them?", "How many colours will it have?", "Three."),
        *("What will you do?", "Build a dashboard."),
    )
    (commitment,) = commitments_of(made)
    assert commitment["status_quo"] == {"en": "PDFs only.\nThe council asks: who reads them?"}
    assert commitment["action"] == {"en": "Build a dashboard."}
    kept = [(each["label"], each["text"]) for each in commitment["x_unmapped"]]
    assert kept == [("How many colours will it have?", "Three.")]


@pytest.mark.parametrize("behind", [[], ["# Engagement 2 : Carte", "Responsable : DSI"]])
def test_the_last_line_below_a_heading_that_nobody_knows_is_kept_though_it_is_a_label(behind: list[str]) -> None:
    blocks = ["= Plan d’action 2025", "# Engagement 1 : Portail", "## Remarques du rapporteur", "Budget", *behind]
    made = read_paper(*blocks)
    assert commitments_of(made)[0]["x_unmapped"][0] | {"place": ""} == {
        "label": "Remarques du rapporteur",
        "text": "Budget",
        "place": "",
    }
    assert "import/label-unknown" in codes_of(made)


@pytest.mark.parametrize(
    ("plan", "heading", "why", "who"),
    [
        ("Plan d’action 2025", "Engagement 1 : Portail", "Pourquoi ?", "Qui ?"),
        ("Action plan 2025", "Commitment 1: Portal", "Why?", "Who?"),
        ("Plan de acción 2025", "Compromiso 1: Portal", "¿Por qué?", "¿Quién?"),
        ("خطة العمل 2025", "الالتزام 1: بوابة", "لماذا؟", "من؟"),
    ],
)
@pytest.mark.parametrize("in_table", [True, False])
def test_mere_interrogatives_ask_for_the_problem_and_who_leads(
    plan: str, heading: str, why: str, who: str, *, in_table: bool
) -> None:
    answers = [[why, "Abc"], [who, "DSI"]]
    blocks: list[object] = [answers] if in_table else [f"## {answers[0][0]}", "Abc", f"## {answers[1][0]}", "DSI"]
    (commitment,) = commitments_of(read_paper(f"= {plan}", f"# {heading}", *blocks))
    assert [*commitment["problem"].values()] == ["Abc"]
    assert [name for each in commitment["leads"] for name in each["name"].values()] == ["DSI"]


def test_why_is_not_asked_for_the_problem_where_it_is_reported_how_far_things_are() -> None:
    one = ["# Engagement 1 : Portail", "État d’avancement : en retard", "Pourquoi ?", "Marché infructueux."]
    other = ["# Engagement 2 : Carte", "État d’avancement : réalisé", "Difficultés : aucune"]
    made = read_paper("= Rapport de suivi du plan d’action 2025", *one, *other)
    assert not any("problem" in each for each in commitments_of(made))
