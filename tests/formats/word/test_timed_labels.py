"""Labels of reports with a time at their end: "Perspectives 2026", «منجزات 2025», "Avances 2025"."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.document import Import
from opengov_local.formats.wording.words.timed_labels import timed

_FR = "= Bilan annuel 2025 du programme d'ouverture 2024-2026"
_YEAR = {"start": "2025", "end": "2025"}


def _updates(made: Import) -> list[dict[str, Any]]:
    updates: list[dict[str, Any]] = tree_of(made)["progress_updates"]
    return updates


@pytest.mark.parametrize(
    ("label", "rest", "start"),
    [
        ("Perspectives 2026", "Perspectives", "2026"),
        ("Perspectives pour l'année 2026", "Perspectives", "2026"),
        ("Réalisations (2025)", "Réalisations", "2025"),
        ("Taux de réalisation au 31/12/2025", "Taux de réalisation", "2025-12-31"),
        ("Réalisations au titre de l’exercice 2025", "Réalisations", "2025"),
        ("Actions réalisées au 1er semestre 2025", "Actions réalisées", "2025-H1"),
        ("ما تم إنجازه سنة 2025", "ما تم إنجازه", "2025"),
        ("الإكراهات المسجلة برسم سنة 2025", "الإكراهات المسجلة", "2025"),
        ("نسبة الإنجاز إلى غاية 30 يونيو 2025", "نسبة الإنجاز", "2025-06-30"),
        ("Avances en 2025", "Avances", "2025"),
        ("Next steps for 2026", "Next steps", "2026"),
    ],
)
def test_the_time_is_taken_off(label: str, rest: str, start: str) -> None:
    there = timed(label)
    assert there is not None
    assert (there.rest, there.reading.start or there.reading.end) == (rest, start)


@pytest.mark.parametrize("label", ["2025", "سنة 2025", "Perspectives", "Projet 2026 : Portail", "Loi 113.14", ""])
def test_no_label_with_a_time(label: str) -> None:
    assert timed(label) is None


@pytest.mark.parametrize(
    ("title", "head", "labels"),
    [
        (
            _FR,
            "## Projet 1 : Portail",
            (
                "Réalisations",
                "Difficultés rencontrées en 2025",
                "Perspectives 2026",
                "Taux de réalisation au 31/12/2025",
            ),
        ),
        (
            _FR,
            "## Projet 1 : Portail",
            ("Actions réalisées en 2025", "Contraintes 2025", "Actions prévues en 2026", "Taux d'avancement"),
        ),
        (
            "= التقرير السنوي 2025 حول تنفيذ برنامج عمل الانفتاح 2024-2026",
            "## المشروع 1: بوابة الانفتاح",
            ("منجزات 2025", "الإكراهات المسجلة سنة 2025", "برنامج سنة 2026", "نسبة الإنجاز سنة 2025"),
        ),
        (
            "= Informe anual de seguimiento 2025 del plan de acción 2024-2026",
            "## Compromiso 1: Portal",
            ("Avances 2025", "Retos 2025", "Perspectivas 2026", "Porcentaje de avance 2025"),
        ),
        (
            "= Annual progress report 2025 on the open government action plan 2024-2026",
            "## Commitment 1: Portal",
            ("Achievements in 2025", "Challenges in 2025", "Planned activities for 2026", "Completion rate in 2025"),
        ),
    ],
)
@pytest.mark.parametrize("as_table", [False, True])
def test_labels_with_years_are_heard(title: str, head: str, labels: tuple[str, ...], as_table: bool) -> None:
    said = ["Fait.", "Retard.", "Suite.", "40 %"]
    if as_table:
        first = {"ar": "المشروع", "en": "Commitment", "es": "Compromiso", "fr": "Projet"}
        name = first["ar" if "م" in title else "es" if "Informe" in title else "en" if "Annual" in title else "fr"]
        made = read_paper(title, [[name, *labels], ["Portail", *said], ["Bureau", *said]])
    else:
        made = read_paper(title, head, *(f"{label} : {text}" for label, text in zip(labels, said, strict=True)))
    assert unmapped(made) == {}
    for update in _updates(made):
        texts = {field: next(iter(update[field].values())) for field in ("text", "challenges", "next_steps")}
        assert texts == {"text": "Fait.", "challenges": "Retard.", "next_steps": "Suite."}
        assert (update["progress"], update["period"]) == (40, _YEAR)
    assert len(_updates(made)) == 1 + as_table
    (plan,) = tree_of(made)["plans"]
    assert plan["period"] == {"start": "2024", "end": "2026"}


def test_two_years_are_two_updates_and_what_follows_is_of_the_last() -> None:
    made = read_paper(
        "= Rapport de suivi du programme d'ouverture",
        "## Projet 1 : Portail",
        "Réalisations 2024 : Étude.",
        "Réalisations 2025 : Mise en ligne.",
        "Difficultés : Peu.",
        "Perspectives 2026 : Extension.",
    )
    assert [(each["period"]["start"], each["text"]["fr"]) for each in _updates(made)] == [
        ("2024", "Étude."),
        ("2025", "Mise en ligne."),
    ]
    assert {"challenges", "next_steps"} <= _updates(made)[1].keys()
    assert _updates(made)[0].keys().isdisjoint({"challenges", "next_steps"})


def test_a_plan_for_the_year_of_the_report_is_no_next_step() -> None:
    made = read_paper(_FR, "## Projet 1 : Portail", "Programme 2025 : Étude.", "Réalisations 2025 : Étude faite.")
    assert "next_steps" not in _updates(made)[0]
    assert list(unmapped(made).values()) == ["Étude."]


def test_the_year_of_the_report_is_said_to_be_assumed() -> None:
    made = read_paper(_FR, "## Projet 1 : Portail", "Réalisations : Étude.")
    assert _updates(made)[0]["period"] == _YEAR
    assert codes_of(made).count("import/report-without-date") == 0
    assert [f for f in made.findings if f.code == "import/assumed" and f.params["value"] == "2025"]


@pytest.mark.parametrize("until", ["au 31/12/2025", "jusqu'au 31 décembre 2025", "au 31 décembre 2025"])
def test_a_day_of_the_year_is_no_other_update(until: str) -> None:
    made = read_paper(_FR, "## Projet 1 : Portail", "Réalisations 2025 : Étude.", f"Taux de réalisation {until} : 60 %")
    (update,) = _updates(made)
    assert (update["text"], update["progress"]) == ({"fr": "Étude."}, 60)


@pytest.mark.parametrize(
    ("title", "label", "is_next"),
    [
        ("1er semestre 2025", "Actions prévues au 2ème semestre 2025", True),
        ("1er semestre 2025", "Actions prévues au 1er semestre 2025", False),
        ("1er semestre 2025", "Programme 2025", False),
        ("T1 2025", "Actions prévues au T2 2025", True),
        ("au 30 juin 2025", "Actions programmées au 2ème semestre 2025", True),
        ("année 2025", "Programme 2026", True),
    ],
)
def test_what_is_planned_for_the_next_time_is_a_next_step(title: str, label: str, is_next: bool) -> None:
    made = read_paper(
        f"= Rapport de suivi du programme d'ouverture 2024-2026 – {title}",
        "## Projet 1 : Portail",
        "Réalisations : Étude.",
        f"{label} : Mise en ligne.",
    )
    (update,) = _updates(made)
    assert update.get("next_steps") == ({"fr": "Mise en ligne."} if is_next else None)
    assert list(unmapped(made).values()) == ([] if is_next else ["Mise en ligne."])
