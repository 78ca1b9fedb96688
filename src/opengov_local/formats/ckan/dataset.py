"""The dataset that a package is for a CKAN portal: texts in each language, tags, its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from opengov_local import codelists
from opengov_local.formats.ckan.files import DataFile, attachments, resource
from opengov_local.formats.ckan.names import NOT_SPECIFIED, is_web, licence_of, name_of, tag_of
from opengov_local.formats.ckan.notes import notes_of
from opengov_local.formats.whole import places_of, span_of, title_of
from opengov_local.model.base import field_of
from opengov_local.model.package import Package
from opengov_local.model.text import read_text

Text = Mapping[str, str]


def dataset(package: Package, language: str, files: Sequence[DataFile], owner_org: str | None) -> dict[str, Any]:
    """Gives the dataset as CKAN's `package_create` takes it.

    Texts stand in one language, and in all of them beside it, as the extension ckanext-fluent keeps them
    (`title_translated`, `notes_translated`); a portal without it ignores or keeps these as they are. What CKAN has no
    field for stands in `extras`.

    Args:
        package: a package that may be published.
        language: the language of the plain fields.
        files: the files of its data.
        owner_org: name or id of the organization of the portal that it belongs to; None where nobody says.
    """
    title, notes = title_of(package, package.plans), notes_of(package)
    named = read_text(title, language).text if title else package.id
    found: dict[str, Any] = {
        "name": name_of(package.id),
        "title": named,
        "title_translated": dict(title),
        "notes": read_text(notes, language).text,
        "notes_translated": notes,
        "owner_org": owner_org or "",
        "author": _publisher(package, language),
        "license_id": licence_of(package.licence) or NOT_SPECIFIED,
        "url": next((plan.website for plan in package.plans if plan.website and is_web(plan.website)), ""),
        "version": package.published_at or "",
        "tags": [{"name": tag} for tag in _tags(package, language)],
        "extras": [{"key": key, "value": value} for key, value in _extras(package, language)],
        "resources": [*(resource(each, language) for each in files), *attachments(package, language)],
    }
    return {key: value for key, value in found.items() if value not in ("", {}, [])}


def _publisher(package: Package, language: str) -> str:
    party = package.publisher
    if party is None:
        return ""
    held = package.index.find(party.collectivity or party.organization or "")
    name = party.name or field_of(held, "name")
    return read_text(name, language).text if name else ""


def _tags(package: Package, language: str) -> list[str]:
    """Gives the policy areas of the commitments and the principles of the network as tags, each once."""
    labels = [
        codelists.get(name).label(code, language, default=code)
        for plan in package.plans
        for name, codes in (
            ("remacto_principle", [*plan.principles, *(code for each in plan.commitments for code in each.principles)]),
            ("policy_area", [code for each in plan.commitments for code in each.policy_areas]),
        )
        for code in codes
    ]
    return list(dict.fromkeys(tag for label in labels if (tag := tag_of(label))))


def _extras(package: Package, language: str) -> Iterator[tuple[str, str]]:
    """Gives what CKAN has no field for; each key once."""
    yield "identifier", package.id
    yield "schema", f"opengov_local {package.schema_version}"
    if package.licence:
        yield "licence", package.licence
    names = [read_text(each.name, language).text for each in places_of(package)]
    if names:
        yield "spatial_text", "; ".join(names)
    start, end = span_of(package)
    if start:
        yield "temporal_start", start
    if end:
        yield "temporal_end", end
    if package.published_at:
        yield "issued", package.published_at
    if frameworks := dict.fromkeys(plan.framework for plan in package.plans):
        yield "framework", "; ".join(frameworks)
    if package.synthetic:
        yield "synthetic", "true"
