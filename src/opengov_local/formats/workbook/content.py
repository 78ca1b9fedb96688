"""What stands on the sheets of a workbook: the rows of a package, and what no column of them shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from opengov_local.formats.workbook import cells
from opengov_local.formats.workbook.cells import Speech
from opengov_local.formats.workbook.names import is_named, mark_of
from opengov_local.formats.workbook.remainder import ADDED, EXACT, ORDER, set_at, tidied
from opengov_local.formats.workbook.tables import Column, Place, Sheet, sheet, sheets
from opengov_local.messages.labels import label
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified

UNDER: Final = "^"
"""Key of the column that names the object a row lies in; with a concept behind it, one of that concept."""
PLACE: Final = "^place"
"""Key of the column that says in which field of that object."""
_NEITHER: Final = ("schema_version", "id_prefix")


@dataclass
class Row:
    """One object on a sheet.

    Attributes:
        id: its id, or what the workbook knows it by; "" where its concept has none.
        cells: key of the column to the text.
        beside: what no column shows; of the languages of texts every order, until that of the columns is known.
    """

    id: str
    cells: dict[str, str] = field(default_factory=dict)
    beside: dict[str, dict[str, Any]] = field(default_factory=lambda: {ADDED: {}, EXACT: {}, ORDER: {}})


@dataclass
class Content:
    """What stands in a workbook.

    Attributes:
        rows: key of the sheet to its rows.
        hidden: field that no column shows to how often it was met; hidden cells keep it.
        replaced: field to how many of its texts had characters that no cell can show.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: {each.key: [] for each in sheets()})
    hidden: Counter[str] = field(default_factory=Counter)
    replaced: Counter[str] = field(default_factory=Counter)

    def keys(self, key: str) -> list[str]:
        """Gives the keys of the columns that hold something, in the order they are met."""
        return list(dict.fromkeys(name for row in self.rows[key] for name in row.cells))


def content_of(tree: Mapping[str, Any], speech: Speech) -> Content:
    """Gives the rows of a package.

    Args:
        tree: the package as JSON-shaped data.
        speech: the words to write in.
    """
    filler = _Filler(speech, len(tree.get("plans", ())))
    filler.visit(sheet("package"), tree, {})
    return filler.content


def place_label(place: Place, language: str) -> str:
    """Gives the word for a place: the title of its field."""
    return label(place.concept, place.path[-1], language)


def needs_place(kind: Sheet, place: Place) -> bool:
    """Tells whether the holder alone does not say in which of its fields an object lies."""
    return sum(other.concept == place.concept for other in kind.places) > 1


def goes_without_holder(kind: Sheet, concept: str, plans: int) -> bool:
    """Tells whether a row that names no holder lies in one of this concept: the package, or the only plan."""
    concepts = {place.concept for place in kind.places}
    return concept == "Package" or (concept == "ActionPlan" and plans == 1 and "Package" not in concepts)


