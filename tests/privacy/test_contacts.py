"""Contact details in running text: found, and taken out so that nothing more is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opengov_local.privacy import contacts
from opengov_local.privacy.contacts import LEFT_OUT, contacts_in, without_contacts
from opengov_local.privacy.keys import private_key

_MAILS = ("a@b.example", "quelquun@gmail.com", "@")
_NUMBERS = (
    "0661000000",
    "٠٦٦١٠٠٠٠٠٠",
    "06 61 00 00 00",
    "+212",
    "05\u00a036 00 00 00",
    "+1 202 555 0100",
    "00",
    "Tel: ",
    "536000000",
)
PIECES = (*_MAILS, *_NUMBERS, "[…]", " ", ".", "/", "-", "x", "ه", "6", "(", "\n")


@pytest.mark.parametrize(
    ("text", "left", "count"),
    [
        ("Écrire à quelquun@gmail.com ou au 06 61 00 00 00.", f"Écrire à {LEFT_OUT} ou au {LEFT_OUT}.", 2),
        ("الهاتف: ٠٦٦١٠٠٠٠٠٠", f"الهاتف: {LEFT_OUT}", 1),
        ("Tél. : 05\u00a036\u00a000\u00a000\u00a000", f"Tél. : {LEFT_OUT}", 1),
        ("Tél. 0536000000/0661000000", f"Tél. {LEFT_OUT}/{LEFT_OUT}", 2),
        ("05 36 00 00 00/06 61 00 00 00", f"{LEFT_OUT}/{LEFT_OUT}", 2),
        ("Du 06-12-2024 au 07-12-2024", "Du 06-12-2024 au 07-12-2024", 0),
        ("tél/quelquun@gmail.com", f"tél/{LEFT_OUT}", 1),
        ("0661000000/quelquun@gmail.com", f"{LEFT_OUT}/{LEFT_OUT}", 2),
        ("a@gmail.com/b@gmail.com", f"{LEFT_OUT}/{LEFT_OUT}", 2),
        ("وprenom.nom@gmail.com", f"و{LEFT_OUT}", 1),
        ("prenom.nom@gmail.comأو", f"{LEFT_OUT}أو", 1),
        ("-prenom.nom@gmail.com", f"-{LEFT_OUT}", 1),
        ("_prenom.nom@gmail.com_", f"_{LEFT_OUT}_", 1),
        ("prenom.nom＠gmail.com", LEFT_OUT, 1),
        ("(0661) 00 00 00", LEFT_OUT, 1),
        ("(06) 61 00 00 00", LEFT_OUT, 1),
        ("0 661 00 00 00", LEFT_OUT, 1),
        ("06 61 000 000", LEFT_OUT, 1),
        ("0661/00/00/00", LEFT_OUT, 1),
        ("0661000000-0662000000", f"{LEFT_OUT}-{LEFT_OUT}", 2),
        ("06 61 00 00 00-06 62 00 00 00", f"{LEFT_OUT}-{LEFT_OUT}", 2),
        ("212661000000", LEFT_OUT, 1),
        ("212 6 61 00 00 00", LEFT_OUT, 1),
        ("0 650 000 000 DH", "0 650 000 000 DH", 0),
        ("212 650 000 000", "212 650 000 000", 0),
        ("06 12 345 678 DH", "06 12 345 678 DH", 0),
        ("06/12/2024", "06/12/2024", 0),
        ("2024-06-12-10-30-15", "2024-06-12-10-30-15", 0),
        ("06/07/08/09/10", "06/07/08/09/10", 0),
        ("1212661000000", "1212661000000", 0),
        ("https://wa.me/212661000000", f"https://wa.me/{LEFT_OUT}", 1),
        ("images/logo@2x.png", "images/logo@2x.png", 0),
        ("2126610000001", "2126610000001", 0),
        (LEFT_OUT, LEFT_OUT, 0),
        ("Musa, 08023738199; avocat", f"Musa, {LEFT_OUT}; avocat", 1),
        ("Phone 07767343230", f"Phone {LEFT_OUT}", 1),
        ("— 0803702'1491/ 08035610827", f"— {LEFT_OUT}/ {LEFT_OUT}", 2),
        ("Call 02079460123.", f"Call {LEFT_OUT}.", 1),
        ("call 020 7946 0123 or (0161) 496 0123", f"call {LEFT_OUT} or {LEFT_OUT}", 2),
        ("020 7946 0123 020 7946 0456 24/7", f"{LEFT_OUT} {LEFT_OUT} 24/7", 2),
        ("01632 960123, 01632-960-123", f"{LEFT_OUT}, {LEFT_OUT}", 2),
        ("0212 555 01 23", LEFT_OUT, 1),
        ("٠٢٠ ٧٩٤٦ ٠١٢٣", LEFT_OUT, 1),
        ("02\u00a09876\u00a05432", LEFT_OUT, 1),
        ("030 12345678", LEFT_OUT, 1),
        ("04.421.01.03.", "04.421.01.03.", 0),
        ("04.421.01.03.01", "04.421.01.03.01", 0),
        ("01 2024 2027", "01 2024 2027", 0),
        ("012 2500000", "012 2500000", 0),
        ("011 810 0000 1234 5678 9012 34", "011 810 0000 1234 5678 9012 34", 0),
        ("0123 4567 8901 2345", "0123 4567 8901 2345", 0),
        ("N° 020 7946 0123", "N° 020 7946 0123", 0),
        ("020 7946 0123 DH", "020 7946 0123 DH", 0),
        ("012 345 678", "012 345 678", 0),
        ("01234567890", "01234567890", 0),
        ("0123456789", "0123456789", 0),
        ("0123456788", LEFT_OUT, 1),
        ("Phone number 08023738199", f"Phone number {LEFT_OUT}", 1),
        ("N° 0123456788", "N° 0123456788", 0),
        ("رقم ٠١٢٣٤٥٦٧٨٩", "رقم ٠١٢٣٤٥٦٧٨٩", 0),
        ("ICE : 001234567000089", "ICE : 001234567000089", 0),
        ("Compte 08123456789", "Compte 08123456789", 0),
        ("code=0123456788", "code=0123456788", 0),
        ("0123456788 DH", "0123456788 DH", 0),
        ("0123456788,50", "0123456788,50", 0),
        ("012345678", "012345678", 0),
        ("1'000'000'000", "1'000'000'000", 0),
        ("0102030405060", "0102030405060", 0),
        ("20240123456", "20240123456", 0),
        ("prenom.nom (at) commune.ma", LEFT_OUT, 1),
        ("Voir nom[at]commune.ma.", f"Voir {LEFT_OUT}.", 1),
        ("nom [at] commune [dot] ma", LEFT_OUT, 1),
        ("ali@بلدية.المغرب", LEFT_OUT, 1),
        ("راسلوا علي@بلدية.المغرب", f"راسلوا {LEFT_OUT}", 1),
        ("ali@région.example", LEFT_OUT, 1),
        ("ali@xn--mgbc0a9azcg.xn--mgbc0a9azcg", LEFT_OUT, 1),
        ("un.nom©yahoo.com", LEFT_OUT, 1),
        ("Photo©agence.example", "Photo©agence.example", 0),
        ("réunion (à) midi. Suite", "réunion (à) midi. Suite", 0),
        ("présence (at) the hall", "présence (at) the hall", 0),
    ],
)
def test_contacts_are_taken_out_and_counted(text: str, left: str, count: int) -> None:
    assert without_contacts(text) == (left, count)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_nothing_is_found_in_what_is_left(text: str) -> None:
    left, count = without_contacts(text)
    assert not list(contacts_in(left))
    assert without_contacts(left) == (left, 0)
    assert (count == 0) == (left == text)


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("author/name", "user_names"),
        ("createdBy", "user_names"),
        ("x_user", "user_names"),
        ("x_mail", "contacts"),
        ("Nom et prénom", "user_names"),
        ("الاسم الكامل", "user_names"),
        ("corre_contacto", "contacts"),
        ("N° de téléphone", "contacts"),
        ("البريد الإلكتروني", "contacts"),
        ("User satisfaction", None),
        ("Application mobile", None),
        ("title", None),
        ("", None),
    ],
)
def test_headings_tell_what_stands_below_them(heading: str, what: str | None) -> None:
    assert private_key(heading) == what


@given(
    st.lists(
        st.sampled_from(
            (
                *PIECES,
                "202",
                "555",
                "1989",
                "(",
                ")",
                "+",
                "Fax ",
                "DH",
                "661 000 000",
                "212",
                "0 661",
                "(0661)",
                "＠",
                "/00",
                "nom",
                "(at)",
                "[at] ",
                "©gmail.com",
                "commune.ma",
                "08023738199",
                "020 7946 0123",
                "(0161)",
                " 496 0123",
                "0803702'1491",
                "بلدية.المغرب",
            )
        ),
        max_size=9,
    )
)
@example(["0661 22 33 44", "\u0301"])
def test_the_quick_looks_pass_over_no_contact(pieces: list[str]) -> None:
    text = "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "may_hold_contacts", lambda text: True)
        for name in ("_NOT_PLAIN", "_MAIL_SIGN", "_NUMBER"):
            patch.setattr(contacts, name, re.compile(""))
        closely = list(contacts_in(text))
    assert list(contacts_in(text)) == closely


@pytest.mark.parametrize("text", ["f520314705d75582", "sha256:00ee77671264068759ab", "1.5203147057558a"])
def test_a_checksum_is_no_contact_at_a_quick_look(text: str) -> None:
    assert not contacts.may_hold_contacts(text)
