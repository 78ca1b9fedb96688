"""States that are typed behind titles of projects and activities; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

_FIRST = ["Portail des données (exemple fictif)", "DSI", "06/2026"]


def _project(title: str, *more: str) -> tuple[dict[str, Any], list[str]]:
    head = ["Projet", "Responsable", "Échéance", *(["Statut"] if more else [])]
    made = read(sheet(head, [*_FIRST, *(["En cours"] if more else [])], [title, "DAF", "06/2026", *more]))
    return commitments_of(made)[1], codes(made)


@pytest.mark.parametrize(
    ("title", "plain", "state", "word"),
    [
        ("Budget ouvert (annulée)", "Budget ouvert", "abandoned", "annulée"),
        ("Budget ouvert - suspendu", "Budget ouvert", "suspended", "suspendu"),
        ("Budget ouvert – ABANDONNÉ", "Budget ouvert", "abandoned", "ABANDONNÉ"),
        ("Budget ouvert [reporté]", "Budget ouvert", "delayed", "reporté"),
        ("Open budget (cancelled)", "Open budget", "abandoned", "cancelled"),
        ("ميزانية مفتوحة (ملغى)", "ميزانية مفتوحة", "abandoned", "ملغى"),
        ("Budget ouvert (en cours)", "Budget ouvert", "in_progress", "en cours"),
    ],
)
def test_a_state_behind_a_title_is_the_state(title: str, plain: str, state: str, word: str) -> None:
    found, said = _project(title)
    assert [*found["title"].values()] == [plain]
    assert found["status"] == {"code": state, "original": word}
    assert "import/status-from-title" in said


@pytest.mark.parametrize(
    "title",
    ["Comité de suivi (permanent)", "Budget ouvert (2026)", "Études - Travaux", "(Annulé)", "Mise en ligne (DSI)"],
)
def test_other_words_behind_a_title_stay_in_it(title: str) -> None:
    found, said = _project(title)
    assert [*found["title"].values()] == [title]
    assert "status" not in found
    assert not {one for one in said if one.startswith("import/status")}


def test_the_state_beside_a_title_that_says_another_is_kept_and_said() -> None:
    found, said = _project("Budget ouvert (annulé)", "En cours")
    assert [*found["title"].values()] == ["Budget ouvert (annulé)"]
    assert found["status"]["code"] == "in_progress"
    assert "import/status-differs-from-title" in said


def test_the_same_state_twice_says_nothing() -> None:
    found, said = _project("Budget ouvert (annulé)", "Annulé")
    assert found["status"]["code"] == "abandoned"
    assert not {one for one in said if one.startswith("import/status")}


def test_a_state_behind_the_title_of_an_activity_is_its_state() -> None:
    made = read(sheet(["Projet", "Activité", "Échéance"], ["Portail fictif", "Cahier (annulé)", "06/2026"],
                      ["Portail fictif", "Atelier - reporté", "09/2026"], ["Budget", "Vote", "09/2026"]))  # fmt: skip
    first, second = commitments_of(made)[0]["milestones"]
    assert ([*first["title"].values()], first["status"]["code"]) == (["Cahier"], "abandoned")
    assert ([*second["title"].values()], second["status"]["code"]) == (["Atelier"], "delayed")


def test_one_rate_above_100_leaves_the_equal_others_what_they_are() -> None:
    rows = [["A", 80], ["B", 80], ["C", 80], ["D", 110]]
    imported = read(sheet(["Projet", "Taux de réalisation (%)"], *rows))
    assert [one.get("progress") for one in commitments_of(imported)] == [80, 80, 80, None]
    assert codes(imported).count("import/percent-out-of-range") == 1
    assert "import/percent-unread" not in codes(imported)


def test_a_state_in_place_of_a_percentage_is_one() -> None:
    grid = sheet(["N°", "Projet", "Taux"], [1, "Portail", "40%"], [2, "Forum", "En cours"], [3, "Guide", "bientôt"])
    imported = read(grid)
    made = commitments_of(imported)
    assert [one.get("progress") for one in made] == [40, None, None]
    assert [one.get("status", {}).get("code") for one in made] == [None, "in_progress", None]
    said = [(one.code, one.params.get("value")) for one in imported.findings if one.params.get("field") == "status"]
    assert said == [("import/assumed", "in_progress")]
    assert "import/percent-unread" in codes(imported)


def test_a_state_in_place_of_a_percentage_is_none_beside_a_column_of_states() -> None:
    grid = sheet(["Projet", "État", "Taux"], ["Portail", "En cours", "40%"], ["Forum", "Achevé", "En cours"])
    imported = read(grid)
    assert [one["status"]["code"] for one in commitments_of(imported)] == ["in_progress", "completed"]
    assert codes(imported).count("import/percent-unread") == 1
