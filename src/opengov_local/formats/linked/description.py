"""The description of a package for catalogues: a dataset as DCAT-AP has it, and as far as the package states it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from opengov_local.formats.linked.context import CODES, PREFIXES
from opengov_local.formats.linked.facts import Facts, label_of
from opengov_local.messages import LANGUAGES
from opengov_local.model.dates import PartialDate

_THEME: Final = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
"""Government and public sector, of the EU vocabulary that DCAT-AP names for themes."""
_SPDX: Final = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*-[0-9]+(?:\.[0-9]+)+(?:-[A-Za-z]+)*")
"""Ids of licences that name a version: CC-BY-4.0, ODbL-1.0 (SPDX licence list)."""
_KINDS: Final = {"day": "xsd:date", "year": "xsd:gYear"}


def described(facts: Facts) -> dict[str, Any]:
    """Describes the dataset.

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
        "dct:language": list(facts.languages),
        "dct:spatial": [
            {"@type": "dct:Location", "skos:prefLabel": _texts(place.names), "dct:identifier": [*place.codes.values()]}
            for place in facts.places
        ],
        "dct:temporal": _period(facts),
        "dcat:theme": [{"@id": _THEME}, *({"@id": f"{CODES}{name}:{code}"} for name, code in facts.themes)],
        "dcat:keyword": [
            {"@value": label_of(theme, language), "@language": language}
            for theme in facts.themes
            for language in LANGUAGES
        ],
        "dcat:landingPage": {"@id": facts.page} if facts.page else None,
        "foaf:primaryTopic": {"@id": facts.identifier},
    }
    return {name: value for name, value in said.items() if value}


def _licence(stated: str | None) -> Any:
    """Gives a licence as its address, which SPDX has for each id; what is neither stays as it is."""
    if stated is None or _SPDX.fullmatch(stated) is None:
        return {"@id": stated} if stated and stated.startswith(("https://", "http://")) else stated
    return {"@id": f"https://spdx.org/licenses/{stated}"}


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
