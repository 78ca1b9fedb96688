"""Every code list: shape, labels, parents, evidence, and agreement with the generated types."""

import csv
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest

from opengov_local import codelists
from opengov_local.codelists import CodeList, generate
from opengov_local.codelists.folding import fold
from opengov_local.model import codes

DATA = files("opengov_local.codelists").joinpath("data")
COLUMNS = [
    *("code", "label_en", "label_fr", "label_ar", "label_zgh", "definition_en", "parent"),
    *("source", "evidence", "since", "deprecated", "vintage"),
]
EXTRA_COLUMNS = {"ogp_code", "other_names", "value_pattern"}
ARABIC = re.compile("[\u0600-\u06ff]")
BAD_FRENCH = re.compile(r"\w'\w| [:;?!»]|« ")
EXAMPLES = Path(__file__).parents[2] / "examples"
TIFINAGH = re.compile("[\u2d30-\u2d7f]")
NAMES_SPEAK_FOR_THEMSELVES = {"policy_area", "open_gov_challenge", "grand_challenge", "language", "currency"}
CLOSED = {
    "StatusCode": ("status", 9),
    "OgpCompletionCode": ("ogp_completion", 6),
    "ContributionKind": ("contribution_kind", 6),
    "DispositionCode": ("disposition", 6),
    "PersonCapacity": ("person_capacity", 4),
    "TranslationOrigin": ("translation_origin", 2),
    "ObjectKind": ("object_kind", 14),
    "MissingCode": ("missing_code", 3),
    "DateQualifier": ("date_qualifier", 7),
}

each_list = pytest.mark.parametrize(
    "codelist", [codelists.get(name) for name in codelists.names()], ids=lambda x: x.name
)


def test_the_register_names_every_file_once_in_order() -> None:
    on_disk = sorted(path.name.removesuffix(".csv") for path in DATA.iterdir() if path.name.endswith(".csv"))
    assert ["index", *codelists.names()] == sorted(on_disk, key=lambda name: (name != "index", name))


@each_list
def test_file_has_the_agreed_columns_and_no_code_twice(codelist: CodeList) -> None:
    reader = csv.DictReader(DATA.joinpath(f"{codelist.name}.csv").read_text(encoding="utf-8").splitlines())
    rows = list(reader)
    header = list(reader.fieldnames or [])
    assert header[: len(COLUMNS)] == COLUMNS
    assert set(header[len(COLUMNS) :]) <= EXTRA_COLUMNS
    assert [row["code"] for row in rows] == list(codelist.codes)
    for row in rows:
        assert None not in row, f"{row['code']}: more cells than columns"
        assert all(cell is not None and cell == cell.strip() for cell in row.values()), row["code"]


@each_list
def test_codes_match_the_pattern_of_their_list_and_of_the_model(codelist: CodeList) -> None:
    for code in codelist.codes:
        assert re.fullmatch(codelist.info.code_pattern, code)
        assert re.fullmatch("[A-Za-z0-9][A-Za-z0-9._-]{0,99}", code)


@each_list
def test_labels_are_there_and_in_their_script(codelist: CodeList) -> None:
    assert all(codelist.info.titles.get(language) for language in ("en", "fr", "ar"))
    for entry in codelist:
        assert all(entry.labels.get(language) for language in ("en", "fr", "ar")), entry.code
        assert set(entry.labels) <= {"en", "fr", "ar", "zgh"}
        assert ARABIC.search(entry.labels["ar"]) or entry.labels["ar"] == entry.labels["en"], entry.code
        assert not ARABIC.search(entry.labels["en"] + entry.labels["fr"]), entry.code
        assert TIFINAGH.search(entry.labels.get("zgh", "\u2d30")), entry.code


@each_list
def test_french_is_set_as_french_is(codelist: CodeList) -> None:
    labels = [codelist.info.titles["fr"], *(entry.labels["fr"] for entry in codelist)]
    assert [label for label in labels if BAD_FRENCH.search(label)] == []


@each_list
def test_every_code_has_a_source_and_a_definition(codelist: CodeList) -> None:
    assert codelist.info.source
    assert codelist.info.licence in {"CC0-1.0", "CC-BY-4.0", "Unicode-3.0"}
    for entry in codelist:
        assert entry.source
        assert entry.since == "0.1"
        assert entry.evidence in {"verified", "inferred", "recalled", "own"}
        assert entry.definition or codelist.name in NAMES_SPEAK_FOR_THEMSELVES, entry.code


@each_list
def test_parents_exist_without_a_cycle(codelist: CodeList) -> None:
    parents = codelists.get(codelist.info.parent_list)
    for entry in codelist:
        assert entry.parent is None or entry.parent in parents, entry.code
        assert entry.parent != entry.code or parents is not codelist
        assert len(codelist.parents(entry.code)) < len(codelist)


