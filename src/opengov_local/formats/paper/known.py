"""What documents of one package go by, in whatever language: its objects, its persons, its texts at a quick look."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Any, Final

from opengov_local.model.adoption import Amendment
from opengov_local.model.axis import Axis
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment
from opengov_local.model.contribution import Contribution
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.indicator import Indicator
from opengov_local.model.node import Node, Path
from opengov_local.model.package import Package
from opengov_local.model.party import Person
from opengov_local.model.plan import ActionPlan
from opengov_local.model.prose import prose_of
from opengov_local.model.shape import concepts
from opengov_local.model.walk import Survey
from opengov_local.privacy.links import link_fields
from opengov_local.privacy.names import NO_NAMES, Names, names_in
from opengov_local.privacy.persons import Standing, standing
from opengov_local.privacy.suspects import harmless
from opengov_local.privacy.texts import Private, public_text

PERCENT: Final = frozenset("%٪")
"""The signs of percent."""
NAMES: Final = ("name", "title", "text", "reason")
"""Where objects carry what they are called, first the best."""
_ASKED: Final = (Identified, Person, ReportedFigure)
"""The concepts whose objects brief documents ask for."""
_PART: Final = 8
"""A document that writes more than one of so many texts of the package is worth a look at all of them at once."""
_SHARE: Final = 1
"""The same of a brief one, by the objects of which it asks."""
UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (its production Char)."""


