"""The package that a tree of rows is, or would be without the commitments that are not valid."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from opengov_local.importing.characters import plain
from opengov_local.model.package import Package


def package_of(tree: Mapping[str, Any]) -> tuple[Package | None, frozenset[str]]:
    """Makes the package of a tree that was read from rows.

    Args:
        tree: the tree; it is not changed.

    Returns:
        The package without the commitments that are not valid, and the ids of those; None where more is not valid.
    """
    text = plain(json.dumps(tree, ensure_ascii=False))
    try:
        return Package.model_validate_json(text), frozenset()
    except ValidationError as refused:
        places = [error["loc"] for error in refused.errors(include_url=False, include_context=False)]
    healthy = json.loads(text)
    bad = frozenset(_commitment(healthy, place) for place in places)
    for plan in healthy.get("plans", ()):
        plan["commitments"] = [each for each in plan.get("commitments", ()) if each["id"] not in bad]
    healthy["assessments"] = [each for each in healthy.get("assessments", ()) if each["target"] not in bad]
    try:
        return Package.model_validate_json(json.dumps(healthy, ensure_ascii=False)), bad
    except ValidationError:
        return None, bad


def _commitment(tree: Mapping[str, Any], place: tuple[int | str, ...]) -> str:
    """Gives the id of the commitment that a place lies in or speaks of; "" where it is none."""
    match place:
        case ("plans", int(plan), "commitments", int(at), *_):
            found = tree["plans"][plan]["commitments"][at]["id"]
        case ("assessments", int(at), *_):
            found = tree["assessments"][at]["target"]
        case _:
            found = ""
    return str(found)
