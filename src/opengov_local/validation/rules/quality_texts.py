"""Family quality, words: texts too short to say anything, placeholders, and leads that are everyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opengov_local.finding import pointer_of
from opengov_local.model import ActionPlan, Axis, Commitment, Milestone, Party
from opengov_local.model.base import Model, field_of
from opengov_local.model.walk import Node, Path
from opengov_local.validation.placeholders import Meaning, first_placeholder
from opengov_local.validation.rules.language_translations import texts
from opengov_local.validation.rules.register import Context, Hit, Limit, rule
from opengov_local.validation.rules.repeats import folded, repeated

_PLANS = "plans of councils: a title stands once"
_PAGES = "pages of opengovpartnership.org: “To be determined later” as a partner"
_OWN = "opengov_local, tried on real plans"
_QUALITY = ("quality",)
_NOTHING: tuple[Meaning, ...] = ("tbd", "filler")
"""Placeholders that say nothing."""
_EXPLAINING = ("problem", "status_quo", "action", "solution_path", "expected_results")


@rule(
    "quality/text-too-short",
    "info",
    source=_OWN,
    profiles=_QUALITY,
    limits={"words": Limit(5, "words", "2026-11-23", _OWN, "own")},
)
def text_too_short(value: Commitment, node: Node, context: Context, *, words: int) -> Iterator[Hit]:
    """A text that should explain something, in too few words to do so."""
    for name in _EXPLAINING:
        text: Mapping[str, str] = getattr(value, name) or {}
        counts = {language: len(said.split()) for language, said in text.items()}
        if counts and max(counts.values()) < words and not _is_placeholder(text):
            language = next(iter(counts))
            yield Hit((*node.path, name, language), {"text": text[language]}, depends=((*node.path, name),))


def _is_placeholder(text: Mapping[str, str]) -> bool:
    return any(first_placeholder(text, meaning, whole=True) for meaning in _NOTHING)


@rule(
    "quality/title-too-long",
    "info",
    source=_OWN,
    profiles=_QUALITY,
    limits={"characters": Limit(200, "characters", "2026-11-23", _OWN, "own")},
)
def title_too_long(
    value: ActionPlan | Axis | Commitment | Milestone, node: Node, context: Context, *, characters: int
) -> Iterator[Hit]:
    """A title that is a paragraph."""
    for language, text in value.title.items():
        if len(text) > characters:
            yield Hit((*node.path, "title", language), {"found": len(text), "limit": characters})


@rule(
    "quality/repeated-text",
    "info",
    source=_OWN,
    profiles=_QUALITY,
    limits={"words": Limit(10, "words", "2026-11-23", _OWN, "own")},
)
def repeated_text(value: ActionPlan, node: Node, context: Context, *, words: int) -> Iterator[Hit]:
    """One text that explains two commitments, or two things about one: it was copied, and says nothing of its own."""
    first: dict[str, Path] = {}
    for position, commitment in enumerate(value.commitments):
        for name in _EXPLAINING:
            for language, text in (getattr(commitment, name) or {}).items():
                plain = " ".join(text.casefold().split())
                path = (*node.path, "commitments", position, name, language)
                earlier = first.setdefault(plain, path)
                if earlier != path and len(plain.split()) >= words:
                    yield Hit(path, {"first": pointer_of(earlier)})


@rule("quality/to-be-determined-partner", "warning", source=_PAGES, evidence="verified", profiles=_QUALITY)
def to_be_determined_partner(value: Party, node: Node, context: Context) -> Iterator[Hit]:
    """A partner or lead of whom it is only said that somebody will be found."""
    if language := first_placeholder(value.name, "tbd", whole=False):
        yield Hit((*node.path, "name", language), {"text": (value.name or {})[language]})


@rule(
    "quality/placeholder-text",
    "warning",
    source=_PAGES,
    evidence="verified",
    concepts=(ActionPlan, Axis, Commitment, Milestone),
    profiles=_QUALITY,
)
def placeholder_text(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """A text in which nothing stands but that something will."""
    for step, text in texts(node):
        for meaning in _NOTHING:
            if language := first_placeholder(text, meaning, whole=True):
                yield Hit((*node.path, *step, language), {"text": text[language]})
                break


@rule(
    "quality/lead-is-everyone",
    "info",
    source=_OWN,
    profiles=_QUALITY,
    limits={"leads": Limit(5, "leads", "2026-11-23", _OWN, "own")},
)
def lead_is_everyone(value: Commitment | Milestone, node: Node, context: Context, *, leads: int) -> Iterator[Hit]:
    """More leads than can lead, or a lead that is everyone."""
    if len(value.leads) > leads:
        yield Hit((*node.path, "leads"), {"found": str(len(value.leads))})
    for position, party in enumerate(value.leads):
        if language := first_placeholder(party.name, "everyone", whole=True):
            path = (*node.path, "leads", position, "name", language)
            yield Hit(path, {"found": (party.name or {})[language]})


@rule("quality/duplicate-title", "info", source=_PLANS, profiles=_QUALITY)
def duplicate_title(value: ActionPlan | Commitment, node: Node, context: Context) -> Iterator[Hit]:
    """Two commitments of one plan, or two milestones of one commitment, that have one title."""
    for name in ("commitments", "milestones", "activities"):
        items = field_of(value, name, ())
        titles = ((at, f"{tag} {folded(text)}") for at, item in enumerate(items) for tag, text in item.title.items())
        said: set[int] = set()
        for position, key, earlier in repeated(items, titles):
            if position not in said:
                said.add(position)
                tag = key.partition(" ")[0]
                first = pointer_of((*node.path, name, earlier))
                yield Hit(
                    (*node.path, name, position, "title", tag), {"title": items[position].title[tag], "first": first}
                )
