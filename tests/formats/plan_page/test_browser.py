"""The page of a plan in Chromium: language, filters, traces, keyboard, paper, contrast, hostile texts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.browser.driving import FOCUS, OPEN, OVERFLOW, Step, Tool, click, speak
from tests.browser.driving import drive as drive_page
from tests.formats.plan_page.pages import example, page_of
from tests.formats.plan_page.test_page import _filled
from tests.report.samples import HOSTILE

from opengov_local import codelists
from opengov_local.messages import plural
from opengov_local.model import Contribution, Package
from opengov_local.model.text import read_text

Drive = Callable[..., list[Any]]

SHOWN: Step = {"do": "ask", "code": "[...document.querySelectorAll('.commitment')].filter(c => !c.hidden).length"}
ROWS: Step = {"do": "ask", "code": "[...document.querySelectorAll('.rows > li')].filter(c => !c.hidden).length"}
STATUS: Step = {"do": "ask", "code": "document.getElementById('shown').textContent"}
TITLE: Step = {
    "do": "ask",
    "code": "[document.documentElement.dir, document.title, document.querySelector('h1').innerText]",
}
FULL = "synthetic/full-plan"


@pytest.fixture
def drive(require_tool: Tool, tmp_path: Path) -> Drive:
    def run(package: Package, *steps: Step, language: str = "fr") -> list[Any]:
        page = tmp_path / "plan.html"
        page.write_text(page_of(package, language), encoding="utf-8")
        return drive_page(require_tool, page, *steps)

    return run


def test_language(drive: Drive) -> None:
    package = example(FULL)
    assert package.title
    _, french, status, _, arabic, arabic_status = drive(package, OPEN, TITLE, STATUS, speak("ar"), TITLE, STATUS)
    assert french == ["ltr", package.title["fr"], package.title["fr"]]
    assert arabic == ["rtl", package.title["ar"], package.title["ar"]]
    assert (status, arabic_status) == (plural("commitments-shown", 5, "fr"), plural("commitments-shown", 5, "ar"))


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_without_scripts_all_of_it_is_read(drive: Drive, language: str) -> None:
    package = example(FULL)
    (seen,) = drive(package, {"do": "open", "scripts": False}, language=language)
    for commitment in package.plans[0].commitments:
        assert commitment.title[language] in seen
        assert all(step.title[language] in seen for step in commitment.milestones)


def look(text: str) -> Step:
    return {"do": "fill", "at": "#search", "text": text}


def test_filters(drive: Drive) -> None:
    given = drive(
        example(FULL), OPEN, {"do": "choose", "at": "#status", "value": "completed"}, SHOWN, ROWS,
        {"do": "choose", "at": "#status", "value": "suspended"}, SHOWN, click("#everything"), SHOWN,
        look("مَكتب المواطن"), SHOWN, speak("ar"), SHOWN, look("nobody says this"), SHOWN,
        {"do": "ask", "code": "document.getElementById('none').hidden"}, click("#everything"),
        click(".axes > li:first-child .only"), SHOWN, FOCUS,
    )  # fmt: skip
    told = [value for value in given if not isinstance(value, list | None)]
    assert told == [1, 1, 1, 5, 0, 1, 0, False, 2, "commitments"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_numbers_are_found_in_the_digits_of_all_scripts(drive: Drive, language: str) -> None:
    asked = ("35,5", "35.5", "٣٥٫٥", "٣٥،٥", "۳۵٫۵", "٨٠٪", "80%", "٣٥٫٦")
    steps = [step for text in asked for step in (look(text), SHOWN)]
    given = drive(example(FULL), OPEN, speak(language), *steps)
    assert [value for value in given if isinstance(value, int)] == [1, 1, 1, 1, 1, 1, 1, 0]


def test_a_trace_is_followed_also_to_what_was_hidden(drive: Drive) -> None:
    package = example(FULL)
    group = package.workshops[0].working_groups[0]
    brought = next(one for one in group.contributions if one.disposition and one.disposition.commitments)
    assert brought.disposition
    commitment = brought.disposition.commitments[0]
    place: Step = {"do": "ask", "code": "decodeURIComponent(location.hash)"}
    first: Step = {
        "do": "ask",
        "code": f"(() => {{ const b = document.getElementById('{commitment}').getBoundingClientRect();"
        " return b.height > 0 && b.top < innerHeight && b.bottom > 0; })()",
    }
    given = drive(
        package, OPEN, {"do": "fill", "at": "#search", "text": "nobody says this"}, SHOWN,
        {"do": "ask", "code": "document.documentElement.style.scrollBehavior = 'auto'"},
        click(f'[id="{brought.id}"] a[href="#{commitment}"]'), place, first, SHOWN,
        click(f'[id="{commitment}"] .trace > li:first-child a[href="#{brought.id}"]'), place,
    )  # fmt: skip
    told = [value for value in given if value not in (None, "auto")]
    assert told == [0, f"#{commitment}", True, 5, f"#{brought.id}"]


def _chain(package: Package) -> list[str]:
    """Gives ids of a contribution, the commitment it became, a milestone of that, and a report on the milestone."""
    commitments = {one.id: one for plan in package.plans for one in plan.commitments}
    reports = {update.target: update.id for update in package.progress_updates}
    for group in (group for workshop in package.workshops for group in workshop.working_groups):
        for one in group.contributions:
            for commitment in one.disposition.commitments if one.disposition else ():
                for step in commitments[commitment].milestones:
                    if step.id in reports:
                        return [one.id, commitment, step.id, reports[step.id]]
    raise AssertionError


def _inside(holder: str, target: str) -> str:
    """Gives the selector of a link inside the place of an object that leads to another."""
    return f'[id="{holder}"] a[href="#{target}"]'


@pytest.mark.parametrize(("by", "language"), [("pointer", "fr"), ("keyboard", "ar")])
def test_from_contribution_to_result_and_back(drive: Drive, by: str, language: str) -> None:
    package = example(FULL)
    chain = _chain(package)
    brought = package.index.find(chain[0], Contribution)
    assert brought
    assert brought.disposition
    assert brought.disposition.reason
    there = [
        *pairwise(chain),
        (chain[3], chain[2]),
        (chain[1], chain[0]),
    ]  # and back; a milestone lies in its commitment
    still: Step = {"do": "ask", "code": "document.documentElement.style.scrollBehavior = 'auto'"}
    seen: Step = {
        "do": "ask",
        "code": "(() => { const id = decodeURIComponent(location.hash.slice(1));"
        " const b = document.getElementById(id).getBoundingClientRect();"
        " return b.height > 0 && b.top < innerHeight && b.bottom > 0 ? id : null; })()",
    }
    decision: Step = {"do": "ask", "code": f"document.getElementById('{chain[0]}').innerText"}
    steps: list[Step] = [OPEN, {"do": "go", "search": f"?lang={language}#{chain[0]}"}, still, decision]
    for holder, target in there:
        at = _inside(holder, target)
        follow: list[Step] = [{"do": "reach", "at": at}, {"do": "press", "key": "Enter"}]
        steps += [*(follow if by == "keyboard" else [click(f"{at} >> nth=0")]), seen]
    given = drive(package, *steps)
    text = given[3]
    assert codelists.get("disposition").label(brought.disposition.status, language) in text
    assert read_text(brought.disposition.reason, language).text in text
    assert [value for value in given[4:] if isinstance(value, str)] == [target for _, target in there]


def test_filters_by_keyboard(drive: Drive) -> None:
    down: Step = {"do": "press", "key": "ArrowDown"}
    given = drive(
        example(FULL), OPEN, {"do": "reach", "at": "#search"}, {"do": "type", "text": "portail"}, SHOWN,
        {"do": "reach", "at": "#everything"}, {"do": "press", "key": "Enter"}, SHOWN,
        {"do": "press", "key": "Shift+Tab", "times": 2}, FOCUS, down, SHOWN, STATUS,
    )  # fmt: skip
    assert (given[3], given[6], given[8], given[10]) == (1, 5, "status", 1)
    assert given[11] == plural("commitments-shown", 1, "fr")


def test_keyboard(drive: Drive) -> None:
    tab: Step = {"do": "press", "key": "Tab"}
    enter: Step = {"do": "press", "key": "Enter"}
    outline: Step = {"do": "ask", "code": "getComputedStyle(document.activeElement).outlineStyle"}
    language: Step = {"do": "ask", "code": "document.documentElement.lang"}
    given = drive(
        example(FULL), OPEN, tab, outline, tab, FOCUS, outline, enter, language,
        {"do": "press", "key": "Shift+Tab"}, enter, FOCUS, tab, FOCUS,
    )  # fmt: skip
    told = [value for value in given if value is not None]
    assert told == ["solid", "العربية", "solid", "ar", "commitments", "search"]


def test_the_focus_is_seen_and_space_works_like_enter(drive: Drive) -> None:
    outline: Step = {"do": "ask", "code": "getComputedStyle(document.activeElement).outlineStyle"}
    space: Step = {"do": "press", "key": " "}
    opened: Step = {"do": "ask", "code": "document.activeElement.parentElement.open"}
    language: Step = {"do": "ask", "code": "document.documentElement.lang"}

    def seen(at: str) -> list[Step]:
        return [{"do": "reach", "at": at}, outline]

    given = drive(
        example(FULL), OPEN, *seen("#search"), *seen("#status"), *seen("#everything"),
        look("nobody says this"), SHOWN, *seen("#everything"), space, SHOWN,
        *seen(".commitment summary"), space, opened, *seen('[data-language="ar"]'), space, language,
    )  # fmt: skip
    told = [value for value in given if isinstance(value, str | bool) or value in (0, 5)]
    assert told == [*["solid"] * 3, 0, "solid", 5, "solid", True, "solid", "ar"]


@pytest.mark.parametrize(("name", "width"), [(FULL, 320), ("oriental", 1300)])
def test_nobody_is_kept_out_and_nothing_is_cut(drive: Drive, name: str, width: int) -> None:
    opened: Step = {"do": "ask", "code": "document.querySelectorAll('details').forEach(d => { d.open = true; })"}
    size: Step = {"do": "size", "width": width}
    dark: Step = {"do": "scheme", "dark": True}
    given = drive(
        example(name), size, OPEN, opened, {"do": "axe"}, OVERFLOW, dark, speak("ar"), {"do": "axe"}, OVERFLOW
    )
    assert [given[3], given[7]] == [[], []]
    assert [given[4], given[8]] == [0, 0]


def test_hostile_texts(drive: Drive) -> None:
    texts = [text for text in HOSTILE if text.isprintable() and text.strip()]
    given = drive(_filled(texts), OPEN, SHOWN, speak("ar"), {"do": "fill", "at": "#search", "text": "alert"}, SHOWN)
    assert given[1] == 5
    assert 0 < given[4] <= 5
