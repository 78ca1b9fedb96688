"""Hostile strings in every text of a package, through every format that is written.

A file is well-formed whatever the texts hold, runs nothing, and gives them back as they were, or a finding says that
they were changed.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree, html

from opengov_local import dump, formats, read, validate
from opengov_local.errors import InvalidDocument
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.prose import prose_of
from opengov_local.model.shape import shape_of

_PLAN: Final = Path(__file__).parents[2] / "examples" / "synthetic" / "full-plan.json"
STARTS: Final = ("=1+1|x", "+1;cmd", "-2+3", "@SUM(A1)", "\t=1", "'=1", "＝1", "﻿bom", "---\n- a", "#h", "[a](x)", '"a"')
"""What is read in another way at the beginning of a text."""
BODY: Final = (
    *('<script>alert(1)</script><img src=x onerror="alert(1)">', "]]>", "&amp;&#0;", "<!--", "{{7*7}}", "${7*7}"),
    *("a\x00b", "a\x01b\x08\x0b\x0c\x1f", "a\x7f\x85\x9fb", "a\r\nb\rc\n\nd", "a\u2028b\u2029c", "_x0041_ _x000D_"),
    *(
        "\u202eabc\u202c",
        "\u2066x\u2069\u2067y\u2069",
        "a\u200b\u200d\u2060\ufeffb",
        "e\u0301 \u1d11e \U0001f469\u200d\U0001f692",
    ),
    *("'; DROP TABLE plans;--", '"",""', "a;b,c\\n\\", "BEGIN:VEVENT", "a|b||c", "x\ty", "javascript:alert(1)"),
    *("🇲🇦 نص عربي — ﷽", "\u00a0\u3000", "%s %n {0} {title}", "C:\\x\\..\\", "NaN null true 1E400"),
)
"""What breaks a notation wherever it stands."""
EXACT: Final = frozenset({"json", "yaml", "jsonld", "csv", "ckan-zip"})
"""Formats that hold every text as it is."""
CHANGED: Final = frozenset(
    {
        *("export/unprintable-character", "export/characters-replaced", "export/text-tidied", "export/formula-guarded"),
        *("export/decidim-formula-guarded", "export/separators-replaced", "export/read-otherwise", "export/text-cut"),
    }
)
"""What says that texts were changed."""
_FORMULAS: Final = "=+@\t\r＝＋＠"


_CASES: Final = [
    (name, shift, language)
    for number, name in enumerate(formats.writable())
    for shift, language in ((0, "fr"), (5, "ar"))
    if formats.get(name).reads or (shift == 0) == bool(number % 2)
]
"""Formats that are read again twice, documents once, in French or in Arabic."""


def _texts(one_line: bool, shift: int) -> Iterator[str]:
    """Gives texts without end: each begins in another hostile way, and holds all that is hostile anywhere."""
    body = " ‖ ".join(BODY)
    number = shift
    while True:
        text = f"{STARTS[number % len(STARTS)]} ‖ {body}"
        yield " ".join(text.splitlines()).replace("\r", " ").replace("\n", " ") if one_line else text
        number += 1


def _filled(model: type[Model], data: dict[str, Any], lines: Iterator[str], texts: Iterator[str]) -> dict[str, Any]:
    """Gives an object with every text of it, and of those in it, replaced."""
    made = dict(data)
    for name, by_language, many in prose_of(model):
        if name in made:
            values = made[name] if many else [made[name]]
            new = [dict.fromkeys(each, next(texts)) if by_language else next(lines) for each in values]
            made[name] = new if many else new[0]
    for name, shape in shape_of(model).items():
        if shape.model is not None and name in made:
            held = made[name]
            several = held if isinstance(held, list) else [held]
            inner = [_filled(shape.model, each, lines, texts) for each in several]
            made[name] = inner if isinstance(held, list) else inner[0]
    return made


def hostile_package(shift: int) -> Package:
    tree = json.loads(_PLAN.read_bytes())
    filled = _filled(Package, tree, _texts(True, shift), _texts(False, shift))
    return Package.model_validate_json(json.dumps(filled | {"licence": tree["licence"]}))


def _xml_parts(data: bytes) -> Iterator[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))


def _is_xlsx(data: bytes) -> None:
    for part in _xml_parts(data):
        assert not part.findall(".//{*}c/{*}f"), "a formula"


def _is_docx(data: bytes) -> None:
    assert list(_xml_parts(data))


def _is_page(data: bytes) -> None:
    page = html.fromstring(data.decode("utf-8"))
    for element in page.iter(etree.Element):
        assert not [name for name in element.attrib if str(name).startswith("on")], element.tag
        link = str(element.get("href") or element.get("src") or "#")
        assert link.startswith(("#", "http://", "https://", "mailto:", "data:")), link
    assert not [each for each in page.iter("script") if "alert(1)" in (each.text or "")]
    assert not list(page.iter("img")) or all("onerror" not in each.attrib for each in page.iter("img"))


def _is_csv(data: bytes) -> None:
    text = data.decode("utf-8-sig")
    sign = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] and cell[0] in _FORMULAS]
    numbers = [cell for row in rows for cell in row if cell.startswith("-")]
    assert all(cell[1:].replace(".", "", 1).isdigit() for cell in numbers)


def _is_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            (_is_csv if name.endswith(".csv") else json.loads)(archive.read(name))


def _is_for_a_portal(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        guide, *files = archive.namelist()
        assert archive.read(guide).decode().startswith("\ufeff")
        for name in files:
            (_is_archive if name.endswith(".zip") else json.loads)(archive.read(name))


def _is_calendar(data: bytes) -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(data)
    assert len(calendar.walk("VEVENT")) == data.count(b"\r\nBEGIN:VEVENT\r\n") > 10
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def _is_xml(data: bytes) -> None:
    etree.fromstring(data)


def _is_yaml(data: bytes) -> None:
    assert read(data, format="yaml").document is not None


_CHECKS: Final[dict[str, Callable[[bytes], Any]]] = {
    ".json": json.loads,
    ".yaml": _is_yaml,
    ".html": _is_page,
    ".docx": _is_docx,
    ".xlsx": _is_xlsx,
    ".zip": _is_archive,
    ".ics": _is_calendar,
    ".jsonld": json.loads,
    ".stratml": _is_xml,
}
_BY_NAME: Final[dict[str, Callable[[bytes], Any]]] = {
    "ogp-xlsx": _is_xlsx,
    "ckan": json.loads,
    "ckan-zip": _is_for_a_portal,
    "ogp-csv": _is_csv,
    "decidim-csv": _is_csv,
    "plan-html": _is_page,
}


def _check(name: str) -> Callable[[bytes], Any]:
    ending = next(iter(formats.get(name).extensions), "")
    return _BY_NAME.get(name) or _CHECKS[ending]


def _options(name: str) -> dict[str, Any]:
    return {"with_contacts": True} if "with_contacts" in formats.get(name).options else {}


@pytest.mark.parametrize(("name", "shift", "language"), _CASES)
def test_a_file_is_well_formed_and_says_what_it_changed(name: str, shift: int, language: str) -> None:
    package = hostile_package(shift)
    written = dump(package, name, language=language, **_options(name))
    _check(name)(written.data)
    if name in EXACT:
        done = read(written.data, format=name)
        assert done.document is not None
        assert done.document.tree == package.to_tree()
    elif name == "ckan":
        assert json.loads(written.data)["title_translated"] == package.title
    else:
        assert {found.code for found in written.findings} & CHANGED


@pytest.mark.parametrize("name", [name for name in formats.writable() if formats.get(name).reads])
def test_each_naughty_string_comes_back_or_is_said(name: str, corpus: Path) -> None:
    strings = json.loads(next((corpus / "adversarial").rglob("blns.json")).read_bytes())
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan"}, "framework": "other", "commitments": []}
    empty = {"schema_version": "0.1", "id": "org.example:pk-1", "default_language": "fr", "plans": [plan]}
    kept = [text for text in dict.fromkeys(strings) if _is_text(text)]
    commitments = [{"id": f"org.example:c-{at}", "title": {"fr": text}} for at, text in enumerate(kept)]
    package = Package.model_validate(empty | {"plans": [plan | {"commitments": commitments}]})
    written = dump(package, name, language="fr", **_options(name))
    done = read(written.data, format=name)
    assert done.document is not None
    titles = [each.get("title", {}) for each in done.document.tree["plans"][0]["commitments"]]
    assert len(titles) == len(kept)
    changed = [text for text, title in zip(kept, titles, strict=True) if text not in title.values()]
    said = sum(int(str(found.params.get("count", 0))) for found in written.findings if found.code in CHANGED)
    assert len(changed) <= said, changed[:5]
    assert not changed or name not in EXACT


def _is_text(text: str) -> bool:
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "title": {"fr": text}}
    return validate(json.dumps(tree).encode()).package is not None


@pytest.mark.parametrize("name", ["json", "csv", "ics"])
@pytest.mark.parametrize(("text", "code"), [("a\ud800b", "syntax/lone-surrogate"), ("a\ufffeb", "syntax/noncharacter")])
def test_a_text_that_is_no_text_is_refused_and_never_written(name: str, text: str, code: str) -> None:
    package = hostile_package(0)
    package.plans[0].title["fr"] = text
    with pytest.raises(InvalidDocument) as refused:
        dump(package, name, **_options(name))
    assert [(found.code, found.location.pointer) for found in refused.value.report.findings] == [
        (code, "/plans/0/title/fr")
    ]
