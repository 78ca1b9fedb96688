"""Projects and axes that go on behind the break of a page, by words that say so; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"
_HEADS = ["N°", "Projet", "Activité", "Échéance"]
_FIRST = [_HEADS, ["1", "Portail", "Étude", "mars 2026"], ["2", "Forum", "Appel", "mai 2026"]]


@pytest.mark.parametrize("number", ["2", ""])
@pytest.mark.parametrize("title", ["Forum (suite)", "Forum (cont.)", "Forum [continued]", "Forum – suite et fin"])
def test_a_project_goes_on_in_the_next_table(title: str, number: str) -> None:
    made = read_paper(_TITLE, _FIRST, [_HEADS, [number, title, "Tenue", "octobre 2026"], ["3", "Atlas", "Relevé", ""]])
    found = [(each["number"], each["title"]["fr"], len(each["milestones"])) for each in commitments_of(made)]
    assert found == [("1", "Portail", 1), ("2", "Forum", 2), ("3", "Atlas", 1)]
    assert [finding.params for finding in made.findings if finding.code == "import/goes-on"] == [{"text": title}]


def test_an_axis_goes_on_too() -> None:
    heads = ["المحور", "المشروع", "النشاط", "المسؤول"]
    first = [heads, ["الشفافية", "البوابة", "الدراسة", "مصلحة أ"], ["المشاركة", "المنتدى", "الدعوة", "مصلحة ب"]]
    second = [heads, ["المشاركة (تابع)", "المنتدى (تتمة)", "التنظيم", "مصلحة ب"]]
    made = read_paper("= برنامج عمل الانفتاح لجماعة دمنات 2026-2027", first, second)
    assert [each["title"]["ar"] for each in tree_of(made)["plans"][0]["axes"]] == ["الشفافية", "المشاركة"]
    found = [(each["title"]["ar"], each["axes"], len(each["milestones"])) for each in commitments_of(made)]
    assert found == [("البوابة", ["@الشفافية"], 1), ("المنتدى", ["@المشاركة"], 2)]
    assert codes_of(made).count("import/goes-on") == 2


def test_a_heading_goes_on() -> None:
    made = read_paper(
        _TITLE, "# Projet 1 : Portail", "Responsable : DSI", "# Projet 1 : Portail (suite)", "Échéance : mars 2026"
    )
    (commitment,) = commitments_of(made)
    assert (commitment["title"], commitment["end"], unmapped(made)) == ({"fr": "Portail"}, "2026-03", {})


@pytest.mark.parametrize("row", [["3", "Forum (suite)"], ["", "Forum (phase 2)"], ["", "Atlas (suite)"]])
def test_what_is_not_above_does_not_go_on(row: list[str]) -> None:
    made = read_paper(_TITLE, _FIRST, [_HEADS, [*row, "Tenue", "octobre 2026"]])
    assert commitments_of(made)[-1]["title"] == {"fr": row[1]}
    assert "import/goes-on" not in codes_of(made)


_AXES = [
    (["N°", "Projet", "Responsable", "Taux d'avancement"], "Axe", "Tableau 1 (suite)"),
    (["رقم", "المشروع", "المسؤول", "نسبة الإنجاز"], "المحور", "جدول 1 (تتمة)"),
    (["No.", "Project", "Lead", "Progress"], "Axis", "Table 1 (continued)"),
]


@pytest.mark.parametrize(("heads", "axis", "again"), _AXES)
@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("title", [_TITLE, "= Rapport d’avancement du programme d’ouverture 2026-2028"])
def test_projects_below_headings_again_keep_the_axis_of_the_page_before(
    heads: list[str], axis: str, again: str, title: str, *, said: bool
) -> None:
    first = [heads, [f"{axis} 1 : Abc", "<", "<", "<"], ["1", "Portail", "DSI", "10 %"],
             [f"{axis} 2 : Def", "<", "<", "<"], ["2", "Conseil", "SC", "20 %"]]  # fmt: skip
    second = [heads, ["3", "Forum", "DSI", "30 %"], ["4", "Radio", "SC", "40 %"], ["Total", "<", "<", "25 %"]]
    made = read_paper(title, "Commune de Fictiville", first, *([again] if said else []), second)
    (plan,) = tree_of(made)["plans"]
    assert [each["number"] for each in plan["axes"]] == ["1", "2"]
    of_axes = [[next(iter(axis["title"].values())) for axis in plan["axes"]].index(each["axes"][0][1:]) + 1
               for each in plan["commitments"]]  # fmt: skip
    assert of_axes == [1, 2, 2, 2]
    assert codes_of(made).count("import/table-goes-on") == 1
    (total,) = (one for one in made.findings if one.code == "import/total-row")
    assert total.location.cell == "A4"


def test_a_table_with_the_same_projects_again_is_below_no_axis_of_the_one_above() -> None:
    heads = ["N°", "Projet", "Responsable"]
    first = [heads, ["Axe 1 : Abc", "<", "<"], ["1", "Portail", "DSI"], ["2", "Conseil", "SC"]]
    made = read_paper(_TITLE, first, [heads, ["1", "Forum", "DSI"], ["2", "Radio", "SC"]])
    assert ["axes" in each for each in commitments_of(made)] == [True, True, False, False]
