"""Drafts: what is missing becomes a gap, what is wrong is cut, all else stays and nothing is invented."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.errors import OptionError
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.model.base import is_unstated
from opengov_local.model.gap import GAP, is_gap
from opengov_local.resources import data_folder
from opengov_local.validation.drafting import draft, left_out_beside

FULL: dict[str, Any] = json.loads((data_folder("examples") / "synthetic" / "full-plan.json").read_bytes())
INCOMPLETE: dict[str, Any] = {
    "id": "org.test:p",
    "schema_version": "0.1",
    "default_language": "fr",
    "collectivities": [{"id": "org.test:c", "name": {"fr": "Commune"}, "kind": "commune"}],
    "plans": [
        {
            "id": "org.test:plan",
            "title": {"fr": ""},
            "commitments": [
                {
                    "id": "org.test:k",
                    "end": "2029-13",
                    "milestones": [{"title": {"fr": "Jalon"}}, {"id": "org.test:m", "status": {"code": "finished"}}],
                    "budget": [{"amount": {"value": "12.5"}}, {"amount": {"currency": "MAD"}}],
                }
            ],
        }
    ],
    "progress_updates": [{"id": "org.test:u"}],
}


def test_gaps_are_marked_and_what_cannot_be_used_is_cut() -> None:
    before = copy.deepcopy(INCOMPLETE)
    drafted = draft(INCOMPLETE)
    assert before == INCOMPLETE
    assert drafted is not None
    assert set(drafted.gaps) == {
        "/collectivities/0/country",
        "/plans/0/title",
        "/plans/0/framework",
        "/plans/0/commitments/0/title",
        "/plans/0/commitments/0/milestones/0/id",
        "/plans/0/commitments/0/milestones/1/title",
        "/plans/0/commitments/0/budget/0/amount/currency",
    }
    plan = drafted.package.plans[0]
    assert is_gap(plan.title)
    assert plan.framework == GAP
    commitment = plan.commitments[0]
    assert commitment.end is None
    assert [milestone.title.get("fr") for milestone in commitment.milestones] == ["Jalon", None]
    assert commitment.milestones[1].status is None
    assert [line.amount.value for line in commitment.budget if line.amount] == ["12.5"]
    assert drafted.package.progress_updates == []
    assert "/plans/0/commitments/0/end" in drafted.cuts
    assert "/progress_updates/0" in drafted.cuts


def test_a_list_of_which_nothing_is_left_does_not_say_that_there_is_none() -> None:
    tree = copy.deepcopy(INCOMPLETE)
    tree["plans"][0]["commitments"][0] |= {"sdgs": ["x", "y"], "policy_areas": [], "principles": ["transparency", 3]}
    drafted = draft(tree)
    assert drafted is not None
    commitment = drafted.package.plans[0].commitments[0]
    assert is_unstated(commitment.sdgs)
    assert not is_unstated(commitment.policy_areas)
    assert commitment.policy_areas == []
    assert commitment.principles == ["transparency"]


def test_a_whole_package_is_its_own_draft() -> None:
    drafted = draft(FULL)
    assert drafted is not None
    assert (drafted.gaps, drafted.cuts) == ((), ())
    assert drafted.package == ogl.load(json.dumps(FULL).encode())


@pytest.mark.parametrize("tree", [None, [], "x", 3, {"plans": 3, "id": 7}])
def test_what_is_no_package_gives_a_draft_or_nothing(tree: Any) -> None:
    drafted = draft(tree)
    if isinstance(tree, dict):
        assert drafted is not None
        assert drafted.package.plans == []
    else:
        assert drafted is None


def _places(tree: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if above:
        yield above
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield from _places(value, (*above, key))


_PLACES = list(_places(FULL))
_WRONG: st.SearchStrategy[Any] = st.sampled_from([None, 3, "", " ", [], {}, "é", True, [{}], {"fr": ""}, ...])


@settings(max_examples=60)
@example([(("plans", 0, "id"), ...), (("id",), ...)])
@given(st.lists(st.tuples(st.sampled_from(_PLACES), _WRONG), min_size=1, max_size=6))
def test_any_damage_gives_a_package_with_what_was_sound(damage: list[tuple[tuple[Any, ...], Any]]) -> None:
    tree = copy.deepcopy(FULL)
    for place, wrong in damage:
        _damage(tree, place, wrong)
    drafted = draft(tree)
    assert drafted is not None
    touched = {*drafted.gaps, *drafted.cuts}
    assert touched or _without_unknown(drafted.package.to_tree()) == _without_unknown(tree)
    kept = sum(1 for _ in _leaves(drafted.package.to_tree()))
    lost = [leaf for leaf, _ in _leaves(tree) if any(f"{leaf}/".startswith(f"{place}/") for place in touched)]
    gaps = sum(value in (GAP, "ZZ", "XTS") for _, value in _leaves(drafted.package.to_tree()))
    assert kept >= sum(1 for _ in _leaves(tree)) - len(lost) + gaps


def _without_unknown(tree: Any) -> Any:
    """Gives the same data with each text in an unknown language as its words alone, no list around it."""
    if isinstance(tree, list):
        items = [_without_unknown(item) for item in tree]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    if isinstance(tree, dict):
        return tree["und"] if tree.keys() == {"und"} else {key: _without_unknown(part) for key, part in tree.items()}
    return tree


def _damage(tree: Any, place: tuple[Any, ...], wrong: Any) -> None:
    holder = tree
    for part in place[:-1]:
        try:
            holder = holder[part]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(holder, dict) and wrong is ...:
        holder.pop(place[-1], None)
    elif isinstance(holder, dict) or (isinstance(holder, list) and wrong is not ... and place[-1] < len(holder)):
        holder[place[-1]] = wrong


def _leaves(tree: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else None
    if items is None:
        yield above, tree
        return
    for key, value in items:
        yield from _leaves(value, f"{above}/{key}")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_draft_is_written_with_its_gaps(tmp_path: Path, language: str) -> None:
    source, target = tmp_path / "plan.json", tmp_path / "plan.html"
    source.write_text(json.dumps(INCOMPLETE), encoding="utf-8")
    assert main(["convert", str(source), str(target), "--lang", language]) == 1
    assert not target.exists()
    assert main(["convert", str(source), str(target), "--lang", language, "--draft"]) == 0
    page = target.read_text(encoding="utf-8")
    assert page.count('<mark class="gap">') >= 5
    assert "2029-13" in page
    for internal in (GAP, "zxx", "ZZ", "XTS", "draft:gap"):
        assert internal not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_say_of_what_could_not_be_used_that_it_could_not(tmp_path: Path, language: str) -> None:
    tree = copy.deepcopy(FULL)
    plan = tree["plans"][0]
    plan["period"]["start"] = plan["commitments"][0]["start"] = "soon"
    plan["commitments"].insert(0, 3)  # cut, so that the others stand elsewhere in the draft
    source, target = tmp_path / "plan.json", tmp_path / "plan.docx"
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert ogl.convert(
        source, target, to_format="ogp-local-docx", language=language, draft=True, read_back=False
    ).written
    rows = [[cell.text for cell in row.cells] for table in docx.Document(str(target)).tables for row in table.rows]
    unusable = f"— {labels()['note.unusable'].texts[language]}"
    asked = ("plan.start", "commitment.start")
    said = dict.fromkeys(row[0] for row in rows if row[-1] == unusable)  # the form asks for a plan's start twice
    assert list(said) == [labels()[key].texts[language] for key in asked]
    read = ogl.read(target).document
    assert read is not None
    assert "start" not in read.tree["plans"][0]["period"]
    assert labels()["note.unusable"].texts[language] not in json.dumps(read.tree["plans"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("form", "field", "cells"),
    [
        ("ogp-local-docx", "start", 1),
        ("ogp-national-2017-docx", "start", 1),
        ("ogp-national-2022-docx", "deliverable", 1),
        ("ogp-national-2022-docx", "start", 0),
    ],
)
def test_tables_say_of_what_could_not_be_used_that_it_could_not(
    tmp_path: Path, form: str, field: str, cells: int
) -> None:
    tree = copy.deepcopy(FULL)
    tree["plans"][0]["commitments"][0]["milestones"][0][field] = 3
    source, target = tmp_path / "plan.json", tmp_path / "plan.docx"
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert ogl.convert(source, target, to_format=form, language="fr", draft=True, read_back=False).written
    said = [cell.text for table in docx.Document(str(target)).tables for row in table.rows for cell in row.cells]
    assert said.count(f"— {labels()['note.unusable'].texts['fr']}") == cells
    document = ogl.read(target).document
    assert document is not None
    assert field not in document.tree["plans"][0]["commitments"][0]["milestones"][0]


def test_the_exit_code_tells_whether_a_draft_was_written(tmp_path: Path) -> None:
    faulty, broken, target = tmp_path / "faulty.json", tmp_path / "broken.json", tmp_path / "plan.html"
    faulty.write_text(json.dumps(INCOMPLETE), encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    for source, told in ((broken, 1), (faulty, 0)):
        assert main(["convert", str(source), str(target), "--draft"]) == told
        assert target.exists() == (told == 0)
    assert main(["convert", str(faulty), str(tmp_path / "copy.yaml")]) == 1  # written as it is: errors decide
    assert (tmp_path / "copy.yaml").exists()


def test_a_draft_of_a_whole_package_says_that_it_is_one(tmp_path: Path) -> None:
    package = data_folder("examples") / "oriental.json"
    for target, draft_wanted in ((tmp_path / "draft.html", True), (tmp_path / "plan.html", False)):
        assert ogl.convert(package, target, language="fr", draft=draft_wanted).written
    draft_page, page = (tmp_path / name for name in ("draft.html", "plan.html"))
    assert len(draft_page.read_bytes()) > len(page.read_bytes())


def test_formats_that_show_no_drafts_refuse(tmp_path: Path) -> None:
    with pytest.raises(OptionError) as refused:
        ogl.convert(data_folder("examples") / "oriental.json", tmp_path / "x.xlsx", draft=True)
    assert refused.value.code == "tool/no-draft"


def test_gaps_are_not_read_back_as_words(tmp_path: Path) -> None:
    source, target = tmp_path / "plan.json", tmp_path / "plan.docx"
    source.write_text(json.dumps(INCOMPLETE), encoding="utf-8")
    assert ogl.convert(source, target, language="fr", draft=True).written
    document = ogl.read(target).document
    assert document is not None
    plan = document.tree["plans"][0]
    assert "title" not in plan
    milestones = [milestone for commitment in plan["commitments"] for milestone in commitment.get("milestones", [])]
    assert [milestone.get("title") for milestone in milestones] == [{"fr": "Jalon"}, None]


def test_values_of_what_is_cut_in_its_list_and_with_it_are_counted_once() -> None:
    tree = copy.deepcopy(FULL)
    tree["assessments"] = [{"id": "org.test:a", "instrument": "ogp_local_inception", "summary": {"fr": "Résumé"}}]
    drafted = draft(tree)
    assert drafted is not None
    assert drafted.cuts == ("/assessments/0", "/assessments")
    findings = ogl.validate(json.dumps(tree).encode()).findings
    assert list(left_out_beside(tree, drafted.cuts, findings)) == [("/assessments/0", 2)]
