"""Who pays how much: "Conseil provincial : 300 000 DH", "Commune (60 000 DH), INDH (40 000 DH)", or names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.write_money import amount, budget, names_amount, read_under
from opengov_local.formats.word.own.write_things import items, put_text, resources
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.funded_sums import Funded, funded_sums
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.draft import Node
from opengov_local.importing.words import read_amount
from opengov_local.importing.words.lists import parts, read_list
from opengov_local.importing.words.parted_sum import parted_sum

_BETWEEN: Final = (re.compile("[;؛]"), re.compile(r"(?<!\d)[,،]|[,،](?!\d)"), re.compile(r"\s[/+]\s"))
_SUM: Final = r"[^()]*[0-9٠-٩][^()]*"
_SHAPES: Final = (
    re.compile(rf"(?P<name>[^:：=]+?)\s*[:：=]\s*(?P<sum>{_SUM})"),
    re.compile(rf"(?P<name>.+?)\s*\((?P<sum>{_SUM})\)"),
    re.compile(rf"(?P<sum>{_SUM})\s*\((?P<name>[^()0-9٠-٩]+)\)"),
    re.compile(rf"(?P<name>[^0-9٠-٩()]+?)\s+[-–—]\s+(?P<sum>{_SUM})"),
)
_AMOUNT: Final = re.compile(r"[0-9٠-٩]{3,}|[0-9٠-٩]\s*%")
_RATE: Final = re.compile(r"[0-9٠-٩]{1,3}(?:[.,٫][0-9٠-٩]+)?\s*[%٪]")


class _Share(NamedTuple):
    """What one of several pays."""

    name: str
    sum: str


def funder(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts who pays, with how much where the answer says it: a line of the budget for each."""
    shares = [share for each in items(passage) for share in _shares(writing, each.text, label)]
    if shares:
        for share in shares:
            _put_share(writing, node, share, passage, label)
        return True
    if rates := [] if writing.own_form else _rates(passage):
        for rate in rates:
            line = writing.add(node, "budget", passage.piece)
            put_text(writing, writing.add(line, "funder", passage.piece), "name", passage.of([Line(rate.name)]))
            put_text(writing, line, "text", passage.of([Line(rate.sum)]))
        return True
    if _AMOUNT.search(passage.text):
        # How the cost is shared out is not for a guess; a sum of money is one below this label too.
        return names_amount(passage.text) and budget(writing, node, "budget", passage, label)
    _put_names(writing, node, passage, label)
    return True


def _rates(passage: Passage) -> list[Funded]:
    """Gives who pays which part of the whole, where every part of an answer says so: "Commune (70 %), INDH (30 %)"."""
    found = [funded_sums(each.text) for each in items(passage)]
    rates = [rate for each in found for rate in each]
    return rates if all(found) and all(_RATE.fullmatch(rate.sum) for rate in rates) else []


