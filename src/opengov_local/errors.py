"""The exceptions of the library: trouble of the tool, or data that cannot become a Package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opengov_local.validation.report import Report


class OpenGovLocalError(Exception):
    """Root of all errors of the library; its message says the next step."""


class MissingExtraError(OpenGovLocalError):
    """A part of the library needs a package that is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs an extra: pip install "opengov-local[{extra}]"')
        self.extra = extra


class UnknownFormatError(OpenGovLocalError):
    """A format name or file ending that the library does not read or write."""


class OptionError(OpenGovLocalError):
    """An option that the chosen format does not take, or a value that it cannot use."""


class SourceError(OpenGovLocalError):
    """A source that cannot be opened: it is missing, is a folder, or may not be read."""


class TargetError(OpenGovLocalError):
    """A target that cannot be written: its folder is missing, or the format cannot hold the data."""


class InvalidDocument(OpenGovLocalError):  # noqa: N818 - the public name says what it is
    """The data is not a valid package; `report` holds every finding."""

    def __init__(self, report: Report) -> None:
        count = report.counts["error"]
        first = next((f for f in report.findings if f.severity == "error"), None)
        where = f", first: {first.code} at {first.location.pointer or '/'}" if first else ""
        super().__init__(f"{report.source or 'document'}: {count} error(s){where}; see .report for all of them")
        self.report = report
