"""Lines that answer several questions, one behind the other: "Animateur : M. X – Rapporteuse : Mme Y".

So do paragraphs whose lines are ended by a line break (Shift+Enter): "Pilote : X⏎Échéance : T4 2024".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.texts.headings import FIRST, level, marker_of
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.formats.wording.words.meaning import LISTS
from opengov_local.formats.wording.words.plan_words import names_plan
from opengov_local.importing.words import fold

_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[;؛|\t]\s*|\s*[,،]\s+|\s+/\s+|[ \u00a0]{2,}|(?<=\w{3})\.\s+")
_STOP = re.compile(r"(?<=\w{3})\.\s*$")
_GAP = re.compile(r"[ \u00a0]{2,}|\t|(?<=\w{3})\.\s")
_END = re.compile(r"[\s–—;؛|,،/-]+$")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|«[^«»]*»")
"""What is never parted."""
_COLONS = (":", "：")
_LABELLED = re.compile(r"\s*[^\W\d_][^:：]{1,60}[:：]\s*\S")
_DASHED = re.compile(r"(?P<label>[^\W\d_][^–—:：=\n]{1,58}?)\s+[–—=-]\s+(?P<value>\S.*)", re.DOTALL)
_ALL_INSIDE = re.compile(r"\s*\((?P<inside>[^()\n]+)\)\.?\s*")
_ASKED = frozenset({"commitment", "milestone", "workshop"})
_NAMES = frozenset({"title", "number_title", "number", "form", "heading", "action", "milestones"})
"""What is asked in words that names and headings begin with too: "Action – publier"."""
_FEWEST, _FEWEST_LABELS = 3, 2
_LONGEST = 400


def one_each(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Gives the blocks of a file with one question a paragraph; those that had several stand in the same place.

    Args:
        blocks: the blocks.
        labels: the labels of the file.
    """
    blocks = _without_periods(_with_colons(blocks, labels), labels)
    return [part for block in blocks for part in (_several(block, labels) if isinstance(block, Paragraph) else [block])]


def _without_periods(blocks: Sequence[Block], labels: Labels) -> Sequence[Block]:
    """Parts the period behind the title of a plan from it: "Plan d'action – Période : 2026-2027"."""
    heads = [part for block in blocks[:FIRST] for part in _title_and_period(block, labels)]
    return [*heads, *blocks[FIRST:]] if len(heads) > len(blocks[:FIRST]) else blocks


def _title_and_period(block: Block, labels: Labels) -> list[Block]:
    """Gives a title, and a line that asks for the period of the plan; any other block as it is."""
    said = _label(block.text, labels) if isinstance(block, Paragraph) and block.list_level is None else None
    if said is None or not said.value or {meaning[:2] for meaning in said.meanings} != {("plan", "period")}:
        return [block]
    title = next((said.label[: at.start()].strip() for at in _BETWEEN.finditer(said.label)), "")
    if not names_plan(title) or not isinstance(block, Paragraph):
        return [block]
    return [replace(block, text=title), replace(block, level=0, style="", number="", marked=False, lead="")]


def _with_colons(blocks: Sequence[Block], labels: Labels) -> Sequence[Block]:
    """Gives the lines of a file that write a dash behind their labels, "Responsable – DSI", a colon in its place.

    One such line may be a name or a sentence; three, of two labels at the least, are no accident.
    """
    found = {at: said for at, block in enumerate(blocks) if (said := _dashed(block, labels)) is not None}
    if len(found) < _FEWEST or len({fold(said["label"]) for said in found.values()}) < _FEWEST_LABELS:
        return blocks
    return [
        replace(block, text=f"{said['label']} : {said['value']}")
        if (said := found.get(at)) is not None and isinstance(block, Paragraph)
        else block
        for at, block in enumerate(blocks)
    ]


def _dashed(block: Block, labels: Labels) -> re.Match[str] | None:
    """Gives a label, and what stands behind the dash or sign of equality that follows it; None for other blocks."""
    said = _DASHED.fullmatch(block.text) if isinstance(block, Paragraph) and not level(block) else None
    asked = labels.meanings(said["label"]) if said is not None else ()
    return said if any(each.concept in _ASKED and each.field not in _NAMES for each in asked) else None


def _several(paragraph: Paragraph, labels: Labels) -> list[Paragraph]:
    paragraph = _with_colon(paragraph, labels)
    lines = _by_lines(paragraph, labels) if "\n" in paragraph.text else [paragraph]
    return [part for line in lines for part in _parted(line, labels)]


