"""How documents of ours write a party: `Direction, Mme X, cheffe, Gouvernement — Essais`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from opengov_local import codelists
from opengov_local.formats.civility import is_addressed
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.parties import BESIDE, IN_BRACKETS
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.annex import bodies_behind, body_named
from opengov_local.formats.word.own.own_dashes import dashed, has_dash, say_dash, without_marks
from opengov_local.formats.word.own.reached import reach
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.own_parts import Parts, labelled
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name

_KIND = "stakeholder_sector"
_Put = Callable[[Writing, Node, str, Passage], None]
_OF_NOBODY = re.compile(r"\((.+)\)")
"""What is known of a party that has no name: its kind of stakeholder, or the part it plays."""


def body_alone(writing: Writing, party: Node, text: str, passage: Passage) -> str:
    """Puts the part, the kind of stakeholder and the person of a party, and gives the name of the body, if any."""
    line, text = text, without_marks(text)
    text, dash, role = text.partition(BESIDE)
    if not dash and text == line:
        text, role = dashed(text, _ends_with_group) or (text, "")
    put_words(writing, party, "role", role, passage)
    public = _in_public(writing, text, passage)
    said = Parts(_of_seat().sub(r", \1", public))
    alone = _OF_NOBODY.fullmatch(said.text)
    if public != text and (group := code_of_name(said.text.strip("()"), _KIND)):
        writing.draft.put(party, "group", group, passage.piece)  # of a person who is left out: it names no body
        return ""
    if alone:
        if group := code_of_name(alone[1], _KIND):
            writing.draft.put(party, "group", group, passage.piece)
        else:
            put_words(writing, party, "role", alone[1], passage)
        return ""
    if len(said.said) > 1 and (group := said.last(lambda part: code_of_name(part, _KIND))):
        writing.draft.put(party, "group", group, passage.piece)
    if not writing.own_form:
        return said.text
    return _person_off(writing, party, said.text, passage, dashes=not role and has_dash(line, line))


def _ends_with_group(text: str) -> bool:
    """Tells whether a kind of stakeholder stands behind a name, or in brackets without one."""
    said = Parts(_of_seat().sub(r", \1", text))
    group = said.last(lambda part: code_of_name(part.strip("()"), _KIND))
    return group is not None and (bool(said.text) or text.startswith("("))


def with_part(writing: Writing, party: Node, name: str, passage: Passage) -> str:
    """Puts the part of a body of the document behind a plain dash, and gives the name; says how a dash was read."""
    if body_named(writing, name):
        return name
    body, role = dashed(name, partial(body_named, writing)) or (name, "")
    put_words(writing, party, "role", role, passage)
    say_dash(writing, party, "role" if role else "name", name, passage)
    return body


def without_person(writing: Writing, party: Node, text: str, passage: Passage) -> str:
    """Puts the person whom a form of our own names behind a body, and gives the body alone.

    `Direction, M./Mme X, cheffe` names both, and so does `Direction, Mme X, cheffe`; `Direction, Fonction : cheffe`
    says an office without a name; `M./Mme X` names no body; `Organisme : Mme X` names no person.
    """
    if not writing.own_form:
        return text
    return _person_off(writing, party, _in_public(writing, text, passage), passage)


def _person_off(writing: Writing, party: Node, text: str, passage: Passage, *, dashes: bool = False) -> str:
    body = labelled(text, ("word.body",))
    if body is not None:
        text = body[1]
    for comma in re.finditer("^|[,،] ", text):
        after = text[comma.end() :]
        said = labelled(after, ("word.person", "word.office")) or ("word.person", "" if body else _addressed(after))
        if not said[1]:
            continue
        person = writing.add(party, "person", passage.piece)
        rest = reach(writing, person, said[1], passage)
        put = of_office if said[0] == "word.office" else _called
        if dashes and has_dash(rest, rest):
            put = partial(_with_part_of, party, put)
        writing.later(partial(put, writing, person, rest, passage))
        return text[: comma.start()]
    return text


def _with_part_of(party: Node, put: _Put, writing: Writing, person: Node, text: str, passage: Passage) -> None:
    """Puts a person, and the part of the party behind a plain dash where a body of the document stands before it."""

    def ends_with_body(before: str) -> str | None:
        return Parts(before).last(lambda part: (body_named(writing, part) or ("", ""))[1])

    said, role = dashed(text, ends_with_body) or (text, "")
    put_words(writing, party, "role", role, passage)
    say_dash(writing, party if role else person, "role", text, passage)
    put(writing, person, said, passage)


def _addressed(text: str) -> str:
    """Gives a person with a form of address; that of our own is none of the name."""
    for address in labels()["word.addressed"].texts.values():
        if text.startswith(f"{address} "):
            return text[len(address) + 1 :]
    return text if is_addressed(text) else ""


def _called(writing: Writing, person: Node, text: str, passage: Passage) -> None:
    """Puts name and office of a person, when the bodies that may stand behind them are known."""
    name, *office = re.split("[,،] ", bodies_behind(writing, person, text, passage), maxsplit=1)
    put_words(writing, person, "name", name, passage)
    put_words(writing, person, "role", "".join(office), passage)


def of_office(writing: Writing, person: Node, text: str, passage: Passage) -> None:
    """Puts the office of a person without a name, when the bodies that may stand behind it are known."""
    put_words(writing, person, "role", bodies_behind(writing, person, text, passage, alone=True), passage)


def person_alone(writing: Writing, person: Node, text: str, passage: Passage) -> None:
    """Puts a person of a line of our own: `Mme X, cheffe, Direction`, or `Fonction : cheffe` of one without a name."""
    text = _in_public(writing, text, passage)
    said = labelled(text, ("word.office",))
    rest = reach(writing, person, said[1] if said else text, passage)
    writing.later(partial(of_office if said else _called, writing, person, rest, passage))


def _in_public(writing: Writing, text: str, passage: Passage) -> str:
    """Gives a line without the marks that somebody is not named, and the commas beside them; "" where that is all."""
    said = _withheld().sub("", text).strip()
    if text and not said:
        writing.draft.ignore(passage.piece, "help")
    return said


def withholds(writing: Writing, passage: Passage) -> bool:
    """Tells whether a line of our own says that somebody is not named, and accounts for it."""
    said = writing.own_form and _withheld().search(passage.text) is not None
    if said:
        writing.draft.ignore(passage.piece, "help")
    return said


@cache
def _withheld() -> re.Pattern[str]:
    keys = ("word.private_person", "word.unmarked_person")
    marks = "|".join(re.escape(f"[{text}]") for key in keys for text in labels()[key].texts.values())
    return re.compile(rf"[,،] (?:{marks})|(?:{marks})(?:[,،] )?")


@cache
def _of_seat() -> re.Pattern[str]:
    """Makes the pattern of the kind of stakeholder behind the name of a seat."""
    kinds = [label for each in codelists.get(_KIND) for label in each.labels.values()]
    return re.compile(rf"{re.escape(IN_BRACKETS)}(\((?:{'|'.join(map(re.escape, kinds))})\))")


def put_words(writing: Writing, node: Node, field: str, words: str, passage: Passage) -> None:
    """Puts the words of a passage, if there are any, each in its language."""
    if words:
        for language, each in writing.texts(passage.of([Line(words)])):
            writing.draft.put(node, field, each, passage.piece, language=language)
