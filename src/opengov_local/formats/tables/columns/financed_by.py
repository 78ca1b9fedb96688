"""Columns of means that name who pays: "Montant (DH) | Financement" over "21000 | Conseil provincial"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import WITHIN, Recognised
from opengov_local.formats.wording.headings.phrases import begins, heads, names_nobody
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.words import read_list

_MEANS, _FUNDER = "resources.financial", "budget.funder"
_SUMS = frozenset({"budget.amount", "budget.total"})
_PAID = ("budget.funder", "budget.share")
_BROUGHT = ("contribution.", "disposition.")
_LONGEST = 60
_DIGIT = re.compile(r"[0-9٠-٩]")


def funders_among(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the only column of financial means for funders, where it stands beside the only sum and names bodies alone.

    "À rechercher", "Budget propre et subvention (50 %)" say more than who pays: a column with such words stays. A bare
    "Source" right behind the sum, or beside the sums of several years, may name them as well.
    """
    found = [meaning for _, _, meaning in meanings]
    targets = [meaning.target if meaning is not None else "" for meaning in found]
    at = _of_means(meanings, targets)
    if at is None or any(target.startswith(_PAID) for target in targets):
        return found
    said = {text for text in grid.sample_texts(meanings[at].position, first) if text}
    said = {text for text in said if not names_nobody(text)}
    if said and all(map(_names_bodies, said)):
        meant = found[at]
        found[at] = replace(meant, target=_FUNDER, score=WITHIN) if meant else Recognised(_FUNDER, WITHIN)
    return found


def _of_means(meanings: Sequence[Placed], targets: Sequence[str]) -> int | None:
    """Gives the column beside the only sum, or the sums of several years, that may name who pays; None without one."""
    sums = [at for at, target in enumerate(targets) if target in _SUMS]
    years = {meaning.year for at in sums if (meaning := meanings[at].meaning) and meaning.year}
    if not sums or (len(sums) > 1 and len(years) < len(sums) - 1):
        return None
    if len(sums) == 1 and targets.count(_MEANS) == 1:
        return targets.index(_MEANS)
    beside = [sums[-1] + 1, *([sums[0] - 1] if len(sums) > 1 else [])]
    at = next((at for at in beside if 0 <= at < len(meanings) and heads("origin", meanings[at].heading)), None)
    others = (target for other, target in enumerate(targets) if other != at)
    return None if any(target.startswith(_BROUGHT) for target in others) else at


def _names_bodies(text: str) -> bool:
    """Tells whether a text is a list of bodies and no more."""
    if len(text) > _LONGEST or _DIGIT.search(text):
        return False
    return all(is_body(item) or begins("funder_word", item) for item in read_list(text, commas="names").items)
