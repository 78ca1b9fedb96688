"""Where parts of minutes end: the agenda, and the groups, with the sentence that the gathering is over."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.word.minute_words import ends_gathering
from opengov_local.formats.word.passages import Passage, is_item


def ends_groups(passage: Passage) -> bool:
    """Tells whether a line says that the gathering is over: what stands below speaks of the whole of it."""
    return not is_item(passage.lines[0]) and ends_gathering(passage.text)


def ends_agenda(passage: Passage, points: Sequence[Passage]) -> bool:
    """Tells whether a line below an agenda is no point of it, but begins something else that nobody knows.

    It ends with a colon, or the points above are items and it is none.
    """
    if is_item(passage.lines[0]):
        return False
    listed = bool(points) and all(is_item(point.lines[0]) for point in points)
    return listed or passage.text.rstrip().endswith((":", "："))
