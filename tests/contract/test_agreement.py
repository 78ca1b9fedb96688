"""One contract: pydantic, jsonschema and Ajv say the same of every place of the model at every edge value."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterator

import pytest
from tests.contract.edges import documents
from tests.contract.judges import by_ajv, by_pydantic, encode, is_plain, readable, without_own
from tests.contract.places import places, smallest

from opengov_local.model import Package
from opengov_local.model.shape import shape_of
from opengov_local.schema import witness
from opengov_local.schema.lane import accept
from opengov_local.schema.twins import encode as encoded

SHARE = 1 if "OPENGOV_LOCAL_DIFFERENTIAL_N" in os.environ else 8
"""One in so many of the documents is judged, always the same ones; all of them by `make differential`."""
MANY = 3_000
"""Documents of one field from which a share is enough."""


def _documents(root_field: str) -> Iterator[bytes]:
    """Gives the distinct documents of the places below one field of the package, of very many a share."""
    trees = (tree for place in places() if place.path[0] == root_field for tree in documents(place))
    texts = dict.fromkeys(map(encode, trees))
    share = SHARE if len(texts) > MANY else 1
    return (text for text in texts if zlib.crc32(text) % share == 0 and readable(text))


@pytest.mark.parametrize("root_field", list(shape_of(Package)))
def test_pydantic_and_jsonschema_say_the_same(root_field: str) -> None:
    judged = 0
    for text in _documents(root_field):
        assert by_pydantic(text) == witness.judge(json.loads(text)), text.decode()
        judged += 1
    assert judged > 10


@pytest.mark.parametrize("root_field", list(shape_of(Package)))
def test_the_quick_lane_accepts_what_is_valid_and_plainly_spelled_and_nothing_else(root_field: str) -> None:
    accepted = 0
    for text in _documents(root_field):
        survey = accept(text)
        if survey is None:
            assert by_pydantic(text) or not is_plain(text), text.decode()
        else:
            accepted += 1
            assert by_pydantic(text) == set(), text.decode()
            assert is_plain(text), text.decode()
            assert json.loads(encoded(survey.root)) == without_own(json.loads(text))
    assert accepted > 0


def test_pydantic_and_ajv_say_the_same(require_tool: Callable[[str], str]) -> None:
    program = require_tool("ajv")
    for root_field in shape_of(Package):
        for text, verdict in by_ajv(program, _documents(root_field)):
            assert verdict == by_pydantic(text), text.decode()


def test_smallest_documents_are_valid_and_edges_reach_both_verdicts() -> None:
    assert not by_pydantic(encode(smallest(Package)))
    for place in places():
        verdicts = {not by_pydantic(encode(tree)) for tree in documents(place)}
        assert False in verdicts, place.path
