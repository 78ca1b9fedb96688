"""Towns whose country the user tells, where the source does not; made up but for their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet
from tests.formats.word import papers

import opengov_local as ogl
from opengov_local.document import Import
from opengov_local.errors import OptionError

TABLE: list[list[Any]] = [[], ["No.", "Commitment", "Lead"], ["1", "Portal", "IT"], ["2", "Budget", "Finance"]]
PLAN = "Open government action plan 2026-2027"
TOWNS = [
    ("City of Guelph", "CA", "Guelph", "municipality"),
    ("Ville de Poitiers", "FR", "Poitiers", "municipality"),
    ("Galway City Council", "IE", "Galway", "municipality"),
    ("Mayo County Council", "IE", "Mayo", "county"),
    ("AYUNTAMIENTO DE GETAFE", "ES", "GETAFE", "municipality"),
    ("Gemeente Utrecht", "NL", "Utrecht", "municipality"),
    ("Stadt Köln", "DE", "Köln", "municipality"),
    ("Commune de Tiznit", "TN", "Tiznit", "commune"),
    ("بلدية سوسة", "TN", "سوسة", "municipality"),
]


def _named(imported: Import) -> list[tuple[Any, ...]]:
    assert imported.document
    tree = imported.document.tree
    made = tree.get("collectivities", [])
    assert [one["id"] for one in made] == [id for plan in tree["plans"] for id in plan.get("collectivities", [])]
    return [(*one["name"].values(), one["kind"], one["country"]) for one in made]


def _files(name: str, **options: Any) -> list[Import]:
    """Reads a table and a paper, each with the name at its head and in its title."""
    aside = [name], [PLAN]
    within = [f"{name} – {PLAN}"]
    paper = "# Commitment 1: Portal"
    return [
        read(sheet(*aside, *TABLE), **options),
        read(sheet(within, *TABLE), **options),
        papers.read_paper(name, f"= {PLAN}", paper, **options),
        papers.read_paper(f"= {within[0]}", paper, **options),
    ]


@pytest.mark.parametrize(("text", "country", "name", "kind"), TOWNS)
def test_a_town_is_of_the_country_that_the_user_tells(text: str, country: str, name: str, kind: str) -> None:
    for imported in _files(text, country=country):
        assert _named(imported) == [(name, kind, country)]
        assert "import/territory-unknown" not in codes(imported)
        assert [each.params["value"] for each in imported.findings if each.params.get("field") == "country"] == [
            country
        ]


@pytest.mark.parametrize("text", ["City of Guelph", "Ville de Poitiers", "Gemeente Utrecht"])
def test_without_a_country_it_is_said_to_be_unknown(text: str) -> None:
    for imported in _files(text):
        assert _named(imported) == []
        assert codes(imported).count("import/territory-unknown") == 1


def test_what_the_file_says_goes_before_what_the_user_tells() -> None:
    imported = read(sheet(["Pays : Tunisie"], ["Municipalité de Sousse"], [PLAN], *TABLE), country="FR")
    assert _named(imported) == [("Sousse", "municipality", "TN")]
    paper = papers.read_paper("Ville de Poitiers (France)", f"= {PLAN}", "# Commitment 1: Portal", country="BE")
    assert _named(paper) == [("Poitiers", "municipality", "FR")]


@pytest.mark.parametrize("country", [None, "MA"])
def test_communes_of_the_register_are_found_as_ever(country: str | None) -> None:
    for imported in _files("Commune de Tiznit", country=country):
        assert _named(imported) == [("Tiznit", "commune", "MA")]


def test_a_column_of_communes_is_of_that_country_too() -> None:
    rows = [["Commune", "Projet"], ["Tiznit", "Portail"], ["Agadir", "Forum"]]
    told = read(sheet(*rows), country="FR").document
    assert told
    assert not any(one.get("country") == "MA" for one in told.tree.get("collectivities", []))


@pytest.mark.parametrize("code", ["fr", "FRA", "XX", "France", ""])
def test_what_is_no_code_of_a_country_is_refused(code: str) -> None:
    with pytest.raises(OptionError) as raised:
        ogl.import_options(country=code)
    assert raised.value.code == "tool/bad-country"


def test_a_title_in_a_sheet_of_help_goes_before_the_name_of_the_file() -> None:
    helps = sheet(["Plan d'action sur la ville ouverte – Ville de Longueuil"], ["Remplir une ligne par action."],
                  name="Lisez-moi")  # fmt: skip
    imported = read(
        helps, sheet(["N°", "Action", "Responsable"], ["1", "Portail", "DSI"], name="Actions"), country="CA"
    )
    assert imported.document
    (plan,) = imported.document.tree["plans"]
    assert plan["title"] == {"fr": "Plan d'action sur la ville ouverte – Ville de Longueuil"}
    assert _named(imported) == [("Longueuil", "municipality", "CA")]


def test_convert_takes_the_country(tmp_path: Path) -> None:
    from opengov_local.cli import main

    source, target = tmp_path / "plan.csv", tmp_path / "plan.json"
    source.write_text("Galway City Council;;\nOpen plan 2026-2027;;\nNo.;Commitment;Lead\n1;Portal;IT\n2;Budget;FIN\n")
    main(["convert", str(source), str(target), "--country", "IE"])
    (one,) = ogl.read(target).document.tree["collectivities"]  # type: ignore[union-attr]
    assert (one["kind"], one["country"]) == ("municipality", "IE")
