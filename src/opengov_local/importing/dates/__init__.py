"""The reader of dates: what people wrote in a cell or a sentence, as partial dates and spans; nothing is guessed."""

from opengov_local.importing.dates.columns import column_context
from opengov_local.importing.dates.meaning import DateContext, DateKind, DateOrder, DateReading, FoundDate
from opengov_local.importing.dates.reader import read_date, why_unread
from opengov_local.importing.dates.sentences import find_dates

__all__ = [
    "DateContext",
    "DateKind",
    "DateOrder",
    "DateReading",
    "FoundDate",
    "column_context",
    "find_dates",
    "read_date",
    "why_unread",
]
