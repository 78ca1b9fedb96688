"""Reports on a plan and minutes of those who follow it, each made up, against what a careful person reads."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_HEAD = ["= Rapport de suivi du plan d’action de la commune d’Agadir 2024-2026", "! Premier semestre 2025"]


def _updates(made: Any) -> Any:
    return tree_of(made)["progress_updates"]


def _plan(made: Any) -> Any:
    (plan,) = tree_of(made)["plans"]
    return plan


def test_each_commitment_of_a_report_has_an_update_of_its_own() -> None:
    made = read_paper(
        *_HEAD,
        *("# Engagement 1 : Portail", "Réalisations", "Cahier rédigé.", "Consultation lancée.", "Défis", "Retard."),
        *("Taux d’avancement : 0 %", "État : En cours", "Preuves : https://example.org/cc.pdf"),
        *("# Engagement 2 : Budget", "Réalisations", "Forums tenus.", "Défis", "Peu de moyens."),
        *("# Conclusion", "Le plan avance."),
    )
    when = {"period": {"start": "2025-H1", "end": "2025-H1"}}
    assert _updates(made) == [
        {
            "target": "@Portail",
            "text": {"fr": "Cahier rédigé.\nConsultation lancée."},
            "challenges": {"fr": "Retard."},
            "progress": 0,
            "status": {"code": "in_progress", "original": "En cours"},
            "evidence": [{"url": "https://example.org/cc.pdf"}],
            **when,
        },
        {"target": "@Budget", "text": {"fr": "Forums tenus."}, "challenges": {"fr": "Peu de moyens."}, **when},
    ]
    plan = _plan(made)
    assert (plan["title"]["fr"], plan["period"]) == (
        "plan d’action de la commune d’Agadir 2024-2026",
        {"start": "2024", "end": "2026"},
    )
    first, second = plan["commitments"]
    assert (first["progress"], first["status"]["as_of"]) == (0, "2025-H1")
    assert second.keys() == {"number", "title"}
    assert plan["x_unmapped"] == [{"label": "Conclusion", "text": "Le plan avance.", "place": "paragraph 18"}]
    assert codes_of(made).count("import/assumed") == 4  # title, period of the plan, framework, period of the report


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Situation arrêtée au 31 décembre 2025", {"date": "2025-12-31"}),
        ("Période de suivi : T2 2026", {"period": {"start": "2026-Q2", "end": "2026-Q2"}}),
        ("Période : janvier à juin 2026", {"period": {"start": "2026-01", "end": "2026-06"}}),
        ("Date du rapport : 5 juillet 2026", {"date": "2026-07-05"}),
        ("Exercice 2025", {"period": {"start": "2025", "end": "2025"}}),
        ("برسم سنة ٢٠٢٥", {"period": {"start": "2025", "end": "2025"}}),
    ],
)
def test_when_a_report_was_written_and_for_which_period(line: str, said: dict[str, Any]) -> None:
    made = read_paper("= Rapport d’avancement n° 2", line, "# Engagement 1 : Portail", "Réalisations : cahier rédigé")
    (update,) = _updates(made)
    assert {key: update[key] for key in ("date", "period") if key in update} == said
    assert unmapped(made) == {}
    assert "import/report-without-date" not in codes_of(made)


@pytest.mark.parametrize("head", ["Exercice 2025", "برسم سنة 2025"])
def test_the_day_of_signature_leaves_the_year_that_a_report_is_for(head: str) -> None:
    signed = "Fait à Ville Inventée, le 12 janvier 2026", "Le Président du Conseil"
    answers = "# Engagement 1 : Portail", "Réalisations : cahier rédigé"
    (update,) = _updates(read_paper("= Rapport d’avancement n° 2", head, *answers, *signed))
    assert (update["date"], update["period"]) == ("2026-01-12", {"start": "2025", "end": "2025"})
    dated = read_paper("= Rapport d’avancement n° 2", head, "Situation au 30 juin 2025", *answers, *signed)
    assert (_updates(dated)[0]["date"], "period" in _updates(dated)[0]) == ("2025-06-30", False)


def test_a_report_that_says_nowhere_when_is_said() -> None:
    made = read_paper("= Rapport d’avancement n° 2", "# Engagement 1 : Portail", "Réalisations : cahier rédigé")
    assert "import/report-without-date" in codes_of(made)


def test_answers_in_tables_below_headings() -> None:
    rows = [["Réalisations", "Forums"], ["Défis", "Peu de participants"], ["Taux d’avancement", "0 %"]]
    made = read_paper(*_HEAD, "## Engagement 1 : Portail", rows, "## Engagement 2 : Budget", rows)
    assert [(each["text"], each["challenges"], each["progress"]) for each in _updates(made)] == [
        ({"fr": "Forums"}, {"fr": "Peu de participants"}, 0)
    ] * 2


def test_a_table_of_commitments_with_what_became_of_them() -> None:
    made = read_paper(
        "= Bilan à mi-parcours du programme d’action 2025-2027 — T2 2026",
        [
            ["N°", "Engagement", "État d’avancement", "Taux", "Réalisations", "Difficultés", "Prochaines étapes"],
            ["1", "Portail", "En cours", "40 %", "Cahier", "Retard", "Appel d’offres"],
            ["2", "Budget", "Non démarré", "0 %", "", "Pas de budget", "Vote"],
        ],
    )
    first, second = _updates(made)
    assert (first["text"], first["challenges"], first["next_steps"], first["progress"]) == (
        {"fr": "Cahier"},
        {"fr": "Retard"},
        {"fr": "Appel d’offres"},
        40,
    )
    assert (second["progress"], second["status"]["code"], "text" in second) == (0, "not_started", False)
    assert _plan(made)["title"] == {"fr": "programme d’action 2025-2027"}


@pytest.mark.parametrize(
    ("blocks", "text", "challenges", "next_steps"),
    [
        (
            [
                "= Progress report: Open Government Action Plan 2025-2027",
                "Reporting period: January to June 2026",
                "# Commitment 1: Portal",
                "Achievements:",
                "* Terms",
                "* Tender",
                "Challenges: late",
                "Progress: 40%",
                "Next steps: award",
            ],
            {"en": "Terms\nTender"},
            {"en": "late"},
            {"en": "award"},
        ),
        (
            [
                "= Informe de seguimiento del plan de acción 2025-2027",
                "Fecha de corte: 30 de junio de 2026",
                "# Compromiso 1: Portal",
                "Avances: pliego redactado",
                "Dificultades: retraso",
                "Porcentaje de avance: 40%",
                "Próximos pasos: licitación",
            ],
            {"es": "pliego redactado"},
            {"es": "retraso"},
            {"es": "licitación"},
        ),
        (
            [
                "= تقرير تتبع تنفيذ برنامج عمل الانفتاح 2025-2027",
                "فترة التتبع: الفصل الأول من سنة 2026",
                "# المشروع الأول: البوابة",
                "المنجزات: إعداد دفتر التحملات",
                "الصعوبات: تأخر الصفقة",
                "نسبة الإنجاز: 40%",
                "الخطوات المقبلة: طلب العروض",
            ],
            {"ar": "إعداد دفتر التحملات"},
            {"ar": "تأخر الصفقة"},
            {"ar": "طلب العروض"},
        ),
    ],
)
def test_reports_in_other_languages(
    blocks: list[str], text: dict[str, str], challenges: dict[str, str], next_steps: dict[str, str]
) -> None:
    made = read_paper(*blocks)
    (update,) = _updates(made)
    assert (update["text"], update["challenges"], update["next_steps"], update["progress"]) == (
        text,
        challenges,
        next_steps,
        40,
    )
    assert update.keys() & {"date", "period"}
    assert unmapped(made) == {}


def test_minutes_of_a_follow_up_committee_are_a_meeting_and_updates() -> None:
    made = read_paper(
        "= Compte rendu de la réunion du comité de suivi du plan d’action 2025-2027",
        *("Commune d’Agadir", "Date : 12 mars 2026", "Lieu : Salle de l’hôtel de ville"),
        *("Présents :", "* Association Souss Transparence", "## Ordre du jour", "* État d’avancement", "* Divers"),
        *("## Engagement 1 : Portail", "Réalisations : cahier rédigé.", "Difficultés : retard du marché."),
        *("Taux d’avancement : 40 %", "Prochaines étapes : appel d’offres."),
        *("## Engagement 2 : Budget", "Difficultés :", "* Manque de personnel", "* Budget non voté"),
        *("Taux d’avancement : 0 %", "## Recommandations générales", "* Publier les comptes rendus"),
        "Fait à Agadir, le 15 mars 2026",
    )
    (workshop,) = tree_of(made)["workshops"]
    assert (workshop["kind"], workshop["date"], workshop["agenda"]) == (
        "follow_up",
        "2026-03-12",
        [{"fr": "État d’avancement"}, {"fr": "Divers"}],
    )
    assert workshop["contributions"] == [{"kind": "recommendation", "text": {"fr": "Publier les comptes rendus"}}]
    first, second = _updates(made)
    assert (first["challenges"], first["progress"], first["date"]) == ({"fr": "retard du marché."}, 40, "2026-03-12")
    assert (second["challenges"], second["progress"], second["date"]) == (
        {"fr": "Manque de personnel\nBudget non voté"},
        0,
        "2026-03-12",
    )
    assert [each["title"]["fr"] for each in _plan(made)["commitments"]] == ["Portail", "Budget"]
    assert _plan(made)["collectivities"] == workshop["collectivities"] == ["@Agadir"]
    assert unmapped(made) == {"paragraph 22": "Fait à Agadir, le 15 mars 2026"}


def test_minutes_with_one_table_of_commitments() -> None:
    made = read_paper(
        *("! PROCÈS-VERBAL DE LA RÉUNION DU COMITÉ DE SUIVI", "! Réunion du 3 février 2026"),
        [["Engagement", "Réalisations", "Contraintes", "Taux"], ["1. Portail", "Cahier", "Retard", "40 %"]],
        *("! Recommandations", "* Relancer le prestataire"),
    )
    (update,) = _updates(made)
    assert (update["target"], update["challenges"], update["date"]) == ("@Portail", {"fr": "Retard"}, "2026-02-03")
    (workshop,) = tree_of(made)["workshops"]
    assert [each["text"] for each in workshop["contributions"]] == [{"fr": "Relancer le prestataire"}]


def test_difficulties_of_a_workshop_are_problems_still() -> None:
    made = read_paper(
        *(
            "= Compte rendu de l’atelier de co-création",
            "## Groupe 1 : Transparence",
            "Difficultés",
            "* Peu de données",
        ),
        *("Propositions", "* Un portail"),
    )
    tree = tree_of(made)
    assert "progress_updates" not in tree
    (group,) = tree["workshops"][0]["working_groups"]
    assert [each["kind"] for each in group["contributions"]] == ["problem", "proposal"]


def test_what_became_of_a_commitment_stands_in_a_plan_as_well() -> None:
    made = read_paper(
        "= Plan d’action 2025-2027",
        *("# Engagement 1 : Portail", "Problème : P1", "Réalisations : R1", "Défis : D1"),
        *("# Engagement 2 : Budget", "Problème : P2", "Réalisations : R2"),
    )
    assert [(each["target"], each["text"]["fr"]) for each in _updates(made)] == [("@Portail", "R1"), ("@Budget", "R2")]
    assert _updates(made)[0]["challenges"] == {"fr": "D1"}
    assert _plan(made).keys() & {"achievements", "challenges"} == set()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("40 % — mise en ligne prévue", (40, None)),
        ("En cours", (None, "in_progress")),
        ("Les travaux ont démarré en mars dernier", (None, None)),
    ],
)
def test_how_far_something_is(answer: str, expected: tuple[int | None, str | None]) -> None:
    made = read_paper(*_HEAD, "# Engagement 1 : Portail", f"Avancement : {answer}", "Difficultés : retard")
    (update,) = _updates(made)
    assert (update.get("progress"), update.get("status", {}).get("code")) == expected
    if expected == (None, None):
        assert update["text"] == {"fr": answer}


@pytest.mark.parametrize(
    ("title", "plan", "period"),
    [
        ("Plan d’action 2025-2027 : état d’avancement au 31/12/2025", "Plan d’action 2025-2027", {}),
        (
            "Rapport annuel du programme d’action 2025-2027 (année 2025)",
            "programme d’action 2025-2027",
            {"start": "2025", "end": "2025"},
        ),
        (
            "تقرير حول تتبع تنفيذ برنامج عمل جماعة أكادير 2025-2027",
            "برنامج عمل جماعة أكادير 2025-2027",
            {},
        ),
    ],
)
def test_the_plan_has_its_own_name_in_the_title_of_a_report(title: str, plan: str, period: dict[str, str]) -> None:
    made = read_paper(f"= {title}", "# Engagement 1 : Portail", "Réalisations : R", "Difficultés : D")
    assert list(_plan(made)["title"].values()) == [plan]
    assert _updates(made)[0].get("period", {}) == period


def test_activities_are_reported_on_as_well() -> None:
    made = read_paper(
        *_HEAD,
        "# Engagement 1 : Portail",
        [["Activité", "Réalisé", "Difficultés"], ["Convocation", "Lettres envoyées", "-"]],
        "Difficultés signalées : serveur",
    )
    step, commitment = _updates(made)
    assert (step["target"], step["text"], "challenges" in step) == (
        "@Convocation",
        {"fr": "Lettres envoyées"},
        False,
    )
    assert (commitment["target"], commitment["challenges"]) == ("@Portail", {"fr": "serveur"})


def test_words_without_a_label_tell_what_was_done_and_that_is_said() -> None:
    made = read_paper(*_HEAD, "# Engagement 1 : Portail", "Le site est en ligne.", "Difficultés : retard")
    (update,) = _updates(made)
    assert update["text"] == {"fr": "Le site est en ligne."}
    assert "text" in [finding.params.get("field") for finding in made.findings if finding.code == "import/assumed"]


def test_numbered_chapters_of_minutes_are_no_commitments() -> None:
    made = read_paper(
        *("= Compte rendu du comité de suivi n° 3", "Réunion du 12 mars 2026"),
        *("# 1. Ouverture", "Le président ouvre la séance.", "# 2. État d’avancement"),
        *("## Engagement 1 : Portail", "Réalisations : R1", "Avancement : 40 %"),
        *("## Engagement 2 : Forum", "Réalisations : R2", "Avancement : 0 %"),
        *("# 3. Clôture", "La séance est levée à 12 h."),
    )
    assert [each["title"]["fr"] for each in _plan(made)["commitments"]] == ["Portail", "Forum"]
    assert [each["progress"] for each in _updates(made)] == [40, 0]
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["summary"] == {"fr": "La séance est levée à 12 h."}


def test_a_table_for_each_commitment_in_minutes() -> None:
    def form(name: str, rate: str) -> list[list[str]]:
        return [[name, "<"], ["Réalisations", "R"], ["Difficultés", "D"], ["Taux d’avancement", rate]]

    made = read_paper(
        *("= Compte rendu de la réunion du comité de suivi", "Date : 12 mars 2026"),
        *(form("Engagement 1 : Portail", "40 %"), form("Engagement 2 : Forum", "0 %")),
    )
    assert [(each["target"], each["progress"], each["challenges"]["fr"]) for each in _updates(made)] == [
        ("@Portail", 40, "D"),
        ("@Forum", 0, "D"),
    ]
    assert unmapped(made) == {}


def test_the_period_of_the_report_is_not_that_of_the_plan() -> None:
    made = read_paper(
        *("= Rapport semestriel de suivi du plan d’action 2025-2027", "Période couverte : janvier – juin 2026"),
        *("Date d’établissement : 10 juillet 2026", "# Engagement 1 : Portail", "## Réalisations", "* R1", "* R2"),
        *("## Taux d’avancement", "0 %"),
    )
    (update,) = _updates(made)
    assert (update["period"], update["date"], update["progress"], update["text"]) == (
        {"start": "2026-01", "end": "2026-06"},
        "2026-07-10",
        0,
        {"fr": "R1\nR2"},
    )
    assert _plan(made)["period"] == {"start": "2025", "end": "2027"}


@pytest.mark.parametrize(
    ("done", "ahead"),
    [
        ("Réalisations du semestre", "Actions prévues pour le prochain semestre"),
        ("Réalisations au cours du trimestre écoulé", "Prévisions pour le trimestre suivant"),
        ("Activités réalisées durant la période", "Programme de travail de la période à venir"),
        ("المنجزات خلال الفترة", "الأنشطة المبرمجة للفترة المقبلة"),
        ("الإنجازات خلال السداسي المنصرم", "البرمجة خلال السداسي القادم"),
        ("Achievements during the quarter", "Planned activities for the next quarter"),
        ("Actividades realizadas en el trimestre", "Actividades previstas para el próximo trimestre"),
    ],
)
@pytest.mark.parametrize("table", [False, True])
def test_labels_may_end_with_the_time_of_the_report_or_the_one_to_come(done: str, ahead: str, *, table: bool) -> None:
    words = [("Taux d’avancement", "40 %"), (done, "AAA"), ("Difficultés rencontrées", "BBB"), (ahead, "CCC")]
    lines = [[list(pair) for pair in words]] if table else [f"{label} : {value}" for label, value in words]
    made = read_paper(*_HEAD, "# Projet 1 : Portail", *lines)
    (update,) = _updates(made)
    said = {field: list(update[field].values()) for field in ("text", "challenges", "next_steps")}
    assert said == {"text": ["AAA"], "challenges": ["BBB"], "next_steps": ["CCC"]}
    assert update["progress"] == 40
    assert unmapped(made) == {}


def test_the_rate_of_one_half_year_is_no_rate_of_all() -> None:
    made = read_paper(*_HEAD, "# Projet 1 : Portail", "Réalisations : AAA", "Taux d’avancement du semestre : 40 %")
    (update,) = _updates(made)
    assert "progress" not in update


@pytest.mark.parametrize("told", ["RAS", "R.A.S.", "Néant", "Aucune difficulté.", "لا توجد صعوبات"])
def test_words_that_tell_of_no_difficulties_are_none_and_said(told: str) -> None:
    head = ("# Rapport d'avancement du programme d'ouverture 2025-2027", "Situation au 30 juin 2026")
    rows = [["Projet", "État", "Difficultés"], ["Portail", "En cours", told], ["Carte", "En cours", "Retard"]]
    lines = ["## Projet 1 : Portail", "État : en cours", f"Difficultés : {told}"]
    for made, expected in ((read_paper(*head, rows), [{"fr": "Retard"}]), (read_paper(*head, *lines), [])):
        updates = tree_of(made)["progress_updates"]
        assert [each["challenges"] for each in updates if "challenges" in each] == expected
        assert "import/no-value" in codes_of(made)
        assert told in unmapped(made).values()


_CONTENTS = [
    ("Rapport d’avancement du programme d’ouverture 2026-2028", "Sommaire", "Difficultés rencontrées",
     ["N°", "Projet", "Responsable", "Taux d'avancement"], "Rabat, le 13/07/2026"),
    ("تقرير تقدم برنامج الانفتاح 2026-2028", "الفهرس", "الصعوبات", ["رقم", "المشروع", "المسؤول", "نسبة الإنجاز"],
     "الرباط في 13/07/2026"),
    ("Progress report on the open government action plan 2026-2028", "Contents", "Challenges",
     ["No.", "Project", "Lead", "Progress"], "Nairobi, 13/07/2026"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "word", "asked", "heads", "signed"), _CONTENTS)
@pytest.mark.parametrize("dots", [" ........ ", "\t"])
def test_typed_contents_of_a_report_change_nothing(
    title: str, word: str, asked: str, heads: list[str], signed: str, dots: str
) -> None:
    told = ["# 1. Abc", "Def ghi.", "# 2. Jkl", [heads, ["1", "Portail", "DSI", "65 %"], ["2", "Forum", "SC", "10 %"]],
            f"# 3. {asked}", "* Manque de moyens", signed]  # fmt: skip
    contents = [word, f"1. Abc{dots}2", f"2. Jkl{dots}3", f"3. {asked}{dots}4"]
    head = ("Commune de Fictiville", f"= {title}")
    plain, made = read_paper(*head, *told), read_paper(*head, *contents, *told)
    assert tree_of(made)["progress_updates"] == tree_of(plain)["progress_updates"]
    assert made.document is not None
    (plan,) = made.document.tree["plans"]
    (said,) = (each for each in made.document.tree["progress_updates"] if "challenges" in each)
    assert [*said["challenges"].values()] == ["Manque de moyens"]
    assert said["target"] == plan["id"]
