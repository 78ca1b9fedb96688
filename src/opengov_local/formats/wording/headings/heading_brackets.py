"""Words in brackets that change what a heading asks for: "Budget (dépensé)", "Taux (prévu)", "Échéance (réelle)"."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.formats.wording.headings.heading_meanings import EXACT, Recognised, targets
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.headings.phrases import heads, phrases
from opengov_local.importing.words import fold

_SUMS = frozenset({"budget.amount", "budget.total", "budget.share"})
_ENDS = frozenset({"end", "schedule", "done_or_due"})
_STATED = frozenset({"progress", "status"})
_DONE = "completed_on"


def with_brackets(found: Recognised | None, heading: str) -> Recognised | None:
    """Hears what stands in the brackets of a heading that was looked up without them.

    Args:
        found: what the heading means without them.
        heading: the heading.

    Returns:
        None where the model has no field for what both say together: what was spent, how far something should be. That
        may be said without brackets, too: "Taux d'avancement prévu".
    """
    if found is None or found.score >= EXACT:
        return found
    if found.target in _STATED and _is_planned(fold(heading).rpartition(" ")[2]):
        return None
    for part in BRACKETS.findall(heading):
        if (heard := _heard(found, fold(part.strip("()[]（） ")))) is not found:
            return heard
    return found


def _heard(found: Recognised, said: str) -> Recognised | None:
    name = found.target.rpartition(".")[2]
    if found.target in _SUMS:
        spent = said in phrases("spent_word") or said.startswith(phrases("rest_of_money"))
        return None if spent or heads("done", said) or heads("spent", said) else found
    if name in _ENDS and said in phrases("actual_bound"):
        owned = f"{found.target.removesuffix(name)}{_DONE}"
        return replace(found, target=owned if owned in targets() else _DONE)
    return None if name in _STATED and _is_planned(said) else found


def _is_planned(said: str) -> bool:
    return said in phrases("planned_bound") or said in phrases("aimed_at") or heads("planned", said)
