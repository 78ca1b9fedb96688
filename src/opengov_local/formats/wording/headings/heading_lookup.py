"""Looking a heading up: in the table, by its key, written out, composed, and by the senses of its words."""

from __future__ import annotations

import re
from dataclasses import replace

from opengov_local.formats.wording.headings.abbreviations import written_out
from opengov_local.formats.wording.headings.composed_headings import composed
from opengov_local.formats.wording.headings.heading_keys import counted_off, key, owned, step
from opengov_local.formats.wording.headings.heading_meanings import (
    EXACT,
    NEAR,
    STRIPPED,
    WITHIN,
    Recognised,
    named,
    targets,
)
from opengov_local.formats.wording.headings.heading_readings import BRACKETS, of_one_gender, readings_of
from opengov_local.formats.wording.headings.heading_senses import named_in_question, names_several, sensed
from opengov_local.formats.wording.headings.heading_table import asked_in_forms, by_key, headings
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.headings.plain_headings import NUMBERS, plain_pairs
from opengov_local.formats.wording.headings.reported_times import without_time
from opengov_local.importing.words import fold

_HELD = frozenset({"item", "commitment", "milestone"})
_STEPS = ("milestone.title", "milestone.list")
_DONE, _MEASURED = "action", "indicator"
"""Targets of what will be done, in words, and of what is measured."""
_ON_AXIS = ("axis", "commitment")
"""A commitment lies on an axis, and may ask for it: "Axe du projet"."""
_AROUND = "()[]（） "
_ANSWERED = re.compile(r"[:：]\s*\S")


def in_the_table(text: str, spoken: str | None) -> Recognised | None:
    """Looks each reading of a heading up, then the keys of the readings, then the senses of their words.

    What stands in brackets is heard where all words together have a sense: "Date of completion (actual)".
    """
    if found := _of_step(text) or _steps_in_brackets(text):
        return replace(found, text_language=spoken)
    text = of_one_gender(text)
    readings = tuple(readings_of(text))
    if counted := counted_off(readings[0][1]):
        readings = (*readings, (False, counted[0], counted[1], None))
    for exact, words, ordinal, year in readings:
        if words and (pairs := headings().get(words)):
            return _whose(named(pairs, EXACT if exact else STRIPPED, spoken, ordinal, year), words)
        if exact and BRACKETS.search(text) and (found := _by_its_senses(words, text)):
            return replace(found, text_language=spoken)
    for look_up in (_by_word, _by_sense) if not _ANSWERED.search(text) else ():
        for _, words, ordinal, year in readings:
            if found := look_up(words, text):
                return replace(found, text_language=spoken, ordinal=ordinal, year=year)
    return _step_itself(text) or _of_a_time(text, spoken) or _in_brackets(text, spoken)


def _in_brackets(text: str, spoken: str | None) -> Recognised | None:
    """Reads a heading that says nothing by itself for the text or indicator that its only brackets name.

    "Pourquoi ? (constat)", "How we will know (indicator)".
    """
    inner = BRACKETS.findall(text)
    pairs = headings().get(fold(inner[0].strip(_AROUND))) if len(inner) == 1 else None
    target = targets()[pairs[0][0]] if pairs else None
    if not pairs or target is None or target.scope not in _HELD:
        return None
    if target.reads != "text" and (pairs[0][0] != _MEASURED or not _asks_how(text)):
        return None  # "Périodicité (indicateur)"
    return named(pairs, STRIPPED, spoken, None, None)


def _asks_how(text: str) -> bool:
    """Tells whether a heading asks how or what something is, not how much of it there is."""
    return (begins("asked_how", text) or begins("asked_what", text)) and not begins("asked_how_much", text)


