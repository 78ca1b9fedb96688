"""Fields of small objects: money, resources, indicators, files and addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from opengov_local.formats.tables.units import in_words, said_once
from opengov_local.formats.word.labels import Labels, choose
from opengov_local.formats.word.own_files import file
from opengov_local.formats.word.own_form import parts, says_none
from opengov_local.formats.word.own_parties import concerned, party
from opengov_local.formats.word.own_parts import amount_of
from opengov_local.formats.word.own_wording import own_labels
from opengov_local.formats.word.passages import Line, Passage, bare, is_item, numbered
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.words import AmountReading, fold, read_amount, read_codes, read_number
from opengov_local.messages.numbers import read_measured

_ADDRESS = re.compile(r"https?://[^\s<>\"«»()]+", re.IGNORECASE)
_UNIT = re.compile(r"\s*\(([^()]{1,20})\)$")
_AT_END = re.compile(r"(?:\s(?:en|in)\s+|\s(?=ب)|\s?[:：/–-]\s*)([^:：()]{1,30})$", re.IGNORECASE)
_IN_LABEL = re.compile(r"[(\[]\s*(?:en\s+|in\s+|ب)?([^()\[\]]{1,25})[)\]]")
RESOURCES = {"human_resources": "human", "technical_resources": "technical", "financial_resources": "financial"}
"""Questions that ask for one kind of resource, with the code of the kind."""
MEASURES = {f"measure_{name}": name for name in ("baseline", "target", "values", "unit")}
"""Questions that ask for a measure of the indicator above them, with its field."""


def items(passage: Passage) -> list[Passage]:
    """Gives a passage for each of its items or, where there are none, for each of its lines."""
    lines = (Line(numbered(bare(line.text))[1] if is_item(line) else line.text) for line in passage.lines)
    return [passage.of([line]) for line in lines]


def put_text(writing: Writing, node: Node, field: str, passage: Passage) -> None:
    """Puts words into a field of text, in their language."""
    for language, words in writing.texts(passage):
        writing.draft.put(node, field, words, passage.piece, language=language)


# --- money


def budget(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts what it costs, item by item: an amount with its currency, else the words."""
    said = items(passage)
    for each in said:
        line = (_said_before(writing, node, each, label) or _of_funder(writing, node)) if len(said) == 1 else None
        line = line or writing.add(node, "budget", each.piece)
        if amount(writing, line, each.text, each, label):
            continue
        head, colon, rest = each.text.partition(":")
        if colon and amount(writing, line, rest.strip(), each, label):
            put_text(writing, line, "label", each.of([Line(head.strip())]))
        elif not (writing.own_form and _own_budget(writing, line, each)):
            put_text(writing, line, "text", each)
            if read_amount(each.text, words=writing.words).value is not None and not writing.own_form:
                writing.draft.say(
                    "import/currency-unknown", each.piece, severity="info", node=line, heading=label, text=each.text
                )
    return True


def _said_before(writing: Writing, node: Node, passage: Passage, label: str) -> Node | None:
    """Gives the line of a budget that a table says again: "Récapitulatif budgétaire" behind the projects.

    The line has an amount and nothing else, and stands in the text or in another table. Another amount in its place
    contradicts it, which putting it there says. Rows of one table are lines of their own, however much they are alike.
    """
    reading, place = _read_under(writing, passage.text, label), passage.piece.place
    if reading.value is None or place.kind != "cell":
        return None
    for data in node.data.get("budget", []):
        there = writing.node_of(data).places.get("", place)
        elsewhere = (there.kind, there.part) != (place.kind, place.part)
        if elsewhere and data.keys() == {"amount"} and data["amount"]["currency"] == reading.currency:
            return writing.node_of(data)
    return None


def _of_funder(writing: Writing, node: Node) -> Node | None:
    """Gives the line that names a funder and no amount, where it is the only one of the budget."""
    lines = node.data.get("budget", [])
    return writing.node_of(lines[0]) if len(lines) == 1 and lines[0].keys() == {"funder"} else None


