"""When steps are due, as it is written behind their titles, and lists counted with typed numbers; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped


def _steps(*lines: str, list_label: str = "Jalons :") -> list[dict[str, Any]]:
    made = read_paper("= Programme d’ouverture 2024-2026", "# Engagement 1 : Données", list_label, *lines)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    steps: list[dict[str, Any]] = commitment["milestones"]
    assert unmapped(made) == {}
    assert not {"update", "progress_updates"} & set(tree_of(made))
    return steps


@pytest.mark.parametrize(
    ("behind", "due"),
    [
        (" (hasta el 30/04/2024)", "2024-04-30"),
        (" (antes del 30/04/2024)", "2024-04-30"),
        (", a más tardar el 30 de abril de 2024", "2024-04-30"),
        (" – hasta abril de 2024.", "2024-04"),
        (" (jusqu’au 30/04/2024)", "2024-04-30"),
        (" (avant le 30 avril 2024)", "2024-04-30"),
        (" (échéance 30/04/2024)", "2024-04-30"),
        (", avant fin juin 2025", "2025-06"),
        (" (d’ici fin 2025)", "2025"),
        (", 12 mars 2025", "2025-03-12"),
        (" (إلى غاية 30/04/2024)", "2024-04-30"),
        (" (قبل متم يونيو 2025)", "2025-06"),
        ("، في أجل أقصاه 30 أبريل 2025", "2025-04-30"),
        (" (by 30 April 2024)", "2024-04-30"),
        (" – no later than June 2025", "2025-06"),
        (" (due by 30 April 2025)", "2025-04-30"),
    ],
)
def test_a_limit_behind_a_title_is_when_the_step_is_due(behind: str, due: str) -> None:
    one, two = _steps(f"1) Xyz{behind}", "2) Abc")
    assert next(iter(one["title"].values())) == "Xyz"
    assert one["due"] == due
    assert "due" not in two


@pytest.mark.parametrize(
    ("title", "start", "due"),
    [
        ("Cost model agreed by 30 June 2026", None, "2026-06-30"),
        ("Report published in May 2027", None, "2027-05"),
        ("Forum d’ici décembre 2026", None, "2026-12"),
        ("Atelier avant fin juin 2026", None, "2026-06"),
        ("Taller hasta diciembre de 2026", None, "2026-12"),
        ("تنظيم لقاء في ماي 2027", None, "2027-05"),
        ("Marche (2026)", None, "2026"),
        ("Quatre séances par an (2026-2027)", "2026", "2027"),
        ("Programme communal (2024 – 2027)", "2024", "2027"),
        ("Retour (de 2026 à 2027)", "2026", "2027"),
        ("Rapport annuel 2026", None, None),
        ("Bilan du mandat 2021-2027", None, None),
        ("Rapport de juin 2026", None, None),
    ],
)
def test_what_may_be_part_of_a_name_is_read_and_stays(title: str, start: str | None, due: str | None) -> None:
    one, _ = _steps(f"1) {title}", "2) Abc")
    assert ([*one["title"].values()], one.get("start"), one.get("due")) == ([title], start, due)


def test_another_cell_that_says_when_wins() -> None:
    rows = [["Projet", "Activités", "Échéance"], ["Portail", "Forum d'ici décembre 2026", "2027-03-01"]]
    made = read_paper("= Plan d'action 2027", rows)
    (step,) = tree_of(made)["plans"][0]["commitments"][0]["milestones"]
    assert (step["due"], [*step["title"].values()]) == ("2027-03-01", ["Forum d'ici décembre 2026"])
    assert "import/conflict" not in codes_of(made)


def test_a_limit_is_said_as_assumed() -> None:
    made = read_paper("= Plan 2024-2026", "# Engagement 1 : Données", "Jalons :", "1) Xyz (avant le 30/04/2024)")
    assert "import/assumed" in codes_of(made)


def test_a_span_behind_a_title_is_start_and_end() -> None:
    assert [
        (step.get("start"), step.get("due")) for step in _steps("1) Étude (janvier - mars 2025)", "2) Portail")
    ] == [
        ("2025-01", "2025-03"),
        (None, None),
    ]


def test_a_month_behind_a_comma_is_no_date() -> None:
    (step,) = _steps("1) Atelier à Fès, mars 2024")
    assert step == {"number": "1", "title": {"fr": "Atelier à Fès, mars 2024"}}


def test_an_item_that_counts_on_is_no_question_though_its_words_are_a_label() -> None:
    titles = [next(iter(step["title"].values())) for step in _steps("1) Étude", "2) Bilan", "3) Suivi", "4) Portail")]
    assert titles == ["Étude", "Bilan", "Suivi", "Portail"]


def test_questions_that_are_counted_themselves_stay_questions() -> None:
    made = read_paper(
        "= Programme d’ouverture 2024-2026",
        "# Engagement 1 : Données",
        "1. Problème",
        "Opacité",
        "2. Jalons",
        "1. Étude",
        "2. Portail",
        "3. Budget",
        "10 000 DH",
    )
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [step["title"] for step in commitment["milestones"]] == [{"fr": "Étude"}, {"fr": "Portail"}]
    assert commitment["budget"] == [{"amount": {"value": "10000", "currency": "MAD"}}]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("es", "Problema que atiende"),
        ("es", "Problema público que atiende"),
        ("fr", "Problème auquel il répond"),
        ("fr", "Problème traité"),
        ("ar", "المشكل الذي يعالجه"),
        ("ar", "الإشكالية التي يعالجها المشروع"),
        ("en", "Problem addressed"),
        ("en", "Problem it addresses"),
    ],
)
def test_labels_of_problems(language: str, label: str) -> None:
    made = read_paper("= Plan 2024-2026", "# Engagement 1 : Données", f"{label}: xyz", language=language)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert list(commitment["problem"].values()) == ["xyz"]


def test_a_time_in_front_of_a_title_is_when_the_step_is_due() -> None:
    (one, two) = _steps("Activité 1 (T1 2025) : étude", "Activité 2 (T2 2025) : pose")
    assert [(step["title"], step["due"]) for step in (one, two)] == [
        ({"fr": "étude"}, "2025-Q1"),
        ({"fr": "pose"}, "2025-Q2"),
    ]


def test_what_stands_below_several_steps_of_one_line_is_said_of_the_commitment() -> None:
    steps = ["Activité 1 : étude", "Activité 2 : pose"]
    made = read_paper("= Programme 2025-2026", "# Projet 1 : Portail", *steps, "Indicateurs : nombre de visites")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [step["title"] for step in commitment["milestones"]] == [{"fr": "étude"}, {"fr": "pose"}]
    assert commitment["indicators"] == [{"name": {"fr": "nombre de visites"}}]


def test_what_stands_below_one_step_is_said_of_it() -> None:
    lines = ["Activité 1 : étude", "Responsable : DSI", "Activité 2 : pose", "Responsable : SG"]
    made = read_paper("= Programme 2025-2026", "# Projet 1 : Portail", *lines)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [step["leads"] for step in commitment["milestones"]] == [[{"name": {"fr": "DSI"}}], [{"name": {"fr": "SG"}}]]


def test_commitments_with_typed_bullets_are_commitments() -> None:
    made = read_paper(
        "= Programme d’ouverture 2025-2027",
        *("Axe 1 : Transparence", "- Engagement 1 : Publier le budget", "- Engagement 2 : Portail"),
        *("Axe 2 : Participation", "- Engagement 3 : Forum"),
    )
    (plan,) = tree_of(made)["plans"]
    assert [(each["number"], each["axes"]) for each in plan["commitments"]] == [
        ("1", ["@Transparence"]),
        ("2", ["@Transparence"]),
        ("3", ["@Participation"]),
    ]


def test_a_year_behind_each_step_of_a_list_is_in_no_title() -> None:
    listed = ["Étapes clés :", "* Charte (2025)", "* Élection du conseil (début 2026)"]
    in_a_cell = [["Objectif", "Écouter"], ["Étapes", "Charte (2025)\nÉlection du conseil (début 2026)"]]
    made = read_paper("= Programme 2025-2027", "# Projet 1 : Forum", *listed, "# Projet 2 : Radio", in_a_cell)
    for commitment in tree_of(made)["plans"][0]["commitments"]:
        charter, election = commitment["milestones"]
        assert charter == {"title": {"fr": "Charte"}, "due": "2025"}
        assert (election["title"], election["due"]) == ({"fr": "Élection du conseil"}, "2026")
        assert election["schedule"] == {"fr": "début 2026"}
    made = read_paper("= Programme 2025-2027", "# Projet 1 : Forum", "Étapes clés :", "* Charte (2025)", "* Élection")
    assert tree_of(made)["plans"][0]["commitments"][0]["milestones"][0]["title"] == {"fr": "Charte (2025)"}


@pytest.mark.parametrize(
    ("line", "title", "start", "due"),
    [
        ("Juin 2026 : lancement", "lancement", None, "2026-06"),
        ("Mars 2027 – bilan avec les habitants", "bilan avec les habitants", None, "2027-03"),
        ("By June 2026: publish", "publish", None, "2026-06"),
        ("12/2026 : clore", "clore", None, "2026-12"),
        ("Janvier-mars 2026 : étude", "étude", "2026-01", "2026-03"),
        ("يونيو 2026: إطلاق البوابة", "إطلاق البوابة", None, "2026-06"),
        ("Phase 2 : publier", "Phase 2 : publier", None, None),
        ("Réunion de mars 2026 : bilan", "Réunion de mars 2026 : bilan", None, None),
    ],
)
def test_a_time_before_a_sign_is_when_the_step_is_due(
    line: str, title: str, start: str | None, due: str | None
) -> None:
    (step, _) = _steps(f"* {line}", "* Autre étape")
    assert ([*step["title"].values()], step.get("start"), step.get("due")) == ([title], start, due)


def test_a_year_alone_behind_a_dash_is_when_a_step_is_due() -> None:
    made = read_paper(
        "= Plan de gobierno abierto 2024-2026",
        "# Compromiso 1: Abc",
        "Hito 1: Asambleas – julio 2024",
        "Hito 2: Obras del primer año – 2025",
        "Hito 3: Agenda 2030",
    )
    steps = tree_of(made)["plans"][0]["commitments"][0]["milestones"]
    assert [one.get("due") for one in steps] == ["2024-07", "2025", None]
    assert steps[1]["title"] == {"es": "Obras del primer año – 2025"}
    assert {"field": "due", "value": "2025"} in [finding.params for finding in made.findings]


def test_years_alone_behind_the_dashes_of_all_steps_are_no_part_of_titles() -> None:
    steps = _steps("- Étude – 2024", "- Ouverture du portail – mars 2025", "- Mise en ligne – 2026")
    assert [(one["title"]["fr"], one["due"]) for one in steps] == [
        ("Étude", "2024"),
        ("Ouverture du portail", "2025-03"),
        ("Mise en ligne", "2026"),
    ]


def test_a_dated_item_of_a_list_of_steps_is_no_label_of_a_report() -> None:
    steps = _steps("- Étude – 2024", "- Ouverture du portail – mars 2025", "- Bilan final – 2026")
    assert [one["title"]["fr"] for one in steps] == ["Étude", "Ouverture du portail", "Bilan final"]
