"""The lines of a sheet of fiches, parted where one fiche ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opengov_local.formats.tables.columns.period_headings import is_period
from opengov_local.formats.tables.fiches.label_lines import TITLE, Line
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import begins, says
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.importing.words import fold

_DAY = "update.date"
_OF_PLANS = ("plan", "collectivity")
_BEFORE = frozenset({"axis", "axis.2", "axis.3", "axis.number", "commitment.number", "commitment.identifier"})
"""Targets that may stand above the title of a fiche."""


@dataclass
class Block:
    """The lines of one fiche, or of several side by side.

    Attributes:
        start: its first line.
        first: its first line with labels.
        end: the line behind it.
    """

    start: int
    first: int
    end: int


def blocks(read: Sequence[Line]) -> list[Block]:
    """Parts the lines where a fiche ends: before the title of the next one, and what may stand above a title."""
    labelled = [at for at, line in enumerate(read) if any(pair.meaning for pair in line.pairs)]
    titles = [at for at in labelled if _has_title(read[at])]
    if not titles and labelled:
        first = {pair.meaning.target for pair in read[labelled[0]].pairs[:1] if pair.meaning}
        titles = [at for at in labelled if first & {p.meaning.target for p in read[at].pairs[:1] if p.meaning}]
    if not titles or all(_is_of_all(read[at]) for at in labelled):
        return []
    own = next(at for at in labelled if not _is_of_all(read[at]))
    lead = _lead(read, own, titles)
    starts = [min(_top(read, at, low, lead), at) for at, low in zip(titles, [-1, *titles], strict=False)]
    if own < starts[0] and not _is_apart(read, own, titles):
        starts[0] = min(_top(read, own, -1, lead), own)
    ends = [*starts[1:], len(read)]
    firsts = [next(at for at in labelled if at >= start) for start in starts]
    timed = [_names_periods(read[at]) for at in titles]
    return [Block(*found) for *found, periods in zip(starts, firsts, ends, timed, strict=True) if not periods]


def _names_periods(line: Line) -> bool:
    """Tells whether the titles of a line are parts of the year: "Engagement | T1 | T2" heads a table."""
    said = [
        str(value) for pair in line.pairs if pair.meaning and pair.meaning.target == TITLE for _, value in pair.said
    ]
    return bool(said) and all(map(is_period, said))


def _is_of_all(line: Line) -> bool:
    """Tells whether the labels of a line, above the first title, speak of all fiches: their day, whose plan it is."""
    meant = [pair.meaning.target for pair in line.pairs if pair.meaning]
    return all(target == _DAY or targets()[target].scope in _OF_PLANS for target in meant)


def _has_title(line: Line) -> bool:
    return any(pair.meaning and pair.meaning.target == TITLE for pair in line.pairs)


def _lead(read: Sequence[Line], own: int, titles: Sequence[int]) -> frozenset[str]:
    """Gives the labels that stand above the title in every fiche, as they do in the first and behind no title.

    Where one stands behind the last title, the same label above one is the end of the fiche before.
    """
    above = read[own : titles[0]] if titles else ()
    if len(titles) < 2 or not all(line.kind in ("pairs", "blank") for line in above) or _is_apart(read, own, titles):
        return frozenset()
    behind = frozenset(name for line in read[titles[-1] + 1 :] for name in _labels(line))
    lead = frozenset(name for line in above for name in _labels(line))
    return frozenset() if lead & behind else lead


def _is_apart(read: Sequence[Line], own: int, titles: Sequence[int]) -> bool:
    """Tells whether what stands above the first of several titles is not of its fiche alone.

    That is where no fiche has the same labels, which would be its own, or where they are asked again below a blank line
    and the title: it is then of all fiches, or kept.
    """
    first, *further = titles
    if not further or first <= own:
        return False
    above = {name for line in read[own:first] for name in _labels(line)}
    alone = above.isdisjoint(name for line in read[first:] for name in _labels(line))
    return alone or (any(line.kind == "blank" for line in read[own:first]) and _said_again(read, own, titles))


def _said_again(read: Sequence[Line], own: int, titles: Sequence[int]) -> bool:
    """Tells whether what stands above the first of several titles is asked again below the last of them."""
    above = {pair.meaning.target for line in read[own : titles[0]] for pair in line.pairs if pair.meaning}
    below = {pair.meaning.target for line in read[titles[-1] :] for pair in line.pairs if pair.meaning}
    return bool(above & below)


def _labels(line: Line) -> Iterator[str]:
    return (fold(pair.heading) for pair in line.pairs)


def _top(read: Sequence[Line], at: int, low: int, lead: frozenset[str]) -> int:
    """Gives the first line that belongs to the title in a line, with those whose labels lead to a title."""
    top = at
    while top - 1 > low:
        above = read[top - 1]
        said = [one for pair in above.pairs for one in pair.said] or above.cells
        wide = low < 0 and above.kind in ("title", "pairs") and len(said) > 1
        if above.kind == "pairs" and any(pair.meaning for pair in above.pairs):
            may_stand = all(pair.meaning and pair.meaning.target in _BEFORE for pair in above.pairs)
            if not (may_stand or lead.issuperset(_labels(above))):
                break
        elif above.kind == "blank":
            if not (top - 2 > low and (_is_head(read[top - 2]) or _leads(read[top - 2], lead))):
                break
        elif not (_is_head(above) or wide or (above.kind == "title" and low >= 0 and _ends(read, top - 1))):
            break
        top -= 1
    return top


def _leads(line: Line, lead: frozenset[str]) -> bool:
    """Tells whether all labels of a line are some that lead to a title."""
    return line.kind == "pairs" and bool(lead) and lead.issuperset(_labels(line))


def _is_head(line: Line) -> bool:
    """Tells whether a line is the title of a fiche or of an axis by its words: "Fiche n° 2", "Axe 1"."""
    texts = [str(value) for _, value in line.cells] + [pair.heading for pair in line.pairs if not pair.meaning]
    return line.kind in ("title", "pairs") and any(
        begins("axis_word", text) or (begins("project_word", text) and not _names_plan(text)) for text in texts
    )


def _names_plan(text: str) -> bool:
    """Tells whether a text is the title of a plan, though a word for its projects begins it: "Action plan 2026"."""
    numbered = split_number(text, "project_word").number or bare_number(text, "project_word")
    return not numbered and says("plan", text)


def _ends(read: Sequence[Line], at: int) -> bool:
    """Tells whether a line stands behind a blank one."""
    return at > 0 and read[at - 1].kind == "blank"
