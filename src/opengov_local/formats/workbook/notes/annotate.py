"""Writing notes on the cells of a workbook that somebody else made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from opengov_local.finding import SEVERITIES, Finding, Location, Severity
from opengov_local.formats.grids.xlsx_parts import PartError, read_workbook
from opengov_local.formats.workbook.notes.comments import Comments
from opengov_local.formats.workbook.notes.fills import Fills
from opengov_local.formats.workbook.notes.parts import Parts
from opengov_local.formats.workbook.notes.sheet_cells import SheetCells, position
from opengov_local.formats.written import Written
from opengov_local.importing.containers import check_container

_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said at one cell.

    Attributes:
        text: the words, of all that was found there.
        severity: the gravest of it, for the colour.
    """

    text: str
    severity: Severity = "warning"


def annotate(data: bytes, notes: Mapping[tuple[str, str], Note], source: str | None = None) -> Written:
    """Writes a note and a background colour on cells of an XLSX file; all else in it stays as it is.

    Args:
        data: the bytes of the file.
        notes: name of the sheet and of the cell, such as `B4`, to the note.
        source: name of the file, for the findings.

    Returns:
        The file, and what could not be written: it comes back unchanged where it cannot be read
        (`source/…`), without a note where there is no such sheet or cell (`annotate/no-such-cell`), without colours
        where it has no styles (`annotate/no-colours`); a signature no longer holds (`annotate/signature`). What is to
        be said at a cell under a merged one is said at the merged one, the only one that programs show.
    """
    container = check_container(data, source, wanted="xlsx")
    if isinstance(container, Finding):
        return Written(data, (container,))
    try:
        sheets = {sheet.name: sheet.part for sheet in read_workbook(container).sheets}
        return _Annotator(Parts(container), sheets, source).write(notes)
    except (PartError, etree.XMLSyntaxError, KeyError, LookupError, UnicodeError):
        return Written(data, (Finding("annotate/not-written", "error", Location(source=source)),))


def _joined(notes: Sequence[Note]) -> Note:
    """Makes one note of all that is to be said at a cell, the gravest first."""
    ordered = sorted(notes, key=lambda note: SEVERITIES.index(note.severity))
    return Note("\n\n".join(note.text for note in ordered), ordered[0].severity)


class _Annotator:
    def __init__(self, parts: Parts, sheets: dict[str, str], source: str | None) -> None:
        self._parts = parts
        self._sheets = sheets
        self._source = source
        self._findings: list[Finding] = []
        self._fills = self._styles()

    def write(self, notes: Mapping[tuple[str, str], Note]) -> Written:
        by_sheet: defaultdict[str, dict[str, Note]] = defaultdict(dict)
        for (sheet, cell), note in notes.items():
            by_sheet[sheet][cell.replace("$", "").upper()] = note
        for number, (sheet, there) in enumerate(by_sheet.items(), 1):
            known = {cell: note for cell, note in there.items() if sheet in self._sheets and position(cell)}
            for cell in there.keys() - known.keys():
                self._say("annotate/no-such-cell", "warning", sheet=sheet, cell=cell)
            if known:
                self._write_sheet(self._sheets[sheet], number, known)
        if "_xmlsignatures/origin.sigs" in self._parts:
            self._say("annotate/signature", "warning")
        return Written(self._parts.to_bytes(), tuple(self._findings))

    def _styles(self) -> Fills | None:
        for kind, part in self._parts.relations("xl/workbook.xml").values():
            if kind == "styles" and part in self._parts:
                return Fills(self._parts.edited(part))
        self._say("annotate/no-colours", "info")
        return None

    def _write_sheet(self, part: str, number: int, notes: Mapping[str, Note]) -> None:
        tree = self._parts.edited(part)
        space = etree.QName(tree).namespace or ""
        relation = _RELATION_STRICT if space == _STRICT else _RELATION
        cells, comments = SheetCells(tree), Comments(self._parts, part, number, space)
        shown: defaultdict[str, list[Note]] = defaultdict(list)
        for cell, note in notes.items():
            shown[cells.shown_at(cell)].append(note)
        for cell, together in shown.items():
            note = _joined(together)
            row, column = position(cell) or (1, 1)
            element = cells.cell(row, column, cell)
            if self._fills is not None:
                given = element.get("s", "0")
                style = int(given) if given.isdecimal() else 0
                element.set("s", str(self._fills.styled(style, note.severity)))
            comments.add(cell, row - 1, column - 1, note.text)
        self._link(part, number, relation, cells, comments)

    def _link(self, part: str, number: int, relation: str, cells: SheetCells, comments: Comments) -> None:
        """Ties the notes and their boxes to the sheet, where it had none."""
        if comments.part is None:
            name = f"xl/commentsNote{number}.xml"
            self._parts.put(name, etree.tostring(comments.new_root(), xml_declaration=True, encoding="UTF-8"))
            self._parts.relate(part, f"{relation}/comments", name)
            self._parts.declare(_COMMENTS, part=name)
        drawn = self._drawing(part)
        made = comments.draw(drawn)
        if made:
            cells.link_drawing(self._parts.relate(part, f"{relation}/vmlDrawing", made), relation)
            self._parts.declare(_DRAWING, extension="vml")

    def _drawing(self, part: str) -> str | None:
        """Gives the drawing that the sheet names for its notes."""
        found = self._parts.tree(part).find("{*}legacyDrawing")
        if found is None:
            return None
        identifier = next((value for name, value in found.items() if str(name).endswith("}id")), "")
        return self._parts.relations(part).get(str(identifier), ("", None))[1]

    def _say(self, code: str, severity: Severity, **params: str) -> None:
        self._findings.append(Finding(code, severity, Location(source=self._source), params))
