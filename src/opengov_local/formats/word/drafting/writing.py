"""What is at hand while a Word file is read into a draft: the draft, the language of its labels, its dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from opengov_local.account import Piece, Place
from opengov_local.formats.word.docx.beside import Margins
from opengov_local.formats.word.texts.passages import Passage, by_language, is_called, own_language, own_numbered
from opengov_local.formats.wording.headings.heading_readings import BRACKETS
from opengov_local.formats.wording.labels.label_table import known_labels
from opengov_local.importing.dates import DateContext, why_unread
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold
from opengov_local.importing.words.note import Note

if TYPE_CHECKING:
    from opengov_local.formats.word.fields.reporting import Reporting
    from opengov_local.formats.word.own.own_contacts import Asked


_ARABIC_SIGN: Final = "٪"
"""The sign of percent of Arabic script."""


class Writing:
    """Writes passages into a draft.

    Attributes:
        draft: the document in the making.
        language: language of what is in Latin letters; None where nobody knows.
        context: what is known of the dates of the file.
        link_axes: says on which axes an object lies, by their titles.
        revised: the objects, by the identity of their data, and fields whose date was revised.
        listed: the indicators, by the identity of their data, that one answer names with others.
        named_again: where the commitments that were named before, by id, were named last.
        in_percent: the indicators, by the identity of their data, whose unit only the sign behind a value said.
        margins: what headers and footers say.
        country: the country that the head of the file names, "" where it names none.
        report: takes what the file reports of a plan; None where it is no report.
        own_form: whether the file is a form that the library wrote itself: one line there names one party.
        form_language: the language of the form of our own that is read, "" where nobody knows.
        organizations: ids of the organizations that a document of ours describes, by their names; "" of namesakes.
        quoted: how often the assessments of other forms were read, which stand beside each commitment again.
        who_in_brackets: whether brackets with a time behind steps say who does them, too.
        activities: the words of the last list of activities, and the steps that it became.
        asked: what the rows of our own form say of the person whom to ask that was read last.
        named_in_rows: the persons, by the identity of their data, whom such rows name.
        exact: whether every text of the file is in its language, but for those that say which other they are in.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.language = draft.options.language
        self.words = draft.options.words
        self.context = DateContext(document_date=draft.options.document_date)
        self.own_form = False
        self.exact = False
        self.asked: Asked | None = None
        self.named_in_rows: set[int] = set()
        self.activities: tuple[str, list[Node]] = ("", [])
        self.who_in_brackets = False
        self.form_language = ""
        self.revised: set[tuple[int, str]] = set()
        self.listed: set[int] = set()
        self.named_again: dict[str, Place] = {}
        self.in_percent: set[int] = set()
        self.link_axes: Callable[[Node, Passage], None] | None = None
        self.report: Reporting | None = None
        self.margins = Margins()
        self.country = ""
        self.organizations: dict[str, str] = {}
        self.quoted: Counter[tuple[str, str, str]] = Counter()
        self._nodes: dict[int, Node] = {}
        self._later: list[Callable[[], None]] = []
        self._last: list[Callable[[], None]] = []

    def add(self, node: Node, field: str, piece: Piece | None = None) -> Node:
        """Adds an object to another, as `Draft.add` does, and remembers it for `node_of`."""
        there = self.draft.add(node, field, piece)
        self._nodes[id(there.data)] = there
        return there

    def texts(self, passage: Passage, *, title: bool = False) -> list[tuple[str, str]]:
        """Gives the texts of a passage by language, as `by_language` does."""
        if passage.text == _ARABIC_SIGN:
            return [("ar", passage.text)]
        if self.exact and (language := self.form_language or self.language):
            return [own_language(passage.text, language)]
        if self.own_form and self.form_language and not any(map(str.isalpha, passage.text)):
            return [(self.form_language, passage.text)]  # a sign such as % is in every language
        return by_language(passage, self.language, title=title)

    def put_text(self, node: Node, field: str, passage: Passage) -> None:
        """Puts words into a field of text, in their language."""
        for language, words in self.texts(passage):
            self.draft.put(node, field, words, passage.piece, language=language)

    def later(self, read: Callable[[], None]) -> None:
        """Reads something when the whole file was read, because it names what may stand further below."""
        self._later.append(read)

    def last(self, read: Callable[[], None]) -> None:
        """Reads something when all is read that was left for later: it asks which objects the document has."""
        self._last.append(read)

    def finish(self) -> None:
        """Reads what was left for later, then what was left for last."""
        while self._later or self._last:
            (self._later or self._last).pop(0)()
        if self.exact or self.own_form:
            for node in reversed(self._nodes.values()):
                _take_out(node)

    def named(self, text: str, near: Node, *, inside: bool = False) -> str | None:
        """Gives the id of the one object that has a title or text; None for none or several.

        Those of plans and workshops are asked before the progress updates. Of several, the only one that lies in no
        commitment is meant: of those that do, documents say the commitment.

        Args:
            text: the title or text.
            near: the object that names it: of plans that call things the same, its own is asked first.
            inside: whether only what lies in that object is meant.
        """
        number, title = own_numbered(text)
        known = self._called(own_language(text, "")[1], "", near, inside=inside)
        return known or (self._called(own_language(title, "")[1], number, near, inside=inside) if number else None)

    def _called(self, words: str, number: str, near: Node, *, inside: bool) -> str | None:
        """Gives the id of the one object that has some words and a number, if one is said, as `named`."""
        if inside:
            return _only(words, {field: held for field, held in near.data.items() if field != "id"}, number)
        there = [each for part in ("plans", "workshops") for each in self.draft.root.data.get(part, [])]
        own = [each for each in there if _holds(each, near.data)]
        held = next((held for held in (own, there) if any(_named(words, held, number))), None)
        return _only(words, self.draft.root.data.get("progress_updates") if held is None else held, number)

    def node_of(self, data: Any) -> Node:
        """Gives the object of the draft that some data is."""
        return self._nodes.get(id(data)) or self.draft.node_of(data)

    def keep(self, node: Node | None, passage: Passage, label: str | None = None) -> None:
        """Keeps a passage that was not understood beside an object."""
        pieces = passage.pieces if len(passage.pieces) > 1 else (passage.piece,)
        for piece in pieces:
            self.draft.keep(piece, node, label=label)

    def put_none(self, node: Node, field: str, passage: Passage) -> None:
        """Puts the empty list that a document of ours states in words."""
        node.data.setdefault(field, [])
        for piece in passage.pieces:
            self.draft.used(piece, node, field)

    def unknown(self, node: Node, field: str, passage: Passage, label: str) -> None:
        """Keeps a name that nothing in the document bears, or more than one, beside the object that names it."""
        self.keep(node, passage, label)
        self.draft.say("import/name-unknown", passage.piece, node=node, field=field, text=passage.text)

    def explain(self, label: str, meaning: tuple[str, str, str], piece: Piece) -> None:
        """Says for what a label was taken; one that is all of its piece was understood whole, but for its brackets."""
        if BRACKETS.search(label) and fold(label) not in known_labels() and not (self.own_form or self.exact):
            self.draft.asked.append(piece._replace(text=label))
        elif fold(label) == fold(piece.text):
            self.draft.understood.add(piece.place)
        self.draft.explain("layout/word-label", piece, label=label, field=f"{meaning[0]}.{meaning[1]}")

    def unread(self, node: Node, passage: Passage, label: str) -> None:
        """Says that words are read as no date, and why."""
        code = why_unread(passage.text, self.context) or "import/date-unread"
        self.draft.say(code, passage.piece, node=node, heading=label, text=passage.text)

    def say(self, notes: Iterable[Note], piece: Piece, node: Node, field: str = "", *, label: str = "") -> None:
        """Says what a reader of words decided; of what it could not read, under which label it stands."""
        asked = {"heading": label} if label else {}
        for note in notes:
            params = asked | {name: value for name, value in note.params.items() if name not in ("field", "node")}
            self.draft.say(note.code, piece, severity=note.severity, node=node, field=field, **params)


