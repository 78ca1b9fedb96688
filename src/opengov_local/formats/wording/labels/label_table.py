"""What each label means: those of labels.csv, and those of the forms that the library writes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from opengov_local.formats.wording.labels.table_meanings import with_lists
from opengov_local.formats.wording.words.meaning import Meaning
from opengov_local.formats.wording.words.own_wording import own_labels
from opengov_local.importing.words import fold
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan
from opengov_local.model.shape import shape_of
from opengov_local.model.workshop import Workshop
from opengov_local.resources import rows_of

_YEAR_OF_FORM = re.compile("_20[0-9]{2}(?=[.])")
# Keys of the labels of our own form whose field is named otherwise.
_RENAMED = {
    "plan.description": ("plan", "heading"),
    "plan.duration": ("plan", "term_end"),
    "plan.date_submitted": ("plan", "submitted"),
    "commitment.plan": ("plan", "title"),
    "commitment.inception_report": ("commitment", "inception"),
    "commitment.value_reasons": ("commitment", "values_why"),
    "commitment.supporting_unsorted": ("commitment", "supporting"),
    "commitment.milestones": ("commitment", "milestones"),
    "milestone.description": ("milestone", "title"),
    "plan.participants": ("plan", "derived"),
    "plan.group_count": ("plan", "derived"),
    "plan.meeting_count": ("plan", "derived"),
    "plan.lead_institutions": ("plan", "leads"),
    "plan.check_ins": ("plan", "monitoring"),
    "plan.sharing_results": ("plan", "monitoring"),
    "word.lead": ("milestone", "leads"),
    "word.axis": ("milestone", "axis"),
    "word.concerns": ("milestone", "collectivities"),
    "word.part_of": ("axis", "parent"),
    "word.themes": ("axis", "themes"),
    "word.baseline": ("indicator", "baseline"),
    "word.target": ("indicator", "target"),
    "word.values": ("indicator", "values"),
    "plan.workshops": ("plan", "workshops"),
    "workshop.groups": ("workshop", "heading"),
    "commitment.axes": ("commitment", "axis"),
}
_FORMS = {"form.plan": ("plan", "form"), "form.commitment": ("commitment", "form")}
_MODELS = {"plan": ActionPlan, "commitment": Commitment, "milestone": Milestone, "workshop": Workshop}


@cache
def known_labels() -> Mapping[str, tuple[Meaning, ...]]:
    """Gives what each label means, by folded label; a title of a form of our own that also asks for something asks."""
    found: dict[str, dict[Meaning, None]] = {}
    for label, meaning in _table():
        found.setdefault(fold(label), {})[meaning] = None
    asked = set(found)
    for label, meaning in _form():
        doubtful = any(each.field == "done_or_due" for each in found.get(fold(label), ()))
        if not doubtful and (meaning.field != "heading" or fold(label) not in asked):
            found.setdefault(fold(label), {})[meaning] = None
    return {key: with_lists(key, _in_one_language(tuple(meanings))) for key, meanings in found.items() if key}


def _in_one_language(meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Takes the language off a label that is written alike in several."""
    if len({meaning.language for meaning in meanings}) == 1:
        return meanings
    return tuple(dict.fromkeys(meaning._replace(language="") for meaning in meanings))


def _table() -> Iterator[tuple[str, Meaning]]:
    for row in rows_of("opengov_local.formats.wording", "labels.csv"):
        for label in row["labels"].split("|"):
            for concept in row["concepts"].split():
                yield label, Meaning(concept, row["field"], row["language"])


def _form() -> Iterator[tuple[str, Meaning]]:
    """Gives the labels of the forms that the library writes itself."""
    for label in own_labels():
        meaning = _meaning_of(_YEAR_OF_FORM.sub("", label.key, count=1))
        if meaning is not None:
            for language, text in label.texts.items():
                yield text, Meaning(*meaning, language)


def _meaning_of(key: str) -> tuple[str, str] | None:
    concept, _, field = key.partition(".")
    if key in _RENAMED or key in _FORMS:
        return _RENAMED.get(key) or _FORMS[key]
    if concept == "part" or field in ("at_a_glance", "description_part", "challenges_part", "engagement_part"):
        return ("plan", "heading")
    if concept == "word":
        return ("milestone", field) if field in shape_of(Milestone) else None
    if concept in ("note", "mark", "form") or (concept == "workshop" and field not in shape_of(Workshop)):
        return None
    return (concept, field) if concept in _MODELS else None
