"""Percentages: how much is done, in whole percent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.numerals import NUMERAL, Numeral, number_of_cell, plain, plain_digits, read_numeral
from opengov_local.importing.words.tables import short_words

PercentScale = Literal["percent", "fraction", "other"]
"""What the bare numbers of a column are: 40 (of 100), 0.4 (of 1, as cells in percent hold it), or no rates."""

CellNumber = str | int | float | Decimal | None

_LONGEST_TEXT: Final = 40
_WHOLE: Final = 100
_PERCENT = re.compile(rf"(?P<before>%)?\s*(?P<sign>-)?(?P<number>{NUMERAL})\s*(?P<after>%|[^\W\d_][^\d]*)?")


@dataclass(frozen=True, slots=True)
class PercentReading:
    """A percentage.

    Attributes:
        value: whole percent, 0 to 100; None where nothing is said or the text is no single percentage.
        notes: what was decided.
    """

    value: int | None = None
    notes: tuple[Note, ...] = ()


def has_percent(text: str) -> bool:
    """Tells whether a text has a percent sign, Arabic or not."""
    return "%" in text or "٪" in text


def read_percent(value: CellNumber, scale: PercentScale | None = None) -> PercentReading:
    """Reads a percentage; a percent sign in the text always counts.

    Args:
        value: the text or the number of a cell.
        scale: what bare numbers mean; None where it is not known: then 2 to 100 are read, and of 1 and 0.4 nobody can
            tell: `import/percent-fraction`. `column_percent` tells it by the column.

    Returns:
        The percentage. Decimals are rounded, but never onto 0 or 100, which would say more than the source; an empty
        text is no reading, which is not 0.
    """
    said = _said(value)
    if said is None:
        return PercentReading()
    numeral, signed = said
    text = " ".join(value.split()) if isinstance(value, str) else plain(numeral.value)
    number = numeral.value if numeral.other is None else numeral.other
    if not signed and scale is None and (number == 1 or 0 < number < 1):
        return PercentReading(None, (note("import/percent-fraction", text=text),))
    exact = number * 100 if scale == "fraction" and not signed else number
    if scale == "other" and not signed and 0 <= exact <= _WHOLE:
        return PercentReading()
    if not 0 <= exact <= _WHOLE:
        return PercentReading(None, (note("import/percent-out-of-range", text=text),))
    whole = int(exact.to_integral_value(ROUND_HALF_UP))
    if whole == exact:
        return PercentReading(whole, numeral.notes)
    whole = min(max(whole, 1), 99)
    return PercentReading(whole, (*numeral.notes, note("import/percent-rounded", "info", text=text, value=whole)))


def column_percent(values: Iterable[CellNumber]) -> PercentScale | None:
    """Tells what the bare numbers of a column mean, one for each cell; None where they do not tell.

    Numbers between 0 and 1 with none above 1 are fractions; numbers above 1 with none between 0 and 1 are percent.
    Where half of them are above 100, they are something else: none of them is a percentage, be it 80.
    """
    said = [(pair, count) for value, count in Counter(values).items() if (pair := _said(value))]
    cells = [(one.value if one.other is None else one.other, count) for (one, signed), count in said if not signed]
    beyond = sum(count for number, count in cells if number > _WHOLE)
    if beyond and 2 * beyond >= sum(count for number, count in cells if number > 0):
        return "other"
    between, above = any(0 < number < 1 for number, _ in cells), any(number > 1 for number, _ in cells)
    if between == above:
        return None
    return "fraction" if between else "percent"


def _said(value: CellNumber) -> tuple[Numeral, bool] | None:
    """Gives the number and whether a percent sign stands beside it."""
    if value is None:
        return None
    if not isinstance(value, str):
        numeral = number_of_cell(value)
        return (numeral, False) if numeral else None
    text = plain_digits(value).strip()
    found = _PERCENT.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
    numeral = read_numeral(found["number"]) if found else None
    if found is None or numeral is None:
        return None
    before, after = found["before"], found["after"]
    if before and after:
        return None
    if after and after != "%" and fold(after) not in short_words("percent"):
        return None
    if found["sign"]:
        numeral = Numeral(-numeral.value, None if numeral.other is None else -numeral.other, numeral.notes)
    return numeral, bool(before or after)
