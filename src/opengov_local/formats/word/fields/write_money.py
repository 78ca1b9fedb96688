"""What it costs and who pays: amounts with their currency, else the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from opengov_local.formats.paper.parties import BESIDE
from opengov_local.formats.word.docx.own_form import put_together, with_commas
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_budget import payers
from opengov_local.formats.word.own.own_dashes import has_dash, say_dash, without_marks
from opengov_local.formats.word.own.own_parties import concerned, party
from opengov_local.formats.word.own.write_things import items, put_text
from opengov_local.formats.word.texts.passages import Line, Passage, says_nothing
from opengov_local.formats.wording.headings.shared_currencies import of_country
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.own_parts import amount_of
from opengov_local.formats.wording.words.timed_labels import TimedLabel, timed
from opengov_local.formats.wording.words.units import in_words, said_once, sides_of
from opengov_local.importing.draft import Node
from opengov_local.importing.words import AmountReading, read_amount, with_unit
from opengov_local.importing.words.numerals import NUMERAL, plain_digits, read_numeral

_THOUSAND = 1000
_AT_END = re.compile(r"(?:\s(?:en|in)\s+|\s(?=ب)|\s?[:：/–-]\s*)([^:：()]{1,30})$", re.IGNORECASE)
_IN_LABEL = re.compile(r"[(\[]\s*(?:en\s+|in\s+|ب)?([^()\[\]]{1,25})[)\]]")


def budget(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts what it costs, item by item: an amount with its currency, else the words."""
    said = items(passage)
    plain = all(read_under(writing, each.text, label).value is not None for each in said)
    paid = _of_funders(writing, node, len(said)) if plain else []
    if len(paid) > 1:
        writing.draft.say("import/lists-side-by-side", passage.piece, heading=label)
    for at, each in enumerate(said):
        line = _said_before(writing, node, each, label) if len(said) == 1 else None
        line = line or (paid[at] if paid else None) or writing.add(node, "budget", each.piece)
        _year(line, label)
        if amount(writing, line, each.text, each, label):
            continue
        head, colon, rest = each.text.partition(":")
        if colon and not names_amount(head) and amount(writing, line, rest.strip(), each, label):
            put_text(writing, line, "label", each.of([Line(head.strip())]))
        elif not (writing.own_form and _own_budget(writing, line, each)):
            put_text(writing, line, "text", each)
            if not writing.own_form:
                say_amount_unread(writing, line, each, label)
    return True


def _names_year(label: str) -> bool:
    return _timed(label) is not None


def _timed(label: str) -> TimedLabel | None:
    return timed(re.sub(r"\s*[(][^()]*[)]\s*$", "", label)) or timed(label)


def _year(line: Node, label: str) -> None:
    """Puts the year that a label ends with: "Budget 2025", "Coût 2025 (DH)"."""
    there = _timed(label)
    if there is not None and len(there.reading.start or "") == len("2025") and not there.reading.end:
        line.data["year"] = there.year


def say_amount_unread(writing: Writing, line: Node, passage: Passage, label: str) -> None:
    """Says why an amount is kept in its words: no single number, one of two readings, or nobody names its currency."""
    reading = read_under(writing, passage.text, label)
    if reading.value is None and reading.notes:
        writing.say(reading.notes, passage.piece, line, "text")
        return
    unread = read_amount(passage.text, words=writing.words).value is None
    code = "import/amount-in-words" if unread else "import/currency-unknown"
    writing.draft.say(code, passage.piece, severity="info", node=line, heading=label, text=passage.text)


def names_amount(words: str) -> bool:
    """Tells whether words in front of a colon hold an amount themselves, and so are no label of the one behind it."""
    plain = plain_digits(words)
    for number in re.finditer(NUMERAL, plain):
        numeral, behind = read_numeral(number[0]), plain[number.end() :].split()
        if numeral is not None and numeral.value >= _THOUSAND and not re.fullmatch("(?:19|20)[0-9]{2}", number[0]):
            return True
        if behind and read_amount(f"1 {behind[0]}").currency is not None:
            return True
    return False


def _said_before(writing: Writing, node: Node, passage: Passage, label: str) -> Node | None:
    """Gives the line of a budget that is said again: in a "Récapitulatif budgétaire", a fiche behind a table.

    The line has an amount and nothing else, and stands in another table, in the text if this one is in a table, or
    before its project was named again. Another amount in its place contradicts it, which putting it there says. Rows
    of one table are lines of their own, however much they are alike, and so are years.
    """
    reading, place = read_under(writing, passage.text, label), passage.piece.place
    if reading.value is None or (place.kind != "cell" and _names_year(label)):
        return None
    again = writing.named_again.get(node.target)
    for data in node.data.get("budget", []):
        there = writing.node_of(data).places.get("", place)
        elsewhere = (there.kind, there.part) != (place.kind, place.part)
        if place.kind != "cell" and there.kind != "cell":
            elsewhere = again is not None and again.kind == there.kind and int(there.part or 0) < int(again.part or 0)
        if elsewhere and data.keys() == {"amount"} and data["amount"]["currency"] == reading.currency:
            return writing.node_of(data)
    return None


