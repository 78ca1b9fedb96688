"""Real workbooks and CSV files: read into valid packages, every cell accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.tables.sheets import accounted

import opengov_local as ogl
from opengov_local.formats.grids import Book, read_book, read_csv

FRENCH = {
    "export_plan_action.xlsx": 0,
    "modele-import-pa.ods": 1,
    "modele-import-pa.xlsx": 1,
    "nouveau-plan-valide.xlsx": 7,
    "one_fiche_plan.xlsx": 1,
    "plan_budget_issue.xlsx": 6,
    "plan_column_order_issue.xlsx": 1,
    "plan_with_duplicate_actions.xlsx": 2,
}


def book_of(path: Path) -> Book:
    data = path.read_bytes()
    kind = path.suffix[1:]
    book = (
        read_csv(data, path.name) if kind == "csv" else read_book(data, path.name, "ods" if kind == "ods" else "xlsx")
    )
    assert isinstance(book, Book)
    return book


@pytest.mark.parametrize(("name", "commitments"), FRENCH.items())
def test_french_action_plans(corpus: Path, name: str, commitments: int) -> None:
    path = corpus / "territoires-en-transitions" / name
    imported = ogl.read(path, options=ogl.import_options(id_prefix="org.example"))
    assert accounted(imported, *book_of(path).sheets)
    report = ogl.validate(imported)
    assert report.valid
    assert not report.has("error")
    assert report.package
    plans = report.package.plans
    assert sum(len(plan.commitments) for plan in plans) == commitments


def test_milestones_with_their_commitment_repeated(corpus: Path) -> None:
    path = corpus / "ecuador-paga" / "info_general_compromisos.csv"
    imported = ogl.read(path, options=ogl.import_options(id_prefix="org.example"))
    assert accounted(imported, *book_of(path).sheets)
    assert imported.account
    assert imported.account.counts["unmapped"] == 0
    assert "import/columns-empty" in {finding.code for finding in imported.findings}
    package = ogl.load(imported)
    (plan,) = package.plans
    assert len(plan.commitments) == 10
    assert sum(len(commitment.milestones) for commitment in plan.commitments) == 59
    assert all(milestone.start and milestone.due for c in plan.commitments for milestone in c.milestones)
    assert all(commitment.ogp_values and commitment.sdgs for commitment in plan.commitments)
    late = [finding for finding in ogl.validate(imported).findings if finding.code == "integrity/end-before-start"]
    assert [finding.location.cell for finding in late] == ["J58"]
