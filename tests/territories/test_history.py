"""Region numbers before 2015."""

from __future__ import annotations

import pytest

from opengov_local import territories
from opengov_local.territories import pre_2015_region_note


@pytest.mark.parametrize(
    ("code", "number", "hcp_name", "iso_name", "in_use"),
    [
        ("08", "08", "Oriental", "Grand Casablanca", True),
        ("MA-08", "08", "Oriental", "Grand Casablanca", True),
        ("ma-04", "04", "Souss-Massa-Drâa", "Oriental", True),
        ("16", "16", "Tanger-Tétouan", "Oued ed Dahab-Lagouira", False),
        ("16.571.01.11", "16", "Tanger-Tétouan", "Oued ed Dahab-Lagouira", False),
        ("084110123", "08", "Oriental", "Grand Casablanca", True),
        ("001511010", "01", "Oued Ed-Dahab-Lagouira", "Tanger-Tétouan", True),
    ],
)
def test_former_region(code: str, number: str, hcp_name: str, iso_name: str, in_use: bool) -> None:
    note = pre_2015_region_note(code)
    assert note is not None
    assert (note.number, note.hcp_name, note.iso_name, note.in_use) == (number, hcp_name, iso_name, in_use)


@pytest.mark.parametrize("code", ["", "17", "00", "00.511", "99.411", "MA-OUJ", "Oriental", "8", "٠٨"])
def test_no_former_region(code: str) -> None:
    assert pre_2015_region_note(code) is None


def test_sixteen_numbers_of_which_twelve_are_in_use() -> None:
    notes = [pre_2015_region_note(f"{number:02}") for number in range(1, 17)]
    assert [note.in_use for note in notes if note] == [True] * 12 + [False] * 4
    assert all(territories.get(f"{number:02}") is None for number in range(13, 17))
    assert len({note.hcp_name for note in notes if note}) == len({note.iso_name for note in notes if note}) == 16
