"""Questions of OGP's commitment templates (2011 to 2022) inside running text, and what is said under each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, product
from typing import Final, NamedTuple

from opengov_local.formats.ogp_pages.questions import Question, before_colons, compiled, everyday, questions
from opengov_local.formats.ogp_pages.tables import column_of, milestone_columns
from opengov_local.importing.dates import DateContext, read_date
from opengov_local.importing.words.folding import PLAIN_START

_DATES: Final = DateContext(serials=False)
_CAP = 60_000  # of a text; the longest in OGP's data has 27,816 characters
_QUICK = _CAP // 2  # of texts that a quick look is taken at; with their questions they are shorter than the cap


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


_NUMBER_BEFORE: Final = re.compile(
    r"(?:^[ \t•●-]*\(?\d{1,2}[ \t]*[.)][ \t]*\n?"
    r"|(?:(?<=[.!?;:…)»”]\s)|(?<=definition\s)|(?<=description\s)|(?<=analysis\s))\(?\d{1,2}[ \t]*[.)])[ \t]*\Z",
    re.MULTILINE,
)
"""The number of a question begins a line, or follows a sentence or heading in the line: `2025.` ends an answer."""
_ENDS_LINE: Final = ("", "\n", "\r")
_ON_PAGES: Final = frozenset(("problem", "status_quo", "action"))
_LONGEST_ALONE: Final = 60
_NO_LABEL: Final = tuple(".!?;»؟؛")  # ends of lines, but never of labels
_BEGINNING: Final = re.compile(r"\n|[.;!?)]\s")
"""What stands before the beginning of a line or of a sentence."""


_WRITTEN_OTHERWISE: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
"""Letters that count as plain ones where case does not count."""


def _small(text: str) -> str:
    """Gives a text in small letters, each at its place."""
    if not text.isascii():
        for letter, plain in _WRITTEN_OTHERWISE:
            text = text.replace(letter, plain)
    return text.lower()


def split(text: str) -> list[Section]:
    """Parts a text at the questions and labels of the templates; what stands above the first has no field."""
    looked_at = text[:_CAP]
    small = _small(looked_at)
    begins = [0, *[before.end() for before in _BEGINNING.finditer(small)]]
    found: list[_Found] = []
    one_line = " ".join(small.split())
    for question in dict.fromkeys([question for words, question in questions() if words in one_line]):
        found += _asked(question, small, looked_at, begins)
    found += _labelled(small, looked_at, found)
    found += _tables(looked_at, [one.start for one in found])
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


def may_ask(field: str, text: str) -> bool:
    """Tells at a quick look whether a text may ask for a field; False is certain."""
    one_line = " ".join(_small(text).split())
    return any(words in one_line for words, question in questions() if question.field == field)


class Asked(NamedTuple):
    """Texts of which it is asked whether a question is seen in them.

    Attributes:
        answers: the texts.
        rows: the cells of a table of milestones that stands behind them; without those that hold dates.
    """

    answers: Sequence[str]
    rows: Sequence[Sequence[str]] = ()


def ask_nothing(answers: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bool:
    """Tells at a quick look that no question is seen in texts, whatever other questions stand before and behind them.

    True is certain, False is not: then `split` tells. The arguments are those of `Asked`.
    """
    return not any(asking([Asked(answers, rows)]))


def asking(texts: Iterable[Asked]) -> Iterator[Asked]:
    """Gives those of some texts that do not surely `ask_nothing`, long ones first."""
    short: list[Asked] = []
    for each in texts:
        if sum(map(len, chain(each.answers, *each.rows))) > _QUICK:
            yield each
        else:
            short.append(each)
    yield from _asking_of_many(short)


def _asking_of_many(texts: Sequence[Asked]) -> Iterator[Asked]:
    """Gives those of short texts in which a question may be seen: all are looked at as one, fewer where one may be."""
    if _ask_nothing(texts):
        return
    if len(texts) == 1:
        yield texts[0]
        return
    step = -(-len(texts) // _SHARES)
    for share in range(0, len(texts), step):
        yield from _asking_of_many(texts[share : share + step])


def _ask_nothing(texts: Sequence[Asked]) -> bool:
    """Tells at a quick look that no question is seen in any of some texts."""
    answers = dict.fromkeys(chain.from_iterable([each.answers for each in texts]))
    rows = [*chain.from_iterable([each.rows for each in texts])]
    cells = dict.fromkeys(chain.from_iterable(rows))  # many rows have the same, such as a state
    small = _small("\n".join([*answers, *cells]))
    one_line = " ".join(small.split())
    if "|" in one_line or any(map(one_line.__contains__, _seldom())):
        return False
    colon = ":" in small or "：" in small  # a row that ends so asks with its first cell; else no cell is a line
    if _has_labels(small if colon else _small("\n".join(answers))):
        return False
    if not all(_ENDS_ALONE.match(answer.rstrip()[-2:]) for answer in answers):
        return False
    begins = _headings_begin()
    titles = [cell for cell in cells if cell[-1:] not in _DIGITS]
    if not any(cell[:2] in begins or not PLAIN_START.match(cell) for cell in titles):
        return True
    return "title" not in map(column_of, titles) or not any(
        _is_head([cell for cell in row if cell[-1:] not in _DIGITS]) for row in rows
    )


@cache
def _seldom() -> tuple[str, ...]:
    """Gives words of which one, at the least, is in every question."""
    words = sorted({words for words, _ in questions()}, key=len)
    return tuple(one for at, one in enumerate(words) if not any(shorter in one for shorter in words[:at]))


@cache
def _headings_begin() -> frozenset[str]:
    """Gives how headings of columns of milestones begin: two letters, each small or a capital."""
    letters = (([key[0], key[0].upper()], [key[1], key[1].upper()]) for key in milestone_columns())
    return frozenset("".join(two) for pair in letters for two in product(*pair))


_ENDS_ALONE: Final = re.compile(r"[^\W\d][.!…;»”]|[ء-ي.؟؛][ء-ي.؟؛]")
"""How texts end that no question goes on from, and no number before one."""
_LINE_END: Final = re.compile("\n")
_DIGITS: Final = "0123456789"
"""No heading ends in one."""
_SHARES: Final = 8
"""In how many shares texts are looked at again."""


def _asked(question: Question, small: str, text: str, begins: Sequence[int]) -> Iterator[_Found]:
    """Finds where a question is asked.

    Args:
        question: the question.
        small: the text in small letters.
        text: the text.
        begins: where a line or a sentence may begin in it.
    """
    field, language, where, shape = question
    pattern, done = compiled(shape), 0
    if where == "anywhere":
        for match in pattern.finditer(small):
            number = _NUMBER_BEFORE.search(small, done, match.start())
            done = match.end()
            yield _Found(number.start() if number else match.start(), done, field, language)
        return
    for begin in begins:
        labelled = pattern.match(small, begin) if begin >= done else None
        if labelled is not None:
            done = labelled.end()
            label, rest = (text[slice(*labelled.span(group))] for group in ("label", "rest"))
            colon, after = rest.strip().endswith((":", "：")), text[done : done + 1]
            alone = where == "colon" and not rest.strip() and after in _ENDS_LINE and not label[:1].islower()
            if colon or alone or where == "line" or (where == "label" and _is_label(label, rest, after)):
                yield _Found(labelled.start(), done, field, language, _header(label, rest))


def _has_labels(small: str) -> bool:
    """Tells whether everyday words with a colon begin a line of a text in small letters, or are all of a line."""
    before_colon, alone = everyday()
    if (":" in small or "：" in small) and before_colon.search(small) is not None:
        return True
    lines = small.split("\n")
    return any(alone.fullmatch(line) for line in lines if len(line) < _LONGEST_ALONE and not line.endswith(_NO_LABEL))


def _labelled(small: str, text: str, others: Sequence[_Found]) -> list[_Found]:
    """Finds everyday words that label the lines of a text: "Problem: …", or stand there alone, as on pages of OGP.

    One alone is a word of its text, and so are all of them where a template asks in full, but those of OGP's pages.

    Args:
        small: the text in small letters.
        text: the text.
        others: the questions and labels of the templates in it.
    """
    if not _has_labels(small):
        return []
    begins = [0, *[end.end() for end in _LINE_END.finditer(small)]]
    found = [one for question in before_colons() for one in _asked(question, small, text, begins)]
    if any(text[one.start : one.end].rstrip(" :").endswith("?") for one in others):
        found = [one for one in found if one.field in _ON_PAGES and text[one.start : one.end].rstrip()[-1] not in ":："]
        others = ()
    return _in_one_language(found) if len({one.field for one in (*found, *others)}) > 1 else []


def _in_one_language(found: Sequence[_Found]) -> list[_Found]:
    """Gives each label once, in the language that most labels are in; in none where two languages have it alike."""
    labels = Counter(one.language for one in found)
    likely: dict[int, list[_Found]] = {}
    for one in sorted(found, key=lambda one: (-one.end, -labels[one.language])):
        likely.setdefault(one.start, []).append(one)
    told = ((first, [one.language for one in rest if one.end == first.end]) for first, *rest in likely.values())
    return [
        first._replace(language=None) if any(labels[each] == labels[first.language] for each in others) else first
        for first, others in told
    ]


def _is_label(label: str, rest: str, after: str) -> bool:
    """Tells whether words without a colon are a label: the end of the line follows, or they stand in capitals."""
    return after in _ENDS_LINE or "|" in rest or label.isupper()


def _header(label: str, rest: str) -> tuple[str, ...]:
    """Gives the headings of columns beside a label: in brackets, or parted from it by bars."""
    if "|" not in rest:
        return ()
    cells = tuple(cell.strip() for cell in rest.strip(" :()\t").lstrip("|").split("|"))
    return (" ".join(label.split()), *cells) if rest.strip().startswith("|") else cells


def _tables(text: str, asked: Sequence[int]) -> list[_Found]:
    """Finds tables of milestones that no label announces: a line of known headings, or rows parted by bars.

    One row alone is a milestone where it ends in a date; else its bars are signs of the text.

    Args:
        text: the text.
        asked: where questions begin in it, which are no rows.
    """
    found: list[_Found] = []
    if "|" not in text:
        return found
    before_is_row = False
    begun: _Found | None = None
    for line in re.finditer(r"^.*$", text, re.MULTILINE):
        if not line[0].strip():
            continue
        cells = [cell.strip() for cell in line[0].split("|")]
        if len(cells) > 1 and _is_head(cells):
            found.append(_Found(line.start(), line.end(), "milestones", None, tuple(cells)))
            before_is_row, begun = True, None
        elif len(cells) > 1 and any(line.start() <= start < line.end() for start in asked):
            before_is_row, begun = True, None
        elif len(cells) > 2:
            first = not before_is_row
            begun = _Found(line.start(), line.start(), "milestones", None) if first else begun
            before_is_row = True
            if begun and (not first or read_date(cells[-1], _DATES) is not None):
                found.append(begun)
                begun = None
        else:
            before_is_row = before_is_row and len(cells) > 1
    return found


def _is_head(cells: list[str]) -> bool:
    """Tells whether cells are headings of columns of milestones, that of their title among them."""
    known = [name for cell in cells if (name := column_of(cell))]
    return len(known) > 1 and "title" in known
