"""Whose plan it is: collectivities that a label or the title names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from opengov_local import territories
from opengov_local.account import Piece
from opengov_local.formats.word.passages import Line, Passage
from opengov_local.formats.word.plan_words import is_letterhead
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node
from opengov_local.importing.places import mentioned
from opengov_local.importing.words import code_of_name

_KIND = re.compile(
    r"(?<!\w)(?:(?:commune|municipalité|région|province|préfecture)\b"
    r"|(?:ل|لل|ال|ب|بال|و)?(?:جماعة|جهة|إقليم|اقليم|عمالة)(?!\w))",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s*(?:de la|de l['’]|du|de)\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]+)\)$")


class Letterhead:
    """Reads the line at the head of a document that is the name of a collectivity, and ties the document to it."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._lines: list[Piece] = []
        self._unknown: list[Piece] = []

    def takes(self, piece: Piece) -> bool:
        """Tells whether a line is nothing but the name of one collectivity with its kind, and remembers it."""
        name = _name(piece)
        if _KIND.match(name) is None:
            return False
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
        for piece in self._lines:
            known = node.data.get("collectivities", [])
            if not known:
                _add(self._writing, node, _name(piece), Passage((Line(_name(piece)),), (piece,)))
            elif self._is_of(known, piece):
                self._writing.draft.used(piece, node, "collectivities")
            else:
                self._writing.draft.keep(piece, node)
        for piece in self._writing.margins:
            if "collectivities" in node.data:
                break
            from_title(self._writing, node, piece.text, piece)
        for piece in self._unknown:
            self._writing.draft.keep(piece, node)
            self._writing.draft.say("import/territory-unknown", piece, name=piece.text)

    def _is_of(self, known: list[str], piece: Piece) -> bool:
        territory = territories.find(_name(piece)).one
        there = [each for each in self._writing.draft.root.data.get("collectivities", []) if each["id"] in known]
        numbers = [number["value"] for each in there for number in each.get("identifiers", [])]
        return territory is not None and territory.code in numbers


def _name(piece: Piece) -> str:
    return _without_preposition(_OF.sub("", piece.text.strip()))


def from_title(writing: Writing, plan: Node, title: str, piece: Piece) -> bool:
    """Ties a plan to the one reference territory that its title names with its kind; tells whether there is one."""
    named = mentioned(title)
    if named is None:
        return False
    if named.territory is None:
        number = named.other.code if named.other else ""
        writing.draft.say("import/territory-part", piece, node=plan, name=named.name, part=named.part, number=number)
        return False
    return _add(writing, plan, named.name, Passage((Line(named.name),), (piece,))) is not None


def from_label(writing: Writing, plan: Node, passage: Passage, label: str) -> list[str]:
    """Ties a plan to the collectivities that a label asks for; gives their ids, none where one is not known."""
    found: list[str] = []
    for line in passage.lines:
        said = passage.of([line])
        text = line.text.strip()
        one = (
            _add(writing, plan, text, said, beside=found)
            or _add(writing, plan, f"{label} {text}", said, text, beside=found)
            or _in_brackets(writing, plan, text, said, found)
        )
        if one is not None:
            found.append(one)
    return found if len(found) == len(passage.lines) else []


def _add(
    writing: Writing, plan: Node, name: str, passage: Passage, shown: str | None = None, beside: Sequence[str] = ()
) -> str | None:
    territory = territories.find(name).one
    if territory is None:
        return None
    kind = (territory.kind, territory.code)
    node, is_new = _collectivity(writing, plan, shown or _bare(name), kind, passage, beside)
    if is_new:
        writing.draft.put(node, "country", territory.country, passage.piece)
        number = writing.add(node, "identifiers", passage.piece)
        writing.draft.put(number, "scheme", "MA-HCP", passage.piece)
        writing.draft.put(number, "value", territory.code, passage.piece)
        writing.draft.say(
            "import/territory-recognised", passage.piece, severity="info", node=node, name=name, number=territory.code
        )
    return node.target


def _in_brackets(writing: Writing, plan: Node, text: str, passage: Passage, beside: Sequence[str]) -> str | None:
    """Reads a name with its kind in brackets, as our own form writes it: `Atlas (région)`."""
    found = _BRACKET.search(text)
    kind = code_of_name(found[1], "collectivity_kind") if found else None
    if found is None or kind is None:
        return None
    return _collectivity(writing, plan, text[: found.start()], (kind, None), passage, beside)[0].target


def _collectivity(
    writing: Writing, plan: Node, name: str, kind: tuple[str, str | None], passage: Passage, beside: Sequence[str]
) -> tuple[Node, bool]:
    """Gives the collectivity of a name and kind, which is made where the document has not named it before.

    A document of several plans or forms names its collectivities in each; two of one name in one place are two.

    Args:
        writing: writes into the draft.
        plan: the object that is tied to it.
        name: its name.
        kind: its kind, as a code, and its official number, None where it has none.
        passage: where it is named.
        beside: ids of those that are named in the same place.

    Returns:
        The collectivity, and whether it was made.
    """
    draft, texts = writing.draft, dict(writing.texts(passage.of([Line(name)])))
    there = [each for each in draft.root.data.get("collectivities", ()) if each["id"] not in beside]
    node = next((draft.node_of(each) for each in there if _said(each) == (texts, *kind)), None)
    if node is None:
        node = writing.add(draft.root, "collectivities", passage.piece)
        for language, words in texts.items():
            draft.put(node, "name", words, passage.piece, language=language)
        draft.put(node, "kind", kind[0], passage.piece)
        draft.put(plan, "collectivities", node.target, passage.piece)
        return node, True
    if node.target in plan.data.get("collectivities", ()):
        draft.used(passage.piece, plan, "collectivities")
    else:
        draft.put(plan, "collectivities", node.target, passage.piece)
    return node, False


def _said(collectivity: Mapping[str, Any]) -> tuple[Any, Any, str | None]:
    numbers = [number["value"] for number in collectivity.get("identifiers", ())]
    return collectivity.get("name"), collectivity.get("kind"), numbers[0] if numbers else None


def _bare(name: str) -> str:
    """Takes the word for the kind off a name: `commune d'Agadir` is named `Agadir`."""
    kind = _KIND.match(name)
    if kind is None:
        return name
    return re.sub(r"^\s*(?:de la |de l['’]|des |du |de |d['’])?", "", name[kind.end() :]).strip()


def _without_preposition(name: str) -> str:
    return re.sub("^(?:لل|ل|ب|و)(?=جماعة|جهة|إقليم|اقليم|عمالة)", "", name)
