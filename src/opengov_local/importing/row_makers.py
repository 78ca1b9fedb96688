"""Makers of rows: one function for all rows of one form, which makes their objects and extracts without a decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from opengov_local.importing.moulds import Extract, Mould, coded

Made = tuple[dict[str, Any], dict[str, Any], Sequence[Extract]]
"""The fields of the object that stands above, those of the row's own, and where all of them were read."""
Make = Callable[[str, str, str, str, Sequence[str], Sequence[Any]], Made]
"""Makes them from the ids of both objects and of the axis, the number of the row, what is said again (for each value
the id of its object and the text), and the cells: a text, or a tuple of the text and the constants of its mould."""


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
    """Makes the function that makes rows.

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
    extracts, cells, places = [], [], []
    for number, one in enumerate(layout.again):
        extracts.append(f"{{'target': u{number}, 'fields': [{one.path!r}], 'location': {one.letters!r} + n, "
                        f"'original': s{number}}}")  # fmt: skip
    for number, slot in enumerate(layout.slots):
        if number == layout.names and layout.begins:
            above += between
        if slot is None:
            cells.append("_")
            continue
        text, mould = f"x{number}", slot.mould
        constants = "".join(f", {text}_{at}" for at in range(len(mould.constants)))
        cells.append(f"({text}{constants})" if constants else text)
        (own if slot.own else above).extend((name, coded(value, text, f"{text}_")) for name, value in mould.fields)
        if mould.paths:
            places.append(f"l{number} = {slot.letters!r} + n")
        target = "t1" if slot.own else "t0"
        extracts += [
            f"{{'target': {target}, 'fields': [{path!r}], 'location': l{number}, 'original': {text}}}"
            for path in mould.paths
        ]
    if len(layout.slots) == layout.names and layout.begins:
        above += between
    if any(len(fields) > len({name for name, _ in fields}) for fields in (own, above)):
        return None
    said = "".join(f"u{number}, s{number}, " for number in range(len(layout.again)))
    lines = (
        *([f"{said}= said"] if said else []),
        f"{', '.join(cells)}, = cells",
        *places,
        f"d1 = {_literal(own)}",
        f"return {_literal(above)}, d1, ({''.join(f'{one}, ' for one in extracts)})",
    )
    return _compiled("\n ".join(lines))


def _literal(fields: Sequence[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name!r}: {value}" for name, value in fields) + "}"


@lru_cache(maxsize=1 << 10)
def _compiled(body: str) -> Make:
    scope: dict[str, Any] = {}
    exec(compile(f"def make(t0, t1, ax, n, said, cells):\n {body}\n", "<rows>", "exec"), scope)
    return cast(Make, scope["make"])
