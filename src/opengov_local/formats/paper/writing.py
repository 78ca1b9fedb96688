"""The writers of documents: what composes a paper, and what draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from opengov_local.formats.paper.composing import Composed
from opengov_local.formats.paper.content import Paper
from opengov_local.formats.paper.drafts import Draft, marked
from opengov_local.formats.written import Written
from opengov_local.model.package import Package


@dataclass(frozen=True, slots=True)
class PaperWriter:
    """The `write` of a format of documents.

    Attributes:
        compose: puts the document together: takes the package and, by name, the language, what could not be used of a
            draft and what else the format takes.
        draw: draws it.
    """

    compose: Callable[..., Composed]
    draw: Callable[[Paper], bytes]

    def __call__(
        self, package: Package, *, language: str = "fr", draft: Draft | None = None, **options: Any
    ) -> Written:
        """Writes the document of a package; it raises as its `compose`.

        Args:
            package: the package.
            language: language of the document.
            draft: what is missing, where the document is printed before all is there.
            options: what the format takes beside.
        """
        if draft is not None:
            options["unusable"] = draft.unusable
        paper, findings = self.compose(package, language=language, **options)
        return Written(self.draw(paper if draft is None else marked(paper, draft)), findings)
