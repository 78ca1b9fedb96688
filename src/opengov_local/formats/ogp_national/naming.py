"""Names with the number that stands before them in the plan, written so that one can be told from the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from opengov_local.formats.paper.content import Phrase
from opengov_local.formats.paper.scribe import Scribe

_PLAIN_NUMBER: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}")


def goes_before(number: str | None) -> bool:
    """Tells whether a number is so plain that it may stand before a name: `3`, `1.2`."""
    return number is not None and _PLAIN_NUMBER.fullmatch(number) is not None


def with_number(scribe: Scribe, number: str | None, name: Mapping[str, str]) -> tuple[Phrase, ...]:
    """Writes a name behind its number: `1.2. Publier le catalogue`; a number that is not plain is left to others."""
    before = (scribe.plain(number), Phrase(". ")) if number and goes_before(number) else ()
    return (*before, *scribe.name(name))
