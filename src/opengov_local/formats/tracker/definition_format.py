"""The definition of a tracker in YAML: commitments, milestones and indicators with codes, in several languages.

The shape is that of the tracker of Canada's action plans (nap5.yaml of ckanext-canada).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from opengov_local.account import Piece, Place
from opengov_local.document import Document, Import
from opengov_local.finding import pointer_of
from opengov_local.formats.known_headings import telling_read
from opengov_local.formats.ogp_pages.writing import add_identifier
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.unregistered import close_unregistered
from opengov_local.formats.tables.plan.plan_title import about
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.update import put_measure
from opengov_local.formats.wording.headings.phrases import small_words
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.kept import with_help, with_kept
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.put_date import put_date

FORMAT = "tracker-definition"
SCHEME = "x_tracker"
"""The scheme of the codes a tracker gives: open, for every tracker has its own."""

LEVELS = (("commitments", "title"), ("milestones", "title"), ("indicators", "name"))
"""The fields of a definition whose choices are the plan, outermost first, and what their words are."""

_LANGUAGES = frozenset(("ar", "en", "es", "fr", "zgh"))
_NATIONAL = re.compile(r"national action plan|plan d['’]action national", re.IGNORECASE)
_PARENTS = ("milestone", "milestones", "commitment", "commitments", "parent")
"""Keys of a choice that name what it lies in, innermost first."""
_LEADS = frozenset(("lead_dept", "lead", "responsible"))
_HELP = frozenset(("fields", "triggers", "examples"))
_CHOICE = 6  # steps to a choice: resources, number, fields, number, choices, code
_Path = tuple[str | int, ...]


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads the definition of a tracker: its commitments, milestones and indicators become a plan.

    Raises:
        ModuleNotFoundError: PyYAML is not installed.
    """
    from opengov_local.formats import yaml_format

    parsed = yaml_format.read(data, source, kind_at=lambda _: "text")
    if parsed.document is None:
        return parsed
    draft = Draft("tracker", source, data, options)
    definition = _Definition(draft, parsed.document)
    definition.put()
    done = draft.finish(FORMAT, definition.pieces.values(), telling=telling_read)
    return with_help(with_kept(done, source), source)


def is_definition(tree: Any) -> bool:
    """Tells whether data defines a tracker: whether fields of it choose among commitments, milestones or indicators."""
    return any(name in dict(LEVELS) for _, name in _fields_of(tree))


def _fields_of(tree: Any) -> Iterator[tuple[_Path, str]]:
    """Gives the places of the fields that have choices, by their name."""
    resources = tree.get("resources") if isinstance(tree, dict) else None
    for number, resource in enumerate(resources if isinstance(resources, list) else ()):
        fields = resource.get("fields") if isinstance(resource, dict) else None
        for index, field in enumerate(fields if isinstance(fields, list) else ()):
            if isinstance(field, dict) and isinstance(field.get("choices"), dict):
                yield ("resources", number, "fields", index), str(field.get("datastore_id") or field.get("id"))


