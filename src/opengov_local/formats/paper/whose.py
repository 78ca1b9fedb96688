"""Whose a document is: collectivities with their kind, and with their country where the name alone does not tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from opengov_local import territories
from opengov_local.formats.ogp_pages.tables import names_of_countries
from opengov_local.formats.paper.content import Line, Lines, Phrase, itemized
from opengov_local.formats.paper.naming import named
from opengov_local.formats.paper.questions import Question
from opengov_local.formats.paper.repetition import only_label_in
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.gap import NO_COUNTRY

KINDS: Final = "collectivity_kind"
_SCHEME: Final = "MA-HCP"


def whose(scribe: Scribe, identifiers: Iterable[str]) -> Lines:
    """Names collectivities, one a line: `Agadir (commune)`, `Ariana (commune, Tunisie)`.

    A collectivity of the reference territories is named as everywhere; of any other nobody could tell the country.
    """
    return itemized((Line(_whole(scribe, each)),) for each in identifiers)


def of_whom(key: str) -> Question[Any]:
    """Makes the question whose plan or workshop it is; `key` is the key of its label."""
    return Question(key, lambda scribe, value: whose(scribe, value.collectivities), ("collectivities",))


def _whole(scribe: Scribe, identifier: str) -> tuple[Phrase, ...]:
    usual = named(scribe, identifier)
    found = scribe.index.find(identifier, TerritorialCollectivity)
    if found is not None:
        scribe.collectivities[found.id] = True
    if found is None or _is_told(found, usual):
        return usual
    name = scribe.name(found.name)
    said = only_label_in([phrase.text for phrase in name], KINDS) == found.kind
    kind = () if said else (scribe.kind(KINDS, found.kind), scribe.words("mark.comma"))
    return (*name, Phrase(" ("), *kind, country(scribe, found.country), Phrase(")"))


def country(scribe: Scribe, code: str) -> Phrase:
    """Names a country: `Maroc`; one without a name as its code, and that none is known as a gap."""
    known = names_of_countries(scribe.language).get(code)
    return scribe.gap() if code == NO_COUNTRY else Phrase(known) if known else scribe.plain(code)


def _is_told(collectivity: TerritorialCollectivity, name: Sequence[Phrase]) -> bool:
    """Tells whether the reference territories know exactly this collectivity under its name with its kind."""
    territory = territories.find("".join(phrase.text for phrase in name)).one
    if territory is None or (territory.kind, territory.country) != (collectivity.kind, collectivity.country):
        return False
    numbers = {each.value for each in collectivity.identifiers if each.scheme == _SCHEME}
    return numbers <= {territory.code}
