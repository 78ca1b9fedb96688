"""What stands above a table or beside it: the title of the plan, its period, whose it is."""

from __future__ import annotations

import re

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables.pieces import Row
from opengov_local.formats.tables.state import State
from opengov_local.formats.tables.vocabulary import Recognised, phrases, recognise, says
from opengov_local.importing.dates import find_dates
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of
from opengov_local.importing.words import fold

_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_COLON = re.compile(r"^\s*([^:：\n]{2,60}?)\s*[:：]\s*(\S.*)$", re.DOTALL)
_PLAN_LABELS = ("plan.title", "plan.period", "plan.vision", "plan.adopted_on", "collectivity")
_OF = r"(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*|of\s+)?"
_LATIN_KIND = r"(?:[Cc]ommune|[Rr]égion|[Rr]egion|[Pp]rovince|[Pp]réfecture|[Mm]unicipalité|[Mm]unicipality)"
_LATIN_NAME = r"[A-ZÀ-Ý][\w’'\-–]*(?:[ -][A-ZÀ-Ý][\w’'\-–]*)*"
_ARABIC_KIND = r"(?:جماعة|جهة|إقليم|عمالة)"
_KIND = re.compile(
    rf"({_LATIN_KIND}\s+{_OF}{_LATIN_NAME}|{_ARABIC_KIND}\s+[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){{0,2}})"
)
_PREFIX = re.compile(rf"^\s*(?:(?:{_LATIN_KIND}|[Cc]onseil\s\w+)\s+{_OF}|{_ARABIC_KIND}\s+)(\S.*)$", re.DOTALL)


def read_preamble(state: State, rows: list[Row]) -> None:
    """Reads the rows above a table: labels with their values, and the title of the plan.

    Args:
        state: what was read so far.
        rows: the pieces of each row, by column.
    """
    for row in rows:
        columns = sorted(row)
        skip: set[int] = set()
        for column in columns:
            if column in skip:
                continue
            piece = row[column]
            following = next((other for other in columns if other > column), None)
            if following is not None and _labels(state, piece, row[following]):
                skip.add(following)
            elif not (_label_and_value(state, piece) or _is_collectivity(state, piece) or read_title(state, piece)):
                state.draft.keep(piece)


def _labels(state: State, label: Piece, value: Piece) -> bool:
    """Reads a label and the cell beside it."""
    meaning = recognise(label.text.strip().rstrip(":：").strip(), ())
    if meaning is None or meaning.target not in _PLAN_LABELS or meaning.score < 95:
        return False
    state.draft.ignore(label, "heading")
    _put(state, meaning, value, value.text)
    return True


def _label_and_value(state: State, piece: Piece) -> bool:
    """Reads a cell that holds both: "Commune : Agadir"."""
    parts = _COLON.match(piece.text)
    meaning = recognise(parts[1], ()) if parts else None
    if parts is None or meaning is None or meaning.target not in _PLAN_LABELS or meaning.score < 95:
        return False
    _put(state, meaning, piece, parts[2])
    return True


def _put(state: State, meaning: Recognised, piece: Piece, text: str) -> None:
    draft = state.draft
    if meaning.target == "collectivity":
        read_collectivity(state, piece, text)
    elif meaning.target == "plan.period":
        _period(state, piece, text)
    elif meaning.target == "plan.title":
        draft.put(state.plan, "title", text, piece, language=meaning.text_language)
        about(state, piece, text)
    elif meaning.target == "plan.vision":
        draft.put(state.plan, "strategic_vision", text, piece, language=meaning.text_language)
    else:
        dates = find_dates(text)
        if len(dates) == 1 and dates[0].reading.kind == "date":
            adoption = draft.add(state.plan, "adoptions", piece)
            draft.put(adoption, "date", dates[0].reading.start, piece)
        else:
            draft.keep(piece, state.plan, label=meaning.target)


def _period(state: State, piece: Piece, text: str) -> None:
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].reading.qualifier:
        state.draft.keep(piece, state.plan, label="plan.period")
        state.draft.say("import/date-unread", piece, node=state.plan, heading="plan.period", text=text)
        return
    reading = dates[0].reading
    if reading.start:
        state.draft.put(state.plan, "period.start", reading.start, piece)
    if end := reading.end or (reading.start if reading.kind == "date" else None):
        state.draft.put(state.plan, "period.end", end, piece)


