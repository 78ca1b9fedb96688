"""Twins: light classes derived from the models, with the same fields; they know types and closed lists, no patterns."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Annotated, Any, Final, Literal, Optional

import msgspec

from opengov_local.model import Package
from opengov_local.model.base import Model, Unstated
from opengov_local.model.shape import FieldShape, shape_of
from opengov_local.model.walk import stand_in

UNSTATED: Final[Unstated[Any]] = Unstated()
"""The one unstated list that all twins share; never to be filled."""

_MAP: Final = Annotated[dict[str, str], msgspec.Meta(min_length=1)]


@cache
def twin_of(concept: type[Model]) -> type[msgspec.Struct]:
    """Makes the class whose objects stand in for those of a concept: rules and index take either.

    An optional value that is absent is `None`, an absent list the one `UNSTATED`; written, both are left out.
    """
    return msgspec.defstruct(
        concept.__name__,
        [_declared(field) for field in shape_of(concept).values()],
        namespace=_knowledge(concept),
        kw_only=True,
        omit_defaults=True,
        gc=False,  # they come from JSON, and so lie in no circle
    )


def _declared(field: FieldShape) -> tuple[str, Any] | tuple[str, Any, Any]:
    kind = list[_value_type(field)] if field.many else _value_type(field)  # type: ignore[misc] # made at run time
    if field.required:
        return field.name, kind
    return (field.name, kind, UNSTATED) if field.many else (field.name, Optional[kind], None)  # noqa: UP045 - likewise


def _value_type(field: FieldShape) -> Any:
    if field.model is not None:
        return twin_of(field.model)
    if field.choices:
        return Literal[field.choices]
    if field.bounds is not None:
        return Annotated[int, msgspec.Meta(ge=field.bounds[0], le=field.bounds[1])]
    return {"text": field.text_type, "boolean": bool, "map": _MAP}[field.kind]


def _knowledge(concept: type[Model]) -> dict[str, Any]:
    """Gives what a concept knows of itself beside its fields: the code of its kind, and its properties."""
    properties = {
        name: value
        for base in reversed(concept.__mro__)
        if issubclass(base, Model) and base is not Model
        for name, value in vars(base).items()
        if isinstance(value, property)
    }
    return {"concept": concept.concept, **properties}


@lru_cache(maxsize=4096)
def _scalar(kind: type[str], text: str) -> str:
    """Makes a text of a class that knows more, such as a date; ValueError where it is none."""
    return kind(text)


PACKAGE: Final = twin_of(Package)
stand_in(PACKAGE, Package)
decode: Final = msgspec.json.Decoder(PACKAGE, dec_hook=_scalar).decode
"""Reads JSON bytes as a package of twins; unknown fields are passed over, and what no pattern allows is taken."""
encode: Final = msgspec.json.Encoder(enc_hook=str.__str__).encode
"""Writes twins in the shortest spelling that JSON has for them."""
