"""Whose plan it is: collectivities that sheets name, alone, with a label or in a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.unregistered import country_named, hold, is_said_abroad, told_in
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.bilingual import name_in_scripts, two_parts
from opengov_local.importing.collectivity_words import before_name, cell_of_commune, heads_council, word_for_commune
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.language import language_of
from opengov_local.importing.places import mentioned
from opengov_local.importing.words import fold
from opengov_local.territories import Territory

_LONGEST_NAME, _LONGEST_MENTION = 60, 120
_OF_STATE = frozenset({"province", "prefecture"})
"""Kinds of collectivities whose names the state's administration there bears too."""
_REGISTERED = "MA"
"""The country whose territories the register has."""
_OF = "ل"
"""What joins an Arabic name to what is before it."""
_LINES = re.compile(r"\n|\s+[/|–—-]\s+")


def is_abroad(state: State) -> bool:
    """Tells whether the file, or else the user, says that it is of a country whose territories are not registered."""
    return state.land not in ("", _REGISTERED)


def territory_of(state: State, piece: Piece) -> Territory | None:
    """Gives the reference territory whose name, with the word for its kind, a cell is."""
    text = piece.text.strip()
    if is_abroad(state):
        return None
    is_short = all(len(part) <= _LONGEST_NAME for part in two_parts(text) or (text,))
    return _find(state, text).one if is_short and before_name().match(text) else None


def letterhead_lines(state: State, piece: Piece) -> list[Piece]:
    """Gives the lines of a cell that holds a letterhead, two of which name territories; of another, the cell.

    A cell that names one in two languages is read as a whole.
    """
    lines = [piece._replace(text=line.strip()) for line in piece.text.splitlines() if line.strip()]
    named = {one.code for line in lines if (one := territory_of(state, line)) is not None}
    return lines if len(named) > 1 else [piece]


def _without_district(text: str) -> str:
    """Takes a district, which no register has, off the province it lies in: "Province de X - Cercle de Y"."""
    found = _APART.search(text)
    return text[: found.start()] if found and begins("district", text[found.end() :]) else text


_APART = re.compile(r"\s*[-–—/|,،\n]\s+|\s+[-–—/|]\s*")


def doubtful_owner(state: State, pieces: Sequence[Piece], nearest: Piece | None) -> bool:
    """Tells whether a province is named by nothing but the letterhead of the state there, and says so.

    "Province de X" above "Secrétariat général" is the governor's administration, which writes for communes too.

    Args:
        state: what was read so far.
        pieces: the cells above the table, from the top.
        nearest: the cell of the smallest territory among them.
    """
    territory = territory_of(state, nearest) if nearest is not None else None
    if nearest is None or territory is None or territory.kind not in _OF_STATE or state.collectivity is not None:
        return False
    others = [piece for piece in pieces if piece.place != nearest.place]
    served = next((piece for piece in others if begins("state_service", piece.text)), None)
    named = any(begins("territorial_council", one.text) or named_territory(state, one, one.text) for one in others)
    if served is None or named:
        return False
    state.within, state.currency = territory.code, state.currency or "MAD"
    state.draft.say("import/owner-doubtful", nearest, name=nearest.text.strip(), text=served.text.strip())
    return True


def registered(state: State, text: str) -> bool:
    """Tells whether a name with the word for a kind is that of one territory of the register: "Ville d'Agadir"."""
    return not is_abroad(state) and _find(state, text).one is not None


def is_commune(text: str) -> bool:
    """Tells whether a text is no more than the word for a commune and a name."""
    return is_territory(text) and cell_of_commune().match(text) is not None


def is_short(text: str) -> bool:
    """Tells whether a text is short enough to name whose plan it is; of a letterhead, whether each line of it is."""
    lines = [line.strip() for line in _LINES.split(text)]
    longest = max(map(len, lines)) if country_named(lines[0]) else len(text)
    return longest <= _LONGEST_MENTION


def commune_below(pieces: Sequence[Piece], above: Piece, outer: Territory) -> Piece | None:
    """Gives what names the smallest territory, where the smallest with the word for its kind is no commune.

    It may be the bare name of a commune of that province, which then gets the word for its kind.

    Args:
        pieces: the cells, from the top.
        above: the cell of that territory.
        outer: the territory.

    Returns:
        The cell of the territory itself where none below is such a name; None where one is that of both.
    """
    below = [piece for piece in pieces[pieces.index(above) + 1 :] if len(piece.text.strip()) <= _LONGEST_NAME]
    for piece in below if outer.kind != "region" else ():
        text = piece.text.strip()
        if not is_territory(text) and territories.find(text, kind="commune", within=outer).one is not None:
            word = word_for_commune(arabic=language_of(text) == "ar")
            return None if fold(text) == fold(_bare(above.text)) else piece._replace(text=f"{word} {text}")
    return above


def _find(state: State, text: str) -> territories.Matches:
    """Finds the territories of a name; of several, the one in the province that stands beside it."""
    text = _without_district(text)
    found = territories.find(text)
    if found.one is not None or not state.within:
        return found
    settled = territories.find(text, within=state.within)
    return settled if settled.one is not None else found


def is_territory(text: str) -> bool:
    """Tells whether a text is no more than a name with the word for a kind of territory before it."""
    return len(text.strip()) <= _LONGEST_NAME and before_name().match(text) is not None


def named_territory(state: State, piece: Piece, text: str) -> str | None:
    """Gives the name of the one reference territory that a title names; says where it names one only in part."""
    named = None if is_abroad(state) else mentioned(text)
    if named is None or is_said_abroad(text, named.name):
        return None
    if named.territory is not None:
        return named.name
    if named.other is not None:
        state.draft.say("import/territory-part", piece, name=named.name, part=named.part, number=named.other.code)
    return None


