"""What every document has around its sheets: banner, footer, notices of what was left out or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from opengov_local.errors import OptionError
from opengov_local.finding import Finding
from opengov_local.formats.left_out import PEOPLE
from opengov_local.formats.paper.annex import annex
from opengov_local.formats.paper.content import Contents, Entry, Line, Paper, Part, Phrase, Sheet, Signatures
from opengov_local.formats.paper.known import Known
from opengov_local.formats.paper.labels import LANGUAGES, Wording
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.node import Path
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan
from opengov_local.model.workshop import Workshop

COUNTED = ("other_language", *PEOPLE, "unprintable")
"""What the scribe counts, each with a notice `note.…`."""

MEETINGS: Final = frozenset({"information_meeting", "co_creation", "public_consultation"})
"""Kinds of workshops that are meetings open to people, before the plan is carried out."""

Composed = tuple[Paper, tuple[Finding, ...]]
"""A paper, and what was left out of it, replaced or shown in another language."""


@dataclass(frozen=True, slots=True)
class Composer:
    """Puts documents of one kind together, each in one language.

    Attributes:
        wording: gives their labels.
        make: makes one with the scribe that is handed in: takes the package and, by name, what is wanted of it.
        brief: whether they say little of a package.
    """

    wording: Callable[[], Wording]
    make: Callable[..., Composed]
    brief: bool = False

    def __call__(
        self,
        package: Package,
        *,
        language: str,
        with_contacts: bool = False,
        unusable: Sequence[Path] = (),
        **wanted: str | None,
    ) -> Composed:
        """Puts the document of a package together.

        Args:
            package: the package.
            language: language of the document: en, fr or ar.
            with_contacts: whether private persons and contact details are written too.
            unusable: the places of what could not be used of the package, where it is a draft.
            wanted: ids of what is wanted alone, by what each is: `plan`, and `commitment` or `workshop` where a
                document is about such; None for all of the package.

        Returns:
            The paper and what was left out, replaced or shown in another language.

        Raises:
            OptionError: the document is not there in this language, or the package has no such object.
            TargetError: the package has nothing that the document is about.
        """
        known = Known(package, with_contacts=with_contacts, unusable=unusable, brief=self.brief)
        scribe = scribe_for(package, language, self.wording(), with_contacts=with_contacts, known=known)
        return self.make(scribe, package, **wanted)


def scribe_for(
    package: Package,
    language: str,
    wording: Wording,
    *,
    with_contacts: bool,
    unusable: Sequence[Path] = (),
    known: Known | None = None,
) -> Scribe:
    """Gives the scribe of a document.

    Args:
        package: the package.
        language: language of the document.
        wording: its labels.
        with_contacts: whether private persons and contact details are written too.
        unusable: the places of what could not be used of it, where it is a draft.
        known: what is known of the package, where it is written in several languages.

    Raises:
        OptionError: documents are not there in this language.
    """
    if language not in LANGUAGES:
        raise OptionError("tool/form-language", name=language, known=tuple(LANGUAGES))
    known = known or Known(package, with_contacts=with_contacts, unusable=unusable)
    return Scribe(package, language, wording, known)


def one_by_one(scribe: Scribe, plans: Iterable[ActionPlan]) -> Iterator[tuple[int, ActionPlan]]:
    """Gives plans with their numbers, each when the words that the scribe writes next speak of it."""
    for number, plan in enumerate(plans, start=1):
        scribe.plan = plan.id
        yield number, plan


def workshops_of(package: Package, plan: ActionPlan) -> tuple[Workshop, ...]:
    """Gives the workshops that name a plan, and of those that name none: those of its collectivities.

    In a package of one plan, all that name none are for this one.
    """
    own, holders = {plan.id, *plan.former_ids}, set(plan.collectivities)
    is_only = len(package.plans) == 1
    return tuple(
        workshop
        for workshop in package.workshops
        if (
            own.intersection(workshop.plans)
            if workshop.plans
            else is_only or holders.intersection(workshop.collectivities)
        )
    )


def with_contents(scribe: Scribe, sheets: Sequence[Sheet], whose: str = "") -> tuple[Sheet, ...]:
    """Puts a table of contents of some chapters at the beginning of the first, and marks where its lines lead.

    Args:
        scribe: who writes the document.
        sheets: the chapters.
        whose: what parts this table of contents from others of the document; "" where there is no other.
    """
    marked = [_marked(sheet) for sheet in sheets]
    entries: list[Entry] = []
    for sheet in marked:
        entries.append(Entry(1, sheet.title, sheet.anchor))
        entries += [Entry(part.level, part.heading or Line((Phrase(part.title),)), part.anchor) for part in sheet.parts]
    key = "part.contents"
    title = scribe.label(key)
    name = f"{title}{scribe.label('mark.colon')}{whose}" if whose else title
    contents = Part(key, title, (Contents(key, tuple(entries), name),))
    return (replace(marked[0], parts=(contents, *marked[0].parts)), *marked[1:])


def _marked(sheet: Sheet) -> Sheet:
    """Marks where the parts of a sheet begin."""
    return replace(sheet, parts=tuple(replace(p, anchor=f"{sheet.anchor}_{n}") for n, p in enumerate(sheet.parts)))


def _with_annex(sheets: Sequence[Sheet], annexes: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Puts annexes behind some sheets, below a single one that nobody signs, and into the last table of contents."""
    alone = len(sheets) == 1 and not any(
        isinstance(each, Signatures) for part in sheets[0].parts for each in part.blocks
    )
    marked = [replace(_marked(each), new_page=not alone) for each in annexes]
    entries = tuple(
        entry
        for sheet in marked
        for entry in (
            Entry(1, sheet.title, sheet.anchor),
            *(Entry(part.level, Line((Phrase(part.title),)), part.anchor) for part in sheet.parts),
        )
    )
    last = max((number for number, sheet in enumerate(sheets) if _contents(sheet)), default=None)
    return (*(_listing(sheet, entries) if number == last else sheet for number, sheet in enumerate(sheets)), *marked)


