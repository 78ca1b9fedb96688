"""Values of the spreadsheet engine: made ours in every place, whatever stands in the rows beside them."""

from __future__ import annotations

import datetime

import pytest

from opengov_local.formats.grids.engine import typed

DAY = datetime.date(2026, 3, 28)


@pytest.mark.parametrize(
    ("raw", "rows", "filled"),
    [
        ([["a", "b"], ["c", "d"]], [["a", "b"], ["c", "d"]], 4),
        ([["a", ""], ["", "d"]], [["a", None], [None, "d"]], 2),
        ([["Budget", "x"], [5.0, "y"], [5.5, ""]], [["Budget", "x"], [5, "y"], [5.5, None]], 5),
        ([["a", DAY], [True, ""]], [["a", DAY], [True, None]], 3),
        ([["a", 2.0, ""], ["b"]], [["a", 2, None], ["b"]], 3),
        ([[], []], [[], []], 0),
        ([], [], 0),
    ],
)
def test_values_stand_where_they_stood(raw: list[list[object]], rows: list[list[object]], filled: int) -> None:
    made = typed(raw)
    assert made.rows == rows
    assert [[type(value) for value in row] for row in made.rows] == [[type(value) for value in row] for row in rows]
    assert made.filled == filled
    assert not made.doubtful


def test_a_number_of_many_digits_is_doubtful_beside_texts() -> None:
    assert typed([["a", "b"], ["c", 1e15]]).doubtful


@pytest.mark.parametrize(("beside", "kind"), [(1.0, int), (True, bool)])
def test_equal_texts_are_one_and_no_text_is_a_number(beside: float, kind: type) -> None:
    one, again = (f"En {word}" for word in ("cours", "cours"))
    assert one is not again
    rows = typed([[one, 1.0, beside], [again, 1.5, ""]]).rows
    assert rows == [["En cours", 1, beside], ["En cours", 1.5, None]]
    assert rows[0][0] is rows[1][0]
    assert type(rows[0][1]) is int
    assert type(rows[0][2]) is kind
