"""The code of a walk, written from the shape of the model: one small function for each concept.

A walk visits every object of every document, and is the most of what judging a sound one costs. Written out, it looks
at no field that holds nothing of interest, and asks of no value what it is: it is four times as fast as a loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.node import Mention, Node
from opengov_local.model.prose import prose_of
from opengov_local.model.shape import FieldShape, concepts, shape_of

Visitor = Callable[[Any, Any], None]
"""Takes what notes are made in (a `Survey`), and the root."""


def written_visitor(
    root: type[Model], *, judged: bool, without: type[Model] | None = None, only: tuple[type[Model], ...] = ()
) -> Visitor:
    """Writes the code that visits an object and all below it.

    Args:
        root: the concept of the object.
        judged: whether the objects are of the model, and so were judged; the texts of others are noted too.
        without: a concept whose objects are passed over.
        only: the concepts whose objects are noted, with those they lie in and those with fields outside the model, and
            nothing that any of them says; () for all objects and all they say.
    """
    scope: dict[str, Any] = {"Node": Node, "Mention": Mention}
    source = "\n".join(line for concept in concepts(root) for line in _function(concept, judged, without, only, scope))
    exec(compile(source, f"<walk through {root.__name__}>", "exec"), scope)
    visit = scope[f"visit_{root.__name__}"]
    return lambda survey, value: visit(survey, value, None, ())


def _function(
    concept: type[Model],
    judged: bool,
    without: type[Model] | None,
    only: tuple[type[Model], ...],
    scope: dict[str, Any],
) -> Iterator[str]:
    name = concept.__name__
    prose = {field.name for field in prose_of(concept)}
    scope[name] = concept
    yield f"def visit_{name}(survey, value, parent, step):"
    yield f"  survey.nodes.append(node := Node(value, {name}, parent, step)); survey.by_kind[{name}].append(node)"
    if judged:
        yield "  fields = value.__dict__"
    if issubclass(concept, Identified):
        yield "  survey.identified.append(node)"
        yield f"  survey.first.setdefault({_held('id', judged)}, node)"
        yield f"  if {_held('former_ids', judged)}: survey.renamed.append(node)"
    if judged:
        yield "  if value.__pydantic_extra__: survey.extended.append(node)"
    for field in (field for field in shape_of(concept).values() if field.model is None or field.model is not without):
        if only:
            note = _note_of_link(field, name, only) if field.model is not None else ""
        else:
            note = _note_of_link(field, name) or _note_of_text(field, field.name in prose, judged)
        if note:
            scope[f"{name}_{field.name}"] = field
            yield f"  held = {_held(field.name, judged)}"
            yield "  if held:" if field.many else "  if held is not None:"
            if field.many:
                yield "    for position, held in enumerate(held):"
            yield f"      {note}"


def _held(name: str, judged: bool) -> str:
    """Writes the content of a field."""
    return f"fields[{name!r}]" if judged else f"value.{name}"


def _note_of_link(field: FieldShape, concept: str, only: tuple[type[Model], ...] = ()) -> str:
    """Writes what is done with an object, an id or a code, or with each of a list; nothing for other values."""
    if field.model is not None:
        step = f"({field.name!r}, position)" if field.many else f"({field.name!r},)"
        visit = f"visit_{field.model.__name__}(survey, held, node, {step})"
        if not only or issubclass(field.model, only):
            return visit
        return f"{visit} if {_question(field.model, 'held', only)} else None"
    if field.refers is not None:
        return (
            f"survey.mentions.append(Mention(node, {concept}_{field.name}, {'position' if field.many else None}, held))"
        )
    return f"survey.codes[{field.open_list!r}].append(held)" if field.open_list else ""


def _question(concept: type[Model], held: str, only: tuple[type[Model], ...]) -> str:
    """Writes what asks of an object that is not to be noted whether it may hold one that is, or fields of its own."""
    asks, fields, inner = [f"{held}.__pydantic_extra__"], f"{held}_fields", f"{held}_1"
    for each in (each for each in shape_of(concept).values() if each.model is not None):
        there = f"({fields} := {held}.__dict__)[{each.name!r}]" if len(asks) == 1 else f"{fields}[{each.name!r}]"
        if each.many or each.model is None or issubclass(each.model, only):
            asks.append(there)
        else:
            asks.append(f"({inner} := {there}) is not None and ({_question(each.model, inner, only)})")
    return " or ".join(asks)


def _note_of_text(field: FieldShape, is_prose: bool, judged: bool) -> str:
    """Writes what is done with a text; nothing for one that has been judged and that nobody wrote for people."""
    notes = []
    if is_prose:
        place = f"(held, node, {field.name!r}, {'position' if field.many else None})"
        notes.append(f"survey.{'maps' if field.kind == 'map' else 'lines'}.append({place})")
    if field.is_tag:
        notes.append("survey.tags.append(held)")
    if not judged and field.kind == "text" and field.pattern and field.text_type is str:
        notes.append(f"survey.texts[{field.pattern!r}].append(held)")
    return "; ".join(notes)