def _listing(sheet: Sheet, entries: tuple[Entry, ...]) -> Sheet:
    """Adds lines to the table of contents at the beginning of a sheet."""
    contents = _contents(sheet)
    if contents is None:
        return sheet
    first, *others = sheet.parts
    longer = replace(contents, entries=(*contents.entries, *entries))
    return replace(sheet, parts=(replace(first, blocks=(longer, *first.blocks[1:])), *others))


def _contents(sheet: Sheet) -> Contents | None:
    first = sheet.parts[0].blocks[:1] if sheet.parts else ()
    return first[0] if first and isinstance(first[0], Contents) else None


def paper_of(
    scribe: Scribe, package: Package, sheets: Sequence[Sheet], subject: str, notices: Sequence[str] = ()
) -> Composed:
    """Puts the sheets of a document together, when all of them are written.

    Args:
        scribe: who wrote them.
        package: what they are about.
        sheets: the sheets; at least one.
        subject: what kind of document it is, for its properties.
        notices: what to know about the document beside what the scribe counted, in sentences.
    """
    if scribe.plan is not None:
        scribe.plan = ""
    sheets = _with_annex(sheets, annex(scribe))
    counts = scribe.counts()
    paper = Paper(
        language=scribe.language,
        title=sheets[0].title.text,
        subject=subject,
        banner=scribe.label("note.synthetic") if package.synthetic else None,
        footer=scribe.label("note.footer"),
        page=scribe.label("word.page"),
        sheets=tuple(sheets),
        about_title=scribe.label("part.about"),
        notices=(*notices, *(scribe.label(f"note.{what}", count=counts[what]) for what in COUNTED if counts[what])),
        published=package.published_at,
    )
    return paper, scribe.findings()
