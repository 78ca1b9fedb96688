"""Telling JSON of Decidim from other JSON: by the keys of its objects, and texts by language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from opengov_local.formats.decidim.keys import key_of, language_of_rest, root_of
from opengov_local.formats.decidim.tables import entity_of, names

_OUTER: Final = frozenset({"data", "nodes", "edges", "node", "components", "component"})
_TEXTS: Final = ("title", "name", "body")
_DEEPEST: Final = 6
_LOOKED_AT: Final = 3


def is_export(tree: Any, deep: int = 0) -> bool:
    """Tells whether data is an export of Decidim, or an answer of its interface.

    It is a list of its objects, or holds one under the name of what they are; their texts are given by language.
    """
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        objects = [each for each in tree[:_LOOKED_AT] if isinstance(each, Mapping)]
        return (
            bool(objects) and len(objects) == len(tree[:_LOOKED_AT]) and all(is_export(each, deep) for each in objects)
        )
    if not isinstance(tree, Mapping) or deep > _DEEPEST:
        return False
    if _is_object(tree):
        return True
    inner = [value for key, value in tree.items() if key in _OUTER or key_of(str(key)) in names()]
    return any(is_export(value, deep + 1) for value in inner if isinstance(value, Mapping | list))


def _is_object(tree: Mapping[str, Any]) -> bool:
    roots = {root_of(key_of(str(key))) for key in tree}
    return entity_of(roots) is not None and any(_is_by_language(tree.get(name)) for name in _TEXTS)


def _is_by_language(value: Any) -> bool:
    """Tells whether a value is a text by language: {fr, ar}, or a list of translations."""
    if not isinstance(value, Mapping):
        return False
    if "translations" in value or "translation" in value:
        return True
    said = {str(key): text for key, text in value.items() if key != "machine_translations"}
    return bool(said) and all(
        (text is None or isinstance(text, str)) and language_of_rest(key) for key, text in said.items()
    )
