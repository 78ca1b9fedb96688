"""Fields of small objects: money, resources, indicators, files and addresses."""

from __future__ import annotations

import re
from itertools import takewhile

from opengov_local.formats.tables.columns.parallel_lists import lines_in
from opengov_local.formats.word.docx.own_form import parts, says_none
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_citations import cited
from opengov_local.formats.word.own.own_files import file
from opengov_local.formats.word.own.own_parties import party
from opengov_local.formats.word.texts.passages import Line, Passage, bare, own_items, uncounted, unlisted
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.measured_names import has_number_behind, measured
from opengov_local.formats.wording.words.own_parts import Parts, date_of, labelled
from opengov_local.formats.wording.words.percent_units import PERCENT, counts_percent, has_values
from opengov_local.formats.wording.words.small_tables import measure_of, year_of
from opengov_local.formats.wording.words.years_in_measures import are_measures, dated_behind, with_year
from opengov_local.importing.dates import DateContext, read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_codes, read_number
from opengov_local.messages.numbers import read_measured

_ADDRESS = re.compile(r"https?://[^\s<>\"«»()]+", re.IGNORECASE)
_UNIT = re.compile(r"\s*\(([%٪])\)$")
_LONGEST_DATED = 40
_BRACKETED = re.compile(r"\((.+)\)")
RESOURCES = {"human_resources": "human", "technical_resources": "technical", "financial_resources": "financial"}
"""Questions that ask for one kind of resource, with the code of the kind."""
MEASURES = {f"measure_{name}": name for name in ("baseline", "target", "values", "unit")}
"""Questions that ask for a measure of the indicator above them, with its field."""


def items(passage: Passage) -> list[Passage]:
    """Gives a passage for each of its items or, where there are none, for each of its lines."""
    return [passage.of([Line(line.text)]) for line in uncounted(passage.lines)]


def put_text(writing: Writing, node: Node, field: str, passage: Passage) -> None:
    """Puts words into a field of text, in their language."""
    writing.put_text(node, field, passage)


