"""Where what was kept stands is told: every place, part by part."""

from __future__ import annotations

import pytest
from tests.formats.word import papers

from opengov_local.account import Piece, Place
from opengov_local.importing.kept import by_part


def _paragraphs(*numbers: int) -> list[Piece]:
    return [Piece(Place("paragraph", number), f"n° {number}") for number in numbers]


def _cells(*cells: tuple[int, int], part: int | str = 1) -> list[Piece]:
    return [Piece(Place("cell", part, row, column), "x") for row, column in cells]


@pytest.mark.parametrize(
    ("pieces", "places"),
    [
        (_paragraphs(1, 3, 4, 5, 9), ("¶1", "¶3–¶5", "¶9")),
        (_cells((4, 1), (4, 2), (5, 1), (5, 2)), ("A4–B4", "A5–B5")),
        (_cells((4, 2), (5, 2), (6, 2), (6, 3)), ("B4–B6", "C6")),
        ([Piece(Place("line", "/0/url", 3, 2), "x"), Piece(Place("line", "/0/id", 4, 2), "x")], ("L3–L4",)),
        ([Piece(Place("line", "sheet Plan"), "x")], ("sheet Plan",)),
        (_paragraphs(8, 8), ("¶8",)),
    ],
)
def test_places_are_written_as_runs(pieces: list[Piece], places: tuple[str, ...]) -> None:
    (found,) = by_part(pieces)
    assert found.places == places
    assert found.pieces == pieces


def test_each_table_has_its_own_and_no_place_is_left_out() -> None:
    pieces = [*_paragraphs(*range(1, 100, 2)), *_cells((1, 1)), *_cells((7, 1), part=2)]
    found = [*by_part(pieces)]
    assert [len(each.places) for each in found] == [20, 20, 10, 1, 1]
    assert [piece for each in found for piece in each.pieces] == pieces


def test_what_is_kept_beside_what_was_assumed_is_said_too() -> None:
    lines = ["Commune de Tiznit", "= Plan d'action 2025-2026", "# Axe 1 : Transparence", "## Projet 1 : Portail"]
    imported = papers.read_paper("Inconnu un", *lines)
    assert imported.account
    assert [each.piece.text for each in imported.account.of("unmapped")] == ["Inconnu un"]
    (kept,) = [each for each in imported.findings if each.code == "import/pieces-kept"]
    assert (kept.location.paragraph, kept.params["places"]) == (1, ("¶1",))
