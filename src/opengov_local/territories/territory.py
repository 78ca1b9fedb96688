"""Territory: one region, prefecture, province, commune or arrondissement of the reference list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["region", "prefecture", "province", "prefecture_of_arrondissements", "commune", "arrondissement"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Milieu = Literal["urban", "rural"]


@dataclass(frozen=True, slots=True)
class Territory:
    """A unit of the reference list.

    Attributes:
        code: HCP code géographique with its dots and leading zeros ("02.411.01.23"); never a number.
        kind: what the unit is; arrondissements and their prefectures are no territorial collectivities.
        name_fr: name in French, as the source writes it.
        name_ar: name in Arabic, as the source writes it.
        parent: HCP code of the unit above, by our own hierarchy; None for a region.
        milieu: urban or rural, for communes only; inferred by the source from the order of its rows.
        iso: ISO 3166-2 code, for regions, prefectures and provinces ("MA-02").
        geonames: GeoNames id as text, for the same units.
        country: ISO 3166-1 code of the country.
    """

    code: str
    kind: Kind
    name_fr: str
    name_ar: str
    parent: str | None = None
    milieu: Milieu | None = None
    iso: str | None = None
    geonames: str | None = None
    country: str = "MA"

    @property
    def name(self) -> dict[str, str]:
        """The names by language: {"fr": …, "ar": …}."""
        return {"fr": self.name_fr, "ar": self.name_ar}

    @property
    def digits(self) -> str:
        """The code without dots: 2 digits for a region, 5 for a prefecture or province, 9 below."""
        plain = self.code.replace(".", "")
        return plain.zfill(9) if len(plain) > 5 else plain

    def label(self, language: str) -> str:
        """Gives the name in Arabic for "ar", else in French: the list holds no other language."""
        return self.name_ar if language == "ar" else self.name_fr
