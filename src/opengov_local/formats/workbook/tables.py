"""The sheets of the workbook and their columns: a small table says which stand in the template, the model the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, get_args

from pydantic.fields import FieldInfo

from opengov_local import codelists
from opengov_local.formats.workbook.names import is_named, kind_of
from opengov_local.messages.labels import label
from opengov_local.model.base import Model
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import Identified
from opengov_local.model.package import Package
from opengov_local.model.party import Party
from opengov_local.model.shape import FieldShape, concepts, shape_of
from opengov_local.resources import rows_of

Kind = Literal["text", "line", "code", "reference", "date", "integer", "number", "boolean", "party"]
_DECIMAL: Final = "^(?:-?[0-9]{1,15}"
_OWN_PLACE: Final = frozenset({"id", "schema_version", "id_prefix"})
_UNWRITTEN: Final = frozenset({"sources"})
_PARTS: Final = {"code"}
"""Last fields whose column is named by the field that holds them."""
OTHER_WIDTH: Final = 28


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: one field of its concept.

    Attributes:
        path: names of the fields that lead to it; through a list only for `ogp_values.value`.
        titles: concept and field of each step, for the heading.
        kind: what its cells hold.
        many: whether a cell holds several, parted by line breaks or semicolons.
        required: whether an object must have it.
        codelist: name of the list its words are from.
        refers: kinds of objects a reference means; () for any.
        bounds: least and greatest whole number.
        width: its width, in characters.
        shown: whether it stands in the template; others appear when they hold something.
        examples: language, or "" for all, to the text of the example row; codes for coded columns.
    """

    path: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    kind: Kind
    many: bool = False
    required: bool = False
    codelist: str | None = None
    refers: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None
    width: int = OTHER_WIDTH
    shown: bool = False
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """Its name in the hidden row; texts add `@` and a language."""
        return ".".join(self.path)

    def heading(self, language: str) -> str:
        """Writes its heading from the titles of the fields."""
        steps = self.titles[:-1] if len(self.titles) > 1 and self.titles[-1][1] in _PARTS else self.titles
        steps = steps[:1] if self.path == ("ogp_values", "value") else steps
        words = [label(concept, field, language) for concept, field in steps]
        return " – ".join(dict.fromkeys(words))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the objects of a sheet lie in the model: a field of an object that has a row of its own, or the package.

    Attributes:
        concept: class name of the concept that holds them.
        path: names of the fields that lead to them.
        many: whether the last is a list.
        kind: code of the concept in the list object_kind; class name of one without ids.
    """

    concept: str
    path: tuple[str, ...]
    many: bool
    kind: str

    @property
    def key(self) -> str:
        """The path, joined by points."""
        return ".".join(self.path)


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet.

    Attributes:
        key: its name in the hidden cell A1.
        model: the concept its rows are.
        form: whether it is a form, with a column for each object.
        shown: whether it stands in the template.
        parents: class names of the concepts that its rows can be put under in the template.
        titles: language to its name.
    """

    key: str
    model: type[Model]
    form: bool
    shown: bool
    parents: tuple[str, ...]
    titles: Mapping[str, str]

    @property
    def concept(self) -> str:
        """Class name of its concept."""
        return self.model.__name__

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns it can have, those of the template first."""
        return _columns(self.key)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its objects can lie, the deepest first."""
        return _places(self.key)


@cache
def sheets() -> tuple[Sheet, ...]:
    """Gives the kinds of sheets in their order: those that hold others come before them."""
    models = {model.__name__: model for model in concepts(Package)}
    return tuple(
        Sheet(
            key=row["key"],
            model=models[row["concept"]],
            form=row["form"] == "yes",
            shown=row["shown"] == "yes",
            parents=tuple(row["parents"].split()),
            titles={language: row[language] for language in ("en", "fr", "ar")},
        )
        for row in _rows("sheets.csv")
    )


@cache
def sheet(key: str) -> Sheet:
    """Gives the kind of sheet of a key.

    Raises:
        KeyError: there is none.
    """
    return {each.key: each for each in sheets()}[key]


def _rows(name: str) -> list[dict[str, str]]:
    return rows_of("opengov_local.formats.workbook", name)


