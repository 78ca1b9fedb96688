"""The formats that are read and written: one row each, their modules loaded on first use."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Literal

from opengov_local.errors import UnknownFormatError
from opengov_local.formats.foreign import refuse_office as refuse_office
from opengov_local.formats.foreign import unknown_ending
from opengov_local.formats.format import Format, Importer, Reader, TreeWriter, Writer

__all__ = [
    "FORMATS",
    "Format",
    "Importer",
    "Reader",
    "TreeWriter",
    "Writer",
    "by_extension",
    "endings",
    "get",
    "held",
    "names",
    "readable",
    "writable",
]

_FORM_OPTIONS = ("with_contacts", "plan")
_BOOKS = "opengov_local.formats.books"


def _documents(name: str, title: str, module: str, *options: str) -> tuple[Format, Format]:
    """Gives the two rows of a document for people: as a page, and as a Word file.

    Args:
        name: what the names of both begin with.
        title: what the titles of both begin with.
        module: the room and the beginning of the names of the two modules that write it: `…_html` and `…_docx`.
        options: names of the options that the writers take beside those of every form.
    """
    taken = (*_FORM_OPTIONS, *options)
    html, word = (
        Format(
            f"{name}-{extra}",
            f"{title}, {kind}",
            endings,
            f"{__name__}.{module}_{extra}",
            reads=False,
            writes=True,
            extra=extra,
            options=taken,
            drafts=True,
            worded=True,
            read_as="docx" if extra == "docx" else "",
        )
        for extra, kind, endings in (("html", "HTML", (".html", ".htm")), ("docx", "Word", (".docx",)))
    )
    return html, word


FORMATS: tuple[Format, ...] = (
    Format("json", "JSON", (".json",), "opengov_local.formats.json_format", reads=True, writes=True, trees=True),
    Format(
        "yaml",
        "YAML",
        (".yaml", ".yml"),
        "opengov_local.formats.yaml_format",
        reads=True,
        writes=True,
        extra="yaml",
        trees=True,
    ),
    Format(
        "ogp-local-html",
        "OGP Local form, HTML",
        (".html", ".htm"),
        "opengov_local.formats.ogp_local.html_format",
        reads=False,
        writes=True,
        extra="html",
        options=_FORM_OPTIONS,
        drafts=True,
        worded=True,
    ),
    Format(
        "ogp-local-docx",
        "OGP Local form, Word",
        (".docx",),
        "opengov_local.formats.ogp_local.docx_format",
        reads=False,
        writes=True,
        extra="docx",
        options=_FORM_OPTIONS,
        drafts=True,
        read_as="docx",
        worded=True,
    ),
    *_documents("ogp-national-2022", "OGP National form of 2022", "ogp_national.form_2022", "commitment"),
    *_documents("ogp-national-2017", "OGP National form of 2017", "ogp_national.form_2017", "commitment"),
    *_documents("programme", "Programme of the network", "programme.programme"),
    *_documents("workshop", "Report of workshops", "workshop.workshop", "workshop"),
    Format(
        "plan-html",
        "Public page of a plan",
        (),
        "opengov_local.formats.plan_page.html_format",
        reads=False,
        writes=True,
        extra="html",
        options=("with_contacts", "data", "index"),
        languages=("ar", "fr", "en"),
        worded=True,
    ),
    *_documents("ogp-local-inception", "OGP Local inception assessment", "ogp_assessments.inception"),
    *_documents(
        "ogp-local-end-of-commitment",
        "OGP Local end-of-commitment assessment",
        "ogp_assessments.end_of_commitment",
        "commitment",
    ),
    *_documents("ogp-local-learning", "OGP Local final learning exercise", "ogp_assessments.learning"),
    Format(
        "xlsx",
        "Excel workbook",
        (".xlsx", ".xlsm"),
        f"{_BOOKS}.xlsx_format",
        reads=True,
        writes=True,
        extra="xlsx",
        options=("with_contacts",),
        imports=True,
        needs=("python_calamine", "xlsxwriter"),
        read_only=(".xlsm",),
        worded=True,
    ),
    Format(
        "xls",
        "Old Excel workbook",
        (".xls",),
        f"{_BOOKS}.xls_format",
        reads=True,
        writes=False,
        extra="xlsx",
        imports=True,
        needs=("python_calamine",),
    ),
    Format(
        "ckan",
        "Dataset for a CKAN portal",
        (),
        "opengov_local.formats.ckan.ckan_format",
        reads=False,
        writes=True,
        options=("with_contacts", "data_url", "owner_org"),
    ),
    Format(
        "ckan-zip",
        "Dataset for a CKAN portal with its files, in an archive",
        (),
        "opengov_local.formats.ckan.archive_format",
        reads=True,
        writes=True,
        options=("with_contacts", "data_url", "owner_org"),
    ),
    Format("ods", "OpenDocument sheet", (".ods",), f"{_BOOKS}.ods_format", True, False, imports=True),
    Format(
        "docx", "Word document", (".docx", ".docm"), "opengov_local.formats.word.word_format", True, False, imports=True
    ),
    Format("decidim", "Decidim export", (), "opengov_local.formats.decidim.decidim_format", True, False, imports=True),
    Format(
        "csv",
        "CSV: a table, or all tables of a package in an archive",
        (".zip", ".csv", ".tsv"),
        "opengov_local.formats.bundle.bundle_format",
        reads=True,
        writes=True,
        options=("with_contacts",),
        imports=True,
        read_only=(".csv", ".tsv"),
    ),
    Format(
        "decidim-zip",
        "Decidim open data",
        (".zip",),
        "opengov_local.formats.decidim.decidim_format",
        reads=True,
        writes=False,
        imports=True,
    ),
    Format(
        "decidim-csv",
        "Results for Decidim to import",
        (),
        "opengov_local.formats.decidim.csv_format",
        reads=False,
        writes=True,
        options=("with_contacts", "plan", "status_ids"),
        read_as="decidim",
    ),
    Format(
        "ogp-page",
        "Page of OGP's site, as text or saved",
        (".txt", ".html", ".htm"),
        "opengov_local.formats.ogp_pages.page_format",
        reads=True,
        writes=False,
        imports=True,
    ),
    Format(
        "ogp-csv",
        "OGP's commitments spreadsheet",
        (),
        "opengov_local.formats.ogp_csv.csv_format",
        reads=True,
        writes=True,
        options=_FORM_OPTIONS,
        imports=True,
    ),
    Format(
        "ogp-xlsx",
        "OGP's commitments spreadsheet, as workbook",
        (),
        "opengov_local.formats.ogp_csv.xlsx_format",
        reads=True,
        writes=True,
        extra="xlsx",
        options=_FORM_OPTIONS,
        imports=True,
        needs=("python_calamine", "xlsxwriter"),
    ),
    Format(
        "tracker",
        "Tracker definition, as Canada's",
        (),
        "opengov_local.formats.tracker.definition_format",
        reads=True,
        writes=False,
        extra="yaml",
        imports=True,
        needs=("yaml",),
    ),
    Format(
        "updates",
        "Progress updates, one a row",
        (),
        "opengov_local.formats.tracker.updates_format",
        reads=True,
        writes=False,
        imports=True,
    ),
    Format(
        "ics",
        "Calendar of milestones, workshops and sessions",
        (".ics",),
        "opengov_local.formats.agenda.ics_format",
        reads=False,
        writes=True,
        options=_FORM_OPTIONS,
    ),
    Format(
        "jsonld",
        "Linked data, with a description for catalogues",
        (".jsonld",),
        "opengov_local.formats.linked.jsonld_format",
        reads=True,
        writes=True,
        options=("with_contacts", "context_url"),
    ),
    Format(
        "stratml",
        "StratML Part 1 and 2",
        (".stratml", ".xml"),
        "opengov_local.formats.stratml.stratml_format",
        reads=True,
        writes=True,
        options=_FORM_OPTIONS,
        imports=True,
    ),
)


def names() -> tuple[str, ...]:
    """Gives the names of all formats, in the order of the table."""
    return tuple(row.name for row in FORMATS)


def readable() -> tuple[str, ...]:
    """Gives the names of the formats that are read."""
    return tuple(row.name for row in FORMATS if row.reads)


def held() -> tuple[str, ...]:
    """Gives the names of the formats that hold packages as they are: nothing of them must be understood."""
    return tuple(row.name for row in FORMATS if row.reads and row.trees)


def writable() -> tuple[str, ...]:
    """Gives the names of the formats that are written."""
    return tuple(row.name for row in FORMATS if row.writes)


def endings(chosen: Iterable[str]) -> tuple[str, ...]:
    """Gives the file endings of formats, each once, in the order of the table."""
    wanted = set(chosen)
    return tuple(dict.fromkeys(ending for row in FORMATS if row.name in wanted for ending in row.extensions))


def get(name: str) -> Format:
    """Gives the format of a name.

    Raises:
        UnknownFormatError: there is none of that name.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownFormatError("tool/unknown-format", format=name, known=names())


def by_extension(path: str | os.PathLike[str], use: Literal["reads", "writes"] | None = None) -> Format:
    """Gives the format of a file by its ending, upper or lower case; the first row of the table wins.

    Args:
        path: the file.
        use: what is to be done with it; a format that cannot do it is given only where no other has that ending.

    Raises:
        UnknownFormatError: no format has that ending, or it is `-`, which has none.
    """
    name = os.fspath(path)
    if name == "-":
        raise UnknownFormatError("tool/stream-without-format", option="--from" if use == "reads" else "--to")
    fitting = [row for row in FORMATS if name.lower().endswith(row.extensions)]
    for row in fitting:
        if use is None or getattr(row, use):
            return row
    if fitting:
        return fitting[0]
    raise unknown_ending(name, use, endings({"reads": readable, "writes": writable}.get(use or "", names)()))
