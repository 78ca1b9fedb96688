"""Names of the styles of Word files by which documents are read back."""

from __future__ import annotations

from typing import Final

COVER_STYLE: Final = "Body Text"
"""The style of whose document it is, on a cover."""
