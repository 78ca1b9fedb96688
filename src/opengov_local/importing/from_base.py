"""Importing again: a draft takes the ids of an earlier package, and what must be said but the newer file does not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Set
from copy import deepcopy
from dataclasses import replace
from typing import Any

from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.importing.again import Matched, keep_ids, objects_of, replace_ids
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.shape import shape_of


def made_plan(base: Mapping[str, Any], data: bytes) -> bool:
    """Tells whether an earlier package was read from a file with these very bytes and no other, plans and all."""
    sources, digest = base.get("sources"), hashlib.sha256(data).hexdigest()
    held = [each for each in sources if isinstance(each, dict)] if isinstance(sources, list) else []
    if not held or any(each.get("sha256") != digest for each in held):
        return False
    extracts = [each.get("extracts") for each in held]
    read = {one.get("target") for some in extracts if isinstance(some, list) for one in some if isinstance(one, dict)}
    return bool(read) and any(known.id in read for known in objects_of({"plans": base.get("plans")}))


def import_again(
    tree: dict[str, Any], base: Mapping[str, Any], source: str | None, stated: Set[str] = frozenset()
) -> Matched:
    """Gives a draft the ids of an earlier package, and the collectivities that it knows their country and kind.

    Args:
        tree: the draft, which is changed.
        base: the tree of the earlier package.
        source: name of the file that was read, for the findings.
        stated: ids that the file states, which stand.

    Returns:
        The ids that were replaced, and what there is to say of them.
    """
    matched = keep_ids(tree, base, stated)
    replace_ids(tree, matched.ids)
    findings = [replace(finding, location=Location(source=source)) for finding in matched.findings]
    return Matched(matched.ids, [*findings, *_completed(tree, base, source)])


def _completed(tree: Mapping[str, Any], base: Mapping[str, Any], source: str | None) -> Iterator[Finding]:
    """Takes required fields of recognised collectivities from the base, where nothing said is against it.

    Papers name a collectivity with its kind and no country; what the earlier package says of the same one is no guess.
    """
    held = base.get("collectivities")
    there = [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []
    known = {each["id"]: each for each in there if isinstance(each.get("id"), str)}
    required = [field for field in shape_of(TerritorialCollectivity).values() if field.required and field.name != "id"]
    for index, one in enumerate(tree.get("collectivities") or ()):
        earlier = known.get(one.get("id"), {})
        plain = [field.name for field in required if field.kind != "map"]
        if any(name in one and one[name] != earlier.get(name) for name in plain):
            continue
        lacking = [field.name for field in required if field.name not in one and earlier.get(field.name)]
        if lacking:
            one.update({name: deepcopy(earlier[name]) for name in lacking})
            shown = next(iter(one.get("name", {}).values()), str(one["id"]))
            fields = tuple(f"{TerritorialCollectivity.__name__}.{name}" for name in lacking)
            where = Location(pointer_of(("collectivities", index)), source)
            yield Finding("import/taken-from-base", "info", where, {"name": shown, "fields": fields})
