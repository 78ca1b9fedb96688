"""Which of two readings of a Word file says more: as a document, or as sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from opengov_local.document import Import
from opengov_local.formats.word.as_sheets import (
    NARROW,
    is_of_objects,
    left_by,
    names_of_parts,
    parted,
    warnings_of,
)
from opengov_local.formats.word.docx.blocks import Block, Content, Paragraph, Table
from opengov_local.importing.options import ImportOptions

_SHORT: Final = 2
_LONG: Final = 6
"""Rows of tables that are small, and of one that is long."""
_FEW: Final = 8
"""Lines beside a table that was pasted with them."""
_PROSE: Final = 160
"""Characters of a line, from which it is a passage."""
_SOME: Final = 3
_MANY: Final = 10
"""Pieces left less that tell one reading from another, and beside tables that no sheet has."""
_FAR_LESS: Final = 0.4
"""Share of what the other reading leaves unread."""
_PARTS: Final = ("commitments", "activities", "indicators")
_NAMES: Final = ("title", "name")
_DOCUMENTS: Final = frozenset({"minutes", "report", "follow_up"})
_MEETINGS: Final = frozenset({"minutes"})
_DOUBTS: Final = frozenset({"import/further-projects", "import/number-of-another", "import/labels-as-rows"})
"""What is said of objects that may be others that the file names already."""
_NO_OTHERS: Final = ("import/unknown-project", "import/alike-not-joined", "import/numbers-of-rows")
"""What a document says of rows that name projects otherwise: they are of none, and no sheet may make others of them."""
_ALIKE: Final = "import/alike-not-joined"
"""The same, where a document asks whether to join them, and a sheet has both."""


def is_fuller(made: Import, other: Import, content: Content, options: ImportOptions) -> bool:
    """Tells whether a reading of a file as a sheet says more than another, as a document.

    Less unread is no proof alone: no line may have become an object, no adoption and no time of a report may be lost,
    no project come twice, and nothing be doubtful that was not; minutes are documents, and so are reports that were
    not surely pasted from a workbook. A file that is parted by the names of its sheets is read as these, unless that
    leaves more. Where all tables of another are such as sheets have, some pieces less are enough, or as few in one
    that is a long table with a few lines. Beside other tables it must leave far less.
    """
    if made.document is None or other.document is None or any(one.severity == "error" for one in made.findings):
        return False
    kinds = {one.params.get("kind") for one in other.layout}
    doubts = _DOUBTS & {one.code for one in made.findings} - {one.code for one in other.findings}
    doubts |= {code for code in _NO_OTHERS if _said(other, code) > _said(made, code)}
    twice = _said(made, _ALIKE) > 0 and _projects(made) > _projects(other)
    tables = [block for block in content.blocks if isinstance(block, Table)]
    pasted = _is_pasted(content, tables)
    apart = pasted and bool(parted(content.blocks))
    left, unread = left_by(made), left_by(other)
    surely = apart or (pasted and unread - left >= _SOME)
    if kinds & (_MEETINGS if surely else _DOCUMENTS) or doubts or twice or _objects_of_lines(made):
        return False
    if _adoptions(made) < _adoptions(other) or (_reported(other) and not _reported(made)):
        return False
    warned = warnings_of(made) - warnings_of(other)
    if apart and left_by(made, helps=False) <= left_by(other, helps=False) and warned < _SHORT:
        return True
    large = [table for table in tables if table.width > NARROW and len(table.rows) > _SHORT]
    if not all(is_of_objects(table, options) for table in large):
        return unread - left >= _MANY and left <= _FAR_LESS * unread
    return unread - left >= _SOME or (left <= unread and warned <= 0 and pasted)


def _objects_of_lines(made: Import) -> bool:
    """Tells whether a line of the text became an object of a plan, not what stands over its tables."""
    held = {id for plan in _plans(made) for part in _PARTS for id in _ids(plan.get(part, ()))}
    read = made.account.of("mapped") if made.account else ()
    lines = (entry for entry in read if entry.piece.place.kind == "paragraph")
    return any(entry.target in held and (entry.field or "").startswith(_NAMES) for entry in lines)


def _ids(objects: Any) -> Iterator[str]:
    for one in objects:
        yield one.get("id", "")
        yield from _ids(one.get("milestones", ()))


def _said(made: Import, code: str) -> int:
    return sum(one.code == code for one in made.findings)


def _adoptions(made: Import) -> int:
    return sum(len(plan.get("adoptions", ())) for plan in _plans(made))


def _projects(made: Import) -> int:
    return sum(len(plan.get("commitments", ())) for plan in _plans(made))


def _plans(made: Import) -> Sequence[Mapping[str, Any]]:
    return made.document.tree.get("plans", ()) if made.document else ()


def _reported(made: Import) -> int:
    """Counts the updates that say of which time they are."""
    updates = made.document.tree.get("progress_updates", ()) if made.document else ()
    return sum("date" in one or "period" in one for one in updates)


def _is_pasted(content: Content, tables: Sequence[Table]) -> bool:
    """Tells whether a file is a long table with a few lines beside it, or several below the names of their sheets.

    It has no other headings, no list, no prose and one paragraph in a cell.
    """
    lines = [block for block in content.blocks if isinstance(block, Paragraph)]
    names = names_of_parts(content.blocks)
    sheets = parted(content.blocks) if content.blocks[0] in lines and lines[0].level else []
    plain = sum(line.level > 0 for line in lines) == len(sheets) and all(line.list_level is None for line in lines)
    single = all(len(cell.paragraphs) <= 1 for table in tables for cell in table.cells())
    few = len(lines) - len(names) <= _FEW * max(1, len(sheets)) and not any(map(_is_prose, lines))
    return plain and single and few and (bool(sheets) or max(len(table.rows) for table in tables) > _LONG)


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) > _PROSE
