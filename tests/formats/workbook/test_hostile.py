"""Workbooks that somebody meddled with: always a result, every cell spoken of."""

from __future__ import annotations

from typing import Any

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.formats.workbook.workbooks import OPTIONS, PLAN, filled

from opengov_local.formats.grids import Book, Grid
from opengov_local.formats.workbook.reading import is_workbook, read_workbook
from opengov_local.formats.workbook.tables import sheets
from opengov_local.formats.workbook.views import view_of
from opengov_local.formats.workbook.xlsx_format import read

_PHASES = (Phase.explicit, Phase.generate, Phase.shrink)  # no explanations: they cost minutes
_SLOW = [HealthCheck.too_slow]
_KINDS = [each.key for each in sheets()]
_WORDS = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=5),
    st.sampled_from(
        ["1", "; ;", "—", "help", "heading", "example", "^", "^place", "number", "title@fr", "title@", "@fr"]
    ),
    st.sampled_from(
        ["org.example.fictive:a-1", "2024-13", "100 %", "code:", "#N/A", "=A1", "\u200f", "opengov_local:x"]
    ),
)


@st.composite
def _grids(draw: st.DrawFn) -> Grid:
    kind = draw(st.sampled_from([*_KINDS, "about", "guide", "lists", "nothing"]))
    keys = [column.key + ("@fr" if column.kind == "text" else "") for each in sheets() for column in each.columns[:9]]
    head = [f"opengov_local:{kind}", *draw(st.lists(st.sampled_from(["mark", "^", "^Commitment", *keys]), max_size=6))]
    rows: list[list[Any]] = [head, *draw(st.lists(st.lists(_WORDS, max_size=7), max_size=6))]
    turned = [[row[n] if n < len(row) else None for row in rows] for n in range(max(map(len, rows)))]
    return Grid(draw(st.sampled_from(["a", "b", ""])), turned if draw(st.booleans()) else rows)


@settings(max_examples=100, phases=_PHASES, suppress_health_check=_SLOW)
@given(st.lists(_grids(), max_size=4))
def test_anything_is_read_and_accounted_for(grids: list[Grid]) -> None:
    done = read_workbook(Book(tuple(grids)), b"", "x.xlsx", OPTIONS)
    assert done.document is not None
    assert done.account is not None
    assert done.account.missing([piece for grid in grids for piece in view_of(grid).pieces]) == []


def test_only_our_own_workbooks_are_recognised() -> None:
    assert not is_workbook(Book((Grid("a", [["Titre", "Statut"], ["opengov_local:", None]]),)))
    assert is_workbook(Book((Grid("a", [[None], [None, "opengov_local:axes"]]),)))


def test_a_sheet_without_its_hidden_row_is_kept_and_said() -> None:
    def change(book: openpyxl.Workbook) -> None:
        next(sheet for sheet in book.worksheets if sheet["A1"].value == "opengov_local:axes").delete_rows(1)

    done = read(filled({**PLAN, "axes": [{"title@fr": "Axe"}]}, change=change), "x.xlsx", options=OPTIONS)
    assert "import/sheet-unread" in {finding.code for finding in done.findings}
    assert done.account is not None
    assert "Axe" in {entry.piece.text for entry in done.account.of("unmapped")}


def test_bytes_of_a_cut_file_are_a_finding() -> None:
    whole = filled(PLAN)
    for end in range(0, len(whole), len(whole) // 12):
        done = read(whole[:end], "x.xlsx")
        assert done.document is None
        assert done.findings
