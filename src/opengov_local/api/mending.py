"""Makes a package from a package: without what may not be published, or with its texts mended."""

from __future__ import annotations

from pydantic import ValidationError

from opengov_local.api.judging import validate
from opengov_local.errors import InvalidDocument
from opengov_local.model import Package
from opengov_local.normalization.normalize import Normalized
from opengov_local.normalization.normalize import normalize as _mended
from opengov_local.privacy.redact import redact as _without_private
from opengov_local.privacy.redaction import Redacted


def redact(package: Package) -> Redacted:
    """Takes out of a package what may not be published: contact details, private persons, the words of its sources.

    The package that is given is not changed. What is taken out and what a person should look at: see
    `opengov_local.privacy.redact` and `docs/privacy.md`.

    Args:
        package: the package.

    Returns:
        The package that is left, and each place that something was taken out of.

    Raises:
        InvalidDocument: the package was edited into something that is not valid.
    """
    try:
        return _without_private(package)
    except ValidationError:
        raise InvalidDocument(validate(package)) from None


def normalize(package: Package) -> Normalized:
    """Mends the texts of a package where it takes no judgement, and says every change.

    The package that is given is not changed. What is mended and what stays: see `opengov_local.normalization.normalize`
    and `docs/normalization.md`.

    Args:
        package: the package.

    Returns:
        The package with mended texts, and every change with its place, the text before and after, and why.

    Raises:
        InvalidDocument: the package was edited into something that is not valid.
    """
    try:
        return _mended(package)
    except ValidationError:
        raise InvalidDocument(validate(package)) from None
