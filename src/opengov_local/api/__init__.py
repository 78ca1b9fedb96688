"""The functions behind the public names, one idea a module."""

from __future__ import annotations

from opengov_local.api.contents import Entry, counts, outline
from opengov_local.api.converting import Conversion, annotate, convert
from opengov_local.api.judging import check, explain, ignores_beside, load, rules, validate
from opengov_local.api.languages import DEFAULT_LANGUAGE
from opengov_local.api.mending import normalize, redact
from opengov_local.api.published import published_files, schema_names, schema_text
from opengov_local.api.publishing import Publication, Published, publish
from opengov_local.api.reading import (
    Source,
    headings_of,
    import_options,
    is_imported,
    is_package,
    read,
    resembles_package,
    same_file,
)
from opengov_local.api.reading_each import read_each
from opengov_local.api.replacing import endings_of_plans, require_replaceable
from opengov_local.api.writing import dump, save
from opengov_local.validation.baseline import Baseline, read_baseline
from opengov_local.validation.ignoring import read_ignores
from opengov_local.validation.report import OF_PART

__all__ = [
    "DEFAULT_LANGUAGE",
    "OF_PART",
    "Baseline",
    "Conversion",
    "Entry",
    "Publication",
    "Published",
    "Source",
    "annotate",
    "check",
    "convert",
    "counts",
    "dump",
    "endings_of_plans",
    "explain",
    "headings_of",
    "ignores_beside",
    "import_options",
    "is_imported",
    "is_package",
    "load",
    "normalize",
    "outline",
    "publish",
    "published_files",
    "read",
    "read_baseline",
    "read_each",
    "read_ignores",
    "redact",
    "require_replaceable",
    "resembles_package",
    "rules",
    "same_file",
    "save",
    "schema_names",
    "schema_text",
    "validate",
]
