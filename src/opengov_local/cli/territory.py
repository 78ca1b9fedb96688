"""`territory`: find a region, province or commune."""

from __future__ import annotations

import argparse

from opengov_local import codelists, messages, territories
from opengov_local.cli.options import add_language, user_language
from opengov_local.errors import OptionError
from opengov_local.territories import Territory


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("text", nargs="+", metavar="TEXT")
    parser.add_argument("--kind", choices=territories.KINDS)
    parser.add_argument("--within", metavar="PLACE")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints what the text can mean; 0 when that is one place, 1 when it is none or several."""
    language = arguments.lang or user_language()
    text = " ".join(arguments.text)
    if arguments.within is not None:
        _check_place(arguments.within)
    found = territories.find(text, kind=arguments.kind, within=arguments.within)
    for territory in found.items:
        print(_line(territory, language))
    if found.ambiguous:
        print(messages.plural("ambiguous", len(found.items), language))
    elif not found.items and (elsewhere := territories.find(text).items):
        print(messages.ui("no-territory-so", language, text=found.query))
        for unit in elsewhere:
            print("  " + _line(unit, language))
    elif not found.items:
        print(messages.ui("no-territory", language, text=found.query))
        for near in found.suggestions:
            print("  " + _line(near, language))
    return 0 if found.one else 1


def _check_place(place: str) -> None:
    """Makes sure that a place is one, or holds something: a country, a kind word."""
    larger = (unit for kind in ("region", "province", "prefecture") for unit in territories.all(kind))
    if not territories.find(place).items and not any(territories.find(u.code, within=place).items for u in larger):
        raise OptionError("tool/unknown-place", name=place, command=f'opengov-local territory "{place}"')


def _line(territory: Territory, language: str) -> str:
    kind = codelists.get("collectivity_kind").label(territory.kind, language)
    above = [unit.label(language) for unit in territories.ancestors(territory.code)]
    place = f" ({(' · ').join(above)})" if above else ""
    iso = f"  {territory.iso}" if territory.iso else ""
    return f"{territory.code:<13} {territory.name_fr} · {territory.name_ar}  {kind}{place}{iso}"
