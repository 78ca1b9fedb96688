"""A draft: the document that an importer builds, piece by piece, with the account of every piece."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import islice
from json import dumps
from typing import Any

from opengov_local.account import Account, Entry, Fate, Piece, Place, sheets_of
from opengov_local.document import Import, LateDocument
from opengov_local.finding import Finding, Location, Parameter, Severity
from opengov_local.importing.budget_totals import totals_in
from opengov_local.importing.characters import bad_pieces, mended, plain
from opengov_local.importing.collector import without_collector
from opengov_local.importing.from_base import import_again
from opengov_local.importing.language import language_of, title_of
from opengov_local.importing.moulds import Cells, Extract, Poured, Put
from opengov_local.importing.nodes import Blank, DraftLocator, Node, Remark, located, stands_there
from opengov_local.importing.options import UNCLAIMED_PREFIX, ImportOptions
from opengov_local.importing.poured_rows import PouredRows
from opengov_local.importing.said import UNMAPPED, Mark, Said, Telling
from opengov_local.importing.spoken import extracts, kept, source_of, unfolded
from opengov_local.importing.unsaid import Told, notes
from opengov_local.importing.words.note import Note
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.package import SCHEMA_VERSION, Package

__all__ = ["UNMAPPED", "Draft", "Mark", "Node"]

_tuple = tuple.__new__  # of a named one, at half the price of its own call; drafts make several for each cell


@cache
def _has_id(model: type[Model]) -> bool:
    return issubclass(model, Identified)


class Draft(Said):
    """The document that an importer builds.

    Each value is put with the piece it was read from; that writes the value, where it stands (for findings), where it
    was read (for `sources`) and what became of the piece (for the account). Nothing that was put is overwritten.
    """

    def __init__(self, importer: str, source: str | None, data: bytes, options: ImportOptions | None = None) -> None:
        """Starts with a package that has an id and no more.

        Args:
            importer: name of the importer, for the account and the sources.
            source: name of the file, as the user gave it.
            data: the bytes of the file; their digest goes into the sources.
            options: what the user told beside.
        """
        self.options = options or ImportOptions()
        self.importer = importer
        self.source = source
        self._digest = hashlib.sha256(data).hexdigest()
        base = self.options.kept or {}
        named = self.options.id_prefix or base.get("id_prefix") or str(base.get("id", "")).partition(":")[0]
        self.id_prefix: str = named or UNCLAIMED_PREFIX
        self._ids = self.options.ids(self.id_prefix)
        tree = {"schema_version": SCHEMA_VERSION, "id": self.mint(), "id_prefix": self.id_prefix}
        self.root = Node(tree, Package, tree["id"], "")
        self._nodes = {id(tree): self.root}
        self._entries: list[Entry | Poured | PouredRows] = []
        self._read: list[Entry | list[Extract] | PouredRows] = []
        self._unfolded = 0
        self._findings: list[Remark] = []
        self._layout: list[Finding] = []
        self.understood = set()
        self.asked = []
        self._looked_through = False
        self._about_ids: list[Finding] = []
        self._joins = False
        self._stated: set[str] = set()
        self._labels: dict[Place, str] = {}
        self.blanks: dict[int, Blank] = {}
        """By the identity of the data of an object: what tells where its fields would have been read."""

    @classmethod
    def onto(cls, importer: str, source: str | None, data: bytes, options: ImportOptions) -> Draft:
        """Starts with a copy of the whole base package, to which the source only adds: its updates join it."""
        draft = cls(importer, source, data, options)
        tree = deepcopy(options.base or {})
        draft.root = Node(tree, Package, str(tree.get("id", "")), "")
        draft._nodes = {id(tree): draft.root}
        draft._joins = True
        return draft

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What became of the pieces that were spoken of so far."""
        return tuple(unfolded(self._entries))

    @property
    def kept(self) -> Iterator[Entry]:
        """What was kept as it stands so far."""
        return kept(self._entries)

    def mint(self) -> str:
        """Makes a new id under the publisher's prefix."""
        return next(self._ids)

    def identify(self, node: Node, identifier: str) -> None:
        """Gives an object the id that the source states, in place of the one that was made for it."""
        node.data["id"] = node.target = identifier
        if not identifier.startswith(f"{UNCLAIMED_PREFIX}:"):
            self._stated.add(identifier)

    def minted(self, count: int) -> list[str]:
        """Makes several new ids."""
        return list(islice(self._ids, count))

    def add(self, parent: Node, field: str, piece: Piece | None = None) -> Node:
        """Adds an object to a list of another, or as its only one; it gets an id if its concept has one.

        Args:
            parent: the object that holds it.
            field: name of the field: a list of objects, or one object, which is given again if it is there.
            piece: the piece that made it known, for findings about the object as a whole.
        """
        shape = parent.shapes[field]
        if (model := shape.model) is None:
            raise TypeError(f"{parent.model.__name__}.{field} holds no objects")
        held = parent.data.get(field)
        if held is not None and not shape.many:
            return self.node_of(held)
        if _has_id(model):
            target = self.mint()
            node = Node({"id": target}, model, target, "", parent, field)
        else:
            node = Node({}, model, parent.target, f"{parent.prefix}{field}.", parent, field)
        if piece is not None:
            node.places[""] = piece.place
        if not shape.many:
            parent.data[field] = node.data
        elif held is None:
            parent.data[field] = [node.data]
        else:
            held.append(node.data)
        self._nodes[id(node.data)] = node
        return node

    def node_of(self, data: dict[str, Any]) -> Node:
        """Gives the node of an object of the draft.

        Raises:
            KeyError: the object was not added by `add` or a mould.
        """
        return self._nodes.get(id(data)) or self._unfold()[id(data)]

    def _unfold(self) -> dict[int, Node]:
        """Gives all nodes by their data, with those that moulds have made since it was last asked."""
        poured = [said for said in self._entries[self._unfolded :] if not isinstance(said, Entry)]
        self._unfolded = len(self._entries)
        self._nodes.update((id(node.data), node) for said in poured for node in said.nodes())
        return self._nodes

    def pour(self, cells: Cells, row: int, puts: Sequence[Put], extracts: list[Extract]) -> None:
        """Accounts for cells of a row of a sheet that moulds have put, and says where their values were read."""
        if puts:
            self._entries.append(_tuple(Poured, (cells, row, puts)))
        if extracts:
            self._read.append(extracts)

    def put(self, node: Node, field: str, value: Any, piece: Piece, *, language: str | None = None) -> bool:
        """Puts a value that was read from a piece.

        Args:
            node: the object.
            field: name of a field of it; points lead into objects inside, as `status.code`.
            value: the value as JSON has it; for a field of text by language, the text.
            piece: the piece it was read from.
            language: language of the text; by default what its script tells.

        Returns:
            Whether it was put; else another value stands there, the piece stays unmapped and a finding says so.
        """
        if "." in field:
            first, _, rest = field.partition(".")
            return self.put(self.add(node, first, piece), rest, value, piece, language=language)
        shape, data, place = node.shapes[field], node.data, field
        path = node.prefix + field
        if shape.kind == "map":
            text = str(value).strip()
            tag = language or language_of(text, self.options.language)
            value, place, path = {tag: text}, f"{field}/{tag}", f"{path}.{tag}"
        elif isinstance(value, str):
            value = value.strip()
            if shape.one_line and ("\n" in value or "\r" in value):
                value = " ".join(value.split())
                self.say("import/lines-joined", piece, severity="info", node=node, field=field)
        if shape.many:
            values = data.setdefault(field, [])
            place = f"{field}/{len(values)}"
            values.append(value)
        elif field not in data:
            data[field] = value
        elif not stands_there(data[field], shape, value):
            self.say("import/conflict", piece, node=node, field=field, kept=_shown(data[field]), text=piece.text)
            self.keep(piece, node, label=title_of(field, piece.text, self.options.language))
            return False
        node.places.setdefault(place, piece.place)
        node.places.setdefault("", piece.place)
        said = _tuple(Entry, (piece, "mapped", node.target, path))
        self._entries.append(said)
        self._read.append(said)
        return True

    def ignore(self, piece: Piece, fate: Fate) -> None:
        """Accounts for a piece that holds no data: a heading, or help."""
        self._entries.append(_tuple(Entry, (piece, fate, None, None)))

    def used(self, piece: Piece, node: Node, field: str) -> None:
        """Accounts for a piece that was read into an object in some other way than by `put`."""
        self._entries.append(_tuple(Entry, (piece, "mapped", node.target, node.prefix + field)))

    def kept_since(self, mark: Mark, piece: Piece) -> list[Entry]:
        """Gives what became since a mark of a piece of which something was kept; nothing of one that was read."""
        said = [one for one in self._entries[mark[0] :] if isinstance(one, Entry) and one.piece.place == piece.place]
        return said if any(one.fate == "unmapped" for one in said) else []

    def account_again(self, piece: Piece, fates: Iterable[Entry]) -> bool:
        """Accounts for a piece that repeats another: what that became stands once, and is of both; tells if any."""
        entries = [one._replace(piece=piece) for one in fates]
        self._entries.extend(entries)
        return bool(entries)

    def keep(
        self, piece: Piece, node: Node | None = None, *, label: str | None = None, field: str | None = None
    ) -> None:
        """Keeps a piece that was not understood beside an object (the package, where there is none).

        Args:
            piece: the piece.
            node: the object that it stands beside.
            label: the heading it stands under.
            field: name of the field that it would be of, where it stands under none.
        """
        owner = node or self.root
        if label:
            self._labels[piece.place] = label
        elif field:
            label = title_of(field, piece.text, self.options.language)
        kept = {"label": label, "text": piece.text, "place": str(piece.place)}
        said = {name: value for name, value in kept.items() if value is not None}
        owner.data.setdefault(UNMAPPED, []).append(said)
        self._entries.append(Entry(piece, "unmapped", owner.target, owner.prefix + UNMAPPED))

    def say(
        self,
        code: str,
        where: Piece | Place | None = None,
        *,
        severity: Severity = "warning",
        node: Node | None = None,
        field: str = "",
        **params: Parameter,
    ) -> None:
        """Makes a finding about a piece, a place, or an object or field of the draft."""
        place = where.place if isinstance(where, Piece) else where
        said = {"field": field, **params} if field else params
        self._findings.append((code, severity, node, field, place, said))

    def say_notes(self, notes: Iterable[Note], piece: Piece, *, node: Node | None = None, heading: str = "") -> None:
        """Makes findings of what a reader of words has to say about a piece."""
        for note in notes:
            params: dict[str, Any] = {"heading": heading, "text": piece.text, **note.params}
            self.say(note.code, piece, severity=note.severity, node=node, **params)

    def explain(self, code: str, where: Piece | Place | None = None, **params: Parameter) -> None:
        """Says how the layout of the source was understood, for `--explain`."""
        place = where.place if isinstance(where, Piece) else where
        location = place.location(self.source) if place else Location(source=self.source)
        self._layout.append(Finding(code, "info", location, params))

    def finish(
        self,
        format: str,
        pieces: Iterable[Piece] | None = None,
        *,
        telling: Telling,
        ours: bool = False,
        fields: bool = False,
    ) -> Import:
        """Closes the draft; where each value was read is written when the tree is first asked for.

        Args:
            format: name of the format that was read.
            pieces: every piece of the source in its order, to prove that the account is complete; one that nobody has
                spoken of is kept as unmapped.
            telling: tells which headings, and pieces that were read, say more than is told; see `keep_telling`.
            ours: whether the words of the source that say nothing are our own.
            fields: whether what is kept of the fields of records is told of by field.
        """
        pieces = list(pieces or ())
        self.keep_telling(telling, ours=ours)
        self._account_for(pieces)
        for total in () if self._joins else totals_in(self.root.data):
            code = "import/lines-above-total" if total.differs < 0 else "import/total-among-lines"
            self.say(code, node=self.node_of(total.line), severity="warning" if total.differs else "info",
                     text=total.amount, value=total.sum, count=total.others)  # fmt: skip
        told = (Told(code, place, params) for code, _, _, _, place, params in self._findings)
        left = (entry for entry in self.kept if entry.piece.place not in self._told)
        for note in list(notes(left, self._labels, told, fields=fields)):
            self.say(note.code, note.first, severity="info", **note.params)
        if not (self.options.id_prefix or self.options.kept):
            self.say("import/no-id-prefix", severity="info", prefix=self.id_prefix)
        tree = self.root.data
        if self._joins and UNMAPPED in tree:
            tree[UNMAPPED] = list({dumps(each, sort_keys=True): each for each in tree[UNMAPPED]}.values())  # each once
        held: list[Extract] = []
        if any(self._read):
            said = source_of(self.source, self._digest, self.importer, self.options.today)
            tree.setdefault("sources", []).append({**said, "extracts": held})

        @cache
        def whole() -> dict[str, Any]:
            with without_collector():
                held[:] = extracts(self._read)
            return tree

        entries: Iterable[Entry] = unfolded(self._entries)
        bad = bad_pieces(self._entries)
        if bad:
            mended(whole())
            for piece in bad:
                self.say("import/characters-replaced", piece, text=plain(piece.text))
            entries = [entry._replace(piece=Piece(entry.piece.place, plain(entry.piece.text))) for entry in entries]
        if self.options.kept is not None and not self._joins:
            kept = import_again(whole(), self.options.kept, self.source, self._stated)
            self._about_ids = kept.findings
            entries = [entry._replace(target=kept.ids.get(entry.target or "", entry.target)) for entry in entries]
        locator = DraftLocator(whole, lambda: self._unfold().values(), self.blanks, self._digest)
        document = LateDocument(whole, self.source, format, locator)
        findings = (*located(self._findings, self.source), *self._about_ids)
        return Import(document, findings, Account(self.importer, entries), tuple(self._layout), sheets_of(pieces))


def _shown(value: Any) -> str:
    return next(iter(value.values()), "") if isinstance(value, dict) else str(value)
