"""What belongs to a plan or contribution without lying in it: mentions, workshops, assessments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from opengov_local.model import ActionPlan, Assessment, Workshop
from opengov_local.model.base import Model
from opengov_local.model.identity import Identified
from opengov_local.validation.rules.register import Context


def all_ids(value: Identified) -> tuple[str, ...]:
    """Gives the present and the former ids of an object."""
    return value.id, *value.former_ids


def mentions(value: Identified, context: Context) -> Iterator[tuple[str, Model]]:
    """Gives every mention of an object: the field it stands in, and the object that has the field."""
    for identifier in all_ids(value):
        for mention in context.index.refs_to(identifier):
            step = mention.path[-1]
            yield str(mention.path[-2] if isinstance(step, int) else step), mention.source


def same(identifier: str, context: Context) -> str:
    """Gives the present id of the object that a reference points at; the reference itself when it is not here."""
    found = context.index.find(identifier)
    return found.id if found else identifier


class _Workshops(NamedTuple):
    """The workshops of a package by plan and, for those that name no plan, by collectivity; `""` for none."""

    by_plan: dict[str, list[Workshop]]
    by_collectivity: dict[str, list[Workshop]]


def _workshops(context: Context) -> _Workshops:
    sorted_ones = _Workshops({}, {})
    for workshop in context.package.workshops:
        named = sorted_ones.by_plan if workshop.plans else sorted_ones.by_collectivity
        for identifier in dict.fromkeys(workshop.plans or workshop.collectivities or [""]):
            named.setdefault(same(identifier, context) if identifier else "", []).append(workshop)
    return sorted_ones


def workshops_of(plan: ActionPlan, context: Context) -> Iterator[Workshop]:
    """Gives the workshops that name a plan, and those that name none and may be meant for it by their collectivity."""
    sorted_ones = context.once(_workshops)
    yield from sorted_ones.by_plan.get(plan.id, ())
    for identifier in ("", *plan.collectivities):
        found = sorted_ones.by_collectivity.get(same(identifier, context) if identifier else "", ())
        yield from found


def _assessments(context: Context) -> dict[str, list[tuple[int, Assessment]]]:
    by_target: dict[str, list[tuple[int, Assessment]]] = {}
    for position, assessment in enumerate(context.package.assessments):
        by_target.setdefault(same(assessment.target, context), []).append((position, assessment))
    return by_target


def assessments_of(target: Identified, instrument: str, context: Context) -> list[tuple[int, Assessment]]:
    """Gives the assessments of an object by an instrument, with their positions in the package."""
    found = context.once(_assessments).get(target.id, ())
    return [(position, assessment) for position, assessment in found if assessment.instrument == instrument]