def cost(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts what it costs; where each part of it says which body pays it, a line of the budget for each."""
    said = [] if writing.own_form else [_paid(writing, each.text, label) for each in items(passage)]
    if not said or not all(said):
        return budget(writing, node, field, passage, label)
    for share in (share for shares in said for share in shares):
        _put_share(writing, node, share, passage, label)
    return True


def financial_resources(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts financial means: a sum with its currency is what it costs, words are a resource."""
    if writing.own_form:
        return resources(writing, node, field, passage, label)
    for each in items(passage):
        reading = read_under(writing, each.text, label)
        is_sum = (reading.value is not None and reading.currency is not None) or _paid(writing, each.text, label)
        cost(writing, node, "budget", each, label) if is_sum else resources(writing, node, field, each, label)
    return True


def _paid(writing: Writing, text: str, label: str) -> Sequence[_Share]:
    """Gives which bodies pay what, also in brackets behind the sum: "9 000 DH (Commune : 6 000 DH ; INDH : 3 000 DH)".

    None where a name is that of no body, or where somebody else pays the rest.
    """
    parted = parted_sum(text)
    shares = _shares(writing, parted.parts if parted else text, label)
    if not all(share.name and is_body(share.name) for share in shares):
        return ()
    sums = [read_under(writing, share.sum, label) for share in shares]
    whole = read_under(writing, parted.whole, label) if parted else None
    if any(each.value is None or each.currency is None for each in sums):
        return ()
    if whole is None:
        return shares
    same = {each.currency for each in sums} == {whole.currency} and whole.value is not None
    return shares if same and sum(Decimal(each.value or 0) for each in sums) == Decimal(whole.value or 0) else ()


def _shares(writing: Writing, text: str, label: str) -> Sequence[_Share]:
    """Gives who pays what, where all parts of a text say it, or nobody but a sum; none where some part does not."""
    for between in _BETWEEN:
        found = [_share(writing, part, label) for part in parts(text, between)]
        if len(found) > 1 and all(each is not None and each.name for each in found):
            return [each for each in found if each is not None]
    one = _share(writing, text.strip(), label)
    return [one] if one is not None else []


def _share(writing: Writing, text: str, label: str) -> _Share | None:
    if _is_sum(writing, text, label):  # before shapes: "150 000 DH (TTC)" names nobody
        return _Share("", text)
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found is not None and _is_sum(writing, found["sum"], label):
            return _Share(found["name"].strip(), found["sum"].strip())
    return None


def _is_sum(writing: Writing, text: str, label: str) -> bool:
    """Tells whether a text is one amount of money, whose currency it or the label above it names."""
    reading = read_amount(text, words=writing.words)
    return reading.value is not None and (reading.currency is not None or _names_currency(label))


def _names_currency(label: str) -> bool:
    inside = re.search(r"[(\[]([^()\[\]]+)[)\]]", label)
    return inside is not None and read_amount(f"1 {inside[1]}").currency is not None


def _put_share(writing: Writing, node: Node, share: _Share, passage: Passage, label: str) -> None:
    """Puts one share; where the only line of the budget has that very sum and nobody who pays it, its payer is said."""
    reading = read_amount(share.sum, words=writing.words)
    known = [each for each in node.data.get("budget", []) if _is_unpaid(each, reading.value)]
    alone = len(known) == len(node.data.get("budget", [])) == 1
    line = writing.node_of(known[0]) if alone else writing.add(node, "budget", passage.piece)
    amount(writing, line, share.sum, passage, label)
    if share.name:
        said = passage.of([Line(share.name)])
        put_text(writing, writing.add(line, "funder", passage.piece), "name", said)


def _is_unpaid(line: dict[str, object], value: str | None) -> bool:
    held = line.get("amount")
    same = isinstance(held, dict) and value is not None and Decimal(held["value"]) == Decimal(value)
    return same and "funder" not in line


def _put_names(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    """Puts who pays, each on a line of the budget: on the lines that there are, if these are as many and name none."""
    names, lines = list(_names(writing, node, passage)), node.data.get("budget", [])
    beside = len(lines) == len(names) and all("funder" not in line for line in lines)
    if len(names) > 1:  # sums that say what they pay for, or when, do not say by whom
        beside = beside and len(items(passage)) == len(names) and all(line.keys() == {"amount"} for line in lines)
    if beside and len(names) > 1:
        writing.draft.say("import/lists-side-by-side", passage.piece, heading=label)
    for at, name in enumerate(names):
        line = writing.node_of(lines[at]) if beside else writing.add(node, "budget", passage.piece)
        there = writing.add(line, "funder", passage.piece)
        put_text(writing, there, "name", passage.of([Line(name)]))


def _names(writing: Writing, node: Node, passage: Passage) -> Iterator[str]:
    for each in items(passage):
        reading = read_list(each.text)
        writing.say(reading.notes, passage.piece, node, "budget")
        yield from reading.items or (each.text,)
