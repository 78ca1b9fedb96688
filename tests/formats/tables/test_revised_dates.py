"""First and revised due dates beside each other: the one that holds now is due, the first is kept, and that is said."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

_HEADS = [
    ["Projet", "Activité", "Échéance", "Nouvelle échéance"],
    ["Projet", "Activité", "Échéance initiale", "Échéance révisée"],
    ["Projet", "Activité", "Échéance initiale", "Échéance"],
    ["Projet", "Activité", "Date prévue", "Date de report"],
    ["المشروع", "النشاط", "الأجل", "الأجل الجديد"],
    ["Commitment", "Milestone", "Due date", "Revised due date"],
    ["Compromiso", "Hito", "Fecha límite", "Nueva fecha límite"],
]
_ROWS = (["P", "A", "06/2025", "12/2025"], ["", "B", "09/2025", ""], ["", "C", "", "03/2026"])


@pytest.mark.parametrize("heads", _HEADS, ids=lambda heads: heads[3])
@pytest.mark.parametrize("turned", [False, True], ids=["first", "last"])
def test_in_a_sheet(heads: list[str], *, turned: bool) -> None:
    order = [0, 1, 3, 2] if turned else [0, 1, 2, 3]
    plan = sheet(*([row[at] for at in order] for row in (heads, *_ROWS)))
    made = read(plan)
    steps = shown(made)["plans"][0]["commitments"][0]["milestones"]
    assert [each["due"] for each in steps] == ["2025-12", "2025-09", "2026-03"]
    assert [kept["text"] for kept in steps[0]["x_unmapped"]] == ["06/2025"]
    assert "x_unmapped" not in steps[1]
    assert codes(made).count("import/due-revised") == 1
    assert "import/conflict" not in codes(made)
    assert accounted(made, plan)


@pytest.mark.parametrize("heads", [_HEADS[0], _HEADS[1], _HEADS[4]], ids=lambda heads: heads[3])
@pytest.mark.parametrize("turned", [False, True], ids=["first", "last"])
def test_in_a_word_file(heads: list[str], *, turned: bool) -> None:
    order = [0, 1, 3, 2] if turned else [0, 1, 2, 3]
    made = read_paper("= Programme d’ouverture 2024-2026", [[row[at] for at in order] for row in (heads, *_ROWS)])
    steps = tree_of(made)["plans"][0]["commitments"][0]["milestones"]
    assert [each["due"] for each in steps] == ["2025-12", "2025-09", "2026-03"]
    assert [kept["text"] for kept in steps[0]["x_unmapped"]] == ["06/2025"]
    assert codes_of(made).count("import/due-revised") == 1
    assert "import/conflict" not in codes_of(made)
    assert len(steps[0]["x_unmapped"]) == 1


def test_in_a_form() -> None:
    rows = [["Problème", "x"], ["Échéance", "juin 2025"], ["Nouvelle échéance", "décembre 2025"]]
    made = read_paper("= Programme d’ouverture 2024-2026", "# Engagement 1 : Portail", rows)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert (commitment["end"], commitment["x_unmapped"][0]["text"]) == ("2025-12", "juin 2025")
    assert made.document is not None
    (source,) = made.document.tree["sources"]
    said = [each for each in source["extracts"] if each["fields"] == ["end"]]
    assert [each["original"] for each in said] == ["décembre 2025"]


def test_a_revised_date_that_cannot_be_read_leaves_the_first() -> None:
    rows = [["Problème", "x"], ["Échéance", "juin 2025"], ["Nouvelle échéance", "à fixer"]]
    made = read_paper("= Programme d’ouverture 2024-2026", "# Engagement 1 : Portail", rows)
    assert tree_of(made)["plans"][0]["commitments"][0]["end"] == "2025-06"
    assert "import/due-revised" not in codes_of(made)


def test_two_equal_dates_are_one() -> None:
    made = read(sheet(_HEADS[0], ["P", "A", "06/2025", "06/2025"]))
    (step,) = shown(made)["plans"][0]["commitments"][0]["milestones"]
    assert (step["due"], "x_unmapped" in step) == ("2025-06", False)
