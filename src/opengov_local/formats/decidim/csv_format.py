"""Plans as CSV for the results of Decidim: what its own importer takes whole, and nothing that it would destroy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from opengov_local import codelists
from opengov_local.errors import OptionError
from opengov_local.finding import Finding, Parameter, Severity
from opengov_local.formats.csv_writing import csv_text
from opengov_local.formats.decidim.result_rows import Rows
from opengov_local.formats.decidim.sections import texts_below
from opengov_local.formats.decidim.state import is_number
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.whole import plans_of
from opengov_local.formats.written import Written
from opengov_local.model.base import is_unstated
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

SEPARATOR: Final = ";"
"""The sign between fields that Decidim is set to, unless a site changes it."""
_UNKNOWN: Final = "und"


def write(
    package: Package,
    *,
    language: str = "fr",
    with_contacts: bool = False,
    plan: str | None = None,
    status_ids: str | Mapping[str, str] = "",
) -> Written:
    """Writes the plans of a package as a file that the importer of results of Decidim takes.

    Args:
        package: the package.
        language: the main language of the site: Decidim refuses a row without texts in it, so that a text that is not
            there in this language is written in another.
        with_contacts: whether contact details in texts are written too.
        plan: id of the one plan that is wanted; None for all, one after the other.
        status_ids: numbers of the statuses on the site by code: `completed=8, in_progress=6`, or a mapping. Without
            its number a status is written for people only.

    Returns:
        The file, UTF-8 without a mark, and what it cannot hold.

    Raises:
        OptionError: the package has no such plan, or a status is not of the list `status` or has no number.
        TargetError: the package has no plan at all.
    """
    public = public_copy(package, with_contacts=with_contacts, extracts=False)
    plans = plans_of(public.package, plan)
    others = tuple(tag for tag in _languages(plans) if tag not in (language, _UNKNOWN))
    axes = {axis.id: axis for each in plans for axis in each.axes}
    rows = Rows(language, others, _status_ids(status_ids), axes)
    made = [row for each in plans for row in rows.of(each)]
    found = (*public.findings, *_findings(rows, public.package, plans))
    return Written(_file(made, rows.columns), found)


def _status_ids(given: str | Mapping[str, str]) -> dict[str, str]:
    """Reads numbers of statuses: `completed=8, in_progress=6`."""
    if isinstance(given, str):
        pairs = [tuple(part.split("=", 1)) for part in given.replace(";", ",").split(",") if part.strip()]
    else:
        pairs = [(code, str(number)) for code, number in given.items()]
    found: dict[str, str] = {}
    for pair in pairs:
        code, number = (pair[0].strip(), pair[1].strip()) if len(pair) == 2 else (pair[0].strip(), "")
        if code not in codelists.get("status") or not is_number(number):
            raise OptionError("tool/bad-status-id", value="=".join(pair), known=tuple(codelists.get("status").codes))
        found[code] = number
    return found


def _languages(plans: Iterable[ActionPlan]) -> dict[str, None]:
    """Gives the languages of the texts that are written, each once, in their order."""
    return dict.fromkeys(chain.from_iterable(chain.from_iterable(map(_texts, plans))))


def _texts(plan: ActionPlan) -> Iterator[Mapping[str, str]]:
    """Gives the texts of a plan that are written."""
    yield from [axis.title for axis in plan.axes]
    of_commitment, of_milestone = _texts_of(Commitment), _texts_of(Milestone)
    for commitment in plan.commitments:
        yield from filter(None, of_commitment(commitment.__dict__))
        for milestone in commitment.milestones:
            yield from filter(None, of_milestone(milestone.__dict__))
    for activity in plan.activities:
        yield from filter(None, of_milestone(activity.__dict__))


@cache
def _texts_of(concept: type[Commitment | Milestone]) -> Callable[[Any], tuple[Any, ...]]:
    return itemgetter("title", *texts_below(concept))


def _file(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    return csv_text(columns, [row.values() for row in rows], SEPARATOR).encode("utf-8")


def _findings(rows: Rows, package: Package, plans: list[ActionPlan]) -> Iterator[Finding]:
    """Says what the file cannot hold, and what was done so that Decidim takes it."""
    kinds = rows.kinds
    yield from rows.voice.findings()
    if kinds["unprintable"]:
        yield Finding("export/unprintable-character", "warning", params={"count": kinds["unprintable"]})
    for kind, code, severity in _SAID:
        if kinds[kind]:
            yield Finding(code, severity, params={"count": kinds[kind]})
    if len(plans) > 1:
        yield Finding("export/decidim-plans-joined", "warning", params={"count": len(plans)})
    lost = dict(rows.lost)
    for plan in plans:
        _count(lost, plan, ("id", "axes", "commitments", "activities"))
    _count(lost, package, ("id", "schema_version", "id_prefix", "default_language", "plans"))
    by_concept: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, number in lost.items():
        concept, _, field = name.partition(".")
        by_concept[concept][field] += number
    for concept, counts in by_concept.items():
        if fields := tuple(field for field, number in counts.items() if number):
            params: dict[str, Parameter] = {"concept": concept, "fields": fields, "count": counts.total()}
            yield Finding("export/not-in-decidim", "warning", params=params)


def _count(lost: dict[str, int], value: Package | ActionPlan, carried: tuple[str, ...]) -> None:
    """Counts the fields of a package or plan that are stated and not carried."""
    stated = {name: held for name, held in value.__dict__.items() if held is not None and not is_unstated(held)}
    for name, held in {**stated, **(value.model_extra or {})}.items():
        if name not in carried:
            key = f"{type(value).__name__}.{name}"
            lost[key] = lost.get(key, 0) + (len(held) if isinstance(held, list) else 1)


_SAID: Final[tuple[tuple[str, str, Severity], ...]] = (
    ("status", "export/decidim-status-without-number", "warning"),
    ("axes", "export/decidim-category-without-number", "warning"),
    ("description", "export/decidim-description-filled", "info"),
    ("temporary", "export/decidim-temporary-numbers", "info"),
    ("formula", "export/decidim-formula-guarded", "info"),
    ("tidied", "export/text-tidied", "info"),
    ("activities", "export/decidim-activities", "warning"),
)
