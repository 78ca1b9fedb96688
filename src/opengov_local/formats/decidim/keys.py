"""Keys of exports in one spelling: `title_fr`, `title/fr`; `startDate`, `start_date`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opengov_local.formats.decidim.tables import spellings
from opengov_local.model.scalars import LANGUAGE_PATTERN

_NEW_WORD: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LOCALE: Final = r"[A-Za-z]{2,3}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))?"
_ENDING: Final = re.compile(rf"(title|description|body|answer|subtitle|name|short_description)_({_LOCALE})")
_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_MACHINE: Final = "machine_translations/"


@cache
def key_of(heading: str) -> str:
    """Gives the key of a heading or of a path of keys, parts divided by `/`."""
    text = heading.strip().strip("\ufeff")
    if ending := _ENDING.fullmatch(text):
        text = f"{ending[1]}/{ending[2]}"
    plain = "/".join(_part(part.strip()) for part in text.split("/"))
    return spellings().get(plain, plain)


def _part(part: str) -> str:
    """Writes a part of a key in small letters with underscores; a locale with a region stays as it is."""
    return part if "-" in part else _NEW_WORD.sub("_", part).lower()


def root_of(key: str) -> str:
    """Gives the first part of a key."""
    return key.partition("/")[0]


@cache
def language_of_rest(rest: str) -> tuple[str | None, bool] | None:
    """Reads what stands behind the key of a text: its language (None: not said), and whether a machine translated.

    Returns:
        None where it names no language.
    """
    machine = rest.startswith(_MACHINE)
    locale = rest.removeprefix(_MACHINE)
    if not locale:
        return None if machine else (None, False)
    first, *others = re.split("[-_]", locale)
    tag = "-".join((first.lower(), *(_subtag(other) for other in others)))
    return (tag, machine) if _LANGUAGE.fullmatch(tag) else None


def _subtag(text: str) -> str:
    return text.title() if len(text) == 4 else text.upper() if len(text) <= 3 else text.lower()