class _Definition:
    """A definition and the plan made of it."""

    def __init__(self, draft: Draft, document: Document) -> None:
        self.draft = draft
        self.tree = document.tree
        self.pieces = {path: _piece(document, path, value) for path, value in _leaves(self.tree, ())}
        self._document = document
        self._nodes: dict[str, Node] = {}
        self._inside: dict[_Path, list[_Path]] = defaultdict(list)
        for path in self.pieces:
            self._inside[path[:_CHOICE]].append(path)

    def put(self) -> None:
        levels = {name: path for path, name in _fields_of(self.tree)}
        if not any(name in levels for name, _ in LEVELS):
            self.draft.say("import/nothing-recognised", severity="error")
            return
        plan = self._plan()
        for name, words in LEVELS:
            if name in levels:
                self._level(plan, name, words, (*levels[name], "choices"))
        for path, piece in self.pieces.items():
            if _HELP.intersection(path) and not self._is_choice(path, levels):
                self.draft.ignore(piece, "help")

    @staticmethod
    def _is_choice(path: _Path, levels: dict[str, _Path]) -> bool:
        return any(path[: len(levels[name]) + 1] == (*levels[name], "choices") for name, _ in LEVELS if name in levels)

    def _lead(self, node: Node, piece: Piece, where: _Path) -> None:
        """Puts who is responsible: a text, or one for each language, which are one body."""
        language = str(where[-1]) if where[-1] in _LANGUAGES else None
        held = node.data.get("leads", [])
        body = self.draft.node_of(held[0]) if language and held else self.draft.add(node, "leads", piece)
        self.draft.put(body, "name", piece.text, piece, language=language)

    def _plan(self) -> Node:
        titles = self._titles(("title",)) or self._titles(("resources", 0, "title"))
        title = titles[0][1] if titles else None
        plan = self.draft.add(self.draft.root, "plans", title)
        framework = "ogp_national" if title and _NATIONAL.search(title.text) else "other"
        if title:
            for language, piece in titles:
                self.draft.put(plan, "title", piece.text, piece, language=language)
            self.draft.put(plan, "framework", framework, title)
            for _, again in self._titles(("resources", 0, "title")):
                if again.text in {piece.text for _, piece in titles} and again not in {piece for _, piece in titles}:
                    self.draft.used(again, plan, "title")
        else:
            plan.data["framework"] = framework
        self.draft.say("import/assumed", title, severity="info", node=plan, field="framework", value=framework)
        if title:
            state = State(self.draft)
            state.go_on(plan)
            about(state, title, title.text)
            close_unregistered(state)
        return plan

    def _titles(self, path: _Path) -> list[tuple[str | None, Piece]]:
        """Gives the title at a place, with its language: one text, or one for each language."""
        if whole := self.pieces.get(path):
            return [(self._spoken(whole.text), whole)]
        return [(str(where[-1]), piece) for where, piece in self.pieces.items()
                if where[:-1] == path and where[-1] in _LANGUAGES]  # fmt: skip

    def _spoken(self, text: str) -> str | None:
        """Gives the language of a text that names none: the only one of the labels whose small words it has."""
        words = set(text.casefold().split())
        told = {str(step) for path in self.pieces for step in path if step in _LANGUAGES}
        found = [language for language in told if not small_words(language).isdisjoint(words)]
        return found[0] if len(found) == 1 else None

    def _level(self, plan: Node, name: str, words: str, path: _Path) -> None:
        choices: Any = self.tree
        for step in path:
            choices = choices[step]
        for code, choice in choices.items():
            where = (*path, code)
            if not code.strip():
                continue  # what stands under it is kept
            parent = plan if name == "commitments" else self._parent(code) or self._named_parent(where)
            if parent is None:
                self.draft.say("import/parent-unknown", self._code(where, code), name=code)
                continue
            node = self.draft.add(parent, name, self._code(where, code))
            self._nodes[code] = node
            add_identifier(self.draft, node, SCHEME, code, self._code(where, code))
            if name != "indicators":
                self.draft.put(node, "number", code, self._code(where, code))
            self._words(node, words, choice, where)

    def _parent(self, code: str) -> Node | None:
        """Gives the object whose code a code begins with: C01.1 is of C01."""
        above = code.rpartition(".")[0]
        return self._nodes.get(above)

    def _named_parent(self, path: _Path) -> Node | None:
        """Gives the object whose code a choice names as what it lies in: `milestone: M1`."""
        for key in _PARENTS:
            if (named := self.pieces.get((*path, key))) and (node := self._nodes.get(named.text.strip())) is not None:
                self.draft.used(named, node, "identifiers")
                return node
        return None

    def _code(self, path: _Path, code: str) -> Piece:
        location = self._document.locate(pointer_of(path), key=True)
        return Piece(Place("line", pointer_of(path), location.line or 0), code)

    def _words(self, node: Node, field: str, choice: object, path: _Path) -> None:
        """Puts the words of a choice by language, and what else it says of its object; keeps the rest."""
        if isinstance(choice, str) and path in self.pieces:
            self.draft.put(node, field, choice, self.pieces[path])
        for where in self._inside[path]:
            if where == path:
                continue
            piece, key = self.pieces[where], str(where[len(path)])
            alone = len(where) == len(path) + 1
            if alone and key in _LANGUAGES:
                self.draft.put(node, field, piece.text, piece, language=key)
            elif key in _PARENTS and piece.text.strip() in self._nodes:
                continue  # what it lies in was read
            elif not (self._when(node, key, piece, where) or self._what(node, key, piece, where, alone=alone)):
                self.draft.keep(piece, node, label=".".join(map(str, where[len(path) :])))

    def _when(self, node: Node, key: str, piece: Piece, where: _Path) -> bool:
        """Puts when something is due; tells whether a value says that."""
        if key == "due_date":
            put_date(self.draft, node, "due" if "due" in node.shapes else "end", piece, DateContext(serials=False), key)
        elif key == "deadline" and where[-1] in _LANGUAGES and "schedule" in node.shapes:
            self.draft.put(node, "schedule", piece.text, piece, language=str(where[-1]))
        else:
            return False
        return True

    def _what(self, node: Node, key: str, piece: Piece, where: _Path, *, alone: bool) -> bool:
        """Puts who leads something and what is measured; tells whether a value says that."""
        if key in _LEADS and "leads" in node.shapes:
            self._lead(node, piece, where)
        elif key in ("baseline", "target") and key in node.shapes and alone:
            put_measure(self.draft, node, key, Heading(key, key, None, ""), piece)
        elif key == "unit" and key in node.shapes:
            self.draft.put(node, key, piece.text, piece, language=None if alone else str(where[-1]))
        else:
            return False
        return True


def _leaves(value: Any, path: _Path) -> Iterator[tuple[_Path, str]]:
    """Gives every text of a tree that is not blank, with its path."""
    waiting: list[tuple[_Path, Any]] = [(path, value)]
    while waiting:
        here, item = waiting.pop()
        if isinstance(item, dict):
            waiting += [((*here, key), child) for key, child in reversed(item.items())]
        elif isinstance(item, list):
            waiting += [((*here, index), child) for index, child in reversed(list(enumerate(item)))]
        elif item is not None and str(item).strip():
            yield here, str(item)


def _piece(document: Document, path: _Path, text: str) -> Piece:
    location = document.locate(pointer_of(path))
    return Piece(Place("line", pointer_of(path), location.line or 0, location.column or 0), text)
