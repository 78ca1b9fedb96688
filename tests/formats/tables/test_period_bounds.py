"""Headings that say from when and until when below one of a time; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

_DOWN = ("A1:A2", "B1:B2", "C1:C2", "F1:F2")


@pytest.mark.parametrize(
    ("time", "begin", "end"),
    [
        ("Délais", "De", "À"),
        ("Délais", "Depuis", "Jusqu'à"),
        ("Délais", "Du", "Au"),
        ("Calendrier", "À partir de", "Jusqu'à"),
        ("آجال الإنجاز", "من", "إلى"),
        ("الجدولة الزمنية", "من", "إلى غاية"),
        ("Plazo", "Del", "Al"),
    ],
)
@pytest.mark.parametrize("down", [(), _DOWN])
def test_words_for_from_and_until_are_the_ends_of_the_time_above(
    time: str, begin: str, end: str, down: tuple[str, ...]
) -> None:
    table = sheet(
        ["Projet", "Activité", "Responsable", time, "", "Coût (DH)"],
        ["", "", "", begin, end, ""],
        ["Portail", "Étude", "DSI", "01/03/2026", "15/05/2026", 100],
        ["", "Mise en ligne", "DAF", "01/06/2026", "15/07/2026", 200],
        merges=("D1:E1", *down),
    )
    imported = read(table)
    steps = commitments_of(imported)[0]["milestones"]
    assert [(step["start"], step["due"]) for step in steps] == [
        ("2026-03-01", "2026-05-15"),
        ("2026-06-01", "2026-07-15"),
    ]
    assert not {"import/row-without-title", "import/conflict"} & set(codes(imported))


@pytest.mark.parametrize(
    ("time", "planned", "actual"),
    [
        ("Échéance", "Prévue", "Réelle"),
        ("Échéance", "Prévue", "Réalisée"),
        ("Délai", "Prévu", "Réel"),
        ("Deadline", "Planned", "Actual"),
        ("Plazo", "Previsto", "Real"),
        ("الأجل", "المتوقع", "الفعلي"),
    ],
)
@pytest.mark.parametrize("down", [(), ("A1:A2", "B1:B2", "E1:E2")])
def test_what_is_planned_and_what_was_below_one_time(
    time: str, planned: str, actual: str, down: tuple[str, ...]
) -> None:
    table = sheet(
        ["N°", "Projet", time, "", "Responsable"],
        ["", "", planned, actual, ""],
        [1, "Portail", "30/06/2026", "15/07/2026", "DSI"],
        [2, "Forum", "30/09/2026", "", "DGS"],
        merges=("C1:D1", *down),
    )
    first, second = commitments_of(read(table))
    assert (first["end"], first["completed_on"]) == ("2026-06-30", "2026-07-15")
    assert second["end"] == "2026-09-30"
    assert "x_unmapped" not in first


@pytest.mark.parametrize("heading", ["Échéance réelle", "Actual deadline", "Plazo real", "الأجل الفعلي"])
def test_the_real_end_in_one_heading(heading: str) -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Responsable", heading], ["Portail", "DSI", "15/07/2026"])))
    assert one["completed_on"] == "2026-07-15"


def test_when_something_really_began_is_not_when_it_ended() -> None:
    heads = ["N°", "Projet", "Début", ""], ["", "", "Prévu", "Réel"]
    (one,) = commitments_of(read(sheet(*heads, [1, "Portail", "01/02/2026", "15/02/2026"], merges=("C1:D1",))))
    assert one["start"] == "2026-02-01"
    assert "completed_on" not in one


@pytest.mark.parametrize(
    ("rate", "planned", "actual"),
    [
        ("Avancement", "Prévu", "Réel"),
        ("Taux d'avancement", "Prévu", "Réalisé"),
        ("Progress", "Planned", "Actual"),
        ("Avance", "Previsto", "Real"),
        ("نسبة الإنجاز", "المتوقعة", "الفعلية"),
    ],
)
def test_how_far_something_should_be_is_not_how_far_it_is(rate: str, planned: str, actual: str) -> None:
    heads = ["N°", "Projet", rate, "", "Responsable"], ["", "", planned, actual, ""]
    made = read(sheet(*heads, [1, "Portail", "80 %", "50 %", "DSI"], [2, "Forum", "60 %", "40 %", "DGS"],
                      merges=("C1:D1",)))  # fmt: skip
    assert [one["progress"] for one in commitments_of(made)] == [50, 40]
    assert [one["x_unmapped"][0]["text"] for one in commitments_of(made)] == ["80 %", "60 %"]
    assert codes(made).count("import/column-unmapped") == 1


@pytest.mark.parametrize(
    ("over", "physical", "financial"),
    [("Taux", "Physique", "Financier"), ("Taux d'avancement", "physique", "financière"),
     ("Progress", "Physical", "Financial"), ("نسبة الإنجاز", "المادية", "المالية"), ("Avance", "Físico", "Financiero")],
)  # fmt: skip
def test_of_two_rates_the_physical_one_is_the_progress(over: str, physical: str, financial: str) -> None:
    head = ["Projet", over, ""], ["", physical, financial]
    made = read(sheet(*head, ["Portail", "40 %", "25 %"], merges=("A1:A2", "B1:C1")))
    (one,) = commitments_of(made)
    assert one["progress"] == 40
    assert [kept["text"] for kept in one["x_unmapped"]] == ["25 %"]
    assert "import/column-unmapped" in codes(made)
