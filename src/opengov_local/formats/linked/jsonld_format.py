"""JSON-LD: a package with its context and its description for catalogues; without these it is the package again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import msgspec

from opengov_local.document import Document, Import
from opengov_local.finding import Finding, Parameter
from opengov_local.formats.json_format import read as read_json
from opengov_local.formats.linked.context import IDS, context
from opengov_local.formats.linked.description import described
from opengov_local.formats.linked.facts import facts_of
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.written import Written
from opengov_local.json_places import JsonLocator
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.shape import objects_in

FORMAT: Final = "jsonld"
_KEYWORD: Final = "@"
_TYPE: Final = "@type"
_AT_THE_ROOT: Final = ("@context", "@included")


def write(package: Package, *, language: str = "fr", with_contacts: bool = False, context_url: str = "") -> Written:
    """Writes a package as JSON-LD 1.1: every language of it, whatever `language` says.

    Args:
        package: the package.
        language: has no meaning here.
        with_contacts: whether private persons and contact details are written too.
        context_url: where the publisher serves the context (`context.jsonld` of the published files); by default it
            stands in the file, which then needs no network.
    """
    public = public_copy(package, with_contacts=with_contacts)
    tree, index = public.package.to_tree(), public.index
    dropped = _without_keywords(tree) if index.survey.extended else 0
    said = {
        "@context": [context_url or context(), dict(_prefixes(index))],
        **_typed(Package, tree),
        "@included": [described(facts_of(public.package, index))],
    }
    params: dict[str, Parameter] = {"name": FORMAT, "field": _KEYWORD, "count": dropped}
    found = (Finding("export/not-in-format", "warning", params=params),) if dropped else ()
    text = json.dumps(said, ensure_ascii=False).encode("utf-8")
    return Written(msgspec.json.format(text, indent=2) + b"\n", (*public.findings, *found))


def read(data: bytes, source: str | None = None) -> Import:
    """Reads what `write` has written: the package, without context, types and description.

    Args:
        data: the bytes of the file.
        source: its name.
    """
    done = read_json(data, source)
    if done.document is None or not isinstance(done.document.tree, dict):
        return done
    tree = _bare(Package, {name: value for name, value in done.document.tree.items() if name not in _AT_THE_ROOT})
    return replace(done, document=Document(tree, source, FORMAT, JsonLocator(data)))


def _prefixes(index: Index) -> Iterator[tuple[str, Any]]:
    """Says what the prefixes of ids stand for; one that is a term of the context stays as it is."""
    survey = index.survey
    named = [node.value.id for node in survey.identified] + [mention.target for mention in survey.mentions]
    named += [former for node in survey.identified for former in node.value.former_ids]
    known = context()
    for prefix in sorted({identifier.partition(":")[0] for identifier in named}):
        if prefix not in known:
            yield prefix, {"@id": f"{IDS}{prefix}:", "@prefix": True}


def _without_keywords(value: Any) -> int:
    """Takes out fields outside the model whose names JSON-LD keeps for itself, and counts them."""
    if isinstance(value, list):
        return sum(map(_without_keywords, value))
    if not isinstance(value, dict):
        return 0
    reserved = [name for name in value if name.startswith(_KEYWORD)]
    for name in reserved:
        del value[name]
    return len(reserved) + sum(map(_without_keywords, value.values()))


def _typed(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """Says of every object with an id what it is."""
    made = _mapped(model, data, _typed)
    return {_TYPE: model.__name__, **made} if issubclass(model, Identified) else made


def _bare(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """Takes off what `_typed` has said."""
    made = _mapped(model, data, _bare)
    if issubclass(model, Identified):
        made.pop(_TYPE, None)
    return made


def _mapped(model: type[Model], data: dict[str, Any], change: Any) -> dict[str, Any]:
    """Gives an object with each object in its fields changed."""
    made = dict(data)
    for field in objects_in(model):
        held = made.get(field.name)
        if isinstance(held, list):
            made[field.name] = [change(field.model, item) if isinstance(item, dict) else item for item in held]
        elif isinstance(held, dict):
            made[field.name] = change(field.model, held)
    return made
