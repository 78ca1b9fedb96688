"""The register of rules: each is data, plus one small function over one kind of object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from types import UnionType
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_type_hints

from opengov_local.finding import Parameter, Severity
from opengov_local.model import Index, Package
from opengov_local.model.base import Model
from opengov_local.model.walk import Path

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


@dataclass(slots=True)
class Context:
    """What rules may look at beside the object: the whole package, its index, and the day."""

    package: Package
    index: Index
    today: date
    _known: dict[Any, Any] = field(default_factory=dict)

    def once(self, work: Callable[[Context], T]) -> T:
        """Gives what a function makes of the whole package; it is called once in a run."""
        if work not in self._known:
            self._known[work] = work(self)
        known: T = self._known[work]
        return known


Check = Callable[..., Iterable[Hit]]
"""A rule's function: it takes an object, its node, the context, and the rule's limits by name."""

When = Callable[[Context], bool]
"""Tells of a whole package whether a rule can find anything in it at all; asked once in a run."""


class Where(NamedTuple):
    """A quick look at an object alone, which tells whether a rule can find anything in it.

    Attributes:
        fields: fields that must be stated.
        holds: takes their values, in this order, those of `maybe`, and the context; where it says no, the rule is not
            called.
        maybe: fields of its concept that need not be stated.
    """

    fields: tuple[str, ...]
    holds: Callable[..., bool]
    maybe: tuple[str, ...] = ()


Setting = int | tuple[str, ...]
"""What a limit can be: a number, or names such as those of languages."""


@dataclass(frozen=True)
class Limit:
    """A limit that a rule holds data against; a profile may set another.

    Attributes:
        value: the number, or the names.
        unit: what it counts: "commitments", "months".
        as_of: the day on which the source was last looked at (YYYY-MM-DD).
        source: where the limit comes from.
        evidence: how sure the source is.
    """

    value: Setting
    unit: str
    as_of: str
    source: str
    evidence: Evidence


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
        profiles: the profiles it belongs to.
        limits: what it holds data against, by the name of the argument.
        check: the function.
        needs: fields without which it has nothing to say; it is not called where one of them is not stated.
        either: fields of which it needs one; it is not called where none of them is stated.
        several: lists of which one must have more than one entry; it is not called where none has.
        where: what is asked of each object first, by its concept; it is not called where that says no.
        when: what is asked of the whole package first; where it says no, the rule is not run.
    """

    code: str
    severity: Severity
    concepts: tuple[type[Model], ...]
    source: str
    evidence: Evidence
    since: str
    profiles: tuple[str, ...]
    limits: Mapping[str, Limit]
    check: Check
    needs: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    where: Where | Mapping[type[Model], Where] | None = None
    when: When | None = None


MODULES = (
    "structure",
    "integrity",
    "succession",
    "timing",
    "events",
    "states",
    "parties",
    "counts",
    "repeats",
    "repeated_entries",
    "territory",
    "territory_codes",
    "language",
    "language_characters",
    "language_translations",
    "assessment",
    "privacy",
    "quality_milestones",
    "quality_texts",
    "quality_follow_up",
    "quality_slips",
    "traceability",
    "remacto",
    "remacto_steps",
    "ogp_local",
    "ogp_local_forum",
    "ogp_local_dates",
    "ogp_local_assessments",
    "ogp_national",
    "ogp_national_commitment",
)
"""The modules of this folder that hold rules, in the order of their families."""

_RULES: dict[str, Rule] = {}


def _annotated(check: Check) -> tuple[type[Model], ...]:
    """Gives the concepts that the first argument of a function is annotated with."""
    looked_at = next(iter(get_type_hints(check).values()))
    return get_args(looked_at) if isinstance(looked_at, UnionType) else (looked_at,)


def rule(  # noqa: PLR0913 - a rule is data: each argument is a column of it
    code: str,
    severity: Severity,
    *,
    source: str,
    evidence: Evidence = "own",
    concepts: tuple[type[Model], ...] = (),
    since: str = "0.1.0",
    profiles: tuple[str, ...] = ("core",),
    limits: Mapping[str, Limit] | None = None,
    needs: tuple[str, ...] = (),
    either: tuple[str, ...] = (),
    several: tuple[str, ...] = (),
    where: Where | Mapping[type[Model], Where] | None = None,
    when: When | None = None,
) -> Callable[[Check], Check]:
    """Registers a rule function; its arguments are the attributes of `Rule`.

    The function takes the object, its node, the context, and its limits as keywords. The annotation of the object says
    which kinds it looks at, unless `concepts` does, or `where` by concept.
    """

    def add(check: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"rule {code} is registered twice")
        by_concept = () if where is None or isinstance(where, Where) else tuple(where)
        kinds = concepts or by_concept or _annotated(check)
        said = (code, severity, kinds, source, evidence, since, profiles, limits or {}, check)
        _RULES[code] = Rule(*said, needs, either, several, where, when)
        return check

    return add


@cache
def rules() -> tuple[Rule, ...]:
    """Gives all rules, in the order of their families and places."""
    for name in MODULES:
        import_module(f"{__package__}.{name}")  # registers the rules in it
    return tuple(_RULES.values())
