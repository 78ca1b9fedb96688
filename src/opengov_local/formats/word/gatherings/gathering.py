"""The workshop that minutes speak of, and the working group that is open."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.workshop_lines import date_and_place
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.gatherings.attending import Attending, is_count
from opengov_local.formats.word.texts.opening_days import day_of
from opengov_local.formats.word.texts.passages import Line, Passage, bare, is_item
from opengov_local.formats.wording.labels.labels import Meaning
from opengov_local.formats.wording.words.attendance import attendance_in
from opengov_local.formats.wording.words.held_at import chair_in, place_beside_day, place_in
from opengov_local.formats.wording.words.minute_words import is_likely, kind_of_workshop, names_account
from opengov_local.importing.dates import DateReading, find_dates, read_date
from opengov_local.importing.draft import Node


class Gathering:
    """Holds the workshop and its groups.

    Args:
        writing: writes into the draft.
        plan: the plan whose form says all of the workshop; None for minutes.

    Attributes:
        workshop: the workshop.
        group: the working group that is being read.
        opened: how many times a working group was opened.
        openings: its title, and the words before the first question.
    """

    def __init__(self, writing: Writing, plan: Node | None = None) -> None:
        self._writing = writing
        self._attending = Attending(writing)
        self.workshop = writing.add(writing.draft.root, "workshops")
        if plan is not None:
            self.workshop.data["plans"] = [plan.target]
        self.group: Node | None = None
        self.opened = 0
        self.openings: list[Passage] = []
        self._closing: list[Passage] = []
        self._title: Passage | None = None
        self._untitled: list[tuple[Node, Piece]] = []

    @property
    def here(self) -> Node:
        """The group that is being read, else the workshop."""
        return self.group or self.workshop

    @property
    def is_named(self) -> bool:
        """Whether the workshop has a title."""
        return "title" in self.workshop.data

    @property
    def has_groups(self) -> bool:
        """Whether a working group was named."""
        return "working_groups" in self.workshop.data

    @property
    def has_brought(self) -> bool:
        """Whether the workshop or one of its groups brought something so far."""
        return self.count_brought() > 0

    def count_brought(self) -> int:
        """Counts what the workshop and its groups brought so far."""
        holders = [self.workshop.data, *self.workshop.data.get("working_groups", ())]
        return sum(len(holder.get("contributions", ())) for holder in holders)

    def count_told(self) -> int:
        """Counts what the workshop and its groups brought so far, with those who are said to have taken part."""
        holders = [self.workshop.data, *self.workshop.data.get("working_groups", ())]
        return self.count_brought() + sum(len(holder.get("participants", ())) for holder in holders)

    def order(self) -> tuple[str, ...]:
        """Gives the concepts that a label can speak of here."""
        return ("contribution", "group", "workshop") if self.group else ("contribution", "workshop")

    def title(self, passage: Passage) -> None:
        """Puts the title, and what it says of the kind and date."""
        values.put(self._writing, self.workshop, "title", passage, "")
        self.openings.append(passage)
        self._title = passage

    def opening(self, passage: Passage) -> None:
        """Takes note of words before the first question, which may say when the workshop was held."""
        self.openings.append(passage)

    def close(self, piece: Piece) -> None:
        """Takes note of a line of the close, which may say when the minutes were written; it is kept."""
        self._closing.append(Passage((Line(piece.text),), (piece,)))
        self._writing.draft.keep(piece, self.workshop)

    def open_group(self, number: str, title: str, piece: Piece) -> None:
        """Opens a working group, also one that was named before."""
        self.opened += 1
        title = "" if number and names_account(title) else title
        groups = self.workshop.data.get("working_groups", [])
        known = next((each for each in groups if _is(each, number, title)), None)
        self.group = (
            self._writing.node_of(known) if known else self._writing.add(self.workshop, "working_groups", piece)
        )
        if number:
            self._writing.draft.put(self.group, "number", number, piece)
        if title:
            values.put(self._writing, self.group, "title", Passage((Line(title),), (piece,)), "")
        else:
            self._untitled.append((self.group, piece))
        if not (number or title):
            self._writing.draft.ignore(piece, "heading")

    def answer(self, meaning: Meaning, passage: Passage, label: str) -> None:
        """Reads the answer to a question about the workshop or the open group."""
        node = self.group if meaning.concept == "group" and self.group is not None else self.workshop
        if passage.is_nothing:
            values.put(self._writing, node, meaning.field, passage, label)
        elif meaning.field == "date":
            self._date(passage, label)
        elif meaning.field == "date_place":
            self._date_and_place(passage, label)
        elif meaning.field == "agenda" and label and not any(map(is_item, passage.lines)) and "." in passage.text:
            self._writing.keep(node, passage, label)
        elif meaning.field == "participants" or (meaning.field == "members" and is_count(passage.text)):
            self._attending.participants(node, passage)
        elif meaning.field in ("count", "women"):
            self._attending.count(node, meaning.field, passage, label)
        elif meaning.concept == "group" and meaning.field == "title":
            self._name_group(passage, label)
        elif meaning.field == "title" and not self.is_named:
            self.title(passage)
        else:
            values.put(self._writing, node, meaning.field, passage, label)

    def _name_group(self, passage: Passage, label: str) -> None:
        """Reads what a group is on: the title of the open one, if its line gave but a number, else a further group."""
        if self.group is not None and "number" in self.group.data and "title" not in self.group.data:
            values.put(self._writing, self.group, "title", passage, label)
        else:
            self.open_group("", passage.text, passage.piece)

    def _name_after_numbers(self) -> None:
        """Gives groups that nothing has titled the words of their line as title, "Groupe 1", and says so."""
        for group, piece in self._untitled:
            if "title" not in group.data and (words := _up_to_number(piece.text, group.data.get("number", ""))):
                passage = Passage((Line(words),), (piece,))
                values.put(self._writing, group, "title", passage, "")
                self._assumed("title", words, passage, group)

    def finish(self) -> None:
        """Puts what the title and the first words tell: the kind, and the date where nothing else said it."""
        self._name_after_numbers()
        self._attending.declare_totals(self.workshop)
        for passage in sorted(self.openings, key=lambda each: each is not self._title):
            kind = kind_of_workshop(passage.text)
            if kind and "kind" not in self.workshop.data:
                self._writing.draft.put(self.workshop, "kind", kind, passage.piece)
                if is_likely(passage.text, kind):
                    self._assumed("kind", kind, passage)
        if "kind" not in self.workshop.data:
            self.workshop.data["kind"] = "other"
            place = self.openings[0].piece if self.openings else None
            self._writing.draft.say(
                "import/assumed", place, severity="info", node=self.workshop, field="kind", value="other"
            )
        if "date" not in self.workshop.data:
            self._date_of_opening()
        if "place" not in self.workshop.data:
            self._place_of_opening()
        if "chairs" not in self.workshop.data:
            self._chair_of_opening()
        if "participants" not in self.workshop.data:
            self._count_of_opening()

    # --- when

    def _date(self, passage: Passage, label: str) -> None:
        reading = read_date(passage.text, self._writing.context)
        found = [each.reading for each in find_dates(passage.text, self._writing.context)]
        if reading is None and len(found) == 1:
            reading = found[0]
            self._writing.draft.keep(passage.piece, self.workshop, label=label)
        if reading is None:
            self._writing.unread(self.workshop, passage, label)
            self._writing.keep(self.workshop, passage, label)
            return
        self._put_days(reading, passage)

    def _date_and_place(self, passage: Passage, label: str) -> None:
        """Puts a date and the place that stands before or behind it."""
        parted = date_and_place(passage.text, self._writing.context)
        if parted is None:
            self._writing.keep(self.workshop, passage, label)
            return
        reading, place = parted
        self._put_days(reading, passage)
        values.put(self._writing, self.workshop, "place", passage.of([Line(place)]), label)

    def _put_days(self, reading: DateReading, passage: Passage) -> None:
        """Puts the day that was read, or first and last day; "until 5 May" names the last alone."""
        if reading.start or reading.kind == "open-end":
            self._put_date(reading.start, reading.end, passage)
        else:
            self._put_date(reading.end, None, passage)

    def _put_date(self, start: str | None, end: str | None, passage: Passage) -> None:
        for field, date in (("date", start), ("until", end)):
            if date is not None:
                self._writing.draft.put(self.workshop, field, date, passage.piece)

    def _date_of_opening(self) -> None:
        """Puts the day that the first words name, and says where it had to be chosen."""
        found = day_of(self.openings, self._writing.context, self._closing)
        if found is None:
            return
        self._put_date(found.reading.start, found.reading.end, found.passage)
        if not found.sure:
            self._assumed("date", str(found.reading.start), found.passage)

    def _assumed(self, field: str, value: str, passage: Passage, node: Node | None = None) -> None:
        self._writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=node or self.workshop, field=field, value=value
        )

    def _place_of_opening(self) -> None:
        """Puts the one place where the first words say that the gathering was held."""
        context, lines = self._writing.context, [each for each in self.openings if each is not self._title]
        found = [(place, each) for each in self.openings if (place := place_in(each.text, context))]
        found = found or [(place, each) for each in lines if (place := place_beside_day(each.text, context))]
        if len({place for place, _ in found}) != 1:
            return
        place, passage = found[0]
        values.put(self._writing, self.workshop, "place", passage.of([Line(place)]), "")
        self._assumed("place", place, passage)

    # --- who

    def _chair_of_opening(self) -> None:
        """Puts who presided where one of the first sentences says it, which is said; the sentence is kept."""
        found = [(each, chair) for each in self.openings if (chair := chair_in(each.text))]
        if len({chair for _, chair in found}) != 1:
            return
        passage, chair = found[0]
        values.put(self._writing, self.workshop, "chairs", passage.of([Line(chair)]), "")
        self._assumed("chairs", chair, passage)

    def _count_of_opening(self) -> None:
        """Puts how many came where one of the first sentences says it, which is said; the sentence is kept."""
        found = [(each, came) for each in self.openings if (came := attendance_in(each.text)) is not None]
        if len(found) != 1:
            return
        passage, came = found[0]
        group = self._writing.add(self.workshop, "participants", passage.piece)
        for field, count in (("count", came.people), ("women", came.women)):
            if count is not None:
                self._writing.draft.put(group, field, count, passage.piece)
        self._assumed("participants", str(came.people), passage)


def _is(data: dict[str, object], number: str, title: str) -> bool:
    """Tells whether a group is the one of a number, or of a title where one of the two has no number."""
    if number and "number" in data:
        return data["number"] == number
    titles = data.get("title", {})
    return bool(title) and isinstance(titles, dict) and title in titles.values()


def _up_to_number(text: str, number: str) -> str:
    """Gives what a line says up to the number of a group: "Groupe A" of "Groupe A : Problèmes"."""
    line = bare(text.strip().partition("\n")[0])
    before, found, _ = line.partition(number) if number else ("", "", "")
    return before + found if found else line.replace("：", ":").partition(":")[0].strip()
