"""Numbers in front of titles: "Axe 1 : Sécurité", "2.3 - Portail", "A1.2 Étude", «المحور الأول: الشفافية»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.heading_keys import key
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.importing.words.ordinals import ordinal_first, ordinal_last, ordinal_of, ordinals
from opengov_local.importing.words.printed_numbers import NUMBER, number_in_front

_NUMBER = r"[0-9٠-٩]{1,3}(?:[.\-][0-9٠-٩]{1,3}){0,4}"
_AFTER = r"\s*(?:[.:)\]/،]|[-–—](?=\s))+\s*"
_BARE = re.compile(rf"^\s*({_NUMBER})(?:{_AFTER}|\.\s+)(?=\D)(\S.*)$", re.DOTALL)
_DOTTED = re.compile(r"^\s*([A-Z]{0,3}[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\s+(?=[^\W\d_])(\S.{3,})$", re.DOTALL)
"""A number of several steps, with white space behind it and a capital: "A1.1 Refonte"."""
_ROMAN = re.compile(
    r"^\s*((?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}))\s*(?:[.):]|[-–—](?=\s))+\s*(?=\w\w)(\S.*)$", re.DOTALL
)
_WORDED = re.compile(
    rf"^\s*(.{{2,40}}?)\s*{SIGN}?\s*((?:(?=[0-9٠-٩])|(?<![^\W\d_])){NUMBER}|(?<=\s)[أابجدهوزح])\s*(?:{_AFTER}|\s[-–—]+\s*)(\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_SPACED = re.compile(rf"^\s*(\D{{2,40}}?)\s*{SIGN}?\s*({_NUMBER})\s+(?=[^\W\d_])(\S.*)$", re.DOTALL)
"""A word, a number and white space, before a capital or Arabic: "Axe 1 Transparence"."""
_CODED_FRONT = re.compile(r"^\s*(([A-Z]{1,4})[0-9]{1,2})\s+(?=[^\W\d_])(\S.{3,})$", re.DOTALL)
"""A code of letters that stand for the concept, white space and a capital: "P1 Portail", "SA2 Étude"."""
_SIGN = re.compile(r"[.:)\]/،\-–—0-9٠-٩]")
_ORDINAL = re.compile(r"^\s*([^\s:][^:\n]{4,40}?)(?:\s*[:.،–—]+\s*|\s+-+\s*|-+\s+)(\S.*)$", re.DOTALL)
"""A word with an ordinal before or behind it, and a title: "1er engagement : Portail", «المحور الأول: الشفافية»."""
_NO_CAPITAL = re.compile(r"[\W\d_a-zß-öø-ÿ]")
_AFTER_NUMBER = re.compile(r"[0-9٠-٩]\s+[^\W\d_a-zß-öø-ÿ]")
"""What the last but one must have: white space and a letter that may be a capital behind a number."""
_LATIN_KINDS = bytes(
    ord("0" if sign.isdecimal() else " " if sign.isspace() else "a" if _NO_CAPITAL.match(sign) else "A")
    for sign in map(chr, range(256))
)
"""For each sign of Latin-1 whether it is a digit, a space, none that may be a capital, or one that may."""
_LONG = 200
_ENDS = " .:"
MARKS = ".:)]/،-–—°º"
"""What all of these have behind or in the number, but the last but one."""
_MARK = re.compile(f"[{re.escape(MARKS)}]")
_AXIS = "axis_word"
_FARTHEST = 5
"""Words before which a title without a mark begins: «المحور الاستراتيجي الحادي عشر …»."""
_SHORT = 3
"""Letters of the longest words that have no capital where all others do: "de", "des", "the"."""
_ARABIC = re.compile(rf"(?!{SIGN})[\u0621-\u063a\u0641-\u064a]")
"""How texts begin that have a number in front behind a word for the concept alone."""
_CODED = re.compile(r"[^\W\d_]{1,3}[\s.°-]*0*([0-9]+)")
"""A code of a few letters and the number of a project."""
PRINTED_NUMBER = rf"{SIGN}?\s*((?:(?<![^\W\d_])[A-Za-z]{{1,3}}[-. ]?)?[0-9٠-٩]{{1,4}}(?:[.-][0-9٠-٩]{{1,3}})*)"
"""A number at the end of a text, with the sign for numbers before it or without."""
_ELECTRONIC = re.compile(r"[a-z]-[^\W\d_]{3}|[a-z][A-Z][a-zà-ÿ]{2}")
"""How words begin that have a small letter before a title of their own: "e-services", "iTransparence"."""
_COUNTS = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_BARE_NUMBER = re.compile(rf"^\s*(\D*?)\s*{PRINTED_NUMBER}\s*[.:]?\s*$", re.IGNORECASE)

_WORD_NUMBER = re.compile(
    rf"^\s*(\D{{2,40}}?)\s*{SIGN}?\s*({_NUMBER}|(?<=\s)(?:{NUMBER}|[أابجدهوزح](?:[.\-/][0-9٠-٩]{{1,3}}){{0,4}}))\s*[.:]?\s*$",
    re.IGNORECASE,
)
"""A word of any length and its number: "Axe 1" is no number of letters and digits, as "P 1" is."""


class Numbered(NamedTuple):
    """A title and the number that stood in front of it, as printed; words for numbers as 0-9."""

    number: str | None
    title: str


def split_number(text: str, kind: str) -> Numbered:
    """Takes the number off the front of a title.

    A number alone counts when a full stop, colon, bracket or dash follows, and so do a Roman number and a letter with
    a number; behind a word for the concept ("Axe", "Projet n°", «المحور») it may be Roman, a letter or an Arabic
    ordinal, and white space before a capital is enough.

    Args:
        text: the title as it stands there.
        kind: kind of the words that may stand before the number: `axis_word`, `project_word`, `activity_word`.
    """
    if kind == _AXIS and (ordinal := _without_mark(text)):
        return ordinal
    if not may_be_numbered(text) or (_ARABIC.match(text) and not fold(text).startswith(phrases(kind))):
        return Numbered(None, text.strip())
    return _split(text, kind)


def _without_mark(text: str) -> Numbered | None:
    """Takes an ordinal beside the word for an axis off a title that no mark parts from it: «المحور الثالث الرقمنة»."""
    words = text.split(maxsplit=_FARTHEST)
    if ordinals().keys().isdisjoint(map(fold, words[:-1])):
        return None
    for count in range(len(words) - 1, 1, -1):
        *front, title = text.split(maxsplit=count)
        number = _counted(" ".join(front), phrases(_AXIS))[1]
        if number and title[0].isalpha() and _is_capital(title) and not _goes_on(title.split()[0]):
            return Numbered(number, (text if _is_capitalized(front, title) else title).strip())
    return None


def _is_capitalized(front: Sequence[str], title: str) -> bool:
    """Tells whether a capital says nothing of where a title begins, as all words have one: "Troisième Domaine Public".

    Behind an ordinal a title begins all the same.
    """
    if not ordinal_first(" ".join(front))[0] or not front[-1][0].isupper():
        return False
    return all(word[0].isupper() for word in title.split() if len(word) > _SHORT and word[0].isalpha())


def _goes_on(word: str) -> bool:
    """Tells whether an Arabic word goes on with what stands before it: «المحور الأول للبرنامج», «الأول من»."""
    return word.startswith("لل") or not key(fold(word))


def may_be_numbered(text: str) -> bool:
    """Tells quickly of most titles that no number stands before them."""
    return _MARK.search(text) is not None or has_space_behind_number(text)


def has_space_behind_number(text: str) -> bool:
    """Tells whether white space and what may be a capital stand behind a number: of texts without marks, it tells."""
    try:
        plain = text.encode("latin-1").translate(_LATIN_KINDS) if len(text) > _LONG else None
    except UnicodeEncodeError:
        plain = None
    if plain is not None and b"0  " not in plain and b"0 A" not in plain:
        return False
    return _AFTER_NUMBER.search(text) is not None


@lru_cache(maxsize=1 << 14)
def _split(text: str, kind: str) -> Numbered:
    marked = _MARK.search(text)
    if marked and (front := number_in_front(text))[0]:
        return Numbered(*front)
    for pattern in (_BARE, _ROMAN, _DOTTED) if marked else ():
        if (found := pattern.match(text)) and (pattern is not _DOTTED or _is_capital(found[2])):
            return Numbered(found[1], found[2].strip())
    if (found := _ORDINAL.match(text)) and (number := _counted(found[1], phrases(kind))[1]):
        return Numbered(number, found[2].strip())
    for pattern in (_WORDED, _SPACED) if marked else (_SPACED,):
        found = pattern.match(text)
        if found and fold(found[1]) in phrases(kind) and _is_number(pattern, found):
            return Numbered(found[2], found[3].strip())
    if (
        (found := _CODED_FRONT.match(text))
        and _is_capital(found[3])
        and fold(found[2]) in phrases(_CODES.get(kind, ""))
    ):
        return Numbered(found[1], found[3].strip())
    return Numbered(None, text.strip())


def _is_number(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    """Tells whether what stands between a word and a title is its number: with no sign, a title begins so."""
    return pattern is not _SPACED or _is_capital(found[3])


_CODES = {"axis_word": "code_of_axis", "project_word": "code_of_project", "activity_word": "code_of_activity"}


def word_before(text: str) -> str:
    """Gives the folded word that stands with a number before a title, "Engagement n° 1 : …"; "" where none does."""
    if _SIGN.search(text) is None:
        return ""
    marked = _MARK.search(text)
    if marked and (found := _ORDINAL.match(text)) and (word := _counted(found[1])[0]):
        return word
    for pattern in (_WORDED, _SPACED) if marked else (_SPACED,):
        if (found := pattern.match(text)) and _is_number(pattern, found):
            return fold(found[1])
    return ""


def _counted(text: str, words: Collection[str] = ()) -> tuple[str, str]:
    """Gives the folded word for a concept, and the number of the ordinal before or behind it: "Axe premier", "1er axe".

    Args:
        text: the words.
        words: those that it may be; any where there are none.

    Returns:
        "" and "" where the words are something else.
    """
    number, word = ordinal_first(text)
    if not number:
        word, number = ordinal_last(text)
    return (fold(word), number) if number and (not words or fold(word) in words) else ("", "")


def word_of_number(text: str) -> str:
    """Gives the folded word that stands before a number alone: "AXE A"; "" where none does."""
    found = _WORD_NUMBER.match(text)
    return fold(found[1]) if found else _counted(text.rstrip(_ENDS))[0]


_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_COUNTED = ("ABCDEFGHIJ", "أبجدهوزحطي", _ROMANS)


def same_number(one: str, other: str) -> bool:
    """Tells whether two numbers count the same, each in its own way: "I" and "1", «أ» and «الأول»."""
    return bool(_counts(one) & _counts(other))


def _counts(number: str) -> set[int]:
    if number.isdecimal():
        return {int(number)}
    counted = ordinal_of(number)
    return {list(row).index(number) + 1 for row in _COUNTED if number in list(row)} | (
        {int(counted)} if counted else set()
    )


def is_number_of_code(number: str, code: str) -> bool:
    """Tells whether a number is that of a code of a few letters: "1" of "P1", «1» of «م01»."""
    coded = _CODED.fullmatch(code.strip()) if number.isdecimal() else None
    return coded is not None and int(coded[1]) == int(number)


def names_number(number: str, code: str) -> bool:
    """Tells whether a code is a number behind an abbreviation of the word for a project: "P1" names "1".

    Either may be the one that the plan has.
    """
    return _is_coded(number, code) or _is_coded(code, number)


def project_number_of(code: str) -> str:
    """Gives the number in a code such as "P1", in which letters stand for a project; "" in another text."""
    found = _CODED.fullmatch(code.strip())
    return found[1] if found is not None and _is_coded(found[1], code) else ""


def spelled_otherwise(code: str) -> tuple[str, ...]:
    """Gives the folded numbers that may be that of a project: "1" for "P1", and "01", "p1" and others for "1"."""
    if number := project_number_of(code):
        return (number,)
    if not (code := code.strip()).isdecimal():
        return ()
    numbers = dict.fromkeys((str(int(code)), code, code.zfill(2)))
    padded = {**numbers, code.zfill(3): None}.keys() - {code}
    return (*sorted(padded), *_with_letters(numbers))


def _with_letters(numbers: Iterable[str]) -> Iterator[str]:
    return (f"{word}{gap}{number}" for number in numbers for word in phrases("project_code") for gap in ("", " "))


def is_spelled_alike(one: str, other: str) -> bool:
    """Tells whether two numbers of projects are one, spelled in two ways: "P1", "P-01", "Projet n° 1"; not "E1"."""
    if one == other or plain_number(one) != plain_number(other):
        return one == other
    return len({"".join(filter(str.isalpha, fold(code))) for code in (one, other) if project_number_of(code)}) <= 1


@lru_cache(maxsize=1 << 12)
def plain_number(number: str) -> str:
    """Gives the number of a project without a word or code for projects, zeros in front and signs between them."""
    number = plain_digits(number)
    bare = project_number_of(number) or project_number(number)
    return ".".join(part.lstrip("0") or "0" for part in bare.split(".")) if _COUNTS.fullmatch(bare) else fold(bare)


def _is_coded(number: str, code: str) -> bool:
    letters = "".join(filter(str.isalpha, code))
    return is_number_of_code(number.strip(), code) and fold(letters) in phrases("project_code")


def _is_capital(text: str) -> bool:
    """Tells whether a text begins like a title: with a capital, in a script that has none, or as "e-services"."""
    return not text[0].islower() or _ELECTRONIC.match(text) is not None


@lru_cache(maxsize=1 << 14)
def bare_number(text: str, kind: str, *, alone: bool = False) -> str:
    """Gives the number that a text is, behind a word for the concept: "Projet n° 2"; "" where it is something else.

    Args:
        text: the text.
        kind: kind of the words that may stand before the number.
        alone: whether the number may stand without a word: "P2".
    """
    if (named := _WORD_NUMBER.match(text)) and fold(named[1]) in phrases(kind):
        return named[2]
    if number := _counted(text.rstrip(_ENDS), phrases(kind))[1]:
        return number
    found = _BARE_NUMBER.match(text)
    word = fold(found[1]) if found else ""
    return found[2] if found and (word in phrases(kind) if word else alone) else ""


def project_number(text: str) -> str:
    """Gives the number of a project as printed, without the word for projects before it."""
    return bare_number(text, "project_word") or text.strip()
