"""Plans as CSV for Decidim: they pass its importer, and come back as they were."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.decidim.importer import Site
from tests.formats.decidim.reads import OPTIONS, tree

from opengov_local.errors import OptionError, TargetError
from opengov_local.finding import Finding, Parameter
from opengov_local.formats.decidim.csv_format import write
from opengov_local.formats.decidim.decidim_format import is_decidim, read
from opengov_local.formats.decidim.markup import to_plain
from opengov_local.formats.grids import Book, read_csv
from opengov_local.formulas import unguarded
from opengov_local.messages import render
from opengov_local.messages.labels import label
from opengov_local.model import Package

_WORDS = st.text(st.sampled_from("abéع1<>&;\"'=-+@,|("), min_size=1, max_size=8).map(lambda text: f"{text}a")
_LINES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_PROSE = st.lists(_LINES, min_size=1, max_size=3).map("\n".join)
_DAYS = st.sampled_from(["2024-02-29", "2025-12-31"])
_STATUSES = st.sampled_from(
    [{"code": "in_progress"}, {"code": "completed", "original": "Réalisé"}, {"code": "delayed", "original": "xyz"}]
)
_SITE_STATUSES = {"completed": "8", "in_progress": "6", "delayed": "7"}


def _texts(words: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.builds(lambda fr, more: {"fr": fr, **more}, words, st.dictionaries(st.just("ar"), words, max_size=1))


@st.composite
def packages(draw: st.DrawFn) -> dict[str, Any]:
    """Gives a package with what a file of Decidim can hold."""
    count = iter(range(1, 1000))

    def made(**fields: st.SearchStrategy[Any]) -> dict[str, Any]:
        number = next(count)
        tree: dict[str, Any] = {"id": f"org.example.fictive:o-{number}", "title": draw(_texts(_LINES))}
        if draw(st.booleans()):
            tree["identifiers"] = [{"scheme": "DECIDIM", "value": str(number)}]
        chosen = draw(st.sets(st.sampled_from(sorted(fields)))) if fields else set()
        return tree | {name: draw(fields[name]) for name in sorted(chosen)}

    common: dict[str, st.SearchStrategy[Any]] = {
        "description": _texts(_PROSE),
        "additional_information": _texts(_PROSE),
        "start": _DAYS,
        "status": _STATUSES,
        "progress": st.integers(0, 100),
    }
    axes = [made() | {"identifiers": [{"scheme": "DECIDIM", "value": str(n)}]} for n in range(draw(st.integers(0, 2)))]
    commitments = []
    for _ in range(draw(st.integers(0, 3))):
        problem = {"problem": _texts(_PROSE), "schedule": _texts(_LINES)}
        commitment = made(**common, **problem, end=_DAYS)
        if axes and draw(st.sampled_from(["with", ""])):
            commitment["axes"] = [draw(st.sampled_from(axes))["id"]]
        milestones = [made(**common, deliverable=_texts(_PROSE), due=_DAYS) for _ in range(draw(st.integers(0, 2)))]
        commitments.append(commitment | ({"milestones": milestones} if milestones else {}))
    plan: dict[str, Any] = {"id": "org.example.fictive:plan", "title": {"fr": "Plan fictif"}, "framework": "other"}
    plan |= {name: items for name, items in (("axes", axes), ("commitments", commitments)) if items}
    return {"schema_version": "0.1", "id": "org.example.fictive:package", "plans": [plan]}


def _written(tree: dict[str, Any], **options: Any) -> bytes:
    return write(Package.model_validate(tree), language="fr", **options).data


def _results(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for top in plan.get("commitments", ()) for each in (top, *top.get("milestones", ()))]


@settings(max_examples=50)
@given(packages())
def test_what_we_write_passes_the_importer_whole(tree: dict[str, Any]) -> None:
    categories = frozenset("01")
    site = Site(statuses=frozenset(_SITE_STATUSES.values()), categories=categories)
    assert site.take(_written(tree, status_ids=_SITE_STATUSES)) == []
    assert site.destroyed == []
    plan = tree["plans"][0]
    assert len(site.results) == len(_results(plan))
    by_title = {number: unguarded(each["title"]["fr"]) for number, each in site.results.items()}
    children = [(each["title"]["fr"], top["title"]["fr"]) for top in plan.get("commitments", ())
                for each in top.get("milestones", ())]  # fmt: skip
    below = [(by_title[number], by_title[int(each["parent"])]) for number, each in site.results.items()
             if each["parent"]]  # fmt: skip
    plain = [tuple(" ".join(title.split()) for title in pair) for pair in children]
    assert sorted(below) == sorted(plain)


@settings(max_examples=50)
@given(packages())
def test_what_a_file_holds_comes_back_as_it_was(before: dict[str, Any]) -> None:
    plan = before["plans"][0]
    done = read(_written(before), "Plan fictif.csv", options=OPTIONS)
    if not plan.get("commitments"):
        return
    (after,) = tree(done)["plans"]
    assert [_plain(each, plan) for each in plan["commitments"]] == [
        _plain(each, after) for each in after["commitments"]
    ]


def _plain(value: dict[str, Any], plan: dict[str, Any]) -> dict[str, Any]:
    """Gives what counts of a result: without ids, with the titles of its axes, milestones below it."""
    titles = {axis["id"]: axis["title"] for axis in plan.get("axes", ())}
    left_out = ("id", "x_unmapped", "axes", "milestones", "status")
    kept = {name: held for name, held in value.items() if name not in left_out}
    status = value.get("status", {})
    return kept | {
        "status": (status.get("code"), status.get("original") or status.get("code")),
        "axes": [titles[each] for each in value.get("axes", ())],
        "milestones": [_plain(each, plan) for each in value.get("milestones", ())],
    }


def _package(**commitment: Any) -> dict[str, Any]:
    title = {"title": {"fr": "Un"}}
    plan = {
        "id": "org.example.fictive:p",
        "title": {"fr": "Plan fictif"},
        "framework": "other",
        "commitments": [{"id": "org.example.fictive:c", **title, **commitment}],
    }
    return {"schema_version": "0.1", "id": "org.example.fictive:x", "plans": [plan]}


def _rows(tree: dict[str, Any], **options: Any) -> list[dict[str, str]]:
    text = _written(tree, **options).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _found(tree: dict[str, Any], **options: Any) -> tuple[Finding, ...]:
    return write(Package.model_validate(tree), language="fr", **options).findings


def _said(tree: dict[str, Any], **options: Any) -> set[str]:
    return {each.code for each in _found(tree, **options)}


def _without_place(tree: dict[str, Any]) -> dict[object, tuple[str, ...]]:
    """Gives the fields that are said to have no place in the file, by concept."""
    lost = [each.params for each in _found(tree) if each.code == "export/not-in-decidim"]
    return {params["concept"]: params["fields"] for params in lost}  # type: ignore[misc] # names


def test_the_header_is_that_of_an_export_and_is_known_again() -> None:
    data = _written(_package())
    head = data.split(b"\n", 1)[0].decode()
    assert head == (
        "id;category/id;category/name/fr;scope/id;scope/name/fr;parent/id;title/fr;description/fr;start_date;end_date;"
        "status/id;status/key;status/name/fr;progress;created_at;url;component/id;proposal_urls"
    )
    book = read_csv(data, None)
    assert isinstance(book, Book)
    assert is_decidim(book)


def test_new_results_have_no_number_unless_milestones_need_one_for_the_import() -> None:
    (alone,) = _rows(_package())
    assert alone["id"] == ""
    milestones = [{"id": "org.example.fictive:m", "title": {"fr": "Étape"}}]
    parent, child = _rows(_package(milestones=milestones))
    assert parent["id"] == child["parent/id"] == "2000000001"
    assert child["id"] == ""
    done = read(_written(_package(milestones=milestones)), "x.csv", options=OPTIONS)
    assert "identifiers" not in tree(done)["plans"][0]["commitments"][0]


def test_a_number_that_two_results_share_is_written_once() -> None:
    same = {"identifiers": [{"scheme": "DECIDIM", "value": "7"}]}
    tree = _package(**same)
    tree["plans"][0]["commitments"].append({"id": "org.example.fictive:d", "title": {"fr": "Deux"}, **same})
    assert [row["id"] for row in _rows(tree)] == ["7", ""]


def test_dates_that_are_no_days_are_left_out_and_said() -> None:
    tree = _package(start="2024-07", end="2025")
    (row,) = _rows(tree)
    assert (row["start_date"], row["end_date"]) == ("", "")
    assert {"start", "end"} <= {*_without_place(tree)["Commitment"]}


def test_a_text_missing_in_the_main_language_is_that_of_another_and_said() -> None:
    tree = _package(title={"ar": "التزام"}, description={"ar": "نص"})
    (row,) = _rows(tree)
    assert row["title/fr"] == row["title/ar"] == "التزام"
    assert row["description/fr"] == "<p>نص</p>"
    assert "export/other-language" in _said(tree)


def test_a_result_without_description_gets_a_dash_that_is_not_read_back() -> None:
    tree_before = _package()
    assert _rows(tree_before)[0]["description/fr"] == "<p>—</p>"
    assert "export/decidim-description-filled" in _said(tree_before)
    done = read(_written(tree_before), "x.csv", options=OPTIONS)
    assert "description" not in tree(done)["plans"][0]["commitments"][0]


@pytest.mark.parametrize("title", ["=1+1", "@SUM(1)", "+212", "-5(A1)", "'=1", "\t=1", "''-1"])
def test_no_cell_begins_like_a_formula_and_titles_come_back(title: str) -> None:
    before = _package(title={"fr": title})
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in _rows(before) for cell in row.values())
    done = read(_written(before), "x.csv", options=OPTIONS)
    assert tree(done)["plans"][0]["commitments"][0]["title"]["fr"] == title.strip()


@pytest.mark.parametrize("run", ["=1+1", "+cmd|'/c calc'!A0", "-A1(2)", "@SUM(1)", "==1", "'=1", '=HYPERLINK("x")'])
def test_no_part_of_a_cell_begins_like_a_formula_and_texts_come_back(run: str) -> None:
    text = f"{run};{run} a, {run}|{run}"
    before = _package(
        title={"fr": text, "ar": text},
        description={"fr": f"{text}\n{text}\n\n- publier\n- suivre"},
        problem={"fr": f"R&D;{text}"},
        status={"code": "completed", "original": text},
        axes=["org.example.fictive:a"],
    )
    before["plans"][0]["axes"] = [{"id": "org.example.fictive:a", "title": {"fr": text}}]
    data = _written(before)
    parts = [part for line in data.decode().splitlines() for part in re.split(r"[,;|\t]", line)]
    parts += [part for row in _rows(before) for cell in row.values() for part in re.split(r"[,;|\t\r\n]", cell)]
    assert not [part for part in parts if part.strip(' \u00a0"').startswith(("=", "@", "+", "-", "＝"))]
    (site := Site()).take(data)
    (taken,) = site.results.values()
    assert unguarded(taken["title"]["fr"]) == text
    assert (
        to_plain(taken["description"]["fr"].partition("<h4>")[0]).text
        == before["plans"][0]["commitments"][0]["description"]["fr"]
    )
    (after,) = tree(read(data, "x.csv", options=OPTIONS))["plans"]
    (commitment,) = after["commitments"]
    for name in ("title", "description", "problem"):
        assert commitment[name] == before["plans"][0]["commitments"][0][name], name
    assert commitment["status"]["original"] == text
    assert after["axes"][0]["title"] == {"fr": text}


def test_numbers_and_lists_stay_as_they_are() -> None:
    before = _package(title={"fr": "-5"}, description={"fr": "- publier (2025); - suivre, +212 5 37"})
    (row,) = _rows(before)
    assert (row["title/fr"], row["description/fr"]) == ("-5", "<p>- publier (2025); - suivre, +212 5 37</p>")


def test_statuses_need_the_numbers_of_the_site() -> None:
    tree = _package(status={"code": "completed", "original": "Réalisé"})
    assert "export/decidim-status-without-number" in _said(tree)
    assert _rows(tree)[0]["status/id"] == ""
    assert _rows(tree, status_ids="completed=8, in_progress=6")[0]["status/id"] == "8"
    assert "export/decidim-status-without-number" not in _said(tree, status_ids={"completed": "8"})


@pytest.mark.parametrize("given", ["fini=8", "completed", "completed=x"])
def test_numbers_of_statuses_that_mean_nothing_are_refused(given: str) -> None:
    with pytest.raises(OptionError):
        _written(_package(), status_ids=given)


def test_what_has_no_place_is_said_with_its_fields() -> None:
    tree = _package(leads=[{"name": {"fr": "Mairie"}}], sdgs=[16], number="3", x_rank=1)
    tree["plans"][0]["foreword"] = {"fr": "Mot"}
    tree["progress_updates"] = [
        {"id": "org.example.fictive:u", "target": "org.example.fictive:c", "text": {"fr": "Avance"}}
    ]
    assert {concept: {*fields} for concept, fields in _without_place(tree).items()} == {
        "Commitment": {"leads", "sdgs", "number", "x_rank"},
        "ActionPlan": {"title", "framework", "foreword"},
        "Package": {"progress_updates"},
    }


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_fields_without_a_place_are_called_by_their_titles(language: str) -> None:
    params: dict[str, Parameter] = {"concept": "Commitment", "fields": ("leads", "x_rank"), "count": 2}
    said = render(Finding("export/not-in-decidim", "warning", params=params), language)
    assert label("Commitment", None, language) in said
    assert label("Commitment", "leads", language) in said
    assert "x_rank" in said


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("code", ["export/not-in-workbook", "export/characters-replaced"])
def test_a_field_without_a_place_is_called_by_its_title(code: str, language: str) -> None:
    said = render(Finding(code, "warning", params={"field": "Commitment.leads", "count": 2}), language)
    assert label("Commitment", "leads", language) in said
    assert "Commitment.leads" in said
    own = render(Finding(code, "warning", params={"field": "Commitment.x_rank", "count": 2}), language)
    assert "Commitment.x_rank" in own


def test_one_plan_of_several_and_no_plan() -> None:
    tree = _package()
    tree["plans"].append({"id": "org.example.fictive:q", "title": {"fr": "Autre"}, "framework": "other"})
    assert "export/decidim-plans-joined" in _said(tree)
    assert _rows(tree, plan="org.example.fictive:q") == []
    with pytest.raises(OptionError):
        _written(tree, plan="org.example.fictive:z")
    with pytest.raises(TargetError):
        _written({"schema_version": "0.1", "id": "org.example.fictive:x"})


def test_lines_and_characters_that_would_end_the_file_early() -> None:
    tree = _package(title={"fr": "Un\r\n\r\ndeux\x00"}, description={"fr": "a\r\n\r\nb\x0b"})
    (row,) = _rows(tree)
    assert row["title/fr"] == "Un deux\ufffd"
    assert row["description/fr"] == "<p>a</p><p>b\ufffd</p>"
    assert "export/unprintable-character" in _said(tree)
    assert Site().take(_written(tree)) == []


def test_contacts_in_texts_are_left_out_and_counted_unless_they_are_asked_for() -> None:
    tree = _package(description={"fr": "Contact : 0661234567, quelquun@gmail.com"})
    written = write(Package.model_validate_json(json.dumps(tree)))
    assert b"0661234567" not in written.data
    assert b"quelquun" not in written.data
    assert [(it.params["what"], it.params["count"]) for it in written.findings if it.code == "export/left-out"] == [
        ("contacts", 2)
    ]
    kept = write(Package.model_validate_json(json.dumps(tree)), with_contacts=True)
    assert b"0661234567, quelquun@gmail.com" in kept.data
    assert "export/left-out" not in {it.code for it in kept.findings}
