"""Collectivities that no register of ours knows: what names say of their kind, and where their country is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.tables import countries
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.wording.headings.heading_table import rows
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.collectivity_words import of_name
from opengov_local.importing.draft import Node
from opengov_local.importing.places import AMBIGUOUS, of_no_single_one
from opengov_local.importing.words import fold

_LONGEST = 60
_LONGEST_NAME = 40
"""Letters of a name behind words for a kind that are long themselves: "Gobierno Autónomo Descentralizado …"."""
_PLACES = ("before", "behind", "part")
_IN_A_COUNTRY = " in a country"
"""What stands behind the place of words that tell a kind only where the country is named, too."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_ELIDED = re.compile(r"^[dlDL]['’](?=[^\W\d_a-zß-öø-ÿ])")
"""An article or preposition that is written with the name behind it: "d'Arles"."""
_LAND = re.compile(r"^(?P<name>.+?)\s*(?:[(،,]|\s[-–—]\s)\s*(?P<land>[^(),،]+?)\s*\)?$", re.DOTALL)
_LAND_FIRST = re.compile(r"^(?P<land>[^–—/-]+?)\s*(?:\s[-–—]|[–—/])\s*(?P<name>.+)$", re.DOTALL)
"""A country before the name, as letterheads in one line have it."""
_TAILED = re.compile(r"^(?P<named>[^()\n]+\([^()]+\))\s*(?:[–—-]|\||/)\s*\S")
"""A name with its country in brackets, and more behind it: "Ville de X (France) – Mission démocratie ouverte"."""
_BEHIND = re.compile(r"^\s*(?:[(\[،,]|[-–—]\s)\s*(?P<land>[^\W\d_][^()\[\],،:;|/0-9–—]*)")
"""A country right behind a name, whatever follows."""
_REGISTERED = "MA"
"""The country whose territories the register has."""
_ABOVE = (
    frozenset({"region", "state", "autonomous_community"}),
    frozenset({"province", "prefecture", "governorate", "department", "county"}),
)
_APART = re.compile(r"\s[–—-]\s|[,:،]\s|\s\(")
_PARTED = re.compile(r"\s[–—-]\s|[,:،]\s")
_STRETCHES = re.compile(r"\s[–—-]\s|[,:،;()\[\]|/\n]|\s*[0-9٠-٩]{4}(?:\s*[-–—/]\s*[0-9٠-٩]{2,4})?")
"""What parts a country from the other words of a title: marks and years."""
_IN = re.compile(r"\s(?:en|au|aux|in|du|de|del|في)\s+(?:la\s+|l['’])?", re.IGNORECASE)
_FOR = "ل"
"""What stands joined before the word for a kind: «برنامج عمل لجماعة …»."""
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
    """Reads a text that is no more than a name and the word for a kind: "Ayuntamiento de Toledo (España)", "X County".

    Returns:
        None where no such word stands beside, or what is left begins as no name does.
    """
    text = " ".join(text.split()).strip(_MARKS)
    land = _LAND.match(text)
    country = country_named(land["land"]) if land else ""
    if land and country:
        text = land["name"].strip(_MARKS)
        text = f"{text})" if text.count("(") > text.count(")") else text
    elif (above := _LAND_FIRST.match(text)) and (country := country_named(above["land"])):
        text = above["name"].strip(_MARKS)
    parts = _without_head(text.replace("’", "'").split(" "))
    for place in (*_PLACES, *(f"{place}{_IN_A_COUNTRY}" for place in _PLACES if country)):
        is_before = place.startswith("before")
        for (words, count), kinds in _kinds(place).items():
            if len(text) > _LONGEST and len(text) - len(words) > _LONGEST_NAME:
                continue
            said, left = (parts[:count], parts[count:]) if is_before else (parts[-count:], parts[:-count])
            name = _behind_of(" ".join(left))
            if fold(" ".join(said)) != words or not _is_name(name) or not (is_before or all(map(_may_name, left))):
                continue
            if (found := _kind_in(country, kinds)) is None:
                continue
            name = " ".join(parts) if place.startswith("part") else name
            return None if fold(name) in phrases("no_place") else Named(name, *found)
    return None


def _kind_in(country: str, kinds: Mapping[str, str]) -> tuple[str, str] | None:
    """Gives what a word for a kind says in a country, and the country: that of the only one which has the kind.

    Args:
        country: the country, "" where the text does not say it.
        kinds: the kinds, by the only country that has each, "" for one that any may have.
    """
    if kind := kinds.get(country) or kinds.get(""):
        return kind, country
    ((only, kind), *others) = kinds.items()
    return None if country or others else (kind, only)


def _without_head(parts: list[str]) -> list[str]:
    """Gives the words of a name without an honorific, and without that it is the government's: "Government of"."""
    for kind, most in (("honorific", 3), ("government_of", 3)):
        found = (
            count for count in range(min(most, len(parts) - 2), 0, -1) if fold(" ".join(parts[:count])) in phrases(kind)
        )
        parts = parts[next(found, 0) :]
    return parts


def _behind_of(left: str) -> str:
    """Gives a name without "de la" before it; a large article is the name's own: "de La Marsa"."""
    found = _of().match(left)
    said = found[0].split() if found else []
    own_article = len(said) > 1 and said[0].islower() and said[-1][0].isupper()
    return left[len(said[0]) + 1 :] if own_article else left[found.end() if found else 0 :]


@cache
def _of() -> re.Pattern[str]:
    return re.compile(of_name(), re.IGNORECASE)


def _is_name(text: str) -> bool:
    return text[:1].isalpha() and not text[0].islower()


def country_named(text: str) -> str:
    """Gives the country that a text names and nothing else, "" where it names none: "Tunisie", "Royaume du Maroc"."""
    words = fold(text)
    return _states().get(words) or (countries().get(words, "") if len(words) > 3 else "")


def place_in_country(text: str) -> tuple[str, str]:
    """Parts a name without a word for its kind from the country behind it: "Larache, Morocco"; "" for other texts."""
    land = _LAND.match(" ".join(text.split()))
    country = country_named(land["land"].strip(_MARKS)) if land else ""
    name = land["name"].strip(_MARKS) if land and country else ""
    alone = name and told_in(text) is None and not country_named(name) and all(map(_may_name, name.split()))
    return (name, country) if alone else ("", "")


def country_in(title: str) -> str:
    """Gives the only country that a title names beside other words: "Plan d'action de X, Tunisie 2024-2026"; ""."""
    parts = [part.strip(_MARKS) for part in _STRETCHES.split(title)]
    behind = [part[found.end() :] for part in parts for found in _IN.finditer(part)]
    found = {country for part in (*parts, *behind) if (country := country_named(part) or state_named(part))}
    return found.pop() if len(found) == 1 else ""


def is_said_abroad(text: str, name: str) -> bool:
    """Tells whether a text says right behind a name that it is in a country without a register: "X (Tunisie)"."""
    return country_named(_land_behind(text, name)) not in ("", _REGISTERED)


def _land_behind(text: str, name: str) -> str:
    """Gives the words right behind a name where a country may stand."""
    _, found, rest = " ".join(text.split()).partition(name)
    behind = _BEHIND.match(rest) if found else None
    return behind["land"].strip(_MARKS) if behind else ""


def state_named(line: str) -> str:
    """Gives the country whose state a line names as letterheads do: "République Tunisienne"; "" for other lines."""
    return _states().get(fold(line), "")


def hold(state: State, piece: Piece, text: str, *, is_read: bool = False) -> None:
    """Notes a cell that names a collectivity which no register knows, until all of the file is read.

    Args:
        state: what was read so far.
        piece: the cell.
        text: the name, with the word for its kind.
        is_read: whether the cell was read already, as the title of the plan.
    """
    state.unregistered.append((piece, text, is_read))
    state.titled_country = state.titled_country or country_in(text)


def hold_in_title(state: State, piece: Piece, title: str) -> None:
    """Notes the collectivity that a title names: "Plan de gobierno abierto – Municipio de Ficticia"."""
    if name := named_in(title):
        land = _land_behind(title, name)
        hold(state, piece, f"{name} ({land})" if country_named(land) else name, is_read=True)


def hold_before_tail(state: State, piece: Piece, text: str) -> bool:
    """Notes the collectivity that a line begins with, its country in brackets before more; tells whether there is one.

    The line is to be kept for what follows.
    """
    found = _TAILED.match(text)
    named = told_in(found["named"]) if found else None
    if found is None or named is None or named.country in ("", _REGISTERED):
        return False
    hold(state, piece, found["named"], is_read=True)
    return True


def named_in(title: str) -> str:
    """Gives the name of a collectivity, with the word for its kind, that a title holds; "" where it holds none."""
    for part in _PARTED.split(title):
        if (named := told_in(part)) and named.country:
            return part
    for part in _APART.split(title):
        words = part.split()
        for at, word in enumerate(words):
            joined = word[1:] if word.startswith(_FOR) and fold(word[1:]) in _words_before() else ""
            name = " ".join(takewhile(_may_name, [joined or word, *words[at + 1 :]]))
            if (joined or at == 0 or fold(words[at - 1]) in phrases("before_collectivity")) and told_in(name):
                return name
    return ""


def _may_name(word: str) -> bool:
    """Tells whether a word can be part of a name with the word for a kind: no number, and no small word but a few."""
    word = _ELIDED.sub("", word)
    folded = fold(word)
    is_own = _is_name(word) and folded not in phrases("behind_collectivity")
    return is_own or folded in phrases("within_collectivity") or folded in _words_of_kinds()


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


def without_countries(state: State, rows: list[Row]) -> list[Row]:
    """Takes the rows that say nothing but a country, with a label, as letterheads do or beside a name.

    One alone, "España", is taken in the line before or behind that of a collectivity. The other rows are left.
    """
    rows = [row for row in rows if not (len(row) in (1, 2) and read_country(state, row.values()))]
    lines = [next(iter(row.values())) if len(row) == 1 else None for row in rows]
    named = [line is not None and told_in(line.text) is not None for line in lines]
    left: list[Row] = []
    for at, (row, line) in enumerate(zip(rows, lines, strict=True)):
        beside = any(named[max(at - 1, 0) : at + 2])
        country = country_named(line.text.strip(_MARKS)) if line is not None and beside and not named[at] else ""
        if line is not None and country and (state.country or country) == country:
            state.country = country
            state.draft.ignore(line, "heading")
        else:
            left.append(row)
    return left


def close_unregistered(state: State) -> None:
    """Makes collectivities of what the file names, as far as it says their country; the others are kept, and said.

    Of several kinds, those of the lowest level are whose plan it is: a commune names its province above it.
    """
    read = [(piece, text, told_in(text), is_read) for piece, text, is_read in state.unregistered]
    state.unregistered.clear()
    levels = [level_of(found.kind) for _, _, found, _ in read if found]
    lowest = max(levels, default=0)
    made: dict[str, Node] = {}
    said: set[str] = set()
    for piece, text, found, is_read in read:
        key = fold(_BRACKETS.sub("", found.name) if found else text)
        country = (found.country or state.land) if found else ""
        if found and country and level_of(found.kind) == lowest:
            if key not in made and of_no_single_one(text, country) == AMBIGUOUS:
                state.draft.say(AMBIGUOUS, piece, name=text.strip())
            made[key] = _put(state, made.get(key), found, country, piece)
            continue
        if not is_read:
            state.draft.keep(piece, field="collectivity")
        if key not in said and country:
            state.draft.say("import/kept-above", piece, severity="info", count=1, text=text.strip())
        elif key not in said:
            state.draft.say(of_no_single_one(text.strip(), state.land), piece, name=text.strip())
        said.add(key)


def level_of(kind: str) -> int:
    """Gives how far down a kind stands: 0 for what holds provinces, 1 for those, 2 for communes and any other."""
    return next((level for level, kinds in enumerate(_ABOVE) if kind in kinds), len(_ABOVE))


def _put(state: State, known: Node | None, found: Named, country: str, piece: Piece) -> Node:
    """Puts a collectivity, and ties the plan to it; one that was named before is used."""
    draft = state.draft
    if known is not None:
        draft.used(piece, known, "name")
        return known
    node = draft.add(draft.root, "collectivities", piece)
    draft.put(node, "name", found.name, piece)
    node.data |= {"kind": found.kind, "country": country}
    if not found.country:
        draft.say("import/assumed", piece, severity="info", node=node, field="country", value=country)
    if state.has_plan:
        state.plan.data.setdefault("collectivities", []).append(node.target)
    return node


@cache
def _kinds(place: str = "before") -> Mapping[tuple[str, int], Mapping[str, str]]:
    """Gives kinds, by the only country that has each, by their words beside a name, folded, and how many these are.

    The longest come first. Some words stand only where the country is named, too: "Kaduna State, Nigeria"; some are
    then part of the name: "Quezon City, Philippines".
    """
    found: dict[tuple[str, int], dict[str, str]] = {}
    for row in rows("place_kinds.csv"):
        if row["place"] == place:
            words = (fold(row["words"]), len(row["words"].split()))
            found.setdefault(words, {})[row["country"]] = row["kind"]
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0][0])))


@cache
def _words_before() -> frozenset[str]:
    return frozenset(words for words, _ in _kinds())


@cache
def _words_of_kinds() -> frozenset[str]:
    """Gives the folded words of which kinds are made: "communauté de communes"."""
    return frozenset(word for kind in _words_before() for word in kind.split())


@cache
def _states() -> Mapping[str, str]:
    """Gives countries by the folded names that their states have on letterheads."""
    return {fold(row["words"]): row["country"] for row in rows("states.csv")}
