"""How each concept of the model is said in lines: bodies, adoptions, budgets, indicators, files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, singledispatch
from typing import Any

from opengov_local.formats.paper.content import NUMBERED, Line, Lines, Phrase, itemized
from opengov_local.formats.paper.drafts import is_unusable
from opengov_local.formats.paper.known import PERCENT
from opengov_local.formats.paper.measures import words_of_measures
from opengov_local.formats.paper.named_kinds import name_with_kind
from opengov_local.formats.paper.naming import Phrases, all_named, named
from opengov_local.formats.paper.parties import BESIDE, of_words, participants, party, person_alone
from opengov_local.formats.paper.quoting import in_the_source, quoted
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.importing.words import fold
from opengov_local.messages.numbers import write_measured
from opengov_local.model.adoption import Adoption, Amendment, Endorsement, LinkedPlan, Submission
from opengov_local.model.axis import Axis
from opengov_local.model.base import is_unstated
from opengov_local.model.citation import Attachment, Citation
from opengov_local.model.dates import PartialDate
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import Identifier
from opengov_local.model.indicator import Indicator, Measurement
from opengov_local.model.money import BudgetLine, Resource
from opengov_local.model.party import GovernanceBody, ParticipantGroup, Party, Person
from opengov_local.model.status import Completion, PlanStatus, Statement, Status


def say(value: Any, scribe: Scribe) -> Lines:
    """Says a value of the model in lines: none when nothing is stated, "none" when that is what is stated.

    Raises:
        TypeError: nothing is known about this kind of value.
    """
    return _words_for(type(value))(value, scribe)


def is_spoken(kind: type) -> bool:
    """Tells whether there are words for a kind of value."""
    return _said.dispatch(kind) is not _said.dispatch(object)


@singledispatch
def _said(value: Any, scribe: Scribe) -> Lines:
    raise TypeError(f"the form has no words for {type(value).__name__}")


_words_for: Callable[[type], Callable[..., Lines]] = cache(_said.dispatch)


@_said.register
def _(value: None, scribe: Scribe) -> Lines:
    return ()


@_said.register(list)
def _(value: list[Any], scribe: Scribe) -> Lines:
    if is_unstated(value):
        return ()
    return itemized(say(item, scribe) for item in value) or (Line((scribe.words("word.none"),)),)


@_said.register(dict)
def _(value: dict[str, str], scribe: Scribe) -> Lines:
    return scribe.text(value)


@_said.register
def _(value: str, scribe: Scribe) -> Lines:
    leads = value.lower().startswith(("http://", "https://"))
    return (Line((scribe.link(value) if leads else scribe.plain(value, running=True),)),)


@_said.register
def _(value: bool, scribe: Scribe) -> Lines:
    return (Line((scribe.words("word.yes" if value else "word.no"),)),)


@_said.register
def _(value: PartialDate, scribe: Scribe) -> Lines:
    return scribe.once.get(value) or scribe.once.setdefault(value, (Line((scribe.date(value),)),))


@_said.register
def _(value: Party, scribe: Scribe) -> Lines:
    return (Line(party(scribe, value)),)


@_said.register
def _(value: Person, scribe: Scribe) -> Lines:
    return (Line(person_alone(scribe, value)),)


@_said.register
def _(value: ParticipantGroup, scribe: Scribe) -> Lines:
    return (Line(participants(scribe, value)),)


@_said.register
def _(value: GovernanceBody, scribe: Scribe) -> Lines:
    return (
        Line(scribe.name(value.name)),
        *scribe.labelled("word.concerns", all_named(scribe, value.collectivities)),
        *scribe.labelled("word.remit", say(value.remit, scribe)),
        *scribe.labelled("word.rules", say(value.rules, scribe)),
        *scribe.labelled("word.meetings", say(value.meetings, scribe)),
        *scribe.labelled("word.established", say(value.established, scribe)),
        *scribe.labelled("word.seats", say(value.seats, scribe)),
        *say(value.url, scribe),
    )


@_said.register
def _(value: Identifier, scribe: Scribe) -> Lines:
    """Says a number with the collectivity that holds it, when it is one of several."""
    holder = (Phrase(" — "), *named(scribe, value.holder)) if value.holder else ()
    return (Line((scribe.plain(value.value), *holder)),)


@_said.register
def _(value: Endorsement, scribe: Scribe) -> Lines:
    head = _parts(scribe, value.by, value.date)
    return _below(scribe, head, *say(value.statement, scribe), *listed_files(scribe, value.attachments))


@_said.register
def _(value: Adoption, scribe: Scribe) -> Lines:
    session, kind = name_with_kind(scribe, value.session, "session_kind", value.session_kind)
    to_come = (Phrase(" ("), scribe.words("word.planned"), Phrase(")"))
    planned = Line((scribe.date(value.planned), *to_come)) if value.planned else None
    number = (Line((scribe.plain(value.deliberation),)),) if value.deliberation else ()
    head = _parts(scribe, _named(scribe, value.collectivity), value.date, planned, session, kind)
    return _below(
        scribe,
        head,
        *scribe.labelled("word.deliberation", number),
        *listed_files(scribe, value.attachments),
    )


@_said.register
def _(value: Submission, scribe: Scribe) -> Lines:
    to = Line((scribe.code("network", value.to),)) if value.to else None
    return _parts(scribe, value.date, to, _named(scribe, value.collectivity), value.url)


@_said.register
def _(value: LinkedPlan, scribe: Scribe) -> Lines:
    title, kind = name_with_kind(scribe, value.title, "linked_plan_kind", value.kind)
    return _below(scribe, _parts(scribe, kind, title, value.url), *say(value.relation, scribe))


@_said.register
def _(value: Amendment, scribe: Scribe) -> Lines:
    return _below(
        scribe,
        _parts(scribe, value.date, value.decided_by),
        *say(value.reason, scribe),
        *(
            line
            for key, ids in (("added", value.added), ("removed", value.removed), ("changed", value.changed))
            for line in scribe.labelled(f"word.{key}", _changed(scribe, ids))
        ),
    )


def _changed(scribe: Scribe, ids: Iterable[str]) -> Lines:
    """Names what was changed; what went out and is in the package no more has no name left."""
    return itemized(
        (Line(named(scribe, each) if scribe.index.find(each) else (scribe.words("word.gone"),)),) for each in ids
    )


@_said.register
def _(value: Attachment, scribe: Scribe) -> Lines:
    title, kind = name_with_kind(scribe, value.title, "attachment_kind", value.kind)
    path = Line((scribe.link(value.path),)) if value.path else None
    return _parts(scribe, title, kind, value.date, value.url, path)


@_said.register
def _(value: Citation, scribe: Scribe) -> Lines:
    lines = _cited(scribe, value)
    if value.title or not value.publisher:
        return lines
    label, *rest = lines[0].phrases  # a line of its own begins with a capital
    return (Line((Phrase(label.text[:1].upper() + label.text[1:]), *rest)), *lines[1:])


def _cited(scribe: Scribe, value: Citation, *, within: bool = False) -> Lines:
    """Says what is cited as it stands behind a label; `within` a line a note has one line, too."""
    who = (Line((scribe.plain(value.publisher, running=True),)),) if value.publisher else ()
    lines = (Line(scribe.name(value.note)),) if within and value.note else say(value.note, scribe)
    publisher, note = scribe.labelled("word.publisher", who), scribe.labelled("word.note", lines)
    return (*_parts(scribe, value.title, *publisher, value.date, value.url), *note)


@_said.register
def _(value: BudgetLine, scribe: Scribe) -> Lines:
    sum_ = value.amount
    amount = Line(scribe.money(sum_)) if sum_ else None
    year = Line((scribe.plain(str(value.year)),)) if value.year is not None else None
    funder = scribe.labelled("word.funder", say(value.funder, scribe))
    places = all_named(scribe, value.collectivities)
    scope = scribe.labelled("word.concerns", (Line(scribe.listed(places)),) if places else ())
    if amount is None and not (value.text and not value.label):
        nothing = "note.unusable" if is_unusable(scribe, value, ("amount",)) else "word.not_stated"
        words = scribe.name(value.text) if value.text else (scribe.words(nothing),)
        label = (*scribe.name(value.label), Phrase(BESIDE)) if value.label else ()  # a comma may be one of their own
        return _parts(scribe, Line((*label, *words)), year, *funder, *scope)
    text = Line(of_words(scribe.name(value.text))) if value.text and amount is None else value.text
    return _parts(scribe, value.label, amount, text, year, *funder, *scope)


@_said.register
def _(value: Resource, scribe: Scribe) -> Lines:
    kind = (scribe.code("resource_kind", value.kind),) if value.kind else ()
    words = say(value.description, scribe)
    if not (kind and words):
        return words or (Line(kind),)
    return (Line((*kind, scribe.words("mark.colon"), *words[0].phrases)), *words[1:])


@_said.register
def _(value: Measurement, scribe: Scribe) -> Lines:
    number = Line((scribe.measured(value.value),)) if value.value is not None else None
    source = scribe.labelled("word.source", _cited(scribe, value.source, within=True)) if value.source else ()
    date = Line((scribe.date(value.date),)) if value.date else None
    if date and not (number or value.text):  # a year alone would be the number
        date = Line((Phrase("("), *date.phrases, Phrase(")")))
    return _parts(scribe, number, value.text, date, *source)


@_said.register
def _(value: Indicator, scribe: Scribe) -> Lines:
    unit = scribe.unit(value.unit) if value.unit else ()
    sign = len(unit) == 1 and unit[0].text in PERCENT  # other brackets may be those of the name
    return (
        Line((*scribe.name(value.name), *((Phrase(" ("), *unit, Phrase(")")) if sign else ()))),
        *scribe.labelled("word.unit", (Line(unit),) if unit and not sign else ()),
        *scribe.labelled("word.baseline", say(value.baseline, scribe)),
        *scribe.labelled("word.target", say(value.target, scribe)),
        *scribe.labelled("word.values", say(value.values, scribe)),
        *scribe.labelled("word.lead", say(value.leads, scribe)),
        *scribe.labelled("milestone.end", say(value.due, scribe)),
        *scribe.labelled("word.schedule", (Line(scribe.name(value.schedule)),) if value.schedule else ()),
    )


@_said.register
def _(value: ReportedFigure, scribe: Scribe) -> Lines:
    has_ratio = value.numerator is not None or value.denominator is not None
    ratio = (Phrase(" ("), Phrase(_ratio(value, scribe)), Phrase(")")) if has_ratio else ()
    day = (Phrase(" — "), scribe.date(value.as_of)) if value.as_of else ()
    figure = (
        *_counted(scribe, value),
        scribe.words("mark.colon"),
        *scribe.amount(value.value, value.unit),
        *ratio,
        *day,
    )
    sources = (line for each in value.sources for line in scribe.labelled("word.source", _cited(scribe, each)))
    return (Line(figure), *say(value.note, scribe), *sources)


@_said.register
def _(value: Axis, scribe: Scribe) -> Lines:
    number = (scribe.plain(value.number), Phrase(NUMBERED)) if value.number else ()
    return (
        Line((*number, *scribe.name(value.title))),
        *scribe.labelled("word.part_of", all_named(scribe, [value.parent] if value.parent else [])),
        *scribe.labelled("word.objectives", _one_a_line(scribe, value.objectives)),
        *scribe.labelled("word.themes", _one_a_line(scribe, value.themes)),
    )


@_said.register
def _(value: Status, scribe: Scribe) -> Lines:
    return _statement(scribe, value, "status", value.code)


@_said.register
def _(value: PlanStatus, scribe: Scribe) -> Lines:
    return _statement(scribe, value, "plan_status", value.code)


@_said.register
def _(value: Completion, scribe: Scribe) -> Lines:
    return _statement(scribe, value, "ogp_completion", value.code)


def _statement(scribe: Scribe, value: Statement, codelist: str, code: str) -> Lines:
    """Says a state: its code, the word of the source if it is another, the day it speaks of, who declares it."""
    if not value.original and value.by is None:  # as most are
        if (key := (codelist, code, value.as_of)) not in scribe.once:
            day = (scribe.words("mark.comma"), scribe.date(value.as_of)) if value.as_of else ()
            scribe.once[key] = (Line((scribe.code(codelist, code), *day)),)
        return scribe.once[key]
    original = in_the_source(scribe, value.original, codelist, code)
    return _parts(scribe, Line((scribe.code(codelist, code), *original)), value.as_of, value.by)


def _counted(scribe: Scribe, value: ReportedFigure) -> Phrases:
    """Says what a figure counts: its words, and the name of its measure before them; without words in brackets."""
    measures, key = words_of_measures(), f"measure.{value.measure}"
    name = (scribe.words(key),) if value.measure in measures.values() else quoted(scribe, value.measure)
    if not value.label:
        return (Phrase("("), *name, Phrase(")"))
    label, own = scribe.name(value.label), value.label.get(scribe.language, "")
    return label if measures.get(fold(own)) == value.measure else (*name, Phrase(BESIDE), *label)


def _ratio(value: ReportedFigure, scribe: Scribe) -> str:
    return "/".join(write_measured(part or "?", scribe.language) for part in (value.numerator, value.denominator))


def _named(scribe: Scribe, identifier: str | None) -> Line | None:
    return Line(named(scribe, identifier)) if identifier else None


def listed_files(scribe: Scribe, files: list[Attachment]) -> Lines:
    """Names files below a text, with a label before them, for one may be named by its title alone."""
    return scribe.labelled("word.files", say(files, scribe))


def _below(scribe: Scribe, head: Lines, *lines: Line) -> Lines:
    """Puts lines below the head of an object; where nothing of the head is stated, that stands there instead."""
    if lines and not head:
        head = (Line((scribe.words("word.not_stated"),)),)
    return (*head, *lines)


def _one_a_line(scribe: Scribe, values: list[dict[str, str]]) -> Lines:
    """Says texts one a line, as they stand in an item of a list: of more lines nobody could tell where one begins."""
    return itemized((Line(scribe.name(each)),) for each in values) or say(values, scribe)


def _parts(scribe: Scribe, *values: Any) -> Lines:
    """Says what there is of some values on one line, parted by commas; the lines of a text stay one part."""
    lines: list[Line] = []
    for value in values:
        if isinstance(value, Line):
            lines.append(value)
        elif value is not None:
            lines += (Line(scribe.name(value)),) if value and isinstance(value, dict) else say(value, scribe)
    return (Line(scribe.listed(lines)),) if lines else ()
