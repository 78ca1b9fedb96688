"""The head of a document: lines that are the name of a collectivity, and whose plan the document then is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.tables.drafted import unregistered
from opengov_local.formats.tables.plan.smallest_territory import names_unknown_commune
from opengov_local.formats.word.docx.beside import parts_of
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.drafting.whose import Known, add_registered, bare, collectivity, from_title, told_in
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.head.head_lines import (
    before_colon,
    begins_commune,
    innermost_first,
    is_commune,
    is_registered,
    is_state,
    lines_of,
    may_head,
    name_on,
    names,
    says_more,
)
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.meaning import Labelled, choose
from opengov_local.formats.wording.words.plan_words import is_letterhead
from opengov_local.importing.draft import Node
from opengov_local.importing.places import AMBIGUOUS, mentioned, of_no_single_one

_COLONS = (":", "：")
_MOST_CELLS = 12
_LONGEST_MARK = 12
ASKED = frozenset({"collectivity", "collectivities"})
"""What is asked for with the name of a collectivity."""
_BODIES = ("organizers", "partners", "participants")
_ASKED_OF_LINES = ASKED.union(_BODIES, ("country",))
_HOME = "MA"
"""The country whose territories are registered."""


class Letterhead:
    """Reads the line at the head of a document that is the name of a collectivity, and ties the document to it.

    The name of another state above it says its country.

    Attributes:
        has_unknown: whether the document names a commune elsewhere that nobody knows.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self.has_unknown = False
        self._lines: list[Piece] = []
        self._unknown: list[Piece] = []
        self._others: list[Piece] = []
        self._unregistered: list[tuple[Piece, unregistered.Named]] = []
        self._country = ""
        self._lands: list[Piece] = []
        self._placed: list[tuple[Piece, str]] = []

    def takes(self, piece: Piece, said: Labelled | None = None) -> bool:
        """Tells whether a line is nothing but the name of one collectivity with its kind, and remembers it.

        One that says more, "Lieu : siège de la commune de Tiznit" or a title, is remembered, and not taken.
        One that answers who took part, "Organisé par : Commune de Tiflet", is not taken; who organised is remembered.
        One of several parts, "Commune de Tiflet | 12 avril 2025 | Maison des jeunes", is remembered, and not taken.
        """
        if "|" in piece.text:
            parts = (piece._replace(text=part.strip()) for part in piece.text.split("|"))
            self._lines += [part for part in parts if is_registered(part)]
            return False
        asked = choose(said.meanings, ("workshop", "plan")) if said is not None and said.by in _COLONS else None
        if said is not None and asked is not None and asked.field in _ASKED_OF_LINES:
            return self._takes_answer(asked.field, piece._replace(text=said.value), said.label)
        if "\n" in piece.text:
            return self._takes_lines(piece)
        is_land = not self._writing.own_form and (self._takes_land(piece) or self._takes_place(piece))
        self._country = self._country or unregistered.state_named(piece.text)
        name, abroad = name_on(piece), self.is_abroad
        head = None if abroad or self._writing.own_form else before_colon(piece)
        if is_land or head or (not abroad and is_registered(piece)):
            self._lines += [] if is_land else [head or piece]
            return is_land or not (head or says_more(piece))
        named = None if self._writing.own_form else unregistered.told_in(piece.text)
        if not abroad and names(piece) and (is_letterhead(piece.text) or begins_commune(name)):
            if named is None or named.country in ("", _HOME):
                self._unknown.append(piece)
                return True
            self._country = self._country or ("" if self._lines else named.country)
        self._unregistered += [(piece, named)] if named else []
        return named is not None

    def _takes_land(self, piece: Piece) -> bool:
        """Takes a line that is a country and no more, "Ghana"; hears it in the first of several sentences."""
        text = piece.text.strip(" .")
        first, _, others = text.partition(". ")
        place = unregistered.told_in(first) if others else None
        land = "" if unregistered.state_named(text) else unregistered.country_named(text)
        self._country = self._country or land or (place.country if place else "")
        self._lands += [piece] if land else []
        return bool(land)

    def _takes_place(self, piece: Piece) -> bool:
        """Takes a line that is a name without a word for its kind and the country: "Larache, Morocco"."""
        is_other = names(piece) or is_letterhead(piece.text)
        name, country = unregistered.place_in_country(piece.text) if not is_other else ("", "")
        if name:
            self._country = self._country or country
            registered = country == _HOME and territories.find(name).one is not None
            self._lines += [piece._replace(text=name)] if registered else []
            self._placed += [] if registered else [(piece, name)]
        return bool(name)

    def _takes_answer(self, field: str, answer: Piece, label: str) -> bool:
        """Remembers who organised, and takes what a label asks for of whose document it is: "Collectivité : X"."""
        if field == _BODIES[0] and is_registered(answer):
            self._lines.append(answer)
        return field not in _BODIES and self.asked(field, answer, label)

    def asked(self, field: str, answer: Piece, label: str) -> bool:
        """Remembers a country or a collectivity that a label asks for; tells whether the answer is one.

        Args:
            field: `country`, or one of those that ask for a collectivity.
            answer: what stands behind the label.
            label: its words, which may be the one for the kind: "Municipio: Ficticia".
        """
        text = answer.text.strip()
        if field == "country" and (country := unregistered.country_named(text)):
            self._country = self._country or country
            self._lands.append(answer)
            return True
        if field not in ASKED or self._writing.own_form:
            return False
        for words in (text, f"{label} {text}"):
            name = answer._replace(text=words)
            if not self.is_abroad and is_registered(name):
                self._lines.append(name)
                return True
            if (named := unregistered.told_in(words)) is not None:
                self._unregistered.append((name, named))
                return True
        return False

    def takes_table(self, table: Table) -> bool:
        """Tells whether a table is a letterhead, often in two languages side by side, and remembers its lines.

        The first of its cells begins with the name of a state; nothing but names of authorities stands in the others,
        or a word in the place of a coat of arms, "logo".
        """
        cells = [cell.piece for cell in table.cells() if cell.text]
        if not cells or len(cells) > _MOST_CELLS or not is_state(lines_of(cells[0])[0]):
            return False
        lines = [(cell, lines_of(cell)) for cell in cells]
        others = [said for _, said in lines if not (is_state(said[0]) or all(map(_stands_there, said)))]
        marks = all(len(said) == 1 and len(said[0].text) <= _LONGEST_MARK for said in others)
        if not marks or (others and not any(names(line) for _, said in lines for line in said)):
            return False
        for cell, said in lines:
            if len(said) > 1:
                self._takes_each(said)
            elif not self.takes(cell):
                self._others.append(cell)
        return True

    def _takes_lines(self, piece: Piece) -> bool:
        """Reads a piece of several lines: tells whether all of them stand on letterheads, and remembers these.

        Below the name of a state, so do those of a service, "Secrétariat de la commune de X", which are kept.
        """
        lines = lines_of(piece)
        stands = _stands_there if is_state(lines[0]) else may_head
        heads = all(map(stands, lines)) and any(is_state(line) or names(line) for line in lines)
        if heads:
            self._takes_each(lines)
        return heads

    def _takes_each(self, lines: Sequence[Piece]) -> None:
        self._others += [line for line in lines if not self.takes(line)]

    @property
    def is_abroad(self) -> bool:
        """Whether the head of the document, or a label, says that it is from a country that has no register here."""
        return self._land not in ("", _HOME)

    @property
    def _land(self) -> str:
        """The country that the document says it is of, else the one that the user told; ""."""
        return self._country or self._writing.draft.options.country or ""

    def _leave_registered(self) -> None:
        """Takes the lines that are names of the register for those of others, which are elsewhere."""
        for piece in self._lines:
            named = unregistered.told_in(name_on(piece))
            self._unregistered += [(piece, named)] if named else []
            self._others += [] if named else [piece]
        self._lines = []

    def finish(self, node: Node) -> None:
        """Ties an object to the collectivity of its title, else to the one at the head; other lines are kept."""
        abroad = self.is_abroad
        if abroad:
            self._leave_registered()
        for language, title in node.data.get("title", {}).items():
            place = node.places.get(f"title/{language}") or node.places.get("title")
            if "collectivities" not in node.data and place is not None and not abroad:
                from_title(self._writing, node, title, Piece(place, title))
            self._country = self._country or unregistered.country_in(title)
        settled = self._settled(node)
        unread = [one for one in (*self._unknown, *(one for one, _ in self._unregistered)) if one not in settled]
        titled = any(map(names_unknown_commune, node.data.get("title", {}).values()))
        self._read_lines(node, below=self.has_unknown or titled or any(map(is_commune, unread)))
        for piece in self._writing.margins:
            if "collectivities" in node.data or abroad:
                break
            from_title(self._writing, node, piece.text, piece)
        unknown = [one for one in self._unknown if one not in settled]
        for piece in unknown:
            if len(unknown) > 1 or self._lines or not self._is_made(node, piece):
                self._writing.draft.keep(piece, node, field="collectivity")
            self._writing.draft.say(of_no_single_one(piece.text), piece, name=piece.text)
        for piece in self._others:
            self._writing.draft.keep(piece)
        self._read_unregistered(node)
        self._account_for_lands(node)
        self.has_unknown |= bool(self._unknown or self._unregistered)

    def _account_for_lands(self, node: Node) -> None:
        """Accounts for the countries that labels asked for, and for names beside one; what is of nobody is kept."""
        for piece, name in self._placed:
            self._writing.draft.keep(piece, node, field="collectivity")
            if "collectivities" not in node.data:
                self._writing.draft.say(of_no_single_one(name), piece, name=piece.text)
        for piece in self._lands:
            if "collectivities" in node.data:
                self._writing.draft.used(piece, node, "collectivities")
            else:
                self._writing.draft.keep(piece, node, field="country")

    def _is_made(self, node: Node, piece: Piece) -> bool:
        """Makes a collectivity of a name that the register of the country named above it has not; tells whether it did.

        One of several registered ones is left to whoever knows which it is, and so is one below a registered province.
        """
        named = unregistered.told_in(name_on(piece)) if self._land and "collectivities" not in node.data else None
        if named is None or of_no_single_one(piece.text, self._land) == AMBIGUOUS:
            return False
        self._make(node, piece, named, self._land)
        return True

    def _make(self, node: Node, piece: Piece, named: unregistered.Named, country: str) -> None:
        known = Known(named.kind, country)
        collectivity(self._writing, node, named.name, known, Passage((Line(named.name),), (piece,)), ())
        if not named.country:
            self._writing.draft.say("import/assumed", piece, severity="info", node=node, field="country", value=country)

    def _read_unregistered(self, node: Node) -> None:
        """Ties an object to a collectivity that no register knows, if its country is said; what is not is said.

        A line at the head names it, or the title where no line does, or a header of the pages.
        """
        alone = not (self._unknown or self._lines)
        lines = self._without_above(node)
        for piece, named in lines or self._in_titles(node):
            country = named.country or self._land
            if country and alone:
                if of_no_single_one(piece.text, country) == AMBIGUOUS:
                    self._writing.draft.say(AMBIGUOUS, piece, name=piece.text)
                self._make(node, piece, named, country)
                continue
            if lines:
                self._writing.draft.keep(piece, node, field="collectivity")
            self._writing.draft.say(of_no_single_one(piece.text), piece, name=piece.text)

    def _without_above(self, node: Node) -> list[tuple[Piece, unregistered.Named]]:
        """Gives the lines of the lowest level: the title or a line names a commune, another the province it lies in."""
        levels = [(one, unregistered.level_of(one[1].kind)) for one in self._unregistered]
        titled = [unregistered.level_of(named.kind) for _, named in self._in_titles(node)] if levels else []
        lowest = max((*titled, *(level for _, level in levels)), default=0)
        for (piece, named), level in levels:
            if level < lowest:
                self._country = self._country or named.country
                self._writing.draft.keep(piece, node, field="collectivity")
        return [one for one, level in levels if level == lowest]

    def _in_titles(self, node: Node) -> Iterator[tuple[Piece, unregistered.Named]]:
        for language, title in node.data.get("title", {}).items() if "collectivities" not in node.data else ():
            place = node.places.get(f"title/{language}") or node.places.get("title")
            there = None if self.is_abroad else mentioned(title)
            elsewhere = there is None or unregistered.is_said_abroad(title, there.name)
            words = unregistered.named_in(title) if elsewhere and not self._unknown else ""
            named = unregistered.told_in(words)
            if named is not None and place is not None:
                yield Piece(place, words), named
                return
        for piece in self._writing.margins if "collectivities" not in node.data and not self._unknown else ():
            land = unregistered.country_in(piece.text)
            for part in parts_of(piece.text):
                if named := unregistered.told_in(part):
                    abroad = land if land != _HOME else ""
                    yield piece._replace(text=part), named._replace(country=named.country or abroad)
                    return

    def _read_lines(self, node: Node, *, below: bool) -> None:
        """Ties an object to the innermost of the lines at the head; `below` them stands a commune that nobody knows."""
        for piece in innermost_first(self._lines):
            known = node.data.get("collectivities", [])
            if self._is_of(known, piece):
                self._name_too(known, piece)
                self._writing.draft.used(piece, node, "collectivities")
            elif known or below:  # whoever the commune is, the plan is not its province's
                self._writing.draft.keep(piece, node, field="collectivity")
            else:
                add_registered(self._writing, node, name_on(piece), Passage((Line(name_on(piece)),), (piece,)))

    def _name_too(self, known: list[str], piece: Piece) -> None:
        """Names a collectivity also in the language of a line, where it has no name in that yet."""
        for each in self._writing.draft.root.data.get("collectivities", []) if len(known) == 1 else ():
            for language, words in self._writing.texts(Passage((Line(bare(told_in(name_on(piece)).name)),), (piece,))):
                if each["id"] == known[0] and language not in each["name"]:
                    self._writing.draft.put(self._writing.draft.node_of(each), "name", words, piece, language=language)

    def _settled(self, node: Node) -> list[Piece]:
        """Ties an object to the one of several communes of a name that lies in the province beside it."""
        within = [one.code for piece in self._lines if (one := territories.find(name_on(piece)).one)]
        settled: list[Piece] = []
        for piece in self._unknown if "collectivities" not in node.data else ():
            found = {one.code for code in within if (one := territories.find(name_on(piece), within=code).one)}
            if len(found) == 1:
                passage = Passage((Line(name_on(piece)),), (piece,))
                add_registered(self._writing, node, found.pop(), passage, bare(told_in(name_on(piece)).name))
                settled.append(piece)
        return settled

    def _is_of(self, known: list[str], piece: Piece) -> bool:
        territory = territories.find(name_on(piece)).one
        there = [each for each in self._writing.draft.root.data.get("collectivities", []) if each["id"] in known]
        numbers = [number["value"] for each in there for number in each.get("identifiers", [])]
        return territory is not None and territory.code in numbers


def _stands_there(line: Piece) -> bool:
    return may_head(line) or names(line)
