"""Values side by side below a heading, with a cross in one or some of them: what is said is the value's word."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid


def _first(grid: Grid, holder: str = "commitments") -> dict[str, Any]:
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/column-unmapped" not in codes(imported)
    found: dict[str, Any] = shown(imported)["plans"][0][holder][0]
    return found


def _table(group: str, values: list[str], crosses: list[str], **more: Any) -> Grid:
    blanks = [""] * (len(values) - 1)
    return sheet(
        ["Projet", "Responsable", group, *blanks],
        ["", "", *values],
        ["Portail", "DSI", *crosses],
        ["Forum", "SG", *crosses[::-1]],
        **more,
    )


@pytest.mark.parametrize("cross", ["X", "x", "✓", "☒", "×", "oui"])
@pytest.mark.parametrize("merges", [(), ("A1:A2", "B1:B2", "C1:E1")])
def test_a_cross_under_a_level_says_the_level(cross: str, merges: tuple[str, ...]) -> None:
    portal = _first(_table("Priorité", ["Haute", "Moyenne", "Basse"], [cross, "", ""], merges=merges))
    assert portal["priority"] == {"fr": "Haute"}
    assert "x_unmapped" not in portal


@pytest.mark.parametrize(
    ("group", "values", "crosses", "field", "expected"),
    [
        ("الأولوية", ["عالية", "متوسطة", "ضعيفة"], ["", "X", ""], "priority", {"ar": "متوسطة"}),
        ("Type de financement", ["Propre", "Région"], ["", "x"], "budget", [{"funder": {"name": {"fr": "Région"}}}]),
        ("Partenaires", ["INDH", "ADS"], ["x", "x"], "supporting", [{"name": {"fr": "INDH"}}, {"name": {"fr": "ADS"}}]),
        ("Principes", ["Transparence", "Redevabilité"], ["x", ""], "principles", ["transparency"]),
        ("ODD", ["11", "16"], ["", "x"], "sdgs", [16]),
    ],
)
def test_whatever_may_be_chosen(group: str, values: list[str], crosses: list[str], field: str, expected: Any) -> None:
    assert _first(_table(group, values, crosses))[field] == expected


def test_states_below_a_heading_are_states() -> None:
    portal = _first(_table("État d'avancement", ["Non démarré", "En cours", "Achevé"], ["", "x", ""]))
    assert portal["status"] == {"code": "in_progress", "original": "En cours"}


def test_two_crosses_where_one_value_can_be_said() -> None:
    imported = read(_table("Priorité", ["Haute", "Basse"], ["x", "x"]))
    assert codes(imported).count("import/conflict") == 2


def test_a_no_is_kept() -> None:
    portal = _first(_table("Priorité", ["Haute", "Basse"], ["non", "oui"]))
    assert portal["priority"] == {"fr": "Basse"}
    assert [one["text"] for one in portal["x_unmapped"]] == ["non"]


def test_words_below_a_group_are_no_crosses() -> None:
    portal = _first(_table("Partenaires", ["Associations", "Services"], ["AMDH", "Eau"]))
    assert [one["name"]["fr"] for one in portal["supporting"]] == ["AMDH"]


def test_what_became_of_a_proposal_by_crosses() -> None:
    table = sheet(
        ["Proposition", "Décision", "", "", "Motif"],
        ["", "Retenue", "Rejetée", "À l'étude", ""],
        ["Un portail", "X", "", "", "Utile à tous"],
        ["Un casino", "", "X", "", "Hors compétence"],
    )
    said = shown(read(table))["workshops"][0]["contributions"]
    assert [one["disposition"] for one in said] == [
        {"status": "accepted", "reason": {"fr": "Utile à tous"}},
        {"status": "rejected", "reason": {"fr": "Hors compétence"}},
    ]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Cumplimiento", ["Sí", "Parcial", "No"]),
        ("Réalisation", ["Oui", "Partiel", "Non"]),
        ("الإنجاز", ["نعم", "جزئيا", "لا"]),
    ],
)
def test_a_yes_below_a_word_for_carrying_out_says_completed(heading: str, words: list[str]) -> None:
    imported = read(sheet(["N°", "Projet", heading], *([str(at), f"Projet {at}", one] for at, one in enumerate(words))))
    found = shown(imported)["plans"][0]["commitments"]
    assert [one.get("status", {}).get("code") for one in found] == ["completed", "in_progress", None]
    assert [one["text"] for one in found[2]["x_unmapped"]] == [words[2]]
    assert not {"import/date-unread", "import/percent-unread"} & set(codes(imported))


def test_ticks_merged_over_all_activities_of_each_project_are_of_the_projects() -> None:
    rows: list[list[Any]] = [
        [1, "Portail", "Cahier", "X"],
        ["", "", "Site", ""],
        [2, "Forum", "Appel", "X"],
        ["", "", "Bilan", ""],
    ]
    merges = tuple(f"{column}{first}:{column}{first + 1}" for column in "ABD" for first in (2, 4))
    made = read(sheet(["N°", "Projet", "Activité", "Réalisé"], *rows, merges=merges))
    assert [one["status"]["code"] for one in shown(made)["plans"][0]["commitments"]] == ["completed", "completed"]
    assert "import/first-activity-alone" not in codes(made)
