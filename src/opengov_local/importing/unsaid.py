"""Cells that are kept as they stand though no finding speaks of them: one note for each column tells of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from opengov_local.account import Entry, Piece, Place
from opengov_local.finding import Parameter
from opengov_local.importing.kept import SPANS, by_part

_WHOLE = frozenset({"import/sheet-unread", "import/hidden-sheet", "import/cover-kept", "import/sheet-of-no-plan",
                    "import/decidim-file-unread", "import/making-kept"})  # fmt: skip
"""Codes that speak of all that was kept of a sheet."""
_ROWS = frozenset({"import/row-without-title", "import/total-row", "import/note-row", "import/target-unknown",
                   "import/target-ambiguous", "import/target-missing",
                   "import/contribution-unknown", "import/contribution-not-here", "import/holder-unknown",
                   "import/holder-ambiguous", "import/row-without-holder", "import/no-holder",
                   "import/no-place", "import/row-without-content", "import/belongs-to-nothing",
                   "import/row-longer", "import/row-shorter", "import/of-plan-kept"})  # fmt: skip
"""Codes that speak of all that was kept of a row, at one of its cells."""
_ABOVE = "import/kept-above"
"""The code that speaks of all that was kept above a table, at the first of it."""


_ITEM = re.compile(r"/[0-9]+(?=/|$)")
"""The number of an item in the path of a field."""


class Told(NamedTuple):
    """A finding: its code, where it is, and what its message needs."""

    code: str
    place: Place | None
    params: Mapping[str, Parameter]


class Unsaid(NamedTuple):
    """The kept cells of one column that no finding speaks of.

    Attributes:
        label: the heading that they stand under, "" where it is none.
        entries: their entries in the account, in its order.
    """

    label: str
    entries: list[Entry]


def unsaid(
    kept: Iterable[Entry], labels: Mapping[Place, str], told: Iterable[Told], *, fields: bool = False
) -> list[Unsaid]:
    """Gives the kept cells of sheets that no finding speaks of: of its place, heading, row, sheet or words.

    Args:
        kept: the entries of what was kept.
        labels: the headings under which pieces were kept, by their places.
        told: the findings.
        fields: whether values in the fields of records are told of too, by field.

    Returns:
        The cells by column; those without a heading by their sheet.
    """
    entries = [
        entry
        for entry in kept
        if _is_of_sheet(place := entry.piece.place) or (fields and place.kind == "line" and place in labels)
    ]
    known = _Known(told) if entries else None
    found: dict[tuple[object, ...], Unsaid] = {}
    for entry in entries:
        place = entry.piece.place
        label = labels.get(place, "")
        if known is None or known.speaks_of(entry, label):
            continue
        if place.kind == "line":
            label = _ITEM.sub("", label)
        key = (_part(place), 0 if place.kind == "line" else place.column, label) if label else (place.part,)
        found.setdefault(key, Unsaid(label, [])).entries.append(entry)
    return list(found.values())


class Note(NamedTuple):
    """What is said of kept cells that no other finding speaks of.

    Attributes:
        code: `import/column-kept`, or `import/pieces-kept` of cells without a heading.
        first: the first of them.
        params: what its message needs.
    """

    code: str
    first: Piece
    params: dict[str, Any]


def notes(
    kept: Iterable[Entry], labels: Mapping[Place, str], told: Iterable[Told], *, fields: bool = False
) -> Iterator[Note]:
    """Tells of what was kept, and no finding speaks of: once for each column, else for each sheet; see `unsaid`."""
    for label, entries in unsaid(kept, labels, told, fields=fields):
        if label:
            first = entries[0].piece
            about: dict[str, Any] = {"heading": label, "count": len(entries), "text": _plain(first.text)}
            yield Note("import/column-kept", first, about)
            continue
        for pieces, places in by_part(entry.piece for entry in entries):
            about = {"count": len(pieces), "text": _plain(pieces[0].text), "places": places}
            yield Note("import/pieces-kept", pieces[0], about)


def _is_of_sheet(place: Place) -> bool:
    """Tells whether a place is a cell of a sheet; tables of text documents are told of with their paragraphs."""
    return place.kind == "cell" and not isinstance(place.part, int)


def _part(place: Place) -> object:
    """Gives the sheet of a place; of a value in a record, the file in an archive, None where there is but one."""
    if place.kind != "line":
        return place.part
    name, hash_, _ = str(place.part or "").partition("#")
    return name if hash_ else None


class _Known:
    """What findings speak of."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._places: set[Place] = set()
        self._rows: set[tuple[object, int]] = set()
        self._above: set[object] = set()
        self._sheets: set[object] = set()
        self._words: defaultdict[object, set[str]] = defaultdict(set)
        self._texts: defaultdict[object, list[str]] = defaultdict(list)
        for code, place, params in told:
            if place is None:
                if code in _WHOLE:
                    self._sheets.add(None)
                continue
            self._places.add(place)
            if code in _WHOLE:
                self._sheets.add(place.part)
            if code == _ABOVE:
                self._above.add(place.part)
            self._rows.update((place.part, row) for row in _rows_of(code, place, params))
            for name, value in params.items():
                for text in value if isinstance(value, tuple) else (value,):
                    if not isinstance(text, str):  # a number of things, and not what stands in a cell
                        continue
                    words = _plain(text)
                    self._words[_part(place)].add(words)
                    if name in ("text", "names", "value"):
                        self._texts[_part(place)].append(words)
        self._whole = {part: "\n".join(texts) for part, texts in self._texts.items()}

    def speaks_of(self, entry: Entry, label: str) -> bool:
        """Tells whether a finding speaks of a kept cell."""
        piece = entry.piece
        place = piece.place
        if None in self._sheets or place.part in self._sheets or place in self._places:
            return True
        if (place.part, place.row) in self._rows or (not label and place.part in self._above):
            return True
        words = self._words.get(_part(place), set())
        if place.kind == "line":
            return _plain(label) in words
        if (label and _plain(label) in words) or _plain(piece.text) in words:
            return True
        return len(piece.text) > 2 and _plain(piece.text) in self._whole.get(place.part, "")


def _rows_of(code: str, place: Place, params: Mapping[str, Parameter]) -> range:
    """Gives the rows that a finding speaks of as a whole."""
    last = params.get("last") if code in SPANS else place.row
    return range(place.row, last + 1 if code in _ROWS | SPANS and isinstance(last, int) else place.row)


def _plain(text: str) -> str:
    return " ".join(text.split())
