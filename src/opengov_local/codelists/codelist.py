"""What a code and a code list are, and the questions one can ask them."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from opengov_local.codelists.folding import fold

DEFAULT_PATTERN = "[a-z][a-z0-9_]*"
CLOSE_ENOUGH = 0.85  # lower, and “not completed” would be a hint to “completed”


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list.

    Attributes:
        code: The value written in documents.
        labels: Language tag (en, fr, ar, zgh) to label; zgh only where it is certain.
        definition: Meaning in English.
        parent: Code implied by this one, in the same list or in the list's `parent_list`; None at the top.
        source: Where the code or its name comes from.
        evidence: How surely the code and its English name stand in the source: `verified` (read there),
            `inferred`, `recalled`, or `own` (defined by this project). Definitions are our own wording.
        since: Version of the data model in which the code appeared.
        deprecated: Version in which the code was withdrawn from new use; None while in use.
        vintage: Years or edition of the scale the code belongs to; None when it has none.
        ogp_code: Number OGP's commitments file uses for this code; None when it has none.
        other_names: Further names met in sources, in any language, used by `CodeList.closest`.
        value_pattern: Regular expression that values of an identifier scheme match in full; None when unknown
            or without meaning.
    """

    code: str
    labels: Mapping[str, str]
    definition: str
    parent: str | None
    source: str
    evidence: str
    since: str
    deprecated: str | None
    vintage: str | None
    ogp_code: int | None
    other_names: tuple[str, ...]
    value_pattern: str | None


@dataclass(frozen=True, slots=True)
class CodeListInfo:
    """One line of the register of lists.

    Attributes:
        name: Name of the list.
        closed: True when a code outside the list is an error; such a list grows only in a major version.
        python_name: Name of the `Literal` type in `opengov_local.model.codes`; empty for open lists.
        code_pattern: Regular expression that every code matches in full.
        parent_list: List in which `Code.parent` is looked up; the list's own name unless another is named.
        titles: Language tag (en, fr, ar) to title.
        description: What the list is for, in English.
        licence: SPDX identifier of the terms of the list.
        source: Where the list as a whole comes from.
        reviewed: True once speakers have reviewed the French and Arabic labels.
    """

    name: str
    closed: bool
    python_name: str
    code_pattern: str
    parent_list: str
    titles: Mapping[str, str]
    description: str
    licence: str
    source: str
    reviewed: bool


@dataclass(frozen=True)
class CodeList:
    """A code list: a read-only container of `Code`, in the order of its CSV file."""

    info: CodeListInfo
    entries: Mapping[str, Code]

    @property
    def name(self) -> str:
        """Name of the list, as in `names()`."""
        return self.info.name

    @property
    def closed(self) -> bool:
        """True when a code outside the list is an error."""
        return self.info.closed

    @property
    def python_name(self) -> str:
        """Name of the generated `Literal` type; empty for open lists."""
        return self.info.python_name

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes in the order of the list."""
        return tuple(self.entries)

    def __contains__(self, code: object) -> bool:
        return code in self.entries

    def __getitem__(self, code: str) -> Code:
        return self.entries[code]

    def __iter__(self) -> Iterator[Code]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def title(self, lang: str = "en") -> str:
        """Returns the title of the list in `lang`, or in English when there is none."""
        return self.info.titles.get(lang) or self.info.titles["en"]

    def label(self, code: str, lang: str = "en", *, default: str | None = None) -> str:
        """Returns the label of `code` in `lang`, or in English when the list has none in `lang`.

        Args:
            code: A code of an open list may be unknown here.
            lang: BCP 47 tag: en, fr, ar or zgh.
            default: Returned for an unknown code; pass the code itself to show it as it is.

        Raises:
            KeyError: The code is unknown and no default was given.
        """
        entry = self.entries.get(code)
        if entry is None:
            if default is None:
                raise KeyError(f"{code!r} is not in the code list {self.name!r}")
            return default
        return entry.labels.get(lang) or entry.labels["en"]

    def parents(self, code: str) -> tuple[str, ...]:
        """Returns the codes that `code` implies within this list, nearest first.

        Raises:
            KeyError: The code is unknown.
        """
        found: list[str] = []
        parent = self.entries[code].parent
        while parent is not None and parent in self.entries:
            found.append(parent)
            parent = self.entries[parent].parent
        return tuple(found)

    def closest(self, text: str) -> str | None:
        """Returns the code whose code, label or other name is nearest to `text`, or None when none is near.

        Meant for "did you mean" hints; it never decides what a source said.
        """
        wanted = fold(text)
        if wanted in self._by_name:
            return self._by_name[wanted]
        near = difflib.get_close_matches(wanted, self._by_name, n=1, cutoff=CLOSE_ENOUGH)
        return self._by_name[near[0]] if near else None

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Folded spelling to code; a label or other name that several codes share points nowhere."""
        owners: dict[str, set[str]] = {}
        for entry in self:
            for text in (*entry.labels.values(), *entry.other_names):
                owners.setdefault(fold(text), set()).add(entry.code)
        labels = {spelling: min(codes) for spelling, codes in owners.items() if len(codes) == 1}
        return labels | {fold(code): code for code in self.entries}
