"""Writes all that is published from the model: `python -m opengov_local.schema.generate [--check]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from opengov_local import codelists
from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.model.base import Model
from opengov_local.model.shape import concepts, shape_of
from opengov_local.resources import data_folder
from opengov_local.schema.build import build, roots, schema_name
from opengov_local.schema.labels import label

LABEL_LANGUAGES = ("ar", "fr")


def published() -> dict[str, str]:
    """Gives every generated file of the current version: path below its folder → text."""
    files = {f"{schema_name(model)}.schema.json": _json(build(model)) for model in roots()}
    for language in LABEL_LANGUAGES:
        files[f"labels/{language}.json"] = _json(dict(_labels(language)))
    files["codelists.json"] = _json(_codelists())
    return files


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


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
    fields = {pointer: shape_of(model)[name].open_list for model, name, pointer in _fields()}
    return {
        "lists": {name: _codelist(codelists.get(name)) for name in codelists.names()},
        "fields": {pointer: name for pointer, name in fields.items() if name},
    }


def _codelist(codes: codelists.CodeList) -> dict[str, Any]:
    info = codes.info
    head = {"title": dict(info.titles), "closed": info.closed, "licence": info.licence, "source": info.source}
    entries = [
        {key: value for key, value in asdict(entry).items() if value not in (None, "", (), {})} for entry in codes
    ]
    return {**head, "codes": entries}


def stale(folder: Path) -> list[str]:
    """Lists the files below a folder that are not what the model gives now."""
    wanted = published()
    there = {str(path.relative_to(folder).as_posix()) for path in folder.rglob("*.json")}
    changed = [name for name, text in wanted.items() if name not in there or (folder / name).read_text("utf-8") != text]
    return sorted([*changed, *(there - wanted.keys())])


def main(arguments: list[str]) -> int:
    """Writes the files, or with `--check` only says which are stale."""
    folder = data_folder("schemas") / SCHEMA_VERSION
    if "--check" in arguments:
        names = stale(folder)
        print("\n".join(f"stale: {name}" for name in names) or "schemas are what the model says")
        return 1 if names else 0
    for name, text in published().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
