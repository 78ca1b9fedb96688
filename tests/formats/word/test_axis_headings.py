"""Headings that name an axis without the word for it, above commitments that say what they are; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

FRENCH = "= Programme d’ouverture de la commune 2025-2027"
ARABIC = "= برنامج عمل الانفتاح للجماعة 2025-2027"


def _axes(made: Any) -> tuple[list[tuple[str | None, str]], list[list[str]]]:
    """Gives number and title of each axis, and the axes of each commitment."""
    (plan,) = tree_of(made)["plans"]
    axes = [(one.get("number"), next(iter(one["title"].values()))) for one in plan.get("axes", [])]
    return axes, [one.get("axes", []) for one in plan["commitments"]]


def _assumed(made: Any) -> list[str]:
    return [
        each.params["value"]
        for each in made.findings
        if each.code == "import/assumed" and each.params["field"] in ("axis", "subaxis")
    ]


def _programme(title: str, axes: tuple[str, str], marks: tuple[str, str], project: str, said: str) -> list[str]:
    first, second = (f"{marks[0]}{axis}" for axis in axes)
    projects = [f"{marks[1]}{project.format(number)}" for number in (1, 2, 3)]
    return [title, first, projects[0], said, projects[1], said, second, projects[2], said]


@pytest.mark.parametrize("marks", [("# ", "## "), ("! ", "! "), ("## ", "## "), ("# ", "")])
@pytest.mark.parametrize(
    ("axes", "read"),
    [
        (("Transparence", "Participation citoyenne"), ((None, "Transparence"), (None, "Participation citoyenne"))),
        (("I. Transparence", "II. Écoute"), (("I", "Transparence"), ("II", "Écoute"))),
        (("1. Transparence", "2. Écoute"), (("1", "Transparence"), ("2", "Écoute"))),
        (("Finalité n° 1 : Transparence", "Finalité n° 2 : Écoute"), (("1", "Transparence"), ("2", "Écoute"))),
        (("Domaine I : Transparence", "Domaine II : Écoute"), (("I", "Transparence"), ("II", "Écoute"))),
    ],
)
def test_headings_above_projects_are_axes(
    axes: tuple[str, str], read: tuple[tuple[str | None, str], ...], marks: tuple[str, str]
) -> None:
    made = read_paper(*_programme(FRENCH, axes, marks, "Projet {0} : Portail {0}", "Objectif : ouvrir"))
    titles = [title for _, title in read]
    assert _axes(made) == (list(read), [[f"@{titles[0]}"], [f"@{titles[0]}"], [f"@{titles[1]}"]])
    assert _assumed(made) == titles
    assert not unmapped(made)


@pytest.mark.parametrize(
    ("axes", "numbers", "is_said"),
    [
        (("الشفافية والولوج إلى المعلومة", "الإنصات"), (None, None), True),
        (("أولا: الشفافية", "ثانيا: الإنصات"), ("1", "2"), True),
        (("1- الشفافية", "2- الإنصات"), ("1", "2"), True),
        (("محور الشفافية", "محور الإنصات"), (None, None), True),
        (("I - محور الشفافية", "II - محور الإنصات"), ("I", "II"), True),
        (("الركيزة الأولى: الشفافية", "الركيزة الثانية: الإنصات"), ("1", "2"), True),
        (("أولا - مـحـور الشفافية", "ثانيا - مـحـور الإنصات"), ("1", "2"), False),
        (("الـمـحـور الأول: الشفافيـة", "الـمـحـور الثاني: الإنصات"), ("1", "2"), False),
    ],
)
def test_arabic_headings_above_projects_are_axes(
    axes: tuple[str, str], numbers: tuple[str | None, str | None], *, is_said: bool
) -> None:
    made = read_paper(*_programme(ARABIC, axes, ("! ", "! "), "المشروع {0}: بوابة {0}", "الهدف: الانفتاح"))
    read, of = _axes(made)
    assert [number for number, _ in read] == list(numbers)
    assert [title.split()[0].replace("ـ", "") for _, title in read] == ["الشفافية", "الإنصات"]
    assert of == [[f"@{read[0][1]}"], [f"@{read[0][1]}"], [f"@{read[1][1]}"]]
    assert bool(_assumed(made)) == is_said


def test_of_two_levels_above_projects_the_lower_ones_are_parts_of_an_axis() -> None:
    made = read_paper(
        FRENCH,
        "# Transparence",
        "## Accès",
        "### Projet 1 : A",
        "Objectif : x",
        "## Données",
        "### Projet 2 : B",
        "Objectif : y",
        "# Écoute",
        "## Débats",
        "### Projet 3 : C",
        "Objectif : z",
    )
    (plan,) = tree_of(made)["plans"]
    assert [(one["title"]["fr"], one.get("parent")) for one in plan["axes"]] == [
        ("Transparence", None),
        ("Accès", "@Transparence"),
        ("Données", "@Transparence"),
        ("Écoute", None),
        ("Débats", "@Écoute"),
    ]


ROWS = [["N°", "Projet", "Responsable"], ["1", "Portail", "SG"], ["2", "Guichet", "SG"]]
FORM = [["FICHE PROJET N° {0} : Portail {0}", "<"], ["Objectif", "Ouvrir"], ["Responsable", "SG"]]


def _form(number: int) -> list[list[str]]:
    return [[cell.format(number) for cell in row] for row in FORM]


@pytest.mark.parametrize("mark", ["# ", "! "])
def test_headings_above_tables_and_forms_of_several_projects_are_axes(mark: str) -> None:
    rows = read_paper(FRENCH, f"{mark}Transparence", ROWS, f"{mark}Écoute", [ROWS[0], ["3", "Forum", "SG"]])
    forms = read_paper(FRENCH, f"{mark}Transparence", _form(1), "", _form(2), f"{mark}Écoute", _form(3))
    for made in (rows, forms):
        assert _axes(made) == (
            [(None, "Transparence"), (None, "Écoute")],
            [["@Transparence"], ["@Transparence"], ["@Écoute"]],
        )


@pytest.mark.parametrize(
    "blocks",
    [
        (
            "# Introduction",
            "Bla.",
            "# Les projets",
            "## Projet 1 : A",
            "Objectif : x",
            "## Projet 2 : B",
            "Objectif : y",
        ),
        ("# Présentation", ROWS, "# Chronogramme", [["Projet", "T1 2026"], ["Portail", "X"], ["Guichet", ""]]),
        (
            "! Projet 1 : A",
            "Objectif : x",
            "! Valeur",
            "! Projet 2 : B",
            "Objectif : y",
            "! Portée",
            "! Projet 3 : C",
            "Objectif : z",
        ),
    ],
)
def test_what_holds_all_projects_or_stands_between_them_is_no_axis(blocks: tuple[object, ...]) -> None:
    made = read_paper(FRENCH, *blocks)
    assert _axes(made)[0] == []


@pytest.mark.parametrize(
    "blocks",
    [
        (
            "# Projets en cours",
            "## Projet 1 : A",
            "Objectif : x",
            "# Projets à lancer",
            "## Projet 2 : B",
            "Objectif : y",
        ),
        (
            "! Vue d’ensemble",
            "Bla.",
            "! Projet 1 : A",
            "Objectif : x",
            "! Couleur locale",
            "Grande.",
            "! Projet 2 : B",
            "Objectif : y",
            "! Projet 3 : C",
            "Objectif : z",
        ),
    ],
)
def test_headings_that_part_projects_and_are_no_sure_axes_are_kept(blocks: tuple[object, ...]) -> None:
    made = read_paper(FRENCH, *blocks)
    assert _axes(made)[0] == []
    kept = [str(block).lstrip("#! ") for block in blocks if str(block)[0] in "#!" and "Projet " not in str(block)]
    assert {text.strip() for text in kept} <= set(unmapped(made).values())
    assert any(each.code == "import/pieces-kept" for each in made.findings)


@pytest.mark.parametrize("between", [(), ("Ouvrir ce que fait la commune.",)])
@pytest.mark.parametrize(
    ("title", "heading", "projects", "axis"),
    [
        (FRENCH, "Chantier 1 : Grands travaux", ("Projet 1.1 : A",), ("1", "Grands travaux")),
        (FRENCH, "1. Grands travaux", ("Projet 1.1 : A", "Projet 1.2 : B"), ("1", "Grands travaux")),
        (FRENCH, "Transparence", ("Projet 1 : A", "Projet 2 : B"), (None, "Transparence")),
        (FRENCH, "Chantier 1 : Transparence", ("Projet 1 : A",), ("1", "Transparence")),
        (ARABIC, "الشفافية", ("المشروع 1: أ",), (None, "الشفافية")),
        ("= Plan de Gobierno Abierto 2026-2027", "Línea 1. Obras", ("Medida 1.1. Portal",), ("1", "Obras")),
    ],
)
def test_one_heading_above_all_projects_is_an_axis_where_words_or_numbers_say_so(
    title: str, heading: str, projects: tuple[str, ...], axis: tuple[str | None, str], between: tuple[str, ...]
) -> None:
    made = read_paper(title, f"# {heading}", *between, *(f"## {project}" for project in projects))
    assert _axes(made) == ([axis], [[f"@{axis[1]}"]] * len(projects))
    assert _assumed(made) == [axis[1]]


@pytest.mark.parametrize(
    ("title", "over", "project", "said", "behind", "counts"),
    [
        (
            "= Rapport d'avancement du programme d'ouverture 2025-2027",
            "# État d'avancement par projet",
            "## Projet {} : Portail {}",
            "Taux d'avancement : 65 %",
            "# Synthèse",
            ["Projets", "Achevés", "En cours"],
        ),
        (
            "= تقرير تقدم برنامج عمل الانفتاح 2025-2027",
            "# حالة تقدم المشاريع",
            "## المشروع {}: بوابة {}",
            "نسبة الإنجاز: 65 %",
            "# خلاصة",
            ["المشاريع", "المنجزة", "الجارية"],
        ),
    ],
)
def test_headings_of_a_report_itself_are_no_axes(
    title: str, over: str, project: str, said: str, behind: str, counts: list[str]
) -> None:
    projects = [line for n in (1, 2) for line in (project.format(n, n), said)]
    axes, own = _axes(read_paper(title, over, *projects, behind, [counts, ["2", "0", "2"]]))
    assert (axes, own[:2]) == ([], [[], []])


def test_a_heading_over_more_projects_of_a_report_is_no_axis_beside_axes() -> None:
    of = [["Projet", "Taux d'avancement"], ["Alpha", "10 %"], ["Beta", "20 %"]]
    more = [["Projet", "Taux d'avancement"], ["Gamma", "30 %"], ["Delta", "40 %"]]
    last = [["Projet", "Taux d'avancement"], ["Epsilon", "30 %"], ["Zeta", "40 %"]]
    made = read_paper(FRENCH, "# Transparence", of, "# Participation", more, "# Récapitulatif", last)
    axes, own = _axes(made)
    assert [title for _, title in axes] == ["Transparence", "Participation"]
    assert [len(each) for each in own] == [1, 1, 1, 1, 0, 0]
