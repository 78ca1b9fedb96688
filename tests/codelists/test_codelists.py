"""The public questions one asks a code list: labels, fallbacks, parents, nearest code, unknown names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import codelists
from opengov_local.codelists import generate
from opengov_local.codelists.folding import fold


def test_an_unknown_list_is_a_key_error_that_names_the_lists() -> None:
    with pytest.raises(KeyError, match="policy_area"):
        codelists.get("policy_areas")
    with pytest.raises(KeyError, match="status"):
        codelists.info("statuses")


def test_a_list_is_read_once() -> None:
    assert codelists.get("status") is codelists.get("status")


def test_a_list_is_a_container_of_codes() -> None:
    status = codelists.get("status")
    assert (status.name, status.closed, status.python_name) == ("status", True, "StatusCode")
    assert "completed" in status
    assert "done" not in status
    assert 3 not in status
    assert status["completed"].code == "completed"
    assert [entry.code for entry in status] == list(status.codes)
    with pytest.raises(KeyError):
        status["done"]


def test_labels_fall_back_to_english_and_to_a_default_only_when_told() -> None:
    status = codelists.get("status")
    assert status.label("completed", "ar") == "منجز"
    assert status.label("completed", "zgh") == status.label("completed") == "Completed"
    assert status.label("x_frozen", "fr", default="x_frozen") == "x_frozen"
    assert status.label("completed", "fr", default="x_frozen") == "Achevé"
    with pytest.raises(KeyError):
        status.label("x_frozen", "fr")


def test_titles_fall_back_to_english() -> None:
    status = codelists.get("status")
    assert status.title("ar") == "حالة الإنجاز"
    assert status.title("zgh") == status.title() == "Status"


def test_a_policy_area_implies_its_parent() -> None:
    areas = codelists.get("policy_area")
    assert areas.parents("open_contracting") == ("anti_corruption_and_integrity",)
    assert areas.parents("anti_corruption_and_integrity") == ()
    assert areas.parents("right_to_information") == ()
    with pytest.raises(KeyError):
        areas.parents("open_contract")


def test_an_answer_has_its_criterion_as_parent_in_another_list() -> None:
    answers = codelists.get("assessment_answer")
    assert answers.info.parent_list == "assessment_criterion"
    assert answers["early_results.significant"].parent == "early_results"
    assert answers.parents("early_results.significant") == ()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("status", "complété", "completed"),
        ("status", "COMPLETED ", "completed"),
        ("status", "اكتمل", "completed"),
        ("status", "مُنجز", "completed"),
        ("status", "Non commence", "not_started"),
        ("status", "not-started", "not_started"),
        ("status", "complted", "completed"),
        ("status", "not completed", None),
        ("status", "xyz", None),
        ("status", "", None),
        ("sdg", "ODD 16", "16"),
        ("sdg", "7", "7"),
        ("ogp_value", "Transparency", "access_to_information"),
        ("ogp_value", "Transparence", "access_to_information"),
        ("policy_area", "open contracts", "open_contracting"),
        ("policy_area", "Health and Nutrition", "health_and_nutrition"),
        ("collectivity_kind", "comune", "commune"),
        ("collectivity_kind", "جماعه", "commune"),
        ("assessment_answer", "early_results.signifcant", "early_results.significant"),
        ("assessment_answer", "Yes", None),
        ("missing_code", "nd", "ND"),
    ],
)
def test_closest(name: str, text: str, code: str | None) -> None:
    assert codelists.get(name).closest(text) == code


@pytest.mark.parametrize("name", codelists.names())
def test_every_code_is_closest_to_itself(name: str) -> None:
    codelist = codelists.get(name)
    assert [codelist.closest(code) for code in codelist.codes] == list(codelist.codes)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(max_size=30))
def test_closest_gives_a_code_or_none(text: str) -> None:
    status = codelists.get("status")
    found = status.closest(text)
    assert found is None or found in status


@pytest.mark.parametrize("stale", ["", "StatusCode = str\n"])
def test_check_fails_on_a_stale_module_and_writing_mends_it(
    stale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "codes.py"
    monkeypatch.setattr(generate, "TARGET", target)
    assert generate.main(["--check"]) == 1
    target.write_text(stale, encoding="utf-8")
    assert generate.main(["--check"]) == 1
    assert "codes.py" in capsys.readouterr().err
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