def _steps_in_brackets(text: str) -> Recognised | None:
    """Reads a heading that says what will be done, or nothing that is known, for the steps that its brackets name.

    "Ce que nous allons faire (activités)" asks for steps; of a heading that says nothing that is known, not surely.
    """
    inner = BRACKETS.findall(text)
    pairs = headings().get(fold(inner[0].strip(_AROUND))) if len(inner) == 1 else None
    if not pairs or pairs[0][0] not in _STEPS or not any(map(str.isalpha, outer := BRACKETS.sub("", text))):
        return None
    meaning = in_the_table(outer, None)
    if begins("count_word", outer) or (meaning is not None and meaning.target not in (_DONE, *_STEPS)):
        return None
    return named(pairs, STRIPPED if meaning else WITHIN, None, None, None)


def _by_word(words: str, text: str) -> Recognised | None:
    found = _by_its_key(words) or _by_label(words) or _written_out(words) or _composed(words)
    asks_both = found is not None and (found.target, found.concept) == _ON_AXIS and names_several(text)
    return None if asks_both else found  # "Axe / Projet"


def _by_label(words: str) -> Recognised | None:
    """Reads a heading that forms have as a label: «التزامنا», "Pourquoi agir ?"."""
    pairs = asked_in_forms().get(words)
    return named(pairs, STRIPPED, None, None, None) if pairs else None


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
    return Recognised(found[0], score, found[1]) if found else None


def _of_a_time(text: str, spoken: str | None) -> Recognised | None:
    """Reads a heading of a report that ends with a time: what was done in it, or what is to be done in the next."""
    timed = without_time(fold(text)) if not _ANSWERED.search(text) else None
    found = in_the_table(timed.rest, spoken) if timed else None
    target = timed.asks_for(found.target if found and not (found.ordinal or found.year) else "") if timed else ""
    return Recognised(target, STRIPPED, found.languages if found else frozenset(), spoken) if target else None


def _written_out(folded: str) -> Recognised | None:
    """Looks a folded heading up with its abbreviations written out."""
    for words in written_out(folded):
        if pairs := headings().get(words):
            return _whose(named(pairs, STRIPPED, None, None, None), words)
        if found := _by_its_key(words):
            return found
    return None


def _by_its_key(words: str) -> Recognised | None:
    """Looks a folded heading up without its small words and plural endings, and without the word for whose it is.

    "Le projet" alone is none: sentences speak of it so.
    """
    whole = key(words)
    if pairs := by_key().get(whole):
        bare = pairs[0][0] in NUMBERS and " " not in whole and " " in words
        return None if bare else _whose(named(pairs, STRIPPED, None, None, None), words)
    parts = owned(whole)
    pairs = by_key().get(parts.rest) if parts else None
    return _owned(named(pairs, STRIPPED, None, None, None), parts.concept) if parts and pairs else None


def _plainly(words: str) -> Recognised | None:
    pairs = plain_pairs(words, lambda name: targets()[name].reads)
    return named(pairs, STRIPPED, None, None, None) if pairs else None


def _of_step(text: str) -> Recognised | None:
    """Reads a heading about one of several steps: "Échéance jalon 2", "Étape 1 (responsable)"."""
    parts = step(fold(text))
    if parts is None or not parts.rest:
        return None
    pairs = by_key().get(parts.rest)
    return _owned(named(pairs, STRIPPED, None, parts.ordinal, None), "milestone") if pairs else None


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
    alike = alone and targets()[alone[0][0]]._replace(name=meaning.target) == targets()[meaning.target]
    return replace(meaning, concept=parts.concept) if alike else meaning


def _owned(meaning: Recognised, concept: str) -> Recognised | None:
    """Gives what a heading means of a commitment or a milestone; None where that has nothing of the kind."""
    name = meaning.target.rpartition(".")[2] if meaning.target.startswith("commitment.") else meaning.target
    if (of_its_own := f"{concept}.{name}") in targets():
        return replace(meaning, target=of_its_own, concept=concept)
    scope = targets()[meaning.target].scope
    fits = scope in ("item", concept) or (scope, concept) == _ON_AXIS
    return replace(meaning, concept=concept) if fits else None
