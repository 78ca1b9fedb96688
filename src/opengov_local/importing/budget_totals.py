"""Totals among the lines of a budget: the model has no place for them, and a sum of the lines counts them twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

_APART: Final = ("funder", "year", "label")
"""What tells the lines of a budget apart."""


class Total(NamedTuple):
    """A line that looks like the total of the others.

    Attributes:
        line: the line.
        amount: its amount with the currency.
        sum: what the others come to, with the currency.
        others: how many others there are.
        differs: by how much it is more than the others; less than 0 where they cannot all be parts of it.
    """

    line: dict[str, Any]
    amount: str
    sum: str
    others: int
    differs: Decimal = Decimal(0)


def totals_in(tree: dict[str, Any]) -> Iterator[Total]:
    """Gives the totals in the budgets of a package, each beside the lines it is the total of.

    Args:
        tree: the package, as JSON-shaped data.
    """
    for plan in tree.get("plans", ()):
        for owner in (plan, *plan.get("commitments", ()), *plan.get("activities", ())):
            several = [
                lines
                for each in (owner, *owner.get("milestones", ()))
                if "budget" in each and len(lines := each["budget"]) > 1
            ]
            for lines in several:
                yield from _of_lines(lines)


def _of_lines(lines: Sequence[dict[str, Any]]) -> Iterator[Total]:
    said = [line for line in lines if {"value", "currency"} <= line.get("amount", {}).keys()]
    if len(said) < 2 or len({line["amount"]["currency"] for line in said}) > 1:
        return
    for line in (said[0], said[-1]):
        others = [other for other in said if other is not line]
        together = sum(Decimal(other["amount"]["value"]) for other in others)
        if _is_total(line, others, together):
            currency = line["amount"]["currency"]
            yield Total(line, f"{line['amount']['value']} {currency}", f"{together} {currency}", len(others),
                        Decimal(line["amount"]["value"]) - together)  # fmt: skip
            return
    yield from _of_runs(said)


def _of_runs(said: Sequence[dict[str, Any]]) -> Iterator[Total]:
    """Gives the lines without a year that come to as much as the several lines of years right before each."""
    run: list[dict[str, Any]] = []
    for line in said:
        if "year" in line:
            run.append(line)
            continue
        together = sum(Decimal(other["amount"]["value"]) for other in run)
        same = {other.get("funder", {}).get("name") == line.get("funder", {}).get("name") for other in run} == {True}
        if len(run) > 1 and same and Decimal(line["amount"]["value"]) == together:
            currency = line["amount"]["currency"]
            yield Total(line, f"{line['amount']['value']} {currency}", f"{together} {currency}", len(run))
        run = []


def _is_total(line: dict[str, Any], others: Sequence[dict[str, Any]], together: Decimal | int) -> bool:
    """Tells whether a line is the total of the others.

    It has nothing that all others have, and says no more than an amount or comes to as much; of lines that are told
    apart by the same, it comes to as much as several others.
    """
    equal = Decimal(line["amount"]["value"]) == together
    beside = any(name not in line and all(name in other for other in others) for name in _APART)
    bare = not any(name in line for name in _APART)
    return (beside and (bare or equal)) or (equal and len(others) > 1)
