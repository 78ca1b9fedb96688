"""Writes a package in any format."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

from opengov_local import formats
from opengov_local.api.judging import validate
from opengov_local.api.languages import language_for
from opengov_local.atomic import write_atomically
from opengov_local.errors import InvalidDocument
from opengov_local.finding import Finding
from opengov_local.formats.losses import losses
from opengov_local.formats.written import Written
from opengov_local.model import Package


def dump(
    package: Package,
    format: str = "json",
    *,
    language: str | None = None,
    read_back: bool | None = False,
    **options: Any,
) -> Written:
    """Writes a package to bytes.

    Args:
        package: the package.
        format: name of the format.
        language: language of a form, `ar`, `fr` or `en`; by default the package's own.
        read_back: whether to read the file again, and say exactly what of the package is not in it, at the cost of
            reading; None does it where the package is not large, as `convert` does. Else what is said holds for the
            format in general.
        options: what the format takes beside.

    Returns:
        The bytes, and findings about what the format has no place for, what was left out and what is shown in another
        language.

    Raises:
        InvalidDocument: the package was edited into something that is not valid.
        TargetError: the format cannot hold the data.
        UnknownFormatError, MissingExtraError: as `read`.
    """
    chosen = formats.get(format)
    chosen.check_options(options)
    writer = chosen.writer()
    report = validate(package)
    if not report.valid:
        raise InvalidDocument(report)
    wanted = language_for(package, language, chosen)
    written = writer(package, language=wanted, **options)
    lost = losses(package, chosen.name, wanted, written, options, read_back=read_back)
    return replace(written, findings=(*lost, *written.findings))


def save(
    package: Package,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: str | None = None,
    read_back: bool | None = False,
    **options: Any,
) -> tuple[Finding, ...]:
    """Writes a package to a file, whole or not at all; otherwise as `dump`.

    Args:
        package: the package.
        path: the file, or `-` for standard output.
        format: name of the format; by default that of the file ending.
        language: language of a form.
        read_back: as for `dump`.
        options: what the format takes beside.

    Raises:
        TargetError: the folder is missing or may not be written to, or the format cannot hold the data.
        InvalidDocument, UnknownFormatError, MissingExtraError: as `dump`.
    """
    chosen = formats.get(format) if format else formats.by_extension(path, "writes")
    chosen.writer(os.fspath(path))  # it may refuse the ending
    written = dump(package, chosen.name, language=language, read_back=read_back, **options)
    write_atomically(path, written.data)
    return written.findings
