"""A question that was asked in a plan, with what was said below it so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from opengov_local.formats.word.labels import Meaning
from opengov_local.formats.word.passages import Passage

LABELLED = re.compile(r"[^\W\d_][^\s:：]*(?:\s[^\s:：]+){0,3}\s?[:：]\s+\S")
"""A line with a label that nobody knows: `Risque : retards`."""


@dataclass(slots=True)
class Section:
    """A question that was asked by a heading or label, with what was said below it so far.

    Attributes:
        meaning: what is asked for.
        label: the question.
        passages: the answer.
    """

    meaning: Meaning
    label: str
    passages: list[Passage] = field(default_factory=list)

    def ends_before(self, passage: Passage) -> bool:
        """Tells whether a line below words without a label has one that nobody knows, and belongs to them no more."""
        return not self.label and LABELLED.match(passage.text) is not None
