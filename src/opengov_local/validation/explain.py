"""What there is to know of a code, in a language: for people who ask, and for the pages of rules."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from opengov_local import messages
from opengov_local.messages.catalogue import catalogue
from opengov_local.messages.parameters import fill
from opengov_local.validation.rules.register import Rule, rules


class Explanation(NamedTuple):
    """What there is to know of a code.

    Attributes:
        code: the code.
        title: what it is called.
        text: what it says; what differs from case to case is an ellipsis.
        advice: what to do.
        facts: severity, profiles, limits, source, how often it speaks on real plans.
    """

    code: str
    title: str
    text: str
    advice: str
    facts: tuple[str, ...]


@cache
def words(language: str) -> dict[str, str]:
    """Gives the words around explanations in a language, by key."""
    text = files(__package__).joinpath("explain.csv").read_text(encoding="utf-8")
    return {row["key"]: row[language] for row in csv.DictReader(text.splitlines())}


@cache
def rates() -> dict[str, tuple[int, int]]:
    """Gives for each code on how many real plans it was found, and on how many it was tried."""
    text = files(__package__).joinpath("rates.csv").read_text(encoding="utf-8")
    return {row["code"]: (int(row["found"]), int(row["plans"])) for row in csv.DictReader(text.splitlines())}


def rule_of(code: str) -> Rule | None:
    """Gives the rule that makes findings of a code; None for what readers, writers and the schema say."""
    return next((rule for rule in rules() if rule.code == code), None)


def explain(code: str, language: str) -> Explanation:
    """Explains a code of the catalogue.

    Raises:
        KeyError: there is no such code.
    """
    message, said = catalogue(language)["codes"][code], words(language)
    rule = rule_of(code)
    text, advice = (fill(message[part], lambda name: "…") for part in ("text", "advice"))
    return Explanation(
        code,
        messages.title(code, language),
        text,
        advice,
        tuple(said["colon"].join(fact) for fact in _facts(rule, language)) if rule else (),
    )


def _facts(rule: Rule, language: str) -> Iterator[tuple[str, str]]:
    said = words(language)
    yield said["severity"], said[rule.severity]
    yield said["profiles"], ", ".join(rule.profiles)
    for name, limit in rule.limits.items():
        value = str(limit.value) if isinstance(limit.value, int) else ", ".join(limit.value)
        about = "; ".join((limit.unit, limit.as_of, limit.source, said[limit.evidence]))
        yield f"{said['limit']} {name}", f"{value} ({about})"
    yield said["source"], f"{rule.source} ({said[rule.evidence]})"
    if rule.code in rates():
        found, plans = rates()[rule.code]
        yield said["rate"], f"{found} / {plans}"
    yield said["since"], rule.since
