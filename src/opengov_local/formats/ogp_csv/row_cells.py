"""The rows of OGP's commitments spreadsheet that a package gives: one for each commitment, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from opengov_local import codelists
from opengov_local.finding import Finding
from opengov_local.formats.ogp_csv.columns import Column, columns
from opengov_local.formats.ogp_csv.full_text import FullText
from opengov_local.formats.ogp_csv.kept import Kept, kept_beside
from opengov_local.formats.ogp_csv.plan_cells import PlanCells
from opengov_local.formats.ogp_csv.review_cells import ReviewCells
from opengov_local.formats.ogp_csv.reviews import REVIEWED
from opengov_local.formats.ogp_csv.rows import NOTHING
from opengov_local.formats.one_language import OneLanguage
from opengov_local.importing.words.lists import read_list
from opengov_local.model.assessment import Assessment
from opengov_local.model.base import is_unstated
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.party import Party
from opengov_local.model.plan import ActionPlan

_GIVEN: Final = frozenset(("date", "parties", "axis", "narrative"))
"""Ways of reading whose columns say NA where nothing was given, as OGP's own rows do; others stay empty."""
_WORDS: Final = frozenset(("title", "short_title", "narrative", "parties", "axis"))
"""Ways of reading whose cells are words of the commitment."""
_HALF: Final = "H"
"""What stands in half-years and in no other date."""
_OGP: Final = re.compile(r"https?://(?:[a-z]+\.)?opengovpartnership\.org/", re.IGNORECASE)

