"""Small made-up packages, built from parts, and what validation finds in them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import opengov_local as ogl

PREFIX = "org.example.parts"
TODAY = date(2026, 1, 15)
FIRST = "/plans/0/commitments/0"
"""Pointer of the first commitment."""

Tree = dict[str, Any]
Pairs = list[tuple[str, str]]


def ident(name: str) -> str:
    return f"{PREFIX}:{name}"


def town(name: str = "tc", **fields: Any) -> Tree:
    return {"id": ident(name), "name": {"fr": "Exempleville"}, "kind": "commune", "country": "MA", **fields}


def organization(name: str = "og", label: str = "Association Exemple", **fields: Any) -> Tree:
    return {"id": ident(name), "name": {"fr": label}, **fields}


def milestone(name: str = "ms", **fields: Any) -> Tree:
    return {"id": ident(name), "title": {"fr": "Mettre en ligne"}, **fields}


def commitment(name: str = "co", **fields: Any) -> Tree:
    return {"id": ident(name), "title": {"fr": "Portail"}, **fields}


def axis(name: str, **fields: Any) -> Tree:
    return {"id": ident(name), "title": {"fr": "Axe"}, **fields}


def update(name: str = "up", target: str = "co", **fields: Any) -> Tree:
    return {"id": ident(name), "target": ident(target), **fields}


def plan(*commitments: Tree, name: str = "pl", **fields: Any) -> Tree:
    held = {"commitments": list(commitments)} if commitments else {}
    return {"id": ident(name), "title": {"fr": "Plan"}, "framework": "remacto", **held, **fields}


def package(*plans: Tree, **fields: Any) -> Tree:
    return {
        "id": ident("pk"),
        "schema_version": "0.1",
        "synthetic": True,
        **({"plans": list(plans)} if plans else {}),
        **fields,
    }


def report(tree: Tree, *profiles: str) -> ogl.Report:
    return ogl.validate(json.dumps(tree, ensure_ascii=False).encode(), profiles=profiles, today=TODAY)


def found(tree: Tree, *families_or_codes: str) -> Pairs:
    """Gives (code, pointer) of everything found, or only of the codes that begin so."""
    pairs = [(finding.code, finding.location.pointer) for finding in report(tree).findings]
    return sorted(pair for pair in pairs if not families_or_codes or pair[0].startswith(families_or_codes))


def places(tree: Tree, code: str, *profiles: str) -> list[str]:
    """Gives the places at which one code is found, in the order of the report."""
    return [finding.location.pointer for finding in report(tree, *profiles).findings if finding.code == code]


def params(tree: Tree, code: str, *profiles: str) -> list[dict[str, Any]]:
    """Gives the parameters of each finding of a code, in the order of the report."""
    return [dict(finding.params) for finding in report(tree, *profiles).findings if finding.code == code]
