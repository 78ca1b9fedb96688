"""General and specific objectives beside each other, in sheets and Word: both are kept; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet
from tests.formats.word.papers import codes_of, read_paper, tree_of

PAIRS = [
    ("Objectif général", "Objectifs spécifiques"),
    ("General objective", "Specific objectives"),
    ("الهدف العام", "الأهداف الخاصة"),
    ("Objetivo general", "Objetivos específicos"),
    ("Objectifs spécifiques", "Objectif général"),
    ("Objectif", "Objectifs spécifiques"),
]
FIRST, SECOND = "Ouvrir la mairie", "Publier trois jeux"
BOTH = [f"{FIRST}\n{SECOND}"]
TITLE = "= Programme d’ouverture 2025-2026"


@pytest.mark.parametrize("pair", PAIRS)
def test_columns_of_both_are_one_text_after_the_other(pair: tuple[str, str]) -> None:
    grid = sheet(["Projet", "Responsable", *pair], ["Portail", "DSI", FIRST, SECOND])
    made = read(grid)
    assert [list(each["objectives"].values()) for each in commitments_of(made)] == [BOTH]
    assert "import/conflict" not in codes(made)
    assert accounted(made, grid)


@pytest.mark.parametrize("pair", PAIRS)
def test_labels_and_columns_of_both_in_word_are_one_text_after_the_other(pair: tuple[str, str]) -> None:
    one, other = pair
    papers = (
        read_paper(TITLE, "# Projet 1 : Portail", f"{one} : {FIRST}", f"{other} : {SECOND}", "Responsable : DSI"),
        read_paper(TITLE, [["Projet", "Portail"], [one, FIRST], [other, SECOND], ["Responsable", "DSI"]]),
        read_paper(TITLE, [["Projet", one, other, "Responsable"], ["Portail", FIRST, SECOND, "DSI"]]),
    )
    for made in papers:
        (project,) = tree_of(made)["plans"][0]["commitments"]
        assert list(project["objectives"].values()) == BOTH
        assert "import/conflict" not in codes_of(made)


def test_two_of_one_kind_contradict() -> None:
    table = [["Projet", "Portail"], ["Objectif général", FIRST], ["Objectif global", SECOND], ["Responsable", "DSI"]]
    made = read_paper(TITLE, table)
    assert list(tree_of(made)["plans"][0]["commitments"][0]["objectives"].values()) == [FIRST]
    assert "import/conflict" in codes_of(made)


def test_both_said_again_are_used_once() -> None:
    pair = PAIRS[0]
    rows = [["Projet", "Activité", *pair], *(["Portail", step, FIRST, SECOND] for step in ("Appel", "Recette"))]
    made = read(sheet(*rows))
    assert [list(each["objectives"].values()) for each in commitments_of(made)] == [BOTH]
    assert "import/conflict" not in codes(made)


@pytest.mark.parametrize(
    "labels",
    [
        ("Objectif général", "Objectif spécifique", "Objectif opérationnel"),
        ("الهدف العام", "الهدف الخاص", "الهدف الإجرائي"),
        ("Objetivo general", "Objetivos específicos", "Objetivo operativo"),
    ],
)
def test_three_levels_of_a_card_are_one_text_after_the_other(labels: tuple[str, str, str]) -> None:
    said = dict(zip(labels, (FIRST, SECOND, "Former deux agents"), strict=True))
    papers = (
        read_paper(TITLE, "# Projet 1 : Portail", *(f"{label} : {text}" for label, text in said.items())),
        read_paper(TITLE, [["Projet", "Portail"], *([label, text] for label, text in said.items())]),
    )
    for made in papers:
        (project,) = tree_of(made)["plans"][0]["commitments"]
        assert list(project["objectives"].values()) == ["\n".join(said.values())]
        assert not {"import/conflict", "import/label-unknown"} & set(codes_of(made))


def test_an_axis_lists_its_objectives() -> None:
    listed = [{"fr": FIRST}, {"fr": SECOND}]
    rows = ["Transparence", FIRST, "Portail"], ["Transparence", SECOND, "Séances"]
    made = read(sheet(["Axe", "Objectifs de l'axe", "Projet"], *rows))
    assert made.document is not None
    axes = [["Objectifs", f"{FIRST}\n{SECOND}"]]
    paper = read_paper(TITLE, "# Axe 1 : Transparence", axes, "## Projet 1 : Portail", [["Responsable", "DSI"]])
    for plans in (made.document.tree["plans"], tree_of(paper)["plans"]):
        assert [axis["objectives"] for axis in plans[0]["axes"]] == [listed]
