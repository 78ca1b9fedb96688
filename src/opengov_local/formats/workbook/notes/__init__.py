"""Notes on the cells of any XLSX file: its parts are patched, so that nothing else in it changes."""

from opengov_local.formats.workbook.notes.annotate import Note, annotate

__all__ = ["Note", "annotate"]
