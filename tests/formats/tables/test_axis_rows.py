"""Rows of axes among projects, told by words or by the kind of their numbers; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.wording.words.numbering import same_number


def _tree(imported: Any) -> list[tuple[str, str | None, list[str]]]:
    plan = shown(imported)["plans"][0]
    return [
        (_title(one), one.get("axes", [None])[0], [_title(step) for step in one.get("milestones", ())])
        for one in plan["commitments"]
    ]


def _title(data: dict[str, Any]) -> str:
    return str(next(iter(data["title"].values())))


def _axes(imported: Any) -> list[tuple[str, str, str | None]]:
    return [(one["number"], _title(one), one.get("parent")) for one in shown(imported)["plans"][0]["axes"]]


@pytest.mark.parametrize("words", [("AXE A", "AXE B"), ("Axe n° A", "Axe n° B"), ("Thème A", "Thème B"), ("A", "B")])
def test_an_axis_has_its_word_or_letter_in_the_column_of_numbers(words: tuple[str, str]) -> None:
    grid = sheet(
        ["Réf.", "Désignation", "Maître d'ouvrage", "Montant"],
        [words[0], "SERVICES"],
        ["A.1", "Maison des services", "", "1,50"],
        ["A.1.1", "Aménagement", "Conseil", ""],
        ["A.1.2", "Achat", "Conseil", ""],
        [words[1], "TRANSPARENCE"],
        ["B.1", "Budget ouvert", "", "1"],
        ["B.1.1", "Publication", "Conseil", "0,5"],
        merges=("B2:D2", "B6:D6"),
    )
    imported = read(grid)
    assert _axes(imported) == [("A", "SERVICES", None), ("B", "TRANSPARENCE", None)]
    assert _tree(imported) == [
        ("Maison des services", "SERVICES", ["Aménagement", "Achat"]),
        ("Budget ouvert", "TRANSPARENCE", ["Publication"]),
    ]
    assert "import/levels-by-number" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("numbers", [("I", "II"), ("أ", "ب"), ("A", "B"), ("1", "2")])
@pytest.mark.parametrize("activities", [False, True])
def test_a_title_that_names_an_axis_is_one_whatever_its_number(numbers: tuple[str, str], activities: bool) -> None:
    headings = ["N°", "Projet", *(["Activité"] if activities else []), "Responsable"]
    step = ["Étude"] if activities else []
    grid = sheet(
        headings,
        [numbers[0], "Axe 1 : Transparence"],
        ["1", "Portail", *step, "DSI"],
        ["2", "Forum", *step, "DSI"],
        [numbers[1], "Axe 2 : Participation"],
        ["3", "Guichet", *step, "DSI"],
    )
    imported = read(grid)
    assert _axes(imported) == [("1", "Transparence", None), ("2", "Participation", None)]
    steps = ["Étude"] if activities else []
    assert _tree(imported) == [
        ("Portail", "Transparence", steps),
        ("Forum", "Transparence", steps),
        ("Guichet", "Participation", steps),
    ]
    assert "import/conflict" not in codes(imported)
    assert accounted(imported, grid)


def test_letters_before_axes_and_behind_the_numbers_of_projects() -> None:
    grid = sheet(
        ["الرقم", "المشروع", "صاحب المشروع", "الكلفة 2025"],
        ["أ", "الشفافية", "", "30000"],
        ["1.أ", "نشرة", "الجماعة", "20000"],
        ["2.أ", "الميزانية", "الجماعة", "10000"],
        ["", "مجموع المحور أ", "", "30000"],
        ["ب", "المشاركة"],
        ["1.ب", "ميزانية تشاركية", "الجماعة", "20000"],
    )
    imported = read(grid)
    assert _axes(imported) == [("أ", "الشفافية", None), ("ب", "المشاركة", None)]
    assert [one[1] for one in _tree(imported)] == ["الشفافية", "الشفافية", "المشاركة"]
    (said,) = [one for one in imported.findings if one.code == "import/levels-by-number"]
    assert (said.params["axes"], said.params["commitments"]) == (2, 3)
    assert "import/total-row" in codes(imported)
    assert accounted(imported, grid)


def test_axes_of_two_levels_have_their_words_in_the_column_of_numbers() -> None:
    grid = sheet(
        ["N°", "Action", "Pilote"],
        ["Axe 1", "Transparence"],
        ["Objectif 1.1", "Ouvrir"],
        ["1.1.1", "Portail", "DSI"],
        ["Axe 2", "Participation"],
        ["Objectif 2.1", "Donner"],
        ["2.1.1", "Guichet", "DSI"],
    )
    imported = read(grid)
    assert [one[1:] for one in _axes(imported)] == [
        ("Transparence", None),
        ("Ouvrir", "Transparence"),
        ("Participation", None),
        ("Donner", "Participation"),
    ]
    assert [one[1] for one in _tree(imported)] == ["Ouvrir", "Donner"]


@pytest.mark.parametrize("roman", ["Transparence", ""])
def test_roman_numbers_are_no_axes_where_their_rows_say_more_or_nothing(roman: str) -> None:
    grid = sheet(
        ["N°", "Projet", "Responsable"],
        ["I", roman, "DSI"],
        ["1", "Portail", "DSI"],
        ["2", "Forum", "DSI"],
    )
    assert "axes" not in shown(read(grid))["plans"][0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("I", "1", True),
        ("أ", "الأول", True),
        ("B", "2", True),
        ("IV", "4", True),
        ("V", "2", False),
        ("I", "9", True),
        ("1.1", "1", False),
        ("", "", False),
    ],
)
def test_numbers_that_count_the_same(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same


_YEARS = ["Réf.", "Désignation", "Maître d'ouvrage", "Montant", "2026", "2027"]


@pytest.mark.parametrize(
    ("axis", "number"),
    [("AXE A", "A"), ("A", "A"), ("AXE A : ", "A"), ("Axe 1", "1"), ("Axe 1 : ", "1"), ("المحور أ", "أ"),
     ("المحور أ : ", "أ"), ("Objectif 1", "1")],
)  # fmt: skip
@pytest.mark.parametrize("words", [("", ""), ("Projet ", ""), ("Projet ", "Action ")])
def test_numbers_below_an_axis_tell_projects_from_activities(axis: str, number: str, words: tuple[str, str]) -> None:
    grid = sheet(
        _YEARS,
        [f"{axis}SERVICES"] if axis.endswith(" : ") else [axis, "SERVICES"],
        [f"{words[0]}{number}.1", "Maison", "", "1,5"],
        [f"{words[1]}{number}.1.1", "Local", "Conseil", "", "✓"],
        [f"{words[1]}{number}.1.2", "Agents", "DRH", "", "✓", "✓"],
        [f"{words[0]}{number}.2", "Numéro vert", "", "0,4"],
        [f"{words[1]}{number}.2.1", "Standard", "DSI", "", "", "✓"],
    )
    imported = read(grid)
    assert _axes(imported) == [(number, "SERVICES", None)]
    assert _tree(imported) == [("Maison", "SERVICES", ["Local", "Agents"]), ("Numéro vert", "SERVICES", ["Standard"])]
    (step, *_) = shown(imported)["plans"][0]["commitments"][0]["milestones"]
    assert step["leads"] == [{"name": {"fr": "Conseil"}}]
    assert step["due"] == "2026"
    assert "import/level-unsure" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("odd", ["A.3.1", ""])
@pytest.mark.parametrize("axis", [["AXE A", "SERVICES"], ["A", "SERVICES"], ["AXE A : SERVICES"]])
def test_a_row_that_its_number_does_not_place_stands_apart_and_is_said(odd: str, axis: list[str]) -> None:
    grid = sheet(
        _YEARS[:4],
        axis,
        ["A.1", "Maison", "", "1,5"],
        ["A.1.1", "Local", "Conseil"],
        ["A.1.2", "Agents", "DRH"],
        ["A.2", "Numéro vert", "", "0,4"],
        ["A.2.1", "Standard", "DSI"],
        [odd, "Affiches", "DSI"],
    )
    imported = read(grid)
    assert [(title, steps) for title, _, steps in _tree(imported)] == [
        ("Maison", ["Local", "Agents"]),
        ("Numéro vert", ["Standard"]),
        ("Affiches", []),
    ]
    said = [(one.severity, one.params["text"]) for one in imported.findings if one.code == "import/level-unsure"]
    assert said == [("warning", "Affiches")]
    assert accounted(imported, grid)


NUMBERED = [["1", "Portail"], ["1.1", "Étude"], ["", "Achat"], ["1.2", "Mise en ligne"], ["", "Formation"],
            ["2", "Forum"], ["2.1", "Réunion"], ["", "Compte rendu"]]  # fmt: skip


@pytest.mark.parametrize("above", [[], [["Axe 1 : Transparence", ""]]])
def test_numbers_that_too_many_rows_lack_are_said_to_tell_nothing(above: list[list[str]]) -> None:
    rows = [[number, title, "DSI" if number else "SG"] for number, title in NUMBERED]
    imported = read(sheet(["N°", "Intitulé", "Responsable"], *above, *rows))
    (said,) = (each for each in imported.findings if each.code == "import/levels-unclear")
    assert said.severity == "warning"
    assert said.params["count"] == 4
    assert "Achat" in str(said.params["text"])
    assert len(shown(imported)["plans"][0]["commitments"]) == len(rows)


@pytest.mark.parametrize(
    "numbers",
    [["2024-1", "2024-2", "2025-1", "2025-2"], ["1", "2", "3-4", ""], ["1", "1.1", "1.2", "2"], ["", "", "", ""]],
)
def test_numbers_that_tell_no_levels_or_all_of_them_are_not(numbers: list[str]) -> None:
    rows = [[number, f"Projet {at}", "DSI"] for at, number in zip("ABCD", numbers, strict=True)]
    assert "import/levels-unclear" not in codes(read(sheet(["N°", "Intitulé", "Responsable"], *rows)))


@pytest.mark.parametrize(
    "text", ["Domaine 1 : Transparence", "Orientation stratégique n° 1 : Transparence", "Focus area 1: Transparence"]
)
@pytest.mark.parametrize("banner", [True, False])
def test_domains_are_axes_with_their_numbers(text: str, banner: bool) -> None:
    row = ["1", "Portail", "DSI"]
    heads = ["N°", "Projet", "Responsable"]
    grid = sheet(heads, [text], row) if banner else sheet([*heads, "Domaine"], [*row, text])
    (plan,) = shown(read(grid))["plans"]
    assert plan["axes"] == [{"number": "1", "title": {"fr": "Transparence"}}]
    assert len(plan["commitments"]) == 1


BANDS: list[list[Any]] = [
    ["I. Gouvernance et transparence"],
    ["1.1", "Site web communal", "DSI", 20000],
    ["1.2", "Budget citoyen", "Finances", 10000],
    ["II. Citoyenneté active"],
    ["2.1", "Conseil des jeunes", "Jeunesse", 5000],
]


@pytest.mark.parametrize("before", [[], [""]])
def test_titles_alone_among_numbers_are_axes_where_nobody_merged_the_cells(before: list[str]) -> None:
    rows = [[*before, *row] if len(row) == 1 else row for row in BANDS]
    grid = sheet(["N°", "Projet", "Service responsable", "Coût (DH)"], *rows)
    package = shown(read(grid))
    assert [(axis["number"], axis["title"]["fr"]) for axis in package["plans"][0]["axes"]] == [
        ("I", "Gouvernance et transparence"), ("II", "Citoyenneté active"),
    ]  # fmt: skip
    axes = [one["axes"] for one in package["plans"][0]["commitments"]]
    assert axes == [["Gouvernance et transparence"], ["Gouvernance et transparence"], ["Citoyenneté active"]]


def test_words_among_numbers_are_no_axes_where_none_stands_over_the_first_projects() -> None:
    imported = read(sheet(["N°", "Projet", "Service responsable", "Coût (DH)"], *BANDS[1:3], ["divers"], BANDS[4]))
    assert "axes" not in shown(imported)["plans"][0]
    assert "import/row-without-title" in codes(imported)


_AXES = [("Axe 1", "Transparence", "Axe 2", "Participation"), ("المحور 1", "الشفافية", "المحور 2", "المشاركة")]


@pytest.mark.parametrize(("one", "first", "two", "second"), _AXES)
@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize("header", [[], ["Projet", "Responsable", "Échéance"], ["Projet", "Pilote", "Budget (DH)"]])
def test_an_axis_with_its_title_in_the_next_cell_is_no_project(
    one: str, first: str, two: str, second: str, above: bool, header: list[str]
) -> None:
    heads, line = ["Projet", "Responsable", "Échéance"], [one, first, ""]
    rows = [*([line, heads] if above else [heads, line]), ["Portail", "DSI", "2026"], [two, second, ""]]
    grid = sheet(*rows, *([header] if header else []), ["Forum", "DGS", "2026"])
    made = read(grid)
    told = [(*one["title"].values(), one["axes"]) for one in commitments_of(made)]
    assert told == [("Portail", [first]), ("Forum", [second])]
    assert "import/labels-as-rows" not in codes(made)
    assert accounted(made, grid)


def test_roman_numbers_with_a_title_alone_are_axes_of_rows_that_say_more() -> None:
    rows = [["I", "Transparence", ""], ["1", "Portail", "DSI"], ["II", "Participation", ""], ["2", "Forum", "SG"]]
    made = read(sheet(["N°", "Projet", "Responsable"], *rows))
    told = [(*one["title"].values(), one["axes"]) for one in commitments_of(made)]
    assert told == [("Portail", ["Transparence"]), ("Forum", ["Participation"])]


def test_lines_that_say_what_kind_projects_are_of_are_axes() -> None:
    rows: list[list[Any]] = [
        ["Projets culturels", "", ""],
        [1, "Portail", "DSI"],
        ["Projets sociaux", "", ""],
        [2, "Forum", "SG"],
    ]
    made = read(sheet(["N°", "Projet", "Responsable"], *rows))
    assert [one["axes"] for one in commitments_of(made)] == [["Projets culturels"], ["Projets sociaux"]]
