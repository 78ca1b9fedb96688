"""Cells of records that hold several things: steps that they list, lines with labels, the name of an axis."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.inline_lists import steps_inline
from opengov_local.formats.word.objects.steps import by_lines, is_one, parted, steps
from opengov_local.formats.word.table_shapes.roles import Role, begins
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.texts.labelled_lines import labelled_lines
from opengov_local.formats.word.texts.passages import Passage, of_cells
from opengov_local.formats.wording.headings.phrases import begins as begins_phrase
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.meaning import LISTS
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.draft import Node
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.shape import shape_of

_SOME_YEAR: Final = 2026
"""Makes dates of words that need a year: "1er trimestre"."""
SAY_ANYTHING: Final = frozenset({"update", "description", "additional_information", "monitoring"})
"""What columns ask for whose cells may say anything, also in lines with labels of their own."""
OF_COMMITMENTS_ALONE: Final = frozenset(shape_of(Commitment)) - {*shape_of(Milestone), "start", "end"}
"""What commitments have, and milestones have not."""


def lists_steps(roles: Mapping[int, Role], records: Records) -> bool:
    """Tells whether a heading asks for several steps, "Activités", and no commitment has several rows of them."""
    titles = {role.concept: at for at, role in roles.items() if role.field == "title"}
    step, commitment = titles.get("milestone"), titles.get("commitment")
    if step is None or not any(meaning.field in LISTS for meaning in roles[step].meanings):
        return False
    count = len(begins(records, commitment)) if commitment is not None else 1
    return len(begins(records, step)) <= count


def listed(passage: Passage, labels: Labels, *, by_line: bool) -> list[Passage]:
    """Gives the steps that a cell lists by bullets or numbers; by lines or semicolons if its heading asks so."""
    one = is_one(passage, labels)
    if one and by_line and (found := steps_inline(passage)) and not parted(passage.text, labels)[1]:
        return list(steps(found))
    if one and by_line and len(lines := by_lines(passage)) > 1:
        return lines
    return [passage] if one else list(steps(passage))


def is_answered(column: int, records: Records, labels: Labels) -> bool:
    """Tells whether each line of a column has a label of its own, so that its heading asks for nothing."""
    cells = [cell for _, row in records.rows if (cell := row.get(column)) is not None]
    said = [passage for cell in cells if (passage := of_cells([cell])) is not None]
    return bool(said) and all(labelled_lines(each, labels, titled=True) for each in said)


def put_answers(writing: Writing, labels: Labels, node: Node, passage: Passage) -> bool:
    """Reads a cell whose lines have labels into a commitment or milestone; tells whether it was such."""
    concept = {Commitment: "commitment", Milestone: "milestone"}.get(node.model) if not writing.own_form else None
    lines = labelled_lines(passage, labels, titled=True, concept=concept) if concept else []
    for meaning, label, words in lines:
        values.put(writing, node, meaning.field, words, label)
    return bool(lines)


def lists_beside_projects(roles: Mapping[int, Role], records: Records, labels: Labels) -> bool:
    """Tells whether rows are projects with lists of their steps: what else they say is the project's, then."""
    titles = {role.concept: at for at, role in roles.items() if role.field == "title"}
    if "commitment" not in titles:
        return False
    cells = [cell for _, row in records.rows if (cell := row.get(titles["milestone"])) is not None]
    said = [passage for cell in cells if (passage := of_cells([cell])) is not None]
    return any(len(listed(each, labels, by_line=True)) > 1 for each in said)


def names_axis(cells: Sequence[Cell]) -> bool:
    """Tells whether the first cell of a row names the axis of the rows below, with nothing but numbers behind."""
    if any(any(map(str.isalpha, cell.text)) for cell in cells[1:]):
        return False
    marker = read_marker(cells[0].text, ("axis", "subaxis")) if cells else None
    return marker is not None and bool(marker.number)


def bands_of(records: Records, roles: Mapping[int, Role], *, inside: bool) -> frozenset[int]:
    """Finds the rows of a table of activities that hold but the title of their project: "Projet 1 : Portail".

    Without the word the first row must be one, and each must stand above activities of which more is said.

    Args:
        records: the rows.
        roles: what their columns hold.
        inside: whether they stand below a project, so that other titles part its activities.

    Returns:
        The numbers of the rows; none where it is not sure.
    """
    at = next((column for column, role in roles.items() if role.field == "title"), 0)
    lie, alone, worded = "", list[int](), list[int]()
    for number, covering in records.rows:
        there = [cell for cell in {id(cell): cell for cell in covering.values()}.values() if cell.text]
        if len(there) == 1 and there[0].row == number and _names_project(there[0]):
            worded.append(number)
        if len(there) == 1 and there[0] is covering.get(at) and there[0].row == number and not _is_of_steps(there[0]):
            alone.append(number)
            lie += "t"
        else:
            lie += "f" if len(there) > 1 else " "
    sure = not inside and re.fullmatch("(?:tf+)+", lie) and len(alone) < lie.count("f")
    return frozenset(alone if sure else worded)


def _names_project(cell: Cell) -> bool:
    marker = read_marker(cell.text, ("commitment",))
    return marker is not None and bool(marker.number) and not begins_phrase("activity_word", cell.text)


def _is_of_steps(cell: Cell) -> bool:
    """Tells whether a title over others says which step or time they are of, and no project."""
    timed = any(find_dates(cell.text)) or read_date(f"{cell.text} {_SOME_YEAR}") is not None
    return timed or any(begins_phrase(kind, cell.text) for kind in ("activity_word", "year_word"))
