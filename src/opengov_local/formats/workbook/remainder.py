"""What no column of a workbook shows: it stands as JSON in hidden cells of its row, and comes back from there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from opengov_local.account import Piece
from opengov_local.formats.workbook.cells import LONGEST, tidy
from opengov_local.importing.draft import Draft, Node

MORE: Final = "_more"
"""Key of the hidden column; where one cell is too small the text goes on under `_more.2`, `_more.3`, …"""
ADDED: Final = "added"
"""Fields and values that no column holds."""
EXACT: Final = "exact"
"""Values that a cell shows tidied, as they are."""
ORDER: Final = "order"
"""Key of a column to the order of the languages of its text, or of each of its texts, where columns have another."""
_KINDS: Final = (ADDED, EXACT, ORDER)
Tree = dict[str, Any]


def is_more(key: str) -> bool:
    """Tells whether a key is that of a hidden column."""
    return key.partition(".")[0] == MORE


def cells_of(beside: Mapping[str, Tree]) -> dict[str, str]:
    """Writes what the columns of a row do not show, by `ADDED`, `EXACT`, `ORDER`.

    Returns:
        Key of the column to its text.
    """
    said = {name: tree for name, tree in beside.items() if tree}
    if not said:
        return {}
    text = json.dumps(said, separators=(",", ":"))  # in ASCII, which every cell holds
    parts = [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
    return {MORE if number == 1 else f"{MORE}.{number}": part for number, part in enumerate(parts, start=1)}


def set_at(tree: Tree, path: tuple[str, ...], value: Any) -> None:
    """Puts a value at a path of fields."""
    for name in path[:-1]:
        tree = tree.setdefault(name, {})
    tree[path[-1]] = value


def restore(draft: Draft, node: Node, pieces: Mapping[str, Piece]) -> None:
    """Adds what hidden cells keep to the object of their row; what its cells say goes before."""
    if not pieces:
        return
    parts = sorted(pieces.items(), key=lambda part: (len(part[0]), part[0]))
    said = _read("".join(piece.text for _, piece in parts))
    if said is None:
        for key, piece in parts:
            draft.say("import/cell-not-json", piece, node=node, heading=key)
            draft.keep(piece, node, label=key)
        return
    _add(node.data, said.get(ADDED))
    _make_exact(node.data, said.get(EXACT))
    for key, tags in (said.get(ORDER) or {}).items():
        _sort(node.data, key.split("."), tags)
    for name in said.get(ADDED) or ():
        node.places.setdefault(name, parts[0][1].place)
    for _, piece in parts:
        draft.used(piece, node, MORE)


def _read(text: str) -> Tree | None:
    try:
        said = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    is_tree = isinstance(said, dict) and all(isinstance(said.get(name, {}), dict) for name in _KINDS)
    return said if is_tree else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _add(held: Tree, more: Any) -> None:
    for name, value in (more or {}).items():
        if isinstance(value, dict) and isinstance(held.get(name), dict):
            _add(held[name], value)
        else:
            held.setdefault(name, value)


def _make_exact(held: Tree, exact: Any) -> None:
    for name, value in (exact or {}).items():
        if name in held and held[name] == tidied(value):
            held[name] = value
        elif isinstance(value, dict) and isinstance(held.get(name), dict):
            _make_exact(held[name], value)


def _sort(held: Tree, path: list[str], tags: Any) -> None:
    """Puts the languages of a text in an order, or those of each text of a list; other languages come after them."""
    *above, last = path
    inner: Any = held
    for name in above:
        inner = inner.get(name) if isinstance(inner, dict) else None
    value = inner.get(last) if isinstance(inner, dict) else None
    if isinstance(value, dict) and isinstance(tags, list):
        inner[last] = _sorted(value, tags)
    elif isinstance(value, list) and isinstance(tags, list) and len(value) == len(tags):
        inner[last] = [_sorted(text, order) for text, order in zip(value, tags, strict=True)]


def _sorted(text: Any, tags: Any) -> Any:
    if not isinstance(text, dict) or not isinstance(tags, list):
        return text
    return {tag: text[tag] for tag in tags if isinstance(tag, str) and tag in text} | text


def tidied(value: Any) -> Any:
    """Gives a value as cells show it: every text in it tidied."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, dict):
        return {name: tidied(item) for name, item in value.items()}
    return [tidied(item) for item in value] if isinstance(value, list) else value
