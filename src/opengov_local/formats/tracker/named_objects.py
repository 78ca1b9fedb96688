"""Objects that rows of updates name themselves, where no plan has them: commitments, milestones and indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.writing import add_identifier
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.plan.plan_title import about, may_be_title
from opengov_local.formats.tables.plan.preamble import close
from opengov_local.formats.tracker.column_steps import MEASURES
from opengov_local.formats.tracker.definition_format import SCHEME
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.update import put_measure
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold, read_number
from opengov_local.importing.words.numerals import plain_digits

Headed = Sequence[tuple[Heading | None, Piece]]


class _Level(NamedTuple):
    """A kind of objects: the field that holds them, that of their words, and the kind of words for one of them."""

    field: str
    words: str
    word: str


_LEVELS: Final[Mapping[str, _Level]] = {
    "commitment": _Level("commitments", "title", "project_word"),
    "milestone": _Level("milestones", "title", "activity_word"),
    "indicator": _Level("indicators", "name", "indicator"),
}
"""Outermost first."""
_NUMBER: Final = re.compile(r"[\w./-]*[0-9][\w./-]*")
_SPACED: Final = re.compile(
    r"^(?P<code>[^\W\d_]{0,4}[-.]?[0-9]{1,4}(?:[.-][0-9]{1,4})*)[.:)]?\s+(?P<title>[^\W\d_].*)$", re.DOTALL
)


class Named(NamedTuple):
    """An object that a row names: of what kind, by what number and title, and in which cells.

    Attributes:
        kind: its kind.
        number: its number, "" for none.
        title: its title.
        piece: the cell of the title.
        language: the language of that, where its heading says it.
        others: its title in further languages, each in a cell of its own.
    """

    kind: str
    number: str
    title: str
    piece: Piece
    language: str | None = None
    others: tuple[tuple[str, Piece], ...] = ()


def named_in(cells: Headed) -> list[Named] | None:
    """Gives the objects that a row names, each in the one before; None where one of them is named by no title.

    A number before a title is taken off where those around it have it too: "1 Portal", "1.1 Launch it".
    """
    whole = {kind: _whole(kind, cells) for kind in _LEVELS}
    found = [named for named in whole.values() if named is not None]
    if found and (whole["commitment"] is None or not all(named.title for named in found)):
        return None
    parted = [_parted(named) for named in found]
    told: list[Named] = []
    for at, named in enumerate(found):
        number, title = parted[at]
        above = told[at - 1].number if at else ""
        chained = (
            number.startswith((f"{above}.", f"{above}-")) if at else _leads(number, [each for each, _ in parted[1:]])
        )
        if named.number or not number or not chained:
            front = split_number(named.title, _LEVELS[named.kind].word)
            number, title = named.number or front.number or "", front.title
        told.append(named._replace(number=number, title=title))
    return told


def _leads(number: str, others: list[str]) -> bool:
    return any(other.startswith((f"{number}.", f"{number}-")) for other in others)


def _whole(kind: str, cells: Headed) -> Named | None:
    """Gives what the cells of a kind say: a number alone, and the title."""
    pieces = [piece for heading, piece in cells if heading and heading.field == kind]
    if not pieces:
        return None
    numbers = [piece.text.strip() for piece in pieces if _is_number(piece)]
    titles = [(heading.language, piece) for heading, piece in cells
              if heading and heading.field == kind and not _is_number(piece)]  # fmt: skip
    number = numbers[0] if len(numbers) == 1 else ""
    if not titles:
        return Named(kind, number, "", pieces[0])
    (language, first), *rest = titles
    others = tuple((spoken, piece) for spoken, piece in rest if spoken is not None and spoken != language)
    single = len(others) == len(rest) == len({spoken for spoken, _ in others})
    return Named(kind, number, first.text.strip() if single else "", first, language, others)


def _is_number(piece: Piece) -> bool:
    return _NUMBER.fullmatch(plain_digits(piece.text.strip())) is not None


def _parted(named: Named) -> tuple[str, str]:
    found = _SPACED.match(named.title)
    return (found["code"], found["title"].strip()) if found else ("", named.title)


def named_by(rows: Iterable[Headed]) -> list[list[Named]]:
    """Gives what rows of updates name, where each names all by titles and some of that are indicators; else nothing."""
    told = [named_in(cells) for cells in rows]
    found = [names for names in told if names]
    indicators = any(named.kind == "indicator" for names in found for named in names)
    return found if indicators and None not in told else []


def make_objects(draft: Draft, rows: Sequence[Headed], source: str | None, above: Sequence[Piece] = ()) -> bool:
    """Makes the plan whose objects rows of updates name; where one of the rows names none by a title, none is made.

    Args:
        draft: the draft.
        rows: the cells of each row.
        source: name of the file, after which the plan is called where nothing above the rows is its title.
        above: the texts above the rows.

    Returns:
        Whether it was made.
    """
    told = named_by(rows)
    if not told:
        return False
    plan = draft.add(draft.root, "plans", told[0][0].piece)
    made: dict[tuple[str, ...], Node] = {}
    for cells in rows:
        inner = _put_named(draft, plan, named_in(cells) or [], made)
        if inner is not None and inner.model.concept == "indicator":
            _put_measures(draft, inner, cells)
    state = State(draft)
    state.go_on(plan)
    for piece in above:
        if "title" not in plan.data and may_be_title(piece.text) and draft.put(plan, "title", piece.text, piece):
            about(state, piece, piece.text)
    close(state, PurePath(source).stem.strip() if source and source != "-" else None, draft.options.language)
    draft.say("import/plan-of-updates", node=plan, count=len(made))
    return True


def _put_named(draft: Draft, plan: Node, names: Sequence[Named], made: dict[tuple[str, ...], Node]) -> Node | None:
    """Makes the objects of a row that no row before has named; gives the innermost."""
    above, key = plan, tuple[str, ...]()
    for named in names:
        key = (*key, named.kind, fold(named.number), fold(named.title))
        above = made.get(key) or _made(draft, above, named)
        made[key] = above
    return above if names else None


def _put_measures(draft: Draft, indicator: Node, cells: Headed) -> None:
    """Puts what a row says of its indicator itself: its unit, where it starts and should arrive."""
    said = [(heading, piece) for heading, piece in cells if heading is not None and heading.field in MEASURES]
    for heading, piece in sorted(said, key=lambda cell: cell[0].field != "indicator.unit"):
        field = heading.field.partition(".")[2]
        if field == "unit":
            draft.put(indicator, field, piece.text, piece, language=heading.language)
            continue
        is_rate = read_number(piece.text).unit == "%"
        if is_rate and not indicator.data.keys() & {"unit", "baseline", "target"}:
            draft.put(indicator, "unit", "%", piece, language=heading.language or draft.options.language)
        rated = is_rate and set(indicator.data.get("unit", {}).values()) == {"%"}
        put_measure(draft, indicator, field, heading, piece, in_percent=rated)


def _made(draft: Draft, above: Node, named: Named) -> Node:
    level = _LEVELS[named.kind]
    node = draft.add(above, level.field, named.piece)
    draft.put(node, level.words, named.title, named.piece, language=named.language)
    for language, piece in named.others:
        draft.put(node, level.words, piece.text, piece, language=language)
    if named.number and "number" in node.shapes:
        draft.put(node, "number", named.number, named.piece)
    elif named.number:
        add_identifier(draft, node, SCHEME, named.number, named.piece)
    return node
