"""The index as a file: all plans that were published, counted and to be chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local import messages
from opengov_local.formats.plan_index.listing import KINDS, Listed, counted, labels, tallies
from opengov_local.messages.catalogue import catalogue
from opengov_local.web.pages import encoded, frame, template, words

_ROOM: Final = __name__.rpartition(".")[0]


def write_index(plans: Sequence[Listed], language: str) -> bytes:
    """Writes the index of published plans as one HTML page, UTF-8.

    Args:
        plans: the plans, in the order in which they are listed.
        language: the language that the page begins in.
    """
    known = labels()

    def each(key: str) -> dict[str, str]:
        return {tongue: known[key].texts[tongue] for tongue in messages.LANGUAGES}

    page = template(_ROOM).render(
        plans=plans,
        uncounted=len(plans) - len(counted(plans)),
        language=language,
        frame=frame(_ROOM),
        each=each,
        word=lambda key: words(each(key)),
        spoken=words,
        tallies={kind: tallies(plans, kind) for kind in KINDS},
        forms={tongue: catalogue(tongue)["ui"]["plans-shown"] for tongue in messages.LANGUAGES},
    )
    return encoded(page)
