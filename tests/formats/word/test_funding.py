"""Who pays how much, below the words that councils use for it; each made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_FR = ["= Programme d’ouverture 2025-2027", "# Projet 1 : Portail", "Problème : Rien"]
_AR = ["= برنامج عمل الانفتاح 2025-2027", "# المشروع 1: البوابة", "الإشكالية: غياب"]


def _paid(*pairs: tuple[str, str], language: str = "fr") -> list[dict[str, Any]]:
    return [
        {"amount": {"value": value, "currency": "MAD"}, "funder": {"name": {language: name}}} for name, value in pairs
    ]


@pytest.mark.parametrize(
    "label", ["Financement", "Montage financier", "Plan de financement", "Sources de financement", "Bailleurs"]
)
@pytest.mark.parametrize(
    "answer",
    [
        "Conseil provincial : 300 000 DH\nINDH : 100 000 DH",
        "Conseil provincial (300 000 DH), INDH (100 000 DH)",
        "Conseil provincial : 300 000 DH ; INDH : 100 000 DH",
        "300 000 DH (Conseil provincial) / 100 000 DH (INDH)",
        "Conseil provincial – 300 000 DH\nINDH – 100 000 DH",
    ],
)
def test_who_pays_how_much(label: str, answer: str) -> None:
    made = read_paper(*_FR, [["Responsable", "DSI"], [label, answer]])
    (commitment,) = commitments_of(made)
    assert commitment["budget"] == _paid(("Conseil provincial", "300000"), ("INDH", "100000"))
    assert unmapped(made) == {}


@pytest.mark.parametrize("label", ["التمويل", "مصادر التمويل", "التركيبة المالية"])
def test_who_pays_how_much_in_arabic(label: str) -> None:
    made = read_paper(*_AR, f"{label}: المجلس الإقليمي: 300.000 درهم، المبادرة الوطنية: 100.000 درهم")
    (commitment,) = commitments_of(made)
    assert commitment["budget"] == _paid(("المجلس الإقليمي", "300000"), ("المبادرة الوطنية", "100000"), language="ar")
    assert unmapped(made) == {}


def test_a_sum_alone_and_names_alone() -> None:
    (commitment,) = commitments_of(read_paper(*_FR, "Financement : 450 000 DH"))
    assert commitment["budget"] == [{"amount": {"value": "450000", "currency": "MAD"}}]
    (commitment,) = commitments_of(read_paper(*_FR, "Financement : Conseil provincial, INDH"))
    assert commitment["budget"] == [{"funder": {"name": {"fr": name}}} for name in ("Conseil provincial", "INDH")]


def test_the_payer_of_the_sum_above_makes_no_second_line() -> None:
    (commitment,) = commitments_of(read_paper(*_FR, "Budget : 300 000 DH", "Financement : Commune (300 000 DH)"))
    assert commitment["budget"] == _paid(("Commune", "300000"))


def test_shares_without_a_sum_are_what_their_funders_pay_in_words() -> None:
    made = read_paper(*_FR, "Financement : Commune (60 %), INDH (40 %)")
    (commitment,) = commitments_of(made)
    assert [(line["funder"]["name"]["fr"], line["text"]["fr"]) for line in commitment["budget"]] == [
        ("Commune", "60 %"),
        ("INDH", "40 %"),
    ]


@pytest.mark.parametrize("said", ["60 % par la commune, le reste à trouver", "Commune (60 %), reste à mobiliser"])
def test_shares_beside_other_words_are_kept(said: str) -> None:
    made = read_paper(*_FR, f"Financement : {said}")
    (commitment,) = commitments_of(made)
    assert "budget" not in commitment
    assert "import/pieces-kept" in codes_of(made)


def test_a_sum_in_words_is_money_too() -> None:
    made = read_paper(*_FR, "Financement : entre 200 000 et 300 000 DH selon les offres")
    (commitment,) = commitments_of(made)
    assert [*commitment["budget"][0]] == ["text"]
    assert "import/amount-in-words" in codes_of(made)


@pytest.mark.parametrize("label", ["Budget", "Moyens financiers", "Coût"])
@pytest.mark.parametrize(
    "answer",
    [
        "400 000 DH (Conseil provincial : 300 000 DH ; INDH : 100 000 DH)",
        "Conseil provincial : 300 000 DH ; INDH : 100 000 DH",
        "Conseil provincial : 300 000 DH\nINDH : 100 000 DH",
    ],
)
def test_a_cost_whose_parts_each_name_a_body(label: str, answer: str) -> None:
    made = read_paper(*_FR, [["Responsable", "DSI"], [label, answer]])
    (commitment,) = commitments_of(made)
    assert commitment["budget"] == _paid(("Conseil provincial", "300000"), ("INDH", "100000"))
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    "answer",
    [
        "500 000 DH (Conseil provincial : 300 000 DH ; INDH : 100 000 DH)",
        "500 000 DH (Études : 400 000 DH ; Travaux : 100 000 DH)",
    ],
)
def test_parts_that_are_not_all_of_a_cost_or_name_no_body_stay_in_words(answer: str) -> None:
    made = read_paper(*_FR, [["Responsable", "DSI"], ["Budget", answer]])
    (commitment,) = commitments_of(made)
    assert commitment["budget"] == [{"amount": {"value": "500000", "currency": "MAD"}, "text": {"fr": answer}}]
    assert "import/amount-of-which" in codes_of(made)


@pytest.mark.parametrize("label", ["Coût", "Financement"])
@pytest.mark.parametrize(
    ("answer", "kept"),
    [("150 000 DH (TTC)", False), ("150 000 DH (HT)", False), ("150 000 DH (provisoire)", True),
     ("150 000 درهم (تقديري)", True), ("150 000 DH (estimated)", True)],
)  # fmt: skip
def test_remarks_in_brackets_are_nobody_who_pays(label: str, answer: str, *, kept: bool) -> None:
    made = read_paper(*_FR, [["Responsable", "DSI"], [label, answer]])
    (commitment,) = commitments_of(made)
    (line,) = commitment["budget"]
    assert (line["amount"]["value"], "funder" in line) == ("150000", False)
    assert kept is (answer in line.get("text", {}).values())
    assert kept or "import/amount-tax" in codes_of(made)
