"""Tick boxes: which of some choices is ticked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opengov_local.formats.word.texts.passages import Line

_OFF, _ON = "☐□◻▢❏❑⬜", "☒☑✓✔✗✘✕■◼⬛🗹🗷"
_BOX = re.compile(rf"(?P<on>[{_ON}]|[\[(]\s?[xX✓✔]\s?[\])])|(?P<off>[{_OFF}]|[\[(]\s?[\])])")


def ticked(lines: Iterable[Line]) -> str | None:
    """Gives the choice that is ticked, several one a line.

    A box stands before its choice, or behind it where the text begins with words.

    Returns:
        The choice, "" where there are boxes and none is ticked; None where there are no boxes.
    """
    text = "\n".join(line.text for line in lines)
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return None
    behind = bool(text[: boxes[0].start()].strip(" \t\n:/|-"))
    chosen = []
    for number, box in enumerate(boxes):
        if box["on"] is None:
            continue
        if behind:
            start, end = boxes[number - 1].end() if number else 0, box.start()
        else:
            start, end = box.end(), boxes[number + 1].start() if number + 1 < len(boxes) else len(text)
        chosen.append(text[start:end].strip(" \t\n:/|,;-"))
    return "\n".join(choice for choice in chosen if choice)
