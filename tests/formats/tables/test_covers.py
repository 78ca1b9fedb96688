"""Books of several sheets: a cover page that speaks of the plan, and a sheet for each axis."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid

HEADER = ["Engagement", "Activité", "Échéance"]
PORTAL, FORUM = ["Portail", "Ouvrir", "06/2026"], ["Forum", "Réunir", "2026"]


def _plan(*grids: Grid) -> dict[str, Any]:
    imported = read(*grids)
    assert accounted(imported, *grids)
    (plan,) = shown(imported)["plans"]
    found: dict[str, Any] = plan
    return found


def _axes(plan: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(axis.get("number"), next(iter(axis["title"].values()))) for axis in plan["axes"]]


def _on(plan: dict[str, Any]) -> list[list[str]]:
    return [one.get("axes", []) for one in plan["commitments"]]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ([["AXE 1 : Transparence et accès"]], "Axe 1"),
        ([["Axe n° 1 – Transparence et accès"]], "Feuil1"),
        ([["AXE 1"], ["Transparence et accès"]], "A"),
        ([["AXE 1", "Transparence et accès"]], "A"),
        ([["Transparence et accès"]], "Axe 1"),
        ([[""]], "Axe 1 - Transparence et accès"),
    ],
)
def test_the_axis_above_a_table_is_that_of_its_rows(above: list[list[str]], name: str) -> None:
    first = sheet(*above, [""], HEADER, PORTAL, name=name)
    second = sheet(["AXE 2 : Participation"], [""], HEADER, FORUM, name="Axe 2")
    plan = _plan(first, second)
    assert _axes(plan) == [("1", "Transparence et accès"), ("2", "Participation")]
    assert _on(plan) == [["Transparence et accès"], ["Participation"]]


def test_a_bare_title_that_is_taken_for_that_of_the_axis_is_said() -> None:
    imported = read(sheet(["Transparence"], [""], HEADER, PORTAL, name="Axe 1"))
    said = [finding.params for finding in imported.findings if finding.code == "import/assumed"]
    assert {"field": "axis", "value": "Transparence"} in said


def test_two_lines_above_a_table_are_not_taken_for_an_axis() -> None:
    grid = sheet(["Service de la communication"], ["Transparence"], [""], HEADER, PORTAL, name="Axe 1")
    assert _axes(_plan(grid)) == [("1", "Axe 1")]
    assert "import/kept-above" in codes(read(grid))


def test_an_axis_above_and_its_sub_axis() -> None:
    plan = _plan(sheet(["Axe 1 : Transparence"], ["Sous-axe 1.1 : Données"], HEADER, PORTAL))
    assert _axes(plan) == [("1", "Transparence"), ("1.1", "Données")]
    assert _on(plan) == [["Données"]]
    columns = sheet(["Axe 1 : Transparence"], [""], ["Sous-axe", *HEADER], ["Données", *PORTAL], name="Axe 1")
    plan = _plan(columns)
    assert plan["axes"][1]["parent"] == "Transparence"
    assert _on(plan) == [["Données"]]


def test_the_axes_of_arabic_sheets() -> None:
    header = ["الالتزام", "النشاط", "الأجل"]
    plan = _plan(
        sheet(["برنامج عمل الانفتاح 2026-2027"], ["جماعة تيزنيت"], ["تاريخ المصادقة: 2026/02/10"], name="الغلاف"),
        sheet(["المحور الأول: الشفافية"], [""], header, ["بوابة", "فتح", "2026"], name="المحور 1"),
        sheet(["المحور الثاني: المشاركة"], [""], header, ["منتدى", "عقد", "2026"], name="المحور 2"),
    )
    assert plan["title"] == {"ar": "برنامج عمل الانفتاح 2026-2027"}
    assert plan["collectivities"] == ["تيزنيت"]
    assert plan["adoptions"] == [{"date": "2026-02-10"}]
    assert _on(plan) == [["الشفافية"], ["المشاركة"]]


COVER = sheet(
    ["Région", "Souss-Massa"],
    ["Province", "Tiznit"],
    ["Commune", "Tiznit"],
    ["Titre du programme", "Programme communal d'ouverture"],
    ["Période", "2026 - 2027"],
    ["Date d'adoption", "12/03/2026"],
    ["N° de délibération", "14/2026"],
    ["Porteur du programme", "Direction générale des services"],
    ["Point focal", "Cellule d'ouverture"],
    ["E-mail", "ouverture@example.org"],
    ["Site web", "www.example.org/ouverture"],
    ["Couleur", "Bleu"],
    ["Axe 1", "Transparence"],
    ["Axe 2 : Participation"],
    name="Page de garde",
)


def test_a_cover_page_speaks_of_the_plan() -> None:
    plan = _plan(COVER, sheet(HEADER, PORTAL, name="Axe 1"), sheet(["Axe 2"], HEADER, FORUM, name="Axe 2"))
    assert plan["title"] == {"fr": "Programme communal d'ouverture"}
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert plan["adoptions"] == [{"date": "2026-03-12", "deliberation": "14/2026"}]
    assert plan["leads"] == [{"name": {"fr": "Direction générale des services"}}]
    assert plan["points_of_contact"] == [
        {"name": {"fr": "Cellule d'ouverture"}, "contact": {"email": "ouverture@example.org"}}
    ]
    assert plan["website"] == "https://www.example.org/ouverture"
    assert plan["collectivities"] == ["Tiznit"]
    assert _axes(plan) == [("1", "Transparence"), ("2", "Participation")]
    assert _on(plan) == [["Transparence"], ["Participation"]]


def test_what_a_cover_page_says_beside_is_kept_and_said() -> None:
    imported = read(COVER, sheet(HEADER, PORTAL))
    (said,) = [finding for finding in imported.findings if finding.code == "import/cover-kept"]
    kept = (
        [entry.piece.text for entry in imported.account.entries if entry.fate == "unmapped"] if imported.account else []
    )
    assert kept == ["Région", "Souss-Massa", "Province", "Tiznit", "Couleur", "Bleu"]
    assert said.params["count"] == len(kept)


def test_the_lines_of_a_cover_page() -> None:
    cover = sheet(
        ["COMMUNE D'AGADIR"], ["Programme d'ouverture"], ["2026-2027"], ["Collectivité : Agadir"], name="Garde"
    )
    imported = read(cover, sheet(HEADER, PORTAL))
    tree = shown(imported)
    assert tree["plans"][0]["title"] == {"fr": "Programme d'ouverture"}
    assert tree["plans"][0]["period"] == {"start": "2026", "end": "2027"}
    assert [one["kind"] for one in tree["collectivities"]] == ["commune"]
    assert "import/cover-kept" not in codes(imported)


def test_a_period_above_a_table_is_the_plans_and_a_date_is_not() -> None:
    assert _plan(sheet(["Période : 2026-2027"], [""], HEADER, PORTAL))["period"] == {"start": "2026", "end": "2027"}
    assert "period" not in _plan(sheet(["Date : 12/03/2026"], [""], HEADER, PORTAL))


@pytest.mark.parametrize("name", ["Contacts", "Feuil3"])
def test_another_sheet_is_no_cover_page(name: str) -> None:
    imported = read(sheet(["Liste des contacts"], ["M. X", "DSI"], name=name), sheet(HEADER, PORTAL))
    assert "import/sheet-unread" in codes(imported)


@pytest.mark.parametrize("label", ["Adopté par le conseil communal", "Approuvé par le conseil", "صادق عليه المجلس"])
def test_a_cover_tells_when_the_council_adopted_the_plan(label: str) -> None:
    cover = sheet(["Programme d'ouverture 2025-2027"], [label, "07/02/2025"], name="Page de garde")
    (adoption,) = _plan(cover, sheet(HEADER, PORTAL))["adoptions"]
    assert adoption["date"] == "2025-02-07"


def _covered(*rows: list[str], name: str, table: Grid | None = None) -> dict[str, Any]:
    return _plan(sheet(*rows, name=name), table or sheet(HEADER, PORTAL, FORUM, name="Suivi"))


@pytest.mark.parametrize("label", ["Intitulé", "Désignation :", "Dénomination"])
@pytest.mark.parametrize("title", ["Programme de la Région ouverte", "La Région ouverte à tous"])
def test_a_title_that_does_not_say_of_what_is_the_plans_on_a_cover(label: str, title: str) -> None:
    said = [["Période", "2026-2027"], ["Point focal", "Cellule d'ouverture"], ["Session", "mars 2026"]]
    plan = _covered([label, title], *said, ["Version", "1.2"], name="Page de garde")
    assert plan["title"] == {"fr": title}
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert plan["points_of_contact"] == [{"name": {"fr": "Cellule d'ouverture"}}]
    assert plan["adoptions"] == [{"session": {"fr": "mars 2026"}}]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Portail"}, {"fr": "Forum"}]


def test_the_labels_of_an_arabic_cover_are_no_rows_of_a_table() -> None:
    table = sheet(["الالتزام", "النشاط", "الأجل"], ["بوابة", "فتح", "2026"], name="البرنامج")
    said = [["الفترة", "2026-2027"], ["الدورة", "دورة فبراير 2026"], ["النسخة", "2"]]
    plan = _covered(["العنوان", "برنامج عمل الانفتاح لجماعة تيزنيت"], *said, name="الغلاف", table=table)
    assert plan["title"] == {"ar": "برنامج عمل الانفتاح لجماعة تيزنيت"}
    assert plan["adoptions"] == [{"session": {"ar": "دورة فبراير 2026"}}]
    assert [one["title"] for one in plan["commitments"]] == [{"ar": "بوابة"}]


def test_a_cover_whose_sheet_has_no_name_for_one_is_told_by_the_title() -> None:
    said = [["Commune", "Tiznit"], ["Responsable", "Secrétaire général", "Téléphone", "0500 00 00 00"]]
    plan = _covered(["Désignation", "Plan d'action communal 2026-2027"], *said, name="Feuil1")
    assert plan["title"] == {"fr": "Plan d'action communal 2026-2027"}
    assert len(plan["commitments"]) == 2


def test_a_fiche_beside_a_sheet_of_its_activities_is_no_cover() -> None:
    steps = sheet(["N°", "Activité", "Responsable", "Délai"], ["1", "Étude", "DSI", "03/2026"], name="Activités")
    said = [["Responsable", "DSI"], ["Échéance", "2026"]]
    plan = _covered(["Titre", "Portail"], *said, name="Présentation", table=steps)
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Portail"}]


def test_the_title_of_a_plan_beside_its_label_is_no_header() -> None:
    above = [["Intitulé", "Programme d'ouverture 2026-2027"], ["Commune", "Tiznit"], ["Session", "mars 2026"], [""]]
    plan = _plan(sheet(*above, HEADER, PORTAL, FORUM))
    assert plan["title"] == {"fr": "Programme d'ouverture 2026-2027"}
    assert plan["adoptions"] == [{"session": {"fr": "mars 2026"}}]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Portail"}, {"fr": "Forum"}]


@pytest.mark.parametrize("line", [["Période : 15/03/2025 - 14/03/2027"], ["Période", "15/03/2025 - 14/03/2027"]])
@pytest.mark.parametrize("cover", [True, False])
def test_the_days_of_a_period_say_more_than_the_years_of_the_title(line: list[str], cover: bool) -> None:
    above = [["Plan d'action 2025-2027"], line]
    sheets = [sheet(*above, name="Garde"), sheet(HEADER, PORTAL)] if cover else [sheet(*above, [""], HEADER, PORTAL)]
    imported = read(*sheets)
    (plan,) = shown(imported)["plans"]
    assert plan["period"] == {"start": "2025-03-15", "end": "2027-03-14"}
    assert "x_unmapped" not in plan
    assert imported.document
    assert imported.document.locate("/plans/0/period/start").cell == f"{'AB'[len(line) - 1]}2"


def test_a_period_that_contradicts_the_title_is_kept_and_said() -> None:
    imported = read(sheet(["Plan d'action 2025-2027"], ["Période : 15/03/2024 - 14/03/2026"], [""], HEADER, PORTAL))
    (plan,) = shown(imported)["plans"]
    assert plan["period"] == {"start": "2025", "end": "2027"}
    assert "import/kept-above" in codes(imported)


@pytest.mark.parametrize("name", ["Sommaire", "Feuil1", "0"])
def test_a_sheet_of_any_name_with_the_title_of_the_plan_on_top_is_its_cover(name: str) -> None:
    cover = sheet(
        ["Conseil provincial de Taounate"],
        ["Programme d'ouverture du Conseil provincial de Taounate (2026-2027)"],
        [""],
        ["Feuille", "Contenu"],
        ["A", "Transparence"],
        name=name,
    )
    imported = read(cover, sheet(["AXE 1 : Transparence"], HEADER, PORTAL, name="A"))
    assert accounted(imported, cover)
    tree = shown(imported)
    (plan,) = tree["plans"]
    assert plan["title"] == {"fr": "Programme d'ouverture du Conseil provincial de Taounate (2026-2027)"}
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert [one["kind"] for one in tree["collectivities"]] == ["province"]
    (said,) = [one for one in imported.findings if one.code in ("import/cover-kept", "import/sheet-unread")]
    assert (said.code, said.severity, said.params["count"]) == ("import/cover-kept", "info", 4)


def test_many_cells_below_a_title_are_kept_with_a_warning() -> None:
    rows = [[f"Salle {at}", f"Texte {at}"] for at in range(10)]
    other = sheet(["Programme d'ouverture 2026-2027"], [""], *rows, name="Feuil1")
    found = read(other, sheet(HEADER, PORTAL, name="A"))
    assert [one.severity for one in found.findings if one.code == "import/cover-kept"] == ["warning"]


def test_a_title_behind_the_tables_is_of_no_cover() -> None:
    other = sheet(["Programme d'ouverture 2026-2027"], ["Note", "Texte"], name="Feuil2")
    assert "import/sheet-unread" in codes(read(sheet(HEADER, PORTAL, name="A"), other))


def test_labels_that_no_plan_has_tell_of_a_project_and_of_no_cover_page() -> None:
    rows = [["Intitulé", "Programme de voirie"], ["Responsable", "M. Alami"], ["Avancement", "50 %"]]
    made = read(sheet(*rows, name="Fiche"), sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"]))
    (plan,) = shown(made)["plans"]
    told = [(*one["title"].values(), one.get("progress")) for one in plan["commitments"]]
    assert told == [("Programme de voirie", 50), ("Portail", None)]


def test_the_vision_above_a_table_is_that_of_the_plan() -> None:
    made = read(sheet(["Vision :", "Une commune ouverte"], [], ["N°", "Projet", "Responsable"], [1, "Portail", "DSI"]))
    (plan,) = shown(made)["plans"]
    assert plan["strategic_vision"] == {"fr": "Une commune ouverte"}


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Pour la période 2026-2027", ("2026", "2027")),
        ("السنوات 2026-2027", ("2026", "2027")),
        ("Mandat communal 2021-2027", None),
        ("الولاية الانتدابية 2021-2027", None),
    ],
)
def test_two_years_on_a_cover_page_are_the_period_but_those_of_the_council(
    line: str, years: tuple[str, str] | None
) -> None:
    cover = sheet(["Programme d'ouverture de la commune de Tiznit"], [line], name="Page de garde")
    made = read(cover, sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"]))
    (plan,) = shown(made)["plans"]
    assert plan.get("period") == (years and {"start": years[0], "end": years[1]})
    assert ("import/cover-kept" in codes(made)) == (years is None)


def test_each_person_to_ask_has_the_address_below_the_name() -> None:
    people = [["Point focal", "M. Alami"], ["E-mail", "a@example.org"], ["Point focal", "Mme Bennis"]]
    cover = sheet(["Programme d'ouverture de Tiznit"], *people, ["E-mail", "b@example.org"], name="Page de garde")
    made = read(cover, sheet(["N°", "Projet", "Responsable"], [1, "Portail", "DSI"]))
    told = [(*one["name"].values(), one["contact"]["email"]) for one in shown(made)["plans"][0]["points_of_contact"]]
    assert told == [("M. Alami", "a@example.org"), ("Mme Bennis", "b@example.org")]
