"""Tables with the two ends of a period below a common heading: "De | À", «من | إلى»; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

_HEADS = {
    "ar": (["الرقم", "المشروع", "المسؤول", "الجدولة الزمنية", "<", "الحالة"], "من", "إلى"),
    "fr": (["N°", "Projet", "Responsable", "Période", "<", "État"], "De", "À"),
    "es": (["N.º", "Proyecto", "Responsable", "Período", "<", "Estado"], "Desde", "Hasta"),
    "en": (["No.", "Project", "Lead", "Time frame", "<", "Status"], "From", "To"),
}
_ROWS = [
    ["1", "Abc", "Def", "01/2024", "12/2024", ""],
    ["2", "Ghi", "Jkl", "05/2024", "12/2025", ""],
]


@pytest.mark.parametrize("language", list(_HEADS))
@pytest.mark.parametrize("merged", [True, False])
def test_both_ends_of_a_period_are_read(language: str, *, merged: bool) -> None:
    heads, start, end = _HEADS[language]
    carried = "^" if merged else ""
    made = read_paper(
        "= Programme d’ouverture 2024-2025", [heads, [carried, carried, carried, start, end, carried], *_ROWS]
    )
    read = [(each["number"], each.get("start"), each.get("end")) for each in commitments_of(made)]
    assert read == [("1", "2024-01", "2024-12"), ("2", "2024-05", "2025-12")]


def test_the_words_alone_are_no_headings() -> None:
    made = read_paper("= Programme d’ouverture 2024-2025", [["N°", "Projet", "De", "À"], ["1", "Abc", "Def", "Ghi"]])
    assert all("end" not in each for each in commitments_of(made))


@pytest.mark.parametrize(
    ("over", "start", "end"), [("Délais", "De", "À"), ("Deadline", "From", "Till"), ("Délais", "Dès", "Au")]
)
def test_both_ends_below_a_heading_that_alone_asks_for_the_last(over: str, start: str, end: str) -> None:
    heads = ["N°", "Projet", "Responsable", over, "<", "État"]
    made = read_paper("= Programme d’ouverture 2024-2025", [heads, ["", "", "", start, end, ""], *_ROWS])
    read = [(each["number"], each.get("start"), each.get("end")) for each in commitments_of(made)]
    assert read == [("1", "2024-01", "2024-12"), ("2", "2024-05", "2025-12")]
