"""Categories and taxonomies of results as axes of a plan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.decidim.fields import put_number
from opengov_local.formats.decidim.keys import language_of_rest
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.state import State, unguarded
from opengov_local.importing.draft import Node

_TAXONOMIES: Final = "taxonomies"
_ARROW: Final = re.compile(r'"\s*=>\s*')
_COLON: Final = '": '


class Axes:
    """The axes of one plan, each known by its number, else by its names."""

    def __init__(self, state: State, plan: Node) -> None:
        self._state = state
        self._plan = plan
        self._known: dict[object, Node] = {}
        self._said = False

    def put(self, record: Record, node: Node, above: Node | None) -> None:
        """Puts a result on the axes of its category and taxonomies.

        Args:
            record: the result.
            node: the commitment, activity or milestone it is.
            above: the commitment it is a milestone of: then it has no axes of its own but those of that commitment.
        """
        for axis, entries in self._groups(record, node):
            placed = (above or node).data.get("axes", [])
            for entry in entries:
                self._state.draft.used(entry.piece, axis, "title")
            if axis.target in placed:
                continue
            if above is None:
                self._state.draft.put(node, "axes", axis.target, entries[0].piece)
            else:
                self._state.draft.say("import/axis-of-milestone", entries[0].piece, node=node,
                                      name=_name(axis))  # fmt: skip
                for entry in entries:
                    self._state.draft.keep(entry.piece, node, label=entry.heading)

    def _groups(self, record: Record, node: Node) -> Iterator[tuple[Node, list[Entry]]]:
        for entries in filter(None, _taxonomies(record.take(_TAXONOMIES))):
            if entries[0].key == _TAXONOMIES or not self._is_named(entries):
                for entry in entries:
                    self._state.draft.keep(entry.piece, node, label=entry.heading)
                continue
            if not self._said:
                self._said = True
                self._state.draft.say("import/assumed", entries[0].piece, severity="info", node=node, field="axes",
                                      value=_TAXONOMIES)  # fmt: skip
            yield self._axis(entries), entries
        category = record.take("category")
        if category and not self._is_named(category):
            for entry in category:
                self._state.draft.keep(entry.piece, node, label=entry.heading)
        elif category:
            yield self._axis(category), category

    def _is_named(self, entries: list[Entry]) -> bool:
        """Tells whether a category has a name, here or in a row above: a number alone names no axis."""
        numbers = (("id", entry.piece.text.strip()) for entry in entries if entry.key.endswith("/id"))
        return any(_language(entry) is not None for entry in entries) or any(key in self._known for key in numbers)

    def _axis(self, entries: list[Entry]) -> Node:
        """Gives the axis of these names and this number, new or known."""
        draft = self._state.draft
        numbers = [entry.piece for entry in entries if entry.key.endswith("/id")]
        names = [(language, entry.piece) for entry in entries if (language := _language(entry)) is not None]
        by_number = [("id", piece.text.strip()) for piece in numbers]
        by_name = [("name", tag, " ".join(unguarded(piece).split()).casefold()) for (tag, _), piece in names]
        known = next((self._known[key] for key in by_number or by_name if key in self._known), None)
        axis = known or draft.add(self._plan, "axes", entries[0].piece)
        for key in (*by_number, *by_name):
            self._known.setdefault(key, axis)
        if known is None:
            for piece in numbers:
                put_number(self._state, axis, piece, "id")
        for (tag, _), piece in names:
            _put_name(self._state, axis, piece, tag)
        for entry in entries:
            if _language(entry) is None and entry.piece not in numbers:
                draft.keep(entry.piece, axis, label=entry.heading)
        return axis


def _put_name(state: State, axis: Node, piece: Piece, tag: str | None) -> None:
    held = axis.data.get("title", {})
    if tag is None or held.get(tag) != unguarded(piece).strip():
        state.draft.put(axis, "title", state.words(piece, axis, "name"), piece, language=tag)


def _language(entry: Entry) -> tuple[str | None, bool] | None:
    """Gives the language of a name; None where the value is no name."""
    before, found, rest = entry.key.partition("/name")
    return language_of_rest(rest.lstrip("/")) if found and before else None


def _name(axis: Node) -> str:
    return next(iter(axis.data.get("title", {}).values()), "")


def _taxonomies(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Groups the values of taxonomies one by one: lists of numbers and names, or a list of objects in JSON.

    What cannot be told apart comes as one group under the bare key.
    """
    groups: dict[str, list[Entry]] = {}
    cells: list[Entry] = []
    for entry in entries:
        parts = entry.key.split("/")[1:]
        place = next((part for part in parts if part.isdigit()), None)
        plain = "/".join((_TAXONOMIES, *(part for part in parts if not part.isdigit())))
        if place is not None:
            groups.setdefault(place, []).append(entry._replace(key=plain))
        else:
            cells.append(entry)
    yield from _cells(cells)
    yield from groups.values()


def _cells(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Groups the cells of a table: numbers in one, names in another, the latter as Ruby writes a list of hashes.

    Names may also stand in a column for each language.
    """
    if not entries:
        return
    numbers = [(entry, part.strip()) for entry in entries if entry.key.endswith("/id")
               for part in entry.piece.text.split(",")]  # fmt: skip
    names = _names([entry for entry in entries if not entry.key.endswith("/id")], len(numbers))
    if names is None or (numbers and names and len(numbers) != len(names)):
        yield [entry._replace(key=_TAXONOMIES) for entry in entries]
        return
    for position in range(max(len(numbers), len(names))):
        group = []
        if numbers:
            entry, number = numbers[position]
            group.append(Entry(f"{_TAXONOMIES}/id", entry.heading, entry.piece._replace(text=number)))
        if names:
            group += [
                Entry(f"{_TAXONOMIES}/name{language}", entry.heading, entry.piece._replace(text=text))
                for entry, texts in names[position]
                for language, text in texts.items()
            ]
        yield group


def _names(entries: list[Entry], count: int) -> list[list[tuple[Entry, dict[str, str]]]] | None:
    """Gives for each taxonomy the cells that name it, with its names in them; None where they cannot be told apart.

    Columns for one language each go together where each names as many, as many as there are numbers: "Eau, Air".
    """
    if len(entries) < 2:
        return [[(entry, each)] for entry in entries for each in _hashes(entry)]
    listed = [_listed(entry, count) for entry in entries]
    if len(set(map(len, listed))) > 1 or (count and len(listed[0]) != count):
        return None
    return [[(entry, names) for entry, names in zip(entries, each, strict=True)] for each in zip(*listed, strict=True)]


def _listed(entry: Entry, count: int) -> list[dict[str, str]]:
    """Reads the names of a cell, with commas between them where that gives as many as there are numbers."""
    found = _hashes(entry)
    parts = entry.piece.text.split(",")
    if len(found) == 1 < count == len(parts) and not entry.piece.text.lstrip().startswith("{"):
        return [{language: part.strip() for language in found[0]} for part in parts]
    return found


def _hashes(entry: Entry) -> list[dict[str, str]]:
    """Reads names: `{"fr"=>"Eau"}, {"fr"=>"Air"}`, or one plain name."""
    text = entry.piece.text
    plain = [{entry.key.removeprefix(f"{_TAXONOMIES}/name"): text}]
    if not text.lstrip().startswith("{"):
        return plain
    try:
        read = json.loads(f"[{_ARROW.sub(_COLON, text)}]")
    except ValueError:
        return plain
    if not all(isinstance(each, dict) and all(isinstance(value, str) for value in each.values()) for each in read):
        return plain
    return [{f"/{key}": value for key, value in each.items() if value.strip()} for each in read]
