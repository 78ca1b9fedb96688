"""What updates speak of: the objects of a base package by title, id, official number and printed number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from opengov_local.importing.words import fold
from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of

KINDS = ("plan", "axis", "commitment", "milestone", "indicator")
_CODE_AND_TEXT = re.compile(r"^\s*(?P<code>[^\s:]{1,100}?)\s*(?::\s*|[.)]\s+|\s[–—-]\s+)(?P<title>\S.*)$", re.DOTALL)


class Target(NamedTuple):
    """An object that an update can speak of.

    Attributes:
        id: its id.
        kind: its kind.
        above: ids of the objects it lies in.
    """

    id: str
    kind: str
    above: tuple[str, ...]


class Targets:
    """The objects of a base package that updates can speak of."""

    def __init__(self, base: Mapping[str, Any]) -> None:
        self._ids: dict[str, Target] = {}
        self._numbers: dict[str, list[Target]] = defaultdict(list)
        self._printed: dict[str, list[Target]] = defaultdict(list)
        self._titles: dict[str, list[Target]] = defaultdict(list)
        for target, data in _objects(base):
            self._ids[target.id] = target
            for number in data.get("identifiers") or ():
                if isinstance(number, dict) and isinstance(number.get("value"), str):
                    self._numbers[number["value"].casefold()].append(target)
            titles = data.get("title", data.get("name"))
            for title in titles.values() if isinstance(titles, dict) else ():
                if isinstance(title, str) and fold(title):
                    self._titles[fold(title)].append(target)
            if isinstance(data.get("number"), str):
                self._printed[data["number"].strip().casefold()].append(target)

    def find(self, text: str, kind: str | None = None) -> list[Target]:
        """Gives the objects that a text names: by title, id, official number, or printed number.

        Args:
            text: the number, alone or before a title ("C01.1: …"), or the title.
            kind: the only kind they may be of.
        """
        told = _CODE_AND_TEXT.match(text)
        by_title = (self._titled(told["title"], kind) if told else []) or self._titled(text, kind)
        by_number = self._numbered(text, told["code"] if told else text, kind)
        if by_title and by_number:  # where number and title are those of different objects, nobody says which is meant
            return [each for each in by_number if each in by_title] or [*by_number, *by_title]
        return by_number or by_title

    def _titled(self, text: str, kind: str | None) -> list[Target]:
        found = self._titles.get(fold(text), ())
        return list(dict.fromkeys(target for target in found if kind in (None, target.kind)))

    def _numbered(self, text: str, code: str, kind: str | None) -> list[Target]:
        for name in dict.fromkeys((text.strip(), code.strip())):
            known = self._ids.get(name)
            for found in ([known] if known else [], self._numbers[name.casefold()], self._printed[name.casefold()]):
                fitting = list(dict.fromkeys(target for target in found if kind in (None, target.kind)))
                if fitting:
                    return fitting
        return []


def _objects(base: Mapping[str, Any]) -> Iterator[tuple[Target, Mapping[str, Any]]]:
    waiting: list[tuple[Mapping[str, Any], type[Model], tuple[str, ...]]] = [(base, Package, ())]
    for data, model, above in waiting:
        inside = above
        if model.concept in KINDS and isinstance(data.get("id"), str):
            yield Target(data["id"], model.concept, above), data
            inside = (*above, data["id"])
        for shape in shape_of(model).values():
            child = data.get(shape.name)
            if shape.model is not None:
                items = child if isinstance(child, list) else [child]
                waiting += [(item, shape.model, inside) for item in items if isinstance(item, dict)]
