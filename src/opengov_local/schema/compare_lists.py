"""Two versions of codelists.json side by side: lists, codes, and which field draws from which open list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from opengov_local.finding import pointer_of
from opengov_local.model.base import OWN
from opengov_local.schema.compare import same
from opengov_local.schema.reason import Reason

FILE: Final = "codelists.json"

_HEAD_TEXTS: Final = frozenset({"title", "licence", "source"})
_CODE_TEXTS: Final = frozenset({"labels", "definition", "source", "evidence", "since", "other_names"})
_CODE_MEANING: Final = frozenset({"parent", "vintage", "ogp_code", "value_pattern"})

Pairs = Iterable[tuple[str, str]]
Tree = Mapping[str, Any]


def compare_lists(old: Tree, new: Tree, pairs: Pairs) -> Iterator[Reason]:
    """Gives the differences between two versions of codelists.json.

    Args:
        old: content of the old file.
        new: content of the new file.
        pairs: pointers in package.schema.json that stand for each other, old and new.
    """
    if not (_is_understood(old) and _is_understood(new)):
        yield Reason("cannot-tell", FILE)
        return
    yield from _others(old, new, {"lists", "fields"}, ())
    lists, after = old["lists"], new["lists"]
    for name in sorted(lists.keys() | after.keys()):
        pointer = pointer_of(("lists", name))
        if name not in lists or name not in after:
            yield Reason("list-added" if name in after else "list-removed", FILE, pointer)
        else:
            yield from _list(lists[name], after[name], ("lists", name))
    yield from _fields(old["fields"], new["fields"], pairs)


def _is_understood(tree: Any) -> bool:
    return (
        isinstance(tree, dict)
        and all(isinstance(tree.get(key), dict) for key in ("lists", "fields"))
        and all(isinstance(codes, dict) and _is_list(codes) for codes in tree["lists"].values())
    )


def _is_list(codes: Tree) -> bool:
    return (
        isinstance(codes.get("closed"), bool)
        and isinstance(codes.get("codes"), list)
        and all(isinstance(code, dict) and "code" in code for code in codes["codes"])
    )


def _fields(old: Tree, new: Tree, pairs: Pairs) -> Iterator[Reason]:
    for before, after in sorted(pairs):
        names = (old.get(before), new.get(after))
        if names[0] != names[1]:
            yield Reason("field-list-changed", FILE, pointer_of(("fields", before)), "{} → {}".format(*names))


def _list(old: Tree, new: Tree, path: tuple[str, ...]) -> Iterator[Reason]:
    if old["closed"] != new["closed"]:
        yield Reason("list-closed-changed", FILE, pointer_of(path))
    yield from _others(old, new, {"closed", "codes"}, path, _HEAD_TEXTS)
    closed = old["closed"] or new["closed"]
    before, after = ({str(code["code"]): code for code in codes["codes"]} for codes in (old, new))
    for name in sorted(before.keys() | after.keys()):
        pointer = pointer_of((*path, "codes"))
        if name in before and name in after:
            yield from _code(before[name], after[name], path, name)
        elif closed:
            yield Reason("choices-changed", FILE, pointer, name)
        elif name in before:
            yield Reason("code-removed", FILE, pointer, name)
        else:
            yield Reason("reserved-name" if name.startswith(OWN) else "code-added", FILE, pointer, name)


def _code(old: Tree, new: Tree, path: tuple[str, ...], name: str) -> Iterator[Reason]:
    pointer = pointer_of((*path, "codes"))
    if old.get("deprecated") != new.get("deprecated"):
        yield Reason("deprecation-changed", FILE, pointer, name)
    for key in sorted(_CODE_MEANING):
        if not same(old.get(key), new.get(key)):
            yield Reason("code-meaning-changed", FILE, pointer, f"{name}: {key}")
    for reason in _others(old, new, {"code", "deprecated"} | _CODE_MEANING, (*path, "codes"), _CODE_TEXTS):
        yield Reason(reason.code, FILE, pointer, f"{name}: {reason.what}")


def _others(
    old: Tree, new: Tree, judged: Iterable[str], path: tuple[str, ...], texts: frozenset[str] = frozenset()
) -> Iterator[Reason]:
    """Judges the keys that nothing else judges: texts are texts, of the rest nobody can tell."""
    for key in sorted((old.keys() | new.keys()) - set(judged)):
        if (key in old) != (key in new) or not same(old.get(key), new.get(key)):
            yield Reason("text-changed" if key in texts else "cannot-tell", FILE, pointer_of(path), key)
