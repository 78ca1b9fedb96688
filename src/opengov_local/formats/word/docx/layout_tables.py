"""Tables of a saved page that hold no data: old pages lay out their text in the cells of one."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_NO_DATA: Final = frozenset(("presentation", "none"))


def layout_tables(tags: str) -> frozenset[int]:
    """Gives the numbers of the tables of a page, from 1, whose cells hold the page itself.

    These hold both a heading and another table, or say themselves that they are no data (WAI-ARIA 1.2, `presentation`).
    """
    if tags.casefold().count("<table") < 2 and "role" not in tags.casefold():
        return frozenset()
    tables = _Tables()
    tables.feed(tags)
    tables.close()
    return frozenset(tables.said | (tables.headed & tables.around))


class _Tables(HTMLParser):
    """Notes what the tables of a page hold right in their cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: set[int] = set()
        self.headed: set[int] = set()
        self.around: set[int] = set()
        self._seen = 0
        self._open: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.around.update(self._open[-1:])
            self._seen += 1
            self._open.append(self._seen)
            if dict(attrs).get("role") in _NO_DATA:
                self.said.add(self._seen)
        elif tag in _HEADINGS:
            self.headed.update(self._open[-1:])

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._open:
            self._open.pop()
