"""One contract for each published schema: pydantic and jsonschema agree on its root and on the root's own fields."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.contract.edges import ANYTHING, documents
from tests.contract.judges import SCHEMAS, encode, readable
from tests.contract.places import places, smallest

from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of
from opengov_local.schema import witness
from opengov_local.schema.build import roots, schema_name
from opengov_local.schema.verdict import Verdict
from opengov_local.validation.structure import judge

each_root = pytest.mark.parametrize("model", roots(), ids=schema_name)


def _by_pydantic(data: bytes, model: type[Model]) -> Verdict:
    return {(finding.code, finding.location.pointer) for finding in judge(data, model)[1]}


def _documents(model: type[Model]) -> Iterator[bytes]:
    """Gives every distinct document of the root itself and of its own fields and their items."""
    own = (place for place in places(model) if len(place.path) == 1 or (len(place.path) == 2 and place.item))
    texts = [encode(value) for value in ANYTHING]
    texts += (encode(tree) for place in own for tree in documents(place))
    return (text for text in dict.fromkeys(texts) if readable(text))


def test_every_published_schema_has_its_root() -> None:
    published = {path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json")}
    assert published == {schema_name(model) for model in roots()}


@each_root
def test_the_smallest_object_is_valid(model: type[Model]) -> None:
    data = encode(smallest(model))
    assert _by_pydantic(data, model) == witness.judge(json.loads(data), schema_name(model)) == set()


@each_root
def test_pydantic_and_jsonschema_say_the_same_of_every_root(model: type[Model]) -> None:
    refused = set()
    for text in _documents(model):
        verdict = _by_pydantic(text, model)
        assert verdict == witness.judge(json.loads(text), schema_name(model)), text.decode()
        refused |= {pointer.split("/")[1] for _, pointer in verdict if pointer}
    assert refused >= set(shape_of(model))
