"""What a report says of a plan: an update for each thing it speaks of, with the time that the report is on."""

from __future__ import annotations

import re
from collections.abc import Collection

from opengov_local.account import Piece, Place
from opengov_local.formats.word.drafting.write_words import text as put_text
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.fields.report_times import (
    AROUND,
    DAY,
    YEAR,
    When,
    begins,
    flat,
    is_dateline,
    is_short,
    span,
    times,
    year_of_report,
)
from opengov_local.formats.word.texts.label_times import LabelTimes
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.report_labels import REPORTED, asked_weakly
from opengov_local.formats.wording.words.timed_labels import TimedLabel, first_month, last_month, timed
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date, put_period
from opengov_local.importing.words import read_percent, read_remarked, read_status
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.model.axis import Axis
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan

_TARGETS = (ActionPlan, Axis, Commitment, Milestone)
_FIELDS = {"reported_on": "date", "reported_for": "period"}
_STATED = ("status", "progress")
_LONGEST = 250
_PERCENT = re.compile(
    r"^\s*(?P<percent>[0-9٠-٩]{1,3}(?:[.,][0-9]{1,2})?\s*[%٪])"
    r"\s*(?:[(–—:;,،.-]\s*)?(?P<rest>\S.*?)\)?\s*$",
    re.DOTALL,
)
_SHOWN = 12
"""Words of a passage that a finding shows."""
_WORDS_OF_STATE = 4
"""Words that the name of a state has at most; more of them tell what was done."""


