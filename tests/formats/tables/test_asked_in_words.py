"""Headings that ask in a word each; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

_ROWS = [["Publier", "Rien en ligne", "DSI", "Un export", "01/2026"], ["Réunir", "Peu de lieux", "SG", "", "02/2026"]]


@pytest.mark.parametrize(
    "header",
    [
        ["Quoi ?", "Pourquoi ?", "Qui ?", "Comment ?", "Quand ?"], ["What", "Why", "Who", "How", "When"],
        ["¿Qué?", "¿Por qué?", "¿Quién?", "¿Cómo?", "¿Cuándo?"], ["ماذا", "لماذا", "من", "كيف", "متى"],
    ],
)  # fmt: skip
def test_they_head_a_plan(header: list[str]) -> None:
    grid = sheet(header, *_ROWS)
    imported = read(grid)
    first, second = commitments_of(imported)
    texts = [next(iter(first[field].values())) for field in ("title", "problem", "action")]
    assert texts == ["Publier", "Rien en ligne", "Un export"]
    assert [(one["end"], len(one["leads"])) for one in (first, second)] == [("2026-01", 1), ("2026-02", 1)]
    assert "workshops" not in shown(imported)
    assert accounted(imported, grid)


def test_beside_projects_what_is_done_is_an_activity() -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Quoi", "Qui", "Quand"], ["Portail", "Publier", "DSI", "01/2026"])))
    assert [step["title"] for step in one["milestones"]] == [{"fr": "Publier"}]


def test_two_of_them_are_too_few() -> None:
    assert "import/nothing-recognised" in codes(read(sheet(["What", "How"], ["Publish", "Online"])))
