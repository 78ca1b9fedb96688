"""`convert`: one file into another format."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import opengov_local as ogl
from opengov_local import api, formats, messages
from opengov_local.atomic import require_target, write_atomically
from opengov_local.cli.options import LANGUAGES, add_import, add_today, import_options, user_language
from opengov_local.cli.rewriting import refuse_over_plan, shown_target
from opengov_local.cli.understood import understood
from opengov_local.errors import OptionError
from opengov_local.finding import Finding
from opengov_local.report import renderer
from opengov_local.report.json import render as render_json


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("source", metavar="SRC")
    parser.add_argument("target", metavar="DEST")
    parser.add_argument("--from", dest="from_format", choices=formats.readable(), metavar="FORMAT")
    parser.add_argument("--to", dest="to_format", choices=formats.writable(), metavar="FORMAT")
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--plan", metavar="ID")
    parser.add_argument("--commitment", metavar="ID")
    parser.add_argument("--workshop", metavar="ID")
    parser.add_argument("--data-url", metavar="URL")
    parser.add_argument("--owner-org", metavar="NAME")
    parser.add_argument("--with-contacts", action="store_true")
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--no-read-back", dest="read_back", action="store_const", const=False)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--report", metavar="OUT.json")
    add_import(parser)
    parser.add_argument("--explain", action="store_true")
    parser.add_argument("--save-map", metavar="OUT.csv")
    parser.add_argument("--annotate", action="store_true")
    add_today(parser)


def _keep_apart(source: str, target: str, report: str | None) -> None:
    """Makes sure that the report takes the place of nothing else."""
    if report is None:
        return
    if api.same_file(report, source):
        raise OptionError("tool/overwrites-source", file=report, source=source)
    if report == target or api.same_file(report, target):
        raise OptionError("tool/two-to-one-target", file=report)


def run(arguments: argparse.Namespace) -> int:
    """Converts; what was found is said on standard error, so that standard output can be the target.

    Errors of the source decide the exit code, but not of one that is asked for as a draft: what is missing in it is
    known, and marked.
    """
    language = arguments.lang or user_language()
    require_target(arguments.target)
    for beside in (arguments.report, arguments.save_map):
        _keep_apart(arguments.source, arguments.target, beside)
    _keep_apart(arguments.source, arguments.report or "", arguments.save_map)
    if arguments.report:
        refuse_over_plan(arguments.report)
    if arguments.save_map and not (arguments.force or api.same_file(arguments.save_map, arguments.map or "-")):
        api.require_replaceable(arguments.save_map)
    chosen = import_options(arguments, _earlier(arguments))
    told: list[Finding] = []

    def tell(findings: Iterable[Finding]) -> None:
        """Says each finding about DEST once: what it will not hold before it is written, the others after."""
        new = [finding for finding in findings if finding not in told]
        told.extend(new)
        for finding in new:
            print(messages.render(finding, language), file=sys.stderr)

    if arguments.annotate:
        done = ogl.annotate(
            arguments.source, arguments.target, language=language, options=chosen, overwrite=arguments.force
        )
    else:
        done = _convert(arguments, chosen, tell)
    _write_beside(arguments, done, language)
    _say(arguments, done, language)
    tell(done.findings)
    verdict = "written" if done.written else "not-written"
    print(messages.ui(verdict, language, target=shown_target(arguments.target, language)), file=sys.stderr)
    read = done.imported is not None and done.imported.document is not None
    if read and not (done.written or arguments.annotate) and _target(arguments).drafts:
        print(messages.ui("draft-would-do", language), file=sys.stderr)
    return int(not done.written or (done.report.has("error") and not arguments.draft))


def _say(arguments: argparse.Namespace, done: ogl.Conversion, language: str) -> None:
    """Says what was found in reading SRC, and what became of it."""
    if arguments.explain and done.imported:
        for step in done.imported.layout:
            place = messages.place(step.location, language)
            print(f"{place} · {messages.render(step, language)}" if place else messages.render(step, language),
                  file=sys.stderr)  # fmt: skip
    if done.report.findings:
        sys.stderr.write(renderer("text")([done.report], language))
    if done.imported and done.imported.account:
        counts = {fate: str(count) for fate, count in done.imported.account.counts.items()}
        print(*understood(done.imported.document and done.imported.document.tree, language),
              messages.ui("account", language, **counts), sep="\n", file=sys.stderr)  # fmt: skip
        if partly := done.imported.account.partly:
            print(messages.ui("account-partly", language, count=str(partly)), file=sys.stderr)


def _convert(
    arguments: argparse.Namespace, chosen: ogl.ImportOptions, tell: Callable[[Iterable[Finding]], None]
) -> ogl.Conversion:
    options = {  # in the order in which they are named to the user
        "with_contacts": arguments.with_contacts or None,
        "plan": arguments.plan,
        "commitment": arguments.commitment,
        "workshop": arguments.workshop,
        "data_url": arguments.data_url,
        "owner_org": arguments.owner_org,
    }
    given = {name: value for name, value in options.items() if value is not None}
    target = _target(arguments)
    if arguments.with_contacts and "with_contacts" not in target.options and _is_imported(arguments):
        del given["with_contacts"]  # an importer was told so, and the target holds all
    _check_options(target, given, options)
    return ogl.convert(
        arguments.source,
        arguments.target,
        from_format=arguments.from_format,
        to_format=arguments.to_format,
        language=arguments.lang,
        today=arguments.today,
        import_options=chosen,
        draft=arguments.draft,
        read_back=arguments.read_back,
        overwrite=arguments.force,
        before_writing=tell,
        **given,
    )


def _is_imported(arguments: argparse.Namespace) -> bool:
    return api.is_imported(arguments.source, arguments.from_format)


def _target(arguments: argparse.Namespace) -> formats.Format:
    if arguments.to_format:
        return formats.get(arguments.to_format)
    return formats.by_extension(arguments.target, "writes")


def _check_options(target: formats.Format, given: Iterable[str], known: Iterable[str]) -> None:
    """Makes sure that the target takes the options, and names those that it takes as they are written here."""
    taken = tuple(_spelled(name) for name in known if name in target.options)
    for name in given:
        if name not in target.options:
            raise target.refused_option(_spelled(name), taken)


def _spelled(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def _earlier(arguments: argparse.Namespace) -> str | None:
    """Gives the target where it is a package already: what is imported into it again keeps its ids."""
    target = Path(arguments.target)
    if arguments.base or arguments.annotate or not target.is_file() or not _target(arguments).reads:
        return None
    if not _is_imported(arguments):
        return None
    return str(target) if api.is_package(target, arguments.to_format) else None


def _write_beside(arguments: argparse.Namespace, done: ogl.Conversion, language: str) -> None:
    """Writes the report and the table of headings, where they were asked for."""
    if arguments.report:
        text = render_json([done.report], language, done.imported, done.findings)
        write_atomically(arguments.report, text.encode("utf-8", "backslashreplace"))
    if arguments.save_map and done.imported:
        write_atomically(arguments.save_map, api.headings_of(done.imported))