class Reporting:
    """Makes the updates of one report, and gives them its date and period when it was read."""

    def __init__(self, writing: Writing) -> None:
        """Starts before the first word."""
        self._writing = writing
        self._updates: dict[str, Node] = {}
        self._objects: dict[str, Node] = {}
        self._stated: set[str] = set()
        self._said: dict[str, Passage] = {}
        self._found: list[When] = []
        self._titled: list[When] = []
        self._dated: list[When] = []
        self._years: list[tuple[Piece, str]] = []
        self._closing: list[When] = []
        self._alone: list[Passage] = []
        self._below: dict[str, list[Passage]] = {}
        self._row: Piece | None = None
        self._times = LabelTimes()

    def takes(self, node: Node, field: str) -> bool:
        """Tells whether a field of an object is something that is reported of it."""
        return field in REPORTED and node.model in _TARGETS

    def begin(self, node: Node, when: Piece | None) -> None:
        """Begins what is reported of an object for one of several times, and makes its update; None ends it."""
        self._row = when
        if when is not None:
            update = self.update_of(node, when)
            reading = read_date(when.text, self._writing.context)
            is_day = reading is not None and not reading.end and len(reading.start or "") > len("2025-01")
            field = "reported_on" if is_day else "reported_for"
            self._put_time(update, field, Passage((Line(when.text),), (when,)), "")

    def update_of(self, node: Node, piece: Piece) -> Node:
        """Gives the update of an object, for the time that was begun, made when it is first needed."""
        target = str(node.data["id"])
        key = self._times.key(target) if self._row is None else f"{target}\n{self._row.text}"
        if key not in self._updates:
            update = self._writing.add(self._writing.draft.root, "progress_updates", piece)
            self._writing.draft.put(update, "target", target, piece)
            self._updates[key], self._objects[key] = update, node
            self._below[key] = self._alone[-1:]
        return self._updates[key]

    def put(self, node: Node, field: str, passage: Passage, label: str) -> None:
        """Puts what is reported of an object into its update; what a label plans or tells of another time is kept."""
        there = timed(label)
        if there is not None and self._is_of_another_time(field, there):
            self._writing.keep(node, passage, label)
            return
        if values.tells_no_trouble(self._writing, node, field, passage, label):
            return
        if there is not None and field != "next_steps" and self._row is None:
            self._times.note(str(node.data["id"]), there, passage.piece)
        update = self.update_of(node, passage.piece)
        if field in _STATED:
            self._state(update, passage, label)
        elif field == "evidence":
            values.put(self._writing, update, field, passage, label)
        else:
            self._words(update, {"update": "text"}.get(field, field), passage)
            if not label:
                self._say("text", passage, update)

    def _is_of_another_time(self, field: str, there: TimedLabel) -> bool:
        """Tells whether a label tells of years after that of the report, or plans for it: "Programme 2025" in 2025."""
        ends = [last_month(year) for _, year in self._years]
        ends += [last_month(each.reading.end or each.reading.start or "") for each in (*self._titled, *self._found)]
        if field == "next_steps":
            return there.foresees and first_month(there.reading.start or "") <= max((*ends, self._times.last_month()))
        return bool(ends) and there.year > max(ends)[0]

    def _words(self, update: Node, field: str, passage: Passage) -> None:
        """Puts words; what is said twice under such labels stands one below the other."""
        held = update.data.get(field)
        if held is None:
            put_text(self._writing, update, field, passage, "")
        else:
            for language, words in self._writing.texts(passage):
                held[language] = f"{held[language]}\n{words}" if language in held else words
            self._writing.draft.used(passage.piece, update, field)
        for piece in passage.pieces[1:]:
            self._writing.draft.used(piece, update, field)

    def _state(self, update: Node, passage: Passage, label: str) -> None:
        """Puts a state or rate, whichever of the two is written; a sentence in its place tells what was done."""
        parted = _PERCENT.match(passage.text)
        if read_percent(passage.text).value is not None and read_status(passage.text) is None:
            values.put(self._writing, update, "progress", passage, label)
        elif parted is not None:
            self._state(update, passage.of([Line(parted["percent"])]), label)
            self._state(update, passage.of([Line(parted["rest"])]), label)
        elif read_remarked(passage.text, words=self._writing.words) is None and self._is_sentence(passage, label):
            self._words(update, "text", passage)
            self._say("text", passage, update)
        else:
            values.put(self._writing, update, "status", passage, label)

    @staticmethod
    def _is_sentence(passage: Passage, label: str) -> bool:
        """Tells whether words in the place of a state say what was done: many of them, or any below "Réalisé"."""
        return len(passage.text.split()) > _WORDS_OF_STATE or asked_weakly(label) == "update"

    def take_table(self, tables: Collection[object], plan: Node) -> None:
        """Makes updates of the states and rates that a table which is read as in sheets gave projects and activities.

        The updates that such a table has made itself get the time of the report.

        Args:
            tables: the number of the table, and those of what was joined to it.
            plan: the plan that they are of.
        """
        draft, projects = self._writing.draft, plan.data.get("commitments", ())
        pieces = {
            (said.target, (said.field or "").partition(".")[0]): said.piece
            for said in draft.entries
            if said.fate == "mapped" and said.piece.place.kind == "cell" and said.piece.place.part in tables
        }
        steps = (step for one in projects for step in one.get("milestones", ()))
        nodes = [self._writing.node_of(data) for data in (*projects, *steps, *plan.data.get("activities", ()))]
        self._adopt({node.target: node for node in nodes})
        for node in nodes:
            there = {name: node.data[name] for name in _STATED if name in node.data and (node.target, name) in pieces}
            there = {name: value for name, value in there.items() if not self._is_dated(node, name, value)}
            for field, value in flat(there):
                piece = pieces[node.target, field.partition(".")[0]]
                draft.put(self.update_of(node, piece), field, value, piece)
                self._stated.add(node.target)

    def _is_dated(self, node: Node, field: str, value: object) -> bool:
        """Tells whether an update with a time of its own says a state or rate of an object."""
        updates = self._writing.draft.root.data.get("progress_updates", ())
        timed = (update for update in updates if update.keys() & {"date", "period"})
        return any(update["target"] == node.target and update.get(field) == value for update in timed)

    def _adopt(self, nodes: dict[str, Node]) -> None:
        """Takes up the updates without a time that a table has made of some objects."""
        mine = {id(update.data) for update in self._updates.values()}
        for data in self._writing.draft.root.data.get("progress_updates", ()):
            node = nodes.get(data.get("target", ""))
            if node is None or id(data) in mine or data.keys() & {"date", "period"}:
                continue
            key = self._times.key(node.target)
            key = f"{key}\n{data['id']}" if key in self._updates else key
            self._updates[key], self._objects[key] = self._writing.node_of(data), node

    # --- when

    def when(self, field: str, passage: Passage, label: str, node: Node | None) -> None:
        """Reads what a label says of the time: of the whole report, or of one object."""
        if node is None:
            self._said[field] = passage
            return
        self._put_time(self.update_of(node, passage.piece), field, passage, label)

    def opening(self, passage: Passage, *, title: bool = False) -> bool:
        """Takes note of words before the first object; tells whether they do nothing but name a time."""
        if len(passage.text) > _LONGEST:
            return False
        found = list(times(passage, self._writing))
        written = self._dated if found and is_dateline(passage.text, found[0]) else self._found
        (self._titled if title else written).extend(found)
        year = (year_of_report(passage.text) if title else None) or YEAR.search(plain_digits(passage.text))
        alone = year is not None and not title and len(passage.text.split()) <= AROUND
        if year is not None and not found and (title or alone):
            self._years.append((passage.piece, year["year"]))
            return alone
        return len(found) == 1 and is_short(passage.text, found[0])

    def note(self, passage: Passage) -> None:
        """Takes a line that does nothing but name a time; it is kept if it is not needed."""
        self._alone.append(passage)

    def held(self, day: str, place: Place) -> None:
        """Takes the day of the meeting whose minutes are read for that of the report."""
        self._said["reported_on"] = Passage((Line(day),), (Piece(place, day),))

    def close(self, passage: Passage) -> None:
        """Takes note of the day on which a report was signed."""
        self._closing += [each for each in times(passage, self._writing) if each.field == "reported_on"]

    def finish(self) -> None:
        """Gives every update the date and period of the report, and its object its present state."""
        said = self._concluded()
        self._put_times_of_labels(alone=not (said or self._said))
        for key, update in self._updates.items():
            for field, passage in (*self._said.items(), *((field, found.passage) for field, found in said.items())):
                if _FIELDS[field] not in update.data:
                    self._put_time(update, field, passage, "")
            self._put_time_above(key, update)
        self._account(said)
        for key, update in sorted(self._updates.items(), key=lambda pair: begins(pair[1]), reverse=True):
            self._present(self._objects[key], update)

    def _put_time_above(self, key: str, update: Node) -> None:
        """Gives an update that nothing else dates the time of the line above, which says nothing else."""
        above = [one for passage in self._below.get(key, ()) for one in self._found if one.stands_in(passage)]
        if len(above) == 1 and not update.data.keys() & {"date", "period"}:
            if self._writing.draft.read_at(above[0].passage.piece.place) is None:
                self._say(_FIELDS[above[0].field], above[0].passage, update)
            self._put_time(update, above[0].field, above[0].passage, "")

    def _put_times_of_labels(self, *, alone: bool) -> None:
        """Gives updates the times of their labels, where these differ or nothing else dates the report."""
        first = True
        for key, field, passage in self._times.found(alone=alone):
            update = self._updates[key]
            if first and alone:
                self._say(_FIELDS[field], passage, update)
            first = False
            self._put_time(update, field, passage, "")

    def _concluded(self) -> dict[str, When]:
        """Gives the date and period that no label says, but the head of the report names.

        A year that it is for is its period, unless anything but the day of signature says more.
        """
        found = {field: self._single(field) for field in _FIELDS}
        said = {field: one for field, one in found.items() if one is not None and field not in self._said}
        named = said.keys() & {each.field for each in self._found}
        if not (named or self._said) and len({year for _, year in self._years}) == 1:
            piece, year = self._years[0]
            reading = read_date(year)
            if reading is not None:
                said["reported_for"] = When("reported_for", reading, Passage((Line(year),), (piece,)))
        return said

    def _account(self, said: dict[str, When]) -> None:
        """Says, once for all updates, what was taken for their time; lines that were not used are kept."""
        updates = list(self._updates.values())
        for field, found in said.items() if updates else ():
            self._say(_FIELDS[field], found.passage, updates[0])
        used = [found.passage.piece.place for found in said.values()] if updates else []
        for passage in self._alone:
            if passage.piece.place not in used and not self._has_dated(passage):
                self._writing.draft.keep(passage.piece)
        if updates and not any(each.data.keys() & {"date", "period"} for each in updates):
            self._writing.draft.say("import/report-without-date", node=updates[0], count=len(updates))

    def _has_dated(self, passage: Passage) -> bool:
        """Tells whether the time of a line is that of an update, of a table that was read as in sheets too."""
        draft, said = self._writing.draft, {one.reading.start for one in self._found if one.stands_in(passage)}
        for data in draft.root.data.get("progress_updates", ()) if draft.read_at(passage.piece.place) is None else ():
            if data.get("date") in said or data.get("period", {}).get("start") in said:
                draft.used(passage.piece, self._writing.node_of(data), "period" if "period" in data else "date")
                break
        return draft.read_at(passage.piece.place) is not None

    def _say(self, field: str, passage: Passage, update: Node) -> None:
        """Says that words were taken for a field without a label that asks for it."""
        said = " ".join(passage.text.split()[:_SHOWN])
        self._writing.draft.say("import/assumed", passage.piece, severity="info", node=update, field=field, value=said)

    def _single(self, field: str) -> When | None:
        """Gives the one time of a kind that the title names, else the head, the line of place and day, or the close.

        A title says on which day things stood so ("au 30 juin 2025"), a line of place and day when it was written.
        """
        named = (self._titled, self._found, self._dated, self._closing)
        found = next(filter(None, ([each for each in one if each.field == field] for one in named)), [])
        alone = {passage.piece.place for passage in self._alone}
        found = [each for each in found if each.passage.piece.place in alone] or found
        return found[0] if len(set(map(span, found))) == 1 else None

    def _put_time(self, update: Node, field: str, passage: Passage, label: str) -> None:
        """Puts a day as the date; a span, or a date that is no day under a label of periods, as the period."""
        reading = read_date(passage.text, self._writing.context)
        found = find_dates(passage.text, self._writing.context) if reading is None else ()
        piece = passage.piece
        if len(found) == 1:
            piece = piece._replace(text=passage.text[found[0].start : found[0].end])
            reading = found[0].reading
        spans = reading is not None and bool(reading.start and reading.end)
        day = (reading.start or reading.end or "") if reading is not None and reading.kind.startswith("open") else ""
        if field == "reported_on" and len(day) == DAY:  # "as of 30 June 2025"
            self._writing.draft.put(update, "date", day, piece)
            return
        if field == "reported_for" or spans:
            put_period(self._writing.draft, update, "period", piece, self._writing.context, label)
        else:
            put_date(self._writing.draft, update, "date", piece, self._writing.context, label)

    def _present(self, node: Node, update: Node) -> None:
        """Gives an object the state that is reported of it, where it says none itself."""
        stated = node.target in self._stated
        if node.model not in (Commitment, Milestone) or (not stated and node.data.keys() & {"status", "progress"}):
            return
        draft = self._writing.draft
        date = update.data.get("date") or update.data.get("period", {}).get("end")
        there = () if stated else _STATED
        for field, value in flat({name: update.data[name] for name in there if name in update.data}):
            place = update.places.get(field) or update.places.get(field.partition(".")[0]) or update.places[""]
            draft.put(node, field, value, Piece(place, str(value)))
        if date and "status" in node.data and "as_of" not in node.data["status"]:
            node.data["status"]["as_of"] = date
