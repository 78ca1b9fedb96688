"""The words around findings: the way to a place, the value, what to mend first, the families of codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.report.samples import clean, faulty, quoting

from opengov_local import messages
from opengov_local.finding import SEVERITIES, Finding, Location
from opengov_local.messages.catalogue import catalogue
from opengov_local.report.causes import MOST, first
from opengov_local.report.csv import COLUMNS
from opengov_local.report.where import ARROW, LONGEST_VALUE, excerpt, way
from opengov_local.resources import data_folder
from opengov_local.validation.trail import trail

TEMPLATE = data_folder("examples").parent / "src" / "opengov_local" / "report" / "page.html.jinja"
DUE = "/plans/0/commitments/0/milestones/0/due"


def _way(pointer: str, language: str) -> list[str]:
    said = way(trail(faulty().tree, pointer), language)
    return re.sub("[\u2068\u2069]", "", said).split(ARROW)


def test_the_way_has_titles_of_objects_and_fields() -> None:
    assert _way(DUE, "fr")[1:] == [
        "Engagement ou projet d’ouverture «\u00a0[Données fictives] Portail des données ouvertes\u00a0»",
        "Jalon ou activité «\u00a0Publier le catalogue\u00a0»",
        "Échéance",
    ]
    assert _way(DUE, "ar")[2:] == ["مرحلة أو نشاط «نشر الدليل»", "الأجل"]
    assert _way("/plans/0/commitments/0/milestones/1/title", "en")[2:] == ["Milestone 2", "Title"]


def test_the_way_through_what_could_not_be_read_counts_from_one_too() -> None:
    assert way(trail(None, DUE), "en").split(ARROW)[1:] == ["Commitment 1", "Milestone 1", "Due"]


def test_the_way_to_items_languages_and_what_nobody_knows() -> None:
    assert _way("/plans/0/commitments/1/axes/0", "fr")[-1] == "Axes 1"
    assert _way("/collectivities/1/name/fr", "fr")[-1] == "français"
    assert _way("/plans/0/x_own/7", "fr")[-2:] == ["x_own", "7"]
    assert _way("", "fr") == [""]


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_place_of_every_finding_has_a_way(language: str) -> None:
    for report in (faulty(), clean(), quoting(("a", "~/", ""))):
        for finding in report.findings:
            assert way(report.trail(finding), language)


def test_the_value_beside_a_finding() -> None:
    report = faulty()

    def value(pointer: str) -> str | None:
        return excerpt(report, Finding("a/b", location=Location(pointer)))

    assert value(DUE) == "2025-13"
    assert value("/plans/0/commitments/0/milestones/1/title") is None
    assert str(value("/plans/0")).startswith('{"id": "')
    assert len(str(value("/plans/0"))) == LONGEST_VALUE


def test_what_to_mend_first() -> None:
    causes = first([faulty()])
    assert (causes[0].code, causes[0].count, causes[0].same) == ("territory/unknown-code", 2, 1)
    graveness = [SEVERITIES.index(cause.severity) for cause in causes]
    assert graveness == sorted(graveness)
    assert len(causes) == MOST


def test_one_correction_that_mends_many() -> None:
    report = quoting(("a", "b", "c", "a", "d", "e", "a"))
    cause = next(cause for cause in first([report]) if cause.code == "structure/bad-format")
    assert (cause.severity, cause.count, cause.same, cause.example.params["found"]) == ("error", 3, 3, "a")


def test_what_is_said_of_two_files_takes_two_corrections() -> None:
    found = Finding("source/unopened", "error", Location(), {"cause": "tool/no-such-file"})
    reports = [replace(clean(), findings=(found,)) for _ in range(2)]
    (cause,) = first(reports)
    assert (cause.count, cause.same) == (2, 1)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_family_and_severity_has_a_word(language: str) -> None:
    words = catalogue(language)["words"]
    assert {code.partition("/")[0] for code in messages.codes()} <= words["families"].keys()
    assert words["severities"].keys() == set(SEVERITIES)


def _keys() -> Iterator[tuple[str, str]]:
    """Gives the function and key of every word that the page and the table ask for."""
    text = TEMPLATE.read_text(encoding="utf-8")
    yield from re.findall(r'\b(ui|plural)\("([\w-]+)"', text)
    yield from (("ui", f"report-{name}") for name in COLUMNS)
    yield from (("ui", key) for key in ("report-family", "report-object", "report-all"))
    yield from (("plural", key) for key in ("shown", "unshown", "ignored", "known", "gone"))


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_word_that_a_report_asks_for_is_there(language: str) -> None:
    keys = set(_keys())
    assert len(keys) > 35
    for name, key in keys:
        assert isinstance(catalogue(language)["ui"][key], str if name == "ui" else dict), key


def test_no_word_of_reports_is_left_over() -> None:
    own = {key for key in catalogue("en")["ui"] if key.startswith("report-")}
    assert not own - {key for _, key in _keys()}
