"""Pages to look at: those of the examples, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import opengov_local as ogl
from opengov_local.model import Package
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples")
VOID = frozenset({"meta", "input", "rect", "path", "br"})


def example(name: str) -> Package:
    """Gives an example by its path without the ending."""
    return ogl.load(EXAMPLES / f"{name}.json")


def page_of(package: Package, language: str = "fr", **options: Any) -> str:
    """Gives the page of a package."""
    return ogl.dump(package, "plan-html", language=language, **options).data.decode()


@dataclass
class Page(HTMLParser):
    """A page, taken apart.

    Attributes:
        ids: the names of its places, in order.
        leads: where its links lead.
        kinds: the kinds of its elements with their attributes.
        texts: the text inside each element that has an id of the package.
        html_text: all of its text.
        open: elements that are not closed.
    """

    html: str
    ids: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    kinds: set[tuple[str, str]] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    html_text: str = ""
    open: list[tuple[str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.kinds |= {(tag, name) for name in given}
        name = given.get("id")
        if name:
            self.ids.append(name)
            self.texts[name] = ""
        if tag == "a":
            self.leads.append(given["href"] or "")
        if tag not in VOID:
            self.open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag, tag

    def handle_data(self, data: str) -> None:
        self.html_text += data
        for _, name in self.open:
            if name:
                self.texts[name] += data

    def __hash__(self) -> int:
        return id(self)