def _of_funders(writing: Writing, node: Node, count: int) -> list[Node]:
    """Gives the lines that name a funder each and no amount, where these are all of the budget and as many as sums."""
    lines = node.data.get("budget", [])
    fit = not writing.own_form and len(lines) == count and all(line.keys() == {"funder"} for line in lines)
    return list(map(writing.node_of, lines)) if fit else []


def amount(writing: Writing, line: Node, text: str, passage: Passage, label: str) -> bool:
    """Puts an amount; a currency or unit that the text lacks is taken from its label: "(DH)", "en DH"."""
    if writing.own_form and (own := amount_of(text)) is not None:
        for field, said in zip(("value", "currency"), own, strict=True):
            writing.draft.put(line, f"amount.{field}", said, passage.piece)
        return True
    reading = read_under(writing, text, label)
    if reading.value is None or reading.currency is None:
        return False
    writing.say(reading.notes, passage.piece, line, "amount")
    held = line.data.get("amount", {}).get("value", reading.value)
    value = held if Decimal(held) == Decimal(reading.value) else reading.value  # "20000" and "20000.00" are the same
    writing.draft.put(line, "amount.value", value, passage.piece)
    writing.draft.put(line, "amount.currency", reading.currency, passage.piece)
    if writing.country and _under_label(writing, text, label)[0].currency is None:
        writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=line, field="amount", value=reading.currency
        )
    if reading.parted:
        put_text(writing, line, "text", passage.of([Line(text)]))
    return True


def read_under(writing: Writing, text: str, label: str) -> AmountReading:
    """Reads an amount whose currency or unit the text or its label names, else the country for a shared word."""
    reading, said = _under_label(writing, text, label)
    return of_country(reading, said, writing.country, writing.words)


def _under_label(writing: Writing, text: str, label: str) -> tuple[AmountReading, str]:
    """Reads an amount whose currency or unit the text or its label names; gives it with the words it was read from."""
    reading = read_amount(text, words=writing.words)
    unit = _unit_of(label) if reading.currency is None else ""
    said = with_unit(text, unit) if unit else text
    return (read_amount(said, words=writing.words) if unit else reading), said


def _unit_of(label: str) -> str:
    """Gives the unit that a label names; of one in several languages all that they name, where they contradict."""
    named = [unit for side in sides_of(label) if (unit := _unit_in(side))]
    known = " / ".join(filter(None, map(said_once, map(in_words, named))))
    return said_once(known) or next(iter(named), "")


def _unit_in(label: str) -> str:
    """Gives the unit that a label names in brackets, or behind "en" at its end; "" where it names none."""
    unit = _IN_LABEL.search(label)
    if unit is not None:
        return unit[1]
    behind = _AT_END.search(label)
    return said_once(in_words(behind[1].strip())) if behind is not None else ""


def _own_budget(writing: Writing, line: Node, passage: Passage) -> bool:
    """Reads a line as our form writes it: `Hébergement, 150000.00 MAD, 2025`, with words in place of the amount too."""
    words = list[tuple[str, str]]()
    told = with_commas(payers(writing, line, passage.text, passage))
    for_what = BESIDE in passage.text or any(amount_of(part.strip()) for _, part in told)
    for number, said in enumerate(told):
        part = said[1].strip()
        piece = passage.of([Line(part)])
        said_of = Labels({}).read(part) if number or not for_what else None  # what it is for stands first
        if number and re.fullmatch("[12][0-9]{3}", part):
            writing.draft.put(line, "year", int(part), passage.piece)
        elif said_of and said_of.value and (asked := choose(said_of.meanings, ("milestone",))):
            about = piece.of([Line(said_of.value)])
            if asked.field == "funder":
                party(writing, writing.add(line, "funder", passage.piece), about.text, passage)
            elif asked.field == "collectivities":
                concerned(writing, line, asked.field, about, said_of.label)
            else:
                writing.keep(line, about, said_of.label)
        elif amount(writing, line, part, piece, ""):
            _words_of_budget(writing, line, "label", words, passage)
            words = []
        else:
            words.append(said)
    if "amount" in line.data or not words:
        _words_of_budget(writing, line, "text", words, passage)
        return True
    for field, text in own_words(put_together(words)):
        if has_dash(passage.text, text):
            say_dash(writing, line, field, text, passage)
        put_text(writing, line, field, passage.of([Line(text)]))
    return True


def own_words(text: str) -> list[tuple[str, str]]:
    """Parts what a line of a budget is for from the words in place of an amount, as our own documents write them.

    `Entretien — selon les besoins` has a dash of ours between them: a comma may be one of the words.
    """
    label, dash, words = text.partition(BESIDE)
    found = [("label", label), ("text", words)] if dash else [("text", text)]
    return [(field, without_marks(each)) for field, each in found if not says_nothing(each)]


def _words_of_budget(
    writing: Writing, line: Node, field: str, words: Sequence[tuple[str, str]], passage: Passage
) -> None:
    if words:
        put_text(writing, line, field, passage.of([Line(put_together(words))]))
