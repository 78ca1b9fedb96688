"""The labels of our own assessment forms: they mean something in these forms only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from opengov_local.formats.paper.labels import wording
from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.wording.labels.labels import Meaning
from opengov_local.formats.wording.words.own_wording import APART
from opengov_local.importing.words import fold

_OF_COMMITMENTS: Final = frozenset({"ogp_local_end_of_commitment"})
"""The instruments whose forms are about one commitment."""
_RENAMED: Final = MappingProxyType(
    {
        "assessment.member": ("plan", "collectivity"),
        "assessment.plan": ("plan", "title"),
        "assessment.monitoring_body": ("plan", "monitoring_bodies"),
        "section.learning": ("assessment", "summary"),
        "section.lessons": ("assessment", "lessons"),
        "learning.number": ("commitment", "number"),
        "learning.title": ("commitment", "title"),
        "learning.status": ("commitment", "status"),
        "learning.milestones": ("commitment", "told"),
        "learning.completion": ("commitment", "ended"),
    }
)
"""Keys of labels whose field is named otherwise."""
_CONCEPTS: Final = frozenset({"assessment", "criterion", "answer", "practice", "commitment"})


@cache
def assessment_labels() -> Mapping[str, tuple[Meaning, ...]]:
    """Gives what each label of the forms means, by folded label."""
    found: dict[str, dict[Meaning, None]] = {}
    for key, label in wording(*APART).items():
        meaning = _meaning_of(key) if key not in wording() else None
        for language, text in label.texts.items() if meaning else ():
            concept, field = meaning or ("", "")
            found.setdefault(fold(text), {})[Meaning(concept, field, language)] = None
    return MappingProxyType({key: tuple(meanings) for key, meanings in found.items()})


@cache
def instruments() -> Mapping[str, str]:
    """Gives the instrument of each form, by the folded words that stand above its sheets."""
    titles = [(key.partition(".")[2], label) for key, label in wording(*APART).items() if key.startswith("form.")]
    return MappingProxyType({fold(text): name for name, label in titles for text in label.texts.values()})


def labels_of(blocks: Iterable[Block]) -> Mapping[str, tuple[Meaning, ...]]:
    """Gives these labels for a file that is such a form; none for any other."""
    texts = (block.text for block in blocks if isinstance(block, Paragraph) and block.style == "subtitle")
    return assessment_labels() if any(fold(text) in instruments() for text in texts) else {}


def _meaning_of(key: str) -> tuple[str, str] | None:
    concept, _, field = key.partition(".")
    if key in _RENAMED:
        return _RENAMED[key]
    if concept == "form":
        return ("commitment" if field in _OF_COMMITMENTS else "plan", "form")
    if concept in ("part", "section"):
        return ("plan", "heading")
    return (concept, field) if concept in _CONCEPTS else None
