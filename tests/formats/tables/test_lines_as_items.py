"""Activities on lines of one cell, without bullets: one a line, but for lines that go on; a finding says so."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

from opengov_local.importing.words import read_list

_CASES = {
    "fr": (
        "Étude des besoins auprès\nde la population\nMise en ligne",
        ["Étude des besoins auprès de la population", "Mise en ligne"],
    ),
    "ar": ("دراسة الحاجيات\nالإطلاق", ["دراسة الحاجيات", "الإطلاق"]),
    "en": ("Study of the needs\nof citizens\nLaunch", ["Study of the needs of citizens", "Launch"]),
}
_HEADS = {
    "fr": ["Projet", "Activités", "Responsable"],
    "ar": ["المشروع", "الأنشطة", "المسؤول"],
    "en": ["Project", "Activities", "Lead"],
}


@pytest.mark.parametrize("language", _CASES)
def test_lines_of_a_cell_in_a_sheet(language: str) -> None:
    text, steps = _CASES[language]
    made = read(sheet(_HEADS[language], ["Portail", text, "DSI"]))
    (commitment,) = shown(made)["plans"][0]["commitments"]
    assert [next(iter(each["title"].values())) for each in commitment["milestones"]] == steps
    assert codes(made).count("import/lines-as-items") == 1


@pytest.mark.parametrize("language", _CASES)
def test_lines_of_a_cell_in_a_word_file(language: str) -> None:
    text, steps = _CASES[language]
    made = read_paper("= Programme d’ouverture 2024-2026", [_HEADS[language], ["Portail", text, "DSI"]])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [next(iter(each["title"].values())) for each in commitment["milestones"]] == steps
    assert codes_of(made).count("import/lines-as-items") == 1


def test_lines_below_a_title_say_more_of_one_step() -> None:
    rows = [["Projet", "Activités", "Responsable"], ["Portail", "Étude\nElle est faite avec les associations.", "DSI"]]
    made = read_paper("= Programme d’ouverture 2024-2026", rows)
    (step,) = tree_of(made)["plans"][0]["commitments"][0]["milestones"]
    assert step["description"] == {"fr": "Elle est faite avec les associations."}
    assert "import/lines-as-items" not in codes_of(made)


def test_bullets_are_sure() -> None:
    made = read(sheet(_HEADS["fr"], ["Portail", "- Étude\n- Mise en ligne", "DSI"]))
    assert "import/lines-as-items" not in codes(made)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Eau\nAir", ("Eau", "Air")),
        ("Commune de\nRabat\nFès", ("Commune de Rabat", "Fès")),
        ("Eau,\nair\nTerre", ("Eau, air", "Terre")),
        ("La Poste\nDe Gaulle", ("La Poste", "De Gaulle")),
    ],
)
def test_lines_that_go_on(text: str, items: tuple[str, ...]) -> None:
    assert read_list(text, commas="never").items == items


@pytest.mark.parametrize("listed", ["- Inventaire\n- Publication", "1. Inventaire\n2. Publication"])
def test_one_list_among_cells_that_name_one_step_is_a_list(listed: str) -> None:
    made = read(
        sheet(
            ["Programme de la commune ouverte 2024-2026"],
            ["Projet", "Activités", "Responsable"],
            ["Portail", listed, "DSI"],
            ["Forum", "Salle", "SG"],
            ["Budget", "Page", "SG"],
        )
    )
    plan = shown(made)["plans"][0]
    titles = [[step["title"]["fr"] for step in each["milestones"]] for each in plan["commitments"]]
    assert titles == [["Inventaire", "Publication"], ["Salle"], ["Page"]]
