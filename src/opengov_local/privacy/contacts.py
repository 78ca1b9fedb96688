"""Contact details in running text: e-mail addresses and telephone numbers, and whether they are a person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from opengov_local.model.matching import holds
from opengov_local.resources import rows_of

_LATIN = "A-Za-z0-9À-ÖØ-öø-ɏ"
_AT = r"[(\[] ?(?:at|AT|At|arobase|à) ?[)\]]"
"""The sign of an address, written in brackets to keep it from programs."""
_DOT = r"(?:\.| ?[(\[] ?(?:dot|point) ?[)\]] ?)"
_ANY_DOMAIN = r"(?:[^\W_](?:[\w-]{0,61}\w)?\.){1,4}(?:xn--[A-Za-z0-9-]{2,40}|[^\W\d_]{2,24})"
"""The name of a service in whatever script (RFC 5890)."""
_MAIL = re.compile(
    rf"(?:(?<![{_LATIN}@])([A-Za-z0-9][\w.+'-]{{0,63}})|(?<![\w@.])[ء-ي][ء-ي._-]{{0,63}})"
    rf"(?:[ ]?@[ ]?| ?{_AT} ?|(?P<copied>©))(?!\dx\.)"
    rf"((?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,4}}[A-Za-z]{{2,24}}(?!--|[{_LATIN}@])|{_ANY_DOMAIN}(?![{_LATIN}@]))"
)
"""An address; letters of another script may stand close to it, and signs that part it from what stands before."""
_START = (
    r"(?=[+(0])(?:(?<![\w+.,/-])|(?<=\d{8}/)|(?<=\d\d[ .-]\d\d[ .-]\d\d/)|(?<=\.me/)"
    r"|(?<=0[5-8]\d{8}-)|(?<=\d\d \d\d \d\d-)(?=[0+]))"
)
_END = r"(?!\w|[.,]\d|-(?!0[5-8](?:\d{8}|(?: \d\d){4}))\d|/(?![+0])\d)"
_PREFIX = r"(?:(?:\+|00 ?)212\)?[ .-]?(?:\(0\))?[ .-]?|0)"
_PAIRS = r"\d{2}(?P<s>[ .-])\d{2}(?P=s)\d{2}(?P=s)\d{2}"
_REST = (
    rf"(?:\d{{8}}|{_PAIRS}|\d{{2}}(?P<v>[ .-])\d{{3}}(?P=v)\d{{3}}|\d{{2}}[ .-]\d{{6}}"
    r"|(?P<t>[ .-])\d{2}(?:(?P=t)\d{2}){3}|\d\d/\d\d/\d\d/\d\d| \d{2} \d{3} \d{3}(?! ?(?:DH|MAD|[Dd]irham|درهم|[€$%])))"
)
_BRACKETED = r"\(0KIND(?:\d\d\)|\) ?\d\d)(?P<b>[ .-]?)\d\d(?:(?P=b)\d\d){2}"
"""A number whose first digits stand in brackets."""
_PARTED = r"0 KIND\d\d(?: \d\d){3}"
"""A number whose 0 stands apart."""
_BARE = r"(?:(?<![\w+.,/-])|(?<=\.me/))212(?:KIND\d{8}|[ -]KIND\d\d(?:[ -]\d\d){3}|[ -]KIND(?:[ -]\d\d){4})"
"""A number with the sign of Morocco, without a sign that it is one."""


def _of_kind(kind: str, more: str = "") -> re.Pattern[str]:
    """Gives the pattern of the numbers whose first digit after the prefix is one of some."""
    others = f"{_BRACKETED}|{_PARTED}".replace("KIND", kind)
    bare = _BARE.replace("KIND", kind)
    return re.compile(f"(?:{_START}(?:{_PREFIX}{kind}{_REST}|{others}{more})|{bare}){_END}")


_MOBILE = _of_kind("[67]")
_LANDLINE = _of_kind("[58]", r"|0[1-489](?P<u>[ .-])\d{2}(?:(?P=u)\d{2}){3}")
_ABROAD = re.compile(_START + r"(?:\+|00 ?)(?!212)[1-9]\d{0,2}(?:[ .-]?\(?\d{1,4}\)?){2,5}" + _END)
_GROUPED = (
    r"(?:(?P<o>\()?0[1-9](?:"
    r"\d(?(o)\))(?P<g>[ -])(?:\d{4}(?P=g)\d{4}|\d{3}(?P=g)\d{4})"
    r"|\d\d(?(o)\))(?P<h>[ -])\d{3}(?P=h)(?:\d{3,4}|\d\d(?P=h)\d\d)"
    r"|\d{3}(?(o)\))(?P<i>[ -])(?:\d{5,6}|\d{3}(?P=i)\d{3}|\d\d(?P=i)\d\d(?P=i)\d\d)"
    r"|(?(o)\)) (?!(?:19|20)\d\d )\d{4} (?!(?:19|20)\d\d(?!\d))\d{4}"
    r"|(?:\d(?(o)\)) \d|\d\d(?(o)\)) )\d{6,7}(?<!000)"
    r")(?![ -](?!0[1-9])\d{3}))"
)
"""A number of 10 or 11 digits in the usual groups of other countries; dots part codes, such as those of communes."""
_ANYWHERE = re.compile(
    r"(?<![\w+.,/'’-])(?!0123456789)"
    rf"(?:0(?:[1-9]\d{{8,9}}|[789]\d{{5}}['’]\d{{4}}|[789]\d{{5}}\d['’]\d{{3,4}})|{_GROUPED})"
    r"(?!\w|[.,/'’-]\d|[ ]?(?:DH|MAD|[Dd]irham|درهم|[€$%]))"
)
"""A number with its first 0 and no sign of a country; one sign that a scan mistook may stand in it."""
_ELSE_BEFORE = 16
"""How far before a number the word may begin that says it is of something else."""
_DIGITS = 8
"""Fewest digits of a number from abroad."""
_NAMED = (
    r"(?:WORDS)\.?[ ]?(?:[nN]°|[Nn]umber|no\.)?[ ]?:?[ ]?"
    r"(?P<number>(?!(?:19|20)\d\d(?!\d)|\d\d?[ .-]\d\d?[ .-](?:19|20)\d\d)\(?\+?\d(?>[\d ().-]{4,17}\d))"
    r"(?!\w|[.,/-]\d|[ ]?(?:DH|MAD|[Dd]irham|درهم|[€$%]))"
)
_DIGITS_NAMED = 7
"""Fewest digits of a number that is named as one of a telephone."""
_OTHER = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u00a0\u202f＠﹫"
_PLAIN = str.maketrans(_OTHER, "01234567890123456789  @@")
"""Digits of Arabic and Persian, and spaces that keep a number on one line, as the patterns know them."""
_NOT_PLAIN = re.compile(f"[{_OTHER}]")
_MAIL_SIGN = re.compile(_AT)
_NUMBER = re.compile(r"[+(02](?:(?<!2)|(?=12))(?<!\d.)(?=[\d()+ ./-]{5})")
"""Where every number begins but one that a word names: the close patterns are tried there only. It and the others of
these quick looks begin with a class of characters, which is searched for ten times as quickly as what the close ones
begin with."""

_D: Final = "0-9٠-٩۰-۹"
_N: Final = f"{_D} ().\\-\u00a0\u202f"
_P: Final = " ().\\-\u00a0\u202f"
_NO_YEAR: Final = "|".join(
    f"{first}(?:[{_P}{digits}][{_N}]{{4}}|{second}(?:[{_P}][{_N}]{{3}}|[{_D}](?:[{_P}][{_N}]{{2}}|[{_D}][{_D}][{_N}])))"
    for first, second, digits in (("1", "9", "0-8٠-٩۰-۹"), ("2", "0", "1-9٠-٩۰-۹"))
)
"""Six characters of a number that begins with 1 or 2, and with no year from 1900 to 2099."""
MAYBE_CONTACT: Final = (
    f"{_AT}|(?:^|[^{_D}])(?:[+0٠۰][{_D}(][{_N}/]{{7}}"
    f"|(?:[(\\[03-9٠-٩۰-۹][{_N}]{{5}}|{_NO_YEAR})[{_N}]*[{_D}](?:[^A-Za-z{_D}]|$))"
)
"""What every text with a telephone number or a bracketed sign of an address has, and few others; see `holds`."""

LEFT_OUT: Final = "[…]"
"""Stands where a contact stood."""


class Contact(NamedTuple):
    """A contact detail in a text.

    Attributes:
        text: the detail, as it stands.
        personal: whether it is surely a person's own: a mobile number, an address at a free mail service, or one made
            of a first and a last name.
    """

    text: str
    personal: bool


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of(__package__, "contact_words.csv") if row["kind"] == kind)


@cache
def _named_number() -> re.Pattern[str]:
    """Gives the pattern of a number that a word beside it names as one of a telephone, in whatever country."""
    words = {form for word in _words("number_name") for form in (word, word.capitalize(), word.upper())}
    begun = (rf"{word[0]}(?<!\w.){re.escape(word[1:])}" for word in sorted(words))
    return re.compile(_NAMED.replace("WORDS", "|".join(begun)))


class _Span(NamedTuple):
    start: int
    end: int
    personal: bool


def contacts_in(text: str, *, running: bool = True) -> Iterator[Contact]:
    """Finds e-mail addresses and telephone numbers in a text; what only looks like one, such as a date, is none.

    Args:
        text: the text.
        running: whether people say something in it. Where they do not, as in an official number, digits that begin
            with 0 are a telephone number only where they are one of Morocco, or say so.
    """
    for span in _spans(text, running):
        yield Contact(text[span.start : span.end], span.personal)


_SHORT: Final = 6


def without_contacts(text: str, *, running: bool = True) -> tuple[str, int]:
    """Takes e-mail addresses and telephone numbers out of a text.

    Args:
        text: the text.
        running: whether people say something in it; see `contacts_in`.

    Returns:
        The text, with "[…]" where they stood, and how many they were; nothing more is found in it.
    """
    count = 0
    while spans := sorted(_spans(text, running)):
        parts, done = [], 0
        for span in spans:
            if span.start >= done:
                parts += [text[done : span.start], LEFT_OUT]
                done, count = span.end, count + 1
        text = "".join(parts) + text[done:]
    return text, count


def is_too_short(text: str) -> bool:
    """Tells of a text that no contact stands in so few characters, all of which are letters and digits."""
    return len(text) <= _SHORT and text.isalnum()


def may_hold_contacts(text: str) -> bool:
    """Tells at a quick look whether there may be a contact in a text; most texts have none."""
    if is_too_short(text):
        return False
    return "@" in text or holds(MAYBE_CONTACT)(text) or "©" in text or "＠" in text or "﹫" in text


def _spans(text: str, running: bool) -> Iterator[_Span]:
    if not may_hold_contacts(text):
        return
    plain = text if text.isascii() or not _NOT_PLAIN.search(text) else text.translate(_PLAIN)
    if "@" in plain or "©" in plain or _MAIL_SIGN.search(plain):
        yield from _mails(plain)
    yield from _numbers(plain, running)


def _numbers(plain: str, running: bool) -> Iterator[_Span]:
    begins = [sign.start() for sign in _NUMBER.finditer(plain)]
    numbers = [_Span(*number.span(), True) for number in _begun(_MOBILE, plain, begins)]
    for pattern in (_LANDLINE, _ABROAD):
        numbers += [
            _Span(*hit.span(), False)
            for hit in _begun(pattern, plain, begins)
            if _digits(hit[0]) >= _DIGITS and not (hit[0].startswith("00") and _counts_else(plain, hit.start()))
        ]
    for hit in _named_number().finditer(plain):
        start, end = hit.span("number")
        if _digits(hit["number"]) >= _DIGITS_NAMED and not any(a < end and start < b for a, b, _ in numbers):
            numbers.append(_Span(start, end, False))
    for hit in _begun(_ANYWHERE, plain, begins) if running else ():
        start, end = hit.span()
        if not (any(a < end and start < b for a, b, _ in numbers) or _counts_else(plain, start)):
            numbers.append(_Span(start, end, False))
    yield from numbers


def _begun(pattern: re.Pattern[str], plain: str, begins: Sequence[int]) -> Iterator[re.Match[str]]:
    """Finds what begins at some places, as `finditer` would."""
    done = 0
    for at in begins:
        if at >= done and (hit := pattern.match(plain, at)):
            yield hit
            done = hit.end()


def _mails(plain: str) -> Iterator[_Span]:
    for mail in _MAIL.finditer(plain):
        name, service = (mail[1] or "").casefold(), mail[3].casefold()
        if not mail["copied"] or service in _words("mail_service"):
            yield _Span(*mail.span(), _is_personal(name, service))


def counts_else(heading: str) -> bool:
    """Tells whether a heading says that numbers below it are of something else, such as files or accounts."""
    return not _words("number_else").isdisjoint(re.split(r"[\W_]+", heading.casefold())) or "°" in heading


def _counts_else(plain: str, start: int) -> bool:
    """Tells whether the word before a number says that it is one of something else, such as a file or an account."""
    before = re.split(r"[^\w°]+", plain[max(0, start - _ELSE_BEFORE) : start].rstrip(" :.=#").casefold())
    return before[-1] in _words("number_else") or plain[:start].rstrip().endswith(("#", "="))


def _digits(text: str) -> int:
    return sum(character.isdecimal() for character in text)


def _is_personal(name: str, service: str) -> bool:
    """Tells whether an address is surely a person's: of no office, and named, or at a free mail service."""
    parts = [part for part in re.split(r"[._+-]", name) if part]
    if any(part in _words("role") for part in (name, *parts)):
        return False
    named = len(parts) == 2 and all(part.isalpha() for part in parts)
    return service in _words("mail_service") or named
