"""What the columns of records stand for: which one names axis, commitment and milestone, and what the others say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from opengov_local.formats.tables.columns.indicator_columns import are_measures, is_aim
from opengov_local.formats.tables.drafted.step_numbers import are_of_steps
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.table_shapes.people_columns import without_names_of_people
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.labels.labels import Meaning
from opengov_local.formats.wording.words.small_tables import targets_of
from opengov_local.importing.words import fold

_COARSEST_FIRST = ("commitment", "milestone", "axis")
_LEVELS = ("axis", "commitment", "milestone")
_TELL_DONE = frozenset({"due", "end", "period"})
"""Columns beside which a date of carrying out is when something was done."""
_TIMES = frozenset({"start", "end", "due", "period"})
_WHEN = _TIMES | {"done_or_due", "done_on", "completed_on"}
_NAMES = ("title", "number_title")
_OWNED = frozenset(
    ("axis.number", "axis.objectives", "milestone.number", "milestone.start", "milestone.end", "milestone.description")
)
"""Targets of tables that name whose they are."""
_DESCRIBED = ("milestone", "description")
_INDICATOR = "Indicateur"
_FIELDS = {
    "indicator.baseline": "measure_baseline",
    "indicator.target": "measure_target",
    "indicator.value": "measure_values",
    "indicator.unit": "measure_unit",
}


@dataclass(frozen=True, slots=True)
class Role:
    """What a column stands for.

    Attributes:
        concept: the concept whose name or number stands there; "" for all other columns.
        field: `title` or `number`; "" for all other columns.
        label: its heading.
        meanings: all that the heading can mean.
    """

    concept: str
    field: str
    label: str
    meanings: tuple[Meaning, ...]


def roles_of(
    columns: Sequence[Column], *, in_commitment: bool, rows: Sequence[tuple[int, Mapping[int, Cell]]] = ()
) -> dict[int, Role]:
    """Gives what each column stands for.

    Args:
        columns: the columns.
        in_commitment: whether the records stand below a commitment, so that they are its milestones.
        rows: the rows below the headings, each with the cells that lie on its columns.
    """
    columns = without_names_of_people(columns)
    milestone = _milestone(columns, in_commitment=in_commitment)
    commitment = _commitment(columns, milestone, in_commitment=in_commitment)
    axis = next(
        (column for column in columns if _can_be(column, "axis") and column not in (milestone, commitment)), None
    )
    if in_commitment and not (milestone or commitment or axis):
        milestone = _described(columns)
    names = {id(one): level for one, level in zip((axis, commitment, milestone), _LEVELS, strict=True) if one}
    columns = [_of_who_is_named(column, names.values()) for column in columns] if commitment else columns
    found: dict[int, Role] = {}
    for column in columns:
        concept = names.get(id(column), "")
        field = "title" if concept else ""
        if not concept and any(meaning.field == "number" for meaning in column.meanings):
            concept, field = _next_name(columns, column, names), "number"
        found[column.number] = Role(concept, field, column.label, _measured(column, columns, rows))
    return _with_days(found) if milestone is not None else found


def _of_who_is_named(column: Column, levels: Collection[str]) -> Column:
    """Takes the meaning of a column that speaks of steps or axes by their word, where no column names these.

    "Début de l'activité" and "N° axe" say nothing of a project.
    """
    found = surely(column.label)
    owner = (found.concept or found.target.partition(".")[0]) if found and found.target in _OWNED else ""
    return column if owner in ("", *levels) else replace(column, meanings=())


def _with_days(roles: dict[int, Role]) -> dict[int, Role]:
    """Gives the columns: the only time beside steps, "Date", is when each was or will be done."""
    asked = {column: {meaning.field for meaning in role.meanings} for column, role in roles.items()}
    days = [column for column, fields in asked.items() if fields == {"date"}]
    if len(days) != 1 or any(fields & _WHEN for fields in asked.values()):
        return roles
    when = (Meaning("milestone", "done_or_due"), Meaning("commitment", "done_or_due"))
    return {**roles, days[0]: replace(roles[days[0]], meanings=when)}


def _measured(
    column: Column, columns: Sequence[Column], rows: Sequence[tuple[int, Mapping[int, Cell]]]
) -> tuple[Meaning, ...]:
    """Gives the meanings of a column: beside one of indicators, "Cible" is where they should arrive.

    What may be an aim of the project ("Objectif") is none of theirs before them, nor where its cells are no measures;
    nor is anything else that a project is asked for in words before them: "Situation de départ".
    """
    start = next((each.number for each in columns if any(one.field == "indicators" for one in each.meanings)), None)
    target = targets_of([_INDICATOR, column.label]) if start is not None else None
    field = _FIELDS.get(target[1]) if target is not None else None
    if start is None or field is None:
        return column.meanings
    aim, before = surely(column.label), column.number < start
    said = [cells[column.number].text for _, cells in rows if column.number in cells]
    measured = are_measures([text for text in said if text])
    if aim is not None and is_aim(aim) and (before or not measured):
        return column.meanings
    if before and said and not measured and any(each.concept == "commitment" for each in column.meanings):
        return column.meanings
    return tuple(Meaning(each, field) for each in ("commitment", "milestone"))


def _can_be(column: Column, concept: str) -> bool:
    return any(meaning.concept == concept and meaning.field in _NAMES for meaning in column.meanings)


def _milestone(columns: Sequence[Column], *, in_commitment: bool) -> Column | None:
    """Gives the column of the milestones: one that can name nothing else, else one that may, below a commitment.

    So may one beside a column that can name nothing but commitments: "Compromiso | Actuaciones".
    """
    able = [column for column in columns if _can_be(column, "milestone")]
    sure = [column for column in able if not _can_be(column, "commitment")]
    plain = [column for column in sure if not any(meaning.field == "action" for meaning in column.meanings)]
    for choice in (plain, sure):
        if choice:
            return choice[0]
    named = any(_can_be(column, "commitment") and column not in able for column in columns)
    return able[0] if able and (in_commitment or named) else None


def _described(columns: Sequence[Column]) -> Column | None:
    """Gives the column that describes steps, where no other names them: "Description de l'activité | Échéance"."""
    said = ({meaning[:2] for meaning in column.meanings} for column in columns)
    return next((column for column, asked in zip(columns, said, strict=True) if asked == {_DESCRIBED}), None)


def _commitment(columns: Sequence[Column], milestone: Column | None, *, in_commitment: bool) -> Column | None:
    able = [column for column in columns if _can_be(column, "commitment") and column is not milestone]
    sure = [column for column in able if not _can_be(column, "milestone")]
    if sure:
        return sure[0]
    return able[0] if able and not (in_commitment and milestone is not None) else None


def _next_name(columns: Sequence[Column], number: Column, names: dict[int, str]) -> str:
    """Gives the concept that a column of numbers belongs to: the one that the next column names, else the finest."""
    behind = [names[id(column)] for column in columns if column.number > number.number and id(column) in names]
    all_names = [names[id(column)] for column in columns if id(column) in names]
    return (behind or all_names or [""])[0]


def dates_beside(roles: dict[int, Role]) -> dict[int, Role]:
    """Gives the columns: "Date de réalisation" is when something was done beside when it is due; else read last.

    What it is then depends on the state of its row.
    """
    fields = {meaning.field for role in roles.values() for meaning in role.meanings}
    if not fields & _TELL_DONE:
        return dict(sorted(roles.items(), key=lambda pair: any(m.field == "done_or_due" for m in pair[1].meanings)))
    return {
        column: replace(
            role,
            meanings=tuple(
                each._replace(field="done_on") if each.field == "done_or_due" else each for each in role.meanings
            ),
        )
        for column, role in roles.items()
    }


def numbers_beside(roles: dict[int, Role], records: Records) -> dict[int, Role]:
    """Gives the columns of numbers to what they number: the names that begin on the same rows, if any do.

    A number for each row is that of the finest name: it does not tell two rows apart that name the same axis or
    project. So is one for each axis that has but one project, unless its heading speaks of axes: "N° | Axe | Projet".
    """
    rows = {column: begins(records, column) for column in roles}
    names = {role.concept: column for column, role in roles.items() if role.field == "title"}
    found = dict(roles)
    for column, role in roles.items():
        if role.field != "number" or not rows[column]:
            continue
        concept = role.concept
        if rows.get(names.get(concept, 0)) != rows[column]:
            same = [each for each in _COARSEST_FIRST if each in names and rows[names[each]] == rows[column]]
            concept = (*same, concept)[0]
        elif concept == "axis" and _may_be_of_projects(roles, role) and rows.get(names["commitment"]) == rows[column]:
            axes = [_said(cells, names["axis"], row) for row, cells in records.rows if row in rows[column]]
            concept = "commitment" if len(set(axes)) == len(axes) else concept
        for coarse, fine in pairwise(each for each in _LEVELS if each in names):
            if concept == coarse and _number_rows(records, column, names[coarse], names[fine]):
                concept = fine
        found[column] = replace(role, concept=concept)
    return found


def _may_be_of_projects(roles: Mapping[int, Role], number: Role) -> bool:
    """Tells whether numbers in front of axes may be those of the projects beside these, which have no others."""
    parts = {(role.concept, role.field) for role in roles.values()}
    of_projects = ("commitment", "title") in parts and ("commitment", "number") not in parts
    return of_projects and not says("axis_word", number.label)


def _number_rows(records: Records, number: int, title: int, finer: int) -> bool:
    """Tells whether numbers count the names of a finer column: those of one title differ."""
    last, steps = "", []
    for row, cells in records.rows:
        last = _said(cells, title, row) or last
        if _said(cells, finer, row):
            steps.append((last, _said(cells, number, row)))
    return are_of_steps(steps)


def _said(cells: Mapping[int, Cell], column: int, row: int) -> str:
    """Gives the folded words of a cell that begins on a row and column; "" where none does."""
    cell = cells.get(column)
    return fold(cell.text) if cell is not None and (cell.row, cell.column) == (row, column) else ""


def begins(records: Records, column: int) -> frozenset[int]:
    """Gives the rows on which a cell with words begins in a column."""
    cells = [(number, cells[column]) for number, cells in records.rows if column in cells]
    return frozenset(number for number, cell in cells if cell.text and cell.row == number and cell.column == column)


def say_when(roles: Mapping[int, Role], cells: Mapping[int, Cell]) -> bool:
    """Tells whether a cell of a row says when its step is due."""
    return any(
        meaning.concept == "milestone" and meaning.field in _TIMES
        for column, cell in cells.items()
        if cell.text and column in roles
        for meaning in roles[column].meanings
    )
