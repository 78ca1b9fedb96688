"""OpenDocument spreadsheets."""

from functools import partial

from opengov_local.formats.books.dialects import read_kind

read = partial(read_kind, kind="ods")
