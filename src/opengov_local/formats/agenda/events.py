"""The events of a package: what happens, from which day to which, and how sure that day is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from opengov_local import codelists
from opengov_local.formats.one_language import OneLanguage
from opengov_local.formats.paper.labels import wording
from opengov_local.messages.date_words import write_date
from opengov_local.model.adoption import Adoption
from opengov_local.model.base import field_of
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.milestone import Milestone
from opengov_local.model.party import Party
from opengov_local.model.plan import ActionPlan
from opengov_local.model.workshop import Workshop

_ONE_DAY: Final = timedelta(days=1)


class Event(NamedTuple):
    """One entry of the calendar.

    Attributes:
        uid: what it is known by, the same in every writing.
        summary: its heading.
        description: what else is known of it, line by line.
        first: its first day.
        after: the day after its last one.
        place: where it is held; "" where that is not known.
        kind: category: `milestone`, `workshop` or `session`.
        links: addresses of files that go with it.
    """

    uid: str
    summary: str
    description: str
    first: date
    after: date
    kind: str
    place: str = ""
    links: tuple[str, ...] = ()


class Events:
    """Makes the events of a package, and counts what has no date.

    Args:
        index: the objects of the package.
        language: language of the words: en, fr or ar.
        voice: picks texts in that language.

    Attributes:
        undated: milestones, workshops and sessions without a date, which stand in no calendar.
    """

    def __init__(self, index: Index, language: str, voice: OneLanguage) -> None:
        self._index = index
        self._language = language
        self._voice = voice
        self._said = {key: label.texts[language] for key, label in wording("agenda").items()}
        self.undated = 0

    def of_plan(self, plan: ActionPlan) -> Iterator[Event]:
        """Gives the sessions and milestones of a plan; those without a date are counted."""
        councils = Counter[str]()
        for position, adoption in enumerate(plan.adoptions):
            council = adoption.collectivity or str(position)
            councils[council] += 1
            yield from self._session(plan, adoption, council, councils[council])
        for commitment in plan.commitments:
            for milestone in commitment.milestones:
                yield from self._milestone(plan, commitment, milestone)
        for activity in plan.activities:
            yield from self._milestone(plan, None, activity)

    def of_workshop(self, workshop: Workshop) -> Iterator[Event]:
        """Gives a workshop, from its first day to its last."""
        if workshop.date is None:
            self.undated += 1
            return
        dates = [workshop.date, *([workshop.until] if workshop.until else ())]
        title = self._voice.pick(workshop.title)
        known = self._known(dates)
        lines = [
            *self._no_day(dates),
            self._line(
                "kind", codelists.get("workshop_kind").label(workshop.kind, self._language, default=workshop.kind)
            ),
            self._line("organizers", self._names(workshop.organizers)),
            self._voice.pick(workshop.summary),
        ]
        yield Event(
            workshop.id,
            title if known else self._words("held_within", title=title, date=self._date(workshop.date)),
            _joined(lines),
            min(one.earliest for one in dates),
            max(one.latest for one in dates) + _ONE_DAY,
            "workshop",
            self._voice.pick(workshop.place),
            tuple(str(each.url) for each in workshop.attachments if each.url),
        )

    def _milestone(self, plan: ActionPlan, commitment: Commitment | None, milestone: Milestone) -> Iterator[Event]:
        if milestone.due is None:
            self.undated += 1
            return
        title, due = self._voice.pick(milestone.title), milestone.due
        lines = [
            *self._no_day([due]),
            self._line("plan", self._voice.pick(plan.title)),
            self._line("commitment", self._voice.pick(commitment.title) if commitment else ""),
            self._line(
                "collectivities",
                self._whose(plan, milestone.collectivities or (commitment.collectivities if commitment else ())),
            ),
            self._line("start", self._date(milestone.start) if milestone.start else ""),
            self._line("deliverable", self._voice.pick(milestone.deliverable)),
            self._line("leads", self._names(milestone.leads)),
            self._line("status", self._status(milestone)),
        ]
        known = self._known([due])
        summary = self._words("due", title=title) if known else self._within(title, due)
        yield Event(f"{milestone.id}-due", summary, _joined(lines), due.earliest, due.latest + _ONE_DAY, "milestone")

    def _session(self, plan: ActionPlan, adoption: Adoption, council: str, time: int) -> Iterator[Event]:
        when = adoption.date or adoption.planned
        if when is None:
            self.undated += 1
            return
        whose = self._whose(plan, [adoption.collectivity] if adoption.collectivity else ())
        name = " — ".join(filter(None, (self._voice.pick(plan.title), whose)))
        title = self._words("adoption" if adoption.date else "adoption_planned", title=name)
        if not self._known([when]):
            title = self._words("held_within", title=title, date=self._date(when))
        lines = [*self._no_day([when]), self._line("session", self._voice.pick(adoption.session))]
        links = tuple(str(each.url) for each in adoption.attachments if each.url)
        uid = f"{plan.id}-adoption-{council}" + (f"-{time}" if time > 1 else "")
        yield Event(uid, title, _joined(lines), when.earliest, when.latest + _ONE_DAY, "session", links=links)

    def _whose(self, plan: ActionPlan, named: Sequence[str]) -> str:
        """Says which collectivities an event is of, where the plan is one of several."""
        if len(plan.collectivities) < 2:
            return ""
        places = (self._index.find(each, TerritorialCollectivity) for each in named)
        return self._words_of_list([self._voice.pick(one.name) for one in places if one])

    def _within(self, title: str, due: PartialDate) -> str:
        return self._words("due_within", title=title, date=self._date(due))

    @staticmethod
    def _known(dates: Sequence[PartialDate]) -> bool:
        return all(one.precision == "day" for one in dates)

    def _no_day(self, dates: Sequence[PartialDate]) -> Iterator[str]:
        """Says in words how precise a date is that is no day."""
        for one in dates:
            if one.precision != "day":
                yield self._words("no_day", date=self._date(one))

    def _date(self, when: PartialDate) -> str:
        return write_date(when, self._language)

    def _status(self, milestone: Milestone) -> str:
        if milestone.status is None:
            return ""
        return codelists.get("status").label(milestone.status.code, self._language)

    def _names(self, parties: Sequence[Party]) -> str:
        """Names parties by their words or the objects they point at; what else is said of them is counted."""
        found = []
        for party in parties:
            known = self._index.find(party.organization or party.collectivity or "", Identified)
            person = party.person.name or party.person.role if party.person else None
            found.append(self._voice.pick(party.name or field_of(known, "name") or person))
        return self._words_of_list(found)

    def _words_of_list(self, names: Sequence[str]) -> str:
        return self._mark("comma").join(filter(None, names))

    def _line(self, key: str, text: str) -> str:
        return f"{self._said[f'agenda.{key}']}{self._mark('colon')}{text}" if text else ""

    def _mark(self, key: str) -> str:
        return self._said[f"mark.{key}"]

    def _words(self, key: str, **values: str) -> str:
        return self._said[f"agenda.{key}"].format(**values)


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(filter(None, lines))
