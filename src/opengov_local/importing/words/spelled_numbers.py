"""Numbers in words: "un million et demi", "cent mille", «مليونان ونصف المليون», «مائة ألف»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.tables import rows

_TEN, _HUNDRED, _SCORE = Decimal(10), Decimal(100), Decimal(20)
_FOUR: Final = Decimal(4)
_AND: Final = "و"
_MOST_WORDS: Final = 20


class _Word(NamedTuple):
    kind: str
    value: Decimal


def with_digits(text: str) -> str | None:
    """Gives a text with the first number that its words say in digits: "un million et demi DH" is "1500000 DH".

    Returns:
        None where no word says thousands or more, or the words are no single number.
    """
    words = text.split()
    if len(words) > _MOST_WORDS:
        return None
    read = [_read(word) for word in words]
    first = next((at for at, found in enumerate(read) if found), len(words))
    end = next((at for at in range(first, len(words)) if not read[at]), len(words))
    while end > first and read[end - 1][-1].kind == "and":
        end -= 1
    said = [word for found in read[first:end] for word in found if word.kind != "filler"]
    value = _value(said) if len(said) > 1 else None
    return None if value is None else " ".join([*words[:first], f"{value.normalize():f}", *words[end:]])


def _read(word: str) -> tuple[_Word, ...]:
    """Gives what the parts of a word say; () where it is no part of a number: "cinquante-deux", «ونصف»."""
    if word.isdecimal() and len(word) <= 4:
        return (_Word("digits", Decimal(word)),)
    found: list[_Word] = []
    for part in fold(word).split():
        known = _words().get(part)
        bare = part.removeprefix(_AND)
        if known is None and bare != part:
            found.append(_Word("and", Decimal(0)))
            known = _words().get(bare)
        if known is None and bare.startswith("ال") and (behind := _words().get(bare[2:])) and behind.kind == "times":
            known = behind._replace(kind="again")
        if known is None:
            return ()
        found.append(known)
    return tuple(found)


def _value(said: Sequence[_Word]) -> Decimal | None:
    """Gives the number that words say; None where they contradict each other, or say no thousands."""
    number = _Number()
    fits = all(number.take(word, before) for word, before in zip(said, [None, *said], strict=False))
    return number.total + number.current if fits and number.last and not number.linked else None


@dataclass
class _Number:
    """A number while its words are read.

    Attributes:
        total: what is said of thousands and more.
        current: what is said below thousand since then.
        last: the last thousands or millions, 0 without any.
        part: a half or quarter of what stands before it, or of what follows at the beginning.
        linked: whether the last word was "et", «و».
    """

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    last: Decimal = Decimal(0)
    part: Decimal = Decimal(0)
    linked: bool = False

    def take(self, word: _Word, before: _Word | None) -> bool:
        """Takes a word in; False where it contradicts the others."""
        kind, value = word
        fits = True
        if kind == "and":
            self.linked = True
            return True
        if kind == "part":
            fits = self._take_part(value)
        elif before is not None and before.kind == "part" and kind in ("times", "again") and self.last:
            fits = value == self.last  # said again: «مليونان ونصف المليون»
        elif kind in ("times", "pair"):
            fits = self._take_times(kind, value)
        else:
            grown = _grown(self.current, kind, value, first=before is None, linked=self.linked)
            fits = grown is not None and not self.part
            self.current = grown or self.current
        self.linked = False
        return fits

    def _take_part(self, value: Decimal) -> bool:
        if self.part:
            return False
        if self.last:
            fits, self.part = self.linked and not self.current, value * self.last
            self.total += self.part
        elif self.linked:  # "one and a half million"
            fits, self.current = self.current > 0, self.current + value
        else:
            fits, self.part, self.current = self.current <= 1, value, Decimal(0)
        return fits

    def _take_times(self, kind: str, value: Decimal) -> bool:
        if (self.last and value >= self.last) or (kind == "pair" and self.current):
            return False
        if self.part:
            fits, count = not self.last and kind == "times", self.part
        else:
            fits, count = True, Decimal(2) if kind == "pair" else max(self.current, Decimal(1))
        self.total += count * value
        self.current, self.last = Decimal(0), value
        return fits


def _grown(current: Decimal, kind: str, value: Decimal, *, first: bool, linked: bool) -> Decimal | None:
    """Gives a number below thousand with a further word: "quatre" and "vingt" are 80, "cent" and "deux" are 102."""
    if kind == "digits":
        return value if first else None
    if kind == "hundred":
        return max(current, Decimal(1)) * value if current < _TEN else None
    if value == _SCORE and current % _HUNDRED == _FOUR:
        return current - _FOUR + _FOUR * _SCORE
    if not current or value < _TEN <= current or current >= _HUNDRED > value or value < _HUNDRED <= current:
        return current + value
    teen, unit = _TEN <= value < _SCORE, current < _TEN <= value < _HUNDRED
    if (teen and current % _HUNDRED in (60, 80)) or (unit and (linked or value == _TEN)):
        return current + value  # "soixante-dix", «خمسة وعشرون»
    return None


@cache
def _words() -> dict[str, _Word]:
    return {fold(row["word"]): _Word(row["kind"], Decimal(row["value"] or 0)) for row in rows("spelled_numbers")}
