"""Cells that say to be the same as the one above, and tables beside each other; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown
from tests.formats.word.papers import read_paper

from opengov_local.document import Import
from opengov_local.formats.wording.words.same_words import is_ditto


@pytest.mark.parametrize(
    "mark",
    ["idem", "Idem.", "IDEM ", '"', "″", "''", '- " -', "〃", "Ditto", "same as above", "ídem", "نفسه", "كما أعلاه"],
)
def test_a_cell_that_says_so_is_the_one_above(mark: str) -> None:
    grid = sheet(
        ["Projet", "Responsable", "Échéance"],
        ["Portail", "DSI", "2025-06"],
        ["Forum", mark, mark],
        ["Budget", mark, "2026"],
    )
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    assert [one["leads"] for one in plan["commitments"]] == [[{"name": {"fr": "DSI"}}]] * 3
    assert [one["end"] for one in plan["commitments"]] == ["2025-06", "2025-06", "2026"]
    said = [each.params["count"] for each in imported.findings if each.code == "import/same-as-above"]
    assert said == [2, 1]


@pytest.mark.parametrize(
    ("word", "heading"),
    [
        ("Même service", "Responsable"),
        ("Idem que ci-dessus", "Responsable"),
        ("=", "Responsable"),
        ("cf. supra", "Responsable"),
        ("Voir plus haut", "Responsable"),
        ("↑", "Responsable"),
        ("« »", "Responsable"),
        ("Même que précédent", "Responsable"),
        ("أعلاه", "المسؤول"),
        ("انظر أعلاه", "المسؤول"),
        ("مثل السابق", "المسؤول"),
        ("Les mêmes", "Partenaires"),
        ("Mêmes partenaires", "Partenaires"),
        ("نفس الجهة", "المسؤول"),
        ("نفس الشركاء", "الشركاء"),
    ],
)
def test_words_for_the_same_body_are_no_names(word: str, heading: str) -> None:
    rows = [["Portail", "DSI"], ["Forum", word], ["Budget", "Voir ci-dessus"]]
    imported = read(sheet(["المشروع" if heading[:1] == "ا" else "Projet", heading], *rows))
    (plan,) = shown(imported)["plans"]
    named = [[*one["name"].values()] for each in plan["commitments"] for key in ("leads", "supporting")
             for one in each.get(key, [])]  # fmt: skip
    assert named == [["DSI"]] * 3
    assert codes(imported).count("import/same-as-above") == 1


def test_words_that_send_to_a_project_by_its_number_are_no_names() -> None:
    rows = [[1, "Portail", "DSI"], [2, "Forum", "SG"], [3, "Radio", "Voir projet 1"]]
    imported = read(sheet(["N°", "Projet", "Responsable"], *rows))
    (plan,) = shown(imported)["plans"]
    assert [one["leads"][0]["name"]["fr"] for one in plan["commitments"]] == ["DSI", "SG", "DSI"]
    assert "import/same-as-other" in codes(imported)


def test_a_sign_that_nothing_changed_is_no_ditto_mark() -> None:
    imported = read(sheet(["Projet", "Responsable", "Tendance"], ["Portail", "DSI", "+"], ["Forum", "DGS", "="]))
    (plan,) = shown(imported)["plans"]
    assert [one["x_unmapped"][0]["text"] for one in plan["commitments"]] == ["+", "="]


@pytest.mark.parametrize("words", ["Idem projet 1", "Idem que le projet n° 1", "même que ci-dessus projet 1"])
def test_the_same_as_a_project_of_a_number_is_what_that_has(words: str) -> None:
    rows = [[1, "Portail", "INDH"], [2, "Forum", "Région"], [3, "Guide", words], [4, "Radio", "Idem projet 9"]]
    imported = read(sheet(["N°", "Projet", "Partenaires"], *rows))
    (plan,) = shown(imported)["plans"]
    assert plan["commitments"][2]["supporting"] == [{"name": {"fr": "INDH"}}]
    (said,) = [one for one in imported.findings if one.code == "import/same-as-other"]
    assert (said.location.cell, said.params["number"], said.severity) == ("C4", "1", "info")
    assert [one.location.cell for one in imported.findings if one.code == "import/unknown-reference"] == ["C5"]
    assert "supporting" not in plan["commitments"][3]


def _bodies(imported: Import) -> list[list[str]]:
    """Gives the names of the leads of each project."""
    (plan,) = shown(imported)["plans"]
    return [[one["name"]["fr"] for one in each.get("leads", [])] for each in plan["commitments"]]


@pytest.mark.parametrize(
    ("rows", "leads", "told", "untold"),
    [
        ([(1, "Idem projet 2"), (2, "Idem projet 3"), (3, "DSI")], [["DSI"]] * 3, 2, 0),
        ([(1, "Idem projet 2"), (2, "Idem projet 1"), (3, "DSI")], [[], [], ["DSI"]], 0, 2),
        ([(1, "Idem projet 1"), (2, "Idem projet 3"), (3, "")], [[], [], []], 0, 2),
        ([(1, "SG"), (2, "Idem projet 1"), (1, "DSI")], [["SG"], [], ["DSI"]], 0, 1),
        ([("P1", "SG"), ("P2", "Idem projet 1"), ("P3", "Idem P1")], [["SG"]] * 3, 2, 0),
        ([(1, "SG"), (2, "Idem P1"), (3, "Idem projet P2")], [["SG"]] * 3, 2, 0),
        ([(1, "SG"), (2, "Idem projet 1"), (3, "Même service")], [["SG"]] * 3, 2, 0),
        ([(1, ""), (2, "Idem projet 1"), (3, "Même service")], [[], [], []], 0, 2),
    ],
)
def test_the_same_as_another_is_what_that_has_or_unread(
    rows: list[tuple[Any, str]], leads: list[list[str]], told: int, untold: int
) -> None:
    titles = ("Portail", "Forum", "Radio")
    lines = [[number, title, lead, 2026] for (number, lead), title in zip(rows, titles, strict=True)]
    grid = sheet(["N°", "Projet", "Responsable", "Échéance"], *lines)
    imported = read(grid)
    assert accounted(imported, grid)
    assert _bodies(imported) == leads
    found = codes(imported)
    assert (found.count("import/same-as-other"), found.count("import/same-as-untold")) == (told, untold)
    assert "import/unknown-reference" not in found


@pytest.mark.parametrize("text", ["", "-", "//", "identité", "Même local", '"Portail"', "néant", "id 5", "0"])
def test_what_says_something_else_is_no_ditto_mark(text: str) -> None:
    assert not is_ditto(text)


@pytest.mark.parametrize(
    ("first", "second", "untold"),
    [
        ("idem", "SG", ["B2"]),
        ("Même service", "idem", ["B2", "B3"]),
        ("SG", "Idem 2", ["B3"]),
        ("SG", "Idem 2025", ["B3"]),
        ("SG", "Même service que l'an passé", ["B3"]),
        ("نفس الجهة", "نفس الجهة 2", ["B2", "B3"]),
        ("SG", "Id Belkacem", []),
        ("SG", "Voir annexe 2", ["B3"]),
        ("SG", "انظر الملحق", ["B3"]),
        ("SG", "Voirie communale", []),
    ],
)
def test_words_for_the_same_that_lead_nowhere_name_nobody(first: str, second: str, untold: list[str]) -> None:
    grid = sheet(["Projet", "Responsable", "Budget (DH)"], ["Portail", first, 20000], ["Forum", second, 30000])
    imported = read(grid)
    assert accounted(imported, grid)
    said = [each.location.cell for each in imported.findings if each.code == "import/same-as-untold"]
    assert said == untold
    named = ["leads" in one for one in shown(imported)["plans"][0]["commitments"]]
    assert named == [f"B{row}" not in untold for row in (2, 3)]


def test_words_for_the_same_beside_a_body_leave_that_body() -> None:
    imported = read(sheet(["Projet", "Partenaires"], ["Portail", "INDH"], ["Forum", "Idem ; DGCT"]))
    (plan,) = shown(imported)["plans"]
    assert plan["commitments"][1]["supporting"] == [{"name": {"fr": "DGCT"}}]
    assert codes(imported).count("import/same-as-untold") == 1


def test_cards_have_nothing_above_that_their_words_for_the_same_mean() -> None:
    cards = [
        sheet(["Projet", title], ["Responsable", lead], ["Budget", sum_], ["Échéance", "2026"], name=name)
        for name, title, lead, sum_ in (("A", "Portail", "DSI", "20 000 DH"), ("B", "Forum", "Même service", "idem"))
    ]
    imported = read(*cards)
    assert codes(imported).count("import/same-as-untold") == 2
    (plan,) = shown(imported)["plans"]
    assert [one.keys() & {"leads", "budget"} for one in plan["commitments"]] == [{"leads", "budget"}, set()]


def test_a_project_said_again_keeps_its_activities() -> None:
    rows = [["Portail", "Étude"], ['"', "Achat"], ["idem", "Mise en ligne"], ["Forum", "Réunion"]]
    (plan,) = shown(read(sheet(["Projet", "Activité"], *rows)))["plans"]
    assert [len(one["milestones"]) for one in plan["commitments"]] == [3, 1]


HEADS = ["Projet", "Responsable", "Échéance"]


def _beside(*pairs: tuple[list[Any], list[Any]]) -> list[list[Any]]:
    return [[*one, *[""] * (3 - len(one)), "", *other] for one, other in pairs]


@pytest.mark.parametrize("above", [True, False])
def test_tables_beside_each_other_are_read_one_by_one(above: bool) -> None:
    rows = _beside(
        (["Axe 1 : Transparence"], ["Axe 2 : Participation"]),
        (HEADS, HEADS),
        (["Portail", "DSI", "2025"], ["Forum", "SG", "2026"]),
        (["Données", "DSI", "2025"], []),
    )
    grid = sheet(["Programme d’ouverture 2025-2026"], *rows[0 if above else 1 :])
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    assert [one["title"]["fr"] for one in plan["commitments"]] == ["Portail", "Données", "Forum"]
    assert [one["leads"][0]["name"]["fr"] for one in plan["commitments"]] == ["DSI", "DSI", "SG"]
    assert [one["end"] for one in plan["commitments"]] == ["2025", "2025", "2026"]
    assert plan["title"] == {"fr": "Programme d’ouverture 2025-2026"}
    if above:
        assert [one["axes"] for one in plan["commitments"]] == [["Transparence"]] * 2 + [["Participation"]]
    assert "import/conflict" not in codes(imported)


def test_activities_side_by_side_are_no_tables_of_their_own() -> None:
    header = ["Projet", "Activité", "Échéance", "Activité", "Échéance"]
    (plan,) = shown(read(sheet(header, ["Portail", "Étude", "2025", "Mise en ligne", "2026"])))["plans"]
    (commitment,) = plan["commitments"]
    assert [step["due"] for step in commitment["milestones"]] == ["2025", "2026"]


@pytest.mark.parametrize(
    ("header", "cross"),
    [
        (["Engagement", "Transparence", "Participation", "Redevabilité"], "X"),
        (["Commitment", "Transparency", "Participation", "Accountability"], "✓"),
        (["الالتزام", "الشفافية", "المشاركة المواطنة", "المساءلة"], "×"),
    ],
)
def test_crosses_below_the_values_are_values(header: list[str], cross: str) -> None:
    rows = [["A", cross, "", cross, "DSI"], ["B", "", cross, "", "SG"]]
    lead = "المسؤول" if cross == "×" else "Responsable"
    (plan,) = shown(read(sheet([*header, lead], *rows)))["plans"]
    said = [[one["value"] for one in each["ogp_values"]] for each in plan["commitments"]]
    assert said == [["access_to_information", "public_accountability"], ["civic_participation"]]


@pytest.mark.parametrize(
    ("header", "rows", "weights"),
    [
        (["N°", "Projet", "Budget (DH)"], [["1", "Portail", "200"], ["2", "idem", "idem"]], ["warning", "warning"]),
        (["Projet", "Responsable"], [["Portail", "DSI"], ["idem", "idem"]], ["info", "info"]),
        (["N°", "Projet", "Activité"], [["1", "Portail", "Étude"], ["2", "//", "Essai"]], ["info"]),
    ],
)
def test_sums_and_projects_said_again_are_weighty(header: list[str], rows: list[list[str]], weights: list[str]) -> None:
    """A sum counts again, and a number of its own makes a project of its own, in sheets and in Word alike."""
    for imported in (read(sheet(header, *rows)), read_paper("= Plan d’action 2026", [header, *rows])):
        said = [each.severity for each in imported.findings if each.code == "import/same-as-above"]
        assert said == weights


def test_slashes_where_a_title_should_stand_are_the_one_above() -> None:
    rows = [["Axe", "Projet", "Responsable"], ["Accès", "Portail", "DSI"], ["//", "//", "//"], ["//", "Forum", "SG"]]
    for imported in (read(sheet(*rows)), read_paper("= Plan d’action 2026", rows)):
        (plan,) = shown(imported)["plans"]
        assert [one["title"]["fr"] for one in plan["commitments"]] == ["Portail", "Forum"]
        assert len(plan["axes"]) == 1


def test_slashes_that_mean_the_cell_above_or_nothing_are_said_once_for_each_column() -> None:
    head = ["Projet", "Responsable", "Budget (DH)"]
    rows = [head, ["Portail", "DSI", "200"], ["Forum", "//", "//"], ["Bus", "//", ""]]
    for made in (read(sheet(*rows)), read_paper("= Plan d'action 2025", rows)):
        said = [finding for finding in made.findings if finding.code == "import/same-or-nothing"]
        assert [(one.severity, one.params["count"]) for one in said] == [("warning", 2), ("warning", 1)]
    none = read(sheet(["Projet", "Responsable"], ["Portail", "//"], ["Forum", "//"]))
    assert "import/same-or-nothing" not in [finding.code for finding in none.findings]


def test_titles_that_go_on_are_those_above() -> None:
    grid = sheet(
        ["Axe", "Projet", "Activité"],
        ["Écoute", "Portail", "Étude"],
        ["Écoute (suite)", "Portail (suite)", "Mise en ligne"],
        ["Ouverture", "Forum (suite)", "Tenue"],
    )
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    assert [one["title"]["fr"] for one in plan["axes"]] == ["Écoute", "Ouverture"]
    assert [(one["title"]["fr"], len(one["milestones"])) for one in plan["commitments"]] == [
        ("Portail", 2),
        ("Forum (suite)", 1),
    ]
    said = [each.params["text"] for each in imported.findings if each.code == "import/goes-on"]
    assert said == ["Écoute (suite)", "Portail (suite)"]


@pytest.mark.parametrize(
    ("number", "titles"),
    [(2, ["Portail", "Forum"]), ("", ["Portail", "Forum"]), (3, ["Portail", "Forum", "Forum (suite)"])],
)
def test_what_goes_on_has_no_other_number(number: object, titles: list[str]) -> None:
    head = ["N°", "Projet", "Activité"]
    grid = sheet(head, [1, "Portail", "Étude"], [2, "Forum", "Appel"], [number, "Forum (suite)", "Tenue"])
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [one["title"]["fr"] for one in plan["commitments"]] == titles
    assert ("import/goes-on" in codes(imported)) is (len(titles) == 2)


def test_a_header_again_and_a_total_are_not_what_is_meant_by_the_same() -> None:
    head = ["N°", "Projet", "Responsable", "Coût (DH)"]
    rows = [[1, "Portail", "DSI", 100], ["", "Total", "", 100], [2, "Forum", "SG", "idem"], ["", "Total", "", 100]]
    grid = sheet(["Axe 1 : Ouvrir"], head, *rows, ["Axe 2 : Associer"], head, [3, "Budget", "idem", "idem"])
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    made = plan["commitments"]
    assert [one["budget"][0]["amount"]["value"] for one in made[:2]] == ["100", "100"]
    assert not {"leads", "budget"} & made[2].keys()
    said = [one.location.cell for one in imported.findings if one.code == "import/same-as-untold"]
    assert said == ["C9", "D9"]


@pytest.mark.parametrize("name", ["SEE Fnideq", "CF Tanger", "VER Consulting"])
def test_capitals_begin_the_name_of_a_body(name: str) -> None:
    imported = read(sheet(["Projet", "Responsable"], ["Portail", name], ["Forum", "DSI"]))
    assert [*commitments_of(imported)[0]["leads"][0]["name"].values()] == [name]


def test_slashes_where_the_number_of_a_project_should_stand_are_the_one_above() -> None:
    first = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "SG"]]
    rows = [["N° projet", "Activité"], ["1", "Choisir"], ["//", "Former"], ["2", "Lancer"]]
    made = read_paper("= Plan d’action 2026", first, rows)
    (plan,) = shown(made)["plans"]
    assert [len(one["milestones"]) for one in plan["commitments"]] == [2, 1]
    said = {one.code for one in made.findings}
    assert "import/same-as-above" in said
    assert said.isdisjoint({"import/unknown-reference", "import/same-or-nothing"})


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("Axe 1 : Transparence", "Axe 1 : Transparence (suite)"),
        ("Axe 1 : Transparence", "Axe 1 (suite)"),
        ("المحور الأول: الشفافية", "المحور الأول: الشفافية (تتمة)"),
        ("المحور الأول: الشفافية", "المحور الأول (تتمة)"),
        ("Axis 1: Transparency", "Axis 1: Transparency (continued)"),
    ],
)
def test_the_row_of_an_axis_that_goes_on_is_the_axis_above(title: str, again: str) -> None:
    grid = sheet(["N°", "Projet", "Responsable"], [title], [1, "Portail", "DSI"], [again], [2, "Forum", "SG"])
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    assert [axis["number"] for axis in plan["axes"]] == ["1"]
    assert [one["axes"] for one in plan["commitments"]] == [plan["commitments"][0]["axes"]] * 2
    assert codes(imported).count("import/goes-on") == 1


def test_an_axis_that_goes_on_from_none_above_is_one_of_its_own() -> None:
    grid = sheet(
        ["Projet", "Responsable"],
        ["Axe 1 : Transparence"],
        ["Portail", "DSI"],
        ["Axe 2 : Forum (suite)"],
        ["Abc", "SG"],
    )
    (plan,) = shown(read(grid))["plans"]
    assert [axis["number"] for axis in plan["axes"]] == ["1", "2"]
