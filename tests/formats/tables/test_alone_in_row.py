"""Cells alone in their row below a table: read as one entry more, which is said, as they may be remarks."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

_INDICATORS = (["Projet", "Indicateur", "Valeur de départ", "Cible"], ["Portail", "Jeux publiés", 0, 20])
_PLAN = (["Projet", "Activité", "Responsable"], ["Portail", "Étude", "DSI"], ["Bureau", "Recrutement", "DRH"])


@pytest.mark.parametrize(
    "rows",
    [
        (*_INDICATORS, ["", "Données provisoires arrêtées à fin 2024"]),
        (*_PLAN, ["Les montants sont indicatifs"]),
        (["المؤشر", "القيمة الأولية", "الهدف"], ["عدد المجموعات", 0, 20], ["الطلبات", 1, 5], ["تحين الأهداف كل سنة"]),
    ],
)
def test_a_cell_alone_below_a_table_is_said(rows: tuple[list[object], ...]) -> None:
    plan = sheet(*map(list, rows))
    made = read(plan)
    (said,) = (each for each in made.findings if each.code == "import/alone-in-row")
    assert said.params["text"] == rows[-1][-1]
    assert said.location.cell == f"{'AB'[len(rows[-1]) - 1]}{len(rows)}"
    assert accounted(made, plan)


_NUMBERED = (["N°", "Projet", "Responsable"], [1, "Portail", "DSI"])
_REMARK = "En attente du bureau d'études de la région"


def test_a_title_alone_among_numbered_projects_is_said() -> None:
    plan = sheet(*_NUMBERED, [None, _REMARK], [2, "Forum", "DGS"])
    made = read(plan)
    (said,) = (each for each in made.findings if each.code == "import/alone-in-row")
    assert (said.params["text"], said.location.cell) == (_REMARK, "B3")


@pytest.mark.parametrize("first", [True, False])
def test_a_title_over_all_columns_is_assumed_to_be_an_axis(first: bool) -> None:
    above = [[_REMARK]] if first else []
    at = len(above) + 3
    plan = sheet(_NUMBERED[0], *above, _NUMBERED[1], ["Vie citoyenne"], [2, "Forum", "DGS"],
                 merges=(f"A{at}:C{at}", *(["A2:C2"] if first else [])))  # fmt: skip
    made = read(plan)
    said = [each.location.cell for each in made.findings if each.code == "import/assumed" and each.location.cell]
    assert said == ([f"A{row}" for row in (2, at)] if first else [f"A{at}"])


@pytest.mark.parametrize(
    "rows",
    [
        (*_PLAN, ["Note : montants indicatifs"]),
        (*_PLAN, [], ["Les montants sont indicatifs"]),
        (["Axe 1 : Eau"], *_PLAN, ["Axe 2 : Air"], ["Radio", "Étude", "DSI"]),
        ([*_PLAN[0][:1]], ["Portail"]),
    ],
)
def test_notes_and_titles_are_not_said_to_be_alone(rows: tuple[list[object], ...]) -> None:
    assert "import/alone-in-row" not in codes(read(sheet(*map(list, rows))))


@pytest.mark.parametrize(
    "text",
    [
        "Les projets suivants dépendent de l'accord de la région",
        "Le projet 1 dépend de l'accord de la région.",
        "(projet à confirmer par le conseil)",
        "تتوقف المشاريع الموالية على موافقة مجلس الجهة",
        "The following projects await approval",
    ],
)
@pytest.mark.parametrize("merges", [(), ("B3:C3",)])
def test_what_speaks_of_projects_alone_in_its_row_is_a_note(text: str, merges: tuple[str, ...]) -> None:
    plan = sheet(*_NUMBERED, [None, text], [2, "Forum", "DGS"], merges=merges)
    made = read(plan)
    (said,) = (each for each in made.findings if each.code == "import/note-row")
    assert said.location.cell == "B3"
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail", "Forum"]
    assert accounted(made, plan)


@pytest.mark.parametrize(
    "text", ["Inventaire du patrimoine qui dépend de la commune", "Étude de ce qui dépend du port"]
)
def test_a_title_that_says_on_whom_something_depends_is_a_project(text: str) -> None:
    made = read(sheet(*_NUMBERED, [None, text], [2, "Forum", "DGS"]))
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail", text, "Forum"]
    assert "import/note-row" not in codes(made)


def test_a_reserve_in_brackets_is_no_activity() -> None:
    made = read(sheet(*_PLAN[:2], ["", "(sous réserve de financement)"], _PLAN[2]))
    assert [len(one["milestones"]) for one in commitments_of(made)] == [1, 1]
    assert "import/note-row" in codes(made)
