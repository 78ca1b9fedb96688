"""Answers that several documents give in the same way: ends of a period, values and goals, numbers, percentages."""

from __future__ import annotations

from opengov_local.formats.paper.content import Line, Lines, Phrase, itemized
from opengov_local.formats.paper.questions import Question
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.commitment import Commitment
from opengov_local.model.plan import ActionPlan
from opengov_local.model.workshop import Workshop


def boundary(name: str) -> Question[ActionPlan]:
    """Makes the question for an end of the period of a plan, `start` or `end`, with how it is meant."""

    def answer(scribe: Scribe, plan: ActionPlan) -> Lines:
        date = getattr(plan.period, name, None)
        if plan.period is None or date is None:
            return ()
        how = plan.period.qualifier
        meant = (Phrase(" ("), scribe.kind("date_qualifier", how), Phrase(")")) if how else ()
        return (Line((scribe.date(date), *meant)),)

    return Question(f"plan.{name}", answer, ("period",))


def identifiers(scribe: Scribe, value: Commitment | ActionPlan, without: str | None = None) -> Lines:
    """Says the identifiers of a plan or commitment, each with its scheme; those of one scheme may be left to others."""
    return tuple(
        Line((scribe.code("identifier_scheme", number.scheme), scribe.words("mark.colon"), *line.phrases))
        for number in value.identifiers
        if number.scheme != without
        for line in say(number, scribe)
    )


def goals(scribe: Scribe, commitment: Commitment) -> Lines:
    """Says which Sustainable Development Goals a commitment serves, by number and name."""
    numbers = [str(goal) for goal in commitment.sdgs]
    lines = itemized((Line((scribe.plain(goal), Phrase(". "), scribe.code("sdg", goal))),) for goal in numbers)
    return lines or say(commitment.sdgs, scribe)


def values(scribe: Scribe, commitment: Commitment) -> Lines:
    """Says which OGP values a commitment serves."""
    return itemized((Line((scribe.code("ogp_value", each.value),)),) for each in commitment.ogp_values)


def reasons(scribe: Scribe, commitment: Commitment, *, bare: bool = False) -> Lines:
    """Says why a commitment serves its OGP values, each reason behind its value.

    Args:
        scribe: who writes.
        commitment: the commitment.
        bare: whether values without a reason are named too.
    """
    found: list[Lines] = []
    for relevance in commitment.ogp_values:
        value = scribe.code("ogp_value", relevance.value)
        if relevance.why:
            first, *rest = say(relevance.why, scribe)
            found.append((Line((value, scribe.words("mark.colon"), *first.phrases)), *rest))
        elif bare:
            found.append((Line((value,)),))
    return itemized(found)


def percent(scribe: Scribe, progress: int | None) -> Lines:
    """Says how much is done; nothing where nothing was entered, which is not 0."""
    return () if progress is None else (Line((scribe.words("mark.percent", number=progress),)),)


def counted(scribe: Scribe, number: Phrase) -> Lines:
    """Says a number with the words that it was counted in what the file records."""
    return (Line((number, Phrase(" ("), scribe.words("word.counted"), Phrase(")"))),)


def days(scribe: Scribe, workshop: Workshop) -> Lines:
    """Says when a workshop was held: its day, from its first day to its last, or until its last."""
    if workshop.date is None:
        return (Line((scribe.until(workshop.until),)),) if workshop.until else ()
    return (Line((scribe.date(workshop.date, workshop.until),)),)


def languages(scribe: Scribe, workshop: Workshop) -> Lines:
    """Says which languages were spoken in a workshop."""
    return itemized((Line((scribe.tongue(tag),)),) for tag in workshop.languages)
