"""Headings told by the senses of their words: "Échéance de livraison prévue", «من سينفذ؟», "¿Cuándo termina?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from opengov_local.formats.wording.headings.abbreviations import written_out
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.heading_table import rows
from opengov_local.formats.wording.headings.word_forms import forms, without_clitic
from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold

_MOST_WORDS = 14
_MOST_WRITTEN_OUT = 2
_LONGEST_PHRASE = 4
_ANYWHERE = frozenset({"neutral", "question", "question_of"})
_ANSWERED = re.compile(r"[?؟]\W*\w")
_SIGNS = {"question": re.compile("[?؟]"), "and": re.compile(r"[/&+,،]|\sو(?=\S{3})")}
"""Senses of the signs of a heading."""
_BEFORE_NAMES = frozenset({"question_of", "small"})
_PAIR = 2
_NO_FIT = (0, 0)
_AT_END = frozenset({"by", "on", "meant"})
"""Senses of small words that end a heading: "Décidé par", "Delivered on"; before others they have none of them."""
_AT_START = frozenset({"who", "how"})
_AT_EDGES = frozenset({"number"})
"""Senses of small words that begin a heading, «من سينفذ؟», or stand at either end of one, "Proposition n°"."""
OWNERS: Mapping[str, str] = {"project": "commitment", "step": "milestone", "action": ""}
"""Senses of words for what a heading speaks of, which may stand in any, and the concept that they are."""

_OF_THEIR_OWN = ("update.", "related", "ongoing", "milestone.", "commitment.", "disposition.", "solution_path")
"""How targets begin in whose headings such a word names what is told of: "Prochaines étapes"."""
_UNOWNED = ("axis", "plan.", "group", "contribution.", "disposition.", "indicator.", "collectivity")
_HEAD_LAST = frozenset({"en"})
"""Languages whose headings may end with what they ask for: "Completion date"."""

Senses = frozenset[str]


class Rule(NamedTuple):
    """What a heading asks for that has words of some senses.

    Attributes:
        target: name of the target.
        needs: senses that must stand there, each of one of several.
        may: senses of the other words; `any` where the first word that it needs need not come first.
    """

    target: str
    needs: tuple[Senses, ...]
    may: Senses

    @property
    def owned(self) -> bool:
        """Whether a further word may say whose it is."""
        return not self.target.startswith(_UNOWNED) and "bare" not in self.may


class Sensed(NamedTuple):
    """What the senses of the words of a heading say.

    Attributes:
        target: name of the target.
        language: language of the words.
        concept: `commitment` or `milestone` where a word says whose the cells are.
        alone: whether one word says it.
    """

    target: str
    language: str
    concept: str = ""
    alone: bool = False


def sensed(folded: str, heading: str = "") -> Sensed | None:
    """Tells what a folded heading asks for by the senses of its words.

    Args:
        folded: a reading of the heading.
        heading: the heading, where a question mark may end it; words behind one answer it.

    Returns:
        None where a word has no sense, where no rule fits, and where two fit equally well.
    """
    bare = BRACKETS.sub("", heading)
    if _ANSWERED.search(bare):
        return None
    shown = heading if folded == fold(heading) else bare
    signs = [sense for sense, pattern in _SIGNS.items() if pattern.search(shown)]
    for words in (folded, *islice(written_out(folded), _MOST_WRITTEN_OUT)):
        if found := _in_any_language(words.split(), signs):
            return found
    return None


def names_several(heading: str) -> bool:
    """Tells whether a sign or word for "and" stands in a heading: "Axe / Projet"."""
    words = fold(heading).split()
    languages = ("ar",) if words and ARABIC_LETTER.match(words[0]) else ("fr", "en", "es")
    joined = any("and" in _of_word(word, language) for word in words[1:-1] for language in languages)
    return joined or _SIGNS["and"].search(heading) is not None


def named_in_question(folded: str, heading: str) -> str:
    """Gives what a question names behind its interrogative, "projets" in "Quels sont les projets ?"; "" for others."""
    if not _SIGNS["question"].search(heading) or _ANSWERED.search(heading):
        return ""
    words = folded.split()
    for language in ("ar",) if ARABIC_LETTER.match(folded) else ("fr", "en", "es"):
        senses = [_of_word(word, language) for word in words]
        end = next((at for at, one in enumerate(senses) if not one & _BEFORE_NAMES), len(words))
        if 0 < end < len(words) and any("question_of" in one for one in senses[:end]):
            return " ".join(words[end:])
    return ""


def _in_any_language(words: Sequence[str], signs: Sequence[str]) -> Sensed | None:
    """Tells what words ask for; nothing where languages that have all of them tell it otherwise."""
    if not words or len(words) > _MOST_WORDS:
        return None
    languages = ("ar",) if ARABIC_LETTER.match(words[0]) else ("fr", "en", "es")
    known = {language: said for language in languages if (said := senses_in(words, language))}
    told = (_told([*said, *map(_sign, signs)], language) for language, said in _likeliest(known, words).items())
    found = [each for each in told if each is not None]
    return found[0] if len({each.target for each in found}) == 1 else None


def _likeliest(known: Mapping[str, Sequence[Senses]], words: Sequence[str]) -> Mapping[str, Sequence[Senses]]:
    """Gives the languages that have most of some words as they stand: "nombre" is no name beside "participants"."""
    standing = {language: sum(word in _known()[language] for word in words) for language in known}
    return {language: said for language, said in known.items() if standing[language] == max(standing.values())}


def _of_phrase(phrase: str, language: str) -> Senses:
    """Gives the senses of words together; Arabic ones may have a clitic: «لنقطة الاتصال»."""
    known = _known()[language]
    return known.get(phrase) or (known.get(without_clitic(phrase), frozenset()) if language == "ar" else frozenset())


@lru_cache(maxsize=1 << 12)
def _begins_phrase(word: str, language: str) -> bool:
    starts = _starts()[language]
    return word in starts or (language == "ar" and without_clitic(word) in starts)


@cache
def _starts() -> Mapping[str, frozenset[str]]:
    """Gives the words that begin phrases, by language."""
    return {
        language: frozenset(form.partition(" ")[0] for form in known if " " in form)
        for language, known in _known().items()
    }


def _sign(sense: str) -> Senses:
    return frozenset({sense})


@lru_cache(maxsize=1 << 12)
def _of_word(word: str, language: str) -> Senses:
    known = _known()[language]
    if language == "ar":  # «مساهمة» is no feminine of «مساهم»
        return next((known[form] for form in forms(word, language) if form in known), frozenset())
    return frozenset().union(*(known.get(form, frozenset()) for form in forms(word, language)))


def senses_in(words: Sequence[str], language: str) -> tuple[Senses, ...]:
    """Gives the senses of each word or phrase but small ones; nothing where a word has none."""
    found: list[Senses] = []
    at = 0
    while at < len(words):
        longest = min(_LONGEST_PHRASE, len(words) - at) if _begins_phrase(words[at], language) else 1
        for length in range(longest, 0, -1):
            phrase = " ".join(words[at : at + length])
            senses = _of_phrase(phrase, language) if length > 1 else _of_word(phrase, language)
            if senses:
                break
        else:
            return ()
        senses, at = _at(senses, first=at == 0, last=at + length == len(words)), at + length
        if at == len(words) and "small" in senses and len(words[-1]) == 1:
            return ()  # a letter is a name: "Association A"
        found.append(senses - {"small"})
    return tuple(senses for senses in found if senses)


def _at(senses: Senses, *, first: bool, last: bool) -> Senses:
    """Gives the senses of a word where it stands; for a small word that is not where it says something, no other."""
    there = (_AT_START if first else frozenset()) | (_AT_END if last else frozenset())
    there |= _AT_EDGES if first or last else frozenset()
    if senses & there:
        return senses - {"small"}
    if "small" in senses:
        return frozenset({"small"})
    return (senses - _AT_END) | {"neutral"} if senses & _AT_END else senses


def _told(said: Sequence[Senses], language: str) -> Sensed | None:
    """Tells what the one rule asks for that fits best."""
    best: dict[str, tuple[int, int]] = {}
    there = frozenset().union(*said)
    for rule in dict.fromkeys(rule for sense in there for rule in _by_first_sense().get(sense, ())):
        if not all(need & there for need in rule.needs[1:]):
            continue
        fit = _fit(rule, said, language)
        if fit is not None and fit > best.get(rule.target, _NO_FIT):
            best[rule.target] = fit
    names = [target for target, fit in best.items() if fit == max(best.values())]
    if len(names) != 1:
        return None
    concepts = {OWNERS[sense] for senses in said for sense in senses & OWNERS.keys()} - {""}
    owned = len(concepts) == 1 and not names[0].startswith(_OF_THEIR_OWN)
    return Sensed(names[0], language, concepts.pop() if owned else "", len(said) == 1)


def _fit(rule: Rule, said: Sequence[Senses], language: str) -> tuple[int, int] | None:
    """Tells how well a rule fits: senses it needs, and words beside them; None where it does not."""
    joined = any("and" in senses for senses in said)
    said = [senses for senses in said if "and" not in senses]
    if len(rule.needs) > len(said):
        return None
    if joined and len(said) == len(rule.needs) == _PAIR and not rule.needs[0] & rule.needs[1]:
        return None  # "Organisme / association" asks for two things
    own = frozenset().union(*rule.needs, rule.may)
    ordered = language not in _HEAD_LAST and "any" not in rule.may
    head = next((at for at, senses in enumerate(said) if not senses & _ANYWHERE), 0)
    for places in product(*([at for at, senses in enumerate(said) if senses & need] for need in rule.needs)):
        if len(set(places)) < len(places) or (ordered and (places != tuple(sorted(places)) or places[0] > head)):
            continue
        loose = [senses for at, senses in enumerate(said) if at not in places and not senses & (_ANYWHERE | own)]
        if not loose or (len(loose) == 1 and rule.owned and not joined and loose[0] & OWNERS.keys()):
            return len(rule.needs), -len(loose)
    return None


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            row["target"],
            tuple(frozenset(need.split("|")) for need in row["needs"].split()),
            frozenset(row["may"].split()),
        )
        for row in rows("heading_rules.csv")
    )


@cache
def _by_first_sense() -> Mapping[str, Sequence[Rule]]:
    """Gives the rules by each sense of the first that they need."""
    found: dict[str, list[Rule]] = {}
    for rule in _rules():
        for sense in rule.needs[0]:
            found.setdefault(sense, []).append(rule)
    return found


@cache
def _known() -> Mapping[str, Mapping[str, Senses]]:
    """Gives the senses of each form of each word, by language."""
    found: dict[str, dict[str, Senses]] = {}
    for row in rows("heading_senses.csv"):
        known = found.setdefault(row["language"], {})
        for word in row["words"].split():
            for form in _forms_of(word, row["language"]):
                known[form] = known.get(form, frozenset()) | {row["sense"]}
    return found


def _forms_of(word: str, language: str) -> Iterator[str]:
    folded = fold(word.replace("_", " "))
    if " " not in folded:
        yield from {folded, *list(forms(folded, language))[-1:], without_clitic(folded) if language == "ar" else folded}
    else:
        yield from {folded, without_clitic(folded)} if language == "ar" else {folded}
