"""What was not understood of a project and is repeated in each of its rows: kept once, and accounted for as kept."""

from __future__ import annotations

from tests.formats.tables.sheets import accounted, read, sheet, shown


def test_what_repeats_a_cell_that_was_not_understood_is_not_said_to_be_read() -> None:
    rows = [[1, "Portail", step, "vert pomme", "bientôt", "En cours"] for step in ("Étude", "Marché", "Mise en ligne")]
    heads = ["N°", "Projet", "Activité", "Statut du projet", "Date de fin du projet", "Avancement du projet"]
    plan = sheet(heads, *rows, [2, "Forum", "Réunion", "En cours", "2026", "Achevé"])
    imported = read(plan)
    assert accounted(imported, plan)
    (made,) = shown(imported)["plans"]
    assert [one["text"] for one in made["commitments"][0]["x_unmapped"]].count("vert pomme") == 1
    assert imported.account
    fates = {str(one.piece.place): (one.fate, one.field) for one in imported.account.entries}
    assert [fates[f"Plan!D{row}"] for row in (2, 3, 4)] == [("unmapped", "x_unmapped")] * 3


def test_what_was_kept_as_another_value_stands_there_is_kept_in_each_row() -> None:
    rows = [[1, "Portail", step, "50%", "40%"] for step in ("Étude", "Marché", "Salle", "Mise en ligne")]
    plan = sheet(["N°", "Projet", "Activité", "Statut du projet", "Taux d'avancement du projet"], *rows)
    imported = read(plan)
    assert accounted(imported, plan)
    assert imported.account
    fates = {str(one.piece.place): one.fate for one in imported.account.entries}
    assert len({fates[f"Plan!E{row}"] for row in (2, 3, 4, 5)}) == 1
    (made,) = shown(imported)["plans"]
    assert fates["Plan!E2"] == ("mapped" if made["commitments"][0].get("progress") == 40 else "unmapped")
