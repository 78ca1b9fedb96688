"""Whose plan a Word document is, where no register knows the collectivity; made up but for countries and communes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, paper, read_paper, to_bytes, tree_of

from opengov_local.formats.word.word_format import read

TABLE = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"]]
UNKNOWN = "import/territory-unknown"


def _collectivities(tree: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [
        (
            next(iter(one["name"].values())),
            one["kind"],
            one["country"],
            next((number["value"] for number in one.get("identifiers", ())), ""),
        )
        for one in tree.get("collectivities", ())
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Ville de Brignac-le-Fictif (France)", "# Plan d'action 2025-2026"],
         ("Brignac-le-Fictif", "municipality", "FR", "")),
        (["# Plan d'action 2025-2026", "Commune de Fictive – Sénégal"], ("Fictive", "commune", "SN", "")),
        (["جماعة النخيل الوهمية (تونس)", "# برنامج عمل 2025-2026"], ("النخيل الوهمية", "commune", "TN", "")),
        (["# Plan d'action de la commune de Tiznit", "Commune de Tiznit (Tunisie)"], ("Tiznit", "commune", "TN", "")),
        (["# Plan d'action 2025-2026 – Commune de Tiznit (Tunisie)"], ("Tiznit", "commune", "TN", "")),
        (["# Plan d'action de la commune de Tiznit (Tunisie) 2025-2026"], ("Tiznit", "commune", "TN", "")),
        (["## Alcaldía Municipal de San Fingido (Colombia)", "# Plan de Acción de Estado Abierto 2025-2026"],
         ("San Fingido", "municipality", "CO", "")),
        (["Lakemade County Government (Kenya)", "# Open Government Action Plan 2025-2026"],
         ("Lakemade", "county", "KE", "")),
        (["# City of Port Made (Kenya) – Open Government Action Plan 2025-2026"],
         ("Port Made", "municipality", "KE", "")),
        (["# Open Government Action Plan 2025-2026: Lakemade County, Kenya"], ("Lakemade", "county", "KE", "")),
        (["# Plan d'action de la communauté de communes Val de Fictive 2025-2026"],
         ("Val de Fictive", "intercommunality", "FR", "")),
        (["# Plan d'action 2025-2026", "Collectivité : Communauté de communes Val de Fictive"],
         ("Val de Fictive", "intercommunality", "FR", "")),
        (["# Open Government Action Plan 2025-2026", "Country: Kenya", "County Government of Lakemade"],
         ("Lakemade", "county", "KE", "")),
        (["# Plan d'action 2025-2026", [["Pays", "France"], ["Commune", "Fictiville"]]],
         ("Fictiville", "commune", "FR", "")),
        (["# Plan de acción 2025-2026", [["Municipio", "San Fingido"], ["País", "Colombia"]]],
         ("San Fingido", "municipality", "CO", "")),
        (["# Plan d'action de la commune ouverte de Midelt 2025-2026"], ("Midelt", "commune", "MA", "08.363.01.03")),
        (["# Tétouan, commune ouverte 2023-2026 : plan d'action"], ("Tétouan", "commune", "MA", "01.571.01.11")),
        (["# برنامج عمل الجماعة المنفتحة ميدلت"], ("ميدلت", "commune", "MA", "08.363.01.03")),
    ],
)  # fmt: skip
def test_the_collectivity_is_that_of_the_head_or_the_title(
    lines: list[object], expected: tuple[str, str, str, str]
) -> None:
    made = read_paper(*lines, TABLE)
    tree = tree_of(made)
    assert _collectivities(tree) == [expected]
    assert len(tree["plans"][0]["collectivities"]) == 1
    assert UNKNOWN not in codes_of(made)


@pytest.mark.parametrize(
    "lines",
    [
        ["## Municipality of Port Made", "# Open Government Action Plan 2025-2026"],
        ["Municipality of Port Made", "# Open Government Action Plan 2025-2026"],
        ["# Lakemade County Government – Open Government Local Action Plan 2025-2027"],
        ["# City of Port Made Open Government Action Plan 2025-2026"],
        ["# Plan de acción 2025-2026", "Entidad local: Ayuntamiento de Villafalsa"],
        ["# Plan de acción 2025-2026", "Municipio: Villafalsa"],
    ],
)
def test_one_whose_country_nobody_says_is_said(lines: list[str]) -> None:
    made = read_paper(*lines, TABLE)
    assert "collectivities" not in tree_of(made)
    assert codes_of(made).count(UNKNOWN) == 1


@pytest.mark.parametrize("title", ["Open Government Action Plan 2025-2026", "II Plan de Gobierno Abierto 2024-2027"])
def test_a_title_that_names_none_is_not_said_to(title: str) -> None:
    assert UNKNOWN not in codes_of(read_paper(f"# {title}", TABLE))


@pytest.mark.parametrize("state", [[], ["ROYAUME DU MAROC"]])
@pytest.mark.parametrize(
    "lines",
    [["COMMUNE DE TAZARINE", "= Plan d’action 2025-2026"], ["جماعة تازارين", "= برنامج عمل الانفتاح 2025-2026"]],
)
def test_a_name_that_two_communes_have_is_said_to_be_of_several(state: list[str], lines: list[str]) -> None:
    made = read_paper(*state, *lines, TABLE)
    assert "import/territory-ambiguous" in codes_of(made)
    assert UNKNOWN not in codes_of(made)


def test_a_country_of_nobody_is_kept() -> None:
    made = read_paper("# Open Government Action Plan 2025-2026", "Country: Kenya", TABLE)
    tree = tree_of(made)
    assert "collectivities" not in tree
    assert [one["text"] for one in tree["plans"][0]["x_unmapped"]] == ["Kenya"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Collectivité", "Commune de Tiflet"]], [("Tiflet", "commune", "MA", "04.291.01.05")]),
        ([["Commune", "Tiflet"]], [("Tiflet", "commune", "MA", "04.291.01.05")]),
        ([["الجماعة", "تيفلت"]], [("تيفلت", "commune", "MA", "04.291.01.05")]),
        ([["Commune", "Oued Fictif"], ["Pays", "Sénégal"]], [("Oued Fictif", "commune", "SN", "")]),
        ([["Collectivité", "Ville de Fictiville"]], []),
    ],
)
@pytest.mark.parametrize("lines", [False, True])
def test_a_label_says_whose_minutes_they_are(
    rows: list[list[str]], expected: list[tuple[str, str, str, str]], *, lines: bool
) -> None:
    said: list[object] = [" : ".join(row) for row in rows] if lines else [[*rows, ["Date", "3 mai 2025"]]]
    made = read_paper("= Compte rendu de l’atelier", *said, "## Problèmes", "* Abc")
    tree = tree_of(made)
    assert _collectivities(tree) == expected
    assert len(tree["workshops"][0].get("collectivities", ())) == len(expected)
    assert (UNKNOWN in codes_of(made)) == (not expected)


@pytest.mark.parametrize(
    ("header", "country"),
    [("Ville de Fictiville – Direction générale", ""), ("Communauté de communes Val de Fictive", "FR")],
)
def test_the_header_of_the_pages_names_it_where_nothing_else_does(header: str, country: str) -> None:
    made = paper("# Plan d’action 2025-2026", TABLE)
    made.sections[0].header.paragraphs[0].text = header
    said = read(to_bytes(made), "made-up.docx")
    assert [one[2] for one in _collectivities(tree_of(said))] == ([country] if country else [])
    assert (UNKNOWN in codes_of(said)) == (not country)


@pytest.mark.parametrize(
    "lines",
    [
        ["République du Sénégal", "Commune d’Agadir", "= Plan d’action 2025-2027"],
        ["Commune d’Agadir", "République du Sénégal", "= Plan d’action 2025-2027"],
        ["= Plan d’action 2025-2027", "Pays : Sénégal", "Commune : Agadir"],
        ["République du Sénégal", "= Plan d’action de la commune d’Agadir 2025-2027"],
    ],
)
def test_a_name_of_the_register_is_another_one_abroad(lines: list[str]) -> None:
    tree = tree_of(read_paper(*lines, TABLE))
    assert _collectivities(tree) == [("Agadir", "commune", "SN", "")]
