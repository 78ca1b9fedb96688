"""The judges side by side: pydantic, jsonschema, and Ajv, each brought down to a set of (code, pointer)."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from opengov_local.finding import path_of, pointer_of
from opengov_local.model import Index, Package
from opengov_local.model.base import Stated
from opengov_local.model.walk import Node, Survey, walk
from opengov_local.schema.verdict import Verdict, text_code, without_shadowed
from opengov_local.source import precheck
from opengov_local.validation.profiles import profiles
from opengov_local.validation.rules.register import Hit
from opengov_local.validation.rules.run import rules_of, run
from opengov_local.validation.structure import judge
from opengov_local.validation.unknown import unknown_fields

SCHEMAS = Path(__file__).parents[2] / "schemas" / "0.1"


def encode(tree: Any) -> bytes:
    """Writes a tree as another program would."""
    return json.dumps(tree, ensure_ascii=False).encode()


def readable(data: bytes) -> bool:
    """Tells whether the contract speaks of these bytes at all: they pass the shared pre-check."""
    return not precheck(data).findings


def by_pydantic(data: bytes) -> Verdict:
    """What the models say."""
    return {(finding.code, finding.location.pointer) for finding in judge(data)[1]}


def is_plain(data: bytes) -> bool:
    """Tells whether a valid package is one that the quick lane is for.

    Every field is one of the model or a plain one of the publisher's own, every value in its shortest spelling, and no
    object holds empty lists alone.
    """
    package = Package.model_validate_json(data)
    tree = json.loads(data)
    same = _ordered(tree) == _ordered(package.to_tree()) and not unknown_fields(tree)
    nodes = list(walk(package))
    own = all(_is_own(node.value.model_extra) for node in nodes)
    return same and own and not any(_lists_nothing(node) for node in nodes)


def _is_own(extra: dict[str, Any]) -> bool:
    """Tells whether the members that the model does not know hold no number of which spellings differ."""
    return not re.search(r"[0-9][.eE]|[0-9]{16}", re.sub(r'"(?:[^"\\]|\\.)*"', "", json.dumps(extra)))


def without_own(tree: Any) -> Any:
    """Gives a tree without a publisher's own members."""
    if isinstance(tree, dict):
        return {name: without_own(value) for name, value in tree.items() if not name.startswith(("x_", "$schema"))}
    return [without_own(item) for item in tree] if isinstance(tree, list) else tree


def _ordered(tree: Any) -> str:
    return json.dumps(tree, sort_keys=True)


def said(survey: Survey) -> list[tuple[str, Hit]]:
    """What the rules of all profiles say of a package, whatever classes its objects are of."""
    _, rules = rules_of(tuple(profiles()))
    hits = run(survey.root, date(2026, 11, 23), rules, Index(survey.root, survey))
    return [(one.rule.code, hit) for one, hit in hits]


def _lists_nothing(node: Node) -> bool:
    return issubclass(node.kind, Stated) and not any(value not in (None, []) for value in vars(node.value).values())


_AJV = {
    "type": "structure/wrong-type",
    "enum": "structure/not-in-list",
    "minProperties": "structure/empty-value",
    "minimum": "structure/out-of-range",
    "maximum": "structure/out-of-range",
}


def by_ajv(program: str, documents: Iterable[bytes]) -> Iterator[tuple[bytes, Verdict]]:
    """What Ajv says in strict mode, over package.schema.json.

    Args:
        program: path of judge.mjs.
        documents: JSON texts.
    """
    texts = list(documents)
    schema = str(SCHEMAS / "package.schema.json")
    lines = [json.dumps({"id": n, "schema": schema, "data": text.decode()}) for n, text in enumerate(texts)]
    run = subprocess.run(["node", program], input="\n".join(lines).encode(), capture_output=True, check=False)
    if run.returncode:
        raise AssertionError(run.stderr.decode())
    for text, line in zip(texts, run.stdout.decode().split("\n"), strict=False):
        tree = json.loads(text)
        found = {pair for error in json.loads(line)["errors"] for pair in _read(error, tree)}
        yield text, without_shadowed(found)


def _read(error: dict[str, Any], tree: Any) -> Iterator[tuple[str, str]]:
    pointer, keyword, params = error["instancePath"], error["keyword"], error["params"]
    path = path_of(pointer)
    if keyword == "required":
        yield "structure/missing-field", pointer_of((*path, params["missingProperty"]))
    elif keyword == "additionalProperties":
        yield "structure/bad-key", pointer_of((*path, params["additionalProperty"]))
    elif keyword == "propertyNames":
        yield "structure/bad-key", pointer_of((*path, params["propertyName"]))
    elif keyword in ("pattern", "not"):
        value = _at(tree, path)
        if isinstance(value, str):  # else it speaks of a property name, which propertyNames reports too
            yield text_code(value), pointer
    else:
        yield _AJV[keyword], pointer


def _at(tree: Any, path: tuple[str, ...]) -> Any:
    for part in path:
        tree = tree[int(part)] if isinstance(tree, list) else tree[part]
    return tree