def amount(writing: Writing, line: Node, text: str, passage: Passage, label: str) -> bool:
    """Puts an amount; a currency or unit that the text lacks is taken from its label: "(DH)", "en DH"."""
    if writing.own_form and (own := amount_of(text)) is not None:
        for field, said in zip(("value", "currency"), own, strict=True):
            writing.draft.put(line, f"amount.{field}", said, passage.piece)
        return True
    reading = _read_under(writing, text, label)
    if reading.value is None or reading.currency is None:
        return False
    writing.say(reading.notes, passage.piece, line, "amount")
    held = line.data.get("amount", {}).get("value", reading.value)
    value = held if Decimal(held) == Decimal(reading.value) else reading.value  # "20000" and "20000.00" are the same
    writing.draft.put(line, "amount.value", value, passage.piece)
    writing.draft.put(line, "amount.currency", reading.currency, passage.piece)
    return True


def _read_under(writing: Writing, text: str, label: str) -> AmountReading:
    reading = read_amount(text, words=writing.words)
    unit = _unit_of(label) if reading.currency is None else ""
    return read_amount(f"{text} {unit}", words=writing.words) if unit else reading


def _unit_of(label: str) -> str:
    """Gives the unit that a label names in brackets, or behind "en" at its end; "" where it names none."""
    unit = _IN_LABEL.search(label)
    if unit is not None:
        return unit[1]
    behind = _AT_END.search(label)
    return said_once(in_words(behind[1].strip())) if behind is not None else ""


def _own_budget(writing: Writing, line: Node, passage: Passage) -> bool:
    """Reads a line as our form writes it: `Hébergement, 150000.00 MAD, 2025`, with words in place of the amount too."""
    said, words = parts(passage.text), list[str]()
    for number, part in enumerate(said):
        piece = passage.of([Line(part)])
        if number and re.fullmatch("[12][0-9]{3}", part):
            writing.draft.put(line, "year", int(part), passage.piece)
        elif (said_of := Labels({}).read(part)) and said_of.value and choose(said_of.meanings, ("milestone",)):
            about = piece.of([Line(said_of.value)])
            asked = choose(said_of.meanings, ("milestone",))
            if asked is not None and asked.field == "funder":
                party(writing, writing.add(line, "funder", passage.piece), about.text, passage)
            elif asked is not None and asked.field == "collectivities":
                concerned(writing, line, asked.field, about, said_of.label)
            else:
                writing.keep(line, about, said_of.label)
        elif amount(writing, line, part, piece, ""):
            _words_of_budget(writing, line, "label", words, passage)
            words = []
        else:
            words.append(part)
    named = "amount" not in line.data and len(words) > 1
    _words_of_budget(writing, line, "label", words[: int(named)], passage)
    _words_of_budget(writing, line, "text", words[int(named) :], passage)
    return True


def _words_of_budget(writing: Writing, line: Node, field: str, words: Sequence[str], passage: Passage) -> None:
    if words:
        put_text(writing, line, field, passage.of([Line(_joined(words, passage))]))


def _joined(words: Sequence[str], passage: Passage) -> str:
    """Puts parts of a line together again, with the comma of its language."""
    return ("، " if "،" in passage.text else ", ").join(words)


_AMOUNT = re.compile(r"[0-9٠-٩]{3,}|[0-9٠-٩]\s*%")


def funder(writing: Writing, node: Node, _field: str, passage: Passage, _label: str) -> bool:
    """Puts who pays: for the one line of the budget, else on a line of its own."""
    if _AMOUNT.search(passage.text):
        return False  # how the cost is shared out: which amount is whose is not for a guess
    lines = node.data.get("budget", [])
    line = writing.node_of(lines[0]) if len(lines) == 1 and "funder" not in lines[0] else None
    there = writing.add(line or writing.add(node, "budget", passage.piece), "funder", passage.piece)
    put_text(writing, there, "name", passage)
    return True


