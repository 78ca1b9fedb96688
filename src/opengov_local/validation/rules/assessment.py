"""Family assessment: answers outside their scale, scales of another time, and answers without their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from opengov_local import codelists
from opengov_local.finding import Parameter
from opengov_local.model import ActionPlan, Answer, Assessment
from opengov_local.model.base import OWN
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, Limit, Where, rule

_LISTS = "OGP commitments file, extract of July 2024: years in which each scale was used"
_FORMS = "OGP Local inception and end-of-commitment forms: explanation and evidence beside each answer"
_MODEL = "shared data model, assessments"
_ONE_WAY = f"{_MODEL}: a code, or one of the three ways of having none"


class Years(NamedTuple):
    """The years of plans that a scale was used for; the last is open where it is still used."""

    first: int
    last: int | None

    def holds(self, year: int, margin: int) -> bool:
        """Tells whether the scale was used for plans of a year, or of one so many years apart."""
        return self.first - margin <= year and (self.last is None or year <= self.last + margin)

    def meets(self, other: Years) -> bool:
        """Tells whether two scales were ever used at one time."""
        return (self.last is None or other.first <= self.last) and (other.last is None or self.first <= other.last)

    def __str__(self) -> str:
        return f"{self.first}–{self.last or ''}"


@cache
def years_of(criterion: str) -> Years | None:
    """Gives the years of a criterion of the list; None where the list does not say, or does not have it."""
    known = codelists.get("assessment_criterion")
    vintage = known[criterion].vintage if criterion in known else None
    years = re.fullmatch(r"(\d{4})-(\d{4})?", vintage or "")
    return Years(int(years[1]), int(years[2]) if years[2] else None) if years else None


@rule(
    "assessment/answer-of-other-criterion",
    "error",
    source="code list assessment_answer: the scale of each answer",
    needs=("answer",),
)
def answer_of_other_criterion(value: Answer, node: Node, context: Context) -> Iterator[Hit]:
    """An answer that is on the scale of another criterion."""
    answers = codelists.get("assessment_answer")
    if value.answer is None or value.answer not in answers or value.criterion.startswith(OWN):
        return
    scale = answers[value.answer].parent
    if scale is not None and scale != value.criterion:
        yield Hit((*node.path, "answer"), {"answer": value.answer, "scale": scale, "criterion": value.criterion})


@rule("assessment/answer-and-missing", "error", source=_ONE_WAY, needs=("answer", "missing"))
def answer_and_missing(value: Answer, node: Node, context: Context) -> Iterator[Hit]:
    """An answer beside the mark that there is none."""
    if value.answer is not None and value.missing is not None:
        yield Hit((*node.path, "missing"), {"answer": value.answer, "missing": value.missing})


def _says_nothing(*said: object) -> bool:
    return all(one is None for one in said[:-1])  # the context is the last


@rule(
    "assessment/no-answer",
    "warning",
    source=_ONE_WAY,
    where=Where((), _says_nothing, maybe=("answer", "missing", "original", "explanation")),
)
def no_answer(value: Answer, node: Node, context: Context) -> Iterator[Hit]:
    """A question with neither an answer, nor why there is none, nor the word of the source."""
    if value.answer is None and value.missing is None and value.original is None and value.explanation is None:
        cut = tuple((*node.path, name) for name in ("answer", "missing", "original", "explanation"))
        yield Hit(node.path, {"criterion": value.criterion}, depends=cut)


@rule(
    "assessment/not-applicable-twofold",
    "info",
    source="code lists assessment_answer and missing_code",
    needs=("missing",),
)
def not_applicable_twofold(value: Answer, node: Node, context: Context) -> Iterator[Hit]:
    """The mark NA on a scale that has “not applicable” as an answer of its own: the two are not the same."""
    own = f"{value.criterion}.not_applicable"
    if value.missing == "NA" and value.answer is None and own in codelists.get("assessment_answer"):
        yield Hit((*node.path, "missing"), {"criterion": value.criterion, "suggestion": own}, ((*node.path, "answer"),))


def _year(value: Assessment, context: Context) -> int | None:
    """Gives the year in which the assessed plan begins; else the edition of the instrument, where it is a year."""
    target = context.index.node_of(value.target)
    plan = target and (target.value if target.kind is ActionPlan else target.above(ActionPlan))
    if plan and plan.period and plan.period.start and not plan.period.qualifier:
        return int(plan.period.start[:4])
    edition = value.vintage or ""
    return int(edition) if re.fullmatch(r"20\d\d", edition) else None


@rule(
    "assessment/scale-of-wrong-vintage",
    "warning",
    source=_LISTS,
    evidence="verified",
    limits={
        "margin": Limit(2, "years", "2026-11-23", f"{_LISTS}; plans were assessed up to two years later", "inferred")
    },
)
def scale_of_wrong_vintage(value: Assessment, node: Node, context: Context, *, margin: int) -> Iterator[Hit]:
    """An answer on a scale that was not used for plans of that time."""
    year = _year(value, context)
    for position, answer in enumerate(value.answers):
        years = years_of(answer.criterion)
        if year is not None and years and answer.answer is not None and not years.holds(year, margin):
            path = (*node.path, "answers", position, "criterion")
            yield Hit(path, {"criterion": answer.criterion, "years": str(years), "year": year})


@rule("assessment/mixed-scales", "warning", source=_LISTS, evidence="verified")
def mixed_scales(value: Assessment, node: Node, context: Context) -> Iterator[Hit]:
    """Answers of one assessment on two scales that were never used at one time; said once."""
    given = [(at, one.criterion) for at, one in enumerate(value.answers) if one.answer is not None]
    dated = [(at, criterion, years) for at, criterion in given if (years := years_of(criterion))]
    if not dated:
        return
    oldest = min(dated, key=lambda one: one[2].last or 9999)
    newest = max(dated, key=lambda one: one[2].first)
    if not oldest[2].meets(newest[2]):
        params: dict[str, Parameter] = {"criterion": newest[1], "years": str(newest[2])}
        later = {"other": oldest[1], "other_years": str(oldest[2])}
        yield Hit((*node.path, "answers", newest[0], "criterion"), {**params, **later})


@rule(
    "assessment/contradicting-answers",
    "warning",
    source=_MODEL,
    limits={
        "repeated": Limit(
            ("local_disclosure", "local_participation", "local_accountability"),
            "criteria that are asked several times",
            "2026-11-23",
            "OGP Local end-of-commitment form, section 2",
            "inferred",
        )
    },
)
def contradicting_answers(
    value: Assessment, node: Node, context: Context, *, repeated: tuple[str, ...]
) -> Iterator[Hit]:
    """Two different answers to one question in one assessment."""
    first: dict[str, str] = {}
    for position, one in enumerate(value.answers):
        if one.answer is not None and one.criterion not in repeated:
            earlier = first.setdefault(one.criterion, one.answer)
            if earlier != one.answer:
                path = (*node.path, "answers", position, "answer")
                yield Hit(path, {"criterion": one.criterion, "answer": one.answer, "other": earlier})


_INSTRUMENTS = {
    "instruments": Limit(
        ("ogp_local_inception", "ogp_local_end_of_commitment"), "instruments", "2026-11-23", _FORMS, "verified"
    )
}


def _answered(value: Assessment, instruments: tuple[str, ...]) -> Iterator[tuple[int, Answer]]:
    if value.instrument in instruments:
        yield from ((at, one) for at, one in enumerate(value.answers) if one.answer is not None)


@rule(
    "assessment/missing-explanation",
    "warning",
    source=_FORMS,
    evidence="verified",
    profiles=("ogp-local",),
    limits=_INSTRUMENTS,
)
def missing_explanation(
    value: Assessment, node: Node, context: Context, *, instruments: tuple[str, ...]
) -> Iterator[Hit]:
    """An answer without the brief explanation that the form asks for."""
    for position, one in _answered(value, instruments):
        if one.explanation is None:
            path = (*node.path, "answers", position, "explanation")
            yield Hit(path, {"criterion": one.criterion}, depends=(path,))


@rule(
    "assessment/missing-evidence",
    "info",
    source=_FORMS,
    evidence="verified",
    profiles=("ogp-local",),
    limits=_INSTRUMENTS,
)
def missing_evidence(value: Assessment, node: Node, context: Context, *, instruments: tuple[str, ...]) -> Iterator[Hit]:
    """An answer without the evidence that the form asks for."""
    for position, one in _answered(value, instruments):
        if not one.evidence:
            path = (*node.path, "answers", position, "evidence")
            yield Hit(path, {"criterion": one.criterion}, depends=(path,))
