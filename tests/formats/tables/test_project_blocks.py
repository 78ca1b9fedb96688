"""Sheets with one table for each project, its title and labels above the header that is repeated; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import


def _blocks(heading: str, *, labels: bool = True, numbers: tuple[str, ...] = ("1.1", "1.2", "2.1")) -> list[list[Any]]:
    header = ["N°", heading, "Livrables", "Début", "Fin", "Responsable", "Etat"]
    first, second, third = numbers
    return [
        ["Plan d'action de la ville imaginaire 2026-2027"],
        [],
        ["Engagement n° 1 : Budget citoyen"],
        *([["Structure responsable :", "Finances", "", "Budget :", "6 000 DT"]] if labels else []),
        header,
        [first, "Former l'équipe", "Attestations", "15/01/2026", "28/02/2026", "Ressources humaines", "Réalisé"],
        [second, "Publier le numéro 1", "Numéro 1", "01/03/2026", "31/03/2026", "Informatique", "En cours"],
        [],
        ["Engagement n° 2 : Carte des espaces verts"],
        *([["Structure responsable :", "Technique", "", "Budget :", "4 000 DT"]] if labels else []),
        header,
        [third, "Inventorier", "Liste", "15/01/2026", "28/02/2026", "Association Exemple", "Réalisé"],
    ]


def _plan(imported: Import) -> dict[str, Any]:
    (plan,) = shown(imported)["plans"]
    assert isinstance(plan, dict)
    return plan


def _names(parties: list[dict[str, Any]]) -> list[str]:
    return [text for party in parties for text in party["name"].values()]


@pytest.mark.parametrize(
    "heading", ["Jalons", "Étapes", "Etape / action", "Actions", "Actions à mener", "Tâches", "Libellé", "Activités"]
)
@pytest.mark.parametrize("numbers", [("1.1", "1.2", "2.1"), ("1", "2", "1")])
@pytest.mark.parametrize("wide", [True, False])
def test_each_block_is_a_project_with_its_labels_and_steps(heading: str, numbers: tuple[str, ...], wide: bool) -> None:
    grid = sheet(*_blocks(heading, numbers=numbers), merges=("A3:G3", "A9:G9") if wide else ())
    imported = read(grid)
    one, two = _plan(imported)["commitments"]
    assert [(each["number"], each["title"]["fr"]) for each in (one, two)] == [
        ("1", "Budget citoyen"),
        ("2", "Carte des espaces verts"),
    ]
    assert [_names(each["leads"]) for each in (one, two)] == [["Finances"], ["Technique"]]
    assert one["budget"] == [{"amount": {"value": "6000", "currency": "TND"}}]
    assert [step["number"] for each in (one, two) for step in each["milestones"]] == list(numbers)
    assert one["milestones"][0] == {
        "number": numbers[0],
        "title": {"fr": "Former l'équipe"},
        "deliverable": {"fr": "Attestations"},
        "start": "2026-01-15",
        "due": "2026-02-28",
        "leads": [{"name": {"fr": "Ressources humaines"}}],
        "status": {"code": "completed", "original": "Réalisé"},
    }
    assert _names(two["milestones"][0]["leads"]) == ["Association Exemple"]
    assert {code for code in codes(imported) if code != "import/assumed"} == set()
    assert accounted(imported, grid)


def test_blocks_without_labels_are_projects_too() -> None:
    imported = read(sheet(*_blocks("Étapes", labels=False), merges=("A3:G3", "A8:G8")))
    assert [len(one["milestones"]) for one in _plan(imported)["commitments"]] == [2, 1]


def test_many_labels_below_each_other_above_a_table_of_actions() -> None:
    header = ["N°", "Actions", "Responsable", "Fin"]
    rows: list[list[Any]] = [
        ["Engagement n° 1 : Budget citoyen"],
        ["Problème :", "Nul ne le comprend"],
        ["Objectif :", "Expliquer"],
        ["Structure responsable :", "Finances"],
        header,
        ["1.1", "Former", "RH", "03/2026"],
        [],
        ["Engagement n° 2 : Carte verte"],
        ["Problème :", "Pas de carte"],
        ["Objectif :", "Montrer"],
        ["Structure responsable :", "Technique"],
        header,
        ["2.1", "Inventorier", "Voirie", "06/2026"],
    ]
    one, two = _plan(read(sheet(*rows)))["commitments"]
    assert (one["number"], one["problem"], one["objectives"]) == (
        "1",
        {"fr": "Nul ne le comprend"},
        {"fr": "Expliquer"},
    )
    assert two["milestones"] == [
        {"number": "2.1", "title": {"fr": "Inventorier"}, "leads": [{"name": {"fr": "Voirie"}}], "due": "2026-06"}
    ]


def test_axes_between_the_blocks_hold_those_below_them() -> None:
    header = ["ع.ر", "المراحل", "المسؤول", "الحالة"]
    grid = sheet(
        ["خطة عمل بلدية الخيال 2026-2028"],
        ["المحور 1: الشفافية"],
        ["التعهد عدد 1: الميزانية المفتوحة"],
        ["الهيكل المسؤول:", "المالية"],
        header,
        ["1", "تكوين الفريق", "المالية", "منجز"],
        ["2", "نشر العدد", "الإعلامية", "في طور الإنجاز"],
        ["التعهد عدد 2: خريطة خضراء"],
        ["الهيكل المسؤول:", "الفنية"],
        header,
        ["1", "جرد", "جمعية", "منجز"],
        ["المحور 2: المشاركة"],
        ["التعهد عدد 3: مجلس الشباب"],
        ["الهيكل المسؤول:", "الشباب"],
        header,
        ["1", "انتخاب", "الشباب", "لم ينطلق"],
    )
    imported = read(grid)
    plan = _plan(imported)
    assert [(one["number"], one["axes"], len(one["milestones"])) for one in plan["commitments"]] == [
        ("1", ["الشفافية"], 2),
        ("2", ["الشفافية"], 1),
        ("3", ["المشاركة"], 1),
    ]
    assert accounted(imported, grid)


def test_labels_bear_the_numbers_and_a_label_without_an_answer_says_nothing() -> None:
    header = ["Hitos", "Inicio", "Fin"]
    grid = sheet(
        ["Compromiso n.º 1", "Presupuesto abierto"],
        ["Problema:", "Nadie lo entiende"],
        header,
        ["Formar", "2026", "2026"],
        [],
        ["Compromiso n.º 2", "Mapa verde"],
        ["Problema:", "", "Responsable:", "Obras"],
        header,
        ["Inventario", "2026", "2027"],
    )
    imported = read(grid)
    one, two = _plan(imported)["commitments"]
    assert [(each["number"], each["title"]) for each in (one, two)] == [
        ("1", {"es": "Presupuesto abierto"}),
        ("2", {"es": "Mapa verde"}),
    ]
    assert "problem" not in two
    assert _names(two["leads"]) == ["Obras"]
    assert accounted(imported, grid)


def test_totals_and_notes_below_a_block_belong_to_it() -> None:
    header = ["Activités", "Échéance", "Budget (DH)"]
    imported = read(
        sheet(
            ["Projet 1 - Portail"],
            header,
            ["Étude", "03/2026", 100],
            ["Total", "", 100],
            ["NB : montants prévisionnels"],
            [],
            ["Projet 2 - Forum"],
            header,
            ["Réunir", "06/2026", 50],
        )
    )
    assert [len(one["milestones"]) for one in _plan(imported)["commitments"]] == [1, 1]
    assert {"import/total-row", "import/note-row"} <= set(codes(imported))


def test_one_project_a_sheet() -> None:
    header = ["N°", "Étapes", "Fin"]
    imported = read(
        sheet(["Engagement 1 : Budget"], ["Pilote :", "DAF"], header, [1, "Former", "2026"], name="E1"),
        sheet(["Engagement 2 : Carte"], ["Pilote :", "DST"], header, [1, "Former", "2027"], name="E2"),
    )
    one, two = _plan(imported)["commitments"]
    assert [step["due"] for each in (one, two) for step in each["milestones"]] == ["2026", "2027"]
    assert _names(two["leads"]) == ["DST"]


def test_steps_alone_are_activities() -> None:
    (activity,) = _plan(read(sheet(["Étapes", "Responsable", "Échéance"], ["Former", "DAF", "2026"])))["activities"]
    assert activity["title"] == {"fr": "Former"}


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("labelled", [True, False])
def test_titles_without_a_word_are_projects_where_labels_or_numbers_say_so(numbered: bool, labelled: bool) -> None:
    header = ["N°", "Étapes", "Fin"]
    rows: list[list[Any]] = [["Plan d'action 2026-2027 de la ville imaginaire"], []]
    for number, title in (("1", "Budget citoyen"), ("2", "Carte verte")):
        rows += [[f"{number}. {title}" if numbered else title]]
        rows += [["Responsable :", "DAF"]] if labelled else []
        rows += [header, [f"{number}.1", "Former", "2026"], [f"{number}.2", "Publier", "2026"], []]
    grid = sheet(*rows)
    imported = read(grid)
    plan = _plan(imported)
    assert accounted(imported, grid)
    if not (numbered or labelled):
        assert "commitments" not in plan
        return
    assert [(one.get("number"), one["title"]["fr"], len(one["milestones"])) for one in plan["commitments"]] == [
        ("1" if numbered else None, "Budget citoyen", 2),
        ("2" if numbered else None, "Carte verte", 2),
    ]
    assumed = [finding for finding in imported.findings if finding.params.get("field") == "commitments"]
    assert len(assumed) == 2


_HEADER = ["Activité", "Échéance", "Observations"]
_BLOCKS: list[list[Any]] = [["Projet 1 : Portail"], _HEADER, ["Étude", "2025", ""], ["Achat", "2026", ""], [],
                            ["Projet 2 : Forum"], _HEADER, ["Réunir", "2025", ""]]  # fmt: skip


@pytest.mark.parametrize("gap", [[], [[""]]])
def test_who_is_responsible_above_the_first_of_several_projects_is_so_for_all(gap: list[list[Any]]) -> None:
    grid = sheet(["Plan d'action 2025-2027"], ["Responsable", "DSI"], *gap, *_BLOCKS)
    imported = read(grid)
    assert accounted(imported, grid)
    assert [one["leads"] for one in commitments_of(imported)] == [[{"name": {"fr": "DSI"}}]] * 2
    assert any(one.code == "import/assumed" and one.location.cell == "B2" for one in imported.findings)


def test_what_else_stands_above_the_first_of_several_projects_is_kept() -> None:
    grid = sheet(["Plan d'action 2025-2027"], ["Échéance", "2026"], *_BLOCKS)
    imported = read(grid)
    assert accounted(imported, grid)
    assert not any("end" in one for one in commitments_of(imported))
    assert "import/kept-above" in codes(imported)


def test_who_is_responsible_below_the_title_of_a_project_is_so_for_it_alone() -> None:
    grid = sheet(["Plan d'action 2025-2027"], _BLOCKS[0], ["Responsable", "DSI"], *_BLOCKS[1:])
    assert [one.get("leads") for one in commitments_of(read(grid))] == [[{"name": {"fr": "DSI"}}], None]


def test_labels_above_the_titles_of_all_projects_are_of_each() -> None:
    rows = [["Responsable", "DSI"], *_BLOCKS[:5], ["Responsable", "DG"], *_BLOCKS[5:]]
    grid = sheet(["Plan d'action 2025-2027"], [""], *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    found = [(one["leads"], len(one["milestones"])) for one in commitments_of(imported)]
    assert found == [([{"name": {"fr": "DSI"}}], 2), ([{"name": {"fr": "DG"}}], 1)]


@pytest.mark.parametrize(
    ("head", "word"),
    [("Actions", "Projet"), ("Mesures", "Engagement"), ("Actions", "Commitment"), ("الأعمال", "المشروع")],
)
def test_actions_below_lines_that_name_projects_are_their_activities(head: str, word: str) -> None:
    rows = [[f"{word} 1 : Portail"], ["Étude", "DSI"], ["Ouverture", "DSI"], [f"{word} 2 : Forum"], ["Réunion", "SG"]]
    (plan,) = shown(read(sheet([head, "Responsable"], *rows)))["plans"]
    found = [
        (
            next(iter(one["title"].values())),
            [next(iter(step["title"].values())) for step in one.get("milestones", ())],
        )
        for one in plan["commitments"]
    ]
    assert found == [("Portail", ["Étude", "Ouverture"]), ("Forum", ["Réunion"])]


def test_actions_of_which_some_stand_above_all_lines_of_projects_are_projects() -> None:
    rows = [["Étude", "DSI"], ["Projet 1 : Portail"], ["Ouverture", "DSI"]]
    (plan,) = shown(read(sheet(["Actions", "Responsable"], *rows)))["plans"]
    assert len(plan["commitments"]) == 3
