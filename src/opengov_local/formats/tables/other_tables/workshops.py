"""The workshop that a table of contributions reports on: its title, its day, and who held it."""

from __future__ import annotations

from opengov_local import codelists, territories
from opengov_local.account import Piece
from opengov_local.formats.tables.columns.workshop_lines import days_in_line, put_days, put_said, said_of_workshop
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.tables.plan.plan_title import COLON
from opengov_local.formats.tables.plan.whose_plan import add_collectivity, is_territory, named_territory, with_kind
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.words.held_at import place_in
from opengov_local.importing.dates import DateContext, DateReading, find_dates, read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of
from opengov_local.importing.places import of_no_single_one
from opengov_local.importing.put_date import written
from opengov_local.importing.words import fold

_SURE = 95


def read_workshop(state: State, name: str | None, above: list[Row], kind: str = "co_creation") -> Node:
    """Makes the workshop, named by the words above the table, else by the sheet or file.

    Args:
        state: what was read so far.
        name: name of the sheet or file.
        above: the pieces of each row above the table, by column.
        kind: the kind of workshop that it is where its title names none.
    """
    draft = state.draft
    pieces = [piece for row in above for piece in row.values()]
    labelled = said_of_workshop(above)
    told = [piece for said in labelled for piece in (said.label, said.value) if piece is not None]
    loose = [piece for piece in pieces if piece not in told]
    named = any(said.field == "title" for said in labelled)
    title = _title(loose, named=named)
    node = draft.add(draft.root, "workshops", title)
    read = [piece for said in labelled if put_said(draft, node, said) for piece in (said.label, said.value)]
    if title is not None and "title" not in node.data:
        read.append(title)
        draft.put(node, "title", title.text, title)
        if "date" not in node.data and len(dates := find_dates(title.text)) == 1 and _is_of_days(dates[0].reading):
            put_days(draft, node, dates[0].reading, title)
        if "place" not in node.data and (place := place_in(title.text, DateContext())):
            draft.put(node, "place", place, title)
    elif name and "title" not in node.data:
        node.data["title"] = {language_of(name, draft.options.language): name}
        draft.say("import/assumed", node=node, field="title", value=name)
    node.data["kind"] = _kind(" ".join(node.data.get("title", {}).values()), kind)
    draft.say("import/assumed", severity="info", node=node, field="kind", value=node.data["kind"])
    read += [*_held_by(state, node, above), *_held_on(state, node, above)]
    for piece in pieces:
        if piece not in read:
            draft.keep(piece, node)
            if is_territory(piece.text) and "collectivities" not in node.data and piece not in told:
                draft.say(of_no_single_one(piece.text.strip()), piece, name=piece.text.strip())
    return node


def _title(pieces: list[Piece], *, named: bool) -> Piece | None:
    """Gives the piece that titles a workshop: one with the word for it, else the first that is no name of a territory.

    Args:
        pieces: what stands above the table without a label.
        named: whether a label gives the title.
    """
    worded = [piece for piece in pieces if says("workshop", piece.text)]
    others = [piece for piece in pieces if not is_territory(piece.text)] or pieces
    return next(iter(worded if worded or named else others), None)


def _is_of_days(reading: DateReading) -> bool:
    """Tells whether a date in a title can be that of a workshop: the years of a plan are none."""
    return bool(reading.start) and (reading.kind == "date" or len(reading.start or "") > len("2026"))


def _kind(title: str, other: str) -> str:
    """Gives the kind of workshop that a title names by the longest of its names; another where it names none.

    A consultation that is said to be online is that, whatever else it is called.
    """
    if says("consultation_word", title) and says("online_word", title):
        return "online_consultation"
    padded = f" {fold(title)} "
    named = [
        (len(name), entry.code)
        for entry in codelists.get("workshop_kind")
        for name in map(fold, (*entry.labels.values(), *entry.other_names))
        if entry.code != "other" and f" {name} " in padded
    ]
    return max(named)[1] if named else other


def _held_on(state: State, workshop: Node, above: list[Row]) -> list[Piece]:
    """Reads the day of a workshop from a cell that is a date, with its label before it or none; gives the pieces."""
    context = DateContext(document_date=state.draft.options.document_date)
    for row in above:
        pieces = [row[column] for column in sorted(row)]
        for before, piece in zip([None, *pieces], pieces, strict=False):
            parts = COLON.match(piece.text)
            labelled = parts is not None and _is_date(parts[1])
            reading = read_date(parts[2] if parts and labelled else written(piece), context)
            says_more = reading is None and not labelled
            reading = days_in_line(piece.text, context) if says_more else reading
            if reading is None or not _is_of_days(reading) or "date" in workshop.data:
                continue
            put_days(state.draft, workshop, reading, piece)
            if says_more:
                state.draft.keep(piece, workshop)
            if before is None or not _is_date(before.text):
                return [piece]
            state.draft.ignore(before, "heading")
            return [before, piece]
    return []


def _is_date(label: str) -> bool:
    meaning = recognise(label.strip().rstrip(":：").strip(), ())
    return meaning is not None and meaning.target == "schedule" and meaning.score >= _SURE


def _held_by(state: State, workshop: Node, above: list[Row]) -> list[Piece]:
    """Reads whose workshop it is from labels and titles above the table; gives the pieces that were read."""
    found: list[tuple[int, str, list[Piece]]] = []
    for row in above:
        pieces = [row[column] for column in sorted(row)]
        for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
            label, text, read = _labelled(piece, following)
            named = with_kind(label, text) if label else named_territory(state, piece, piece.text)
            territory = territories.find(named).one if named else None
            if named and territory:
                found.append((len(territory.code), named, read))
            elif label:
                add_collectivity(state, read[-1], text)
    if not found:
        return []
    _, name, read = max(found, key=lambda one: one[0])  # of a commune, its province and its region
    node = add_collectivity(state, read[-1], name)
    if node is not None:
        workshop.data["collectivities"] = [node.target]
        state.collectivity = state.collectivity or node
    for label_piece in read[:-1]:
        state.draft.ignore(label_piece, "heading")
    return read


def _labelled(piece: Piece, following: Piece | None) -> tuple[str, str, list[Piece]]:
    """Gives the label for a collectivity, its value, and the pieces they stand in; without label, the piece alone."""
    parts = COLON.match(piece.text)
    if parts and _is_label(parts[1]):
        return parts[1].strip(), parts[2].strip(), [piece]
    if following is not None and _is_label(piece.text):
        return piece.text.strip().rstrip(":：").strip(), following.text.strip(), [piece, following]
    return "", "", [piece]


def _is_label(text: str) -> bool:
    meaning = recognise(text.strip().rstrip(":：").strip(), ())
    return meaning is not None and meaning.target == "collectivity" and meaning.score >= _SURE
