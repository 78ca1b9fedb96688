"""The times that labels of a report name: "Réalisations 2024" and "Réalisations 2025" are two updates of a project."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.account import Piece
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.timed_labels import TimedLabel, last_month

Span = tuple[str | None, str | None]


class LabelTimes:
    """Tells updates of one object apart by the times in their labels, and keeps where these stand."""

    def __init__(self) -> None:
        """Starts without any."""
        self._spans: dict[str, list[Span]] = {}
        self._now: dict[str, Span] = {}
        self._found: dict[str, Passage] = {}
        self._is_day: dict[str, bool] = {}

    def note(self, target: str, there: TimedLabel, piece: Piece) -> None:
        """Takes note of the time of a label; what follows on the object is about that time."""
        spans = self._spans.setdefault(target, [])
        span = _known(spans, (there.reading.start, there.reading.end))
        if span not in spans:
            spans.append(span)
        self._now[target] = span
        passage = Passage((Line(there.said),), (piece._replace(text=there.said),))
        self._found.setdefault(self.key(target), passage)
        self._is_day[self.key(target)] = bool(_day_of(span))

    def key(self, target: str) -> str:
        """Gives the key of the update that is spoken of now; what names no time belongs to the first."""
        spans = self._spans.get(target, [])
        now = self._now.get(target)
        return target if now is None or now == spans[0] else f"{target}\n{now}"

    def found(self, *, alone: bool) -> Iterator[tuple[str, str, Passage]]:
        """Gives the key of each update with a time, whether it is a day or a period, and the words.

        Args:
            alone: whether to give the times of objects that have but one.
        """
        for key, passage in self._found.items():
            if alone or len(self._spans[key.partition("\n")[0]]) > 1:
                yield key, "reported_on" if self._is_day[key] else "reported_for", passage

    def last_month(self) -> tuple[int, int]:
        """Gives the last month of the times that labels named; the beginning of all times where none did."""
        spans = (span for spans in self._spans.values() for span in spans)
        return max((last_month(end or start or "") for start, end in spans), default=(0, 0))


def _known(spans: list[Span], span: Span) -> Span:
    """Gives the time noted before that a time is about: a year for a day in it, else the time itself."""
    day = _day_of(span)
    return next((each for each in spans if day and each[1] is None and each[0] == day[:4]), span)


def _day_of(span: Span) -> str:
    """Gives the day that a time is: "31/12/2025", "jusqu'au 31 décembre 2025"; "" where it is longer."""
    start, end = span
    one = start or end or ""
    return one if not (start and end) and len(one) == len("2025-01-31") else ""
