"""What few sheets say, and none may lose: next steps of a time to come, sums of registers, titles behind labels."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_HEADER: list[Any] = ["N°", "Projet", "Activité"]
_PORTAL, _FORUM = [1, "Portail", "Cahier des charges"], [2, "Forum", "Publication"]
_LEADS: list[list[Any]] = [["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"]]


def _tree(*rows: list[Any]) -> tuple[dict[str, Any], list[str]]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    return shown(imported), codes(imported)


def test_next_steps_of_a_time_to_come_stand_beside_what_was_done() -> None:
    tree, _ = _tree(
        [*_HEADER, "Réalisations T1 2026", "Prochaines étapes T1 2027"],
        [*_PORTAL, "Rédigé", "Lancer la consultation"], [*_FORUM, "Publiée", "La traduire"],
    )  # fmt: skip
    assert [(one["period"]["end"], one["text"]["fr"], one["next_steps"]["fr"]) for one in tree["progress_updates"]] == [
        ("2026-Q1", "Rédigé", "Lancer la consultation"),
        ("2026-Q1", "Publiée", "La traduire"),
    ]


def test_next_steps_alone_are_of_no_period() -> None:
    tree, _ = _tree([*_HEADER, "Prochaines étapes T1 2027"], [*_PORTAL, "Lancer"], [*_FORUM, "Traduire"])
    told = tree["progress_updates"]
    assert [(one["next_steps"]["fr"], "period" in one) for one in told] == [("Lancer", False), ("Traduire", False)]


def test_values_without_figures_are_those_of_no_indicator() -> None:
    tree, said = _tree([*_HEADER, "Valeurs"], [*_PORTAL, "Transparence"], [*_FORUM, "Participation"])
    assert "import/column-unmapped" in said
    assert "import/measure-without-indicator" not in said
    kept = [one["milestones"][0]["x_unmapped"] for one in tree["plans"][0]["commitments"]]
    assert [one[0]["text"] for one in kept] == ["Transparence", "Participation"]


def test_the_sum_below_a_register_is_no_contribution() -> None:
    tree, said = _tree(
        ["N°", "Proposition", "Nombre de soutiens", "Suite donnée"],
        [1, "Publier le budget", 12, "Acceptée"], [2, "Éclairer la place", 3, "Refusée"], ["Total", "", 15, ""],
    )  # fmt: skip
    assert [one["number"] for one in tree["workshops"][0]["contributions"]] == ["1", "2"]
    assert "import/total-row" in said
    assert [one["text"] for one in tree["x_unmapped"]] == ["Total", "15"]


def test_a_nature_that_nobody_knows_is_kept_with_its_contribution() -> None:
    tree, said = _tree(
        ["N°", "Proposition", "Nature"], [1, "Publier le budget", "zzz"], [2, "Éclairer la place", "Proposition"]
    )
    first, second = tree["workshops"][0]["contributions"]
    assert "import/code-unknown" in said
    assert first["x_unmapped"][0]["text"] == "zzz"
    assert "x_unmapped" not in second


def test_steps_of_the_making_of_a_plan_are_kept() -> None:
    tree, said = _tree(
        ["Élaboration du programme d'action"], ["Activité", "Début", "Fin"],
        ["Atelier de lancement", "01/2025", "02/2025"], ["Consultation publique", "02/2025", "03/2025"],
    )  # fmt: skip
    (plan,) = tree["plans"]
    assert "import/making-kept" in said
    assert "commitments" not in plan
    assert [one["text"] for one in plan["x_unmapped"] if one["label"] == "Activité"] == [
        "Atelier de lancement",
        "Consultation publique",
    ]


def test_the_title_of_a_plan_stands_beside_a_label_for_documents() -> None:
    title = "Programme d'ouverture de la commune fictive 2025-2027"
    tree, _ = _tree(["Document", title], [], *_LEADS)
    (plan,) = tree["plans"]
    assert plan["title"] == {"fr": title}
    assert plan["period"] == {"start": "2025", "end": "2027"}


def test_a_day_above_a_table_that_does_not_read_is_kept_and_said() -> None:
    tree, said = _tree(["Date d'adoption", "un jour de pluie"], [], *_LEADS)
    assert "import/date-unread" in said
    assert [one["text"] for one in tree["plans"][0]["x_unmapped"]] == ["un jour de pluie"]


def test_activities_that_count_anew_below_each_project_are_of_it_though_projects_have_the_same_numbers() -> None:
    tree, _ = _tree(
        ["N°", "Projet", "Activité"], [1, "Portail", ""], [1, "", "Mise en ligne"], [2, "", "Formation"],
        [2, "Forum", ""], [1, "", "Séance"], [2, "", "Rapport"],
    )  # fmt: skip
    portal, forum = tree["plans"][0]["commitments"]
    assert [(one["number"], one["title"]["fr"]) for one in portal["milestones"]] == [
        ("1", "Mise en ligne"),
        ("2", "Formation"),
    ]
    assert [(one["number"], one["title"]["fr"]) for one in forum["milestones"]] == [("1", "Séance"), ("2", "Rapport")]


@pytest.mark.parametrize("start", ["تاريخ البداية", ""])
def test_a_day_until_which_something_goes_on_is_its_end(start: str) -> None:
    rows: list[list[Any]] = [
        ["رقم", "المشروع", start, "إلى غاية"],
        [1, "بوابة", "01/01/2025", "30/06/2025"],
        [2, "منتدى", "01/02/2025", "31/12/2025"],
    ]
    tree, _ = _tree(*([cell for at, cell in enumerate(row) if rows[0][at]] for row in rows))
    assert [one["end"] for one in tree["plans"][0]["commitments"]] == ["2025-06-30", "2025-12-31"]
    assert "progress_updates" not in tree


def test_roman_numerals_among_numbers_are_those_of_axes() -> None:
    tree, said = _tree(
        ["N°", "Projet", "Responsable", "Montant (DH)"], ["I", "Transparence", "", ""], [1, "Portail", "DSI", 10000],
        [2, "Radio", "DSI", 10000], ["II", "Participation", "", ""], [3, "Forum", "SG", 5000],
    )  # fmt: skip
    (plan,) = tree["plans"]
    assert [(one["number"], one["title"]["fr"]) for one in plan["axes"]] == [
        ("I", "Transparence"),
        ("II", "Participation"),
    ]
    assert [one["axes"] for one in plan["commitments"]] == [["Transparence"], ["Transparence"], ["Participation"]]
    assert "import/levels-by-number" in said


def test_the_number_that_others_know_a_project_by_stands_in_a_column() -> None:
    tree, _ = _tree(["N°", "Projet", "Identifiant OGP"], [1, "Portail", "MAORT0001"], [2, "Forum", "MAORT0002"])
    found = [one["identifiers"] for one in tree["plans"][0]["commitments"]]
    assert found == [[{"scheme": "OGP", "value": "MAORT0001"}], [{"scheme": "OGP", "value": "MAORT0002"}]]


def test_years_alone_on_a_cover_page_are_the_period_of_a_plan_without_a_title() -> None:
    imported = read(sheet(["Couverture"], ["2026-2027"], name="Couverture"), sheet(*_LEADS, name="Projets"))
    assert shown(imported)["plans"][0]["period"] == {"start": "2026", "end": "2027"}


def test_vision_and_foreword_above_the_projects_are_those_of_the_plan() -> None:
    tree, _ = _tree(["Vision", "Une commune ouverte à tous"], ["Avant-propos", "Chers habitants"], [], *_LEADS)
    (plan,) = tree["plans"]
    assert (plan["strategic_vision"], plan["foreword"]) == (
        {"fr": "Une commune ouverte à tous"},
        {"fr": "Chers habitants"},
    )


def test_what_is_no_year_far_down_a_column_of_years_is_kept_beside_its_sum() -> None:
    rows: list[list[Any]] = [[at, f"Portail {at}", 2025 + at % 2, 1000 + at] for at in range(1, 260)]
    rows[-2][2] = "à préciser"
    tree, said = _tree(["N°", "Projet", "Année", "Montant (DH)"], *rows)
    before, doubtful, last = tree["plans"][0]["commitments"][-3:]
    assert [one["budget"][0].get("year") for one in (before, doubtful, last)] == [2026, None, 2026]
    assert [one["text"] for one in doubtful["x_unmapped"]] == ["à préciser"]
    assert "import/column-kept" in said
    assert "x_unmapped" not in last


def test_numbers_of_projects_over_cards_that_have_no_titles_stand_for_these() -> None:
    tree, _ = _tree(
        ["", "Projet 1", "Projet 2"], ["Problème", "Pas de site", "Pas d'écoute"], ["Responsable", "DSI", "SG"],
        ["Budget (DH)", 10000, 20000], ["Échéance", "06/2025", "12/2025"],
    )  # fmt: skip
    assert [(one["title"]["fr"], one["end"]) for one in tree["plans"][0]["commitments"]] == [
        ("Projet 1", "2025-06"),
        ("Projet 2", "2025-12"),
    ]


def test_a_unit_beside_words_that_are_no_sum_is_kept() -> None:
    for unit, other in (("KDH", "MDH"), ("MAD", "EUR")):
        tree, said = _tree(
            ["N°", "Projet", "Montant", "Unité"], [1, "Portail", 10000, unit], [2, "Forum", "voir annexe", other]
        )
        portal, forum = tree["plans"][0]["commitments"]
        assert "x_unmapped" not in portal
        assert [one["text"] for one in forum["x_unmapped"]] == [other]
        assert "import/column-kept" in said


def test_words_that_name_no_value_stay_beside_those_that_do() -> None:
    tree, _ = _tree(["N°", "Projet", "Valeurs OGP"], [1, "Portail", "Transparence, Zzz"], [2, "Forum", "Participation"])
    portal, forum = tree["plans"][0]["commitments"]
    assert [len(one["ogp_values"]) for one in (portal, forum)] == [1, 1]
    assert [one["text"] for one in portal["x_unmapped"]] == ["Zzz"]
