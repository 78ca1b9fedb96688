"""The description of a package for catalogues: a dataset as DCAT-AP has it, and as far as the package states it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from opengov_local.formats.linked.context import CODES, PREFIXES
from opengov_local.formats.linked.facts import Facts, Place, label_of
from opengov_local.messages import LANGUAGES
from opengov_local.model.dates import PartialDate

_GOVERNMENT: Final = {
    "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": [
        {"@value": "Government and public sector", "@language": "en"},
        {"@value": "Gouvernement et secteur public", "@language": "fr"},
    ],
}
"""The theme of all packages, with its labels in the EU vocabulary that DCAT-AP names for themes."""
_SPDX: Final = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*-[0-9]+(?:\.[0-9]+)+(?:-[A-Za-z]+)*")
"""Ids of licences that name a version: CC-BY-4.0, ODbL-1.0 (SPDX licence list)."""
_LANGUAGES: Final = "http://publications.europa.eu/resource/authority/language/"
_NAMED: Final = {"ar": "ARA", "de": "DEU", "en": "ENG", "es": "SPA", "fr": "FRA", "it": "ITA", "nl": "NLD", "pt": "POR"}
"""Languages whose names in the EU vocabulary are known here (ISO 639-3 in capitals); DCAT-AP asks for these names."""
_KINDS: Final = {"day": "xsd:date", "year": "xsd:gYear"}


def described(facts: Facts) -> dict[str, Any]:
    """Describes the dataset.

    Every value says its class, the one that DCAT-AP asks for, or is a literal where it asks for one: DCAT-AP's shapes
    hold without the vocabularies being loaded. What has no address is a node without a name.

    Source: DCAT-AP 3; DCAT 3 for the licence of a dataset without distributions.
    """
    said = {
        "@context": dict(PREFIXES),
        "@id": f"{facts.identifier}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _texts(facts.title),
        "dct:description": _texts(facts.description) or _texts(facts.title),
        "dct:identifier": facts.identifier,
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _texts(facts.publisher)} if facts.publisher else None,
        "dct:issued": {"@value": facts.issued, "@type": "xsd:dateTime"} if facts.issued else None,
        "dct:license": _licence(facts.licence),
        "dct:language": [*map(_language, facts.languages)],
        "dct:spatial": [_place(place) for place in facts.places],
        "dct:temporal": _period(facts),
        "dcat:theme": [_GOVERNMENT, *map(_theme, facts.themes)],
        "dcat:keyword": [
            {"@value": label_of(theme, language), "@language": language}
            for theme in facts.themes
            for language in LANGUAGES
        ],
        "dcat:landingPage": {"@id": facts.page, "@type": "foaf:Document"} if facts.page else None,
        "foaf:primaryTopic": {"@id": facts.identifier},
    }
    return {name: value for name, value in said.items() if value}


def _licence(stated: str | None) -> dict[str, str] | None:
    """Gives a licence by its address, which SPDX has for each id, or by what it is called."""
    if stated is None:
        return None
    if _SPDX.fullmatch(stated):
        return {"@id": f"https://spdx.org/licenses/{stated}", "@type": "dct:LicenseDocument"}
    if stated.startswith(("https://", "http://")):
        return {"@id": stated, "@type": "dct:LicenseDocument"}
    return {"@type": "dct:LicenseDocument", "dct:title": stated}


def _language(tag: str) -> dict[str, str]:
    """Gives a language by its name in the EU vocabulary, or by its tag."""
    known = _NAMED.get(tag)
    said = {"@id": f"{_LANGUAGES}{known}"} if known else {"dct:identifier": tag}
    return {**said, "@type": "dct:LinguisticSystem"}


def _theme(theme: tuple[str, str]) -> dict[str, Any]:
    """Gives a code of a list as a concept."""
    labels = {language: label_of(theme, language) for language in LANGUAGES}
    return {"@id": f"{CODES}{theme[0]}:{theme[1]}", "@type": "skos:Concept", "skos:prefLabel": _texts(labels)}


def _place(place: Place) -> dict[str, Any]:
    said = {"@type": "dct:Location", "skos:prefLabel": _texts(place.names)}
    return {**said, "dct:identifier": [*place.codes.values()]} if place.codes else said


def _texts(text: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": words, "@language": tag} for tag, words in text.items()]


def _period(facts: Facts) -> dict[str, Any] | None:
    if not (facts.start or facts.end):
        return None
    said: dict[str, Any] = {"@type": "dct:PeriodOfTime"}
    if facts.start:
        said["dcat:startDate"] = _date(facts.start, last=False)
    if facts.end:
        said["dcat:endDate"] = _date(facts.end, last=True)
    return said


def _date(date: PartialDate, *, last: bool) -> dict[str, str]:
    """Writes a date with the type of its precision; of a quarter or half-year its first or last month."""
    kind = _KINDS.get(date.precision)
    if kind:
        return {"@value": str(date), "@type": kind}
    day = date.latest if last else date.earliest
    return {"@value": f"{day:%Y-%m}", "@type": "xsd:gYearMonth"}
