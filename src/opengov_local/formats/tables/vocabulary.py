"""What headings mean: the table of headings of plans, and how a heading is recognised in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from opengov_local.formats.tables.abbreviations import written_out
from opengov_local.formats.tables.composed_headings import asks_for_measured, composed
from opengov_local.formats.tables.heading_keys import adds_nothing, key, owned, step, unfilled
from opengov_local.formats.tables.heading_readings import BRACKETS, readings_of
from opengov_local.formats.tables.heading_senses import named_in_question, sensed
from opengov_local.formats.tables.heading_table import Pairs, by_key, headings, near, rows, within
from opengov_local.formats.tables.phrases import begins, phrases, says
from opengov_local.formats.tables.plain_headings import NUMBERS, plain_pairs
from opengov_local.formats.tables.reported_times import without_time
from opengov_local.importing.words import fold

EXACT, STRIPPED, WITHIN, NEAR = 100, 95, 80, 75
"""Scores of a heading: as in the table; without its brackets, units and numbers; with other words around it; with a
slip of the pen."""


Own = tuple[tuple[str, str], ...]
"""A council's own headings: (folded heading, target)."""


class Target(NamedTuple):
    """What a column is read into.

    Attributes:
        name: name of the target, as tables and mapping files write it.
        scope: concept that holds it; `item` is the milestone of the row, or its commitment where it has none.
        field: the field of that concept.
        reads: how its cells are read; a parameter may follow a colon.
    """

    name: str
    scope: str
    field: str
    reads: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a heading means.

    Attributes:
        target: name of the target.
        score: how surely, of 100.
        languages: languages that have the heading; none when the user's own table names it.
        text_language: language of the cells, where the heading says it: "Titre (ar)".
        ordinal: number of a repeated column, "Financeur 2".
        year: the year of a column that has one, "Budget 2025".
        alternatives: other targets that the same words name.
        period: words of the period that a column is about.
        concept: `commitment` or `milestone` where the heading says whose the cells are: "Responsable du projet".
        value: what a ticked cell says: "Haute", below "Priorité".
    """

    target: str
    score: int
    languages: frozenset[str] = frozenset()
    text_language: str | None = None
    ordinal: int | None = None
    year: int | None = None
    alternatives: tuple[str, ...] = ()
    period: str = ""
    concept: str = ""
    value: str = ""


@cache
def targets() -> Mapping[str, Target]:
    """Gives the targets by name."""
    return {
        row["target"]: Target(row["target"], row["scope"], row["field"], row["reads"]) for row in rows("targets.csv")
    }


_SPOKEN = """
fr: fr français francais french الفرنسية فرنسي فرنسية بالفرنسية vf
ar: ar arabe arabic العربية عربي عربية بالعربية va
en: en anglais english الإنجليزية بالإنجليزية
es: es espagnol español spanish
zgh: zgh amazighe tamazight الأمازيغية بالأمازيغية
"""
_TAGS = {
    word: tag for tag, _, words in (line.partition(":") for line in _SPOKEN.split("\n")[1:-1]) for word in words.split()
}
_TAIL = "|".join(sorted(map(re.escape, _TAGS), key=len, reverse=True))
_LANGUAGE = re.compile(
    rf"\s*(?:[(\[]\s*(?:en |in |version )?({_TAIL})\s*[)\]]|[/_:|–-]\s*({_TAIL})|\s(?:en|in|version)\s({_TAIL})"
    r"|\s(بالعربية|بالفرنسية|بالأمازيغية))\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 14)
def recognise(heading: str, own: Own = ()) -> Recognised | None:
    """Tells what a heading means; None where nobody can tell.

    Args:
        heading: the heading as it stands there.
        own: a council's own headings: (folded heading, target).
    """
    text, spoken = _without_language(heading)
    if found := _as_it_stands(heading, own) or _in_two_languages(text, own, recognise) or _joined(text, own):
        return found
    if found := _title_and_more(text, own):
        return found
    words = fold(BRACKETS.sub("", text))
    if pairs := by_key().get(unfilled(key(words))) or within(words):
        return None if _is_of_money(pairs[0][0], text) else _named(pairs, WITHIN, spoken, None, None)
    if any(words in phrases(kind) for kind in ("sum_heading", "total", "other_heading")) or begins("count_word", text):
        return None
    return _named(pairs, NEAR, spoken, None, None) if (pairs := near(words)) else None


@lru_cache(maxsize=1 << 14)
def surely(heading: str, own: Own = ()) -> Recognised | None:
    """Tells what a heading means as `recognise` does, if the score is 95 at least; of other texts it tells quickly."""
    text = _without_language(heading)[0]
    return _as_it_stands(heading, own) or _in_two_languages(text, own, surely) or _joined(text, own)


_MARKS = " \u00a0\t:：*"


def _without_language(heading: str) -> tuple[str, str | None]:
    """Takes the language off the end of a heading."""
    heading = heading.strip(_MARKS)
    if found := _LANGUAGE.search(heading):
        return heading[: found.start()], _TAGS[next(part for part in found.groups() if part).lower()]
    return heading, None


def language_named(heading: str) -> str:
    """Gives the language that a heading names and nothing else: "FR", «بالعربية»; "" for any other."""
    return _TAGS.get(heading.strip(" ()").lower(), "")


def _as_it_stands(heading: str, own: Own) -> Recognised | None:
    """Looks a heading up; nothing but brackets, language, number and year may stand around it."""
    text, spoken = _without_language(heading)
    mine = dict(own)
    if asks_for_measured(text):
        return Recognised("indicator", STRIPPED, text_language=spoken)
    if symbol := _SYMBOLS.get(heading.strip()):
        return Recognised(symbol, STRIPPED)
    if numbered := _number_of(heading):
        return numbered
    for whole in (heading, text):
        if (folded := fold(whole)) in mine:
            return Recognised(mine[folded], EXACT, text_language=spoken)
    rated = _names_rate(text)
    if not rated and (found := _in_the_table(text, spoken)):
        return _of_rate(found, text)
    named = "progress" if rated else "commitment.title" if levels_in(text) else ""
    return Recognised(named, STRIPPED, text_language=spoken) if named else None


def _of_rate(found: Recognised, text: str) -> Recognised | None:
    """Takes a state with the sign of rates for one, "Degré d'avancement en %", and a rate of money for none."""
    if _is_of_money(found.target, text):
        return None
    return replace(found, target="progress") if found.target == "status" and _RATE.search(text) else found


def _names_rate(text: str) -> bool:
    """Tells whether a heading is the sign of rates and what it is a rate of: "% de réalisation"."""
    if not _RATE.match(text) or _is_of_money("progress", text):
        return False
    named = [f"{rate} {fold(text)}" for rate in phrases("rate_word")]
    return any(composed(each) for each in named) or any(
        found.target == "progress" for found in map(sensed, named) if found
    )


def _in_the_table(text: str, spoken: str | None) -> Recognised | None:
    """Looks each reading of a heading up, then the keys of the readings, then the senses of their words.

    What stands in brackets is heard where all words together have a sense: "Date of completion (actual)".
    """
    if numbered := _of_step(text):
        return replace(numbered, text_language=spoken)
    readings = tuple(readings_of(text))
    for exact, words, ordinal, year in readings:
        if words and (pairs := headings().get(words)):
            return _whose(_named(pairs, EXACT if exact else STRIPPED, spoken, ordinal, year), words)
        if exact and BRACKETS.search(text) and (found := _by_its_senses(words, text)):
            return replace(found, text_language=spoken)
    for look_up in (_by_word, _by_sense) if not _ANSWERED.search(text) else ():
        for _, words, ordinal, year in readings:
            if found := look_up(words, text):
                return replace(found, text_language=spoken, ordinal=ordinal, year=year)
    return _step_itself(text) or _of_a_time(text, spoken)


def _by_word(words: str, _text: str) -> Recognised | None:
    return _by_its_key(words) or _written_out(words) or _composed(words)


def _by_sense(words: str, text: str) -> Recognised | None:
    return _by_its_senses(words, text) or _in_question(words, text) or _plainly(words)


def _in_question(words: str, text: str) -> Recognised | None:
    """Reads a question for what it names: "Quel élu ?", "Which pillar?"; one for a title asks for more than that."""
    found = _by_its_key(rest) if (rest := named_in_question(words, text)) else None
    return found if found and not found.target.endswith(".title") else None


def _by_its_senses(words: str, text: str) -> Recognised | None:
    """Reads a heading all of whose words have senses that together ask for one thing; a word alone less surely."""
    if (found := sensed(words, text)) is None:
        return None
    meaning = Recognised(found.target, WITHIN if found.alone else STRIPPED, frozenset({found.language}))
    return _owned(meaning, found.concept) if found.concept else meaning


def _composed(words: str) -> Recognised | None:
    """Reads a heading that is a name and what is said of it: "Service instructeur"; notes with evidence unsurely."""
    found = composed(words)
    score = NEAR if found and found[0] == "additional_information" else STRIPPED
    return Recognised(found[0], score, frozenset({found[1]})) if found else None


def _of_a_time(text: str, spoken: str | None) -> Recognised | None:
    """Reads a heading of a report that ends with a time: what was done in it, or what is to be done in the next."""
    timed = without_time(fold(text)) if not _ANSWERED.search(text) else None
    found = _in_the_table(timed.rest, spoken) if timed else None
    target = timed.asks_for(found.target if found and not (found.ordinal or found.year) else "") if timed else ""
    return Recognised(target, STRIPPED, found.languages if found else frozenset(), spoken) if target else None


def _written_out(folded: str) -> Recognised | None:
    """Looks a folded heading up with its abbreviations written out."""
    for words in written_out(folded):
        if pairs := headings().get(words):
            return _whose(_named(pairs, STRIPPED, None, None, None), words)
        if found := _by_its_key(words):
            return found
    return None


def _is_of_money(target: str, text: str) -> bool:
    """Tells whether a rate is one of what was spent or committed, which says nothing of how far a project is."""
    return target in ("progress", "status") and says("rate_of_money", text)


_ANSWERED = re.compile(r"[:：]\s*\S")


def _by_its_key(words: str) -> Recognised | None:
    """Looks a folded heading up without its small words and plural endings, and without the word for whose it is.

    "Le projet" alone is none: sentences speak of it so.
    """
    whole = key(words)
    if pairs := by_key().get(whole):
        bare = pairs[0][0] in NUMBERS and " " not in whole and " " in words
        return None if bare else _whose(_named(pairs, STRIPPED, None, None, None), words)
    parts = owned(whole)
    pairs = by_key().get(parts.rest) if parts else None
    return _owned(_named(pairs, STRIPPED, None, None, None), parts.concept) if parts and pairs else None


def _plainly(words: str) -> Recognised | None:
    pairs = plain_pairs(words, lambda name: targets()[name].reads)
    return _named(pairs, STRIPPED, None, None, None) if pairs else None


def _of_step(text: str) -> Recognised | None:
    """Reads a heading about one of several steps: "Échéance jalon 2", "Étape 1 (responsable)"."""
    parts = step(fold(text))
    if parts is None or not parts.rest:
        return None
    pairs = by_key().get(parts.rest)
    return _owned(_named(pairs, STRIPPED, None, parts.ordinal, None), "milestone") if pairs else None


def _step_itself(text: str) -> Recognised | None:
    """Reads a heading that names one of several steps in words: "Premier jalon", «المرحلة الأولى»."""
    parts = step(fold(text))
    if parts is None or parts.rest:
        return None
    return Recognised("milestone.title", STRIPPED, ordinal=parts.ordinal)


def _whose(meaning: Recognised, words: str) -> Recognised:
    """Hears the word for whose the cells are in a heading that the table has whole: "Responsable du projet"."""
    if targets()[meaning.target].scope != "item" or (parts := owned(key(words))) is None:
        return meaning
    alone = by_key().get(parts.rest)
    return replace(meaning, concept=parts.concept) if alone and alone[0][0] == meaning.target else meaning


def _owned(meaning: Recognised, concept: str) -> Recognised | None:
    """Gives what a heading means of a commitment or a milestone; None where that has nothing of the kind."""
    name = meaning.target.rpartition(".")[2] if meaning.target.startswith("commitment.") else meaning.target
    if (of_its_own := f"{concept}.{name}") in targets():
        return replace(meaning, target=of_its_own, concept=concept)
    fits = targets()[meaning.target].scope in ("item", concept)
    return replace(meaning, concept=concept) if fits else None


_RATE = re.compile(r"^\s*[%٪]|[%٪]\s*\)?\s*$")
_NUMBER_SIGN = re.compile(r"^\s*(?:#|n\.?[°º])\s*(?=\S)|(?<=\S)\s*(?:#|n\.?[°º])\s*$", re.IGNORECASE)
_SYMBOLS = {"#": "commitment.number", "№": "commitment.number", "%": "progress", "٪": "progress"}
"""Headings without a letter."""


def _number_of(heading: str) -> Recognised | None:
    """Reads a heading that is a title's with a sign for numbers before or behind it: "Commitment #"."""
    bare, count = _NUMBER_SIGN.subn("", heading)
    pairs = headings().get(fold(bare)) if count == 1 else None
    target = NUMBERS.get(pairs[0][0]) if pairs else None
    return Recognised(target, STRIPPED, frozenset(language for _, language in pairs or ())) if target else None


