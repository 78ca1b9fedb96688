"""The scribe: turns texts, dates and codes into phrases of one language, and counts what it changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from opengov_local import codelists
from opengov_local.finding import Finding
from opengov_local.formats.paper.changes import Change, Changes
from opengov_local.formats.paper.content import BLANK_LINE, Line, Lines, Phrase
from opengov_local.formats.paper.known import PERCENT, UNPRINTABLE, Known, known_public_text
from opengov_local.formats.paper.labels import Evidence, Wording
from opengov_local.messages.date_words import write_date, write_from, write_span, write_until
from opengov_local.messages.numbers import write_decimal, write_measured, write_number
from opengov_local.model.base import Model
from opengov_local.model.dates import PartialDate
from opengov_local.model.gap import NO_CURRENCY, UNKNOWN_CURRENCY, is_gap
from opengov_local.model.money import Amount
from opengov_local.model.package import Package
from opengov_local.model.party import Person
from opengov_local.model.text import read_text
from opengov_local.privacy.contacts import LEFT_OUT
from opengov_local.privacy.links import private_in_link
from opengov_local.privacy.persons import Standing
from opengov_local.privacy.redaction import What

_LINE_BREAK: Final = re.compile("\r\n|[\r\n\u2028\u2029]")
_LIKE_A_TITLE: Final = 100
"""A text of one line and no more letters stands at the side of the form, also in a language of the other direction."""
_BLANK: Final = Line((Phrase(BLANK_LINE),))
_LINKS: Final = ("http://", "https://", "mailto:")
_PERCENT_KEY: Final = "mark.percent"
_ALWAYS_CAPITAL: Final = ("État",)
"""Words that stand in a line as they stand at its beginning."""


class Scribe:
    """Writes the values of one package in the words of one language.

    Attributes:
        once: how days and states were said that stand alone: many are the same.
        named: how the objects are named that were named, by their ids and the plan that was written of.
        organizations: ids of the organizations that were named, in order.
        collectivities: ids of the collectivities that were named, in order; with whether it was said whose kind and
            country they are.
        known: what is known of the package in any language.
        changes: what was left out, replaced or tidied.
        contributions: ids of the contributions that were named, in order; with whether the document lists them.
        updates: ids of the progress updates that were named by what they say, in order.
        workshops: ids of the workshops that the document lists.
        lists_contributions: whether the document lists all contributions of its workshops.
        plan: id of the plan that is being written of, "" where it is none or several; None where no name says its plan.

    Args:
        package: what is written.
        language: language of the document, one of `labels.LANGUAGES`.
        wording: the labels of the document.
        known: what is known of it.
    """

    def __init__(self, package: Package, language: str, wording: Wording, known: Known) -> None:
        self.language = language
        self.known = known
        self.changes = Changes(known)
        self._wording = wording
        self._labels = {key: label.texts[language] for key, label in wording.items()}
        self._percent = known.percent(language)
        if _PERCENT_KEY in self._labels:
            self._labels[_PERCENT_KEY] = self._labels[_PERCENT_KEY].replace("%", self._percent)
        self._said: dict[object, Phrase] = {}
        self._codes: dict[tuple[str, str], Phrase] = {}
        self._marks: dict[str, str | None] = {}
        self.index = known.index
        self.with_contacts = known.with_contacts
        self.named: dict[tuple[str, str | None], tuple[Phrase, ...]] = {}
        self.once: dict[object, Lines] = {}
        self.organizations: dict[str, None] = {}
        self.collectivities: dict[str, bool] = {}
        self.contributions: dict[str, bool] = {}
        self.updates: dict[str, None] = {}
        self.workshops: dict[str, bool] = {}
        self.lists_contributions = False
        self.plan: str | None = None
        self._wanted = (language, *([package.default_language] if package.default_language else []))
        self._foreign: dict[int, Mapping[str, str]] = {}
        self._private: set[str] = set()
        self._alone = known.many
        self._sound: frozenset[str] = frozenset()
        self._clean_texts: set[str] = set()
        self._not_stated: Lines = (Line((Phrase(f"— {self.label('word.not_stated')}"),)),)

    # --- the form's own words

    def label(self, key: str, **values: object) -> str:
        """Gives a label, with its places filled: numbers as the language writes them."""
        if not values:
            return self._labels[key]
        said = {name: write_number(each, self.language) if type(each) is int else each for name, each in values.items()}
        return self._labels[key].format(**said)

    def evidence(self, key: str) -> Evidence:
        """Tells how surely the words of a label are known."""
        return self._wording[key].evidence

    def words(self, key: str, **values: object) -> Phrase:
        """Gives a label as a phrase, with its places filled."""
        asked = (key, *values.values()) if values else key
        if (said := self._said.get(asked)) is None:
            said = self._said[asked] = Phrase(self.label(key, **values))
        return said

    def labelled(self, key: str, lines: Lines) -> Lines:
        """Puts a label and a colon before the first of some lines; no lines stay none."""
        if not lines:
            return ()
        head = (self.words(key), self.words("mark.colon"))
        if lines[0].place == "item":
            return (Line(head), *lines)
        return (Line((*head, *lines[0].phrases)), *lines[1:])

    def listed(self, lines: Sequence[Line]) -> tuple[Phrase, ...]:
        """Puts lines side by side, parted by commas."""
        if len(lines) == 1:
            return lines[0].phrases
        comma = self.words("mark.comma")
        return tuple([phrase for line in lines for phrase in (comma, *line.phrases)][1:])

    # --- values of the package

    def text(self, text: Mapping[str, str]) -> Lines:
        """Writes a text, line by line; the last says which language it is in, if another than the form's."""
        tag, mark = self.language, None
        said = text.get(tag)
        if said is None:
            if is_gap(text):
                return (Line((self.gap(),)),)
            tag, said = read_text(text, *self._wanted)
            if mark := self._mark(tag, said):
                self._foreign[id(text)] = text
        language = tag if mark else None
        clean = said if said in self._sound else self._clean(said, held=text, tag=tag)
        whole = clean.strip()
        if len(whole) < len(clean):
            self.changes.of_object("tidied", text, tag)
        if not ("\n" in whole or "\r" in whole or "\u2028" in whole or "\u2029" in whole):
            own_side = language if len(whole) > _LIKE_A_TITLE else None
            return (Line((Phrase(whole, True, tag, mark),), own_side),) if whole else ()
        *parts, last = (part.strip() for part in _LINE_BREAK.split(whole))
        if BLANK_LINE in parts or "\n".join((*parts, last)) != whole:
            self.changes.of_object("tidied", text, tag)
        above = (Line((Phrase(part, True, tag),), language) if part else _BLANK for part in parts)
        return (*above, Line((Phrase(last, True, tag, mark),), language))

    def name(self, text: Mapping[str, str]) -> tuple[Phrase, ...]:
        """Writes a text inside a line: its line breaks become spaces."""
        *above, last = self.text(text)
        if not above:
            return last.phrases
        joined = " ".join(line.text for line in (*above, last) if line is not _BLANK)
        phrase = replace(last.phrases[-1], text=joined)
        self.changes.of_object("tidied", text, phrase.language or "")
        return (phrase,)

    def plain(self, text: str, href: str | None = None, *, running: bool = False) -> Phrase:
        """Writes a value that is in no language: a number, an identifier, an address; or a line that people wrote.

        Args:
            text: the value.
            href: where it leads.
            running: whether people say something in it.
        """
        if is_gap(text):
            return self.gap()
        words, breaks = _LINE_BREAK.subn(" ", self._clean(text, running))
        if breaks:
            self.changes.of_line("tidied", text)
        leads = href is not None and href.startswith((*_LINKS, "#")) and not UNPRINTABLE.search(href)
        leads = leads and text not in self._private and (href in (None, text) or not self._is_private(href))
        return Phrase(words, True, href=href if leads else None)

    def link(self, url: str) -> Phrase:
        """Writes an address or path; it leads somewhere only if it is one of http, https or mailto.

        One that holds what is private is left out as a whole: what is left would lead nowhere.
        """
        return Phrase(LEFT_OUT, True) if self._is_private(url) else self.plain(url, url)

    def date(self, date: PartialDate, until: PartialDate | None = None) -> Phrase:
        """Writes a date in words, or the span of two."""
        return Phrase(write_span(date, until, self.language) if until else write_date(date, self.language))

    def until(self, date: PartialDate) -> Phrase:
        """Writes a last day in words, of which the first is not known."""
        return Phrase(write_until(date, self.language))

    def span(self, start: PartialDate | None, end: PartialDate | None) -> Phrase:
        """Writes a time in words, of which one end may not be known: then that is told from a time that is one date.

        Raises:
            ValueError: neither is known.
        """
        if start and not end:
            return Phrase(write_from(start, self.language))
        if end and not start:
            return self.until(end)
        if start is None:
            raise ValueError("a time has a start or an end")
        return self.date(start, end)

    def code(self, codelist: str, code: str) -> Phrase:
        """Writes the label of a code; a code that the list does not know is written as it is."""
        known = self._codes.get((codelist, code))
        if known is None:
            entries = codelists.get(codelist)
            if code not in entries:
                return self.plain(code)
            known = self._codes[codelist, code] = Phrase(entries.label(code, self.language))
        return known

    def kind(self, codelist: str, code: str) -> Phrase:
        """Writes the label of a code as it stands inside a line: `(région)`."""
        phrase = self.code(codelist, code)
        text = phrase.text
        if phrase.data or text.startswith(_ALWAYS_CAPITAL):
            return phrase
        return replace(phrase, text=text[:1].lower() + text[1:])

    def tongue(self, tag: str) -> Phrase:
        """Writes the name of a language; one that the list does not know is named by its tag, as another language."""
        known, primary = codelists.get("language"), tag.partition("-")[0]
        if primary not in known:
            return self.words("word.other_language", tag=self._clean(tag))
        return Phrase(known.label(primary, self.language))

    def amount(self, number: str, unit: Mapping[str, str] | None) -> tuple[Phrase, ...]:
        """Writes a number with its unit; a sign of percent stands where the language of the form has it."""
        if unit is None:
            return (self.measured(number),)
        if PERCENT.issuperset(unit.values()):
            share = self.label(_PERCENT_KEY, number=write_measured(number, self.language))
            return (Phrase(share.replace(self._percent, self._sign(unit))),)
        return (self.measured(number), Phrase("\u00a0"), *self.unit(unit))

    def measured(self, value: str) -> Phrase:
        """Writes a measured value with the decimal sign of the language, so that it is read back exactly."""
        phrase = self.plain(value)
        return replace(phrase, text=write_measured(phrase.text, self.language))

    def money(self, amount: Amount) -> tuple[Phrase, ...]:
        """Writes an amount with its currency: by its code, in Arabic by its name where the list has it."""
        number = write_decimal(amount.value, self.language)
        if amount.currency == UNKNOWN_CURRENCY:
            return (Phrase(f"{number}\u00a0", True), self.gap())
        if amount.currency == NO_CURRENCY:
            return (Phrase(f"{number} ", True), Phrase("("), self.words("word.no_currency"), Phrase(")"))
        named = self.language == "ar" and amount.currency in codelists.get("currency")
        unit = codelists.get("currency").label(amount.currency, self.language) if named else amount.currency
        if named and number.startswith("\u2212"):  # a number with a sign turns within Arabic words
            return (Phrase(number, True), Phrase(f"\u00a0{unit}", True))
        return (Phrase(f"{number}\u00a0{unit}", True),)  # digits of a sum are no telephone number

    def unit(self, unit: Mapping[str, str]) -> tuple[Phrase, ...]:
        """Writes a unit that stands alone."""
        return (Phrase(self._sign(unit)),) if PERCENT.issuperset(unit.values()) else self.name(unit)

    def _sign(self, unit: Mapping[str, str]) -> str:
        """Gives the sign of percent that a unit has in the language of the form; where it has none, that of others."""
        return unit.get(self.language, self._percent)

    def not_stated(self) -> Lines:
        """Writes that nothing is stated."""
        return self._not_stated

    def gap(self) -> Phrase:
        """Writes that a value is missing that must be there."""
        return Phrase(self.label("word.gap"), gap=True)

    # --- what was left out or changed

    def standing(self, who: Person) -> Standing:
        """Tells how a person of the package stands in it."""
        return self.known.standings[id(who)]

    def leaves_out(self, what: What, value: Model, count: int = 1) -> bool:
        """Tells whether a person who does not stand in public, or a contact, is to be left out, and notes it."""
        if not self.with_contacts:
            self.changes.of_object(what, value, count=count)
        return not self.with_contacts

    def counts(self) -> dict[str, int]:
        """Gives how many values were left out, replaced or shown in another language, by kind."""
        return {"other_language": len(self._foreign), **self.changes.counts()}

    def foreign(self) -> tuple[Finding, ...]:
        """Gives what is shown in another language as a finding."""
        if count := len(self._foreign):
            return (Finding("export/other-language", "info", params={"wanted": self.language, "count": count}),)
        return ()

    def findings(self) -> tuple[Finding, ...]:
        """Gives what was changed as findings."""
        return (*self.foreign(), *self.changes.findings())

    def _is_private(self, url: str) -> bool:
        """Tells whether an address or path holds what is left out, and notes it."""
        private = None if self.with_contacts else private_in_link(url, self.known.names)
        for what, count in private.kinds() if private else ():
            self.changes.of_line(what, url, count)
        return bool(private)

    def _mark(self, language: str, text: str) -> str | None:
        """Gives the name of a language that is not the form's."""
        if language not in self._marks:
            primary = language.partition("-")[0]
            self._marks[language] = None if primary == self.language else self.tongue(language).text
        mark = self._marks[language]
        if mark is None or not (text[:1].isalpha() or any(letter.isalpha() for letter in text)):
            return None  # a sign such as % is in every language
        return mark

    def _clean(self, text: str, running: bool = True, held: Mapping[str, str] | None = None, tag: str = "") -> str:
        """Gives words as they are printed, and notes what was done to them: in a text with a tag, else in a line."""
        if text in self._sound or text in self._clean_texts:
            return text
        self._alone -= 1
        if not self._alone:
            self._sound = self.known.sound(self.language)
        shown = text
        changed: list[tuple[Change, int]] = []
        if not self.with_contacts:
            shown, private = known_public_text(text, self.known.names, running)
            if private:
                self._private.add(text)
                changed += private.kinds()
        clean, replaced = (shown, 0) if shown.isprintable() else UNPRINTABLE.subn("\ufffd", shown)
        if replaced:
            changed.append(("unprintable", replaced))
        elif running and clean == text:
            self._clean_texts.add(text)
        for what, count in changed:
            if held is None:
                self.changes.of_line(what, text, count)
            else:
                self.changes.of_object(what, held, tag, count)
        return clean
