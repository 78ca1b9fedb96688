"""What is to be done about difficulties: "Actions proposées" beside or below them are next steps, and no activities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.table_shapes.table_parts import Answer, Column, Loose, Part, Records
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.words.meaning import Labelled, Meaning
from opengov_local.formats.wording.words.report_labels import CONCEPTS, asked_for, asked_weakly

_NEXT: Final = tuple(Meaning(concept, "next_steps") for concept in CONCEPTS)
_NAMES: Final = frozenset({"title", "number_title"})


def tells_difficulties(label: str) -> bool:
    """Tells whether a label asks what stands in the way."""
    found = asked_for(label)
    return (found[0] if found is not None else asked_weakly(label)) == "challenges"


def _is_problem(meanings: Iterable[Meaning]) -> bool:
    """Tells whether a label asks a plan for the problem of a commitment, and no report for what stands in the way."""
    fields = {each.field for each in meanings if each.concept in CONCEPTS}
    return "problem" in fields and "challenges" not in fields


class Remedies:
    """Knows the labels of paragraphs that stand below one of difficulties, of the same object."""

    def __init__(self) -> None:
        """Starts before the first label."""
        self._below: object = None

    def read(self, text: str, said: Labelled | None, owner: object) -> Labelled | None:
        """Gives what a paragraph asks for; of one that is no label, it is asked nothing.

        Args:
            text: its text.
            said: what it asks for elsewhere; None where it is no known label.
            owner: the object that is open, None where none is.
        """
        label, sign, value = text.partition(":")
        if owner is not None and owner is self._below and heads("remedy", label):
            return Labelled(_NEXT, label.strip(), value.strip(), sign if value.strip() else "")
        if tells_difficulties(label.strip()) and not (said is not None and _is_problem(said.meanings)):
            self._below = owner
        elif said is not None:
            self._below = None
        return said


def beside_difficulties(parts: Iterable[Part], *, below_project: bool) -> list[Part]:
    """Gives the parts of a table; what is to be done about difficulties asks for what comes next.

    Args:
        parts: the parts.
        below_project: whether the table stands below a project.
    """
    found: list[Part] = []
    label, told, solved = "", False, False
    for each in parts:
        part = each
        if isinstance(part, Loose) and part.question and part.question == label and told:
            found[-1] = _answered(found[-1], part)
            continue
        before, label = label, _label_of(part)
        told = tells_difficulties(before) and not solved and heads("remedy", label)
        solved = isinstance(part, Answer) and _is_problem(part.said.meanings)
        if isinstance(part, Records):
            found += _of_records(part, below_project=below_project)
            continue
        if told and isinstance(part, Answer):
            part, told = replace(part, said=part.said._replace(meanings=_NEXT)), False
        elif isinstance(part, Loose) and part.question:
            label = before
        found.append(part)
    return found


def _answered(part: Part, beside: Loose) -> Part:
    """Gives a question that nobody knows with one more cell of its answer."""
    if isinstance(part, Loose):
        return Answer(part.cell, Labelled(_NEXT, part.cell.text), (beside.cell,))
    return replace(part, cells=(*part.cells, beside.cell)) if isinstance(part, Answer) else part


def _label_of(part: Part) -> str:
    if isinstance(part, Answer):
        return part.said.label
    return part.cell.text if isinstance(part, Loose) and not part.alone else ""


def _of_records(records: Records, *, below_project: bool) -> list[Part]:
    """Gives records; where they name nothing and tell nothing else, each column is a question about the project."""
    columns = _columns(records.columns, below_project=below_project)
    alone = all(column.meanings == _NEXT or tells_difficulties(column.label) for column in columns)
    heads = {cell.column: cell for cell in records.headings}
    if not (alone and below_project) or columns == records.columns or set(heads) < {each.number for each in columns}:
        return [replace(records, columns=columns)]
    answers: list[Part] = []
    for column in columns:
        cells = {id(cell): cell for _, row in records.rows if (cell := row.get(column.number)) is not None}
        said = Labelled(column.meanings, column.label)
        answers.append(Answer(heads[column.number], said, tuple(cells.values())))
    return answers


def _columns(columns: tuple[Column, ...], *, below_project: bool) -> tuple[Column, ...]:
    """Gives columns of which one behind difficulties, and others that name what they are of, says what comes next."""
    told, named = False, below_project
    found: list[Column] = []
    for column in columns:
        next_steps = told and named and heads("remedy", column.label)
        told = told or (tells_difficulties(column.label) and not _is_problem(column.meanings))
        named = named or any(each.field in _NAMES and each.concept != "plan" for each in column.meanings)
        found.append(replace(column, meanings=_NEXT) if next_steps else column)
    return tuple(found)
