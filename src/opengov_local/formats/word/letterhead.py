"""The head of a document: lines that are the name of a collectivity, and whose plan the document then is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables import unregistered
from opengov_local.formats.word.meaning import Labelled, choose
from opengov_local.formats.word.passages import Line, Passage
from opengov_local.formats.word.plan_words import is_letterhead
from opengov_local.formats.word.whose import (
    ARABIC_COUNCIL,
    KIND,
    LATIN_COUNCIL,
    Known,
    add_registered,
    bare,
    collectivity,
    from_title,
    told_in,
)
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node
from opengov_local.importing.places import mentioned

_COUNCIL = re.compile(rf"(?:{LATIN_COUNCIL}|conseil\s+(?:de\s+la|du)\s|{ARABIC_COUNCIL}|مجلس\s)", re.IGNORECASE)
_COMMUNE = re.compile(
    r"(?:conseil\s+(?:communal|municipal|de\s+la\s+commune)|commune|municipalit[ée])\b"
    r"|المجلس\s+ال(?:جماعي|بلدي)(?!\w)|(?:مجلس\s+)?(?:ال)?جماعة(?!\w)",
    re.IGNORECASE,
)
_COLONS = (":", "：")
_BODIES = ("organizers", "partners", "participants")
_HOME = "MA"
"""The country whose territories are registered."""
_OF = re.compile(r"^\s*(?:de la|de l['’]|du|de)\s+", re.IGNORECASE)


class Letterhead:
    """Reads the line at the head of a document that is the name of a collectivity, and ties the document to it.

    The name of another state above it says its country.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._lines: list[Piece] = []
        self._unknown: list[Piece] = []
        self._unregistered: list[tuple[Piece, unregistered.Named]] = []
        self._country = ""

    def takes(self, piece: Piece, said: Labelled | None = None) -> bool:
        """Tells whether a line is nothing but the name of one collectivity with its kind, and remembers it.

        One that answers who took part, "Organisé par : Commune de Tiflet", is not taken; who organised is remembered.
        One of several parts, "Commune de Tiflet | 12 avril 2025 | Maison des jeunes", is remembered, and not taken.
        """
        if "|" in piece.text:
            parts = (piece._replace(text=part.strip()) for part in piece.text.split("|"))
            self._lines += [part for part in parts if KIND.match(_name(part)) and territories.find(_name(part)).one]
            return False
        meaning = choose(said.meanings, ("workshop",)) if said is not None and said.by in _COLONS else None
        if said is not None and meaning is not None and meaning.field in _BODIES:
            answer = piece._replace(text=said.value)
            if meaning.field == _BODIES[0] and KIND.match(_name(answer)) and territories.find(_name(answer)).one:
                self._lines.append(answer)
            return False
        if "\n" in piece.text:
            lines = [piece._replace(text=line.strip()) for line in piece.text.splitlines() if line.strip()]
            taken = [self.takes(line) or _is_state(line) for line in lines] if all(map(_heads, lines)) else [False]
            return all(taken)
        self._country = self._country or unregistered.state_named(piece.text)
        name = _name(piece)
        abroad = self._country not in ("", _HOME) and territories.find(name).one is None
        if KIND.match(name) is None or abroad:
            named = None if self._writing.own_form else unregistered.told_in(piece.text)
            self._unregistered += [(piece, named)] if named else []
            return named is not None
        known = territories.find(name).one is not None
        if known:
            self._lines.append(piece)
        elif is_letterhead(piece.text):
            self._unknown.append(piece)
        return known or piece in self._unknown

    def finish(self, node: Node) -> None:
        """Ties an object to the collectivity of its title, else to the one at the head; other lines are kept."""
        for language, title in node.data.get("title", {}).items():
            place = node.places.get(f"title/{language}") or node.places.get("title")
            if "collectivities" not in node.data and place is not None:
                from_title(self._writing, node, title, Piece(place, title))
        settled = self._settled(node)
        self._read_lines(node, below=any(_COMMUNE.match(_name(one)) for one in self._unknown if one not in settled))
        for piece in self._writing.margins:
            if "collectivities" in node.data:
                break
            from_title(self._writing, node, piece.text, piece)
        for piece in (one for one in self._unknown if one not in settled):
            self._writing.draft.keep(piece, node)
            self._writing.draft.say("import/territory-unknown", piece, name=piece.text)
        self._read_unregistered(node)

    def _read_unregistered(self, node: Node) -> None:
        """Ties an object to a collectivity that no register knows, if its country is said; what is not is said.

        A line at the head names it, or the title where no line does.
        """
        alone = not (self._unknown or self._lines)
        lines = self._unregistered
        for piece, named in lines or self._in_titles(node):
            country = named.country or self._country
            if country and alone:
                known = Known(named.kind, country)
                collectivity(self._writing, node, named.name, known, Passage((Line(named.name),), (piece,)), ())
                if not named.country:
                    self._writing.draft.say(
                        "import/assumed", piece, severity="info", node=node, field="country", value=country
                    )
                continue
            if lines:
                self._writing.draft.keep(piece, node)
            self._writing.draft.say("import/territory-unknown", piece, name=piece.text)

    def _in_titles(self, node: Node) -> Iterator[tuple[Piece, unregistered.Named]]:
        for language, title in node.data.get("title", {}).items() if "collectivities" not in node.data else ():
            place = node.places.get(f"title/{language}") or node.places.get("title")
            words = "" if self._unknown or mentioned(title) else unregistered.named_in(title)
            named = unregistered.told_in(words)
            if named is not None and place is not None:
                yield Piece(place, words), named

    def _read_lines(self, node: Node, *, below: bool) -> None:
        """Ties an object to the innermost of the lines at the head; `below` them stands a commune that nobody knows."""
        for piece in self._innermost_first():
            known = node.data.get("collectivities", [])
            if self._is_of(known, piece):
                self._writing.draft.used(piece, node, "collectivities")
            elif known or below:  # whoever the commune is, the plan is not its province's
                self._writing.draft.keep(piece, node)
            else:
                add_registered(self._writing, node, _name(piece), Passage((Line(_name(piece)),), (piece,)))

    def _settled(self, node: Node) -> list[Piece]:
        """Ties an object to the one of several communes of a name that lies in the province beside it."""
        within = [one.code for piece in self._lines if (one := territories.find(_name(piece)).one)]
        settled: list[Piece] = []
        for piece in self._unknown if "collectivities" not in node.data else ():
            found = {one.code for code in within if (one := territories.find(_name(piece), within=code).one)}
            if len(found) == 1:
                passage = Passage((Line(_name(piece)),), (piece,))
                add_registered(self._writing, node, found.pop(), passage, bare(told_in(_name(piece)).name))
                settled.append(piece)
        return settled

    def _innermost_first(self) -> list[Piece]:
        """Gives the lines, first the one that all others hold: a commune below its prefecture; or that of a council."""
        councils = [piece for piece in self._lines if _COUNCIL.match(piece.text.strip())]
        if len(councils) == 1:
            return [*councils, *(piece for piece in self._lines if piece is not councils[0])]
        codes = [(one.code if (one := territories.find(_name(piece)).one) else "") for piece in self._lines]
        inner = max(codes, key=len, default="")
        if not all(inner.startswith(code) for code in codes):
            return self._lines
        return sorted(self._lines, key=lambda piece: -len(codes[self._lines.index(piece)]))

    def _is_of(self, known: list[str], piece: Piece) -> bool:
        territory = territories.find(_name(piece)).one
        there = [each for each in self._writing.draft.root.data.get("collectivities", []) if each["id"] in known]
        numbers = [number["value"] for each in there for number in each.get("identifiers", [])]
        return territory is not None and territory.code in numbers


def _is_state(line: Piece) -> bool:
    return bool(unregistered.state_named(line.text))


def _heads(line: Piece) -> bool:
    """Tells whether one of several lines of a letterhead is a state, or a collectivity with the word for its kind."""
    return _is_state(line) or KIND.match(_name(line)) is not None or unregistered.told_in(line.text) is not None


def _name(piece: Piece) -> str:
    """Gives the name that a line is; of several that lie in each other, the last: that of the smallest."""
    name = _without_preposition(_OF.sub("", piece.text.strip()))
    named = mentioned(name) if territories.find(name).one is None else None
    return named.name if named and named.territory and name.endswith(named.name) else name


def _without_preposition(name: str) -> str:
    return re.sub("^(?:لل|ل|ب|و)(?=جماعة|جهة|إقليم|اقليم|عمالة)", "", name)
