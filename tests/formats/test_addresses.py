"""Addresses of a package that no one may follow: no page and no Word document makes a link of them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree, html

from opengov_local import dump, formats
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of

_PLAN: Final = Path(__file__).parents[2] / "examples" / "synthetic" / "full-plan.json"
_FORMATS: Final = [name for name in formats.writable() if {".html", ".docx"} & set(formats.get(name).extensions)]
_BAD: Final = ("javascript:alert(3)", "data:text/html,x", "file:x")
_ADDRESSES: Final = frozenset({"path", "url", "website"})
_FOLLOWED: Final = ("http://", "https://", "mailto:", "#")


def _takes(field: FieldShape, bad: str) -> bool:
    """Tells whether a field holds an address, or takes one that leads where none may."""
    if field.kind == "map":
        return True
    free = field.kind == "text" and field.refers is None and field.open_list is None and not field.choices
    return free and (field.pattern is None or bool(re.fullmatch(field.pattern, bad)))


def _filled(model: type[Model], data: dict[str, Any], bad: str, places: set[tuple[str, str]]) -> dict[str, Any]:
    """Gives an object with a bad address in all that takes it, and notes concept and field."""
    made = dict(data)
    for name, field in shape_of(model).items():
        if field.model is not None and name in made:
            inner = [_filled(field.model, one, bad, places) for one in (made[name] if field.many else [made[name]])]
            made[name] = inner if field.many else inner[0]
        elif (
            (name in made or name in _ADDRESSES) and name not in {"id", "former_ids", "licence"} and _takes(field, bad)
        ):
            one = dict.fromkeys(made[name], bad) if field.kind == "map" and not field.many else bad
            made[name] = (
                [dict.fromkeys(each, bad) for each in made[name]] if field.kind == "map" and field.many else one
            )
            made[name] = [bad] if field.kind == "text" and field.many else made[name]
            places.add((model.__name__, name))
    return made


def _links(name: str, data: bytes) -> Iterator[str]:
    """Gives where a page or a Word document leads."""
    if ".html" in formats.get(name).extensions:
        page = html.fromstring(data.decode("utf-8"))
        for element in page.iter(etree.Element):
            yield from (str(element.get(name)) for name in ("href", "src", "action") if element.get(name) is not None)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            tree = etree.fromstring(archive.read(part)) if part.endswith((".rels", ".xml")) else None
            if part.endswith(".rels") and tree is not None:
                yield from (str(one.get("Target")) for one in tree if one.get("TargetMode") == "External")
            elif tree is not None:
                fields = [text for one in tree.iter("{*}instrText") for text in one.itertext()]
                yield from (text.partition("HYPERLINK")[2].strip(' "') for text in fields if "HYPERLINK" in text)


@pytest.mark.parametrize("bad", _BAD)
@pytest.mark.parametrize("name", _FORMATS)
def test_no_address_of_another_scheme_is_a_link(name: str, bad: str) -> None:
    places: set[tuple[str, str]] = set()
    package = Package.model_validate_json(json.dumps(_filled(Package, json.loads(_PLAN.read_bytes()), bad, places)))
    assert {("Attachment", "path"), ("Attachment", "title"), ("Contact", "email")} <= places
    options = {"with_contacts": True} if "with_contacts" in formats.get(name).options else {}
    written = dump(package, name, language="fr", **options).data
    links = list(_links(name, written))
    assert not [link for link in links if not link.startswith(_FOLLOWED)]


def test_addresses_of_known_schemes_are_links() -> None:
    package = Package.model_validate_json(_PLAN.read_bytes())
    for name in ("programme-html", "programme-docx"):
        written = dump(package, name, language="fr", with_contacts=True).data
        assert [link for link in _links(name, written) if link.startswith(("https://", "mailto:"))], name
