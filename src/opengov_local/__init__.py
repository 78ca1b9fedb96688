"""The shared data model, validation and exchange of open local governments' action plans."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0.dev0"

if TYPE_CHECKING:
    from opengov_local import codelists as codelists
    from opengov_local import formats as formats
    from opengov_local import territories as territories
    from opengov_local.account import Account as Account
    from opengov_local.api import Conversion as Conversion
    from opengov_local.api import Publication as Publication
    from opengov_local.api import Published as Published
    from opengov_local.api import annotate as annotate
    from opengov_local.api import check as check
    from opengov_local.api import convert as convert
    from opengov_local.api import dump as dump
    from opengov_local.api import import_options as import_options
    from opengov_local.api import load as load
    from opengov_local.api import normalize as normalize
    from opengov_local.api import publish as publish
    from opengov_local.api import read as read
    from opengov_local.api import read_each as read_each
    from opengov_local.api import redact as redact
    from opengov_local.api import save as save
    from opengov_local.api import validate as validate
    from opengov_local.document import Document as Document
    from opengov_local.document import Import as Import
    from opengov_local.errors import InvalidDocument as InvalidDocument
    from opengov_local.errors import MissingExtraError as MissingExtraError
    from opengov_local.errors import OpenGovLocalError as OpenGovLocalError
    from opengov_local.errors import OptionError as OptionError
    from opengov_local.errors import SourceError as SourceError
    from opengov_local.errors import TargetError as TargetError
    from opengov_local.errors import UnknownFormatError as UnknownFormatError
    from opengov_local.finding import Finding as Finding
    from opengov_local.finding import Location as Location
    from opengov_local.importing.options import ImportOptions as ImportOptions
    from opengov_local.model import *  # noqa: F403
    from opengov_local.normalization.normalize import Change as Change
    from opengov_local.normalization.normalize import Normalized as Normalized
    from opengov_local.privacy.redaction import Redacted as Redacted
    from opengov_local.privacy.redaction import Removal as Removal
    from opengov_local.validation.report import Report as Report

_HOMES = {
    "account": ("Account",),
    "api": (
        "Conversion",
        "Publication",
        "Published",
        "annotate",
        "check",
        "convert",
        "dump",
        "import_options",
        "load",
        "normalize",
        "publish",
        "read",
        "read_each",
        "redact",
        "save",
        "validate",
    ),
    "document": ("Document", "Import"),
    "errors": (
        "InvalidDocument",
        "MissingExtraError",
        "OpenGovLocalError",
        "OptionError",
        "SourceError",
        "TargetError",
        "UnknownFormatError",
    ),
    "finding": ("Finding", "Location"),
    "importing.options": ("ImportOptions",),
    "normalization.normalize": ("Change", "Normalized"),
    "privacy.redaction": ("Redacted", "Removal"),
    "validation.report": ("Report",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_ROOMS = ("codelists", "formats", "territories")
_FUNCTIONS_OF_MODEL = ("mint", "read_text")
"""What of the model does not begin with a capital, as concepts do and modules do not."""


def _bind(name: str) -> object:
    if name in _ROOMS:
        return import_module(f"{__name__}.{name}")
    if name in _HOME_OF:
        return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    if name[:1].isupper() or name in _FUNCTIONS_OF_MODEL:
        model = import_module(f"{__name__}.model")
        if name in model.__all__:
            return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if not TYPE_CHECKING:  # else a type checker would take any name for granted

    def __getattr__(name: str) -> object:
        """Binds a public name on first use, so that importing the library stays light."""
        value = globals()[name] = _bind(name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF, *_ROOMS, *import_module(f"{__name__}.model").__all__})
