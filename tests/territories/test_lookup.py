"""Look-up of territories: codes, names, kind words, places, ambiguity, suggestions."""

from __future__ import annotations

import pickle
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import territories
from opengov_local.territories import Territory, find, get
from opengov_local.territories.register import rows

UNITS = territories.all()


def codes(text: str, **wanted: str) -> list[str]:
    return [unit.code for unit in find(text, **wanted).items]


@pytest.mark.parametrize(
    ("text", "code", "how"),
    [
        ("جماعة وجدة", "02.411.01.23", "name"),
        ("Commune d'Oujda", "02.411.01.23", "name"),
        ("OUJDA", "02.411.01.23", "name"),
        ("Commune d'Azemmour – Province d'El Jadida", "06.181.01.01", "name"),
        ("جماعة أزمور - إقليم الجديدة", "06.181.01.01", "name"),
        ("Région Casablanca - Settat", "06", "name"),
        ("02.411.01.23", "02.411.01.23", "code"),
        ("024110123", "02.411.01.23", "code"),
        ("٠٢.٤١١.٠١.٢٣", "02.411.01.23", "code"),
        ("001511010", "01.511.01.0", "code"),
        ("MA-02", "02", "code"),
        ("commune de Moulay Driss Zerhoun", "03.061.01.09", "alias"),
        ("Commune de Moulay Abdellah", "06.181.05.01", "name"),
        ("جماعة واد لاو", "01.571.01.07", "alias"),
        ("ma-cht", "09.163", "code"),
        ("الجماعة الترابية لأكادير", "09.001.01.01", "name"),
        ("Commune urbaine de Ben Guerir", "07.427.01.01", "name"),
        ("La commune de Saïdia", "02.113.01.25", "name"),
        ("Commune of Tetouan", "01.571.01.11", "name"),
        ("Province de Larache", "01.331", "name"),
        ("Larache Province", "01.331", "name"),
        ("إقليم العرائش", "01.331", "name"),
        ("المجلس الإقليمي للعرائش", "01.331", "name"),
        ("المجلس الجماعي لوجدة", "02.411.01.23", "name"),
        ("Préfecture de Rabat", "04.421", "name"),
        ("عمالة مقاطعات ابن مسيك", "06.141.01.60", "name"),
        ("Préfecture d’arrondissements de Ben M’sick", "06.141.01.60", "name"),
        ("l'arrondissement de Maârif", "06.141.01.03", "name"),
        ("مقاطعة المدينة", "01.511.01.07", "name"),
        ("مدينة فاس", "03.231.01.0", "name"),
        ("Fez (commune)", "03.231.01.0", "alias"),
        ("Casablanca, commune", "06.141.01.0", "name"),
        ("Commune de Marrakesh", "07.351.01.0", "alias"),
        ("إقليم الناظور", "02.381", "alias"),
        ("مجلس جهة الشرق", "02", "name"),
        ("Conseil régional de l'Oriental", "02", "name"),
        ("Conseil de la région de l’Oriental", "02", "name"),
        ("Oriental Regional Council", "02", "name"),
        ("الجهة الشرقية", "02", "alias"),
        ("The Regional Council of Tangier Tetouan Al Hoceima", "01", "alias"),
        ("Drâa-Tafilalt Region, Morocco", "08", "alias"),
        ("كلميم-وادي نون", "10", "name"),
        ("الداخلة واد الذهب", "12", "name"),
        ("واد زم", "05.311.01.09", "name"),
        ("Kasbat Tadla", "05.091.01.07", "name"),
        ("إقليم تزنيت", "09.581", "alias"),
        ("جماعة تزنيت", "09.581.01.07", "alias"),
        ("إقليم شتوكة آيت باها", "09.163", "alias"),
        ("عمالة الصخيرات تامارة", "04.501", "alias"),
        ("Province de Chefchaouen", "01.151", "name"),
        ("Province de Chaouen", "01.151", "alias"),
        ("Préfecture de Mohammedia", "06.371", "alias"),
        ("Province d'Al Hoceïma", "01.051", "name"),
        ("Préfecture de Meknes", "03.061", "name"),
        ("مشور– القصبة", "07.351.01.01", "name"),
        ("بني أنصار", "02.381.01.03", "name"),
        ("بن جرير", "07.427.01.01", "name"),
        ("واويزغت", "05.081.09.15", "name"),
        ("الفنيدق", "01.573.01.01", "name"),
        ("جماعة طان طان", "10.521.01.01", "name"),
    ],
)
def test_one_territory(text: str, code: str, how: str) -> None:
    found = find(text)
    assert found.one is not None
    assert (found.one.code, found.how, found.ambiguous, found.suggestions) == (code, how, False, ())


@pytest.mark.parametrize("name", ["name_fr", "name_ar"])
def test_every_official_name_finds_its_territory(name: str) -> None:
    for unit in UNITS:
        found = find(getattr(unit, name))
        assert unit in found.items
        assert found.how == "name"


def test_every_code_finds_its_territory() -> None:
    for unit in UNITS:
        assert find(unit.code).one == find(unit.digits).one == unit
        assert unit.iso is None or get(unit.iso) == unit


def test_every_alias_finds_its_territory() -> None:
    for row in rows("aliases_ma.csv"):
        assert row["code"] in codes(row["alias"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larache", ["01.331", "01.331.01.03"]),
        ("العرائش", ["01.331", "01.331.01.03"]),
        ("Casablanca", ["06.141", "06.141.01.0"]),
        ("الدار البيضاء", ["06.141", "06.141.01.0"]),
        ("Fez", ["03.231", "03.231.01.0"]),
        ("الناظور", ["02.381", "02.381.01.05"]),
    ],
)
def test_ambiguity_is_told_and_a_kind_ends_it(text: str, expected: list[str]) -> None:
    found = find(text)
    assert [unit.code for unit in found.items] == expected
    assert found.ambiguous
    assert found.one is None
    assert codes(text, kind="commune") == expected[1:]


