"""The file of a council's own words: read for an import, and written from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from opengov_local import codelists
from opengov_local.document import Import
from opengov_local.errors import SourceError
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.importing.own_words import HEADING, OwnWord, read_own_words, write_own_words
from opengov_local.importing.words import fold

_HEADINGS = ("layout/column", "layout/column-unknown", "layout/word-label", "layout/word-column-unknown")


def read(path: str | Path) -> dict[tuple[str, str], str]:
    """Reads a file of own words: (kind, folded words) to meaning.

    Raises:
        SourceError: it is missing or no UTF-8 text.
        OptionError: it names an unknown kind, field or code.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SourceError("tool/no-such-file", file=str(path)) from None
    except IsADirectoryError:
        raise SourceError("tool/source-is-folder", file=str(path)) from None
    except UnicodeDecodeError:
        raise SourceError("tool/map-not-text", file=str(path)) from None
    except (OSError, ValueError) as error:
        raise SourceError("tool/unreadable", file=str(path), reason=str(error)) from None
    kinds = {name: [code.code for code in codelists.get(name)] for name in ("status", "currency")}
    return read_own_words(text, str(path), targets(), kinds)


def write(imported: Import) -> bytes:
    """Writes the headings of an import and what they were taken for; unknown ones wait for a meaning."""
    return write_own_words(_headings(imported))


def saying_otherwise(
    words: Mapping[tuple[str, str], str], read_with: Callable[[Mapping[tuple[str, str], str]], Import]
) -> Mapping[tuple[str, str], str]:
    """Gives the own words without the headings that mean the same without them: a table that was saved changes nothing.

    What the library knows of a heading is more than its field: its language, a year, a unit.

    Args:
        words: (kind, folded words) to meaning.
        read_with: reads the source with other own words.
    """
    others = {key: meaning for key, meaning in words.items() if key[0] != HEADING}
    if others == words:
        return words
    known = _known(read_with(others))
    told = {key: meaning for key, meaning in words.items() if known.get(key) != {meaning}}
    if told == others:
        return told
    again = _known(read_with(told))  # a heading that means something else can change what others mean
    return {key: meaning for key, meaning in words.items() if key in told or meaning not in again.get(key, ())}


def _known(imported: Import) -> dict[tuple[str, str], set[str]]:
    """Gives what each heading was taken for, by kind and folded words."""
    known: dict[tuple[str, str], set[str]] = {}
    for word in _headings(imported):
        known.setdefault((word.kind, fold(word.words)), set()).add(word.meaning)
    return known


def _headings(imported: Import) -> Iterator[OwnWord]:
    for step in imported.layout:
        if step.code in _HEADINGS:
            words = step.params.get("heading") or step.params.get("label") or ""
            yield OwnWord(HEADING, str(words), str(step.params.get("field", "")))
