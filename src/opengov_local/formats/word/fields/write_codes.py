"""Fields of codes and numbers: values, policy areas, goals, states, percentages, identifiers."""

from __future__ import annotations

import re

from opengov_local.formats.tables.columns.counts import is_count
from opengov_local.formats.value_questions import ASKS_WHY
from opengov_local.formats.word.docx.own_form import OwnStatus, own_status
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.annex import body_named
from opengov_local.formats.word.own.own_parties import party
from opengov_local.formats.word.texts.passages import Line, Passage, bare, numbered, unmarked
from opengov_local.formats.word.texts.ticks import ticked
from opengov_local.formats.wording.headings.how_many import asks_what_is_done
from opengov_local.formats.wording.words.own_parts import code_of
from opengov_local.importing.draft import Node
from opengov_local.importing.said import UNMAPPED
from opengov_local.importing.words import (
    IdentifierReading,
    PercentReading,
    code_of_name,
    fold,
    read_codes,
    read_identifier,
    read_percent,
    read_remarked,
    read_sdgs,
    read_status,
    status_unknown,
)
from opengov_local.model.plan import ActionPlan
from opengov_local.model.shape import shape_of

_OWN_CODE = re.compile("x_[a-z0-9_]+")
_SIGNED = re.compile("[%٪]")
_ODD = re.compile(r"(?=.*\d)[^.\n]{1,24}")
"""A number of OGP's that is not written as OGP does."""


