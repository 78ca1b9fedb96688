"""Words with which lines and sentences name a collectivity: for its kind, its council, who writes for it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from opengov_local.resources import rows_of

_PARTICLES = ("ل", "لل", "ال", "ب", "بال", "و")
"""What is joined to an Arabic word for a kind: «لجماعة», «بالجهة»."""
_THEN: Final = r"(?:\s*[:：]\s*|\s+)"
_GAP: Final = (r"\s*", r"\s+")
"""What follows a word before a name: a space, where it does not end with an apostrophe."""
_COMMUNE: Final = 3
_LEVELS: Final = ((1, ("region",)), (2, ("province", "prefecture")), (_COMMUNE, ("commune",)))


class _Word(NamedTuple):
    """A word of the table.

    Attributes:
        words: as written.
        language: `ar`, or one of Latin letters.
        role: `kind`, `council` (with its kind), `any_council` (before a word that says which), `of_council` (before a
            kind), `office` (of who writes for a council), `short` (for a kind), `qualifier` (behind a kind), or `of`
            (before a name).
        where: `head` for lines that are but a name, `sentence` for titles and sentences, `cell` for cells of sheets,
            `any` for all.
        level: the kind it says, `commune` also for what is smaller; "" where it says none, or speaks of several.
    """

    words: str
    language: str
    role: str
    where: str
    level: str


@cache
def _words() -> tuple[_Word, ...]:
    return tuple(_Word(**row) for row in rows_of(__package__, "collectivity_words.csv"))


def _any_of(role: str, *, arabic: bool, where: str = "head", level: str = "") -> str:
    """Gives a pattern of the words of a role, the longest first; of one level, where one is given."""
    said = {
        each.words
        for each in _words()
        if each.role == role
        and (each.language == "ar") == arabic
        and (each.where == "any" or where in each.where.split())
        and level in ("", each.level)
    }
    return "|".join(map(_pattern, sorted(said, key=lambda words: (-len(words), words))))


def _pattern(words: str) -> str:
    """Gives the pattern of words whose accents may be left out, with any spaces between."""
    return re.escape(words).replace("é", "[ée]").replace("'", "['’]").replace(r"\ ", r"\s+")


def _named(level: str = "") -> str:
    """Gives the pattern of the words that a line which names a collectivity begins with."""
    latin, arabic = (
        {role: _any_of(role, arabic=is_arabic, level=level) for role in ("kind", "council")}
        for is_arabic in (False, True)
    )
    before, before_arabic = (_any_of("of_council", arabic=is_arabic) for is_arabic in (False, True))
    return (
        rf"(?:(?:{latin['council']})(?=\s+(?:d[eu]s?\s|d['’]))|(?:(?:{before})\s+)?(?:{latin['kind']})\b"
        rf"|(?:{arabic['council']})(?=\s+ل)"
        rf"|(?:(?:{before_arabic})\s+)?(?:{'|'.join(_PARTICLES)})?(?:{arabic['kind']})(?!\w))"
    )


@cache
def heads_name() -> re.Pattern[str]:
    """Gives the pattern of words for a kind or a council with which a line begins that names a collectivity."""
    return re.compile(rf"(?<!\w){_named()}", re.IGNORECASE)


def depth(line: str) -> int:
    """Gives how far down lies what a line names by the word for its kind: a region 1, a province 2, a commune 3."""
    return next((at for at, levels in _LEVELS if any(_of_level(each).match(line.strip()) for each in levels)), 0)


def names_commune(line: str) -> bool:
    """Tells whether a line begins with the word for a commune, or for what is smaller."""
    return depth(line) == _COMMUNE


@cache
def _of_level(level: str) -> re.Pattern[str]:
    return re.compile(_named(level), re.IGNORECASE)


@cache
def heads_council() -> re.Pattern[str]:
    """Gives the pattern of such words that name a council."""
    council, arabic = (_any_of("council", arabic=is_arabic) for is_arabic in (False, True))
    before, before_arabic = (_any_of("of_council", arabic=is_arabic) for is_arabic in (False, True))
    latin = rf"(?:{council})(?=\s+(?:d[eu]s?\s|d['’]))|(?:{before})\s"
    arabic = rf"(?:{arabic})(?=\s+ل)|(?:{before_arabic})\s"
    return re.compile(f"(?:{latin}|{arabic})", re.IGNORECASE)


def names_council(text: str, level: str) -> bool:
    """Tells whether a text is no more than the words for the council of a level: "Conseil provincial"."""
    said = [words for arabic in (False, True) if (words := _any_of("council", arabic=arabic, level=level))]
    return bool(said) and re.fullmatch("|".join(said), text.strip(), re.IGNORECASE) is not None


@cache
def in_sentences() -> re.Pattern[str]:
    """Gives the pattern of the words for a kind or a council that name a collectivity in a title or sentence."""
    kinds, councils = (_any_of(role, arabic=False, where="sentence") for role in ("kind", "council"))
    arabic, arabic_councils = (_any_of(role, arabic=True, where="sentence") for role in ("kind", "council"))
    return re.compile(
        rf"(?<!\w)(?:(?:{kinds}|{councils})\b"
        rf"|(?:{'|'.join(_PARTICLES)})?(?:{arabic})(?!\w)"
        rf"|(?:ال|لل)(?:{arabic_councils.replace('ال', '', 1).replace('|ال', '|')})(?=\s+ل))",
        re.IGNORECASE,
    )


@cache
def of_commune() -> re.Pattern[str]:
    """Gives the pattern of words that name a commune wherever they stand."""
    said = [_any_of(role, arabic=arabic, level="commune") for role in ("kind", "council") for arabic in (False, True)]
    return re.compile("|".join(filter(None, said)), re.IGNORECASE)


@cache
def arabic_joined() -> re.Pattern[str]:
    """Gives the pattern of a particle that is joined to the front of an Arabic word for a kind: «لجماعة»."""
    return re.compile(rf"^(?:لل|ل|ب|و)(?={_any_of('kind', arabic=True)})")


@cache
def qualifier() -> str:
    """Gives the pattern of words behind that for a kind which are no part of the name: "territoriale", «الترابية»."""
    return rf"(?:{_any_of('qualifier', arabic=False)}|(?:ال)?(?:{_any_of('qualifier', arabic=True)}))(?!\w)"


@cache
def of_name() -> str:
    """Gives the pattern of what may stand between the word for a kind and a name: "de la", "d'"."""
    return rf"(?:{'|'.join(rf'(?:{_pattern(words)}){_GAP[words[-1].isalpha()]}' for words in _longest_first('of'))})?"


def _longest_first(role: str) -> list[str]:
    said = {each.words for each in _words() if each.role == role}
    return sorted(said, key=lambda words: (-len(words), words))


@cache
def before_name() -> re.Pattern[str]:
    """Gives the pattern of a cell with the word for a kind before a name, which is its only group: "Commune : X"."""
    kinds, councils, arabic = (
        _any_of(role, arabic=is_arabic, where="cell")
        for role, is_arabic in (("kind", False), ("any_council", False), ("kind", True))
    )
    latin = rf"(?:{kinds}|(?:{councils})\s\w+){_THEN}(?:(?:{_any_of('qualifier', arabic=False)})\s+)?{of_name()}"
    return re.compile(rf"^\s*(?:{latin}|(?:{arabic}){_THEN})(\S.*)$", re.DOTALL | re.IGNORECASE)


@cache
def cell_of_commune() -> re.Pattern[str]:
    """Gives the pattern of the words for a commune with which a cell begins."""
    said = [_any_of("kind", arabic=is_arabic, where="cell", level="commune") for is_arabic in (False, True)]
    return re.compile(rf"\s*(?:{'|'.join(said)})\s", re.IGNORECASE)


@cache
def word_for_commune(*, arabic: bool) -> str:
    """Gives the word for a commune that is put before a name: "Commune", «جماعة»."""
    kinds = (each for each in _words() if (each.role, each.where, each.level) == ("kind", "any", "commune"))
    return next(each.words.capitalize() for each in kinds if (each.language == "ar") == arabic)


@cache
def open_behind() -> re.Pattern[str]:
    """Gives the pattern of titles such as "Tétouan, commune ouverte"."""
    kinds = _any_of("kind", arabic=False, where="sentence")
    return re.compile(
        rf"^\s*(?P<name>[^\s,،–—|:][^,،–—|:\n]{{1,40}}?)\s*[,،]\s*(?P<kind>{kinds})\s+ouverte\b", re.IGNORECASE
    )


def spelled_out(line: str) -> str:
    """Gives a line that names a collectivity without the office in front, and a short word for its kind in full.

    "Présidence du conseil communal de X" is "conseil communal de X", "C.T. X" is "commune X".
    """
    bare = _office().sub("", line)
    return _short().sub("commune ", bare)


@cache
def _office() -> re.Pattern[str]:
    latin, arabic = (_any_of("office", arabic=is_arabic) for is_arabic in (False, True))
    return re.compile(rf"^\s*(?:(?:{latin})\s+(?={_named()})|(?:{arabic})\s+(?={_named()}))", re.IGNORECASE)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{_any_of('short', arabic=False)})(?:\s+|(?<=\.)(?=\w))(?=\S*\w)")
