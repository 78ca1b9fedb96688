"""What headings mean: how a heading is recognised, and headings that ask for two things."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from opengov_local.formats.wording.headings.composed_headings import asks_for_measured, composed
from opengov_local.formats.wording.headings.heading_brackets import with_brackets
from opengov_local.formats.wording.headings.heading_keys import adds_nothing, key, unfilled
from opengov_local.formats.wording.headings.heading_lookup import in_the_table
from opengov_local.formats.wording.headings.heading_meanings import (
    EXACT,
    NEAR,
    STRIPPED,
    WITHIN,
    Own,
    Recognised,
    Target,
    named,
    targets,
)
from opengov_local.formats.wording.headings.heading_readings import BRACKETS, sides_in_scripts
from opengov_local.formats.wording.headings.heading_senses import sensed
from opengov_local.formats.wording.headings.heading_table import asked_in_forms, by_key, headings, near, within
from opengov_local.formats.wording.headings.phrases import begins, heads, phrases, says
from opengov_local.formats.wording.headings.plain_headings import NUMBERS
from opengov_local.importing.words import fold, read_amount
from opengov_local.importing.words.number_signs import SIGN_BESIDE_NAME
from opengov_local.importing.words.tables import AND, OR, any_of, short_words, written


@lru_cache(maxsize=1 << 14)
def recognise(heading: str, own: Own = ()) -> Recognised | None:
    """Tells what a heading means; None where nobody can tell.

    Args:
        heading: the heading as it stands there.
        own: a council's own headings: (folded heading, target).
    """
    return with_brackets(_recognise(heading, own), heading)


def _recognise(heading: str, own: Own) -> Recognised | None:
    text, spoken = _without_language(heading)
    if found := _as_it_stands(heading, own) or _in_two_languages(text, own, recognise) or _joined(text, own):
        return found
    if found := _title_and_more(text, own):
        return found
    words = fold(BRACKETS.sub("", text))
    if pairs := by_key().get(unfilled(key(words))) or within(words):
        return None if _is_of_money(pairs[0][0], text) else named(pairs, WITHIN, spoken, None, None)
    if any(words in phrases(kind) for kind in ("sum_heading", "total", "other_heading")) or begins("count_word", text):
        return None
    return named(pairs, NEAR, spoken, None, None) if (pairs := near(words)) else None


@lru_cache(maxsize=1 << 14)
def surely(heading: str, own: Own = ()) -> Recognised | None:
    """Tells what a heading means as `recognise` does, if the score is 95 at least; of other texts it tells quickly."""
    text = _without_language(heading)[0]
    found = _as_it_stands(heading, own) or _in_two_languages(text, own, surely) or _joined(text, own)
    found = with_brackets(found, heading)
    return found if found and found.score >= STRIPPED else None


@lru_cache(maxsize=1 << 10)
def of_plan(label: str) -> Recognised | None:
    """Tells what a label above a table or on a cover page means: as a heading, else as forms have it of the plan."""
    found = recognise(label)
    if found is not None and found.score >= STRIPPED:
        return found
    pairs = asked_in_forms(("plan",)).get(fold(label))
    own = pairs is not None and targets()[pairs[0][0]].scope == "plan"  # whose plan it is, each place says its own way
    return named(pairs, STRIPPED, None, None, None) if pairs and own else found


_MARKS = " \u00a0\t:：*"


def _without_language(heading: str) -> tuple[str, str | None]:
    """Takes the language off the end of a heading."""
    heading = heading.strip(_MARKS)
    if found := _language().search(heading):
        name = next(part for part in found.groups() if part)
        return heading[: found.start()], short_words("language_name")[fold(name)]
    return heading, None


@cache
def _language() -> re.Pattern[str]:
    """Makes the pattern of the language of its cells that a heading ends with: "Titre (FR)", «العنوان بالعربية»."""
    names = any_of(written("language_name"))
    return re.compile(
        rf"\s*(?:[(\[]\s*(?:en |in |version )?({names})\s*[)\]]|[/_:|–-]\s*({names})|\s(?:en|in|version)\s({names})"
        r"|\s(بالعربية|بالفرنسية|بالأمازيغية))\s*$",
        re.IGNORECASE,
    )


def language_named(heading: str) -> str:
    """Gives the language that a heading names and nothing else: "FR", «بالعربية»; "" for any other."""
    return short_words("language_name").get(fold(heading), "")


def _as_it_stands(heading: str, own: Own) -> Recognised | None:
    """Looks a heading up; nothing but brackets, language, number and year may stand around it."""
    text, spoken = _without_language(heading)
    mine = dict(own)
    if asks_for_measured(text):
        return Recognised("indicator", STRIPPED, text_language=spoken)
    if symbol := _SYMBOLS.get(heading.strip()):
        return Recognised(symbol, STRIPPED)
    if numbered := _number_of(heading) or _sums_of_year(text):
        return numbered
    for whole in (heading, text):
        if (folded := fold(whole)) in mine:
            return Recognised(mine[folded], EXACT, text_language=spoken)
    rated = _names_rate(text)
    if not rated and (found := in_the_table(text, spoken)):
        return _of_rate(found, text)
    named = "progress" if rated else "commitment.title" if levels_in(text) else ""
    return Recognised(named, STRIPPED, text_language=spoken) if named else None


def _of_rate(found: Recognised, text: str) -> Recognised | None:
    """Takes a state or words with the sign of rates for one, "Degré d'avancement en %"; a rate of money for none."""
    rated = found.target in ("status", "update.text") and _RATE.search(text)
    if _is_of_money("progress" if rated else found.target, text):
        return None
    if found.target.startswith("contribution.") and (unit := BRACKETS.search(text)) and _names_currency(unit[0]):
        return replace(found, target="budget.amount", alternatives=())  # what a partner pays, not what a citizen says
    return replace(found, target="progress") if rated else found


def _sums_of_year(text: str) -> Recognised | None:
    """Takes a year, or a word for shares, with a currency for sums: "2026 (DH)", "Part (DH)"."""
    unit = BRACKETS.search(text)
    if unit and fold(BRACKETS.sub("", text)) in phrases("share_word") and _names_currency(unit[0]):
        return Recognised("budget.amount", STRIPPED)
    found = _YEAR.fullmatch(text)
    return Recognised("budget.amount", STRIPPED, year=int(found[1])) if found and _names_currency(found[2]) else None


def _names_currency(unit: str) -> bool:
    """Tells whether brackets behind a heading name a currency: "(en DH)"."""
    return read_amount(f"1 {unit.strip('()[] ').removeprefix('en ').removeprefix('in ')}").currency is not None


def _names_rate(text: str) -> bool:
    """Tells whether a heading is the sign of rates and what it is a rate of: "% de réalisation"."""
    if not _RATE.match(text) or _is_of_money("progress", text):
        return False
    named = [f"{rate} {fold(text)}" for rate in phrases("rate_word")]
    return any(composed(each) for each in named) or any(
        found.target == "progress" for found in map(sensed, named) if found
    )


def _is_of_money(target: str, text: str) -> bool:
    """Tells whether a rate is one of what was spent or committed, which says nothing of how far a project is."""
    return target in ("progress", "status") and says("rate_of_money", text)


_YEAR = re.compile(r"((?:19|20)[0-9]{2})\s*([(\[][^()\[\]]+[)\]])")
_RATE = re.compile(r"^\s*[%٪]|[%٪]\s*\)?\s*$")
_NUMBER_SIGN = re.compile(rf"^\s*{SIGN_BESIDE_NAME}\s*(?=\S)|(?<=\S)\s*{SIGN_BESIDE_NAME}\s*$")
_NUMBERED = {
    **NUMBERS,
    "group": "group",
    **dict.fromkeys(
        ("contribution.proposal", "contribution.text", "contribution.recommendation"), "contribution.number"
    ),
}
"""Targets of names and texts, and those of the numbers that a sign beside the name asks for."""
_SYMBOLS = {"#": "commitment.number", "№": "commitment.number", "%": "progress", "٪": "progress"}
"""Headings without a letter."""


def _number_of(heading: str) -> Recognised | None:
    """Reads a heading that is a title's with a sign for numbers before or behind it: "Commitment #"."""
    bare, count = _NUMBER_SIGN.subn("", heading)
    pairs = headings().get(fold(bare)) if count == 1 and not _is_known(heading, bare) else None
    target = _NUMBERED.get(pairs[0][0]) if pairs else None
    return Recognised(target, STRIPPED, frozenset(language for _, language in pairs or ())) if target else None


