"""Answers to a form on the web: "Horodateur | Nom (facultatif) | Quelle est votre proposition ?", «طابع زمني»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Recognised
from opengov_local.formats.wording.headings.heading_table import rows
from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold
from opengov_local.privacy.keys import private_key

_KINDS = ("proposal", "solution", "problem", "recommendation", "text")
_NAMED = ("solution", "recommendation")
"""Those of them that are named beside a verb of proposing."""
_OF_ANSWERS = ("contribution.", "disposition.", "group")
_READ_ALIKE = ("status", "related")
"""Targets of headings of plans that officers add behind the answers: what became of them."""
_PROJECTS = frozenset({"commitment.title", "milestone.title"})
_NAME, _PERSON, _DATE, _NUMBER, _AXIS = (
    "contribution.author", "contribution.person", "contribution.date", "contribution.number", "axis",
)  # fmt: skip
_SHORTEST, _LONGER = 12, 1.3
"""Letters that answers in free words have on average, and how many times longer they are than all others."""
_OPTIONAL = re.compile(r"\s*[(\[][^)\]]*[)\]]|[*?؟¿:]")
_BEHIND = re.compile(
    r"\s*[(\[](?:réponses|reponses|responses|answers|respuestas|الردود|ردود|الأجوبة|الإجابات)[)\]].*$"
    r"|(?:\s+-\s+|_)(?:Réponses au formulaire|Form Responses|Respuestas de formulario|ردود النموذج).*$",
    re.IGNORECASE,
)


class _Words(NamedTuple):
    whole: frozenset[str]
    stems: tuple[str, ...]


def is_form(headings: Iterable[str]) -> bool:
    """Tells whether a row of headings is that of answers to a form: one says when each was sent."""
    words = [_bare(heading) for heading in headings]
    if any(word in _words("time").whole for word in words):
        return True
    asked = [word in _words("begin").whole for word in words], [word in _words("end").whole for word in words]
    return all(map(any, asked)) and any(word in _words("number").whole for word in words)


def of_form(columns: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None] | None:
    """Decides what the columns of answers to a form mean.

    Args:
        columns: the columns, left to right.
        grid: the sheet.
        first: the row below the headings.

    Returns:
        The meanings, in the same order; None where it is no form, or one that asks for projects, or for nothing that
        people bring.
    """
    sure = {held.target for _, _, held in columns if held and held.score >= STRIPPED}
    if not is_form(heading for _, heading, _ in columns) or sure & _PROJECTS:
        return None
    found = [_meaning(heading, held) for _, heading, held in columns]
    found = _dated([heading for _, heading, _ in columns], found)
    for target in (_PERSON, _AXIS, _NUMBER):
        for at in _places(found, target)[1:]:
            found[at] = None
    if _places(found, _NAME):
        found = [None if held and held.target == _PERSON else held for held in found]
    longest = None if any(held and _is_said(held) for held in found) else _longest(columns, found, grid, first)
    if longest is not None:
        found[longest] = Recognised("contribution.text", NEAR)
    found = _without_details([heading for _, heading, _ in columns], found)
    return found if any(held and _is_said(held) for held in found) else None


def is_added(heading: str) -> bool:
    """Tells whether a heading of a form is that of a contact, or of what the program that made it adds by itself."""
    bare = _bare(heading)
    kinds = (*(("underscored",) if heading.strip()[:1] == "_" else ()), "added", "contact", "time", "begin", "end")
    return any(bare in _words(kind).whole for kind in kinds) or private_key(heading) == "contacts"


def sent_at(heading: str) -> bool:
    """Tells whether a heading is that of the time at which an answer to a form was sent: "Timestamp", "Horodateur"."""
    return _bare(heading) in _words("time").whole


def is_body(name: str) -> bool:
    """Tells whether the name of somebody who answered has a word for a body."""
    return bool(_words("body").whole & set(fold(name).split()))


def name_of_form(name: str | None) -> str | None:
    """Takes off the name of a file what programs put behind that of a form: "Consultation (réponses)"."""
    return (_BEHIND.sub("", name).strip() or name) if name else None


def _meaning(heading: str, held: Recognised | None) -> Recognised | None:
    bare = _bare(heading)
    if bare in _words("name").whole:
        return Recognised(_PERSON, STRIPPED)
    if bare in _words("number").whole and heading.strip()[:1] != "_":
        return Recognised(_NUMBER, STRIPPED)
    if is_added(heading):
        return None
    sure = held is not None and held.score >= STRIPPED
    if held is not None and sure and (held.target.startswith(_OF_ANSWERS) or held.target in (*_READ_ALIKE, _AXIS)):
        return held
    if _asks_theme(bare):
        return Recognised(_AXIS, STRIPPED)
    kind = None if _begins("why", bare) else _asked_for(bare) or next((one for one in _KINDS if _says(one, bare)), None)
    return Recognised(f"contribution.{kind}", STRIPPED) if kind else None


def _asked_for(bare: str) -> str | None:
    """Gives the kind that a noun before a verb of proposing names: "Quelle solution proposez-vous ?"."""
    words = bare.split()
    verb = next((at for at, word in enumerate(words) if word in _words("asks_for").whole), 0)
    return next((kind for kind in _NAMED if _says(kind, " ".join(words[:verb]))), None)


def _asks_theme(bare: str) -> bool:
    """Tells whether a question is for the theme of an answer: "Dans quel domaine ?", "Axe concerné"."""
    openings = ["", *_words("asks").whole]
    themes = _words("theme").whole
    return any(f"{bare} ".startswith(f"{opening} {theme} ".lstrip()) for opening in openings for theme in themes)


def _dated(headings: Sequence[str], meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Takes the time at which an answer was sent for its date; of several times the one at the end."""
    times = [
        at for kind in ("time", "end", "begin") for at, one in enumerate(headings) if _bare(one) in _words(kind).whole
    ]
    found = [None if held and at in times else held for at, held in enumerate(meanings)]
    if times and not _places(found, _DATE):
        found[times[0]] = Recognised(_DATE, STRIPPED)
    return found


