"""What letters have around a plan: the subject line that names it, the formula they close with, captions of tables."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.formats.wording.words.adoption_sentences import approves, is_decision
from opengov_local.formats.wording.words.ordinals import without_ordinal
from opengov_local.formats.wording.words.plan_words import begins_with, names_plan, says, words_of
from opengov_local.importing.words.tables import AND, any_of

_LABEL = re.compile(r"^\s*([^:：\n]{1,20}?)\s*[:：]\s*(\S.*)$", re.DOTALL)
_LONGEST_CAPTION = 90
_SIGNS = ' :：–—-«"'
_ENDS = (".", ";", "؛", ",", "،")


def subject(text: str) -> str:
    """Gives the plan that the subject line of a letter names: "Objet : Plan d'action …"; "" for any other line.

    Of "Objet : Transmission du plan d'action …" it is what is sent.
    """
    value = matter(text)
    if not names_plan(value):
        return ""
    return plan_named_in(value) if begins_with(value, "sending") else value


def matter(text: str) -> str:
    """Gives what the subject line of a letter says: "Objet : …", «الموضوع: …»; "" for any other line."""
    parts = _LABEL.match(text)
    return " ".join(parts[2].split()) if parts is not None and begins_with(parts[1], "matter", whole=True) else ""


def is_of_letter(label: str) -> bool:
    """Tells whether a label is one of the lines above a letter: its subject, its reference, what is enclosed."""
    return begins_with(label, "subject", whole=True)


def plan_named_in(text: str) -> str:
    """Gives the plan that a line speaks of, from its first word on: "Rapport de suivi du plan d'action …"; else ""."""
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    starts = [start for start in starts if begins_with(_bare(text[start:]), "plan")]
    name = _behind().sub("", text[starts[0] :]).lstrip(_SIGNS) if starts else ""
    return _bare(without_ordinal(name) or name)


def name_of_plan(text: str) -> str:
    """Gives the name of the plan in its title: without the decision that approves it, and what else the document holds.

    "Délibération n° 2025-112 : Plan d'action 2026-2027 - approbation" is "Plan d'action 2026-2027", and so is
    "Annexe : Plan d'action 2026-2027".
    """
    line = " ".join(text.split())
    around = is_decision(line) or approves(line) or begins_with(line, "section") or begins_with(line, "survey")
    named = plan_named_in(line) if around else ""
    name = _tail().sub("", named or line) or line
    return name if name != line and names_plan(name) else text


@cache
def _tail() -> re.Pattern[str]:
    words = any_of(words_of("tail"))
    return re.compile(rf"(?:\s*[:：(–—،,-]\s*|\s+(?=(?:{AND})\s|و))(?:{words})\s*[).]*$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """Gives the pattern of what a sentence goes on with behind the name of a plan: "annexé à la présente", «المرفق»."""
    words = any_of(words_of("behind"))
    return re.compile(rf"[\s(:,،;؛–—-]+(?:{words})(?!\w).*$", re.IGNORECASE | re.DOTALL)


def closes(text: str) -> bool:
    """Tells whether a paragraph begins the formula that a letter or a signed document closes with."""
    return begins_with(text, "closing")


def is_caption(text: str, kind: str = "caption") -> bool:
    """Tells whether a short line, no sentence, can be the caption of a table: of milestones, by default."""
    return len(text) <= _LONGEST_CAPTION and not text.rstrip().endswith(_ENDS) and says(text, kind)


def _bare(text: str) -> str:
    """Takes an elided or joined particle off the front: "d'action", «لبرنامج»."""
    return re.sub(r"^(?:l['’]|d['’]|لل?(?=برنامج|خطة|مخطط))", "", text, flags=re.IGNORECASE)
