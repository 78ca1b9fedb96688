"""The shape of the model as data: for every field what it holds, derived from the models alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from opengov_local.model.base import Model
from opengov_local.model.codelist import OpenList
from opengov_local.model.dates import PARTIAL_DATE_PATTERN, PartialDate
from opengov_local.model.identity import Refers
from opengov_local.model.scalars import LANGUAGE_PATTERN, NO_NEWLINE, Unspoken, anchored

Kind = Literal["text", "integer", "boolean", "map", "object"]


@dataclass(frozen=True, slots=True)
class FieldShape:
    """What one field holds.

    Attributes:
        name: its name, the same in Python, JSON and schema.
        required: whether it may be absent.
        many: whether it holds a list.
        kind: what it, or each item of its list, is.
        model: the concept, where the kind is object.
        choices: the codes of a closed list.
        open_list: name of the open code list it draws from.
        refers: kinds of objects it points at; () for any kind; None when it is no reference.
        bounds: least and greatest value of an integer.
        may_be_gone: whether the object it points at need not be there.
        one_line: whether its text, or that of its items, stands on one line.
        pattern: what a text, or each text of a map, must match; None for closed lists and numbers.
        key_pattern: what each key of a map must match.
        unspoken: whether its text is a number or path, in which people say nothing.
        text_type: the class of its text in Python: `str`, or one that knows more, such as `PartialDate`.
    """

    name: str
    required: bool
    many: bool
    kind: Kind
    model: type[Model] | None = None
    choices: tuple[str, ...] = ()
    open_list: str | None = None
    refers: tuple[str, ...] | None = None
    bounds: tuple[int, int] | None = None
    may_be_gone: bool = False
    one_line: bool = False
    pattern: str | None = None
    key_pattern: str | None = None
    unspoken: bool = False
    text_type: type[str] = str

    @property
    def is_tag(self) -> bool:
        """Whether its text, or that of its items, is a language tag."""
        return self.pattern == anchored(LANGUAGE_PATTERN)


@cache
def shape_of(model: type[Model]) -> dict[str, FieldShape]:
    """Gives the fields of a concept by name, in their order."""
    return {name: _field(name, info) for name, info in model.model_fields.items()}


def _field(name: str, info: Any) -> FieldShape:
    marks: list[Any] = list(info.metadata)
    inner, many = _unwrap(info.annotation, marks), False
    if get_origin(inner) is list:
        inner, many = _unwrap(get_args(inner)[0], marks), True
    kind, model = _kind(inner)
    _open_fields(marks)
    key_pattern, pattern = _patterns_of_map(inner) if kind == "map" else (None, _pattern(marks))
    return FieldShape(
        name=name,
        required=info.is_required(),
        many=many,
        kind=kind,
        model=model,
        choices=get_args(inner) if get_origin(inner) is Literal else (),
        open_list=next((mark.name for mark in marks if isinstance(mark, OpenList)), None),
        refers=next((mark.kinds for mark in marks if isinstance(mark, Refers)), None),
        may_be_gone=any(mark.may_be_gone for mark in marks if isinstance(mark, Refers)),
        bounds=_bounds(marks) if kind == "integer" else None,
        one_line=any(isinstance(mark, FieldInfo) and mark.json_schema_extra == NO_NEWLINE for mark in marks),
        pattern=PARTIAL_DATE_PATTERN if inner is PartialDate else pattern,
        key_pattern=key_pattern,
        unspoken=any(isinstance(mark, Unspoken) for mark in marks),
        text_type=inner if isinstance(inner, type) and issubclass(inner, str) else str,
    )


def _open_fields(marks: list[Any]) -> None:
    """Adds what the descriptions of a type hold beside the words."""
    marks += [mark for field in marks if isinstance(field, FieldInfo) for mark in field.metadata]


def _pattern(marks: list[Any]) -> str | None:
    found = (getattr(mark, "pattern", None) for mark in marks)
    return next((pattern for pattern in found if isinstance(pattern, str)), None)


def _patterns_of_map(inner: Any) -> tuple[str | None, str | None]:
    """Gives the patterns of the keys and of the texts of a map."""
    keys: list[Any] = []
    texts: list[Any] = []
    for annotation, marks in zip(get_args(inner), (keys, texts), strict=True):
        _unwrap(annotation, marks)
        _open_fields(marks)
    return _pattern(keys), _pattern(texts)


def _bounds(marks: list[Any]) -> tuple[int, int]:
    low = next(mark.ge for mark in marks if isinstance(mark, Ge))
    high = next(mark.le for mark in marks if isinstance(mark, Le))
    return int(low), int(high)  # type: ignore[call-overload]


def _unwrap(annotation: Any, marks: list[Any]) -> Any:
    """Takes off `Optional` and `Annotated`, collecting what the annotations say."""
    if get_origin(annotation) is Annotated:
        inner, *found = get_args(annotation)
        marks.extend(found)
        return _unwrap(inner, marks)
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = (arg for arg in get_args(annotation) if arg is not NoneType)
        return _unwrap(inner, marks)
    return annotation


def _kind(inner: Any) -> tuple[Kind, type[Model] | None]:
    if get_origin(inner) is dict:
        return "map", None
    if get_origin(inner) is Literal:
        return "text", None
    if issubclass(inner, Model):
        return "object", inner
    if issubclass(inner, bool):
        return "boolean", None
    return ("integer" if issubclass(inner, int) else "text"), None


class Holding(NamedTuple):
    """A field that holds objects of the model: its name, their concept, whether it is a list."""

    name: str
    model: type[Model]
    many: bool


@cache
def objects_in(model: type[Model]) -> tuple[Holding, ...]:
    """Gives the fields of a concept that hold objects."""
    fields = shape_of(model).values()
    return tuple(Holding(field.name, field.model, field.many) for field in fields if field.model is not None)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path through the model.

    Attributes:
        field: the field the path is in, None at the root or outside the model.
        model: the concept at this place, None where there is none.
        item: whether the place is an item of a list.
        known: whether the model knows the place at all.
    """

    field: FieldShape | None
    model: type[Model] | None
    item: bool
    known: bool


def steps(root: type[Model], path: tuple[str | int, ...]) -> Iterator[Step]:
    """Follows a path of keys and indices through the model, one step for each part of the path."""
    here = Step(field=None, model=root, item=False, known=True)
    for part in path:
        here = _next(here, part)
        yield here


def _next(here: Step, part: str | int) -> Step:
    if here.model is not None:
        shape = shape_of(here.model).get(str(part))
        if shape is None:
            return Step(None, None, False, False)
        return Step(shape, None if shape.many else shape.model, False, True)
    if here.field is not None and here.field.many and not here.item:
        return Step(here.field, here.field.model, True, True)
    inside_map = here.known and here.field is not None and here.field.kind == "map"
    return Step(None, None, False, inside_map)


def concepts(root: type[Model]) -> tuple[type[Model], ...]:
    """Gives a concept and all that it holds, each once, in the order they are met."""
    found: dict[type[Model], None] = {}

    def visit(model: type[Model]) -> None:
        if model not in found:
            found[model] = None
            for field in shape_of(model).values():
                if field.model is not None:
                    visit(field.model)

    visit(root)
    return tuple(found)
