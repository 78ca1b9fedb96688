"""What the workbook's own words say, and no more: with it a filled-in one is looked through once it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from opengov_local import codelists
from opengov_local.account import Piece
from opengov_local.formats.known_headings import telling_of
from opengov_local.formats.workbook.content import PLACE, UNDER, place_label
from opengov_local.formats.workbook.entries import column_of
from opengov_local.formats.workbook.layout import EXAMPLE, HEADING, HELP, MARK, MARKER, lanes, sheet_examples
from opengov_local.formats.workbook.remainder import MORE, is_more
from opengov_local.formats.workbook.tables import Sheet, sheets
from opengov_local.formats.workbook.views import View
from opengov_local.formats.workbook.wording import ABOUT, FACTS, GUIDE, LANGUAGES, LISTS, own_words
from opengov_local.importing.said import Telling
from opengov_local.model.scalars import LANGUAGE_PATTERN

_TAG: Final = re.compile(LANGUAGE_PATTERN)
_MORE: Final = re.compile(rf"{MORE}(?:\.[0-9]+)?")
_ROLES: Final = (HEADING, HELP, EXAMPLE, MARK, PLACE)


def telling_of_workbook(views: Sequence[View]) -> Telling:
    """Gives what tells which cells of a workbook say more than what is read of them, and than our own words."""
    keys = {view.kind.key: [piece.text.strip() for piece in view.keys.values()] for view in views if view.kind}
    hidden = {piece.place for view in views for piece in _hidden(view)}
    telling = telling_of(partial(_own, keys))
    return lambda headings, read, said: telling(headings, (one for one in read if one[0].place not in hidden), said)


def _hidden(view: View) -> Iterator[Piece]:
    """Gives the cells of what no column shows: whoever restores it tells of what is no such thing."""
    more = {at for at, piece in view.keys.items() if is_more(piece.text.strip())}
    return (piece for line in view.lines for at, piece in line.cells.items() if at in more)


def _own(keys: dict[str, list[str]]) -> Iterator[str]:
    yield from (*own_words(), *_ROLES, *FACTS, *LANGUAGES, *(MARKER + name for name in (GUIDE, LISTS, ABOUT)))
    tags = sorted({tag for held in keys.values() for key in held if _TAG.fullmatch(tag := key.partition("@")[2])})
    for kind in sheets():
        yield from (MARKER + kind.key, kind.key, kind.concept, *sheet_examples(kind))
        yield from (place_label(place, language) for place in kind.places for language in LANGUAGES)
        yield from (kind.titles[language] for language in LANGUAGES)
        used = [key for key in keys.get(kind.key, ()) if _is_key(kind, key)]
        for lane in (lane for language in LANGUAGES for lane in lanes(kind, language, tags, used, all_shown=True)):
            yield from (lane.key, lane.heading, lane.help, lane.example)
    for name in codelists.names():
        listed = codelists.get(name)
        yield from (name, *(listed.title(language) for language in LANGUAGES))
        yield from (text for code in listed for text in (code.code, *code.labels.values()))


def _is_key(kind: Sheet, key: str) -> bool:
    tag = key.partition("@")[2]
    concept = key.removeprefix(UNDER)
    return bool(
        key == PLACE
        or _MORE.fullmatch(key)
        or (key.startswith(UNDER) and concept in {"", *kind.parents, *(place.concept for place in kind.places)})
        or (column_of(kind, key) is not None and (not tag or bool(_TAG.fullmatch(tag))))
    )
