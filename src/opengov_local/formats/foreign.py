"""Files of office programs that are neither read nor written, and what to save them as instead."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from opengov_local.errors import UnknownFormatError

_INSTEAD: Final = {
    ".doc": (".docx",),
    ".odt": (".docx",),
    ".rtf": (".docx",),
    ".pages": (".docx",),
    ".numbers": (".xlsx",),
    ".xlsb": (".xlsx",),
    ".pdf": (".docx", ".xlsx"),
}
"""Ending of a file that is not read → endings that the program that made it can give it."""
_OFFICE: Final = frozenset({*_INSTEAD, ".docx", ".xlsx", ".xlsm", ".ods"})
"""Endings of files of office programs."""


def refuse_office(name: str, known: tuple[str, ...]) -> None:
    """Makes sure that what is text gets no name of a file of office programs, which could not open it.

    Args:
        name: the file.
        known: the endings that would do.

    Raises:
        UnknownFormatError: it has such a name.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _OFFICE:
        raise UnknownFormatError("tool/foreign-target", file=name, ending=ending, known=known)


def unknown_ending(name: str, use: str | None, known: tuple[str, ...]) -> UnknownFormatError:
    """Gives what is to be said of a file whose ending no format has.

    Args:
        name: the file.
        use: `reads` or `writes`, if it is known what is to be done with it.
        known: the endings that would do.
    """
    ending = PurePath(name).suffix.lower()
    if use is None or ending not in _INSTEAD:
        return UnknownFormatError("tool/unknown-ending", file=name, known=known)
    if use == "reads":
        return UnknownFormatError("tool/foreign-source", file=name, ending=ending, known=_INSTEAD[ending])
    written = tuple(each for each in (".docx", ".html", ".xlsx") if ending == ".pdf" or each in _INSTEAD[ending])
    return UnknownFormatError("tool/foreign-target", file=name, ending=ending, known=written)
