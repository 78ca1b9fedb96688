"""The text of a cell: how values of the model are written in one, and what a written cell says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from opengov_local import codelists
from opengov_local.codelists.folding import fold
from opengov_local.formats.workbook.names import SEPARATORS, Names, Unknown
from opengov_local.formats.workbook.tables import Column
from opengov_local.formats.workbook.wording import word
from opengov_local.importing.language import language_of
from opengov_local.importing.words.amount import read_amount
from opengov_local.importing.words.boolean import read_boolean
from opengov_local.importing.words.codes import nearest_name
from opengov_local.importing.words.folding import fold as fold_words
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.number import read_number
from opengov_local.importing.words.percent import read_percent
from opengov_local.importing.words.status import read_status, status_unknown
from opengov_local.importing.words.tables import NO_WORDS, OwnWords

ABSENT: Final = "—"
"""Stands in a list for an item that has no text in that language."""
LONGEST: Final = 32767
"""Characters of a cell (Excel's specifications and limits)."""
_CODE: Final = "code:"
_COMMAS: Final = re.compile("[,،]")
_UNHELD: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold or that programs change; a lone return becomes a line break."""
_WHOLE: Final = re.compile(r"-?[0-9]{1,15}")
_EXACT: Final = re.compile(r"-?[0-9]{1,15}(?:[.][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says.

    Attributes:
        values: the values as JSON has them; objects for parties.
        troubles: what it says besides that was not understood.
        notes: what was concluded.
        original: the word of a state that is not that of the code list.
        currency: the currency that an amount names.
    """

    values: tuple[Any, ...] = ()
    troubles: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    original: str | None = None
    currency: str | None = None


@dataclass(frozen=True)
class Speech:
    """In which words cells are written and read.

    Attributes:
        language: language of the workbook: labels of codes, names of objects.
        latin: language of names in Latin letters.
        names: the names of the objects.
        words: a council's own words.
    """

    language: str
    latin: str
    names: Names
    words: OwnWords = field(default_factory=lambda: NO_WORDS)


def tidy(text: str) -> str:
    """Gives a text as a cell can hold it: outer spaces and line ends tidied, U+FFFD for what no cell can hold."""
    return _UNHELD.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").strip())


def has_unheld(text: str) -> bool:
    """Tells whether a text has characters that no cell can hold."""
    return bool(_UNHELD.search(text.replace("\r", "\n")))


def holds(text: str) -> bool:
    """Tells whether a cell can hold a text just as it is."""
    return bool(text) and text == text.strip() and len(text) <= LONGEST and not _UNHELD.search(text)


def write(column: Column, value: Any, speech: Speech) -> str | None:
    """Writes a value, or a list of them, that stands in one cell.

    Returns:
        The text; None where reading it again would not give the same.
    """
    values = list(value) if column.many else [value]
    texts = [_written(column, each, speech) for each in values]
    known = [text for text in texts if text is not None]
    if not known or len(known) < len(texts):
        return None
    text = (";\u00a0" if column.kind == "party" else "; ").join(known) if column.many else known[0]
    if not holds(text):
        return None
    reading = read(column, text, speech)
    return text if list(reading.values) == values and not reading.troubles and not reading.original else None


def read(column: Column, text: str, speech: Speech) -> Reading:
    """Reads the text of a cell that holds no prose and no date."""
    parts = [part.strip() for part in SEPARATORS.split(text)] if column.many else [text.strip()]
    readings = [reading for part in parts if part for reading in _some(column, part, speech)]
    return Reading(
        tuple(value for reading in readings for value in reading.values),
        tuple(trouble for reading in readings for trouble in reading.troubles),
        tuple(said for reading in readings for said in reading.notes),
        next((reading.original for reading in readings if reading.original), None),
        next((reading.currency for reading in readings if reading.currency), None),
    )


def _some(column: Column, text: str, speech: Speech) -> list[Reading]:
    """Reads one part of a cell; of references and codes, commas part several where each is known."""
    whole = _one(column, text, speech)
    if not whole.troubles or not column.many or not _COMMAS.search(text):
        return [whole]
    parts = [_one(column, part.strip(), speech) for part in _COMMAS.split(text) if part.strip()]
    return [whole] if any(reading.troubles for reading in parts) else parts


def _written(column: Column, value: Any, speech: Speech) -> str | None:
    match column.kind:
        case "code":
            return _label(str(column.codelist), value, speech.language)
        case "reference":
            return speech.names.write(value, column.refers)
        case "party":
            return _party(value, speech)
        case "boolean":
            return word("yes" if value else "no", speech.language)
    return str(value)


def _party(party: Mapping[str, Any], speech: Speech) -> str | None:
    if len(party) != 1:
        return None
    ((name, value),) = party.items()
    if name in ("organization", "collectivity"):
        return speech.names.write(value, (name,))
    return next(iter(value.values())) if name == "name" and len(value) == 1 else None


def _one(column: Column, text: str, speech: Speech) -> Reading:
    match column.kind:
        case "code":
            reading = _read_code(str(column.codelist), text, speech.words)
        case "reference":
            reading = _read_reference(column, text, speech)
        case "party":
            reading = Reading((_read_party(text, speech),))
        case "boolean":
            reading = _read_boolean(text)
        case "integer":
            reading = _read_integer(column, text)
        case "number":
            reading = _read_number(column, text, speech.words)
        case _:
            reading = Reading((text,))
    return reading


def _read_party(text: str, speech: Speech) -> dict[str, Any]:
    found = speech.names.find(text, ("organization", "collectivity"))
    kind = None if isinstance(found, Unknown) else speech.names.kind(found)
    return {kind: found} if kind else {"name": {language_of(text, speech.latin): text}}


def _read_reference(column: Column, text: str, speech: Speech) -> Reading:
    found = speech.names.find(text, column.refers)
    if isinstance(found, str):
        return Reading((found,))
    return Reading((), (unknown(found),))


def unknown(name: Unknown) -> Note:
    """Says that a written name means no object, or several."""
    code = "import/reference-ambiguous" if name.candidates else "import/reference-unknown"
    return note(code, text=name.text)


def _read_boolean(text: str) -> Reading:
    said = read_boolean(text)
    return Reading((), (note("import/not-yes-or-no", text=text),)) if said is None else Reading((said,))


def _read_integer(column: Column, text: str) -> Reading:
    if _WHOLE.fullmatch(text):
        return Reading((int(text),))
    if column.bounds == (0, 100):
        percent = read_percent(text)
        if percent.value is not None:
            return Reading((percent.value,), notes=percent.notes)
        return Reading((), percent.notes or (note("import/number-unread", text=text),))
    number = read_number(text)
    if number.value is None or number.unit or not _WHOLE.fullmatch(number.value):
        return Reading((), (*number.notes, note("import/number-unread", text=text)))
    return Reading((int(number.value),), notes=number.notes)


def _read_number(column: Column, text: str, words: OwnWords) -> Reading:
    """Reads a decimal number, or a sum of money with its currency."""
    if _EXACT.fullmatch(text):
        return Reading((text,))
    if column.path[-2:-1] == ("amount",):
        amount = read_amount(text, words=words)
        if amount.value is not None and not amount.parted:
            return Reading((amount.value,), notes=amount.notes, currency=amount.currency)
        return Reading((), (*(() if amount.parted else amount.notes), note("import/number-unread", text=text)))
    number = read_number(text)
    if number.value is None or number.unit:
        return Reading((), (*number.notes, note("import/number-unread", text=text)))
    return Reading((number.value,), notes=number.notes)


def _read_code(name: str, text: str, words: OwnWords) -> Reading:
    known = codelists.get(name)
    if text.startswith(_CODE):
        return Reading((text.removeprefix(_CODE),))
    if own := words.get((name, fold_words(text))):
        return Reading((own,), original=text if name == "status" else None)
    if text in known:
        return Reading((text,))
    found = _codes_by_word(name).get(fold(text), frozenset())
    if len(found) == 1:
        (code,) = found
        labels = {fold(label) for label in known[code].labels.values()}
        return Reading((code,), original=None if fold(text) in labels else text)
    return _read_word(name, text, words)


def _read_word(name: str, text: str, words: OwnWords) -> Reading:
    """Reads a word that is no name of a code of a list, as people write states and currencies."""
    if name == "status":
        status = read_status(text, words=words)
        if status is None:
            return Reading((), (status_unknown(text),))
        return Reading((status.code,), notes=status.notes, original=status.original)
    if name == "currency" and (currency := read_amount(f"1 {text}", words=words).currency):
        return Reading((currency,))
    return Reading((), (note("import/code-unknown", text=text, list=name, suggestion=nearest_name(text, name)),))


def _label(name: str, code: str, language: str) -> str:
    known = codelists.get(name)
    if code not in known:
        return _CODE + code
    text = known.label(code, language)
    return text if not SEPARATORS.search(text) and _codes_by_word(name).get(fold(text)) == frozenset({code}) else code


@cache
def _codes_by_word(name: str) -> Mapping[str, frozenset[str]]:
    """Gives the codes that each word means: labels in all languages, else other names."""
    labels: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for entry in codelists.get(name):
        for text in entry.labels.values():
            labels.setdefault(fold(text), set()).add(entry.code)
        for text in entry.other_names:
            others.setdefault(fold(text), set()).add(entry.code)
    return {folded: frozenset(codes) for folded, codes in {**others, **labels}.items()}


def label_of(name: str, code: str, language: str) -> str:
    """Gives the word of a code as drop-downs show it."""
    return _label(name, code, language)


def write_texts(texts: Sequence[Mapping[str, str]]) -> dict[str, str] | None:
    """Writes a list of texts, one cell for each language and one line for each text.

    Returns:
        Language to text; None where reading them again would not give the same.
    """
    tags = list(dict.fromkeys(tag for text in texts for tag in text))
    cells = {}
    for tag in tags:
        lines = [text.get(tag, ABSENT) for text in texts]
        cells[tag] = "\n".join(lines) if len(lines) > 1 or not SEPARATORS.search(lines[0]) else f"{lines[0]}\n{ABSENT}"
    width = max((len(split_texts(cell)) for cell in cells.values()), default=0)
    for tag, cell in cells.items():
        cells[tag] = "\n".join([cell, *[ABSENT] * (width - len(split_texts(cell)))])
    if not cells or not all(holds(cell) for cell in cells.values()):
        return None
    again = pair_texts({tag: split_texts(cell) for tag, cell in cells.items()})
    return cells if again == [dict(text) for text in texts] else None


def split_texts(cell: str) -> list[str]:
    """Splits a cell of several texts: by line breaks where there are any, else by semicolons; `—` stays."""
    parts = cell.splitlines() if "\n" in cell.strip() else SEPARATORS.split(cell)
    return [part.strip() for part in parts if part.strip()]


def pair_texts(lines: Mapping[str, Sequence[str]]) -> list[dict[str, str]] | None:
    """Puts the texts of several languages together, line by line; None where their numbers differ."""
    if len({len(each) for each in lines.values()}) > 1:
        return None
    width = max((len(each) for each in lines.values()), default=0)
    paired = [{tag: each[row] for tag, each in lines.items() if each[row] != ABSENT} for row in range(width)]
    return [text for text in paired if text]
