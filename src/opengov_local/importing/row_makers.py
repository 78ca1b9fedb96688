"""Makers of rows: for all rows of one form what makes their objects, and what says where they were read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from opengov_local.importing.moulds import Extract, Mould, coded

Make = Callable[[Any, str, Sequence[Any]], Any]
"""Of a row that begins an object makes the fields of that and of its own, from the ids of its own and of the axis, and
the cells: each a text, or a tuple of the text and the constants of its mould. Of many other rows it makes a list of the
fields of their own objects, from the ids of these and the cells of each."""
Extracts = Callable[[str, str, str, Sequence[str], Sequence[Any]], Sequence[Extract]]
"""Says where all of them were read, from the ids of both objects, the number of the row, what is said again (for each
value the id of its object and the text), and the cells."""


class Slot(NamedTuple):
    """A cell of a row.

    Attributes:
        letters: its column, as places name it.
        mould: what it becomes.
        own: whether it is put into the row's own object, not into the one above.
    """

    letters: str
    mould: Mould
    own: bool


class Again(NamedTuple):
    """A value that is said again: its column, as places name it, and its path."""

    letters: str
    path: str


class Layout(NamedTuple):
    """What rows of one form are made of.

    Attributes:
        slots: the cells, in the order of the work; None for those that are passed over.
        names: how many of the slots name the object above: they come first in it, before its list of such as the row's.
        again: what is said again before them.
        begins: whether the row makes the object above.
        has_own: whether the row makes an object of its own.
        on_axis: whether what stands on no other object of these stands on an axis.
    """

    slots: Sequence[Slot | None]
    names: int
    again: Sequence[Again]
    begins: bool
    has_own: bool
    on_axis: bool


def maker_of(layout: Layout, *, in_own: bool) -> Make | None:
    """Makes the function that makes a row that begins an object, or many rows of those that do not.

    Args:
        layout: what the rows are made of.
        in_own: whether the axis is that of the row's own object.

    Returns:
        None where two cells fill one field.
    """
    axis = [("axes", "[ax]")] if layout.on_axis else []
    above: list[tuple[str, str]] = []
    own: list[tuple[str, str]] = [("id", "t1"), *(axis if in_own else [])]
    between = [*([] if in_own else axis), *([("milestones", "[d1]")] if layout.has_own else [])]
    for number, slot in enumerate(layout.slots):
        if number == layout.names and layout.begins:
            above += between
        if slot is None:
            continue
        text = f"x{number}"
        (own if slot.own else above).extend((name, coded(value, text, f"{text}_")) for name, value in slot.mould.fields)
    if len(layout.slots) == layout.names and layout.begins:
        above += between
    if any(len(fields) > len({name for name, _ in fields}) for fields in (own, above)):
        return None
    if layout.begins:
        lines = (f"{_cells(layout)} = cells", f"d1 = {_literal(own)}", f"return {_literal(above)}, d1")
        return _compiled("t1, ax, cells", "\n ".join(lines))
    many = f"return [{_literal(own)} for t1, ({_cells(layout)}) in zip(ids, cells, strict=True)]"
    return _compiled("ids, ax, cells", many)


def extracts_of(layout: Layout) -> Extracts:
    """Gives the function that says where rows were read; it is made when it is first called."""
    made: list[Extracts] = []

    def extracts(above: str, own: str, number: str, said: Sequence[str], cells: Sequence[Any]) -> Sequence[Extract]:
        if not made:
            made.append(_teller(layout))
        return made[0](above, own, number, said, cells)

    return extracts


def _teller(layout: Layout) -> Extracts:
    extracts, places = [], []
    for number, one in enumerate(layout.again):
        extracts.append(f"{{'target': u{number}, 'fields': [{one.path!r}], 'location': {one.letters!r} + n, "
                        f"'original': s{number}}}")  # fmt: skip
    for number, slot in enumerate(layout.slots):
        if slot is not None and slot.mould.paths:
            places.append(f"l{number} = {slot.letters!r} + n")
            target = "t1" if slot.own else "t0"
            extracts += [
                f"{{'target': {target}, 'fields': [{path!r}], 'location': l{number}, 'original': x{number}}}"
                for path in slot.mould.paths
            ]
    said = "".join(f"u{number}, s{number}, " for number in range(len(layout.again)))
    lines = (
        *([f"{said}= said"] if said else []),
        f"{_cells(layout)} = cells",
        *places,
        f"return ({''.join(f'{one}, ' for one in extracts)})",
    )
    return cast(Extracts, _compiled("t0, t1, n, said, cells", "\n ".join(lines)))


def _cells(layout: Layout) -> str:
    """Writes the names of the cells of a row and of their constants."""
    names = []
    for number, slot in enumerate(layout.slots):
        text = f"x{number}" if slot else "_"
        constants = "".join(f", {text}_{at}" for at in range(len(slot.mould.constants))) if slot else ""
        names.append(f"({text}{constants})" if constants else text)
    return f"{', '.join(names)},"


def _literal(fields: Sequence[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name!r}: {value}" for name, value in fields) + "}"


@lru_cache(maxsize=1 << 10)
def _compiled(parameters: str, body: str) -> Callable[..., Any]:
    scope: dict[str, Any] = {}
    exec(compile(f"def make({parameters}):\n {body}\n", "<rows>", "exec"), scope)
    return cast(Callable[..., Any], scope["make"])
