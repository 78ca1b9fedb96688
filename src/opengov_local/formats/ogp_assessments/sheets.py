"""The three forms: inception and final learning of a plan, end of a commitment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.formats.ogp_assessments import facts
from opengov_local.formats.ogp_assessments.answers import BLANK, answer_grid, why_missing
from opengov_local.formats.ogp_assessments.filed import Filed
from opengov_local.formats.ogp_assessments.heads import about_part, differing, head_part
from opengov_local.formats.ogp_assessments.heads import facts as commitment_facts
from opengov_local.formats.paper.commitments import titled
from opengov_local.formats.paper.composing import workshops_of
from opengov_local.formats.paper.content import BLANK_LINE, Blocks, Box, Grid, Line, Lines, Part, Row, Sheet, Signatures
from opengov_local.formats.paper.drafts import answered, unanswered
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import whose
from opengov_local.model.assessment import Answer, Assessment
from opengov_local.model.commitment import Commitment
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

_COMPLIANCE: Final = ("forum_exists", "forum_multi_stakeholder")
_REQUIREMENTS: Final = ("endorsement", "website_updated", "information_before_meetings")
_PRACTICES: Final = (
    "website",
    "advance_information",
    "ground_rules",
    "open_meetings",
    "inputs",
    "reasoned_response",
)
_INITIAL: Final = ("local_verifiability", "local_relevance", "local_continuity", "local_potential_for_results")
_COMPLETION: Final = ("local_completion",)
_OPENED: Final = ("local_disclosure", "local_participation", "local_accountability")
_LEARNING: Final = ("number", "title", "status", "milestones", "completion")


def inception(scribe: Scribe, anchor: str, package: Package, plan: ActionPlan, filed: Filed) -> Sheet:
    """Makes the inception assessment of a plan: its co-creation, and each commitment."""
    made, says = filed.about(plan), facts.of_plan(scribe, plan)
    answers = made.answers if made else []
    practices = facts.of_practices(scribe, plan, workshops_of(package, plan))
    parts = (
        head_part(scribe, plan, None, made, "note.deadline_inception"),
        about_part(scribe, plan, made),
        _asked(scribe, "section.compliance", _COMPLIANCE, answers, says),
        _part(
            scribe, "section.requirements", answer_grid(scribe, "section.requirements", _REQUIREMENTS, answers, says)
        ),
        *_others(scribe, made, (*_COMPLIANCE, *_REQUIREMENTS)),
        _part(scribe, "section.practices", *(_practice(scribe, name, practices.get(name, ())) for name in _PRACTICES)),
        _part(scribe, "section.commitments", *(() if plan.commitments else (_none(scribe),))),
        *(_initial(scribe, made, commitment, filed.about(commitment)) for commitment in plan.commitments),
        _signature(scribe),
    )
    return _of_plan(scribe, anchor, "form.ogp_local_inception", plan, parts)


def end_of_commitment(scribe: Scribe, anchor: str, plan: ActionPlan, commitment: Commitment, filed: Filed) -> Sheet:
    """Makes the end-of-commitment assessment of a commitment."""
    made, says = filed.about(commitment), facts.of_commitment(scribe, commitment)
    answers = made.answers if made else []
    parts = (
        head_part(scribe, plan, commitment, made, "note.deadline_end"),
        about_part(scribe, plan, made),
        _asked(scribe, "section.completion", _COMPLETION, answers, says),
        _part(
            scribe, "section.open_government", answer_grid(scribe, "section.open_government", _OPENED, answers, says)
        ),
        _part(scribe, "section.lessons", Row("section.lessons", None, BLANK, False)),
        *_others(scribe, made, (*_COMPLETION, *_OPENED)),
        _signature(scribe),
    )
    kind = scribe.label("form.ogp_local_end_of_commitment")
    return Sheet(anchor, kind, titled(scribe, commitment), Line(scribe.name(plan.title)), parts)


def learning(scribe: Scribe, anchor: str, plan: ActionPlan, filed: Filed, ends: Filed) -> Sheet:
    """Makes the final learning exercise of a plan: what became of its commitments, and what was learned."""
    made = filed.about(plan)
    summary = say(made.summary, scribe) if made else ()
    parts = (
        head_part(scribe, plan, None, made, None),
        about_part(scribe, plan, made, summary=False),
        _part(scribe, "section.results", _results(scribe, plan, ends)),
        _part(scribe, "section.learning", Row("section.learning", None, summary or BLANK * 3, bool(summary))),
        *_others(scribe, made, ()),
        _signature(scribe),
    )
    return _of_plan(scribe, anchor, "form.ogp_local_final_learning", plan, parts)


def _of_plan(scribe: Scribe, anchor: str, key: str, plan: ActionPlan, parts: tuple[Part, ...]) -> Sheet:
    of = Line(scribe.listed(whose(scribe, plan.collectivities)))
    return Sheet(anchor, scribe.label(key), Line(scribe.name(plan.title)), of, parts)


def _part(scribe: Scribe, key: str, *blocks: Row | Grid) -> Part:
    """Makes a section with the weight of what is known of it."""
    evidence = scribe.evidence(key)
    return Part(key, scribe.label(key), blocks, "form" if evidence == "verified" else evidence)


def _none(scribe: Scribe) -> Row:
    """Says below a heading that nothing is stated of what it heads."""
    return Row("section.commitments", None, scribe.not_stated(), False)


def _signature(scribe: Scribe) -> Part:
    """Makes the box that the evaluator signs."""
    blanks = tuple(scribe.label(f"sign.{key}") for key in ("place", "signature"))
    box = Box(scribe.label("sign.evaluator"), Line(()), blanks)
    return Part(
        "part.signature", scribe.label("part.signature"), (Signatures("part.signature", (box,)),), together=True
    )


def _asked(
    scribe: Scribe, key: str, criteria: Sequence[str], answers: Sequence[Answer], says: Mapping[str, Lines]
) -> Part:
    """Makes a section of questions with coded answers."""
    return _part(scribe, key, answer_grid(scribe, key, criteria, answers, says))


def _practice(scribe: Scribe, name: str, says: Lines) -> Row:
    """Asks for a practice; several lines of the plan are a list, so that none is taken for an answer."""
    items = tuple(Line(line.phrases, line.language, "item") for line in says if line.text.strip(BLANK_LINE))
    lines = scribe.labelled("answer.says", items if len(items) > 1 else says)
    key = f"practice.{name}"
    return Row(key, scribe.label(key), (*lines, *BLANK), bool(lines))


def _initial(scribe: Scribe, of_plan: Assessment | None, commitment: Commitment, made: Assessment | None) -> Part:
    """Makes the part about one commitment."""
    answers, says = made.answers if made else [], facts.of_commitment(scribe, commitment)
    others = tuple(dict.fromkeys(each.criterion for each in answers if each.criterion not in _INITIAL))
    grid = answer_grid(scribe, "section.commitments", (*_INITIAL, *others), answers, says)
    heading = titled(scribe, commitment)
    blocks: Blocks = (*commitment_facts(scribe, commitment), *differing(scribe, of_plan, made), grid)
    return Part("section.commitments", heading.text, blocks, "recalled", 3, heading, together=True)


def _others(scribe: Scribe, made: Assessment | None, asked: Sequence[str]) -> tuple[Part, ...]:
    """Makes the part of the answers to questions that the form does not have."""
    answers = [each for each in (made.answers if made else []) if each.criterion not in asked]
    criteria = tuple(dict.fromkeys(each.criterion for each in answers))
    if not criteria:
        return ()
    return (_asked(scribe, "section.others", criteria, answers, {}),)


def _results(scribe: Scribe, plan: ActionPlan, ends: Filed) -> Grid:
    """Makes the table of what became of the commitments, as the package states it."""
    head = tuple(scribe.label(f"learning.{column}") for column in _LEARNING)
    rows = tuple(_result(scribe, commitment, ends.about(commitment)) for commitment in plan.commitments)
    none = () if rows else ((unanswered(scribe, plan, ["commitments"]),),)
    return Grid("section.results", None, head, (4, 15, 12, 7, 10), rows or none)


def _result(scribe: Scribe, commitment: Commitment, end: Assessment | None) -> tuple[Lines, ...]:
    reached = [each for each in (end.answers if end else []) if each.criterion in _COMPLETION]
    cells = (
        (Line((scribe.plain(commitment.number),)),) if commitment.number else (),
        (Line(scribe.name(commitment.title)),),
        say(commitment.status, scribe),
        facts.done(scribe, commitment, named=False),
        tuple(line for each in reached for line in _reached(scribe, each)),
    )
    fields = (("number",), ("title",), ("status",), ("milestones",), ())
    return answered(scribe, commitment, zip(cells, fields, strict=True))


def _reached(scribe: Scribe, answer: Answer) -> Lines:
    """Says how far a commitment was carried out, or why nobody says it."""
    if answer.answer:
        return (Line((scribe.code("assessment_answer", answer.answer),)),)
    return (Line((why_missing(scribe, answer.missing),)),) if answer.missing else ()
