"""Writes all that is published from the model: `python -m opengov_local.schema.generate [--check]`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from opengov_local import codelists
from opengov_local.messages.labels import label
from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.model.base import Model
from opengov_local.model.scalars import NOT_BLANK
from opengov_local.model.shape import concepts, shape_of
from opengov_local.resources import data_folder
from opengov_local.schema.build import build, roots, schema_name
from opengov_local.schema.frozen import moved, next_draft, troubles
from opengov_local.schema.reference import reference

LABEL_LANGUAGES = ("ar", "fr")
_INVISIBLE = re.compile("(?![ \\n])" + NOT_BLANK.replace("[^", "[", 1))
_NOTHING: tuple[Any, ...] = (None, "", ())  # 0 is a code of OGP's


def published() -> dict[str, str]:
    """Gives every generated file of the current version: path below its folder → text."""
    files = {f"{schema_name(model)}.schema.json": _json(build(model)) for model in roots()}
    for language in LABEL_LANGUAGES:
        files[f"labels/{language}.json"] = _json(dict(_labels(language)))
    files["codelists.json"] = _json(_codelists())
    return files


def _json(data: Any) -> str:
    """Writes JSON in which every character can be seen: the invisible ones of the patterns are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _fields() -> Iterator[tuple[type[Model], str, str]]:
    """Gives every field with its pointer in package.schema.json."""
    for model in concepts(Package):
        base = "" if model is Package else f"/$defs/{model.__name__}"
        for name in shape_of(model):
            yield model, name, f"{base}/properties/{name}"


def _labels(language: str) -> Iterator[tuple[str, str]]:
    yield "", label("Package", None, language)
    for model in concepts(Package)[1:]:
        yield f"/$defs/{model.__name__}", label(model.__name__, None, language)
    for model, name, pointer in _fields():
        yield pointer, label(model.__name__, name, language)


def _codelists() -> dict[str, Any]:
    """Gives all code lists, and which field draws from which open list (a closed one stands in the schema)."""
    open_lists = {pointer: shape_of(model)[name].open_list for model, name, pointer in _fields()}
    return {
        "lists": {name: _codelist(codelists.get(name)) for name in codelists.names()},
        "fields": {pointer: name for pointer, name in open_lists.items() if name},
    }


def _codelist(codes: codelists.CodeList) -> dict[str, Any]:
    info = codes.info
    head = {"title": dict(info.titles), "closed": info.closed, "licence": info.licence, "source": info.source}
    entries = [
        {field.name: _plain(value) for field in fields(entry) if (value := getattr(entry, field.name)) not in _NOTHING}
        for entry in codes
    ]
    return {**head, "codes": entries}


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def files() -> dict[Path, str]:
    """Gives every generated file of a source checkout: the schemas' folder, and the reference page of the model."""
    schemas = data_folder("schemas")
    below = {schemas / SCHEMA_VERSION / name: text for name, text in published().items()}
    return {**below, schemas.parent / "docs" / "reference" / "model.md": reference()}


def stale() -> list[Path]:
    """Lists the files that are not what the model gives now, and those it no longer gives."""
    wanted = files()
    there = set((data_folder("schemas") / SCHEMA_VERSION).rglob("*.json"))
    changed = (path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text)
    return sorted({*changed, *(there - wanted.keys())})


def write() -> None:
    """Writes every generated file that is not what the model gives now."""
    wanted = files()
    for path in stale():
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")


def frozen_advice() -> str:
    """Says what to do when a frozen folder was touched, or the models have left the version they name; else ""."""
    if touched := "\n".join(troubles(data_folder("schemas"), SCHEMA_VERSION)):
        return f"restore what was frozen:\n{touched}"
    change = moved(data_folder("schemas"), SCHEMA_VERSION, published())
    if change is None:
        return ""
    reasons = "".join(f"  {reason}\n" for reason in change.reasons)
    return (
        f"schemas/{SCHEMA_VERSION} is frozen, and the models differ from it: {change.level}\n{reasons}"
        f'set SCHEMA_VERSION = "{next_draft(SCHEMA_VERSION, change.level)}" in src/opengov_local/model/package.py'
    )


def main(arguments: list[str]) -> int:
    """Writes the files, or with `--check` only says which are stale; a frozen folder is never written."""
    if advice := frozen_advice():
        print(advice)
        return 1
    if "--check" in arguments:
        paths = stale()
        print("\n".join(f"stale: {path}" for path in paths) or "all generated files are what the model says")
        return 1 if paths else 0
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
