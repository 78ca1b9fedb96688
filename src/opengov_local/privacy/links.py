"""What is private in web addresses and paths of files, where signs stand close to it or stand for it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, get_args
from urllib.parse import unquote

from opengov_local.model.base import Model
from opengov_local.model.citation import Attachment
from opengov_local.model.scalars import Url
from opengov_local.model.shape import shape_of
from opengov_local.privacy.contacts import without_contacts
from opengov_local.privacy.names import Names
from opengov_local.privacy.texts import Private

_WRAPPED: Final = 3
"""How often an address may stand inside another, written with % each time."""
_PARTING: Final = re.compile(r"[/?&#_]+")
_NUMBER: Final = re.compile(r"(?<![\da-fA-F.])(?:(?:\+|00)?212|0)[5-8]\d{8}(?![\da-fA-F])(?!\.\d)")
"""A number of Morocco beside whatever sign; the digits of a checksum are none."""
_WEB: Final = {mark.pattern for mark in get_args(Url)[1:] if hasattr(mark, "pattern")}


@cache
def link_fields(kind: type[Model]) -> tuple[str, ...]:
    """Gives the fields of a concept that hold a web address or the path of a file."""
    found = (name for name, shape in shape_of(kind).items() if shape.pattern in _WEB)
    return (*found, *(("path",) if issubclass(kind, Attachment) else ()))


def private_in_link(link: str, names: Names) -> Private:
    """Counts what is private in a web address or path, also where it is written with %.

    Args:
        link: the address or path; one that holds anything private goes as a whole.
        names: the names of the private persons of its package.
    """
    for _ in range(_WRAPPED):
        if "%" not in link:
            break
        link = unquote(link)
    left, count = without_contacts(_PARTING.sub("\n", link.replace("=", ": ")), running=False)
    return Private(count + len(_NUMBER.findall(left)), names.without(link)[1] if names else 0)
