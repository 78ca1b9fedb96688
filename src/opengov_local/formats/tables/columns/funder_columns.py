"""Columns of amounts that add up to the total beside them: what each funder gives, under the funder's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, WITHIN, Recognised
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import begins, heads, pattern_of, phrases, says
from opengov_local.importing.words import fold, read_amount
from opengov_local.importing.words.articles import without_of

_SUMS = frozenset({"budget.total", "budget.amount", "budget.share"})
_TOTALS = frozenset({"budget.total", "budget.amount"})
FUNDER_NAMES = ("collectivity", "lead", "supporting", "budget.funder")
"""Beginnings of targets whose headings may be funders' names where their cells are amounts: "Commune", "Région"."""
_STATE = "status"
_WITH_UNIT = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OF_MONEY = re.compile(
    rf"\s*(?:{pattern_of('money_of')})(?:\s*[-–:]\s*|\s*[(\[](?=.*[)\]]$)|\s+)(\S.*?)[)\]]?\s*", re.IGNORECASE
)
_SUM = 1000
"""What an amount of money reaches, and a number of things seldom does."""
_NEARLY = Decimal("0.01")


def without_untold_shares(headings: Sequence[Placed], meanings: Sequence[Recognised | None]) -> list[Recognised | None]:
    """Takes the meaning from sums that are but a "Part (DH)" beside others: part of these, of whom nobody tells.

    Args:
        headings: position, heading and first meaning of each column, left to right.
        meanings: what they mean so far.
    """
    sums = [at for at, meaning in enumerate(meanings) if meaning and meaning.target in _SUMS]
    shares = [at for at in sums if is_bare_share(headings[at].heading)]
    if len(shares) in (0, len(sums)):
        return list(meanings)
    return [None if at in shares else meaning for at, meaning in enumerate(meanings)]


def is_bare_share(heading: str) -> bool:
    """Tells whether a heading asks for a share and does not say whose: "Part (DH)"."""
    return fold(BRACKETS.sub("", heading)) in phrases("share_word")


