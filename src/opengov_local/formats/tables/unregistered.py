"""Collectivities that no register of ours knows: what names say of their kind, and where their country is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.tables import countries
from opengov_local.formats.tables.heading_table import rows
from opengov_local.formats.tables.state import State
from opengov_local.formats.tables.vocabulary import phrases
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_LONGEST = 60
_SMALL = re.compile(r"^(?:de\s+la\s+|de\s+los\s+|de\s+|des\s+|del\s+|du\s+|d['’]\s*|of\s+)", re.IGNORECASE)
_LAND = re.compile(r"^(?P<name>.+?)\s*(?:[(،,]|\s[-–—]\s)\s*(?P<land>[^(),،]+?)\s*\)?$", re.DOTALL)
_MARKS = " \u00a0.,;:،–—-"


class Named(NamedTuple):
    """A collectivity as a text names it.

    Attributes:
        name: its name, without the word for its kind.
        kind: a code of the list collectivity_kind.
        country: ISO 3166-1 alpha-2, "" where the text does not say it.
    """

    name: str
    kind: str
    country: str


def told_in(text: str) -> Named | None:
    """Reads a text that is no more than the word for a kind and a name: "Ayuntamiento de Toledo (España)".

    Returns:
        None where no such word stands in front, or what stands behind begins as no name does.
    """
    text = " ".join(text.split()).strip(_MARKS)
    land = _LAND.match(text)
    country = country_named(land["land"]) if land else ""
    if land and country:
        text = land["name"].strip(_MARKS)
    if len(text) > _LONGEST:
        return None
    for words, (kind, only) in _kinds().items():
        count = len(words.split())
        parts = text.replace("’", "'").split(" ")
        head, rest = " ".join(parts[:count]), " ".join(parts[count:])
        name = _SMALL.sub("", rest)
        if fold(head) == words and name and not name[0].islower() and name[0].isalpha():
            return Named(name, kind, country or only)
    return None


def country_named(text: str) -> str:
    """Gives the country that a text names and nothing else, "" where it names none: "Tunisie", "Royaume du Maroc"."""
    words = fold(text)
    return _states().get(words) or countries().get(words, "") if len(words) > 3 else ""


def hold(state: State, piece: Piece, text: str) -> None:
    """Notes a cell that names a collectivity which no register knows, until all of the file is read."""
    state.unregistered.append((piece, text))


def read_country(state: State, pieces: Iterable[Piece]) -> bool:
    """Takes a line that says nothing but a country, with a label or as letterheads do; tells whether it did."""
    said = list(pieces)
    text = " ".join(piece.text for piece in said)
    label, mark, rest = text.partition(":")
    if not mark and len(said) > 1:
        label, rest = said[0].text, said[1].text
    worded = fold(label) in phrases("country_label")
    country = country_named(rest) if worded else _states().get(fold(text), "") if len(said) == 1 else ""
    if not country or (state.country or country) != country:
        return False
    state.country = country
    for piece in said:
        state.draft.ignore(piece, "heading")
    return True


def close_unregistered(state: State) -> None:
    """Makes collectivities of what the file names, as far as it says their country; the others are kept, and said."""
    draft = state.draft
    made: dict[str, Node | None] = {}
    for piece, text in state.unregistered:
        found = told_in(text)
        country = (found.country or state.country) if found else ""
        key = fold(found.name if found else text)
        if found is None or not country:
            draft.keep(piece, label="collectivity")
            if key not in made:
                draft.say("import/territory-unknown", piece, name=text.strip())
            made[key] = None
            continue
        node = made.get(key) or _add(draft, found, country, piece)
        if key in made:
            draft.used(piece, node, "name")
        elif not found.country:
            draft.say("import/assumed", piece, severity="info", node=node, field="country", value=country)
        made[key] = node
        ties = state.plan.data.setdefault("collectivities", []) if state.has_plan else [node.target]
        if node.target not in ties:
            ties.append(node.target)
    state.unregistered.clear()


def _add(draft: Draft, found: Named, country: str, piece: Piece) -> Node:
    node = draft.add(draft.root, "collectivities", piece)
    draft.put(node, "name", found.name, piece)
    node.data |= {"kind": found.kind, "country": country}
    return node


@cache
def _kinds() -> Mapping[str, tuple[str, str]]:
    """Gives kinds, and the only country that has them, by their folded words, the longest first."""
    found = {fold(row["words"]): (row["kind"], row["country"]) for row in rows("place_kinds.csv")}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def _states() -> Mapping[str, str]:
    """Gives countries by the folded names that their states have on letterheads."""
    return {fold(row["words"]): row["country"] for row in rows("states.csv")}
