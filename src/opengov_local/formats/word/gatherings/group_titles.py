"""What stands behind the title of a working group, and is said of it: "Groupe 1 : Accès (rapporteur : Mme Amal)"."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.persons_named import is_person

_BEHIND: Final = re.compile(
    r"(?P<title>.*?\S)\s*(?:[(\[](?P<inside>[^()\[\]]+)[)\]]|\s[-–—]\s+(?P<rest>[^-–—]+))\s*", re.DOTALL
)
_WORDS: Final = 3
"""Words of the longest label that no colon ends: "animé par"."""


def parted(title: str, labels: Labels) -> tuple[str, list[str]]:
    """Parts lines with a label, which are said of the group, from its title.

    Args:
        title: the title, as it stands there.
        labels: knows labels.

    Returns:
        The title and the lines, "rapporteur : Mme Amal"; the whole title and none where one of them has no label.
    """
    found = _BEHIND.fullmatch(title)
    said = (found["inside"] or found["rest"]) if found else ""
    lines: list[str] = []
    for part in map(str.strip, re.split("[;؛,،]", said)):
        if line := _labelled(part, labels):
            lines.append(line)
        elif lines and not any(map(str.isdigit, part)):
            lines[-1] = f"{lines[-1]}, {part}"  # the office of whom the label names
        else:
            return title, []
    return (found["title"], lines) if found and lines else (title, [])


def _labelled(text: str, labels: Labels) -> str | None:
    """Gives a line with its label before a colon; None where it has no label that is of people, or names nobody."""
    head, colon, _ = text.partition(":")
    if colon:
        return text if _is_of_people(head.strip(), labels) else None
    words = text.split()
    counts = range(min(_WORDS, len(words) - 1), 0, -1)
    heads = ((" ".join(words[:count]), " ".join(words[count:])) for count in counts)
    return next((f"{head}: {who}" for head, who in heads if is_person(who) and _is_of_people(head, labels)), None)


def _is_of_people(label: str, labels: Labels) -> bool:
    return any(each.concept in ("group", "workshop") and each.field in _PEOPLE for each in labels.meanings(label))


_PEOPLE: Final = frozenset({"rapporteurs", "facilitators", "chairs", "members"})
