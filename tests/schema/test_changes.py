"""The level of every kind of change, made at every field, definition, code list and file of the published set."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.schema.mutations import CHANGES, WHOLE, Change, Schema, alone, concepts

from opengov_local.resources import data_folder
from opengov_local.schema.changes import UnreadableSetError, classify, main, read_set
from opengov_local.schema.compare import Comparison
from opengov_local.schema.generate import published
from opengov_local.schema.reason import LEVELS, Level, gravest, kinds

SET: dict[str, Any] = {name: json.loads(text) for name, text in published().items()}
PACKAGE: Schema = SET["package.schema.json"]
LISTS = "codelists.json"
CONCEPTS: dict[str, Schema] = {name: alone(PACKAGE, name) for name in concepts(PACKAGE)}


def _level(old: Any, new: Any) -> tuple[Level, set[str]]:
    reasons = Comparison("a.schema.json", old, new).reasons
    return gravest(reason.level for reason in reasons), {reason.code for reason in reasons}


def _changed(edit: Callable[[dict[str, Any]], object], *files: str) -> tuple[Level, set[str]]:
    """Makes a change to the named files of the set (all if none is named), and classifies it."""
    old = {name: SET[name] for name in files or SET}
    new = copy.deepcopy(old)
    edit(new)
    change = classify(old, new)
    return change.level, {reason.code for reason in change.reasons}


def test_a_set_is_no_change_to_itself() -> None:
    assert classify(SET, copy.deepcopy(SET)).reasons == ()


def _with(old: Schema, change: Change, field: str) -> Schema:
    """Makes a change at a field, on a copy of all that such a change may touch."""
    properties = {name: dict(about) for name, about in old["properties"].items()}
    if "items" in properties[field]:
        properties[field]["items"] = dict(properties[field]["items"])
    new = {**old, "properties": properties}
    change(new, field)
    return new


def _name(value: object) -> str | None:
    return getattr(value, "__name__", None)


@pytest.mark.parametrize(("level", "code", "change"), CHANGES, ids=_name)
def test_a_change_at_every_field(level: Level, code: str, change: Change) -> None:
    for name, old in CONCEPTS.items():
        for field in old["properties"]:
            found, codes = _level(old, _with(old, change, field))
            assert (found, code in codes or not code) == (level, True), (name, field, codes)


@pytest.mark.parametrize(("level", "code", "change"), WHOLE, ids=_name)
def test_a_change_of_every_concept(level: Level, code: str, change: Change) -> None:
    for name, old in CONCEPTS.items():
        found, codes = _level(old, _with(old, change, next(iter(old["properties"]))))
        assert (found, code in codes or not code) == (level, True), (name, codes)


def test_the_concepts_are_all_there() -> None:
    assert sum(len(concept["properties"]) for concept in CONCEPTS.values()) > 250


def test_being_required_at_every_field() -> None:
    for name, old in CONCEPTS.items():
        for field in old["properties"]:
            required = old.get("required", [])
            if field in required:
                other, expected = [known for known in required if known != field], ("minor", {"required-removed"})
            else:
                other, expected = [*required, field], ("major", {"required-added"})
            assert _level(old, {**old, "required": other}) == expected, (name, field)


def test_a_change_in_any_definition_is_seen_from_the_package() -> None:
    for name, body in PACKAGE["$defs"].items():
        new = {**PACKAGE, "$defs": {**PACKAGE["$defs"], name: {**body, "format": "x"}}}
        assert _level(PACKAGE, new) == ("major", {"cannot-tell"}), name


def test_the_reason_names_the_place_and_is_said_once() -> None:
    new = copy.deepcopy(SET)
    for schema in new.values():
        schema.get("$defs", {}).get("Amount", {"properties": {}})["properties"].pop("currency", None)
    (reason,) = classify(SET, new).reasons
    assert (reason.file, reason.pointer) == ("package.schema.json", "/$defs/Amount/properties/currency")


_LOWER = ("minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum")
BOUNDS = [(name, 0, 1) for name in _LOWER]
BOUNDS += [(name.replace("min", "max").replace("Min", "Max"), high, low) for name, low, high in BOUNDS]


@pytest.mark.parametrize(("keyword", "wide", "narrow"), BOUNDS)
def test_bounds(keyword: str, wide: int, narrow: int) -> None:
    old, new = {keyword: wide}, {keyword: narrow}
    assert _level(old, new) == ("major", {"bound-narrowed"})
    assert _level(new, old) == ("minor", {"bound-widened"})
    assert _level({}, old) == ("major", {"bound-narrowed"})
    assert _level(old, {}) == ("minor", {"bound-widened"})
    assert _level(old, {keyword: True})[0] == _level(old, {keyword: "0"})[0] == "major"
    assert _level(old, {keyword: float(wide)}) == ("minor", {"bound-widened"})  # the same bound in another spelling


SMALL: list[tuple[Any, Any, Level]] = [
    ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}, "none"),
    ({"enum": ["a"]}, {"enum": ["a", "b"]}, "major"),
    ({"enum": ["a", "b"]}, {"enum": ["a"]}, "major"),
    ({"enum": [1]}, {"enum": [True]}, "major"),
    ({"enum": ["a"]}, {}, "major"),
    ({}, {"enum": ["a"]}, "major"),
    ({}, {"enum": []}, "major"),
    ({"pattern": "^a$"}, {"pattern": "^(?:a|b)$"}, "major"),
    ({"pattern": "^a$"}, {}, "major"),
    ({"not": {"pattern": "a"}}, {"not": {"pattern": "ab"}}, "major"),
    ({"not": {"minimum": 5}}, {"not": {"minimum": 4}}, "major"),
    ({"additionalProperties": False}, {}, "minor"),
    ({"additionalProperties": True}, {}, "none"),
    ({"additionalProperties": False}, {"additionalProperties": {}}, "major"),
    ({"additionalProperties": {"minimum": 5}}, {"additionalProperties": {"minimum": 4}}, "minor"),
    ({"additionalProperties": {"minimum": 5}}, {"additionalProperties": {"minimum": 6}}, "major"),
    ({"additionalProperties": {}, "properties": {}}, {"additionalProperties": {}, "properties": {"a": {}}}, "major"),
    ({"patternProperties": {}, "properties": {}}, {"patternProperties": {}, "properties": {"a": {}}}, "major"),
    ({"propertyNames": {}, "properties": {}}, {"propertyNames": {}, "properties": {"a": {}}}, "major"),
    ({}, {"properties": {"a": {}}}, "major"),
    ({"patternProperties": {"a": {}}}, {"patternProperties": {"b": {}}}, "major"),
    ({"patternProperties": {"a": {"maximum": 5}}}, {"patternProperties": {"a": {"maximum": 6}}}, "minor"),
    ({"propertyNames": {"maxLength": 5}}, {"propertyNames": {"maxLength": 6}}, "minor"),
    ({"propertyNames": {"maxLength": 5}}, {}, "major"),
    ({"items": {"maximum": 5}}, {"items": {"maximum": 4}}, "major"),
    ({"items": {}}, {}, "major"),
    ({"properties": {"description": {}}}, {"properties": {}}, "major"),
    ({"properties": {"a": {"deprecated": True}}}, {"properties": {"a": {}}}, "minor"),
    ({"required": []}, {}, "none"),
    (True, True, "major"),
    ([], [], "major"),
    ({"properties": []}, {"properties": []}, "major"),
    ({"items": {"$id": "urn:x"}}, {"items": {"$id": "urn:x"}}, "major"),
    ({"$dynamicRef": "#a"}, {"$dynamicRef": "#a"}, "major"),
    ({"allOf": [{"$ref": "#/$defs/A"}]}, {"allOf": [{"$ref": "#/$defs/A"}]}, "major"),
    ({"not": {"$ref": "#/$defs/A"}}, {"not": {"$ref": "#/$defs/A"}}, "major"),
    ({"allOf": [{"type": "null"}]}, {"allOf": [{"type": "null"}]}, "none"),
    ({"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/A"}}}, {"$ref": "#"}, "major"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "level"), SMALL, ids=range(len(SMALL)))
def test_small_schemas(old: Any, new: Any, level: Level) -> None:
    assert _level(old, new)[0] == level


def _tree(node: Any, name: str = "Tree") -> Schema:
    definition = {"properties": {"value": node, "inside": {"items": {"$ref": f"#/$defs/{name}"}, "type": "array"}}}
    return {"$ref": f"#/$defs/{name}", "$defs": {name: definition}}


def test_a_concept_that_holds_itself_is_compared_once() -> None:
    assert _level(_tree({"maximum": 5}), _tree({"maximum": 5}, "Branch")) == ("none", set())
    assert _level(_tree({"maximum": 5}), _tree({"maximum": 6}, "Branch")) == ("minor", {"bound-widened"})
    assert _level(_tree({"maximum": 5}), _tree({"maximum": 4}, "Branch")) == ("major", {"bound-narrowed"})
    assert _level(_tree({}), _tree({"$ref": "#/$defs/Tree"}))[0] == "major"


def test_a_definition_that_was_split_is_compared_on_both_ways() -> None:
    both = {"properties": {"a": {"$ref": "#/$defs/A"}, "b": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"maximum": 5}}}
    split = {
        "properties": {"a": {"$ref": "#/$defs/A"}, "b": {"$ref": "#/$defs/B"}},
        "$defs": {"A": {"maximum": 5}, "B": {"maximum": 4}},
    }
    assert _level(both, split) == ("major", {"bound-narrowed"})
    assert _level(split, both) == ("minor", {"bound-widened"})


def _first(lists: dict[str, Any], *, closed: bool) -> dict[str, Any]:
    return next(codes for codes in lists["lists"].values() if codes["closed"] is closed)


LIST_CHANGES: list[tuple[Level, str, Callable[[dict[str, Any]], object]]] = [
    ("minor", "code-added", lambda lists: _first(lists, closed=False)["codes"].append({"code": "new"})),
    ("major", "reserved-name", lambda lists: _first(lists, closed=False)["codes"].append({"code": "x_new"})),
    ("major", "code-removed", lambda lists: _first(lists, closed=False)["codes"].pop()),
    ("major", "choices-changed", lambda lists: _first(lists, closed=True)["codes"].append({"code": "new"})),
    ("major", "choices-changed", lambda lists: _first(lists, closed=True)["codes"].pop()),
    ("minor", "deprecation-changed", lambda lists: _first(lists, closed=True)["codes"][0].update(deprecated="0.9")),
    ("major", "code-meaning-changed", lambda lists: _first(lists, closed=False)["codes"][0].update(parent="y")),
    ("none", "text-changed", lambda lists: _first(lists, closed=False)["codes"][0].update(definition="Other words.")),
    ("major", "cannot-tell", lambda lists: _first(lists, closed=False)["codes"][0].update(weight=5)),
    ("major", "list-closed-changed", lambda lists: _first(lists, closed=False).update(closed=True)),
    ("none", "text-changed", lambda lists: _first(lists, closed=True).update(licence="CC-BY-4.0")),
    ("major", "cannot-tell", lambda lists: _first(lists, closed=True).update(order="alphabet")),
    ("minor", "list-added", lambda lists: lists["lists"].update(new={"closed": True, "codes": []})),
    ("major", "list-removed", lambda lists: lists["lists"].popitem()),
    ("major", "field-list-changed", lambda lists: lists["fields"].popitem()),
    ("major", "field-list-changed", lambda lists: lists["fields"].update({"/$defs/Axis/properties/id": "sector"})),
    ("major", "cannot-tell", lambda lists: lists.update(version=1)),
    ("major", "cannot-tell", lambda lists: lists.pop("fields")),
]


@pytest.mark.parametrize(("level", "code", "edit"), LIST_CHANGES, ids=range(len(LIST_CHANGES)))
def test_code_lists(level: Level, code: str, edit: Callable[[dict[str, Any]], object]) -> None:
    found, codes = _changed(lambda files: edit(files[LISTS]), "package.schema.json", LISTS)
    assert (found, code in codes) == (level, True), codes


def test_every_field_of_an_open_list_is_watched() -> None:
    old = {"package.schema.json": PACKAGE, LISTS: SET[LISTS]}
    for pointer in SET[LISTS]["fields"]:
        new = {**old, LISTS: {**SET[LISTS], "fields": {**SET[LISTS]["fields"], pointer: "another"}}}
        assert [reason.code for reason in classify(old, new).reasons] == ["field-list-changed"], pointer


def test_lists_and_labels_follow_a_definition_that_got_another_name() -> None:
    files = ("package.schema.json", LISTS, "labels/fr.json")
    renamed = json.loads(json.dumps({name: SET[name] for name in files}).replace("/$defs/Axis", "/$defs/Theme"))
    renamed[files[0]]["$defs"]["Theme"] = renamed[files[0]]["$defs"].pop("Axis")
    assert classify({name: SET[name] for name in files}, renamed).reasons == ()


FILE_CHANGES: list[tuple[Level, str, Callable[[dict[str, Any]], object]]] = [
    ("none", "text-changed", lambda files: files["labels/fr.json"].update({"": "Paquet"})),
    ("none", "text-changed", lambda files: files.pop("labels/ar.json")),
    ("major", "cannot-tell", lambda files: files.update({"labels/ar.json": []})),
    ("major", "schema-removed", lambda files: files.pop("axis.schema.json")),
    ("minor", "schema-added", lambda files: files.update({"new.schema.json": {}})),
    ("major", "cannot-tell", lambda files: files.pop(LISTS)),
    ("major", "cannot-tell", lambda files: files.update({"more.json": {}})),
]


@pytest.mark.parametrize(("level", "code", "edit"), FILE_CHANGES, ids=range(len(FILE_CHANGES)))
def test_files(level: Level, code: str, edit: Callable[[dict[str, Any]], object]) -> None:
    found, codes = _changed(edit)
    assert (found, code in codes) == (level, True)


def test_a_change_in_one_file_alone_is_seen() -> None:
    for name, schema in SET.items():
        if name.endswith(".schema.json"):
            new = {**SET, name: {**schema, "required": [*schema["required"], "unheard_of"]}}
            assert [reason.file for reason in classify(SET, new).reasons] == [name]


def test_every_code_of_the_table_has_a_level_and_a_meaning() -> None:
    assert {kind.level for kind in kinds().values()} == set(LEVELS)
    assert all(kind.meaning for kind in kinds().values())


def _folder(place: Path, files: dict[str, Any]) -> str:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(json.dumps(content), encoding="utf-8")
    return str(place)


@pytest.mark.parametrize(("part", "code"), [({}, 0), ({"deprecated": True}, 3), ({"format": "x"}, 4)])
def test_the_program(part: Schema, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = _folder(tmp_path / "old", {"package.schema.json": {"title": "P"}})
    new = _folder(tmp_path / "new", {"package.schema.json": {"title": "P", **part}})
    assert main([old, new]) == code
    assert capsys.readouterr().out.split()[0] == {0: "none", 3: "minor", 4: "major"}[code]


def test_the_program_refuses_what_is_no_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "package.schema.json").write_text("{", encoding="utf-8")
    assert main([]) == main([str(tmp_path), str(tmp_path)]) == main([str(tmp_path / "none"), str(tmp_path)]) == 2
    assert capsys.readouterr().err
    with pytest.raises(UnreadableSetError):
        read_set(tmp_path)


def test_a_folder_is_read_as_it_was_published() -> None:
    folder = max(path for path in data_folder("schemas").iterdir() if path.is_dir())
    assert read_set(folder).keys() == SET.keys()


def test_the_page_says_the_level_of_every_reason() -> None:
    page = (Path(__file__).parents[2] / "docs" / "versions.md").read_text(encoding="utf-8")
    listed = [re.findall(r"`([a-z-]+)` \| (none|minor|major) \|", line) for line in page.splitlines()]
    assert [row for rows in listed for row in rows] == [(code, kind.level) for code, kind in kinds().items()]
