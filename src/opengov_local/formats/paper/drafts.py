"""Drafts: what a document says of itself when it was printed before all was there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from opengov_local import messages
from opengov_local.finding import Finding
from opengov_local.formats.paper.content import Paper
from opengov_local.formats.paper.labels import wording

_LISTED: Final = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """What was done to print an incomplete package.

    Attributes:
        gaps: how many values are missing that the package must have.
        left_out: what was found about the values that could not be used.
    """

    gaps: int = 0
    left_out: tuple[Finding, ...] = ()


def marked(paper: Paper, draft: Draft) -> Paper:
    """Marks a paper as a draft: on each page, and in its notices with what is missing."""
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
    return replace(paper, banner=banner, notices=(*said, *paper.notices))


def _found(finding: Finding, language: str) -> str:
    place = messages.place(finding.location, language)
    said = messages.render(finding, language)
    return f"{place} · {said}" if place else said
