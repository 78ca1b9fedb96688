"""Questions: how rows of the form are made from fields of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from opengov_local.formats.paper.content import Blocks, Line, Lines, Part, Row, Weight, itemized
from opengov_local.formats.paper.parties import all_named
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.base import Model, is_unstated
from opengov_local.model.shape import shape_of

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
    """

    key: str
    answer: Callable[[Scribe, M], Lines]
    fields: tuple[str, ...] = ()
    note: str | None = None
    alone: bool = False


def field(key: str, name: str | None = None) -> Question[Any]:
    """Makes the question that shows one field as it is: text, date, code, reference or object.

    Args:
        key: key of its label.
        name: the field; that of the key after its point where absent.
    """
    attribute = name or key.partition(".")[2]
    return Question(key, lambda scribe, value: show(scribe, value, attribute), (attribute,))


def fields(sheet: str, names: str) -> tuple[Question[Any], ...]:
    """Makes the questions that show fields as they are.

    Args:
        sheet: first part of the keys of their labels.
        names: the fields, parted by spaces.
    """
    return tuple(field(f"{sheet}.{name}") for name in names.split())


def show(scribe: Scribe, value: Model, name: str) -> Lines:
    """Says a field: codes by their labels, references by the names of what they point at."""
    content = getattr(value, name)
    if content is None or is_unstated(content):
        return ()
    shape = shape_of(type(value))[name]
    codelist, items = shape.open_list, content if shape.many else [content]
    if shape.refers is not None and items:
        return all_named(scribe, items, *shape.refers[:1])
    if codelist and items:
        return itemized((Line((scribe.code(codelist, code),)),) for code in items)
    if shape.kind == "integer" and items:
        return itemized((Line((scribe.plain(str(number)),)),) for number in items)
    if shape.unspoken and items:
        return itemized((Line((scribe.plain(text),)),) for text in items)
    return say(content, scribe)


def asked(scribe: Scribe, key: str, value: M, questions: Iterable[Question[M]]) -> Part:
    """Makes a part of the form: every question stands, and says so where nothing is stated."""
    return Part(key, scribe.label(key), tuple(_row(scribe, question, value) for question in questions))


def found(scribe: Scribe, value: M, questions: Iterable[Question[M]]) -> tuple[Row, ...]:
    """Makes the rows of a block that is set apart: only what is stated stands there."""
    rows = (_row(scribe, question, value) for question in questions)
    return tuple(row for row in rows if row.stated)


def set_apart(
    scribe: Scribe, key: str, weight: Weight, blocks: Blocks, below: tuple[Part, ...] = ()
) -> tuple[Part, ...]:
    """Makes a part, and the parts below it, that is there only when it holds something."""
    return (Part(key, scribe.label(key), blocks, weight), *below) if blocks or below else ()


def _row(scribe: Scribe, question: Question[M], value: M) -> Row:
    lines = question.answer(scribe, value)
    note = scribe.label(question.note) if question.note else None
    label = None if question.alone else scribe.label(question.key)
    return Row(question.key, label, lines or scribe.not_stated(), bool(lines), note)
