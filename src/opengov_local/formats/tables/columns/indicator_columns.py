"""What columns mean beside an indicator: where it starts, what it should reach and by when, what was reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Recognised, value_before_target
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.dates import find_dates
from opengov_local.importing.words import fold, read_number
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.importing.words.percent import has_percent

_AIMS = frozenset({"objectives", "beneficiaries"})
"""Targets of headings that may mean where an indicator should arrive: "Objectif", "Cible"."""
_KINDS = {
    "baseline_heading": "indicator.baseline",
    "reached_heading": "indicator.value",
    "aim_heading": "indicator.target",
    "advance_heading": "advance",
}
"""Headings that mean a measure only beside the indicator that they measure: "Référence 2024", "Réalisé"."""
_ADVANCE = "advance"
"""What headings such as "Avancement 2025" mean: a value of the indicator, unless their cells are rates."""
_BETWEEN = ("commitment.title", "axis", "evidence", "lead", "end", "schedule", "group", "additional_information")
"""Beginnings of targets that may stand between the measures of an indicator where no activities do."""
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_SIGNS = re.compile(r"[()\[\]]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_AMONG = re.compile(r"(?:^|\s)[0-9]+(?:[.,][0-9]+)?(?=\s|$)")
"""A number among words, which no code is: "env. 20", "12 (2023)"."""
_DATED = {"indicator.baseline_date": "indicator.baseline", "indicator.target_date": "indicator.target"}
"""Columns of the years of measures, and what they are where their cells are no years: "Année de référence 2024"."""


def measure_of(meaning: Recognised) -> str | None:
    """Gives the measure that a heading means beside an indicator, if it can mean one."""
    other = next((name for name in meaning.alternatives if name.startswith("indicator.")), None)
    return other or ("indicator.target" if meaning.target in _AIMS else None)


def is_aim(meaning: Recognised) -> bool:
    """Tells whether a heading alone may mean what a project is to reach, and is no measure: "Objectif", "Cible"."""
    return meaning.target in _AIMS and not meaning.alternatives and not meaning.year


def plain_measure(heading: str) -> str | None:
    """Gives the measure that a heading surely means beside an indicator: "Situation de départ" is its baseline."""
    kind = _kind(heading)
    return kind if kind and kind != _ADVANCE else None


def of_indicators(
    headings: Sequence[Placed], meanings: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes targets, baselines and values for those of the indicator that stands before them.

    An aim ("Objectif 2027") is a target where its heading has a year, or its cells are mostly numbers. "Référence" is a
    baseline, and "Réalisé" a value where there is a target, if they follow the indicator with little between them.

    Args:
        headings: position, heading and first meaning of each column, left to right.
        meanings: what they mean so far.
        grid: the sheet.
        first: the row below the headings.
    """
    if not any(meaning and meaning.target.partition(".")[0] == "indicator" for meaning in meanings):
        return meanings
    start = next((at for at, meaning in enumerate(meanings) if meaning and meaning.target == "indicator"), None)
    if start is None:
        return [_of_money(meaning, meanings) for meaning in meanings]
    found = list(meanings)
    for (position, _, _), (at, meaning) in zip(headings, enumerate(meanings), strict=True):
        if at < start or meaning is None or (other := measure_of(meaning)) is None:
            continue
        if not is_aim(meaning) or are_measures(grid.sample_of(position, first)):
            found[at] = replace(meaning, target=other)
    _measures_behind(start, headings, found, grid, first)
    _followers(start, headings, found)
    _two_baselines(headings, found)
    _first_value(headings, found)
    for at, meaning in enumerate(found):
        if meaning and meaning.target in _DATED and not _holds_years(headings[at][0], grid, first):
            found[at] = replace(meaning, target=_DATED[meaning.target])
    return _last_target(headings, found)


def _measures_behind(
    start: int, headings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int
) -> None:
    """Takes what says little alone for measures, from the indicator on to the first column of something else."""
    steps = any(meaning and meaning.target.startswith("milestone.") for meaning in found)
    run: list[tuple[int, str]] = []
    measured = False
    for at in range(start + 1, len(found)):
        meaning, kind = found[at], _kind(headings[at][1])
        if kind == _ADVANCE:
            kind = "" if steps or _holds_rates(headings[at][0], grid, first) else "indicator.value"
        if kind and not _holds_measures(headings[at][0], grid, first):
            kind = ""
        if kind and not (meaning and meaning.target.startswith("indicator.")):
            run.append((at, kind))
        elif meaning is not None and meaning.target.startswith("indicator"):
            measured = measured or meaning.target in ("indicator.target", "indicator.baseline")
        elif steps or (meaning is not None and not meaning.target.startswith(_BETWEEN)):
            break
    if not measured and all(kind == "indicator.value" for _, kind in run):
        return
    for at, kind in run:
        held = found[at] or Recognised(kind, STRIPPED)
        found[at] = replace(held, target=kind, alternatives=(), period="", score=max(held.score, STRIPPED))


