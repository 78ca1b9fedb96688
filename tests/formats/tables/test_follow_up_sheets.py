"""A sheet for each period that follows a plan up, joined by its codes or titles; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import
from opengov_local.formats.grids.grid import Grid

PLAN = sheet(["Code", "Projet", "Échéance"], ["B1", "Portail", "mars 2027"], ["B2", "Bulletin", "juin 2027"])
STATED = sheet(["Code", "Projet", "État"], ["B1", "Portail", "Non démarré"], ["B2", "Bulletin", "Non démarré"])
TITLED = {
    "fr": (["N°", "Projet"], "Portail", "Bulletin"),
    "ar": (["رقم", "المشروع"], "البوابة", "النشرة"),
    "es": (["N.º", "Proyecto"], "Portal", "Boletín"),
    "en": (["No.", "Project"], "Portal", "Newsletter"),
}


def _updates(imported: Import) -> list[tuple[Any, ...]]:
    return [
        (
            one["target"],
            one.get("date") or one.get("period", {}).get("end"),
            one.get("status", {}).get("code") or one.get("progress"),
            next(iter(one.get("text", {"": None}).values())),
        )
        for one in shown(imported).get("progress_updates", ())
    ]


def _present(imported: Import) -> list[Any]:
    return [one.get("status", {}).get("code") or one.get("progress") for one in commitments_of(imported)]


def _follow(name: str, title: str, *rows: list[Any], said: str = "Réalisations", rate: str = "Avancement (%)") -> Grid:
    return sheet([title], [""], ["Code projet", rate, said], *rows, name=name)


@pytest.mark.parametrize("said", ["Réalisations", "Observations", "Commentaire"])
@pytest.mark.parametrize("turned", [False, True])
def test_each_sheet_makes_updates_with_their_rates_and_the_last_rate_is_the_present_one(
    said: str, turned: bool
) -> None:
    first = _follow("Suivi 1", "Suivi du 1er trimestre 2026", ["B1", 10, "Maquette"], ["B2", 0, "Rien"], said=said)
    second = _follow("Suivi 2", "Suivi du 2e trimestre 2026", ["B1", 35, "Prototype"], ["B2", 40, "Deux"], said=said)
    sheets = (PLAN, second, first) if turned else (PLAN, first, second)
    imported = read(*sheets)
    assert sorted(_updates(imported), key=lambda one: (one[1], one[0] != "Portail")) == [
        ("Portail", "2026-Q1", 10, "Maquette"),
        ("Bulletin", "2026-Q1", 0, "Rien"),
        ("Portail", "2026-Q2", 35, "Prototype"),
        ("Bulletin", "2026-Q2", 40, "Deux"),
    ]
    assert _present(imported) == [35, 40]
    assert not {"import/conflict", "import/kept-above"} & set(codes(imported))
    assert not any("x_unmapped" in one for one in commitments_of(imported))
    assert accounted(imported, *sheets)


def test_a_state_without_a_day_gives_way_to_the_last_one_that_has_one() -> None:
    first = _follow(
        "1", "Situation arrêtée au 31/03/2026", ["B1", "Non démarré", ""], ["B2", "En cours", "x"], rate="État"
    )
    second = _follow("2", "Situation arrêtée au 30/06/2026", ["B1", "En cours", "y"], rate="État")
    imported = read(STATED, first, second)
    portal, bulletin = commitments_of(imported)
    assert portal["status"] == {"code": "in_progress", "original": "En cours", "as_of": "2026-06-30"}
    assert bulletin["status"] == {"code": "in_progress", "original": "En cours", "as_of": "2026-03-31"}
    assert [one["text"] for one in bulletin["x_unmapped"]] == ["Non démarré"]
    assert codes(imported).count("import/state-gave-way") == 2
    assert accounted(imported, STATED, first, second)


def test_a_state_that_a_later_rate_refutes_is_no_longer_the_present_one() -> None:
    follow = _follow("Suivi", "Situation au 30/06/2026", ["B1", 35, "Prototype"], ["B2", 0, "Rien"])
    imported = read(STATED, follow)
    portal, bulletin = commitments_of(imported)
    assert "status" not in portal
    assert portal["progress"] == 35
    assert bulletin["status"]["code"] == "not_started"
    assert accounted(imported, STATED, follow)


@pytest.mark.parametrize(
    ("language", "names", "rate", "remark"),
    [
        ("fr", ("T1 2026", "T2 2026"), "Avancement", "Commentaire"),
        ("fr", ("Mars 2026", "Juin 2026"), "Taux d'avancement", "Observations"),
        ("fr", ("Suivi_S1_2026", "Suivi_S2_2026"), "% réalisé", "Remarques"),
        ("ar", ("الفصل الأول 2026", "الفصل الثاني 2026"), "نسبة الإنجاز", "ملاحظات"),
        ("es", ("Trimestre 1 2026", "Trimestre 2 2026"), "Avance", "Observaciones"),
        ("en", ("Q1 2026", "Q2 2026"), "Progress", "Comments"),
    ],
)
def test_the_name_of_a_sheet_says_when_it_reports(
    language: str, names: tuple[str, str], rate: str, remark: str
) -> None:
    heads, one, other = TITLED[language]
    plan = sheet([*heads, {"ar": "الأجل"}.get(language, "Deadline")], [1, one, "2027-03"], [2, other, "2027-06"])
    sheets = [
        sheet([*heads, rate, remark], [1, one, f"{10 * at}%", f"a{at}"], [2, other, f"{20 * at}%", f"b{at}"], name=name)
        for at, name in enumerate(names, start=1)
    ]
    imported = read(plan, *sheets)
    updates = _updates(imported)
    assert [one[2:] for one in updates] == [(10, "a1"), (20, "b1"), (20, "a2"), (40, "b2")]
    assert len({one[1] for one in updates}) == 2
    assert all(one[1].startswith("2026-") for one in updates)
    assert _present(imported) == [20, 40]
    assert codes(imported).count("import/assumed") >= 2
    assert accounted(imported, plan, *sheets)


def test_a_year_that_the_plan_alone_tells_dates_the_sheets() -> None:
    plan = sheet(["Plan d'action 2026"], ["N°", "Projet", "Échéance"], [1, "Portail", "06/2026"])
    follow = sheet(["N°", "Projet", "Avancement"], [1, "Portail", "10%"], name="T1")
    assert _updates(read(plan, follow)) == [("Portail", "2026-Q1", 10, None)]


def test_a_remark_stands_behind_what_was_done() -> None:
    follow = sheet(["Suivi au 30/06/2026"], ["Code", "Observations", "Réalisations"], ["B1", "Retard", "Maquette"])
    assert _updates(read(PLAN, follow)) == [("Portail", "2026-06-30", None, "Maquette\n\nRetard")]


@pytest.mark.parametrize("name", ["Plan 2026-2027", "2026", "Feuille 2", "Phase 1"])
def test_a_name_that_says_no_time_makes_no_updates(name: str) -> None:
    follow = sheet(["N°", "Projet", "Avancement"], [1, "Portail", "10%"], name=name)
    assert not _updates(read(sheet(["N°", "Projet", "Échéance"], [1, "Portail", "2027"]), follow))


def test_a_plan_of_its_own_on_a_dated_sheet_is_no_report() -> None:
    plan = sheet(["N°", "Projet", "Échéance", "État"], [1, "Portail", "2027", "En cours"], name="Juin 2026")
    imported = read(plan)
    assert not _updates(imported)
    assert commitments_of(imported)[0]["status"]["code"] == "in_progress"


@pytest.mark.parametrize(("day", "remarks"), [("Last update", "Comments"), ("Date du point", "Observations")])
def test_remarks_beside_the_day_of_a_report_are_its_text(day: str, remarks: str) -> None:
    made = sheet(["Projet", "Responsable", day, remarks], ["Portail", "DSI", "15/04/2026", "Liste publiée"])
    imported = read(made)
    ((_, when, _, text),) = _updates(imported)
    assert (when, text) == ("2026-04-15", "Liste publiée")
    assert accounted(imported, made)


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("Suivi au 30 juin 2025", "Suivi au 31 décembre 2025", ("2025-06-30", "2025-12-31")),
        ("1er trimestre 2025", "2e trimestre 2025", ("2025-Q1", "2025-Q2")),
        ("الحالة بتاريخ 30/06/2025", "الحالة بتاريخ 31/12/2025", ("2025-06-30", "2025-12-31")),
    ],
)
def test_two_tables_with_the_same_headings_each_below_its_own_time(
    first: str, second: str, times: tuple[str, str]
) -> None:
    plan = sheet(["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Bulletin", "Presse"], name="Projets")
    head = ["Projet", "Taux d'avancement (%)"]
    follow = sheet(
        [first], head, ["Portail", "40 %"], ["Bulletin", "10 %"], [""],
        [second], head, ["Portail", "80 %"], ["Bulletin", "50 %"], name="Suivi"
    )  # fmt: skip
    imported = read(plan, follow)
    assert [one["progress"] for one in commitments_of(imported)] == [80, 50]
    told = [(one.get("date") or one["period"]["end"], one["progress"]) for one in shown(imported)["progress_updates"]]
    assert told == [(times[0], 40), (times[0], 10), (times[1], 80), (times[1], 50)]
    assert "import/conflict" not in codes(imported)
    assert accounted(imported, plan, follow)
