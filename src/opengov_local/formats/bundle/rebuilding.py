"""The tables of an archive as a package again; cells that were changed by hand are taken as they stand, and judged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Final

from opengov_local.finding import Finding, Location, Parameter, Severity
from opengov_local.formats.bundle.columns import (
    AT,
    FIELD,
    IN,
    KEY,
    MORE,
    ORDER,
    OWN,
    Column,
    columns_of,
    named_beside,
    places_of,
    tables,
)
from opengov_local.formats.bundle.descriptor import MARK
from opengov_local.formats.bundle.places import BundleLocator, RowPlace
from opengov_local.formats.bundle.sheets import Sheet, sheet_of
from opengov_local.formulas import unguarded
from opengov_local.importing.containers import Container
from opengov_local.importing.draft import UNMAPPED
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_ERRORS: Final = ("import/cell-not-json", "import/row-without-holder")
_WAY: Final = re.compile(r"\S+/[0-9]+")
"""A key that says where a row lies."""
_TRUTH: Final = {"true": True, "false": False}


@dataclass
class Built:
    """What the tables give.

    Attributes:
        tree: the package as JSON-shaped data.
        locator: knows the cells.
        findings: what was found in reading.
    """

    tree: dict[str, Any]
    locator: BundleLocator
    findings: list[Finding]


@dataclass
class _Item:
    """A row as an object.

    Attributes:
        table: name of its table.
        cells: its own cells: key, holder, field, place.
        data: the object.
        place: where it stands.
    """

    table: str
    cells: dict[str, str]
    data: dict[str, Any]
    place: RowPlace
    rank: tuple[int, int] = field(default=(0, 0))


def is_bundle(container: Container, name: str) -> bool:
    """Tells whether an archive is one of tables: its descriptor says so."""
    if name not in container.names():
        return False
    try:
        said = json.loads(container.read(name))
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and MARK in said


def rebuilt(container: Container, source: str | None) -> Built:
    """Reads the tables of an archive.

    Args:
        container: the archive, judged.
        source: its name.
    """
    reading = _Reading(source)
    for name in container.names():
        table = name.removesuffix(".csv")
        if name.endswith(".csv") and table in tables():
            sheet = sheet_of(container.read(name), name, source)
            reading.findings += sheet.findings
            reading.items += reading.rows(table, sheet)
        elif name.endswith(".csv"):
            reading.findings.append(Finding("import/table-unknown", "warning", Location(source=source), {"name": name}))
    tree = reading.joined()
    return Built(tree, BundleLocator(tree, {id(item.data): item.place for item in reading.items}), reading.findings)


class _Reading:
    def __init__(self, source: str | None) -> None:
        self.findings: list[Finding] = []
        self.items: list[_Item] = []
        self._source = source

    def rows(self, table: str, sheet: Sheet) -> Iterator[_Item]:
        """Gives the rows of a table as objects; a row without a word in it is none."""
        model = tables()[table]
        for heading in sheet.headings:
            if heading and heading not in OWN and _column(model, heading) is None:
                place = RowPlace(sheet.name, 0, sheet.headings)
                self._say("import/column-unmapped", place, heading, {"heading": heading})
        for number, line in enumerate(sheet.rows, start=1):
            named = {head: unguarded(cell) for head, cell in zip(sheet.headings, line, strict=False) if cell and head}
            loose = [cell for head, cell in zip_longest(sheet.headings, line, fillvalue="") if cell and not head]
            if named or loose:
                place = RowPlace(sheet.name, number, sheet.headings)
                item = _Item(
                    table, {name: named.get(name, "") for name in OWN}, self._object(model, named, place), place
                )
                self._keep_loose(item, loose, len(line))
                yield item

    def _keep_loose(self, item: _Item, cells: list[str], count: int) -> None:
        """Keeps cells that stand under no heading beside the object of their row."""
        if cells:
            kept = [{"text": text, "place": item.place.cell("")} for text in cells]
            item.data.setdefault(UNMAPPED, []).extend(kept)
            self._say("import/row-longer", item.place, "", {"count": count, "expected": len(item.place.headings)})

    def _object(self, model: type[Model], named: dict[str, str], place: RowPlace) -> dict[str, Any]:
        data: dict[str, Any] = {}
        known = {heading: column for heading in named if (column := _column(model, heading))}
        for heading, column in known.items():
            by_language = column.holds == "by_language"
            holder = data
            for step in column.path if by_language else column.path[:-1]:
                holder = holder.setdefault(step, {})
            last = heading.partition("@")[2] if by_language else column.path[-1]
            holder[last] = self._value(column, named[heading], place, heading)
        for heading in named.keys() - known.keys() - set(OWN):
            data.setdefault(heading, named[heading])
        if MORE in named:
            self._add_more(data, named[MORE], place)
        return data

    def _add_more(self, data: dict[str, Any], text: str, place: RowPlace) -> None:
        """Adds what stands beside the columns, and puts languages in the order that is noted there."""
        more = self._json(text, dict, place, MORE)
        if not isinstance(more, dict):
            data.setdefault(MORE, text)
            return
        orders = more.pop(ORDER, None)
        _merge(data, {named_beside(name): held for name, held in more.items()})
        for heading, tags in orders.items() if isinstance(orders, dict) else ():
            _sort_languages(data, heading.split("."), tags)

    def _value(self, column: Column, text: str, place: RowPlace, heading: str) -> Any:
        """Reads a cell; one that is not what its column holds stays text, and the judgement of the package says so."""
        if column.holds == "array":
            return self._json(text, list, place, heading)
        if column.holds == "integer" and _INTEGER.fullmatch(text):
            return int(text)
        return _TRUTH.get(text.lower(), text) if column.holds == "boolean" else text

    def _json(self, text: str, wanted: type, place: RowPlace, heading: str) -> Any:
        try:
            value = json.loads(text, object_pairs_hook=_without_twice)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, wanted):
            return value
        self._say("import/cell-not-json", place, heading, {"heading": heading})
        return text

    def joined(self) -> dict[str, Any]:
        """Puts the objects into each other; a row that lies in nothing known is kept beside the package."""
        roots = [item for item in self.items if item.table == "package"]
        root: dict[str, Any] = roots[0].data if roots else {}
        by_key: dict[str, _Item] = {}
        for item in self.items:
            by_key.setdefault(item.cells[KEY] or str(item.data.get("id", "")), item)
        lists: dict[tuple[int, str], list[_Item]] = {}
        for rank, item in enumerate(self.items):
            if item.data is root:
                continue
            holder = by_key.get(item.cells[IN])
            path = self._field(item, holder)
            if holder is None or not path:
                self._unplaced(root, item)
                continue
            self._keep_own(item, by_key)
            at = item.cells[AT]
            item.rank = (int(at) if _INTEGER.fullmatch(at) else len(self.items), rank)
            lists.setdefault((id(holder.data), path), []).append(item)
        holders = {id(item.data): item.data for item in self.items}
        for (number, path), items in lists.items():
            _fill(holders[number], path.split("."), [item.data for item in sorted(items, key=lambda item: item.rank)])
        for item in self.items:
            _sort_fields(tables()[item.table], item.data)
        return root

    def _keep_own(self, item: _Item, by_key: dict[str, _Item]) -> None:
        """Keeps what stands in cells that say where a row lies, where they say no such thing."""
        key, at = item.cells[KEY], item.cells[AT]
        usual = key in ("", str(item.data.get("id", ""))) or _WAY.fullmatch(key)  # of a row that has been moved, too
        meant = usual or any(other.cells[IN] == key for other in by_key.values())
        for heading, text in ((KEY, "" if meant else key), (AT, "" if _INTEGER.fullmatch(at) else at)):
            if text:
                kept = {"label": heading, "text": text, "place": item.place.cell(heading)}
                item.data.setdefault(UNMAPPED, []).append(kept)
                self._say("import/place-unread", item.place, heading, {"heading": heading, "text": text})

    @staticmethod
    def _field(item: _Item, holder: _Item | None) -> str:
        """Gives the path of the list that a row lies in; where no cell says it, the only one that could be meant."""
        fitting = [place.field for place in places_of(tables()[item.table]) if holder and place.table == holder.table]
        if item.cells[FIELD] in fitting:
            return item.cells[FIELD]
        return fitting[0] if len(fitting) == 1 and not item.cells[FIELD] else ""

    def _unplaced(self, root: dict[str, Any], item: _Item) -> None:
        whole = {**{name: text for name, text in item.cells.items() if text and name != MORE}, **item.data}
        said = {"label": item.table, "text": json.dumps(whole, ensure_ascii=False), "place": item.place.cell(IN)}
        root.setdefault(UNMAPPED, []).append(said)
        self._say("import/row-without-holder", item.place, IN, {"text": item.cells[IN]})

    def _say(self, code: str, place: RowPlace, heading: str, params: dict[str, Parameter]) -> None:
        severity: Severity = "error" if code in _ERRORS else "warning"
        self.findings.append(Finding(code, severity, place.location(heading, self._source), params))


def _column(model: type[Model], heading: str) -> Column | None:
    """Gives the column of a heading; None where it is none, or has a language without being a text by language."""
    path, at, tag = heading.partition("@")
    column = columns_of(model).get(path)
    return column if column and (column.holds == "by_language") == bool(at and tag) else None


def _fill(data: dict[str, Any], path: list[str], items: list[dict[str, Any]]) -> None:
    """Puts a list where it belongs; what was written by hand where an object should be stays beside it."""
    for step in path[:-1]:
        inner = data.setdefault(step, {})
        if not isinstance(inner, dict):
            data[f"x_{step}"] = inner
            inner = data[step] = {}
        data = inner
    data[path[-1]] = items


def _sort_languages(data: Any, path: list[str], tags: Any) -> None:
    """Puts the languages of a text in the order that they had."""
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    if isinstance(data, dict) and isinstance(tags, list):
        _refill(data, {**{tag: data[tag] for tag in map(str, tags) if tag in data}, **data})


def _sort_fields(model: type[Model], data: dict[str, Any]) -> None:
    """Puts the fields of an object, and of the objects in its fields, in the order of the model."""
    shapes = shape_of(model)
    _refill(data, {**{name: data[name] for name in shapes if name in data}, **data})
    for name, shape in shapes.items():
        inner = data.get(name)
        if shape.model is not None and not shape.many and isinstance(inner, dict):
            _sort_fields(shape.model, inner)


def _refill(data: dict[str, Any], ordered: dict[str, Any]) -> None:
    data.clear()
    data.update(ordered)


def _merge(data: dict[str, Any], more: dict[str, Any]) -> None:
    """Adds what stood beside the columns; where both say something, the column stands."""
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(data.get(name), dict):
            _merge(data[name], value)
        else:
            data.setdefault(name, value)


def _without_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key comes twice")
    return found