def _is_known(heading: str, without_sign: str) -> bool:
    """Tells whether the table has a heading with its sign for numbers, which is a word: "Commitment no."."""
    return (whole := fold(heading)) != fold(without_sign) and whole in headings()


_PARTS = re.compile(r"\s*[/|\n–]\s*|\s+-\s+")
_BETWEEN = re.compile(rf"\s*[/|\n,،;–]\s*|\s+-\s+|\s+(?:{AND}|{OR})\s+|\s+و(?=ال)", re.IGNORECASE)
_LEVELS = ("axis", "axis.2", "axis.3", "commitment.title", "milestone.title")


@lru_cache(maxsize=1 << 10)
def levels_in(heading: str) -> tuple[str, ...]:
    """Gives the levels that a heading names together, as targets: "Axe / Projet / Activité"; empty for any other."""
    parts = [part for part in _BETWEEN.split(heading) if part.strip()]
    if not 2 <= len(parts) <= len(_LEVELS):
        return ()
    named = [headings().get(fold(part), (("", ""),))[0][0] for part in parts]
    ranks = [_LEVELS.index(name) for name in named if name in _LEVELS]
    if len(ranks) < len(parts) or ranks != sorted(set(ranks)) or not set(named) & set(_LEVELS[3:]):
        return ()
    return tuple(named)


