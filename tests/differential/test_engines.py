"""The engines against each other on mutated real documents; longer with `make differential N=…`."""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from tests.contract import edges
from tests.contract.judges import by_ajv, by_pydantic, encode, is_plain, readable, said

from opengov_local.model import Package
from opengov_local.model.walk import Survey
from opengov_local.resources import data_folder
from opengov_local.schema import witness
from opengov_local.schema.lane import accept
from opengov_local.source import precheck

N = int(os.environ.get("OPENGOV_LOCAL_DIFFERENTIAL_N", "400"))
SEED = int(os.environ.get("OPENGOV_LOCAL_DIFFERENTIAL_SEED", "20261123"))
VALUES: tuple[Any, ...] = (
    *edges.ANYTHING, *edges.TEXTS, *edges.DATES, *edges.FORMS, *edges.NUMBERS, *edges.MAPS, *edges.OBJECTS,
)  # fmt: skip


def _paths(tree: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    members = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in members:
        yield (*above, key)
        yield from _paths(value, (*above, key))


def _mutate(tree: Any, dice: random.Random) -> None:
    """Does one thing to a tree that careless programs do."""
    path = dice.choice(list(_paths(tree)))
    container = tree
    for part in path[:-1]:
        container = container[part]
    last = path[-1]
    match dice.randrange(6):
        case 0 | 1 | 2:
            container[last] = copy.deepcopy(dice.choice(VALUES))
        case 3:
            del container[last]
        case 4 if isinstance(container, list):
            container.insert(last, copy.deepcopy(container[last]))
        case 4:
            container[dice.choice(("x_own", "unknown", "Title", "ar ", "id\n"))] = container.pop(last)
        case _:
            container[last] = [container[last]] if dice.random() < 0.5 else {"ar": container[last]}


def _mutants(count: int, seed: int, most: int = 4) -> Iterator[bytes]:
    dice = random.Random(seed)
    originals = [json.loads(path.read_bytes()) for path in sorted(data_folder("examples").rglob("*.json"))]
    packages = [tree for tree in originals if isinstance(tree, dict) and "schema_version" in tree]
    while True:
        tree = copy.deepcopy(dice.choice(packages))
        for _ in range(dice.randint(1, most)):
            _mutate(tree, dice)
        text = encode(tree)
        if readable(text):
            yield text


def test_engines_say_the_same_of_mutants(require_tool: Callable[[str], str]) -> None:
    mutants = list(islice(_mutants(N, SEED), N))
    refused = 0
    for text in mutants:
        mine = by_pydantic(text)
        refused += bool(mine)
        assert mine == witness.judge(json.loads(text)), text.decode()
    assert refused > N // 4
    program = require_tool("ajv")
    for text, verdict in by_ajv(program, mutants):
        assert verdict == by_pydantic(text), text.decode()


def test_the_quick_lane_accepts_only_what_is_valid_and_the_same_rules_speak() -> None:
    accepted = 0
    for text in islice(_mutants(N, SEED + 2, most=1), N):
        if survey := accept(text):
            accepted += 1
            assert by_pydantic(text) == set(), text.decode()
            assert said(survey) == said(Survey(Package.model_validate_json(text))), text.decode()
        elif not by_pydantic(text):
            assert not is_plain(text), text.decode()
    assert accepted > N // 20


def test_broken_bytes_are_refused_with_a_place_or_judged_alike() -> None:
    dice = random.Random(SEED)
    broken = 0
    for text in islice(_mutants(N, SEED + 1), N // 2):
        data = bytearray(text)
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(data))
            data[at : at + dice.randint(0, 2)] = dice.choice(
                (b"", b'"', b"{", b"]", b",", b"\\", b"\xff", b"1", b"\x00", b"\n")
            )
        checked = precheck(bytes(data))
        survey = accept(bytes(data))
        if checked.findings:
            broken += 1
            assert survey is None, bytes(data)
            assert all(finding.location.line and finding.location.column for finding in checked.findings)
        else:
            assert by_pydantic(bytes(data)) == witness.judge(json.loads(data))
            assert survey is None or not by_pydantic(bytes(data)), bytes(data)
    assert broken > N // 8
