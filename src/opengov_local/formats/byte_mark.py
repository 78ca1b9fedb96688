"""What stands behind a byte order mark: the mark is an error, and the rest is judged in the same run all the same."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import replace

from opengov_local.document import Import
from opengov_local.finding import Finding


def with_rest(mark: Finding, data: bytes, read: Callable[[bytes], Import]) -> Import:
    """Gives the finding about a byte order mark with what is found behind it; there is no document.

    Args:
        mark: the finding about the mark; of any other it is given alone.
        data: the bytes of the file.
        read: reads the bytes behind the mark; places in the first line do not count it, nor do editors.
    """
    rest = data.removeprefix(BOM_UTF8)
    if mark.code != "syntax/bom" or rest.startswith(BOM_UTF8):
        return Import(None, (mark,))
    done = read(rest)
    return replace(done, document=None, findings=(mark, *done.findings), behind_mark=done.document)
