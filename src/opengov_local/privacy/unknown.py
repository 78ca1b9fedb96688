"""Fields outside the model, made fit to be published as far as what is private in them can be recognised."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from opengov_local.privacy.contacts import counts_else, without_contacts
from opengov_local.privacy.keys import private_key
from opengov_local.privacy.links import contacts_in_link
from opengov_local.privacy.redaction import What

Path = tuple[str | int, ...]
Note = Callable[[Path, What, int], None]
"""Takes what was taken out: place, kind, count."""

_ONLY_A_NUMBER: Final = re.compile(r"[\d\s.-]+")

GONE: Final = object()
"""Stands for a value of which nothing is left."""


def public_value(value: Any, path: Path, note: Note, heading: str = "") -> Any:
    """Gives a value as it may be published; `GONE` where nothing of it may.

    Args:
        value: JSON-shaped data.
        path: where it stands, from the root.
        note: takes what was taken out.
        heading: what it stands under.
    """
    if isinstance(value, str):
        if "/" in value and len(value.split()) == 1 and (count := contacts_in_link(value)):
            note(path, "contacts", count)
            return GONE
        text, count = without_contacts(value, running=not (counts_else(heading) and _ONLY_A_NUMBER.fullmatch(value)))
        if count:
            note(path, "contacts", count)
        return text
    if isinstance(value, list):
        made = [public_value(each, (*path, at), note, heading) for at, each in enumerate(value)]
        return _left(value, [each for each in made if each is not GONE])
    return _public_object(value, path, note) if isinstance(value, dict) else value


def _public_object(value: dict[str, Any], path: Path, note: Note) -> Any:
    """Gives an object as it may be published; what an importer kept goes as a whole where its heading is private."""
    if value.get("capacity") == "private":
        if len(value) > 1:
            note(path, "private_persons", 1)
        return {"capacity": "private"}
    if isinstance(label := value.get("label"), str) and "text" in value and (what := private_key(label)):
        note(path, what, 1)
        return GONE
    return _left(value, public_fields(value, path, note, label if isinstance(label, str) else ""))


def public_fields(fields: dict[str, Any], path: Path, note: Note, label: str = "") -> dict[str, Any]:
    """Gives those fields outside the model that may be published, by name.

    Args:
        fields: their values by name.
        path: where they stand, from the root.
        note: takes what was taken out.
        label: what the source calls them, where an importer kept it beside.
    """
    kept = {}
    for name, value in fields.items():
        here = (*path, name)
        what = private_key(name) if value not in (None, "", [], {}) else None
        if without_contacts(name)[1]:
            what = "contacts"
        if what:
            note(here, what, 1)
        elif (made := public_value(value, here, note, label or name)) is not GONE:
            kept[name] = made
    return kept


def _left(before: Any, after: Any) -> Any:
    """Gives what is left; nothing where it was emptied."""
    return GONE if before and not after else after
