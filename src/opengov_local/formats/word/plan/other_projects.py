"""Tables of Word files on projects that are none of the plan, "Projets non retenus", or how they stood once: kept."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.tables.other_tables.other_projects import names_others, tells_past
from opengov_local.formats.word.docx.blocks import Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.plan.making import Above
from opengov_local.formats.word.table_shapes.response_tables import regions_of
from opengov_local.formats.word.texts.headings import LOWEST, level
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.labels.labels import Labels

_TITLE: Final = "commitment.title"


def keep_other_projects(writing: Writing, labels: Labels, objects: Objects, table: Table, above: Above) -> bool:
    """Keeps such a table below a heading that says so, and says it; tells whether it was such.

    Args:
        writing: what is at hand.
        labels: the labels.
        objects: the plan so far: beside its projects those of an earlier plan are others.
        table: the table.
        above: what stands above it.
    """
    if writing.own_form or objects.gathering is not None:
        return False
    beside = (objects.has_plan and "commitments" in objects.plan.data) or _has_projects_behind(labels, above)
    if not any(names_others(text, beside=beside) or says("past_states", text) for text in above.headings):
        return False
    found = regions_of(table, labels.words)
    region = found[0] if len(found) == 1 else None
    if region is None:
        return False
    others = next((text for text in above.headings if names_others(text, beside=beside)), "")
    past = next((text for text in above.headings if beside and tells_past(region, text)), "")
    others = others if _TITLE in region.names else ""
    if not (others or past):
        return False
    _keep(writing, objects, table, region.first, others, past)
    return True


def _has_projects_behind(labels: Labels, above: Above) -> bool:
    """Tells whether projects stand behind the chapter of those of an earlier plan: "Bilan du programme précédent".

    "Projets reconduits du plan précédent" are of this one, too.
    """
    told = {text for text in above.headings if names_others(text, beside=True) and not says("carried_over", text)}
    named = [block for block in above.before if isinstance(block, Paragraph) and block.text in told] if told else []
    rank, ended = (level(named[-1]) or LOWEST) if named else 0, False
    for block in above.ahead if named else ():
        if isinstance(block, Table):
            found = regions_of(block, labels.words) if ended else []
            if len(found) == 1 and _TITLE in found[0].names:
                return True
        elif 0 < level(block) <= rank:
            ended = not names_others(block.text, beside=True)
    return False


def _keep(writing: Writing, objects: Objects, table: Table, first_row: int, others: str, past: str) -> None:
    """Keeps the rows of such a table, and says what the heading over it tells of them."""
    heads = {cell.column: cell.text for row in table.rows[:first_row] for cell in row if cell.text}
    for row in table.rows[:first_row]:
        for cell in row:
            if cell.text:
                writing.draft.ignore(cell.piece, "heading")
    cells = [cell for row in table.rows[first_row:] for cell in row if cell.text]
    for cell in cells:
        writing.draft.keep(cell.piece, objects.plan if objects.has_plan else None, label=heads.get(cell.column))
    if cells:
        first, last = cells[0].piece, cells[-1].piece.place.row
        if others:
            count = len({cell.piece.place.row for cell in cells})
            writing.draft.say("import/other-projects-kept", first, count=count, last=last, text=others.strip())
        else:
            writing.draft.say("import/other-list-kept", first, first=first.place.row, last=last, text=past.strip())
