"""validate: a document goes through structure, pruning and rules, and a Report comes out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from opengov_local.document import Document, Import
from opengov_local.importing.collector import without_collector
from opengov_local.model import Index, Package
from opengov_local.model.walk import Survey
from opengov_local.schema.lane import accept
from opengov_local.validation.placing import Said, placed
from opengov_local.validation.profiles import named
from opengov_local.validation.prune import pointers_of, prune
from opengov_local.validation.report import OF_PART, Report, Typed
from opengov_local.validation.rest import of_rest, said_by
from opengov_local.validation.rules.run import Rules, rules_of, run
from opengov_local.validation.structure import judge
from opengov_local.validation.unknown import unknown_fields


class _Judged(NamedTuple):
    """What was made of a document: the package, if it is valid, what was cut, and all findings."""

    typed: Typed | None
    cuts: tuple[str, ...]
    said: list[Said]


def validate(
    imported: Import,
    *,
    profiles: Iterable[str | os.PathLike[str]] = (),
    today: date | None = None,
    max_findings: int | None = None,
) -> Report:
    """Judges what was read: all problems at once, each with its place. It changes and repairs nothing.

    Args:
        imported: what a reader gave.
        profiles: profiles to run beside `core`: names, or TOML files of a council's own.
        today: the day that stands for today; the real one when absent.
        max_findings: how many findings are listed, the gravest first; the others are counted. None for all.

    Raises:
        OptionError: there is no such profile, or its file says something that cannot be done.
        TypeError: `today` is no day.
    """
    day = _day(today)
    asked = named(profiles)
    names, rules = rules_of(asked)
    document = imported.document or imported.behind_mark
    if document is None:
        source = next((f.location.source for f in imported.findings), None)
        name = _named(source, imported)
        report = Report(name, imported.findings, profiles=names, today=day.isoformat(), part=imported.part)
        return report if max_findings is None else report.limited(max_findings)
    with without_collector(stays=False):
        typed, cuts, said = _judge(document, day, rules, asked)
        before = [Said(finding, placed=True) for finding in imported.findings]
        said = [*said, *before] if imported.document else [*before, *said]  # a mark stands before all else
        findings, unshown = placed(said, document, max_findings, imported.sheets)
    report = Report(
        _named(document.source, imported), findings, typed, cuts, names, day.isoformat(), document, unshown,
        part=imported.part,
    )  # fmt: skip
    return report if imported.document else replace(report, typed=None, only_mark=typed is not None)


def _named(source: str | None, imported: Import) -> str | None:
    """Names what was judged: the source, and which of its documents where it holds several."""
    return source if imported.part is None else f"{source or ''}{OF_PART}{imported.part}"


def _day(today: date | None) -> date:
    """Gives the day that stands for today; of a moment its day."""
    if today is None:
        return date.today()  # noqa: DTZ011 - the officer's own calendar day
    if isinstance(today, datetime):
        return today.date()
    if not isinstance(today, date):
        raise TypeError(f"today is a datetime.date, not {type(today).__name__}: give date.fromisoformat(it)")
    return today


def _judge(document: Document, day: date, rules: Rules, profiles: tuple[str, ...]) -> _Judged:
    survey: Survey | None = document.survey or (None if document.format == "json" else accept(document.raw))
    if survey is not None:
        return _Judged(Typed(document.raw), (), _of_rules(survey, day, rules))
    valid, findings = judge(document.raw)
    said = [Said(finding, finding.code == "structure/bad-key") for finding in findings]
    said += [Said(finding, key=True) for finding in unknown_fields(document.tree)]
    if isinstance(valid, Package):
        said += _of_rules(Survey(valid), day, rules)
        return _Judged(Typed(document.raw, valid), (), said)
    sound, rest = prune(document.tree, (finding.location.pointer for finding in findings))
    if sound is None:
        return _Judged(None, (), said)
    said += of_rest(sound, rest, day, profiles)
    return _Judged(None, pointers_of(rest.cuts), said)


def _of_rules(survey: Survey, day: date, rules: Rules) -> list[Said]:
    return [said_by(one, hit, hit.path) for one, hit in run(survey.root, day, rules, Index(survey.root, survey))]
