"""What is private stands in no file of any format, unless it is asked for, and is said; what is not stays."""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache
from html import unescape
from typing import Any, Final

import pytest

from opengov_local import dump, formats
from opengov_local.model import Package
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
    """Gives what can be read in a file: of every file in an archive, without tags."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(words_of(archive.read(name)) for name in archive.namelist())
    text = data.decode("utf-8", errors="replace").replace("\r\n ", "")
    return unescape(re.sub(r"</?[A-Za-z!?][^<>]*>", "", text)) if text.lstrip("\ufeff \n").startswith("<") else text


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
