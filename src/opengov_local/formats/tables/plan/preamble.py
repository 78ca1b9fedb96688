"""What stands above a table or beside it: the title of the plan, its period, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from opengov_local.account import Piece, Place
from opengov_local.formats.tables.drafted.axis_above import axis_line
from opengov_local.formats.tables.drafted.plan_years import is_span_of_years, put_years
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.drafted.unregistered import (
    close_unregistered,
    hold,
    hold_before_tail,
    told_in,
    without_countries,
)
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.tables.plan import smallest_territory
from opengov_local.formats.tables.plan.plan_pairs import as_period, read_pair
from opengov_local.formats.tables.plan.plan_title import (
    COLON,
    MARKS,
    PERIOD,
    YEARS,
    about,
    ends_in_years,
    may_be_title,
    read_title,
)
from opengov_local.formats.tables.plan.project_above import project_line
from opengov_local.formats.tables.plan.titles_of_reports import follows_up
from opengov_local.formats.tables.plan.whose_plan import (
    doubtful_owner,
    is_short,
    letterhead_lines,
    name_again,
    named_territory,
    read_collectivity,
    registered,
    territory_of,
    with_kind,
    with_kind_abroad,
)
from opengov_local.formats.wording.headings.heading_meanings import Recognised, targets
from opengov_local.formats.wording.headings.phrases import begins, phrases
from opengov_local.formats.wording.headings.vocabulary import of_plan, recognise
from opengov_local.importing.dates import read_date
from opengov_local.importing.language import language_of
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

_SURE = 95
_OF_PLANS = ("plan", "collectivity")
_YEARS_ALONE = re.compile(rf"\s*\(?\s*(?:{PERIOD}:?\s*)?{YEARS}", re.IGNORECASE)


def read_preamble(state: State, rows: list[Row]) -> list[Piece]:
    """Reads the rows above a table: labels with their values, the title of the plan, and whose it is.

    Labels of what tables say of their rows ("Intitulé du projet :") are left for the table, in `state.pairs`.

    Args:
        state: what was read so far.
        rows: the pieces of each row, by column.

    Returns:
        The pieces that were not understood; nobody has spoken of them yet.
    """
    unread: list[Piece] = []
    rows = without_countries(state, rows)
    lines = (line for row in rows for piece in row.values() for line in letterhead_lines(state, piece))
    nearest = smallest_territory.nearest(state, [*lines, *_labelled(rows)])
    years: list[Piece] = []
    doubtful = doubtful_owner(state, [*(piece for row in rows for piece in row.values())], nearest)
    for row in rows:
        columns = sorted(row)
        skip: set[int] = set()
        for column in columns:
            if column in skip:
                continue
            piece = row[column]
            following = next((other for other in columns if other > column), None)
            if following is not None and _of_territory(piece) and row[following].place == _place(nearest):
                skip.add(following)
                state.draft.ignore(piece, "heading")
                read_collectivity(state, row[following], with_kind(piece.text.strip(MARKS), row[following].text))
            elif following is not None and (
                _titles(state, piece, row[following])
                or (not _is_label(row[following]) and _labels(state, piece, row[following]))
            ):
                skip.add(following)
            elif _is_label(piece) and (following is None or _is_label(row[following])):
                state.draft.ignore(piece, "heading")  # nothing is said beside it
            elif (nearest is not None and doubtful and piece.place == nearest.place) or not (
                axis_line(state, piece)
                or project_line(state, piece)
                or (ends_in_years(piece.text) and read_title(state, piece))
                or _label_and_value(state, piece)
                or _names(state, piece, nearest, years)
            ):
                unread.append(piece)
    return unread + [piece for piece in years if not _put_period(state, piece)]


def _of_territory(piece: Piece) -> bool:
    """Tells whether a cell is the label of a region or province, which are named above the commune of a plan."""
    return fold(piece.text) in phrases("territory_label")


def _labelled(rows: list[Row]) -> Iterator[Piece]:
    """Gives the cells behind labels of territories, each with its label as the word for its kind."""
    for row in rows:
        for label, value in pairwise(row.values()):
            heading = label.text.strip(MARKS)
            meaning = recognise(heading, ())
            if _of_territory(label) or (meaning is not None and meaning.target == "collectivity"):
                yield value._replace(text=with_kind(heading, value.text.strip()))


def _place(piece: Piece | None) -> Place | None:
    return piece.place if piece else None


def _names(state: State, piece: Piece, nearest: Piece | None, years: list[Piece]) -> bool:
    """Takes a cell for the collectivity or the title of the plan; its years alone are taken up, to be read last."""
    if nearest is not None and piece.place == nearest.place:
        return _is_collectivity(state, nearest) or read_title(state, piece)
    if _is_years(piece.text):
        years.append(piece)
        return True
    if territory_of(state, piece) is not None:
        return state.collectivity is not None and name_again(state.draft, state.collectivity, piece)
    lines = letterhead_lines(state, piece)
    if len(lines) > 1 and state.collectivity is not None:
        return any(name_again(state.draft, state.collectivity, line) for line in lines if territory_of(state, line))
    return read_title(state, piece) or _mentions(state, piece)


def _is_years(text: str) -> bool:
    """Tells whether a line says nothing but the first and last year: "(2026-2027)", "Années 2026 et 2027"."""
    return bool(_YEARS_ALONE.fullmatch(plain_digits(text)) or is_span_of_years(text))


def _put_period(state: State, piece: Piece) -> bool:
    """Takes such a line for the period of a plan that has none yet, unless a label asks for that."""
    labelled = any(is_span_of_years(pair.text) for pair in state.pairs)
    if labelled or not state.has_plan or "period" in state.plan.data:
        return False
    put_years(state, piece, piece.text)
    return "period" in state.plan.data


def _mentions(state: State, piece: Piece) -> bool:
    """Takes a collectivity that a short text names with the word for its kind, be it in a register or not."""
    text = piece.text.strip()
    if state.collectivity is not None or not is_short(text) or begins("district", text):
        return False
    if named := named_territory(state, piece, text):
        if not smallest_territory.lies_within(state, named):
            return False
        put_years(state, piece, text)
        if (node := read_collectivity(state, piece, named)) is not None:
            name_again(state.draft, node, piece)
        return node is not None
    if hold_before_tail(state, piece, text) or told_in(text) is None:
        return False
    if registered(state, text):
        return read_collectivity(state, piece, text) is not None
    hold(state, piece, text)
    return True


def _is_label(piece: Piece) -> bool:
    """Tells whether a cell is a known label with its colon."""
    text = piece.text.strip()
    meaning = of_plan(text.strip(MARKS)) if text[-1:] in (":", "：") else None
    return meaning is not None and meaning.score >= _SURE


def _labels(state: State, label: Piece, value: Piece) -> bool:
    """Reads a label and the cell beside it."""
    heading = label.text.strip().rstrip(":：").strip()
    meaning = of_plan(heading)
    if fold(heading) in phrases("session_label"):
        meaning = Recognised("plan.session", _SURE)
    elif fold(heading) in phrases("plan_label") and read_date(value.text.strip()) is not None:
        meaning = Recognised("plan.period", _SURE)
    if meaning is None or meaning.score < _SURE or (meaning.target == "plan.title" and follows_up(value.text)):
        return False
    pair = Pair(meaning, heading, label, value, value.text)
    if targets()[meaning.target].scope in _OF_PLANS:
        state.draft.ignore(label, "heading")
        put_pair(state, pair)
        return True
    return _pair(state, pair)


def _label_and_value(state: State, piece: Piece) -> bool:
    """Reads a cell that holds both: "Commune : Agadir"."""
    parts = COLON.match(piece.text)
    meaning = of_plan(parts[1].strip()) if parts else None
    if parts is not None and meaning is not None and meaning.target == "plan.title" and follows_up(parts[2]):
        return False
    if parts is not None and meaning is not None and meaning.score >= _SURE:
        pair = Pair(meaning, parts[1].strip(), piece, piece, parts[2].strip())
        if targets()[meaning.target].scope not in _OF_PLANS:
            return _pair(state, pair)
        put_pair(state, pair)
        return True
    return False


def _pair(state: State, pair: Pair) -> bool:
    """Leaves a label and its value for the table below, if it is of a kind that a commitment has."""
    if targets()[pair.meaning.target].scope not in ("commitment", "item", "axis"):
        return False
    state.pairs.append(pair)
    return True


def put_pair(state: State, pair: Pair) -> None:
    """Reads what a label says of the plan; what does not read as its label asks is kept."""
    pair = as_period(pair)
    piece, meaning = pair.value, pair.meaning
    if meaning.target == "collectivity":
        read_collectivity(state, piece, with_kind_abroad(pair.heading, with_kind(pair.heading, pair.text)))
    elif meaning.target == "plan.title":
        state.draft.put(state.plan, "title", pair.text, piece, language=meaning.text_language)
        about(state, piece, pair.text)
    elif not read_pair(state, pair):
        state.draft.keep(piece, state.plan, label=pair.heading)
        if targets()[meaning.target].reads in ("date", "period"):
            state.draft.say("import/date-unread", piece, node=state.plan, heading=pair.heading, text=pair.text)


def _titles(state: State, label: Piece, value: Piece) -> bool:
    """Reads the title of a document beside a label that says so: "Document", «الوثيقة», or "Plan"."""
    if (
        fold(label.text.strip(MARKS)) not in (*phrases("document_label"), *phrases("plan_label"))
        or not may_be_title(value.text)
        or not read_title(state, value)
    ):
        return False
    state.draft.ignore(label, "heading")
    return True


def _is_collectivity(state: State, piece: Piece) -> bool:
    """Takes a cell that is the name of one reference territory, with the word for its kind, for whose plan it is."""
    if state.collectivity is not None or territory_of(state, piece) is None:
        return False
    read_collectivity(state, piece, piece.text.strip())
    return True


def close(state: State, name: str | None, language: str | None) -> None:
    """States what a plan must have and the source does not say plainly, each with a finding."""
    draft = state.draft
    close_unregistered(state)
    if not state.has_plan:
        return
    plan = state.plan
    if "title" not in plan.data and name:
        plan.data["title"] = {language_of(name, language): name}
        draft.say("import/assumed", node=plan, field="title", value=name)
    if "framework" not in plan.data:
        plan.data["framework"] = "other"
        draft.say("import/assumed", severity="info", node=plan, field="framework", value="other")
