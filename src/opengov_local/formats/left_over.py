"""What a format has no place for, counted field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from opengov_local.finding import Finding
from opengov_local.model.base import Model


class LeftOver:
    """Counts what is stated and not written.

    Args:
        format: name of the format.
    """

    def __init__(self, format: str) -> None:
        self._format = format
        self._counts: Counter[str] = Counter()

    def but(self, value: Model, carried: Collection[str]) -> None:
        """Counts the stated fields of an object but those that are carried; each item of a list counts."""
        for name, stated in value.to_tree().items():
            if name not in carried:
                self.one(value, name, len(stated) if isinstance(stated, list) and stated else 1)

    def one(self, value: Model, field: str, count: int = 1) -> None:
        """Counts what a field of an object says and is not written, or not wholly."""
        self._counts[f"{type(value).__name__}.{field}"] += count

    def findings(self) -> Iterator[Finding]:
        """Says what was not written, one finding a field."""
        for field, count in self._counts.items():
            if count:
                yield Finding(
                    "export/not-in-format", "warning", params={"name": self._format, "field": field, "count": count}
                )