def resources(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts what is needed to do it, of a kind where the question or the item says which."""
    for each in items(passage):
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
    labels, there = Labels({}), None
    for each in items(passage):
        said = labels.read(each.text)
        meaning = choose(said.meanings, ("indicator",)) if said and said.value else None
        if meaning is not None and there is not None and said is not None:
            measurement(writing, there, meaning.field, each.of([Line(said.value)]))
            continue
        there = _indicator(writing, node, each, unit=each.text.endswith(("(%)", "(٪)")))
    return True


def _indicator(writing: Writing, node: Node, passage: Passage, *, unit: bool) -> Node:
    """Adds an indicator by its name, behind which its unit may stand in brackets."""
    there = writing.add(node, "indicators", passage.piece)
    found = _UNIT.search(passage.text) if unit else None
    put_text(writing, there, "name", passage.of([Line(passage.text[: found.start()] if found else passage.text)]))
    if found:
        put_text(writing, there, "unit", passage.of([Line(found[1])]))
    return there


def _own_indicators(writing: Writing, node: Node, passage: Passage) -> bool:
    """Puts indicators as our form lists them: names are items where there are several, else values may be."""
    labels, listed = Labels({}), passage.lines[0].item
    there: Node | None = None
    field = label = ""
    for line in passage.lines:
        each = passage.of([Line(bare(line.text))])
        said = None if line.item else labels.read(each.text)
        if there is None or (listed and line.item):
            there, field, label = _indicator(writing, node, each, unit=True), "", ""
        elif said is not None and (said.value or each.text.endswith(":")):
            meaning = choose(said.meanings, ("indicator", "milestone"))
            field, label = meaning.field if meaning else "", said.label
            if said.value:
                _of_own_indicator(writing, there, field, each.of([Line(said.value)]), label)
        else:
            _of_own_indicator(writing, there, field, each, label)
    return True


def _of_own_indicator(writing: Writing, indicator: Node, field: str, passage: Passage, label: str) -> None:
    if field == "values" and says_none(passage.text):
        indicator.data.setdefault(field, [])
        writing.draft.used(passage.piece, indicator, field)
    elif field in MEASURES.values():
        measurement(writing, indicator, field, passage)
    elif field == "leads":
        party(writing, writing.add(indicator, field, passage.piece), passage.text, passage)
    elif field == "schedule":
        put_text(writing, indicator, field, passage)
    elif field in ("due", "end") and (reading := read_date(passage.text)) and reading.start:
        writing.draft.put(indicator, "due", reading.start, passage.piece)
    else:
        writing.keep(indicator, passage, label or None)


def measure(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts from where to where the one indicator of an object goes, or its unit; of several, nobody says which."""
    there = node.data.get("indicators", [])
    name = MEASURES[field]
    if len(there) != 1 or (name in there[0] and name != "values"):
        return False
    indicator = writing.node_of(there[0])
    if name == "unit":
        put_text(writing, indicator, name, passage)
    else:
        measurement(writing, indicator, name, passage)
    return True


def is_measure(text: str) -> bool:
    """Tells whether a text is a mere number or rate: no group of people, but where an indicator should arrive."""
    return read_number(text).value is not None and len(text) < 12


def awaits_baseline(node: Node, text: str) -> bool:
    """Tells whether a text is the baseline of the last indicator of an object, which has none so far."""
    there = node.data.get("indicators", [])
    return bool(there) and "baseline" not in there[-1] and is_measure(text)


def measurement(writing: Writing, indicator: Node, field: str, passage: Passage) -> Node:
    """Puts a value: a number with its date where it is one, else the words."""
    there = writing.add(indicator, field, passage.piece)
    said = parts(passage.text)
    if writing.own_form and (source := next((at for at, part in enumerate(said) if at and _is_source(part)), 0)):
        writing.keep(indicator, passage.of([Line(_joined(said[source:], passage))]))
        said = said[:source]
    reading = read_date(said[-1], writing.context) if len(said) > 1 else None
    if reading is not None and reading.kind == "date" and reading.start:
        writing.draft.put(there, "date", reading.start, passage.piece)
        said = said[:-1]
    if writing.own_form and said and (measured := read_measured(said[0])) is not None:
        writing.draft.put(there, "value", measured, passage.piece)
        said = said[1:]
        if not said:
            return there
    words = _joined(said, passage) if writing.own_form else ", ".join(said)
    number = read_number(words)
    if number.value is not None and not number.unit and "value" not in there.data:
        writing.draft.put(there, "value", number.value, passage.piece)
    else:
        put_text(writing, there, "text", passage.of([Line(words)]))
    return there


@cache
def _sources() -> frozenset[str]:
    return frozenset(fold(text) for it in own_labels() if it.key == "word.source" for text in it.texts.values())


def _is_source(part: str) -> bool:
    """Tells whether a part of a line names where a value is from, as our form writes it."""
    return fold(re.split("[:：]", part, maxsplit=1)[0]) in _sources() and ":" in part


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
