"""Lines above a table that say when a consultation was, among other words; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Consultation sur le programme", "Du 3 au 28 mars 2025 – réponses de la collectivité"),
        ("Atelier avec les habitants", "La consultation était ouverte du 3 au 28 mars 2025"),
        ("الاستشارة حول البرنامج", "من 3 إلى 28 مارس 2025 - ردود الجماعة"),
    ],
)
def test_the_days_are_read_and_the_words_kept(title: str, line: str) -> None:
    rows = [["1", "Publier le budget", "Retenue"], ["2", "Refaire le site", "Rejetée"]]
    grid = sheet([title], [line], ["N°", "Proposition", "Suite réservée"], *rows)
    imported = read(grid)
    (workshop,) = shown(imported)["workshops"]
    assert (workshop["date"], workshop["until"]) == ("2025-03-03", "2025-03-28")
    assert [kept["text"] for kept in workshop["x_unmapped"]] == [line]
    assert accounted(imported, grid)


@pytest.mark.parametrize("numbers", [("1", "2"), ("١", "٢")])
@pytest.mark.parametrize("words", [("Axe", "Problème", "Solution proposée"), ("المحور", "الإشكالية", "الحل المقترح")])
def test_several_columns_of_solutions_answer_one_problem(words: tuple[str, str, str], numbers: tuple[str, str]) -> None:
    header = [*words[:2], *(f"{words[2]} {number}" for number in numbers)]
    rows = [["A", "Pas de site", "Créer un site", "Publier"], ["B", "Peu de réunions", "Réunir", "Écrire"]]
    imported = read(sheet(header, *rows))
    (workshop,) = shown(imported)["workshops"]
    said = [one for group in workshop["working_groups"] for one in group["contributions"]]
    assert [one["kind"] for one in said] == ["problem", "solution", "solution"] * 2
    assert [one.get("answers") for one in said[:3]] == [None, ["Pas de site"], ["Pas de site"]]
    assert "import/nothing-recognised" not in codes(imported)
