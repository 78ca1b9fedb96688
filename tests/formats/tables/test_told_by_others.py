"""Headings that other columns, cells or the heading above tell apart; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

AIMS = ["Anyone can see what we spend", "Quick answers"]


def _titles(package: dict[str, Any], name: str) -> list[str]:
    (plan,) = package["plans"]
    return [next(iter(one["title"].values())) for one in plan.get(name, ())]


@pytest.mark.parametrize("head", ["Strand|Ref|Commitment|Ambition", "Axe|N°|Engagement|Ambition"])
def test_an_ambition_behind_the_title_is_the_aim(head: str) -> None:
    imported = read(sheet(head.split("|"), ["Open", "OG1", "Budget", AIMS[0]], ["Open", "OG2", "Log", AIMS[1]]))
    assert _titles(shown(imported), "axes") == ["Open"]
    assert ["objectives" in one for one in commitments_of(imported)] == [True, True]


def test_an_ambition_before_the_title_or_with_a_number_is_an_axis() -> None:
    rows = [["Ville ouverte", "1", "Portail"], ["Ville ouverte", "2", "Forum"]]
    assert _titles(shown(read(sheet(["Ambition", "N°", "Projet"], *rows))), "axes") == ["Ville ouverte"]
    rows = [["1", "Portail", "Ambition 1 : Ville ouverte"], ["2", "Forum", "Ambition 2 : Ville proche"]]
    axes = _titles(shown(read(sheet(["N°", "Projet", "Ambition"], *rows))), "axes")
    assert axes == ["Ville ouverte", "Ville proche"]


@pytest.mark.parametrize("head", ["What we did", "Ce que nous avons fait", "Lo que hicimos", "ما قمنا به"])
def test_what_was_done_is_an_update_where_no_contribution_is_answered(head: str) -> None:
    rows = [
        ["2025 Q2", "OG1", "Portal", "On track", "Feed agreed"],
        ["2025 Q3", "OG1", "Portal", "On track", "Prototype"],
    ]
    package = shown(read(sheet(["Period", "Commitment ref", "Commitment", "Status", head], *rows)))
    assert [next(iter(one["text"].values())) for one in package["progress_updates"]] == ["Feed agreed", "Prototype"]


def test_days_below_follow_up_are_when_it_was() -> None:
    head = ["N°", "Projet", "Suivi", "Ce qui a été fait", "État"]
    imported = read(sheet(head, ["1", "Portail", "juin 2025", "Étude faite", "En cours"]))
    (update,) = shown(imported)["progress_updates"]
    assert update["text"] == {"fr": "Étude faite"}
    assert update["date"] == "2025-06" or update["period"]
    assert "import/conflict" not in codes(imported)
    (update,) = shown(read(sheet(head[:3], ["1", "Portail", "Étude faite en juin 2025"])))["progress_updates"]
    assert update["text"] == {"fr": "Étude faite en juin 2025"}


@pytest.mark.parametrize("below", ["de résultat", "de la performance", "d'impact"])
def test_a_heading_that_goes_on_is_read_with_the_one_above(below: str) -> None:
    grid = sheet(
        ["N°", "Projet", "Indicateur", "Jalon 1", ""],
        ["", "", below, "Intitulé", "Échéance"],
        ["1", "Portail", "Nombre de jeux", "Inventaire", "15/03/2025"],
        ["2", "Budget", "Part en ligne", "Format", "mars 2025"],
        merges=("A1:A2", "B1:B2", "D1:E1"),
    )
    commitments = commitments_of(read(grid))
    assert [len(one["indicators"]) for one in commitments] == [1, 1]
    assert not any("expected_results" in one for one in commitments)


HEAD = ["Eje estratégico", "Línea de actuación", "Código", "Compromiso"]
LINES = [
    ["Eje 1. Transparencia", "1.1 Datos abiertos", "C1", "Portal"],
    ["", "1.2 Publicidad activa", "C2", "Agenda"],
    ["Eje 2. Participación", "2.1 Presupuestos", "C3", "Votar"],
]


def _parents(*rows: list[str]) -> list[str | None]:
    (plan,) = shown(read(sheet(HEAD, *rows)))["plans"]
    return [one.get("parent") for one in plan["axes"]]


def test_lines_that_part_axes_are_below_them() -> None:
    assert _parents(*LINES) == [None, "Transparencia", "Transparencia", None, "Participación"]


def test_lines_that_cross_axes_are_not() -> None:
    crossing = ["Eje 2. Participación", "1.1 Datos abiertos", "C4", "Mapa"]
    assert not any(_parents(*LINES, crossing))


def test_a_colour_beside_the_state_is_no_second_state() -> None:
    rows = [["1", "Portal", "Slipped", "Red"], ["2", "Forum", "Substantially complete", "Green"]]
    imported = read(sheet(["No.", "Commitment", "Status", "RAG"], *rows))
    assert [one["status"]["code"] for one in commitments_of(imported)] == ["delayed", "substantial"]
    assert not {"import/conflict", "import/status-unknown"} & {*codes(imported)}


def test_a_question_beside_the_state_is_no_second_state() -> None:
    rows = [["1", "Portail", "oui", "En cours"], ["2", "Budget", "non", "Achevé"]]
    imported = read(sheet(["N°", "Projet", "Engagé(e)s ?", "État d'avancement"], *rows))
    assert [one["status"]["original"] for one in commitments_of(imported)] == ["En cours", "Achevé"]
    assert "import/conflict" not in codes(imported)
    imported = read(sheet(["N°", "Projet", "Achevé ?"], ["1", "Portail", "oui"]))
    assert commitments_of(imported)[0]["status"]["code"] == "completed"


def test_the_line_that_names_the_separator_is_understood() -> None:
    head, *rows = ["N°", "Engagement", "Échéance"], ["E1", "Portail", "2025"], ["E2", "Budget", "2026"]
    grid = sheet(["sep=;"], head, *rows, helps=(0,))
    imported = read(grid)
    assert "import/kept-above" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("heads", "field", "values"),
    [
        (["المشروع", "المسؤول", "من", "إلى غاية"], "end", ["2025-11-30", "2026-12-31"]),
        (["المشروع", "المسؤول", "من", "إلى"], "end", ["2025-11-30", "2026-12-31"]),
        (["المشروع المعتمد", "المسؤول", "البداية", "حتى"], "end", ["2025-11-30", "2026-12-31"]),
        (["Projet retenu", "Responsable", "Du", "Jusqu’au"], "end", ["2025-11-30", "2026-12-31"]),
    ],
)
def test_until_beside_a_start_is_the_end(heads: list[str], field: str, values: list[str]) -> None:
    rows = [["Portail", "DSI", "01/02/2025", "30/11/2025"], ["Forum", "SG", "01/03/2025", "31/12/2026"]]
    made = read(sheet(heads, *rows))
    assert [one[field] for one in commitments_of(made)] == values
    assert "progress_updates" not in shown(made)


def test_until_beside_a_rate_is_its_day() -> None:
    made = read(sheet(["المشروع", "نسبة التقدم", "إلى غاية"], ["Portail", "40 %", "30/06/2025"]))
    assert [update["date"] for update in shown(made)["progress_updates"]] == ["2025-06-30"]


def test_a_column_of_several_contacts_is_of_the_projects() -> None:
    heads = ["Commitment", "Lead", "Point of contact"]
    made = read(sheet(heads, ["Portal", "IT unit", "Head of IT"], ["Forum", "Council", "Head of forums"]))
    assert "import/of-plan-kept" not in codes(made)
    roles = [[lead.get("person", {}).get("role", {}) for lead in one["leads"]] for one in commitments_of(made)]
    assert [len(one) for one in roles] == [2, 2]


def test_present_values_are_values_in_arabic_too() -> None:
    made = read(sheet(["المشروع", "المؤشر", "القيمة الحالية", "القيمة المستهدفة"], ["بوابة", "عدد الملفات", 5, 12]))
    ((indicator,),) = (one["indicators"] for one in commitments_of(made))
    assert "baseline" not in indicator
    assert [one["value"] for one in indicator["values"]] == ["5"]


def test_what_was_last_said_is_the_text_of_a_report_and_no_day() -> None:
    head = ["Commitment", "Milestone", "% complete", "Last update"]
    told = read(sheet(head, ["Portal", "Data", 50, "Published in May"], ["Portal", "Staff", 0, "20 of 40 trained"]))
    assert [one["text"] for one in shown(told)["progress_updates"]] == [
        {"en": "Published in May"},
        {"en": "20 of 40 trained"},
    ]
    dated = read(sheet(head, ["Portal", "Data", 50, "2025-05-02"], ["Portal", "Staff", 0, "2025-05-03"]))
    assert not any("text" in one for one in shown(dated).get("progress_updates", []))


@pytest.mark.parametrize("why", ["Pourquoi ?", "Pourquoi ? (constat)", "Why?", "¿Por qué?", "لماذا؟"])
def test_why_is_the_problem_of_a_project_and_the_reason_of_a_response(why: str) -> None:
    (only,) = commitments_of(read(sheet(["N°", "Projet", why, "Pilote"], [1, "Portail", "Rien n'est trouvé", "DSI"])))
    assert next(iter(only["problem"].values())) == "Rien n'est trouvé"
    decided = shown(read(sheet(["Proposition", "Suite donnée", why], ["Un parc", "Rejetée", "Trop cher"])))
    (workshop,) = decided["workshops"]
    assert next(iter(workshop["contributions"][0]["disposition"]["reason"].values())) == "Trop cher"


def test_days_below_target_are_when_projects_are_due() -> None:
    head = ["Ref", "Commitment", "Start", "Target", "Status"]
    (only,) = commitments_of(read(sheet(head, ["1", "Portal", "2025-01-01", "2025-12-31", "On track"])))
    assert only["end"] == "2025-12-31"
    measured = read(sheet(["Commitment", "Indicator", "Target"], ["Portal", "Visits", "2026"]))
    assert commitments_of(measured)[0]["indicators"][0]["target"]["value"] == "2026"


@pytest.mark.parametrize("head", ["المنجز", "Fait", "Hecho"])
def test_words_of_reports_beside_what_hinders_are_what_was_done(head: str) -> None:
    rows = [["1", "بوابة", "60%", "تم إعداد الجرد", "نقص الموارد"], ["2", "ميزانية", "100%", "تم التصويت", ""]]
    package = shown(read(sheet(["رقم", "المشروع", "نسبة الإنجاز", head, "الصعوبات"], *rows)))
    said = [next(iter(one["text"].values())) for one in package["progress_updates"]]
    assert said == ["تم إعداد الجرد", "تم التصويت"]
    counted = read(sheet(["رقم", "المشروع", "المنجز", "الصعوبات"], ["1", "بوابة", 60, "نقص"], ["2", "ميزانية", 7, ""]))
    assert "import/column-unmapped" in codes(counted)


def test_who_does_the_works_is_no_lead_beside_whose_they_are() -> None:
    rows = [["Portail", "Commune", "Cabinet inventé"], ["Forum", "Commune", ""]]
    commitments = commitments_of(read(sheet(["Projet", "Maître d'ouvrage", "Maître d'œuvre"], *rows)))
    assert [(len(one["leads"]), len(one.get("supporting", ()))) for one in commitments] == [(1, 1), (1, 0)]
    alone = commitments_of(read(sheet(["Projet", "Maître d'œuvre"], *([row[0], row[1]] for row in rows))))
    assert all("leads" in one for one in alone)


@pytest.mark.parametrize("heads", [("Horodateur", "Adresse e-mail"), ("Timestamp", "Email Address")])
def test_the_address_of_who_filled_a_form_in_is_no_lead_s(heads: tuple[str, str]) -> None:
    rows = [["12/03/2026 10:15:00", "a@example.org", "Portail", "DSI", "12/2026"],
            ["13/03/2026 11:15:00", "b@example.org", "Forum", "Culture", "12/2026"]]  # fmt: skip
    commitments = commitments_of(read(sheet([*heads, "Intitulé du projet", "Responsable", "Échéance"], *rows)))
    assert [len(one["leads"]) for one in commitments] == [1, 1]
    assert not any("person" in lead for one in commitments for lead in one["leads"])


def test_until_alone_is_the_end_of_a_project_of_which_nothing_is_reported() -> None:
    made = read(sheet(["المشروع", "المسؤول", "إلى غاية"], ["البوابة", "مصلحة الإعلام", "30/06/2026"]))
    assert [one["end"] for one in commitments_of(made)] == ["2026-06-30"]
    assert "progress_updates" not in shown(made)


def test_an_address_behind_the_title_of_a_project_is_that_of_its_lead() -> None:
    made = read(sheet(["Projet", "E-mail", "Responsable"], ["Portail", "dsi@example.org", "DSI"]))
    (lead, *_) = commitments_of(made)[0]["leads"]
    assert lead["person"]["contact"]["email"] == "dsi@example.org"
