"""What our own documents say of councils, bodies and papers in lines of their own, read back part by part."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Final

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.naming import BROUGHT_IN
from opengov_local.formats.word.docx.own_form import says_none
from opengov_local.formats.word.drafting.whose import collectivity_named
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own import write_things
from opengov_local.formats.word.own.annex import body_named
from opengov_local.formats.word.own.own_contributions import named as contributions_named
from opengov_local.formats.word.own.own_elsewhere import elsewhere
from opengov_local.formats.word.own.own_files import put_named
from opengov_local.formats.word.own.own_parties import concerned, party, seat
from opengov_local.formats.word.own.own_plans import named
from opengov_local.formats.word.texts.passages import Line, Passage, own_items, own_language
from opengov_local.formats.wording.words.own_parts import Parts, code_of, date_of, labelled, path_of, url_of
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name, fold

_BODY: Final = {
    "word.concerns": "collectivities",
    "word.remit": "remit",
    "word.rules": "rules",
    "word.meetings": "meetings",
    "word.established": "established",
    "word.seats": "seats",
}
_CHANGES: Final = {"word.added": "added", "word.removed": "removed", "word.changed": "changed"}


def things(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Reads the objects of a list, one an item, as our own documents say them; tells whether it is such a document."""
    if not writing.own_form:
        return False
    told = list(node.data.get(field, ()))
    for each in own_items(passage):
        there = writing.add(node, field, passage.piece)
        _READERS[field](writing, there, each, label)
        again = next((one for one in told if one.items() <= there.data.items()), None)
        if again is not None:  # the form says above when a plan was submitted, and to whom here
            told = [one for one in told if one is not again]
            node.data[field][:] = [one for one in node.data[field] if one is not again]
            again.clear()
    return True


def grouped(passage: Passage, keys: Collection[str]) -> Iterator[tuple[str, Passage]]:
    """Groups lines by the labels that some of them begin with; those before the first label have the key ""."""
    key, held = "", list[Line]()
    for line in passage.lines:
        said = labelled(line.text, keys)
        if said is None:
            held.append(Line(line.text))
            continue
        if held:
            yield key, passage.of(held)
        key, held = said[0], [Line(said[1])] if said[1] else []
    if held:
        yield key, passage.of(held)


# --- parts of lines


@cache
def _planned() -> re.Pattern[str]:
    said = "|".join(re.escape(text) for text in labels()["word.planned"].texts.values())
    return re.compile(rf"(.*) \((?:{said})\)")


def _planned_for(text: str) -> str | None:
    found = _planned().fullmatch(text)
    return date_of(found[1]) if found else None


def _text(writing: Writing, node: Node, field: str, words: str, passage: Passage) -> None:
    if words:
        write_things.put_text(writing, node, field, passage.of([Line(words)]))


def is_file(text: str) -> bool:
    """Tells whether a line names a file: with an address, a path or the kind of one behind its title."""
    _, *said = Parts(text).said or [""]
    return any(url_of(each) or path_of(each) or code_of_name(each, "attachment_kind") for each in said)


def split_files(passage: Passage) -> tuple[Passage, Passage]:
    """Parts the lines from the label of files, or else from the first that names one, from those above."""
    for number, line in enumerate(passage.lines):
        if said := labelled(line.text, ("word.files",)):
            first = [Line(said[1])] if said[1] else []
            return passage.of(passage.lines[:number]), passage.of([*first, *passage.lines[number + 1 :]])
    at = next((number for number, line in enumerate(passage.lines) if is_file(line.text)), len(passage.lines))
    return passage.of(passage.lines[:at]), passage.of(passage.lines[at:])


