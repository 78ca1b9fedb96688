"""What columns of steps without headings hold, by their cells: "1 | Inventaire | Service technique | mars 2026"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_amount

NUMBER, TITLE, WHEN, SUM, BODY, UNTOLD = "number", "title", "when", "sum", "body", ""
_NUMBER: Final = re.compile(r"[A-Za-z]{0,2}[-. ]?[0-9]{1,3}(?:[.-][0-9]{1,3})*[.)°-]?|[a-z][.)]")
_TIMES: Final = frozenset({"date", "period", "open-end"})


def told_by_steps(rows: Sequence[Mapping[int, str]]) -> dict[int, str]:
    """Gives what each column of some rows holds: numbers before titles, titles, times, sums with a currency, or bodies.

    Args:
        rows: the texts of each row that are not blank, by their column.

    Returns:
        The kinds; UNTOLD for other words beside the titles. Nothing where a row has no title, or no column is told but
        that of the titles.
    """
    columns = sorted({at for row in rows for at in row})
    found: dict[int, str] = {}
    for at in columns:
        texts = [row[at] for row in rows if at in row]
        kind = next((kind for kind, fits in _KINDS.items() if all(map(fits, texts))), UNTOLD)
        if kind == NUMBER and found:
            kind = UNTOLD
        found[at] = TITLE if kind == UNTOLD and TITLE not in found.values() else kind
    titles = [at for at, kind in found.items() if kind == TITLE]
    full = bool(titles) and all(titles[0] in row for row in rows)
    return found if full and {*found.values()} - {TITLE, UNTOLD} else {}


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None


def _is_time(text: str) -> bool:
    reading = read_date(text)
    return reading is not None and reading.kind in _TIMES


def is_sum(text: str) -> bool:
    """Tells whether words are a sum of money with its currency."""
    reading = read_amount(text)
    return reading.value is not None and reading.currency is not None


_KINDS: Final[Mapping[str, Callable[[str], bool]]] = {NUMBER: _is_number, WHEN: _is_time, SUM: is_sum, BODY: is_body}