@each_list
def test_a_spelling_points_to_one_code_only(codelist: CodeList) -> None:
    if codelist.name == "assessment_answer":
        pytest.skip("answers of different criteria share their labels on purpose")
    owners: dict[str, set[str]] = {}
    for entry in codelist:
        for text in (entry.code, *entry.labels.values(), *entry.other_names):
            owners.setdefault(fold(text), set()).add(entry.code)
    assert {text: found for text, found in owners.items() if len(found) > 1} == {}


def test_the_closed_lists_are_the_ones_agreed() -> None:
    closed = {codelists.info(name).python_name: name for name in codelists.names() if codelists.info(name).closed}
    assert closed == {python_name: name for python_name, (name, _) in CLOSED.items()}
    assert not any(codelists.info(n).python_name for n in codelists.names() if not codelists.info(n).closed)


@pytest.mark.parametrize("python_name", CLOSED)
def test_the_generated_type_holds_the_codes_of_its_list(python_name: str) -> None:
    name, size = CLOSED[python_name]
    assert get_args(getattr(codes, python_name)) == codelists.get(name).codes
    assert len(codelists.get(name)) == size


def test_the_generated_module_is_up_to_date() -> None:
    assert generate.main(["--check"]) == 0


def test_answers_are_written_criterion_dot_answer_with_its_vintage() -> None:
    criteria = codelists.get("assessment_criterion")
    answered = set()
    for answer in codelists.get("assessment_answer"):
        criterion = answer.code.partition(".")[0]
        assert answer.parent == criterion
        assert answer.vintage == criteria[criterion].vintage
        answered.add(criterion)
    assert answered == set(criteria.codes)


def test_scales_of_the_open_government_question_keep_their_own_numbers() -> None:
    answers = codelists.get("assessment_answer")
    assert answers["did_it_open_government.major"].ogp_code == 3
    assert answers["diog_civic_participation.major"].ogp_code == 4
    assert answers["diog_civic_participation.not_applicable"].ogp_code == 0


def test_ogp_completion_counts_from_withdrawn_to_complete() -> None:
    assert [code.ogp_code for code in codelists.get("ogp_completion")] == [0, 1, 2, 3, 4, 5]


def test_sizes_that_sources_fix() -> None:
    sizes = {
        "sdg": 17,
        "open_gov_challenge": 10,
        "grand_challenge": 5,
        "remacto_principle": 5,
        "ogp_value": 5,
    }
    assert {name: len(codelists.get(name)) for name in sizes} == sizes
    assert len(codelists.get("policy_area")) == 86
    assert codelists.get("sdg").codes == tuple(str(number) for number in range(1, 18))


@pytest.mark.parametrize(
    ("scheme", "good", "bad"),
    [
        ("MA-HCP", ["02", "02.411", "01.511.05", "02.411.01.23", "01.511.01.0"], ["2", "2.411", "02.411."]),
        ("ISO-3166-2", ["MA-02", "MA-TET"], ["MA02", "ma-02"]),
        ("OGP", ["MO0065", "MATET0003", "mabmk0007", "PNG0001"], ["MATE0003", "MO65", "TET1"]),
        ("OGP-PLAN", ["AP_MAR02", "AP_GBSC01"], ["MAR02", "AP_MAR2"]),
        ("OGP-MEMBER", ["MO", "MAORT", "SCO"], ["mo", "MAOR"]),
        ("OCD-ID", ["ocd-division/country:ma"], ["country:ma"]),
        ("GeoNames", ["11281875"], ["011"]),
    ],
)
def test_patterns_of_identifier_schemes(scheme: str, good: list[str], bad: list[str]) -> None:
    pattern = codelists.get("identifier_scheme")[scheme].value_pattern
    assert pattern is not None
    assert [value for value in good if not re.fullmatch(pattern, value)] == []
    assert [value for value in bad if re.fullmatch(pattern, value)] == []


def test_only_identifier_schemes_have_value_patterns() -> None:
    with_pattern = {name for name in codelists.names() if any(code.value_pattern for code in codelists.get(name))}
    assert with_pattern == {"identifier_scheme"}


def _identifiers(value: Any) -> Iterator[dict[str, str]]:
    """Gives the official numbers of a JSON-shaped tree, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from _identifiers(item)
    elif isinstance(value, dict):
        yield from value.get("identifiers", [])
        for item in value.values():
            yield from _identifiers(item)


def test_the_numbers_in_the_examples_have_the_shape_of_their_scheme() -> None:
    schemes = codelists.get("identifier_scheme")
    paths = [*EXAMPLES.glob("*.json"), EXAMPLES / "synthetic" / "full-plan.json"]
    numbers = [number for path in paths for number in _identifiers(json.loads(path.read_bytes()))]
    known = [number for number in numbers if not number["scheme"].startswith("x_")]
    assert {"MA-HCP", "ISO-3166-2", "GeoNames", "OGP", "OGP-MEMBER", "REMACTO-SLUG", "DECIDIM"} == {
        number["scheme"] for number in known
    }
    for number in known:
        assert re.fullmatch(schemes[number["scheme"]].value_pattern or "(?!)", number["value"]), number