@cache
def _columns(key: str) -> tuple[Column, ...]:
    derived = {column.key: column for column in _leaves(sheet(key).model)}
    chosen = []
    for row in _rows("columns.csv"):
        if row["sheet"] == key:
            found = derived.pop(row["path"], None) or _value_of(sheet(key).model, row["path"])
            examples = {"": row["example"], **{language: row[language] for language in ("en", "fr", "ar")}}
            chosen.append(
                Column(
                    path=found.path,
                    titles=found.titles,
                    kind="code" if row["list"] and found.kind == "line" else found.kind,
                    many=found.many,
                    required=found.required,
                    codelist=row["list"] or found.codelist,
                    refers=found.refers,
                    bounds=found.bounds,
                    width=int(row["width"]),
                    shown=True,
                    examples=tuple((tag, text) for tag, text in examples.items() if text),
                )
            )
    return (*chosen, *derived.values())


def _leaves(
    model: type[Model], path: tuple[str, ...] = (), titles: tuple[tuple[str, str], ...] = ()
) -> Iterator[Column]:
    """Gives a column for each field that one cell can hold, also of the objects inside."""
    for name, shape in shape_of(model).items():
        if not path and name in _OWN_PLACE and issubclass(model, Identified):
            continue
        here, words = (*path, name), (*titles, (model.__name__, name))
        if shape.model is None or shape.model is Party:
            yield _leaf(model, shape, here, words)
        if shape.model is not None and not shape.many:
            yield from _leaves(shape.model, here, words)


def _leaf(model: type[Model], shape: FieldShape, path: tuple[str, ...], titles: tuple[tuple[str, str], ...]) -> Column:
    return Column(
        path=path,
        titles=titles,
        kind=_kind(model, shape),
        many=shape.many,
        required=shape.required and len(path) == 1,
        codelist=shape.open_list or _closed_list(shape.choices),
        refers=shape.refers or (),
        bounds=shape.bounds,
    )


def _value_of(model: type[Model], path: str) -> Column:
    """Gives the column of one field of the objects of a list: the list is then a list of these values."""
    first, _, last = path.partition(".")
    inner = shape_of(model)[first].model
    if inner is None:
        raise KeyError(path)
    leaf = _leaf(inner, shape_of(inner)[last], (first, last), ((model.__name__, first), (inner.__name__, last)))
    return Column(leaf.path, leaf.titles, leaf.kind, many=True, codelist=leaf.codelist)


def _kind(model: type[Model], shape: FieldShape) -> Kind:
    if shape.model is Party:
        return "party"
    if shape.refers is not None:
        return "reference"
    if shape.choices or shape.open_list:
        return "code"
    kinds: dict[str, Kind] = {"map": "text", "integer": "integer", "boolean": "boolean"}
    return kinds.get(shape.kind) or _kind_of_text(model.model_fields[shape.name])


def _kind_of_text(info: FieldInfo) -> Kind:
    if _mentions(info.annotation, PartialDate):
        return "date"
    return "number" if _is_decimal(info.annotation) or _is_decimal(info.metadata) else "line"


def _is_decimal(annotation: object) -> bool:
    """Tells whether a text is an exact decimal number, by its pattern."""
    parts = annotation if isinstance(annotation, list) else get_args(annotation)
    return any(_is_decimal(part) or str(getattr(part, "pattern", "")).startswith(_DECIMAL) for part in parts)


def _mentions(annotation: object, wanted: type) -> bool:
    return annotation is wanted or any(_mentions(part, wanted) for part in get_args(annotation))


@cache
def _closed_list(choices: tuple[str, ...]) -> str | None:
    if not choices:
        return None
    closed = (codelists.get(name) for name in codelists.names() if codelists.info(name).closed)
    return next((found.name for found in closed if found.codes == choices), None)


@cache
def _places(key: str) -> tuple[Place, ...]:
    wanted = sheet(key).model
    order = [each.concept for each in sheets()]
    holders = [model for model in concepts(Package) if issubclass(model, Identified) or is_named(model)]
    found = [
        Place(holder.__name__, path, many, kind_of(holder))
        for holder in holders
        for path, many in _paths_to(holder, wanted)
        if holder.__name__ in order and path[-1] not in _UNWRITTEN
    ]
    return tuple(sorted(found, key=lambda place: -order.index(place.concept)))


def _paths_to(model: type[Model], wanted: type[Model]) -> Iterator[tuple[tuple[str, ...], bool]]:
    for name, shape in shape_of(model).items():
        if shape.model is wanted and shape.many:
            yield (name,), True
        elif shape.model is not None and not shape.many:
            yield from (((name, *path), many) for path, many in _paths_to(shape.model, wanted))
