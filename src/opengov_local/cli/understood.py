"""What was made of a source, at a glance, so that a person sees whether it was understood: counts and titles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import opengov_local as ogl
from opengov_local import api, messages
from opengov_local.cli.wording import whole

_SHOWN: Final = (
    "plan", "axis", "commitment", "milestone", "indicator",
    "workshop", "working_group", "contribution", "update", "assessment",
)  # fmt: skip
_LINES: Final = 12
_LENGTH: Final = 70


def understood(tree: Any, language: str) -> Iterator[str]:
    """Gives lines that say what a document holds.

    Args:
        tree: JSON-shaped data of a package, valid or not.
        language: one of ar, fr, en.
    """
    found = api.counts(tree)
    kinds = " · ".join(_times(found[kind], kind, language) for kind in _SHOWN if found[kind])
    yield whole(f"{messages.ui('understood', language)} {kinds or '—'}", language)
    entries = list(api.outline(tree))
    for entry in entries[:_LINES]:
        yield f"{'  ' * (entry.level + 1)}{whole(_line(entry, language), language)}"
    if len(entries) > _LINES:
        yield f"    {whole(messages.ui('understood-more', language, count=len(entries) - _LINES), language)}"


def _line(entry: api.Entry, language: str) -> str:
    title = ogl.read_text(entry.title, language).text if entry.title else "—"
    short = title if len(title) <= _LENGTH else f"{title[:_LENGTH]}…"
    line = messages.ui("understood-one", language, title=f"{entry.number} {short}" if entry.number else short)
    return f"{line} ({_times(entry.below, entry.holds, language)})" if entry.holds else line


def _times(count: int, kind: str, language: str) -> str:
    return f"{count} × {ogl.codelists.get('object_kind').label(kind, language)}"
