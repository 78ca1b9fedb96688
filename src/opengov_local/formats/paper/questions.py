"""Questions: how rows of the form are made from fields of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from opengov_local.formats.paper.content import Blocks, Line, Lines, Part, Phrase, Row, itemized
from opengov_local.formats.paper.drafts import is_unusable, unanswered
from opengov_local.formats.paper.naming import all_named
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.base import Model, Unstated
from opengov_local.model.shape import FieldShape, shape_of

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Question(Generic[M]):
    """One row of a form.

    Attributes:
        key: key of its label.
        answer: gives the answer; no line when nothing is stated.
        fields: the fields of the model that the answer shows.
        note: key of what to know about the question.
        alone: whether the title of its part asks it.
        shown: the one field that the answer shows as it is; None where the answer says more or less than a field.
    """

    key: str
    answer: Callable[[Scribe, M], Lines]
    fields: tuple[str, ...] = ()
    note: str | None = None
    alone: bool = False
    shown: str | None = None

    def answered(self, scribe: Scribe, value: M) -> Lines:
        """Gives the answer."""
        return show(scribe, value, self.shown) if self.shown else self.answer(scribe, value)


def field(key: str, name: str | None = None) -> Question[Any]:
    """Makes the question that shows one field as it is: text, date, code, reference or object.

    Args:
        key: key of its label.
        name: the field; that of the key after its point where absent.
    """
    attribute = name or key.partition(".")[2]
    return Question(key, lambda scribe, value: show(scribe, value, attribute), (attribute,), shown=attribute)


def fields(sheet: str, names: str) -> tuple[Question[Any], ...]:
    """Makes the questions that show fields as they are.

    Args:
        sheet: first part of the keys of their labels.
        names: the fields, parted by spaces.
    """
    return tuple(field(f"{sheet}.{name}") for name in names.split())


def is_said(value: Model, name: str) -> bool:
    """Tells whether a field is stated, though it may say that there is none."""
    return _says(value.__dict__[name])


def _says(content: object) -> bool:
    return content is not None and (type(content) is not Unstated or bool(content))


def labelled(scribe: Scribe, value: Model, labels: Iterable[tuple[str, str]]) -> Lines:
    """Says the fields of an object that are stated one below the other, each with its label.

    Args:
        scribe: who writes.
        value: the object.
        labels: the fields in their order, each with the key of its label.
    """
    held, lines = value.__dict__, list[Line]()
    for name, key in labels:
        if (content := held[name]) or (content is not None and type(content) is not Unstated):
            lines += scribe.labelled(key, _way(type(value), name)(scribe, content))
    return tuple(lines)


def show(scribe: Scribe, value: Model, name: str) -> Lines:
    """Says a field: codes by their labels, references by the names of what they point at."""
    content = value.__dict__[name]
    return _way(type(value), name)(scribe, content) if content is not None and _says(content) else ()


@cache
def _way(kind: type[Model], name: str) -> Callable[[Scribe, Any], Lines]:
    """Gives how the content of a field is said."""
    shape = shape_of(kind)[name]
    if shape.kind == "map" and not shape.many:
        return Scribe.text
    item, kinds = _item(shape), (shape.refers or ())[:1]
    if shape.refers is None and item is None:
        return lambda scribe, content: say(content, scribe)

    def said(scribe: Scribe, content: Any) -> Lines:
        items = content if shape.many else [content]
        if not items:
            return say(content, scribe)
        if item is None:
            return all_named(scribe, items, *kinds)
        return itemized((Line((item(scribe, each),)),) for each in items)

    return said


def _item(shape: FieldShape) -> Callable[[Scribe, Any], Phrase] | None:
    """Gives how a code, number or path is said, or each of several; None for what is no such thing."""
    if shape.refers is not None:
        return None
    if codelist := shape.open_list:
        return lambda scribe, code: scribe.code(codelist, code)
    if shape.kind == "integer" or shape.unspoken:
        return lambda scribe, value: scribe.plain(str(value))
    return None


def asked(scribe: Scribe, key: str, value: M, questions: Iterable[Question[M]]) -> Part:
    """Makes a part of the form: every question stands, and says so where nothing is stated."""
    rows = (_row(scribe, question, value, question.answered(scribe, value)) for question in questions)
    return Part(key, scribe.label(key), tuple(rows))


def found(scribe: Scribe, value: M, questions: Iterable[Question[M]]) -> tuple[Row, ...]:
    """Makes the rows of a block that is set apart: only what is stated stands there, or was unusable."""
    cut = id(value) in scribe.known.unusable
    there = value.__dict__
    rows: list[Row] = []
    for question in questions:
        if not cut and (name := question.shown) is not None:
            content = there[name]
            if not content and (content is None or type(content) is Unstated):
                continue
        lines = question.answered(scribe, value)
        if lines or (cut and is_unusable(scribe, value, question.fields, question.key)):
            rows.append(_row(scribe, question, value, lines))
    return tuple(rows)


def own_part(scribe: Scribe, blocks: Blocks) -> tuple[Part, ...]:
    """Makes the part of what a form does not ask for, which is there only when it holds something."""
    return (Part("part.own", scribe.label("part.own"), blocks, "own"),) if blocks else ()


def _row(scribe: Scribe, question: Question[Any], value: Model, lines: Lines) -> Row:
    note = scribe.label(question.note) if question.note else None
    label = None if question.alone else scribe.label(question.key)
    answer = lines or unanswered(scribe, value, question.fields, question.key)
    return Row(question.key, label, answer, bool(lines), note)
