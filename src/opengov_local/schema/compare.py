"""Two versions of one JSON Schema walked side by side, by structure and not by the names of definitions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from opengov_local.finding import path_of, pointer_of
from opengov_local.model.base import OWN
from opengov_local.schema.reason import Reason

_TEXTS: Final = frozenset({"title", "description", "examples", "$comment"})
_BESIDE_REF: Final = _TEXTS | {"$ref", "deprecated"}
_AT_ROOT: Final = frozenset({"$schema", "$id", "$defs"})
_LOWER: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_UPPER: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_FORM: Final = frozenset({"type", "pattern", "not"})
_WALKED: Final = frozenset({"properties", "patternProperties", "additionalProperties", "items", "propertyNames"})
_KNOWN: Final = _TEXTS | _LOWER | _UPPER | _FORM | _WALKED | {"deprecated", "enum", "required"}
_REFERENCES: Final = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})


class Place(NamedTuple):
    """A subschema, and its JSON Pointer in the file."""

    pointer: str
    node: Any

    def below(self, *keys: str) -> Place:
        """Gives what stands at some keys inside."""
        node = self.node
        for key in keys:
            node = node[key]
        return Place(self.pointer + pointer_of(keys), node)


def same(old: Any, new: Any) -> bool:
    """Tells whether two JSON values are the same; `1` and `true` are not, nor are `1` and `1.0`."""
    return old is new or json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


def _differ(keyword: str, old: Place, new: Place) -> bool:
    """Tells whether a keyword differs; one that holds null and one that is absent do."""
    there = (keyword in old.node, keyword in new.node)
    return there[0] != there[1] or not same(old.node.get(keyword), new.node.get(keyword))


def _refers(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_refers, value))
    return isinstance(value, dict) and (bool(value.keys() & _REFERENCES) or any(map(_refers, value.values())))


class Comparison:
    """The differences between two versions of one schema file.

    Definitions are followed through `$ref`: one that only got another name, or that was written out in its place, is
    no difference. Whatever the walk does not understand is `cannot-tell`, which is major.

    Attributes:
        reasons: what differs.
        pairs: pointers of the subschemas that stand for each other, old and new.
    """

    def __init__(self, file: str, old: Any, new: Any) -> None:
        self.reasons: list[Reason] = []
        self.pairs: set[tuple[str, str]] = set()
        self._file = file
        self._roots = (old, new)
        self._walked: set[tuple[str, str]] = set()
        self._walk(Place("", old), Place("", new))

    def _say(self, code: str, pointer: str, what: str = "") -> None:
        self.reasons.append(Reason(code, self._file, pointer, what))

    def _walk(self, old: Place, new: Place) -> None:
        self.pairs.add((old.pointer, new.pointer))
        old_steps, new_steps = (_steps(root, place) for root, place in zip(self._roots, (old, new), strict=True))
        if old_steps is None or new_steps is None:
            self._say("cannot-tell", old.pointer)
            return
        if _deprecated(old_steps) != _deprecated(new_steps):
            self._say("deprecation-changed", old.pointer)
        if len(old_steps) > 1 or len(new_steps) > 1:
            self._texts(old, new)
        self._targets(old_steps[-1], new_steps[-1])

    def _targets(self, old: Place, new: Place) -> None:
        """Compares two subschemas that are no references; each pair once, so that recursion ends."""
        places = (old.pointer, new.pointer)
        if places in self._walked:
            return
        self._walked.add(places)
        self.pairs.add(places)
        self._texts(old, new)
        self._bounds(old, new)
        self._form(old, new)
        self._required(old, new)
        self._properties(old, new)
        self._pattern_properties(old, new)
        self._additional(old, new)
        for keyword in ("items", "propertyNames"):
            self._one_inside(keyword, old, new)
        self._others(old, new)

    def _texts(self, old: Place, new: Place) -> None:
        for keyword in sorted(_TEXTS):
            if _differ(keyword, old, new):
                self._say("text-changed", old.pointer, keyword)

    def _bounds(self, old: Place, new: Place) -> None:
        for keyword in sorted((_LOWER | _UPPER) & (old.node.keys() | new.node.keys())):
            if not _differ(keyword, old, new):
                continue
            before, after = old.node.get(keyword), new.node.get(keyword)
            what = f"{keyword} {before} → {after}"
            if keyword not in new.node:
                self._say("bound-widened", old.pointer, what)
            elif not (_is_number(before) and _is_number(after)):
                self._say("bound-narrowed" if keyword not in old.node else "cannot-tell", old.pointer, what)
            else:
                wider = after <= before if keyword in _LOWER else after >= before
                self._say("bound-widened" if wider else "bound-narrowed", old.pointer, what)

    def _form(self, old: Place, new: Place) -> None:
        for keyword in sorted(_FORM & (old.node.keys() | new.node.keys())):
            if _refers(old.node.get(keyword)) or _refers(new.node.get(keyword)):
                self._say("cannot-tell", old.pointer, keyword)
            elif _differ(keyword, old, new):
                self._say("form-changed", old.pointer, keyword)
        if not same(*(_sorted(place.node.get("enum")) for place in (old, new))):
            self._say("choices-changed", old.pointer)

    def _required(self, old: Place, new: Place) -> None:
        before, after = (set(place.node.get("required", ())) for place in (old, new))
        for name in sorted(after - before):
            self._say("required-added", new.pointer, name)
        for name in sorted(before - after):
            self._say("required-removed", old.pointer, name)

    def _properties(self, old: Place, new: Place) -> None:
        before, after = (place.node.get("properties", {}) for place in (old, new))
        for name in sorted(before.keys() - after.keys()):
            self._say("field-removed", old.below("properties", name).pointer)
        for name in sorted(after.keys() - before.keys()):
            self._say(_added(name, old.node), new.below("properties", name).pointer)
        for name in sorted(before.keys() & after.keys()):
            self._walk(old.below("properties", name), new.below("properties", name))

    def _pattern_properties(self, old: Place, new: Place) -> None:
        before, after = (place.node.get("patternProperties", {}) for place in (old, new))
        if before.keys() != after.keys():
            self._say("form-changed", old.pointer, "patternProperties")
        for pattern in sorted(before.keys() & after.keys()):
            self._walk(old.below("patternProperties", pattern), new.below("patternProperties", pattern))

    def _additional(self, old: Place, new: Place) -> None:
        before, after = (place.node.get("additionalProperties", True) for place in (old, new))
        if isinstance(before, dict) and isinstance(after, dict):
            self._walk(old.below("additionalProperties"), new.below("additionalProperties"))
        elif not same(before, after):
            self._say("keys-opened" if after is True else "keys-closed", old.pointer)

    def _one_inside(self, keyword: str, old: Place, new: Place) -> None:
        if keyword in old.node and keyword in new.node:
            self._walk(old.below(keyword), new.below(keyword))
        elif keyword in old.node or keyword in new.node:
            self._say("form-changed", old.pointer, keyword)

    def _others(self, old: Place, new: Place) -> None:
        """Judges the keywords that the portable subset does not have; at the root also the names of the file."""
        for keyword in sorted((old.node.keys() | new.node.keys()) - _KNOWN - {"$defs"}):
            before, after = old.node.get(keyword), new.node.get(keyword)
            if keyword == "$id" and old.pointer == new.pointer == "":
                understood = same(_unversioned(before), _unversioned(after))
            elif keyword.startswith("$") and not (keyword == "$schema" and old.pointer == new.pointer == ""):
                understood = False
            else:
                understood = not (_refers(before) or _refers(after) or _differ(keyword, old, new))
            if not understood:
                self._say("cannot-tell", old.pointer, keyword)


def _steps(root: Any, place: Place) -> list[Place] | None:
    """Follows `$ref` from a place to what it names; None where the way is not understood."""
    steps = [place]
    while isinstance(place.node, dict) and "$ref" in place.node:
        foreign = place.node.keys() - _BESIDE_REF - (_AT_ROOT if not place.pointer else set())
        found = _named(root, place.node["$ref"])
        if foreign or found is None or found.pointer in {step.pointer for step in steps}:
            return None
        steps.append(place := found)
    return steps if _is_understood(place.node) else None


def _named(root: Any, reference: Any) -> Place | None:
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    try:
        return Place("", root).below(*path_of(unquote(reference[1:])))
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _is_understood(node: Any) -> bool:
    """Tells whether the keywords that the walk reads hold what JSON Schema lets them hold."""
    return (
        isinstance(node, dict)
        and all(isinstance(node.get(keyword, {}), dict) for keyword in ("properties", "patternProperties"))
        and all(isinstance(node.get(keyword, []), list) for keyword in ("required", "enum"))
        and all(isinstance(name, str) for name in node.get("required", ()))
    )


def _deprecated(steps: list[Place]) -> list[str]:
    return sorted({json.dumps(step.node["deprecated"]) for step in steps if "deprecated" in step.node})


def _sorted(choices: list[Any] | None) -> list[str] | None:
    return None if choices is None else sorted(json.dumps(choice, sort_keys=True) for choice in choices)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _added(name: str, old: Mapping[str, Any]) -> str:
    """Names what a new field is, next to what the object said of other keys before."""
    if name.startswith(OWN):
        return "reserved-name"
    keyed = "patternProperties" in old or "propertyNames" in old or isinstance(old.get("additionalProperties"), dict)
    return "cannot-tell" if keyed or "properties" not in old else "field-added"


def _unversioned(identifier: Any) -> Any:
    """Gives a `$id` without its version: `urn:opengov-local:schema:0.1:axis` → `urn:opengov-local:schema:axis`."""
    parts = str(identifier).split(":")
    return ":".join((*parts[:3], *parts[4:])) if len(parts) == 5 else identifier
