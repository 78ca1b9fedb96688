"""How long something takes, told from when."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

from opengov_local.importing.dates.durations import duration_in


@pytest.mark.parametrize(
    "text",
    ["6 mois", "un an et demi", "90 jours ouvrables", "سنة ونصف", "6 أشهر", "سنتان", "18 months", "2 años", "٦ أشهر"],
)
def test_words_for_how_long(text: str) -> None:
    assert duration_in(text) == text


@pytest.mark.parametrize("text", ["2026", "mars 2026", "طيلة السنة", "10 jours après", "6", "", "fin d'année"])
def test_other_words_are_none(text: str) -> None:
    assert duration_in(text) is None


@pytest.mark.parametrize(
    ("heading", "words"),
    [("Durée (mois)", "6 mois"), ("Délai en jours", "6 jours"), ("المدة (أشهر)", "6 أشهر"), ("Durée", None)],
)
def test_a_number_has_the_unit_of_its_heading(heading: str, words: str | None) -> None:
    assert duration_in("6", heading) == words


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [("Durée (mois)", 6, "6 mois"), ("Délai", "6 mois", "6 mois"), ("مدة الإنجاز", "سنة ونصف", "سنة ونصف")],
)
def test_durations_are_kept_as_words_and_said(heading: str, cell: object, words: str) -> None:
    project, lead = ("المشروع", "المسؤول") if heading[0] > "\u0600" else ("Projet", "Responsable")
    made = read(sheet([project, lead, heading], ["Portail", "DSI", cell]))
    (one,) = commitments_of(made)
    assert list(one["schedule"].values()) == [words]
    assert not {"start", "end"} & one.keys()
    assert codes(made).count("import/duration-kept") == 1
    assert "import/date-unread" not in codes(made)


@pytest.mark.parametrize(
    "text", ["6 mois à partir de mars 2026", "6 months from March 2026", "ستة أشهر ابتداء من مارس 2026"]
)
def test_when_it_begins_behind_a_duration_is_the_start_and_no_end_is_guessed(text: str) -> None:
    made = read(sheet(["N°", "Projet", "Calendrier"], ["1", "Portail", text]))
    (commitment,) = commitments_of(made)
    assert (commitment["start"], commitment.get("end")) == ("2026-03", None)
    assert list(commitment["schedule"].values()) == [text]
    assert "import/assumed" in codes(made)
    assert "import/date-unread" not in codes(made)


@pytest.mark.parametrize("text", ["mars 2026", "T3 2026"])
def test_a_month_alone_is_start_and_end_of_a_project_which_is_said(text: str) -> None:
    made = read(sheet(["N°", "Projet", "Calendrier"], ["1", "Portail", text]))
    (commitment,) = commitments_of(made)
    assert commitment["start"] == commitment["end"]
    assert [one.params["value"] for one in made.findings if one.params.get("field") == "start"] == [text]
