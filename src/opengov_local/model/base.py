"""What every concept of the model shares: strictness, absent values, unstated lists, unknown fields."""

from __future__ import annotations

from functools import partial
from operator import is_
from typing import Annotated, Any, ClassVar, Final, Optional, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

T = TypeVar("T")

OWN: Final = "x_"
"""Names and codes that start so are a publisher's own, and nothing is said about them."""

SCHEMA_HINT: Final = "$schema"
"""Field at the root that tells an editor by which schema it should help; it is no fault, and is kept."""


class _NotNull:
    """Optional means absent: JSON `null` is refused; Python may still say `None` for "not there"."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        if schema["type"] != "nullable":
            raise TypeError(f"Opt[...] wraps an optional type, not {source!r}")
        return core_schema.json_or_python_schema(json_schema=schema["schema"], python_schema=schema)


# `Optional[T]` and not `T | None`: the alias is generic, and 3.11 cannot subscript a union of type variables here.
Opt = Annotated[Optional[T], _NotNull(), Field(exclude_if=partial(is_, None))]  # noqa: UP045
"""An optional value: absent in JSON when `None`, never `null`."""


class Unstated(list[T]):
    """The list of a field that nobody has stated: written only once something is in it.

    A list that was stated as empty (`[]`) is a plain list and is written as it was: "none" is not "no data".
    """


class _StaysUnstated:
    """A list that nobody has stated stays so when Python hands it on to another object."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        in_python = core_schema.no_info_wrap_validator_function(
            lambda value, judge: Unstated() if is_unstated(value) else judge(value), schema
        )
        return core_schema.json_or_python_schema(json_schema=schema, python_schema=in_python)


Many = Annotated[list[T], _StaysUnstated()]
"""A list that may be unstated; declared with `many`."""


def is_unstated(value: object) -> bool:
    """Tells whether a value is a list that was never stated."""
    return type(value) is Unstated and not value


def opt(description: str, *, example: Any = None, source: str | None = None) -> Any:
    """Declares an optional field.

    Args:
        description: what it means, with units.
        example: a value of it, as in JSON.
        source: where the field or its meaning comes from.
    """
    return Field(None, description=description, examples=_one(example), json_schema_extra=_comment(source))


def many(description: str, *, example: Any = None, source: str | None = None) -> Any:
    """Declares a list; where it is absent nothing is known, where it is empty there is none."""
    return Field(
        default_factory=Unstated,
        exclude_if=is_unstated,
        description=description,
        examples=_one(example),
        json_schema_extra=_comment(source),
    )


def _one(example: Any) -> list[Any] | None:
    return None if example is None else [example]


def _comment(source: str | None) -> dict[str, Any] | None:
    return {"$comment": f"Source: {source}"} if source else None


class Model(BaseModel):
    """Base of all concepts: strict types, unknown fields kept, assignments judged."""

    model_config = ConfigDict(
        strict=True,
        extra="allow",
        validate_assignment=True,
        ser_json_inf_nan="constants",
        protected_namespaces=(),
    )

    concept: ClassVar[str | None] = None
    """Code of the concept in the list `object_kind`, for the concepts that have an id."""

    def to_tree(self) -> dict[str, Any]:
        """Gives the object as JSON-shaped data: absent values left out, unknown fields kept."""
        return self.model_dump(mode="json")


def field_of(value: Any, name: str, default: Any = None) -> Any:
    """Gives a field of an object, or of what stands in for one, by its name, where its kind has such a field.

    What a publisher keeps under the name of a field that other kinds have is something else, of any shape.
    """
    own = getattr(value, "__pydantic_extra__", None)
    return default if own and name in own else getattr(value, name, default)


class Stated(Model):
    """Base of the concepts that say at least one thing: an empty object is refused."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        for value in self.__dict__.values():
            if value is not None and not is_unstated(value):
                return self
        if not self.model_extra:
            raise PydanticCustomError("too_short", "says at least one thing")
        return self
