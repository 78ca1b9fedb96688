"""Pages of OGP's site, pasted and saved: what is read, what is kept, what is said."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.document import Import
from opengov_local.formats.ogp_pages.page_format import read
from opengov_local.importing.options import ImportOptions


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = _load("made_up")
OPTIONS = ImportOptions(id_prefix="test.made-up", today=date(2026, 1, 1))


def reading(text: str | bytes) -> Import:
    return read(text if isinstance(text, bytes) else text.encode(), "page.txt", options=OPTIONS)


def tree_of(done: Import) -> dict[str, Any]:
    assert done.document
    tree: dict[str, Any] = done.document.tree
    return tree


def codes(done: Import) -> set[str]:
    return {finding.code for finding in done.findings}


def unaccounted(done: Import, text: str) -> list[int]:
    assert done.account
    known = {entry.piece.place.row for entry in done.account.entries}
    return [number for number, line in enumerate(text.splitlines(), start=1) if line.strip() and number not in known]


def test_commitment_page() -> None:
    done = reading(PAGES.COMMITMENT)
    (plan,) = tree_of(done)["plans"]
    (commitment,) = plan["commitments"]
    assert plan["title"] == {"en": "Action plan – Oujda, Morocco, 2025 – 2027"}
    assert plan["framework"] == "ogp_local"
    assert plan["period"] == {"start": "2025", "end": "2027"}
    assert commitment["identifiers"] == [{"scheme": "OGP", "value": "MAXYZ0007"}]
    assert commitment["title"] == {"en": "A made-up portal for made-up permits"}
    assert (commitment["start"], commitment["end"]) == ("2025-07", "2027-07")
    assert [party["name"]["en"] for party in commitment["supporting"]] == [
        "Synthetic Department of Portals",
        "Made-up Association, Friends of Permits",
    ]
    assert commitment["policy_areas"] == ["open_data", "asset_disclosure", "anti_corruption_and_integrity"]
    assert [item["value"] for item in commitment["ogp_values"]] == ["access_to_information", "civic_participation"]
    assert commitment["problem"]["en"] == "Nobody finds the made-up forms.\nProblem: there are too many of them."
    assert commitment["status_quo"]["en"] == "• Three counters\n• No site"
    assert commitment["solution_path"]["en"] == "People will find the forms."
    assert "sectors" not in commitment
    assert {"import/named-again", "import/code-unknown"} <= codes(done)
    assert unaccounted(done, PAGES.COMMITMENT) == []


def test_milestones_of_a_page() -> None:
    (plan,) = tree_of(reading(PAGES.COMMITMENT))["plans"]
    first, second = plan["commitments"][0]["milestones"]
    assert (first["number"], first["title"], first["deliverable"]) == (
        "1",
        {"en": "Draft the made-up plan"},
        {"en": "A draft"},
    )
    assert (first["due"], first["status"]) == ("2025-12", {"code": "completed", "original": "Completed"})
    assert (second["start"], second["due"], second["status"]["code"]) == ("2026-01", "2027-Q1", "in_progress")
    assert "start" not in first


def test_the_member_is_tied_to_the_register() -> None:
    done = reading(PAGES.COMMITMENT)
    (member,) = tree_of(done)["collectivities"]
    assert member["name"] == {"en": "Oujda"}
    assert member["country"] == "MA"
    assert member["identifiers"] == [{"scheme": "MA-HCP", "value": "02.411.01.23"}]
    assert tree_of(done)["plans"][0]["collectivities"] == [member["id"]]
    assert "import/territory-recognised" in codes(done)


def test_an_unknown_place_gets_no_code() -> None:
    done = reading(PAGES.COMMITMENT.replace("Oujda", "Nowhere-les-Bains"))
    (member,) = tree_of(done)["collectivities"]
    assert member["name"] == {"en": "Nowhere-les-Bains"}
    assert "identifiers" not in member
    assert "import/territory-unknown" in codes(done)


def test_plan_page() -> None:
    done = reading(PAGES.PLAN)
    (plan,) = tree_of(done)["plans"]
    assert plan["period"] == {"start": "2025", "end": "2027-06"}
    assert plan["term_end"] == "2027-09"
    (submission,) = plan["submissions"]
    assert (submission["date"], submission["to"]) == ("2025-05-22", "ogp_local")
    assert plan["leads"] == [{"name": {"en": "Made-up Department of Openness"}}]
    assert plan["foreword"] == {"en": "A made-up foreword.\nIn two paragraphs."}
    assert plan["strategic_vision"] == {"en": "That everything made up is open."}
    assert "commitments" not in plan
    assert unaccounted(done, PAGES.PLAN) == []


def test_years_of_title_and_end_that_differ_are_said() -> None:
    assert "import/years-differ" in codes(reading(PAGES.PLAN.replace("June 2027", "June 2028")))
    assert "import/years-differ" not in codes(reading(PAGES.PLAN))


def test_french_page_of_a_country() -> None:
    done = reading(PAGES.FRENCH)
    tree = tree_of(done)
    (plan,) = tree["plans"]
    (commitment,) = plan["commitments"]
    assert plan["framework"] == "ogp_national"
    assert tree["organizations"][0]["country"] == "MA"
    assert (commitment["start"], commitment["end"]) == ("2018-08-30", "2020-08-30")
    assert commitment["problem"] == {"fr": "Personne ne trouve rien d'inventé."}
    assert commitment["action"] == {"fr": "Ouvrir le portail inventé."}
    assert commitment["additional_information"] == {"fr": "Le budget est inventé."}
    assert [party["name"] for party in commitment["leads"]] == [{"fr": "Ministère inventé des portails"}]
    (assessment,) = tree["assessments"]
    answers = {answer["criterion"]: answer.get("answer") for answer in assessment["answers"]}
    assert answers == {
        "verifiability": "verifiability.yes",
        "potential_for_results": None,
        "completion": "completion.limited",
    }
    assert {"import/translated-page", "import/answer-unknown"} <= codes(done)
    assert unaccounted(done, PAGES.FRENCH) == []


def test_contacts_are_left_out_everywhere() -> None:
    done = reading(PAGES.FRENCH)
    assert done.account
    everything = f"{tree_of(done)} {done.account.as_dict()} {[finding.as_dict() for finding in done.findings]}"
    assert "Une Personne Inventée" not in everything
    assert "example.org" not in everything
    assert "500 000 000" not in everything
    assert "import/contact-left-out" in codes(done)


@pytest.mark.parametrize("name", ["COMMITMENT", "PLAN", "FRENCH"])
def test_saved_html_says_the_same(name: str) -> None:
    text = getattr(PAGES, name)
    pasted, saved = tree_of(reading(text)), tree_of(reading(PAGES.as_html(text)))

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in {"id", "sources", "x_unmapped", "status_quo"}}
        return [bare(item) for item in value] if isinstance(value, list) else str(value).partition(":")[0]

    assert bare(saved) == bare(pasted)


@pytest.mark.parametrize("marks", ["## {}", "**{}**", "{}:", "  {}  "])
def test_labels_in_other_dress(marks: str) -> None:
    text = PAGES.COMMITMENT
    for label in ("Problem", "Action", "Commitment ID"):
        text = text.replace(f"\n{label}\n", f"\n{marks.format(label)}\n")
    assert _fields(text) == _fields(PAGES.COMMITMENT)


def _fields(text: str) -> list[str]:
    return sorted(tree_of(reading(text))["plans"][0]["commitments"][0])


def test_a_label_without_value_says_nothing() -> None:
    (plan,) = tree_of(reading(PAGES.COMMITMENT.replace("Commitment Start: Jul 2025", "Commitment Start:")))["plans"]
    assert "start" not in plan["commitments"][0]


def test_a_date_that_is_none_is_kept() -> None:
    done = reading(PAGES.COMMITMENT.replace("Jul 2025", "soon, perhaps"))
    (plan,) = tree_of(done)["plans"]
    assert "start" not in plan["commitments"][0]
    assert plan["commitments"][0]["schedule"] == {"und": "soon, perhaps"}
    assert "import/date-unread" in codes(done)


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "source/empty-file"), (b"%PDF-1.7 x", "source/wrong-kind"), (b"PK\x03\x04aaaa", "source/wrong-kind")],
)
def test_what_is_no_page_is_refused(data: bytes, code: str) -> None:
    done = reading(data)
    assert done.document is None
    assert codes(done) == {code}


def test_labels_of_running_text_alone_make_no_page() -> None:
    made = read("Topic 3 : Données fictives\nMilestones\nActions Undertaken\nPlan de communication\n100%\n".encode())
    assert [finding.code for finding in made.findings if finding.severity == "error"] == ["import/nothing-recognised"]
    assert made.account is not None
    assert made.account.counts["unmapped"] == 5


def test_another_text_is_not_understood() -> None:
    done = reading("Some made-up words\nand some more")
    assert "import/nothing-recognised" in codes(done)
    assert done.account
    assert done.account.counts["unmapped"] == 2


@given(st.text(max_size=300), st.integers(0, 40))
def test_words_anywhere_in_a_page_never_raise_and_are_accounted_for(words: str, where: int) -> None:
    lines = PAGES.COMMITMENT.splitlines()
    lines.insert(where, words)
    done = reading("\n".join(lines).encode("utf-8", "replace"))
    assert done.account
    assert done.document


@given(st.binary(max_size=200))
def test_bytes_never_raise(data: bytes) -> None:
    done = reading(data)
    assert done.document or done.findings


def test_blocks_on_one_line_of_html_are_told_apart() -> None:
    done = reading(PAGES.as_html(PAGES.PLAN + "\nOne more made-up line." * 80).replace("\n", ""))
    assert done.account
    places = {entry.piece.place for entry in done.account.entries}
    assert len(places) > 80
    assert tree_of(done)["plans"][0]["strategic_vision"]["en"].count("One more") == 80


@given(st.text(alphabet="<>/abdivliptr =\"'!-&;#x0\n", max_size=200))
def test_broken_html_never_raises(text: str) -> None:
    assert reading(f"<html><body>{text}").document


def test_real_pages(corpus: Path) -> None:
    folder = corpus / "ogp-web-pages"
    commitment = read((folder / "agadir-MAAGD0001.en.excerpt.txt").read_bytes(), "a.txt", options=OPTIONS)
    (plan,) = tree_of(commitment)["plans"]
    (promise,) = plan["commitments"]
    assert (promise["start"], promise["end"]) == ("2025-07", "2027-07")
    assert {"problem", "status_quo", "action", "ogp_values", "supporting"} <= set(promise)
    assert tree_of(commitment)["collectivities"][0]["identifiers"] == [{"scheme": "MA-HCP", "value": "09.001.01.01"}]
    page = read((folder / "agadir-action-plan-2025-2027.en.excerpt.txt").read_bytes(), "a.txt", options=OPTIONS)
    (plan,) = tree_of(page)["plans"]
    assert (plan["period"], plan["term_end"]) == ({"start": "2025", "end": "2027-07"}, "2027-09")
    assert plan["submissions"][0]["date"] == "2025-05-22"
    assert page.account
    assert page.account.counts["unmapped"] == 0


@pytest.mark.parametrize("part", ["<!--", "<a ", "<div>", "<p x='", "&#", "<![CDATA[", "((", "a: ", "1|2|3\n"])
def test_parts_repeated_without_end_are_read_all_the_same(part: str) -> None:
    done = reading(f"<html><body>{part * 5000}")
    assert done.document


def test_milestones_with_labelled_lines_and_why_a_value_is_served() -> None:
    text = PAGES.COMMITMENT.split("\nWhat OGP value")[0] + (
        "\nWhat OGP value is this commitment relevant to?\nAccess to information\n"
        "Why is this commitment relevant to this value?\nMade-up data is public.\n"
        "Milestones\n1 - Draft\nStart: Sep 2025\nEnd: Dec 2025\n2 - Open\nEnd: Jan 2026\n"
    )
    done = reading(text)
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    said = [{name: step.get(name) for name in ("number", "title", "start", "due")} for step in commitment["milestones"]]
    assert said == [
        {"number": "1", "title": {"en": "Draft"}, "start": "2025-09", "due": "2025-12"},
        {"number": "2", "title": {"en": "Open"}, "start": None, "due": "2026-01"},
    ]
    whys = {each["value"]: each.get("why") for each in commitment["ogp_values"]}
    assert whys == {"access_to_information": {"en": "Made-up data is public."}, "civic_participation": None}
    assert not unaccounted(done, text)


def test_milestones_of_which_one_has_no_line_of_its_own_are_not_split() -> None:
    text = PAGES.COMMITMENT.split("\nMilestones")[0] + "\nMilestones\n1 - Draft\n2 - Open\nEnd: Jan 2026\n"
    done = reading(text)
    assert "milestones" not in tree_of(done)["plans"][0]["commitments"][0]
    assert "import/milestones-not-split" in codes(done)


def test_commitments_that_a_plan_page_leads_to() -> None:
    done = reading(PAGES.PLAN + "\nCommitments\nMade-up data (MAXYZ0001)\nRead more\n")
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    assert commitment["title"] == {"en": "Made-up data"}
    assert commitment["identifiers"] == [{"scheme": "OGP", "value": "MAXYZ0001"}]


@pytest.mark.parametrize("label", ["Área de política primaria", "Área política principal"])
def test_a_label_below_a_list_is_none_of_its_items(label: str) -> None:
    text = PAGES.COMMITMENT.replace(
        "Primary Policy Area: Open Data, Asset Disclosure, Made-up Area", f"{label}:\n\nOpen Data"
    )
    (commitment,) = tree_of(reading(text))["plans"][0]["commitments"]
    assert [party["name"]["en"] for party in commitment["supporting"]] == [
        "Synthetic Department of Portals",
        "Made-up Association, Friends of Permits",
    ]
    assert commitment["policy_areas"] == ["open_data"]


def test_an_unknown_label_below_a_list_is_said_and_what_stands_below_it_kept() -> None:
    text = PAGES.COMMITMENT.replace("Primary Policy Area: Open Data", "Made-up theme:\n\nOpen Data")
    done = reading(text)
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    assert len(commitment["supporting"]) == 2
    assert "policy_areas" not in commitment
    assert [kept["label"] for kept in commitment["x_unmapped"] if kept["text"].startswith("Open Data")] == [
        "Made-up theme"
    ]
    assert [f.params["text"] for f in done.findings if f.code == "import/label-unknown"] == ["Made-up theme"]


def test_a_colon_in_running_text_ends_nothing() -> None:
    text = PAGES.COMMITMENT.replace("Nobody finds the made-up forms.", "Nobody finds these:\n\n• forms")
    (commitment,) = tree_of(reading(text))["plans"][0]["commitments"]
    assert commitment["problem"]["en"].startswith("Nobody finds these:")


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("Made-up City, Ghana", "municipality"),
        ("Made-up County, Kenya", "county"),
        ("Región de Inventada, Chile", "region"),
        ("Inventada, Spain", "other"),
    ],
)
def test_a_place_outside_the_register_has_the_kind_that_its_name_tells_and_that_is_said(member: str, kind: str) -> None:
    text = PAGES.PLAN.replace("Oujda, Morocco", member)
    done = reading(text)
    (place,) = tree_of(done)["collectivities"]
    assert place["kind"] == kind
    said = [finding.params["value"] for finding in done.findings if finding.params.get("field") == "kind"]
    assert said == [kind]


def test_the_kind_that_an_earlier_package_has_is_no_guess() -> None:
    text = PAGES.PLAN.replace("Oujda, Morocco", "Inventada, Spain")
    base = tree_of(reading(text))
    base["collectivities"][0]["kind"] = "municipality"
    options = ImportOptions(id_prefix="test.made-up", today=date(2026, 1, 1), base=base)
    done = read(text.encode(), "page.txt", options=options)
    assert tree_of(done)["collectivities"][0]["kind"] == "municipality"
    assert "import/taken-from-base" in codes(done)


def test_the_number_of_a_listed_commitment_may_stand_before_its_title() -> None:
    text = "Action plan – Marrakech, Morocco, 2026 – 2028\nCommitments\nMAMAR0001: Open lighting data\nMore to come"
    (plan,) = tree_of(reading(text))["plans"]
    (commitment,) = plan["commitments"]
    assert commitment["title"] == {"en": "Open lighting data"}
    assert commitment["identifiers"] == [{"scheme": "OGP", "value": "MAMAR0001"}]
