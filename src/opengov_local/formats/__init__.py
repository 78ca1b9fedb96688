"""The formats that are read and written: one row each, their modules loaded on first use."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Protocol, cast

from opengov_local.document import Import
from opengov_local.errors import MissingExtraError, OptionError, UnknownFormatError
from opengov_local.formats.written import Written


class Reader(Protocol):
    """Reads the bytes of one format."""

    def __call__(self, data: bytes, source: str | None = None) -> Import:
        """Gives the document, if there is one, and what was found in reading it."""


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

    def reader(self) -> Reader:
        """Loads its `read` function.

        Raises:
            UnknownFormatError: the library does not read this format.
            MissingExtraError: the extra it needs is not installed.
        """
        if not self.reads:
            raise UnknownFormatError(f"{self.name} is written, not read; read: {', '.join(readable())}")
        return cast(Reader, self._load().read)

    def writer(self) -> Writer:
        """Loads its `write` function.

        Raises:
            UnknownFormatError: the library does not write this format.
            MissingExtraError: the extra it needs is not installed.
        """
        if not self.writes:
            raise UnknownFormatError(f"{self.name} is read, not written; written: {', '.join(writable())}")
        return cast(Writer, self._load().write)

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
                raise OptionError(f"{self.name} takes no option {name!r}; it takes {', '.join(self.options) or 'none'}")

    def _load(self) -> ModuleType:
        try:
            return import_module(self.module)
        except ModuleNotFoundError as error:
            if self.extra is None or (error.name or "").partition(".")[0] == __name__.partition(".")[0]:
                raise
            raise MissingExtraError(self.extra, self.title) from error


_FORM_OPTIONS = ("with_contacts", "plan")

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
    ),
)


def names() -> tuple[str, ...]:
    """Gives the names of all formats, in the order of the table."""
    return tuple(row.name for row in FORMATS)


def readable() -> tuple[str, ...]:
    """Gives the names of the formats that are read."""
    return tuple(row.name for row in FORMATS if row.reads)


def writable() -> tuple[str, ...]:
    """Gives the names of the formats that are written."""
    return tuple(row.name for row in FORMATS if row.writes)


def get(name: str) -> Format:
    """Gives the format of a name.

    Raises:
        UnknownFormatError: there is none of that name.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownFormatError(f"unknown format {name!r}; known: {', '.join(names())}")


def by_extension(path: str | os.PathLike[str]) -> Format:
    """Gives the format of a file by its ending, upper or lower case; the first row of the table wins.

    Raises:
        UnknownFormatError: no format has that ending.
    """
    name = os.fspath(path)
    for row in FORMATS:
        if name.lower().endswith(row.extensions):
            return row
    endings = ", ".join(ending for row in FORMATS for ending in row.extensions)
    raise UnknownFormatError(f"{name}: unknown file ending; name the format, or use one of {endings}")
