"""When a workshop was held, as a document of ours writes it."""

from __future__ import annotations

from opengov_local.formats.word.documents.reading import Reading
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node


def held_on(reading: Reading, workshop: Node, passage: Passage) -> None:
    """Puts the day of a workshop, or its first and last day, or the last; words that are no date are kept."""
    found = read_date(passage.text)
    if found is None or not (found.start or found.end):
        reading.writing.keep(workshop, passage)
        return
    if found.start is not None:
        reading.writing.draft.put(workshop, "date", found.start, passage.piece)
    if found.kind != "date" and found.end is not None:
        reading.writing.draft.put(workshop, "until", found.end, passage.piece)
