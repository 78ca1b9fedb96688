"""What a draft has said so far: marks in it, what was read at a place, and values that are taken out again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from opengov_local.account import Entry, Piece, Place
from opengov_local.finding import Parameter
from opengov_local.importing.again import replace_ids
from opengov_local.importing.dates.impossible import impossible_days
from opengov_local.importing.dates.meaning import IMPOSSIBLE
from opengov_local.importing.kept import by_part
from opengov_local.importing.moulds import Extract, Poured
from opengov_local.importing.nodes import Node, Remark
from opengov_local.importing.poured_rows import PouredRows
from opengov_local.importing.spoken import extracts, heading_of, missing, texts_in, unfolded, with_texts
from opengov_local.importing.titles import TITLED, Titles

UNMAPPED = "x_unmapped"
"""The field that keeps what was not understood: a list of {label?, text, place}."""

Telling = Callable[[Iterable[Piece], Iterable[tuple[Piece, Iterable[str]]], Callable[[], Iterable[str]]], list[Piece]]

Mark = tuple[int, int, int, int]
"""How much a draft had said and made."""


class Said(ABC):
    """The memory of a draft: its entries, what was read, its findings and its nodes, in the order of the work."""

    _entries: list[Entry | Poured | PouredRows]
    _read: list[Entry | list[Extract] | PouredRows]
    _findings: list[Remark]
    _nodes: dict[int, Node]
    _unfolded: int
    _joins: bool
    _labels: dict[Place, str]
    _told: frozenset[Place] = frozenset()
    _looked_through: bool
    understood: set[Place]
    """Where labels stand that were understood whole, whatever words they are in."""
    asked: list[Piece]
    """Labels that say more than what they ask, "Responsable (à confirmer)", each at its place."""
    root: Node

    @abstractmethod
    def _unfold(self) -> dict[int, Node]:
        """Gives the nodes, those of rows that were poured at once among them."""

    @abstractmethod
    def keep(self, piece: Piece, node: Node | None = None, *, label: str | None = None) -> None:
        """Keeps a piece that was not understood beside an object."""

    def keep_telling(self, telling: Telling, *, ours: bool = False) -> None:
        """Keeps headings, and pieces that were read, whose words stand in no value and in no finding; once.

        Args:
            telling: gives such ones of some headings and of pieces that were read; it is given all texts that were read
                or told, too.
            ours: whether what helps to fill in the source is in our own words: then it must say no more either.
        """
        if self._looked_through:
            return
        self._looked_through = True
        entries = [said for said in self._entries if isinstance(said, Entry)]
        fates = ("heading", "help") if ours else ("heading",)
        headings = [said.piece for said in entries if said.fate in fates and said.piece.place not in self.understood]
        headings += self.asked
        read: dict[Place, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.fate == "mapped" and isinstance(entry.piece.value, str | None):
                read[entry.piece.place].append(entry)
        texts = with_texts(read.values(), self._nodes.values())
        found = {piece.place: piece for piece in telling(headings, texts, self._texts)}
        kept = {said.piece.place for said in entries if said.fate == "unmapped"} if found else set()
        found = {place: piece for place, piece in found.items() if place not in kept}
        if not found:
            return
        _ = self._unfold()
        bare = found.keys() - read.keys()
        self._entries = [said for said in self._entries if not isinstance(said, Entry) or said.piece.place not in bare]
        self._unfolded = len(self._entries)
        for piece in found.values():
            self.keep(piece, self.read_at(piece.place))
        cells = [one for one in found.values() if one.place.kind == "cell" and not isinstance(one.place.part, int)]
        self.told_of(piece.place for piece in cells)
        for pieces, places in by_part(cells):
            text, count = " ".join(pieces[0].text.split()), len(pieces)
            said: dict[str, Parameter] = {"count": count, "text": text, "places": places}
            self._findings.append(("import/pieces-kept", "info", None, "", pieces[0].place, said))

    def told_of(self, places: Iterable[Place]) -> None:
        """Notes places of which a finding tells that what stands there is kept: it is not said once more."""
        self._told |= {*places}

    def _texts(self) -> Iterator[str]:
        """Gives all texts that were read, and those of findings."""
        yield from texts_in({name: value for name, value in self.root.data.items() if name != "sources"})
        for *_, params in self._findings:
            yield from texts_in([*params.values()])

    def _account_for(self, pieces: Sequence[Piece]) -> None:
        """Keeps the pieces that nobody has spoken of, and says where one names a day that its month does not have.

        Of a place where a reader has said so, it is not said again.
        """
        for piece in missing(self._entries, pieces):
            self.keep(piece)
        told = {place for code, _, _, _, place, _ in self._findings if code == IMPOSSIBLE}
        for piece in pieces:
            days = impossible_days(piece.text) if isinstance(piece.value, str | None) else ()
            if days and piece.place not in told:
                said: dict[str, Parameter] = {"text": ", ".join(days)}
                self._findings.append(("import/no-such-day", "warning", None, "", piece.place, said))

    def pour_rows(self, rows: PouredRows) -> Node | None:
        """Accounts for rows that were read at once, says where their values were read; gives what the last made."""
        self._entries.append(rows)
        self._read.append(rows)
        last = rows.last()
        if last is not None:
            self._nodes[id(last.data)] = last
        return last

    def note_places(self) -> None:
        """Notes in the nodes where all that was read so far stands: of cells that moulds have put, it is noted late."""
        self._unfold()

    def titles(self) -> Titles:
        """Gives the titles of the objects that were made; those of rows that were read at once, as these made them."""
        found = Titles([], set())
        nodes = self._nodes.values()
        found.note([title for node in nodes if node.model in TITLED and (title := node.data.get("title"))])
        for rows in (said for said in self._entries if isinstance(said, PouredRows)):
            found.texts.extend(rows.titles.texts)
            found.tongues.update(rows.titles.tongues)
        return found

    def mark(self) -> Mark:
        """Marks what was done so far."""
        return len(self._entries), len(self._read), len(self._findings), len(self._nodes)

    def said_since(self, mark: Mark, *, made: bool = False) -> list[tuple[Entry, bool]] | None:
        """Gives what was read of pieces since a mark, each with whether it was put.

        None where more was done than reading and, where objects may be `made`, making them.
        """
        entries, read, findings, nodes = mark
        put = set(map(id, self._read[read:]))
        said = [(entry, id(entry) in put) for entry in self._entries[entries:] if isinstance(entry, Entry)]
        more = findings < len(self._findings) or (nodes < len(self._nodes) and not made)
        return said if not more and all(entry.fate == "mapped" for entry, _ in said) else None

    def read_at(self, place: Place) -> Node | None:
        """Gives the object with an id into which what stands at a place was read first; None where nothing was."""
        said = next((one for one in unfolded(self._entries) if one.piece.place == place and one.fate == "mapped"), None)
        if said is None:
            return None
        return next((node for node in self._unfold().values() if node.data.get("id") == said.target), None)

    def read_into(self, target: str, field: str) -> list[Piece]:
        """Gives the pieces that a field of an object with an id was read from, each once."""
        return list({piece.place: piece for piece in self._read_into(target, field)}.values())

    def first_read_into(self, target: str, field: str) -> Piece | None:
        """Gives the first of them; what was read behind it is not gone through."""
        return next(self._read_into(target, field), None)

    def _read_into(self, target: str, field: str) -> Iterator[Piece]:
        mapped = (one for one in unfolded(self._entries) if one.fate == "mapped" and one.target == target)
        return (one.piece for one in mapped if (one.field or "").partition(".")[0] == field)

    def withdraw(self, known: Mapping[str, str]) -> None:
        """Takes objects out again that the base holds already.

        Args:
            known: id of each to the id of the object that it is.
        """
        gone = [node for node in self._unfold().values() if node.data.get("id") in known and node.target in known]
        for node in gone:
            held = node.parent.data[node.field] if node.parent and node.field else []
            held[:] = [one for one in held if one is not node.data]
        self._nodes = {at: node for at, node in self._nodes.items() if node.target not in known}
        self._entries = [
            entry._replace(target=known.get(entry.target or "", entry.target)) for entry in unfolded(self._entries)
        ]
        self._unfolded = len(self._entries)
        self._read = [[extract for extract in extracts(self._read) if extract["target"] not in known]]
        self._findings = [
            (code, severity, None if node and node.target in known else node, field, place, params)
            for code, severity, node, field, place, params in self._findings
        ]

    def fold_into(self, known: Mapping[str, Node], without: Collection[tuple[str, str]]) -> None:
        """Says of objects that they are others of the draft, which hold by now what was read into them.

        Args:
            known: the objects that they are, by the ids of those that are gone.
            without: ids of objects that are gone, and fields of them that the others do not hold.
        """
        ids = {gone: node.target for gone, node in known.items()}
        nodes = self._unfold().values()
        gone = {id(node): known[node.target] for node in nodes if node.data.get("id") in known}
        for node in nodes:
            node.parent = gone.get(id(node.parent), node.parent)
            node.target = ids.get(node.target, node.target) if id(node) not in gone else node.target
        held = (one for one in unfolded(self._entries) if _said_of(one) not in without)
        self._entries = [one._replace(target=ids.get(one.target or "", one.target)) for one in held]
        self._unfolded = len(self._entries)
        said = [one for one in extracts(self._read) if _key(one) not in without]
        self._read = [[{**one, "target": ids.get(one["target"], one["target"])} for one in said]]
        self._findings = [
            (code, severity, gone.get(id(node), node), field, place, params)
            for code, severity, node, field, place, params in self._findings
        ]

    def graft(
        self,
        tree: dict[str, Any],
        ids: Mapping[str, str],
        stays: Mapping[str, Node],
        beside: Mapping[str, Node],
        said_too: Collection[tuple[str, str]],
        whole: Mapping[Place, Piece],
    ) -> None:
        """Goes on with the tree of an earlier package, to which only some objects of the draft are added.

        What others were read from is kept where nothing else was, unless the package says it too.

        Args:
            tree: the earlier package; the objects are added to it.
            ids: the ids that other objects have there.
            stays: the objects right below the package that are added, by their ids.
            beside: the objects beside which is kept what was read of others, by the ids of these.
            said_too: ids of others, and fields of them in which the package says the same.
            whole: the pieces of the source; one of which nothing else was read is kept whole.
        """
        root, made = self.root, self.root.data
        gone = {id(node): node for node in self._unfold().values() if _below(root, node).target not in stays}
        targets = {node.target for node in gone.values()}
        for node in stays.values():
            replace_ids(node.data, ids)
            tree.setdefault(node.field, []).append(node.data)
        self._nodes = {at: node for at, node in self._nodes.items() if id(node) not in gone}
        root.data, root.target = tree, str(tree.get("id", ""))
        self._nodes[id(tree)] = root
        self._joins = True
        if made.get(UNMAPPED):
            tree[UNMAPPED] = [*(tree.get(UNMAPPED) or ()), *made[UNMAPPED]]
        self._entries, left = self._parted(targets, str(made["id"]), ids, said_too)
        self._unfolded = len(self._entries)
        self._read = [[one for one in extracts(self._read) if one["target"] not in targets]]
        self._findings = [said for said in self._findings if id(said[2]) not in gone]
        spoken: dict[Place, str] = defaultdict(str)
        for entry in unfolded(self._entries):
            spoken[entry.piece.place] += f"{entry.piece.text}\n"
        for entry in left:
            place = entry.piece.place
            piece = entry.piece if spoken[place] else whole.get(place, entry.piece)
            if piece.text not in spoken[place]:
                spoken[place] += f"{piece.text}\n"
                label = self._labels.get(place) or heading_of(place, self._entries)
                self.keep(piece, beside.get(entry.target or ""), label=label)

    def _parted(
        self, gone: Collection[str], root: str, ids: Mapping[str, str], said_too: Collection[tuple[str, str]]
    ) -> tuple[list[Entry | Poured | PouredRows], list[Entry]]:
        """Gives the entries that hold on the tree of an earlier package, with its ids, and those that do not."""
        rest: list[Entry | Poured | PouredRows] = []
        left: list[Entry] = []
        for entry in unfolded(self._entries):
            target, _ = said = _said_of(entry)
            if target in gone and (entry.fate != "mapped" or said not in said_too):
                left.append(entry)
            else:
                now = self.root.target if target == root else ids.get(target, entry.target)
                rest.append(entry._replace(target=now))
        return rest, left

    def supersede(self, node: Node, field: str, *, label: str, language: str = "") -> Piece:
        """Takes the value of a plain field out again and keeps the piece it was read from: another holds now.

        Of texts by language, that of one language.

        Raises:
            StopIteration: nothing was put there piece by piece.
        """
        path = (node.target, f"{node.prefix}{field}.{language}" if language else node.prefix + field)
        at, said = next(
            (at, one)
            for at, one in reversed(list(enumerate(self._entries)))
            if isinstance(one, Entry) and one.fate == "mapped" and one[2:] == path
        )
        del self._entries[at]
        self._read = [one for one in self._read if one is not said]
        if language:
            del node.data[field][language]
        if not language or not node.data[field]:
            del node.data[field]
        node.places.pop(f"{field}/{language}" if language else field, None)
        self.keep(said.piece, node, label=label)
        return said.piece

    def set_aside(self, values: Mapping[tuple[str, str], Node], labels: Mapping[str, str]) -> list[Piece]:
        """Takes values out again that later ones stand for, and keeps the pieces that nothing else was read from.

        Args:
            values: the objects that hold them, by their ids and the fields.
            labels: for each field the heading that its pieces are kept under.

        Returns:
            The pieces that are kept.
        """
        _ = self._unfold()
        gone: list[Entry] = []
        rest: list[Entry] = []
        for entry in unfolded(self._entries):
            (gone if entry.fate == "mapped" and _said_of(entry) in values else rest).append(entry)
        self._entries = [*rest]
        self._unfolded = len(self._entries)
        self._read = [[one for one in extracts(self._read) if _key(one) not in values]]
        for (_, name), node in values.items():
            held = node.data.pop(name)
            self._nodes.pop(id(held), None)
            for path in [path for path in node.places if path.partition("/")[0] == name]:
                del node.places[path]
        spoken = {entry.piece.place for entry in rest}
        left = {(one.piece.place, *_said_of(one)): one.piece for one in gone if one.piece.place not in spoken}
        for (_, target, field), piece in left.items():
            self.keep(piece, values[target, field], label=labels.get(field))
        return list(left.values())


def _said_of(entry: Entry) -> tuple[str, str]:
    return entry.target or "", (entry.field or "").partition(".")[0]


def _key(extract: Extract) -> tuple[str, str]:
    return extract["target"], str(extract["fields"][0]).partition(".")[0]


def _below(root: Node, node: Node) -> Node:
    """Gives the object right below the package that another is or lies in."""
    while node.parent is not None and node.parent is not root:
        node = node.parent
    return node
