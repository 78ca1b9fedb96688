"""The fields of a page: labels with what stands beside or under them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from opengov_local.account import Piece
from opengov_local.formats.ogp_local.asked import asks
from opengov_local.formats.ogp_pages.lines import Line
from opengov_local.formats.ogp_pages.plan_title import is_plan_title, member_of
from opengov_local.formats.ogp_pages.tables import Label, asked_label, labels
from opengov_local.importing.words import fold

TITLE_ID = re.compile(r"^(?P<title>.*\S)\s*\((?P<id>[A-Z]{2,5}\d{4})\)$", re.IGNORECASE | re.DOTALL)
"""The title of a commitment page: the title, and OGP's number in brackets."""

_LOCAL = frozenset(("ogp_id", "title", "problem", "status_quo", "action"))
"""Labels that pages of OGP Local have, and no text of a national template."""
_OF_SITE = frozenset(("ogp_id", "cycle", "submission", "inception_report", "end_report", "irm_report", "verifiability"))
"""Labels that pages of OGP's site have, and no council's own: "Problem" and "Action" stand on many."""
UNKNOWN = "unknown"
"""The meaning of a label that nobody knows."""
_LISTS = frozenset(("lead", "supporting", "policy_area", "sector", "value", "commitments", UNKNOWN))
"""Labels below which names stand, and no running text."""
_AGAIN = frozenset(("value", "policy_area", "sector"))  # stand in the overview and in the form
_LONGEST = 240  # characters of a label; the longest has 150
TITLE_LONGEST = 1000
"""Characters of a line that may be a title."""
_COLON = re.compile(r"\s*[:：]\s*")
_INFORMATION = re.compile(r"\s+i$")
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass
class Field:
    """A label and what stands under it.

    Attributes:
        meaning: what the label means.
        label: its words.
        piece: the line it stands on.
        lines: the lines of its value; the first is that of the label where both stand on one line.
    """

    meaning: str
    label: str
    piece: Piece
    lines: list[Line] = field(default_factory=list)

    def items(self) -> list[Piece]:
        """Gives the lines of the value without bullets and marks."""
        return [line.piece._replace(text=line.text) for line in self.lines]

    def prose(self) -> list[Piece]:
        """Gives the lines of the value as they stand there."""
        return [line.piece._replace(text=line.text) if self._beside(line) else line.piece for line in self.lines]

    def _beside(self, line: Line) -> bool:
        return line.piece.place == self.piece.place


@dataclass
class Page:
    """A page, taken apart.

    Attributes:
        kind: `plan` or `commitment`.
        title: the line of the title.
        member: the line that names the member, above the title.
        fields: labels with their values, in the order of the page.
        headings: lines that only order the page.
        frame: lines of the site, not of the page.
        rest: lines that stand under no label.
        language: language of the labels.
    """

    kind: str = "commitment"
    title: Line | None = None
    member: Line | None = None
    fields: list[Field] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)
    frame: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    language: str | None = None

    @property
    def is_local(self) -> bool:
        """Whether it is a commitment of OGP Local, whose form asks for the problem and the action by themselves."""
        return self.get("problem") is not None and self.get("action") is not None

    @property
    def is_of_site(self) -> bool:
        """Whether it is one of OGP's site: it has a title as pages there have, or a label that only they have."""
        return self.title is not None or any(found.meaning in _OF_SITE for found in self.fields)

    def get(self, meaning: str) -> Field | None:
        """Gives the field of a meaning, if the page has it with a value."""
        return next((found for found in self.fields if found.meaning == meaning and found.lines), None)


def take_apart(lines: list[Line], language: str | None = None) -> Page:
    """Takes a page apart by its labels.

    A label stands on a line of its own or before a colon. Labels of the overview count only above the description,
    and each but once: what looks like a label further down is text.
    """
    page = Page()
    start = _find_title(page, lines)
    spoken: Counter[str] = Counter()
    block, current = "glance", None
    for line in lines[start:]:
        seen = {found.meaning for found in page.fields}
        label, words, value = _label(line, block, seen)
        is_local = page.kind == "plan" or not _LOCAL.isdisjoint(seen)
        if label is None and block == "description" and is_local and not line.bullet and not line.page:
            label, words = asked_label(line.text, page.kind), line.text.rstrip(" :：")
            if label is None and asks(line.text):
                label = Label(UNKNOWN, "", "description")
        if line.page and (label is None or not value):
            page.frame.append(line)
        elif label is None and current is not None and _ends(current, line):
            current = Field(UNKNOWN, line.text.rstrip(" :："), line.piece)
            page.fields.append(current)
        elif label is None:
            (current.lines if current else page.rest).append(line)
        else:
            if label.language:
                spoken[label.language] += 1
            if label.block == "description" or label.meaning == "description_heading":
                block = "description"
            current = _begin(page, line, label, words, value)
    page.language = language or (spoken.most_common(1)[0][0] if spoken else None)
    if page.get("term_end") or page.get("date_submitted") or page.get("plan_end") or page.get("strategic_vision"):
        page.kind = "plan" if not page.get("ogp_id") else "commitment"
    return page


def _ends(current: Field, line: Line) -> bool:
    """Tells whether a line ends a list, as a label that nobody knows does: it has no bullet, and a colon at its end."""
    return current.meaning in _LISTS and not line.bullet and line.text.endswith((":", "："))


def _begin(page: Page, line: Line, label: Label, words: str, value: str) -> Field | None:
    if label.meaning == "page":
        page.frame.append(line)
        return None
    if label.meaning in ("heading", "description_heading") and not value:
        page.headings.append(line)
        return None
    begun = Field(label.meaning, words, line.piece, [line._replace(text=value)] if value else [])
    page.fields.append(begun)
    return begun


def _find_title(page: Page, lines: list[Line]) -> int:
    """Finds the title and what stands above it; gives where the rest begins."""
    for index, line in enumerate(lines):
        if len(line.text) > TITLE_LONGEST:
            continue
        plan_page = is_plan_title(line.text)
        if plan_page or TITLE_ID.match(line.text):
            page.title, page.kind = line, "plan" if plan_page else "commitment"
            for above in lines[:index]:
                if above.text and member_of(above.text) and page.member is None:
                    page.member = above
                else:
                    page.frame.append(above)
            return index + 1
        found, _, value = _label(line, "glance", set())
        if found and found.meaning not in ("page", "heading") and value:
            break
    return 0


def label_of(line: Line) -> tuple[Label | None, str]:
    """Gives the label that a line is or begins with, wherever on a page it stands, and the value beside it."""
    label, _, value = _label(line, "glance", set())
    return label, value


def _label(line: Line, block: str, seen: set[str]) -> tuple[Label | None, str, str]:
    """Gives the label of a line, its words, and the value beside it."""
    if line.bullet or not line.text:
        return None, "", ""
    whole = _INFORMATION.sub("", line.text)
    readings = ((whole, ""), *_parted(line.text))
    for words, value in (reading for reading in readings if len(reading[0]) <= _LONGEST):
        for name in (words, _BRACKETS.sub("", words)):
            for label in labels().get(fold(name), ()):
                here = label.block in (block, "any") or block == "glance"
                again = label.meaning in _AGAIN or label.meaning.endswith("heading")
                if here and (again or label.meaning not in seen):
                    return label, words.rstrip(" :"), value
    return None, "", ""


def _parted(text: str) -> list[tuple[str, str]]:
    colon = _COLON.search(text)
    return [(text[: colon.start()], text[colon.end() :])] if colon else []
