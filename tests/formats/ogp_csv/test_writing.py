"""OGP's commitments spreadsheet as it is written, and read back; packages and rows are made up."""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.formats.ogp_csv.rows import rows
from tests.formats.ogp_csv.test_ogp_csv import OPTIONS, ROW, table
from tests.formats.workbook.packages import TEXTS, packages

from opengov_local import dump, load
from opengov_local.account import cell_name
from opengov_local.errors import OptionError, TargetError
from opengov_local.finding import Finding
from opengov_local.formats.grids import read_book
from opengov_local.formats.ogp_csv import full_text, settling
from opengov_local.formats.ogp_csv.columns import columns
from opengov_local.formats.ogp_csv.csv_format import read
from opengov_local.formats.ogp_csv.full_text import QUESTIONS
from opengov_local.formats.ogp_csv.row_cells import Rows
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.ogp_csv.writing import _csv as csv_of
from opengov_local.formats.ogp_pages.narrative import without_officials
from opengov_local.formulas import guarded, unguarded
from opengov_local.model import Commitment, Package
from opengov_local.privacy.contacts import without_contacts

PLAIN_TEXTS = st.dictionaries(
    st.sampled_from(["ar", "fr"]),
    st.lists(st.text(st.sampled_from("abcdéمن"), min_size=1), min_size=1, max_size=3).map(" ".join),
    min_size=1,
)
_NAMES = [column.name for column in columns()]


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def _counts(findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {
        f"{f.code} {f.params.get('field', f.params.get('what', ''))}".strip(): f.params.get("count", 0)
        for f in findings
    }


def _package(commitment: dict[str, Any], **plan: Any) -> Package:
    plans = [
        {
            "id": "org.example:pl-1",
            "title": {"en": "Plan"},
            "framework": "ogp_local",
            "commitments": [{"id": "org.example:c-1", "title": {"en": "A portal"}, **commitment}],
            **plan,
        }
    ]
    return Package.model_validate({"schema_version": "0.1", "id": "org.example:pk-1", "plans": plans})


def test_the_columns_are_those_of_the_spreadsheet() -> None:
    lines = dump(_package({}), "ogp-csv").data.decode("utf-8").splitlines()
    assert next(csv.reader(lines)) == _NAMES


def _cells(data: bytes, name: str) -> list[dict[str, str]]:
    """Gives the rows of a file that was written, without the apostrophes that guard spreadsheets."""
    if name == "ogp-csv":
        return [{heading: unguarded(cell) for heading, cell in row.items()} for row in _rows(data)]
    book = read_book(data, None, "xlsx")
    assert not isinstance(book, Finding)
    head, *lines = book.sheets[0].rows
    return [{str(h): text_of(v) if v is not None else "" for h, v in zip_longest(head, line)} for line in lines]


def _public(row: dict[str, str]) -> dict[str, str]:
    """Gives a row without the contacts of officials."""
    bare = {heading: without_contacts(cell)[0] for heading, cell in row.items()}
    return bare | {"Full Text": without_officials(bare["Full Text"])}


@pytest.mark.parametrize("name", ["ogp-csv", "ogp-xlsx"])
def test_a_made_up_row_comes_out_as_it_went_in(name: str) -> None:
    data = table(ROW)
    written = dump(load(read(data, options=OPTIONS)), name)
    assert _cells(written.data, name) == _rows(data)
    assert "export/cells-written-anew" not in {f.code for f in written.findings}


@pytest.mark.parametrize("name", ["ogp-csv", "ogp-xlsx"])
def test_real_rows_come_out_as_they_went_in(corpus: Path, name: str) -> None:
    data = (corpus / "ogp-data" / "sample_rows.csv").read_bytes()
    before = _rows(data)
    public = list(map(_public, before))
    done = read(data, options=OPTIONS)
    written = dump(load(done), name)
    assert list(before[0]) == _NAMES
    assert _cells(written.data, name) == public
    bare = {
        cell_name(line, _NAMES.index(heading) + 1)
        for line, (row, shown) in enumerate(zip(before, public, strict=True), 2)
        for heading in _NAMES
        if row[heading] != shown[heading]
    }
    assert bare == {f.location.cell for f in done.findings if f.code == "import/contact-left-out"}
    counts = _counts(written.findings)
    guards = sum(cell != guarded(cell) for row in public for cell in row.values())
    assert counts.get("export/formula-guarded", 0) == (guards if name == "ogp-csv" else 0)
    assert not counts.keys() & {"export/cells-written-anew", "export/read-otherwise Commitment.leads"}
    again = read(written.data, options=OPTIONS)
    assert dump(load(again), name).data == written.data
    assert "import/contact-left-out" not in {f.code for f in again.findings}


@pytest.mark.parametrize("name", ["ogp-csv", "ogp-xlsx"])
def test_real_rows_come_out_with_their_contacts_where_they_are_asked_for(corpus: Path, name: str) -> None:
    data = (corpus / "ogp-data" / "sample_rows.csv").read_bytes()
    before = [{heading: text.replace("\r\n", "\n") for heading, text in row.items()} for row in _rows(data)]
    done = read(data, options=replace(OPTIONS, with_contacts=True))
    assert "import/contact-left-out" not in {found.code for found in done.findings}
    package = load(done)
    assert _cells(dump(package, name, with_contacts=True).data, name) == before
    assert dump(package, name).data == dump(load(read(data, options=OPTIONS)), name).data


def test_rows_of_several_plans_keep_their_order() -> None:
    rows = [
        ROW | {"id": str(number), "Action Plan ID": f"AP_MAR0{plan}", "Action Plan Number": str(plan)}
        for number, plan in enumerate((2, 3, 2, 3, 3, 2))
    ]
    package = load(read(table(*rows), options=OPTIONS))
    assert [row["id"] for row in _rows(dump(package, "ogp-csv").data)] == list("012345")
    package.plans[0].commitments.insert(1, Commitment(id="org.example:new", title={"en": "A new one"}))
    assert [row["id"] for row in _rows(dump(package, "ogp-csv").data)] == ["0", "", *"12345"]
    package.plans[0].commitments.reverse()
    assert [row["id"] for row in _rows(dump(package, "ogp-csv").data)] == ["5", "2", "", "0", "1", "3", "4"]


_EDITS: dict[str, Callable[[Commitment], object]] = {
    "Full Text": lambda commitment: commitment.milestones[0].title.update(en="Another draft"),
    "Commitment Number": lambda commitment: setattr(commitment, "number", "5"),
    "End Date": lambda commitment: setattr(commitment, "end", "2025-01"),
    "Supporting Institution(s)": lambda commitment: commitment.supporting.pop(),
    "Digital Participation": lambda commitment: commitment.policy_areas.append("digital_participation"),
}
_ANEW = {
    "Commitment Number": "5",
    "End Date": "January 2025",
    "Supporting Institution(s)": "Made-up Association",
    "Digital Participation": "1",
}


@pytest.mark.parametrize("heading", _EDITS)
def test_a_cell_of_which_the_plan_says_something_else_by_now_is_written_anew(heading: str) -> None:
    done = load(read(table(ROW), options=OPTIONS))
    package = load(dump(done, "json").data)
    _EDITS[heading](package.plans[0].commitments[0])
    written = dump(package, "ogp-csv")
    (row,) = _rows(written.data)
    (finding,) = [f for f in written.findings if f.code == "export/cells-written-anew"]
    changed = {name for name in _NAMES if row[name] != ROW.get(name, "NA")}
    names = finding.params["names"]
    assert isinstance(names, tuple)
    assert changed == set(names)
    assert changed - {"Democratizing Decision-Making"} == {heading}
    assert row[heading] == _ANEW.get(heading, row[heading])
    assert heading != "Full Text" or "Another draft | A draft of it" in row[heading]


def test_the_running_text_is_read_back_into_the_fields_it_was_made_of() -> None:
    texts = [name for name in QUESTIONS if name != "additional_information"]
    commitment = {name: {"en": f"Words of {number}.\nAnd more."} for number, name in enumerate(texts)} | {
        "additional_information": {"en": "No more."},
        "ogp_values": [{"value": "civic_participation", "why": {"en": "By asking."}}],
        "milestones": [
            {"id": "org.example:m-1", "number": "1", "title": {"en": "Draft"}, "due": "2025-Q3"},
            {
                "id": "org.example:m-2",
                "title": {"en": "Opening"},
                "deliverable": {"en": "The portal"},
                "start": "2025-02-03",
                "due": "2026",
                "leads": [{"name": {"en": "A made-up unit"}}],
            },
        ],
        "policy_areas": ["open_data"],
        "start": "2025-H1",
        "end": "2026-07",
    }
    written = dump(_package(commitment), "ogp-csv", language="en")
    (back,) = load(read(written.data, options=OPTIONS)).plans[0].commitments
    tree, expected = back.to_tree(), dict(commitment)
    for milestone in [*tree["milestones"], *expected["milestones"]]:
        del milestone["id"]
    assert {name: tree.get(name) for name in expected} == expected


@pytest.mark.parametrize("field", ["leads", "supporting"])
@pytest.mark.parametrize(
    ("names", "back", "otherwise"),
    [
        (["Made-up Agency", "Made-up Unit and Office, north"], ["Made-up Agency", "Made-up Unit and Office, north"], 0),
        (["Made-up Agency", "Made-up Unit", "Made-up Unit"], ["Made-up Agency", "Made-up Unit"], 1),
        (["Made-up Agency; north"], ["Made-up Agency", "north"], 1),
        (["Made-up Agency;"], ["Made-up Agency"], 1),
    ],
)
def test_bodies_of_a_milestone_come_back_each(field: str, names: list[str], back: list[str], otherwise: int) -> None:
    parties = [{"name": {"en": name}} for name in names]
    milestones = [{"id": "org.example:m-1", "title": {"en": "Opening"}, field: parties}]
    written = dump(_package({"milestones": milestones}), "ogp-csv", language="en")
    (milestone,) = load(read(written.data, options=OPTIONS)).plans[0].commitments[0].milestones
    assert [party.name for party in getattr(milestone, field)] == [{"en": name} for name in back]
    assert _counts(written.findings).get("export/read-otherwise Milestone.leads", 0) == otherwise


@pytest.mark.parametrize("name", ["ogp-csv", "ogp-xlsx"])
@settings(max_examples=15, deadline=None)
@given(made=rows())
def test_any_row_comes_out_as_it_went_in(name: str, made: list[dict[str, str]]) -> None:
    bare = [{heading: unguarded(cell) for heading, cell in row.items()} for row in made]
    done = read(table(*made), options=OPTIONS)
    assert done.document
    try:
        package = Package.model_validate_json(json.dumps(done.document.tree))
    except ValidationError:  # a milestone of which only the date is told, a member of an unknown country
        reject()
    assert _cells(dump(package, name).data, name) == list(map(_public, bare))
    tree = package.to_tree()
    for plan in tree["plans"]:
        for commitment in plan["commitments"]:
            commitment.get("x_ogp_row", {}).pop("digest", None)
    older = Package.model_validate_json(json.dumps(tree))
    assert dump(older, name) == dump(package, name)


def test_rows_are_read_again_only_where_a_plan_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ROW | {"Commitment Unique Identifier": "XX0002", "Action Plan ID": "AP_MAR03", "Action Plan Number": "3"}
    package = load(read(table(ROW, other), options=OPTIONS))
    again: list[str] = []

    def read_again(rows: list[dict[str, str]], *others: Any) -> Any:
        again.extend(row["Commitment Unique Identifier"] for row in rows)
        return close_look(rows, *others)

    close_look = settling._read_again
    monkeypatch.setattr(settling, "_read_again", read_again)
    first = dump(package, "ogp-csv").data
    assert not again
    package.plans[1].commitments[0].title["en"] = "Another title"
    second = dump(package, "ogp-csv").data
    assert set(again) == {"XX0002"}
    assert first.splitlines()[1] == second.splitlines()[1]
    assert b"Another title" in second


_OF_PARTIES = {"Lead Institution", "Supporting Institution(s)"}


@pytest.mark.parametrize("texts", [TEXTS, PLAIN_TEXTS], ids=["tricky", "plain"])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_package_is_read_back_in_the_columns_it_has(texts: st.SearchStrategy[dict[str, str]], data: Any) -> None:
    package = data.draw(packages(texts))
    del package.plans[1:]  # nothing else tells them apart
    assume(package.plans[0].commitments)
    first = dump(package, "ogp-csv", language="fr", with_contacts=True)
    done = read(first.data, options=OPTIONS)
    assume("import/contact-left-out" not in {f.code for f in done.findings})
    again = load(done)
    assert dump(again, "ogp-csv", language="fr").data == first.data
    otherwise = {str(f.params.get("field")) for f in first.findings if f.code == "export/read-otherwise"}
    said = {f.code for f in first.findings}
    uncertain: set[str] = _OF_PARTIES if "Commitment.leads" in otherwise else set()
    if "export/separators-replaced" in said or otherwise - {"Commitment.leads"}:
        uncertain = uncertain | {"Full Text"}
    pairs = zip(_stated(package), _stated(again), strict=True)
    assert not [
        (k, row[k], back[k]) for row, back in pairs for k in row if row[k] and row[k] != back[k] and k not in uncertain
    ]


def _stated(package: Package) -> list[dict[str, str]]:
    """Gives the rows that the model of a package tells, whatever an import kept beside it."""
    return [row for _, row in Rows(package, "fr").of(package.plans, {})]


def test_a_commitment_with_a_description_alone_keeps_its_milestones() -> None:
    tree = {"description": {"en": "Words."}, "milestones": [{"id": "org.example:m-1", "title": {"en": "Draft"}}]}
    (back,) = load(read(dump(_package(tree), "ogp-csv").data, options=OPTIONS)).plans[0].commitments
    assert back.description == {"en": "Words."}
    assert [milestone.title for milestone in back.milestones] == [{"en": "Draft"}]


def test_parents_of_policy_areas_are_implied_and_said() -> None:
    written = dump(_package({"policy_areas": ["tax", "x_own"]}), "ogp-csv")
    (row,) = _rows(written.data)
    assert (row["Tax"], row["Fiscal Openness"], row["Debt"]) == ("1", "1", "0")
    assert _counts(written.findings)["export/ogp-parents-implied"] == 1


def test_half_years_of_which_ogp_has_none_are_said() -> None:
    written = dump(_package({"start": "2025-H1", "end": "2026-H2"}), "ogp-csv")
    assert _counts(written.findings)["export/ogp-half-years"] == 2
    assert "export/ogp-half-years" not in _counts(dump(_package({"start": "2025-Q1"}), "ogp-csv").findings)


def test_none_and_no_data_stay_apart() -> None:
    flags = [column.name for column in columns() if column.reads in ("flag", "value")]
    trees: list[dict[str, Any]] = [{}, {"policy_areas": []}]
    unstated, none = (_rows(dump(_package(tree), "ogp-csv").data)[0] for tree in trees)
    assert {unstated[name] for name in flags} == {""}
    assert {none[name] for name in flags if not name.startswith("OGP Value")} == {"0"}
    assert (unstated["Start Date"], unstated["Verifiable"]) == ("NA", "")


@pytest.mark.parametrize("code", ["NR", "ND", "NA"])
def test_the_three_ways_of_no_answer_come_out(code: str) -> None:
    names = ("Early Results", "_Early Results", "Digital Participation", "OGP Value Technology")
    (after,) = _rows(dump(load(read(table(ROW | dict.fromkeys(names, code)), options=OPTIONS)), "ogp-csv").data)
    assert {after[name] for name in names} == {code}


def test_officials_and_contacts_stand_nowhere_unless_asked_for() -> None:
    person = {"name": {"en": "Invented Person"}, "capacity": "private"}
    commitment = {"problem": {"en": "Ask person@example.org"}, "leads": [{"person": person}]}
    public = dump(_package(commitment), "ogp-csv")
    assert b"Invented" not in public.data
    assert b"@" not in public.data
    assert _counts(public.findings)["export/left-out private_persons"] == 1
    whole = dump(_package(commitment), "ogp-csv", with_contacts=True).data
    assert b"Invented Person" in whole
    assert b"person@example.org" in whole


def test_no_person_stands_as_an_institution() -> None:
    person = {"name": {"en": "Invented Person"}, "role": {"en": "Head of office"}, "capacity": "public_official"}
    office = {"person": {"role": {"en": "Invented Secretary"}, "organization": "org.example:o-1"}}
    commitment = {
        "leads": [{"person": person}, office],
        "supporting": [{"person": person}],
        "milestones": [{"id": "org.example:m-1", "title": {"en": "Step"}, "leads": [{"person": person}]}],
    }
    offices = [{"id": "org.example:o-1", "name": {"en": "Invented Office"}}]
    package = Package.model_validate(_package(commitment).to_tree() | {"organizations": offices})
    for with_contacts, unsaid in ((False, 3), (True, 2)):
        written = dump(package, "ogp-csv", with_contacts=with_contacts)
        (row,) = _rows(written.data)
        assert (row["Lead Institution"], row["Supporting Institution(s)"]) == ("Invented Office", "NA")
        assert _counts(written.findings)["export/not-in-format Party.person"] == unsaid
        assert ("Invented Person, Head of office\nInvented Secretary" in row["Full Text"]) == with_contacts
        assert row["Full Text"].count("Invented Person") == with_contacts
        options = replace(OPTIONS, with_contacts=with_contacts)
        again = load(read(written.data, options=options))
        (back,) = again.plans[0].commitments
        assert [each.to_tree() for each in back.leads] == [{"name": {"en": "Invented Office"}}]
        assert not back.supporting
        assert not back.milestones[0].leads
        assert _rows(dump(again, "ogp-csv", with_contacts=with_contacts).data) == [row]


@pytest.mark.parametrize("text", ["=1+1", "+a", "-b", "@c", "'=d", "\t=e", "＝f"])
def test_no_cell_is_a_formula_and_the_text_comes_back(text: str) -> None:
    written = dump(_package({"title": {"en": f"{text} portal"}}), "ogp-csv", language="en")
    cells = [cell for row in _rows(written.data) for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r＝" and cell[:1]]
    done = read(written.data, options=OPTIONS)
    assert load(done).plans[0].commitments[0].title == {"en": f"{text} portal".strip()}
    assert {"export/formula-guarded"} <= {f.code for f in written.findings}
    assert {"import/apostrophe-removed"} <= {f.code for f in done.findings}


def test_a_person_who_is_private_by_now_stands_in_no_kept_cell() -> None:
    said = "Invented Person leads this.\n\nWhat is the commitment?\n\nInvented Person writes."
    done = read(table(ROW | {"Full Text": said, "Lead Institution": "• Invented Person\n• B"}), options=OPTIONS)
    assert done.document
    tree = copy.deepcopy(done.document.tree)
    assert "Invented Person" in tree["plans"][0]["commitments"][0]["x_ogp_row"]["cells"]["Full Text"]
    person = {"name": {"en": "Invented Person"}, "capacity": "private"}
    tree["plans"][0]["commitments"][0]["leads"][0] = {"person": person}
    (row,) = _rows(dump(Package.model_validate(tree), "ogp-csv").data)
    assert not [cell for cell in row.values() if "Invented" in cell]
    assert (row["Lead Institution"], "writes." in row["Full Text"]) == ("B", True)


def test_an_import_again_keeps_ids_and_rows() -> None:
    data = table(ROW, ROW | {"Commitment Unique Identifier": "XX0002", "Full Text": "What is the commitment? One."})
    first = load(read(data, options=OPTIONS))
    again = load(read(data, options=replace(OPTIONS, base=first.to_tree())))
    assert [each.id for each in again.plans[0].commitments] == [each.id for each in first.plans[0].commitments]
    assert dump(again, "ogp-csv").data == dump(first, "ogp-csv").data


_CELLS = st.text(st.sampled_from("a\",;\n\t' =é\0\u2028"), max_size=5)


@given(
    st.integers(2, 4).flatmap(lambda width: st.lists(st.tuples(*[_CELLS] * width).map(list), min_size=1, max_size=4))
)
def test_lines_are_written_as_the_standard_library_writes_them(lines: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(lines)
    assert csv_of(lines[0], lines[1:]).decode() == out.getvalue()


def test_of_a_text_that_was_read_nobody_asks_how_it_would_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Number of the file: 12\n\nWhat problem does the commitment aim to address?\nNobody knows."
    package = load(read(table(ROW | {"Full Text": text}), options=OPTIONS))
    asked: list[str] = []

    def parted(written: str) -> list[str]:
        asked.append(written)
        return []

    monkeypatch.setattr(full_text, "_parted", parted)
    first = dump(package, "ogp-csv")
    assert _rows(first.data)[0]["Full Text"] == text
    assert not asked
    assert "export/read-otherwise Commitment.description" not in _counts(first.findings)
    package.plans[0].commitments[0].description = {"en": "Other words"}
    second = dump(package, "ogp-csv")
    assert asked
    assert _counts(second.findings)["export/read-otherwise Commitment.description"] == 1


def test_one_plan_of_several() -> None:
    package = load(Path("examples/synthetic/full-plan.json"))
    wanted = package.plans[0]
    written = dump(package, "ogp-csv", plan=wanted.id)
    assert len(_rows(written.data)) == len(wanted.commitments)
    with pytest.raises(OptionError):
        dump(package, "ogp-csv", plan="org.example:nothing")
    with pytest.raises(TargetError):
        dump(Package.new("org.example"), "ogp-csv")


def test_a_text_longer_than_a_cell_is_cut_and_said() -> None:
    written = dump(_package({"title": {"en": "x" * 40_000}}), "ogp-xlsx", language="en")
    assert _counts(written.findings)["export/text-cut"] == 2
    assert len(load(read(written.data, options=OPTIONS)).plans[0].commitments[0].title["en"]) == 32_767


@pytest.mark.parametrize("field", ["description", "problem", "action"])
@pytest.mark.parametrize("steps", [[], [{"id": "org.example:m-1", "title": {"en": "First step"}, "due": "2026-05-01"}]])
def test_bars_in_a_sentence_part_no_milestones(field: str, steps: list[dict[str, Any]]) -> None:
    said = {"description": "What it does.", "problem": "Nobody knows.", "action": "We tell them."}
    said[field] = "a |pipe| b"
    texts = {name: {"en": text} for name, text in said.items()}
    written = dump(_package({**texts, **({"milestones": steps} if steps else {})}), "ogp-csv")
    (again,) = load(read(written.data, options=OPTIONS)).plans[0].commitments
    assert {name: getattr(again, name) for name in said} == texts
    assert [each.title for each in again.milestones] == [each["title"] for each in steps]
    assert "export/read-otherwise" not in {f.code for f in written.findings}


@pytest.mark.parametrize("framework", ["remacto", "other", "ogp_local"])
def test_a_place_with_its_country_is_a_local_member_of_any_plan_that_is_not_national(framework: str) -> None:
    place = {"id": "org.example:t-1", "name": {"fr": "Oued El Wahmi"}, "kind": "commune", "country": "MA"}
    tree = _package({}, collectivities=[place["id"]], framework=framework).to_tree()
    written = dump(Package.model_validate({**tree, "collectivities": [place]}), "ogp-csv")
    package = load(read(written.data, options=OPTIONS))
    ((plan,), (again,)) = package.plans, package.collectivities
    assert (again.name, again.country, plan.collectivities) == ({"en": "Oued El Wahmi"}, "MA", [again.id])
    assert not package.organizations
    assert not plan.leads


@pytest.mark.parametrize(("framework", "cell"), [("remacto", "Other"), ("other", "Other"), ("ogp_local", "Local")])
def test_a_plan_of_neither_kind_of_ogp_is_another(framework: str, cell: str) -> None:
    (row,) = _rows(dump(_package({}, framework=framework), "ogp-csv").data)
    assert row["National Or Local"] == cell


def _of_one_place(*plans: dict[str, Any]) -> Package:
    place = {"id": "org.example:t-1", "name": {"fr": "Oued El Wahmi"}, "kind": "commune", "country": "MA"}
    made = [
        {
            "id": f"org.example:pl-{at}",
            "title": {"en": f"Plan {at}"},
            "framework": "ogp_local",
            "collectivities": [place["id"]],
            "commitments": [{"id": f"org.example:c-{at}", "title": {"en": f"Portal {at}"}}],
            **plan,
        }
        for at, plan in enumerate(plans)
    ]
    return Package.model_validate(
        {"schema_version": "0.1", "id": "org.example:pk-1", "collectivities": [place], "plans": made}
    )


@pytest.mark.parametrize(
    ("plans", "ends", "joined"),
    [
        ([{"period": {"end": "2023"}}, {"period": {"end": "2026"}}], ["2023", "2026"], 0),
        ([{"submissions": [{"date": "2022"}]}, {"submissions": [{"date": "2024-05-03"}]}], [None, None], 0),
        ([{"period": {"end": "2023"}}, {"period": {"end": "2023-12"}}], ["2023"], 1),
        ([{"period": {"end": "2023"}}, {}], ["2023"], 1),
        ([{"period": {"end": "2023"}}, {"period": {"end": "2026"}}, {}], ["2023", "2026", None], 0),
    ],
)
def test_years_tell_plans_of_one_place_apart(plans: list[dict[str, Any]], ends: list[str | None], joined: int) -> None:
    written = dump(_of_one_place(*plans), "ogp-csv")
    again = load(read(written.data, options=OPTIONS)).plans
    assert [each.period.end if each.period else None for each in again] == ends
    assert not any(each.period and "x_unmapped" in each.period.to_tree() for each in again)
    assert _counts(written.findings).get("export/plans-joined", 0) == joined


@pytest.mark.parametrize("said", ["from spring 2025 on", "spring 2025", "ابتداء من ربيع 2025"])
@pytest.mark.parametrize("dates", [{}, {"start": "2024", "due": "2025-06"}])
def test_what_a_schedule_says_is_no_date(said: str, dates: dict[str, str]) -> None:
    language = "en" if said.isascii() else "ar"
    step = {"id": "org.example:m-1", "title": {language: "Draft" if said.isascii() else "مسودة"}, **dates}
    written = dump(_package({"milestones": [step | {"schedule": {language: said}}]}), "ogp-csv", language=language)
    ((again,),) = (each.milestones for plan in load(read(written.data, options=OPTIONS)).plans
                   for each in plan.commitments)  # fmt: skip
    assert again.schedule == {language: said}
    assert (again.start, again.due) == (dates.get("start"), dates.get("due"))


def test_a_plan_of_nobody_is_titled_by_its_years() -> None:
    written = dump(_package({}, period={"end": "2027"}), "ogp-csv")
    (plan,) = load(read(written.data, options=OPTIONS)).plans
    assert plan.title == {"en": "Action plan, 2027"}


@pytest.mark.parametrize(
    ("name", "kind", "country", "told"),
    [
        ("Made-up State", "state", "NG", True),
        ("Made-up", "state", "NG", False),
        ("Made-up", "other", "NG", True),
        ("Commune de Nulle-Part", "state", "MA", False),
    ],
)
def test_a_kind_that_the_name_does_not_tell_is_said_to_be_read_otherwise(
    name: str, kind: str, country: str, *, told: bool
) -> None:
    place = {"id": "org.example:t-1", "name": {"en": name}, "kind": kind, "country": country}
    tree = _package({}, collectivities=[place["id"]]).to_tree()
    written = dump(Package.model_validate({**tree, "collectivities": [place]}), "ogp-csv")
    (again,) = load(read(written.data, options=OPTIONS)).collectivities
    assert (again.kind == kind) is told
    said = _counts(written.findings).get("export/read-otherwise TerritorialCollectivity.kind", 0)
    assert said == (not told)


def test_kept_dates_in_another_order_stand_beside_no_new_ones() -> None:
    rows = [
        ROW | {"Commitment Unique Identifier": f"XX{at:04}", "Start Date": "NA", "End Date": text}
        for at, text in enumerate(("31/12/2024", "05/11/2024"), 1)
    ]
    done = read(table(*rows), "rows.csv", options=OPTIONS)
    assert done.document
    tree = done.document.tree
    untouched = Package.model_validate(tree)
    assert [row["End Date"] for row in _rows(dump(untouched, "ogp-csv").data)] == ["31/12/2024", "05/11/2024"]
    tree["plans"][0]["commitments"][1]["end"] = "2024-11-06"
    changed = dump(Package.model_validate(tree), "ogp-csv").data
    assert [row["End Date"] for row in _rows(changed)] == ["12/31/2024", "11/6/2024"]


def test_the_year_of_submission_is_that_to_ogp() -> None:
    to_network, to_ogp = {"to": "remacto", "date": "2023-05-02"}, {"to": "ogp", "date": "2024-01-03"}
    years = [
        _rows(dump(_package({}, submissions=stated), "ogp-csv").data)[0]["Year Of Submission"]
        for stated in ([to_network, to_ogp], [to_network])
    ]
    assert years == ["2024", ""]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ({"code": "completed", "original": "Nevèca"}, {"code": "completed"}),
        ({"code": "completed", "original": "done"}, {"code": "completed", "original": "done"}),
    ],
)
def test_a_word_of_the_source_that_tells_no_status_hides_no_code(status: dict[str, str], said: dict[str, str]) -> None:
    milestone = {"id": "org.example:m-1", "title": {"en": "Open it"}, "due": "2026-03-01", "status": status}
    written = dump(_package({"milestones": [milestone]}), "ogp-csv")
    done = read(written.data, options=OPTIONS)
    assert done.document
    (step,) = done.document.tree["plans"][0]["commitments"][0]["milestones"]
    assert {field: step["status"][field] for field in said} == said
    assert ("export/read-otherwise Milestone.status" in _counts(written.findings)) == (status != said)


def test_what_was_kept_of_another_format_is_additional_information_and_no_part_of_the_answer_above() -> None:
    package = load(
        read(table(ROW | {"Full Text": "What problem does the commitment aim to address?\nSlow."}), options=OPTIONS)
    )
    commitment = package.plans[0].commitments[0]
    held = package.to_tree()
    held["plans"][0]["commitments"][0]["x_unmapped"] = [{"label": "Localisation", "text": "Douar", "place": "B2"}]
    again = load(read(dump(Package.model_validate(held), "ogp-csv").data, options=OPTIONS)).plans[0].commitments[0]
    assert again.problem == commitment.problem
    assert again.additional_information == {"en": "Localisation: Douar"}


def test_nothing_goes_where_kept_lines_are_additional_information() -> None:
    text = "What problem does the commitment aim to address?\nSlow."
    tree = load(read(table(ROW | {"Full Text": text}), options=OPTIONS)).to_tree()
    (commitment,) = tree["plans"][0]["commitments"]
    commitment["additional_information"] = {"en": "Known before."}
    reasons = ("One why.", "Two whys.")
    commitment["ogp_values"] = [{"value": "civic_participation", "why": {"en": why}} for why in reasons]
    commitment["x_unmapped"] = [{"label": "Localisation", "text": "Douar", "place": "B2"}]
    (row,) = _rows(dump(Package.model_validate(tree), "ogp-csv").data)
    for said in ("Slow.", "Known before.", "One why.", "Two whys.", "Localisation: Douar"):
        assert row["Full Text"].count(said) == 1
