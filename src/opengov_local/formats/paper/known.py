"""What documents of one package go by, in whatever language: its objects, its persons, its texts at a quick look."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
from opengov_local.model.milestone import Milestone
from opengov_local.model.node import Node, Path
from opengov_local.model.package import Package
from opengov_local.model.party import Person
from opengov_local.model.plan import ActionPlan
from opengov_local.model.prose import prose_of
from opengov_local.model.shape import concepts, objects_in
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
_ASKED: Final = tuple(
    kind
    for kind in concepts(Package)
    if issubclass(kind, (Identified, Person, ReportedFigure)) and not issubclass(kind, Milestone)
)
"""The concepts whose objects brief documents ask for: milestones are the most of a plan, and none of them names one."""
_PART: Final = 8
"""A document that writes more than one of so many texts of the package is worth a look at all of them at once."""
_SHARE: Final = 1
"""The same of a brief one, by the objects of which it asks."""
UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (its production Char)."""


class _Brief(Index):
    """The index of what brief documents ask for; what they ask for beyond it is looked for in all of the package."""

    def __init__(self, package: Package) -> None:
        super().__init__(package, Survey(package, only=_ASKED))

    def node_of(self, identifier: str) -> Node | None:
        """Gives the object with this id, or the one that had it before, with its place."""
        return super().node_of(identifier) or self.whole.node_of(identifier)

    @cached_property
    def whole(self) -> Index:
        """The index of all objects and all they say."""
        return Index(self.survey.root)


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
        self.index = _Brief(package) if brief else package.index
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
        self._counts: dict[int, tuple[Counter[str], Counter[str | None]]] = {}
        self.unusable: defaultdict[int, set[str]] = defaultdict(set)
        for place in unusable:
            for holder, name in _holders(package, place):
                self.unusable[id(holder)].add(name)

    @cached_property
    def _whole(self) -> Survey:
        """What all objects say, with their places."""
        return self.index.whole.survey if isinstance(self.index, _Brief) else self.index.survey

    @property
    def many(self) -> int:
        """How many texts a document writes at least before a look at all that the package says is worth it."""
        brief = isinstance(self.index, _Brief)
        return 1 + (len(self.index.all) // _SHARE if brief else len(self.index.survey.maps) // _PART)

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
        return frozenset(each.id for plans in several for objects in plans.values() for each in objects)

    @cached_property
    def named_twice(self) -> frozenset[str]:
        """The ids of the objects of plans that share what they are called, in some language, with one of their plan."""
        return _several(objects for plans in self._ways.values() for objects in plans.values())

    def is_named_twice(self, value: Axis | Commitment, plan: ActionPlan) -> bool:
        """Tells of an axis or commitment of a plan whether it is of `named_twice`; titles are counted first."""
        titles = self._counted(plan)[0]
        own = [*value.title.values()]
        return any(titles[text] > own.count(text) for text in own) or value.id in self.named_twice

    def is_numbered_alike(self, value: Axis | Commitment, plan: ActionPlan) -> bool:
        """Tells of an axis or commitment of a plan whether it is of `numbered_alike`; numbers are counted first."""
        return self._counted(plan)[1][value.number] > 1 and value.id in self.numbered_alike

    def _counted(self, plan: ActionPlan) -> tuple[Counter[str], Counter[str | None]]:
        """Counts the titles of the axes and commitments of a plan, as they stand, and their numbers."""
        if id(plan) not in self._counts:
            objects = _numbered(plan)
            titles = Counter([text for each in objects for text in each.title.values()])
            self._counts[id(plan)] = titles, Counter([each.number for each in objects])
        return self._counts[id(plan)]

    @cached_property
    def numbered_alike(self) -> frozenset[str]:
        """The ids of the axes and commitments that share title, in some language, and number with one of their plan."""
        alike: defaultdict[tuple[object, ...], list[Axis | Commitment]] = defaultdict(list)
        for plan in self._plans:
            for each in _numbered(plan):
                for text in each.title.values():
                    alike[plan.id, type(each), each.number, _tidied(text)].append(each)
        return _several(alike.values())

    @cached_property
    def _ways(self) -> Mapping[str, Mapping[str, list[Identified]]]:
        """The objects of plans by what several are called and by the id of the plan."""
        called = [(plan.id, *each) for plan in self._plans for each in _called(plan)]
        said = [*chain.from_iterable([texts.values() for _, several, _ in called for texts in several if texts])]
        there = set(said)
        untidy = _untidy(there)
        if not untidy and len(there) == len(said):
            return {}
        counts = Counter([untidy.get(text, text) for text in said] if untidy else said)
        often = {text for text, count in counts.items() if count > 1}
        asked = {*often, *untidy}
        ways: defaultdict[str, defaultdict[str, list[Identified]]] = defaultdict(lambda: defaultdict(list))
        for plan, several, objects in called:
            pairs = zip(several, objects, strict=True)
            for texts, each in [pair for pair in pairs if pair[0] and not asked.isdisjoint(pair[0].values())]:
                for text in texts.values():
                    tidy = untidy.get(text, text)
                    if tidy in often:
                        ways[tidy][plan].append(each)
        return ways

    @property
    def _plans(self) -> list[ActionPlan]:
        return [node.value for node in self.index.by_kind.get(ActionPlan, ())]

    def plans_called_as(self, plan: ActionPlan) -> list[ActionPlan]:
        """Gives the other plans of a title that a plan has, in some language."""
        mine = {*_names_of(plan)}
        return [each for each in self._plans if each.id != plan.id and not mine.isdisjoint(_names_of(each))]

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


def _numbered(plan: ActionPlan) -> list[Axis | Commitment]:
    return [*plan.axes, *plan.commitments]


def _called(plan: ActionPlan) -> Iterator[tuple[list[Mapping[str, str]], list[Identified]]]:
    """Gives what the objects with an id that a plan holds are called, with the objects."""
    there: dict[tuple[str, ...], list[Identified]] = {(): [plan]}
    for way, many, names in _named_in(ActionPlan):
        held = [found for holder in there[way[:-1]] if (found := holder.__dict__[way[-1]])]
        objects = there[way] = [*chain.from_iterable(held)] if many else held
        for name in names:
            yield [each.__dict__[name] for each in objects], objects


@cache
def _named_in(kind: type[Model]) -> tuple[tuple[tuple[str, ...], bool, tuple[str, ...]], ...]:
    """Gives the ways to the objects with an id that a concept holds, whether many, and the fields that call them so."""
    found: list[tuple[tuple[str, ...], bool, tuple[str, ...]]] = []
    for field in objects_in(kind):
        names = tuple(each.name for each in prose_of(field.model) if each.name in NAMES)
        below = _named_in(field.model)
        if issubclass(field.model, Identified) or below:
            found.append(((field.name,), field.many, names if issubclass(field.model, Identified) else ()))
            found += [((field.name, *way), many, said) for way, many, said in below]
    return tuple(found)


def _is_tidy(text: str) -> bool:
    """Tells of a text, or of several with a blank before and behind what parts them, that `_tidied` changes nothing."""
    return text.isprintable() and "  " not in f" {text} "


def _untidy(texts: Collection[str]) -> Mapping[str, str]:
    """Gives those of some texts that `_tidied` changes, with what it makes of them."""
    return {} if _is_tidy(" | ".join(texts)) else {text: _tidied(text) for text in texts if not _is_tidy(text)}


def _tidied(text: str) -> str:
    return " ".join(text.split())


def _names_of(value: Identified) -> list[str]:
    """Gives what an object is called, in each language."""
    held = [said for field in NAMES if isinstance(said := value.__dict__.get(field), dict)]
    return [_tidied(text) for texts in held for text in texts.values()]


def _several(groups: Iterable[Sequence[Identified]]) -> frozenset[str]:
    """Gives the ids of the objects of groups that hold more than one."""
    ids = ({each.id for each in objects} for objects in groups if len(objects) > 1)
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
