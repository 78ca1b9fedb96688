"""Collectivities are named so that their kind and country can be read again, wherever they lie."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from opengov_local import codelists, territories
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.ogp_pages.tables import names_of_countries
from opengov_local.formats.paper.composing import scribe_for
from opengov_local.formats.paper.whose import KINDS, whose
from opengov_local.formats.word.drafting.whose import told_in
from opengov_local.model import Package

LANGUAGES = ("ar", "fr", "en")


def written(language: str, *collectivities: Mapping[str, object]) -> list[str]:
    """Gives the lines that name some collectivities."""
    there = [{"id": f"test.x:c-{number}", **each} for number, each in enumerate(collectivities)]
    package = Package.model_validate({"schema_version": "0.1", "id": "test.x:package", "collectivities": there})
    scribe = scribe_for(package, language, labels(), with_contacts=False)
    return [line.text for line in whose(scribe, [each.id for each in package.collectivities])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_country_is_read_as_it_was_written(language: str) -> None:
    kinds = [each.code for each in codelists.get(KINDS)] + ["parish_council"]
    countries = [*names_of_countries("en"), "XZ"]
    cases = [(kind, countries[number % len(countries)]) for number, kind in enumerate(kinds * 20)]
    cases += [("commune", country) for country in countries]
    name = {"ar": "المكان", "fr": "Lieu", "en": "Place"}[language]
    lines = written(language, *({"name": {language: name}, "kind": k, "country": c} for k, c in cases))
    assert [told_in(line)[:] for line in lines] == [(name, *case) for case in cases]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_that_say_their_kind_and_names_with_brackets(language: str) -> None:
    cases = [
        ("Commune de Cocody", "commune", "CI"),
        ("Préfecture d’arrondissements de l’Est", "prefecture_of_arrondissements", "TN"),
        ("Comuna (vieja)", "municipality", "ES"),
        ("Ville, la Neuve", "municipality", "BJ"),
    ]
    lines = written(language, *({"name": {language: n}, "kind": k, "country": c} for n, k, c in cases))
    assert [told_in(line)[:] for line in lines] == cases


def test_the_country_is_said_where_the_name_does_not_tell_it() -> None:
    agadir = {"name": {"fr": "Agadir"}, "kind": "commune", "country": "MA"}
    other = {"identifiers": [{"scheme": "MA-HCP", "value": "02.411.01.23"}]}
    lines = written("fr", agadir, {**agadir, "country": "TN"}, {**agadir, "kind": "region"}, {**agadir, **other})
    assert lines == [
        "Agadir (commune)",
        "Agadir (commune, Tunisie)",
        "Agadir (région, Maroc)",
        "Agadir (commune, Maroc)",
    ]


def test_no_name_of_the_register_needs_its_country_unless_several_bear_it() -> None:
    units = [unit for unit in territories.all() if unit.kind in ("region", "prefecture", "province")]
    places = [{"name": {"fr": unit.name_fr, "ar": unit.name_ar}, "kind": unit.kind, "country": "MA"} for unit in units]
    for language in ("fr", "ar"):
        assert not [line for line in written(language, *places) if told_in(line).country]
