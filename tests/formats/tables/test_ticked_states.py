"""Columns of ticks that hold states too, a legend for words under any heading, "ID" before two levels; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [("Fait", "oui", "non"), ("Réalisé (O/N)", "O", "N"), ("Done", "yes", "no"), ("منجز", "نعم", "لا")],
)
def test_yes_is_the_state_of_the_heading_a_state_is_itself_and_no_is_said(heading: str, yes: str, no: str) -> None:
    plan = sheet(["N°", "Projet", heading], [1, "Portail", yes], [2, "Forum", "en cours"], [3, "Radio", no])
    imported = read(plan)
    assert [one.get("status", {}).get("code") for one in commitments_of(imported)] == ["completed", "in_progress", None]
    assert [one["text"] for one in commitments_of(imported)[2]["x_unmapped"]] == [no]
    assert "import/column-kept" in codes(imported)
    assert accounted(imported, plan)


def test_ticks_below_numbered_steps_are_the_states_of_their_steps() -> None:
    plan = sheet(
        ["N°", "Projet", "Étape 1", "", "Étape 2", ""],
        ["", "", "Libellé", "Fait", "Libellé", "Fait"],
        [1, "Portail", "Marché", "oui", "Rédaction", "en cours"],
        [2, "Forum", "Salle", "non", "Lettres", "non"],
        merges=("C1:D1", "E1:F1"),
    )
    states = [[step.get("status", {}).get("code") for step in one["milestones"]] for one in commitments_of(read(plan))]
    assert states == [["completed", "in_progress"], [None, None]]


@pytest.mark.parametrize("heading", ["Rating", "Couleur", "Évaluation", "État"])
@pytest.mark.parametrize("word", ["Rating", "Légende", "Évaluation"])
def test_a_legend_tells_the_words_of_a_column_whatever_heads_it(heading: str, word: str) -> None:
    plan = sheet(
        ["N°", "Projet", heading],
        [1, "Portail", "Bleu"],
        [2, "Forum", "Vert"],
        [3, "Radio", "Rouge"],
        [""],
        [f"{word} : Bleu = achevé ; Vert = en cours ; Rouge = non démarré"],
    )
    imported = read(plan)
    assert [one["status"]["code"] for one in commitments_of(imported)] == ["completed", "in_progress", "not_started"]
    assert ("import/heading-uncertain" in codes(imported)) is (heading != "État")
    assert accounted(imported, plan)


@pytest.mark.parametrize("heading", ["Commitment / milestone", "Projet ou activité", "Title"])
def test_ids_tell_the_levels_of_one_column(heading: str) -> None:
    rows = [["C1", "Portal"], ["C1.1", "Provider"], ["C1.2", "Launch"], ["C2", "Forum"], ["C2.1", "Room"]]
    imported = read(sheet(["ID", heading, "Deadline"], *[[*row, "2027"] for row in rows]))
    assert [(one["number"], len(one["milestones"])) for one in commitments_of(imported)] == [("C1", 2), ("C2", 1)]
    assert "import/column-unmapped" not in codes(imported)


@pytest.mark.parametrize("heading", ["Observations", "Remarques", "ملاحظات"])
def test_remarks_that_all_begin_with_a_state_are_states_and_keep_their_words(heading: str) -> None:
    said = ["Terminé", "En cours, retard du prestataire", "Non démarré"]
    plan = sheet(["N°", "Projet", heading], *[[at, f"Projet {at}", text] for at, text in enumerate(said, start=1)])
    imported = read(plan)
    states = [one["status"] for one in commitments_of(imported)]
    assert [one["code"] for one in states] == ["completed", "in_progress", "not_started"]
    assert [one["original"] for one in states] == said
    assert "import/heading-uncertain" in codes(imported)
    assert accounted(imported, plan)


@pytest.mark.parametrize("rows", [[["Terminé"]], [["Terminé"], ["À revoir avec la région"]]])
def test_other_remarks_stay_remarks(rows: list[list[str]]) -> None:
    plan = sheet(
        ["N°", "Projet", "Observations"], *[[at, f"Projet {at}", *row] for at, row in enumerate(rows, start=1)]
    )
    assert not any("status" in one for one in commitments_of(read(plan)))


@pytest.mark.parametrize("ticks", [["Réalisé", "En cours", "Non réalisé"], ["منجز", "في طور الإنجاز", "غير منجز"]])
@pytest.mark.parametrize("alone", [True, False])
def test_ticks_beside_activities_are_theirs_unless_merged_over_all(ticks: list[str], alone: bool) -> None:
    plan = sheet(
        ["N°", "Projet", "Activités", *ticks],
        [1, "Portail", "Marché", "x", "", ""],
        ["", "", "Rédaction", "", "" if alone else "x", ""],
        [2, "Forum", "Salle", "x", "", ""],
        ["", "", "Lettres", "", "", "" if alone else "x"],
        merges=("A2:A3", "B2:B3", "A4:A5", "B4:B5"),
    )
    imported = read(plan)
    assert not any("status" in one for one in commitments_of(imported))
    states = [[step.get("status", {}).get("code") for step in one["milestones"]] for one in commitments_of(imported)]
    others = [None, None] if alone else ["in_progress", "not_started"]
    assert states == [["completed", others[0]], ["completed", others[1]]]
    assert codes(imported).count("import/first-activity-alone") == alone


def test_ticks_merged_over_all_activities_are_of_the_project() -> None:
    rows: list[list[Any]] = [
        [1, "Portail", "Marché", "x", ""],
        ["", "", "Rédaction", "", ""],
        [2, "Forum", "Salle", "", "x"],
        ["", "", "Lettres", "", ""],
    ]
    merges = ("A2:A3", "B2:B3", "A4:A5", "B4:B5", "D2:D3", "D4:D5", "E2:E3", "E4:E5")
    plan = sheet(["N°", "Projet", "Activités", "Réalisé", "En cours"], *rows, merges=merges)
    assert [one["status"]["code"] for one in commitments_of(read(plan))] == ["completed", "in_progress"]


@pytest.mark.parametrize("doubt", ["Terminé ?", "En cours (?)", "منجز؟"])
def test_a_state_in_doubt_is_kept_and_said(doubt: str) -> None:
    imported = read(sheet(["Projet", "Responsable", "Statut"], ["Kiosque", "DSI", doubt], ["Radio", "SG", "Terminé"]))
    first, second = commitments_of(imported)
    assert first.get("status", {}).get("code") is None
    assert second["status"]["code"] == "completed"
    assert "import/status-unknown" in codes(imported)


@pytest.mark.parametrize(
    ("yes", "partly"), [("Oui", "Partiellement"), ("Yes", "Partly"), ("Sí", "En parte"), ("نعم", "جزئيا")]
)
def test_in_part_beside_yes_and_no_is_a_state(yes: str, partly: str) -> None:
    grid = sheet(["N°", "Projet", "Réalisé"], [1, "Portail", yes], [2, "Forum", partly], [3, "Site", yes])
    states = [one["status"]["code"] for one in commitments_of(read(grid))]
    assert states == ["completed", "in_progress", "completed"]


@pytest.mark.parametrize(("heading", "said"), [("Commentaire", "ok"), ("Observations", "Bien"), ("ملاحظات", "موافق")])
def test_a_bare_assent_is_a_remark_and_so_are_the_others(heading: str, said: str) -> None:
    plan = sheet(["N°", "Projet", heading], [1, "Portail", "En cours"], [2, "Forum", said], [3, "Carte", "En cours"])
    assert not any("status" in one for one in commitments_of(read(plan)))
