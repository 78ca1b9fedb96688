"""The page of codes is the one that the catalogue gives."""

from __future__ import annotations

from opengov_local import messages
from opengov_local.messages.generate import PAGE
from opengov_local.messages.reference import FAMILIES, page


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_every_code_of_its_families() -> None:
    listed = {code for code in messages.codes() if code.partition("/")[0] in FAMILIES}
    assert all(f"`{code}`" in page() for code in listed)
    assert len(listed) > 100
