"""Makes a package from a package: without what may not be published."""

from __future__ import annotations

from pydantic import ValidationError

from opengov_local.api.judging import validate
from opengov_local.errors import InvalidDocument
from opengov_local.model import Package
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
