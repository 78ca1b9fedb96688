"""What is said of a package whose file was read again: which fields are not in it, how often, and where first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.formats.format import Format
from opengov_local.formats.losses.again import Missing, field_of, missing
from opengov_local.formats.losses.told import take_out
from opengov_local.formats.losses.values import (
    ANY,
    OF_THE_FILE,
    OTHER_LANGUAGES,
    UNKNOWN_FIELDS,
    Place,
    Value,
    names_in,
    values,
)
from opengov_local.model.package import Package

_CODES: Final = ((False, "export/lost"), (True, "export/changed"))


def compared(
    package: Package, asked: Any, again: Any, row: Format, language: str, told: Iterable[Finding]
) -> Iterator[Finding]:
    """Compares a package with what is read of its file.

    Args:
        package: the package.
        asked: what of it the file was to hold, JSON-shaped; it is changed.
        again: what was read of the file, JSON-shaped.
        row: the format of the file.
        language: the language it is written in, if it is written in one alone.
        told: what the writer says itself; what it counts there is not said again.

    Yields:
        A finding for what is lost and one for what is changed; one for texts in other languages.
    """
    languages = tuple(filter(None, (language, package.default_language)))
    total = sum(value.field not in OF_THE_FILE for value in values(asked, languages, row.languages))
    names = names_in(
        asked, languages
    )  # of contributions, say, that the writer lists as left out and names all the same
    unknown = take_out(asked, told)
    passed = OF_THE_FILE | {UNKNOWN_FIELDS} if unknown else OF_THE_FILE
    there = [each for each in values(asked, languages, row.languages, names=names) if each.field not in passed]
    gone = list(missing(there, values(again, languages, row.languages)))
    places = _places(values(package.to_tree(), languages, row.languages))
    concepts = Counter(value.concept for value in there)
    for otherwise, code in _CODES:
        some = [each.value for each in gone if each.otherwise == otherwise and not _is_further(each)]
        if some:
            yield _finding(code, row.name, some, concepts, places, total)
    if others := sum(map(_is_further, gone)):
        yield Finding("export/one-language", "info", params={"format": row.name, "count": others})


def _is_further(each: Missing) -> bool:
    """Tells whether it is a text in a language that the file is not written in, which stands there in none."""
    return each.value.field == OTHER_LANGUAGES and not each.otherwise


def _places(some: Iterable[Value]) -> dict[tuple[str, ...], Place]:
    """Gives where each value first stands in the package itself."""
    found: dict[tuple[str, ...], Place] = {}
    for value in some:
        found.setdefault(value[:5], value.place)
    return found


def _finding(
    code: str,
    format: str,
    some: list[Value],
    concepts: Counter[str],
    places: dict[tuple[str, ...], Place],
    total: int,
) -> Finding:
    gone = Counter(value.concept for value in some)
    several = Counter(concept for concept, _ in {value[:2] for value in some})
    whole = {concept for concept, count in gone.items() if count == concepts[concept] and several[concept] > 1}
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for value in some:
        name = value.concept if value.concept in whole - {ANY} else _field(value)
        counts[name] += 1
        first.setdefault(name, pointer_of(places.get(value[:5], value.place)))
    most = counts.most_common()
    params: dict[str, Parameter] = {
        "format": format,
        "fields": tuple(name for name, _ in most),
        "counts": tuple(str(count) for _, count in most),
        "places": tuple(first[name] for name, _ in most),
        "first": first[most[0][0]],
        "count": len(some),
        "total": total,
    }
    return Finding(code, "info" if code == "export/lost" else "warning", Location(first[most[0][0]]), params)


def _field(value: Value) -> str:
    if value.field == OTHER_LANGUAGES:
        return field_of(value)
    return value.field if value.concept == ANY else f"{value.concept}.{value.field}"
