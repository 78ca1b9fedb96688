"""The rows of a file that Decidim's importer of results takes: commitments, each followed by its milestones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import count
from typing import Final

from opengov_local.formats.decidim.fields import TEMPORARY
from opengov_local.formats.decidim.markup import to_markup
from opengov_local.formats.decidim.sections import heading, text_fields, texts_below
from opengov_local.formats.decidim.state import is_number
from opengov_local.formats.one_language import OneLanguage
from opengov_local.formulas import guarded, guarded_markup, may_run
from opengov_local.model.axis import Axis
from opengov_local.model.base import Unstated
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import Identifier
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan
from opengov_local.model.status import Status

NOTHING: Final = "<p>—</p>"
"""The description of a result that has none: Decidim refuses a result without."""
_COLUMNS: Final = (
    "id category/id category/name/* scope/id scope/name/* parent/id title/* description/* start_date end_date "
    "status/id status/key status/name/* progress created_at url component/id proposal_urls"
)
"""Columns of an export of results (Decidim 0.22 to 0.29: result_serializer.rb); * stands for each language."""
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WHITE: Final = re.compile("[ \t\r\n\x85\u2028\u2029]+")
"""What a title, which is one line, has a space for."""
_DAY: Final = 10
_CARRIED: Final = frozenset({"id", "former_ids", "title", "description", "progress", "milestones"})
_DAYS: Final = {
    Commitment: (("start_date", "start"), ("end_date", "end")),
    Milestone: (("start_date", "start"), ("end_date", "due")),
}
_KEEPS: Final = ("start", "end", "due", "status", "axes", "identifiers")
"""Fields that are carried as far as Decidim can hold them; each is counted where it is written."""


@dataclass
class Rows:
    """Makes the rows of plans, and counts what they cannot hold.

    Attributes:
        language: the main language of the site: every row has its texts in it.
        others: the other languages of the file.
        status_ids: number of every status on the site, by code.
        axes: the axes of the plans, by id.
        lost: how often each field (`Commitment.leads`) was met that the rows cannot hold.
        kinds: how often each other kind of loss was met.
    """

    language: str
    others: Sequence[str]
    status_ids: Mapping[str, str]
    axes: Mapping[str, Axis]
    lost: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    _numbers: set[str] = field(default_factory=set)
    _plain: set[str] = field(default_factory=set)
    _free: Iterator[int] = field(default_factory=lambda: count(TEMPORARY + 1))

    @cached_property
    def voice(self) -> OneLanguage:
        """Picks the texts in the main language, and counts those for which another stands in."""
        return OneLanguage(self.language)

    @cached_property
    def columns(self) -> list[str]:
        """The headings of the file, in their order."""
        languages = (self.language, *self.others)
        parts = ([name.replace("*", tag) for tag in languages] if "*" in name else [name] for name in _COLUMNS.split())
        return [column for part in parts for column in part]

    @cached_property
    def _text_columns(self) -> list[tuple[str, str, str]]:
        """The languages, each with the headings of titles and descriptions in it."""
        return [(tag, f"title/{tag}", f"description/{tag}") for tag in (self.language, *self.others)]

    @cached_property
    def _status_name(self) -> str:
        return f"status/name/{self.language}"

    @cached_property
    def _marked_up(self) -> _MarkedUp:
        return _MarkedUp()

    @cached_property
    def _blank(self) -> dict[str, str]:
        return dict.fromkeys(self.columns, "")

    def of(self, plan: ActionPlan) -> Iterator[dict[str, str]]:
        """Gives the rows of a plan, parents before their children."""
        for commitment in plan.commitments:
            number = self._number(commitment, needed=bool(commitment.milestones))
            yield self._row(commitment, number, "")
            for milestone in commitment.milestones:
                yield self._row(milestone, self._number(milestone), number)
        for activity in plan.activities:
            self.kinds["activities"] += 1
            yield self._row(activity, self._number(activity), "")

    def _number(self, value: Commitment | Milestone, *, needed: bool = False) -> str:
        """Gives the number of a result on its site; a new one gets one for the import if milestones point at it."""
        for number in _site_numbers(value.identifiers) if value.identifiers else ():
            if number not in self._numbers:
                self._numbers.add(number)
                return number
            self._lose(value, "identifiers")
        if not needed:
            return ""
        self.kinds["temporary"] += 1
        return str(next(self._free))

    def _row(self, value: Commitment | Milestone, number: str, parent: str) -> dict[str, str]:
        """Gives the cells of a result by heading, in the order of the columns."""
        held = value.__dict__
        row = self._blank.copy()
        row["id"], row["parent/id"] = number, parent
        for column, name in _DAYS[type(value)]:
            if (date := held[name]) is not None:
                row[column] = self._day(value, name, date)
        if (progress := held["progress"]) is not None:
            row["progress"] = f"{progress}.0"
        self._texts(row, value)
        if (status := held["status"]) is not None:
            self._status(row, value, status)
        if not parent:
            self._axis(row, value)
        elif axes := held["axes"]:
            self._lose(value, "axes", len(axes))
        self._count_lost(value)
        return row

    def _texts(self, row: dict[str, str], value: Commitment | Milestone) -> None:
        held, concept = value.__dict__, type(value)
        titles = held["title"]
        texts = [(name, text) for name in texts_below(concept) if (text := held[name])]
        for language, title_column, description_column in self._text_columns:
            if title := self._in(titles, language):
                row[title_column] = self._title(title)
            row[description_column] = self._description(concept, texts, language)

    def _description(
        self, concept: type[Commitment | Milestone], texts: Sequence[tuple[str, Mapping[str, str]]], language: str
    ) -> str:
        """Writes the description and, each under its title, the other texts of a result."""
        parts, asks = [], False
        for name, by_language in texts:
            if text := self._in(by_language, language):
                if name != "description":
                    parts.append(heading(concept, name, language))
                markup, doubtful = self._marked_up[text]
                parts.append(markup)
                asks = asks or doubtful
        if not parts and language == self.language:
            self.kinds["description"] += 1
            return NOTHING
        said = "".join(parts)
        return guarded_markup(self._clean(said)) if asks else said

    def _in(self, text: Mapping[str, str], language: str) -> str | None:
        """Gives a text in a language; in the main one another stands in for one that is missing."""
        if language in text:
            return text[language]
        return self.voice.pick(text) if language == self.language else None

    def _title(self, text: str) -> str:
        line = text
        if not text.isprintable() or "  " in text or len(text.strip(" ")) < len(text):
            clean = self._clean(text)
            line = " ".join(part for part in _WHITE.split(clean) if part)
            self.kinds["tidied"] += line != clean
        safe = guarded(line)
        if safe != line:
            self.kinds["formula"] += 1
        return safe

    def _clean(self, text: str) -> str:
        if text.isprintable():
            return text
        clean, replaced = _UNPRINTABLE.subn("\ufffd", text)
        self.kinds["unprintable"] += replaced
        return clean

    def _day(self, value: Commitment | Milestone, name: str, date: PartialDate) -> str:
        """Writes a day; Decidim would take a month or year for its first day."""
        if len(date) == _DAY:
            return date
        self._lose(value, name)
        return ""

    def _status(self, row: dict[str, str], value: Commitment | Milestone, status: Status) -> None:
        """Writes the status; Decidim reads only its number, and the words are for people."""
        held = status.__dict__
        row["status/key"] = code = held["code"]
        if original := held["original"]:
            row[self._status_name] = said = original if original in self._plain else self._title(original)
            if said == original:
                self._plain.add(said)
        if number := self.status_ids.get(code, ""):
            row["status/id"] = number
        else:
            self.kinds["status"] += 1
        if held["as_of"] is not None or held["by"] is not None:
            self._lose(value, "status")

    def _axis(self, row: dict[str, str], value: Commitment | Milestone) -> None:
        """Writes the first axis as category; Decidim reads only its number."""
        ids = value.axes
        known = [self.axes[each] for each in ids if each in self.axes]
        if more := len(ids) - bool(known):
            self._lose(value, "axes", more)
        if not known:
            return
        row["category/id"] = next(_site_numbers(known[0].identifiers), "")
        for language in (self.language, *self.others):
            if title := known[0].title.get(language):
                row[f"category/name/{language}"] = self._title(title)
        if self.language not in known[0].title:
            row[f"category/name/{self.language}"] = self._title(self.voice.pick(known[0].title))
        self.kinds["axes"] += not row["category/id"]

    def _count_lost(self, value: Commitment | Milestone) -> None:
        held = value.__dict__
        for name, key in _not_carried(type(value)):
            stated = held[name]
            if stated is not None and (stated or type(stated) is not Unstated):
                self.lost[key] += 1
        if held["former_ids"]:
            self._lose(value, "former_ids")
        identifiers = held["identifiers"]
        if identifiers and (others := sum(each.scheme != "DECIDIM" for each in identifiers)):
            self._lose(value, "identifiers", others)
        for name in value.model_extra or {}:
            self._lose(value, name)

    def _lose(self, value: Commitment | Milestone, name: str, times: int = 1) -> None:
        self.lost[f"{type(value).__name__}.{name}"] += times


@cache
def _not_carried(concept: type[Commitment | Milestone]) -> tuple[tuple[str, str], ...]:
    """Gives the fields that no cell holds, each with what it is counted under."""
    carried = _CARRIED.union(_KEEPS, text_fields(concept))
    return tuple((name, f"{concept.__name__}.{name}") for name in concept.model_fields if name not in carried)


class _MarkedUp(dict[str, tuple[str, bool]]):
    """Texts as HTML, and whether something in it may have to be guarded or cannot be printed: many say the same."""

    def __missing__(self, text: str) -> tuple[str, bool]:
        markup = to_markup(text)
        self[text] = said = (markup, may_run(markup) or not markup.isprintable())
        return said


def _site_numbers(identifiers: Iterable[Identifier]) -> Iterator[str]:
    """Gives the numbers that an object has on a Decidim site."""
    numbers = (each.value.strip() for each in identifiers if each.scheme == "DECIDIM")
    return (number for number in numbers if is_number(number) and int(number) <= TEMPORARY)