def _take_out(node: Node) -> None:
    """Takes an object out of the one that holds it if a document of ours says nothing of it, as of who is not named."""
    held = node.parent.data.get(node.field) if node.parent is not None and not node.data else None
    others = [each for each in held if each is not node.data] if isinstance(held, list) else []
    if node.parent is None or not (held is node.data or (isinstance(held, list) and len(others) < len(held))):
        return
    if others:
        node.parent.data[node.field] = others
    else:
        del node.parent.data[node.field]


def _holds(value: Any, data: Any) -> bool:
    """Tells whether an object is some data, or has it anywhere in it."""
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is data or any(_holds(each, data) for each in below)


def _only(words: str, held: Any, number: str) -> str | None:
    found = set(_named(words, held, number))
    if len(found) > 1:
        found = set(_named(words, held, number, deep=False))
    return found.pop() if len(found) == 1 else None


def _named(words: str, value: Any, number: str = "", *, deep: bool = True) -> Iterator[str]:
    """Gives the ids of the objects that have some words for their title, text, name or reason.

    Args:
        words: the words.
        value: where they are looked for.
        number: the number that they have too, "" where none is said.
        deep: whether in commitments, too.
    """
    if isinstance(value, dict):
        called = [value.get(field) for field in ("title", "text", "name", "reason")]
        numbered = number in ("", value.get("number"))
        if "id" in value and numbered and any(is_called(each, words) for each in called if isinstance(each, dict)):
            yield value["id"]
        for field, held in value.items():
            inside = [*map(_without_steps, held)] if field == "commitments" and not deep else held
            yield from _named(words, inside, number, deep=deep)
    elif isinstance(value, list):
        for each in value:
            yield from _named(words, each, number, deep=deep)


def _without_steps(commitment: Any) -> Any:
    """Gives a commitment without the objects in it; references to commitments stay as they are."""
    whole = isinstance(commitment, dict)
    return {field: held for field, held in commitment.items() if not isinstance(held, list)} if whole else commitment


Write = Callable[[Writing, Node, str, Passage, str], bool]
"""Puts a passage into a field of an object, under a label; tells whether it could: else the passage is kept."""
