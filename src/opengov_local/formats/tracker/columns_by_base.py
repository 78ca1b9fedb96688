"""Columns of tables of updates that an earlier package tells: whatever their headings, their cells name its objects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from opengov_local.formats.grids import Grid, Value, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tracker.headings import Heading, heading_of
from opengov_local.formats.tracker.spoken_of import TARGETS
from opengov_local.formats.tracker.targets import Target, Targets
from opengov_local.importing.words.numerals import plain_digits

_SEARCHED = 50
"""Rows that are looked at: whole columns cost too much, and these tell."""
_LONGEST = 300
"""Characters of the longest text that may be a name."""
_OBJECTS = frozenset(("commitment", "milestone", "indicator"))
_WHEN = frozenset(("date", "period"))
_MAY_NAME = frozenset((*TARGETS, *_WHEN, "by", "beside"))
"""Fields of headings that may as well head names: "Milestone reported on"."""
_BARE = re.compile(r"[0-9]+(?:[.,][0-9]+)?\s*%?")
"""A number that may as well count something."""
_WORD = re.compile(r"[^\W\d_]+")
Rows = Sequence[Sequence[Value]]


def named_in_base(grid: Grid, header: int, known: Mapping[int, Heading], targets: Targets) -> dict[int, Heading]:
    """Gives the columns most of whose cells name objects of an earlier package, where their headings do not say so.

    Where other columns name the object of each row, no further one does, unless they name the same again.

    Args:
        grid: the sheet.
        header: the row of the headings.
        known: what the headings say.
        targets: the objects of the package.
    """
    rows = list(islice((row for row in grid.rows[header + 1 :] if not all(map(is_blank, row))), _SEARCHED))
    named = [at for at, heading in known.items() if heading.field in TARGETS and _found(rows, at, targets, heading)]
    if named and not _repeat(rows, [*named, *(at for at, heading in known.items() if heading.field in _WHEN)]):
        return {}
    found: dict[int, Heading] = {}
    for at, text in enumerate(grid.rows[header]):
        heading = known.get(at)
        if not isinstance(text, str) or at in named or (heading is not None and heading.field not in _MAY_NAME):
            continue
        if objects := _found(rows, at, targets, None, bare=not named and heading is None and _speaks_of_objects(text)):
            kinds = {each.kind for each in objects}
            field = kinds.pop() if len(kinds) == 1 else "target"
            found[at] = Heading(field, " ".join(text.split()), None, heading.spoken if heading else "")
    return found


def _found(rows: Rows, at: int, targets: Targets, heading: Heading | None, *, bare: bool = True) -> list[Target]:
    """Gives the objects that the cells of a column name, where most of them do; where there are bare numbers, all.

    Args:
        rows: the rows below the header.
        at: the column.
        targets: the objects of the base.
        heading: the heading that says of what kind these are; None where the cells tell.
        bare: whether nothing but bare numbers may be those of objects.
    """
    kind = heading.field if heading is not None and heading.field != "target" else None
    texts = [text for row in rows if len(row) > at and not is_blank(row[at]) and (text := text_of(row[at]))]
    numbers = [text for text in texts if _BARE.fullmatch(plain_digits(text.strip()))]
    if len(numbers) == len(texts) and not bare:
        return []
    told = [_of(targets, text, kind) for text in texts]
    if numbers and heading is None and not all(told):
        return []
    return [each for objects in told for each in objects] if 2 * sum(map(bool, told)) > len(told) else []


def _of(targets: Targets, text: str, kind: str | None) -> list[Target]:
    if len(text) > _LONGEST:
        return []
    return [each for each in targets.find(text, kind) if kind is not None or each.kind in _OBJECTS]


def _speaks_of_objects(heading: str) -> bool:
    """Tells whether a word of a heading heads objects by itself: "Activité suivie"."""
    found: Iterable[Heading | None] = (heading_of(word, {}, also_of_plans=True) for word in _WORD.findall(heading))
    return any(each is not None and each.field in TARGETS for each in found)


def _repeat(rows: Rows, columns: Sequence[int]) -> bool:
    """Tells whether several rows say the same in some columns."""
    said = [tuple(text_of(row[at]) for at in columns if len(row) > at and not is_blank(row[at])) for row in rows]
    return len(set(said)) < len(said)
