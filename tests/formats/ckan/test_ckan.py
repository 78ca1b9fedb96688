"""Datasets for CKAN: what its action API takes, texts in each language, nothing private, nothing made up."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.workbook.packages import packages

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.errors import OptionError
from opengov_local.formats.ckan.ckan_format import write
from opengov_local.formats.ckan.names import LONGEST, name_of, tag_of
from opengov_local.formats.ckan.wording import words
from opengov_local.model import ActionPlan, Package
from opengov_local.model.text import read_text
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples")
_NAME = re.compile("[a-z0-9_-]{2,100}")
_TAG = re.compile(r"[\w .-]{2,100}")
_TABLE = list(csv.DictReader(Path(__file__).with_name("package_create.csv").read_text(encoding="utf-8").splitlines()))
"""What `package_create` of CKAN 2.12 takes of what is written here, and what in `ckan/logic/schema` says so."""
_TAKES: dict[str, Callable[[Any], bool]] = {
    "name": lambda value: _NAME.fullmatch(value) is not None and value not in ("new", "edit", "search"),
    "tag_name": lambda value: _TAG.fullmatch(value) is not None,
    "short": lambda value: isinstance(value, str) and len(value) <= LONGEST,
    "text": lambda value: isinstance(value, str),
    "own": lambda value: bool(value) and value not in {row["field"] for row in _TABLE if row["of"] == "dataset"},
    "beside": lambda value: isinstance(value, dict),
}


def _check_fields(of: str, value: dict[str, Any]) -> None:
    """Makes sure that an object has no field that CKAN does not take, and nothing in one that it refuses."""
    taken = {row["field"]: row["takes"] for row in _TABLE if row["of"] == of}
    assert value.keys() <= taken.keys(), of
    for field, held in value.items():
        if (ask := _TAKES.get(taken[field])) is not None:
            assert ask(held), (of, field, held)
        else:
            for each in held:
                _check_fields(taken[field], each)


def _dataset(package: Package, **options: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(write(package, **options).data)
    return loaded


def _check(dataset: dict[str, Any]) -> None:
    """Makes sure of what the validators of `package_create` ask."""
    _check_fields("dataset", dataset)
    assert {"name", "title", "notes", "license_id", "extras", "resources"} <= dataset.keys()
    assert dataset["title"]
    tags = [tag["name"] for tag in dataset.get("tags", [])]
    assert len({*tags}) == len(tags)
    keys = [extra["key"] for extra in dataset["extras"]]
    assert len({*keys}) == len(keys)
    assert all(extra["value"] for extra in dataset["extras"])
    assert dataset["notes"].strip()
    assert dataset["notes_translated"].keys() == {"ar", "fr", "en"}
    assert all(
        resource["url"].startswith("http") != bool(resource.get("file_name")) for resource in dataset["resources"]
    )


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("nom", "x"),
        ("name", "Pas un nom"),
        ("version", "1" * 101),
        ("tags", [{"name": "a/b"}]),
        ("extras", [{"key": "url", "value": "x"}]),
        ("resources", [{"url": 3}]),
    ],
)
def test_what_ckan_would_refuse_is_noticed(field: str, wrong: Any) -> None:
    dataset = _dataset(ogl.load(EXAMPLES / "oriental.json"))
    with pytest.raises(AssertionError):
        _check(dataset | {field: wrong})


@pytest.mark.parametrize("file", [*sorted(EXAMPLES.glob("*.json")), EXAMPLES / "synthetic" / "full-plan.json"], ids=str)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_examples_are_datasets(file: Path, language: str) -> None:
    package = ogl.load(file)
    dataset = _dataset(package, language=language)
    _check(dataset)
    title = package.title or package.plans[0].title
    assert dataset["title_translated"] == title
    assert dataset["title"] == ogl.read_text(title, language).text


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_description_says_what_is_in_the_data(language: str) -> None:
    package = ogl.load(EXAMPLES / "synthetic" / "full-plan.json")
    notes = _dataset(package, language=language)["notes"]
    assert all(read_text(plan.title, language).text in notes for plan in package.plans)
    commitments = sum(len(plan.commitments) for plan in package.plans)
    assert re.search(rf"^- .*: {commitments}$".replace(": ", ".{1,2}"), notes, re.MULTILINE)
    told = words("synthetic", language)
    assert told in notes
    package.synthetic = None
    assert told not in _dataset(package, language=language)["notes"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_dataset_is_of_the_territories_whose_plans_it_holds(language: str) -> None:
    package = ogl.load(EXAMPLES / "synthetic" / "full-plan.json")
    own = {each for plan in package.plans for each in plan.collectivities}
    names = [read_text(each.name, language).text for each in package.collectivities if each.id in own]
    assert 0 < len(names) < len(package.collectivities)
    dataset = _dataset(package, language=language)
    extras = {each["key"]: each["value"] for each in dataset["extras"]}
    assert extras["spatial_text"] == "; ".join(names)
    assert re.search(f"^- [^\\n]*{'. '.join(map(re.escape, names))}$", dataset["notes"], re.MULTILINE)
    package.plans.clear()
    everywhere = {each["key"]: each["value"] for each in _dataset(package, language=language)["extras"]}
    assert everywhere["spatial_text"].count("; ") == len(package.collectivities) - 1


def test_the_words_of_one_plan_lead_the_description() -> None:
    package = Package.new("org.example", title={"fr": "Paquet"})
    vision = {"fr": "Une commune qui écoute"}
    package.plans.append(ActionPlan(id="org.example:pl-1", title={"fr": "Plan"}, framework="other", foreword=vision))
    translated = _dataset(package)["notes_translated"]
    assert translated["fr"].startswith(vision["fr"])
    assert vision["fr"] not in translated["ar"]


def test_what_ckan_has_fields_for() -> None:
    dataset = _dataset(ogl.load(EXAMPLES / "oriental.json"), language="fr", data_url="https://data.example/p.json")
    extras = {extra["key"]: extra["value"] for extra in dataset["extras"]}
    assert extras["temporal_start"] == "2024"
    assert extras["temporal_end"] == "2025"
    assert extras["framework"] == "remacto"
    assert dataset["resources"][0]["url"] == "https://data.example/p.json"
    assert dataset["resources"][0]["format"] == "JSON"


@given(packages())
def test_any_package_is_a_dataset(package: Package) -> None:
    _check(_dataset(package))


@given(st.text())
def test_any_words_are_a_tag_or_none(words: str) -> None:
    tag = tag_of(words)
    assert tag is None or _TAG.fullmatch(tag)


@given(st.from_regex("[a-z0-9][a-z0-9.-]{1,39}:[A-Za-z0-9][A-Za-z0-9._-]{0,99}", fullmatch=True))
def test_any_id_is_a_name(identifier: str) -> None:
    assert _NAME.fullmatch(name_of(identifier))


def test_the_licence_is_ckans_or_stands_beside_it() -> None:
    package = Package.new("org.example", licence="CC-BY-4.0", title={"fr": "Plan"})
    assert _dataset(package)["license_id"] == "cc-by"
    package.licence = "Licence-Maison"
    done = write(package)
    dataset = json.loads(done.data)
    assert dataset["license_id"] == "notspecified"
    assert {"key": "licence", "value": "Licence-Maison"} in dataset["extras"]
    assert "export/licence-unknown" in {finding.code for finding in done.findings}
    package.licence = None
    assert _dataset(package)["license_id"] == "notspecified"


def test_no_contact_and_no_private_person_is_published() -> None:
    package = Package.new("org.example", title={"fr": "Écrire à quelquun@gmail.com"})
    assert b"gmail" not in write(package).data
    assert b"gmail" in write(package, with_contacts=True).data


def test_the_address_of_the_data(tmp_path: Path) -> None:
    source, target = EXAMPLES / "oriental.json", tmp_path / "dataset.json"
    assert main(["convert", str(source), str(target), "--to", "ckan", "--data-url", "https://data.example/x.json"]) == 0
    assert json.loads(target.read_bytes())["resources"][0]["url"] == "https://data.example/x.json"
    package = ogl.load(source)
    dataset = _dataset(package)
    (asked,) = (found for found in write(package).findings if found.code == "export/no-data-address")
    assert asked.params["files"] == (f"{dataset['name']}.json",) == (dataset["resources"][0]["file_name"],)
    assert dataset["resources"][0]["url"] == ""
    with pytest.raises(OptionError):
        write(ogl.load(source), data_url="javascript:alert(1)")


def test_the_organization_that_owns_it(tmp_path: Path) -> None:
    source, target = EXAMPLES / "oriental.json", tmp_path / "dataset.json"
    command = ["convert", str(source), str(target), "--to", "ckan"]
    assert main([*command, "--owner-org", "region-oriental"]) == 0
    assert json.loads(target.read_bytes())["owner_org"] == "region-oriental"
    package = ogl.load(source)
    for owner, said in (("region-oriental", False), (None, True)):
        assert ("export/no-owner-org" in {found.code for found in write(package, owner_org=owner).findings}) == said
    assert main([*command, "--owner-org", "Région de l’Oriental"]) == 2


def test_titles_of_several_plans_stand_for_that_of_the_package() -> None:
    package = Package.new("org.example")
    for number, title in enumerate(({"fr": "Un", "ar": "واحد"}, {"fr": "Deux", "ar": "اثنان", "en": "Two"})):
        package.plans.append(ActionPlan(id=f"org.example:pl-{number}", title=title, framework="other"))
    assert _dataset(package)["title_translated"] == {"fr": "Un · Deux", "ar": "واحد · اثنان"}
