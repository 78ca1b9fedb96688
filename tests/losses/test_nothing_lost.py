"""Every cell, paragraph, key and element of a source is told of: in the package, in a finding, or as not understood.

A word that nobody knows is put into places of made-up files of each format; in the long run into many more:
`make nonsense N=50`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from benchmarks.importing import csv_text
from tests.formats.decidim import test_json, test_open_data, test_results
from tests.formats.decidim.reads import archive
from tests.formats.ogp_csv.test_ogp_csv import ROW, table
from tests.formats.ogp_pages.made_up import COMMITMENT, FRENCH, PLAN, as_html
from tests.formats.stratml.test_stratml import NAMESPACES
from tests.formats.stratml.test_stratml import PLAN as STRATML
from tests.formats.tracker.test_tracker import DEFINITION
from tests.losses import nonsense
from tests.losses.nonsense import Put

import opengov_local as ogl
from opengov_local import formats
from opengov_local.model import Package
from opengov_local.resources import data_folder

N = int(os.environ.get("OPENGOV_LOCAL_NONSENSE_N", "0"))
"""Places for each format; by default as many as are quickly read."""
_CONTACTS = ("E-mail", "personne@", "Personne Inventée", "below 48")
"""Lines of persons and their numbers, which are left out on purpose; a finding says so without repeating them."""
_SILENT = {
    "decidim.json": ("key", "new key without value"),
    "tracker.yaml": ("key", "new key", "new key of a tree", "new key without value"),
}
"""Kinds of places where a key stands without a text below it, of which nothing is told."""


class Source(NamedTuple):
    """A file.

    Attributes:
        name: its name.
        format: its format, where its ending does not tell.
        quick: how many places are quickly read.
        puts: gives it with the word in one place after the other.
    """

    name: str
    format: str | None
    quick: int
    puts: Callable[[], Iterator[Put]]


@cache
def _written(name: str, language: str = "fr") -> bytes:
    package = Package.model_validate_json((data_folder("examples") / "synthetic" / "full-plan.json").read_bytes())
    data: bytes = import_module(formats.get(name).module).write(package, language=language).data
    return data


def _site() -> bytes:
    tables = {
        "results": test_open_data.RESULTS,
        "meetings": test_open_data.MEETINGS,
        "proposals": test_open_data.PROPOSALS,
        "participatory_processes": test_open_data.PROCESSES,
    }
    files = {f"d.example.org-open-data-{name}.csv": text for name, text in tables.items()}
    return archive({"README.md": test_open_data.README, **files})


def _member(name: str, content: bytes) -> Iterator[Put]:
    return nonsense.in_lines(content) if name.endswith(".md") else nonsense.in_rows(content, ";")


def _tables(name: str, content: bytes) -> Iterator[Put]:
    return nonsense.in_rows(content) if name.endswith(".csv") else iter(())


def _paragraphs(name: str) -> Iterator[Put]:
    return nonsense.in_word_file(_written(name))


def _yaml(tree: object) -> bytes:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


SOURCES = (
    Source("results.csv", None, 40, lambda: nonsense.in_rows(test_results.CURRENT.encode(), ";")),
    Source("decidim.json", "decidim", 60, lambda: nonsense.in_tree([test_json.RESULT], nonsense.as_json)),
    Source("site.zip", None, 40, lambda: nonsense.in_members(_site(), _member)),
    Source("written.decidim.csv", None, 20, lambda: nonsense.in_rows(_written("decidim-csv"), ";")),
    Source("ogp.csv", "ogp-csv", 20, lambda: nonsense.in_rows(table(ROW))),
    Source("commitment.txt", None, 20, lambda: nonsense.in_lines(COMMITMENT.encode())),
    Source("plan.txt", None, 20, lambda: nonsense.in_lines(PLAN.encode())),
    Source("french.txt", None, 20, lambda: nonsense.in_lines(FRENCH.encode())),
    Source("french.html", None, 20, lambda: nonsense.in_html(as_html(FRENCH).encode())),
    Source("tracker.yaml", "tracker", 40, lambda: nonsense.in_tree(yaml.safe_load(DEFINITION), _yaml)),
    Source("plan.xml", None, 40, lambda: nonsense.in_xml(STRATML.format(namespace=NAMESPACES[0]).encode())),
    Source("written.xml", None, 20, lambda: nonsense.in_xml(_written("stratml"))),
    Source("workbook.xlsx", None, 4, lambda: nonsense.in_workbook(_written("xlsx"))),
    Source("bundle.zip", None, 40, lambda: nonsense.in_members(_written("csv"), _tables)),
    Source("rows.csv", None, 10, lambda: nonsense.in_rows(csv_text(20))),
    *(
        Source(f"{form.name}.docx", None, 1, partial(_paragraphs, form.name))
        for form in formats.FORMATS
        if form.name.endswith("-docx")
    ),
)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_word_that_nobody_knows_is_told_of_wherever_it_stands(source: Source, tmp_path: Path) -> None:
    puts = [
        put
        for put in source.puts()
        if put.kind not in _SILENT.get(source.name, ()) and not any(one in put.where for one in _CONTACTS)
    ]
    count = N or source.quick
    path = tmp_path / source.name
    lost = []
    for put in puts[len(puts) // 3 % 7 :: max(1, len(puts) // count)]:
        path.write_bytes(put.data())
        if not nonsense.is_told(ogl.read(path, format=source.format)):
            lost.append((put.kind, put.where))
    assert lost == []


@pytest.mark.parametrize(("form", "language"), [("programme-docx", "ar"), ("programme-docx", "en")])
def test_nothing_of_what_we_write_ourselves_says_more(form: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "written.docx"
    path.write_bytes(_written(form, language))
    account = ogl.read(path).account
    assert account is not None
    assert [entry.piece.text for entry in account.of("unmapped")] == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("results.csv", ("heading", "scope/id, row 1")),
        ("site.zip", ("line", "README.md: # Open data")),
        ("commitment.txt", ("line", "Skip Navigation")),
        ("plan.xml", ("text", "RoleType")),
        ("workbook.xlsx", ("cell", "'Taux d’avancement (%)'")),
        ("workbook.xlsx", ("cell", "'Texte libre'")),
        ("bundle.zip", ("cell", "_at")),
        ("bundle.zip", ("longer row", "")),
        ("ogp-local-docx.docx", ("new paragraph", "Secteur principal")),
        ("programme-docx.docx", ("paragraph", "Annexe")),
    ],
)
def test_it_is_told_of_where_nothing_is_read(name: str, place: tuple[str, str], tmp_path: Path) -> None:
    source = next(one for one in SOURCES if one.name == name)
    put = next(put for put in source.puts() if put.kind == place[0] and place[1] in put.where)
    path = tmp_path / name
    path.write_bytes(put.data())
    assert nonsense.is_told(ogl.read(path, format=source.format))
