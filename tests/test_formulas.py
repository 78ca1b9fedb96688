"""Formulas in texts: guarded wherever a spreadsheet may see a cell begin, and the texts come back."""

from __future__ import annotations

import csv
import html
import io
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opengov_local import formulas
from opengov_local.formulas import guarded, guarded_markup, guarded_within, unguarded

_SIGNS = st.text(alphabet="=+-@'\";,|\t\r\n a(1!＝).$", max_size=14)

_FAR = (
    "-2+3+cmd|' /C calc'!D2",
    "-2.5+cmd|' /C calc'!D2",
    '-1*HYPERLINK("http://e")',
    "+'Sheet1'!A1",
    '-"a"&HYPERLINK("http://e")',
    "+$A$1*WEBSERVICE(B1)",
    "-1*WEBSERVICE (B1)",
    "＋1+LOG10(1)",
)
"""What is called somewhere behind the sign."""


@given(st.text() | _SIGNS)
@example("a;'=1")
@example(";-\n=A(")
@example(";-2, =1, 'b'!a")
@example(",-|=1|+'a'!b")
@example("';=1")
@example("\n'-SUM(1)")
@example("'\nx")
def test_texts_come_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text() | _SIGNS)
@example('a,\u00a0"=1')
@example("a|''@x")
@example(",=1")
def test_the_quick_look_passes_over_nothing_that_runs_within_a_text(text: str) -> None:
    assert guarded_within(text) == formulas._WITHIN.sub(r"\1'\3", text)


@given(_SIGNS)
@example("a;'=1")
@example("'x, ''+f(1)")
def test_apostrophes_are_taken_off_wherever_one_guards(text: str) -> None:
    bare = formulas._GUARDED_WITHIN.sub(r"\1\3", text[1:] if formulas._GUARDED.match(text) else text)
    assert unguarded(text) == bare


@given(st.text() | _SIGNS)
@example(";==1+1")
@example("R&D&=1")
def test_markup_says_the_same(text: str) -> None:
    markup = f"<p>{html.escape(text)}</p>"
    assert html.unescape(guarded_markup(markup)) == html.unescape(markup)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "run", ["=1+1", "@SUM(1)", '=HYPERLINK("x")', "+cmd|'/c calc'!a0", "-A1()", "＝1", "- SUM(1)", *_FAR]
)
@pytest.mark.parametrize("before", ["a;", "a; ", "a\n", "a\t", "a,", 'a;"', "a|"])
def test_no_cell_begins_with_a_formula_however_the_file_is_parted(separator: str, run: str, before: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["x", guarded(before + run), guarded_markup(f"<p>{html.escape(before + run)}</p>"), "y"])
    cells = [cell for line in csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=separator) for cell in line]
    cells += [cell for line in out.getvalue().splitlines() for cell in line.split(separator)]
    begun = [cell for cell in cells if cell.strip(' "\u00a0').startswith(("=", "@", "+", "-", "＝", "＋"))]
    assert all(
        cell.endswith(("&#x27", "&quot")) for cell in begun
    )  # a cell that ends within a mark of HTML is no formula


def test_a_comma_of_a_number_ends_no_cell_of_a_file_parted_by_semicolons() -> None:
    text = "foo;-2,5+cmd|' /C calc'!D2;bar"
    assert guarded(text) == "foo;'-2,5+cmd|' /C calc'!D2;bar"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", [";-" * 20_000, ";-,+" * 10_000, ",-" + "a" * 40_000, "\n-" + "a1." * 15_000])
def test_long_texts_are_looked_at_once(text: str) -> None:
    before = time.perf_counter()
    assert guarded(f"x{text}") == f"x{text}"
    assert time.perf_counter() - before < 2


_PROSE = (
    "Ateliers :\n- Tanger (2024), Salé (2025)\n- les agent(e)s formé(e)s",
    "Tél. ; +212(0)5 37 (bureau)",
    "a; - b; - Bravo ! ; - merci! À suivre",
)


@pytest.mark.parametrize(
    "text",
    [
        "- publier (2025)\n- suivre",
        "a; -5",
        "10, +212 5 37",
        "-5",
        "a - b; c",
        "Axe 1;\n- fait : 40 %",
        "Calcul :\n+1+1\n-2+3",
        "x@y.ma",
        *_PROSE,
    ],
)
def test_lists_and_numbers_stay_as_they_are(text: str) -> None:
    assert guarded(text).removeprefix("'") == text