class _Filler:
    def __init__(self, speech: Speech, plans: int) -> None:
        self._speech = speech
        self._plans = plans
        self.content = Content()

    def visit(self, kind: Sheet, data: Mapping[str, Any], above: Mapping[str, str]) -> None:
        """Makes the row of an object and those of the objects in it."""
        rest = deepcopy(dict(data))
        identified = issubclass(kind.model, Identified)
        row = Row(rest.pop("id", "") if identified else "", dict(above))
        for name in _NEITHER if kind.key == "package" else ():
            rest.pop(name, None)
        self.content.rows[kind.key].append(row)
        if is_named(kind.model):
            row.id = mark_of(kind.model, len(self.content.rows[kind.key]))
        for column in kind.columns:
            self._take(kind, column, rest, row)
        if row.id:
            for child, place in places_in(kind.model):
                for item in taken(rest, place):
                    self.visit(child, item, self._under(child, place, row.id))
        rest = {name: value for name, value in rest.items() if not _is_hollow(value)}
        for name, value in rest.items():
            self.content.hidden[f"{kind.concept}.{name}"] += len(value) if isinstance(value, list) and value else 1
        row.beside[ADDED] = rest

    def _under(self, child: Sheet, place: Place, holder: str) -> dict[str, str]:
        names = {}
        if not goes_without_holder(child, place.concept, self._plans):
            key = UNDER + place.concept if place.concept in child.parents else UNDER
            kinds = kinds_under(child, key)
            names[key] = self._speech.names.write(holder, kinds)
        if needs_place(child, place):
            names[PLACE] = place_label(place, self._speech.language)
        return names

    def _take(self, kind: Sheet, column: Column, rest: dict[str, Any], row: Row) -> None:
        """Moves what a column can show from the object to the row; a value that it shows tidied is noted as it is."""
        holder = _holder(rest, column.path)
        name = column.path[-1]
        if column.path == ("ogp_values", "value"):
            self._take_list(column, rest, row)
        elif holder is None or name not in holder:
            return
        elif column.kind == "text" and not column.many:
            self._take_text(kind, column, holder, row)
        else:
            said = holder[name]
            shown = tidied(said) if column.kind in ("text", "line") else said
            found = self._written(column, shown)
            if found is not None:
                row.cells |= found
                del holder[name]
                if column.kind == "text":
                    row.beside[ORDER][column.key] = [list(text) for text in said]
                if shown != said:
                    set_at(row.beside[EXACT], column.path, said)
                    self.content.replaced[f"{kind.concept}.{column.key}"] += any(map(cells.has_unheld, _texts(said)))

    def _written(self, column: Column, value: Any) -> dict[str, str] | None:
        """Writes a value into the cells of its column; None where reading them would not give the same."""
        if column.kind == "text":
            texts = cells.write_texts(value)
            return None if texts is None else {f"{column.key}@{tag}": text for tag, text in texts.items()}
        text = cells.write(column, value, self._speech)
        return None if text is None else {column.key: text}

    def _take_list(self, column: Column, rest: dict[str, Any], row: Row) -> None:
        first, last = column.path
        items = rest.get(first) or []
        if items and all(set(item) == {last} for item in items):
            text = cells.write(column, [item[last] for item in items], self._speech)
            if text is not None:
                row.cells[column.key] = text
                del rest[first]

    def _take_text(self, kind: Sheet, column: Column, holder: dict[str, Any], row: Row) -> None:
        text = holder[column.path[-1]]
        row.beside[ORDER][column.key] = list(text)
        for tag, said in list(text.items()):
            tidy = cells.tidy(said)
            if cells.holds(tidy):
                row.cells[f"{column.key}@{tag}"] = tidy
                del text[tag]
                if tidy != said:
                    set_at(row.beside[EXACT], (*column.path, tag), said)
                    self.content.replaced[f"{kind.concept}.{column.key}"] += cells.has_unheld(said)


def kinds_under(kind: Sheet, key: str) -> tuple[str, ...]:
    """Gives the kinds of objects that a column of holders can name."""
    wanted = key.removeprefix(UNDER)
    return tuple(dict.fromkeys(place.kind for place in kind.places if wanted in ("", place.concept)))


def places_in(model: type[Model]) -> Iterator[tuple[Sheet, Place]]:
    """Gives the sheets that hold what lies in a concept, with its places."""
    for child in sheets():
        for place in child.places:
            if place.concept == model.__name__:
                yield child, place


def taken(data: dict[str, Any], place: Place) -> Iterable[Any]:
    """Takes the objects at a place out of a tree; a list that is stated as empty stays."""
    holder = _holder(data, place.path)
    if holder is None or not holder.get(place.path[-1]):
        return ()
    value = holder.pop(place.path[-1])
    return value if place.many else (value,)


def _holder(data: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any] | None:
    for name in path[:-1]:
        inner = data.get(name)
        if not isinstance(inner, dict):
            return None
        data = inner
    return data


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)


def _is_hollow(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_hollow(item) for item in value.values())
