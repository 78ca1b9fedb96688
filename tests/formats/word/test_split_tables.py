"""Tables that go on in a second one without headings; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_TITLE = "= Plan d’action 2026-2028 de la commune de Fictiville"
_HEADS = ["N°", "Projet", "Responsable", "Échéance"]
_FIRST = [_HEADS, ["1", "Portail", "Service A", "juin 2026"], ["2", "Forum", "Service B", "juillet 2026"]]
_SECOND = [["3", "Charte", "Service C", "août 2026"], ["4", "Budget ouvert", "Service D", "mai 2027"]]


def test_rows_behind_a_page_break_are_those_of_the_table_above() -> None:
    made = read_paper(_TITLE, _FIRST, _SECOND, [["5", "Guide", "Service A", "2028"]])
    said = [(one["number"], one["title"]["fr"], one["end"]) for one in commitments_of(made)]
    assert said[2:] == [("3", "Charte", "2026-08"), ("4", "Budget ouvert", "2027-05"), ("5", "Guide", "2028")]
    assert codes_of(made).count("import/table-goes-on") == 2
    assert not unmapped(made)


_WORDS = [
    (["N°", "Projet", "Responsable", "Avancement"], "Axe", "Total", "Taux moyen"),
    (["رقم", "المشروع", "المسؤول", "نسبة الإنجاز"], "المحور", "المجموع", "المعدل العام"),
    (["No.", "Project", "Lead", "Progress"], "Axis", "Total", "Average"),
]


@pytest.mark.parametrize(("heads", "axis", "total", "average"), _WORDS)
@pytest.mark.parametrize("ends", [0, 1])
@pytest.mark.parametrize("split", [2, 3, 4, 5])
def test_rows_of_axes_and_totals_are_in_both_halves(
    heads: list[str], axis: str, total: str, average: str, ends: int, split: int
) -> None:
    rows = [heads, [f"{axis} 1 : Abc", "<", "<", "<"], ["1.1", "Portail", "DSI", "10 %"],
            [f"{axis} 2 : Def", "<", "<", "<"], ["2.1", "Conseil", "SC", "20 %"],
            ["2.2", "Forum", "DSI", "30 %"], [(total, average)[ends], "<", "<", "20 %"]]  # fmt: skip
    made = read_paper(_TITLE, rows[: split + 1], rows[split + 1 :])
    assert made.document is not None
    (plan,) = made.document.tree["plans"]
    axes = [each["id"] for each in plan["axes"]]
    found = [(each["number"], each["progress"], axes.index(each["axes"][0])) for each in plan["commitments"]]
    assert found == [("1.1", 10, 0), ("2.1", 20, 1), ("2.2", 30, 1)]
    assert len(axes) == 2
    assert codes_of(made).count("import/table-goes-on") == 1
    assert codes_of(made).count("import/total-row") == 1


def test_a_project_goes_on_in_the_second_half() -> None:
    steps = [["Projet", "Activité", "Responsable"], ["Portail", "Étude", "Service A"]]
    made = read_paper(_TITLE, steps, [["", "Formation", "Service B"], ["Forum", "Appel", "Service A"]])
    portal, forum = commitments_of(made)
    assert [step["title"]["fr"] for step in portal["milestones"]] == ["Étude", "Formation"]
    assert [step["title"]["fr"] for step in forum["milestones"]] == ["Appel"]


@pytest.mark.parametrize(
    "second",
    [
        [["Le Président", "Le Secrétaire", "Le Rapporteur", "Le Directeur"], ["A", "B", "C", "D"]],
        [["Budget", "1000 DH", "Source", "Commune"]],
        [["3", "Charte", "Service C"]],
        [["Fait à Fictiville", "<", "<", "<"]],
    ],
)
def test_another_table_is_another(second: list[list[str]]) -> None:
    made = read_paper(_TITLE, _FIRST, second)
    assert len(commitments_of(made)) == 2
    assert "import/table-goes-on" not in codes_of(made)


def test_words_between_two_tables_part_them() -> None:
    made = read_paper(_TITLE, _FIRST, "Le comité s’est réuni deux fois.", _SECOND)
    assert len(commitments_of(made)) == 2
    assert "import/table-goes-on" not in codes_of(made)


@pytest.mark.parametrize("more", [[], ["x"]])
@pytest.mark.parametrize("numbers", [("1", "2", "3", "4"), ("1.1", "1.2", "1.3", "1.4"), ("١", "٢", "٣", "٤")])
@pytest.mark.parametrize("title", [_TITLE, "= Rapport d’avancement du plan d’action 2026-2028"])
def test_projects_that_are_not_read_below_those_of_their_numbers_are_said(
    title: str, numbers: tuple[str, ...], more: list[str]
) -> None:
    first = [_HEADS, *([number, *row[1:]] for number, row in zip(numbers, _FIRST[1:], strict=False))]
    second = [[number, *row[1:], *more] for number, row in zip(numbers[2:], _SECOND, strict=True)]
    made = read_paper(title, "Commune de Fictiville", first, "Le comité s’est réuni deux fois.", second)
    assert len(commitments_of(made)) == 2
    (said,) = (one for one in made.findings if one.code == "import/rows-without-headings")
    assert (said.severity, said.params, said.location.cell) == ("warning", {"text": "Charte", "count": 2}, "A1")


@pytest.mark.parametrize("number", ["1", "2", "7", "x"])
def test_other_tables_without_headings_are_no_projects_that_were_not_read(number: str) -> None:
    made = read_paper(_TITLE, _FIRST, "Le comité s’est réuni.", [[number, "Ali Alami", "Service B", "présent"]])
    assert "import/rows-without-headings" not in codes_of(made)


@pytest.mark.parametrize("between", [(), ("Suite du tableau",)])
@pytest.mark.parametrize("heads", [["N°", "Projet", "Activité", "Échéance"], ["Axe", "Projet", "Activité", "Échéance"]])
def test_the_same_headings_over_a_row_without_project_go_on(heads: list[str], between: tuple[str, ...]) -> None:
    first = [heads, ["1", "Portail", "Étude", "mars 2026"], ["2", "Forum", "Appel", "mai 2026"]]
    second = [heads, ["", "", "Tenue", "octobre 2026"], ["3", "Atlas", "Relevé", "juin 2027"]]
    made = read_paper(_TITLE, first, *between, second)
    steps = {each["title"]["fr"]: [step["title"]["fr"] for step in each["milestones"]] for each in commitments_of(made)}
    assert steps == {"Portail": ["Étude"], "Forum": ["Appel", "Tenue"], "Atlas": ["Relevé"]}
    assert [finding.params for finding in made.findings if finding.code == "import/table-goes-on"] == [
        {"text": "Tenue"}
    ]
    assert unmapped(made) == {}


def test_a_blank_axis_below_headings_again_is_that_of_the_last_row() -> None:
    heads = ["Axe", "Projet", "Échéance"]
    first = [heads, ["Écoute", "Portail", "mars 2026"], ["Ouverture", "Forum", "mai 2026"]]
    made = read_paper(_TITLE, first, [heads, ["", "Atlas", "juin 2027"]])
    assert [each["axes"] for each in commitments_of(made)] == [["@Écoute"], ["@Ouverture"], ["@Ouverture"]]


def test_the_same_headings_over_a_full_row_begin_anew() -> None:
    made = read_paper(_TITLE, _FIRST, [_HEADS, *_SECOND])
    assert len(commitments_of(made)) == 4
    assert "import/table-goes-on" not in codes_of(made)


@pytest.mark.parametrize(
    ("axes", "heads"),
    [
        (("## Axe 1 : Transparence", "## Axe 2 : Inclusion"), _HEADS),
        (("## المحور 1: الشفافية", "## المحور 2: الإدماج"), ["رقم", "المشروع", "المسؤول", "الأجل"]),
    ],
)
def test_projects_of_the_next_axis_without_headings_are_read_and_said(axes: tuple[str, str], heads: list[str]) -> None:
    made = read_paper(_TITLE, axes[0], [heads, *_FIRST[1:]], axes[1], _SECOND)
    found = commitments_of(made)
    assert [(one["number"], one["end"]) for one in found[2:]] == [("3", "2026-08"), ("4", "2027-05")]
    assert len({tuple(one["axes"]) for one in found[:2]}) == len({tuple(one["axes"]) for one in found[2:]}) == 1
    assert found[0]["axes"] != found[2]["axes"]
    assert codes_of(made).count("import/table-goes-on") == 1
    assert codes_of(made).count("import/column-by-cells") == len(heads)
    assert not unmapped(made)


@pytest.mark.parametrize(
    "second",
    [
        [["3", "Charte", "Service C"]],
        [["Le Président", "Le Secrétaire", "Le Rapporteur", "Le Directeur"], ["A", "B", "C", "D"]],
    ],
)
def test_another_table_below_the_next_axis_is_none_of_projects(second: list[list[str]]) -> None:
    made = read_paper(_TITLE, "## Axe 1 : Transparence", _FIRST, "## Axe 2 : Inclusion", second)
    assert len(commitments_of(made)) == 2
    assert "import/table-goes-on" not in codes_of(made)
