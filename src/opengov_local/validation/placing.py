"""Placing: findings get their places in the source, only those that are listed, for that is what costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from opengov_local.document import Document
from opengov_local.finding import Finding, Severity
from opengov_local.validation.gravest import gravest


class Said(NamedTuple):
    """A finding before it is placed.

    Attributes:
        finding: it, with the pointer alone.
        key: whether the name of the member is at fault, and not its value.
        placed: whether it has its place already.
    """

    finding: Finding
    key: bool = False
    placed: bool = False


def placed(
    said: list[Said], document: Document, most: int | None
) -> tuple[tuple[Finding, ...], Mapping[Severity, int]]:
    """Places findings and puts them in the order of the document.

    Args:
        said: the findings, in any order.
        document: the data they speak of.
        most: how many are listed, the gravest first, else those said first; None for all.

    Returns:
        The listed findings, and by severity how many are not listed.
    """
    listed, left = gravest(said, most, lambda one: one.finding.severity)
    findings = [one.finding if one.placed else _place(one, document) for one in listed]
    return tuple(sorted(findings, key=_order)), Counter(one.finding.severity for one in left)


def _place(one: Said, document: Document) -> Finding:
    return replace(one.finding, location=document.locate(one.finding.location.pointer, key=one.key))


def _order(finding: Finding) -> tuple[int, int]:
    return finding.location.line or 0, finding.location.column or 0
