"""`validate`: every problem of one or many files, each with its place."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from itertools import count as count_from
from typing import NamedTuple

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.api import OF_PART
from opengov_local.atomic import write_atomically
from opengov_local.cli.faults import fault
from opengov_local.cli.folder import files_of, others_in
from opengov_local.cli.options import add_import, add_language, add_today, count, import_options, user_language
from opengov_local.cli.rewriting import refuse_over_plan
from opengov_local.cli.wording import refusal
from opengov_local.errors import OptionError
from opengov_local.fingerprint import CAUSE
from opengov_local.formats.several import NDJSON
from opengov_local.report import RENDERERS, colour, form_of, renderer
from opengov_local.report.text import render as render_text

_OPENED_BY_OFFICE = (".html", ".csv")
"""Endings of reports that office programs open."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("sources", nargs="+", metavar="FILE|DIR|-")
    parser.add_argument("--from", dest="from_format", choices=(*formats.readable(), NDJSON))
    parser.add_argument("--profile", action="append", default=[], metavar="NAME")
    parser.add_argument("--only-packages", action="store_true")
    add_language(parser)
    add_import(parser)
    parser.add_argument("--format", choices=tuple(RENDERERS))
    parser.add_argument("-o", "--output", metavar="OUT")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODE")
    parser.add_argument("--ignore-file", metavar="FILE.toml")
    parser.add_argument("--baseline", metavar="REPORT.json")
    parser.add_argument("--max-findings", type=count, metavar="N")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Judges every source; one that cannot be opened is said and does not stop the others."""
    language = arguments.lang or user_language()
    _check_codes(arguments.ignore)
    _check_settings(arguments)
    listed = [path for source in arguments.sources for path in files_of(source)]
    if arguments.output:
        _keep_apart(arguments.output, listed)
        if not arguments.format:
            formats.refuse_office(arguments.output, _OPENED_BY_OFFICE)
        refuse_over_plan(arguments.output)
    baseline = _baseline(arguments, listed)
    outcomes = [outcome for path in listed for outcome in _judge(path, arguments, baseline)]
    reports = [outcome for outcome in outcomes if isinstance(outcome, ogl.Report)]
    troubles = [outcome for outcome in outcomes if isinstance(outcome, ogl.OpenGovLocalError)]
    for aside in (outcome for outcome in outcomes if isinstance(outcome, _LeftAside)):
        print(messages.ui("left-aside", language, file=aside.path), file=sys.stderr)
    for source in () if arguments.only_packages else arguments.sources:
        _say_others(source, language)
    for trouble in troubles:
        print(refusal(trouble, language), file=sys.stderr)
    unopened = [_unopened(trouble, arguments, baseline) for trouble in troubles if "file" in trouble.params]
    form = arguments.format or form_of(arguments.output or "")
    if form != "text":
        reports += unopened
    if form == "text" and not arguments.output and colour.wanted(sys.stdout, os.environ):
        text = render_text(reports, language, coloured=True)
    else:
        text = renderer(form)(reports, language)
    if arguments.output:
        _write(arguments.output, text, language)
    elif reports:
        sys.stdout.write(text)
    bad = any(report.has("warning" if arguments.strict else "error") for report in reports)
    return 2 if len(troubles) > sum(report.known for report in unopened) else int(bad)


def _write(output: str, text: str, language: str) -> None:
    """Writes the report; somebody at a terminal is told so, for whom silence would be a failure."""
    write_atomically(output, text.encode("utf-8", "backslashreplace"))
    if sys.stderr is not None and sys.stderr.isatty():
        print(messages.ui("written", language, target=output), file=sys.stderr)


def _unopened(
    trouble: ogl.OpenGovLocalError, arguments: argparse.Namespace, baseline: api.Baseline | None
) -> ogl.Report:
    """Makes a report on what could not be opened: who reads reports alone would take its absence for consent."""
    file = str(trouble.params["file"])
    finding = ogl.Finding("source/unopened", "error", ogl.Location(source=file), {CAUSE: trouble.code})
    day = arguments.today or date.today()  # noqa: DTZ011 - the officer's own calendar day
    profiles = ("core", *arguments.profile)
    report = ogl.Report(file, (finding,), profiles=profiles, today=day.isoformat(), opened=False)
    if baseline is None or baseline.of(file) is None:
        return report
    return replace(baseline.without_known(report, ()), gone=0)  # nobody knows what has gone from a file that is shut


def _say_others(source: str, language: str) -> None:
    """Says which files of a folder may hold plans and were not looked at: silence would be taken for consent."""
    if others := others_in(source):
        listed = messages.joined((f"{ending} ({count})" for ending, count in sorted(others.items())), language)
        print(messages.ui("folder-others", language, folder=source, files=listed), file=sys.stderr)


class _LeftAside(NamedTuple):
    """A file that is no package, where only packages were asked for."""

    path: str


def _check_codes(ignored: list[str]) -> None:
    """Makes sure that the codes to leave out are codes of findings: a slip would leave nothing out."""
    known = messages.codes()
    for code in ignored:
        if code not in known:
            near = get_close_matches(code, known, n=1)
            raise OptionError("tool/unknown-code", name=code, **({"suggestion": near[0]} if near else {}))


def _check_settings(arguments: argparse.Namespace) -> None:
    """Makes sure that what is to be used for every source can be: a slip is said once, and not for each of them."""
    import_options(arguments)
    api.rules(arguments.profile)
    if arguments.ignore_file is not None:
        api.read_ignores(arguments.ignore_file)


def _keep_apart(output: str, listed: list[str | ogl.OpenGovLocalError]) -> None:
    """Makes sure that the report takes the place of no source."""
    for path in listed:
        if isinstance(path, str) and api.same_file(output, path):
            raise OptionError("tool/overwrites-source", file=output, source=path)


def _baseline(arguments: argparse.Namespace, listed: list[str | ogl.OpenGovLocalError]) -> api.Baseline | None:
    """Reads the earlier report; one that speaks of none of the files is that of others."""
    if arguments.baseline is None:
        return None
    if arguments.output and api.same_file(arguments.output, arguments.baseline):
        raise OptionError("tool/overwrites-source", file=arguments.output, source=arguments.baseline)
    baseline = api.read_baseline(arguments.baseline)
    paths = [path for path in listed if isinstance(path, str)]
    if paths and not any(map(baseline.speaks_of, paths)):
        raise baseline.refused(paths[0])
    return baseline


def _repeatable() -> Callable[[str], str]:
    """Gives what makes the ids of an import so that they, and so the fingerprints, are the same in the next run."""
    numbers = count_from(1)
    return lambda prefix: f"{prefix}:{next(numbers)}"


def _judge(
    path: str | ogl.OpenGovLocalError, arguments: argparse.Namespace, baseline: api.Baseline | None
) -> Iterator[ogl.Report | ogl.OpenGovLocalError | _LeftAside]:
    """Judges every document of a file; trouble is a value, so that it does not stop the others."""
    if isinstance(path, ogl.OpenGovLocalError):
        yield path
        return
    options = replace(import_options(arguments), mint=_repeatable())
    try:
        for imported in ogl.read_each(path, format=arguments.from_format, options=options):
            yield _judged(path, imported, arguments, baseline)
    except ogl.OpenGovLocalError as trouble:
        yield trouble
    except Exception as error:  # noqa: BLE001 - a fault of ours stops the others no more than trouble with a file
        yield fault(error, path)


def _judged(
    path: str, imported: ogl.Import, arguments: argparse.Namespace, baseline: api.Baseline | None
) -> ogl.Report | _LeftAside:
    name = path if imported.part is None else f"{path}{OF_PART}{imported.part}"
    if arguments.only_packages and not api.resembles_package(imported):
        return _LeftAside(name)
    report = ogl.validate(
        imported,
        profiles=arguments.profile,
        today=arguments.today,
        ignore=arguments.ignore_file or api.ignores_beside(path),
        baseline=baseline if baseline and baseline.of(name) is not None else None,
        max_findings=None if arguments.ignore else arguments.max_findings,
    )
    if imported.part is not None:  # an entry may be meant for another package of the file
        said = tuple(finding for finding in report.findings if finding.code != "report/ignores-nothing")
        report = replace(report, findings=said)
    kept = report.without(frozenset(arguments.ignore))
    return (kept if arguments.max_findings is None else kept.limited(arguments.max_findings)).abridged()
