"""What columns mean in a table of contributions: what people said, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column, Region, decides
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, WITHIN, Recognised
from opengov_local.formats.wording.words.decisions import asks, read_decision
from opengov_local.importing.words import code_of_name, read_boolean

KINDS = {
    "contribution.problem": "problem",
    "problem": "problem",
    "contribution.solution": "solution",
    "action": "solution",
    "contribution.proposal": "proposal",
    "contribution.recommendation": "recommendation",
}
"""Headings that name a kind of contribution in a table of contributions, and the kind."""
_SAID = frozenset({"contribution.text", *(name for name in KINDS if name.startswith("contribution."))})
_ANSWERED = frozenset({"disposition.status", "disposition.reason"})
_OURS = ("contribution.", "disposition.")
_READ_AS = {
    "status": "disposition.status",
    "related": "disposition.commitments",
    "commitment.title": "disposition.commitments",
    "commitment.identifier": "disposition.commitments",
    "milestone.title": "disposition.commitments",
    "lead.role": "contribution.author",
}
"""What headings of plans mean here, if no other column means it."""
_MOST = 4
"""All but one of how many kinds of cells must be ways of saying something."""
_NUMBER, _LINK = "commitment.number", "disposition.commitments"
_REMARKS = "additional_information"


def is_contributions(region: Region) -> bool:
    """Tells whether the rows of a table are contributions: what people said, not projects or activities.

    A column of projects behind what was said and beside what was answered names what the contributions became.
    """
    names = region.names
    if names & {"commitment.title", "milestone.title"}:
        said = [column.index for column in region.columns if column.target in _SAID]
        projects = [c.index for c in region.columns if c.target in ("commitment.title", "milestone.title")]
        return bool(said and names & _ANSWERED) and len(projects) == 1 and said[0] < projects[0]
    return bool(names & _SAID) or decides(names) or len(names & KINDS.keys()) >= 2


def is_answered(region: Region) -> bool:
    """Tells whether a table of contributions says what became of them."""
    return bool(region.names & _ANSWERED)


def of_contributions(region: Region) -> Region:
    """Decides what the columns of a table of contributions mean; the cells tell decisions from their reasons."""
    columns = [_with_channel(region, _in_contributions(column)) for column in region.columns]
    names = {column.target for column in columns}
    for target, read_as in _READ_AS.items():
        if read_as not in names and (found := [at for at, column in enumerate(columns) if column.target == target]):
            columns[found[0]] = columns[found[0]].asking(read_as)
            names.add(read_as)
    said = min((column.index for column in columns if column.target in _SAID), default=-1)
    behind = [at for at, column in enumerate(columns) if column.target == _NUMBER and column.index > said >= 0]
    if _LINK not in names and behind:
        columns[behind[0]] = columns[behind[0]].asking(_LINK)
    asked = [at for at, column in enumerate(columns) if column.meaning is None and _asks(region, column)]
    if "disposition.status" not in names and len(asked) == 1:
        columns[asked[0]] = replace(columns[asked[0]], meaning=Recognised("disposition.status", STRIPPED))
    elif "disposition.status" not in names:
        reasons = [at for at, column in enumerate(columns) if column.target == "disposition.reason"]
        decisions = [at for at in reasons if _decides(region, columns[at])]
        for at in decisions[:1]:
            columns[at] = columns[at].asking("disposition.status")
    elif "disposition.reason" not in names:
        remarks = [at for at, column in enumerate(columns) if column.target == _REMARKS]
        decided = min(column.index for column in columns if column.target == "disposition.status")
        if len(remarks) == 1 and columns[remarks[0]].index > decided:
            columns[remarks[0]] = columns[remarks[0]].asking("disposition.reason", WITHIN)
    return replace(region, columns=tuple(columns))


def _in_contributions(column: Column) -> Column:
    """Takes a heading that names several things for the one that tables of contributions have."""
    if column.meaning is None or column.meaning.target.startswith(_OURS):
        return column
    other = next((name for name in column.meaning.alternatives if name.startswith(_OURS)), None)
    return column.asking(other) if other else column


def _with_channel(region: Region, column: Column) -> Column:
    """Takes a column of who said it for one of how they did, where most of its cells are ways: "Origine | Courrier"."""
    if column.target != "contribution.author":
        return column
    texts = {str(value) for value in region.values(column.index) if not is_blank(value)}
    ways = sum(code_of_name(text, "workshop_kind") is not None for text in texts)
    return column.asking("contribution.channel") if ways and _MOST * ways >= (_MOST - 1) * len(texts) else column


def _asks(region: Region, column: Column) -> bool:
    """Tells whether a heading asks whether something was accepted, and all its cells say yes or no."""
    texts = [text for text in region.texts(column.index) if text]
    return bool(texts) and asks(column.heading) and all(read_boolean(text) is not None for text in texts)


def _decides(region: Region, column: Column) -> bool:
    """Tells whether most cells of a column begin with a decision."""
    texts = [str(value) for value in region.values(column.index) if not is_blank(value)]
    return 2 * sum(read_decision(text) is not None for text in texts) > len(texts)
