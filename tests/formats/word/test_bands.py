"""Rows over all columns of a table of projects that name axes without the word for it; all made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

_HEAD = ["N°", "Projet", "Service responsable", "Coût"]
_ONE, _TWO, _THREE = (
    ["1", "Abc", "DSI", "10 000 DH"],
    ["2", "Def", "DSI", "20 000 DH"],
    ["3", "Ghi", "DAF", "30 000 DH"],
)

_OF_PLAN = ("framework", "period")


def _band(text: str) -> list[str]:
    return [text, "<", "<", "<"]


def _read(*rows: list[str]) -> tuple[list[str], list[list[str]], list[str]]:
    made = read_paper("= Programme d’ouverture 2025-2027", [_HEAD, *rows])
    made = replace(made, findings=tuple(one for one in made.findings if one.params.get("field") not in _OF_PLAN))
    (plan,) = tree_of(made)["plans"]
    axes = [f"{axis.get('number', '')} {axis['title']['fr']}".strip() for axis in plan.get("axes", ())]
    return axes, [each.get("axes", []) for each in commitments_of(made)], codes_of(made)


@pytest.mark.parametrize(
    ("first", "second", "axes"),
    [
        ("I. Gouvernance", "II. Citoyenneté", ["I Gouvernance", "II Citoyenneté"]),
        ("1. Gouvernance", "2. Citoyenneté", ["1 Gouvernance", "2 Citoyenneté"]),
        ("Gouvernance", "Citoyenneté active", ["Gouvernance", "Citoyenneté active"]),
    ],
)
def test_bands_above_projects_are_axes(first: str, second: str, axes: list[str]) -> None:
    found, tied, codes = _read(_band(first), _ONE, _TWO, _band(second), _THREE)
    assert found == axes
    assert tied == [["@Gouvernance"], ["@Gouvernance"], [f"@{axes[1].removeprefix('II ').removeprefix('2 ')}"]]
    assert codes.count("import/assumed") == len(axes)


@pytest.mark.parametrize(
    ("rows", "axes", "code"),
    [
        ([_band("Gouvernance"), _ONE, _TWO], ["Gouvernance"], ""),
        (
            [_band("Proximité"), _band("Vie culturelle"), _ONE, _band("Citoyenneté"), _TWO],
            ["Proximité", "Vie culturelle", "Citoyenneté"],
            "",
        ),
        (
            [_band("Gouvernance"), _ONE, _band("Les coûts sont des estimations."), _TWO],
            ["Gouvernance"],
            "import/note-row",
        ),
    ],
)
def test_bands_over_projects_are_axes_and_said_and_a_sentence_is_a_note(
    rows: list[list[str]], axes: list[str], code: str
) -> None:
    found, tied, codes = _read(*rows)
    assert found == axes
    assert all(tied)
    assert codes.count("import/assumed") == len(axes)
    assert not code or code in codes


def test_a_title_alone_over_numbered_projects_is_their_axis_and_said() -> None:
    found, tied, codes = _read(["", "Gouvernance", "", ""], _ONE, _TWO)
    assert (found, tied) == (["Gouvernance"], [["@Gouvernance"], ["@Gouvernance"]])
    assert "import/assumed" in codes


def test_bands_behind_projects_are_kept() -> None:
    found, tied, codes = _read(_ONE, _band("Gouvernance"), _TWO, _band("Citoyenneté"), _THREE)
    assert found == []
    assert not any(tied)
    assert "import/pieces-kept" in codes


def test_a_note_behind_all_others_is_none() -> None:
    found, tied, codes = _read(_band("Gouvernance"), _ONE, _band("Citoyenneté"), _TWO, _band("Document de travail"))
    assert found == ["Gouvernance", "Citoyenneté"]
    assert len(tied) == 2
    assert "import/row-without-title" in codes


@pytest.mark.parametrize(
    ("rows", "axes"),
    [
        ([["I", "Un", "", ""], _ONE, _TWO, ["II", "Deux", "", ""], _THREE], ["I Un", "II Deux"]),
        ([["A", "Un", "<", "<"], _ONE, ["B", "Deux", "<", "<"], _TWO, _THREE], ["A Un", "B Deux"]),
        (
            [["1", "Un", "", ""], ["1.1", *_ONE[1:]], ["2", "Deux", "", ""], ["2.1", *_TWO[1:]]],
            ["1 Un", "2 Deux"],
        ),
        (
            [["", "I. Un", "", ""], ["", "1. Abc", "DSI", ""], ["", "II. Deux", "", ""], ["", "2. Def", "DSI", ""]],
            ["I Un", "II Deux"],
        ),
    ],
)
def test_rows_of_a_number_and_a_name_are_axes_where_numbers_tell(rows: list[list[str]], axes: list[str]) -> None:
    found, tied, codes = _read(*rows)
    assert found == axes
    second = rows.index(next(row for row in rows if row[1].endswith("Deux")))
    assert tied == [["@Un"]] * (second - 1) + [["@Deux"]] * (len(rows) - second - 1)
    assert codes.count("import/assumed") == len(axes) or "import/levels-by-number" in codes


def test_one_row_of_another_kind_of_number_above_projects_is_their_axis() -> None:
    found, tied, codes = _read(["I", "Un", "", ""], _ONE, _TWO)
    assert (found, tied) == (["I Un"], [["@Un"], ["@Un"]])
    assert "import/levels-by-number" in codes


@pytest.mark.parametrize(
    "rows",
    [
        [["1", "Un", "", ""], ["2", *_TWO[1:]], ["3", "Deux", "", ""], ["4", *_THREE[1:]]],
        [_ONE, ["I", "Un", "", ""], _TWO, ["II", "Deux", "", ""], _THREE],
    ],
)
def test_other_rows_without_more_are_projects(rows: list[list[str]]) -> None:
    found, tied, _ = _read(*rows)
    assert found == []
    assert len(tied) == len(rows)


PORTAL, FUND = "Portail des démarches", "Fonds des quartiers"


def _of_projects(*titles: str) -> list[list[str]]:
    first, second = titles
    heads = ["Activité", "Responsable", "Échéance"]
    steps = [["Choisir l'outil", "DSI", "mars 2026"], ["Former", "RH", "juin 2026"], ["Régler", "SF", "mai 2026"]]
    return [heads, [first, "", ""], *steps[:2], [second, "", ""], steps[2]]


LIST = [["N°", "Projet", "Responsable"], ["1", PORTAL, "DSI"], ["2", FUND, "SF"]]


@pytest.mark.parametrize(
    ("above", "titles", "assumed"),
    [
        ([], (f"Projet 1 : {PORTAL}", f"Projet 2 : {FUND}"), 0),
        ([LIST], ("Projet 1", "Projet 2"), 0),
        ([], (f"1. {PORTAL}", f"2. {FUND}"), 2),
        ([], (PORTAL, FUND), 2),
        ([LIST], (PORTAL, FUND), 0),
    ],
)
@pytest.mark.parametrize("merged", [False, True])
def test_titles_alone_above_activities_are_their_projects(
    above: list[object], titles: tuple[str, str], assumed: int, merged: bool
) -> None:
    table = _of_projects(*titles)
    for row in table if merged else ():
        row[1:] = row[1:] if row[1] else ["<", "<"]
    made = read_paper("Commune de Zagora", "# Programme d'ouverture 2026-2027", *above, table)
    plan = tree_of(made)["plans"][0]
    assert [
        (each["title"]["fr"], [step["title"]["fr"] for step in each["milestones"]]) for each in plan["commitments"]
    ] == [(PORTAL, ["Choisir l'outil", "Former"]), (FUND, ["Régler"])]
    said = [each for each in made.findings if each.code == "import/assumed" and each.params["field"] == "title"]
    assert len(said) == assumed


@pytest.mark.parametrize("titles", [("Phase 1 : préparer", "Phase 2 : ouvrir"), ("1er trimestre", "2e trimestre")])
def test_titles_of_phases_above_activities_are_no_projects(titles: tuple[str, str]) -> None:
    made = read_paper("Commune de Zagora", "# Programme d'ouverture 2026-2027", LIST, _of_projects(*titles))
    assert len(tree_of(made)["plans"][0]["commitments"]) == len(LIST) - 1
