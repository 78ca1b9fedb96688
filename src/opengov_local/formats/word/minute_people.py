"""Lists in minutes below no question: where those who came end, and what a group brought."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.word.passages import Passage, bare, is_item
from opengov_local.formats.word.persons_named import is_person
from opengov_local.formats.word.section import has_label
from opengov_local.formats.word.who_came import who_came
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


def brings_unasked(passage: Passage) -> bool:
    """Tells whether a line is an item that says something, and neither names or counts people nor answers a label."""
    words = bare(passage.lines[0].text)
    people = is_person(words) or who_came(words).people is not None
    return is_item(passage.lines[0]) and not (people or has_label(words) or passage.is_nothing)
