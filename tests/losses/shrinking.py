"""A package of which a form loses a value, made small: what the loss does not need is taken out."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Iterator
from typing import Any

from tests.losses.promise import lost, printed

from opengov_local.errors import TargetError
from opengov_local.formats.losses.values import Place
from opengov_local.model import Package


def small(form: str, language: str, tree: Any, field: str, seconds: float = 120) -> Any:
    """Takes out of a package what it can do without so that a form still prints a field that does not come back.

    Args:
        form: the form.
        language: the language it is written in.
        tree: the package.
        field: the field, as `unexplained` names it.
        seconds: how long it may take; what is small by then is given.
    """
    end = time.monotonic() + seconds
    before = None
    while before != tree and time.monotonic() < end:
        before = tree
        for place in sorted(_places(tree), key=len):
            less = _less(tree, place)
            if less is not None and time.monotonic() < end and _loses(form, language, less, field):
                tree = less
    return tree


def _places(value: Any, above: Place = ()) -> Iterator[Place]:
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*above, key)
        yield from _places(child, (*above, key))


def _less(tree: Any, place: Place) -> Any | None:
    """Gives a package without a place; None where it has no such place any more."""
    less = holder = copy.deepcopy(tree)
    try:
        for part in place[:-1]:
            holder = holder[part]
        del holder[place[-1]]
    except (KeyError, IndexError, TypeError):
        return None
    return less


def _loses(form: str, language: str, tree: Any, field: str) -> bool:
    try:
        Package.model_validate_json(json.dumps(tree))
        places = [each.place for each in lost(form, language, tree) if each.field == field]
    except (ValueError, TargetError):  # no package, or none that the form can be made of
        return False
    return bool(places and printed(form, language, tree, places[:3]))
