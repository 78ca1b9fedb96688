"""OGP's commitments spreadsheet; the rows here are made up."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import codelists, load, redact
from opengov_local.document import Import
from opengov_local.formats.grids import read_csv
from opengov_local.formats.ogp_csv.columns import column_of, columns
from opengov_local.formats.ogp_csv.csv_format import read
from opengov_local.formats.ogp_csv.reviews import REVIEWED
from opengov_local.formats.ogp_csv.rows import undamaged
from opengov_local.importing.options import ImportOptions

OPTIONS = ImportOptions(id_prefix="test.made-up", today=date(2026, 1, 1))
FULL_2022 = """Brief Description of the Commitment

A made-up portal.

Problem Definition

1. What problem does the commitment aim to address? Nothing made up is found.

2. What are the causes of the problem? There is no portal.

Commitment Description

1. What has been done so far to solve the problem? Not applicable

2. What solution are you proposing? A portal.

3. What results do we want to achieve by implementing this commitment? That people find it.

Commitment Analysis

1. How will the commitment promote transparency? By showing all.

2. How will the commitment help foster accountability? N/A

3. How will the commitment improve citizen participation in defining, implementing, and monitoring solutions? N/A

Commitment Planning (Milestones | Expected Outputs | Expected Completion Date)

1. Draft | 1. A draft of it | 11/2022

