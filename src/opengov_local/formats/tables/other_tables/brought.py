"""Contributions that tables above hold already, of which a further table says what became: by words or numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from opengov_local.account import Piece
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold


class Brought:
    """Finds contributions again, each once, and notes those that have a number of another in other words."""

    def __init__(self, draft: Draft, nodes: Iterable[Node] = ()) -> None:
        self._draft = draft
        self._by_words: dict[str, list[Node]] = {}
        self._by_number: dict[str, list[Node]] = {}
        self._apart: list[tuple[Piece, str, Node]] = []
        for node in nodes:
            for text in node.data.get("text", {}).values():
                self._by_words.setdefault(_bare(text), []).append(node)
            if number := node.data.get("number"):
                self._by_number.setdefault(fold(number), []).append(node)

    def take(self, text: str, kind: str, numbers: Collection[str], holder: Node | None) -> Node | None:
        """Takes the contribution that has the same words: that with the same number, else the first.

        Args:
            text: the words.
            kind: its kind; a problem is only found among problems.
            numbers: the numbers that its row has.
            holder: the group that it must be one of; None where that does not matter.
        """
        alike = [
            node
            for node in self._by_words.get(_bare(text), ())
            if (node.data["kind"] == "problem") == (kind == "problem") and _is_of(node, holder)
        ]
        if not alike:
            return None
        found = next((node for node in alike if node.data.get("number") in numbers), alike[0])
        self._by_words[_bare(text)].remove(found)
        return found

    def numbered(self, numbers: Sequence[str]) -> Node | None:
        """Gives the only contribution that has a number; None where none or several have it."""
        found = [node for number in numbers for node in self._by_number.get(fold(number), ())]
        return found[0] if len(found) == 1 else None

    def note(self, piece: Piece, numbers: Collection[str], kind: str, holder: Node | None) -> None:
        """Notes a contribution not found by its words, if its number is that of an undecided one of its kind."""
        for number in numbers:
            for node in self._by_number.get(fold(number), ()):
                alike = (node.data["kind"] == "problem") == (kind == "problem") and _is_of(node, holder)
                if alike and "disposition" not in node.data:
                    self._apart.append((piece, number, node))
                    return

    def close(self) -> None:
        """Says of those that were noted that they stay apart."""
        for piece, number, node in self._apart:
            other = next(iter(node.data["text"].values()))
            self._draft.say("import/number-in-other-words", piece, text=piece.text, number=number, other=other)
        self._apart = []


def _is_of(node: Node, holder: Node | None) -> bool:
    return holder is None or any(node.data is one for one in holder.data.get("contributions", ()))


def _bare(text: str) -> str:
    """Gives the key by which two texts are the same words; a mark at the end does not count."""
    return fold(text.strip().rstrip(" .;؛,،"))
