"""Which field of a document of ours reads its words in which way, where it writes more exactly than other files."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from opengov_local.formats.word.documents.reading import Reading, groups
from opengov_local.formats.word.docx.own_form import own_status, put_together, with_commas
from opengov_local.formats.word.drafting import write_words
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.fields.write_money import own_words
from opengov_local.formats.word.own import own_names, own_parties, write_things
from opengov_local.formats.word.own.own_budget import payers
from opengov_local.formats.word.own.own_dashes import has_dash, say_dash
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.own_parts import amount_of
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name, read_percent
from opengov_local.model.plan import ActionPlan

_YEAR: Final = re.compile("[12][0-9]{3}")
_UNIT: Final = re.compile(r"\s*\(([%٪])\)$")
_MEASURES: Final = {"word.baseline": "baseline", "word.target": "target", "word.values": "values"}
_OF_INDICATOR: Final = {
    **_MEASURES,
    "word.unit": "unit",
    "word.lead": "leads",
    "milestone.end": "due",
    "word.schedule": "schedule",
}
"""The lines below the name of an indicator: key of the label, field."""
_STATES: Final = {"status": "status", "completion": "ogp_completion"}


def put(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    """Reads the words that stand in a document of ours for a field of an object; else they are kept beside it.

    Args:
        reading: what is at hand.
        node: the object.
        field: the field, or what the label asks for in its stead.
        passage: the words.
        label: the label.
    """
    writing = reading.writing
    shape = node.shapes.get(field)
    if none_of(reading, node, field, passage):
        return
    if passage.is_nothing:
        writing.draft.ignore(passage.piece, "help")
    elif field in _WRITERS:
        _WRITERS[field](reading, node, field, passage, label)
        for piece in passage.pieces[1:]:
            writing.draft.used(piece, node, field)
    elif shape is not None and shape.kind == "map" and shape.many:
        for each in groups(passage):
            values.put(writing, node, field, each.of([Line(each.text)]), label)
    else:
        values.put(writing, node, field, passage, label)


def none_of(reading: Reading, node: Node, field: str, passage: Passage) -> bool:
    """Puts an empty list where the document says that there is none; tells whether it does."""
    shape = node.shapes.get(field)
    if shape is None or not shape.many or not reading.words.says(passage.text, "word.none"):
        return False
    node.data.setdefault(field, [])
    reading.writing.draft.used(passage.piece, node, field)
    return True


def party(reading: Reading, node: Node, text: str, passage: Passage) -> None:
    """Puts who a line names: a collectivity of the document, else the words; its kind of stakeholder, its part."""
    own_parties.party(reading.writing, node, text, passage)


def _parties(reading: Reading, node: Node, field: str, passage: Passage, _label: str) -> None:
    for line in passage.lines:
        party(reading, reading.writing.add(node, field, passage.piece), line.text, passage)


def _party(reading: Reading, node: Node, field: str, passage: Passage, _label: str) -> None:
    party(reading, reading.writing.add(node, field, passage.piece), passage.text, passage)


def _persons(reading: Reading, node: Node, field: str, passage: Passage, _label: str) -> None:
    writing = reading.writing
    for line in passage.lines:
        own_names.person_alone(writing, writing.add(node, field, passage.piece), line.text, passage)


def _collectivities(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    if node.model is ActionPlan or node.field == "workshops":
        reading.collectivities(node, passage, label)
    else:
        reading.refer(node, field, "collectivity", passage, label)


def _axes(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    reading.refer(node, field, "axis", passage, label)


def _one(concept: str) -> Callable[[Reading, Node, str, Passage, str], None]:
    """Makes the reading of a reference to one object of a concept."""

    def read(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
        known = reading.referred(node, field, concept, passage.text)
        if known is None:
            reading.writing.unknown(node, field, passage, label)
        else:
            reading.writing.draft.put(node, field, known, passage.piece)

    return read


def _ongoing(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    answers = {True: "word.yes", False: "word.no"}
    said = next((value for value, key in answers.items() if reading.words.says(passage.text, key)), None)
    if said is None:
        reading.writing.keep(node, passage, label)
    else:
        reading.writing.draft.put(node, field, said, passage.piece)


def _state(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    """Puts a declared state, with the percentage that may stand below it."""
    writing, draft = reading.writing, reading.writing.draft
    lines = [line.text for line in passage.lines]
    percent = read_percent(lines[-1]).value if field == "status" and "progress" in node.shapes else None
    if percent is not None:
        draft.put(node, "progress", percent, passage.piece)
        lines.pop()
    if not lines:
        return
    said = own_status("\n".join(lines), ours=True)
    codelist = "plan_status" if node.model is ActionPlan else _STATES[field]
    code = code_of_name(said.word, codelist)
    if code is None:
        writing.keep(node, passage.of(map(Line, lines)), label)
        return
    for name, value in (("code", code), ("original", said.original), ("as_of", said.as_of)):
        if value:
            draft.put(node, f"{field}.{name}", value, passage.piece)
    if said.by:
        there = writing.add(writing.add(node, field, passage.piece), "by", passage.piece)
        party(reading, there, said.by, passage)


def _indicators(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    for each in groups(passage):
        there = reading.writing.add(node, field, passage.piece)
        first, *below = [line.text for line in each.lines]
        unit = _UNIT.search(first)
        write_things.put_text(reading.writing, there, "name", each.of([Line(first[: unit.start()] if unit else first)]))
        if unit:
            write_things.put_text(reading.writing, there, "unit", each.of([Line(unit[1])]))
        for key, lines in labelled_lines(reading, [Line(line) for line in below], _OF_INDICATOR):
            if not key:
                reading.writing.keep(there, each.of(lines), label)
            elif key in _MEASURES:
                for line in lines:
                    write_things.own_measure(reading.writing, there, _MEASURES[key], each.of([line]))
            else:
                put(reading, there, _OF_INDICATOR[key], each.of(lines), label)


def labelled_lines(reading: Reading, lines: Sequence[Line], keys: Collection[str]) -> Iterator[tuple[str, list[Line]]]:
    """Groups lines by the labels that some of them begin with; those before the first label have the key ""."""
    found: list[tuple[str, list[Line]]] = [("", [])]
    for line in lines:
        said = None if line.item else reading.words.labelled(line.text, tuple(keys))
        if said is not None:
            found.append((said[0], [Line(said[1])] if said[1] else []))
        else:
            found[-1][1].append(line)
    return ((key, held) for key, held in found if held)


def _budget(reading: Reading, node: Node, field: str, passage: Passage, _label: str) -> None:
    """Puts lines of a budget as a document of ours writes them: `Serveurs, 150000.00 MAD, 2025, Financement : État`."""
    for line in passage.lines:
        there = reading.writing.add(node, field, passage.piece)
        text = payers(reading.writing, there, line.text, passage)
        words = [said for said in with_commas(text) if not _of_budget(reading, there, said[1].strip(), passage)]
        if words and "amount" in there.data:
            said = [("label", put_together(words))]
        else:
            said = own_words(put_together(words)) if words else []
            for name, text in said:
                if has_dash(line.text, text):
                    say_dash(reading.writing, there, name, text, passage)
        for name, text in said:
            write_things.put_text(reading.writing, there, name, passage.of([Line(text)]))


def _of_budget(reading: Reading, line: Node, part: str, passage: Passage) -> bool:
    """Reads one part of a line of a budget that is no words: its amount or its year."""
    draft, amount = reading.writing.draft, amount_of(part)
    if amount is not None and "amount" not in line.data:
        for field, said_of in zip(("value", "currency"), amount, strict=True):
            draft.put(line, f"amount.{field}", said_of, passage.piece)
    elif _YEAR.fullmatch(part) and "year" not in line.data:
        draft.put(line, "year", int(part), passage.piece)
    else:
        return False
    return True


def _date(reading: Reading, node: Node, field: str, passage: Passage, label: str) -> None:
    write_words.date(reading.writing, node, field, passage, label)


def put_count(reading: Reading, node: Node, field: str, passage: Passage) -> None:
    """Puts a number of persons or seats; words that are none are kept."""
    text = passage.text.strip()
    if text.isdecimal():
        reading.writing.draft.put(node, field, int(text), passage.piece)
    else:
        reading.writing.keep(node, passage, field)


_WRITERS: Final[Mapping[str, Callable[[Reading, Node, str, Passage, str], None]]] = {
    **dict.fromkeys(("leads", "supporting", "organizers", "partners", "monitoring_bodies"), _parties),
    **dict.fromkeys(("chairs", "facilitators", "rapporteurs", "members", "points_of_contact"), _persons),
    **dict.fromkeys(("by", "author", "party", "funder"), _party),
    **dict.fromkeys(("status", "completion"), _state),
    **dict.fromkeys(("planned", "established"), _date),
    "collectivities": _collectivities,
    "collectivity": _one("collectivity"),
    "parent": _one("axis"),
    "axis": _one("axis"),
    "axes": _axes,
    "ongoing": _ongoing,
    "indicators": _indicators,
    "budget": _budget,
}
