"""The paper: all forms of a package in one language, with banner, footer, notices and findings."""

from __future__ import annotations

from opengov_local.errors import OptionError, TargetError
from opengov_local.finding import Finding
from opengov_local.formats.ogp_local.commitment_form import INCEPTION, commitment_sheet
from opengov_local.formats.ogp_local.form import Paper, Sheet
from opengov_local.formats.ogp_local.labels import LANGUAGES
from opengov_local.formats.ogp_local.plan_form import plan_sheet
from opengov_local.formats.ogp_local.scribe import Scribe
from opengov_local.model.contribution import Contribution
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan
from opengov_local.model.walk import walk

_NOTICES = ("other_language", "private_persons", "contacts", "unprintable")


def compose(
    package: Package, *, language: str, with_contacts: bool, plan: str | None
) -> tuple[Paper, tuple[Finding, ...]]:
    """Puts the forms of a package together.

    Args:
        package: the package.
        language: language of the form: en, fr or ar.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the one plan that is wanted; None for all plans of the package.

    Returns:
        The paper and what was left out, replaced or shown in another language.

    Raises:
        OptionError: the form is not there in this language, or the package has no such plan.
        TargetError: the package has no plan at all.
    """
    if language not in LANGUAGES:
        raise OptionError("tool/form-language", name=language, known=tuple(LANGUAGES))
    scribe = Scribe(package, language, with_contacts=with_contacts)
    sheets = tuple(
        sheet
        for number, each in enumerate(_plans(package, scribe, plan), start=1)
        for sheet in _sheets(scribe, package, each, f"plan_{number}")
    )
    counts = scribe.counts()
    paper = Paper(
        language=language,
        title=sheets[0].title.text,
        banner=scribe.label("note.synthetic") if package.synthetic else None,
        footer=scribe.label("note.footer"),
        page=scribe.label("word.page"),
        sheets=sheets,
        about_title=scribe.label("part.about"),
        notices=(
            scribe.label("note.unofficial"),
            *(scribe.label(f"note.{what}", count=counts[what]) for what in _NOTICES if counts[what]),
        ),
        published=package.published_at,
    )
    return paper, (*scribe.findings(), *_not_in_form(package))


def _plans(package: Package, scribe: Scribe, wanted: str | None) -> list[ActionPlan]:
    if not package.plans:
        raise TargetError("tool/no-plan")
    if wanted is None:
        return package.plans
    plan = scribe.index.find(wanted, ActionPlan)
    if plan is None:
        raise OptionError("tool/unknown-plan", name=wanted, known=tuple(each.id for each in package.plans))
    return [plan]


def _sheets(scribe: Scribe, package: Package, plan: ActionPlan, anchor: str) -> tuple[Sheet, ...]:
    anchors = [f"{anchor}_commitment_{number}" for number in range(1, len(plan.commitments) + 1)]
    return (
        plan_sheet(scribe, anchor, package, plan, anchors),
        *(
            commitment_sheet(scribe, place, plan, commitment)
            for place, commitment in zip(anchors, plan.commitments, strict=True)
        ),
    )


def _not_in_form(package: Package) -> tuple[Finding, ...]:
    """Gives what the form has no place for, counted over the whole package."""
    values = [node.value for node in walk(package)]
    counts = {
        "progress_updates": len(package.progress_updates),
        "assessments": sum(each.instrument != INCEPTION for each in package.assessments),
        "contributions": sum(isinstance(value, Contribution) for value in values),
        "reported_figures": len(package.reported_figures),
        "sources": len(package.sources),
        "unknown_fields": sum(len(value.model_extra or {}) for value in values),
    }
    return tuple(
        Finding("export/not-in-form", "info", params={"what": what, "count": count})
        for what, count in counts.items()
        if count
    )
