"""Sums of money as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final, NamedTuple

from opengov_local import codelists
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.numerals import (
    NUMERAL,
    Numeral,
    number_of_cell,
    plain,
    plain_digits,
    read_numeral,
)
from opengov_local.importing.words.parted_sum import parted_sum
from opengov_local.importing.words.spelled_numbers import with_digits
from opengov_local.importing.words.tables import NO_WORDS, OwnWords, rows

AMBIGUOUS: Final = "import/number-ambiguous"
_CENT: Final = Decimal("0.01")
_TOO_LARGE: Final = Decimal(10) ** 15
_THREE_DECIMALS: Final = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""Currencies with three decimals (ISO 4217): “1,234” may be written in full there."""

_NUMERAL = re.compile(NUMERAL)
_SIGN = re.compile(r"[€$£]")
_FOREIGN = re.compile(r"[^\w\s€$£.,:;()\[\]*'’،٬٫]")
_SHILLINGS = re.compile(r"(?<=[0-9])\s?/[=-](?![0-9])")
"""The end of a sum without cents, as in East Africa: "300,000/="."""
_SHORT_TIMES = re.compile(r"(k|md|m)(.{2,})")
_TWICE: Final = re.compile(r"(?P<before>[^()]*?[^\s()])\s*\((?P<inside>[^()]+)\)\s*(?P<behind>[^()]*)")
"""A text with brackets in it."""
_LONGEST: Final = 3
"""Words of the longest entry of the table."""
_LONGEST_TEXT: Final = 120
"""Characters of a text that may be a sum and no sentence."""


_NOUNS: Final = frozenset({"currency", "shared"})
"""Kinds of words that name money; the word for a country beside them tells which: "pesos chilenos"."""


@dataclass(frozen=True, slots=True)
class AmountReading:
    """A sum of money.

    Attributes:
        value: the sum in whole units, as `MoneyValue`; None where the text is no single sum.
        currency: its currency, ISO 4217; None where nobody says it: the caller keeps the text then.
        notes: what was decided.
        parted: whether the text goes on with how much of the sum is whose, or how sure it is; the caller keeps the text
            beside it.
    """

    value: str | None = None
    currency: str | None = None
    notes: tuple[Note, ...] = ()
    parted: bool = False


class _Word(NamedTuple):
    kind: str
    value: str


@dataclass
class _Said:
    """What the words around the number say."""

    times: Decimal = Decimal(1)
    count: Decimal | None = None
    currencies: tuple[str, ...] = ()
    subunit: bool = False
    tax: str = ""
    kinds: list[str] = field(default_factory=list)


def read_amount(
    value: str | int | float | Decimal, currency_hint: str | None = None, *, words: OwnWords = NO_WORDS
) -> AmountReading:
    """Reads a sum of money: one number, and words for currency, thousands and millions, and taxes; nothing else.

    Args:
        value: the text or the number of a cell.
        currency_hint: the currency, ISO 4217, where the text names none: that of the heading, or of the country.
        words: a council's own words, kind `currency`.

    Returns:
        The sum, or one without value where the text is no single sum (“Entre 200 et 500”, “À définir”, “environ 500”).
        A sum with parts of it (“500 000 DH (dont INDH : 200 000)”) is the sum.
    """
    if not isinstance(value, str):
        numeral = number_of_cell(value)
        return _amount(numeral, _Said(), currency_hint, plain(numeral.value)) if numeral else AmountReading()
    return _read(value, currency_hint, words)


def _read(value: str, currency_hint: str | None, words: OwnWords) -> AmountReading:
    """Reads a text as a sum; where that is no number in digits, as one in words."""
    read = _in_digits(value, currency_hint, words)
    if read.value is not None or read.notes or len(value) > _LONGEST_TEXT:
        return read
    if twice := _TWICE.fullmatch(value):
        if fold(twice["inside"]) in _remarks():
            return replace(_read(f"{twice['before']} {twice['behind']}".strip(), currency_hint, words), parted=True)
        return _said_twice(f"{twice['before']} {twice['behind']}", twice["inside"], currency_hint, words) or read
    digits = with_digits(value)
    return read if digits is None else _in_digits(digits, currency_hint, words)