_PARTS = re.compile(r"\s*[/|\n–]\s*|\s+-\s+")
_BETWEEN = re.compile(r"\s*[/|\n,،;–]\s*|\s+-\s+|\s+(?:et|and|y|ou|or|o|أو)\s+|\s+و(?=ال)", re.IGNORECASE)
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
    if len(parts) != 2:
        return None
    one, other = (read(part, own) for part in parts)
    if one and other and one.target == other.target:
        score = min(one.score, other.score, STRIPPED)
        return Recognised(one.target, score, ordinal=one.ordinal, year=one.year)
    return None


_IN_BRACKETS = re.compile(r"\s*([^()]+?)\s*\(\s*([^()]+?)\s*\)\s*")
_AND = re.compile(r"\s+(?:et|and|y|&)\s+|\s+و(?=\S{3})|\s*[/،]\s*", re.IGNORECASE)
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


def _title_and_more(text: str, own: Own) -> Recognised | None:
    """Takes a title and what is told with it for the title, not surely: "Projet et objectif"."""
    found = title_and_text(text, own)
    return Recognised(found[0].target, NEAR) if found else None


def _named(pairs: Pairs, score: int, spoken: str | None, ordinal: int | None, year: int | None) -> Recognised:
    target = pairs[0][0]
    languages = frozenset(language for name, language in pairs if name == target)
    alternatives = tuple(dict.fromkeys(name for name, _ in pairs if name != target))
    return Recognised(target, score, languages, spoken, ordinal, year, alternatives)