def test_names_that_recur_in_several_provinces_need_their_place() -> None:
    homonyms: dict[str, list[Territory]] = defaultdict(list)
    for unit in territories.all("commune"):
        homonyms[unit.name_fr].append(unit)
    recurring = {name: units for name, units in homonyms.items() if len(units) > 1}
    assert len(recurring) == 10
    for name, units in recurring.items():
        assert set(units) <= set(find(name, kind="commune").items)
        for unit in units:
            province = territories.ancestors(unit.code)[0]
            assert find(f"Commune de {name}, {province.name_fr}").one == unit
            assert find(f"جماعة {unit.name_ar}، {province.name_ar}").one == unit
            assert find(name, kind="commune", within=province).one == unit
            assert find(name, kind="commune", within=province.code).one == unit


def test_place_as_code_country_or_kind() -> None:
    assert codes("Larache, Maroc") == ["01.331", "01.331.01.03"]
    assert codes("Larache, province de Larache") == ["01.331.01.03"]
    assert codes("Larache, Larache") == ["01.331", "01.331.01.03"]
    assert codes("Oujda (02.411.01.23)") == ["02.411.01.23"]
    assert codes("Larache (province)") == ["01.331"]
    assert codes("Larache", within="MA-01") == ["01.331", "01.331.01.03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Région de l'Oriental (جهة الشرق)", ["02"]),
        ("Oujda وجدة", ["02.411.01.23"]),
        ("جماعة وجدة / Commune d'Oujda", ["02.411.01.23"]),
        ("Larache – العرائش", ["01.331", "01.331.01.03"]),
        ("Larache (إقليم العرائش)", ["01.331", "01.331.01.03"]),
        ("Commune de Larache - جماعة العرائش", ["01.331.01.03"]),
        ("Fès (Fez)", ["03.231", "03.231.01.0"]),
        ("Oujda - الناضور", []),
    ],
)
def test_a_name_in_two_scripts_must_agree(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_english_names_of_the_regions() -> None:
    names = (
        "Tangier-Tetouan-Al Hoceima|Oriental|Fez-Meknes|Rabat-Sale-Kenitra|Beni Mellal-Khenifra"
        "|Casablanca-Settat|Marrakesh-Safi|Draa-Tafilalet|Souss-Massa|Guelmim-Oued Noun"
        "|Laayoune-Sakia El Hamra|Dakhla-Oued Eddahab"
    )
    assert [codes(f"{name}, Morocco") for name in names.split("|")] == [[f"{n:02}"] for n in range(1, 13)]


@pytest.mark.parametrize(
    "text",
    [
        "Oujda, Settat",
        "Oujda, Nulle-Part",
        "Province de Rabat",
        "Commune",
        "Commune région",
        "Conseil",
        "",
        " , ",
        "()",
    ],
)
def test_no_match_rather_than_a_guess(text: str) -> None:
    found = find(text)
    assert (found.items, found.how, found.one, found.ambiguous) == ((), "none", None, False)


def test_unknown_place_or_kind_leaves_no_match() -> None:
    assert codes("Oujda", within="Nulle-Part") == []
    assert codes("Oujda", kind="county") == []
    assert codes("02.411.01.23", kind="province") == []
    assert codes("02.411.01.23", within="03") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("24110123", "02.411.01.23"),
        ("2.411.01.23", "02.411.01.23"),
        ("2411", "02.411"),
        ("2", "02"),
        ("1511010", "01.511.01.0"),
        ("08.411.01.23", "02.411.01.23"),
        ("Rabbat", "04.421"),
        ("Commune de Rabbat", "04.421.01.0"),
        ("Ouajda", "02.411.01.23"),
        ("Province de Rabat", "04.421"),
        ("Oujda, Settat", "02.411.01.23"),
        ("جماعة العرايشش", "01.331.01.03"),
    ],
)
def test_suggestions_are_no_matches(text: str, first: str) -> None:
    found = find(text)
    assert found.items == ()
    assert found.suggestions[0].code == first
    assert len(found.suggestions) <= 5


@pytest.mark.parametrize("text", ["", "99", "MA-XXX", "Xyzzy Qwerty", "Commune"])
def test_nothing_near(text: str) -> None:
    assert find(text).suggestions == ()


@pytest.mark.parametrize("code", ["Oujda", "24110123", "02-411", "", "MA", "2411", "02.411.01.23 "])
def test_get_takes_codes_only(code: str) -> None:
    assert get(code) is None


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    found = find(text)
    assert found.query == text
    assert (found.how == "none") == (not found.items)


def test_territories_and_matches_are_values() -> None:
    found = find("Larache")
    assert pickle.loads(pickle.dumps(found)) == found
    assert len({*found.items, *find("العرائش").items}) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Commune de Tiznit, Maroc", "Commune de Tiznit"),
        ("Ouled Said, Settat", "Ouled Said"),
        ("Fès (Fez)", "Fès (Fez)"),
        ("Oujda (02.411.01.23)", "Oujda (02.411.01.23)"),
        ("Tiznit, Tunisie", "Tiznit, Tunisie"),
        ("Nowhere, Maroc", "Nowhere, Maroc"),
        ("", ""),
    ],
)
def test_a_name_without_the_places_it_lies_in(text: str, name: str) -> None:
    assert territories.without_places(text) == name