class Known:
    """What is known of a package before it is written.

    Attributes:
        index: its objects.
        assessments: its assessments.
        elsewhere: the objects that other files carry, by id.
        with_contacts: whether private persons and contact details are written too.
        names: the names that are left out of texts.
        standings: how each person stands in it, by `id`.
        unusable: the fields that were cut of a draft, by `id` of their objects; of a part of a field, such as
            `period.start`, also by that of the object that has the field.

    Args:
        package: the package.
        with_contacts: whether private persons and contact details are written too.
        unusable: the places of the fields that were cut of a draft.
        brief: whether the documents say little of the package: what all of it says is looked at when it is asked for.
    """

    def __init__(
        self, package: Package, *, with_contacts: bool, unusable: Iterable[Path] = (), brief: bool = False
    ) -> None:
        self.index = Index(package, Survey(package, only=_ASKED)) if brief else package.index
        self._brief = brief
        self.assessments = package.assessments
        self.elsewhere = {each.id: each for each in package.external_refs}
        self.with_contacts = with_contacts
        self.names: Names = NO_NAMES if with_contacts else names_in(self.index.by_kind)
        self.standings: dict[int, Standing] = {
            id(node.value): standing(node.value, str(node.step[0]), node.parent.value)
            for node in self.index.by_kind.get(Person, ())
            if node.parent is not None
        }
        self._sound: dict[str, frozenset[str]] = {}
        self.unusable: defaultdict[int, set[str]] = defaultdict(set)
        for place in unusable:
            for holder, name in _holders(package, place):
                self.unusable[id(holder)].add(name)

    @cached_property
    def _whole(self) -> Survey:
        """What all objects say, with their places."""
        root: Package = self.index.survey.root
        return Survey(root) if self._brief else self.index.survey

    @property
    def many(self) -> int:
        """How many texts a document writes at least before a look at all that the package says is worth it."""
        return 1 + (len(self.index.all) // _SHARE if self._brief else len(self.index.survey.maps) // _PART)

    def percent(self, language: str) -> str:
        """Gives the sign of percent that units of the package have in a language; % where they have none, or two."""
        signs = self._signs.get(language, set())
        return next(iter(signs)) if len(signs) == 1 else "%"

    @cached_property
    def _signs(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for kind in (Indicator, ReportedFigure):
            for node in self.index.by_kind.get(kind, ()):
                unit: Mapping[str, str] = node.value.unit or {}
                if PERCENT.issuperset(unit.values()):
                    for language, sign in unit.items():
                        found[language].add(sign)
        return found

    @cached_property
    def named_again(self) -> frozenset[str]:
        """The ids of the objects of plans that another plan calls, in some language, the same as one of its own."""
        several = (plans for plans in self._ways.values() if len(plans) > 1)
        return frozenset(node.value.id for plans in several for nodes in plans.values() for node in nodes)

    @cached_property
    def named_twice(self) -> frozenset[str]:
        """The ids of the objects of plans that share what they are called, in some language, with one of their plan."""
        return _several(nodes for plans in self._ways.values() for nodes in plans.values())

    @cached_property
    def numbered_alike(self) -> frozenset[str]:
        """The ids of the axes and commitments that share title, in some language, and number with one of their plan."""
        alike: defaultdict[tuple[object, ...], list[Node]] = defaultdict(list)
        for text, plans in self._ways.items():
            for plan, nodes in plans.items():
                for node in nodes:
                    if node.kind is Axis or node.kind is Commitment:
                        alike[node.kind, plan, text, node.value.number].append(node)
        return _several(alike.values())

    @cached_property
    def _ways(self) -> Mapping[str, Mapping[str, list[Node]]]:
        """The objects of plans by what several are called and by the id of the plan."""
        there = self.index.by_kind
        called = [
            (held, node)
            for kind, name in _called_in_plans()
            for node in there.get(kind, ())
            if (held := node.value.__dict__[name])
        ]
        said = [*chain.from_iterable([texts.values() for texts, _ in called])]
        untidy = {} if _is_tidy(" | ".join(said)) else {text: _tidied(text) for text in said if not _is_tidy(text)}
        counts = Counter([untidy.get(text, text) for text in said] if untidy else said)
        often = {text for text, count in counts.items() if count > 1} if len(counts) < len(said) else frozenset()
        ways: defaultdict[str, defaultdict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for texts, node in called if often else ():
            for text in texts.values():
                tidy = untidy.get(text, text)
                if tidy in often and (plan := node.above(ActionPlan)):
                    ways[tidy][plan.id].append(node)
        return ways

    def plans_called_as(self, plan: ActionPlan) -> list[ActionPlan]:
        """Gives the other plans of a title that a plan has, in some language."""
        plans = (node.value for node in self.index.by_kind.get(ActionPlan, ()))
        return [each for each in plans if each.id != plan.id and not {*_names_of(plan)}.isdisjoint(_names_of(each))]

    @cached_property
    def said_again(self) -> frozenset[str]:
        """The ids of the contributions whose words, in some language, others have too."""
        return _said_again(node.value for node in self.index.by_kind.get(Contribution, ()))

    @cached_property
    def answered_again(self) -> frozenset[str]:
        """The same of the contributions that plans name alone: commitments answer them, amendments add them."""
        ids = [each for node in self.index.by_kind.get(Commitment, ()) for each in node.value.inputs]
        changes = [node.value for node in self.index.by_kind.get(Amendment, ())]
        ids += [each for change in changes for each in (*change.added, *change.removed, *change.changed)]
        found = {each.id: each for one in ids if (each := self.index.find(one, Contribution))}
        return _said_again(found.values())

    @cached_property
    def stands(self) -> Mapping[str, int]:
        """In how many places each line, address or path stands that is in no language."""
        survey = self._whole
        found = Counter(held[0] for held in survey.lines)
        for kind, nodes in survey.by_kind.items():
            for name in link_fields(kind):
                found.update(link for node in nodes if (link := node.value.__dict__[name]))
        return found

    def sound(self, language: str) -> frozenset[str]:
        """Gives the texts that a document in a language writes as they stand, at a quick look at all of them."""
        if language not in self._sound:
            survey = self._whole
            texts = {held[0] for held in survey.lines}
            for held in survey.maps:
                if (said := held[0].get(language)) is not None:
                    texts.add(said)
                else:  # any other may stand in for it
                    texts.update(held[0].values())
            sound = texts if self.with_contacts else harmless([*texts], self.names)
            joined = "".join(texts)
            if not joined.isprintable() and UNPRINTABLE.search(joined):
                sound = {text for text in sound if not UNPRINTABLE.search(text)}
            self._sound[language] = frozenset(sound)
        return self._sound[language]


def _holders(package: Package, place: Path) -> Iterator[tuple[Model, str]]:
    """Gives the object that has a field, and those above it that have it in a field of theirs, with the names to it."""
    held: Any = package
    for number, part in enumerate(place):
        names = place[number:]
        if isinstance(held, Model) and all(isinstance(name, str) for name in names):
            yield held, ".".join(map(str, names))
        held = held[part] if isinstance(part, int) else getattr(held, part, None)
        if held is None:
            return


@cache
def _called_in_plans() -> tuple[tuple[type[Model], str], ...]:
    """Gives the concepts with an id that plans hold, with each field that says what their objects are called."""
    kinds = [kind for kind in concepts(ActionPlan) if issubclass(kind, Identified)]
    return tuple((kind, said.name) for kind in kinds for said in prose_of(kind) if said.name in NAMES)


def _is_tidy(text: str) -> bool:
    """Tells of a text, or of several with a blank before and behind what parts them, that `_tidied` changes nothing."""
    return text.isprintable() and "  " not in f" {text} "


def _tidied(text: str) -> str:
    return " ".join(text.split())


def _names_of(value: Identified) -> list[str]:
    """Gives what an object is called, in each language."""
    held = [said for field in NAMES if isinstance(said := value.__dict__.get(field), dict)]
    return [_tidied(text) for texts in held for text in texts.values()]


def _several(groups: Iterable[list[Node]]) -> frozenset[str]:
    """Gives the ids of the objects of groups that hold more than one."""
    ids = ({node.value.id for node in nodes} for nodes in groups if len(nodes) > 1)
    return frozenset(each for several in ids if len(several) > 1 for each in several)


def _said_again(contributions: Iterable[Contribution]) -> frozenset[str]:
    """Gives the ids of those of some contributions whose words, in some language, others of them have too."""
    ways = {each.id: {*map(_tidied, each.text.values())} for each in contributions}
    often = Counter(text for texts in ways.values() for text in texts)
    return frozenset(each for each, texts in ways.items() if any(often[text] > 1 for text in texts))


@lru_cache(4096)
def known_public_text(text: str, names: Names, running: bool) -> tuple[str, Private]:
    """Asks about a text once for all languages and places that it is written in."""
    return public_text(text, names, running=running)
