"""Words that count in an order, wherever they stand beside what they count."""

from __future__ import annotations

import pytest

from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.formats.wording.words.persons_named import is_office
from opengov_local.importing.words.ordinals import ordinal_first, ordinal_last

AXES = [
    ("Axe premier", "1"),
    ("Axe deuxième", "2"),
    ("1er axe", "1"),
    ("Premier axe", "1"),
    ("Axe septième", "7"),
    ("First axis", "1"),
    ("Second axis", "2"),
    ("Eje primero", "1"),
    ("Segundo eje", "2"),
    ("المحور الأول", "1"),
    ("المحور الثالت", "3"),
    ("المحور الحادي عشر", "11"),
]
"""Words for an axis, and its number, as all that says it: in tables and headings alike."""


@pytest.mark.parametrize(("text", "number"), AXES)
def test_an_ordinal_beside_the_word_for_an_axis_is_its_number(text: str, number: str) -> None:
    assert bare_number(text, "axis_word") == number
    assert split_number(f"{text} : Écoute", "axis_word") == (number, "Écoute")
    marker = read_marker(f"{text} : Écoute", ("axis",))
    assert marker is not None
    assert (marker.number, marker.title) == (number, "Écoute")


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("المحور الثالث الرقمنة والابتكار", "3", "الرقمنة والابتكار"),
        ("Axe troisième Numérique", "3", "Numérique"),
        ("Third axis Digital services", "3", "Digital services"),
        ("2ème sous-axe : Portail", "2", "Portail"),
        ("Premier Axe Transparence et redevabilité", "1", "Transparence et redevabilité"),
        ("Premier axe Transparence", "1", "Transparence"),
        ("Axe Troisième Numérique", "3", "Numérique"),
        ("Troisième Domaine Public", "3", "Troisième Domaine Public"),
        ("SECOND DOMAINE PUBLIC ET ROUTIER", "2", "SECOND DOMAINE PUBLIC ET ROUTIER"),
        ("المحور الأول من البرنامج", None, "المحور الأول من البرنامج"),
        ("الهدف الثاني للتنمية", None, "الهدف الثاني للتنمية"),
        ("Objectif premier du plan", None, "Objectif premier du plan"),
    ],
)
def test_an_ordinal_needs_no_mark_before_the_title_of_an_axis(text: str, number: str | None, title: str) -> None:
    assert split_number(text, "axis_word") == (number, title)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("2e vice-président", "2", "vice-président"),
        ("Deuxième adjoint", "2", "adjoint"),
        ("2.º teniente de alcalde", "2", "teniente de alcalde"),
        ("12th floor", "12", "floor"),
        ("premier", "", "premier"),
        ("", "", ""),
    ],
)
def test_an_ordinal_before_words(text: str, number: str, rest: str) -> None:
    assert ordinal_first(text) == (number, rest)


def test_an_ordinal_behind_words() -> None:
    assert ordinal_last("المحور الثاني عشر") == ("المحور", "12")
    assert ordinal_last("Axe") == ("Axe", "")


@pytest.mark.parametrize(
    "office", ["5e adjoint", "Cinquième vice-présidente", "Le septième adjoint", "Fifth deputy mayor"]
)
def test_an_office_of_which_there_are_several(office: str) -> None:
    assert is_office(office)
