"""Commands that read a package and write another one: the formats they take, and what is in their way."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.errors import OptionError
from opengov_local.importing.encodings import decode_text
from opengov_local.report.known import is_report
from opengov_local.report.text import render

_HEAD = 2000
"""Bytes of a table that hold its headings."""


class Given(NamedTuple):
    """A package that was read.

    Attributes:
        package: the package; None where the file holds none that is valid, which was said.
        format: the format that it was read from, and is written in where nothing else is said.
    """

    package: ogl.Package | None
    format: str


def open_package(source: str, format: str | None, language: str) -> Given:
    """Reads a package; what is wrong with one that is not valid is said on standard error.

    Args:
        source: the file, or `-` for standard input.
        format: name of its format, where the ending does not say it.
        language: language of what is said.

    Raises:
        OptionError: the format holds no packages: the file must be converted first.
        SourceError, UnknownFormatError, MissingExtraError: as `opengov_local.read`.
    """
    chosen = formats.get(format) if format else formats.by_extension("-.json" if source == "-" else source, "reads")
    if chosen.name not in formats.held():
        raise OptionError("tool/no-package", file=source)
    try:
        return Given(ogl.load(source, format=chosen.name), chosen.name)
    except ogl.InvalidDocument as refused:
        sys.stderr.write(render([refused.report], language))
        return Given(None, chosen.name)


def target_format(target: str, source_format: str) -> str:
    """Gives the format of the target by its ending; standard output takes that of the source.

    Raises:
        OptionError: the format holds no packages.
    """
    if target == "-":
        return source_format
    chosen = formats.by_extension(target, "writes")
    if chosen.name not in formats.held():
        raise OptionError("tool/not-a-package-target", file=target, known=formats.endings(formats.held()))
    return chosen.name


def refuse_over_plan(report: str) -> None:
    """Makes sure that a report takes the place of no file in whose ending plans and other data are kept.

    An empty file and an earlier report may be replaced.

    Raises:
        OptionError: one stands there.
    """
    path = Path(report)
    kept = {*formats.endings(formats.held()), *api.endings_of_plans()}
    if path.suffix.lower() not in kept or not path.is_file() or not path.stat().st_size:
        return
    data = path.read_bytes()
    if not is_report(decode_text(data if data.lstrip().startswith(b"{") else data[:_HEAD]).text):
        raise OptionError("tool/report-over-plan", file=report)


def shown_target(target: str, language: str) -> str:
    """Gives the name of what was written to, in words where it is standard output."""
    return messages.ui("standard-output", language) if target == "-" else target
