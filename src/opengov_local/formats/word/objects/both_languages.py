"""Answers that are given twice, in two languages: read into one object, and said where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.asking import Asking
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.plan_facts import Facts
from opengov_local.formats.word.texts.passages import Line, Passage, joined
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.report_labels import REPORTED
from opengov_local.importing.draft import UNMAPPED, Draft, Node

_NAMES: Final = frozenset({"title", "number_title", "axis", "axes"})
"""What is named in two languages on one line."""
_STATED: Final = frozenset({"status", "progress"})
_OWN: Final = frozenset({"id", "original", UNMAPPED})
"""What two readings of one thing need not share."""
_LONGEST_TAG: Final = 3


class At(NamedTuple):
    """What is at hand where an answer is read.

    Attributes:
        writing: writes into the draft.
        labels: knows labels.
        objects: the objects that are open.
        asking: reads answers into them.
    """

    writing: Writing
    labels: Labels
    objects: Objects
    asking: Asking


def read_both(at: At, meaning: Meaning, passages: tuple[Passage, Passage], label: str) -> None:
    """Reads an answer in two languages: a name from both, all else from the first, and what the second adds to it.

    What each says is read apart. Where the second says the same in its language, its words are put beside those of the
    first; where it does not, it is kept, and that is said.

    Args:
        at: what is at hand.
        meaning: what was asked.
        passages: the answer in one language and in the other.
        label: the question.
    """
    both = joined(passages)
    reported = at.writing.report is not None and meaning.field in REPORTED
    if meaning.field in _NAMES and all(len(passage.lines) == 1 for passage in passages):
        both = both.of([Line(" / ".join(line.text for line in both.lines))])
        at.asking.answer(meaning, both, label)
        if meaning.field not in ("title", "number_title"):
            at.writing.draft.used(passages[1].piece, at.objects.deepest, "axes")
        return
    if reported and meaning.field not in _STATED:
        at.asking.answer(meaning, both, label)
        return
    one, other = (_read_apart(at, meaning, passage, label) for passage in passages)
    at.asking.answer(meaning, passages[0], label)
    for held, said, again in zip(_open(at.objects), one, other, strict=True):
        if held is not None and _differ(said, again):
            _say(at.writing, held, passages, label)
        elif held is not None and reported:
            at.writing.draft.used(passages[1].piece, held, meaning.field)
        elif held is not None:
            _add(at.writing, held, again, passages[1])


def _open(objects: Objects) -> tuple[Node | None, ...]:
    return (objects.plan if objects.has_plan else None, objects.axis, objects.commitment, objects.step)


def _read_apart(at: At, meaning: Meaning, passage: Passage, label: str) -> list[dict[str, Any]]:
    """Reads an answer into a draft of its own with the same kinds of objects open, and gives what it says of each."""
    draft = at.writing.draft
    writing = Writing(Draft(draft.importer, draft.source, b"", draft.options))
    writing.context, writing.language = at.writing.context, at.writing.language
    objects = Objects(writing)
    plan = objects.plan
    objects.axis = writing.add(plan, "axes") if at.objects.axis is not None else None
    objects.commitment = writing.add(plan, "commitments") if at.objects.commitment is not None else None
    if at.objects.step is not None:
        objects.step = writing.add(objects.commitment or plan, "milestones" if objects.commitment else "activities")
    there = _open(objects)
    inside = [id(node.data) for node in there if node is not None]
    Asking(writing, at.labels, objects, Facts(writing)).answer(meaning, passage, label)
    return [_without(node.data, inside) if node is not None else {} for node in there]


def _without(data: Mapping[str, Any], inside: list[int]) -> dict[str, Any]:
    """Gives the data of an object without the open objects that it holds."""
    return {
        field: value
        for field, value in data.items()
        if field != "id" and not (isinstance(value, list) and any(id(each) in inside for each in value))
    }


def _differ(one: Any, other: Any) -> bool:
    """Tells whether two readings say different things; texts in different languages do not."""
    if isinstance(one, dict) and isinstance(other, dict):
        texts = all(len(key) <= _LONGEST_TAG for key in (*one, *other))
        shared = (one.keys() & other.keys()) - _OWN
        alone = (one.keys() ^ other.keys()) - _OWN
        return (bool(alone) and not texts) or any(_differ(one[key], other[key]) for key in shared)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) != len(other) or any(map(_differ, one, other))
    return bool(one != other)


def _say(writing: Writing, node: Node, passages: tuple[Passage, Passage], label: str) -> None:
    kept, text = (passage.text for passage in passages)
    writing.draft.say("import/parts-differ", passages[1].piece, node=node, heading=label, kept=kept, text=text)
    writing.keep(node, passages[1], label)


def _add(writing: Writing, node: Node, said: Mapping[str, Any], passage: Passage) -> None:
    """Adds the texts of a second reading to an object, and to the last ones of its lists."""
    draft, piece = writing.draft, passage.piece
    for field, value in said.items():
        held, shape = node.data.get(field), node.shapes.get(field)
        if field == UNMAPPED:
            writing.keep(node, passage)
        elif shape is None or held is None or field in _OWN:
            continue
        elif shape.kind == "map" and not shape.many:
            for tag, text in value.items():
                draft.put(node, field, text, piece, language=tag)
        elif shape.many or shape.model is None:
            for there, each in zip(held[-len(value) :], value, strict=False) if shape.many else ():
                _add_item(writing, there, each, passage)
            draft.used(piece, node, field)
        else:
            _add(writing, writing.node_of(held), value, passage)


def _add_item(writing: Writing, held: Any, said: Any, passage: Passage) -> None:
    """Adds the texts of a second reading to an item of a list: an object, or a text."""
    if not isinstance(said, dict):
        return
    if all(isinstance(value, str) and len(key) <= _LONGEST_TAG for key, value in said.items()):
        held.update({tag: text for tag, text in said.items() if tag not in held})
    else:
        _add(writing, writing.node_of(held), said, passage)
