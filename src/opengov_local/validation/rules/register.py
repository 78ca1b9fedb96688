"""The register of rules: each is data, plus one small function over one kind of object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from opengov_local.finding import Parameter, Severity
from opengov_local.model import Index, Package
from opengov_local.model.base import Model
from opengov_local.model.walk import Node, Path

T = TypeVar("T")

Evidence = Literal["verified", "inferred", "recalled", "own"]


class Hit(NamedTuple):
    """What a rule found.

    Attributes:
        path: where, from the root.
        params: what the message needs.
        depends: ids and paths whose absence makes the rule speak; when they were only set aside, it is silent.
        unmentioned: ids of which nothing speaks; when a part that was set aside does, the rule is silent.
        key: whether the name of the member is at fault, and not its value.
    """

    path: Path
    params: dict[str, Parameter]
    depends: tuple[str | Path, ...] = ()
    unmentioned: tuple[str, ...] = ()
    key: bool = False


@dataclass(frozen=True)
class Context:
    """What rules may look at beside the object: the whole package, its index, and the day."""

    package: Package
    index: Index
    today: date
    seen: dict[str, set[Any]] = field(default_factory=dict)
    """Memory of a rule within one run, by its code: for things said once."""
    _known: dict[Any, Any] = field(default_factory=dict)

    def once(self, work: Callable[[Context], T]) -> T:
        """Gives what a function makes of the whole package; it is called once in a run."""
        if work not in self._known:
            self._known[work] = work(self)
        known: T = self._known[work]
        return known


Check = Callable[[Node, Context], Iterable[Hit]]


@dataclass(frozen=True)
class Rule:
    """A rule.

    Attributes:
        code: `family/name`, never reused.
        severity: error only where wrong in itself, or verified in a source.
        concepts: the kinds of objects it looks at; `Model` for all.
        source: where the rule comes from.
        evidence: how sure the source is.
        since: version of the library that brought it.
        profile: the profile it belongs to.
        check: the function.
    """

    code: str
    severity: Severity
    concepts: tuple[type[Model], ...]
    source: str
    evidence: Evidence
    since: str
    profile: str
    check: Check


_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    *concepts: type[Model],
    source: str,
    evidence: Evidence = "own",
    since: str = "0.1.0",
    profile: str = "core",
) -> Callable[[Check], Check]:
    """Registers a rule function; its arguments are the attributes of `Rule`."""

    def add(check: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"rule {code} is registered twice")
        _RULES[code] = Rule(code, severity, concepts, source, evidence, since, profile, check)
        return check

    return add


@cache
def rules() -> tuple[Rule, ...]:
    """Gives all rules, in the order of their families and places."""
    from opengov_local.validation.rules import integrity, parties, states, structure, territory, timing

    assert all((structure, integrity, timing, states, parties, territory))  # their import registers the rules
    return tuple(_RULES.values())
