"""Pages one after another in one text: where each begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.ogp_pages.fields import TITLE_ID, TITLE_LONGEST, label_of
from opengov_local.formats.ogp_pages.lines import Line
from opengov_local.formats.ogp_pages.plan_fields import TEXTS
from opengov_local.formats.ogp_pages.plan_title import is_plan_title, member_of
from opengov_local.importing.words.identifiers import read_identifier

_OF_PLANS: Final = frozenset(("submission", "date_submitted", "term_end", "plan_end", "commitments", *TEXTS))
"""Labels that pages of plans have, and none of commitments."""
_SAID: Final = frozenset(("problem", "action", "status_quo"))
"""Labels of what a commitment says; below a second title they stand again."""
_ORDER: Final = frozenset(("heading", "description_heading", "page"))
_TITLE: Final = "title_of_page"
_NEAR: Final = 60
"""Lines below a title that are looked at."""
_SOON: Final = 3
"""Labels below a title that tell what it is one of."""


def parted(lines: Sequence[Line]) -> list[list[Line]]:
    """Parts lines into pages: a commitment with another number begins one, and so does a further title with its text.

    So does the title of the same commitment again, behind what it says.

    Titles with numbers below which no labels of a commitment stand are those of a list.
    """
    told: list[tuple[str, str]] = []
    for line in lines:
        of_line = _meaning(line)
        told.append(("", "") if of_line[0] == _TITLE and told[-1:] == [("plan", "")] else of_line)
    starts = [0]
    number, said = "", set[str]()
    for at, line in enumerate(lines):
        meaning, value = told[at]
        named = ""
        begin = at
        if meaning == _TITLE and not line.bullet and (found := TITLE_ID.match(line.text)) and _is_headed(told, at):
            named, begin = found["id"].casefold(), _with_frame(lines, told, at, starts[-1])
        elif meaning == "ogp_id":
            named = _number(value or (lines[at + 1].text if at + 1 < len(lines) else ""))
            begin = _with_title(told, at, said)
        elif meaning == _TITLE and is_plan_title(line.text) and not _OF_PLANS.isdisjoint(_below(told, at)):
            named, begin = "plan", _with_frame(lines, told, at, starts[-1])
        elif meaning == "title" and "title" in said and said & _SAID and _says_again(told, at):
            named, said = number or "title", set()
            starts.append(at)
        again = bool(said & _SAID) and (meaning == _TITLE or "ogp_id" in said)
        if named and number and (named != number or again) and begin > starts[-1]:
            starts.append(begin)
            said = {each for each, _ in told[begin:at]} - {""}
        number = named or number
        said.add(meaning)
    return [list(lines[first:last]) for first, last in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _meaning(line: Line) -> tuple[str, str]:
    if len(line.text) > TITLE_LONGEST:
        return "", ""
    label, value = label_of(line)
    if label is None:
        return (_TITLE, "") if TITLE_ID.match(line.text) or is_plan_title(line.text) else ("", "")
    return label.meaning, value


def _number(text: str) -> str:
    reading = read_identifier(text, ("OGP",)) if text else None
    return reading.value.casefold() if reading else ""


def _below(told: Sequence[tuple[str, str]], at: int) -> list[str]:
    """Gives what the next labels below a line mean, but for headings, up to the next title."""
    below = [meaning for meaning, _ in told[at + 1 : at + _NEAR] if meaning and meaning not in _ORDER]
    return below[: below.index(_TITLE)][:_SOON] if _TITLE in below else below[:_SOON]


def _is_headed(told: Sequence[tuple[str, str]], at: int) -> bool:
    """Tells whether labels of a commitment, and of no plan, stand below a title."""
    below = _below(told, at)
    return len(below) > 1 and _OF_PLANS.isdisjoint(below)


def _says_again(told: Sequence[tuple[str, str]], at: int) -> bool:
    below = [meaning for meaning, _ in told[at + 1 :] if meaning]
    again = below[: below.index("title")] if "title" in below else below
    return not _SAID.isdisjoint(again)


def _with_frame(lines: Sequence[Line], told: Sequence[tuple[str, str]], at: int, first: int) -> int:
    """Gives where the page of a title begins: with the member above it, and lines of the site."""
    while at > first and (
        told[at - 1][0] == "page" or lines[at - 1].page or not lines[at - 1].text or member_of(lines[at - 1].text)
    ):
        at -= 1
    return at


def _with_title(told: Sequence[tuple[str, str]], at: int, said: set[str]) -> int:
    """Gives where a page begins whose title may stand above the number: at a second title, right above."""
    if "title" not in said:
        return at
    for above in range(at - 1, max(-1, at - _SOON), -1):
        if told[above][0] == "title":
            return above
    return at
