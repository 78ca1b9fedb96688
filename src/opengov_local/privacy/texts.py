"""Texts as they may be published: without contact details, and without names of private persons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from opengov_local.privacy.contacts import may_hold_contacts, without_contacts
from opengov_local.privacy.names import Names
from opengov_local.privacy.redaction import What


class Private(NamedTuple):
    """How much of a text is private, by kind: contact details, and names of private persons in it."""

    contacts: int
    names_in_texts: int

    def __bool__(self) -> bool:
        return bool(self.contacts or self.names_in_texts)

    def kinds(self) -> Iterator[tuple[What, int]]:
        """Gives the kinds that there are, each with its number."""
        if self.contacts:
            yield "contacts", self.contacts
        if self.names_in_texts:
            yield "names_in_texts", self.names_in_texts


_NOTHING: Final = Private(0, 0)


def public_text(text: str, names: Names, *, running: bool = True) -> tuple[str, Private]:
    """Gives a text as it may be published, and how much was taken out; nothing more is found in what is left.

    Args:
        text: the text.
        names: the names of the private persons of its package.
        running: whether people say something in it; see `contacts_in`.
    """
    if not names and not may_hold_contacts(text):
        return text, _NOTHING
    left, contacts = without_contacts(text, running=running)
    left, named = names.without(left) if names else (left, 0)
    if named:  # a number that stood close to a name is told from it only now
        left, more = without_contacts(left, running=running)
        contacts += more
    return left, Private(contacts, named)
