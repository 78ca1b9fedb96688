"""Offices of who is responsible: of the only one, of as many as there are, and of nobody in particular."""

from __future__ import annotations

import pytest
from tests.formats.tables import sheets
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


@pytest.mark.parametrize(
    ("leads", "office", "roles"),
    [
        ("Cabinet", "Directeur", ["Directeur"]),
        ("DSI; DAF", "Chef; Directrice", ["Chef", "Directrice"]),
        ("DSI; DAF", "Chef de service", None),
        ("", "Chef de service", None),
        ("مصلحة المعلوميات؛ قسم المالية", "رئيس المصلحة", None),
    ],
)
def test_whose_office_it_is(leads: str, office: str, roles: list[str] | None) -> None:
    grid = sheet(
        ["Engagement", "Responsable", "Fonction du responsable"], ["Portail", leads, office], ["Forum", "A", "B"]
    )
    imported = read(grid)
    assert accounted(imported, grid)
    first, _ = shown(imported)["plans"][0]["commitments"]
    said = [next(iter(lead["person"]["role"].values())) for lead in first.get("leads", ()) if "person" in lead]
    assert said == (roles or [])
    assert ("import/office-of-several" in codes(imported)) == (roles is None)
    assert [each["text"] for each in first.get("x_unmapped", ())] == ([office] if roles is None else [])


@pytest.mark.parametrize("heading", ["Point focal", "Personne responsable", "Chef de projet"])
@pytest.mark.parametrize(
    ("cell", "bodies", "persons"),
    [
        ("DSI", ["DSI"], []),
        ("SG", ["SG"], []),
        ("Bureau d'ordre", ["Bureau d'ordre"], []),
        ("DSI/DGS", ["DSI", "DGS"], []),
        (
            "DSI, Direction des services ; Association Exemple",
            ["DSI, Direction des services", "Association Exemple"],
            [],
        ),
        ("EXEMPLE", [], ["EXEMPLE"]),
        ("A. Exemple", [], ["A. Exemple"]),
    ],
)
def test_a_few_capitals_where_a_person_is_asked_for_are_a_body(
    heading: str, cell: str, bodies: list[str], persons: list[str]
) -> None:
    grid = sheet(["Engagement", heading, "Statut"], ["Portail", cell, "En cours"], ["Forum", "B. Exemple", "Prévu"])
    first, _ = shown(read(grid))["plans"][0]["commitments"]
    assert [one["name"]["fr"] for one in first["leads"] if "name" in one] == bodies
    assert [one["person"]["name"]["fr"] for one in first["leads"] if "person" in one] == persons


@pytest.mark.parametrize(
    "cell",
    ["M. le SG", "M. le Président", "M. Le Président", "Mme la Présidente", "M. le gouverneur de la province",
     "Mr. Mayor", "السيد الكاتب العام", "السيدة رئيسة المجلس", "السيد العامل"],
)  # fmt: skip
def test_an_office_behind_a_form_of_address_is_no_name(cell: str) -> None:
    (first,) = shown(read(sheet(["Projet", "Responsable"], ["Portail", cell])))["plans"][0]["commitments"]
    assert [next(iter(lead["name"].values())) for lead in first["leads"]] == [cell]
    (first,) = shown(read(sheet(["Projet", "Point focal"], ["Portail", cell])))["plans"][0]["commitments"]
    assert [next(iter(lead["person"]["role"].values())) for lead in first["leads"]] == [cell]


@pytest.mark.parametrize(
    "cell",
    ["M. Le Nomfictif", "M. le Nomfictif", "M. le Président Untel Nomfictif", "Mme Directrice Nomfictif",
     "السيد الرئيس فلان الفلاني", "السيد أمين الفلاني", "السيد فلان الفلاني"],
)  # fmt: skip
def test_a_name_behind_a_form_of_address_stays_that_of_a_person(cell: str) -> None:
    (first,) = shown(read(sheet(["Projet", "Responsable"], ["Portail", cell])))["plans"][0]["commitments"]
    assert [next(iter(lead["person"]["name"].values())) for lead in first["leads"]] == [cell]


@pytest.mark.parametrize("office", ["M. le 2e vice-président", "Mme la première adjointe", "M. le vice-président"])
def test_an_office_with_its_rank_is_no_name(office: str) -> None:
    (one,) = shown(read(sheet(["Engagement", "Élu référent"], ["Portail", office])))["plans"][0]["commitments"]
    assert one["leads"] == [{"person": {"role": {"fr": office}}}]


def test_a_lone_name_below_who_is_responsible_is_a_person_and_said() -> None:
    grid = sheet(["Projet", "Responsable"], ["Portail", "Ahmed Fictif"], ["Budget", "Service financier"])
    imported = read(grid)
    first, second = commitments_of(imported)
    assert [*first["leads"][0]["person"]["name"].values()] == ["Ahmed Fictif"]
    assert "person" not in second["leads"][0]
    assumed = [one.params["value"] for one in imported.findings if one.params.get("field") == "person"]
    assert assumed == ["Ahmed Fictif"]


def test_a_lone_name_below_a_body_stays_one() -> None:
    (only,) = commitments_of(read(sheet(["Projet", "Structure responsable"], ["Portail", "Ahmed Fictif"])))
    assert [*only["leads"][0]["name"].values()] == ["Ahmed Fictif"]


def test_an_office_in_letters_belongs_to_the_name_before_it() -> None:
    (only,) = commitments_of(read(sheet(["Projet", "Élu référent"], ["Portail", "Mme Exemple, VP finances"])))
    assert [one["person"] for one in only["leads"]] == [{"name": {"fr": "Mme Exemple"}, "role": {"fr": "VP finances"}}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cork City Council, Ireland", ["Cork City Council, Ireland"]),
        ("Commune de Sousse, Tunisie, PNUD", ["Commune de Sousse, Tunisie", "PNUD"]),
        ("Espagne, France", ["Espagne", "France"]),
        ("PNUD, Espagne", ["PNUD", "Espagne"]),
    ],
)
def test_a_country_behind_a_collectivity_is_part_of_its_name(text: str, names: list[str]) -> None:
    made = sheets.read(sheets.sheet(["Projet", "Partenaires"], ["Portail", text]))
    (one,) = sheets.commitments_of(made)
    assert [next(iter(party["name"].values())) for party in one["supporting"]] == names
    assert ("import/bodies-not-split" in sheets.codes(made)) == ("," in names[0])
