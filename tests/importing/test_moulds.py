"""What a piece became in one object is made again in others, and nothing that a mould does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import pytest

from opengov_local.account import Piece, Place
from opengov_local.document import Import
from opengov_local.formats.known_headings import telling
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.moulds import Mould, word_of
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.trial import Trial
from opengov_local.model.commitment import Commitment

ROW, COLUMN = 4, 2
Read = Callable[[Draft, Node, Piece], None]


def piece(text: str = "Service 1") -> Piece:
    return Piece(Place("cell", "Plan", ROW + 1, COLUMN + 1), text)


class Sheet:
    """A sheet whose cells all say the same."""

    columns: Sequence[str] = ("Plan!A", "Plan!B", "Plan!C")

    def __init__(self, text: str) -> None:
        self._text = text

    def piece(self, row: int, column: int) -> Piece:
        return Piece(self.place(row, column), self._text)

    def place(self, row: int, column: int) -> Place:
        return Place("cell", "Plan", row + 1, column + 1)


def party(draft: Draft, node: Node, read: Piece) -> None:
    for name in read.text.split("; "):
        lead = draft.add(node, "leads", read)
        draft.put(lead, "name", name, read, language="fr")
        lead.data["group"] = "civil_society"


def state(draft: Draft, node: Node, read: Piece) -> None:
    status = draft.add(node, "status", read)
    draft.put(status, "code", "in_progress", read)
    draft.put(status, "original", read.text, read)


def title(draft: Draft, node: Node, read: Piece) -> None:
    draft.put(node, "title", read.text, read, language="fr")


def mould(read: Read, text: str = "Service 1", hole: str | None = None) -> Mould | None:
    node, said = Node({}, Commitment, "", ""), piece(text)
    trial = Trial("test", ImportOptions())
    return trial.mould(node, said, lambda: read(trial, node, said), hole)


def pour(draft: Draft, made: Mould, node: Node, text: str = "Service 1") -> bool:
    extracts: list[dict[str, Any]] = []
    if not made.fill(node.data, text, node.target, f"Plan!C{ROW + 1}", extracts.append):
        return False
    draft.pour(Sheet(text), ROW, [(made, node, COLUMN)], extracts)
    return True


def imported(read: Callable[[Draft, Node], Any]) -> Import:
    numbers = count(1)
    options = ImportOptions(id_prefix="org.example", mint=lambda prefix: f"{prefix}:{next(numbers)}")
    draft = Draft("test", "plan.xlsx", b"", options)
    plan = draft.add(draft.root, "plans")
    read(draft, draft.add(plan, "commitments", Piece(Place("cell", "Plan", 1, 1), "Portail")))
    return draft.finish("xlsx", telling=telling)


@pytest.mark.parametrize("read", [party, state, title])
@pytest.mark.parametrize("text", ["Service 1", "Un; Deux; Trois"])
def test_a_mould_gives_what_reading_gives(read: Read, text: str) -> None:
    made = mould(read, text)
    assert made is not None
    poured = imported(lambda draft, node: pour(draft, made, node, text))
    put = imported(lambda draft, node: read(draft, node, piece(text)))
    assert poured.document
    assert put.document
    assert poured.document.tree == put.document.tree
    assert poured.account == put.account
    for pointer in ("", "/leads", "/leads/0/name/fr", "/leads/2", "/status/code", "/title/fr"):
        at = f"/plans/0/commitments/0{pointer}"
        assert poured.document.locate(at) == put.document.locate(at)


def test_a_mould_with_a_hole_takes_other_texts() -> None:
    made = mould(title, "Xyz", hole="Xyz")
    assert made is not None
    done = imported(lambda draft, node: pour(draft, made, node, " Forum "))
    assert done.document
    assert done.document.tree["plans"][0]["commitments"][0]["title"] == {"fr": "Forum"}
    assert done.sources[0]["extracts"] == [
        {"target": "org.example:3", "fields": ["title.fr"], "location": "Plan!C5", "original": " Forum "}
    ]


def test_a_mould_makes_each_object_anew() -> None:
    made = mould(party)
    assert made is not None
    first, second = (Node({}, Commitment, name, "") for name in "ab")
    draft = Draft("test", None, b"")
    for node in (first, second):
        assert pour(draft, made, node)
    first.data["leads"][0]["name"]["fr"] = "X"
    assert second.data["leads"] == [{"name": {"fr": "Service 1"}, "group": "civil_society"}]


def test_what_is_inside_a_poured_object_can_be_added_to() -> None:
    made = mould(state)
    assert made is not None
    draft = Draft("test", None, b"")
    node = draft.add(draft.add(draft.root, "plans"), "commitments")
    pour(draft, made, node)
    status = draft.add(node, "status")
    assert status.data is node.data["status"]
    assert (status.parent, status.prefix) == (node, "status.")


def test_a_field_that_is_filled_is_not_poured_into() -> None:
    made = mould(title)
    assert made is not None
    draft, node = Draft("test", None, b""), Node({"title": {"ar": "منصة"}}, Commitment, "a", "")
    assert not pour(draft, made, node)
    assert node.data == {"title": {"ar": "منصة"}}
    done = draft.finish("xlsx", telling=telling)
    assert done.account
    assert done.account.entries == ()


def keep(draft: Draft, node: Node, read: Piece) -> None:
    draft.put(node, "title", read.text, read)
    draft.keep(read, node)


def say(draft: Draft, node: Node, read: Piece) -> None:
    draft.put(node, "title", read.text, read)
    draft.say("import/date-unread", read, node=node)


def identify(draft: Draft, node: Node, read: Piece) -> None:
    draft.put(draft.add(node, "milestones", read), "title", read.text, read)


def elsewhere(draft: Draft, node: Node, read: Piece) -> None:
    draft.put(node, "title", read.text, read)
    draft.put(draft.root, "title", read.text, read)


def other_piece(draft: Draft, node: Node, read: Piece) -> None:
    draft.put(node, "title", read.text, read._replace(text="x"))


@pytest.mark.parametrize("read", [keep, say, identify, elsewhere, other_piece, lambda draft, node, read: None])
def test_what_a_mould_cannot_say_has_none(read: Read) -> None:
    assert mould(read) is None


def test_characters_that_json_cannot_hold_have_none() -> None:
    assert mould(title, "a\ufdd0b") is None


def test_what_was_said_of_a_cell_is_said_again() -> None:
    def read(draft: Draft, node: Node) -> None:
        since = draft.mark()
        title(draft, node, piece())
        draft.used(piece(), node, "number")
        said = draft.said_since(since)
        assert said is not None
        assert [(entry.field, put) for entry, put in said] == [("title.fr", True), ("number", False)]
        puts = [(word_of(entry.field or "", put=put), node, COLUMN) for entry, put in said]
        extracts: list[dict[str, Any]] = []
        for mould, _, _ in puts:
            mould.fill({}, "Service 1", node.target, "Plan!C6", extracts.append)
        draft.pour(Sheet("Service 1"), ROW + 1, puts, extracts)

    done = imported(read)
    assert done.account
    told = [(str(entry.piece.place), entry.fate, entry.field) for entry in done.account.entries]
    assert told == [
        ("Plan!C5", "mapped", "title.fr"),
        ("Plan!C5", "mapped", "number"),
        ("Plan!C6", "mapped", "title.fr"),
        ("Plan!C6", "mapped", "number"),
    ]
    assert [extract["location"] for extract in done.sources[0]["extracts"]] == ["Plan!C5", "Plan!C6"]


@pytest.mark.parametrize("read", [keep, say, identify])
def test_what_is_more_than_reading_is_not_said_again(read: Read) -> None:
    def check(draft: Draft, node: Node) -> None:
        since = draft.mark()
        read(draft, node, piece())
        assert draft.said_since(since) is None

    imported(check)
