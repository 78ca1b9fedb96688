"""Rates that are of what stands beside them, not of the work: "Budget exécuté | Taux", "Prévu | Réalisé"; counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.period_columns import are_numbers, are_rates, asks_rates
from opengov_local.formats.tables.columns.titles_of_levels import STEP, TITLE, Headed
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import EXACT, STRIPPED, Recognised
from opengov_local.formats.wording.headings.how_many import asks_what_is_done
from opengov_local.formats.wording.headings.phrases import heads, phrases, says
from opengov_local.importing.words import fold, read_amount
from opengov_local.importing.words.percent import has_percent

_RATE: Final = "progress"
_COUNTED: Final = frozenset({STEP, "milestone.list", "update.text", _RATE})
_SUM: Final = "budget."
_HOW_FAR: Final = frozenset({"status", "status.tick", "completed_on", "done_or_due", "update.text"})
"""What says how far something is: beside it, a sign alone is the rate of that."""
_TIMES: Final = frozenset({"end", "schedule", "period.end", "milestone.end", "commitment.end", "start"})
"""Right behind the time of works a sign alone is how far they are: "Début | Fin | %"."""
_WHOLE: Final = 100
_NEARLY: Final = 1


def without_rates_of_sums(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the meaning from rates that are, or may be, of the sums beside them, and from a sign that says not of what.

    Beside what was spent, the sums tell whether a rate is theirs; where they do not, the words of its heading. What
    says that it is of the work, "Taux d'avancement", is so whatever the sums are. Numbers without
    a sign beside those that were planned count things: "Prévu" over 12, "Réalisé" over 8.
    """
    found = [meaning for _, _, meaning in meanings]
    for at, (_, heading, meaning) in enumerate(meanings):
        if meaning is None or meaning.target != _RATE or (meaning.score == EXACT and not meaning.languages):
            continue
        counted = _counts_things(meanings, at, grid, first)
        of_work = says("physical_rate", heading) or says("rate_of_work", heading)
        if counted or (not of_work and _may_be_of_sums(meanings, at, grid, first)):
            found[at] = None
    return found


def only_counted(headed: Sequence[Headed], meanings: Sequence[Recognised | None], grid: Grid, first: int) -> set[int]:
    """Gives columns whose headings are known, and that lost their meaning as their cells but count: "Activités" over 6.

    Beside projects or activities they head a table as others do; where those are numbers as well, all of it counts.

    Args:
        headed: the columns by their headings.
        meanings: what they were found to mean.
        grid: the sheet.
        first: the row below the headings.
    """
    pairs = list(zip(headed, meanings, strict=True))
    named = [one.index for one, meaning in pairs if meaning is not None and meaning.target in (TITLE, STEP)]
    if not named or any(are_numbers(at, grid, first) for at in named):
        return set()
    lost = [(one.index, one.meaning) for one, meaning in pairs if meaning is None and one.meaning is not None]
    return {at for at, held in lost
            if held.target in _COUNTED and held.score >= STRIPPED and are_numbers(at, grid, first)}  # fmt: skip


def _counts_things(meanings: Sequence[Placed], at: int, grid: Grid, first: int) -> bool:
    """Tells whether a column has numbers without a sign beside those that were planned, or below "Réalisé" alone."""
    beside = [meanings[one] for one in (at - 1, at + 1) if 0 <= one < len(meanings)]
    planned = [each for each in beside if each.meaning is None and heads("planned", each.heading)]
    done = asks_what_is_done(meanings[at].heading)
    if done and not planned:
        sums = [_sum(value) for value in grid.sample_of(meanings[at].position, first) if not is_blank(value)]
        done = all(one is not None and one == int(one) for one in sums)  # parts of one are rates
    counts = [meanings[at], *planned[:1]]
    if not (planned or done) or any(asks_rates(each.heading) for each in counts):
        return False
    return all(are_numbers(each.position, grid, first) and not are_rates(each.position, grid, first)
               for each in counts)  # fmt: skip


def _may_be_of_sums(meanings: Sequence[Placed], at: int, grid: Grid, first: int) -> bool:
    heading = meanings[at].heading
    sign = not any(map(str.isalpha, heading))
    bare = sign or fold(heading) in phrases("bare_rate")
    sums = [each.position for each in meanings if each.meaning and each.meaning.target.startswith(_SUM)]
    beside = [meanings[one] for one in (at - 1, at + 1) if 0 <= one < len(meanings)]
    spent = [each.position for each in beside if _is_spent(each, grid, first)]
    if spent:
        told = _is_share(meanings[at].position, spent[0], [each for each in sums if each not in spent], grid, first)
        return bare or told or (told is None and says("rate_of_spending", heading))
    if bare and at and meanings[at - 1].position in sums:
        return True
    told = any(each.meaning and each.meaning.target in _HOW_FAR for each in meanings)
    before = meanings[at - 1].meaning if at else None
    timed = before is not None and before.target in _TIMES and not _are_parts(meanings[at].position, grid, first)
    return sign and not (told or timed)


def _are_parts(rate: int, grid: Grid, first: int) -> bool:
    """Tells whether rates add up to the whole, of which they may be the parts."""
    rates = [one for value in grid.sample_of(rate, first) if (one := _sum(value)) is not None]
    return len(rates) > 1 and sum(rates) in (1, _WHOLE)


def _is_spent(column: Placed, grid: Grid, first: int) -> bool:
    """Tells whether a column has sums that were spent or committed: "Budget exécuté"."""
    said = grid.sample_of(column.position, first)
    if not says("spent_word", column.heading) or says("rate_word", column.heading):
        return False
    if any(map(has_percent, (column.heading, *grid.sample_texts(column.position, first)))):
        return False
    return bool(said) and all(_sum(value) is not None for value in said)


def _is_share(rate: int, part: int, wholes: Sequence[int], grid: Grid, first: int) -> bool | None:
    """Tells whether rates are how much of the sums in one column those of another are; None where nothing tells."""
    for whole in wholes:
        rows = [[_sum(row[at]) if at < len(row) else None for at in (rate, part, whole)] for row in grid.sample(first)]
        known = [(one, share, total) for one, share, total in rows if one is not None and share is not None and total]
        if known:
            return any(
                all(
                    abs(one * scale * total / _WHOLE - share) <= _NEARLY * total / _WHOLE for one, share, total in known
                )
                for scale in (1, _WHOLE)
            )
    return None


def _sum(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str) or is_blank(value):
        return None
    text = value.strip().rstrip("%٪").strip() if isinstance(value, str) else value
    reading = read_amount(text)
    return Decimal(reading.value) if reading.value is not None else None
