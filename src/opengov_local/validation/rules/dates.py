"""Quick looks at dates: what certainly lies before another date, or after the day of the run."""

from __future__ import annotations

from opengov_local.model import PartialDate
from opengov_local.validation.rules.register import Context


def lies_before(one: PartialDate, other: PartialDate, context: Context) -> bool:
    """Tells whether a date certainly lies before another, as `<` does, without its detours."""
    return one.latest < other.earliest


def is_ahead(when: PartialDate, context: Context) -> bool:
    """Tells whether a date certainly lies after the day of the run."""
    return when.earliest > context.today
