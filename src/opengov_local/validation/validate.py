"""validate: a document goes through structure, pruning and rules, and a Report comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from opengov_local.document import Document, Import
from opengov_local.finding import Finding, pointer_of
from opengov_local.model import Package
from opengov_local.validation.profiles import chosen
from opengov_local.validation.prune import Pruned, pointers_of, prune
from opengov_local.validation.report import Report
from opengov_local.validation.rules.register import Hit
from opengov_local.validation.rules.run import Rules, run
from opengov_local.validation.structure import judge
from opengov_local.validation.unknown import unknown_fields


def validate(imported: Import, *, profiles: Iterable[str] = (), today: date | None = None) -> Report:
    """Judges what was read: all problems at once, each with its place. It changes and repairs nothing.

    Args:
        imported: what a reader gave.
        profiles: profiles to run beside `core`: names, or TOML files of a council's own.
        today: the day that stands for today; the real one when absent.

    Raises:
        OptionError: there is no such profile, or its file says something that cannot be done.
    """
    day = today or date.today()  # noqa: DTZ011 - the officer's own calendar day
    names, ready = chosen(profiles)
    rules = Rules(ready)
    document = imported.document
    if document is None:
        source = next((f.location.source for f in imported.findings), None)
        return Report(source, imported.findings, profiles=names, today=day.isoformat())
    valid, findings = judge(document.raw)
    findings += unknown_fields(document.tree)
    if isinstance(valid, Package):
        package, rest = valid, Pruned(None)
        cuts: tuple[str, ...] = ()
    else:
        found, rest = prune(document.tree, (f.location.pointer for f in findings if f.severity == "error"))
        if found is None:
            return _report(document, [*imported.findings, *_placed(findings, document)], None, (), names, day)
        package, cuts = found, pointers_of(rest.cuts)
    judged = [*_placed(findings, document), *_rules(package, rest, document, day, rules)]
    whole = package if valid is not None else None
    return _report(document, [*imported.findings, *judged], whole, cuts, names, day)


def _rules(package: Package, rest: Pruned, document: Document, day: date, rules: Rules) -> Iterator[Finding]:
    for one, hit in run(package, day, rules):
        if not _depends_on_cut(hit, rest):
            pointer = pointer_of(rest.origin(hit.path))
            place = document.locate(pointer, key=hit.key)
            yield Finding(one.rule.code, one.severity, place, dict(hit.params))


def _depends_on_cut(hit: Hit, rest: Pruned) -> bool:
    for what in hit.depends:
        if what in rest.cut_ids if isinstance(what, str) else rest.lacks(what):
            return True
    return not rest.cut_texts.isdisjoint(hit.unmentioned)


def _placed(findings: Iterable[Finding], document: Document) -> Iterator[Finding]:
    for finding in findings:
        at_key = finding.code in ("structure/bad-key", "structure/unknown-field")
        place = document.locate(finding.location.pointer, key=at_key)
        yield Finding(finding.code, finding.severity, place, finding.params)


def _order(finding: Finding) -> tuple[int, int]:
    return finding.location.line or 0, finding.location.column or 0


def _report(
    document: Document,
    findings: list[Finding],
    package: Package | None,
    cuts: tuple[str, ...],
    profiles: tuple[str, ...],
    day: date,
) -> Report:
    ordered = tuple(sorted(findings, key=_order))
    return Report(document.source, ordered, package, cuts, profiles, day.isoformat(), document)
