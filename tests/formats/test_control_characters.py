"""Control characters in texts, through every format that is text: they come back, or are counted."""

from __future__ import annotations

import html
import json
import re
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opengov_local import dump, read
from opengov_local.model import Package

_HELD_BY_NONE: Final = "\x00\x01\x08\x0b\x0c\x0e\x1b\x1c\x1d\x1e\x1f"
"""What XML 1.0 cannot hold (Char), nor a text of a calendar."""
_EXACT: Final = ("json", "yaml", "jsonld", "csv")
_OTHERS: Final = ("stratml", "ogp-csv", "decidim-csv", "ics", "ogp-local-html", "programme-html", "plan-html")
_BLANKS: Final = "\x85\u00a0\u2003\u2028\u3000\t"
_TEXTS: Final = st.text(st.sampled_from(f"{_HELD_BY_NONE}{_BLANKS}ab "), min_size=3, max_size=8).map(
    lambda inner: f"Zq{inner}qZ"
)


def _package(text: str) -> Package:
    step = {"id": "org.example:m-1", "title": {"fr": text}, "due": "2026-05-01"}
    commitment: dict[str, Any] = {
        "id": "org.example:c-1",
        "number": "1",
        "title": {"fr": "Portail"},
        "milestones": [step],
    }
    place = {"id": "org.example:t-1", "name": {"fr": "Exempleville"}, "kind": "commune", "country": "TN"}
    plan: dict[str, Any] = {"id": "org.example:pl-1", "title": {"fr": "Plan fictif"}, "framework": "remacto"}
    plan |= {"collectivities": [place["id"]], "commitments": [commitment]}
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "default_language": "fr"}
    return Package.model_validate(tree | {"collectivities": [place], "plans": [plan]})


def _counts(found: Any) -> dict[str, int]:
    return {each.code: int(each.params.get("count", 0)) for each in found}


@pytest.mark.parametrize("name", _EXACT)
@settings(max_examples=40, deadline=None)
@given(text=_TEXTS)
def test_they_come_back(name: str, text: str) -> None:
    package = _package(text)
    done = read(dump(package, name).data, format=name)
    assert done.document
    assert done.document.tree == package.to_tree()


@pytest.mark.parametrize("name", _OTHERS)
@settings(max_examples=40, deadline=None)
@given(text=_TEXTS)
def test_those_that_cannot_be_held_are_counted(name: str, text: str) -> None:
    written = dump(_package(text), name, language="fr", with_contacts=True)
    counts = _counts(written.findings)
    unheld = [character for character in text if character in _HELD_BY_NONE]
    assert counts.get("export/unprintable-character", 0) >= len(unheld)
    assert not re.search(f"[{_HELD_BY_NONE}]", written.data.decode())
    expected = re.sub(f"[{_HELD_BY_NONE}]", "\ufffd", text)
    plain = html.unescape(written.data.decode().replace("\r\n ", ""))
    if expected not in plain:
        assert counts.get("export/text-tidied", 0) + counts.get("export/read-otherwise", 0) > 0, json.dumps(text)


@pytest.mark.parametrize("name", ["stratml", "ogp-csv", "ics"])
def test_those_of_a_text_are_counted_once_however_often_it_stands_there(name: str) -> None:
    tree = _package("a\x0bb").to_tree()
    (plan,) = tree["plans"]
    plan["title"] = {"fr": "Plan\x01 fictif"}
    (first,) = plan["commitments"]
    first["leads"] = [{"organization": "org.example:o-1"}]
    step = {**first["milestones"][0], "id": "org.example:m-2"}
    plan["commitments"].append({**first, "id": "org.example:c-2", "number": "2", "milestones": [step]})
    tree["organizations"] = [{"id": "org.example:o-1", "name": {"fr": "Service\x02 fictif"}}]
    written = dump(Package.model_validate(tree), name, language="fr", with_contacts=True)
    texts = {"stratml": 4, "ogp-csv": 3, "ics": 3}[name]
    assert _counts(written.findings)["export/unprintable-character"] == texts
