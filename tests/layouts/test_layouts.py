"""Every layout that is read stays read: its facts, and the account of all that stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.layouts.cases import ENOUGH, EXPECTED, FILES, NOTICED, Below, below, read, score, scored
from tests.layouts.surroundings import surrounded
from tests.layouts.truth import unsaid
from tests.layouts.witness import unaccounted, untold

import opengov_local as ogl
from opengov_local.privacy.contacts import contacts_in

SURROUNDED = [file for file in FILES if file.suffix in (".xlsx", ".docx")]


def test_every_file_has_its_facts_and_the_table_names_files_only() -> None:
    names = [file.stem for file in FILES]
    assert len(names) > 200
    assert sorted(names) == sorted(path.stem for path in EXPECTED.glob("*.json"))
    assert below().keys() <= {file.name for file in FILES}
    assert all(row.is_below and row.why for row in below().values())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_layout_is_read(file: Path) -> None:
    found = score(file)
    why = "\n".join([f"F1 {found.f1:.3f}", *map(str, found.missing), *(f"extra: {fact}" for fact in found.extra)])
    imported = read(file)
    valid = ogl.validate(imported).valid
    if file.name in below():
        known = below()[file.name]
        assert round(found.f1, 3) >= known.f1, why
        assert valid or not known.valid
        assert Below(found.f1, known.why, valid).is_below, "it is read now: take its line out of below.toml"
        assert found.f1 < known.f1 + NOTICED, "it is read better now: write its figure into below.toml"
    else:
        assert found.f1 >= ENOUGH, why
        assert valid
    account = imported.account
    assert account
    assert unaccounted(file, account) == []
    assert untold(imported) == []
    assert unsaid(imported) == []
    texts = {entry.piece.text for entry in account.entries}
    assert [contact for text in texts for contact in contacts_in(text)] == []


@pytest.mark.parametrize("file", SURROUNDED, ids=lambda file: file.name)
def test_a_letterhead_and_a_signature_change_nothing_of_the_plan(file: Path, tmp_path: Path) -> None:
    surrounded(file, made := tmp_path / file.name)
    imported = ogl.read(made)
    found = scored(file, imported)
    why = "\n".join([f"F1 {found.f1:.3f}", *map(str, found.missing), *(f"extra: {fact}" for fact in found.extra)])
    assert round(found.f1, 3) >= (below()[file.name].f1 if file.name in below() else ENOUGH), why
    assert imported.account
    assert unaccounted(made, imported.account) == []


def test_accounts_of_real_files_are_true(corpus: Path) -> None:
    files = [
        file
        for folder in ("ecuador-paga", "ogp-data", "ogp-web-pages", "ogp-word-template", "territoires-en-transitions")
        for file in sorted((corpus / folder).rglob("*"))
        if file.suffix in (".csv", ".docx", ".ods", ".txt", ".xlsx")
    ]
    assert files
    read_here = {file.name: ogl.read(file) for file in files}
    told = {name: unsaid(imported) for name, imported in read_here.items() if imported.account and imported.document}
    assert {name: pieces for name, pieces in told.items() if pieces} == {}
