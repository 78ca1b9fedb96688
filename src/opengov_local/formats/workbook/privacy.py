"""What is left out of a workbook that is handed on: contact details and private persons."""

from __future__ import annotations

from collections import Counter
from typing import Any

from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.party import Contact, Person
from opengov_local.model.shape import shape_of


def without_private(tree: dict[str, Any]) -> tuple[dict[str, Any], Counter[str]]:
    """Gives a package without private persons and contact details, and how many of each were left out."""
    left_out: Counter[str] = Counter()
    return _public(Package, tree, left_out), left_out


def _public(model: type[Model], data: dict[str, Any], left_out: Counter[str]) -> dict[str, Any]:
    kept = dict(data)
    for name, shape in shape_of(model).items():
        if shape.model is None or name not in data:
            continue
        items = data[name] if shape.many else [data[name]]
        shown = [made for item in items if (made := _shown(shape.model, item, left_out)) is not None]
        if items and not shown:
            del kept[name]
        else:
            kept[name] = shown if shape.many else shown[0]
    return kept


def _shown(model: type[Model], item: dict[str, Any], left_out: Counter[str]) -> dict[str, Any] | None:
    """Gives an object as it may be shown; None where nothing of it may."""
    if model is Contact:
        left_out["contacts"] += 1
        return None
    if model is Person and item.get("capacity") == "private":
        left_out["private_persons"] += 1
        return None
    return _public(model, item, left_out) or None
