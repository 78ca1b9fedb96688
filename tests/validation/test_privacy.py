"""Contact details in texts, and persons of whom nobody says in which capacity they are named."""

from __future__ import annotations

import pytest
from tests.validation.parts import FIRST, Tree, commitment, found, ident, package, params, places, plan, town

from opengov_local.privacy.contacts import contacts_in

PERSONAL = "personal"
OFFICE = "office"

TEXTS: list[tuple[str, str | None]] = [
    ("Écrire à quelquun@gmail.com.", PERSONAL),
    ("prenom.nom@commune.example", PERSONAL),
    ("p.nom@commune.example", PERSONAL),
    ("contact@example.org", OFFICE),
    ("contact.commune@gmail.com", OFFICE),
    ("bdp@region.example", OFFICE),
    ("@exempleville", None),
    ("user@localhost", None),
    ("https://example.org/@nom", None),
    ("06 61 00 00 00", PERSONAL),
    ("0661-00-00-00", PERSONAL),
    ("0661000000", PERSONAL),
    ("+212 6 61 00 00 00", PERSONAL),
    ("+212661000000", PERSONAL),
    ("(00212)661000000", PERSONAL),
    ("+212 (0) 661-000000", PERSONAL),
    ("0536 00 00 00", OFFICE),
    ("+212 5 36 00 00 00", OFFICE),
    ("01 23 45 67 89", OFFICE),
    ("+1 202 555 0100", OFFICE),
    ("00 212 536 00 00 00", OFFICE),
    ("+212 661 000 000", PERSONAL),
    ("00 1 202 555 0100", OFFICE),
    ("contact @ example.org", OFFICE),
    ("Tel: (202) 555-0100", OFFICE),
    ("Tél. : 536 00 00 00", OFFICE),
    ("Fax 536000000.", OFFICE),
    ("الهاتف: ٥٣٦٠٠٠٠٠٠", OFFICE),
    ("tél : 0661000000", PERSONAL),
    ("Application tel 2024-2026", None),
    ("Tél. 12-06-2024", None),
    ("Téléphone et fax : 1 150 000 DH", None),
    ("Hotel 536 00 00 00", None),
    ("Fax : 150 000", None),
    ("Fax : 150 000,50", None),
    ("06 61 00 00 000", None),
    ("06610000001", OFFICE),
    ("066100000012", None),
    ("du 06-12-2024 au 07-12-2024", None),
    ("06.12.2024 10:30", None),
    ("2024-2025, 06 communes, 150 000 000 DH", None),
    ("02.411.01.23", None),
    ("+40 % en 2025", None),
    ("1+2 345 678 901", None),
    ("https://example.org/0661000000", None),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_contact_details(text: str, kind: str | None) -> None:
    kinds = [PERSONAL if one.personal else OFFICE for one in contacts_in(text)]
    assert kinds == ([kind] if kind else [])


def test_where_contact_details_are_looked_for() -> None:
    mail = "quelquun@gmail.com"
    tree = package(
        plan(commitment(action={"fr": mail}, number="0661000000", leads=[{"name": {"fr": "contact@example.org"}}])),
        collectivities=[town(focal_points=[{"name": {"fr": "Nom"}, "contact": {"email": mail}}])],
        sources=[
            {
                "extracts": [
                    {"target": ident("co"), "original": mail},
                    {"target": ident("co"), "original": "0536 00 00 00"},
                ]
            }
        ],
    )
    assert found(tree, "privacy/") == [
        ("privacy/contact-in-source", "/sources/0/extracts/0/original"),
        ("privacy/contact-in-text", f"{FIRST}/leads/0/name/fr"),
        ("privacy/personal-contact-in-text", f"{FIRST}/action/fr"),
        ("privacy/personal-contact-in-text", f"{FIRST}/number"),
    ]


def test_each_contact_of_a_text_is_said_once() -> None:
    text = "quelquun@gmail.com, 0661000000 ou contact@example.org ; encore quelquun@gmail.com"
    tree = package(plan(commitment(action={"fr": text})))
    personal = params(tree, "privacy/personal-contact-in-text")
    assert personal == [{"contact": "quelquun@gmail.com"}, {"contact": "0661000000"}]
    assert params(tree, "privacy/contact-in-text") == [{"contact": "contact@example.org"}]


NAMED = {"name": {"fr": "Prénom Nom"}}
PERSONS: list[tuple[Tree, bool]] = [
    ({"person": NAMED}, True),
    ({"person": {**NAMED, "capacity": "private"}}, False),
    ({"person": {**NAMED, "role": {"fr": "Présidente"}}}, False),
    ({"person": {**NAMED, "organization": "org.b:o"}}, False),
    ({"person": {"role": {"fr": "Présidente"}}}, False),
    ({"person": NAMED, "organization": "org.b:o"}, False),
    ({"person": NAMED, "group": "csos"}, False),
    ({"person": {**NAMED, "capacity": "nobody"}}, False),  # refused, and so cut
]


@pytest.mark.parametrize(("author", "wrong"), PERSONS)
def test_persons_without_a_capacity(author: Tree, wrong: bool) -> None:
    said = {"id": ident("ct"), "kind": "proposal", "text": {"fr": "Texte"}, "author": author}
    held = {
        "id": ident("ws"),
        "title": {"fr": "Atelier"},
        "kind": "co_creation",
        "contributions": [said],
        "chairs": [NAMED],
    }
    expected = ["/workshops/0/contributions/0/author/person/capacity"] if wrong else []
    assert places(package(workshops=[held]), "privacy/unmarked-private-person") == expected


@pytest.mark.parametrize(("capacity", "wrong"), [("private", True), ("elected", False)])
def test_contact_details_of_private_persons(capacity: str, wrong: bool) -> None:
    person = {"capacity": capacity, "contact": {"phone": "0661000000"}}
    tree = package(plan(points_of_contact=[person]))
    expected = ["/plans/0/points_of_contact/0/contact"] if wrong else []
    assert places(tree, "privacy/private-person-with-contact") == expected
