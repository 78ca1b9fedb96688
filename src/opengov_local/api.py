"""The functions behind the public names: read, validate, check, load, save."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from opengov_local import formats, messages
from opengov_local.atomic import write_atomically
from opengov_local.document import Import
from opengov_local.errors import InvalidDocument, OpenGovLocalError, OptionError, UnknownFormatError
from opengov_local.finding import SEVERITIES, Finding, Location, Severity
from opengov_local.formats.written import Written
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package
from opengov_local.model.scalars import ID_PREFIX_PATTERN, LANGUAGE_PATTERN
from opengov_local.source import open_source, require_file
from opengov_local.validation import validate as _validation
from opengov_local.validation.explain import Explanation
from opengov_local.validation.explain import explain as explained
from opengov_local.validation.ignoring import ENDING as IGNORES_ENDING
from opengov_local.validation.ignoring import read_ignores, without_ignored
from opengov_local.validation.profiles import Chosen, chosen
from opengov_local.validation.profiles import profiles as published_profiles
from opengov_local.validation.report import Report
from opengov_local.validation.settings_file import unknown

Source = str | os.PathLike[str] | bytes
"""A path, `-` for standard input, or the bytes themselves."""

DEFAULT_LANGUAGE = "fr"
"""The language of a form when neither the user nor the package says one."""


def read(source: Source, *, format: str | None = None, options: ImportOptions | None = None) -> Import:
    """Reads any source that the library knows into a Document, and says what it found in doing so.

    Args:
        source: a path, `-` for standard input, or bytes.
        format: name of the format; by default that of the file ending, JSON where there is none.
        options: what to tell an importer beside: the publisher's id prefix, an earlier package, own words.

    Raises:
        SourceError: the source is missing, is a folder or may not be read.
        UnknownFormatError: the library does not read this format.
        MissingExtraError: reading it needs an extra of the installation.
        TypeError: the source is neither a path nor bytes.
    """
    if isinstance(source, bytes):
        return _read_bytes(formats.get(format or "json"), source, None, options)
    if not isinstance(source, (str, os.PathLike)):
        kind = type(source).__name__
        raise TypeError(
            f"a path, '-' or bytes are read, not {kind}: give JSON text as bytes; for a dict, json.dumps(it).encode()"
        )
    name = os.fspath(source)
    if name != "-":
        require_file(name)
    chosen = _format_of(name, format)
    chosen.reader(name)
    opened = open_source(source)
    if opened.data is None:
        return Import(None, opened.findings)
    return _read_bytes(chosen, opened.data, opened.source, options)


def _format_of(name: str, given: str | None) -> formats.Format:
    if given:
        return formats.get(given)
    return formats.get("json") if name == "-" else formats.by_extension(name, "reads")


def _read_bytes(chosen: formats.Format, data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    if chosen.imports:
        return chosen.importer(source)(data, source, options=options)
    return chosen.reader(source)(data, source)


def validate(
    source: Source | Import | Package,
    *,
    profiles: Iterable[str] = (),
    today: date | None = None,
    options: ImportOptions | None = None,
    ignore: str | os.PathLike[str] | None = None,
    max_findings: int | None = None,
) -> Report:
    """Judges a source, something that was read, or a package: every problem at once, each with its place.

    Args:
        source: a path, `-`, bytes, the result of `read`, or a package.
        profiles: profiles to run beside `core`: names, or TOML files of a council's own.
        today: the day that stands for today, so that a report can be repeated.
        options: what to tell an importer beside the source; see `read`.
        ignore: a TOML file of findings to leave out, each with a reason.
        max_findings: how many findings are listed, the gravest first; the report counts the others as `unshown`.

    Raises:
        SourceError, UnknownFormatError, MissingExtraError: as `read`.
        OptionError: `max_findings` is negative, there is no such profile, or a file of settings says something that
            cannot be done.
    """
    if max_findings is not None and max_findings < 0:
        raise OptionError("tool/bad-count", value=str(max_findings))
    if isinstance(source, Package):
        imported = _import_of(source)
    else:
        imported = source if isinstance(source, Import) else read(source, options=options)
    if ignore is None:
        return _validation.validate(imported, profiles=profiles, today=today, max_findings=max_findings)
    report = _validation.validate(imported, profiles=profiles, today=today)
    kept = without_ignored(report, read_ignores(ignore), os.fspath(ignore))
    return kept if max_findings is None else kept.limited(max_findings)


check = validate


def rules(profiles: Iterable[str] | None = None) -> tuple[Chosen, ...]:
    """Gives the rules of `core` and of some profiles, with the severities and limits that these set.

    Args:
        profiles: names, or TOML files of a council's own; all of the library when absent.

    Raises:
        OptionError: as `validate`.
    """
    return chosen(published_profiles() if profiles is None else profiles)[1]


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
    profiles: Iterable[str] = (),
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


def dump(package: Package, format: str = "json", *, language: str | None = None, **options: Any) -> Written:
    """Writes a package to bytes.

    Args:
        package: the package.
        format: name of the format.
        language: language of a form, `ar`, `fr` or `en`; by default the package's own.
        options: what the format takes beside.

    Returns:
        The bytes, and findings about what the format left out or shows in another language.

    Raises:
        InvalidDocument: the package was edited into something that is not valid.
        TargetError: the format cannot hold the data.
        UnknownFormatError, MissingExtraError: as `read`.
    """
    chosen = formats.get(format)
    chosen.check_options(options)
    writer = chosen.writer()
    report = validate(package)
    if not report.valid:
        raise InvalidDocument(report)
    return writer(package, language=language or package.default_language or DEFAULT_LANGUAGE, **options)


def save(
    package: Package,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: str | None = None,
    **options: Any,
) -> tuple[Finding, ...]:
    """Writes a package to a file, whole or not at all; otherwise as `dump`.

    Args:
        package: the package.
        path: the file, or `-` for standard output.
        format: name of the format; by default that of the file ending.
        language: language of a form.
        options: what the format takes beside.

    Raises:
        TargetError: the folder is missing or may not be written to, or the format cannot hold the data.
        InvalidDocument, UnknownFormatError, MissingExtraError: as `dump`.
    """
    chosen = format or formats.by_extension(path, "writes").name
    written = dump(package, chosen, language=language, **options)
    write_atomically(path, written.data)
    return written.findings


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


def convert(
    source: Source,
    target: str | os.PathLike[str],
    *,
    from_format: str | None = None,
    to_format: str | None = None,
    language: str | None = None,
    today: date | None = None,
    import_options: ImportOptions | None = None,
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
        options: what the target format takes beside.

    Raises:
        OptionError: the target is the source, in another format.
        SourceError, TargetError, UnknownFormatError, MissingExtraError: as `read` and `save`.
    """
    chosen = formats.get(to_format) if to_format else formats.by_extension(target, "writes")
    chosen.check_options(options)
    writer = chosen.writer(os.fspath(target))
    if same_file(source, target) and not _rewrites(chosen, _format_of(str(source), from_format)):
        raise OptionError("tool/overwrites-source", file=os.fspath(target), source=str(source))
    imported = read(source, format=from_format, options=import_options)
    report = validate(imported, today=today)
    if imported.document is not None and chosen.trees:
        write_atomically(target, chosen.tree_writer()(imported.document.tree))
        return Conversion(report, (), True, imported)
    if report.package is None:
        return Conversion(report, imported=imported)
    package = report.package
    written = writer(package, language=language or package.default_language or DEFAULT_LANGUAGE, **options)
    write_atomically(target, written.data)
    return Conversion(report, written.findings, True, imported)


