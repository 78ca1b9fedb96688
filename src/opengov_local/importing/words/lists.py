"""Several things in one cell: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, Literal

from opengov_local.importing.language import language_of
from opengov_local.importing.words.articles import without_article, without_of
from opengov_local.importing.words.bodies import kind_of_body
from opengov_local.importing.words.bullets import Mark, lines_of
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.tables import AND, rows, short_words

Commas = Literal["never", "names", "always"]
"""How eagerly weak separators (commas, " / ", " + ", " - ") part: never in prose; between names with care; always."""

Separator = Literal[Mark, "semicolon", "bar", "comma", "slash", "plus", "dash", "and"]

_STRONG: Final[dict[Separator, re.Pattern[str]]] = {"semicolon": re.compile("[;؛]"), "bar": re.compile(r"\|")}
_WEAK: Final[dict[Separator, re.Pattern[str]]] = {
    "comma": re.compile(r"(?<!\d)[,،]|[,،](?!\d)"),
    "slash": re.compile(r"\s/\s"),
    "plus": re.compile(r"\s\+\s"),
    "dash": re.compile(r"\s[-–]\s"),
}
_TIGHT: Final[dict[Separator, re.Pattern[str]]] = {
    "plus": re.compile(r"(?<=[^\W\d_]{2})\+(?=[^\W\d_]{2})"),
    "slash": re.compile(r"(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"),
    "dash": re.compile(r"(?<=[^\W\d_]{2})[-–](?=[^\W\d_]{2})"),
}
"""Weak separators between words without spaces; dashes in one name are common there."""
_NOTHING = re.compile(r"(?!)")
# What is never parted: web addresses, character references of HTML, brackets, quotations.
_WHOLE = re.compile(
    r"https?://\S*[^\s,;،؛.)]|(?-i:&#?[a-z0-9]{2,8};)|\([^()]*\)|\[[^\[\]]*\]|«[^«»]*»|“[^“”]*”|\"[^\"]*\"",
    re.IGNORECASE,
)
# Line ends, semicolons, bars, and what is no letter, digit, comma, space or quotation mark: bullets, dashes, points.
_MAY_PART = re.compile(r"[^\w ,،'’\"«»]|_x000D_")
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_SEVERAL: Final = 3
"""Names from which dashes part for sure."""
_AND = re.compile(rf"\s(?:{AND})\s", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]+\)")
_SHORTENED = re.compile(r"[A-Z]{2}|\.")
_ENGLISH_AND = re.compile(r"\sand\s|&", re.IGNORECASE)
_BETWEEN_BODIES = re.compile(r"\s(?:(?i:et|and)|[ye&]|(?<=[A-Z]{2}\s)[YE](?=\s[A-Z]{2}))\s|\s(?:و\s+|و(?=ال))")
_AMONG = re.compile(r"\s(?:entre|between)\s|(?<!\w)بين(?!\w)", re.IGNORECASE)
_SHARE = re.compile(r"\s*\([^()]*\)\s*$")
_LONGEST_NAME: Final = 60
"""Characters of a name that is no sentence."""
_STOP = re.compile(r"[^\W\d_]{6}\.$")
_CACHED_UP_TO: Final = 200
"""Characters of a text that may be a name; longer ones are read, but not remembered."""
_ENDS: Final = ",;|،؛•" + "".join(filter(str.isspace, map(chr, range(0x3001))))


@dataclass(frozen=True, slots=True)
class ListReading:
    """The things that a cell names.

    Attributes:
        items: each as written, without bullet or number and without the separators and the stop at its ends.
        separators: what parted them, the strongest first; empty where there is one thing only.
        notes: what is uncertain.
    """

    items: tuple[str, ...] = ()
    separators: tuple[Separator, ...] = ()
    notes: tuple[Note, ...] = ()


def may_be_list(text: str) -> bool:
    """Tells whether `read_list` may part a text that holds prose; plain text, most there is, is told at once."""
    return not text.replace(" ", "").isalnum() and _MAY_PART.search(text) is not None


def read_list(text: str, *, commas: Commas = "names", dashes: bool = False) -> ListReading:
    """Parts a text into the things it names.

    Lines, bullets and numbers part first, then semicolons and bars; only where none of them stands, and as far as
    `commas` lets them, commas, " / ", " + " and " - " do, the first of them that stands there. Nothing inside brackets
    or quotation marks, no web address and no decimal comma is parted. “And” parts only words for kinds of bodies
    that stand alone ("Commune et Région") and whole names of bodies, of which it stays uncertain.

    Args:
        text: the text of a cell.
        commas: `never` in prose. `names` keeps whole what may be one name (“Eau, assainissement et déchets”, the same
            name in two scripts, two words with a dash between that are not two bodies); `import/list-uncertain` says
            so. `always` for codes.
        dashes: whether " - " parts names for sure, as the other cells of a column tell (`dashes_part`).
    """
    return _remembered(text, commas, dashes) if len(text) <= _CACHED_UP_TO else _read(text, commas, dashes)


def dashes_part(texts: Iterable[str]) -> bool:
    """Tells whether " - " parts names in all cells of a column: in one it surely does, in none a unit from its body.

    No other separator may stand in the column.
    """
    parted = False
    for text in texts:
        reading = read_list(text)
        if len(reading.items) > 1 and reading.separators != ("dash",):
            return False
        found = parts(text, _WEAK["dash"])
        if len(found) > 1:
            if _is_of_body(found):
                return False
            parted = parted or len(reading.items) > 1
    return parted


def bodies_in(text: str) -> tuple[str, ...]:
    """Gives the bodies that commas part, where every name begins with a word for one; none where a name may hold one.

    "Association des maires, Institut local, Réseau des jeunes" are three, "Secrétariat, Division du budget" may be one.
    """
    found = parts(text, _WEAK["comma"])
    return tuple(found) if len(found) > 1 and all(_kind_of(part) == "body" for part in found) else ()


def _read(text: str, commas: Commas, dashes: bool) -> ListReading:
    pieces, mark = lines_of(text)
    if commas == "names" and len(pieces) > 1:
        pieces = with_who_is_reached(pieces)
    if any(piece.rstrip().endswith((";", "؛")) for piece in pieces[:-1]):
        pieces[-1] = pieces[-1].rstrip().removesuffix(".")  # the end of a list, not of a sentence
    separators: list[Separator] = [mark] if mark else []
    for name, pattern in _STRONG.items():
        parted = [part for piece in pieces for part in parts(piece, pattern)]
        separators += [name] if len(parted) > len(pieces) else []
        pieces = parted
    uncertain = False
    if commas != "never" and pieces:
        if separators:
            uncertain = any(len(parts(piece, _WEAK["comma"])) > 1 for piece in pieces)
        else:
            pieces, separators, uncertain = _weakly(pieces[0], commas, dashes=dashes)
    named = [piece for piece in pieces if not _is_open_end(piece)]
    named = [_without_stop(piece) for piece in named] if commas == "names" else named
    uncertain = uncertain and commas == "names"
    notes = [note("import/list-uncertain", "info", text=_one_line(text), count=len(named))] if uncertain else []
    notes += [note("import/list-open", "info", text=_one_line(text))] if len(named) < len(pieces) else []
    return ListReading(tuple(named), tuple(separators), tuple(notes))


def with_who_is_reached(lines: list[str]) -> list[str]:
    """Gives the lines of names with those in brackets, or that say by which number to call, behind the one above."""
    found: list[str] = []
    for line in lines:
        said = line.strip()
        behind = _IN_BRACKETS.fullmatch(said) is not None
        calls = any(map(str.isdigit, said)) and fold(said).partition(" ")[0] in short_words("phone")
        if found and (behind or calls):
            found[-1] = f"{found[-1].rstrip()} {said}" if behind else f"{found[-1].rstrip()} ({said})"
        else:
            found.append(line)
    return found


_remembered = lru_cache(maxsize=1 << 13)(_read)


def parts(text: str, separator: re.Pattern[str]) -> list[str]:
    """Parts a text at a separator, but nothing that stands together: brackets, quotations, addresses."""
    covered = _WHOLE.sub(lambda whole: "x" * len(whole[0]), text)
    places = [0, *(place for found in separator.finditer(covered) for place in found.span()), len(text)]
    found = (text[start:end].strip(_ENDS) for start, end in zip(places[::2], places[1::2], strict=True))
    return [part for part in found if part.strip("-–—/_")]


def _weakly(text: str, commas: Commas, *, dashes: bool) -> tuple[list[str], list[Separator], bool]:
    for name, pattern in _WEAK.items():
        found = parts(text, pattern)
        if len(found) < 2:
            continue
        if dashes and name == "dash":
            return found, [name], False
        if commas == "names" and _may_be_one(name, found):
            return [text.strip(_ENDS)], [], True
        last, joined, doubt = _at_and(found[-1]) if name == "comma" and commas == "names" else ([], [], False)
        if joined:
            return [*found[:-1], *last], [name, *joined], doubt
        return found, [name], name == "dash" or bool(_AND.search(found[-1]))
    return _tightly(text) if commas == "names" else (parts(text, _NOTHING), [], False)


def _tightly(text: str) -> tuple[list[str], list[Separator], bool]:
    """Parts bodies with nothing but a sign between them; where that may be one name, a stroke is uncertain."""
    for name, pattern in _TIGHT.items():
        found = parts(text, pattern)
        if len(found) < 2:
            continue
        kinds = [_kind_of(part) for part in found]
        are_bodies = all(kinds) and not _is_of_body(found) and (name != "dash" or "acronym" not in kinds)
        if name == "plus" or are_bodies:
            return found, [name], name != "plus"
        if name == "slash":
            return [text.strip(_ENDS)], [], True
    return _at_and(text)


def _at_and(text: str) -> tuple[list[str], list[Separator], bool]:
    """Parts words for kinds of bodies, with their shares in brackets, at “and”, and whole names that begin with them.

    Of names it stays uncertain; where one may go on behind the “and” they are not parted.
    """
    found = parts(text, _BETWEEN_BODIES)
    found = found if len(found) > 1 else parts(text, _before_arabic_bodies())
    if len(found) > 1:
        bare = [without_article(_SHARE.sub("", part)) for part in found]
        if all(fold(part) in short_words("kind_of_body") for part in bare):
            return found, ["and"], False
        if all(bare) and all(map(_kind_of, bare)):
            return (found, ["and"], True) if _are_whole_names(bare) else ([text.strip(_ENDS)], [], True)
        if all(map(_ends_as_body, bare)):
            return found, ["and"], True
        if all(bare) and _may_be_names(bare, text):
            return [text.strip(_ENDS)], [], True
    return parts(text, _NOTHING), [], False


def _ends_as_body(name: str) -> bool:
    """Tells whether a name ends with the word for one body, as English ones do: "Data Club", "Youth Forum"."""
    words = name.split()
    return len(words) > 1 and words[0][:1].isupper() and fold(words[-1]) in short_words("body_end")


def _may_be_names(found: list[str], text: str) -> bool:
    """Tells whether names may be those of several bodies, of which one at least begins with a word that nobody knows.

    "Colegio X y Ateneo Y" may be two; "Ministerio de Economía y Hacienda" and "Ministry of Health and Social Care",
    in a language that writes all words of a name large, are one.
    """
    if _ENGLISH_AND.search(text) or "body" not in map(_kind_of, found):
        return False
    return all(len(part.split()) > 1 and part[0].isupper() for part in found)


def _are_whole_names(found: list[str]) -> bool:
    """Tells whether each of several names of bodies is one for itself, which the “and” between cannot be part of.

    That is where both are acronyms, or each begins with the word for one body and a name follows: "Réseau des communes
    et associations" is one, "Agence de coopération entre la Commune X et la Région Y" as well.
    """
    if all(map(_ACRONYM.fullmatch, found)):
        return True
    if _is_of_body(found) or any(len(part.split()) < 2 or _AMONG.search(part) for part in found):
        return False
    firsts = [part.split(maxsplit=1)[0] for part in found]
    return all((first[0].isupper() and not first.endswith("s")) or language_of(first) == "ar" for first in firsts)


@cache
def _before_arabic_bodies() -> re.Pattern[str]:
    """Gives what finds the Arabic “and”, written with the word behind it, before a word for a body."""
    words = sorted(row["word"] for row in rows("short_words") if row["kind"] in ("body", "unit"))
    return re.compile(rf"\sو(?=(?:{'|'.join(map(re.escape, words))})\s)")


def _may_be_one(separator: Separator, found: list[str]) -> bool:
    if separator == "comma":
        if len(found) == 2 and (_is_chapter(found[1]) or _ends_as_unit_of(*found) or _begins_as_unit_of(*found)):
            return True
        if _are_domains(*found):
            return True
        starts = [part[0] for part in found]
        return starts[0].isupper() and all(start.islower() for start in starts[1:]) and bool(_AND.search(found[-1]))
    if separator == "slash":
        return len({language_of(part) for part in found}) > 1
    return separator == "dash" and len(found) < _SEVERAL and not _are_bodies(found)


def _are_domains(unit: str, *others: str) -> bool:
    """Tells whether names may be domains of the unit or ministry before them, none of which begins as a body does.

    "Department of Lands, Environment and Natural Resources", "Ministère de l'Intérieur, de la Santé".
    """
    first, _, of = unit.partition(" ")
    arabic = language_of(unit) == "ar"
    if kind_of_body(first) not in ("unit", "ministry") or not (of.startswith("ال") if arabic else without_of(of) != of):
        return False
    domains = [part for each in others for part in (each.split(" و") if arabic else _AND.split(each))]
    if any(_kind_of(part) or fold(part) in short_words("kind_of_body") or _ends_as_body(part) for part in domains):
        return False
    if of.lower().startswith("of "):  # English names of domains have no article: what is short, or a title, is none
        return len(domains) > len(others) and not any(_SHORTENED.search(part) for part in domains)
    return all(part.startswith("ال") if arabic else without_of(part) != part for part in domains)


def _ends_as_unit_of(body: str, name: str) -> bool:
    """Tells whether a name may be that of a unit of the body before it: "Office of the Governor, Delivery Unit".

    English names of units end with the word for one.
    """
    words = name.split()
    return _kind_of(body) == "body" and len(words) > 1 and fold(words[-1]) in short_words("unit_end")


def _begins_as_unit_of(body: str, name: str) -> bool:
    """Tells whether a name may be that of a unit of the named body before it: "Commune de X, Service technique"."""
    return len(body.split()) > 1 and _is_of_body([body, name])


def _is_chapter(name: str) -> bool:
    """Tells whether a name is that of a part of the body before it: "section Berkane", «فرع بركان»."""
    return f"{fold(name)} ".startswith(_chapters())


@cache
def _chapters() -> tuple[str, ...]:
    return tuple(f"{word} " for word in short_words("chapter"))


def _are_bodies(found: list[str]) -> bool:
    """Tells whether each of several names is that of a body of its own: none is a unit of the one before it."""
    return all(map(_kind_of, found)) and not _is_of_body(found)


def _is_of_body(found: list[str]) -> bool:
    """Tells whether one of several names is that of a unit of the one before it."""
    return any(one == "body" and other == "unit" for one, other in pairwise(map(_kind_of, found)))


def _kind_of(name: str) -> str:
    """Tells whether a name is that of a body ("Conseil provincial", "INDH") or of a unit of one; "" for any other."""
    first = fold(name.split(maxsplit=1)[0])
    if _ACRONYM.fullmatch(name):
        return "acronym"
    return next((kind for kind in ("body", "unit") if first in short_words(kind)), "")


def _without_stop(name: str) -> str:
    """Takes the stop of a sentence off a name; that of an abbreviation stays: "Assoc.", "S.A."."""
    return name[:-1] if len(name) <= _LONGEST_NAME and _STOP.search(name) and "." not in name[:-1] else name


def _is_open_end(text: str) -> bool:
    return (fold(text) or text) in short_words("open_end")


def _one_line(text: str) -> str:
    return " ".join(text.split())
