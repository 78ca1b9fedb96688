"""Who is responsible, and with whom: "DSI, avec l'association X", «قسم المعلوميات بشراكة مع جمعية …»."""

from __future__ import annotations

from typing import Final, NamedTuple

from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.words import fold
from opengov_local.importing.words.articles import without_article
from opengov_local.importing.words.tables import short_words

_LONGEST: Final = 4
"""Words of the longest entry of the table."""
_MOST: Final = 6
"""Words of the longest name that nothing but its capital shows."""
_SIGNS: Final = (",", "،", ";", "؛", "–", "—", "-")
_AROUND: Final = " ,،;؛(–—-"


class Beside(NamedTuple):
    """A name in two parts.

    Attributes:
        lead: who is responsible; "" where the name begins with the word for "with".
        partner: with whom.
    """

    lead: str
    partner: str


def with_partner(name: str) -> Beside | None:
    """Parts the body with which another one leads something from that; None where no body stands behind "with".

    "With" alone begins a name of its own, or stands behind a sign: "Service des relations avec les associations" is one
    name. Behind what begins so, a few words with a capital are a body, too: ", with the Data Club".

    Args:
        name: a name of those who lead something, as a list parts them.
    """
    words = name.split()
    for at in range(len(words) - 1):
        for count in range(min(_LONGEST, len(words) - 1 - at), 0, -1):
            said = " ".join(words[at : at + count])
            apart = at == 0 or count > 1 or said.startswith("(") or words[at - 1].endswith(_SIGNS)
            if apart and fold(said.strip("(")) in short_words("with_body"):
                partner = without_article(" ".join(words[at + count :]).rstrip(") "))
                lead = " ".join(words[:at]).rstrip(_AROUND)
                return Beside(lead, partner) if is_body(partner) or (not lead and _is_name(partner)) else None
    return None


def _is_name(words: str) -> bool:
    """Tells whether a few words can be a name: they begin with no small letter, and no number stands among them."""
    return (
        words[:1].isalpha()
        and not words[0].islower()
        and len(words.split()) <= _MOST
        and not any(map(str.isdigit, words))
    )
