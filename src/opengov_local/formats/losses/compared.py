"""What is said of a package whose file was read again: which fields are not in it, how often, and where first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.formats.format import Format
from opengov_local.formats.losses.again import Missing, compare, field_of
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
        A finding for what is lost and one for what is changed; one for what the file has more than it was to hold; one
        for texts in other languages.
    """
    languages = tuple(filter(None, (language, package.default_language)))
    whole = [value for value in values(asked, languages, row.languages) if value.field not in OF_THE_FILE]
    names = names_in(
        asked, languages
    )  # of contributions, say, that the writer lists as left out and names all the same
    unknown = take_out(asked, told)
    passed = OF_THE_FILE | {UNKNOWN_FIELDS} if unknown else OF_THE_FILE
    there = [each for each in values(asked, languages, row.languages, names=names) if each.field not in passed]
    gone, added = compare(there, values(again, languages, row.languages))
    places = _places(values(package.to_tree(), languages, row.languages))
    concepts = Counter(value.concept for value in there)
    for otherwise, code in _CODES:
        some = [each.value for each in gone if each.otherwise == otherwise and not _is_further(each)]
        if some:
            yield _finding(code, row.name, some, concepts, places, len(whole))
    if more := list(_of_nobody(added, whole, there)):
        yield _more(row.name, more)
    if others := sum(map(_is_further, gone)):
        yield Finding("export/one-language", "info", params={"format": row.name, "count": others})


def _is_further(each: Missing) -> bool:
    """Tells whether it is a text in a language that the file is not written in, which stands there in none."""
    return each.value.field == OTHER_LANGUAGES and not each.otherwise


def _of_nobody(added: Iterable[Value], whole: Iterable[Value], there: Iterable[Value]) -> Iterator[Value]:
    """Gives the values that come back and stand nowhere in what the file was to hold.

    What the writer counts as left out may come back all the same; what the import says of itself is of no plan.
    """
    told = Counter(value[:4] for value in whole) - Counter(value[:4] for value in there)
    for value in added:
        if value.field in (*OF_THE_FILE, UNKNOWN_FIELDS, OTHER_LANGUAGES) or value.place[:1] == ("sources",):
            continue
        if told[value[:4]]:
            told[value[:4]] -= 1
        else:
            yield value


def _more(format: str, some: list[Value]) -> Finding:
    counts = Counter(map(_field, some))
    first: dict[str, Value] = {}
    for value in some:
        first.setdefault(_field(value), value)
    most = [name for name, _ in counts.most_common()]
    params: dict[str, Parameter] = {
        "format": format,
        "fields": tuple(most),
        "counts": tuple(str(counts[name]) for name in most),
        "places": tuple(pointer_of(first[name].place) for name in most),
        "first": pointer_of(first[most[0]].place),
        "value": first[most[0]].value,
        "count": len(some),
    }
    return Finding("export/added", "warning", params=params)


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
