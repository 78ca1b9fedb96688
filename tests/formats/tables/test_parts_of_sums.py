"""Amounts below the names of funders: parts of the sum beside, of the years of the bands above; made-up plans."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


def _lines(one: dict[str, Any]) -> list[tuple[str | None, int | None, str]]:
    return [
        (next(iter(line.get("funder", {}).get("name", {"": None}).values())), line.get("year"), line["amount"]["value"])
        for line in one["budget"]
    ]


@pytest.mark.parametrize("band", ["Financement {} (DH)", "Budget {} (DH)", "الميزانية {} (درهم)"])
def test_funders_below_bands_of_years_pay_in_those_years(band: str) -> None:
    plan = sheet(
        ["N°", "Projet", band.format(2026), "", band.format(2027), ""],
        ["", "", "Commune", "Région", "Commune", "Région"],
        *[[1, "Portail", 1000, 2000, 3000, 4000], [2, "Forum", 1, 2, 3, 4]],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
    )
    imported = read(plan)
    assert _lines(commitments_of(imported)[0]) == [
        ("Commune", 2026, "1000"), ("Région", 2026, "2000"), ("Commune", 2027, "3000"), ("Région", 2027, "4000"),
    ]  # fmt: skip
    assert accounted(imported, plan)


@pytest.mark.parametrize(
    ("whole", "first", "second"),
    [("Coût total (MDH)", "dont commune", "dont la Région"), ("Coût (MDH)", "Part commune (MDH)", "Part Région (MDH)")],
)
def test_a_part_of_the_sum_beside_is_the_funders_alone(whole: str, first: str, second: str) -> None:
    (one, _) = commitments_of(
        read(sheet(["N°", "Projet", whole, first, second], [1, "A", 10, 4, 6], [2, "B", 5, 2, 3]))
    )
    assert _lines(one) == [(None, None, "10000000"), ("commune", None, "4000000"), ("Région", None, "6000000")]


def test_a_single_part_is_read_in_the_unit_of_the_sum_and_the_rest_is_said() -> None:
    imported = read(sheet(["N°", "Projet", "Budget (MDH)", "dont commune"], [1, "A", 10, 4], [2, "B", 5, 2]))
    assert _lines(commitments_of(imported)[0]) == [(None, None, "10000000"), ("commune", None, "4000000")]
    assert codes(imported).count("import/total-among-lines") == 2


def test_parts_of_other_things_are_no_money() -> None:
    imported = read(sheet(["N°", "Projet", "Participants", "dont femmes"], [1, "A", 10, 4], [2, "B", 5, 2]))
    assert not any("budget" in one for one in commitments_of(imported))


def test_amounts_are_no_numbers_of_territories() -> None:
    plan = sheet(
        ["N°", "Projet", "Financement acquis", "", "Financement recherché", ""],
        ["", "", "Commune", "Région", "Commune", "Région"],
        *[[1, "Portail", 10, 20, 30, 40], [2, "Forum", 1, 2, 3, 4]],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
    )
    imported = read(plan)
    assert "collectivities" not in shown(imported)
    assert accounted(imported, plan)


@pytest.mark.parametrize("line", ["Province : Taza", "Province: Taza", "Province de Taza"])
def test_a_name_behind_the_word_for_its_kind_has_no_colon(line: str) -> None:
    (territory,) = shown(read(sheet([line], ["N°", "Projet"], [1, "Portail"], [2, "Forum"])))["collectivities"]
    assert (territory["kind"], [*territory["name"].values()]) == ("province", ["Taza"])


@pytest.mark.parametrize("dash", ["-", "—", "–"])
def test_a_dash_says_nothing_of_what_was_done(dash: str) -> None:
    plan = sheet(["N°", "Projet", "Réalisations", "Difficultés"], [1, "Portail", dash, dash], [2, "Forum", "Salle", ""])
    imported = read(plan)
    assert [[*one["text"].values()] for one in shown(imported)["progress_updates"]] == [["Salle"]]
    assert "import/no-value" in codes(imported)
    assert accounted(imported, plan)


def test_the_part_of_partners_is_told_from_a_total_by_its_heading() -> None:
    heads = [["N°", "Projet", "Coût (DH)", ""], ["", "", "Part commune", "Part partenaire"]]
    imported = read(sheet(*heads, [1, "Portail", 5000, 3000], [2, "Guide", 7000, 2000], merges=("C1:D1",)))
    shares = [line for one in commitments_of(imported) for line in one["budget"]]
    assert [line.get("label") for line in shares] == [None, {"fr": "Part partenaire"}] * 2
    assert [line["amount"]["value"] for line in shares] == ["5000", "3000", "7000", "2000"]
    assert not {"import/lines-above-total", "import/total-among-lines"} & {*codes(imported)}


@pytest.mark.parametrize("total", ["Total (DH)", "المجموع (درهم)"])
def test_a_total_of_years_that_they_do_not_come_to_is_said(total: str) -> None:
    latin = total[0] == "T"
    heads = ["N°", "Projet", "Budget 2026 (DH)", "Budget 2027 (DH)"]
    heads = heads if latin else ["الرقم", "المشروع", "ميزانية 2026 (درهم)", "ميزانية 2027 (درهم)"]
    imported = read(sheet([*heads, total], [1, "A", 2000, 3000, 5000], [2, "B", 4000, 3000, 8000]))
    said = [one for one in imported.findings if one.code == "import/total-among-lines"]
    assert [(one.severity, one.params["text"], one.params["value"]) for one in said] == [
        ("info", "5000 MAD", "5000 MAD"),
        ("warning", "8000 MAD", "7000 MAD"),
    ]
