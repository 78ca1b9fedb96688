"""What is private stands in no file of any format, unless it is asked for, and is said; what is not stays."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, Final

import pytest

from opengov_local import dump, formats, publish, redact
from opengov_local.model import Organization, Package, Person, TerritorialCollectivity
from opengov_local.model.base import Model
from opengov_local.model.prose import prose_of
from opengov_local.model.shape import shape_of
from opengov_local.privacy.links import link_fields
from opengov_local.resources import data_folder

_PLAN: Final = data_folder("examples") / "synthetic" / "full-plan.json"
PUBLIC: Final = tuple(row.name for row in formats.FORMATS if row.writes and not row.trees)
"""Formats for the public; JSON and YAML hold a package as it is, and `redact` is for them."""
NUMBER: Final = "0123456788"
"""An official number of ten digits."""
NAMED: Final = "Tel: 0123456787"
"""A number that is said to be one of a telephone."""


@cache
def _tree() -> str:
    return _PLAN.read_text(encoding="utf-8")


def words_of(data: bytes) -> str:
    """Gives what can be read in a file, of every file in an archive: between the tags, and with them."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(words_of(archive.read(name)) for name in archive.namelist())
    text = data.decode("utf-8", errors="replace").replace("\r\n ", "")
    if not text.lstrip("\ufeff \n").startswith("<"):
        return text
    return unescape(re.sub(r"</?[A-Za-z!?][^<>]*>", "", text)) + unescape(text)


def _written(name: str, package: Package, *, with_contacts: bool, language: str = "fr") -> tuple[str, dict[str, int]]:
    asked = {"with_contacts": True} if with_contacts and "with_contacts" in formats.get(name).options else {}
    done = dump(package, name, language=language, **asked)
    said = {
        str(one.params["what"]): int(str(one.params["count"])) for one in done.findings if one.code == "export/left-out"
    }
    return words_of(done.data), said


def _numbered(tree: dict[str, Any]) -> Package:
    for commitment in tree["plans"][0]["commitments"]:
        commitment["number"] = NUMBER
        commitment["identifiers"] = [{"scheme": "OGP", "value": NUMBER}]
        commitment["description"] = {"fr": NAMED, "ar": NAMED, "en": NAMED}
    return Package.model_validate(tree)


@pytest.mark.parametrize("name", PUBLIC)
def test_an_official_number_of_ten_digits_stays_and_a_telephone_number_goes(name: str) -> None:
    package = _numbered(json.loads(_tree()))
    (left, said), (kept, _) = (_written(name, package, with_contacts=asked) for asked in (False, True))
    assert left.count(NUMBER) == kept.count(NUMBER)
    assert NAMED.removeprefix("Tel: ") not in left
    if NAMED in kept:
        assert said["contacts"]


PERSON: Final = {
    "name": {"fr": "Fatima Zahra Bennani", "ar": "فاطمة الزهراء بناني"},
    "capacity": "private",
    "other_names": ["Fatma Bennani"],
}
"""A private person; nobody else in the plan has the name of her family."""
_SAID: Final = {"ar": "باقتراح من السيدة فاطمة الزهراء بناني", "": "proposé par Mme Fatima Zahra Bennani"}
_FAMILY: Final = ("bennani", "بناني")
_OWN: Final = {(Person, "name"), (Person, "other_names"), (Organization, "name"), (Organization, "abbreviation"),
               (TerritorialCollectivity, "name"), (Package, "licence")}  # fmt: skip
"""Names of those who may be named."""


def _said_again(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """Gives an object with the name of the private person in every text and address of it, and of those in it."""
    made = dict(data)
    for name, by_language, many in prose_of(model):
        if name in made and (model, name) not in _OWN:
            values = made[name] if many else [made[name]]
            new = [
                {tag: f"{text} — {_SAID.get(tag, _SAID[''])}." for tag, text in each.items()}
                if by_language
                else f"{each} — {_SAID['']}"
                for each in values
            ]
            made[name] = new if many else new[0]
    for name in set(link_fields(model)).intersection(made):
        made[name] += "/cv-de-fatima-zahra-bennani.pdf"
    for name in [name for name in made if name.startswith("x_")]:
        made[name] = {"Note": [f"Dit par {PERSON['name']['fr'].upper()}"], "Fatma Bennani": 1}  # type: ignore[index]
    for name, shape in shape_of(model).items():
        if shape.model is not None and name in made:
            held = made[name]
            inner = [_said_again(shape.model, each) for each in (held if isinstance(held, list) else [held])]
            made[name] = inner if isinstance(held, list) else inner[0]
    return made


@cache
def named_everywhere() -> Package:
    """Gives the plan that states everything, in every text of which a private person is named."""
    tree = _said_again(Package, json.loads(_tree()))
    tree["organizations"][1]["contacts"] = [PERSON]
    return Package.model_validate(tree)


@cache
def _there() -> Counter[str]:
    """Gives how much of that plan is private, by kind."""
    found: Counter[str] = Counter()
    for one in redact(named_everywhere()).removed:
        found["sources" if one.what == "originals" else one.what] += one.count
    return found


@pytest.mark.parametrize(("number", "name"), list(enumerate(PUBLIC)))
def test_a_private_name_in_any_text_is_left_out_and_said(number: int, name: str) -> None:
    language = ("fr", "ar")[number % 2] if name.endswith("html") else ("ar", "fr")[number % 2]
    (left, said), (kept, nothing) = (
        _written(name, named_everywhere(), with_contacts=asked, language=language) for asked in (False, True)
    )
    assert not [family for family in _FAMILY if family in left.casefold()]
    assert [family for family in _FAMILY if family in kept.casefold()]
    assert said["names_in_texts"]
    assert not {what: count for what, count in said.items() if count > _there()[what]}
    assert not nothing


def test_a_private_name_in_any_text_stands_in_nothing_that_is_published(tmp_path: Path) -> None:
    source = tmp_path / "plan.json"
    source.write_bytes(dump(named_everywhere(), "json").data)
    assert "bennani" in source.read_text(encoding="utf-8").casefold()
    done = publish(tmp_path / "out", [source])
    assert not done.refused
    files = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()]
    assert len(files) == 3
    assert not [family for family in _FAMILY for text in files if family in text.casefold()]
    assert {"names_in_texts"} <= {one.what for one in done.published[0].removed}
