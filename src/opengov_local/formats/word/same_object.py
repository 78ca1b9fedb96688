"""Whether an axis or a commitment is the one that words name: by official numbers, by number, by title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from opengov_local.formats.word.passages import Line, Passage, by_language
from opengov_local.importing.words import fold, read_identifier

_IDS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")


def is_named_so(data: dict[str, Any], number: str, title: str, ids: Sequence[str] = (), *, exactly: bool) -> bool:
    """Tells whether an object is the one of an id, title or number.

    Args:
        data: the object.
        number: the number; "" where none is said.
        title: the title; likewise.
        ids: official numbers.
        exactly: whether titles are written as they are, as in our own forms: there "C++" is not "C".
    """
    numbers = data.get("identifiers", [])
    if ids and isinstance(numbers, list) and numbers:
        return any(each["value"].lower() == known.lower() for each in numbers for known in ids)
    if number and data.get("number", number) != number:
        return False
    titles = data.get("title", {})
    if title and isinstance(titles, dict) and titles:
        likened = _on_one_line if exactly else fold
        there = by_language(Passage((Line(title),), ()), None, title=True)
        said = {likened(title), *(likened(text) for _, text in there)}
        return any(likened(known) in said for known in titles.values())
    return bool(number) and data.get("number") == number and not (title and titles)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def with_ids(title: str) -> tuple[str, list[str]]:
    """Parts official numbers in brackets from a title: `Portail (MAAGD0001)`."""
    found = _IDS.search(title)
    if found is None:
        return title, []
    ids = [part.strip() for part in re.split("[,;،]", found[1])]
    if all(read_identifier(each) for each in ids):
        return title[: found.start()], ids
    return title, []
