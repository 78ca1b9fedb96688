"""Words of the source, in the quotation marks of the language."""

from __future__ import annotations

from opengov_local.formats.paper.content import Phrase
from opengov_local.formats.paper.naming import Phrases
from opengov_local.formats.paper.repetition import is_label
from opengov_local.formats.paper.scribe import Scribe


def in_the_source(scribe: Scribe, original: str | None, codelist: str, code: str) -> Phrases:
    """Says the word of the source behind the label of a code, in brackets, if it is another."""
    if not original or is_label(original, codelist, code, scribe.language):
        return ()
    quote = quoted(scribe, original, running=True)
    return (Phrase(" ("), scribe.words("word.original"), Phrase(" "), *quote, Phrase(")"))


def quoted(scribe: Scribe, text: str, *, running: bool = False) -> Phrases:
    """Says a text of the source in the quotation marks of the language; `running` as for `Scribe.plain`."""
    before, after = scribe.label("mark.quote", text="\0").split("\0")
    return (Phrase(before), scribe.plain(text, running=running), Phrase(after))
