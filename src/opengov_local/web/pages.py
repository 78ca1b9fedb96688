"""The frame of a page: its languages, its style and script, and the policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from opengov_local.messages import LANGUAGES
from opengov_local.messages.numbers import write_number
from opengov_local.web import GENERATOR

DIRECTIONS: Final = {"ar": "rtl", "fr": "ltr", "en": "ltr"}
NAMES: Final = {"ar": "العربية", "fr": "Français", "en": "English"}
"""What each language calls itself."""


_SHARED: Final = (__name__.rpartition(".")[0], "frame.html.jinja")


class Frame(NamedTuple):
    """What stands around the content of a page.

    Attributes:
        style: its style sheet.
        script: its script.
        policy: its Content-Security-Policy: style and script by their digest, and nothing else.
        directions: writing direction of each language.
        names: what each language calls itself.
        generator: what tells a page of ours from others.
    """

    style: Markup
    script: Markup
    policy: str
    directions: Mapping[str, str]
    names: Mapping[str, str]
    generator: Markup = Markup(GENERATOR)


@cache
def frame(room: str) -> Frame:
    """Gives the frame of the pages of a room: what all share, then the `page.css` and `page.js` of the room.

    Args:
        room: full name of its Python package.
    """
    style, script = (_resource(_SHARED[0], f"base.{kind}") + _resource(room, f"page.{kind}") for kind in ("css", "js"))
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Frame(Markup(style), Markup(script), policy, DIRECTIONS, NAMES)


@cache
def template(room: str, name: str = "page.html.jinja") -> Template:
    """Gives a template of a room; it can import the macros of `frame.html.jinja`, which stand here."""
    environment = Environment(
        loader=FunctionLoader(lambda wanted: _resource(*(_SHARED if wanted == _SHARED[1] else (room, wanted)))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"figure": figure, "write_number": write_number}
    return environment.get_template(name)


def in_all(say: Callable[[str], str]) -> Markup:
    """Gives a text in every language, each in an element of its own; the style shows the one of the page."""
    return words({tongue: say(tongue) for tongue in LANGUAGES})


def words(texts: Mapping[str, str]) -> Markup:
    """Gives the words of a page by language; words that are the same in all stand once."""
    if len(set(texts.values())) == 1:
        return escape(next(iter(texts.values())))
    spans = (f'<span data-l="{tongue}" lang="{tongue}">{escape(text)}</span>' for tongue, text in texts.items())
    return Markup("".join(spans))


def figure(n: int) -> Markup:
    """Gives a number as each language writes it."""
    return in_all(lambda tongue: write_number(n, tongue))


def encoded(page: str) -> bytes:
    """Writes a page as UTF-8; what UTF-8 cannot hold is spelled out."""
    return page.encode("utf-8", "backslashreplace")


def _digest(text: str) -> str:
    """Gives the SHA-256 of a style or script, as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _resource(room: str, name: str) -> str:
    return files(room).joinpath(name).read_text(encoding="utf-8")