def codes(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts codes of an open list; words that the list does not know are kept."""
    codelist = shape_of(node.model)[field].open_list or ""
    return _codes(writing, node, field, passage, label, codelist)


def code(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts the one code of an open list."""
    found = code_of_name(passage.text, shape_of(node.model)[field].open_list or "")
    return found is not None and writing.draft.put(node, field, found, passage.piece)


def ogp_values(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts OGP values."""
    return _codes(writing, node, field, passage, label, "ogp_value")


def _codes(writing: Writing, node: Node, field: str, passage: Passage, label: str, codelist: str) -> bool:
    text = ticked(passage.lines) or passage.text
    reading = read_codes("\n".join(bare(line) for line in text.splitlines()), codelist)
    for code in reading.codes:
        if codelist == "ogp_value":
            _value(writing, node, code, passage)
        elif code not in node.data.get(field, []):
            writing.draft.put(node, field, code, passage.piece)
    writing.say(
        (note for note in reading.notes if not _is_own_code(writing, str(note.params.get("text", "")), codelist)),
        passage.piece,
        node,
        field,
        label=label,
    )
    for words in reading.rest:
        if not _is_own_code(writing, words, codelist):
            writing.draft.keep(passage.piece._replace(text=words), node, label=label)
        elif codelist == "ogp_value":
            _value(writing, node, words, passage)
        else:
            writing.draft.put(node, field, words, passage.piece)
    return True


def _is_own_code(writing: Writing, text: str, codelist: str) -> bool:
    """Tells whether words are a code of one's own; our own forms print any that a list does not know as it stands."""
    return bool(_OWN_CODE.fullmatch(text) or (writing.own_form and code_of(codelist)(text) == text))


def _value(writing: Writing, node: Node, code: str, passage: Passage) -> Node:
    """Gives the entry of an OGP value, made where it is not there."""
    for known in node.data.get("ogp_values", []):
        if known.get("value") == code:
            writing.draft.used(passage.piece, node, "ogp_values.value")
            return writing.node_of(known)
    there = writing.add(node, "ogp_values", passage.piece)
    writing.draft.put(there, "value", code, passage.piece)
    return there


def reason(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts why a commitment serves the value that the question asks about."""
    there = _value(writing, node, ASKS_WHY[field], passage)
    for language, words in writing.texts(passage):
        writing.draft.put(there, "why", words, passage.piece, language=language)
    return True


def reasons(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts why a commitment serves OGP values, where each line or its beginning names the value it speaks of.

    The reason of a value that was not read stays with that, unread: it is of no other value.
    """
    named = read_codes(passage.text, "ogp_value")
    if named.codes and not named.rest:
        return ogp_values(writing, node, "ogp_values", passage, label)
    unread = {fold(each["text"]) for each in node.data.get(UNMAPPED, ())}
    of_items = writing.own_form and sum(line.item for line in passage.lines) > 1
    parts: list[tuple[str, list[str]]] = []
    for line in passage.lines:
        head, _, rest = bare(line.text).partition(":")
        if of_items and not line.item and parts:
            parts[-1][1].append(line.text)
            continue
        found = read_codes(head.strip(), "ogp_value")
        own = _is_own_code(writing, head.strip(), "ogp_value")
        if own or (len(found.codes) == 1 and not found.rest):
            parts.append((head.strip() if own else found.codes[0], [rest.strip()] if rest.strip() else []))
        elif of_items or fold(head.strip()) in unread:
            parts.append(("", [line.text]))
        elif parts:
            parts[-1][1].append(line.text)
        else:
            return _reason_of_all(writing, node, passage, label)
    for code, lines in parts:
        words_of = passage.of(map(Line, lines))
        if not code:
            writing.keep(node, words_of, label)
            _unknown_value(writing, node, words_of, label)
            continue
        there = _value(writing, node, code, passage)
        for language, words in writing.texts(words_of) if lines else ():
            writing.draft.put(there, "why", words, passage.piece, language=language)
    return True


def _unknown_value(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    text, codelist = passage.text, "ogp_value"
    writing.draft.say("import/code-unknown", passage.piece, node=node, heading=label, text=text, list=codelist)


def _reason_of_all(writing: Writing, node: Node, passage: Passage, label: str) -> bool:
    """Puts a reason that names no value to the values that have none so far, and says so where these are several.

    Where there are none, nobody can tell which it is the reason of, which is said.
    """
    served = [each for each in node.data.get("ogp_values", []) if "why" not in each]
    for each in served:
        for language, words in writing.texts(passage):
            writing.draft.put(writing.node_of(each), "why", words, passage.piece, language=language)
    if len(served) > 1:
        said = ", ".join(each["value"] for each in served)
        writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=node, field="ogp_values.why", value=said
        )
    if not served and not passage.is_nothing:
        _unknown_value(writing, node, passage, label)
    return bool(served)


def sdgs(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts Sustainable Development Goals."""
    reading = read_sdgs(passage.text)
    writing.say(reading.notes, passage.piece, node, field, label=label)
    for goal in reading.goals:
        writing.draft.put(node, "sdgs", goal, passage.piece)
    for words in reading.rest if reading.goals else ():
        writing.draft.keep(passage.piece._replace(text=words), node, label=label)
    return bool(reading.goals)


def status(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts how far something is, with the word for it; a percentage below it, or alone, is its progress."""
    lines = [line.text for line in passage.lines]
    alone = len(lines) == 1 and "progress" in node.shapes and _SIGNED.search(lines[0]) is not None
    percent = read_percent(lines[-1]) if alone or len(lines) > 1 else PercentReading()
    text = ticked(passage.lines) or "\n".join(lines if percent.value is None else lines[:-1])
    if percent.value is not None:
        writing.say(percent.notes, passage.piece, node, "progress")
        writing.draft.put(node, "progress", percent.value, passage.piece)
        if not text:
            return True
    own = own_status(text, ours=writing.own_form)
    if node.model is ActionPlan:
        return _declared(writing, node, "status", "plan_status", own, passage)
    reading = read_remarked(own.word, words=writing.words)
    if reading is None:
        writing.say([status_unknown(text)], passage.piece, node, "status")
        return False
    writing.say(reading.notes, passage.piece, node, "status")
    writing.draft.put(node, "status.code", reading.code, passage.piece)
    if reading.progress is not None and "progress" in node.shapes:
        writing.draft.put(node, "progress", reading.progress, passage.piece)
    as_printed = writing.own_form and code_of_name(own.word, "status") == reading.code
    if own.original or (fold(own.word) == fold(text) and not as_printed):
        writing.draft.put(node, "status.original", own.original or reading.original, passage.piece)
    if own.as_of:
        writing.draft.put(node, "status.as_of", own.as_of, passage.piece)
    _declared_by(writing, node, "status", own, passage)
    return True


def completion(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts how far something is on OGP's own scale."""
    text = ticked(passage.lines)
    if text == "":
        for piece in passage.pieces:
            writing.draft.ignore(piece, "help")
        return True
    said = " ".join((text or passage.text).split())
    own = own_status(said, ours=True)
    if writing.own_form and _declared(writing, node, "completion", "ogp_completion", own, passage):
        return True
    reading = read_status(said, words=writing.words)
    code = code_of_name(said, "ogp_completion") or (reading.completion if reading else None)
    if code is None:
        return "status" not in node.data and status(writing, node, "status", passage, label)
    writing.draft.put(node, "completion.code", code, passage.piece)
    writing.draft.put(node, "completion.original", said, passage.piece)
    return True


def _declared(writing: Writing, node: Node, field: str, scale: str, own: OwnStatus, passage: Passage) -> bool:
    """Puts a state of a scale as our form writes it: `Substantiel, 30 juin 2026, Université`; tells whether it is one.

    Beside its code may stand the original word, as of when it is so, and who says it.
    """
    code = code_of_name(own.word, scale)
    if code is None:
        return False
    for name, value in (("code", code), ("original", own.original), ("as_of", own.as_of)):
        if value:
            writing.draft.put(node, f"{field}.{name}", value, passage.piece)
    _declared_by(writing, node, field, own, passage)
    return True


def _declared_by(writing: Writing, node: Node, field: str, own: OwnStatus, passage: Passage) -> None:
    if own.by:
        party(writing, writing.add(writing.add(node, field, passage.piece), "by", passage.piece), own.by, passage)


def progress(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Puts how much is done, in percent; a word for a state that stands in its place is the state.

    A whole number under "Réalisé" alone counts what was done.
    """
    if not writing.own_form and asks_what_is_done(label) and is_count(passage.text):
        writing.draft.say("import/counts-no-titles", passage.piece, severity="info", node=node, heading=label)
        return False
    reading = read_percent(passage.text)
    if reading.value is None and _tells_state(writing, node, passage):
        return status(writing, node, "status", passage, label)
    writing.say(reading.notes, passage.piece, node, "progress")
    if reading.value is None:
        return False
    writing.draft.put(node, "progress", reading.value, passage.piece)
    return True


def _tells_state(writing: Writing, node: Node, passage: Passage) -> bool:
    """Tells whether an answer is the word for a state of an object that has none so far: "Avancement : en cours"."""
    if "status" not in node.shapes or "status" in node.data or node.model is ActionPlan:
        return False
    return read_remarked(ticked(passage.lines) or passage.text, words=writing.words) is not None


def identifiers(writing: Writing, node: Node, field: str, passage: Passage, _label: str) -> bool:
    """Puts official numbers; a text with words that are none is kept.

    Our forms print OGP's as they were given: a short one with a digit that OGP would not write so is one, too.
    """
    there = False
    of_ogp = writing.own_form and field == "ids"
    for line in passage.lines:
        head, colon, rest = bare(line.text).partition(":")
        scheme = _scheme(writing, unmarked(head).strip()) if colon else None
        if scheme and rest.strip():
            there |= _number(writing, node, scheme, rest.strip(), passage)
            continue
        number, dash, holder = bare(line.text).partition(" — ")
        if writing.own_form and dash and (found := read_identifier(number)) is not None:
            there |= _number_of(writing, node, found, holder, passage)
            continue
        text = numbered(bare(line.text))[1] if "." in line.text else bare(line.text)
        read = [identifier(writing, node, item, passage) for item in re.split(r"[,;،\s]+", text)]
        odd = of_ogp and not any(read) and _ODD.fullmatch(bare(line.text)) is not None
        there |= any(read) or (odd and _number(writing, node, "OGP", bare(line.text), passage))
    return there


def _scheme(writing: Writing, words: str) -> str | None:
    """Gives who numbers: a code of the list by its label or, in a form of our own, one of a publisher's own."""
    own = words if writing.own_form and _OWN_CODE.fullmatch(words) else None
    return code_of_name(words, "identifier_scheme") or own


def identifier(writing: Writing, node: Node, text: str, passage: Passage) -> bool:
    """Puts one official number, once; tells whether the text is one."""
    found = read_identifier(text)
    if found is None:
        return False
    return _number(writing, node, found.scheme, found.value, passage)


def _number(writing: Writing, node: Node, scheme: str, value: str, passage: Passage) -> bool:
    if any(
        each["value"].lower() == value.lower() and not (writing.own_form and each["scheme"] != scheme)
        for each in node.data.get("identifiers", [])
    ):
        writing.draft.used(passage.piece, node, "identifiers.value")
        return True
    there = writing.add(node, "identifiers", passage.piece)
    writing.draft.put(there, "scheme", scheme, passage.piece)
    writing.draft.put(there, "value", value, passage.piece)
    number, dash, holder = value.rpartition(" — ")
    if writing.own_form and dash:
        writing.later(lambda: _held_by(writing, there, number, holder, passage))
    return True


def _number_of(writing: Writing, node: Node, found: IdentifierReading, holder: str, passage: Passage) -> bool:
    """Puts an official number and whose it is; one that a list named before without that gets it."""
    said = (found.value, found.scheme)
    known = next((each for each in node.data.get("identifiers", []) if (each["value"], each["scheme"]) == said), None)
    if known is None:
        return _number(writing, node, found.scheme, f"{found.value} — {holder}", passage)
    there = writing.node_of(known)
    writing.later(lambda: _held_by(writing, there, found.value, holder, passage))
    return True


def _held_by(writing: Writing, there: Node, number: str, name: str, passage: Passage) -> None:
    """Parts a number from the body of the document that stands behind it; other words stay with the number."""
    known = body_named(writing, unmarked(name)) or body_named(writing, name)
    if known is not None:
        there.data["value"] = number.strip()
        writing.draft.put(there, "holder", known[1], passage.piece)