def _without_details(headings: Sequence[str], meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Keeps what describes an answer beside it: "Titre de la proposition", "Décrivez votre proposition"."""
    found = list(meanings)
    for target in (f"contribution.{kind}" for kind in _KINDS):
        places = _places(found, target)
        details = [at for at in places if _says("detail", _bare(headings[at]))]
        if len(places) == 2 and len(details) == 1:
            found[details[0]] = None
    return found


def _is_said(meaning: Recognised) -> bool:
    return meaning.target.removeprefix("contribution.") in _KINDS


def _longest(columns: Sequence[Placed], meanings: Sequence[Recognised | None], grid: Grid, first: int) -> int | None:
    """Gives the place of the column with the longest answers in free words, where one clearly has them."""
    wide = sorted(
        (
            (width, at)
            for at, (position, heading, _) in enumerate(columns)
            if meanings[at] is None and not is_added(heading) and (width := _width(position, grid, first)) >= _SHORTEST
        ),
        reverse=True,
    )
    return wide[0][1] if wide and (len(wide) == 1 or wide[0][0] >= _LONGER * wide[1][0]) else None


def _width(position: int, grid: Grid, first: int) -> float:
    texts = [str(value).strip() for value in grid.sample_of(position, first)]
    return sum(map(len, texts)) / len(texts) if texts else 0


def _places(meanings: Sequence[Recognised | None], target: str) -> list[int]:
    return [at for at, held in enumerate(meanings) if held and held.target == target]


def _bare(heading: str) -> str:
    """Gives a heading without brackets and marks, folded."""
    return fold(_OPTIONAL.sub(" ", heading).strip(" _")).strip()


def _begins(kind: str, bare: str) -> bool:
    return any(f"{bare} ".startswith(f"{words} ") for words in _words(kind).whole)


def _says(kind: str, bare: str) -> bool:
    """Tells whether a word of a heading begins with one of a kind; Arabic words may have something joined in front."""
    stems = _words(kind).stems
    return any(
        stem in word if ARABIC_LETTER.search(stem) else word.startswith(stem) for word in bare.split() for stem in stems
    )


@cache
def _words(kind: str) -> _Words:
    folded = tuple(fold(row["words"]) for row in rows("form_words.csv") if row["kind"] == kind)
    return _Words(frozenset(folded), folded)