def _said_twice(one: str, other: str, hint: str | None, words: OwnWords) -> AmountReading | None:
    """Reads a sum that brackets say again, as decisions do: "500 000 DH (cinq cent mille dirhams)"."""
    read = [_read(text.strip(), None, words) for text in (one, other)]
    values = {Decimal(each.value) for each in read if each.value is not None}
    named = {each.currency for each in read} - {None}
    if len(values) != 1 or any(each.value is None for each in read) or len(named) > 1:
        return None
    return replace(read[0], currency=next(iter(named), hint))


def _in_digits(value: str, currency_hint: str | None, words: OwnWords) -> AmountReading:
    text = _SHILLINGS.sub("", signs_as_codes(plain_digits(value)).strip())
    if (parted := parted_sum(text)) is not None:
        return _of_which(read_amount(parted.whole, currency_hint, words=words), " ".join(value.split()))
    negative = text.startswith("-") and text[1:2].isdecimal()
    text = text[1:] if negative else text
    if len(text) > _LONGEST_TEXT or _FOREIGN.search(text) or text.startswith(("(", "[")):
        return AmountReading()
    numbers = list(_NUMERAL.finditer(text))
    if len(numbers) > 1:
        return AmountReading()
    around = _NUMERAL.sub(" | ", text)
    said = _said(list(_tokens(around)), words)
    numeral = read_numeral(numbers[0][0]) if numbers else _in_words(said)
    if said is None or numeral is None or _is_no_sum(text, numbers[0][0] if numbers else "", said):
        return AmountReading()
    if negative:
        numeral = Numeral(-numeral.value, numeral.other, numeral.notes)
    return _amount(numeral, said, currency_hint, " ".join(value.split()))


def _of_which(whole: AmountReading, text: str) -> AmountReading:
    """Takes a sum for what a text says that goes on with its parts."""
    if whole.value is None:
        return whole
    return replace(
        whole, notes=(*whole.notes, note("import/amount-of-which", "info", text=text, value=whole.value)), parted=True
    )


def signs_as_codes(text: str) -> str:
    """Writes signs of one currency that hold letters or strokes as its code: "S/. 5 000" as "PEN 5 000"."""
    signs, codes = _signs()
    return signs.sub(lambda found: f" {codes[found[0]]} ", text)


def _is_no_sum(text: str, number: str, said: _Said) -> bool:
    """Tells of “05.2024”, of “500 m”, which are metres, and of a number said twice."""
    if number and (said.count is not None or re.match(r"0\d", number)):
        return True
    short = re.search(r"\bm\b", re.sub(r"\d", " ", text))
    return bool(short and not said.currencies)


def _in_words(said: _Said | None) -> Numeral | None:
    return Numeral(said.count) if said and said.count is not None and (said.currencies or said.subunit) else None


def _amount(numeral: Numeral, said: _Said, hint: str | None, text: str) -> AmountReading:
    notes = list(numeral.notes)
    currency = _currency(said, hint)
    if numeral.other is not None:
        if said.times != 1 or not _THREE_DECIMALS.isdisjoint((*said.currencies, currency)):
            return AmountReading(None, currency, (note(AMBIGUOUS, text=text),))
        notes.append(note("import/number-thousands", "info", text=text, value=plain(numeral.value)))
    exact = numeral.value * said.times
    value = exact.quantize(_CENT, ROUND_HALF_UP) if abs(exact) < _TOO_LARGE else exact
    if abs(value) >= _TOO_LARGE:
        return AmountReading(None, currency, (note("import/number-too-large", text=text),))
    if value != exact:
        notes.append(note("import/amount-rounded", text=text, value=plain(value)))
    if said.subunit:
        notes.append(note("import/amount-in-centimes", "info", text=text, value=plain(value)))
    if said.tax:
        notes.append(note("import/amount-tax", "info", text=text, tax=said.tax))
    as_written = value == exact == numeral.value and "." in str(exact)
    return AmountReading(f"{exact:f}" if as_written and _decimals(exact) <= 2 else plain(value), currency, tuple(notes))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _currency(said: _Said, hint: str | None) -> str | None:
    """Chooses among the currencies that the words name: dollars are told apart by the hint alone."""
    if not said.currencies:
        return hint
    if len(said.currencies) == 1:
        return said.currencies[0]
    return hint if hint in said.currencies else None


