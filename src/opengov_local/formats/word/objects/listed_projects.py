"""Projects that a cell of a table lists for an axis: "Axe | Projets" over "- Portail ;" and "- Budget citoyen."."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.formats.tables.cells.listed_projects import Items, listed_projects
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.texts.passages import of_cells


def projects_listed(writing: Writing, roles: Mapping[int, Role], records: Records) -> Mapping[str, Items]:
    """Gives the projects that the cells of a table of axes list, by their words; says so, or that they may be several.

    Args:
        writing: what is at hand.
        roles: what the columns stand for.
        records: the table.
    """
    titles = {role.concept: column for column, role in roles.items() if role.field == "title"}
    column = titles.get("commitment")
    if writing.own_form or column is None or "milestone" in titles:
        return {}
    rows = [cells for number, cells in records.rows if _begins(cells.get(column), number)]
    axes = [_text(cells.get(titles["axis"])) if "axis" in titles else "" for cells in rows]
    texts = [_as_list(cells[column]) for cells in rows]
    listed = listed_projects(texts, roles[column].label, axes)
    if listed is None:
        return {}
    found = {cells[column].text: listed[text] for cells, text in zip(rows, texts, strict=True)}
    several = [cells[column].piece for cells in rows if len(found[cells[column].text]) > 1]
    text = " / ".join(title for _, title in found[several[0].text])
    others = (role for role in roles.values() if role.field not in ("title", "number"))
    if any(meaning.concept in ("commitment", "milestone") for role in others for meaning in role.meanings):
        writing.draft.say("import/list-uncertain", several[0], text=text, count=1)
        return {}
    writing.draft.say("import/lines-as-items", several[0], severity="info", count=len(several), text=text)
    return found


def _begins(cell: Cell | None, row: int) -> bool:
    return cell is not None and bool(cell.text) and cell.row == row


def _text(cell: Cell | None) -> str:
    return cell.text if cell is not None else ""


def _as_list(cell: Cell) -> str:
    """Gives the words of a cell with the bullets that Word prints before its lines."""
    passage = of_cells([cell])
    lines = passage.lines if passage is not None else ()
    return "\n".join(f"- {line.text}" if line.item and line.text[:1].isalpha() else line.text for line in lines)
