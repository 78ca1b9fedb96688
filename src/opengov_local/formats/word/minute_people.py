"""Where lists of those who came to a gathering end."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.word.passages import Passage, is_item
from opengov_local.importing.dates import DateContext, find_dates


def ends_people(passage: Passage, people: Sequence[Passage], context: DateContext) -> bool:
    """Tells whether a line below a list of people names nobody: it has a date, or the people are items and it is none.

    Args:
        passage: the line.
        people: what stands in the list so far.
        context: what is known of the dates of the file.
    """
    if is_item(passage.lines[0]) or not people:
        return False
    listed = all(is_item(each.lines[0]) for each in people)
    return listed or any(True for _ in find_dates(passage.text, context))
