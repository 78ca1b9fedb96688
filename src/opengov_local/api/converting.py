"""Reads a source and writes it again: in another format, or with comments."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from opengov_local import formats
from opengov_local.api.judging import validate
from opengov_local.api.languages import DEFAULT_LANGUAGE, language_for
from opengov_local.api.reading import Source, format_of, read, same_file
from opengov_local.api.replacing import replaced_by, require_replaceable
from opengov_local.atomic import require_target, write_atomically
from opengov_local.document import Import
from opengov_local.errors import OptionError
from opengov_local.finding import Finding
from opengov_local.formats.losses import losses
from opengov_local.formats.paper.drafts import Draft, LeftOut
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package
from opengov_local.report.where import way
from opengov_local.validation import drafting
from opengov_local.validation.report import Report


@dataclass(frozen=True)
class Conversion:
    """What a conversion did.

    Attributes:
        report: what validation says of the source.
        findings: what the target format left out or shows in another language.
        written: whether the target was written.
        imported: what reading the source gave: its account and its layout stand there.
    """

    report: Report
    findings: tuple[Finding, ...] = ()
    written: bool = False
    imported: Import | None = None


def convert(  # noqa: PLR0913 - what is read, what is written, and what is to be known of both
    source: Source,
    target: str | os.PathLike[str],
    *,
    from_format: str | None = None,
    to_format: str | None = None,
    language: str | None = None,
    today: date | None = None,
    import_options: ImportOptions | None = None,
    draft: bool = False,
    read_back: bool | None = None,
    overwrite: bool = True,
    before_writing: Callable[[tuple[Finding, ...]], None] | None = None,
    **options: Any,
) -> Conversion:
    """Reads a source and writes it in another format.

    JSON and YAML take any document as it is, also an incomplete or faulty one; a form needs a valid package, and
    without one nothing is written. A source is never overwritten with another format.

    Args:
        source: as for `read`.
        target: the file, or `-` for standard output.
        from_format: name of the source's format; by default that of its ending.
        to_format: name of the target's format; by default that of its ending.
        language: language of a form.
        today: the day that stands for today.
        import_options: what to tell an importer beside the source; see `read`.
        read_back: whether to read the target again before it is written, and say exactly what of the source is not in
            it; by default where the package is not large.
        overwrite: whether any file that is there already is written over; without it, the package of the same id is,
            unless what was corrected in it would be lost, and what nobody keeps a plan in: pages, calendars, data for
            other programs.
        before_writing: is told what the target has no place for, before it is written.
        draft: write a document also when the package is not complete, with its gaps marked.
        options: what the target format takes beside.

    Raises:
        OptionError: the target is the source, in another format, is there already, or shows no drafts.
        SourceError, TargetError, UnknownFormatError, MissingExtraError: as `read` and `save`.
    """
    chosen = formats.get(to_format) if to_format else formats.by_extension(target, "writes")
    chosen.check_options(options)
    if draft:
        chosen.check_draft()
    writer = chosen.writer(os.fspath(target))
    if same_file(source, target) and not _rewrites(chosen, format_of(str(source), from_format)):
        raise OptionError("tool/overwrites-source", file=os.fspath(target), source=str(source))
    require_target(target)
    imported = read(source, format=from_format, options=import_options)
    replaced: tuple[Finding, ...] = ()
    if not (overwrite or same_file(source, target)):
        if chosen.trees:
            replaced = replaced_by(imported, target, "-" if isinstance(source, bytes) else os.fspath(source))
        else:
            require_replaceable(target)
    report = validate(imported, today=today)
    if imported.document is not None and chosen.trees:
        write_atomically(target, chosen.tree_writer()(imported.document.tree))
        return Conversion(report, replaced, True, imported)
    package = report.package
    cut: tuple[Finding, ...] = ()
    if draft:
        package, options["draft"], cut = _drafted(report, imported, language, chosen)
    if package is None:
        return Conversion(report, imported=imported)
    wanted = language_for(package, language, chosen)
    written = writer(package, language=wanted, **options)  # it may refuse: then nothing is lost
    lost = (*cut, *losses(package, chosen.name, wanted, written, options, read_back=read_back))
    if before_writing is not None and lost:
        before_writing(lost)
    write_atomically(target, written.data)
    return Conversion(report, (*lost, *written.findings), True, imported)


def _drafted(
    report: Report, imported: Import, language: str | None, chosen: formats.Format
) -> tuple[Package | None, Draft, tuple[Finding, ...]]:
    """Gives what can be printed of an incomplete document, if anything, and what is to be said about it."""
    if report.package is not None or imported.document is None:
        return report.package, Draft(), ()
    drafted = drafting.draft(imported.document.tree)
    if drafted is None:
        return None, Draft(), ()
    beside = dict(drafting.left_out_beside(imported.document.tree, drafted.cuts, report.findings))
    wanted = language_for(drafted.package, language, chosen)
    left_out, errors = list[LeftOut](), list[LeftOut]()
    for found in report.findings:
        pointer = found.location.pointer or ""
        wrong = pointer in drafted.gaps and found.code != "structure/missing-field"
        if wrong or _lies_in(pointer, drafted.cuts, drafted.gaps):
            cut = next((each for each in beside if pointer.startswith(f"{each}/")), "")
            told = any(each.cut == cut for each in left_out)
            left_out.append(LeftOut(way(report.trail(found), wanted), found, 0 if told else beside.get(cut, 0), cut))
        elif found.severity == "error" and pointer not in drafted.gaps:
            errors.append(LeftOut(way(report.trail(found), wanted), found))
    said = Draft(len(drafted.gaps), tuple(left_out), drafted.unusable, tuple(errors))
    return drafted.package, said, tuple(drafting.cut_findings(imported.document.tree, beside))


def _lies_in(pointer: str, cuts: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Tells whether a place was cut, alone or with what holds it, and is no gap."""
    return pointer not in gaps and any(pointer == cut or pointer.startswith(f"{cut}/") for cut in cuts)


def _rewrites(target: formats.Format, source: formats.Format) -> bool:
    """Tells whether a file may be read and written in place: one format, which holds all that was read."""
    return target.name == source.name and not source.imports


def annotate(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    language: str = DEFAULT_LANGUAGE,
    options: ImportOptions | None = None,
    today: date | None = None,
    overwrite: bool = True,
) -> Conversion:
    """Writes a workbook again, with a comment on each cell that something was found about.

    Args:
        source: the workbook (.xlsx).
        target: the file to write.
        language: language of the comments.
        options: what to tell the importer beside.
        today: the day that stands for today.
        overwrite: whether a workbook that is there already is written over.

    Raises:
        OptionError: the source is no .xlsx workbook, or is the target, or the target is there already.
        SourceError, TargetError, MissingExtraError: as `convert`.
    """
    name = os.fspath(source)
    if format_of(name, None).name != "xlsx":
        raise OptionError("tool/not-annotated", file=name)
    if same_file(source, target):
        raise OptionError("tool/overwrites-source", file=os.fspath(target), source=name)
    if os.fspath(target) != "-" and not os.fspath(target).lower().endswith(formats.get("xlsx").extensions):
        raise OptionError("tool/not-annotated", file=os.fspath(target))
    if not overwrite:
        require_replaceable(target)
    imported = read(source, options=options)
    report = validate(imported, today=today)
    if imported.document is None:
        return Conversion(report, imported=imported)
    comment = import_module("opengov_local.formats.workbook.commented")
    written = comment.commented(Path(source).read_bytes(), report.findings, language, name)
    write_atomically(target, written.data)
    return Conversion(report, written.findings, True, imported)
