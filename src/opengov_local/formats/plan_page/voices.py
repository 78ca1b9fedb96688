"""The voices of a page: every value said in Arabic, French and English at once, and what was left out counted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from markupsafe import Markup

from opengov_local.finding import Finding
from opengov_local.formats.paper.changes import Changes, together
from opengov_local.formats.paper.composing import scribe_for
from opengov_local.formats.paper.content import Lines, Phrase
from opengov_local.formats.paper.known import Known
from opengov_local.formats.paper.naming import named
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.plan_page.field_titles import field_title
from opengov_local.formats.plan_page.markup import block, inline
from opengov_local.formats.plan_page.wording import labels
from opengov_local.messages import LANGUAGES
from opengov_local.model.package import Package
from opengov_local.web.pages import words

Phrases = tuple[Phrase, ...]


class Voices:
    """Writes the values of one package in all languages of the page.

    Attributes:
        index: the objects of the package.

    Args:
        package: what is written.
        with_contacts: whether private persons and contact details are written too.
    """

    def __init__(self, package: Package, *, with_contacts: bool) -> None:
        self._known = known = Known(package, with_contacts=with_contacts)
        self._scribes = {
            tongue: scribe_for(package, tongue, labels(), with_contacts=with_contacts, known=known)
            for tongue in LANGUAGES
        }
        self.index = known.index
        self._said: dict[tuple[Hashable, ...], Markup] = {}

    def once(self, *what: Hashable, say: Callable[[], Markup]) -> Markup:
        """Says at the first time what is said in many places, and then the same again.

        Args:
            what: what the words go by.
            say: says it.
        """
        said = self._said.get(what)
        if said is None:
            said = self._said[what] = say()
        return said

    def lines(self, say: Callable[[Scribe], Lines]) -> Markup:
        """Says something as paragraphs and lists; "" where no language has a word for it."""
        return block({tongue: say(scribe) for tongue, scribe in self._scribes.items()})

    def phrase(self, say: Callable[[Scribe], Phrases]) -> Markup:
        """Says something inside a line."""
        return inline({tongue: say(scribe) for tongue, scribe in self._scribes.items()})

    def text(self, text: Mapping[str, str]) -> Markup:
        """Says a text as paragraphs."""
        return self.lines(lambda scribe: scribe.text(text))

    def name(self, text: Mapping[str, str]) -> Markup:
        """Says a text inside a line."""
        return self.phrase(lambda scribe: scribe.name(text))

    def named(self, identifier: str) -> Markup:
        """Names the object with an id."""
        return self.once("name", identifier, say=lambda: self.phrase(lambda scribe: named(scribe, identifier)))

    def code(self, codelist: str, code: str) -> Markup:
        """Says the label of a code."""
        return self.once("code", codelist, code, say=lambda: self.phrase(lambda scribe: (scribe.code(codelist, code),)))

    def plain(self, text: str) -> Markup:
        """Says what is in no language."""
        return self.phrase(lambda scribe: (scribe.plain(text),))

    def field(self, concept: str, name: str | None) -> Markup:
        """Gives the title of a field of the model, or of the concept itself."""
        said = self._said.get(("field", concept, name))
        return said or self.once(
            "field",
            concept,
            name,
            say=lambda: words({tongue: field_title(concept, name, tongue) for tongue in LANGUAGES}),
        )

    def word(self, key: str, **values: object) -> Markup:
        """Gives words of the page itself, with their places filled."""
        return words(self.each(key, **values)) if values else self.once("word", key, say=lambda: words(self.each(key)))

    def each(self, key: str, **values: object) -> dict[str, str]:
        """Gives words of the page by language, for what can hold no markup."""
        return {tongue: scribe.label(key, **values) for tongue, scribe in self._scribes.items()}

    def spelled(self, say: Callable[[Scribe], Phrases]) -> dict[str, str]:
        """Says something by language, for what can hold no markup."""
        return {tongue: "".join(phrase.text for phrase in say(scribe)) for tongue, scribe in self._scribes.items()}

    @property
    def changes(self) -> Changes:
        """What was left out, replaced or tidied in any language; a place that several of them say counts once."""
        return together((scribe.changes for scribe in self._scribes.values()), self._known)

    def in_another_language(self) -> dict[str, int]:
        """Gives how many texts each language of the page lacks."""
        return {tongue: scribe.counts()["other_language"] for tongue, scribe in self._scribes.items()}

    def findings(self) -> Iterable[Finding]:
        """Gives which languages lack texts, and what was left out or replaced in any of them."""
        for scribe in self._scribes.values():
            yield from scribe.foreign()
        yield from self.changes.findings()
