"""What a heading over the working groups of minutes asks of each of them: "Propositions" over "Groupe 1"."""

from __future__ import annotations

from opengov_local.formats.wording.labels.labels import Meaning


class OverGroups:
    """Knows the heading under which groups stand, and what it asks."""

    def __init__(self) -> None:
        self._rank = 0
        self._asked: Meaning | None = None
        self._label = ""

    def head(self, rank: int, asked: Meaning | None, label: str) -> None:
        """Takes note of a heading: it ends those of its level and below.

        Args:
            rank: its level; 0 of a label that is no heading.
            asked: what it asks for; None where nobody knows.
            label: its words.
        """
        brought = asked is not None and asked.concept == "contribution"
        if rank and (not self._rank or rank <= self._rank):
            self._rank, self._asked, self._label = (rank, asked, label) if brought else (0, None, "")

    def asked_of(self, rank: int) -> tuple[Meaning | None, str]:
        """Gives what is asked of a group on a level, and in which words; None and "" where nothing is."""
        below = 0 < self._rank < rank
        return (self._asked, self._label) if below else (None, "")
