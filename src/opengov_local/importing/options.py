"""What a user can tell an importer beside the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from typing import Any

from opengov_local.model.identity import mint, minted

UNCLAIMED_PREFIX = "unclaimed"
"""The prefix of ids minted for nobody in particular: the user named no publisher."""


@dataclass(frozen=True)
class ImportOptions:
    """What a user can tell an importer beside the source.

    Attributes:
        id_prefix: the publisher's own prefix, under which new ids are minted.
        base: the tree of an earlier package of the same plan: its ids are kept, and updates join it.
        earlier: the same of one that was read from the very bytes of the source: its ids are kept, and no more.
        words: a council's own words: (kind, folded word) to field, code or currency; kinds are `heading`,
            `status` and `currency`.
        language: language of the texts that are not in Arabic or Tifinagh script; by default that of the headings.
        country: ISO 3166-1 alpha-2 code of the country that the source is from, where it does not say so itself.
        document_date: the day the document was written, for dates such as «28 مارس الجاري».
        with_contacts: whether contact details stay, and what a source says of whom to reach, which importers of what
            others published leave out.
        today: the day of the import.
        mint: makes a new id under a prefix.
    """

    id_prefix: str | None = None
    base: dict[str, Any] | None = None
    earlier: dict[str, Any] | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    language: str | None = None
    country: str | None = None
    document_date: date | None = None
    with_contacts: bool = False
    today: date = field(default_factory=date.today)
    mint: Callable[[str], str] = mint

    def ids(self, prefix: str) -> Iterator[str]:
        """Gives new ids under a prefix, one after the other, without end."""
        return minted(prefix) if self.mint is mint else map(self.mint, repeat(prefix))

    @property
    def kept(self) -> dict[str, Any] | None:
        """The tree of the earlier package whose ids are kept."""
        return self.base if self.base is not None else self.earlier

    @property
    def day(self) -> date:
        """The day by which times are past or to come: that of the document, where it is known."""
        return self.document_date or self.today
