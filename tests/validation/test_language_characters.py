"""Characters that nobody typed on purpose, each by its own code."""

from __future__ import annotations

import pytest
from tests.validation.parts import FIRST, Tree, commitment, found, ident, package, params, plan

PLACE = f"{FIRST}/action/und"

CHARACTERS: list[tuple[str, str | None]] = [
    ("a\u0007b", "control-character"),
    ("a\u007fb", "control-character"),
    ("a\u0085b", "control-character"),
    ("a\tb\nc\rd", None),
    ("a\u00adb", "invisible-character"),
    ("a\u200bb", "invisible-character"),
    ("a\ufeffb", "invisible-character"),
    ("a\u200db \u200cc", None),
    ("\u200ea\u200f\u061c", None),
    ("\uf0a7 a", "private-character"),
    ("a\ufffdb", "replacement-character"),
    ("rÃ©gion", "misread-encoding"),
    ("lâ€™eau", "misread-encoding"),
    ("NÂ° 3", "misread-encoding"),
    ("Ø§Ù„", "misread-encoding"),
    ("Øre og Ås", None),
    ("AÇÃO", None),
    ("5 € à l’Âge", None),
    ("\ufe8d\ufedf", "presentation-forms"),
    ("\ufdfa \ufdf2 \ufd3e", None),
    ("a<br/>b", "markup"),
    ("a&nbsp;b", "markup"),
    ("a&#233;b", "markup"),
    ("<strong class='x'>a", "markup"),
    ("a < b & c > d", None),
    ("<project> R&D;", None),
    ("a\u202eb\u202c", "direction-controls"),
    ("a\u202db", "direction-controls"),
    ("\u202aa\u202c b", None),
    ("\u2067a\u2069 \u2066b\u2069", None),
    ("\u2067a\u202c", "direction-controls"),
    ("a\u2069", "direction-controls"),
    ("\u202aa\nb\u202c", "direction-controls"),
    ("\u2067a \u202ab\u202c\u2069", None),
]


@pytest.mark.parametrize(("text", "name"), CHARACTERS)
def test_odd_characters(text: str, name: str | None) -> None:
    tree = package(plan(commitment(action={"und": text})))
    said = [pair for pair in found(tree, "language/") if pair[0] != "language/undetermined-language"]
    assert said == ([(f"language/{name}", PLACE)] if name else [])


def test_lines_without_a_language_are_looked_at_and_the_words_of_a_source_are_not() -> None:
    tree: Tree = package(
        plan(commitment(number="1\u200b")),
        sources=[{"extracts": [{"target": ident("co"), "original": "<p>\u200b\uf0b7</p>"}]}],
    )
    assert found(tree, "language/") == [("language/invisible-character", f"{FIRST}/number")]


def test_the_character_is_named() -> None:
    tree = package(plan(commitment(action={"fr": "a\u202eb"})))
    assert params(tree, "language/direction-controls") == [{"character": "U+202E"}]
