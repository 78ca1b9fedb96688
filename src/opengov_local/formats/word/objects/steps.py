"""Milestones said in words: an item of a list or a cell, with what stands beside its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.ogp_national.naming import parted_number
from opengov_local.formats.tables.levels.note_rows import tells_note
from opengov_local.formats.word.docx.own_form import says_none
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.inline_lists import asks_for_several, steps_inline
from opengov_local.formats.word.objects.put_behind import put_behind
from opengov_local.formats.word.texts.passages import Line, Passage, bare, is_item, numbered
from opengov_local.formats.wording.labels.behind_titles import Behind, behind
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning, choose
from opengov_local.formats.wording.labels.timed_titles import Timed, timed, year_behind_dash
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.importing.draft import Node
from opengov_local.importing.words.bullets import goes_on

_BESIDE = re.compile(r"(?:[(\[;؛|،,]|\s[–—-])\s*(?P<label>[^:：()\[\];؛|،,\n]{2,60}?)\s*[:：]\s*")

_SAYS_MORE = re.compile(r"[:：]\s|[:：]$|[.!?؟]\s*$")
"""What a line has that says something of a step, and is none."""
_ENUMERATED = re.compile(r"[^,،:.\n]{3,40}(?:[,،]\s[^,،:.\n]{3,40}){2,}\.?")
"""Three short parts or more between commas, which may be steps or the words of one."""
_LONGEST_STEP = 120

_BEHIND_INDICATORS = frozenset({"evidence", "additional_information"})
"""What stands behind the indicators of a milestone in our form."""


def no_steps(writing: Writing, owner: Node, passage: Passage) -> bool:
    """Reads a row that says of a table of steps that it is blank or, in our form, that there are none; else False."""
    if passage.is_nothing:
        writing.draft.ignore(passage.piece, "help")
        return True
    if not writing.own_form or not says_none(passage.text):
        return False
    writing.put_none(owner, "milestones" if "milestones" in owner.shapes else "activities", passage)
    return True


def is_note(writing: Writing, owner: Node, passage: Passage, label: str) -> bool:
    """Keeps an item of a list that says itself that it is a note, "Ce projet est financé par …", and says so.

    Args:
        writing: the document in the making; in documents of ours every item is what its list asks for.
        owner: what the list is of.
        passage: the item.
        label: what the list stands below.

    Returns:
        Whether it is one.
    """
    if writing.own_form or not tells_note(bare(passage.text)):
        return False
    writing.draft.say("import/note-row", passage.piece, severity="info", text=passage.text)
    writing.keep(owner, passage, label)
    return True


def parted(text: str, labels: Labels) -> tuple[str, list[tuple[Meaning, str, str]]]:
    """Parts a title from what is said beside it: `Publier (échéance : juin 2025)`.

    Returns:
        The title, and for each thing said beside it what it is, its label and its words.
    """
    found = [
        (beside, meaning)
        for beside in _BESIDE.finditer(text)
        if (meaning := choose(labels.meanings(beside["label"]), ("milestone",))) and meaning.field != "title"
    ]
    if not found:
        return text, []
    said = []
    for number, (beside, meaning) in enumerate(found):
        end = found[number + 1][0].start() if number + 1 < len(found) else len(text)
        said.append((meaning, beside["label"], text[beside.end() : end].strip(" )]،,;؛|–—-")))
    return text[: found[0][0].start()].strip(), said


def steps(passage: Passage) -> Iterator[Passage]:
    """Gives the steps that a passage lists: its items, each with the deeper items and lines below it."""
    items = [line for line in passage.lines if is_item(line)]
    if not items:
        yield from (passage.of([line]) for line in _whole_lines(passage))
        return
    least = min(line.depth for line in items)
    waiting: list[Line] = []
    for line in passage.lines:
        if is_item(line) and line.depth == least and waiting:
            yield passage.of(waiting)
            waiting = []
        waiting.append(line)
    yield passage.of(waiting)


def listed_below(passages: Sequence[Passage]) -> tuple[list[list[Passage]], list[Passage]]:
    """Gives the items of a list, each with the deeper ones below it, and the lines among them that are no items.

    Where nothing is an item, every line is one but those that lead to others: "Les étapes sont :".
    """
    depths = [line.depth for passage in passages for line in passage.lines if is_item(line)]
    groups: list[list[Passage]] = []
    others: list[Passage] = []
    for passage in passages:
        first = passage.lines[0]
        if is_item(first) and first.depth > min(depths) and groups:
            groups[-1].append(passage)
        elif is_item(first) if depths else not passage.text.endswith(":"):
            groups.append([passage])
        else:
            others.append(passage)
    return groups, others


def in_line(writing: Writing, labels: Labels, passage: Passage, label: str) -> Passage:
    """Gives the steps that semicolons part on one line behind a label in the plural, which is said; else the passage.

    "Actions à mener : concevoir ; publier" are two; "Publier ; échéance : juin 2025" is one, with its time.
    """
    several = not writing.own_form and asks_for_several(label) and not parted(passage.text, labels)[1]
    found = steps_inline(passage) if several else None
    if several and found is None and _ENUMERATED.fullmatch(passage.text):
        writing.draft.say(
            "import/list-uncertain", passage.piece, severity="info", heading=label, text=passage.text, count=1
        )
    if found is None or any(_SAYS_MORE.search(line.text) for line in found.lines):
        return passage
    value = " / ".join(line.text for line in found.lines)
    writing.draft.say("import/assumed", passage.piece, severity="info", field="milestones", value=value)
    return found


def is_one(passage: Passage, labels: Labels) -> bool:
    """Tells whether a cell holds one step: nothing is listed, or what is listed answers a label below the title."""
    first = next((at for at, line in enumerate(passage.lines) if line.item), None)
    if first is None:
        return True
    said = (labels.read(bare(line.text)) for line in passage.lines[1:first])
    return any(each is not None and choose(each.meanings, ("milestone",)) is not None for each in said)


def by_lines(passage: Passage) -> list[Passage]:
    """Gives the steps of a cell that lists them on lines without bullets.

    None where a line is a sentence or has a label of its own: such lines say more of one step.
    """
    lines = _whole_lines(passage)
    if any(line.item or _SAYS_MORE.search(line.text) or len(line.text) > _LONGEST_STEP for line in lines):
        return []
    return [passage.of([line]) for line in lines]


def say_lines(writing: Writing, pieces: Sequence[Piece]) -> None:
    """Says of cells that lines alone part their steps, and of each where semicolons do."""
    lines = [piece for piece in pieces if len(piece.text.splitlines()) > 1]
    if lines:
        text = " / ".join(lines[0].text.splitlines())
        writing.draft.say("import/lines-as-items", lines[0], severity="info", count=len(lines), text=text)
    for piece in (piece for piece in pieces if piece not in lines):
        writing.draft.say("import/assumed", piece, severity="info", field="milestones", value=piece.text)


def _whole_lines(passage: Passage) -> list[Line]:
    """Gives the lines of a passage, those that go on put together with the ones above."""
    lines: list[Line] = []
    for line in passage.lines:
        if lines and goes_on(lines[-1].text, line.text):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {line.text}")
        else:
            lines.append(line)
    return lines


def put_step(
    writing: Writing,
    labels: Labels,
    step: Node,
    passage: Passage,
    *,
    dated: bool = False,
    apart: bool = False,
    listed: bool = False,
) -> None:
    """Reads a step: its number, its title, what is said beside the title, and the lines below it.

    Args:
        writing: the document in the making.
        labels: what the document asks for, and how.
        step: the step.
        passage: its words.
        dated: whether another cell says when it is due; a time behind the title is part of the title then.
        apart: whether numbers have a column of their own, so that in forms of our own none stands before the title.
        listed: whether it is one of several steps, each with a time in brackets.
    """
    first, *below = passage.lines
    text = first.text if writing.own_form else bare(first.text)
    beside: list[tuple[Meaning, str, str]] = []
    if writing.own_form:
        number, title = ("", text) if apart else parted_number(text)
        more, said = Behind(title), Timed(title)
    else:
        marker = read_marker(text, ("milestone",))
        number, title = (marker.number, marker.title) if marker and marker.title else numbered(text)
        more = behind(title, labels, who=writing.who_in_brackets)
        title, beside = parted(more.title, labels) if not more.said else (more.title, [])
        said = Timed(title) if dated or beside or more.said else timed(title, labels, listed=listed)
        plain = not (said.words or dated or beside or more.said)
        said = year_behind_dash(said.title) if plain else said
    title = said.title
    if number and "number" not in step.data:
        writing.draft.put(step, "number", number, passage.piece)
    if title:
        values.put(writing, step, "title", passage.of([Line(title)]), "")
    if said.words:
        values.put(writing, step, said.field, passage.of([Line(said.words)]), "")
        field = "due" if said.field == "period" else said.field
        writing.draft.say("import/assumed", passage.piece, severity="info", node=step, field=field, value=said.words)
    put_behind(writing, step, more if not (beside or said.words) else Behind(title), passage)
    for meaning, label, words in beside:
        values.put(writing, step, meaning.field, passage.of([Line(words)]), label)
    put_below(writing, labels, step, passage, below)


def _measures(said: Labelled | None, field: str) -> bool:
    """Tells whether a line says from where to where the indicator above it goes."""
    return field == "indicators" and said is not None and choose(said.meanings, ("indicator",)) is not None


def _carries_on(part: tuple[str, str, list[Line]], line: Line, said: Labelled | None) -> bool:
    """Tells whether a line belongs to the field, label and lines above it; in our form all do, below a label."""
    field, _, lines = part
    return is_item(line) or not lines or _measures(said, field) or field == "description"


def _is_inside(meaning: Meaning | None) -> bool:
    """Tells whether a line below indicators is theirs in our form, where little else can follow them."""
    return meaning is None or meaning.field not in _BEHIND_INDICATORS


def put_below(writing: Writing, labels: Labels, step: Node, passage: Passage, lines: list[Line]) -> None:
    """Reads the lines below the title of a step: some have a label of their own, the rest describes it."""
    parts: list[tuple[str, str, list[Line]]] = []
    for line in lines:
        if writing.own_form and parts and line.item:
            parts[-1][2].append(line)
            continue
        said = labels.read_own(line.text) if writing.own_form else labels.read(bare(line.text))
        meaning = choose(said.meanings, ("milestone",)) if said and (said.value or line.text.endswith(":")) else None
        if writing.own_form and parts and parts[-1][0] == "indicators" and _is_inside(meaning):
            parts[-1][2].append(line)
        elif said is not None and meaning is not None:
            parts.append((meaning.field, said.label, [Line(said.value)] if said.value else []))
        elif parts and (writing.own_form or _carries_on(parts[-1], line, said)):
            parts[-1][2].append(line)
        else:
            parts.append(("description", "", [Line(bare(line.text))]))
    for field, label, found in parts:
        if found:
            values.put(writing, step, field, passage.of(found), label)
