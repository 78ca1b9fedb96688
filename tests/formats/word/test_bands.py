"""Rows over all columns of a table of projects that name axes without the word for it; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

_HEAD = ["N°", "Projet", "Service responsable", "Coût"]
_ONE, _TWO, _THREE = (
    ["1", "Abc", "DSI", "10 000 DH"],
    ["2", "Def", "DSI", "20 000 DH"],
    ["3", "Ghi", "DAF", "30 000 DH"],
)


def _band(text: str) -> list[str]:
    return [text, "<", "<", "<"]


def _read(*rows: list[str]) -> tuple[list[str], list[list[str]], list[str]]:
    made = read_paper("= Programme d’ouverture 2025-2027", [_HEAD, *rows])
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
    assert codes.count("import/assumed") >= len(axes)


@pytest.mark.parametrize(
    "rows",
    [
        [_band("Gouvernance"), _ONE, _TWO],
        [_ONE, _band("Gouvernance"), _TWO, _band("Citoyenneté"), _THREE],
        [_band("Proximité"), _band("Volet numérique"), _ONE, _band("Citoyenneté"), _TWO],
        [_band("Gouvernance"), _ONE, _band("Les coûts sont des estimations."), _TWO],
    ],
)
def test_bands_that_may_say_something_else_are_kept(rows: list[list[str]]) -> None:
    found, tied, codes = _read(*rows)
    assert found == []
    assert not any(tied)
    assert "import/pieces-kept" in codes


def test_a_note_behind_all_others_is_none() -> None:
    found, _, codes = _read(_band("Gouvernance"), _ONE, _band("Citoyenneté"), _TWO, _band("Document de travail"))
    assert found == ["Gouvernance", "Citoyenneté"]
    assert "import/pieces-kept" in codes


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
    assert codes.count("import/assumed") >= len(axes)


@pytest.mark.parametrize(
    "rows",
    [
        [["1", "Un", "", ""], ["2", *_TWO[1:]], ["3", "Deux", "", ""], ["4", *_THREE[1:]]],
        [["I", "Un", "", ""], _ONE, _TWO],
        [_ONE, ["I", "Un", "", ""], _TWO, ["II", "Deux", "", ""], _THREE],
    ],
)
def test_other_rows_without_more_are_projects(rows: list[list[str]]) -> None:
    found, tied, _ = _read(*rows)
    assert found == []
    assert len(tied) == len(rows)
