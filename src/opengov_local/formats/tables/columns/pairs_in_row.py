"""Rows of a form with several labels, each with its answer: "Start date | 1 July 2025 | End date | 30 June 2027"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.wording.headings.heading_meanings import Recognised, targets
from opengov_local.formats.wording.headings.phrases import is_no_value, says
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import begins_part, read_amount, read_number, read_status

_KINDS = frozenset({"date", "schedule", "amount", "percent", "status"})
_SEVERAL = 2
"""Known labels of a row, beside which an unknown one may stand."""
_ODD = 3
"""Cells of a row with two labels and one answer."""
_TWO_PAIRS = 4
"""Cells of a row with two labels, each with its answer."""
_LONGEST_LABEL = 60
_FOR_WHOM = "beneficiaries"
_AXES = frozenset({"axis", "axis.2", "axis.3"})
_SUM = re.compile(r"\s*[0-9٠-٩]")


def labels_in_row(cells: Mapping[int, Value], labels: Mapping[int, Recognised | None]) -> list[int]:
    """Gives the columns of the labels of a row that is nothing but labels, each with its answer behind it.

    One answer at least must be what its label asks, such as a date or a sum, or say that there is none, or a label must
    be the word for a role that no body bears as its name, "Partenaires": else the label between might be one of several
    answers ("Partners | Commune | Civil society | NGO"). Among known labels, an unknown one has a number behind it.

    What all answers the first label, such as the states of several projects, holds no further label.

    Args:
        cells: the cells of the row that are not blank, by column.
        labels: what each of them means as a label, if it surely means something.
    """
    order = sorted(cells)
    answered = _are_answers(labels.get(order[0]), [cells[at] for at in order[1:]])
    asked, answers = order[::2], order[1::2]
    meanings = [labels.get(at) for at in asked]
    if len(order) == _ODD and not answered and _is_last_unanswered(order, cells, labels):
        return asked
    if answered or len(order) < 4 or len(order) % 2:
        return []
    last = labels.get(answers[-1])
    for held, at in zip(meanings, answers, strict=True):
        if labels.get(at) is not None and not (_may_be_label(held, cells[at]) or (_names_level(held) and last is None)):
            return []
    known = [meaning for meaning in meanings if meaning is not None]
    if len({meaning.target for meaning in known}) < len(known):
        return []
    pairs = [(held, cells[label], cells[at]) for held, label, at in zip(meanings, asked, answers, strict=True)]
    if len(known) == len(asked):
        fits = len(known) > _SEVERAL or any(held is not None and _is_asked(held, answer) for held, _, answer in pairs)
        return asked if fits or _names_role(*pairs[-1][:2]) else []
    others = [(label, answer) for held, label, answer in pairs if held is None]
    return asked if known and all(_may_ask(*one, alone=len(known) < _SEVERAL) for one in others) else []


def second_labels(rows: Iterable[Sequence[Value]], label_of: Callable[[Value], Recognised | None]) -> frozenset[int]:
    """Gives the columns in which several rows of two labels, each with its answer, have the second one.

    Args:
        rows: the rows of a sheet.
        label_of: tells what a cell means as a label.
    """
    found: Counter[int] = Counter()
    for row in rows:
        cells = {at: value for at, value in enumerate(row) if not is_blank(value)}
        if len(cells) == _TWO_PAIRS and (asked := labels_in_row(cells, {at: label_of(cells[at]) for at in cells})):
            found[asked[1]] += 1
    return frozenset(at for at, count in found.items() if count >= _SEVERAL)


def label_between(
    cells: Mapping[int, Value], labels: Mapping[int, Recognised | None], columns: Collection[int]
) -> list[int]:
    """Gives the columns of the labels of a row whose second one is unknown, but stands where those of other rows do.

    Args:
        cells: the cells of the row that are not blank, by column.
        labels: what each of them means as a label, if it surely means something.
        columns: those of second labels in other rows.
    """
    order = sorted(cells)
    if len(order) != _TWO_PAIRS or order[2] not in columns or (first := labels.get(order[0])) is None:
        return []
    label = cells[order[2]]
    worded = isinstance(label, str) and len(label) <= _LONGEST_LABEL and not any(map(str.isdecimal, label))
    answered = labels.get(order[1]) is None or _may_be_label(first, cells[order[1]]) or _names_level(first)
    return [order[0], order[2]] if worded and answered and labels.get(order[3]) is None else []


def _may_be_label(held: Recognised | None, answer: Value) -> bool:
    """Tells whether a cell that could be a label answers the one before it: "Réalisé" a state, "fin 2026" a time.

    So do bodies those for whom a project is, "Société civile", but not the word for a role.
    """
    if held is not None and held.target == _FOR_WHOM:
        return not says("role_word", str(answer))
    return held is not None and (_asks_who(held) or _is_asked(held, answer))


def _names_level(held: Recognised | None) -> bool:
    """Tells whether a label asks for the name of an axis, which can be any words: "Gouvernance"."""
    return held is not None and held.target in _AXES


def _are_answers(first: Recognised | None, rest: Sequence[Value]) -> bool:
    """Tells whether all behind the first label is what it asks: "État | En cours | Achevé", of two projects."""
    return first is not None and len(rest) > 1 and all(_is_asked(first, value) for value in rest)


def _may_ask(label: Value, answer: Value, *, alone: bool) -> bool:
    """Tells whether a cell is an unknown label for a number behind it, "Valeur actuelle | 5"; "dont commune | 40 000".

    Args:
        label: the cell.
        answer: the cell behind it.
        alone: whether only one label of the row is known: then it must say that it is a part of what that asks.
    """
    if not isinstance(label, str) or any(map(str.isdecimal, label)):
        return False
    counted = isinstance(answer, int | float) or (isinstance(answer, str) and _SUM.match(answer) is not None)
    return counted and (not alone or begins_part(label))


def _is_last_unanswered(
    order: Sequence[int], cells: Mapping[int, Value], labels: Mapping[int, Recognised | None]
) -> bool:
    """Tells whether nothing is said behind the last of two labels, which asks for a date, a sum, a share or a state.

    Or it is the word for a role.
    """
    first, answer, last = (labels.get(at) for at in order)
    if first is None or last is None or first.target == last.target or (answer is not None and not _asks_who(first)):
        return False
    return targets()[last.target].reads.partition(":")[0] in _KINDS or _names_role(last, cells[order[-1]])


def _names_role(meaning: Recognised | None, label: Value) -> bool:
    """Tells whether a label asks for bodies by a role alone, as no body is named: "Partenaires", "Pilote"."""
    return _asks_who(meaning) and says("role_word", str(label))


def _asks_who(meaning: Recognised | None) -> bool:
    """Tells whether a label asks for bodies, whose names may also be labels: "Service technique"."""
    return meaning is not None and targets()[meaning.target].reads.startswith(("parties", "persons"))


def _is_asked(meaning: Recognised, value: Value) -> bool:
    """Tells whether an answer is of the kind that its label asks: a date, an amount, a share, a state."""
    kind = targets()[meaning.target].reads.partition(":")[0]
    if kind in ("date", "schedule"):
        return isinstance(value, date) or (isinstance(value, str) and read_date(value) is not None)
    if not isinstance(value, str | int | float):
        return False
    if kind in _KINDS and isinstance(value, str) and is_no_value(value):
        return True
    if kind == "amount":
        return not isinstance(value, str) or _SUM.match(value) is not None or read_amount(value).value is not None
    if kind in ("percent", "measure"):
        return read_number(value).value is not None
    return kind == "status" and read_status(str(value)) is not None
