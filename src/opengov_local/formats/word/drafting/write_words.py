"""Fields of plain words, and dates."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.parts_of_aims import in_parts, put_aims
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage, own_items, uncounted
from opengov_local.formats.wording.words.own_parts import date_of
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date, put_schedule
from opengov_local.importing.words import code_of_name
from opengov_local.model.dates import PartialDate
from opengov_local.model.milestone import Milestone
from opengov_local.model.package import Package


def text(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts words, in one language or two."""
    for language, words in writing.texts(passage, title=field in ("title", "name")):
        if in_parts(node, field):
            put_aims(writing.draft, node, words, passage.piece, label, language)
        else:
            writing.draft.put(node, field, words, passage.piece, language=language)
    return True


def texts(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts words into a list, one entry a line; of a document of ours an entry may have several."""
    parts = own_items(passage) if writing.own_form else (passage.of([line]) for line in uncounted(passage.lines))
    for part in parts:
        text(writing, node, field, part, label)
    return True


def line(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts words that are in no language, on one line."""
    writing.draft.put(node, field, passage.text, passage.piece)
    return True


def date(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts one date; what stands behind a dash, as for whom it holds, is kept."""
    day, dash, rest = passage.text.partition(" — ")
    if dash and read_date(day, writing.context) is not None:
        writing.later(lambda: _behind(writing, node, passage.piece._replace(text=rest), label))
        passage = passage.of([Line(day)])
    put_date(writing.draft, node, field, passage.piece, writing.context, label)
    return True


def _behind(writing: Writing, node: Node, piece: Piece, label: str) -> None:
    """Keeps what stands behind a date, unless all of it is told in another place of a document of ours."""
    if node.data:
        writing.draft.keep(piece, node, label=label)
    else:
        writing.draft.ignore(piece, "help")


def done_or_due(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts the date of carrying out: of what is done, or reported, when it was; in a plan when it should be."""
    state = node.data.get("status", {}).get("code")
    done = writing.own_form or state == "completed" or (writing.report is not None and state is None)
    last = "due" if node.model is Milestone else "end"
    if done or (last in node.data and not _is_last(writing, node, last, passage)):
        return date(writing, node, "completed_on", passage, label)
    date(writing, node, last, passage, label)
    if last in node.data:
        value = str(node.data[last])
        writing.draft.say("import/assumed", passage.piece, severity="info", node=node, field=last, value=value)
    return True


def done_on(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts the date of carrying out beside the planned one; a day yet to come is kept: nothing was done on it."""
    if not writing.own_form and _is_to_come(writing, passage):
        writing.draft.say("import/day-without-completion", passage.piece, node=node, heading=label, text=passage.text)
        writing.keep(node, passage, label)
        return True
    return date(writing, node, "completed_on", passage, label)


def _is_to_come(writing: Writing, passage: Passage) -> bool:
    """Tells whether a date, or the end of a span, is behind the day of the import."""
    reading = read_date(passage.text, writing.context)
    today = PartialDate(str(writing.draft.options.day))
    return reading is not None and any(PartialDate(day) > today for day in (reading.start, reading.end) if day)


def _is_last(writing: Writing, node: Node, last: str, passage: Passage) -> bool:
    """Tells whether a date in a plan is the end that is told in another place, too: of what is not done yet.

    It is the same day, or still to come, or it stands beside the start, where no other end does.
    """
    reading = read_date(passage.text, writing.context)
    if reading is None:
        return False
    days = {day for day in (reading.start, reading.end) if day}
    if node.data[last] in days or _is_to_come(writing, passage):
        return True
    return _is_beside(node, "start", passage) and not _is_beside(node, last, passage)


def _is_beside(node: Node, field: str, passage: Passage) -> bool:
    """Tells whether a field of an object was read where a passage stands: in its table, or in paragraphs."""
    held, place = node.places.get(field), passage.piece.place
    return held is not None and held.kind == place.kind and (held.kind != "cell" or held.part == place.part)


def schedule(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts the start and end of a commitment or milestone; our own forms say the one day that is both alone."""
    day = date_of(passage.text) if writing.own_form and "end" in node.shapes else None
    if day:
        for name in ("start", "end"):
            writing.draft.put(node, name, day, passage.piece)
        return True
    put_schedule(writing.draft, node, passage.piece, writing.context, label)
    return True


def period(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts the period of a plan, or its first (`start`) or last (`end`) date."""
    said, how = _meant(passage.text) if writing.own_form else (passage.text, None)
    reading = read_date(said, writing.context)
    if reading is None:
        writing.unread(node, passage, label)
        return False
    dates = {"start": reading.start, "end": reading.start if reading.kind == "date" else reading.end}
    if field != "period" and reading.start and reading.end:
        return False
    if field != "period":
        dates = {field: reading.start or reading.end}
    there = writing.add(node, "period", passage.piece)
    plain = writing.own_form and reading.kind == "open-start"  # a form of our own says in brackets what is more
    for name, value in (*dates.items(), ("qualifier", how or (None if plain else reading.qualifier))):
        if value is not None:
            writing.draft.put(there, name, value, passage.piece)
    return True


def _meant(text: str) -> tuple[str, str | None]:
    """Parts a date from how our own documents say that it is meant: `décembre 2026 (avant)`."""
    date, bracket, words = text.partition(" (")
    how = code_of_name(words.removesuffix(")"), "date_qualifier") if bracket and words.endswith(")") else None
    return (date, how) if how else (text, None)


def submitted(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts the date of a submission; words that are no date stay words."""
    if read_date(passage.text.partition(" — ")[0], writing.context) is None:
        return False
    return date(writing, writing.add(node, "submissions", passage.piece), "date", passage, label)


def axes(writing: Writing, node: Node, _field: str, passage: Passage, _label: str) -> bool:
    """Says on which axes a milestone lies, by their titles."""
    if writing.link_axes is None:
        return False
    writing.link_axes(node, passage)
    return True


def update(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts what was reported about a commitment or milestone: what was done, or what comes next.

    What a form of a plan asks was done so far is how things stand: "Qu'a-t-on fait jusqu'ici ?".
    """
    if "id" not in node.data or node.model is Package:
        return False
    updates = writing.draft.root.data.get("progress_updates", [])
    known = next((each for each in updates if each["target"] == node.data["id"]), None)
    of_plan = field == "update" and writing.report is None and known is None and _asks(label)
    if of_plan and "status_quo" in node.shapes.keys() - node.data:
        return text(writing, node, "status_quo", passage, "")
    there = writing.node_of(known) if known else writing.add(writing.draft.root, "progress_updates", passage.piece)
    if known is None:
        writing.draft.put(there, "target", node.data["id"], passage.piece)
    return text(writing, there, {"update": "text"}.get(field, field), passage, "")


def _asks(label: str) -> bool:
    """Tells whether a label is a question."""
    return label.rstrip().endswith(("?", "؟"))
