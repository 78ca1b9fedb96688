"""Formulas in texts: guarded wherever a spreadsheet may see a cell begin, and the texts come back."""

from __future__ import annotations

import csv
import html
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opengov_local import formulas
from opengov_local.formulas import guarded, guarded_markup, unguarded

_SIGNS = st.text(alphabet="=+-@'\";,|\t\r\n a(1!＝", max_size=14)


@given(st.text() | _SIGNS)
@example("a;'=1")
@example(";-\n=A(")
@example("';=1")
@example("\n'-SUM(1)")
@example("'\nx")
def test_texts_come_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(_SIGNS)
@example("a;'=1")
@example("'x, ''+f(1)")
def test_apostrophes_are_taken_off_wherever_one_guards(text: str) -> None:
    bare = formulas._GUARDED_WITHIN.sub(r"\1\2", text[1:] if formulas._GUARDED.match(text) else text)
    assert unguarded(text) == bare


@given(st.text() | _SIGNS)
@example(";==1+1")
@example("R&D&=1")
def test_markup_says_the_same(text: str) -> None:
    markup = f"<p>{html.escape(text)}</p>"
    assert html.unescape(guarded_markup(markup)) == html.unescape(markup)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("run", ["=1+1", "@SUM(1)", '=HYPERLINK("x")', "+cmd|'/c calc'!a0", "-A1()", "＝1", "- SUM(1)"])
@pytest.mark.parametrize("before", ["a;", "a; ", "a\n", "a\t", "a,", 'a;"', "a|"])
def test_no_cell_begins_with_a_formula_however_the_file_is_parted(separator: str, run: str, before: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["x", guarded(before + run), guarded_markup(f"<p>{html.escape(before + run)}</p>"), "y"])
    cells = [cell for line in csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=separator) for cell in line]
    cells += [cell for line in out.getvalue().splitlines() for cell in line.split(separator)]
    assert not any(cell.strip(' "\u00a0').startswith(("=", "@", "+", "-", "＝")) for cell in cells)


@pytest.mark.parametrize(
    "text",
    ["- publier (2025)\n- suivre", "a; -5", "10, +212 5 37", "-5", "a - b; c", "Axe 1;\n- fait : 40 %", "x@y.ma"],
)
def test_lists_and_numbers_stay_as_they_are(text: str) -> None:
    assert guarded(text).removeprefix("'") == text
