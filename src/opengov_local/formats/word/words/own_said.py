"""What the words of our own Word files say, and no more: with it they are looked through once they were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from opengov_local import codelists
from opengov_local.formats.known_headings import telling_of
from opengov_local.formats.word.words.own_wording import every_own_label
from opengov_local.importing.said import Telling
from opengov_local.resources import rows_of


def _own() -> Iterator[str]:
    for label in every_own_label():
        yield from label.texts.values()
    for name in codelists.names():
        yield from (text for code in codelists.get(name) for text in code.labels.values())
    for row in rows_of("opengov_local.formats.ogp_pages", "countries.csv"):
        yield from (row[language] for language in ("en", "fr", "ar"))
    yield from (row["form"] for row in rows_of("opengov_local.formats", "civility.csv"))


telling: Final[Telling] = telling_of(_own)
