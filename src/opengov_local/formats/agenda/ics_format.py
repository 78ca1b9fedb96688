"""Writing a calendar (iCalendar, RFC 5545) of what a package dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from opengov_local.errors import OptionError, TargetError
from opengov_local.finding import Finding
from opengov_local.formats.agenda.content_lines import day, line, moment, text
from opengov_local.formats.agenda.events import Event, Events
from opengov_local.formats.agenda.stamp import stamp
from opengov_local.formats.one_language import OneLanguage
from opengov_local.formats.paper.labels import LANGUAGES
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.whole import named_plans, title_of
from opengov_local.formats.written import Written
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

FORMAT: Final = "ics"
_PRODUCT: Final = "-//opengov_local//opengov_local//EN"
_BEGIN: Final = line("BEGIN", "VEVENT")
_END: Final = line("TRANSP", "TRANSPARENT") + line("END", "VEVENT")
_UNHELD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no text of a calendar may have (RFC 5545, 3.3.11: CONTROL)."""
_NO_TAG: Final = re.compile("[^A-Za-z0-9-]+")
_BREAK: Final = re.compile("\r\n?")
_END_OF_LINE: Final = re.compile("\r\n?|\n")


def write(package: Package, *, language: str = "fr", with_contacts: bool = False, plan: str | None = None) -> Written:
    """Writes milestones, workshops and sessions of councils as events of whole days.

    A month, a quarter or a year is written as a span of all its days, and the words of the event say that no day is
    set. The same package gives the same bytes.

    Args:
        package: the package.
        language: language of the words: en, fr or ar; a text that is not there in it stands in another.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the one plan that is wanted.

    Returns:
        The file, and what stands in no calendar.

    Raises:
        OptionError: the package has no such plan.
        TargetError: nothing in it has a date.
    """
    words = language if language in LANGUAGES else "en"
    public = public_copy(package, with_contacts=with_contacts, extracts=False)
    chosen = public.package
    wanted = (language, *([chosen.default_language] if chosen.default_language else []))
    voice = OneLanguage(*wanted, unheld=_UNHELD)
    makes = Events(public.index, words, voice)
    plans = _plans(chosen, plan)
    events = [event for each in plans for event in makes.of_plan(each)]
    for workshop in chosen.workshops:
        if plan is None or not workshop.plans or {each.id for each in plans} & set(workshop.plans):
            events += makes.of_workshop(workshop)
    if not events:
        raise TargetError("tool/no-dates")
    made, stated = stamp(chosen, public.survey)
    writer = _Writer(language, made)
    data = writer.calendar(voice.pick(title_of(chosen, plans)), events)
    undated = [Finding("export/no-date", "warning", params={"count": makes.undated})] if makes.undated else []
    assumed = [] if stated else [Finding("export/stamp-assumed", "info", params={"date": made[:10]})]
    return Written(data, (*public.findings, *undated, *assumed, *writer.findings(voice.replaced), *voice.findings()))


def _plans(package: Package, wanted: str | None) -> list[ActionPlan]:
    found = [each for each in package.plans if wanted is None or wanted in (each.id, *each.former_ids)]
    if wanted is not None and not found:
        raise OptionError("tool/unknown-plan", name=wanted, known=named_plans(package))
    return found


class _Writer:
    def __init__(self, language: str, stamp: str) -> None:
        self._language = _NO_TAG.sub("", language)
        self._stamp = line("DTSTAMP", moment(datetime.fromisoformat(stamp)))
        self._unheld = 0
        self._tidied = 0

    def calendar(self, title: str, events: list[Event]) -> bytes:
        """Writes the calendar."""
        one_line = _END_OF_LINE.sub(" ", title)
        self._tidied += one_line != title
        name = text(self._text(one_line))
        head = (("VERSION", "2.0"), ("PRODID", _PRODUCT), ("METHOD", "PUBLISH"))
        names = (("NAME", name), ("X-WR-CALNAME", name)) if title else ()
        inside = (written for event in events for written in self._event(event))
        lines = (line(key, value) for key, value in (*head, *names))
        return b"".join((line("BEGIN", "VCALENDAR"), *lines, *inside, line("END", "VCALENDAR")))

    def findings(self, replaced: int) -> list[Finding]:
        """Says which texts were changed; in those that were picked characters are `replaced` already."""
        counts = (("export/unprintable-character", self._unheld + replaced), ("export/text-tidied", self._tidied))
        return [
            Finding(code, "warning" if code == counts[0][0] else "info", params={"count": count})
            for code, count in counts
            if count
        ]

    def _event(self, event: Event) -> Iterator[bytes]:
        """Gives the lines of an event."""
        yield _BEGIN
        yield line(f"SUMMARY;LANGUAGE={self._language}", text(self._text(event.summary)))
        yield line("DTSTART;VALUE=DATE", day(event.first))
        yield line("DTEND;VALUE=DATE", day(event.after))
        yield self._stamp
        yield line("UID", text(event.uid))
        for link in event.links:
            yield line("ATTACH", link)
        yield line("CATEGORIES", event.kind.upper())
        if event.description:
            yield line(f"DESCRIPTION;LANGUAGE={self._language}", text(self._text(event.description)))
        if event.place:
            yield line("LOCATION", text(self._text(event.place)))
        yield _END

    def _text(self, words: str) -> str:
        """Gives a text with line ends as calendars have them, and without characters that they cannot hold."""
        tidy = _BREAK.sub("\n", words) if "\r" in words else words
        held, replaced = _UNHELD.subn("\ufffd", tidy)
        self._tidied += tidy != words
        self._unheld += replaced
        return held
