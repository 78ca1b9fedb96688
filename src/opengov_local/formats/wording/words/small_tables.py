"""Small tables of a form: who pays how much and when, and what is measured from where to where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from opengov_local.formats.wording.headings.heading_meanings import value_before_target
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.dates.words import words_of_kind
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

KINDS: Final = frozenset({"indicator", "budget"})
"""What small tables are of."""
_TOTAL: Final = "budget.total"
_NAMES: Final = frozenset(
    {"commitment.title", "milestone.title", "milestone.list", "axis", "axis.2", "axis.3", "action", "objectives"}
)
"""What a column names whose table lists something else than money or measures."""
_MEASURES: Final = frozenset({"indicator.baseline", "indicator.target", "indicator.value", "indicator.unit"})
_OF_YEARS: Final = frozenset({"budget.amount", "indicator.value"})
_ONCE: Final = frozenset({"budget.funder", "budget.amount", "budget.year", "budget.label", "indicator", *_MEASURES})
_BESIDE: Final = "beside"
"""Kind of the words that ask for a measure right below an indicator alone."""
_LONGEST: Final = 80
_BRACKETED: Final = re.compile(r"\s*(.+?)\s*[(\[]([^()\[\]]+)[)\]]\s*[:：]?\s*")
_YEAR: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")


@cache
def _words() -> Mapping[tuple[str, str], str]:
    """Gives what words mean in a small table of a kind, `budget` or `indicator`, by kind and folded word."""
    found: dict[tuple[str, str], str] = {}
    for row in rows_of("opengov_local.formats.wording", "small_tables.csv"):
        for word in row["words"].split("|"):
            found.setdefault((row["target"].partition(".")[0], fold(word)), row["target"])
    return found


def targets_of(headings: Sequence[str]) -> tuple[str, ...] | None:
    """Gives what the columns of a small table hold, "" for those that nobody knows; None for headings of other tables.

    A table of funders has a column of funders, or of what is paid for, and one of amounts; a table of indicators one of
    indicators and one of their measures. Neither names commitments or milestones.
    """
    if len(headings) < 2 or any(len(heading) > _LONGEST for heading in headings):
        return None
    for kind, fits in (("indicator", _measures), ("budget", _funds)):
        found = tuple(_target(heading, kind) for heading in headings)
        if (fits(found) or (kind == "budget" and _of_years(found, headings))) and not any(
            _names(heading, target) for heading, target in zip(headings, found, strict=True)
        ):
            return _with_start(_once(found, headings), headings)
    return None


def _with_start(found: tuple[str, ...], headings: Sequence[str]) -> tuple[str, ...]:
    """Takes the only value, if it is of a year alone and before the target, for where all starts: "Situation 2024"."""
    places = value_before_target(found)
    if places is None:
        return found
    at, aim = places
    year, aimed = year_of(headings[at]), year_of(headings[aim])
    starts = is_plain_value(headings[at]) and year is not None and (aimed is None or year < aimed)
    return (*found[:at], "indicator.baseline", *found[at + 1 :]) if starts else found


def is_plain_value(heading: str) -> bool:
    """Tells whether a heading says of a value only that it is one, and when: "Valeur 2024", "Situation en 2024"."""
    return fold(_bare(heading)) in phrases("plain_value")


def asks_state(heading: str) -> bool:
    """Tells whether a heading asks for a state or a kind as often as for a number: "Situation", "Niveau 2025"."""
    return _words().get(("loose", fold(_bare(heading)))) == "loose.value"


def _measures(found: Sequence[str]) -> bool:
    return "indicator" in found and bool(_MEASURES & set(found))


def _funds(found: Sequence[str]) -> bool:
    return "budget.amount" in found and bool({"budget.funder", "budget.label"} & set(found))


def _of_years(found: Sequence[str], headings: Sequence[str]) -> bool:
    """Tells whether headings are "Année" and "Montant"; a year alone that heads a column of amounts is none of them."""
    words = {target for target, heading in zip(found, headings, strict=True) if _bare(heading)}
    return {"budget.year", "budget.amount"} <= words


def _target(heading: str, kind: str) -> str:
    """Gives what a heading means in a table of a kind: by the words of small tables, else by those of tables."""
    said = surely(heading)
    found = (said.target, *said.alternatives) if said is not None else ()
    own = next((each for each in found if each.partition(".")[0] == kind), None)
    if own is not None:
        return own if own != _TOTAL else "budget.amount"
    bare = _bare(heading)
    if kind == "budget" and not bare and year_of(heading):
        return "budget.amount"
    return _words().get((kind, fold(bare))) or (said.target if said is not None else "")


def _names(heading: str, target: str) -> bool:
    """Tells whether a heading names commitments or milestones and nothing that small tables have."""
    return target in _NAMES and bool(heading)


def measure_of(label: str) -> str:
    """Gives the measure of an indicator that a label can ask for, as `baseline` or `target`; "" where it asks for none.

    Most such words ask for other things too: "Référence" for a number, "Cible" for those reached, «الهدف» for the aim.
    """
    kind, _, measure = _target(label, "indicator").partition(".")
    if kind != "indicator" or not measure:
        kind, _, measure = _words().get((_BESIDE, fold(_bare(label))), "").partition(".")
    return measure if f"indicator.{measure}" in _MEASURES else ""


def measure_in_brackets(label: str, *, number: bool) -> str:
    """Gives the measure that a label asks for whose brackets say so, "Cible (valeur)"; "" for others.

    A year in them, "Référence (année 0)", says so where the answer is a mere `number`.
    """
    if (found := _BRACKETED.fullmatch(label)) is None:
        return ""
    *before, last = fold(found[2]).split() or [""]
    told = _words().get(("bracket", " ".join((*before, last)))) == "bracket.value"
    year = number and last.isdecimal() and (_words().get(("bracket", " ".join(before))) or len(last) == 4 > len(before))
    return measure_of(found[1]) if told or year else ""


def year_of(heading: str) -> int | None:
    """Gives the one year that a heading of measures or amounts names: "Cible 2027", "2025 (DH)"."""
    years = set(_YEAR.findall(heading))
    return int(years.pop()) if len(years) == 1 else None


def _bare(heading: str) -> str:
    """Takes brackets and a year off a heading: "Valeur (2025)", "Contribution en DH"."""
    words = heading.replace("(", " ").replace(")", " ").split()
    dated = _YEAR.search(heading) is not None
    kept = [word for word in words if not (word.isdecimal() and len(word) == 4) and fold(word) not in _UNITS]
    kept = [word for word in kept if not (dated and fold(word) in _OF_A_YEAR)]
    return " ".join(kept)


_OF_A_YEAR: Final = frozenset(map(fold, (*words_of_kind("year"), "لسنة", "برسم", "fin")))
"""What stands before a year: «القيمة المستهدفة سنة 2027»."""
_UNITS: Final = frozenset(map(fold, ("en", "dh", "dhs", "mad", "dirhams", "درهم", "بالدرهم", "in", "eur", "usd")))


def _once(found: Sequence[str], headings: Sequence[str]) -> tuple[str, ...]:
    """Gives each target to its first column; a second baseline is a value on the way, another second one is kept.

    Columns of amounts, targets and values that name different years are all read.
    """
    seen: set[tuple[str, int | None]] = set()
    once = []
    for target, heading in zip(found, headings, strict=True):
        name = "indicator.value" if target == "indicator.baseline" and (target, None) in seen else target
        key = (name, year_of(heading) if name in _OF_YEARS else None)
        once.append("" if key in seen and name in _ONCE else name)
        seen.add(key)
    return tuple(once)
