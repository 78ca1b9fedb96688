"""Letters that hold a plan, labels in other small words, captions of tables, and what is kept; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.letters import closes, is_caption, subject

FRENCH = [
    "Commune de Ville Inventée",
    "Objet : Plan d'action pour une commune ouverte 2026-2027",
    "Monsieur le Gouverneur,",
    "Engagement 1 : Publier le budget",
    "Le budget sera publié chaque année.",
    "Engagement 2 : Réunir un forum",
    "Un forum se réunira deux fois par an.",
    "Suivi",
    "Un comité se réunira chaque trimestre.",
    "Veuillez agréer, Monsieur le Gouverneur, l'expression de ma haute considération.",
    "Le Président du conseil",
]
ARABIC = [
    "الموضوع: خطة العمل من أجل جماعة منفتحة 2026-2027",
    "الالتزام 1: نشر الميزانية",
    "ستنشر الميزانية كل سنة.",
    "الالتزام 2: إحداث منتدى",
    "يجتمع المنتدى مرتين في السنة.",
    "التتبع",
    "تجتمع لجنة كل ثلاثة أشهر.",
    "وتفضلوا بقبول فائق الاحترام والتقدير.",
    "رئيس المجلس",
]


@pytest.mark.parametrize(("letter", "language", "kept"), [(FRENCH, "fr", 4), (ARABIC, "ar", 2)])
def test_a_letter_is_read_without_its_formulas(letter: list[str], language: str, kept: int) -> None:
    made = read_paper(*letter)
    (plan,) = tree_of(made)["plans"]
    first = next(line for line in letter if line.endswith("2026-2027"))
    assert plan["title"][language] == subject(first)
    assert plan["monitoring"][language] == letter[-3]
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert [one["description"][language] for one in plan["commitments"]] == [letter[-7], letter[-5]]
    assert "progress_updates" not in tree_of(made)
    assert len(plan["x_unmapped"]) == kept
    assert "import/pieces-kept" in codes_of(made)
    assert "import/plan-without-title" not in codes_of(made)


def test_a_formula_with_questions_behind_it_closes_nothing() -> None:
    made = read_paper(*FRENCH[:6], "Recevez les associations deux fois par an.", "Responsable : DSI")
    assert tree_of(made)["plans"][0]["commitments"][1]["leads"] == [{"name": {"fr": "DSI"}}]


def test_a_title_comes_before_the_subject_of_a_letter() -> None:
    made = read_paper("= Plan d'action de la ville inventée", *FRENCH)
    assert tree_of(made)["plans"][0]["title"] == {"fr": "Plan d'action de la ville inventée"}


def test_the_first_heading_is_the_title_where_nothing_else_is() -> None:
    made = read_paper("# Une commune ouverte", "## Engagement 1 : Portail", "Responsable : DSI")
    assert tree_of(made)["plans"][0]["title"] == {"fr": "Une commune ouverte"}
    assert "import/assumed" in codes_of(made)


def test_a_plan_without_title_says_so() -> None:
    made = read_paper("Note", "Engagement 1 : Portail", "Responsable : DSI")
    assert "title" not in tree_of(made)["plans"][0]
    assert "import/plan-without-title" in codes_of(made)


def test_what_each_commitment_says_of_its_progress_stays_its_own() -> None:
    made = read_paper(
        "= Plan d'action inventé",
        *("Engagement 1 : Portail", "Suivi", "Le portail est ouvert.", "Engagement 2 : Forum", "Suivi", "Rien encore."),
    )
    assert [one["text"]["fr"] for one in tree_of(made)["progress_updates"]] == [
        "Le portail est ouvert.",
        "Rien encore.",
    ]
    assert "monitoring" not in tree_of(made)["plans"][0]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Objet : Plan d'action 2026", "Plan d'action 2026"),
        ("Objet : Transmission du plan d'action 2026", "plan d'action 2026"),
        ("الموضوع: برنامج عمل الانفتاح", "برنامج عمل الانفتاح"),
        ("Asunto: Plan de acción", "Plan de acción"),
        ("Objet : Réunion du conseil", ""),
        ("Réf. : Plan d'action 2026", ""),
        ("Plan d'action 2026", ""),
    ],
)
def test_the_subject_of_a_letter(text: str, named: str) -> None:
    assert subject(text) == named


@pytest.mark.parametrize(
    "text", ["Veuillez agréer nos salutations", "وتفضلوا بقبول الاحترام", "Yours sincerely", "Atentamente"]
)
def test_closing_formulas(text: str) -> None:
    assert closes(text)
    assert not closes(f"Nous {text}")


@pytest.mark.parametrize(
    "caption", ["Jalons de l'engagement", "Étapes", "Activités", "Calendrier prévu des jalons", "مراحل الالتزام"]
)
def test_a_caption_of_a_table_is_no_description(caption: str) -> None:
    table = [["Jalon", "Date de fin"], ["Étude", "03/2026"], ["Mise en ligne", "12/2026"]]
    made = read_paper("= Plan d'action inventé", "Engagement 1 : Portail", caption, table)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert "description" not in commitment
    assert [step["due"] for step in commitment["milestones"]] == ["2026-03", "2026-12"]
    assert not unmapped(made)


def test_a_sentence_above_a_table_is_no_caption() -> None:
    assert not is_caption("Les étapes suivent le calendrier du conseil.")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Problème public à traiter", "problem"),
        ("Le problème public visé", "problem"),
        ("En quoi l'engagement contribue-t-il à résoudre le problème public (décrit ci-dessus) ?", "solution_path"),
        ("Service porteur de l'engagement", "leads"),
        ("Situation actuelle du projet", "status_quo"),
        ("المشكل العمومي المراد معالجته", "problem"),
        ("كيف يساهم هذا الالتزام في حل المشكل العمومي الوارد أعلاه؟", "solution_path"),
        ("What is the main public problem to be addressed?", "problem"),
    ],
)
def test_small_words_of_a_label_do_not_matter(label: str, field: str) -> None:
    meaning = choose(Labels({}).meanings(label), ["commitment"])
    assert meaning is not None
    assert meaning.field == field


@pytest.mark.parametrize(
    "text", ["Le projet", "Le budget sera publié", "L'engagement", "هذا المشروع", "Problème de voirie"]
)
def test_other_words_make_no_label(text: str) -> None:
    assert not Labels({}).meanings(text)


@pytest.mark.parametrize("answer", ["y", "public", "général", "Le projet"])
def test_an_answer_of_small_words_is_an_answer(answer: str) -> None:
    made = read_paper("= Plan d'action inventé", "Engagement 1 : Portail", f"Objectifs : {answer}")
    assert tree_of(made)["plans"][0]["commitments"][0]["objectives"] == {"fr": answer}


def test_a_question_nobody_knows_is_said_and_its_row_is_kept() -> None:
    rows: Any = [["Titre de l'engagement", "Portail"], ["Couleur préférée", "Vert"], ["Responsable", "DSI"]]
    made = read_paper(rows)
    assert {"Couleur préférée", "Vert"} <= set(unmapped(made)) | set(unmapped(made).values())
    assert [finding.params["text"] for finding in made.findings if finding.code == "import/label-unknown"] == [
        "Couleur préférée"
    ]


_STATE = [
    ["N°", "Engagement", "Service responsable", "Taux d'avancement", "État", "Réalisations", "Difficultés rencontrées"],
    ["1", "Publier le budget", "Finances", "60 %", "En cours", "Publié", "Aucune"],
]


@pytest.mark.parametrize(
    ("subject", "place", "title"),
    [
        (
            "Objet : État d’avancement du programme de la commune ouverte 2024-2026 au 30 juin 2025",
            "Ras Tamda, le 10 juillet 2025",
            "programme de la commune ouverte 2024-2026",
        ),
        (
            "الموضوع: حالة تقدم برنامج الجماعة المنفتحة 2024-2026 إلى غاية 30 يونيو 2025",
            "رأس تامدة في 10 يوليوز 2025",
            "برنامج الجماعة المنفتحة 2024-2026",
        ),
        (
            "Asunto: Estado de avance del plan de acción 2024-2026 al 30 de junio de 2025",
            "Ciudad, 10 de julio de 2025",
            "plan de acción 2024-2026",
        ),
        (
            "Subject: Progress report on the open government action plan 2024-2026 as of 30 June 2025",
            "City, 10 July 2025",
            "open government action plan 2024-2026",
        ),
    ],
)
def test_the_subject_of_a_letter_names_the_plan_and_the_day_on_which_things_stood_so(
    subject: str, place: str, title: str
) -> None:
    made = read_paper(
        place, "A Monsieur le Gouverneur", subject, "Monsieur,", "# ANNEXE : TABLEAU D’AVANCEMENT", _STATE
    )
    tree = tree_of(made)
    (plan,) = tree["plans"]
    (update,) = tree["progress_updates"]
    assert list(plan["title"].values()) == [title]
    assert plan["period"] == {"start": "2024", "end": "2026"}
    assert update["date"] == "2025-06-30"
    assert "challenges" not in update
    assert "Aucune" in unmapped(made).values()
    assert place in unmapped(made).values()


def test_the_day_of_a_letter_is_that_of_its_report_where_nothing_else_is_said() -> None:
    made = read_paper(
        "Ras Tamda, le 10 juillet 2025", "Objet : Transmission", "# ANNEXE : Programme d’action 2024-2026", _STATE
    )
    tree = tree_of(made)
    assert tree["progress_updates"][0]["date"] == "2025-07-10"
    assert tree["plans"][0]["title"] == {"fr": "Programme d’action 2024-2026"}
    assert "import/assumed" in codes_of(made)


@pytest.mark.parametrize(
    "heading", ["ANNEXE : Programme d’action 2024-2026", "Annexe 1 - Programme d’action 2024-2026"]
)
def test_the_heading_of_an_annex_far_down_names_the_plan(heading: str) -> None:
    head = [
        "ROYAUME DU MAROC",
        "Secrétariat",
        "N° 12",
        "Ras Tamda, le 3 mars 2025",
        "A Monsieur le Gouverneur",
        "Monsieur,",
    ]
    made = read_paper(
        *head, "Ci-joint le programme.", f"# {heading}", [["N°", "Engagement", "Responsable"], ["1", "A", "B"]]
    )
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": "Programme d’action 2024-2026"}
    assert plan["period"] == {"start": "2024", "end": "2026"}


@pytest.mark.parametrize("line", ["Référence : 12/2025", "المرجع: رسالتكم عدد 12", "Ref: 12/2025"])
def test_the_reference_of_a_letter_is_no_commitment(line: str) -> None:
    made = read_paper(line, "= Plan d’action 2024-2026", [["N°", "Engagement", "Responsable"], ["1", "A", "B"]])
    assert [each["number"] for each in tree_of(made)["plans"][0]["commitments"]] == ["1"]
    assert line in unmapped(made).values()
