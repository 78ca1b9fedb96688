"""Declared figures, as our own documents write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.formats.paper.measures import NO_MEASURE, words_of_measures
from opengov_local.formats.paper.parties import BESIDE
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_citations import citation
from opengov_local.formats.word.texts.passages import Line, Passage, own_items
from opengov_local.formats.wording.words.own_parts import date_of, labelled
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold
from opengov_local.messages.numbers import read_measured

_SOURCE: Final = ("word.source",)
_COLON: Final = re.compile(r"\s?: ")
_RATIO: Final = re.compile(r"(?P<said>.+) \((?P<numerator>[^()/]+)/(?P<denominator>[^()/]+)\)")
_AMOUNT: Final = re.compile(r"(?P<number>[^\s%٪]+)(?:\u00a0(?P<unit>.+)|[\u00a0\u202f]?(?P<percent>[%٪]))?")
_QUOTED: Final = re.compile("[“«]\\s?[\u200e\u200f]*(?P<code>[A-Za-z0-9][A-Za-z0-9._-]{0,99})[\u200e\u200f]*\\s?[”»]")
_IN_BRACKETS: Final = re.compile(r"\((?P<said>.+)\)")
_UNSAID: Final = "?"


def figures(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Reads declared figures, one an item: `Projets : 5 — janvier 2025`; what is none is kept."""
    if not writing.own_form:
        return False
    for each in own_items(passage):
        _figure(writing, node, field, each, label)
    return True


def _figure(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> None:
    first, *below = passage.lines
    name, values = _named(first.text)
    if not values:
        writing.keep(node, passage, label)
        return
    there = writing.add(node, field, passage.piece)
    measure, words = _measured(name)
    writing.draft.put(there, "measure", measure or NO_MEASURE, passage.piece)
    if not measure:
        writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=there, field="measure", value=NO_MEASURE
        )
    if words:
        writing.put_text(there, "label", passage.of([Line(words)]))
    unit = values.pop("unit", "")
    for part, value in values.items():
        writing.draft.put(there, part, value, passage.piece)
    if unit:
        writing.put_text(there, "unit", passage.of([Line(unit)]))
    note, sources = _parted(below)
    if note:
        writing.put_text(there, "note", passage.of(note))
    for source in sources:
        citation(writing, writing.add(there, "sources", passage.piece), passage.of(source))


def _measured(name: str) -> tuple[str, str]:
    """Parts the measure of a figure from its words: `Participants — Femmes`; a measure without words is in brackets."""
    alone = _IN_BRACKETS.fullmatch(name)
    head, dash, words = (alone["said"] if alone else name).partition(BESIDE)
    code = _QUOTED.fullmatch(head)
    measure = code["code"] if code else words_of_measures().get(fold(head), "")
    if not measure or (dash and alone):
        return "", name
    return measure, words if dash or code or alone else name


def _named(line: str) -> tuple[str, dict[str, str]]:
    """Parts a figure into its name and its values, at the last colon that has values behind it."""
    for colon in reversed([*_COLON.finditer(line)]):
        name = line[: colon.start()].strip()
        if name and (values := _values(line[colon.end() :])):
            return name, values
    return "", {}


def _values(said: str) -> dict[str, str]:
    """Reads the numbers of a figure: `20 % (1/5) — 30 juin 2026`; {} where they are none."""
    found: dict[str, str] = {}
    before, dash, day = said.rpartition(" — ")
    if dash and (date := date_of(day)):
        found["as_of"], said = date, before
    if ratio := _RATIO.fullmatch(said):
        parts = {part: ratio[part].strip() for part in ("numerator", "denominator") if ratio[part] != _UNSAID}
        numbers = {part: read_measured(number) for part, number in parts.items()}
        if all(numbers.values()):
            found |= {part: number for part, number in numbers.items() if number}
            said = ratio["said"]
    amount = _AMOUNT.fullmatch(said)
    number = read_measured(amount["number"]) if amount else None
    if amount is None or number is None:
        return {}
    unit = amount["unit"] or amount["percent"]
    return found | {"value": number} | ({"unit": unit} if unit else {})


def _parted(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Parts the lines below a figure into those before the first source, and those of each source."""
    note: list[Line] = []
    sources: list[list[Line]] = []
    for line in lines:
        said = labelled(line.text, _SOURCE)
        if said is not None:
            sources.append([Line(said[1])])
        else:
            (sources[-1] if sources else note).append(Line(line.text))
    return note, sources
