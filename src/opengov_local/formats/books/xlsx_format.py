"""Excel workbooks."""

from functools import partial

from opengov_local.formats.books.dialects import read_kind
from opengov_local.formats.workbook.xlsx_format import write

__all__ = ["read", "write"]

read = partial(read_kind, kind="xlsx")
