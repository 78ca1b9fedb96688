"""What a catalogue is told of a package: titles, publisher, places, time, keywords; each only where it is stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from opengov_local import codelists
from opengov_local.formats.whole import places_of, span_of, title_of
from opengov_local.model.base import Model, field_of
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.prose import prose_of

_CATALOGUED: Final = ("policy_areas", "sectors", "challenge_areas")
_LISTS: Final = {"policy_areas": "policy_area", "sectors": "sector", "challenge_areas": "open_gov_challenge"}


@dataclass(frozen=True)
class Place:
    """A territory that a package speaks of.

    Attributes:
        names: its name by language.
        codes: its numbers: scheme to value.
    """

    names: Mapping[str, str]
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Facts:
    """What a catalogue is told of a package.

    Attributes:
        identifier: its id.
        title: its title by language; those of its plans where it has none.
        description: what it is, by language: the titles of its plans, and the vision of the first that states one.
        publisher: name of the publisher by language, where one is stated.
        licence: as the package states it.
        issued: when it was published.
        languages: languages of its texts, those that most texts have first.
        places: the territories of its plans.
        start: when the first plan begins; None where one does not say it.
        end: when the last one ends; None where one does not say it.
        page: web page of the first plan that has one.
        themes: frameworks of the plans, policy areas, sectors and challenge areas of the commitments: list and code.
        synthetic: whether the data is made up.
    """

    identifier: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    publisher: Mapping[str, str]
    licence: str | None
    issued: str | None
    languages: tuple[str, ...]
    places: tuple[Place, ...]
    start: PartialDate | None
    end: PartialDate | None
    page: str | None
    themes: tuple[tuple[str, str], ...]
    synthetic: bool


def facts_of(package: Package, index: Index) -> Facts:
    """Gathers what a catalogue is told of a package.

    Args:
        package: the package.
        index: its index.
    """
    start, end = span_of(package)
    return Facts(
        identifier=package.id,
        title=title_of(package, package.plans) or {"und": package.id},
        description=_described(package),
        publisher=_publisher(package, index) or {},
        licence=package.licence,
        issued=package.published_at,
        languages=_languages(index),
        places=tuple(
            Place(each.name, {own.scheme: own.value for own in each.identifiers}) for each in places_of(package)
        ),
        start=start,
        end=end,
        page=next((str(plan.website) for plan in package.plans if plan.website), None),
        themes=tuple(dict.fromkeys(_themes(package))),
        synthetic=bool(package.synthetic),
    )


def label_of(theme: tuple[str, str], language: str) -> str:
    """Gives the label of a theme; a code that its list does not know is written as it is."""
    return codelists.get(theme[0]).label(theme[1], language, default=theme[1])


def _described(package: Package) -> dict[str, str]:
    """Puts the titles of the plans and the first vision together, language by language."""
    vision = next((plan.strategic_vision for plan in package.plans if plan.strategic_vision), {})
    said: dict[str, list[str]] = {}
    for text in (*(plan.title for plan in package.plans), vision):
        for tag, words in text.items():
            said.setdefault(tag, []).append(words)
    return {tag: "\n\n".join(dict.fromkeys(words)) for tag, words in said.items()}


def _publisher(package: Package, index: Index) -> Mapping[str, str] | None:
    party = package.publisher
    if party is None:
        return None
    known = index.find(party.organization or party.collectivity or "", Identified)
    return party.name or field_of(known, "name")


def _languages(index: Index) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for node in index.all:
        held = node.value.__dict__
        for name in _texts_of(node.kind):
            if text := held[name]:
                counts.update(text.keys())
    return tuple(sorted((tag for tag in counts if tag != "und"), key=lambda tag: -counts[tag]))


@cache
def _texts_of(concept: type[Model]) -> tuple[str, ...]:
    """Gives the fields of a concept that hold one text by language."""
    return tuple(name for name, by_language, many in prose_of(concept) if by_language and not many)


def _themes(package: Package) -> Iterator[tuple[str, str]]:
    for plan in package.plans:
        if plan.framework != "other":
            yield "framework", plan.framework
        for commitment in plan.commitments:
            for field in _CATALOGUED:
                yield from ((_LISTS[field], code) for code in getattr(commitment, field))
