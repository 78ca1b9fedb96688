"""What a document leaves out, replaces or tidies of a package, counted by the places where it stands in the package."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final, Literal

from opengov_local.finding import Finding
from opengov_local.formats.left_out import PEOPLE, left_out
from opengov_local.formats.paper.known import Known
from opengov_local.privacy.redaction import What

Change = What | Literal["unprintable", "tidied"]
_KINDS: Final[tuple[Change, ...]] = (*PEOPLE, "unprintable", "tidied")
_Place = tuple[int | str, int | str]
"""An object with a tag of its texts, or a line with which of the places it is that it stands in."""


class Changes:
    """Counts each place of a package once, however often a document says what stands there.

    Args:
        known: what is known of the package.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._found: defaultdict[Change, dict[_Place, int]] = defaultdict(dict)
        self._objects: dict[int, object] = {}
        self._uses: Counter[tuple[Change, str]] = Counter()

    def of_object(self, what: Change, value: object, tag: str = "", count: int = 1) -> None:
        """Notes a change of an object of the package, or of a text of it.

        Args:
            what: what was done.
            value: the object, or all versions of the text.
            tag: language of the version.
            count: how much of it was changed.
        """
        self._objects[id(value)] = value  # so that no other gets its id
        self._found[what][id(value), tag] = count

    def of_line(self, what: Change, text: str, count: int = 1) -> None:
        """Notes a change of a line, which is no object: said again it is another place, as long as there are others."""
        self._uses[what, text] += 1
        if (nth := self._uses[what, text]) <= self._known.stands.get(text, nth):
            self._found[what][text, nth] = count

    def counts(self) -> dict[str, int]:
        """Gives how much was changed, by kind."""
        return {what: sum(self._found[what].values()) for what in _KINDS}

    def findings(self) -> tuple[Finding, ...]:
        """Gives what was changed as findings."""
        counts = self.counts()
        found = [*left_out(counts)]
        if replaced := counts["unprintable"]:
            found.append(Finding("export/unprintable-character", "warning", params={"count": replaced}))
        if tidied := counts["tidied"]:
            found.append(Finding("export/text-tidied", "info", params={"count": tidied}))
        return tuple(found)


def together(several: Iterable[Changes], known: Known) -> Changes:
    """Gives the changes of what is one document in several languages: a place that several change counts once."""
    made = Changes(known)
    for each in several:
        for what, places in each._found.items():
            made._found[what].update(places)
    return made