def _rewrites(target: formats.Format, source: formats.Format) -> bool:
    """Tells whether a file may be read and written in place: one format, which holds all that was read."""
    return target.name == source.name and not source.imports


def import_options(
    *,
    id_prefix: str | None = None,
    base: str | os.PathLike[str] | Package | None = None,
    own_words: str | os.PathLike[str] | None = None,
    language: str | None = None,
    document_date: date | None = None,
) -> ImportOptions:
    """Gathers what an importer can be told beside the source.

    Args:
        id_prefix: the publisher's own prefix, under which new ids are minted.
        base: an earlier package of the same plan, or its file: its ids are kept, and updates join it.
        own_words: a CSV file with the council's own headings and words; see `docs/importing.md`.
        language: language of the texts in Latin letters, where the source does not tell.
        document_date: the day the document was written, for dates such as «28 مارس الجاري».

    Raises:
        OptionError: the prefix or language is none, the base is no package, or the file of own words names an unknown
            field or code.
        SourceError: a file is missing or may not be read.
    """
    if id_prefix is not None and not re.fullmatch(ID_PREFIX_PATTERN, id_prefix):
        raise OptionError("tool/bad-prefix", value=id_prefix)
    if language is not None and not re.fullmatch(LANGUAGE_PATTERN, language):
        raise OptionError("tool/bad-language", value=language)
    return ImportOptions(
        id_prefix=id_prefix,
        base=_base(base),
        words=_own_words().read(own_words) if own_words is not None else {},
        language=language,
        document_date=document_date,
    )