2. Opening | 2. The portal | 2025
"""
FULL_2017 = """A made-up charter
Lead implementing agency/actor
Ministry of Made-up Things
Commitment description
What is the public problem that the commitment will address?
Nobody knows the charter.
What is the commitment?
To write one.
How will the commitment contribute to solve the public problem?
By being read.
Why is this commitment relevant to OGP values?
It is open.
Additional information Made-up commitment 10
Milestone Activity with a verifiable deliverable
Writing the charter
September 2018 October 2018
Adopting the charter
January 2019 June 2020
Contact point details
Name of contact point (project manager)
Invented Person
Email and telephone
invented@example.org / 00212 5 00 00 00 00
Other actors involved
Made-up associations
"""
ROW = {
    "Commitment Unique Identifier": "XX0001",
    "Country/Locality": "Morocco",
    "Action Plan Number": "2",
    "Commitment Number": "4.0999999999999996",
    "Code": "MAR",
    "Region": "Africa and the Middle East",
    "National Or Local": "National",
    "Year Of Submission": "2022",
    "Action Plan End Year": "2024",
    "Theme": "Made-up theme",
    "Commitment Title": "A made-up portal",
    "Short Title": "A made-up portal",
    "Full Text": FULL_2022,
    "Start Date": "3/4/2023",
    "End Date": "12/31/24",
    "Lead Institution": "Ministry of Made-up Things",
    "Supporting Institution(s)": "• Made-up Association\n• Synthetic Council",
    "Anti-Corruption and Integrity": "0",
    "Open Data": "1",
    "Digital Participation": "ND",
    "Verifiable": "Yes",
    "OGP Value Access To Information": "1",
    "OGP Value Civic Participation": "0",
    "_Relevant": "1",
    "Potential for Results": "Modest",
    "_Potential for Results": "1",
    "Completion (End Of Term)": "NR",
    "_CompletionEndTerm": "NR",
    "URL": "https://example.org/xx0001",
    "Action Plan ID": "AP_MAR02",
    "id": "15",
}


def table(*rows: dict[str, str]) -> bytes:
    names = list(dict.fromkeys([column.name for column in columns()] + [name for row in rows for name in row]))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, restval="NA")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def reading(*rows: dict[str, str]) -> Import:
    return read(table(*rows), "made-up.csv", options=OPTIONS)


def tree_of(done: Import) -> dict[str, Any]:
    assert done.document
    tree: dict[str, Any] = done.document.tree
    return tree


def commitment_of(done: Import) -> dict[str, Any]:
    (plan,) = tree_of(done)["plans"]
    (commitment,) = plan["commitments"]
    found: dict[str, Any] = commitment
    return found


def codes(done: Import) -> set[str]:
    return {finding.code for finding in done.findings}


def test_every_column_of_the_spreadsheet_is_in_the_table() -> None:
    assert len(columns()) == 171
    flags = {column.field for column in columns() if column.reads == "flag"}
    assert len(flags) == 86
    assert flags == set(codelists.get("policy_area").codes)


def test_a_code_column_is_not_its_word_column() -> None:
    assert column_of("_Specificity") != column_of(" specificity ")
    assert column_of("Made-up column") is None


def test_a_row() -> None:
    done = reading(ROW)
    tree, commitment = tree_of(done), commitment_of(reading(ROW))
    (plan,) = tree["plans"]
    assert plan["framework"] == "ogp_national"
    assert plan["identifiers"] == [{"scheme": "OGP-PLAN", "value": "AP_MAR02"}]
    assert plan["submissions"] == [{"date": "2022", "to": "ogp"}]
    assert plan["period"] == {"end": "2024"}
    assert [axis["title"] for axis in plan["axes"]] == [{"en": "Made-up theme"}]
    assert tree["organizations"][0]["identifiers"] == [{"scheme": "OGP-CODE", "value": "MAR"}]
    assert commitment["identifiers"] == [{"scheme": "OGP", "value": "XX0001"}]
    assert (commitment["start"], commitment["end"]) == ("2023-03-04", "2024-12-31")
    assert commitment["title"] == {"en": "A made-up portal"}
    assert commitment["policy_areas"] == ["open_data"]
    assert [party["name"]["en"] for party in commitment["supporting"]] == ["Made-up Association", "Synthetic Council"]
    assert commitment["attachments"] == [{"url": "https://example.org/xx0001"}]


def test_a_number_damaged_by_a_spreadsheet_is_mended_and_said() -> None:
    done = reading(ROW)
    assert commitment_of(done)["number"] == "4.1"
    assert "import/float-damage" in codes(done)


@pytest.mark.parametrize(
    ("text", "mended"),
    [("4.0999999999999996", "4.1"), ("2.2999999999999998", "2.3"), ("4.1", None), ("12", None),
     ("3.14159265358979", None),
     ("4.0999999999999996a", None), ("", None), ("4.0999999999999996 %", None)],
)  # fmt: skip
def test_only_damage_is_mended(text: str, mended: str | None) -> None:
    assert undamaged(text) == mended


def test_the_template_of_2022_is_taken_apart() -> None:
    commitment = commitment_of(reading(ROW))
    assert commitment["description"] == {"en": "A made-up portal."}
    assert commitment["problem"] == {"en": "Nothing made up is found."}
    assert commitment["causes"] == {"en": "There is no portal."}
    assert commitment["action"] == {"en": "A portal."}
    assert commitment["expected_results"] == {"en": "That people find it."}
    assert "status_quo" not in commitment
    assert commitment["ogp_values"] == [{"value": "access_to_information", "why": {"en": "By showing all."}}]
    first, second = commitment["milestones"]
    assert (first["number"], first["title"], first["deliverable"], first["due"]) == (
        "1",
        {"en": "Draft"},
        {"en": "A draft of it"},
        "2022-11",
    )
    assert second["due"] == "2025"


def test_the_template_of_2017_is_taken_apart() -> None:
    done = reading(ROW | {"Full Text": FULL_2017, "Supporting Institution(s)": "NA"})
    commitment = commitment_of(done)
    assert commitment["problem"] == {"en": "Nobody knows the charter."}
    assert commitment["action"] == {"en": "To write one."}
    assert commitment["solution_path"] == {"en": "By being read."}
    assert commitment["additional_information"] == {"en": "Made-up commitment 10"}
    assert [party["name"]["en"] for party in commitment["supporting"]] == ["Made-up associations"]
    assert [(item["title"]["en"], item["start"], item["due"]) for item in commitment["milestones"]] == [
        ("Writing the charter", "2018-09", "2018-10"),
        ("Adopting the charter", "2019-01", "2020-06"),
    ]
    assert {"label": "Why is this commitment relevant to OGP values?", "text": "It is open.", "place": "O2"} in (
        commitment["x_unmapped"]
    )


def test_contacts_stand_nowhere() -> None:
    done = reading(
        ROW | {"Full Text": FULL_2017, "Lead Institution": "Made-up unit, unit@example.org, +212 500 000 000"}
    )
    assert done.account
    everything = json.dumps(
        [tree_of(done), done.account.as_dict(), [finding.as_dict() for finding in done.findings]], ensure_ascii=False
    )
    assert "Invented Person" not in everything
    assert "example.org /" not in everything
    assert "@" not in everything
    assert "500 000 000" not in everything
    assert "import/contact-left-out" in codes(done)


def test_contacts_that_are_asked_for_stay_and_are_nothing_for_the_public() -> None:
    rows = table(ROW | {"Full Text": FULL_2017, "Lead Institution": "Made-up unit, unit@example.org"})
    done = read(rows, options=replace(OPTIONS, with_contacts=True))
    assert "import/contact-left-out" not in codes(done)
    package = load(done)
    whole = json.dumps(package.to_tree(), ensure_ascii=False)
    public = json.dumps(redact(package).package.to_tree(), ensure_ascii=False)
    for said in ("Invented Person", "unit@example.org"):
        assert said in whole
        assert said not in public


def test_dates_and_numbers_are_no_contacts() -> None:
    text = "From 01.07.2019 - 30.11.2019 there were 1 200 000 made-up calls in 2019 2020"
    assert commitment_of(reading(ROW | {"Full Text": text}))["description"] == {"en": text}


def test_a_number_of_ten_digits_is_no_contact() -> None:
    assert commitment_of(reading(ROW | {"Commitment Number": "0123456788"}))["number"] == "0123456788"


def test_text_without_questions_stays_whole() -> None:
    text = "Just words.\nAnd more words about the problem."
    assert commitment_of(reading(ROW | {"Full Text": text}))["description"] == {"en": text}


def test_milestones_that_cannot_be_parted_stay_as_they_are() -> None:
    text = "What is the commitment?\nThis.\nMilestones:\nOne thing\nand another\nMay 2020"
    done = reading(ROW | {"Full Text": text})
    assert "milestones" not in commitment_of(done)
    assert "import/milestones-not-split" in codes(done)


def test_reviews_keep_the_three_ways_of_no_answer_apart() -> None:
    done = reading(ROW | {"Specificity": "ND", "Early Results": "NA"})
    progress, end = tree_of(done)["assessments"]
    answers = {answer["criterion"]: answer for answer in progress["answers"]}
    assert answers["verifiability"] == {
        "criterion": "verifiability",
        "answer": "verifiability.yes",
        "original": "Yes",
    }
    assert answers["specificity"] == {"criterion": "specificity", "missing": "ND"}
    assert answers["potential_for_results"]["answer"] == "potential_for_results.modest"
    assert answers["relevance"]["answer"] == "relevance.yes"
    assert {answer["criterion"]: answer.get("missing") for answer in end["answers"]}["completion"] == "NR"
    assert (progress["vintage"], progress["assessor_role"]) == ("2022", "irm")


def test_reviews_that_answer_nothing_are_said_and_so_is_the_year_they_are_taken_to_be_of() -> None:
    reviewed = {column.name for column in columns() if column.reads in REVIEWED}
    silent = {name: "" if "Year" in name else "ND" for name in reviewed}
    done = reading(ROW | silent)
    reviews = tree_of(done)["assessments"]
    assert {answer["missing"] for review in reviews for answer in review["answers"]} == {"ND"}
    (said,) = [each for each in done.findings if each.code == "import/reviews-without-answers"]
    assert (said.params["count"], said.params["names"]) == (len(reviews), ("ND",))
    (year,) = [each for each in done.findings if each.params.get("field") == "vintage"]
    assert year.params["value"] == "2022"
    answered = reading(ROW)
    assert [each.params["value"] for each in answered.findings if each.params.get("field") == "vintage"] == ["2022"]


def test_a_stray_value_is_kept_and_said() -> None:
    done = reading(ROW | {"Verifiable": "1"})
    (answer,) = [a for a in tree_of(done)["assessments"][0]["answers"] if a["criterion"] == "verifiability"]
    assert answer == {"criterion": "verifiability", "original": "1"}
    assert "import/answer-unknown" in codes(done)


def test_a_code_that_contradicts_its_word_is_said() -> None:
    assert "import/codes-disagree" in codes(reading(ROW | {"_Potential for Results": "2"}))
    assert "import/codes-disagree" not in codes(reading(ROW))


def test_flags_without_data_are_said() -> None:
    (finding,) = [finding for finding in reading(ROW).findings if finding.code == "import/flags-without-data"]
    assert "Digital Participation: ND" in str(finding.params["names"])


def test_several_plans_of_several_members() -> None:
    rows = [
        ROW,
        ROW | {"Commitment Unique Identifier": "XX0002"},
        ROW | {"Commitment Unique Identifier": "XX0003", "Action Plan ID": "AP_MAR03", "Action Plan Number": "3"},
        ROW
        | {"Commitment Unique Identifier": "YYY0001", "Country/Locality": "Made-up Shire, United Kingdom",
           "Code": "GBMS", "National Or Local": "Legacy Local", "Action Plan ID": "AP_GBMS01"},
    ]  # fmt: skip
    tree = tree_of(reading(*rows))
    assert [len(plan["commitments"]) for plan in tree["plans"]] == [2, 1, 1]
    assert len(tree["organizations"]) == 1
    (local,) = tree["collectivities"]
    assert (local["name"], local["country"]) == ({"en": "Made-up Shire"}, "GB")
    assert tree["plans"][2]["collectivities"] == [local["id"]]


@pytest.mark.parametrize(
    ("text", "start"),
    [("9/1/2022", "2022-09-01"), ("7/1/14", "2014-07-01"), ("July 2014", "2014-07"), ("2012", "2012"),
     ("Quarter 1 2014", "2014-Q1"), ("NA", None)],
)  # fmt: skip
def test_dates_as_the_spreadsheet_writes_them(text: str, start: str | None) -> None:
    assert commitment_of(reading(ROW | {"Start Date": text})).get("start") == start


def _ends(*texts: str) -> tuple[list[str | None], set[str]]:
    done = reading(*(ROW | {"Commitment Unique Identifier": f"XX{at:04}", "End Date": text} for at, text in
                     enumerate(texts, 1)))  # fmt: skip
    made = [one for plan in tree_of(done)["plans"] for one in plan["commitments"]]
    return [one.get("end") for one in made], codes(done)


def test_the_order_of_day_and_month_is_that_of_all_dates_of_the_file() -> None:
    first, said = _ends("31/12/2024", "25/03/2024", "05/11/2024")
    assert first == ["2024-12-31", "2024-03-25", "2024-11-05"]
    assert not {"import/date-order", "import/date-impossible"} & {*said}
    second, said = _ends("12/31/2024", "05/11/2024")
    assert second == ["2024-12-31", "2024-05-11"]
    assert "import/date-order" not in said


def test_an_order_that_nothing_proves_is_said_and_two_at_once_leave_dates_unread() -> None:
    alone, said = _ends("05/11/2024")
    assert alone == ["2024-05-11"]
    assert "import/date-order" in said
    mixed, said = _ends("31/12/2024", "12/31/2024", "05/11/2024")
    assert mixed == ["2024-12-31", "2024-12-31", None]
    assert "import/date-ambiguous" in said


def test_a_column_of_nobody_is_kept_and_said() -> None:
    done = reading(ROW | {"Made-up column": "made-up value"})
    assert "import/column-unmapped" in codes(done)
    assert any(kept["label"] == "Made-up column" for kept in commitment_of(done)["x_unmapped"])


def complete(done: Import, data: bytes) -> bool:
    book = read_csv(data, None)
    assert done.account
    assert not hasattr(book, "code")
    known = {(entry.piece.place.row, entry.piece.place.column) for entry in done.account.entries}
    return all((row + 1, column + 1) in known for row, column, _ in book.sheets[0].cells())


def test_every_cell_is_accounted_for() -> None:
    data = table(ROW, ROW | {"Commitment Unique Identifier": "XX0002", "Full Text": FULL_2017, "Theme": "Other"})
    assert complete(read(data, "x.csv", options=OPTIONS), data)


def test_what_is_no_such_table_is_said() -> None:
    assert "import/nothing-recognised" in codes(read(b"a,b\n1,2\n", "x.csv", options=OPTIONS))
    assert codes(read(b"", "x.csv")) == {"source/empty-file"}
    assert read(b"PK\x03\x04 no archive", "x.xlsx").document is None


@given(st.dictionaries(st.sampled_from([column.name for column in columns()]), st.text(max_size=60), min_size=1))
def test_any_words_in_any_column_never_raise_and_are_accounted_for(cells: dict[str, str]) -> None:
    data = table(ROW | cells)
    done = read(data, "x.csv", options=OPTIONS)
    if done.document:
        assert complete(done, data)


@given(st.text(max_size=400))
def test_any_full_text_never_raises(text: str) -> None:
    assert reading(ROW | {"Full Text": f"What is the commitment? {text}\nMilestones:\n{text}"}).document


def test_real_rows(corpus: Path) -> None:
    data = (corpus / "ogp-data" / "sample_rows.csv").read_bytes()
    done = read(data, "rows.csv", options=OPTIONS)
    tree = tree_of(done)
    commitments = [commitment for plan in tree["plans"] for commitment in plan["commitments"]]
    assert len(commitments) == 33
    assert complete(done, data)
    assert all("title" in commitment and "identifiers" in commitment for commitment in commitments)
    everything = json.dumps([tree, done.account.as_dict() if done.account else None], ensure_ascii=False)
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w+", everything)
    parted = [c for c in commitments if "problem" in c or "action" in c]
    assert len(parted) >= 24


def test_a_whole_number_with_a_fraction_of_nothing_is_mended_and_said() -> None:
    done = reading(ROW | {"Commitment Number": "3.0"})
    assert commitment_of(done)["number"] == "3"
    assert "import/float-damage" in codes(done)
    assert commitment_of(reading(ROW | {"Commitment Number": "3.10"}))["number"] == "3.10"


def test_years_with_a_fraction_of_nothing_are_years_and_it_is_said() -> None:
    done = reading(ROW | {"Year Of Submission": "2024.0", "Action Plan End Year": "2026.0"})
    assert done.document
    (plan,) = done.document.tree["plans"]
    assert (plan["period"]["end"], plan["submissions"][0]["date"]) == ("2026", "2024")
    assert next(iter(plan["title"].values())).endswith("2024 – 2026")
    said = [finding.params["value"] for finding in done.findings if finding.code == "import/float-damage"]
    assert (said.count("2024"), said.count("2026")) == (1, 1)


def test_years_of_reviews_with_a_fraction_of_nothing_are_years_too() -> None:
    years = {"Year Of Submission": "2022.0", "Report Publication Year (Progress Report)": "2024.0"}
    done = reading(ROW | years)
    (progress, *_) = tree_of(done)["assessments"]
    assert (progress["vintage"], progress["date"]) == ("2022", "2024")
    assert {"2022", "2024"} <= {one.params["value"] for one in done.findings if one.code == "import/float-damage"}


@pytest.mark.parametrize(
    ("number", "member", "framework", "field"),
    [
        ("MAXYZ0001", "Oujda, Morocco", "ogp_local", "collectivities"),
        ("MO0100", "Morocco", "ogp_national", "organizations"),
        ("", "Morocco", "other", "organizations"),
    ],
)
def test_numbers_tell_the_framework_where_no_column_does(number: str, member: str, framework: str, field: str) -> None:
    head = "Commitment Unique Identifier,Country/Locality,Commitment Title,Full Text,Lead Institution"
    done = read(f'{head}\n{number},"{member}",Made-up portal,Made up.,Made-up office\n'.encode())
    assert done.document
    tree = done.document.tree
    assert tree["plans"][0]["framework"] == framework
    assert [name for name in ("collectivities", "organizations") if name in tree] == [field]
    assert "import/assumed" in {finding.code for finding in done.findings}


def test_numbers_of_reviews_with_a_fraction_of_nothing_are_whole() -> None:
    numbers = {name: value for name, value in ROW.items() if value.isdecimal() and name != "Commitment Number"}
    damaged, whole = (reading(ROW | {name: f"{value}{end}" for name, value in numbers.items()}) for end in (".0", ""))
    reviews, expected = (
        [{key: review.get(key) for key in ("vintage", "date")} for review in tree_of(done)["assessments"]]
        for done in (damaged, whole)
    )
    assert reviews == expected
    assert {"2022"} == {review["vintage"] for review in reviews}
    assert "import/codes-disagree" not in codes(damaged)
    assert "import/answer-unknown" not in codes(damaged)
