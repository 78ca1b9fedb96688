"""What a draft says of the values that it could not use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opengov_local.finding import Finding, Location
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.paper.drafts import Draft, marked
from opengov_local.formats.paper.labels import LANGUAGES, wording
from opengov_local.model import Package


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_tells_what_stands_in_the_place_of_a_value_left_out(
    made_up: Callable[..., Package], language: str
) -> None:
    """A date that could not be read prints as if nobody had stated it: the notice names the words that it prints."""
    paper, _ = compose(made_up(), language=language, with_contacts=False, plan=None)
    found = Finding("structure/empty-text", "error", Location())
    notice = marked(paper, Draft(0, (found,))).notices[0]
    assert wording()["word.not_stated"].texts[language] in notice
    assert notice.endswith("1")
