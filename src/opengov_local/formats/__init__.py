"""The formats that are read and written: one row each, their modules loaded on first use."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Literal, Protocol, cast

from opengov_local.document import Import
from opengov_local.errors import MissingExtraError, OptionError, UnknownFormatError
from opengov_local.formats.written import Written

if TYPE_CHECKING:
    from opengov_local.importing.options import ImportOptions


class Reader(Protocol):
    """Reads the bytes of one format."""

    def __call__(self, data: bytes, source: str | None = None) -> Import:
        """Gives the document, if there is one, and what was found in reading it."""


class Importer(Protocol):
    """Reads the bytes of one format that is no package already."""

    def __call__(self, data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
        """Gives a draft of a package, what was found in reading it, and the account of every piece."""


class Writer(Protocol):
    """Writes a package in one format."""

    def __call__(self, package: object, *, language: str, **options: object) -> Written:
        """Gives the bytes of the file, and what was found in making it."""


class TreeWriter(Protocol):
    """Writes JSON-shaped data of any kind, valid or not, in one format."""

    def __call__(self, tree: object) -> bytes:
        """Gives the bytes of the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: its name on the command line and in Python.
        title: its name for people.
        extensions: file endings with their dot, lower case.
        module: the module that has its `read` and `write`.
        reads: whether the library reads it.
        writes: whether the library writes it.
        extra: the extra of the installation that it needs.
        trees: whether it holds any document, also an incomplete one; else it needs a package.
        options: names of the options that its writer takes beside the language.
        imports: whether reading it means understanding it: its reader takes `ImportOptions` and gives an account.
        needs: packages of the extra that it loads only in the midst of its work.
        drafts: whether it can show a package before all is there, with its gaps.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    module: str
    reads: bool
    writes: bool
    extra: str | None = None
    trees: bool = False
    options: tuple[str, ...] = ()
    imports: bool = False
    needs: tuple[str, ...] = ()
    drafts: bool = False

    def reader(self, file: str | None = None) -> Reader:
        """Loads its `read` function.

        Args:
            file: the file that is to be read, for the errors to name it.

        Raises:
            UnknownFormatError: the library does not read this format.
            MissingExtraError: the extra it needs is not installed.
        """
        if not self.reads:
            raise self._refusal("tool/written-not-read", file, endings(readable()))
        return cast(Reader, self._load(file).read)

    def importer(self, file: str | None = None) -> Importer:
        """Loads its `read` function, of a format that `imports`; it raises as `reader`."""
        return cast(Importer, self.reader(file))

    def writer(self, file: str | None = None) -> Writer:
        """Loads its `write` function.

        Args:
            file: the file that is to be written, for the errors to name it.

        Raises:
            UnknownFormatError: the library does not write this format.
            MissingExtraError: the extra it needs is not installed.
        """
        if not self.writes:
            raise self._refusal("tool/read-not-written", file, endings(writable()))
        return cast(Writer, self._load(file).write)

    def tree_writer(self) -> TreeWriter:
        """Loads its `write_tree` function, of a format that holds trees; it raises as `writer`."""
        self.writer()
        return cast(TreeWriter, self._load().write_tree)

    def check_options(self, given: Iterable[str]) -> None:
        """Makes sure that no option is passed over in silence.

        Raises:
            OptionError: the format does not take one of them.
        """
        for name in given:
            if name not in self.options:
                raise OptionError("tool/unknown-option", name=self.name, option=name, known=self.options)

    def check_draft(self) -> None:
        """Makes sure that it can show a package before all is there.

        Raises:
            OptionError: it cannot.
        """
        if not self.drafts:
            known = tuple(row.name for row in FORMATS if row.drafts)
            raise OptionError("tool/no-draft", name=self.name, known=known)

    def _refusal(self, code: str, file: str | None, known: tuple[str, ...]) -> UnknownFormatError:
        return UnknownFormatError(code, file=file or self.name, format=self.name, known=known)

    def _load(self, file: str | None = None) -> ModuleType:
        try:
            for package in self.needs:
                if find_spec(package) is None:
                    raise ModuleNotFoundError(package, name=package)
            return import_module(self.module)
        except ModuleNotFoundError as error:
            if self.extra is None or (error.name or "").partition(".")[0] == __name__.partition(".")[0]:
                raise
            raise MissingExtraError.of(self.extra, self.name, file or self.name) from error


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
    ),
    *_documents("ogp-national-2022", "OGP National form of 2022", "ogp_national.form_2022", "commitment"),
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
    Format("ods", "OpenDocument sheet", (".ods",), f"{_BOOKS}.ods_format", True, False, imports=True),
    Format("csv", "CSV or TSV table", (".csv", ".tsv"), f"{_BOOKS}.csv_format", True, False, imports=True),
    Format(
        "docx", "Word document", (".docx", ".docm"), "opengov_local.formats.word.word_format", True, False, imports=True
    ),
    Format("decidim", "Decidim export", (), "opengov_local.formats.decidim.decidim_format", True, False, imports=True),
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
        options=("plan", "status_ids"),
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
        "stratml",
        "StratML Part 1 and 2",
        (".stratml", ".xml"),
        "opengov_local.formats.stratml.stratml_format",
        reads=True,
        writes=False,
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
    """Gives the file endings of formats, in the order of the table."""
    wanted = set(chosen)
    return tuple(ending for row in FORMATS if row.name in wanted for ending in row.extensions)


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
        UnknownFormatError: no format has that ending.
    """
    name = os.fspath(path)
    fitting = [row for row in FORMATS if name.lower().endswith(row.extensions)]
    for row in fitting:
        if use is None or getattr(row, use):
            return row
    if fitting:
        return fitting[0]
    raise UnknownFormatError("tool/unknown-ending", file=name, known=endings(names()))
