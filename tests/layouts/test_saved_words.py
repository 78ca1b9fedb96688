"""Headings that were saved and given back as they were change nothing of what is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.layouts.cases import FILES, read

import opengov_local as ogl
from opengov_local.api.reading import headings_of, import_options
from opengov_local.document import Import

TABLES = [
    file
    for at, file in enumerate(FILES)
    if file.suffix in (".xlsx", ".ods", ".csv") and (at % 5 == 0 or "-ar" in file.name or "-es" in file.name)
]


def _said(made: Import) -> str:
    assert made.document is not None
    ids: dict[str, str] = {}
    told = json.dumps({key: value for key, value in made.document.tree.items() if key != "sources"}, sort_keys=True)
    return re.sub("unclaimed:[0-9a-z]+", lambda found: ids.setdefault(found[0], f"id{len(ids)}"), told)


def _again(file: Path, words: Path) -> Import:
    return ogl.read(file, options=import_options(own_words=words))


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.name)
def test_saved_headings_change_nothing(file: Path, tmp_path: Path) -> None:
    made = read(file)
    (words := tmp_path / "words.csv").write_bytes(headings_of(made))
    assert _said(_again(file, words)) == _said(made)


def test_headings_keep_their_years_and_languages(tmp_path: Path) -> None:
    table = "Eje,Compromiso,Responsable,Presupuesto 2026 (€),Presupuesto 2027 (€)\nA,Portal,DSI,100,200\n"
    (file := tmp_path / "plan.csv").write_text(table, encoding="utf-8")
    made = ogl.read(file)
    (words := tmp_path / "words.csv").write_bytes(headings_of(made))
    again = _again(file, words)
    assert _said(again) == _said(made)
    assert again.document is not None
    commitment = again.document.tree["plans"][0]["commitments"][0]
    assert (commitment["title"], [line["year"] for line in commitment["budget"]]) == ({"es": "Portal"}, [2026, 2027])


def test_one_heading_that_is_corrected_counts(tmp_path: Path) -> None:
    (file := tmp_path / "plan.csv").write_text("Projet,Responsable,Remarque\nPortail,DSI,x\n", encoding="utf-8")
    saved = headings_of(ogl.read(file)).decode("utf-8-sig").replace("lead", "supporting")
    (words := tmp_path / "words.csv").write_text(saved, encoding="utf-8")
    document = _again(file, words).document
    assert document is not None
    commitment = document.tree["plans"][0]["commitments"][0]
    assert ("leads" in commitment, commitment["supporting"]) == (False, [{"name": {"fr": "DSI"}}])


def test_a_heading_that_means_several_things_by_its_place_stays_so(tmp_path: Path) -> None:
    table = "N°,Projet,N°,Activité\n1,Portail,1.1,Cahier\n,,1.2,Appel\n"
    (file := tmp_path / "plan.csv").write_text(table, encoding="utf-8")
    made = ogl.read(file)
    saved = headings_of(made)
    assert [line.partition(",")[2] for line in saved.decode("utf-8-sig").splitlines() if "N°" in line] == [
        "N°,commitment.number | milestone.number"
    ]
    (words := tmp_path / "words.csv").write_bytes(saved)
    assert _said(_again(file, words)) == _said(made)


def test_a_heading_that_is_read_otherwise_beside_a_corrected_one_stays_as_it_was_saved(tmp_path: Path) -> None:
    (file,) = (each for each in FILES if each.name == "results-framework-axis-bands-fr.xlsx")
    saved = headings_of(read(file)).decode("utf-8-sig").replace(",indicator.baseline\n", ",milestone.number\n")
    assert "milestone.number" in saved
    (words := tmp_path / "words.csv").write_text(saved, encoding="utf-8")
    again = headings_of(_again(file, words)).decode("utf-8-sig")
    assert "Responsable du suivi,indicator.collector" in again
