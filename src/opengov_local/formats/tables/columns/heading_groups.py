"""Headings in the light of those above them: years, funders and sums below one of money; "Cible" below "Indicateur"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from opengov_local.formats.tables.columns.funder_columns import FUNDER_NAMES, is_no_funder
from opengov_local.formats.tables.columns.indicator_columns import measure_of
from opengov_local.formats.tables.columns.measure_parts import measure_below
from opengov_local.formats.tables.columns.period_bounds import bound_below, planned_rate, rate_below
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, WITHIN, Recognised
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import heads, phrases, says
from opengov_local.formats.wording.headings.vocabulary import language_named, recognise
from opengov_local.formats.wording.words.units import said_once, unit_in
from opengov_local.importing.words import fold

_FUNDS = frozenset({"budget.amount", "budget.total", "budget.funder", "resources.financial"})
_OF_MONEY = (*_FUNDS, "budget.share", "budget.currency", "status", "end", "start", "completed_on", "done_or_due")
_SUMS = frozenset({"budget.amount", "budget.total"})
_ENDS = frozenset({"start", "end", "milestone.start", "milestone.end", "commitment.start", "commitment.end"})
"""What headings say that stand below "Réel" and "Prévu"; the model has no field for when something really began."""
_YEAR = re.compile(
    r"\s*(?:(?:ann[ée]e|exercice|year|fy|año|ejercicio|سنة|السنة)\s+)?(?P<year>(?:19|20)[0-9]{2})\s*(?P<unit>[(\[][^()\[\]]*[)\]])?\s*",
    re.IGNORECASE,
)


def under_groups(
    chain: Sequence[str], meaning: Recognised | None, own: tuple[tuple[str, str], ...]
) -> tuple[str, Recognised | None] | None:
    """Reads a heading in the light of those above it: years and funders below one of money, in either order.

    Args:
        chain: the headings above each other, the lowest last.
        meaning: what the lowest means by itself.
        own: a council's own headings.

    Returns:
        The heading as all together say it, and what it means, if the model has it; None where the others add nothing.
    """
    if (parted := _parting(chain, meaning, own)) is not None:
        return f"{chain[-2]} {chain[-1]}", *parted
    above = [recognise(over, own) for over in chain[:-1]]
    if above and above[-1] and (tongue := language_named(chain[-1])):
        return f"{chain[-2]} ({chain[-1]})", replace(above[-1], text_language=tongue)
    if _year_in(chain[-1]):
        of_money = Recognised("budget.amount", STRIPPED)
        above = [of_money if _is_of_paying(over, held) else held for over, held in zip(chain, above, strict=False)]
    shared = any(heads("share_group", over) for over in chain[:-1])
    group = next((found for found in above if found and found.target in _FUNDS), None)
    if shared and (meaning is None or meaning.target.startswith(FUNDER_NAMES)):
        group = group or Recognised("budget.amount", STRIPPED)
    if group is None:
        return _in_group(chain, above[-1], meaning) if above and above[-1] else None
    return _below_money(chain, [*above, meaning], group, sure=shared or group.target == "budget.funder")


def _parting(
    chain: Sequence[str], meaning: Recognised | None, own: tuple[tuple[str, str], ...]
) -> tuple[Recognised | None] | None:
    """Gives what a heading means that parts a time, a rate or a measure above it; None where it parts none."""
    *above, lowest = chain
    if planned_rate(above, lowest, own):
        return (None,)
    if (rate := rate_below(above, lowest, own)) is not None:
        return rate
    if above and meaning and meaning.target in _ENDS and heads("real_time", above[-1]):
        return (replace(meaning, target="completed_on") if meaning.target.endswith("end") else None,)
    part = bound_below(above, lowest, own) or measure_below(above, lowest, own)
    return None if part is None else (part,)


def _year_in(heading: str) -> int | None:
    """Gives the year that a heading is, alone, with the word for it or with a unit: "2026 (DH)", "Année 2026"."""
    found = _YEAR.fullmatch(heading)
    alone = found is not None and (found["unit"] is None or bool(unit_in(found["unit"])))
    return int(found["year"]) if found is not None and alone else None


def _is_of_paying(heading: str, meaning: Recognised | None) -> bool:
    """Tells whether a heading is of a schedule of sums, by its unit: "Échéancier (KDH)"."""
    return meaning is not None and meaning.target == "schedule" and any(map(unit_in, BRACKETS.findall(heading)))


def _below_money(
    chain: Sequence[str], meanings: Sequence[Recognised | None], group: Recognised, *, sure: bool
) -> tuple[str, Recognised | None] | None:
    """Reads a heading below one of money; `sure` where nothing but funders can be meant by names."""
    heading = chain[-1]
    years = [year for over in chain if (year := _year_in(over))]
    year = years[-1] if years else group.year
    if any(map(_is_spent, chain[1:])):
        return " ".join(chain[-2:]), None
    named = [over for over, found in zip(chain, meanings, strict=True) if _names_funder(over, found)]
    if named and said_once(unit := heading.strip(" ()[]")):
        return f"{chain[-2]} ({unit})", group
    if not named and (_year_in(heading) or _is_planned(heading) or says("cost_word", heading)):
        amount = group if group.target.startswith("budget.") else replace(group, target="budget.amount")
        return f"{chain[-2]} {heading}", replace(amount, year=year)
    for kind, target in (("sum", "budget.total"), ("origin", "budget.funder")):
        if fold(heading) in phrases(f"{kind}_heading"):
            return heading, replace(group, target=target, score=STRIPPED, year=year if kind == "sum" else group.year)
    is_sum = _year_in(heading) or ((meaning := meanings[-1]) and meaning.target in _SUMS)
    if named and (named[-1] == heading or is_sum):
        score = STRIPPED if sure or says("funder_word", named[-1]) else WITHIN
        return named[-1], Recognised("budget.share", score, year=year)
    return None


def in_funds(headings: Sequence[str], own: tuple[tuple[str, str], ...]) -> bool:
    """Tells whether one of the headings above each other is of money: what stands below it may be funders' names."""
    found = (recognise(over, own) for over in headings)
    return any(map(partial(heads, "share_group"), headings)) or any(one.target in _FUNDS for one in found if one)


