"""Reports whose rows are periods: "Trimestre | Réalisations | Taux" over "T1 2025 | …", below what they report on."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.tables.columns.period_headings import names_period
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.reporting import Reporting
from opengov_local.formats.word.texts.passages import of_cells
from opengov_local.formats.wording.words.report_labels import REPORTED, asked_for, asked_weakly
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node

_LONGEST: Final = 40


def fields_by_period(table: Table) -> dict[int, str] | None:
    """Gives what the columns of such a table report, by column; None for any other table.

    Args:
        table: the table.
    """
    if len(table.rows) < 2 or len(table.rows[0]) < 2 or not all(map(_is_whole, table.cells())):
        return None
    head, *body = table.rows
    said = {cell.column: _asked(cell.text) for cell in head[1:] if cell.text}
    known = {column: field for column, field in said.items() if field in REPORTED}
    if not known or names_period(head[0].text, ()) or _asked(head[0].text) in REPORTED:
        return None
    return known if all(row and _is_period(row[0]) for row in body) else None


def read_by_period(writing: Writing, report: Reporting, table: Table, node: Node, fields: dict[int, str]) -> None:
    """Reads each row into the update of its period.

    Args:
        writing: what is at hand.
        report: makes the updates.
        table: the table.
        node: the object that is reported on.
        fields: what each column reports.
    """
    labels = {cell.column: cell.text for cell in table.rows[0]}
    for cell in table.rows[0]:
        writing.draft.ignore(cell.piece, "heading")
    for when, *cells in table.rows[1:]:
        report.begin(node, when.piece)
        for cell in cells:
            passage, field = of_cells([cell]), fields.get(cell.column)
            if passage is None:
                continue
            if passage.is_nothing:
                writing.draft.ignore(cell.piece, "help")
            elif field is not None:
                report.put(node, field, passage, labels.get(cell.column, ""))
            else:
                writing.draft.keep(cell.piece, report.update_of(node, cell.piece), label=labels.get(cell.column))
        report.begin(node, None)


def _asked(text: str) -> str:
    found = asked_for(text)
    return found[0] if found is not None else asked_weakly(text) or ""


def _is_whole(cell: Cell) -> bool:
    return cell.height == 1 and cell.width == 1 and not cell.tables


def _is_period(cell: Cell) -> bool:
    if not 0 < len(cell.text) <= _LONGEST:
        return False
    reading = read_date(cell.text)
    return reading is not None and reading.start is not None
