"""A package as rows of tables: what no column holds stays beside the row, so that nothing is lost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opengov_local.formats.bundle.columns import AT, FIELD, IN, KEY, MORE, ORDER, beside, table_name, tables
from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of

Row = dict[str, str]


@dataclass
class Flat:
    """The rows of a package.

    Attributes:
        rows: name of the table to its rows, each by heading; a cell that is not there is empty.
        languages: the languages of the texts, in the order they are met.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in tables()})
    languages: dict[str, None] = field(default_factory=dict)
    _keys: Counter[str] = field(default_factory=Counter)
    _texts: list[tuple[Row, str, list[str]]] = field(default_factory=list)

    def put(self, model: type[Model], data: Mapping[str, Any], holder: Row) -> None:
        """Adds the row of an object and those of the objects in its lists.

        Args:
            model: its concept.
            data: the object as JSON-shaped data.
            holder: the cells that say where it lies.
        """
        rest = dict(data)
        key = self._key(rest.get("id"), holder)
        row = {KEY: key, **holder}
        self.rows[table_name(model)].append(row)
        self._take(model, rest, row, ())
        if rest:
            row[MORE] = _json({beside(name): held for name, held in rest.items()})

    def _key(self, identifier: Any, holder: Row) -> str:
        """Gives the key of a row: its id, unless another has it too; else where it lies."""
        if isinstance(identifier, str) and not self._keys[identifier]:
            self._keys[identifier] += 1
            return identifier
        return "/".join(holder[name] for name in (IN, FIELD, AT))

    def _take(self, model: type[Model], rest: dict[str, Any], row: Row, path: tuple[str, ...]) -> None:
        """Moves what columns and further rows hold out of an object."""
        for name, shape in shape_of(model).items():
            if name not in rest:
                continue
            value, here = rest[name], ".".join((*path, name))
            if shape.model is None:
                self._cell(value, shape.kind == "map" and not shape.many, row, here)
            elif shape.many:
                if not value:
                    continue
                for position, item in enumerate(value):
                    self.put(shape.model, item, {IN: row[KEY], FIELD: here, AT: str(position)})
            else:
                hollow = not value
                value = rest[name] = dict(value)
                self._take(shape.model, value, row, (*path, name))
                if value or hollow:
                    continue
            del rest[name]

    def _cell(self, value: Any, by_language: bool, row: Row, heading: str) -> None:
        if by_language:
            self.languages |= dict.fromkeys(value)
            self._texts.append((row, heading, list(value)))
            row |= {f"{heading}@{tag}": text for tag, text in value.items()}
        else:
            row[heading] = value if isinstance(value, str) else _json(value)

    def note_orders(self) -> None:
        """Notes beside a row which of its texts have their languages in another order than the columns."""
        known = list(self.languages)
        for row, heading, tags in self._texts:
            if tags != sorted(tags, key=known.index):
                more = json.loads(row.get(MORE, "{}"))
                more.setdefault(ORDER, {})[heading] = tags
                row[MORE] = _json(more)


def flat(package: Package) -> Flat:
    """Gives the rows of a package."""
    found = Flat()
    found.put(Package, package.to_tree(), {})
    found.note_orders()
    return found


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
