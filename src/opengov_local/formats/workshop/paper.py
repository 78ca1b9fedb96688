"""The report of the workshops of a package, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.paper.composing import Composed, Composer, paper_of, with_contents, workshops_of
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import fields_left_out, parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.whole import plans_of
from opengov_local.formats.workshop import report, responses
from opengov_local.formats.workshop.wording import labels
from opengov_local.model.base import Model
from opengov_local.model.contribution import Contribution
from opengov_local.model.index import Index
from opengov_local.model.node import Node
from opengov_local.model.package import Package
from opengov_local.model.workshop import WorkingGroup, Workshop

_SHOWN: Final[dict[type[Model], set[str]]] = {
    Workshop: report.SHOWN,
    WorkingGroup: report.GROUP_SHOWN,
    Contribution: responses.SHOWN,
}
"""The fields that the report shows, by concept."""
_FEW: Final = 6


def _report(scribe: Scribe, package: Package, plan: str | None = None, workshop: str | None = None) -> Composed:
    """Makes the report of all workshops of a package, of those of the plan with an id, or of the one with an id."""
    scribe.lists_contributions = True
    wanted = _wanted(package, scribe.index, plan, workshop)
    sheets: list[Sheet] = []
    told = _plans(scribe.index, wanted)
    for number, each in enumerate(wanted, start=1):
        scribe.plan = _only(_plans(scribe.index, [each]) or told)
        made = report.report(scribe, f"workshop_{number}", each)
        made = replace(made, new_page=not _is_short(each))
        sheets += responses.responses(scribe, f"workshop_{number}_responses", each, made)
    if len(wanted) > 1:
        sheets = list(with_contents(scribe, sheets))
    paper, findings = paper_of(
        scribe, package, sheets, scribe.label("document.reports"), (scribe.label("note.only_stated"),)
    )
    by_kind, ids = scribe.index.by_kind, {id(each) for each in wanted}
    inside = [node for kind in _SHOWN for node in by_kind.get(kind, ()) if _workshop_of(node) in ids]
    hidden = len(by_kind.get(Contribution, ())) - sum(node.kind is Contribution for node in inside)
    return paper, (
        *findings,
        *fields_left_out((node.value for node in inside), _SHOWN),
        *parts_left_out(scribe.index, lambda _: False, ("contributions", hidden)),
    )


def _workshop_of(node: Node) -> int:
    """Gives the `id` of the workshop that an object is or lies in."""
    return id(node.value if node.kind is Workshop else node.above(Workshop))


def _plans(index: Index, workshops: Iterable[Workshop]) -> list[str]:
    """Gives the ids of the plans that some workshops name, each once."""
    named = ((index.find(each), each) for workshop in workshops for each in workshop.plans)
    return [*dict.fromkeys(plan.id if plan else each for plan, each in named)]


def _only(plans: Sequence[str]) -> str:
    return plans[0] if len(plans) == 1 else ""


def _is_short(workshop: Workshop) -> bool:
    """Tells whether the report of a workshop is shorter than a page, so that it stands below the one before it."""
    return not workshop.working_groups and len(workshop.contributions) + len(workshop.participants) <= _FEW


def _wanted(package: Package, index: Index, plan: str | None, workshop: str | None) -> list[Workshop]:
    there = package.workshops
    if plan is not None:
        there = [each for one in plans_of(package, plan) for each in workshops_of(package, one)]
    if not there:
        raise TargetError("tool/no-workshop")
    if workshop is None:
        return there
    found = index.find(workshop, Workshop)
    if found is None or found not in there:
        raise OptionError("tool/unknown-workshop", name=workshop, known=tuple(each.id for each in there))
    return [found]


compose: Final = Composer(labels, _report, brief=True)
"""The report of workshops."""
