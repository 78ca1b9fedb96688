"""Reading the network's own workbook: every cell by its key, every reference by the number or title it names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import count
from typing import Final

from opengov_local.account import Piece
from opengov_local.document import Import
from opengov_local.formats.grids import Book
from opengov_local.formats.tables.grid.unseen_cells import say_struck
from opengov_local.formats.workbook.cells import Speech
from opengov_local.formats.workbook.content import PLACE, UNDER, goes_without_holder, kinds_under, place_label
from opengov_local.formats.workbook.entries import Entry, entries_of
from opengov_local.formats.workbook.filling import fill
from opengov_local.formats.workbook.names import Names, Unknown, fold, is_named, kind_of, mark_of
from opengov_local.formats.workbook.own_said import telling_of_workbook
from opengov_local.formats.workbook.remainder import restore
from opengov_local.formats.workbook.tables import Place, sheets
from opengov_local.formats.workbook.views import View, is_workbook, view_of
from opengov_local.formats.workbook.wording import ABOUT, GUIDE, LANGUAGES, LISTS, MINTED_UNDER
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.options import ImportOptions
from opengov_local.model.identity import Identified
from opengov_local.model.scalars import ID_PATTERN

__all__ = ["is_workbook", "read_workbook"]
IMPORTER: Final = "workbook"
_ID: Final = re.compile(ID_PATTERN)
_GUIDE_ROWS: Final = 60
_NUMBERED: Final = ("axes", "commitments", "milestones")


def read_workbook(book: Book, data: bytes, source: str | None = None, options: ImportOptions | None = None) -> Import:
    """Reads a workbook that was made from the template or from a package.

    Args:
        book: its cells.
        data: the bytes of the file.
        source: its name, for the findings.
        options: what the user told beside.

    Returns:
        A draft of a package, what was found in reading it, and the account of every cell.
    """
    views = [view_of(grid) for grid in book.sheets]
    about = _about(views)
    told = options or ImportOptions()
    implied = None if told.id_prefix or "id_prefix" in about else about.get(MINTED_UNDER)
    if told.base and told.base.get("id_prefix") == implied:
        implied = None
    told = replace(
        told,
        id_prefix=told.id_prefix or about.get("id_prefix", implied),
        language=told.language or about.get("latin"),
    )
    draft = Draft(IMPORTER, source, data, told)
    for grid in book.sheets:
        say_struck(draft, grid)
    reader = _Reader(draft, about)
    if implied:  # what the ids begin with; the package states no prefix
        del draft.root.data["id_prefix"]
    done = reader.read(views)
    return replace(done, findings=(*book.findings, *done.findings))


def _about(views: list[View]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for view in views:
        if view.name == ABOUT:
            rows: defaultdict[int, list[str]] = defaultdict(list)
            for piece in view.pieces:
                rows[piece.place.row].append(piece.text.strip())
            facts |= {cells[0]: cells[1] for cells in rows.values() if len(cells) > 1}
    return facts


class _Reader:
    def __init__(self, draft: Draft, about: dict[str, str]) -> None:
        language = about.get("language", "fr")
        language = language if language in LANGUAGES else "fr"
        self._draft = draft
        self._speech = Speech(language, about.get("latin", "fr"), Names(language), draft.options.words)
        self._nodes: dict[str, Node] = {}
        self._holders: dict[str, str] = {}
        self._plans: list[str] = []
        self._marks: set[str] = set()

    def read(self, views: list[View]) -> Import:
        entries = [entry for view in views for entry in self._entries(view)]
        order = {each.key: number for number, each in enumerate(sheets())}
        entries.sort(key=lambda entry: order[entry.kind.key])
        self._marks = {entry.given.text.strip() for entry in entries if entry.given}
        self._name(entries)
        for entry in entries:
            entry.node = self._node(entry)
        for entry in entries:
            self._fill(entry)
        pieces = [piece for view in views for piece in view.pieces]
        return self._draft.finish("xlsx", pieces, telling=telling_of_workbook(views), ours=True)

    def _entries(self, view: View) -> list[Entry]:
        if view.kind is not None:
            marker = next(piece for piece in view.pieces if piece.text.strip().endswith(f":{view.name}"))
            self._draft.ignore(marker, "help")
            return entries_of(view, self._draft)
        if view.name in (GUIDE, LISTS, ABOUT):
            self._read_words(view)
        elif view.pieces:
            first = view.pieces[0]
            self._draft.say("import/sheet-unread", first, sheet=str(first.place.part), count=len(view.pieces))
            for piece in view.pieces:
                self._draft.keep(piece)
        return []

    def _read_words(self, view: View) -> None:
        """Accounts for a sheet of our own words; what somebody wrote between them is kept."""
        for piece in view.pieces:
            if view.name == GUIDE and (piece.place.column > 3 or piece.place.row > _GUIDE_ROWS):
                self._draft.say("import/not-read-here", piece)
                self._draft.keep(piece)
            else:
                self._draft.ignore(piece, "help")

    # --- names

    def _name(self, entries: list[Entry]) -> None:
        """Gives every object its id, and makes its number and names known."""
        numbers: set[tuple[str, ...]] = set()
        for entry in entries:
            if is_named(entry.kind.model):
                self._mark(entry)
                continue
            if not issubclass(entry.kind.model, Identified):
                continue
            entry.id = self._id(entry)
            number = entry.cells.get("number")
            words = entry.texts("title", "name", "abbreviation", "text")
            self._speech.names.add(
                entry.id, str(entry.kind.model.concept), number.text.strip() if number else None, words
            )
            if entry.kind.key == "plan":
                self._plans.append(entry.id)
            if number and entry.kind.key in _NUMBERED:
                under = [piece.text for key, piece in entry.cells.items() if key.startswith(UNDER)]
                mark = (entry.kind.key, fold(number.text), *under)
                if mark in numbers:
                    self._draft.say("import/number-twice", number, number=number.text.strip())
                numbers.add(mark)

    def _mark(self, entry: Entry) -> None:
        """Makes the names of an object without id known; rows that were added or copied get a mark of their own."""
        marks = (mark_of(entry.kind.model, number) for number in count(1))
        given = entry.given.text.strip() if entry.given else ""
        known = given.startswith(entry.kind.concept) and given not in self._speech.names
        entry.id = given if known else next(mark for mark in marks if mark not in self._marks)
        self._marks.add(entry.id)
        self._speech.names.add(entry.id, kind_of(entry.kind.model), None, entry.texts("name"))

    def _id(self, entry: Entry) -> str:
        given = entry.given.text.strip() if entry.given else ""
        if _ID.fullmatch(given) and given not in self._speech.names:
            return given
        if given and entry.given:
            code = "import/id-twice" if given in self._speech.names else "import/id-unread"
            self._draft.say(code, entry.given, id=given)
            self._draft.keep(entry.given)
            entry.given = None
        return self._draft.root.target if entry.kind.key == "package" else self._draft.mint()

    # --- objects

    def _node(self, entry: Entry) -> Node | None:
        """Puts the object of an entry into the draft; None where nobody can say where it belongs."""
        if entry.kind.key == "package":
            node = self._draft.root if "package" not in self._holders else None
            if node is None:
                self._draft.say("import/no-holder", entry.first)
            self._holders["package"] = entry.id
        else:
            node = self._added(entry)
        if node is None:
            return None
        if entry.id:
            self._nodes.setdefault(entry.id, node)
        if entry.id and issubclass(entry.kind.model, Identified):
            self._identify(node, entry)
        if entry.given and is_named(entry.kind.model):
            self._draft.ignore(entry.given, "help")
        elif entry.given:
            self._draft.used(entry.given, node, "id")
        return node

    def _identify(self, node: Node, entry: Entry) -> None:
        """Gives an object the id in its row, or the one that was made for it."""
        if entry.given:
            self._draft.identify(node, entry.id)
        else:
            node.data["id"] = node.target = entry.id

    def _added(self, entry: Entry) -> Node | None:
        found = self._holder(entry)
        if found is None:
            return None
        holder, place = found
        entry.holder = holder
        self._holders[entry.id] = holder.target
        for name in place.path[:-1]:
            holder = self._draft.add(holder, name, entry.first)
        return self._draft.add(holder, place.path[-1], entry.first)

    def _holder(self, entry: Entry) -> tuple[Node, Place] | None:
        """Finds the object that an entry lies in: the deepest that its cells name, else the package or only plan."""
        named: list[tuple[str, Piece]] = []
        for key, piece in entry.cells.items():
            if key.startswith(UNDER) and key != PLACE:
                found = self._speech.names.find(piece.text, kinds_under(entry.kind, key))
                if isinstance(found, Unknown) or found not in self._nodes:
                    several = isinstance(found, Unknown) and found.candidates > 1
                    code = "import/holder-ambiguous" if several else "import/holder-unknown"
                    self._draft.say(code, piece, text=piece.text.strip())
                    return None
                named.append((found, piece))
        if not named:
            return self._usual(entry)
        order = [place.kind for place in entry.kind.places]
        named.sort(key=lambda each: order.index(str(self._speech.names.kind(each[0]))))
        (holder, _), *above = named
        for other, piece in above:
            if other not in self._above(holder):
                self._draft.say("import/holders-differ", piece, text=piece.text.strip())
        return self._placed(entry, self._nodes[holder])

    def _above(self, identifier: str) -> set[str]:
        found: set[str] = set()
        while identifier in self._holders and identifier not in found:
            found.add(identifier)
            identifier = self._holders[identifier]
        return found | {identifier}

    def _usual(self, entry: Entry) -> tuple[Node, Place] | None:
        for place in entry.kind.places:
            if goes_without_holder(entry.kind, place.concept, len(self._plans)):
                node = self._draft.root if place.concept == "Package" else self._nodes.get(self._plans[0])
                return self._placed(entry, node) if node else None
        if len(entry.kind.places) == 1 and entry.kind.places[0].concept == "ActionPlan" and not self._plans:
            plan = self._draft.add(self._draft.root, "plans", entry.first)
            self._plans.append(plan.target)
            self._nodes[plan.target] = plan
            self._holders[plan.target] = self._draft.root.target
            return self._placed(entry, plan)
        self._draft.say("import/no-holder", entry.first)
        return None

    def _placed(self, entry: Entry, holder: Node) -> tuple[Node, Place] | None:
        places = [place for place in entry.kind.places if place.concept == holder.model.__name__]
        written = entry.cells.get(PLACE)
        if written:
            wanted = fold(written.text)
            places = [
                place
                for place in places
                if wanted in {fold(place.key), *(fold(place_label(place, each)) for each in LANGUAGES)}
            ]
        if len(places) != 1:
            self._draft.say("import/no-place", written or entry.first)
            return None
        return holder, places[0]

    # --- values

    def _fill(self, entry: Entry) -> None:
        if entry.node is None:
            for key, piece in entry.cells.items():
                self._draft.keep(piece, label=key)
            for piece, heading in entry.others:
                self._draft.keep(piece, label=heading)
            for key, piece in entry.more.items():
                self._draft.keep(piece, label=key)
            return
        self._draft.blanks[id(entry.node.data)] = entry.place_of
        for key, piece in entry.cells.items():
            if key.startswith(UNDER):
                self._draft.used(piece, entry.holder or entry.node, str(entry.node.model.__name__))
        fill(self._draft, entry, self._speech)
        for piece, heading in entry.others:
            self._draft.keep(piece, entry.node, label=heading)
        restore(self._draft, entry.node, entry.more)
