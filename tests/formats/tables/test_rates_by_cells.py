"""Words for what was done above percentages alone: how far a project is, and no report on it; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown


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
