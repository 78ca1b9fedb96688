"""The table of losses tells the truth, and `convert` says what a package will lose before it is written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.losses.generate import EXAMPLES, drawn
from tests.losses.measuring import FIELDS, LANGUAGES, came_back, fates, full, measured_formats

import opengov_local as ogl
from opengov_local import formats, messages
from opengov_local.cli import main
from opengov_local.finding import Finding
from opengov_local.formats import losses
from opengov_local.formats.losses import losses_of_format, reference
from opengov_local.formats.losses.fates import table, written
from opengov_local.formats.losses.told import take_out
from opengov_local.formats.losses.values import OTHER_LANGUAGES, UNKNOWN_FIELDS, counted, held, values
from opengov_local.model import Package
from opengov_local.resources import data_folder

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "losses.md"
MEASURED = measured_formats()
FULL = Package.model_validate(full())


@pytest.fixture(scope="module")
def unseen() -> list[Package]:
    """Gives made-up packages that the table was not measured on, all of which have something for each format."""
    return [
        package for package in drawn()[EXAMPLES:] if package.workshops and any(p.commitments for p in package.plans)
    ]


def test_every_format_that_loses_something_was_measured() -> None:
    assert tuple(table()) == MEASURED
    assert all(set(measured) == set(FIELDS) & {*measured} for measured in table().values())
    assert PAGE.read_text(encoding="utf-8") == reference.page()


def test_the_table_is_written_as_it_is_read() -> None:
    assert written(table(), FIELDS).splitlines()[0].split(",") == ["concept", "field", *MEASURED]
    assert len({*FIELDS}) == len(FIELDS)


def test_the_made_up_plan_states_every_field() -> None:
    stated = {value[:2] for value in values(FULL.to_tree(), ("fr",))}
    assert set(FIELDS) - stated == set()


@pytest.mark.parametrize("name", MEASURED)
def test_the_whole_plan_loses_what_the_table_says(name: str) -> None:
    said = table()[name]
    for field, fate in fates(name, [FULL]).items():
        if said[field] != "partly":
            assert fate == said[field], field


@pytest.mark.parametrize("name", MEASURED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_be_kept_comes_back(name: str, language: str, unseen: list[Package]) -> None:
    said = table()[name]
    for package in unseen:
        has = came_back(name, package, language)
        for value in set(values(package.to_tree(), (language,), formats.get(name).languages)):
            assert said.get(value[:2]) != "kept" or has(value), value


@pytest.mark.parametrize("languages", [("fr",), ("ar", "fr")])
@pytest.mark.parametrize("beside", [(), ("en",)])
def test_values_are_counted_as_they_are_given(
    languages: tuple[str, ...], beside: tuple[str, ...], unseen: list[Package]
) -> None:
    faulty = {"licence": [], "title": {"fr": 1}, "plans": [3, {"title": "x", "axes": {}, "period": {"start": None}}]}
    for tree in (faulty, full(), *(package.to_tree() for package in unseen)):
        given = Counter((value.concept, value.field) for value in held(tree, languages, beside))
        assert [(field, n) for field, n in counted(tree, languages, beside).items() if n] == [*given.items()]


def test_each_lost_value_is_counted() -> None:
    fate = table()["decidim-csv"]
    lost = [value for value in values(FULL.to_tree(), ("fr",)) if fate.get(value[:2]) == "lost"]
    (finding,) = (found for found in losses_of_format(FULL, "decidim-csv", "fr") if found.code == "export/not-kept")
    ids = {"id", "former_ids", "schema_version", "id_prefix", "other_languages"}
    assert finding.params["count"] == sum(value.field not in ids for value in lost)
    assert losses_of_format(FULL, "json", "fr") == ()


def test_what_the_writer_counts_is_not_said_again() -> None:
    tree = full()
    tree["organizations"] = []
    package = Package.model_validate(tree)
    written = ogl.dump(package, "programme-docx", language="fr", read_back=False)
    said = {found.code: found.params for found in written.findings}
    counted = {found.params["what"] for found in written.findings if found.code == "export/not-in-form"}
    assert {"progress_updates", "assessments", "contributions", "sources", "unknown_fields"} <= counted
    alone = {found.code: found.params for found in losses_of_format(package, "programme-docx", "fr")}
    assert said["export/not-kept"]["total"] == alone["export/not-kept"]["total"]
    taken = package.to_tree()
    assert take_out(taken, written.findings)
    fate = table()["programme-docx"]
    left = [value for value in held(taken, ("fr",)) if fate.get((value[0], value[1])) == "lost"]
    beside = {"id", "former_ids", "schema_version", "id_prefix", OTHER_LANGUAGES, UNKNOWN_FIELDS}
    assert said["export/not-kept"]["count"] == sum(value[1] not in beside for value in left)
    assert not {"progress_updates", "assessments", "sources"} & set(taken)


def test_passages_that_a_page_counts_are_not_said_again() -> None:
    written = ogl.dump(FULL, "plan-html", language="fr")
    assert "extracts" in {found.params.get("what") for found in written.findings}
    said = {found.code: found.params["fields"] for found in written.findings if found.code == "export/not-shown"}
    assert said
    assert not any("Extract" in str(fields) for fields in said.values())


def test_what_is_counted_in_part_is_said_as_before() -> None:
    tree = FULL.to_tree()
    told = Finding("export/not-in-form", "info", params={"what": "assessments", "count": 1})
    fields = Finding(
        "export/fields-not-in-form", "info", params={"concept": "Milestone", "fields": ("title",), "count": 1}
    )
    assert not take_out(tree, (told, fields))
    assert tree == FULL.to_tree()


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("name", ["ogp-csv", "decidim-csv"])
def test_of_a_large_package_the_table_tells_of_all_that_is_in_it(
    name: str, private: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = FULL if private else ogl.redact(FULL).package
    monkeypatch.setattr(losses, "MOST_OF_TABLES", 0)
    written = formats.get(name).writer()(package, language="fr")
    for options in ({}, {"plan": "org.example:none"}):
        said = losses.losses(package, name, "fr", written, options)
        assert said == losses_of_format(package, name, "fr", written.findings) != ()


def test_nothing_is_said_where_nothing_is_lost() -> None:
    package = Package.new("org.example")
    assert losses_of_format(package, "stratml", "fr") == ()


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_command_says_it_before_it_writes(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    def writing(*_: Any) -> None:
        said.append(capsys.readouterr().err)

    monkeypatch.setattr("opengov_local.api.converting.write_atomically", writing)
    source = data_folder("examples") / "synthetic" / "full-plan.json"
    main(["convert", str(source), str(tmp_path / "plan.stratml"), "--lang", language])
    package = ogl.load(source)
    found = ogl.dump(package, "stratml", language=language, read_back=None).findings
    expected = [messages.render(each, language) for each in found if each.code in ("export/lost", "export/changed")]
    assert expected
    assert all(sentence in said[0] for sentence in expected)
    assert not any(sentence in capsys.readouterr().err for sentence in expected)
