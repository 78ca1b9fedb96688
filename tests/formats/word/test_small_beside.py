"""Small tables beside a label that is merged over their rows; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper, unmapped


@pytest.mark.parametrize(
    ("title", "label", "heads", "risks"),
    [
        ("Intitulé du projet", "Indicateurs de suivi", ["Indicateur", "Cible"], "Risques"),
        ("عنوان المشروع", "مؤشرات التتبع", ["المؤشر", "القيمة المستهدفة"], "المخاطر"),
    ],
)
def test_the_small_table_ends_with_its_label(title: str, label: str, heads: list[str], risks: str) -> None:
    rows = [
        [title, "Portail", "<"],
        [label, *heads],
        ["^", "Ateliers", "4"],
        ["^", "Satisfaction", "80 %"],
        [risks, "Retard", "<"],
    ]
    made = read_paper("= Plan d’action 2025-2027", rows)
    (commitment,) = commitments_of(made)
    found = [([*each["name"].values()], each["target"]["value"]) for each in commitment["indicators"]]
    assert found == [(["Ateliers"], "4"), (["Satisfaction"], "80")]
    assert [*unmapped(made).values()] == [risks, "Retard"]


def test_funders_beside_their_label() -> None:
    rows = [
        ["Intitulé du projet", "Portail", "<"],
        ["Financement", "Source", "Montant"],
        ["^", "Commune", "100 000 DH"],
        ["^", "Région", "50 000 DH"],
        ["Responsable", "DSI", "<"],
    ]
    (commitment,) = commitments_of(read_paper("= Plan d’action 2025-2027", rows))
    found = [(each["funder"]["name"]["fr"], each["amount"]["value"]) for each in commitment["budget"]]
    assert found == [("Commune", "100000"), ("Région", "50000")]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]


@pytest.mark.parametrize(
    ("title", "label", "names", "currency"),
    [
        ("Intitulé du projet", "Montage financier", ["Commune", "INDH"], "DH"),
        ("Intitulé du projet", "Plan de financement", ["Commune", "Région"], "MAD"),
        ("عنوان المشروع", "مصادر التمويل", ["الجماعة", "الجهة"], "درهم"),
    ],
)
def test_funders_and_sums_beside_their_label_need_no_headings(
    title: str, label: str, names: list[str], currency: str
) -> None:
    rows = [
        [title, "Portail", "<"],
        [label, names[0], f"100 000 {currency}"],
        ["^", names[1], f"50 000 {currency}"],
    ]
    made = read_paper("= Plan d’action 2025-2027", rows)
    (commitment,) = commitments_of(made)
    found = [(*each["funder"]["name"].values(), each["amount"]["value"]) for each in commitment["budget"]]
    assert found == [(names[0], "100000"), (names[1], "50000")]
    assert unmapped(made) == {}
    assert not {"import/taken-for-plan", "import/territory-unknown"} & {each.code for each in made.findings}


def test_words_beside_a_label_for_funders_are_no_sums() -> None:
    rows = [["Intitulé du projet", "Portail", "<"], ["Montage financier", "Commune", "à préciser"]]
    made = read_paper("= Plan d’action 2025-2027", rows)
    assert not [each for each in commitments_of(made)[0].get("budget", []) if "amount" in each]


@pytest.mark.parametrize(
    ("title", "label", "paid"),
    [("Intitulé du projet", "Commune", "100 000 DH"), ("عنوان المشروع", "الجماعة", "100000 درهم")],
)
def test_a_sum_is_no_name_of_a_territory(title: str, label: str, paid: str) -> None:
    made = read_paper("= Plan d’action 2025-2027", [[title, "Portail"], [label, paid]])
    codes = {each.code for each in made.findings}
    assert not {"import/taken-for-plan", "import/territory-unknown"} & codes
    assert "import/label-unknown" in codes
    assert paid in unmapped(made).values()


@pytest.mark.parametrize("merged", ["^", ""])
@pytest.mark.parametrize(
    ("title", "label", "first"),
    [
        ("Intitulé du projet", "Coût (KDH)", "60"),
        ("Commitment title", "Cost (KDH)", "60"),
        ("عنوان المشروع", "الكلفة بالدرهم", "60 000"),
    ],
)
def test_years_above_sums_are_the_years_of_these(title: str, label: str, first: str, merged: str) -> None:
    rows = [
        [title, "Portail", "<", "<", "<"],
        [label, "2026", "2027", "2028", "Total"],
        [merged, first, first, "-", first],
    ]
    made = read_paper("= Plan d’action 2026-2028", rows)
    (commitment,) = commitments_of(made)
    assert [(each.get("year"), each["amount"]["value"]) for each in commitment["budget"]] == [
        (2026, "60000"),
        (2027, "60000"),
    ]
    assert [*unmapped(made).values()] == ["Total", first]


def test_funders_above_sums_pay_these() -> None:
    rows = [
        ["Intitulé du projet", "Portail", "<"],
        ["Coût (DH)", "Commune", "INDH"],
        ["^", "100 000", "50 000"],
    ]
    (commitment,) = commitments_of(read_paper("= Plan d’action 2026-2028", rows))
    found = [(each["funder"]["name"]["fr"], each["amount"]["value"]) for each in commitment["budget"]]
    assert found == [("Commune", "100000"), ("INDH", "50000")]