def attached(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    """Reads files, one a line, or that there are none."""
    files = [Line(line.text, True) for line in passage.lines if not says_none(line.text)]
    if files:
        write_things.attachments(writing, node, "attachments", passage.of(files), label)
    elif passage.lines:
        writing.put_none(node, "attachments", passage)


# --- the objects


def _submission(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    said = Parts(passage.text)
    for field, value in (
        ("date", said.first(date_of)),
        ("url", said.last(url_of)),
        ("collectivity", said.last(lambda text: collectivity_named(writing, text))),
        ("to", said.whole(code_of("network"))),
    ):
        if value:
            writing.draft.put(node, field, value, passage.piece)
    if said.text:
        writing.keep(node, passage.of([Line(said.text)]), label)


def _head(passage: Passage) -> tuple[Parts, list[Line]]:
    """Parts the line that names an object from those below; it may say that nothing is stated of it."""
    first, *below = passage.lines
    return Parts("" if passage.of([first]).is_nothing else first.text), below


def _adoption(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    said, below = _head(passage)
    for field, value in (
        ("collectivity", said.first(lambda text: collectivity_named(writing, text))),
        ("date", said.first(date_of)),
        ("planned", said.first(_planned_for)),
    ):
        if value:
            writing.draft.put(node, field, value, passage.piece)
    put_named(writing, node, "session_kind", passage, said, said.last)
    for key, held in grouped(passage.of(below), ("word.deliberation",)):
        head, rest = (held.lines[:1], held.lines[1:]) if key else ((), held.lines)
        for line in head:
            writing.draft.put(node, "deliberation", line.text, passage.piece)
        others, files = split_files(passage.of(rest))
        attached(writing, node, files.of([*others.lines, *files.lines]), label)


def _endorsement(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    said, below = _head(passage)
    date = said.last(date_of)
    if date:
        writing.draft.put(node, "date", date, passage.piece)
    if said.text:
        party(writing, writing.add(node, "by", passage.piece), said.text, passage)
    words, files = split_files(passage.of(below))
    _text(writing, node, "statement", words.text, passage)
    attached(writing, node, files, label)


def _linked_plan(writing: Writing, node: Node, passage: Passage, _label: str) -> None:
    said, below = _head(passage)
    url = said.last(url_of)
    if url:
        writing.draft.put(node, "url", url, passage.piece)
    put_named(writing, node, "linked_plan_kind", passage, said, said.first)
    _text(writing, node, "relation", passage.of(below).text, passage)


def _amendment(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    for key, held in grouped(passage, _CHANGES):
        if key:
            refer(writing, node, _CHANGES[key], held, label)
            continue
        said, lines = _head(held)
        date = said.first(date_of)
        if date:
            writing.draft.put(node, "date", date, passage.piece)
        if said.text:
            party(writing, writing.add(node, "decided_by", passage.piece), said.text, passage)
        _text(writing, node, "reason", held.of(lines).text, passage)


def refer(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Reads names of objects of our own document, one a line, when it is read to its end; others are kept."""
    if not writing.own_form:
        return False

    def read() -> None:
        for line in passage.lines:
            brought = contributions_named(writing.draft.root.data, line.text) if BROUGHT_IN in line.text else []
            known = named(writing, line.text, node) or elsewhere(writing, node, field, line.text)
            known = known or (brought[0] if len(brought) == 1 else None)
            if known == node.data.get("id") and node.shapes[field].refers:
                known = None  # nothing continues or precedes itself; an amendment may name any object
            if known is None and node.shapes[field].refers == () and (body := body_named(writing, line.text)):
                known = body[1]
            if known is not None:
                writing.draft.put(node, field, known, passage.piece)
            elif fold(line.text) in _gone():
                writing.draft.ignore(passage.piece, "help")
            else:
                writing.unknown(node, field, passage.of([line]), label)

    writing.last(read)
    return True


def answered(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Refers to the contributions of the document, or of the base, whose words stand there; others are kept, and said.

    The same words may have been brought twice in one place: then nobody can tell which is meant.
    """
    if not writing.own_form:
        return False

    def read() -> None:
        for each in own_items(passage):
            text = " ".join(each.text.split())
            found = contributions_named(writing.draft.root.data, text) or _of_base(writing, text)
            if len(found) == 1:
                writing.draft.put(node, field, found[0], passage.piece)
            elif (known := elsewhere(writing, node, field, own_language(text, "")[1])) is not None:
                writing.draft.put(node, field, known, passage.piece)
            else:
                writing.keep(node, each, label)
                writing.draft.say(
                    "import/contribution-not-here", each.piece, severity="info", node=node, field=field, text=text
                )

    writing.last(read)
    return True


def _of_base(writing: Writing, text: str) -> list[str]:
    found = contributions_named(writing.draft.options.base or {}, text)
    if len(found) == 1:
        known = writing.draft.root.data.setdefault("external_refs", [])
        if not any(each["id"] == found[0] for each in known):
            known.append({"id": found[0], "kind": "contribution"})
    return found


@cache
def _gone() -> frozenset[str]:
    return frozenset(map(fold, labels()["word.gone"].texts.values()))


def _body(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    lines = list(passage.lines)
    if url_of(lines[-1].text):
        writing.draft.put(node, "url", lines.pop().text, passage.piece)
    for key, held in grouped(passage.of(lines), _BODY):
        field = _BODY.get(key, "name")
        if field in ("seats", "collectivities") and says_none(held.text):
            writing.put_none(node, field, held)
        elif field == "seats":
            for line in held.lines:
                seat(writing, writing.add(node, "seats", passage.piece), line.text, passage)
        elif field == "collectivities":
            concerned(writing, node, field, held, label)
        elif field == "established" and (date := date_of(held.text)):
            writing.draft.put(node, field, date, passage.piece)
        else:
            _text(writing, node, field, held.text, passage)


_READERS: Final[Mapping[str, Callable[[Writing, Node, Passage, str], None]]] = {
    "submissions": _submission,
    "adoptions": _adoption,
    "endorsements": _endorsement,
    "linked_plans": _linked_plan,
    "amendments": _amendment,
    "forums": _body,
    "follow_up_committees": _body,
}
FIELDS: Final = frozenset(_READERS)
"""The fields of a plan that stand in such lines."""
