"""Addresses and numbers among names are how someone is reached, and no names; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

from opengov_local.formats.wording.words.contact_words import apart_from_reached, reached_by


def _leads(*cells: Any) -> list[dict[str, Any]]:
    grid = sheet(["Projet", "Responsable", "Contact"][: len(cells) + 1], ["Portail", *cells])
    imported = read(grid)
    assert accounted(imported, grid)
    leads: list[dict[str, Any]] = commitments_of(imported)[0]["leads"]
    return leads


def test_a_number_and_an_address_are_those_of_the_only_one_beside() -> None:
    reached = {"phone": "0500000000", "email": "fictif@example.org"}
    assert _leads("M. A. Fictif", "0500000000 / fictif@example.org") == [
        {"person": {"name": {"fr": "M. A. Fictif"}, "contact": reached}}
    ]
    assert _leads("DSI / fictif@example.org") == [
        {"name": {"fr": "DSI"}, "person": {"contact": {"email": "fictif@example.org"}}}
    ]


def test_of_several_they_are_those_of_none() -> None:
    leads = _leads("M. A. Fictif; Mme B. Fictive; 0500000000")
    assert leads[2:] == [{"person": {"contact": {"phone": "0500000000"}}}]


@pytest.mark.parametrize("text", ["2024-2027", "12/03/2025", "DSI", "3 associations", "M. X 0500000000"])
def test_other_words_are_not(text: str) -> None:
    assert reached_by(text) is None


@pytest.mark.parametrize("text", ["+212 5 00 00 00 00", "Tél : 05 00 00 00 00", "٠٥٠٠٠٠٠٠٠٠"])
def test_numbers_are(text: str) -> None:
    found = reached_by(text)
    assert found is not None
    assert found.kind == "phone"


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        (["Projet", "Responsable", "E-mail", "Téléphone"], {"fr": "Service informatique"}),
        (["Project", "Lead", "Email", "Phone"], {"en": "IT department"}),
        (["Proyecto", "Responsable", "Correo electrónico", "Teléfono"], {"es": "Servicio informático"}),
        (["المشروع", "المسؤول", "البريد الإلكتروني", "الهاتف"], {"ar": "مصلحة الإعلاميات"}),
    ],
)
def test_the_contact_beside_a_body_is_its_own(head: list[str], lead: dict[str, str]) -> None:
    rows = [head, ["1. Portail", *lead.values(), "dsi@commune.example", "05 00 00 00 00"]]
    contact = {"email": "dsi@commune.example", "phone": "05 00 00 00 00"}
    assert commitments_of(read(sheet(*rows)))[0]["leads"] == [{"name": lead, "person": {"contact": contact}}]


def test_contacts_beside_several_bodies_are_theirs_or_kept() -> None:
    head = ["Projet", "Responsable", "E-mail"]
    each = ["Portail", "DSI ; Cabinet", "dsi@commune.example ; cabinet@commune.example"]
    one = ["Forum", "DSI ; Cabinet", "dsi@commune.example"]
    portal, forum = commitments_of(read(sheet(head, each, one)))
    assert [lead["person"]["contact"]["email"] for lead in portal["leads"]] == each[2].split(" ; ")
    assert forum["leads"] == [{"name": {"fr": "DSI"}}, {"name": {"fr": "Cabinet"}}]
    assert [kept["text"] for kept in forum["x_unmapped"]] == ["dsi@commune.example"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("MM. Alami, Bennani et Mme Tazi", ["M. Alami", "M. Bennani", "Mme Tazi"]),
        ("Mme Amrani et M. Berrada", ["Mme Amrani", "M. Berrada"]),
        ("Messrs Brown and White", ["Mr Brown", "Mr White"]),
        ("السادة أحمد العلمي ومحمد بناني", ["السيد أحمد العلمي", "السيد محمد بناني"]),
        ("DSI\nMM. Alami et Bennani", [None, "M. Alami", "M. Bennani"]),
        ("Association A, MM. Alami et Bennani", [None, "M. Alami", "M. Bennani"]),
    ],
)
@pytest.mark.parametrize("heading", ["Responsable", "Partenaires"])
def test_each_of_several_persons_is_one(heading: str, cell: str, names: list[str | None]) -> None:
    grid = sheet(["Projet", heading], ["Portail", cell])
    imported = read(grid)
    (one,) = commitments_of(imported)
    said = one["leads" if heading == "Responsable" else "supporting"]
    assert [next(iter(each["person"]["name"].values())) if "person" in each else None for each in said] == names
    assert accounted(imported, grid)


def test_persons_of_whom_it_is_not_certain_how_many_they_are_stay_one_which_is_said() -> None:
    cell = "السادة العلمي، البناني والطاهري"
    imported = read(sheet(["المشروع", "المسؤول"], ["البوابة", cell]))
    assert commitments_of(imported)[0]["leads"] == [{"person": {"name": {"ar": cell}}}]
    assert "import/list-uncertain" in codes(imported)


@pytest.mark.parametrize(
    ("cell", "names", "reached"),
    [
        ("DSI, tél. 05 00 00 00 00", "DSI", {"phone": "05 00 00 00 00"}),
        ("DSI (tel 0500000000)", "DSI", {"phone": "0500000000"}),
        ("DSI – N° de téléphone : 0500000000", "DSI", {"phone": "0500000000"}),
        ("DSI, GSM : 12 34 56 78", "DSI", {"phone": "12 34 56 78"}),
        ("DSI (dsi@example.org), tél. 0500000000", "DSI", {"phone": "0500000000", "email": "dsi@example.org"}),
        ("قسم المعلوميات، الهاتف: 0500000000", "قسم المعلوميات", {"phone": "0500000000"}),
        ("قسم المعلوميات (dsi@example.org)", "قسم المعلوميات", {"email": "dsi@example.org"}),
    ],
)
@pytest.mark.parametrize("heading", ["Responsable", "Partenaires"])
def test_how_a_body_is_reached_is_no_part_of_its_name(
    heading: str, cell: str, names: str, reached: dict[str, str]
) -> None:
    grid = sheet(["Projet", heading], ["Portail", cell])
    imported = read(grid)
    ((body,),) = [one["leads" if heading == "Responsable" else "supporting"] for one in commitments_of(imported)]
    assert list(body["name"].values()) == [names]
    assert body["person"] == {"contact": reached}
    assert accounted(imported, grid)


def test_each_of_several_has_the_number_right_behind() -> None:
    leads = _leads("M. A. Fictif, 0500000000; Mme B. Fictive, 0611111111")
    assert [lead["person"]["contact"]["phone"] for lead in leads] == ["0500000000", "0611111111"]


def test_sums_beside_bodies_are_no_telephone_numbers() -> None:
    assert apart_from_reached("Région : 12 500 000 DH") == ("Région : 12 500 000 DH", ())


@pytest.mark.parametrize(
    "text",
    [
        "Association Fictive (récépissé 0123/2020-45)",
        "Société Fictive (ICE 001524896000045)",
        "code 0102-2030-15",
        "Mme A. Fictive, dossier 0102-2030-15",
        "Société Fictive, RC 0522001122",
        "الجمعية الوهمية (رقم 0612345678)",
        "Comité fictif 01/2025 - 12/2026",
    ],
)
def test_numbers_of_registers_and_files_are_no_telephone_numbers(text: str) -> None:
    assert apart_from_reached(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Mme Fictive 0661 00 00 00", ["0661 00 00 00"]),
        ("Mme Fictive 0661 00 00 00/0522 00 00 01", ["0661 00 00 00", "0522 00 00 01"]),
        ("Mme Fictive (+212)522000001", ["(+212)522000001"]),
        ("Mme Fictive tél. 0522/000001", ["0522/000001"]),
    ],
)
def test_numbers_of_the_length_and_groups_of_a_telephone_are(text: str, numbers: list[str]) -> None:
    rest, reached = apart_from_reached(text)
    assert (rest, [how.text for how in reached]) == ("Mme Fictive", numbers)


def test_the_number_of_a_fax_is_kept() -> None:
    imported = read(grid := sheet(["Projet", "Responsable"], ["Portail", "DSI; fax : 0500000000"]))
    assert commitments_of(imported)[0]["leads"] == [{"name": {"fr": "DSI"}}]
    assert accounted(imported, grid)
    assert "import/column-kept" in codes(imported)