def read_title(state: State, piece: Piece) -> bool:
    """Takes a piece for the title of the plan, if its words are those of one and there is none yet."""
    text = piece.text.strip()
    if "title" in state.plan.data if state.has_plan else False:
        return False
    if len(text) > 300 or not (says("plan", text) or (_YEARS.search(text) and len(text) > 10)):
        return False
    state.draft.put(state.plan, "title", text, piece)
    state.draft.explain("layout/plan-title", piece, text=text)
    about(state, piece, text)
    return True


def about(state: State, piece: Piece, text: str) -> None:
    """Reads what a title says beside: the years of the plan, its framework, whose it is."""
    years = _YEARS.findall(text)
    if len(years) == 2 and years[0] <= years[1] and "period" not in state.plan.data:
        state.draft.put(state.plan, "period.start", years[0], piece)
        state.draft.put(state.plan, "period.end", years[1], piece)
    if "framework" not in state.plan.data:
        for framework, kind in (("remacto", "remacto"), ("ogp_local", "ogp")):
            if says(kind, text):
                state.draft.put(state.plan, "framework", framework, piece)
                state.draft.say(
                    "import/assumed", piece, severity="info", node=state.plan, field="framework", value=framework
                )
                break
    if state.collectivity is None and (named := _named(text)):
        read_collectivity(state, piece, named)


def _named(text: str) -> str | None:
    """Finds the name of one reference territory, with the word for its kind before it, in a title."""
    for found in _KIND.finditer(text):
        words = found[1].split()
        for length in range(len(words), 1, -1):
            name = " ".join(words[:length])
            if territories.find(name).one is not None:
                return name
    return None


def _is_collectivity(state: State, piece: Piece) -> bool:
    """Takes a cell that is the name of one reference territory, with the word for its kind, for whose plan it is."""
    text = piece.text.strip()
    if (
        state.collectivity is not None
        or len(text) > 60
        or not _PREFIX.match(text)
        or territories.find(text).one is None
    ):
        return False
    read_collectivity(state, piece, text)
    return True


def read_collectivity(state: State, piece: Piece, text: str) -> Node | None:
    """Adds the collectivity of a name, as whose plan this is; a reference territory gives kind, country and code.

    Returns:
        The collectivity; None where the name is that of no single territory: then it is kept, and a finding says so.
    """
    draft = state.draft
    known = draft.root.data.get("collectivities", ())
    if any(fold(text) in map(fold, other["name"].values()) for other in known):
        draft.used(piece, state.collectivity or draft.root, "name")
        return state.collectivity
    matches = territories.find(text)
    territory = matches.one
    if territory is None:
        draft.keep(piece, label="collectivity")
        code = "import/territory-ambiguous" if matches.ambiguous else "import/territory-unknown"
        draft.say(code, piece, name=text)
        return None
    node = draft.add(draft.root, "collectivities", piece)
    draft.put(node, "name", _bare(text), piece)
    node.data |= {"kind": territory.kind, "country": "MA"}
    number = draft.add(node, "identifiers", piece)
    number.data |= {"scheme": "MA-HCP", "value": territory.code}
    draft.say("import/territory-recognised", piece, severity="info", node=node, name=text, number=territory.code)
    state.collectivity = state.collectivity or node
    state.currency = state.currency or "MAD"
    state.plan.data.setdefault("collectivities", []).append(node.target)
    return node


def _bare(text: str) -> str:
    """Takes the word for the kind off a name: "Commune d'Agadir" is named "Agadir"."""
    found = _PREFIX.match(text)
    return found[1].strip() if found else text.strip()


def close(state: State, name: str | None, language: str | None) -> None:
    """States what a plan must have and the source does not say plainly, each with a finding."""
    draft = state.draft
    if not state.has_plan:
        return
    plan = state.plan
    if "title" not in plan.data and name:
        plan.data["title"] = {language_of(name, language): name}
        draft.say("import/assumed", node=plan, field="title", value=name)
    if "framework" not in plan.data:
        plan.data["framework"] = "other"
        draft.say("import/assumed", severity="info", node=plan, field="framework", value="other")


def is_generic(name: str) -> bool:
    """Tells whether the name of a sheet says nothing: "Feuil1", "Plan d'action"."""
    words = fold(name).rstrip(" 0123456789")
    return words in phrases("generic_title") or not words
