"""Whose workshop a table of contributions reports on; all made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

TABLE = [["Axe", "Problèmes", "Solutions"], ["Eau", "Fuites", "Réparer"]]


@pytest.mark.parametrize(
    "above",
    [
        [["Atelier de co-création de la commune d'Agadir, 28 mars 2026"]],
        [["Atelier de co-création"], ["Commune : Agadir"]],
        [["Atelier de co-création"], ["Commune", "Agadir"]],
        [["Région Souss-Massa"], ["Commune d'Agadir"], ["Atelier de co-création"]],
        [["ورشة تشاورية لجماعة أكادير"]],
    ],
)
def test_the_collectivity_above_the_table_held_the_workshop(above: list[list[Any]]) -> None:
    grid = sheet(*above, *TABLE)
    imported = read(grid)
    assert imported.document
    tree = imported.document.tree
    (workshop,) = tree["workshops"]
    (agadir,) = tree["collectivities"]
    assert workshop["collectivities"] == [agadir["id"]]
    assert agadir["kind"] == "commune"
    assert "import/territory-recognised" in codes(imported)
    assert "plans" not in tree
    assert accounted(imported, grid)


def test_an_unknown_collectivity_is_kept_and_said() -> None:
    grid = sheet(["Atelier de co-création"], ["Commune : Nulleparville"], *TABLE)
    imported = read(grid)
    assert "import/territory-unknown" in codes(imported)
    assert accounted(imported, grid)


def _groups(*rows: list[Any]) -> Any:
    return sheet(
        ["Atelier de co-création, 28 mai 2025"],
        ["Groupe thématique", "N°", "Problématiques identifiées", "Solutions proposées"],
        ["Accès", 1, "Site vide", "Publier le budget"],
        ["", 2, "Pas de réponse", "Répondre en vingt jours"],
        ["Participation", 3, "Peu de jeunes", "Un conseil des jeunes"],
        *rows,
        name="Ateliers",
        merges=("A3:A4",),
    )


def _answers(workshop: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (next(iter(group["title"].values())), next(iter(one["text"].values())), one["disposition"]["status"])
        for group in workshop["working_groups"]
        for one in group["contributions"]
        if one["kind"] != "problem"
    ]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "header",
    [
        ["N°", "Solution proposée", "Décision du comité", "Justification"],
        ["N°", "Solutions proposées", "Suite donnée", "Motif"],
        ["Réf.", "Proposition", "Avis de la commission", "Motif"],
        ["No.", "Proposed solution", "Decision", "Reason"],
        ["الرقم", "الحل المقترح", "قرار لجنة التتبع", "التعليل"],
        ["N.º", "Solución propuesta", "Decisión", "Motivo"],
    ],
)
def test_a_sheet_of_decisions_decides_on_what_the_groups_proposed(header: list[str], first: bool) -> None:
    decisions = sheet(
        ["Décisions du comité de suivi (réunion du 11 juin 2025)"],
        header,
        [1, "Publier le budget.", "Retenue", "Faisable"],
        [2, "Répondre en vingt jours", "Rejetée", "Trop peu d'agents"],
        [3, "Un conseil des jeunes", "Retenue", "Utile"],
        name="Suites données",
    )
    grids = (_groups(), decisions) if first else (decisions, _groups())
    imported = read(*grids)
    (workshop,) = shown(imported)["workshops"]
    assert list(workshop["title"].values()) == ["Atelier de co-création, 28 mai 2025"]
    assert "contributions" not in workshop
    assert _answers(workshop) == [
        ("Accès", "Publier le budget", "accepted"),
        ("Accès", "Répondre en vingt jours", "rejected"),
        ("Participation", "Un conseil des jeunes", "accepted"),
    ]
    assert "import/kept-above" in codes(imported)
    assert accounted(imported, *grids)


def test_of_the_same_words_of_two_groups_the_number_tells_which_was_decided_on() -> None:
    decisions = sheet(
        ["N°", "Solution proposée", "Décision", "Motif"],
        [4, "Publier le budget", "Rejetée", "Déjà retenue"],
        [1, "Publier le budget", "Retenue", "Faisable"],
        [2, "Répondre en vingt jours", "Retenue", "Oui"],
        [3, "Un conseil des jeunes", "Retenue", "Utile"],
        name="Suites",
    )
    groups = _groups(["Suivi", 4, "Rien n'est dit", "Publier le budget"])
    (workshop,) = shown(read(groups, decisions))["workshops"]
    assert [status for _, _, status in _answers(workshop)] == ["accepted", "accepted", "accepted", "rejected"]


def test_decisions_on_something_else_are_contributions_of_their_own() -> None:
    decisions = sheet(
        ["N°", "Solution proposée", "Décision", "Motif"], [9, "Repeindre le marché", "Retenue", "Oui"], name="Suites"
    )
    (workshop,) = shown(read(_groups(), decisions))["workshops"]
    assert [one["text"]["fr"] for one in workshop["contributions"]] == ["Repeindre le marché"]
    assert not any("disposition" in one for group in workshop["working_groups"] for one in group["contributions"])


@pytest.mark.parametrize("gap", [0, 1])
@pytest.mark.parametrize(
    "note", ["Rapporteur : le point focal du programme", "المقرر : رئيس المصلحة", "Facilitator: The clerk"]
)
def test_who_reported_below_the_table_is_no_group(note: str, gap: int) -> None:
    grid = _groups(*[[]] * gap, [note])
    imported = read(grid)
    (workshop,) = shown(imported)["workshops"]
    assert [group["title"]["fr"] for group in workshop["working_groups"]] == ["Accès", "Participation"]
    assert [kept["text"] for kept in workshop["x_unmapped"]] == [note]
    assert "import/note-row" in codes(imported)
    assert accounted(imported, grid)


def test_a_proposal_left_of_its_problem_answers_the_one_of_its_row() -> None:
    made = read(
        sheet(
            ["Atelier de co-création du 28 mars 2023"],
            ["Groupe", "Proposition", "Problème"],
            ["G1", "S1", "P1"],
            ["G1", "S2", "P2"],
            ["G1", "S3", ""],
            ["G2", "S4", ""],
            ["G2", "S5", "- Pa\n- Pb"],
        )
    )
    groups = shown(made)["workshops"][0]["working_groups"]
    answers = [c.get("answers") for group in groups for c in group["contributions"] if c["kind"] == "proposal"]
    assert answers == [["P1"], ["P2"], ["P2"], None, None]
    assert {"import/filled-down", "import/answers-unclear"} <= {finding.code for finding in made.findings}


@pytest.mark.parametrize("covered", [True, False])
def test_a_day_of_this_month_is_read_with_the_day_of_the_document(covered: bool) -> None:
    lines = [["ورشة الإعداد المشترك لبرنامج عمل الانفتاح"], ["التاريخ", "28 مارس الجاري"]]
    table = [["الإشكاليات", "الحلول"], ["غياب المعلومة", "موقع"], ["بعد الإدارة", "شباك"]]
    sheets = (
        [sheet(*lines, name="بطاقة الورشة"), sheet(*table, name="المجموعة 1")] if covered else [sheet(*lines, *table)]
    )
    (workshop,) = shown(read(*sheets, document_date=date(2025, 3, 30)))["workshops"]
    assert workshop["date"] == "2025-03-28"
    assert "date" not in shown(read(*sheets))["workshops"][0]


@pytest.mark.parametrize(
    ("event", "title", "count"),
    [
        ("الورشة", "الورشة الأولى للإعداد المشترك", "عدد المشاركين"),
        ("Atelier", "Premier atelier de co-création", "Nombre de participants"),
        ("Workshop", "First co-creation workshop", "Number of participants"),
    ],
)
def test_the_word_for_the_event_stands_before_its_title(event: str, title: str, count: str) -> None:
    cover = sheet([event, title], ["Date", "2025-03-13"], [count, 86], name="Infos")
    groups = [
        sheet([f"Groupe {at} : {name}"], ["Problématiques", "Solutions proposées"], [one, other], name=f"Groupe {at}")
        for at, name, one, other in ((1, "Transport", "Peu de bus", "Des lignes"), (2, "Eau", "Fuites", "Travaux"))
    ]
    imported = read(cover, *groups)
    (workshop,) = shown(imported)["workshops"]
    assert [*workshop["title"].values()] == [title]
    assert (workshop["date"], workshop["participants"]) == ("2025-03-13", [{"count": 86}])
    assert [len(one["contributions"]) for one in workshop["working_groups"]] == [2, 2]
    assert accounted(imported, cover, *groups)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("ورشة الإعداد المشترك المنعقدة يوم 14 أكتوبر 2025 بالمركب الثقافي", {"ar": "المركب الثقافي"}),
        ("Atelier tenu le 14 octobre 2025 à la Maison des jeunes", {"fr": "Maison des jeunes"}),
        ("Atelier du 14 octobre 2025 sur la maison des jeunes", None),
    ],
)
def test_the_place_in_a_title(title: str, place: dict[str, str] | None) -> None:
    grid = sheet(
        [title], [], ["Groupe", "Problème", "Solution proposée"], ["G1", "Déchets", "Bacs"], ["G2", "Rue", "Lampes"]
    )
    (one,) = shown(read(grid))["workshops"]
    assert (one["date"], one.get("place"), [*one["title"].values()]) == ("2025-10-14", place, [title])
