"""How much decoded text looks like French and Arabic: what letters beyond ASCII stand beside each other in words."""

from __future__ import annotations

import re
from typing import Final

_ARABIC: Final = frozenset(map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B), 0x6A4, 0x6AD, 0x6AF, 0x67E)))
_ARABIC_OTHER: Final = frozenset("ـًٌٍَُِّْ،؛؟")
_LAST_ONLY: Final = frozenset("ةى")
_FRENCH: Final = frozenset("éèêëàâçîïôûü")
_FRENCH_CAPITALS: Final = frozenset("ÉÈÊËÀÂÇÎÏÔÛÜ")
_SPANISH: Final = frozenset("áíóúñãõäöÁÍÓÚÑÄÖ")
_AFTER_OE: Final = frozenset("uitUIT")  # cœur, œil, fœtus
_PAIRS: Final = frozenset("éëèê")
_SIGNS: Final = frozenset("«»’‘“”–—…°€•·\xa0²§№")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")


def shapeliness(text: str) -> float:
    """Rates text that may be decoded wrongly.

    Returns:
        A sum over all characters that are not ASCII: about 1 for each in words as French and Arabic write them, below
        0 for what wrong code pages make of them.
    """
    return sum(_word(found[0]) for found in _WORD.finditer(text) if not found[0].isascii()) + _signs(text)


def _word(word: str) -> float:
    arabic = sum(character in _ARABIC for character in word)
    latin = len(word) - arabic
    if arabic and latin:
        return -2.0 * min(arabic, sum(not character.isascii() for character in word) or arabic)
    return _arabic_word(word) if arabic else _latin_word(word)


def _arabic_word(word: str) -> float:
    misplaced = sum(character in _LAST_ONLY for character in word[:-1])
    if len(word) == 1:
        return 0.0
    article = 1.0 if len(word) > 3 and word.startswith(("ال", "وال", "بال", "لل")) else 0.0
    return len(word) * 0.8 + article - 3 * misplaced


def _latin_word(word: str) -> float:
    score = 0.0
    for before, character, after in zip(" " + word, word, word[1:] + " ", strict=False):
        if character.isascii():
            continue
        if character in "ùÙ":
            score += 1.0 if word.lower() == "où" else -0.5
        elif character in "œŒ":
            score += 1.0 if after in _AFTER_OE else -0.5
        elif character in _FRENCH:
            alone = before == " " == after
            beside = [other for other in (before, after) if not other.isascii()]
            lonely = alone and character not in "àô"
            score += 0.3 if lonely else 1.0 if all(other in _PAIRS for other in beside) else -0.5
        elif character in _FRENCH_CAPITALS:
            score += -1.0 if before.islower() else 0.8
        elif character in _SPANISH:
            score += 0.2 if all(other.isascii() for other in (before, after)) else -0.7
        else:
            score -= 1.0
    return score


def _signs(text: str) -> float:
    """Rates what is no letter: punctuation is welcome, symbols within words are not."""
    score = 0.0
    for found in _NOT_ASCII.finditer(text):
        character = found[0]
        if character.isalpha():
            continue
        around = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
        inside = all(side.isalpha() for side in around)
        if character in _ARABIC_OTHER:
            score += 0.5 if any(side in _ARABIC for side in around) else -1.0
        elif character in _SIGNS:
            score += 0.5 if not inside or character in "’‘·" else -0.5
        else:
            score -= 1.5 if inside or not character.isprintable() else 0.5
    return score
