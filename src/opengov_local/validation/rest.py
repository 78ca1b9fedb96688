"""What rules say of the healthy rest of a broken document: nothing that follows from what was left out of it."""

from __future__ import annotations

from datetime import date

from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.model.walk import Path, Survey
from opengov_local.validation.blanks import ANY, Watch
from opengov_local.validation.placing import Said
from opengov_local.validation.profiles import Chosen
from opengov_local.validation.prune import Pruned, trail
from opengov_local.validation.rules.careful import run_carefully
from opengov_local.validation.rules.register import Hit


def said_by(one: Chosen, hit: Hit, place: Path) -> Said:
    """Makes the finding of a hit at a place."""
    return Said(Finding(one.rule.code, one.severity, Location(pointer_of(place)), dict(hit.params)), hit.key)


def of_rest(survey: Survey, rest: Pruned, day: date, profiles: tuple[str, ...]) -> list[Said]:
    """Runs rules over what was left of a broken document.

    Args:
        survey: what a walk over it noted.
        rest: what was done to get it.
        day: the day that stands for today.
        profiles: the profiles that were asked for.

    Returns:
        What they found that will be true when the rest is mended, too; with the places in the document as it was read.
    """
    watch = Watch()
    rest.hide(survey, watch)
    hits = run_carefully(survey, day, profiles, watch, rest.nameless)
    known = {node.value.id for node in survey.identified} if rest.nameless and hits else set()
    return [said_by(one, hit, rest.origin(hit.path)) for one, hit in hits if not _follows(hit, rest, survey, known)]


def _follows(hit: Hit, rest: Pruned, survey: Survey, known: set[str]) -> bool:
    """Tells whether a hit may follow from what was left out alone."""
    if rest.spoiled(hit.path):
        return True
    for what in hit.depends:
        if rest.lacks(what) if not isinstance(what, str) else what in rest.cut_ids:
            return True
        if isinstance(what, str) and what not in known and _may_be_nameless(hit, rest):
            return True
    if not hit.unmentioned:
        return False
    return not rest.cut_texts.isdisjoint(hit.unmentioned) or _may_be_mentioned(hit, rest, survey)


def _may_be_nameless(hit: Hit, rest: Pruned) -> bool:
    """Tells whether an id that a hit misses may be that of an object whose id could not be read."""
    if not rest.nameless:
        return False
    step = trail(hit.path)[-1]
    wanted = step.field.refers if step.field is not None else None
    return not wanted or ANY in rest.nameless or not rest.nameless.isdisjoint(wanted)


def _may_be_mentioned(hit: Hit, rest: Pruned, survey: Survey) -> bool:
    """Tells whether what a hit says is mentioned nowhere may be mentioned where nothing could be read."""
    if not rest.unread_mentions or ANY in rest.unread_mentions:
        return bool(rest.unread_mentions)
    kinds = {node.kind.concept for node in survey.identified if node.value.id in hit.unmentioned}
    return not kinds.isdisjoint(rest.unread_mentions)