def read_collectivity(state: State, piece: Piece, text: str) -> Node | None:
    """Adds the collectivity of a name, as whose plan this is; a reference territory gives kind, country and code.

    Returns:
        The collectivity; None where the name is that of no single territory: then it is kept, and a finding says so, at
        the end of the file, which may say the country of one that no register knows.
    """
    draft = state.draft
    known = draft.root.data.get("collectivities", ())
    territory = None if is_abroad(state) else _find(state, text).one
    for other in known:
        if fold(text) in map(fold, other["name"].values()) or (territory and _has_code(other, territory.code)):
            draft.used(piece, draft.node_of(other), "name")
            return state.collectivity or _as_whose(state, draft.node_of(other))
    if territory is None and (is_abroad(state) or not _find(state, text).ambiguous):
        hold(state, piece, text)
        return None
    node = add_collectivity(state, piece, text)
    return _as_whose(state, node) if node is not None else None


def _as_whose(state: State, node: Node) -> Node:
    """Ties the plan to a collectivity, whose it is."""
    state.collectivity = state.collectivity or node
    held = state.plan.data.setdefault("collectivities", [])
    if node.target not in held:
        held.append(node.target)
    return node


def collectivity_of(state: State, piece: Piece, heading: str) -> Node | None:
    """Gives the collectivity that a cell of a column names, new or known; None where it is no single territory.

    Where a name is that of several territories, a heading that is the word for a kind ("Commune") tells.
    """
    text = with_kind(heading, piece.text.strip())
    territory = None if is_abroad(state) else territories.find(text).one
    for other in state.draft.root.data.get("collectivities", ()):
        if territory and _has_code(other, territory.code):
            return state.draft.node_of(other)
    return add_collectivity(state, piece, text)


def _has_code(collectivity: dict[str, Any], code: str) -> bool:
    return any(number.get("value") == code for number in collectivity.get("identifiers", ()))


def with_kind(heading: str, text: str) -> str:
    """Puts the word for a kind before a name that needs one to be that of a single territory."""
    if territories.find(text).one is None and before_name().match(f"{heading} {text}"):
        return f"{heading.strip()} {text}"
    return text


def with_kind_abroad(heading: str, text: str) -> str:
    """Puts the word for a kind before a name that no register has: "Municipio | Zapopan"."""
    named = f"{heading.strip()} {text}"
    unknown = told_in(text) is None and territories.find(text).one is None
    return named if unknown and told_in(named) is not None else text


def add_collectivity(state: State, piece: Piece, text: str) -> Node | None:
    """Adds the collectivity of a name; None where it is that of no single territory: it is kept, and that is said."""
    draft = state.draft
    matches = _find(state, text)
    is_other = is_abroad(state) or piece.text.strip().isdecimal()  # a number is that of something else
    territory = None if is_other else matches.one
    if territory is None:
        draft.keep(piece, field="collectivity")
        code = (
            "import/territory-ambiguous" if matches.ambiguous and not is_abroad(state) else "import/territory-unknown"
        )
        draft.say(code, piece, name=text)
        return None
    node = draft.add(draft.root, "collectivities", piece)
    for part in name_in_scripts(territories.without_places(text)):
        draft.put(
            node,
            "name",
            name := _without_council(_bare(part), territory),
            piece,
            language=_language(draft, name, territory),
        )
    node.data |= {"kind": territory.kind, "country": _REGISTERED}
    number = draft.add(node, "identifiers", piece)
    number.data |= {"scheme": "MA-HCP", "value": territory.code}
    draft.say("import/territory-recognised", piece, severity="info", node=node, name=text, number=territory.code)
    state.currency = state.currency or "MAD"
    return node


def name_again(draft: Draft, node: Node, piece: Piece) -> bool:
    """Puts the name in another script that a line or cell has of a collectivity; tells whether there is one."""
    named_again = False
    for part in two_parts(piece.text) or (piece.text,):
        named = mentioned(part)
        found = named.territory if named is not None else None
        if found is not None and _has_code(node.data, found.code) and language_of(part) not in node.data["name"]:
            _put_name(draft, node, named.name if named else part, piece, found)
            named_again = True
        elif found is not None and not _has_code(node.data, found.code) and found.kind == node.data.get("kind"):
            kept = next(iter(node.data["name"].values()))
            if (language_of(part) == "ar") in [language == "ar" for language in node.data["name"]]:
                draft.say("import/conflict", piece, node=node, field="collectivities", kept=kept, text=part)
            else:
                draft.say("import/parts-differ", piece, node=node, heading=piece.text, kept=kept, text=part)
    return named_again


def _put_name(draft: Draft, node: Node, text: str, piece: Piece, territory: Territory) -> None:
    name = _without_council(_bare(text), territory)
    draft.put(node, "name", name, piece, language=_language(draft, name, territory))


def _language(draft: Draft, name: str, territory: Territory) -> str | None:
    """Gives the language of a name that is the register's French one, where nothing else tells of Latin letters."""
    return "fr" if draft.options.language is None and fold(name) == fold(territory.name_fr) else None


def _without_council(name: str, territory: Territory) -> str:
    """Takes the council off an Arabic name, and what joins it: «المجلس الإقليمي لسطات» is that of «سطات»."""
    found = heads_council().match(name)
    if found is None or language_of(name) != "ar":
        return name
    joined, kind = name[found.end() :].strip().removeprefix(_OF), territory.kind
    return next((one for one in (joined, f"ا{joined}") if territories.find(one, kind=kind).one == territory), name)


def _bare(text: str) -> str:
    """Takes the word for the kind off a name: "Commune d'Agadir" is named "Agadir"."""
    text = _without_district(text)
    found = before_name().match(text)
    return found[1].strip() if found else text.strip()
