"""What each column of a table of updates holds: a table of steps, each of which tells more of the columns of a header.

The first step reads the headings; those behind it look at what an earlier package names, and at the cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from opengov_local.formats.grids import Grid
from opengov_local.formats.tables.columns.period_columns import are_numbers, are_rates
from opengov_local.formats.tables.columns.told_by_cells import are_sentences, are_states
from opengov_local.formats.tracker.columns_by_base import named_in_base
from opengov_local.formats.tracker.headings import Heading, heading_of
from opengov_local.formats.tracker.spoken_of import TARGETS
from opengov_local.formats.tracker.targets import Targets
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.headings.vocabulary import recognise

SAYS: Final = frozenset(("status", "progress", "text", "value", "evidence", "challenges"))
"""Fields of what is said of an object."""
TOLD: Final = frozenset(("text", "challenges"))
"""What reports say of what was done, and plans do not."""
MEASURES: Final = frozenset(("indicator.baseline", "indicator.target", "indicator.unit"))
"""What is said of an indicator itself, and not of what was reached."""
REMARKS: Final = "additional_information"
"""What headings of remarks mean in tables of plans."""
BY_BASE: Final = "base"
"""Name of the step that an earlier package answers."""
_SURE: Final = 95
_MAY_BE_RATES: Final = frozenset(("text", "status"))
_OBJECTS: Final = frozenset(TARGETS)
_REPORTED: Final = SAYS | {"date", "period"}
Known = dict[int, Heading]


@dataclass
class Header:
    """A row that may be the header of a table of updates, and what is known of its columns so far.

    Attributes:
        grid: the sheet.
        row: the row, from 0.
        words: a council's own words.
        narrow: whether only headings of updates count, and none that tables of plans have too.
        targets: gives the objects of an earlier package; None without one.
        known: what the columns hold, by position.
        told: the columns that each step told, by its name.
    """

    grid: Grid
    row: int
    words: Mapping[tuple[str, str], str]
    narrow: bool
    targets: Callable[[], Targets] | None
    known: Known = field(default_factory=dict)
    told: dict[str, frozenset[int]] = field(default_factory=dict)

    @property
    def below(self) -> int:
        """The first row below it."""
        return self.row + 1

    @property
    def fields(self) -> set[str]:
        """The fields that are known."""
        return {heading.field for heading in self.known.values()}

    def texts(self) -> Iterator[tuple[int, str]]:
        """Gives the texts of the row, each with its position."""
        return ((at, text) for at, text in enumerate(self.grid.rows[self.row]) if isinstance(text, str))

    def unknown(self) -> Iterator[tuple[int, str]]:
        """Gives the texts of the columns of which nothing is known."""
        return ((at, text) for at, text in self.texts() if at not in self.known)


class Step(NamedTuple):
    """One step.

    Attributes:
        name: its name.
        tells: gives the columns of a header of which it tells something.
        among: sets of fields; it is asked where at least one of each is known.
        without: fields; it is asked where none of them is known.
        alone: whether it counts only where it tells one column.
    """

    name: str
    tells: Callable[[Header], Known]
    among: tuple[frozenset[str], ...] = ()
    without: frozenset[str] = frozenset()
    alone: bool = False


def look_at(header: Header) -> None:
    """Takes every step for a header, in turn."""
    for step in STEPS:
        fields = header.fields
        if not all(fields & one for one in step.among) or fields & step.without:
            continue
        found = step.tells(header)
        if step.alone and len(found) != 1:
            continue
        header.known |= found
        header.told[step.name] = frozenset(found)


def _by_heading(header: Header) -> Known:
    """Gives the columns whose headings say what they hold."""
    return {
        at: heading
        for at, text in header.texts()
        if (heading := heading_of(text, header.words, also_of_plans=not header.narrow))
    }


def _by_base(header: Header) -> Known:
    """Gives the columns whose cells name objects of an earlier package."""
    return named_in_base(header.grid, header.row, header.known, header.targets()) if header.targets else {}


def _states(header: Header) -> Known:
    """Gives the columns whose cells are states, under headings that allow it: "Niveau", "Situation"."""
    known = header.known
    return {
        at: _told("status", text, known[at].spoken if at in known else "")
        for at, text in header.texts()
        if (known[at].field == "date" if at in known else heads("state", text))
        if are_states(header.grid, at, header.below)
    }


def _rates(header: Header) -> Known:
    """Gives the columns under words for what was done, or for states, whose cells are percentages: "% réalisé".

    Under words that may head both, "Progress", numbers alone are percentages.
    """
    return {
        at: heading._replace(field="progress")
        for at, heading in header.known.items()
        if (heading.field in _MAY_BE_RATES and are_rates(at, header.grid, header.below))
        or (heading.field == "text" and _is_rate(heading.heading) and are_numbers(at, header.grid, header.below))
    }


def _sentences(header: Header) -> Known:
    """Gives the columns under words for how far something is whose cells are sentences: «التقدم»."""
    return {
        at: heading._replace(field="text")
        for at, heading in header.known.items()
        if heading.field == "progress" and are_sentences(header.grid, at, header.below)
    }


def _remedies(header: Header) -> Known:
    """Gives the columns of solutions beside difficulties, which are what comes next: «الحلول المقترحة»."""
    return {at: _told("next_steps", text) for at, text in header.unknown() if heads("remedy", text)}


def _measures(header: Header) -> Known:
    """Gives the columns of what is measured beside a column of indicators: where it starts, should arrive, its unit."""
    above = header.fields & {"commitment", "milestone"}
    found: Known = {}
    for at, text in header.texts():
        if at in header.known and not (above and header.known[at].field == "target"):
            continue  # without anything above, "Cible" may be what is spoken of
        meaning = recognise(text)
        if meaning is None or meaning.score < _SURE or meaning.year:
            continue
        others = meaning.alternatives if at in header.known else ()
        if kind := next((one for one in (meaning.target, *others) if one in MEASURES), ""):
            found[at] = Heading(kind, " ".join(text.split()), meaning.text_language, "")
    named = [heading.field for heading in found.values()]
    return {at: heading for at, heading in found.items() if named.count(heading.field) == 1}


def _remarks(header: Header) -> Known:
    """Gives the columns of remarks of a table that has none for what was done: the only one says that."""
    return {
        at: _told("text", text)
        for at, text in ([] if header.narrow else header.unknown())
        if (meaning := recognise(text)) and meaning.target == REMARKS and meaning.score >= _SURE
    }


def _told(field: str, text: str, spoken: str = "") -> Heading:
    return Heading(field, " ".join(text.split()), None, spoken)


def _is_rate(heading: str) -> bool:
    meaning = recognise(heading)
    return meaning is not None and meaning.target == "progress" and meaning.score >= _SURE


STEPS: Final = (
    Step("heading", _by_heading),
    Step(BY_BASE, _by_base, among=(_REPORTED,)),
    Step("states", _states, among=(_OBJECTS,), without=frozenset(("status",))),
    Step("rates", _rates, among=(_OBJECTS,), without=frozenset(("progress",)), alone=True),
    Step("sentences", _sentences, among=(_OBJECTS,), without=frozenset(("text",)), alone=True),
    Step(
        "remedies",
        _remedies,
        among=(_OBJECTS, frozenset(("challenges",))),
        without=frozenset(("next_steps",)),
        alone=True,
    ),
    Step("measures", _measures, among=(frozenset(("indicator",)),)),
    Step("remarks", _remarks, among=(_OBJECTS,), without=TOLD, alone=True),
)
"""In the order in which they are taken: a step knows what those before it told."""
