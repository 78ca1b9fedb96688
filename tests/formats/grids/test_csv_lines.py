"""Lines of CSV: where rows are no lines, those that begin and end on one line have it, and the others none."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import opengov_local as ogl
from opengov_local.finding import Finding
from opengov_local.formats.grids.csv_grid import lines_of_rows
from opengov_local.report import renderer

ROWS = (
    "Projet;Activité;Date début;Date fin",
    "[fictif] Portail;Recenser;01/02/2026;31/06/2026",
    '[fictif] Portail;"Publier{}en ligne";01/05/2026;01/03/2026',
    "[fictif] Budget;Réunir;2026-13;01/07/2026",
)


def report(text: str) -> ogl.Report:
    return ogl.validate(ogl.read(text.encode(), format="csv"))


def lines(findings: tuple[Finding, ...]) -> dict[str, int | None]:
    return {f.location.cell: f.location.line for f in findings if f.location.cell}


def test_rows_are_lines_where_no_text_is_broken() -> None:
    found = lines(report("\n".join(ROWS).format(" ")).findings)
    assert {"D2", "D3", "C4"} <= found.keys()
    assert all(str(line) == cell[1:] for cell, line in found.items())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_of_several_lines_has_none_and_those_below_have_theirs(end: str) -> None:
    found = lines(report(end.join(ROWS).format(end)).findings)
    assert (found["D2"], found["D3"], found["C4"]) == (2, None, 5)


def test_the_line_that_tells_the_delimiter_counts() -> None:
    assert lines_of_rows(b'sep=;\na;b\n"c\nd";e\nf;g\n') == [1, 2, None, 5]
    assert lines_of_rows(b'sep=;\na;b\n"c";e\n') is None
    assert lines_of_rows(b'a;b\n"c;d\ne;"f\ng"\n') == [1, 2, None]


def test_programs_get_the_line_and_people_the_cell() -> None:
    judged = report("\n".join(ROWS).format("\n"))
    named = [f for f in judged.findings if f.location.cell == "C4"]
    assert named
    located = tuple(replace(f, location=replace(f.location, source="plan.csv")) for f in named)
    one = replace(judged, findings=located)
    (run,) = json.loads(renderer("sarif")([one], "en"))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 5}
    assert "file=plan.csv,line=5,title=" in renderer("github")([one], "en")
    assert "cell C4 · " in renderer("text")([one], "en")
