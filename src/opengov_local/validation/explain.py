"""What there is to know of a code, in a language: for people who ask, and for the pages of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from opengov_local import messages
from opengov_local.messages.catalogue import catalogue
from opengov_local.messages.parameters import fill
from opengov_local.resources import rows_of
from opengov_local.validation.rules.register import Rule, rules
from opengov_local.validation.sources import in_words


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
    return {row["key"]: row[language] for row in rows_of(__package__, "explain.csv")}


@cache
def rates() -> dict[str, tuple[int, int]]:
    """Gives for each code on how many real plans it was found, and on how many it was tried."""
    return {row["code"]: (int(row["found"]), int(row["plans"])) for row in rows_of(__package__, "rates.csv")}


def rule_of(code: str) -> Rule | None:
    """Gives the rule that makes findings of a code; None for what readers, writers and the schema say."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in rules()}


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


def source_of(code: str, language: str) -> str | None:
    """Says where a rule comes from and how sure that is; None for what readers, writers and the schema say."""
    rule = rule_of(code)
    return _source(rule.source, rule.evidence, language) if rule else None


def _source(source: str, evidence: str, language: str) -> str:
    return f"{in_words(source, language)} ({words(language)[evidence]})"


def _facts(rule: Rule, language: str) -> Iterator[tuple[str, str]]:
    said = words(language)

    def listed(items: Iterable[str]) -> str:
        return messages.joined((messages.isolated(item, language) for item in items), language)

    yield said["severity"], said[rule.severity]
    yield said["profiles"], listed(rule.profiles)
    for name, limit in rule.limits.items():
        value = listed((str(limit.value),) if isinstance(limit.value, int) else limit.value)
        since = messages.isolated(limit.as_of, language)
        sources = (in_words(limit.unit, language), since, in_words(limit.source, language), said[limit.evidence])
        about = said["semicolon"].join(sources)
        yield f"{said['limit']} {messages.isolated(name, language)}", f"{value} ({about})"
    yield said["source"], _source(rule.source, rule.evidence, language)
    if rule.code in rates():
        found, plans = rates()[rule.code]
        yield said["rate"], messages.isolated(f"{found} / {plans}", language)
    yield said["since"], messages.isolated(rule.since, language)
