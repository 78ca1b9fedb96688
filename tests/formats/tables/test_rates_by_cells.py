"""Words for what was done above percentages alone: how far a project is, and no report on it; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import commitments_of, read, sheet, shown


@pytest.mark.parametrize("heading", ["Progress so far", "% done so far", "Progress to date"])
def test_percentages_are_how_far_projects_are(heading: str) -> None:
    rows = [["1", "Open register", "Treasury", "80%", "Ongoing"], ["2", "Open budget", "Finance", "40%", "Ongoing"]]
    package = shown(read(sheet(["No", "Commitment", "Lead agency", heading, "Status"], *rows)))
    assert [each["progress"] for each in package["plans"][0]["commitments"]] == [80, 40]
    assert "progress_updates" not in package


def test_words_stay_what_was_done() -> None:
    rows = [["1", "Open register", "80% of the rooms"], ["2", "Open budget", "Published"]]
    package = shown(read(sheet(["No", "Commitment", "Progress so far"], *rows)))
    assert [each["text"]["en"] for each in package["progress_updates"]] == ["80% of the rooms", "Published"]


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (["No", "Commitment", "Progress"], "Twelve rooms are open"),
        (["N°", "Projet", "Taux d’avancement"], "Douze salles ouvertes"),
        (["الرقم", "المشروع", "التقدم"], "فتح اثنتي عشرة قاعة"),
    ],
)
def test_sentences_below_words_for_how_far_it_is_are_what_was_done(heads: list[str], said: str) -> None:
    done = read(sheet(heads, ["1", "Registre", said], ["2", "Budget", "Abc"]))
    package = shown(done)
    assert [[*each["text"].values()] for each in package["progress_updates"]] == [[said], ["Abc"]]
    assert "import/percent-unread" not in {finding.code for finding in done.findings}


@pytest.mark.parametrize("said", ["40 % des salles", "n/a", "40", "12 of 30"])
def test_what_may_be_a_rate_or_no_sentence_makes_no_report(said: str) -> None:
    package = shown(read(sheet(["No", "Commitment", "Progress"], ["1", "Open register", said], ["2", "Budget", "60%"])))
    assert "progress_updates" not in package


@pytest.mark.parametrize(
    ("heading", "cells", "severity"),
    [
        ("Taux d'avancement (%)", [0.4, 1, 0.75], "warning"),
        ("Taux d'avancement", ["0,4", "1", "0,75"], "info"),
        ("نسبة الإنجاز (%)", [0.4, 1, 0.75], "warning"),
    ],
)
def test_numbers_up_to_one_are_rates_of_one_which_is_said(heading: str, cells: list[Any], severity: str) -> None:
    title = "المشروع" if "ن" in heading else "Projet"
    imported = read(sheet([title, heading], *([f"P{rate}", rate] for rate in cells)))
    assert [one["progress"] for one in commitments_of(imported)] == [40, 100, 75]
    said = [one for one in imported.findings if one.params.get("field") == "progress"]
    assert [(one.code, one.severity, one.location.cell) for one in said] == [("import/assumed", severity, "B2")]


@pytest.mark.parametrize("cells", [["40 %", "100 %"], [40, 100], ["0,4 %", "1 %"]])
def test_rates_with_their_sign_or_of_a_hundred_are_not_said_to_be_assumed(cells: list[Any]) -> None:
    imported = read(sheet(["Projet", "Taux d'avancement (%)"], *([f"P{rate}", rate] for rate in cells)))
    assert not [one for one in imported.findings if one.params.get("field") == "progress"]


def test_cells_shown_as_percentages_are_not_said_to_be_assumed() -> None:
    shown_so = frozenset({(1, 1), (2, 1)})
    imported = read(sheet(["Projet", "Taux (%)"], ["Portail", 0.4], ["Forum", 0.5], percents=shown_so))
    assert not [one for one in imported.findings if one.params.get("field") == "progress"]


@pytest.mark.parametrize(
    ("title", "step", "heading"),
    [
        ("Compromiso", "Hito", "avance_hito"),
        ("Compromiso", "Hito", "Avance del hito (%)"),
        ("Compromiso", "Hito", "Avance de la actividad"),
        ("Engagement", "Jalon", "Avancement du jalon (%)"),
        ("Projet", "Activité", "Taux de réalisation de l’activité"),
        ("Commitment", "Milestone", "Milestone progress (%)"),
        ("المشروع", "النشاط", "نسبة إنجاز النشاط"),
    ],
)
def test_numbers_below_the_advance_of_steps_are_how_far_these_are(title: str, step: str, heading: str) -> None:
    rows = [["1", "Portal", "Inventariar", "100"], ["1", "Portal", "Publicar", "60"]]
    package = shown(read(sheet(["N°", title, step, heading], *rows)))
    (commitment,) = package["plans"][0]["commitments"]
    assert [each["progress"] for each in commitment["milestones"]] == [100, 60]
    assert "progress_updates" not in package


@pytest.mark.parametrize(
    ("heading", "cells", "told"),
    [
        ("Avances", ["Se publicó el portal", "60"], ["Se publicó el portal"]),
        ("Acciones realizadas", ["3", "6"], []),
        ("Actions réalisées", ["Portail ouvert", "60 %"], ["Portail ouvert"]),
        ("الأنشطة المنجزة", ["فتح البوابة", "٦٠"], ["فتح البوابة"]),
    ],
)
def test_a_number_alone_is_never_what_was_told_and_is_kept(heading: str, cells: list[str], told: list[str]) -> None:
    title = "المشروع" if "ن" in heading else "Projet"
    imported = read(sheet(["N°", title, heading], ["1", "Portail", cells[0]], ["2", "Forum", cells[1]]))
    updates = shown(imported).get("progress_updates", [])
    assert [text for each in updates for text in each["text"].values()] == told
    kept = "import/column-kept" if told else "import/column-unmapped"  # numbers alone: the column counts things
    assert kept in {finding.code for finding in imported.findings}
