"""The made-up plan with every field in each object that can have it, and an assessment of each form that states all."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

from pydantic import ValidationError

from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of

Tree = dict[str, Any]
_OWN = frozenset(("id", "former_ids", "identifiers", "x_demo"))
_FORMS = ("ogp_local_inception", "ogp_local_end_of_commitment", "ogp_local_final_learning")
"""Instruments with a form of their own."""
_ASSESSORS: tuple[Tree, ...] = (
    {"person": {"name": {"fr": "Inès Modèle", "ar": "إيناس نموذج"}, "role": {"fr": "Chercheuse", "ar": "باحثة"}},
     "role": {"fr": "Évaluation indépendante", "ar": "تقييم مستقل"}},
    {"name": {"fr": "Bureau d’études Modèle", "ar": "مكتب دراسات نموذجي"}},
    {"name": {"fr": "Laboratoire Modèle", "ar": "مختبر نموذجي"},
     "person": {"name": {"fr": "Omar Exemple", "ar": "عمر مثال"}, "contact": {"email": "labo@example.org"}}},
)  # fmt: skip


def filled(full: Tree) -> Tree:
    """Gives a plan with the fields of each concept in all objects of it, and more assessments of it.

    Args:
        full: the made-up plan that states every field somewhere.
    """
    tree: Tree = copy.deepcopy(full)
    _assess(tree)
    known: defaultdict[type[Model], Tree] = defaultdict(dict)
    for data, concept in objects(tree, Package):
        for name, value in data.items():
            known[concept].setdefault(name, copy.deepcopy(value))
    added: list[tuple[Tree, str]] = []
    for number, (data, concept) in enumerate([*objects(tree, Package)]):
        for name, shape in shape_of(concept).items():
            if name in known[concept] and name not in data and _may_be_added(shape):
                data[name] = _another(known[concept][name], number)
                added.append((data, name))
    while wrong := {*map(id, _wrong(tree))}:
        left = [(data, name) for data, name in added if id(data) not in wrong]
        assert len(left) < len(added)
        for data, name in added:
            if id(data) in wrong:
                del data[name]
        added = left
    return tree


def _assess(tree: Tree) -> None:
    """Adds an assessment of each form for each kind of assessor, with reports on the web and on the disk."""
    whole = tree["assessments"][0]
    for instrument, (number, assessor) in product(_FORMS, enumerate(_ASSESSORS)):
        targets = [each["target"] for each in tree["assessments"] if each["instrument"] == instrument]
        one = copy.deepcopy(whole) | {"id": f"{whole['id']}-{instrument}-{number}", "instrument": instrument}
        one |= {"assessor": assessor, "target": (targets or [whole["target"]])[0]}
        one["summary"] = _another(one["summary"], f"{instrument} {number}")
        one["answers"] = next((each["answers"] for each in tree["assessments"] if each["instrument"] == instrument), [])
        one["attachments"][0] |= {"url": f"https://example.org/{instrument}-{number}", "date": f"2026-0{number + 2}"}
        tree["assessments"].append(json.loads(json.dumps(one)))


def objects(tree: Tree, concept: type[Model]) -> Iterator[tuple[Tree, type[Model]]]:
    """Gives an object and all that lie in it, each with its concept."""
    yield tree, concept
    for name, shape in shape_of(concept).items():
        if shape.model is not None and name in tree:
            for item in tree[name] if shape.many else (tree[name],):
                yield from objects(item, shape.model)


def _may_be_added(shape: FieldShape) -> bool:
    identified = shape.model is not None and "id" in shape_of(shape.model)
    return shape.refers is None and not identified and shape.name not in _OWN


def _another(value: Any, mark: object) -> Any:
    """Gives a value with other texts."""
    if isinstance(value, list):
        return [_another(each, mark) for each in value]
    if not isinstance(value, dict):
        return value
    is_text = all(isinstance(each, str) and len(tag) == 2 for tag, each in value.items())
    return {name: f"{each} {mark}" if is_text else _another(each, mark) for name, each in value.items()}


def _wrong(tree: Tree) -> Iterator[Tree]:
    """Gives the objects that the model does not take as they are."""
    try:
        Package.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        for each in error.errors():
            here: Any = tree
            inner = tree
            for part in each["loc"]:
                if not isinstance(here, list) and part not in here:
                    break
                here = here[part]  # type: ignore[index]
                if not isinstance(here, dict | list):
                    break
                inner = here if isinstance(here, dict) else inner
            yield inner
