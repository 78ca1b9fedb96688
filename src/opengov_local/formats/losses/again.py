"""A file read again: which values of a package are not in it, and which stand in it otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
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


def missing(there: Iterable[Value], again: Iterable[Value]) -> Iterator[Missing]:
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
    instead = _instead(back, said)
    for value in gone:
        same_words, same_place = (field_of(value), value.value), (value.concept, value.field, value.of)
        taken = same_words if instead[same_words] else same_place if value.of and instead[same_place] else None
        if taken is not None:
            instead[taken] -= 1
        yield Missing(value, taken is not None)
    yield from (Missing(value, True) for value in moved)


def _instead(back: Iterable[Value], left: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Counts what was read and is not in the package, by what it may stand for."""
    left = left.copy()
    found: Counter[tuple[str, ...]] = Counter()
    for value in back:
        if left[_said(value)]:
            left[_said(value)] -= 1
            found[value.concept, value.field, value.of] += 1
            if value.language:
                found[field_of(value), value.value] += 1
    return found


def _said(value: Value) -> tuple[str, ...]:
    """Gives what must be the same of a value that comes back; a text may stand among those in other languages."""
    if value.language:
        return field_of(value), value.value, value.language
    return value[:3]


def field_of(value: Value) -> str:
    """Gives the field that a value stands in, also of a text in another language."""
    return next(step for step in reversed(value.place) if isinstance(step, str))
