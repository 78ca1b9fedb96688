"""Drafts: what a document says of itself when it was printed before all was there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from msgspec.structs import replace as with_fields

from opengov_local import messages
from opengov_local.finding import Finding
from opengov_local.formats.paper.content import Block, Line, Paper, Part, Phrase, Row
from opengov_local.formats.paper.labels import wording

_LISTED: Final = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """What was done to print an incomplete package.

    Attributes:
        gaps: how many values are missing that the package must have.
        left_out: what was found about the values that could not be used.
        unusable: their fields, each with the object of the package that has it, by `id`; see `Drafted`.
    """

    gaps: int = 0
    left_out: tuple[Finding, ...] = ()
    unusable: frozenset[tuple[int, str]] = frozenset()


def marked(paper: Paper, draft: Draft) -> Paper:
    """Marks a paper as a draft: on each page, in notices with what is missing, in the rows of what cannot be used."""
    labels, language = wording(), paper.language

    def say(key: str, **values: object) -> str:
        return labels[key].texts[language].format(**values)

    said = [say("note.gaps", count=draft.gaps)] if draft.gaps else []
    if draft.left_out:
        said.append(say("note.cuts", count=len(draft.left_out), not_stated=say("word.not_stated")))
        said += [_found(finding, language) for finding in draft.left_out[:_LISTED]]
    if (more := len(draft.left_out) - _LISTED) > 0:
        said.append(say("note.more_cuts", count=more))
    banner = " · ".join(filter(None, (say("note.draft"), paper.banner)))
    paper = replace(paper, banner=banner, notices=(*said, *paper.notices))
    return _with_unusable(paper, draft, f"— {say('note.unusable')}") if draft.unusable else paper


def _with_unusable(paper: Paper, draft: Draft, said: str) -> Paper:
    """Says in rows without an answer that theirs could not be used."""
    answer = (Line((Phrase(said, gap=True),)),)

    def row(block: Block) -> Block:
        lacks = isinstance(block, Row) and not block.stated and _asks_for(block, draft.unusable)
        return with_fields(block, lines=answer) if lacks else block

    def part(each: Part) -> Part:
        return with_fields(each, blocks=tuple(map(row, each.blocks)))

    return replace(paper, sheets=tuple(with_fields(one, parts=tuple(map(part, one.parts))) for one in paper.sheets))


def _asks_for(row: Row, unusable: frozenset[tuple[int, str]]) -> bool:
    """Tells whether a row asks for one of some fields, or for a part of one, which the label names: its start, say."""
    owner, fields = row.of or (0, ())
    name = row.key.partition(".")[2]
    return any((owner, field) in unusable or (owner, f"{field}.{name}") in unusable for field in fields)


def _found(finding: Finding, language: str) -> str:
    place = messages.place(finding.location, language)
    said = messages.render(finding, language)
    return f"{place} · {said}" if place else said
