"""Identity: opaque ids, the official numbers beside them, and references."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, many, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.codes import ObjectKind
from opengov_local.model.scalars import Code, Id, Number, Url

_ALPHABET = b"0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_OF_BYTE = _ALPHABET * 8
"""The character for each of the 256 bytes, each character for as many."""
_LENGTH = 16
_AT_ONCE = 256
"""Ids that are made at once where many are wanted."""


def mint(prefix: str) -> str:
    """Makes a new id under a prefix: 16 random characters (80 bits), which mean nothing and never change."""
    return f"{prefix}:{os.urandom(_LENGTH).translate(_OF_BYTE).decode()}"


def minted(prefix: str) -> Iterator[str]:
    """Gives new ids under a prefix, as `mint` makes them; what is random in many of them is drawn at once.

    It is for one piece of work: processes that go on with the same one after they parted would give the same ids.
    """
    begun = f"{prefix}:".encode()
    lines = bytearray((begun + b"\n" * (_LENGTH + 1)) * _AT_ONCE)
    while True:
        drawn = os.urandom(_AT_ONCE * _LENGTH).translate(_OF_BYTE)
        for at in range(_LENGTH):  # one character of all of them at a time
            lines[len(begun) + at :: len(begun) + _LENGTH + 1] = drawn[at::_LENGTH]
        yield from lines.decode().split("\n")[:-1]


def prefix_of(identifier: str) -> str:
    """Gives the part of an id that says who minted it."""
    return identifier.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds ids of other objects, and of which kinds; rules and index read it."""

    kinds: tuple[str, ...]
    may_be_gone: bool = False
    """Whether the object need not be there, as what an amendment removed."""


def _reference(*kinds: str) -> Any:
    return Refers(kinds)


AnyRef = Annotated[Id, _reference()]
GoneRef = Annotated[Id, Refers((), may_be_gone=True)]
HolderRef = Annotated[Id, _reference("collectivity", "organization")]
CollectivityRef = Annotated[Id, _reference("collectivity")]
OrganizationRef = Annotated[Id, _reference("organization")]
PlanRef = Annotated[Id, _reference("plan")]
AxisRef = Annotated[Id, _reference("axis")]
CommitmentRef = Annotated[Id, _reference("commitment")]
ContributionRef = Annotated[Id, _reference("contribution")]
UpdateTarget = Annotated[Id, _reference("plan", "axis", "commitment", "milestone", "indicator")]
AssessmentTarget = Annotated[Id, _reference("plan", "commitment", "milestone")]


class Identifier(Model):
    """A number that somebody else gave the object: an OGP commitment id, a territorial code, a platform's number."""

    scheme: Annotated[Code, OpenList("identifier_scheme")] = Field(
        description="Who numbers, as a code of the list identifier_scheme.", examples=["MA-HCP"]
    )
    value: Number = Field(description="The number as its holder writes it, always text.", examples=["02.411.01.23"])
    holder: Opt[HolderRef] = opt(
        "Whose number it is: the collectivity of a joint commitment that has one for each, or the organization whose "
        "site numbers.",
        example="ma-hcp-02:collectivity",
    )


class ExternalRef(Model):
    """An object that this package mentions by id and does not carry."""

    id: Id = Field(description="The id that is mentioned.", examples=["ma-hcp-02:collectivity"])
    kind: ObjectKind = Field(description="What kind of object it is.", examples=["collectivity"])
    url: Opt[Url] = opt("Where the object can be read.", example="https://www.opengovpartnership.org/")


class Identified(Model):
    """Base of the concepts that have an id of their own."""

    id: Id = Field(description="Globally unique id; never made from a title, a number or a place, and never changed.")
    former_ids: Many[Id] = many("Ids it had before a fusion or a new import.", example=["ma-hcp-02:c-old"])
    identifiers: Many[Identifier] = many("Official numbers and the numbers of other systems.")
