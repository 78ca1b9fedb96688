"""Projects named again, in a table or a heading, under other numbers or in other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from opengov_local.account import Piece, Place
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.objects import NAMED, Objects
from opengov_local.formats.word.table_shapes.row_titles import Named
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.formats.wording.words.numbering import project_number_of
from opengov_local.formats.wording.words.plan_words import says
from opengov_local.formats.wording.words.project_references import names_several
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_FEWEST: Final = 2
"""Projects of a table that were named above, so that it repeats them, and does not chance to have a title of one."""


def without_place(marker: Marker, text: str, objects: Objects) -> Marker:
    """Gives the marker of a project whose title is known without its place in an outline: "2.1 Projet : …"."""
    placed = marker.number and text.lstrip().startswith(marker.number)
    if marker.concept != "commitment" or not (placed and marker.title):
        return marker
    known = objects.titled(marker.title)
    return marker._replace(number="") if len(known) == 1 and "number" in known[0].data else marker


def named_again(writing: Writing, objects: Objects, rows: Sequence[Named], heading: str) -> Mapping[str, Node]:
    """Gives the projects that rows name again under another number, by their folded titles, and says so.

    A table repeats projects where at least half of its titles are those of projects above, and not of one alone, or
    where its heading says so. Those of its projects that have no such title are said, too. A code that stands in the
    place of a title, "P1", is the number of a project above.

    Args:
        writing: where the findings go.
        objects: the projects that were read so far.
        rows: the projects of the table, in order.
        heading: the heading above it.
    """
    if writing.own_form:
        return {}
    coded = _coded(writing, objects)
    rows, codes = [row for row in rows if row.title not in coded], [row for row in rows if row.title in coded]
    again = {fold(row.title): coded[row.title] for row in codes if not row.number}
    times = Counter(fold(row.title) for row in rows)
    known = {row: objects.titled(row.title) for row in rows if times[fold(row.title)] == 1}
    found = {row: nodes[0] for row, nodes in known.items() if len(nodes) == 1}
    repeats = 2 * len(found) >= len(rows) and len(found) >= _FEWEST
    is_recap = bool(objects.plan.data.get("commitments")) and says(heading, "recap")
    if not (repeats or is_recap):
        return again
    numbers = {row: str(node.data.get("number", row.number)) for row, node in found.items() if row.number}
    other = {row: found[row] for row, number in numbers.items() if number != row.number}
    if other and not is_recap and _goes_on(objects, [row.number for row in rows]):
        for row in other:
            _say_two(writing, row.piece, row.title, row.number, numbers[row])
        return again
    if other:
        first = next(iter(other))
        writing.draft.say("import/recap-numbers", first.piece, text=first.title, number=first.number,
                          known=numbers[first], count=len(other))  # fmt: skip
    untitled = {each.get("number") for each in objects.plan.data.get("commitments", ()) if "title" not in each}
    for row in rows:
        if not objects.titled(row.title) and row.number not in untitled and not names_several(row.title):
            writing.draft.say("import/recap-apart", row.piece, text=row.title)
    return again | {fold(row.title): node for row, node in other.items()}


def _coded(writing: Writing, objects: Objects) -> dict[str, Node]:
    """Gives the projects above that have a title, and a number with letters, by that number."""
    titled = [each for each in objects.plan.data.get("commitments", ()) if "number" in each and "title" in each]
    return {str(each["number"]): writing.node_of(each) for each in titled if project_number_of(str(each["number"]))}


def say_listed_twice(writing: Writing, objects: Objects) -> None:
    """Says which projects a list only names that have the title of another under another number: they may be one."""
    named: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in objects.plan.data.get("commitments", ()) if objects.has_plan and not writing.own_form else ():
        if "number" in each:
            for title in each.get("title", {}).values():
                named[fold(title)].append(each)
    for alike in named.values():
        bare = next((each for each in alike if each.keys() <= NAMED), None)
        others = [each for each in alike if bare is not None and each["number"] != bare["number"]]
        if bare is not None and others:
            node = writing.node_of(bare)
            title = str(next(iter(bare["title"].values())))
            _say_two(writing, node.places.get("number"), title, str(bare["number"]), str(others[0]["number"]))


def _say_two(writing: Writing, at: Piece | Place | None, title: str, number: str, known: str) -> None:
    writing.draft.say("import/title-under-two-numbers", at, text=title, number=number, known=known)


def _goes_on(objects: Objects, numbers: Sequence[str]) -> bool:
    """Tells whether numbers go on with those of the projects above, so that they are of further ones: 3, 4 after 2."""
    held = [str(each["number"]) for each in objects.plan.data.get("commitments", ()) if "number" in each]
    if not held or not all(number.isdecimal() for number in (*numbers, *held)):
        return False
    return min(map(int, numbers)) == max(map(int, held)) + 1
