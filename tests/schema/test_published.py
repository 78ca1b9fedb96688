"""The published schemas: fresh, valid 2020-12, portable, resolved offline."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.contract.judges import SCHEMAS, by_ajv

from opengov_local import codelists
from opengov_local.model import Package
from opengov_local.model.shape import concepts, shape_of
from opengov_local.schema import registry
from opengov_local.schema.build import build, roots, schema_name
from opengov_local.schema.generate import published, stale

NAMES = registry.names()
ALLOWED = {
    "$schema", "$id", "$defs", "$ref", "$comment", "title", "description", "examples", "type", "enum", "pattern", "not",
    "properties", "required", "items", "patternProperties", "propertyNames", "additionalProperties", "minProperties",
    "minimum", "maximum",
}  # fmt: skip


def _subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    yield schema
    for keyword in ("properties", "patternProperties", "$defs"):
        for inner in schema.get(keyword, {}).values():
            yield from _subschemas(inner)
    for keyword in ("items", "propertyNames", "not"):
        if keyword in schema:
            yield from _subschemas(schema[keyword])


def test_the_generated_files_are_what_the_model_says() -> None:
    assert not stale(), "run make generate"


def test_every_root_concept_has_its_schema() -> None:
    assert set(NAMES) == {schema_name(model) for model in roots()}
    assert "package" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_it_is_valid_2020_12_in_the_portable_subset(name: str) -> None:
    schema = registry.schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:opengov-local:schema:0.1:{name}"
    for inner in _subschemas(schema):
        assert set(inner) <= ALLOWED
        for pattern in (inner.get("pattern", ""), *inner.get("patternProperties", ())):
            re.compile(pattern)
            assert not re.search(r"\\[dwsbDWSBpP]|\(\?[=!<P]", pattern), pattern


@pytest.mark.parametrize("name", NAMES)
def test_it_resolves_offline_and_needs_no_other_file(name: str) -> None:
    schema = registry.schema(name)
    refs = {inner["$ref"] for inner in _subschemas(schema) if "$ref" in inner}
    assert {ref.removeprefix("#/$defs/") for ref in refs} == set(schema["$defs"])
    assert registry.registry().contents(schema["$id"]) == schema


def test_every_example_of_every_field_is_valid() -> None:
    for model in concepts(Package):
        schema = build(Package)
        definitions = {"Package": schema, **schema["$defs"]}
        for name, field in definitions[model.__name__]["properties"].items():
            judge = Draft202012Validator({"$defs": schema["$defs"], **field})
            for example in field.get("examples", ()):
                assert judge.is_valid(example), (model.__name__, name, example)


def test_every_field_is_described() -> None:
    for model in concepts(Package):
        assert model.__doc__, model.__name__
        for name, info in model.model_fields.items():
            assert info.description, (model.__name__, name)


def test_every_open_list_is_published_and_open() -> None:
    fields = json.loads(published()["codelists.json"])["fields"]
    names = {field.open_list for model in concepts(Package) for field in shape_of(model).values() if field.open_list}
    assert set(fields.values()) == names
    assert not any(codelists.get(name).closed for name in names)


def test_ajv_compiles_every_schema_in_strict_mode(require_tool: Callable[[str], str]) -> None:
    import subprocess

    program = require_tool("ajv")
    lines = [json.dumps({"id": name, "schema": str(SCHEMAS / f"{name}.schema.json"), "data": "5"}) for name in NAMES]
    done = subprocess.run(["node", program], input="\n".join(lines), capture_output=True, text=True, check=True)
    verdicts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(verdict["id"], verdict["valid"]) for verdict in verdicts] == [(name, False) for name in NAMES]


def test_ajv_accepts_the_examples(require_tool: Callable[[str], str]) -> None:
    from opengov_local.resources import data_folder

    program = require_tool("ajv")
    found = sorted(data_folder("examples").rglob("*.json"))
    paths = [path for path in found if "faulty" not in path.name and "repository" not in path.parts]
    assert len(paths) >= 4
    assert all(not verdict for _, verdict in by_ajv(program, [path.read_bytes() for path in paths]))


def test_every_engine_can_read_the_patterns_and_every_eye_the_files() -> None:
    for name in NAMES:
        text = registry.schema_text(name)
        assert not re.search("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", text)
        for inner in _subschemas(registry.schema(name)):
            for pattern in (inner.get("pattern", ""), *inner.get("patternProperties", ())):
                assert "\\u" not in pattern
