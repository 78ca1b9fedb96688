"""Lines of minutes that count something of the gathering: "Nombre de réunions : 4", «عدد الاجتماعات: 4»."""

from __future__ import annotations

import re
from typing import Final

from opengov_local.formats.paper.measures import NO_MEASURE
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.importing.draft import Node
from opengov_local.importing.words.numerals import plain_digits

_COUNTED: Final = re.compile(r"\s*(?P<label>[^:：\n]{3,80}?)\s*[:：]\s*(?P<number>\d{1,6})\s*\.?\s*")


def read_declared(writing: Writing, workshop: Node, passage: Passage) -> bool:
    """Reads a line that says how many of something there were as a declared figure; tells whether it was one.

    Nothing but a number stands behind its colon, and a word for counting before.
    """
    found = _COUNTED.fullmatch(passage.text) if len(passage.lines) == 1 else None
    if found is None or not begins("count_word", found["label"]):
        return False
    there = writing.add(workshop, "reported_figures", passage.piece)
    writing.draft.put(there, "measure", NO_MEASURE, passage.piece)
    writing.draft.say("import/assumed", passage.piece, severity="info", node=there, field="measure", value=NO_MEASURE)
    writing.put_text(there, "label", passage.of([Line(found["label"])]))
    writing.draft.put(there, "value", str(int(plain_digits(found["number"]))), passage.piece)
    return True
