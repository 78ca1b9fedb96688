"""What a redaction gives: the package that may be published, and what was taken out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from opengov_local.finding import Finding, Location
from opengov_local.model.package import Package

What = Literal["contacts", "private_persons", "unmarked_persons", "names_in_texts", "originals", "user_names"]

_CODES: Final[dict[What, str]] = {
    "contacts": "redact/contact",
    "private_persons": "redact/private-person",
    "unmarked_persons": "redact/unmarked-person",
    "names_in_texts": "redact/name-in-text",
    "originals": "redact/original",
    "user_names": "redact/user-name",
}


@dataclass(frozen=True, slots=True)
class Removal:
    """One place that something was taken out of.

    Attributes:
        pointer: JSON Pointer of the place in the package as it was before.
        what: what stood there: `contacts` (e-mail addresses, telephone numbers), `private_persons`,
            `unmarked_persons` (of whom nobody says in which capacity they are named), `names_in_texts` (the names of
            both in texts and addresses), `originals` (the words of a source), `user_names` (names of users and
            authors in fields outside the model).
        count: how many.
    """

    pointer: str
    what: What
    count: int

    @property
    def finding(self) -> Finding:
        """What is said of it; nothing of what was taken out stands in it."""
        return Finding(_CODES[self.what], "info", Location(self.pointer), {"count": self.count})


@dataclass(frozen=True)
class Redacted:
    """A package that may be published.

    Attributes:
        package: what is left.
        removed: what was taken out.
        kept: what no program can judge and a person should look at: fields outside the model, authors in words.
    """

    package: Package
    removed: tuple[Removal, ...]
    kept: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was taken out and what is to be looked at, as findings."""
        return (*(removal.finding for removal in self.removed), *self.kept)
