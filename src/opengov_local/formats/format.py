"""One format: its name, its file endings, and its module, which is loaded on first use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

from opengov_local import formats
from opengov_local.document import Import
from opengov_local.errors import MissingExtraError, OptionError, UnknownFormatError
from opengov_local.formats.written import Written
from opengov_local.importing.collector import without_collector

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
        read_as: name of the format that reads its files, where it is another; "" where none does.
        drafts: whether it can show a package before all is there, with its gaps.
        languages: the languages that stand side by side in its files, where they are not in one alone.
        read_only: those of its endings whose files are read and never written.
        worded: whether it has words of its own, which are there in Arabic, French and English.
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
    read_as: str = ""
    languages: tuple[str, ...] = ()
    read_only: tuple[str, ...] = ()
    worded: bool = False

    @property
    def written_endings(self) -> tuple[str, ...]:
        """The endings of the files that it writes."""
        return tuple(ending for ending in self.extensions if ending not in self.read_only)

    def reader(self, file: str | None = None) -> Reader:
        """Loads its `read` function.

        Args:
            file: the file that is to be read, for the errors to name it.

        Raises:
            UnknownFormatError: the library does not read this format.
            MissingExtraError: the extra it needs is not installed.
        """
        if not self.reads:
            raise self._refusal("tool/written-not-read", file, formats.endings(formats.readable()))
        return cast(Reader, self._load(file).read)

    def importer(self, file: str | None = None) -> Importer:
        """Loads its `read` function, of a format that `imports`; it raises as `reader`."""
        return cast(Importer, self.reader(file))

    def writer(self, file: str | None = None) -> Writer:
        """Loads its `write` function, during which the garbage collector rests.

        Args:
            file: the file that is to be written, for the errors to name it.

        Raises:
            UnknownFormatError: the library does not write this format, or not into files of this ending.
            MissingExtraError: the extra it needs is not installed.
        """
        if not self.writes:
            raise self._refusal("tool/read-not-written", file, formats.endings(formats.writable()))
        if file is not None and file.lower().endswith(self.read_only):
            raise self._refusal("tool/ending-not-written", file, self.written_endings)
        return cast(Writer, without_collector(stays=False)(self._load(file).write))

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
                raise self.refused_option(name, self.options)

    def refused_option(self, name: str, known: tuple[str, ...]) -> OptionError:
        """Makes the error that it does not take an option.

        Args:
            name: the option, as the user wrote it.
            known: those that it takes, in the same spelling.
        """
        if not known:
            return OptionError("tool/takes-no-option", name=self.name, option=name)
        return OptionError("tool/unknown-option", name=self.name, option=name, known=known)

    def check_draft(self) -> None:
        """Makes sure that it can show a package before all is there.

        Raises:
            OptionError: it cannot.
        """
        if not self.drafts:
            known = tuple(row.name for row in formats.FORMATS if row.drafts)
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
