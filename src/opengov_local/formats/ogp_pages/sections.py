"""Questions of OGP's commitment templates (2011 to 2022) inside running text, and what is said under each."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from opengov_local.formats.ogp_pages.tables import milestone_columns, rows
from opengov_local.importing.words import fold

_CAP = 60_000  # of a text; the longest in OGP's data has 27,816 characters


class Section(NamedTuple):
    """What a text says under one question or label.

    Attributes:
        field: what the question asks for; None for what stands above the first one.
        label: the question as written.
        label_start: where the question begins in the text.
        start: where what is said begins.
        end: where it ends.
        header: for milestones, the headings of the columns, if the label has them.
        language: language of the question.
    """

    field: str | None
    label: str
    label_start: int
    start: int
    end: int
    header: tuple[str, ...] = ()
    language: str | None = None


class _Found(NamedTuple):
    start: int
    end: int
    field: str
    language: str | None
    header: tuple[str, ...] = ()


@cache
def _patterns() -> tuple[tuple[str, str, str, re.Pattern[str]], ...]:
    compiled = []
    for row in rows("sections"):
        words = row["pattern"].replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "['’]")
        number = r"(?:\d{1,2}\s*[.)]\s*)?"
        if row["where"] == "anywhere":
            shape = rf"{number}(?P<label>{words})[ \t]*:?"
        else:
            begin = r"^[ \t•●-]*" if row["where"] == "line" else r"(?:^[ \t•●-]*|(?<=[.;!?)]\s))"
            shape = (
                rf"{begin}{number}(?P<label>\b{words}\b)(?P<rest>[ \t]*(?:\([^)\n]{{0,160}}\)|\|[^\n]*)?[ \t]*[:：]?)"
            )
        compiled.append((row["field"], row["language"], row["where"], re.compile(shape, re.IGNORECASE | re.MULTILINE)))
    return tuple(compiled)


def split(text: str) -> list[Section]:
    """Parts a text at the questions and labels of the templates; what stands above the first has no field."""
    found: list[_Found] = []
    for field, language, where, pattern in _patterns():
        for match in pattern.finditer(text[:_CAP]):
            if where != "label" or _is_label(match, text):
                header = _header(match["label"], match.groupdict().get("rest") or "")
                found.append(_Found(match.start(), match.end(), field, language, header))
    found += _tables(text[:_CAP])
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    ends = [*(one.start for one in kept[1:]), len(text)] if kept else []
    above = text[: kept[0].start] if kept else text
    sections = [Section(None, "", 0, 0, len(above))] if above.strip() else []
    for one, end in zip(kept, ends, strict=True):
        label = " ".join(text[one.start : one.end].split())
        sections.append(Section(one.field, label, one.start, one.end, end, one.header, one.language))
    return sections


def _is_label(match: re.Match[str], text: str) -> bool:
    """Tells whether words are a label: a colon or the end of the line follows, or they stand in capitals."""
    rest = match["rest"].strip()
    at_end = text[match.end() : match.end() + 1] in ("", "\n", "\r")
    return rest.endswith((":", "：")) or at_end or "|" in rest or match["label"].isupper()


def _header(label: str, rest: str) -> tuple[str, ...]:
    """Gives the headings of columns beside a label: in brackets, or parted from it by bars."""
    if "|" not in rest:
        return ()
    cells = tuple(cell.strip() for cell in rest.strip(" :()\t").lstrip("|").split("|"))
    return (" ".join(label.split()), *cells) if rest.strip().startswith("|") else cells


def _tables(text: str) -> list[_Found]:
    """Finds tables of milestones that no label announces: a line of known headings, or rows parted by bars."""
    found = []
    before_is_row = False
    for line in re.finditer(r"^.*$", text, re.MULTILINE):
        cells = [cell.strip() for cell in line[0].split("|")]
        if not line[0].strip():
            continue
        known = [milestone_columns().get(fold(cell)) for cell in cells]
        if len(cells) > 1 and sum(name is not None for name in known) > 1 and "title" in known:
            found.append(_Found(line.start(), line.end(), "milestones", None, tuple(cells)))
            before_is_row = True
        elif len(cells) > 2:
            if not before_is_row:
                found.append(_Found(line.start(), line.start(), "milestones", None))
            before_is_row = True
        else:
            before_is_row = before_is_row and len(cells) > 1
    return found
