"""CSV as the standard library writes it, whatever stands in the cells."""

from __future__ import annotations

import csv
import io

import pytest
from tests.formats.test_hostile_strings import BODY, STARTS

from opengov_local.formats.csv_writing import csv_text

CELLS = [cell for cell in ("", " a ", "a,b", "a;b", '"', "a\nb", *STARTS, *BODY) if "\r" not in cell]


@pytest.mark.parametrize("separator", [",", ";"])
def test_cells_stand_as_the_standard_library_writes_them(separator: str) -> None:
    head, *lines = [[one, "a", separator, other, "a"] for one in CELLS for other in CELLS]
    for several in (lines, lines[:1], lines[:0]):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator, lineterminator="\n").writerows([head, *several])
        assert csv_text(head, several, separator) == out.getvalue()


def test_a_carriage_return_is_no_end_of_a_line() -> None:
    line = ["a\rb", "c\r\nd"]
    assert [*csv.reader(io.StringIO(csv_text(line, [line, line], ","), newline=""))] == [line] * 3