def _is_spent(heading: str) -> bool:
    """Tells whether a heading below one of money is of what was spent or is left, for which the model has no field."""
    said = says("spent_word", heading) or heads("done", heading) or heads("spent", heading)
    return said or heading.strip(" ()") == "%"


def _is_planned(heading: str) -> bool:
    """Tells whether a heading below one of money says that it is planned: "Prévu", "Alloué", «المبرمجة»."""
    return heads("planned", heading) or heads("planned_money", heading)


def _names_funder(heading: str, meaning: Recognised | None) -> bool:
    """Tells whether a heading below one of money may name a funder: it is not of money itself, no year, no total."""
    if _year_in(heading) or any(
        heads(kind, heading) for kind in ("sum", "origin", "share_group", "planned", "planned_money")
    ):
        return False
    return not is_no_funder(heading) and (meaning is None or meaning.target not in _OF_MONEY)


def _in_group(chain: Sequence[str], group: Recognised, meaning: Recognised | None) -> tuple[str, Recognised] | None:
    found = _qualified(group, chain[-1], meaning) if group.score >= STRIPPED else None
    return (f"{chain[-2]} {chain[-1]}", found) if found else None


def _qualified(group: Recognised, heading: str, meaning: Recognised | None) -> Recognised | None:
    """Reads a heading that says little alone by its group: "Libellé" and "Cible" below "Indicateur"."""
    if group.target == "indicator" and meaning and (other := measure_of(meaning)):
        return replace(meaning, target=other)
    if not heads("neutral", heading):
        return None
    if meaning is not None and meaning.target != "commitment.title":
        return None
    named = group.target == "lead" and fold(heading) in phrases("name_heading")
    return replace(group, target="lead.person" if named else group.target, score=STRIPPED)
