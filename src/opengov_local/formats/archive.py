"""Archives (ZIP) of files that were made: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_MADE: Final = (2026, 1, 1, 0, 0, 0)
"""The time of every file in an archive."""


def archive(files: Mapping[str, bytes]) -> bytes:
    """Puts files into an archive.

    Args:
        files: name of the file to its bytes, in their order.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
