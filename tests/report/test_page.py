"""The report as a web page, driven in Chromium: language, search, filters, keyboard, paper, contrast, hostile texts."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.browser.driving import FOCUS, OPEN, OVERFLOW, Step, Tool, click, speak
from tests.browser.driving import drive as drive_page
from tests.report.samples import HOSTILE, clean, faulty, naughty, quoting

from opengov_local.messages import plural, ui
from opengov_local.report import renderer
from opengov_local.report.html import AT_ONCE
from opengov_local.validation.report import Report

Drive = Callable[..., list[Any]]

_COUNT = "[...document.querySelectorAll('.finding')].filter(f => !f.hidden).length"
_WHOLE = "document.querySelector('noscript.later') ? setTimeout(ask, 5)"
SHOWN: Step = {"do": "ask", "code": f"new Promise((done) => {{ const ask = () => {_WHOLE} : done({_COUNT}); ask(); }})"}
"""Waits until the page is whole; a long one fills itself."""
STATUS: Step = {"do": "ask", "code": "document.getElementById('shown').textContent"}


@pytest.fixture
def drive(require_tool: Tool, tmp_path: Path) -> Drive:
    """Gives a function that renders a page and takes steps on it; the page must do nothing that it may not."""

    def run(reports: list[Report], *steps: Step, language: str = "fr") -> list[Any]:
        page = tmp_path / "report.html"
        page.write_text(renderer("html")(reports, language), encoding="utf-8")
        return drive_page(require_tool, page, *steps)

    return run


def test_language(drive: Drive) -> None:
    code = (
        "[document.documentElement.lang, document.documentElement.dir, document.title,"
        " document.querySelector('h1').innerText, document.querySelector('#family option').textContent]"
    )
    ask: Step = {"do": "ask", "code": code}
    steps = (OPEN, ask, STATUS, speak("ar"), ask, STATUS, speak("en"), ask)
    _, french, said, _, arabic, said_in_arabic, _, english = drive([faulty()], *steps)
    for (tongue, direction), seen in zip(
        (("fr", "ltr"), ("ar", "rtl"), ("en", "ltr")), (french, arabic, english), strict=True
    ):
        title = ui("report-title", tongue)
        assert seen == [tongue, direction, title, title, ui("report-all", tongue)]
    assert (said, said_in_arabic) == (plural("shown", 16, "fr"), plural("shown", 16, "ar"))


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_without_scripts_the_page_is_read_in_the_language_asked_for(drive: Drive, language: str) -> None:
    (seen,) = drive([faulty()], {"do": "open", "scripts": False}, language=language)
    assert ui("report-title", language) in seen
    assert seen.count("structure/bad-format") == 1
    assert ui("report-search", "fr") + "\n" not in seen
    other = {"ar": "fr", "fr": "en", "en": "ar"}[language]
    assert ui("report-about", other) not in seen


def test_search(drive: Drive) -> None:
    def look(text: str) -> tuple[Step, Step]:
        return {"do": "fill", "at": "#search", "text": text}, SHOWN

    words = ("2025-13", "ECHEANCE", "structure/bad-format", "échéance 2025-13", "nothing has this", "")
    given = drive(
        [faulty()], OPEN, *(step for text in words for step in look(text)), speak("ar"), *look("الاجل"), STATUS
    )
    assert given[2:13:2] == [1, 2, 1, 1, 0, 16]
    assert given[15] == 2
    assert given[16] == plural("shown", 2, "ar")


def _long() -> Report:
    """Gives a report of 250 findings, of which the last says something that no other does."""
    report = faulty()
    numbered = [replace(report.findings[-1], code="made/up") for _ in range(249)]
    return replace(report, findings=(*numbered, replace(report.findings[-1], code="made/up-last")))


def test_a_long_report_is_opened_before_all_of_it_is_laid_out(drive: Drive) -> None:
    report = _long()
    parsed: Step = {"do": "ask", "code": "document.querySelectorAll('.finding').length"}
    page = renderer("html")([report], "fr")
    assert page.partition("<noscript")[0].count("<article ") == AT_ONCE
    given = drive(
        [report], OPEN, STATUS, SHOWN, OPEN, {"do": "fill", "at": "#search", "text": "made/up-last"}, parsed, SHOWN,
        click("#everything"), SHOWN,
    )  # fmt: skip
    assert given[1:3] == [plural("shown", 250, "fr"), 250]
    assert given[5:7] == [250, 1]
    assert given[-1] == 250


def test_a_long_report_is_whole_without_scripts_and_on_paper(drive: Drive, require_tool: Tool, tmp_path: Path) -> None:
    paper = tmp_path / "page.pdf"
    still: Step = {"do": "open", "scripts": False, "print": True}
    seen, _, _ = drive([_long()], still, OPEN, {"do": "pdf", "to": str(paper)})
    assert (seen.count("made/up · "), seen.count("made/up-last · ")) == (249, 1)
    assert _words_on(paper, require_tool).count("made/up-last ·") == 1


def _words_on(paper: Path, require_tool: Tool) -> str:
    program = Path(require_tool("pdftoppm")).with_name("pdftotext")
    run = subprocess.run([program, paper, "-"], capture_output=True, check=True, timeout=60)
    return unicodedata.normalize("NFKC", run.stdout.decode())


def test_filters(drive: Drive) -> None:
    given = drive(
        [faulty(), clean()],
        OPEN,
        click('[name="severity"][value="error"]'),
        SHOWN,
        click("#everything"),
        {"do": "choose", "at": "#family", "value": "territory"},
        SHOWN,
        click('[name="severity"][value="warning"]'),
        SHOWN,
        click("#everything"),
        {"do": "choose", "at": "#object", "value": "1:org.example.fautes:tc-3d8k1m"},
        SHOWN,
        {"do": "fill", "at": "#search", "text": "nothing has this"},
        {"do": "ask", "code": "document.getElementById('none').hidden"},
        click("#everything"),
        click('button[data-code="territory/unknown-code"]'),
        SHOWN,
        FOCUS,
        click("#everything"),
        SHOWN,
    )
    shown = [value for value in given if isinstance(value, int) and not isinstance(value, bool)]
    assert shown == [5, 3, 2, 1, 2, 16]
    assert False in given
    assert "findings" in given


def test_keyboard(drive: Drive) -> None:
    tab: Step = {"do": "press", "key": "Tab"}
    outline: Step = {"do": "ask", "code": "getComputedStyle(document.activeElement).outlineStyle"}
    given = drive(
        [faulty()], OPEN, tab, FOCUS, outline, tab, FOCUS, {"do": "press", "key": "Enter"},
        {"do": "ask", "code": "document.documentElement.lang"}, tab, tab, tab, FOCUS,
        {"do": "press", "key": "Enter"}, SHOWN, FOCUS,
    )  # fmt: skip
    said = [value for value in given if value is not None]
    skip = "".join(ui("report-skip", tongue) for tongue in ("ar", "fr", "en"))
    assert said[:4] == [skip, "solid", "العربية", "ar"]
    assert said[4].startswith(ui("report-only", "ar"))
    assert said[5:] == [2, "findings"]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("width", [320, 800, 1300])
def test_nobody_is_kept_out_and_nothing_is_cut(drive: Drive, language: str, width: int) -> None:
    schemes = [step for dark in (False, True) for step in ({"do": "scheme", "dark": dark}, {"do": "axe"}, OVERFLOW)]
    reports = [faulty(), replace(clean(), source="c" * 300)]
    given = drive(reports, {"do": "size", "width": width}, OPEN, speak(language), *schemes, language="en")
    assert given[4::3] == [[], []]
    assert given[5::3] == [0, 0]


def test_paper(drive: Drive, require_tool: Tool, tmp_path: Path) -> None:
    hidden: Step = {"do": "ask", "code": "getComputedStyle(document.querySelector('.choice')).display"}
    steps = (
        OPEN,
        speak("ar"),
        {"do": "pdf", "to": str(tmp_path / "page.pdf")},
        {"do": "medium", "print": True},
        hidden,
    )
    given = drive([faulty()], *steps)
    assert given[-1] == "none"
    text = _words_on(tmp_path / "page.pdf", require_tool)
    assert text.count("structure/bad-format") == 1
    assert "2025-13" in text
    assert "org.example.fautes" in text


def test_hostile_texts(drive: Drive) -> None:
    report = quoting(HOSTILE)
    given = drive([report], OPEN, SHOWN, speak("ar"), {"do": "fill", "at": "#search", "text": "alert"}, SHOWN)
    assert given[1] == len(report.findings)
    assert 0 < given[4] < given[1]


def test_naughty_texts(drive: Drive, corpus: Path) -> None:
    report = quoting(naughty(corpus))
    given = drive([report], OPEN, SHOWN, speak("ar"), {"do": "fill", "at": "#search", "text": "javascript"}, SHOWN)
    assert given[1] == len(report.findings)
    assert 0 < given[4] < given[1]
