"""Tables with a row for each period and indicator, beside states: each value has its time; all made up."""

from __future__ import annotations

from typing import Any

from opengov_local.formats.books.csv_format import read
from opengov_local.importing.options import ImportOptions

_HEAD = "Période;Axe;Engagement;Indicateur;Valeur;Cible;Statut"


def _read(*rows: str) -> Any:
    return read("\n".join((_HEAD, *rows)).encode(), "made-up.csv", options=ImportOptions(id_prefix="test.made"))


def _values(done: Any) -> dict[str, list[tuple[str, str | None]]]:
    return {
        next(iter(indicator["name"].values())): [(one["value"], one.get("date")) for one in indicator["values"]]
        for commitment in done.document.tree["plans"][0]["commitments"]
        for indicator in commitment["indicators"]
    }


def test_each_value_has_the_period_of_its_row() -> None:
    done = _read(
        "S1 2025;Axe inventé;Portail;Jeux;5;20;En cours",
        "S2 2025;Axe inventé;Portail;Jeux;12;20;En cours",
        "S1 2025;Autre axe;Forum;Visiteurs;100;500;En cours",
        "S2 2025;Autre axe;Forum;Visiteurs;400;500;Achevé",
    )
    assert _values(done) == {
        "Jeux": [("5", "2025-H1"), ("12", "2025-H2")],
        "Visiteurs": [("100", "2025-H1"), ("400", "2025-H2")],
    }
    assert "import/conflict" not in [one.code for one in done.findings]
    assert len(done.document.tree["progress_updates"]) == 4


def test_several_indicators_of_a_project_keep_their_own_values() -> None:
    done = _read(
        "S1 2025;Axe inventé;Portail;Jeux;5;20;En cours",
        "S1 2025;Axe inventé;Portail;Visites;1000;9000;En cours",
        "S2 2025;Axe inventé;Portail;Jeux;12;20;En cours",
        "S2 2025;Axe inventé;Portail;Visites;3000;9000;En cours",
    )
    assert _values(done) == {
        "Jeux": [("5", "2025-H1"), ("12", "2025-H2")],
        "Visites": [("1000", "2025-H1"), ("3000", "2025-H2")],
    }
    assert "start" not in done.document.tree["plans"][0]["commitments"][0]
    assert "import/conflict" not in [one.code for one in done.findings]


def test_another_target_at_a_later_time_is_said() -> None:
    done = _read(
        "S1 2025;Axe inventé;Portail;Jeux;5;20;En cours",
        "S2 2025;Axe inventé;Portail;Jeux;12;30;En cours",
    )
    assert _values(done) == {"Jeux": [("5", "2025-H1"), ("12", "2025-H2")]}
    assert [one.params["text"] for one in done.findings if one.code == "import/conflict"] == ["30"]
