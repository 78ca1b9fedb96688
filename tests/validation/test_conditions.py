"""Conditions of rules save effort and change nothing: a rule finds as much where it is called for every object."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from benchmarks.documents import plan

from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of
from opengov_local.model.walk import Node
from opengov_local.resources import data_folder
from opengov_local.validation.profiles import Chosen, chosen, profiles
from opengov_local.validation.rules.register import Context
from opengov_local.validation.rules.run import Rules, run

CONFORMANCE = Path(__file__).parents[2] / "conformance"
DOCUMENTS = sorted({*CONFORMANCE.rglob("*.json"), *data_folder("examples").rglob("*.json")})
DAYS = (date(2020, 1, 1), date(2026, 1, 15))

ALL = chosen(profiles())[1]
CONDITIONAL = Rules(ALL)
UNCONDITIONAL = Rules(
    tuple(Chosen(replace(one.rule, needs=(), either=(), where=None, when=None), one.severity, one.check) for one in ALL)
)


def _packages(path: Path) -> Iterator[Package]:
    try:
        yield Package.model_validate_json(path.read_bytes())
    except ValueError:
        return


def _found(package: Any, day: date, rules: Rules) -> list[str]:
    return sorted(repr((one.rule.code, hit)) for one, hit in run(package, day, rules))


VALID = [(path, package) for path in DOCUMENTS for package in _packages(path)]
LARGE = [path for path, _ in VALID if path.stat().st_size > 10_000]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_conditions_change_nothing(day: date) -> None:
    for path, package in VALID:
        assert _found(package, day, CONDITIONAL) == _found(package, day, UNCONDITIONAL), path.name


Spot = tuple[Any, str | int]


def _spots(tree: Any, concept: type[Model]) -> Iterator[tuple[object, Spot]]:
    """Gives the values of a tree that may stand in each other's place: what kind they are of, and where they stand."""
    for name, field in shape_of(concept).items():
        if name not in tree:
            continue
        for holder, key in [(tree[name], at) for at in range(len(tree[name]))] if field.many else [(tree, name)]:
            if field.model is not None:
                yield from _spots(holder[key], field.model)
            yield from ((_kind(field), spot) for spot in _inside(holder, key, field))


def _inside(holder: Any, key: str | int, field: FieldShape) -> Iterator[Spot]:
    return iter([(holder[key], language) for language in holder[key]] if field.kind == "map" else [(holder, key)])


def _kind(field: FieldShape) -> object:
    return field.model or (field.kind, field.pattern, field.choices, field.bounds)


def _shuffled(tree: Any, random: Random) -> Any:
    """Gives a valid tree with some values in the place of others of their kind, and some left out."""
    mixed = copy.deepcopy(tree)
    by_kind: defaultdict[object, list[Spot]] = defaultdict(list)
    for kind, spot in _spots(mixed, Package):
        by_kind[kind].append(spot)
    groups = [spots for spots in by_kind.values() if len(spots) > 1]
    for _ in range(random.randint(1, 30)):
        (one, here), (other, there) = random.sample(random.choice(groups), 2)
        value = copy.deepcopy(other[there])
        if value is not one and here in (one if isinstance(one, dict) else range(len(one))):
            one[here] = value
    return mixed


@pytest.mark.parametrize("path", LARGE, ids=lambda path: path.stem)
def test_conditions_change_nothing_where_values_are_exchanged(path: Path) -> None:
    tree, random = json.loads(path.read_bytes()), Random(20261128)
    codes: set[str] = set()
    for _ in range(40):
        package = Package.model_validate_json(json.dumps(_shuffled(tree, random)))
        found = _found(package, DAYS[1], CONDITIONAL)
        assert found == _found(package, DAYS[1], UNCONDITIONAL)
        codes.update(one.split("'")[1] for one in found)
    assert len(codes) > 20


def test_each_rule_with_a_condition_finds_something_somewhere() -> None:
    """Else the comparison above would say nothing about its condition."""
    found = {one.rule.code for _, package in VALID for day in DAYS for one, _ in run(package, day, CONDITIONAL)}
    conditional = {
        one.rule.code
        for one in ALL
        if one.rule.needs or one.rule.either or one.rule.where is not None or one.rule.when is not None
    }
    assert conditional <= found


def test_hardly_a_rule_is_called_for_a_sound_plan() -> None:
    """A new rule without conditions is called for every object of every plan, and all of them pay for it."""
    called: list[str] = []

    def counted(one: Chosen) -> Chosen:
        def check(value: Any, node: Node, context: Context) -> Any:
            called.append(one.rule.code)
            return one.check(value, node, context)

        return Chosen(one.rule, one.severity, check)

    core = Rules(tuple(map(counted, chosen(())[1])))
    package = Package.model_validate(plan())
    assert not run(package, date(2026, 11, 23), core)
    assert len(called) < 10 < len(package.index.all) / 5, called
