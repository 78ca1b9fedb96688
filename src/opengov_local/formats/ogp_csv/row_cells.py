"""The rows of OGP's commitments spreadsheet that a package gives: one for each commitment, cell by cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from opengov_local import codelists
from opengov_local.finding import Finding
from opengov_local.formats.ogp_csv.columns import Column, columns
from opengov_local.formats.ogp_csv.full_text import FullText
from opengov_local.formats.ogp_csv.kept import Kept, cell_under, kept_beside
from opengov_local.formats.ogp_csv.plan_cells import PlanCells
from opengov_local.formats.ogp_csv.review_cells import ReviewCells
from opengov_local.formats.ogp_csv.rows import NOTHING
from opengov_local.formats.one_language import OneLanguage
from opengov_local.importing.words.lists import read_list
from opengov_local.model.assessment import Assessment
from opengov_local.model.base import is_unstated
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.party import Party
from opengov_local.model.plan import ActionPlan

_GIVEN: Final = frozenset(("date", "parties", "axis", "narrative"))
"""Ways of reading whose columns say NA where nothing was given, as OGP's own rows do; others stay empty."""
_OGP: Final = re.compile(r"https?://(?:[a-z]+\.)?opengovpartnership\.org/", re.IGNORECASE)


class Rows:
    """Makes the rows of a package, and counts what they do not hold.

    Args:
        package: the package as it is to be written.
        language: the language of the texts.
    """

    def __init__(self, package: Package, language: str) -> None:
        self._voice = OneLanguage(language, "en")
        self._plans = PlanCells(package.index, self._voice)
        self._text = FullText(self._voice, self._plans.name_of)
        self._assessments: defaultdict[str, list[Assessment]] = defaultdict(list)
        for assessment in package.assessments:
            self._assessments[assessment.target].append(assessment)
        self._implied = 0
        self._parted = 0

    def of(self, plans: Sequence[ActionPlan]) -> Iterator[list[str]]:
        """Gives the rows of plans, in the order of their commitments."""
        for plan in plans:
            self._plans.begin(plan)
            for commitment in plan.commitments:
                yield self._row(commitment)

    def findings(self) -> Iterator[Finding]:
        """Says what was left out, replaced or added."""
        yield from self._voice.findings()
        counts = {
            "export/ogp-parents-implied": self._implied,
            "export/separators-replaced": self._text.replaced,
        }
        yield from (Finding(code, "info", params={"count": count}) for code, count in counts.items() if count)
        if self._plans.joined:
            yield Finding("export/plans-joined", "warning", params={"count": self._plans.joined})
        for field, count in (
            ("Commitment.leads", self._parted),
            ("Milestone.leads", self._text.parted),
            ("Commitment.description", self._text.doubtful),
        ):
            if count:
                yield Finding("export/read-otherwise", "warning", params={"field": field, "count": count})

    def _row(self, commitment: Commitment) -> list[str]:
        kept = kept_beside(commitment)
        reviews = ReviewCells(self._assessments[commitment.id])
        rows = {cell.row for cell in kept}
        cells = []
        for column in columns():
            text = cell_under(kept, column.name)
            if text is None:
                text = self._plans.cell(column, rows) or self._cell(commitment, column, reviews, kept)
            cells.append(text or (NOTHING if column.reads in _GIVEN else ""))
        return cells

    def _cell(self, commitment: Commitment, column: Column, reviews: ReviewCells, kept: Sequence[Kept]) -> str:
        if column.reads in ("title", "short_title"):
            return self._voice.pick(commitment.title)
        if column.reads == "narrative":
            names = {each.name for each in columns()}
            return self._text.of(commitment, [cell for cell in kept if cell.label not in names])
        if column.reads == "parties":
            return self._parties(getattr(commitment, column.field))
        if column.reads == "axis":
            return self._plans.axis(commitment.axes[0]) if commitment.axes else ""
        if column.reads == "flag":
            return self._flag(commitment, column.field)
        write = _PLAIN.get(column.reads)
        return write(commitment, column.field) if write else reviews.cell(column)

    def _flag(self, commitment: Commitment, code: str) -> str:
        if is_unstated(commitment.policy_areas):
            return ""
        if code in commitment.policy_areas:
            return "1"
        known = codelists.get("policy_area")
        implied = any(code in known.parents(area) for area in commitment.policy_areas if area in known)
        self._implied += implied
        return str(int(implied))

    def _parties(self, parties: Sequence[Party]) -> str:
        names = [name for party in parties if (name := self._plans.name_of(party))]
        cell = "; ".join(names)
        self._parted += list(read_list(cell, commas="never").items) != names
        return cell


def _date(date: PartialDate | None) -> str:
    """Writes a day as m/d/yyyy, what is less precise as OGP's rows have it: July 2014, Quarter 1 2014, 2012."""
    if date is None:
        return ""
    if date.precision == "day":
        return f"{date.earliest.month}/{date.earliest.day}/{date.earliest.year}"
    if date.precision == "month":
        return f"{date.earliest:%B %Y}"
    return f"Quarter {date[-1]} {date[:4]}" if date.precision == "quarter" else str(date)


def _pages(commitment: Commitment) -> list[str]:
    """Gives the addresses that may be the commitment's page: those on OGP's site, or of which nothing else is said."""
    files = (each for each in commitment.attachments if each.url)
    return [str(each.url) for each in files if _OGP.match(str(each.url)) or len(each.to_tree()) == 1]


def _value(commitment: Commitment, code: str) -> str:
    """Writes whether a commitment serves a value; "" where it states none, also not that there is none."""
    if is_unstated(commitment.ogp_values):
        return ""
    return str(int(any(each.value == code for each in commitment.ogp_values)))


_PLAIN: Final[dict[str, Callable[[Commitment, str], str]]] = {
    "identifier": lambda commitment, _: next((one.value for one in commitment.identifiers if one.scheme == "OGP"), ""),
    "number": lambda commitment, _: commitment.number or "",
    "date": lambda commitment, field: _date(getattr(commitment, field)),
    "value": _value,
    "url": lambda commitment, _: next(iter(_pages(commitment)), ""),
}
"""Ways of reading a cell that need nothing but the commitment to write it."""
