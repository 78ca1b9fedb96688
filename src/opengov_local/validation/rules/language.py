"""Family language, tags and scripts: texts in another script than their language, and tags that name none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from opengov_local.finding import Parameter
from opengov_local.model import Package
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Node, Path
from opengov_local.validation.iso_codes import iso_codes
from opengov_local.validation.rules.register import Context, Hit, Limit, rule
from opengov_local.validation.texts import LETTERS, count_letters, doubtful, path_of, script_of, some_are_doubtful

_OWN = "opengov_local, tried on real plans"
_NAME_OF_FILE = re.compile(r"[.][0-9]*[A-Za-z][0-9A-Za-z]*\Z")
"""The end of a name of a file, which is in no language: an importer cites what it read."""
_CLDR = "BCP 47; Unicode CLDR 47, usual scripts of languages"


def _is_written_in(text: str, script: str | None, letters: int, share: int) -> str | None:
    """Gives the other script that a text is written in nearly alone; None where it may be in its own."""
    own = count_letters(text, script) if script else 0
    if own * 100 > share * len(text):
        return None  # quickly, for nearly all texts
    counts = {one: count_letters(text, one) for one in LETTERS if one != script}
    other = max(counts, key=lambda one: counts[one])
    most = counts[other]
    is_short = other == "Latn" and not any(word.islower() for word in text.split())  # abbreviations, names, addresses
    return other if most >= letters and not is_short and own * 100 <= share * (own + most) else None


@rule(
    "language/wrong-script",
    "warning",
    source=_CLDR,
    evidence="verified",
    limits={
        "letters": Limit(12, "letters of the other script", "2026-11-23", _OWN, "own"),
        "share": Limit(10, "per cent of letters of its own script", "2026-11-23", _OWN, "own"),
    },
    when=some_are_doubtful,
)
def wrong_script(value: Package, node: Node, context: Context, *, letters: int, share: int) -> Iterator[Hit]:
    """A text nearly all in another script than its language is written in: Arabic under `fr`, French under `ar`."""
    for one in context.once(doubtful):
        expected = script_of(one.language) if one.language else None
        if expected and (found := _is_written_in(one.text, expected, letters, share)):
            yield Hit(one.path, {"language": one.language or "", "script": found, "expected": expected})


_TOLD_BY_SCRIPT = {"Arab": "ar", "Tfng": "zgh", "Grek": "el", "Armn": "hy", "Geor": "ka", "Hebr": "he"}
"""The language that a text in a script most likely is in, here."""


@rule(
    "language/undetermined-language",
    "info",
    source=_CLDR,
    limits={"letters": Limit(4, "letters", "2026-11-23", _OWN, "own")},
    when=some_are_doubtful,
)
def undetermined_language(value: Package, node: Node, context: Context, *, letters: int) -> Iterator[Hit]:
    """A text under `und`, the unknown language, whose script tells its language."""
    for one in context.once(doubtful):
        if one.language == "und" and not ("citations" in one.path and _NAME_OF_FILE.search(one.text)):
            script = _is_written_in(one.text, None, letters, 0)
            if script in _TOLD_BY_SCRIPT:
                yield Hit(one.path, {"script": script, "likely": _TOLD_BY_SCRIPT[script]})


@lru_cache(maxsize=1024)
def _unknown(tag: str) -> dict[str, Parameter] | None:
    """Gives what to say of a tag that names no language, or names one by a code that is not to be used."""
    primary = tag.partition("-")[0]
    known = iso_codes("language").get(primary)
    if known is None:
        return {"tag": tag} if len(primary) == 2 else None
    return {"tag": tag, "suggestion": known.instead + tag[len(primary) :]} if known.instead else None


def _some_are_unknown(context: Context) -> bool:
    survey = context.index.survey
    return any(_unknown(tag) for tag in {*survey.by_language, *survey.tags})


def _named(context: Context) -> Iterator[tuple[Path, str, bool]]:
    """Gives the language tags that stand over texts or in fields: path, tag, whether it is a key."""
    position = {id(node): at for at, node in enumerate(context.index.all)}
    for held in sorted(context.index.survey.maps, key=lambda held: position[id(held[1])]):
        for language in held[0]:
            yield path_of(held, language), language, True
    for node in context.index.all:
        for name, field in shape_of(node.kind).items():
            value = getattr(node.value, name) if field.is_tag else None
            for at, tag in enumerate(value or ()) if field.many else ((None, value),):
                if tag:
                    yield (*node.path, name) if at is None else (*node.path, name, at), tag, False


@rule(
    "language/unknown-language-tag",
    "warning",
    source="BCP 47 and ISO 639",
    evidence="verified",
    when=_some_are_unknown,
)
def unknown_language_tag(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A tag that no language has, or a three-letter code where BCP 47 has two letters; said once for each tag."""
    said: set[str] = set()
    for path, tag, is_key in _named(context):
        if tag not in said and (params := _unknown(tag)):
            said.add(tag)
            yield Hit(path, params, key=is_key)


@rule("language/default-language-unused", "warning", source="shared data model: default_language")
def default_language_unused(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A language to show first in which there is no text at all."""
    wanted = value.default_language
    languages = {tag.partition("-")[0] for tag in context.index.survey.by_language}
    if wanted and languages and wanted.partition("-")[0] not in languages:
        yield Hit(("default_language",), {"language": wanted}, unmentioned=(wanted,))