@lru_cache(maxsize=1 << 10)
def _kind(heading: str) -> str:
    """Gives the measure that a heading without its dates means beside an indicator, "" where it means none.

    Behind a year alone, brackets say what is measured: "2024 (référence)".
    """
    words = _BRACKETS.sub("", heading)
    if _YEAR.fullmatch(plain_digits(words).strip()):
        words = _SIGNS.sub(" ", heading[len(words) :])
        if (meaning := surely(words.strip())) is not None and meaning.target.startswith("indicator."):
            return meaning.target
    for dated in reversed(find_dates(words)):
        if dated.reading.qualifier == "expected":  # "Prévu 2027"
            return "indicator.target"
        words = words[: dated.start] + words[dated.end :]
    return _kinds().get(_unfilled(_YEAR.sub("", words)), "")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Gives the measure of each phrase that means one, without its small words."""
    return {_unfilled(phrase): target for kind, target in reversed(_KINDS.items()) for phrase in phrases(kind)}


def _unfilled(words: str) -> str:
    return " ".join(word for word in fold(words).split() if word not in phrases("period_filler"))


def _followers(start: int, headings: Sequence[Placed], found: list[Recognised | None]) -> None:
    """Takes "Responsable du suivi" behind an indicator, with no step between, for who follows it."""
    for at in range(start + 1, len(found)):
        if (meaning := found[at]) and meaning.target.startswith("milestone."):
            return
        if (meaning is None or meaning.target == "governance") and is_follower(headings[at][1]):
            found[at] = Recognised("indicator.collector", STRIPPED)


def is_follower(heading: str) -> bool:
    """Tells whether a heading asks beside an indicator who follows it."""
    return fold(_BRACKETS.sub("", heading)) in phrases("follower_heading")


def _two_baselines(headings: Sequence[Placed], found: list[Recognised | None]) -> None:
    """Of two baselines, takes that of the present for a value: "Valeur de référence" beside "Valeur actuelle"."""
    starts = [at for at, meaning in enumerate(found) if meaning and meaning.target == "indicator.baseline"]
    present = [at for at in starts if fold(_BRACKETS.sub("", headings[at][1])) in phrases("present_heading")]
    if len(starts) == 2 and len(present) == 1 and (held := found[present[0]]):
        found[present[0]] = replace(held, target="indicator.value")


def _first_value(headings: Sequence[Placed], found: list[Recognised | None]) -> None:
    """Takes the only value, if it is of a year alone and before the target, for where all starts: "Situation 2024"."""
    places = value_before_target([meaning.target if meaning else "" for meaning in found])
    if places is None:
        return
    at, aim = places
    words = _unfilled(_YEAR.sub("", headings[at].heading))
    years, aimed = (_YEAR.findall(headings[one].heading) for one in (at, aim))
    plain = words in _plain_values() and len(years) == 1 and (not aimed or years[0] < min(aimed))
    if plain and (held := found[at]):
        found[at] = replace(held, target="indicator.baseline", period="", alternatives=(), score=NEAR)


@lru_cache(maxsize=1)
def _plain_values() -> frozenset[str]:
    """Gives the words for a value that say nothing else of it, without their small words: "Valeur", "Situation"."""
    return frozenset(_unfilled(phrase) for phrase in phrases("plain_value"))


def _last_target(headings: Sequence[Placed], found: list[Recognised | None]) -> list[Recognised | None]:
    """Of targets for several years, takes that of the last for the target, and the others for steps towards it."""
    said = {at: set(_YEAR.findall(heading)) for at, (_, heading, _) in enumerate(headings)}
    aims = (at for at, meaning in enumerate(found) if meaning and meaning.target == "indicator.target")
    years = {at: int(min(said[at])) for at in aims if len(said[at]) == 1}
    last = max(years.values(), default=0)
    return [
        replace(meaning, target="indicator.step") if meaning and years.get(at, last) < last else meaning
        for at, meaning in enumerate(found)
    ]


def _of_money(meaning: Recognised | None, meanings: Sequence[Recognised | None]) -> Recognised | None:
    """Takes the unit in a table of amounts without indicators for that of the amounts."""
    money = any(other and other.target in ("budget.amount", "budget.total") for other in meanings)
    if money and meaning and meaning.target == "indicator.unit":
        return replace(meaning, target="budget.currency")
    return meaning


def holds_amounts(position: int, grid: Grid, first: int) -> bool:
    """Tells whether the cells of a column are numbers, and there are some."""
    said = grid.sample_of(position, first)
    return bool(said) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in said)


def _holds_measures(position: int, grid: Grid, first: int) -> bool:
    """Tells whether half of the cells of a column are numbers, or have one among words, and there are some."""
    said = grid.sample_of(position, first)
    among = sum(_AMONG.search(plain_digits(str(value))) is not None for value in said)
    return bool(said) and (2 * among >= len(said) or are_measures(said))


def are_measures(said: Sequence[Any]) -> bool:
    """Tells whether half of what the cells of a column say are numbers, with or without a unit."""
    read = (isinstance(value, str | int | float) and read_number(value).value is not None for value in said)
    return bool(said) and 2 * sum(read) >= len(said)


def _holds_rates(position: int, grid: Grid, first: int) -> bool:
    """Tells whether a cell of a column is shown as a percentage."""
    rows = grid.sampled(first)
    signed = (isinstance(value := grid.value(row, position), str) and has_percent(value) for row in rows)
    return any(signed) or any((row, position) in grid.percents for row in rows)


def _holds_years(position: int, grid: Grid, first: int) -> bool:
    """Tells whether the cells of a column are years, and there are some."""
    said = [plain_digits(str(value)).strip() for value in grid.sample_of(position, first)]
    return bool(said) and all(map(_YEAR.fullmatch, said))
