"""The exceptions of the library: trouble of the tool, or data that cannot become a Package."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from opengov_local.finding import Parameter
    from opengov_local.validation.report import Report


class OpenGovLocalError(Exception):
    """Root of all errors of the library; its message says the next step.

    Attributes:
        code: stable `tool/name`, the key of the message catalogues.
        params: what the message names: files, formats, choices, reasons.
    """

    def __init__(self, code: str, **params: Parameter) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: str) -> str:
        """Says what is the matter and what to do, in one of the languages of the messages.

        Raises:
            ValueError: there are no messages in that language.
        """
        messages: Any = import_module("opengov_local.messages")  # a room above, needed when an error is shown
        return str(messages.trouble(self.code, self.params, language))


class MissingExtraError(OpenGovLocalError):
    """A part of the library needs a package that is not installed."""

    @classmethod
    def of(cls, extra: str, format: str, file: str) -> MissingExtraError:
        """Makes the error for an extra, with the commands that install it.

        Args:
            extra: the extra of the installation.
            format: name of the format that needs it.
            file: the file that was to be read or written, as the user named it.
        """
        commands = {
            "command": f'pip install "opengov-local[{extra}]"',
            "local": f'pip install ".[{extra}]"',
        }
        return cls("tool/missing-extra", file=file, format=format, extra=extra, **commands)

    @property
    def extra(self) -> str:
        """The extra of the installation that brings it."""
        return str(self.params["extra"])


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
        gravest = min(report.findings, key=lambda finding: _GRAVITY.index(finding.severity))
        super().__init__(
            "tool/invalid-document",
            file=report.source or "document",
            errors=report.counts["error"],
            first=gravest.code,
            pointer=gravest.location.pointer or "/",
        )
        self.args = (report,)
        self.report = report


_GRAVITY = ("error", "warning", "info")
