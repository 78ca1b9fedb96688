"""Collectivities that no register knows, above tables and on covers; all made up but the names of countries."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.tables.drafted.unregistered import country_named, named_in, told_in

TABLE = (["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"])


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([["Ayuntamiento de Toledo (España)"]], ("Toledo", "municipality", "ES")),
        ([["Commune de Tiznit (Tunisie)"]], ("Tiznit", "commune", "TN")),
        ([["Plan d'action de la commune de Tiznit (Tunisie) 2025-2027"]], ("Tiznit", "commune", "TN")),
        ([["Communauté de communes du Val Fictif"]], ("Val Fictif", "intercommunality", "FR")),
        (
            [["Plan d'action de la communauté de communes du Val Fictif 2025-2027"]],
            ("Val Fictif", "intercommunality", "FR"),
        ),
        ([["الجمهورية التونسية"], ["بلدية الزهور"]], ("الزهور", "municipality", "TN")),
        ([["بلدية الزهور"], ["الجمهورية التونسية"]], ("الزهور", "municipality", "TN")),
        ([["Pays : Sénégal"], ["Commune :", "Dakar-Fictif"]], ("Dakar-Fictif", "commune", "SN")),
        ([["Country", "Kenya"], ["County of Fictional"]], ("Fictional", "county", "KE")),
        ([["Alcaldía Municipal de San Fingido (Colombia)"]], ("San Fingido", "municipality", "CO")),
        ([["Lakemade County Government (Kenya)"]], ("Lakemade", "county", "KE")),
        (
            [["Country", "Kenya"], ["Lakemade County – Open Government Local Action Plan 2025–2027"]],
            ("Lakemade", "county", "KE"),
        ),
        ([["الجمهورية التونسية - بلدية واد الخيال"]], ("واد الخيال", "municipality", "TN")),
        ([["Intendencia de Montefalso (Uruguay)"]], ("Montefalso", "department", "UY")),
        ([["Glenfiction Borough Council (Scotland)"]], ("Glenfiction", "municipality", "GB")),
        ([["GAD Municipal de Vallefalso"]], ("Vallefalso", "municipality", "EC")),
        ([["المملكة المغربية"], ["مجلس جهة الخيال"]], ("الخيال", "region", "MA")),
        ([["Royaume du Maroc"], ["Commune de Oued Fictif"]], ("Oued Fictif", "commune", "MA")),
        ([["Excmo. Ayuntamiento de Villafalsa (España)"]], ("Villafalsa", "municipality", "ES")),
        ([["Excma. Diputación Provincial de Montefalso (España)"]], ("Montefalso", "province", "ES")),
        ([["I. Municipalidad de Vallefalso, Chile"]], ("Vallefalso", "municipality", "CL")),
        ([["M. I. Ayuntamiento de Villafalsa (España)"]], ("Villafalsa", "municipality", "ES")),
        ([["Ajuntament de Vilafalsa (España)"]], ("Vilafalsa", "municipality", "ES")),
        ([["Government of Lakemade County, Kenya"]], ("Lakemade", "county", "KE")),
        ([["Commune de La Fictive (Tunisie)"]], ("La Fictive", "commune", "TN")),
        ([["Ayuntamiento De La Villafalsa (España)"]], ("Villafalsa", "municipality", "ES")),
        ([["Council of the City of Fernbrook, Australia"]], ("Fernbrook", "municipality", "AU")),
        ([["Gobierno de la Provincia de Montefalso (Argentina)"]], ("Montefalso", "province", "AR")),
        ([["Mairie de la commune de Oued Fictif (Sénégal)"]], ("Oued Fictif", "commune", "SN")),
        ([["Ville de Fictive (France) – Mission inventée"]], ("Fictive", "municipality", "FR")),
        ([["Ayuntamiento de Villafalsa"], ["España"]], ("Villafalsa", "municipality", "ES")),
        ([["Tunisie"], ["Commune de Tiznit"]], ("Tiznit", "commune", "TN")),
        ([["Municipio", "Villafalsa"], ["País", "México"]], ("Villafalsa", "municipality", "MX")),
        ([["Ayuntamiento de Villafalsa (Burgos, España)"]], ("Villafalsa (Burgos)", "municipality", "ES")),
        ([["City of Lakemade (Ohio, USA)"]], ("Lakemade (Ohio)", "municipality", "US")),
        ([["Glenfiction Borough Council, UK"]], ("Glenfiction", "municipality", "GB")),
    ],
)
def test_a_collectivity_whose_country_is_said_is_one_of_the_package(
    above: list[list[str]], expected: tuple[str, str, str]
) -> None:
    grid = sheet(*above, *TABLE)
    imported = read(grid)
    tree = shown(imported)
    (one,) = tree["collectivities"]
    assert (next(iter(one["name"].values())), one["kind"], one["country"]) == expected
    assert tree["plans"][0]["collectivities"] == [expected[0]]
    assert "import/territory-unknown" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    "line", ["Ayuntamiento de Ficticio", "City of Fernbrook", "بلدية الزهور", "Communauté urbaine de Fictive"]
)
def test_one_without_a_country_is_kept_and_said_once(line: str) -> None:
    first, second = sheet([line], *TABLE, name="A"), sheet([line], TABLE[0], ["2", "Forum", "DSI"], name="B")
    imported = read(first, second)
    assert "collectivities" not in shown(imported)
    assert codes(imported).count("import/territory-unknown") == 1
    assert [one["text"] for one in shown(imported)["x_unmapped"]] == [line] * 2
    assert accounted(imported, first, second)


def test_what_follows_behind_the_country_of_a_name_is_kept() -> None:
    line = "Ville de Fictive (France) – Mission inventée"
    imported = read(sheet([line], *TABLE))
    assert [one["text"] for one in shown(imported)["x_unmapped"]] == [line]
    assert "import/kept-above" in codes(imported)


def test_a_country_alone_that_stands_beside_no_name_is_kept() -> None:
    imported = read(sheet(["España"], ["Datos sintéticos"], ["Ayuntamiento de Villafalsa"], *TABLE))
    assert "collectivities" not in shown(imported)
    assert "España" in [one["text"] for one in shown(imported)["x_unmapped"]]


@pytest.mark.parametrize("line", ["(commune fictive - données synthétiques)", "Commune membre du réseau", "Ville"])
def test_a_line_that_names_none_is_not_said_to(line: str) -> None:
    imported = read(sheet([line], *TABLE))
    assert "import/territory-unknown" not in codes(imported)
    assert "import/kept-above" in codes(imported)


@pytest.mark.parametrize(
    "text",
    ["", "Ville", "commune de", "projet de ville", "Région", "City", "City Council", "The Municipality", "Open County"],
)
def test_words_that_are_no_name(text: str) -> None:
    assert told_in(text) is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("City of Port Made Open Government Action Plan 2025-2026", "City of Port Made"),
        ("Open Government Plan of Lakemade County 2025", "Lakemade County"),
        ("Plan de gobierno abierto – Municipio de San Fingido (Colombia)", "Municipio de San Fingido (Colombia)"),
        ("Action plan for the City Council", ""),
        ("II Plan de Gobierno Abierto 2024-2027", ""),
    ],
)
def test_the_name_in_a_title_ends_where_that_of_the_plan_begins(title: str, name: str) -> None:
    assert named_in(title) == name


@pytest.mark.parametrize(("text", "code"), [("Tunisie", "TN"), ("المملكة المغربية", "MA"), ("Agadir", ""), ("", "")])
def test_names_of_countries(text: str, code: str) -> None:
    assert country_named(text) == code


@pytest.mark.parametrize(
    "rows",
    [
        [["PROGRAMME D'OUVERTURE"], ["Document", "Programme d'ouverture 2025-2026"], ["Période", "2025-2026"]],
        [["Document :", "Programme d'ouverture 2025-2026"], ["Adopté le", "5 mai 2025"]],
        [["Objet", "Programme d'ouverture 2025-2026"], ["Adopté le", "5 mai 2025"]],
    ],
)
def test_the_title_of_a_document_on_a_cover(rows: list[list[Any]]) -> None:
    cover, table = sheet(*rows, name="Page de garde"), sheet(*TABLE, name="Projets")
    imported = read(cover, table)
    (plan,) = shown(imported)["plans"]
    assert plan["title"] == {"fr": "Programme d'ouverture 2025-2026"}
    assert plan["period"] == {"start": "2025", "end": "2026"}
    assert "import/cover-kept" not in codes(imported)
    assert accounted(imported, cover, table)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("II Plan de Gobierno Abierto 2025-2026 – Municipio de Ficticia", "Municipio de Ficticia"),
        ("Plan d'action 2025-2026 de la Ville de Fictiville pour tous", "Ville de Fictiville"),
        ("Open government plan of the City of Fernbrook 2025-2026", "City of Fernbrook"),
        ("Programme d'ouverture 2025-2026", None),
        ("Plan de la ville ouverte 2025-2026", None),
    ],
)
def test_a_title_that_names_one(title: str, name: str | None) -> None:
    grid = sheet([title], *TABLE)
    imported = read(grid)
    said = [one.params["name"] for one in imported.findings if one.code == "import/territory-unknown"]
    assert said == ([name] if name else [])
    assert next(iter(shown(imported)["plans"][0]["title"].values())) == title
    with_country = read(sheet([title], ["Pays : Sénégal"], *TABLE))
    assert len(shown(with_country).get("collectivities", ())) == len(said)


def test_the_province_above_a_commune_is_not_whose_plan_it_is() -> None:
    grid = sheet(["ROYAUME DU MAROC"], ["PROVINCE FICTIVE"], ["COMMUNE D'AIN FICTIVE"], *TABLE)
    imported = read(grid)
    assert [one["kind"] for one in shown(imported)["collectivities"]] == ["commune"]
    assert "import/kept-above" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("state", "name", "country"),
    [
        ("REPUBLIQUE TUNISIENNE", "COMMUNE D’OUED", "TN"),
        ("République du Sénégal", "Commune d’Agadir", "SN"),
        ("الجمهورية التونسية", "جماعة أكادير", "TN"),
    ],
)
def test_a_commune_of_another_country_is_none_of_morocco(state: str, name: str, country: str) -> None:
    tree = shown(
        read(sheet([state], [name], ["Plan d’action 2024-2025"], ["N°", "Projet", "Responsable"], ["1", "A", "B"]))
    )
    (collectivity,) = tree["collectivities"]
    assert collectivity["country"] == country
    assert "identifiers" not in collectivity
    assert tree["plans"][0]["collectivities"] == [next(iter(collectivity["name"].values()))]


@pytest.mark.parametrize("words", ["COMMUNE OUVERTE", "جماعة منفتحة", "Open municipality", "Municipio Abierto"])
def test_what_makes_communes_open_is_no_name(words: str) -> None:
    imported = read(sheet([words], [f"PROGRAMME {words} 2024-2026"], *TABLE))
    assert "import/territory-unknown" not in codes(imported)
    assert shown(imported)["plans"][0]["title"]


@pytest.mark.parametrize(
    "rows", [[["COMMUNE DE TAZARINE"]], [["Commune", "Tazarine"]], [["Plan de la commune de Tazarine 2025"]]]
)
@pytest.mark.parametrize("state", [[], [["ROYAUME DU MAROC"]]])
def test_a_name_that_two_communes_have_is_said_to_be_of_several(rows: list[list[str]], state: list[list[str]]) -> None:
    imported = read(sheet(*state, *rows, *TABLE))
    assert codes(imported).count("import/territory-ambiguous") == 1
    assert "import/territory-unknown" not in codes(imported)
    assert all("identifiers" not in one for one in shown(imported).get("collectivities", ()))


def test_a_name_of_two_communes_is_not_said_to_be_so_elsewhere() -> None:
    found = codes(read(sheet(["République du Sénégal"], ["COMMUNE DE TAZARINE"], *TABLE)))
    assert "import/territory-ambiguous" not in found


@pytest.mark.parametrize("line", ["Parish of Made-up", "Parish Council of Made-up", "Arrondissement de Fictif"])
def test_further_kinds_of_places_are_said_as_others_are(line: str) -> None:
    imported = read(sheet([line], ["Open Plan 2025-2027"], ["No", "Commitment", "Lead"], [1, "Portal", "Clerk"]))
    assert codes(imported).count("import/territory-unknown") == 1


@pytest.mark.parametrize(
    ("line", "name", "kind", "country"),
    [
        ("Lakemade State, Nigeria", "Lakemade", "state", "NG"),
        ("Fernmade State (Nigeria)", "Fernmade", "state", "NG"),
        ("Lakemade City, Philippines", "Lakemade City", "municipality", "PH"),
        ("South Lakemade Province, Philippines", "South Lakemade", "province", "PH"),
        ("Fernmade Metropolitan Municipality, South Africa", "Fernmade", "municipality", "ZA"),
        ("Communauté d'agglomération du Pays de Fictivie", "Pays de Fictivie", "intercommunality", "FR"),
        ("État de Fictivie (Nigéria)", "Fictivie", "state", "NG"),
        ("Estado de Ficticia (México)", "Ficticia", "state", "MX"),
        ("ولاية الخيال، تونس", "الخيال", "governorate", "TN"),
        ("ولاية الخيال (الجزائر)", "الخيال", "province", "DZ"),
    ],
)
def test_kinds_that_only_a_country_beside_them_tells(line: str, name: str, kind: str, country: str) -> None:
    made = read(sheet([line], ["Plan d'action 2026-2027"], ["Projet", "Responsable"], ["Portail", "DSI"]))
    (council,) = shown(made)["collectivities"]
    assert (list(council["name"].values()), council["kind"], council["country"]) == ([name], kind, country)


@pytest.mark.parametrize("line", ["Smart City", "Open State, Nigeria", "Estado de avance", "Plan of X State, Nigeria"])
def test_other_words_beside_such_kinds_name_no_collectivity(line: str) -> None:
    made = read(sheet([line], ["Projet", "Responsable"], ["Portail", "DSI"]))
    assert "collectivities" not in shown(made)
