"""The running text of a commitment, read by the questions of OGP's templates; what they do not part stays whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.milestones import put_milestones
from opengov_local.formats.ogp_pages.sections import Section, may_ask, split
from opengov_local.formats.ogp_pages.writing import (
    Tongue,
    bodies_named,
    leave_out,
    put_parties,
    put_text,
    says_nothing,
    tongue_of,
)
from opengov_local.importing.dates import DateContext, read_date
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.language import may_be_in
from opengov_local.importing.put_date import put_schedule
from opengov_local.importing.words import fold
from opengov_local.importing.words.bodies import body_key
from opengov_local.privacy.contacts import LEFT_OUT, may_hold_contacts, without_contacts

_TEXTS = frozenset(("problem", "causes", "status_quo", "action", "solution_path", "expected_results", "description",
                    "objectives", "long_term_goal", "additional_information"))  # fmt: skip
_VALUES = frozenset(("access_to_information", "public_accountability", "civic_participation"))
_DATES = DateContext(serials=False)


def put_narrative(draft: Draft, commitment: Node, lines: Sequence[Piece], language: Tongue) -> None:
    """Puts the running text of a commitment into its fields; contacts of officials are left out, unless asked for.

    Args:
        draft: the document in the making.
        commitment: the commitment.
        lines: the lines of the text.
        language: language of the text, where its questions do not tell; or what tells that of each part, whatever
            language the questions are in.
    """
    lines = _without_contacts(draft, commitment, lines)
    text = "\n".join(piece.text for piece in lines)
    sections = split(text)
    if not any(section.field for section in sections):
        above = [piece for piece in lines if not _above(draft, commitment, piece, only_known=True)]
        if above:
            put_text(draft, commitment, "description", above, tongue_of(language, text))
        return
    offsets = [0, *accumulate(len(piece.text) + 1 for piece in lines)][:-1]
    for section in sections:
        for piece in _within(lines, offsets, section.label_start, section.start):
            draft.ignore(piece, "heading")
        body = _within(lines, offsets, section.start, section.end, paragraphs=section.field in _TEXTS | _VALUES)
        if section.field == "contact":
            leave_out(draft, commitment, body, section.label)
        elif body:
            spoken = _spoken(draft, section, body, language)
            _put(draft, commitment, section, body, spoken, _of_each(language, spoken))


def _spoken(draft: Draft, section: Section, body: Sequence[Piece], language: Tongue) -> str | None:
    """Gives the language of what stands under a question: what was asked for, what tells it, that of the question."""
    if callable(language):
        return language("\n".join(piece.text for piece in body))
    return draft.options.language or section.language or language


def _of_each(language: Tongue, spoken: str | None) -> Tongue:
    """Gives the language of each name under a question: that of all of them, unless its letters are of another."""
    if spoken is None or not callable(language):
        return spoken
    return lambda name: spoken if may_be_in(name, spoken) else language(name)


def without_officials(text: str) -> str:
    """Takes contacts out of a running text as `put_narrative` does, and all that stands under a question for them.

    Line ends stay, unless a text with such a question has them of several kinds.
    """
    if not (may_hold_contacts(text) or may_ask("contact", text)):
        return text
    lines = text.splitlines(keepends=True)
    bare = [line.splitlines()[0] for line in lines]
    ends = [line[len(words) :] for line, words in zip(lines, bare, strict=True)]
    bare = [without_contacts(words)[0] for words in bare]
    whole, done, parts = "\n".join(bare), 0, list[str]()
    for section in split(whole):
        body = whole[section.start : section.end].strip()
        if section.field == "contact" and body:
            start = whole.index(body, section.start)
            parts += [whole[done:start], LEFT_OUT]
            done = start + len(body)
    if not parts:
        return "".join(words + end for words, end in zip(bare, ends, strict=True))
    parting = ends[0] if len(set(ends[:-1])) == 1 else "\n"
    return "".join([*parts, whole[done:]]).replace("\n", parting) + ends[-1]


def _without_contacts(draft: Draft, commitment: Node, lines: Sequence[Piece]) -> list[Piece]:
    if draft.options.with_contacts or not may_hold_contacts("\n".join([piece.text for piece in lines])):
        return [*lines]
    kept = []
    for piece in lines:
        text, count = without_contacts(piece.text)
        if count:
            draft.say("import/contact-left-out", piece, severity="info", node=commitment, count=count)
        kept.append(piece._replace(text=text))
    return kept


def _within(
    lines: Sequence[Piece], offsets: Sequence[int], start: int, end: int, *, paragraphs: bool = False
) -> list[Piece]:
    """Gives the parts of the lines that lie between two places of their joined text, blank ones left out.

    Of texts with paragraphs, the first line of a further paragraph begins with a line break.
    """
    found: list[Piece] = []
    parted = ""
    for index in range(max(bisect_right(offsets, start) - 1, 0), len(lines)):
        piece, offset = lines[index], offsets[index]
        if offset >= end:
            break
        part = piece.text[max(start - offset, 0) : end - offset].strip()
        if part:
            found.append(piece._replace(text=parted + part))
        parted = "\n" if paragraphs and found and not part else ""
    return found


def _put(
    draft: Draft, commitment: Node, section: Section, body: list[Piece], language: str | None, each: Tongue
) -> None:
    field = section.field
    if field is None:
        for piece in body:
            if not _above(draft, commitment, piece):
                draft.keep(piece, commitment)
    elif field in _TEXTS:
        put_text(draft, commitment, field, body, language)
    elif field in _VALUES:
        put_why(draft, commitment, field, body, language)
    elif field == "milestones":
        put_milestones(draft, commitment, body, section.header, language=each, context=_DATES)
    elif field in ("lead", "supporting"):
        _bodies(draft, commitment, "leads" if field == "lead" else "supporting", section.label, body, each)
    elif field == "dates" and not _dated(commitment) and len(body) == 1:
        put_schedule(draft, commitment, body[0], _DATES, section.label)
    else:
        for piece in body:
            draft.keep(piece, commitment, label=section.label or None)


def _above(draft: Draft, commitment: Node, piece: Piece, *, only_known: bool = False) -> bool:
    """Deals with a line above the first question: the title again, or the dates; tells whether it is one of them."""
    titles = {fold(title) for title in commitment.data.get("title", {}).values()}
    if fold(piece.text) in titles:
        draft.used(piece, commitment, "title")
        return True
    if only_known:
        return False
    reading = read_date(piece.text, _DATES)
    if reading is None:
        return False
    if not _dated(commitment):
        put_schedule(draft, commitment, piece, _DATES, "dates")
        return True
    start, end = commitment.data.get("start", ""), commitment.data.get("end", "")
    if start.startswith(reading.start or "") and end.startswith(reading.end or reading.start or ""):
        draft.used(piece, commitment, "start")
        return True
    return False


def _dated(commitment: Node) -> bool:
    return not {"start", "end", "schedule"}.isdisjoint(commitment.data)


def _bodies(draft: Draft, commitment: Node, field: str, label: str, body: list[Piece], language: Tongue) -> None:
    """Puts bodies, unless others are known already: then what is the same is accounted for, the rest kept."""
    known = {body_key(name) for party in commitment.data.get(field, ()) for name in party.get("name", {}).values()}
    if not known:
        items = [item for piece in body for item in bodies_named(draft, commitment, piece)]
        put_parties(draft, commitment, field, items, language)
        return
    for piece in body:
        if body_key(piece.text) in known:
            draft.used(piece, commitment, field)
        else:
            draft.keep(piece, commitment, label=label)


def put_why(draft: Draft, commitment: Node, value: str, body: Sequence[Piece], language: str | None) -> None:
    """Puts why a commitment serves an OGP value; a value of which nothing is said is not served."""
    if says_nothing(" ".join(piece.text for piece in body)):
        for piece in body:
            draft.used(piece, commitment, "ogp_values")
        draft.say("import/said-as-absent", body[0], severity="info", node=commitment, field="ogp_values",
                  text=body[0].text)  # fmt: skip
        return
    stated = next((item for item in commitment.data.get("ogp_values", ()) if item.get("value") == value), None)
    if stated is None:
        node = draft.add(commitment, "ogp_values", body[0])
        draft.put(node, "value", value, body[0])
    else:
        node = draft.node_of(stated)
    put_text(draft, node, "why", body, language)