def _base(base: str | os.PathLike[str] | Package | None) -> dict[str, Any] | None:
    """Gives the tree of an earlier package; one with faults still has its ids."""
    if base is None or isinstance(base, Package):
        return base.to_tree() if base else None
    document = read(base).document
    if document is None or not _is_package(document.tree):
        raise OptionError("tool/no-package", file=os.fspath(base))
    return dict(document.tree)


def _is_package(tree: Any) -> bool:
    return isinstance(tree, dict) and isinstance(tree.get("id"), str) and isinstance(tree.get("schema_version"), str)


def is_package(path: str | os.PathLike[str], format: str | None = None) -> bool:
    """Tells whether a file holds a package, also one with faults."""
    try:
        document = read(path, format=format).document
    except OpenGovLocalError:
        return False
    return document is not None and _is_package(document.tree)


def headings_of(imported: Import) -> bytes:
    """Writes the headings of an import and what they were taken for, as a file of own words to edit."""
    return bytes(_own_words().write(imported))


def _own_words() -> Any:
    return import_module("opengov_local.formats.own_words")  # loads the tables of headings, which few need


def is_imported(source: str, format: str | None = None) -> bool:
    """Tells whether reading a source means understanding it: it is no package already."""
    return _format_of(source, format).imports


def annotate(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    language: str = DEFAULT_LANGUAGE,
    options: ImportOptions | None = None,
    today: date | None = None,
) -> Conversion:
    """Writes a workbook again, with a comment on each cell that something was found about.

    Args:
        source: the workbook (.xlsx).
        target: the file to write.
        language: language of the comments.
        options: what to tell the importer beside.
        today: the day that stands for today.

    Raises:
        OptionError: the source is no .xlsx workbook, or is the target.
        SourceError, TargetError, MissingExtraError: as `convert`.
    """
    name = os.fspath(source)
    if _format_of(name, None).name != "xlsx":
        raise OptionError("tool/not-annotated", file=name)
    if same_file(source, target):
        raise OptionError("tool/overwrites-source", file=os.fspath(target), source=name)
    if os.fspath(target) != "-" and not os.fspath(target).lower().endswith(formats.get("xlsx").extensions):
        raise OptionError("tool/not-annotated", file=os.fspath(target))
    imported = read(source, options=options)
    report = validate(imported, today=today)
    if imported.document is None:
        return Conversion(report, imported=imported)
    comment = import_module("opengov_local.formats.workbook.commented")
    written = comment.commented(Path(source).read_bytes(), report.findings, language, name)
    write_atomically(target, written.data)
    return Conversion(report, written.findings, True, imported)


def same_file(one: Source, other: Source) -> bool:
    """Tells whether two names mean one file, through links too; streams and bytes are no files."""
    if isinstance(one, bytes) or isinstance(other, bytes) or "-" in (os.fspath(one), os.fspath(other)):
        return False
    try:
        return Path(one).resolve() == Path(other).resolve() or Path(one).samefile(other)
    except (OSError, ValueError):
        return False


class _Nowhere:
    """The places of a package that was made in Python: there are none."""

    def locate(self, pointer: str, *, key: bool = False) -> None:
        return None


def _import_of(package: Package) -> Import:
    """Reads a package as any other source is read: it may have been edited into something that is not valid."""
    raw = package.model_dump_json(warnings=False).encode()
    read_back = formats.get("json").reader()(raw)
    if read_back.document is None:
        return Import(
            None, tuple(replace(found, location=Location(found.location.pointer)) for found in read_back.findings)
        )
    return Import(read_back.document.placed_by("python", _Nowhere()))


def schema_names() -> tuple[str, ...]:
    """Lists the published schemas of the current version, and that of reports."""
    from opengov_local.schema import registry

    return (*registry.names(), registry.REPORT)


def published_files() -> dict[str, str]:
    """Gives all that is published: schemas, titles of fields, code lists; path below their folder → text."""
    from opengov_local.schema import registry

    return {**registry.files(), f"{registry.REPORT}.schema.json": registry.schema_text(registry.REPORT)}


def schema_text(name: str) -> str:
    """Gives a published schema as it stands in its file.

    Raises:
        UnknownFormatError: no schema has that name.
    """
    from opengov_local.schema import registry

    if name not in schema_names():
        raise UnknownFormatError("tool/unknown-schema", name=name, known=schema_names())
    return registry.schema_text(name)
