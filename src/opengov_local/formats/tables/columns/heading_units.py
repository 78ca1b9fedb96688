"""Units of money that the heading of a column names."""

from __future__ import annotations

import re

from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.wording.words.units import UNTOLD, in_words, is_unit, said_once, sides_of
from opengov_local.importing.words import read_amount

_IN = re.compile(r"^(?:en|in)\s+|^ب(?=\S{4})", re.IGNORECASE)


RATE = "%"
"""The unit of columns of sums whose cells are shares of another sum: "Part de la commune (%)"."""


def own_words(column: Column) -> str:
    """Gives the words in which the unit of a column is looked for: its heading and its group."""
    return column.heading if column.group in column.heading else f"{column.heading} {column.group}"


def unit_of_heading(column: Column) -> tuple[str | None, str]:
    """Gives the currency that a heading names, and its words for thousands, or `RATE`: "(en MDH)", "(%)"."""
    named = unit_named(own_words(column))
    return named if any(named) or not any(sign in column.heading for sign in "%٪") else (None, RATE)


def unit_told(column: Column, above: str) -> tuple[str | None, str]:
    """Gives the currency and the words for thousands that a heading names, or those above its table."""
    currency, unit = unit_of_heading(column)
    if above and not unit and not re.search(r"[(\[]", own_words(column)):
        return read_amount(f"1 {above}").currency or currency, above
    return (None, UNTOLD) if is_contradicted(column, above) else (currency, unit)


def is_contradicted(column: Column, above: str) -> bool:
    """Tells whether a heading names a currency, "(DH)", and what stands above or below its table thousands of one."""
    currency, unit = unit_of_heading(column) if above else (None, "")
    bracketed = re.search(r"[(\[]", own_words(column)) is not None
    return bracketed and bool(currency) and not unit and read_amount(f"1 {above}").value not in (None, "1")


def unit_named(words: str) -> tuple[str | None, str]:
    """Gives the currency that words name, and those for thousands or millions; all of them where they contradict."""
    return _unit_in(in_words(words))


def _unit_in(words: str) -> tuple[str | None, str]:
    """Gives the currency that words name, and those for thousands or millions; all of them where they contradict."""
    brackets = re.findall(r"[(\[]((?:[^()\[\]]|[(\[][^()\[\]]*[)\]])+)[)\]]", words)
    tails = [words[found.start() :] for found in re.finditer(r"(?<=\s)(?=\S)", words)]
    parts = [_IN.sub("", part.strip(" )]")) for part in (*brackets, *tails, words, *words.split())]
    parts = [said_once(part) or part for part in parts]
    if doubtful := next((part for part in parts if said_once(part) and not is_unit(part)), "") or _doubtful(words):
        return None, doubtful
    read = [(part, read_amount(f"1 {part}")) for part in parts if len(part) > 1 or not part.isalpha()]
    currency = next((reading.currency for _, reading in read if reading.currency), None)
    unit = next((part for part, reading in read if reading.value not in (None, "1")), "")
    return currency, unit or next((part for part, _ in read if not currency and is_unit(part)), "")


def _doubtful(words: str) -> str:
    """Gives the units of a heading in several languages where they contradict: "Coût (DH) / Cost (EUR)"."""
    sides = sides_of(words)
    named = " / ".join(filter(None, (unit or currency for currency, unit in map(_unit_in, sides)))) if sides[1:] else ""
    return named if said_once(named) and not is_unit(said_once(named)) else ""
