"""What letters have around a plan: the subject line that names it, the formula they close with, captions of tables."""

from __future__ import annotations

import re

from opengov_local.formats.word.plan_words import begins_with, names_plan, says

_LABEL = re.compile(r"^\s*([^:：\n]{1,20}?)\s*[:：]\s*(\S.*)$", re.DOTALL)
_LONGEST_CAPTION = 90
_ENDS = (".", ";", "؛", ",", "،")


def subject(text: str) -> str:
    """Gives the plan that the subject line of a letter names: "Objet : Plan d'action …"; "" for any other line.

    Of "Objet : Transmission du plan d'action …" it is what is sent.
    """
    parts = _LABEL.match(text)
    if parts is None or not begins_with(parts[1], "matter", whole=True) or not names_plan(parts[2]):
        return ""
    value = " ".join(parts[2].split())
    return plan_named_in(value) if begins_with(value, "sending") else value


def plan_named_in(text: str) -> str:
    """Gives the plan that a line speaks of, from its first word on: "Rapport de suivi du plan d'action …"; else ""."""
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    starts = [start for start in starts if begins_with(_bare(text[start:]), "plan")]
    return _bare(text[starts[0] :]) if starts else ""


def closes(text: str) -> bool:
    """Tells whether a paragraph begins the formula that a letter or a signed document closes with."""
    return begins_with(text, "closing")


def is_caption(text: str) -> bool:
    """Tells whether a short line can be the caption of a table of milestones: it names them, and is no sentence."""
    return len(text) <= _LONGEST_CAPTION and not text.rstrip().endswith(_ENDS) and says(text, "caption")


def _bare(text: str) -> str:
    """Takes an elided or joined particle off the front: "d'action", «لبرنامج»."""
    return re.sub(r"^(?:l['’]|d['’]|لل?(?=برنامج|خطة|مخطط))", "", text, flags=re.IGNORECASE)
