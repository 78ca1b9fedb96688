"""Whether a commitment says what it said when its row was read: then its kept cells hold, unread."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from itertools import chain
from typing import Final

from opengov_local.formats.ogp_csv.columns import columns

BESIDE: Final = frozenset(column.name for column in columns() if column.reads in ("keep", "plan_keep"))
"""Columns of which the model knows nothing: what was kept is all there is."""
_LENGTH: Final = 8
"""Bytes of a digest."""


def asks(held: Mapping[str, str]) -> bool:
    """Tells whether kept cells may contradict the model."""
    return not held.keys() <= BESIDE


def digest_of(stated: Mapping[str, str], held: Mapping[str, str]) -> str:
    """Gives the digest of what a commitment says, in hexadecimal.

    Args:
        stated: its row as the model tells it, by heading, in the order of the columns.
        held: its kept cells, in whatever order.
    """
    said = chain(stated.values(), *sorted(held.items()))
    return hashlib.blake2b("\0".join(said).encode("utf-8", "surrogatepass"), digest_size=_LENGTH).hexdigest()
