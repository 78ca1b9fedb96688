"""Judges a source, and loads a package from it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic_core import PydanticSerializationError

from opengov_local import formats, messages
from opengov_local.api.languages import DEFAULT_LANGUAGE
from opengov_local.api.reading import Source, read
from opengov_local.document import Import
from opengov_local.errors import InvalidDocument, OptionError
from opengov_local.finding import SEVERITIES, Location, Severity
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package
from opengov_local.validation import validate as _validation
from opengov_local.validation.baseline import Baseline, read_baseline
from opengov_local.validation.explain import Explanation
from opengov_local.validation.explain import explain as explained
from opengov_local.validation.ignoring import ENDING as IGNORES_ENDING
from opengov_local.validation.ignoring import read_ignores, without_ignored
from opengov_local.validation.profiles import Chosen, chosen, named
from opengov_local.validation.profiles import profiles as published_profiles
from opengov_local.validation.report import Report
from opengov_local.validation.settings_file import unknown


def validate(
    source: Source | Import | Package,
    *,
    profiles: Iterable[str | os.PathLike[str]] = (),
    today: date | None = None,
    options: ImportOptions | None = None,
    ignore: str | os.PathLike[str] | None = None,
    baseline: str | os.PathLike[str] | Baseline | None = None,
    max_findings: int | None = None,
) -> Report:
    """Judges a source, something that was read, or a package: every problem at once, each with its place.

    Args:
        source: a path, `-`, bytes, the result of `read`, or a package.
        profiles: profiles to run beside `core`: names, or TOML files of a council's own.
        today: the day that stands for today, so that a report can be repeated.
        options: what to tell an importer beside the source; see `read`.
        ignore: a TOML file of findings to leave out, each with a reason.
        baseline: an earlier report in JSON: only findings that are new are listed and counted, the others are counted
            as `known`, those that are not there any more as `gone`.
        max_findings: how many findings are listed, the gravest first; the report counts the others as `unshown`.

    Raises:
        SourceError, UnknownFormatError, MissingExtraError: as `read`; SourceError also for a file of settings.
        OptionError: `max_findings` is negative, there is no such profile, or a file of settings says something that
            cannot be done; the earlier report is broken, incomplete, or on another file.
        TypeError: what is given is no source, or `today` is no day.
    """
    if max_findings is not None and max_findings < 0:
        raise OptionError("tool/bad-count", value=str(max_findings))
    if isinstance(source, Package):
        imported = _import_of(source)
    else:
        imported = source if isinstance(source, Import) else read(source, options=options)
    if ignore is None and baseline is None:
        return _validation.validate(imported, profiles=profiles, today=today, max_findings=max_findings)
    report = kept = _validation.validate(imported, profiles=profiles, today=today)
    if ignore is not None:
        kept = without_ignored(report, read_ignores(ignore), os.fspath(ignore))
    if baseline is not None:
        earlier = baseline if isinstance(baseline, Baseline) else read_baseline(baseline)
        kept = earlier.without_known(kept, report.findings)
    return kept if max_findings is None else kept.limited(max_findings)


check = validate


def rules(profiles: Iterable[str | os.PathLike[str]] | None = None) -> tuple[Chosen, ...]:
    """Gives the rules of `core` and of some profiles, with the severities and limits that these set.

    Args:
        profiles: names, or TOML files of a council's own; all of the library when absent.

    Raises:
        SourceError, OptionError: as `validate`.
    """
    return chosen(published_profiles() if profiles is None else named(profiles))[1]


def explain(code: str, language: str = DEFAULT_LANGUAGE) -> Explanation:
    """Says what the code of a finding stands for.

    Args:
        code: the code.
        language: `ar`, `fr` or `en`.

    Raises:
        OptionError: no finding has that code.
    """
    if code not in messages.codes():
        raise unknown("tool/unknown-code", code, messages.codes())
    return explained(code, language)


def ignores_beside(path: str | os.PathLike[str]) -> str | None:
    """Gives the file beside a data file that says which findings to leave out, if it is there."""
    beside = f"{os.fspath(path)}{IGNORES_ENDING}"
    return beside if Path(beside).is_file() else None


def load(
    source: Source | Import,
    *,
    format: str | None = None,
    raise_on: Severity | None = None,
    profiles: Iterable[str | os.PathLike[str]] = (),
    today: date | None = None,
    options: ImportOptions | None = None,
) -> Package:
    """Loads a package; findings of rules do not prevent it, so that a faulty plan can be opened and mended.

    Args:
        source: a path, `-`, bytes, or the result of `read`.
        format: name of the format; by default that of the file ending.
        raise_on: refuse also when a rule finds something of this severity or graver.
        profiles: profiles to run beside `core`.
        today: the day that stands for today.
        options: what to tell an importer beside the source; see `read`.

    Raises:
        InvalidDocument: the data is not structurally valid, or `raise_on` was met; it carries the Report.
        OptionError: `raise_on` is no severity.
        SourceError, UnknownFormatError, MissingExtraError: as `read`.
    """
    if raise_on is not None and raise_on not in SEVERITIES:
        raise OptionError("tool/unknown-severity", name=str(raise_on), known=SEVERITIES)
    imported = source if isinstance(source, Import) else read(source, format=format, options=options)
    report = validate(imported, profiles=profiles, today=today)
    if report.package is None or (raise_on and report.has(raise_on)):
        raise InvalidDocument(report)
    return report.package


class _Nowhere:
    """The places of a package that was made in Python: there are none."""

    def locate(self, pointer: str, *, key: bool = False) -> None:
        return None


def _import_of(package: Package) -> Import:
    """Reads a package as any other source is read: it may have been edited into something that is not valid."""
    try:
        raw = package.model_dump_json(warnings=False).encode()
    except PydanticSerializationError:  # half a character (a lone surrogate): JSON can name it, so that it is found
        raw = json.dumps(package.model_dump(mode="json", warnings=False)).encode()
    read_back = formats.get("json").reader()(raw)
    if read_back.document is None:
        return Import(
            None, tuple(replace(found, location=Location(found.location.pointer)) for found in read_back.findings)
        )
    return Import(read_back.document.placed_by("python", _Nowhere()))
