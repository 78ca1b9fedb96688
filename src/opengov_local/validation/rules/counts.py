"""Family integrity, counts and codes: parts above their whole, and codes that no standard has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from opengov_local import codelists
from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import (
    Amount,
    BudgetLine,
    Identifier,
    Organization,
    ParticipantGroup,
    ReportedFigure,
    Seat,
    TerritorialCollectivity,
)
from opengov_local.model.base import field_of
from opengov_local.model.walk import Node
from opengov_local.validation.iso_codes import iso_codes
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_ARITHMETIC = "arithmetic"
_SCHEMES = "code list identifier_scheme: form of the values"
_TERRITORIAL = ("MA-HCP", "ISO-3166-2")
"""Schemes whose values the rules about territories judge."""
_OF_A_SITE = ("DECIDIM", "CONSUL")
"""Schemes in which every site counts from 1: without a holder, two equal numbers may be of two sites."""


def _is_above(part: int, whole: int, context: Context) -> bool:
    return part > whole


@rule("integrity/women-above-count", "error", source=_ARITHMETIC, where=Where(("women", "count"), _is_above))
def women_above_count(value: ParticipantGroup | Seat, node: Node, context: Context) -> Iterator[Hit]:
    """More women than there are people."""
    if value.women is not None and value.count is not None and value.women > value.count:
        yield Hit((*node.path, "women"), {"women": value.women, "count": value.count})


@rule("integrity/part-above-whole", "warning", source=_ARITHMETIC, needs=("numerator", "denominator"))
def part_above_whole(value: ReportedFigure, node: Node, context: Context) -> Iterator[Hit]:
    """A rate of which the part is larger than the whole."""
    part, whole = value.numerator, value.denominator
    if part is not None and whole is not None and Decimal(part) > Decimal(whole):
        yield Hit((*node.path, "numerator"), {"part": part, "whole": whole})


@rule("integrity/unknown-currency", "warning", source="ISO 4217, through Unicode CLDR 47", evidence="verified")
def unknown_currency(value: Amount, node: Node, context: Context) -> Iterator[Hit]:
    """A currency code that no money has had since 2011."""
    if value.currency not in iso_codes("currency"):
        params: dict[str, Parameter] = {"code": value.currency}
        if near := codelists.get("currency").closest(value.currency):
            params["suggestion"] = near
        yield Hit((*node.path, "currency"), params)


def _is_negative(amount: Amount, context: Context) -> bool:
    return amount.value.startswith("-")


@rule("integrity/negative-budget", "warning", source=_ARITHMETIC, where=Where(("amount",), _is_negative))
def negative_budget(value: BudgetLine, node: Node, context: Context) -> Iterator[Hit]:
    """A cost below zero."""
    if value.amount is not None and _is_negative(value.amount, context):
        yield Hit((*node.path, "amount", "value"), {"value": value.amount.value})


def _is_unknown_country(country: str, context: Context) -> bool:
    return country not in iso_codes("country")


@rule(
    "integrity/unknown-country",
    "warning",
    source="ISO 3166-1, through Unicode CLDR 47",
    evidence="verified",
    where=Where(("country",), _is_unknown_country),
)
def unknown_country(value: TerritorialCollectivity | Organization, node: Node, context: Context) -> Iterator[Hit]:
    """A country code that no country has."""
    if value.country is not None and value.country not in iso_codes("country"):
        yield Hit((*node.path, "country"), {"code": value.country})


@cache
def _form(scheme: str) -> re.Pattern[str] | None:
    known = codelists.get("identifier_scheme")
    pattern = known[scheme].value_pattern if scheme in known else None
    return re.compile(pattern) if pattern else None


def _is_malformed(scheme: str, value: str, context: Context) -> bool:
    form = _form(scheme)
    return form is not None and not form.fullmatch(value)


@rule("integrity/identifier-format", "warning", source=_SCHEMES, where=Where(("scheme", "value"), _is_malformed))
def identifier_format(value: Identifier, node: Node, context: Context) -> Iterator[Hit]:
    """A number that is not written as its scheme writes numbers."""
    if _is_malformed(value.scheme, value.value, context) and not (
        value.scheme in _TERRITORIAL and node.above(TerritorialCollectivity)
    ):
        yield Hit((*node.path, "value"), {"found": value.value, "scheme": value.scheme})


def _some_numbers_repeat(context: Context) -> bool:
    stated = context.index.by_kind.get(Identifier, ())
    return len(stated) > 1 and len(context.once(_numbered)) < len(stated)


@rule(
    "integrity/same-identifier-twice",
    "warning",
    source="shared data model, identity: official numbers",
    when=_some_numbers_repeat,
)
def same_identifier_twice(value: Identifier, node: Node, context: Context) -> Iterator[Hit]:
    """Two objects of one kind with one official number."""
    owner = node.parent
    if owner is None or (value.scheme in _TERRITORIAL and owner.kind is TerritorialCollectivity):
        return
    if value.scheme in _OF_A_SITE and value.holder is None:
        return
    first = context.once(_numbered)[_key(value, owner)]
    if first.path != owner.path and field_of(first.value, "id", "") != field_of(owner.value, "id", ""):
        params: dict[str, Parameter] = {"scheme": value.scheme, "value": value.value, "first": pointer_of(first.path)}
        yield Hit((*node.path, "value"), params, depends=((*node.path, "holder"),))


def _key(identifier: Identifier, owner: Node) -> tuple[object, ...]:
    return owner.kind, identifier.scheme, identifier.value.casefold(), identifier.holder


def _numbered(context: Context) -> dict[tuple[object, ...], Node]:
    """Gives the first object of each kind and official number."""
    first: dict[tuple[object, ...], Node] = {}
    for node in context.index.by_kind.get(Identifier, ()):
        if node.parent is not None:
            first.setdefault(_key(node.value, node.parent), node.parent)
    return first