def _with_colon(paragraph: Paragraph, labels: Labels) -> Paragraph:
    """Gives a paragraph whose first words alone are bold, a question and a full stop, a colon for that stop.

    One that stands in brackets as a whole, "(Responsable : DSI)", is given without them.
    """
    inside = _ALL_INSIDE.fullmatch(paragraph.text)
    if inside is not None and _label(inside["inside"], labels) is not None:
        return replace(paragraph, text=inside["inside"], lead="")
    lead, rest = paragraph.lead, paragraph.text.removeprefix(paragraph.lead)
    asks = lead.endswith(".") and lead != paragraph.text and rest[:1].isspace() and labels.meanings(lead[:-1].strip())
    return replace(paragraph, text=f"{lead[:-1].strip()}:{rest}", lead="") if asks else paragraph


def _by_lines(paragraph: Paragraph, labels: Labels) -> list[Paragraph]:
    """Parts a paragraph before each of its lines that asks something else; lines between them go on with the answer.

    Its first line must ask something or name an object: other texts may well have a line "Objectif : …" in them. Where
    each line has words before a colon, those that nobody knows are no part of the answer above them either.
    """
    lines = [line for line in paragraph.text.splitlines() if line.strip()]
    first = _label(lines[0], labels)
    if first is None and not _names(replace(paragraph, text=lines[0])):
        return [paragraph]
    seen = {meaning.field for meaning in first.meanings} if first is not None else set()
    asked = [_label(line, labels) for line in lines[1:]]
    each_asks = any(asked) and all(map(_LABELLED.match, lines))
    parts = [[lines[0]]]
    for line, said in zip(lines[1:], asked, strict=True):
        fields = {meaning.field for meaning in said.meanings} if said is not None else set()
        if (said is None and each_asks) or (said is not None and not seen & fields):
            seen |= fields
            parts.append([line])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts]
    return [
        replace(paragraph, text=texts[0]),
        *(replace(paragraph, text=text, level=0, style="", number="", marked=False) for text in texts[1:]),
    ]


def _label(text: str, labels: Labels) -> Labelled | None:
    """Reads the question at the beginning of a line, before a colon; None where there is none."""
    said = labels.read(text)
    return said if said is not None and (said.by or said.label.rstrip()[-1:]) in _COLONS else None


def _names(paragraph: Paragraph) -> bool:
    """Tells whether a line names an object: by its number, or as a heading."""
    marker = marker_of(paragraph, ("axis", "commitment", "milestone"))
    return marker is not None and bool(marker.number or level(paragraph))


def _parted(paragraph: Paragraph, labels: Labels) -> list[Paragraph]:
    text = paragraph.text
    if len(text) > _LONGEST or "\n" in text or sum(map(text.count, _COLONS)) < 2:
        return [paragraph]
    starts = [0, *_starts(text, labels)]
    if len(starts) == 1:
        return [paragraph]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    parts[:-1] = [_STOP.sub("", part) for part in parts[:-1]]
    return [replace(paragraph, text=_END.sub("", part).strip()) for part in parts]


def _starts(text: str, labels: Labels) -> Iterator[int]:
    """Gives where further questions begin, none inside brackets; none do where the first asks for a list."""
    first = _asked(text, labels)
    if first is None or any(meaning.field in LISTS for meaning in first.meanings):
        return
    seen = {meaning.field for meaning in first.meanings}
    covered = _BRACKETS.sub(lambda inside: "x" * len(inside[0]), text)
    for between in _BETWEEN.finditer(covered, len(first.label)):
        said = _asked(text[between.end() :], labels)
        fields = {meaning.field for meaning in said.meanings} if said is not None else set()
        measures = said is not None and "indicators" in seen and any(map(_measures, said.meanings))
        if fields and not seen & fields and not measures:  # measures are of the indicator before them
            seen |= fields
            yield between.end()


def _measures(meaning: Meaning) -> bool:
    """Tells whether a question asks from where to where an indicator goes."""
    return meaning.concept == "indicator" or meaning.field.startswith("measure_")


def _asked(text: str, labels: Labels) -> Labelled | None:
    said = labels.read(text)
    if said is None or _GAP.search(said.label.strip()):  # what stands before these is no part of it
        return None
    return said if said.value and said.by in _COLONS else None