def resources(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts what is needed to do it, of a kind where the question or the item says which."""
    for each in own_items(passage) if writing.own_form else items(passage):
        there = writing.add(node, "resources", each.piece)
        kind, words = RESOURCES.get(field), each.text
        head, colon, rest = each.text.partition(":")
        said = read_codes(head.strip(), "resource_kind") if kind is None else None
        if said is not None and len(said.codes) == 1 and not said.rest:
            kind, words = said.codes[0], rest.strip() if colon else ""
        if kind:
            writing.draft.put(there, "kind", kind, each.piece)
        if words:
            put_text(writing, there, "description", each.of([Line(words)]))
    return True


# --- indicators


def indicators(writing: Writing, node: Node, _field: str, passage: Passage, _label: str) -> bool:
    """Puts what is measured, one indicator an item; lines below it say from where to where."""
    if writing.own_form:
        return _own_indicators(writing, node, passage)
    labels, there, first = Labels({}), None, len(node.data.get("indicators", []))
    for each in unlisted(items(passage)):
        said = labels.read(each.text)
        meaning = choose(said.meanings, ("indicator",)) if said and said.value else None
        if meaning is not None and there is not None and said is not None:
            measurement(writing, there, meaning.field, each.of([Line(said.value)]))
            continue
        there = _indicator(writing, node, each)
    named = node.data.get("indicators", [])[first:]
    writing.listed.update(id(each) for each in named if len(named) > 1)
    return True


def _indicator(writing: Writing, node: Node, passage: Passage) -> Node:
    """Adds an indicator by its name, behind which its unit, or from where to where it goes, may stand in brackets."""
    if (known := _named_before(writing, node, passage)) is not None:
        return known
    there = writing.add(node, "indicators", passage.piece)
    said = None if writing.own_form else measured(passage.text, measure_of)
    if said is not None and said.is_whole:
        put_text(writing, there, "name", passage.of([Line(said.name)]))
        for kind, label, value in said.measures:
            dated(measurement(writing, there, "values" if kind == "value" else kind, passage.of([Line(value)])), label)
        return there
    if said is not None or (not writing.own_form and has_number_behind(passage.text)):
        writing.draft.say("import/indicator-whole", passage.piece, node=there, text=passage.text)
    found = _UNIT.search(passage.text)
    put_text(writing, there, "name", passage.of([Line(passage.text[: found.start()] if found else passage.text)]))
    if found:
        put_text(writing, there, "unit", passage.of([Line(found[1])]))
    return there


def _named_before(writing: Writing, node: Node, passage: Passage) -> Node | None:
    """Gives the indicator of a name that was read before the commitment was named again; None where there is none."""
    held = node.data.get("indicators", []) if node.target in writing.named_again else []
    known = next((each for each in held if fold(passage.text) in map(fold, each.get("name", {}).values())), None)
    if known is None:
        return None
    writing.draft.used(passage.piece, writing.node_of(known), "name")
    return writing.node_of(known)


def _own_indicators(writing: Writing, node: Node, passage: Passage) -> bool:
    """Puts indicators as our form lists them: names are items where there are several, else values may be."""
    labels, listed = Labels({}), passage.lines[0].item
    there: Node | None = None
    field = label = ""
    for line in passage.lines:
        each = passage.of([Line(bare(line.text))])
        said = None if line.item else labels.read_own(each.text)
        if there is None or (listed and line.item):
            there, field, label = _indicator(writing, node, each), "", ""
        elif unit := labelled(each.text, ("word.unit",)):
            put_text(writing, there, "unit", each.of([Line(unit[1])]))
        elif said is not None and (said.value or each.text.endswith(":")):
            meaning = choose(said.meanings, ("indicator", "milestone"))
            field, label = meaning.field if meaning else "", said.label
            if said.value:
                _of_own_indicator(writing, there, field, each.of([Line(said.value)]), label)
        else:
            _of_own_indicator(writing, there, field, each, label)
    return True


def _of_own_indicator(writing: Writing, indicator: Node, field: str, passage: Passage, label: str) -> None:
    if field == "leads" and says_none(passage.text):
        writing.put_none(indicator, field, passage)
    elif field in MEASURES.values():
        own_measure(writing, indicator, field, passage)
    elif field == "leads":
        party(writing, writing.add(indicator, field, passage.piece), passage.text, passage)
    elif field == "schedule":
        put_text(writing, indicator, field, passage)
    elif field in ("due", "end") and (reading := read_date(passage.text)) and reading.start:
        writing.draft.put(indicator, "due", reading.start, passage.piece)
    else:
        writing.keep(indicator, passage, label or None)


def measure(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts from where to where the last indicator of an object goes, or its unit.

    Of several that one answer names, each has what stands at its place in a list of as many; else none has it.
    """
    there, name = node.data.get("indicators", []), MEASURES[field]
    if not there:
        writing.draft.say("import/measure-without-indicator", passage.piece, heading=label, text=passage.text)
        return False
    named = list(takewhile(lambda one: id(one) in writing.listed, reversed(there)))[::-1]
    lines = lines_in(passage.text, len(named)) if named and all(name not in one for one in named) else ()
    if lines and len(lines) == len(named) and (name == "unit" or are_measures(lines)):
        for one, line in zip(named, lines, strict=True):
            _put_measure(writing, writing.node_of(one), name, passage.of([Line(line)]), label)
        writing.draft.say("import/lists-side-by-side", passage.piece, severity="info", heading=label)
        return True
    if id(there[-1]) in writing.listed or (name in there[-1] and name != "values"):
        return False
    _put_measure(writing, writing.node_of(there[-1]), name, passage, label)
    return True


def _put_measure(writing: Writing, indicator: Node, name: str, passage: Passage, label: str) -> None:
    if name == "unit":
        put_text(writing, indicator, name, passage)
    else:
        dated(measurement(writing, indicator, name, passage), label)


def dated(measured: Node, label: str) -> None:
    """Gives a measure the year that its label names, "Cible 2027", where it has no date of its own."""
    year = year_of(label)
    if year is not None and "date" not in measured.data:
        measured.data["date"] = str(year)


def is_measure(text: str) -> bool:
    """Tells whether a text is a mere number or rate, or lists such: no people, but where indicators should arrive."""
    lines = lines_in(text)
    return all(map(_is_measure, lines)) if len(lines) > 1 else _is_measure(text)


def _is_measure(text: str) -> bool:
    return len(text) < _LONGEST_DATED and (
        (read_number(text).value is not None and len(text) < 12) or dated_behind(text, DateContext()) is not None
    )


def awaits(node: Node, measure: str, text: str) -> bool:
    """Tells whether a text is a measure of the last indicator of an object, which has none of that name so far."""
    there = node.data.get("indicators", [])
    return bool(there) and (measure not in there[-1] or measure == "values") and is_measure(text)


def measurement(writing: Writing, indicator: Node, field: str, passage: Passage) -> Node:
    """Puts a value: a number with its date where it is one, else the words."""
    there = writing.add(indicator, field, passage.piece)
    if writing.own_form:
        _own_measurement(writing, there, passage)
        return there
    if (when := with_year(passage.text, "") or dated_behind(passage.text, writing.context)) is not None:
        writing.draft.put(there, "date", when.year, passage.piece)
        _measured(writing, indicator, there, when.value, passage)
        return there
    said = parts(passage.text)
    if not said:
        return there
    reading = read_date(said[-1], writing.context) if len(said) > 1 else None
    if reading is not None and reading.kind == "date" and reading.start:
        writing.draft.put(there, "date", reading.start, passage.piece)
        said = said[:-1]
    _measured(writing, indicator, there, ", ".join(said), passage)
    return there


def _measured(writing: Writing, indicator: Node, there: Node, words: str, passage: Passage) -> None:
    """Puts a number, or a rate where the unit of the indicator is or can be the percentage; else the words."""
    number = read_number(words)
    is_rate, alone = number.unit == PERCENT and number.value is not None, id(indicator.data) in writing.in_percent
    can_be = "unit" not in indicator.data and not has_values(indicator)
    if is_rate and (can_be or counts_percent(indicator)):
        writing.draft.put(there, "value", number.value, passage.piece)
        writing.say(number.notes, passage.piece, there, "value")
        if can_be:
            writing.in_percent.add(id(indicator.data))
            put_text(writing, indicator, "unit", passage.of([Line(PERCENT)]))
    elif alone and number.value is not None and not number.unit:  # "0 %", then "12"
        put_text(writing, there, "text", passage.of([Line(words)]))
    else:
        _number_or_words(writing, there, words, passage)


def _own_measurement(writing: Writing, there: Node, passage: Passage) -> None:
    """Puts a value as our form writes it: `40, au moins, 2026, source : …`; a date alone stands in brackets."""
    said = Parts(cited(writing, there, passage.text, passage))
    alone = _BRACKETED.fullmatch(said.text)
    date = date_of(alone[1]) if alone else said.last(date_of) if len(said.said) > 1 else None
    if date is not None:
        writing.draft.put(there, "date", date, passage.piece)
    if alone and date:
        return
    if (measured := said.first(read_measured)) is not None:
        writing.draft.put(there, "value", measured, passage.piece)
        if said.text:
            put_text(writing, there, "text", passage.of([Line(said.text)]))
    elif said.text:
        _number_or_words(writing, there, said.text, passage)


def own_measure(writing: Writing, indicator: Node, field: str, passage: Passage) -> None:
    """Puts a value of an indicator as documents of ours write it, or that there are none."""
    if field == "values" and says_none(passage.text):
        writing.put_none(indicator, field, passage)
    else:
        _own_measurement(writing, writing.add(indicator, field, passage.piece), passage)


def _number_or_words(writing: Writing, there: Node, words: str, passage: Passage) -> None:
    number = read_number(words)
    fits = number.value is not None and not number.unit
    if fits:
        writing.draft.put(there, "value", number.value, passage.piece)
    else:
        put_text(writing, there, "text", passage.of([Line(words)]))
    if not writing.own_form and (fits or number.value is None):
        writing.say(number.notes, passage.piece, there, "value")


# --- files and addresses


def attachments(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts files and pages: the address where one stands there, and the words beside it."""
    for each in items(passage):
        there = writing.add(node, field, each.piece)
        if writing.own_form:
            file(writing, there, each)
            continue
        link = next((link for link in passage.links if link.text.strip() and link.text.strip() in each.text), None)
        written = _ADDRESS.search(each.text)
        url = written[0].rstrip(".,;،؛") if written else link.address if link else None
        words = each.text.replace(url, "").strip(" :-–—,;،()\n") if url and written else each.text
        if url and _ADDRESS.fullmatch(url):
            writing.draft.put(there, "url", url, each.piece)
        if words:
            put_text(writing, there, "title", each.of([Line(words)]))
    return True


def website(writing: Writing, node: Node, _field: str, passage: Passage, _label: str) -> bool:
    """Puts the address of a page."""
    written = _ADDRESS.fullmatch(passage.text.strip())
    url = written[0] if written else next((link.address for link in passage.links), "")
    return bool(_ADDRESS.fullmatch(url)) and writing.draft.put(node, "website", url, passage.piece)
