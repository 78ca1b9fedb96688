"""The quick lane: accepts a package whose bytes prove themselves; what it does not accept, the models judge."""

from __future__ import annotations

from typing import Final

import msgspec

from opengov_local.json_text import holds_noncharacter
from opengov_local.model import Package
from opengov_local.model.base import Model, Stated
from opengov_local.model.matching import all_match
from opengov_local.model.shape import concepts, shape_of
from opengov_local.model.walk import Survey
from opengov_local.schema.own_fields import UNREADABLE, bytes_of_own
from opengov_local.schema.twins import decode, encode, twin_of

_EMPTY: Final[dict[type[Model], object]] = {
    concept: twin_of(concept)() for concept in concepts(Package) if issubclass(concept, Stated)
}
_FIELDS = [field for concept in concepts(Package) for field in shape_of(concept).values()]
(_CODE,) = {field.pattern or "" for field in _FIELDS if field.open_list is not None}
(_ID,) = {field.pattern or "" for field in _FIELDS if field.refers is not None}
((_LANGUAGE, _TEXT),) = {(field.key_pattern or "", field.pattern or "") for field in _FIELDS if field.kind == "map"}


def accept(data: bytes) -> Survey | None:
    """Accepts JSON bytes that are I-JSON and a valid package, with no field that neither the model nor `x_` knows.

    The bytes are read as twins of the models, and these written again. Reading drops unknown fields and repeated keys,
    and writing uses the shortest spelling of each value. So what is written, with a publisher's own fields, is as long
    as the source, white space aside, only when nothing else was dropped and nothing was spelled in another way.

    Returns:
        What a walk over the twins noted; the package is its first node. None where the models must judge.
    """
    if holds_noncharacter(data):
        return None
    try:
        package = decode(data)
    except UNREADABLE:
        return None
    written = encode(package)
    if len(written) != len(data) and not _is_all(len(written), data):
        return None
    survey = Survey(package)
    return survey if _texts_match(survey) and not _some_say_nothing(survey) else None


def _is_all(written: int, data: bytes) -> bool:
    """Tells whether what was written, and own fields, are all that there is, white space aside."""
    rest = len(msgspec.json.format(data, indent=-1)) - written
    return rest == 0 or (rest > 0 and rest == bytes_of_own(data))


def _some_say_nothing(survey: Survey) -> bool:
    """Tells whether an object that must not be empty is; one with empty lists alone counts as empty."""
    return any(node.value == _EMPTY[node.kind] for node in survey.nodes if node.kind in _EMPTY)


def _texts_match(survey: Survey) -> bool:
    return (
        all(all_match(pattern)(texts) for pattern, texts in survey.texts.items() if texts)
        and all_match(_CODE)(set().union(*survey.codes.values()))
        and all_match(_ID)({mention.target for mention in survey.mentions})
        and all_match(_LANGUAGE)(survey.by_language.keys())
        and all(map(all_match(_TEXT), survey.by_language.values()))
    )