def _tokens(around: str) -> Iterator[str]:
    for part in re.split(r"([€$£|])", around):
        yield from (part,) if _SIGN.match(part) or part == "|" else fold(part).split()


def _said(tokens: list[str], own: OwnWords) -> _Said | None:
    """Reads the words around the number, the longest first; None where one is not known."""
    said, start = _Said(), 0
    while start < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - start), 0, -1):
            word = _word(" ".join(tokens[start : start + length]), own)
            if word and all(_take(said, one) for one in word):
                start += length
                break
        else:
            return None
    return said if "of_country" not in said.kinds or not _NOUNS.isdisjoint(said.kinds) else None


def _word(text: str, own: OwnWords) -> tuple[_Word, ...]:
    """Gives what a word says; “MDH” says two things."""
    if text == "|":
        return (_Word("place", ""),)
    if code := own.get(("currency", text)):
        return (_Word("currency", code),)
    if known := _words().get(text):
        return (known,)
    short = _SHORT_TIMES.fullmatch(text)
    currency = _words().get(short[2]) if short else None
    if short is None or currency is None or currency.kind != "currency":
        return ()
    return _Word("short", _words()[short[1]].value), currency


def _take(said: _Said, word: _Word) -> bool:
    """Takes a word in; False where it contradicts the others."""
    kind, value = word
    alone = "place" not in said.kinds and said.count is None
    said.kinds.append(kind)
    match kind:
        case "currency" | "shared" | "of_country":
            named = tuple(value.split())
            both = tuple(code for code in named if not said.currencies or code in said.currencies)
            said.currencies = both or named  # "$ 5.000 COP" says it twice, "5 € USD" contradicts itself
            return bool(both)
        case "subunit":
            times, _, currency = value.partition(" ")
            said.times *= Decimal(times)
            said.currencies = said.currencies or ((currency,) if currency else ())
            said.subunit = True
        case "short" | "times" | "times_one" if said.times != 1 and (kind == "short" or said.currencies):
            return said.times == Decimal(value)  # said again: “milliers de dirhams (KDH)”
        case "short" | "times" | "times_one":
            said.count = Decimal(1) if alone and kind == "times_one" else said.count
            said.times *= Decimal(value)
            return not alone or kind == "times_one"
        case "number" | "pair":
            said.count = Decimal(value)
            return alone
        case "tax":
            said.tax = value
    return True


@cache
def _signs() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Gives the signs that are no words, and the currency of each; "S/N" holds none of them."""
    codes = {row["word"]: row["value"] for row in rows("amount_words") if row["kind"] == "sign"}
    longest_first = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])(?<!/)(?:{longest_first})(?![^\W\d_])"), codes


@cache
def _words() -> Mapping[str, _Word]:
    known = {code.lower(): _Word("currency", code) for code in codelists.get("currency").codes}
    known |= {fold(row["word"]): _Word("of_country", row["currency"]) for row in rows("currency_adjectives")}
    return known | {fold(row["word"]) or row["word"]: _Word(row["kind"], row["value"]) for row in _of_words()}


@cache
def _remarks() -> frozenset[str]:
    """Gives the words behind a sum, in brackets, that say how sure it is: "(estimation)", "(à confirmer)"."""
    return frozenset(fold(row["word"]) for row in rows("amount_words") if row["kind"] == "remark")


def _of_words() -> Iterator[Mapping[str, str]]:
    return (row for row in rows("amount_words") if row["kind"] not in ("sign", "remark"))
