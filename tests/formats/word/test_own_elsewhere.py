"""Objects of other files: their kind comes back where the document says it, and is never guessed among several."""

from __future__ import annotations

import pytest

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.naming import ELSEWHERE, NAMELESS
from opengov_local.formats.word.own.own_elsewhere import Elsewhere, elsewhere_in
from opengov_local.model import Package
from opengov_local.model.shape import concepts, shape_of


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_kind_that_one_of_several_can_be_is_said_and_read(language: str) -> None:
    fields = [field.refers for kind in concepts(Package) for field in shape_of(kind).values() if field.refers]
    kinds = {one for refers in fields if len(refers) > 1 for one in refers}
    assert kinds <= {*ELSEWHERE}
    for kind in kinds:
        words = labels()[f"word.elsewhere_{kind}"].texts[language]
        reference = labels()["word.reference"].texts[language]
        said = elsewhere_in(f"{words} ({reference} org.example:m-1)")
        assert said is not None
        assert said.kind == kind


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("key", NAMELESS.values())
def test_what_has_no_words_of_its_own_is_named_by_what_it_is(key: str, language: str) -> None:
    reference = labels()["word.reference"].texts[language]
    said = elsewhere_in(f"{labels()[key].texts[language]} ({reference} org.example:as-1)")
    assert said == Elsewhere("org.example:as-1")
