"""Writing what a page or row says into a draft: texts, bodies, codes, statuses, milestones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from opengov_local import codelists
from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.lines import Line
from opengov_local.formats.ogp_pages.tables import site_words
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold
from opengov_local.importing.words.bodies import body_key
from opengov_local.importing.words.codes import read_codes
from opengov_local.importing.words.folding import like_beginnings
from opengov_local.importing.words.lists import read_list
from opengov_local.importing.words.note import Note
from opengov_local.importing.words.status import read_status, status_unknown
from opengov_local.privacy.contacts import LEFT_OUT, without_contacts
from opengov_local.privacy.keys import private_key

NOTHING = frozenset(("na", "n a", "not applicable", "not available", "none", "non disponible", "no disponible",
                     "sans objet", "no aplica", "pas disponible", "nil", "nul", fold("néant"), "aucun", "aucune",
                     fold("rien à signaler"), "ninguno", "ninguna", "sin novedad", "nothing to report",
                     fold("لا شيء"), fold("لا شيء يذكر"), fold("غير متوفر")))  # fmt: skip
"""Folded words that say that there is nothing to say."""
_MAY_SAY_NOTHING = like_beginnings(NOTHING)


Tongue = str | Callable[[str], str] | None
"""The language of texts, or what tells that of each."""


def tongue_of(language: Tongue, text: str) -> str | None:
    """Gives the language of a text."""
    return language(text) if callable(language) else language


def says_nothing(text: str) -> bool:
    """Tells whether a text only says that there is nothing to say."""
    return _MAY_SAY_NOTHING.match(text) is not None and fold(text) in NOTHING


def tell(draft: Draft, notes: Iterable[Note], piece: Piece, node: Node, heading: str) -> None:
    """Makes findings of what a reader of words noted."""
    draft.say_notes(notes, piece, node=node, heading=heading)


def public(draft: Draft, node: Node, lines: Sequence[Line]) -> list[Line]:
    """Takes contacts out of lines, unless they are asked for, and says so of each line that has one."""
    if draft.options.with_contacts:
        return [*lines]
    found = []
    for line in lines:
        text, count = without_contacts(line.text)
        if count:
            draft.say("import/contact-left-out", line.piece, severity="info", node=node, count=count)
            line = line._replace(text=text, piece=line.piece._replace(text=without_contacts(line.piece.text)[0]))  # noqa: PLW2901
        found.append(line)
    return found


def leave_out(draft: Draft, node: Node | None, pieces: Sequence[Piece], label: str = "") -> None:
    """Leaves out what stands under a question for contacts: persons and their numbers; says so.

    Where contacts are asked for it is kept, under a label that says what it is: what is for the public has none of it.
    """
    told = [piece for piece in pieces if piece.text != LEFT_OUT]
    kept = told if draft.options.with_contacts else []
    for piece in kept:
        draft.keep(piece, node, label=label if private_key(label) else "contact")
    for piece in pieces if not kept else [each for each in pieces if each.text == LEFT_OUT]:
        draft.ignore(piece._replace(text=LEFT_OUT, value=None), "help")
    if told and not kept:
        draft.say("import/contact-left-out", pieces[0], severity="info", node=node, count=len(pieces))


def put_text(draft: Draft, node: Node, field: str, pieces: Sequence[Piece], language: str | None) -> None:
    """Puts lines of text as one: the first piece carries it, the others are accounted for with it."""
    whole = "\n".join(piece.text for piece in pieces)
    if says_nothing(whole):
        draft.say("import/said-as-absent", pieces[0], severity="info", node=node, field=field, text=whole)
        for piece in pieces:
            draft.used(piece, node, field)
        return
    if draft.put(node, field, whole, pieces[0]._replace(text=whole), language=language):
        for piece in pieces[1:]:
            draft.used(piece, node, field)
    else:
        for piece in pieces[1:]:
            draft.keep(piece, node, label=field)


def bodies_named(draft: Draft, node: Node, piece: Piece) -> list[Piece]:
    """Gives the bodies that a text names between semicolons or line by line, and says where that is uncertain."""
    reading = read_list(piece.text, commas="never")
    tell(draft, reading.notes, piece, node, "")
    return [piece._replace(text=item) for item in reading.items]


def put_parties(draft: Draft, node: Node, field: str, items: Iterable[Piece], language: Tongue) -> None:
    """Puts bodies by name, each once in whatever spelling; what is named again is accounted for and said."""
    named = {body_key(name): 1 for party in node.data.get(field, ()) for name in party.get("name", {}).values()}
    for piece in items:
        key = body_key(piece.text)
        if says_nothing(piece.text):
            draft.used(piece, node, field)
        elif key in named:
            named[key] += 1
            draft.used(piece, node, field)
            draft.say("import/named-again", piece, severity="info", node=node, field=field, name=piece.text)
        else:
            named[key] = 1
            name = tongue_of(language, piece.text)
            draft.put(draft.add(node, field, piece), "name", piece.text, piece, language=name)


def put_codes(draft: Draft, node: Node, field: str, list_name: str, pieces: Iterable[Piece], label: str) -> None:
    """Puts the codes that pieces name; what names none is kept beside the object."""
    for piece in pieces:
        reading = read_codes(piece.text, list_name, words=site_words())
        for code in reading.codes:
            add_code(draft, node, field, code, piece)
        for rest in reading.rest:
            draft.keep(piece._replace(text=rest), node, label=label)
        tell(draft, reading.notes, piece, node, label)


def add_code(draft: Draft, node: Node, field: str, code: str, piece: Piece) -> None:
    """Adds one code to a list, once; an OGP value becomes an object, for a "why" may join it."""
    if field == "ogp_values":
        if any(item.get("value") == code for item in node.data.get(field, ())):
            draft.used(piece, node, field)
        else:
            draft.put(draft.add(node, field, piece), "value", code, piece)
    elif code in node.data.get(field, ()):
        draft.used(piece, node, field)
    else:
        draft.put(node, field, code, piece)


def put_parents(draft: Draft, node: Node, piece: Piece) -> None:
    """Adds the policy areas that those of a commitment imply, and says so."""
    known = codelists.get("policy_area")
    stated = list(node.data.get("policy_areas", ()))
    implied = dict.fromkeys(parent for code in stated if code in known for parent in known.parents(code))
    for code in implied:
        if code not in stated:
            draft.put(node, "policy_areas", code, piece)
            draft.say("import/assumed", piece, severity="info", node=node, field="policy_areas", value=code)


def put_status(draft: Draft, node: Node, piece: Piece, label: str) -> None:
    """Puts a status and its word; an unknown word is kept beside the object."""
    reading = read_status(piece.text, words=draft.options.words)
    if reading is None:
        tell(draft, (status_unknown(piece.text),), piece, node, label)
        draft.keep(piece, node, label=label)
        return
    draft.put(node, "status.code", reading.code, piece)
    draft.put(node, "status.original", reading.original, piece)
    if reading.progress is not None and "progress" in node.shapes:
        draft.put(node, "progress", reading.progress, piece)
    tell(draft, reading.notes, piece, node, label)


def add_identifier(draft: Draft, node: Node, scheme: str, value: str, piece: Piece) -> None:
    """Adds an official number, once."""
    for known in node.data.get("identifiers", ()):
        if known["scheme"] == scheme and known["value"].casefold() == value.casefold():
            draft.used(piece, node, "identifiers")
            return
    identifier = draft.add(node, "identifiers", piece)
    draft.put(identifier, "scheme", scheme, piece)
    draft.put(identifier, "value", value, piece)
