"""What several documents say of a commitment in the same way: its name with its OGP numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opengov_local import codelists
from opengov_local.formats.paper.content import Line, Phrase
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.commitment import Commitment

OGP_ID: Final = "OGP"
"""The scheme of OGP's numbers of commitments."""


def id_values(commitment: Commitment) -> tuple[str, ...]:
    """Gives the OGP ids of a commitment: several when it is a joint one."""
    return tuple(number.value for number in commitment.identifiers if number.scheme == OGP_ID)


def titled(scribe: Scribe, commitment: Commitment) -> Line:
    """Gives the heading of a form: the name of the commitment, with its OGP ids in brackets.

    A number that OGP would not write is left out: read back, it would be words of the name.
    """
    ids = [each for each in id_values(commitment) if _form().fullmatch(each)]
    suffix = (Phrase(" "), scribe.plain(f"({', '.join(ids)})")) if ids else ()  # one phrase: no line breaks inside it
    return Line((*scribe.name(commitment.title), *suffix))


@cache
def _form() -> re.Pattern[str]:
    return re.compile(codelists.get("identifier_scheme")[OGP_ID].value_pattern or "")
