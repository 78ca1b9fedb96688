"""A file read again: which values of a package are not in it, or otherwise, and which of it are not in the package."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from opengov_local import formats
from opengov_local.formats.format import Format
from opengov_local.formats.losses.values import Value


class Missing(NamedTuple):
    """A value that does not come back.

    Attributes:
        value: the value.
        otherwise: whether something else stands in its place: another value, the same text under another language, or
            the same value with another object.
    """

    value: Value
    otherwise: bool


def reader_of(row: Format) -> str:
    """Gives the name of the format that reads the files of a format; "" where none does."""
    return row.read_as or (row.name if row.reads else "")


def read_again(row: Format, data: bytes) -> Any:
    """Reads a file that was just written, as anybody would who gets it.

    Args:
        row: its format, which a format reads.
        data: the file.

    Returns:
        The package that is read, JSON-shaped, also an incomplete one; empty where nothing is read.
    """
    name = f"plan{(row.written_endings or ('',))[0]}"
    document = formats.get(reader_of(row)).reader()(data, name).document
    return document.tree if document else {}


class Comparison(NamedTuple):
    """What differs between a package and what was read again.

    Attributes:
        missing: the values of the package that do not come back.
        added: the values that come back and stand for none of the package.
    """

    missing: list[Missing]
    added: list[Value]


def compare(there: Iterable[Value], again: Iterable[Value]) -> Comparison:
    """Compares the values of a package with those of what was read again.

    Each value counts as often as it stands there. A text counts with its language; of objects that come back under
    their name, each value counts with the object that it belongs to.

    Args:
        there: the values of the package.
        again: the values of what was read of its file.
    """
    back = list(again)
    said = Counter(map(_said, back))
    of_objects = Counter((*_said(value), value.of) for value in back)
    objects = {value.of for value in back}
    elsewhere: list[Value] = []
    for value in there:
        own = (*_said(value), value.of)
        if of_objects[own]:
            of_objects[own] -= 1
            said[_said(value)] -= 1
        else:
            elsewhere.append(value)
    gone: list[Value] = []
    moved: list[Value] = []
    for value in elsewhere:
        if not said[_said(value)]:
            gone.append(value)
            continue
        said[_said(value)] -= 1
        if value.of in objects:
            moved.append(value)
    others = _Others(back, said, of_objects)
    found = [Missing(value, others.take(value)) for value in gone]
    return Comparison([*found, *(Missing(value, True) for value in moved)], [*others.left.values()])


class _Others:
    """What was read and is not in the package, by what it may stand for.

    Attributes:
        left: the values that stand for none so far.
    """

    def __init__(self, back: Iterable[Value], said: Counter[tuple[str, ...]], own: Counter[tuple[str, ...]]) -> None:
        """Takes the values that were read, how many of each are too many, and the same by the object they are of."""
        said, own = said.copy(), own.copy()
        self.left: dict[int, Value] = {}
        self._by_use: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, value in enumerate(back):
            what, of = _said(value), (*_said(value), value.of)
            if said[what] and own[of]:
                said[what] -= 1
                own[of] -= 1
                self.left[at] = value
                self._by_use[value.concept, value.field, value.of].append(at)
                if value.language:
                    self._by_use[field_of(value), value.value].append(at)

    def take(self, value: Value) -> bool:
        """Takes what stands in the place of a value: the same words, else another value of its object."""
        same_words, same_place = (field_of(value), value.value), (value.concept, value.field, value.of)
        for use in (same_words, same_place) if value.of else (same_words,):
            for at in self._by_use.get(use, ()):
                if self.left.pop(at, None) is not None:
                    return True
        return False


def _said(value: Value) -> tuple[str, ...]:
    """Gives what must be the same of a value that comes back; a text may stand among those in other languages."""
    if value.language:
        return field_of(value), value.value, value.language
    return value[:3]


def field_of(value: Value) -> str:
    """Gives the field that a value stands in, also of a text in another language."""
    return next(step for step in reversed(value.place) if isinstance(step, str))
