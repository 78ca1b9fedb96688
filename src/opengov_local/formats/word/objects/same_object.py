"""Whether an axis or a commitment is the one that words name: by official numbers, by number, by title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.tables.levels.axis_references import is_code, numbered_so, says_number
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage, by_language
from opengov_local.formats.wording.words.continued import without_continued
from opengov_local.formats.wording.words.numbering import is_spelled_alike, plain_number
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_identifier

_IDS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")


def named_so(number: str, title: str, ids: Sequence[str] = (), *, exactly: bool) -> Callable[[dict[str, Any]], bool]:
    """Gives what tells whether an object is the one of an id, title or number: many are asked.

    Args:
        number: the number; "" where none is said.
        title: the title; likewise.
        ids: official numbers.
        exactly: whether titles are written as they are, as in our own forms: there "C++" is not "C".
    """
    likened = _on_one_line if exactly else fold
    there = by_language(Passage((Line(title),), ()), None, title=True) if title else ()
    said = {likened(title), *(likened(text) for _, text in there)}

    def is_named_so(data: dict[str, Any]) -> bool:
        numbers = data.get("identifiers", [])
        if ids and isinstance(numbers, list) and numbers:
            return any(each["value"].lower() == known.lower() for each in numbers for known in ids)
        if number and not _is_one(number, data.get("number", number), exactly=exactly):
            return False
        titles = data.get("title", {})
        if title and isinstance(titles, dict) and titles:
            return not said.isdisjoint(map(likened, titles.values()))
        return bool(number) and "number" in data and not (title and titles)

    return is_named_so


def _is_one(number: str, other: str, *, exactly: bool) -> bool:
    return number == other or (not exactly and is_spelled_alike(number, other))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def with_ids(title: str) -> tuple[str, list[str]]:
    """Parts official numbers in brackets from a title: `Portail (MAAGD0001)`."""
    found = _IDS.search(title)
    if found is None:
        return title, []
    ids = [part.strip() for part in re.split("[,;،]", found[1])]
    if all(read_identifier(each) for each in ids):
        return title[: found.start()], ids
    return title, []


def put_number(writing: Writing, node: Node, number: str, piece: Piece) -> None:
    """Puts the number of a commitment; one that was spelled otherwise before stands, which is said."""
    held = str(node.data.get("number", number))
    if held == number or writing.own_form or not is_spelled_alike(held, number):
        writing.draft.put(node, "number", number, piece)
        return
    writing.draft.used(piece, node, "number")
    writing.draft.say("import/assumed", piece, severity="info", node=node, field="number", value=held)


def names_by_number(writing: Writing, text: str, piece: Piece) -> bool:
    """Tells whether what names an axis is its number alone and no title: "1" below "Axe", not "Axe : A1"."""
    return not writing.own_form and is_code(text) and piece.text.strip() == text


def axis_number(writing: Writing, text: str, axes: Sequence[dict[str, Any]], piece: Piece) -> str:
    """Gives the number of the axis that is named by its number alone, as the axis has it where it is known: "I" is "1".

    Args:
        writing: where it is said if that one is spelled otherwise.
        text: the number as it stands there.
        axes: the axes that are known.
        piece: where it stands.
    """
    known = numbered_so(text, map(writing.node_of, axes))
    if known is None or says_number(text, number := str(known.data["number"])):
        return text
    writing.draft.say("import/assumed", piece, severity="info", node=known, field="number", value=number)
    return number


def say_numbers_again(writing: Writing, plan: Node) -> None:
    """Says which commitments have the number of one above, unless each of the two lies on an axis of its own.

    A table of all projects, and fiches behind it that name them in other words, read like that.

    Args:
        writing: where it is said.
        plan: the plan, once all is read.
    """
    first: dict[str, dict[str, Any]] = {}
    found: list[Piece] = []
    for data in plan.data.get("commitments", []):
        number = str(data.get("number", ""))
        earlier = first.setdefault(plain_number(number), data) if number else data
        apart = set(earlier.get("axes", ())), set(data.get("axes", ()))
        again = earlier is not data and is_spelled_alike(str(earlier["number"]), number)
        if again and not (all(apart) and apart[0].isdisjoint(apart[1])):
            title = next(iter(data.get("title", {}).values()), number)
            found.append(Piece(writing.node_of(data).places["number"], str(title)))
    if found:
        names = tuple(piece.text for piece in found)
        writing.draft.say("import/number-of-another", found[0], count=len(found), names=names)


def say_axes_alone(writing: Writing, plan: Node) -> None:
    """Says of a plan with several axes that nothing in it was read as a project or an activity."""
    axes = plan.data.get("axes", [])
    if len(axes) > 1 and not plan.data.keys() & {"commitments", "activities"}:
        places = writing.node_of(axes[0]).places
        writing.draft.say("import/axes-alone", next(iter(places.values()), None), count=len(axes))


def in_other_table(node: Node, piece: Piece) -> bool:
    """Tells whether a piece stands in another table than the title of an object does."""
    place = next((place for path, place in node.places.items() if path.partition("/")[0] == "title"), None)
    return place is not None and place.kind == piece.place.kind == "cell" and place.part != piece.place.part


def less_continued(writing: Writing, title: str, is_known: Callable[[str], object], piece: Piece) -> str:
    """Gives a title without the word that says it goes on, "Forum (suite)", where an object of that title stands above.

    Args:
        writing: where it is said.
        title: the title.
        is_known: tells whether an object has the title without that word.
        piece: where it stands.
    """
    plain = None if writing.own_form else without_continued(title)
    if plain is None or not is_known(plain):
        return title
    writing.draft.say("import/goes-on", piece, severity="info", text=piece.text)
    return plain
