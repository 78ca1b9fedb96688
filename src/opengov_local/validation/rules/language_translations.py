"""Family language, translations: which are missing, which are none, and which nobody has reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opengov_local.finding import Parameter
from opengov_local.model import (
    ActionPlan,
    Axis,
    Commitment,
    Indicator,
    Milestone,
    Package,
    Translation,
)
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Node, Path
from opengov_local.validation.blanks import readable
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_OWN = "opengov_local, tried on real plans"
_SITE = "pages of the network's platform: each stands in Arabic and in French"

_CONCEPTS: tuple[type[Model], ...] = (ActionPlan, Axis, Commitment, Milestone, Indicator)


def texts(node: Node) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Gives the texts by language that an object holds itself, with their steps; each is judged for itself."""
    for name, field in shape_of(node.kind).items():
        if field.kind == "map" and (held := getattr(readable(node.value), name)):
            if field.many:
                yield from (((name, at), one) for at, one in enumerate(held))
            else:
                yield (name,), held


def _primary(text: Mapping[str, str]) -> set[str]:
    return {language.partition("-")[0] for language in text}


def _of_plans(context: Context) -> set[str]:
    """Gives the languages in which there is any text of a plan."""
    held = (text for text, node, _, _ in context.index.survey.maps if node.kind in _CONCEPTS)
    return {language for text in held for language in _primary(text)}


@rule(
    "language/missing-translation",
    "info",
    source=_SITE,
    evidence="inferred",
    concepts=_CONCEPTS,
    profiles=("remacto",),
    limits={"languages": Limit(("ar", "fr"), "languages", "2026-11-23", _SITE, "inferred")},
)
def missing_translation(value: Model, node: Node, context: Context, *, languages: tuple[str, ...]) -> Iterator[Hit]:
    """A text of a plan that lacks one of the languages; where the whole package lacks it, that is said of the plan."""
    used = context.once(_of_plans)
    for language in languages:
        lacking = [(step, text) for step, text in texts(node) if language not in _primary(text)]
        if language not in used:
            lacking = [(step, text) for step, text in lacking if node.kind is ActionPlan and step == ("title",)]
        for step, text in lacking:
            path = (*node.path, *step)
            yield Hit(path, {"language": language, "found": tuple(text)}, depends=((*path, language),))


@rule(
    "language/identical-translations",
    "info",
    source=_OWN,
    profiles=("quality", "remacto"),
    limits={"words": Limit(4, "words", "2026-11-23", _OWN, "own")},
)
def identical_translations(value: Model, node: Node, context: Context, *, words: int) -> Iterator[Hit]:
    """The same words under two languages: one of them is no translation."""
    for step, text in texts(node):
        if len(text) < 2:
            continue
        said: dict[str, str] = {}
        for language, words_of in text.items():
            plain = " ".join(words_of.casefold().split())
            first = said.setdefault(plain, language)
            if first.partition("-")[0] != language.partition("-")[0] and len(plain.split()) >= words:
                yield Hit((*node.path, *step, language), {"language": language, "other": first})


@rule(
    "language/machine-translation-mark",
    "info",
    source="shared data model: translations",
    profiles=("quality", "remacto"),
)
def machine_translation_mark(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A machine's translation that no speaker has reviewed; said at the first text of each language."""
    said: set[str] = set()
    for found in context.index.by_kind.get(Translation, ()):
        translation: Translation = found.value
        if translation.origin != "machine" or translation.reviewed or translation.language in said:
            continue
        said.add(translation.language)
        yield _marked(translation, found, context)


def _marked(translation: Translation, node: Node, context: Context) -> Hit:
    """Marks the text that a translation speaks of; the translation itself where there is none."""
    target = context.index.nodes.get(translation.target)
    params: dict[str, Parameter] = {"language": translation.language}
    if target is None:
        return Hit((*node.path, "reviewed"), params, depends=(translation.target,))
    place = (*target.path, translation.field, translation.language)
    if _said(target, translation.field, translation.language):
        return Hit(place, params)
    return Hit((*node.path, "reviewed"), params, depends=(place, place[:-1]))


def _said(node: Node, field: str, language: str) -> bool | None:
    """Tells whether a field of an object has a text in a language; None where the field is none that holds a text."""
    shape = shape_of(node.kind).get(field)
    if shape is None or shape.kind != "map" or shape.many:
        return None
    return language in (getattr(node.value, field) or {})


@rule("language/translation-without-text", "warning", source="shared data model: translations")
def translation_without_text(translation: Translation, node: Node, context: Context) -> Iterator[Hit]:
    """A note about a translation that is not there."""
    target = context.index.nodes.get(translation.target)
    if target is not None and _said(target, translation.field, translation.language) is False:
        missing: tuple[Path, ...] = (
            (*target.path, translation.field),
            (*target.path, translation.field, translation.language),
        )
        params: dict[str, Parameter] = {"id": translation.target, "field": translation.field}
        yield Hit((*node.path, "field"), {**params, "language": translation.language}, depends=missing)