def _in_two_languages(text: str, own: Own, read: Callable[[str, Own], Recognised | None]) -> Recognised | None:
    """Reads a heading that is said twice: "Projet / المشروع"."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    parts = parts if len(parts) > 1 else list(sides_in_scripts(text))
    if len(parts) != 2:
        return None
    one, other = (read(part, own) for part in parts)
    if one and other and one.target == other.target:
        score = min(one.score, other.score, STRIPPED)
        return Recognised(one.target, score, ordinal=one.ordinal, year=one.year)
    return None


_IN_BRACKETS = re.compile(r"\s*([^()]+?)\s*\(\s*([^()]+?)\s*\)\s*")
_AND = re.compile(rf"\s+(?:{AND}|&)\s+|\s+و(?=\S{{3}})|\s*[/،]\s*", re.IGNORECASE)
_REMARKS = "additional_information"
_NOTHING = Target("", "", "", "")
_NAMES = ("axis", "commitment.", "milestone.", "indicator", "contribution.", "disposition.", "budget.")


def _joined(text: str, own: Own) -> Recognised | None:
    """Reads a heading of two words that mean the same together: "Contraintes et difficultés"; names are none.

    Remarks beside something that is told in words are told with it: "Observations et difficultés".
    """
    parts = _AND.split(text)
    found = [surely(part, own) for part in parts] if len(parts) == 2 else []
    targets_of = {each.target if each else "" for each in found}
    told = targets_of - {_REMARKS}
    sure = [each.target for each, part in zip(found, parts, strict=False) if each and not adds_nothing(fold(part))]
    if len(sure) == 1 and any(map(adds_nothing, map(fold, parts))) and targets()[sure[0]].reads == "text":
        targets_of = set(sure)
    if len(told) == 1 and targets().get(min(told), _NOTHING).reads == "update":
        targets_of = told
    target = targets_of.pop() if len(targets_of) == 1 else ""
    return Recognised(target, STRIPPED) if target and not target.startswith(_NAMES) else None


def title_and_text(text: str, own: Own) -> tuple[Recognised, Recognised] | None:
    """Gives what the two parts of a heading mean that asks for a title and something told with it."""
    bracketed = _IN_BRACKETS.fullmatch(text)
    parts = [surely(part, own) for part in (bracketed.groups() if bracketed else _AND.split(text))]
    if len(parts) != 2 or not (parts[0] and parts[1]) or targets()[parts[1].target].reads != "text":
        return None
    return (parts[0], parts[1]) if parts[0].target in ("commitment.title", "milestone.title") else None


def project_and_steps(text: str, own: Own) -> bool:
    """Tells whether a heading asks for a project and its activities at once: "Projet / Activités"."""
    parts = [surely(part, own) for part in _AND.split(text)]
    if len(parts) != 2 or not (parts[0] and parts[1]) or parts[0].target != "commitment.title":
        return False
    return parts[1].target.startswith("milestone.") or heads("action", _AND.split(text)[1])


def _title_and_more(text: str, own: Own) -> Recognised | None:
    """Takes a title and what is told with it for the title, not surely: "Projet et objectif"."""
    found = title_and_text(text, own)
    return Recognised(found[0].target, NEAR) if found else None
