"""The workbook as a file: an empty one to fill in, a package as a workbook, a workbook as a package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from opengov_local.document import Import
from opengov_local.errors import OptionError
from opengov_local.finding import Finding, Location
from opengov_local.formats.grids import read_book
from opengov_local.formats.left_out import PEOPLE
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.workbook.cells import Speech
from opengov_local.formats.workbook.content import Content, content_of
from opengov_local.formats.workbook.drawing import Choices, Plan, draw, object_ranges
from opengov_local.formats.workbook.guide import VERSION, draw_about, draw_guide, draw_lists, list_ranges
from opengov_local.formats.workbook.layout import hide, lanes
from opengov_local.formats.workbook.names import names_of
from opengov_local.formats.workbook.paper import Paper
from opengov_local.formats.workbook.reading import is_workbook, read_workbook
from opengov_local.formats.workbook.tables import sheets
from opengov_local.formats.workbook.wording import LANGUAGES, MINTED_UNDER
from opengov_local.formats.written import Written
from opengov_local.importing.options import ImportOptions
from opengov_local.model.package import SCHEMA_VERSION, Package
from opengov_local.model.scalars import LANGUAGE_PATTERN

_SECOND: Final = {"ar": "fr", "fr": "ar", "en": "ar"}
"""The language of texts beside the workbook's own."""
_LATIN: Final = {"ar": "fr", "fr": "fr", "en": "en"}
"""The language of names in Latin letters."""
_TAG: Final = re.compile(LANGUAGE_PATTERN)
_LAST: Final = ("package",)


def template(language: str, texts: Sequence[str] | None = None) -> bytes:
    """Makes an empty workbook to fill in: instructions, one sheet for each kind of object, an example on each.

    Args:
        language: en, fr or ar.
        texts: languages that texts are written in (BCP 47); by default the workbook's own and a second.

    Raises:
        OptionError: there is no workbook in that language, or one of `texts` is no language tag.
    """
    tags = tuple(dict.fromkeys(texts or (_checked(language), _SECOND[language])))
    for tag in tags:
        if not _TAG.fullmatch(tag):
            raise OptionError("tool/bad-language", value=tag)
    return _drawn(_checked(language), tags, None, None)


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads a workbook that was made from the template or from a package; any other is refused.

    Args:
        data: the bytes of the file.
        source: its name, for the findings.
        options: what the user told beside.
    """
    book = read_book(data, source, "xlsx")
    if isinstance(book, Finding):
        return Import(None, (book,))
    if not is_workbook(book):
        return Import(None, (*book.findings, Finding("import/not-this-workbook", "error", Location(source=source))))
    return read_workbook(book, data, source, options)


def write(package: Package, *, language: str = "fr", with_contacts: bool = False) -> Written:
    """Writes a package as a workbook that can be read again; the same package gives the same bytes.

    Args:
        package: the package.
        language: language of headings and drop-downs: en, fr or ar.
        with_contacts: whether private persons and contact details are written too.

    Returns:
        The file, and what no column of it shows: hidden cells keep it.

    Raises:
        OptionError: there is no workbook in that language.
    """
    public = public_copy(package, with_contacts=with_contacts, held=PEOPLE)
    package = public.package
    tree = package.to_tree()
    names = names_of(package, tree, _checked(language))
    content = content_of(tree, Speech(language, _LATIN[language], names))
    data = _drawn(language, (language, _SECOND[language]), content, package)
    return Written(data, (*public.findings, *_not_shown(content)))


def _not_shown(content: Content) -> Iterator[Finding]:
    for field, count in content.hidden.items():
        yield Finding("export/not-in-workbook", "info", params={"field": field, "count": count})
    for field, count in content.replaced.items():
        if count:
            yield Finding("export/characters-replaced", "warning", params={"field": field, "count": count})


def _checked(language: str) -> str:
    if language not in LANGUAGES:
        raise OptionError("tool/no-workbook-language", language=language, known=LANGUAGES)
    return language


def _drawn(language: str, tags: Sequence[str], content: Content | None, package: Package | None) -> bytes:
    paper = Paper(language)
    plans = list(_plans(language, tags, content or Content(), with_example=content is None))
    draw_guide(paper, plans)
    choices = Choices(list_ranges(plans, language), object_ranges(plans))
    for plan in plans:
        draw(paper, plan, choices)
    draw_lists(paper, plans)
    facts = {"version": VERSION, "language": language, "latin": _LATIN[language], "schema_version": SCHEMA_VERSION}
    if package is not None:
        facts["id_prefix" if package.id_prefix else MINTED_UNDER] = package.own_prefix
    draw_about(paper, facts)
    return paper.to_bytes()


def _plans(language: str, tags: Sequence[str], content: Content, *, with_example: bool) -> Iterator[Plan]:
    for kind in sorted(sheets(), key=lambda each: each.key in _LAST):
        rows = content.rows[kind.key]
        if kind.shown or rows:
            hide(rows, lanes(kind, language, tags, content.keys(kind.key), all_shown=kind.shown))
            there = lanes(kind, language, tags, content.keys(kind.key), all_shown=kind.shown)
            yield Plan(kind, kind.titles[language], there, rows, with_example)