def funders_by_sum(
    headings: Sequence[Placed], meanings: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes columns of amounts beside a total, under headings nobody knows, for shares of funders if they make it up.

    In every row that has a total and one of them they must add up to it, and in two rows at least; half of the headings
    must have a word for those who fund ("Conseil régional"): costs add up too.

    Args:
        headings: position, heading and first meaning of each column, left to right.
        meanings: what they mean so far.
        grid: the sheet.
        first: the row below the headings.

    Returns:
        The meanings; those that were concluded have the score of uncertain ones.
    """
    totals = [at for at, meaning in enumerate(meanings) if meaning and meaning.target in _TOTALS]
    totals = totals or [at for at, meaning in enumerate(meanings) if meaning is None and heads("sum", headings[at][1])]
    if len(totals) != 1:
        return meanings
    rows = grid.sampled(first)
    (total,) = totals
    for side in (range(total + 1, len(meanings)), range(total - 1, -1, -1)):
        run = list(takewhile(lambda at: _may_be_share(headings[at][0], meanings[at], grid, rows), side))
        unsure = [at for at in run if not _is_share(meanings[at])]
        named = not unsure or _are_funders([headings[at][1] for at in unsure])
        if len(run) > 1 and named and adds_up(headings[total][0], [headings[at][0] for at in run], grid, rows):
            whole = Recognised("budget.total", NEAR if unsure else STRIPPED)
            share = Recognised("budget.share", NEAR)
            found = [share if at in unsure else meaning for at, meaning in enumerate(meanings)]
            return [whole if at == total and meaning is None else meaning for at, meaning in enumerate(found)]
    return meanings


def funders_by_unit(
    headings: Sequence[Placed], meanings: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes amounts below a name of those who fund with a unit of money behind it, "Commune (DH)", for their shares.

    Args:
        headings: position, heading and first meaning of each column, left to right.
        meanings: what they mean so far.
        grid: the sheet.
        first: the row below the headings.
    """
    rows = grid.sampled(first)
    share = Recognised("budget.share", NEAR)
    return [
        share
        if _names_funder(heading)
        and _may_be_share(position, None if _is_total(meaning) else meaning, grid, rows)
        and any(not is_blank(grid.value(row, position)) for row in rows)
        else meaning
        for (position, heading, _), meaning in zip(headings, meanings, strict=True)
    ]


def share_of_year(grid: Grid, first: int, index: int, chain: Sequence[str]) -> tuple[str, Recognised] | None:
    """Takes amounts below a year that stands below the name of those who fund, "Commune" over "2026", for their share.

    Args:
        grid: the sheet.
        first: the row below the headings.
        index: the column.
        chain: the headings above each other, the lowest last.

    Returns:
        The name, and what the column means; None where it holds anything else.
    """
    year = without_unit(chain[-1]).strip()
    name = chain[-2] if len(chain) > 1 and _YEAR.fullmatch(year) else ""
    if not name or not begins("funder_word", name) or is_no_funder(name):
        return None
    amounts = [_amount(value) for value in grid.sample_of(index, first)]
    if not amounts or None in amounts or max(filter(None, amounts), default=Decimal(0)) < _SUM:
        return None
    return name, Recognised("budget.share", WITHIN, year=int(year))


def without_unit(heading: str) -> str:
    """Takes the unit of money off the end of a heading: "Commune (DH)"."""
    found = _WITH_UNIT.fullmatch(heading.strip())
    return found[1] if found is not None and read_amount(f"1 {found[2]}").currency is not None else heading


def funder_of_money(heading: str) -> str:
    """Gives the funder that stands behind a word for money, "Budget INDH (DH)", «ميزانية الجماعة»; "" for all else."""
    bare = without_unit(heading)
    found = _OF_MONEY.fullmatch(bare)
    name = without_of(found[1]).strip() if found else ""
    return name if begins("funder_word", name) and not is_no_funder(name) else ""


def _names_funder(heading: str) -> bool:
    name = without_unit(heading)
    named = name != heading and begins("funder_word", name) and not is_no_funder(name)
    return named or funder_of_money(heading) != ""


def _are_funders(headings: Sequence[str]) -> bool:
    """Tells whether half of some headings have a word for those who fund, and none one for what money is spent on."""
    known = sum(says("funder_word", heading) for heading in headings)
    return 0 < len(headings) <= 2 * known and not any(is_no_funder(heading) for heading in headings)


def is_no_funder(heading: str) -> bool:
    """Tells whether a heading has a word for what money is spent on, or for money that is spent, left or sought."""
    return says("cost_word", heading) or says("spent_word", heading)


def _is_share(meaning: Recognised | None) -> bool:
    return meaning is not None and meaning.target == "budget.share"


def _is_total(meaning: Recognised | None) -> bool:
    return meaning is not None and meaning.target in _TOTALS


def _may_be_share(position: int, meaning: Recognised | None, grid: Grid, rows: Sequence[int]) -> bool:
    named = meaning is None or _is_share(meaning) or meaning.target.startswith(FUNDER_NAMES)
    if meaning is not None and meaning.target == _STATE:  # "État", beside "Région"
        named = any(not is_blank(grid.value(row, position)) for row in rows)
    return named and all(_amount(grid.value(row, position)) is not None for row in rows)


def adds_up(total: int, shares: Sequence[int], grid: Grid, rows: Iterable[int]) -> bool:
    """Tells whether the amounts of some columns add up to that of another, in each row that has both, two at least."""
    told = 0
    for row in rows:
        whole = grid.value(row, total)
        parts = [grid.value(row, at) for at in shares]
        if is_blank(whole) or all(map(is_blank, parts)):
            continue
        amount = _amount(whole)
        if amount is None or abs(amount - sum(_amount(part) or Decimal(0) for part in parts)) > _NEARLY:
            return False
        told += 1
    return told > 1


def _amount(value: Value) -> Decimal | None:
    """Gives the amount that a cell holds, 0 where it is blank; None where it holds anything else."""
    if is_blank(value) or (isinstance(value, str) and not value.strip(" -–—")):
        return Decimal(0)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    reading = read_amount(value)
    return Decimal(reading.value) if reading.value is not None else None