UNHELD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that neither a workbook nor most readers of CSV hold."""
TEXT: Final = next(column.name for column in columns() if column.reads == "narrative")
"""The column of running texts."""
_NO_FLAGS: Final[tuple[Mapping[str, str], tuple[str, ...]]] = ({}, ())
"""The flags of a commitment that states no policy areas, and those that are implied."""
Held = Mapping[int, Mapping[str, str]]
"""Cells by heading that were kept for commitments, by `id` of the commitment."""


class Rows:
    """Makes the rows of a package, and counts what they do not hold.

    Args:
        package: the package as it is to be written.
        language: the language of the texts.
        index: its objects, where an index was made already.
        counted: whether it is asked how running texts and lists of parties would be read.
        told: rows as the model tells them, by `id` of the commitment, where they were made already.
        as_read: the commitments that say what they said when they were read, by `id`.
        others: what an import kept beside commitments under no heading of the spreadsheet, by `id`, where that was
            looked for already.
        with_contacts: whether running texts name the persons who lead.
    """

    def __init__(
        self,
        package: Package,
        language: str,
        index: Index | None = None,
        *,
        counted: bool = True,
        told: Held | None = None,
        as_read: Container[int] = (),
        others: Mapping[int, Sequence[Kept]] | None = None,
        with_contacts: bool = False,
    ) -> None:
        self._voice = OneLanguage(language, "en", unheld=UNHELD)
        self._plans = PlanCells(index or package.index, self._voice)
        self._text = FullText(
            self._voice,
            self._plans.name_of,
            counted=counted,
            with_contacts=with_contacts,
        )
        self._assessments: dict[str, list[Assessment]] = {}
        for assessment in package.assessments:
            self._assessments.setdefault(assessment.target, []).append(assessment)
        self._told = told or {}
        self._as_read = as_read
        self._others = others
        self._counted = counted
        self._shared: dict[str, str] = {}
        self._begun: dict[frozenset[str] | None, dict[str, str]] = {}  # rows of the plan with their flags, by areas
        self._dates = [(column.name, column.field) for column in _columns_of(frozenset(("date",)))]
        self._halves = 0
        self._implied = 0
        self._parted = 0

    def of(self, plans: Sequence[ActionPlan], held: Held) -> Iterator[tuple[Commitment, dict[str, str]]]:
        """Gives the rows of plans by heading, each with its commitment, in their order.

        Args:
            plans: the plans.
            held: cells that are written as they were kept; they stand for those of the model.
        """
        for plan in plans:
            self._plans.begin(plan)
            self._shared, self._begun = {**blank(), **self._plans.cells()}, {}
            self._text.begin([each for each in plan.commitments if TEXT not in held.get(id(each), {})])
            for commitment in plan.commitments:
                yield commitment, self._row(commitment, held.get(id(commitment), {}))

    @property
    def replaced(self) -> int:
        """How many characters of texts were replaced, because no cell holds them."""
        return self._voice.replaced

    def findings(self) -> Iterator[Finding]:
        """Says what was left out, replaced or added."""
        yield from self._voice.findings()
        counts = {
            "export/ogp-parents-implied": self._implied,
            "export/ogp-half-years": self._halves,
            "export/separators-replaced": self._text.replaced,
        }
        yield from (Finding(code, "info", params={"count": count}) for code, count in counts.items() if count)
        if persons := len(self._plans.persons - self._text.persons):
            yield Finding(
                "export/not-in-format",
                "warning",
                params={"name": "OGP", "field": "Party.person", "count": persons},
            )
        if joined := self._plans.joined:
            yield Finding("export/plans-joined", "warning", params={"count": joined})
        for field, count in (
            ("TerritorialCollectivity.kind", len(self._plans.untold)),
            ("Commitment.leads", self._parted),
            ("Milestone.leads", self._text.parted),
            ("Milestone.status", self._text.unknown),
            ("Milestone.title", self._text.numbered),
            ("Commitment.description", self._text.doubtful),
        ):
            if count:
                yield Finding("export/read-otherwise", "warning", params={"field": field, "count": count})

    def _row(self, commitment: Commitment, held: Mapping[str, str]) -> dict[str, str]:
        told = self._told.get(id(commitment))
        areas = None if is_unstated(commitment.policy_areas) else frozenset(commitment.policy_areas)
        flags, implied = _flags_of(areas) if areas is not None else _NO_FLAGS
        self._implied += sum(heading not in held for heading in implied)
        if told is not None:
            row = {**told, **flags}
        else:
            row = (self._begun.get(areas) or self._begun.setdefault(areas, {**self._shared, **flags})).copy()
        stated = commitment.__dict__
        for heading, field in self._dates:
            if (date := stated[field]) is not None and _HALF in date and heading not in held:
                self._halves += 1
        for heading, write in _writers(_OWN if told is None else _WORDS):  # words are counted where they are written
            if heading not in held and (text := write(self, commitment)):
                row[heading] = text
        if told is None and (assessments := self._assessments.get(commitment.id)):
            reviews = ReviewCells(assessments)
            row |= {column.name: reviews.cell(column) for column in _columns_of(REVIEWED)}
        row.update(held)
        return row

    def title(self, commitment: Commitment) -> str:
        """Writes the title of a commitment."""
        return self._voice.pick(commitment.title)

    def axis(self, commitment: Commitment) -> str:
        """Writes the title of the first axis of a commitment."""
        return self._plans.axis(commitment.axes[0]) if commitment.axes else ""

    def full_text(self, commitment: Commitment) -> str:
        """Writes the running text of a commitment."""
        known = kept_beside(commitment, blank()).others if self._others is None else self._others[id(commitment)]
        return self._text.of(commitment, known, as_read=id(commitment) in self._as_read)

    def parties(self, parties: Sequence[Party]) -> str:
        """Writes the names of parties."""
        names = [name for party in parties if (name := self._plans.name_of(party))]
        cell, parted = _listed(tuple(names))
        self._parted += parted and self._counted
        return cell


@lru_cache(1 << 10)
def _listed(names: tuple[str, ...]) -> tuple[str, bool]:
    """Writes names side by side, and tells whether others would be read from the cell."""
    cell = "; ".join(names)
    return cell, read_list(cell, commas="never").items != names


@cache
def blank() -> Mapping[str, str]:
    """Gives what stands in each column of a row that states nothing, by heading, in their order."""
    return {column.name: NOTHING if column.reads in _GIVEN else "" for column in columns()}


@cache
def _columns_of(reads: frozenset[str]) -> tuple[Column, ...]:
    return tuple(column for column in columns() if column.reads in reads)


@lru_cache(1 << 10)
def _flags_of(areas: frozenset[str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Gives the flags of stated policy areas by heading, and the headings of those that they only imply."""
    known = codelists.get("policy_area")
    above = {parent for area in areas if area in known for parent in known.parents(area)}
    flags = _columns_of(frozenset(("flag",)))
    said = {column.name: str(int(column.field in areas or column.field in above)) for column in flags}
    return said, tuple(column.name for column in flags if column.field in above and column.field not in areas)


@lru_cache(1 << 10)
def _date(date: PartialDate | None) -> str:
    """Writes a day as m/d/yyyy, what is less precise as OGP's rows have it: July 2014, Quarter 1 2014, 2012.

    OGP has no half-years; they stand there as they are, and are counted.
    """
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
_OWN: Final = _WORDS | frozenset(_PLAIN)
"""Ways of reading whose columns are written from the commitment, one by one."""


@cache
def _writers(reads: frozenset[str]) -> Sequence[tuple[str, Callable[[Rows, Commitment], str]]]:
    """Gives what writes the cells of some columns from a commitment, by heading."""
    return [(column.name, _writer(column)) for column in _columns_of(reads)]


def _writer(column: Column) -> Callable[[Rows, Commitment], str]:
    """Gives what writes a cell of a column; it holds no rows, which then go with the last who asks for them."""
    field = column.field
    match column.reads:
        case "title" | "short_title":
            return Rows.title
        case "narrative":
            return Rows.full_text
        case "parties":
            return lambda rows, commitment: rows.parties(getattr(commitment, field))
        case "axis":
            return Rows.axis
    write = _PLAIN[column.reads]
    return lambda _, commitment: write(commitment, field)
