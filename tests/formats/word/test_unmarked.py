"""Headings that say neither what they name nor what they ask: which are commitments, which are none; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.words.markers import read_marker


def _plan(*blocks: object) -> Any:
    (plan,) = tree_of(read_paper(*blocks))["plans"]
    return plan


def _steps(plan: Any) -> list[tuple[str, list[str]]]:
    """Gives the title of each commitment, with the titles of its milestones."""
    return [
        (next(iter(one["title"].values())), [next(iter(step["title"].values())) for step in one.get("milestones", [])])
        for one in plan["commitments"]
    ]


FLAT = [["Milestone", "Responsible unit", "Start date"], ["Portal", "IT", "2025-01-01"]]


@pytest.mark.parametrize(
    ("title", "commitments", "unknown", "known", "marks"),
    [
        (
            "Action plan",
            ("Commitment 1: Budget", "Commitment 2: Data"),
            ("Which way will it go?",),
            "Milestones",
            "###",
        ),
        ("Plan d’action", ("Engagement 1 : Portail", "Engagement 2 : Maison"), ("Valeur locale",), "Jalons", "##"),
        ("Plan d’action", ("Portail citoyen", "Maison ouverte"), ("Couleur locale",), "Jalons", "##"),
        ("برنامج الانفتاح", ("المشروع 1: البوابة", "المشروع 2: الدار"), ("القيمة المضافة للمشروع",), "الأنشطة", "##"),
        ("Plan de acción", ("Compromiso N.º 1: Datos", "Compromiso N.º 2: Casa"), ("Valor local",), "Hitos", "!"),
    ],
)
def test_a_heading_that_each_commitment_has_is_none(
    title: str, commitments: tuple[str, ...], unknown: tuple[str, ...], known: str, marks: str
) -> None:
    blocks: list[object] = [f"= {title} 2025-2026"]
    for number, commitment in enumerate(commitments):
        blocks.append(f"# {commitment}")
        for heading in unknown:
            blocks += [f"{marks} {heading}", f"words {number}"]
        blocks += [f"{marks} {known}", f"* step {number}"]
    made = read_paper(*blocks)
    (plan,) = tree_of(made)["plans"]
    names = [(read_marker(each, ("commitment",)), each) for each in commitments]
    assert _steps(plan) == [
        (marker.title if marker else text, [f"step {number}"]) for number, (marker, text) in enumerate(names)
    ]
    assert [one["x_unmapped"][0]["label"] for one in plan["commitments"]] == [unknown[0]] * 2
    assert sorted(unmapped(made).values()) == ["words 0", "words 1"]
    assert "import/conflict" not in codes_of(made)


def test_below_one_numbered_commitment_a_deeper_heading_is_none() -> None:
    plan = _plan(
        "= Plan d’action 2025-2026", "# Engagement 1 : Portail", "## Valeur locale", "Beaucoup.", "## Jalons", "* Étude"
    )
    assert _steps(plan) == [("Portail", ["Étude"])]


def test_a_heading_of_the_same_level_as_the_question_is_none_where_a_higher_one_stands() -> None:
    plan = _plan("= Plan d’action 2025-2026", "# Portail", "## Valeur locale", "Beaucoup.", "## Jalons", "* Étude")
    assert _steps(plan) == [("Portail", ["Étude"])]


def test_headings_taken_for_commitments_are_said_once_and_those_that_say_so_are_not() -> None:
    made = read_paper("= Plan d’action 2025", "# Portail", "Problème : lent", "# Maison", "Problème : loin")
    (finding,) = (each for each in made.findings if each.code == "import/headings-taken")
    assert (finding.severity, finding.params["count"], finding.params["text"]) == ("info", 2, "Portail")
    assert finding.location.paragraph == 2
    made = read_paper("= Plan d’action 2025", "# Projet 1 : Portail", "Problème : lent")
    assert "import/headings-taken" not in codes_of(made)


TABLE = [["N°", "Projet", "Activité", "Échéance"], ["1", "Portail", "Étude", "2025-03"]]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("2025 - 2026", {"start": "2025", "end": "2026"}),
        ("(2025-2026)", {"start": "2025", "end": "2026"}),
        ("Période 2025-2026", {"start": "2025", "end": "2026"}),
        ("Conseil municipal, session d’octobre 2025", None),
        ("Royaume du Maroc", None),
    ],
)
@pytest.mark.parametrize("below", [["## Axe 1 : Transparence", TABLE], [TABLE]])
def test_before_the_first_part_of_a_plan_no_heading_is_a_commitment(
    line: str, period: dict[str, str] | None, below: list[object]
) -> None:
    made = read_paper(
        "! PROGRAMME D’OUVERTURE DE LA VILLE",
        f"! {line}",
        "# I. Contexte",
        "Les services sont dispersés.",
        "# II. Axes et projets retenus",
        *below,
    )
    (plan,) = tree_of(made)["plans"]
    assert _steps(plan) == [("Portail", ["Étude"])]
    assert (plan["title"], plan.get("period")) == ({"fr": "PROGRAMME D’OUVERTURE DE LA VILLE"}, period)
    assert list(unmapped(made).values()) == ["Les services sont dispersés."]


def test_where_no_part_says_what_it_is_the_introduction_is_none_either() -> None:
    plan = _plan(
        "! PROGRAMME D’OUVERTURE DE LA VILLE",
        "! Conseil municipal",
        "# I. Contexte",
        "Les services sont dispersés.",
        "# II. Projets",
        "## Portail",
        "Problème : lent",
        "## Maison",
        "Problème : loin",
    )
    assert _steps(plan) == [("Portail", []), ("Maison", [])]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("COMPROMISO N.º 1", "1"),
        ("COMPROMISO N.° 12", "12"),
        ("COMPROMISO Nro. 1", "1"),
        ("COMPROMISO Núm. 3", "3"),
        ("Compromiso nº 2: Datos", "2"),
        ("Commitment No. 1", "1"),
        ("Commitment No 4 – Budget", "4"),
        ("Fiche n.º 1", "1"),
        ("Fiche projet N°1", "1"),
        ("Engagement № 5", "5"),
        ("Engagement n. 6 : Portail", "6"),
        ("المشروع رقم 7", "7"),
        ("Projet N : Portail", "N"),
    ],
)
def test_signs_for_a_number(line: str, number: str) -> None:
    found = read_marker(line, ("commitment",))
    assert found is not None
    assert found.number == number
    assert found.title in ("", "Datos", "Budget", "Portail")


@pytest.mark.parametrize("line", ["COMPROMISO N.º 1", "COMPROMISO Nro. 1", "COMPROMISO N.° 1"])
def test_a_number_above_a_form_is_that_of_its_commitment(line: str) -> None:
    plan = _plan(
        "= Plan de acción 2025-2026", f"! {line}", [["Nombre del compromiso", "Datos"], ["Problema", "Faltan"]]
    )
    (commitment,) = plan["commitments"]
    assert (commitment["number"], commitment["title"]) == ("1", {"es": "Datos"})


def test_what_stands_right_below_an_unknown_question_is_its_answer() -> None:
    plan = _plan(
        "# Engagement 1 : Budget", "## Lien avec la vision ?", "Participation citoyenne : tous.", "Statut : achevé"
    )
    (commitment,) = plan["commitments"]
    assert [(each["label"], each["text"]) for each in commitment["x_unmapped"]] == [
        ("Lien avec la vision ?", "Participation citoyenne : tous.")
    ]
    assert (commitment["status"]["code"], "participation" in commitment) == ("completed", False)


def test_below_a_commitment_without_a_word_for_it_no_line_in_bold_is_another() -> None:
    plan = _plan(
        "= Plan d’action", "## Portail", "Problème : lent", "! Valeur locale", "Grande.", "! Jalons", "* Étude"
    )
    assert _steps(plan) == [("Portail", ["Étude"])]


@pytest.mark.parametrize("mark", ["#", "###", "!"])
def test_a_heading_behind_counted_projects_is_no_project(mark: str) -> None:
    made = read_paper(
        *("= Programme d'ouverture 2026-2027", f"{mark} Projet 1 : Abc", "Pilote : DSI", "Budget : 5 000 DH"),
        *(f"{mark} Projet 2 : Def", "Pilote : DAF", "Budget : 7 000 DH"),
        *(f"{mark} Budget global du programme", "Budget : 12 000 DH"),
    )
    (plan,) = tree_of(made)["plans"]
    assert [each["number"] for each in plan["commitments"]] == ["1", "2"]
    assert [each["budget"][0]["amount"]["value"] for each in (plan, *plan["commitments"])] == ["12000", "5000", "7000"]
    assert "import/headings-taken" not in codes_of(made)


@pytest.mark.parametrize("mark", ["#", "###", "!"])
@pytest.mark.parametrize(
    ("heading", "asked", "titles"),
    [
        ("Radio inventée", ["Pilote : DRH", "Budget : 3 000 DH"], ["Abc", "Def", "Radio inventée"]),
        ("Budget participatif", ["Pilote : DRH", "Budget : 3 000 DH"], ["Abc", "Def", "Budget participatif"]),
        ("Communication", ["Pilote : DRH", "Budget : 3 000 DH"], ["Abc", "Def"]),
        ("Suivi du programme", ["Pilote : DRH", "Budget : 3 000 DH"], ["Abc", "Def"]),
    ],
)
def test_a_heading_behind_counted_projects_that_is_asked_the_same_is_one_of_them(
    mark: str, heading: str, asked: list[str], titles: list[str]
) -> None:
    made = read_paper(
        *("= Programme d'ouverture 2026-2027", f"{mark} Projet 1 : Abc", "Pilote : DSI", "Budget : 5 000 DH"),
        *(f"{mark} Projet 2 : Def", "Pilote : DAF", "Budget : 7 000 DH", f"{mark} {heading}", *asked),
    )
    (plan,) = tree_of(made)["plans"]
    assert [each["title"]["fr"] for each in plan["commitments"]] == titles
    assert [len(each["budget"]) for each in plan["commitments"]] == [1] * len(titles)
    assert ("import/headings-taken" in codes_of(made), "budget" in plan) == (len(titles) > 2, len(titles) == 2)


def test_a_heading_behind_counted_projects_that_is_asked_its_problem_is_one() -> None:
    plan = _plan(
        *("= Programme d'ouverture 2026-2027", "# Projet 1 : Abc", "Pilote : DSI", "# Projet 2 : Def", "Pilote : DAF"),
        *("# Radio inventée", "Problème : lenteur"),
    )
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Abc", "Def", "Radio inventée"]


def test_a_line_in_bold_in_the_last_counted_project_is_of_it() -> None:
    plan = _plan(
        *("= Programme d'ouverture 2026-2027", "! Projet 1 : Abc", "Pilote : DSI", "! Projet 2 : Def", "Pilote : DAF"),
        *("! Étapes du forum", "* Inviter les associations", "Budget : 2 000 DH"),
    )
    assert [each["title"]["fr"] for each in plan["commitments"]] == ["Abc", "Def"]
    assert "budget" in plan["commitments"][1]
    assert "budget" not in plan


@pytest.mark.parametrize("heading", ["Réalisations 2026", "Tableau récapitulatif", "Budget 2026-2028", "منجزات 2026"])
def test_a_question_with_a_year_and_a_recap_name_no_project(heading: str) -> None:
    cards = [
        [["Responsable", name], ["Échéance", day]] for name, day in (("DSI", "2027"), ("SG", "2027"), ("X", "2026"))
    ]
    titles = ["# Marchés publiés", "# Carte du patrimoine", f"# {heading}"]
    blocks = [block for pair in zip(titles, cards, strict=True) for block in pair]
    made = read_paper("= Programme d’ouverture 2026-2028", *blocks)
    assert [one["title"]["fr"] for one in tree_of(made)["plans"][0]["commitments"]] == [
        "Marchés publiés",
        "Carte du patrimoine",
    ]


@pytest.mark.parametrize(
    ("heading", "projects", "columns"),
    [
        ("Situation d'ensemble", ("Projet", "État : En cours", "Taux : 55 %"), ("Projet", "État", "Taux")),
        ("Tableau récapitulatif", ("Projet", "État : En cours", "Taux : 55 %"), ("Projet", "État", "Taux")),
        ("Dashboard", ("Commitment", "Status: In progress", "Progress: 55 %"), ("Commitment", "Status", "Progress")),
        (
            "جدول تركيبي",
            ("المشروع", "الحالة: قيد الإنجاز", "نسبة الإنجاز: 55 %"),
            ("المشروع", "الحالة", "نسبة الإنجاز"),
        ),
    ],
)
def test_a_heading_over_a_table_of_the_counted_projects_is_none_of_them(
    heading: str, projects: tuple[str, str, str], columns: tuple[str, str, str]
) -> None:
    word, *lines = projects
    state, rate = (line.partition(":")[2].strip() for line in lines)
    rows = [[*columns], ["Portail", state, rate], ["École", state, rate]]
    made = read_paper(f"# {word} 1 : Portail", *lines, f"# {word} 2 : École", *lines, f"# {heading}", rows)
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [[*each["title"].values()] for each in commitments] == [["Portail"], ["École"]]


def test_a_heading_behind_counted_projects_with_answers_of_its_own_and_a_table_is_one() -> None:
    rows = [["Engagement", "Responsable", "Échéance"], ["Vote", "DSI", "2027"]]
    plan = _plan(
        *("= Programme d'ouverture 2026-2027", "# Projet 1 : Abc", "Responsable : DSI", "# Projet 2 : Def"),
        *("Responsable : DAF", "# Radio inventée", "Responsable : DRH", rows),
    )
    assert "Radio inventée" in [each["title"]["fr"] for each in plan["commitments"]]
