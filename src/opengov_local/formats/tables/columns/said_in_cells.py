"""What one cell says, wherever it stands: a state, a day, a sum, a person, an axis, words or a figure."""

from __future__ import annotations

import datetime
import re

from opengov_local.formats.civility import is_addressed
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.funded_sums import funded_sums
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold, read_amount, read_boolean, read_remarked
from opengov_local.importing.words.percent import has_percent, read_percent
from opengov_local.importing.words.personal_names import is_personal_name
from opengov_local.importing.words.tables import short_words

_LONGEST_NAME = 4
"""Words of a person with the form of address."""
_WORDS = 2
"""Words that a sentence has at least."""
_SUM = re.compile(r"[0-9٠-٩][0-9٠-٩\s.,٫٬]*")


def is_state(value: Value) -> bool:
    """Tells whether a cell is a word for a state, or begins with one."""
    return isinstance(value, str) and len(value) <= 60 and read_remarked(value) is not None


def is_day(value: Value) -> bool:
    """Tells whether a cell is a date, and no time from one to another or of some length."""
    if isinstance(value, datetime.date):
        return True
    reading = read_date(str(value))
    return reading is not None and reading.kind == "date"


def is_as_of(value: Value) -> bool:
    """Tells whether a cell says of which day something is, and nothing else: "au 30/06/2025"."""
    words = fold(str(value)) if isinstance(value, str) else ""
    return any(words.startswith(f"{word} ") for word in short_words("as_of")) and is_day(value)


def is_time(value: Value) -> bool:
    """Tells whether a cell says when something is: a day, a month, a period."""
    return isinstance(value, datetime.date) or read_date(str(value)) is not None


def is_sum(value: Value) -> bool:
    """Tells whether a cell is a sum of money."""
    text = str(value).strip()
    return isinstance(value, int | float) or _SUM.fullmatch(text) is not None or read_amount(text).value is not None


def is_part_of_hundred(value: Value) -> bool:
    """Tells whether a cell is a number that may be a percentage, and no words."""
    text = str(value)
    return not any(map(str.isalpha, text)) and read_percent(text).value is not None


def is_funded(value: Value) -> bool:
    """Tells whether a cell says who pays which sum."""
    return isinstance(value, str) and bool(funded_sums(value))


def is_no_title(value: Value) -> bool:
    """Tells whether a cell is a figure, a state, a day or an answer with yes or no, and the title of nothing."""
    text, amount = str(value), read_amount(str(value))
    figure = not any(map(str.isalpha, text)) or (amount.value is not None and amount.currency is not None)
    return figure or is_state(value) or is_day(value) or read_boolean(text) is not None


def is_person(value: Value) -> bool:
    """Tells whether a cell is the name of a person."""
    text = str(value)
    return is_personal_name(text) or (is_addressed(text) and len(text.split()) <= _LONGEST_NAME)


def is_axis(value: Value) -> bool:
    """Tells whether a cell has the number and title of an axis: "Priorité 1 : Transparence"."""
    return begins("axis_word", str(value)) and split_number(str(value), "axis_word").number is not None


def is_words(value: Value) -> bool:
    """Tells whether a cell says neither how far something is nor in what state, but something else in words."""
    return (
        isinstance(value, str)
        and any(map(str.isalpha, value))
        and all(read_percent(part).value is None for part in value.split("/"))
        and not (has_percent(value) and value.lstrip()[:1].isdigit())
        and not is_state(value)
    )


def is_sentence(value: Value) -> bool:
    """Tells whether a cell has several words."""
    return len(str(value).split()) >= _WORDS
