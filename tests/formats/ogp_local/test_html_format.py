"""The HTML form: well formed, self-contained, escaped, in its language and direction, the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.formats.ogp_local.html_format import write
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.html_drawing import css_string
from opengov_local.model import Package

Make = Callable[..., Package]
VOID = {"meta", "col", "br", "hr", "img", "link", "input"}
HOSTILE = "<script>alert(1)</script> & \"double\" 'single' \u202eturned \x00null \x0bfeed"


class Page(HTMLParser):
    """Reads a page, and fails on an element that is not closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))

    def values(self, name: str) -> set[str]:
        return {value for _, attributes in self.tags if (value := attributes.get(name))}


def page_of(package: Package, language: str = "fr") -> Page:
    return Page(write(package, language=language).data.decode("utf-8"))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_page_is_in_its_language(made_up: Make, language: str, direction: str) -> None:
    page = page_of(made_up(), language)
    root = page.tags[0]
    assert root == ("html", {"lang": language, "dir": direction})
    texts = {text.strip() for _, text in page.texts}
    for label in labels().values():
        if label.evidence == "verified" and label.key != "word.not_available":
            assert label.texts[language] in texts


def test_text_in_another_language_says_so(made_up: Make) -> None:
    page = page_of(made_up())
    assert ("bdi", {"lang": "ar", "dir": "rtl"}) in page.tags
    assert ("small", "[arabe]") in page.texts


def test_page_needs_nothing_from_outside(made_up: Make) -> None:
    page = page_of(made_up())
    assert page.values("src") == set()
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"url\(|@import", write(made_up()).data.decode("utf-8"))


def test_links_inside_the_page_lead_somewhere(made_up: Make) -> None:
    page = page_of(made_up())
    anchors = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert anchors == {"plan_1_commitment_1", "plan_1_commitment_2"}
    assert anchors <= page.values("id")
    outside = {href for href in page.values("href") if not href.startswith("#")}
    assert outside
    assert all(href.startswith("https://example.org/") for href in outside)


def test_every_sheet_of_a_synthetic_package_says_so(made_up: Make) -> None:
    page = page_of(made_up())
    banner = labels()["note.synthetic"].texts["fr"]
    assert [text for tag, text in page.texts if tag == "p"].count(banner) == len(made_up().plans[0].commitments) + 3


def test_hostile_text_stays_text(bare: Make) -> None:
    page = page_of(bare(foreword={"fr": HOSTILE}, title={"fr": HOSTILE}))
    shown = HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")
    assert ("bdi", shown) in page.texts
    assert "script" not in {tag for tag, _ in page.tags}


def test_output_that_is_not_stated_lies_on_all_its_columns(made_up: Make) -> None:
    wide = [attributes for tag, attributes in page_of(made_up()).tags if tag == "td" and "colspan" in attributes]
    about, *others = wide  # what is said of a group
    assert about == {"colspan": "6"}
    assert others == [{"colspan": "5"}] * 2  # the results, and milestones of which none is stated


def test_same_package_gives_same_bytes(made_up: Make) -> None:
    assert write(made_up(), language="ar") == write(made_up(), language="ar")


@given(st.text())
def test_css_string_cannot_be_left(text: str) -> None:
    written = css_string(text)
    assert written.startswith('"')
    assert written.endswith('"')
    assert not set(written[1:-1]) & set("\"'<>\n\r")
