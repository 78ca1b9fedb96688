"""Records of a source, whatever they came in, read into one draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from opengov_local.account import Piece
from opengov_local.document import Import
from opengov_local.finding import Finding
from opengov_local.formats.decidim.grid_records import Table
from opengov_local.formats.decidim.json_records import Found
from opengov_local.formats.decidim.meetings import link_results, read_meetings
from opengov_local.formats.decidim.news import read_milestones, read_timeline
from opengov_local.formats.decidim.plans import Plans
from opengov_local.formats.decidim.proposals import link_proposals, read_proposals
from opengov_local.formats.decidim.record import Record
from opengov_local.formats.decidim.results import read_results
from opengov_local.formats.decidim.spaces import read_assemblies, read_processes
from opengov_local.formats.decidim.state import State
from opengov_local.formats.known_headings import Read, telling_read
from opengov_local.importing.draft import Draft
from opengov_local.importing.kept import with_help
from opengov_local.importing.options import ImportOptions

FORMAT = "decidim"


@dataclass
class Parts:
    """What a source holds.

    Attributes:
        tables: its CSV files or sheets.
        trees: its JSON files.
        helps: lines that explain it.
        findings: what was found in opening it.
    """

    tables: list[Table] = field(default_factory=list)
    trees: list[Found] = field(default_factory=list)
    helps: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_parts(parts: Parts, data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    """Reads all that a source holds, and ties its parts together.

    Args:
        parts: what it holds.
        data: the bytes of the file.
        source: its name.
        options: what the user told beside.
    """
    draft = Draft("decidim", source, data, options)
    records: dict[str, list[Record]] = {}
    for record in _records(parts):
        records.setdefault(record.entity, []).append(record)
    state = State(draft, records, _stem(source))
    _account(draft, parts)
    for table in parts.tables:
        state.unknown_headings(table)
    if records:
        _read(state)
    else:
        draft.say("import/nothing-recognised", severity="error")
    if draft.options.language:
        draft.root.data["default_language"] = draft.options.language
    done = draft.finish(FORMAT, _pieces(parts), telling=_telling, fields=True)
    done = with_help(done, source)
    return replace(done, findings=(*parts.findings, *done.findings))


def _telling(_: Iterable[Piece], read: Read, said: Callable[[], Iterable[str]]) -> list[Piece]:
    """Tells which values say more than was read of them; of running texts all is read, but for their marks."""
    return telling_read((), (one for one in read if "<" not in one[0].text), said)


def _read(state: State) -> None:
    """Reads entity by entity: plans take the names of spaces first."""
    plans = Plans(state)
    read_meetings(state, plans)
    read_results(state, plans)
    read_milestones(state)
    read_timeline(state)
    read_proposals(state, plans)
    link_proposals(state)
    link_results(state)
    read_processes(state, plans)
    read_assemblies(state, plans)


def _stem(source: str | None) -> str | None:
    """Gives the name of a file without its ending."""
    return PurePath(source).stem.strip() or None if source and source != "-" else None


def _records(parts: Parts) -> Iterable[Record]:
    for table in parts.tables:
        yield from table.records
    for tree in parts.trees:
        yield from tree.records


def _pieces(parts: Parts) -> list[Piece]:
    groups: Sequence[Table | Found] = (*parts.tables, *parts.trees)
    return [*parts.helps, *(piece for group in groups for piece in group.pieces)]


def _account(draft: Draft, parts: Parts) -> None:
    """Accounts for headings, help and what lies outside of records; says which rows and files are doubtful."""
    helps = [*parts.helps, *(piece for table in parts.tables for piece in table.helps)]
    groups: tuple[Table | Found, ...] = (*parts.tables, *parts.trees)
    headings = [piece for group in groups for piece in group.headings]
    for piece in helps:
        draft.ignore(piece, "help")
    for piece in headings:
        draft.ignore(piece, "heading")
    for table in parts.tables:
        _about(draft, table)
    for piece in (piece for tree in parts.trees for piece in tree.loose):
        draft.keep(piece)


def _about(draft: Draft, table: Table) -> None:
    if table.entity is not None and table.headings:
        draft.explain("layout/decidim-table", table.headings[0], entity=table.entity, count=len(table.records))
    elif table.pieces and table.name:
        draft.say("import/decidim-file-unread", table.pieces[0], name=table.name, count=len(table.pieces))
    for record, length in table.uneven:
        code = "import/row-longer" if length > table.width else "import/row-shorter"
        draft.say(code, record.first(), count=length, expected=table.width)
