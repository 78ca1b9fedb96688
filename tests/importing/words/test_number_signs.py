"""Every sign for a number is known wherever a number may stand behind one."""

import pytest

from opengov_local.formats.wording.headings.several_axes import numbers_of_axes
from opengov_local.formats.wording.words.adoption_sentences import number_in
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.numbering import Numbered, split_number, word_of_number
from opengov_local.importing.words import fold
from opengov_local.importing.words.printed_numbers import number_in_front

SIGNS = ("n°", "N º", "N.°", "n˚", "No", "no.", "n o", "Nr", "num.", "Núm.", "numéro", "number", "#", "№", "رقم", "عدد")


@pytest.mark.parametrize("sign", SIGNS)
def test_a_number_is_read_behind_each_sign(sign: str) -> None:
    marker = read_marker(f"Axe {sign} 5 : Portail", ("axis",))
    assert number_in_front(f"{sign} 5 Portail citoyen") == ("5", "Portail citoyen")
    assert split_number(f"Axe {sign} 5 : Portail", "axis_word") == Numbered("5", "Portail")
    assert marker is not None
    assert (marker.number, marker.title) == ("5", "Portail")
    assert numbers_of_axes(f"Axe {sign} 1 et {sign} 3") == ["1", "3"]
    assert number_in(f"Délibération {sign} 12/2026") == "12/2026"


def test_a_word_that_ends_as_a_sign_does_is_no_sign() -> None:
    assert word_of_number("Camino 3") == fold("Camino")
    assert word_of_number("Terreno n° 3") == fold("Terreno")
