"""What is read of a plan as a whole: framework, period, submission, collectivity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.plan_years import in_full, year_of_plan
from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.drafting.whose import from_label, from_lead
from opengov_local.formats.word.drafting.write_words import period
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields.adopted import put_adoption
from opengov_local.formats.word.gatherings import own_participants
from opengov_local.formats.word.head.councils import put_council
from opengov_local.formats.word.head.letterhead import ASKED, Letterhead
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.objects.same_object import say_axes_alone, say_numbers_again
from opengov_local.formats.word.texts.headings import FIRST
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.headings.phrases import says as says_words
from opengov_local.formats.wording.labels.labels import known_labels
from opengov_local.formats.wording.words.plan_words import framework_of, says, stands_around_years
from opengov_local.importing.collectivity_words import depth, heads_name
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.places import AMBIGUOUS, of_no_single_one
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

_BEFORE_YEARS: Final = re.compile(
    r"(?P<place>.*[^\W\d_])[\s,،:–—(-]+(?P<years>(?:19|20)\d\d\s*[-–—/]\s*(?:19|20)?\d\d)\s*\)?"
)


class Facts:
    """Collects what can only be told once the whole file was read."""

    FIELDS: Final = (
        *("submitted", "adopted", "adopted_in", "adopted_by", "period"),
        *("contact_email", "contact_phone", "contact_both", "country"),
    )
    """What is asked of a plan in other words than those of its fields."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self.letterhead = Letterhead(writing)
        self._years: list[tuple[Node, Passage, str]] = []
        self._kinds: list[tuple[Node, Passage, str]] = []
        self._said: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        self._came: list[tuple[Node, Passage, str]] = []
        self.heads: list[Piece] = []
        self._spans: list[Piece] = []
        self._asked: set[tuple[int, str]] = set()

    def note(self, plan: Node, field: str, passage: Passage, label: str) -> bool:
        """Takes what is no field of a plan by itself; tells whether it was such."""
        if field == "title" and says(label, "title_word") and not self._writing.own_form:
            self._entitle(plan, passage)
        if field == "submission_year":
            self._years.append((plan, passage, label))
        elif field in ASKED or field == "country":
            self._whose(plan, field, passage, label)
        elif field == "derived" and own_participants.asks_for_all(label):
            self._came.append((plan, passage, label))
        elif field in ("ignored", "derived"):
            self._writing.keep(plan, passage, label)
        elif self._is_of_each_form(field) and self._is_again(plan, field, passage):
            for piece in passage.pieces:
                self._writing.draft.ignore(piece, "help")
        else:
            return False
        return True

    def _whose(self, plan: Node, field: str, passage: Passage, label: str) -> None:
        """Takes whose plan it is, and where that lies; what is neither is kept."""
        kind = None if self._writing.own_form or field not in ASKED else heads_name().fullmatch(label.strip())
        if kind is not None:
            self._kinds.append((plan, passage, label))  # one may lie in another
            return
        abroad = self.letterhead.is_abroad
        registered = field in ASKED and from_label(self._writing, plan, passage, label, abroad=abroad)
        if not (registered or self._held(passage, label, field)):
            self._writing.keep(plan, passage, label)

    def _held(self, passage: Passage, label: str, field: str) -> bool:
        """Leaves a country, and a collectivity that no register knows, to the end, when both are known."""
        said = passage.piece._replace(text=passage.text)
        return len(passage.pieces) == 1 and self.letterhead.asked(field, said, label)

    def _entitle(self, plan: Node, passage: Passage) -> None:
        """Makes room for the title that is asked for by that word; a heading was taken for it, and is kept."""
        for language, text in self._writing.texts(passage, title=True):
            held = plan.data.get("title", {}).get(language, text)
            if held != text and (id(plan.data), language) not in self._asked:
                self._writing.draft.supersede(plan, "title", label="title", language=language)
                self._writing.draft.say(
                    "import/assumed", passage.piece, severity="info", node=plan, field="title", value=text
                )
            self._asked.add((id(plan.data), language))

    def _is_of_each_form(self, field: str) -> bool:
        """Tells whether our forms say a field of a plan in several places: who leads, who assesses it."""
        return field == "leads" or (field == "monitoring_bodies" and self._writing.own_form)

    def _is_again(self, plan: Node, field: str, passage: Passage) -> bool:
        """Tells whether all that answers a question about a plan was said before; else remembers it."""
        said = {fold(line) for line in passage.text.split("\n")}
        before = self._said[id(plan.data), field]
        again = said <= before
        before |= said
        return again

    def head(self, objects: Objects, piece: Piece, position: int, *, heading: bool) -> bool:
        """Reads what stands around the title: the years of the plan, the collectivity; tells whether it was such.

        Nothing behind the first axis or project stands there.

        Args:
            objects: the objects of the plan.
            piece: the line.
            position: how many blocks stand before it.
            heading: whether it is one; any other text must name years and nothing else.
        """
        if objects.has_parts:
            return False
        if position < FIRST + 2:
            if self._years_alone(objects, piece, plain=not heading):
                return True
            if heading:
                self.heads.append(piece)
        return position < FIRST and (self._place_and_years(objects, piece) or self.letterhead.takes(piece))

    def _place_and_years(self, objects: Objects, piece: Piece) -> bool:
        """Reads a line of whose plan it is and its years: "Commune de Tiznit, 2026-2028"; tells whether it was such."""
        both = _BEFORE_YEARS.fullmatch(plain_digits(piece.text))
        if both is None or not self.letterhead.takes(piece._replace(text=piece.text[: both.end("place")])):
            return False
        years = piece._replace(text=both["years"])
        if not self._years_alone(objects, years, plain=True):
            self._spans.append(years)
        return True

    def takes_head(self, objects: Objects, table: Table, position: int) -> bool:
        """Reads a table above all else that is a letterhead; tells whether it was one."""
        return position < FIRST and not objects.has_parts and self.letterhead.takes_table(table)

    def _years_alone(self, objects: Objects, piece: Piece, *, plain: bool) -> bool:
        """Reads years that stand alone below the title as the period of the plan; tells whether they were such."""
        if not objects.has_plan or "title" not in objects.plan.data or "period" in objects.plan.data:
            return False
        words = _span(in_full(piece.text))
        reading = read_date(words)
        if reading is None or not (reading.start and reading.end):
            return False
        if plain and max(len(reading.start), len(reading.end)) > len("2026"):
            return False
        self._put_span(objects.plan, piece._replace(text=words), f"{reading.start} – {reading.end}")
        return True

    def _put_span(self, plan: Node, piece: Piece, said: str) -> None:
        """Puts the years of a plan that stand there without a label, and says so."""
        period(self._writing, plan, "period", Passage((Line(piece.text),), (piece,)), "")
        self._writing.draft.say("import/assumed", piece, severity="info", node=plan, field="period", value=said)

    def finish(self, plan: Node, blocks: Sequence[Block]) -> None:
        """Puts what the whole file tells."""
        self._read_kinds()
        for of, passage, label in self._years:
            self._submission_year(of, passage, label)
        self._participants(blocks)
        for each in self._writing.draft.root.data.get("plans", []):
            if "framework" not in each:
                self._framework(self._writing.node_of(each), blocks)
        for piece in self._spans:
            if "period" in plan.data:
                self._writing.draft.keep(piece, plan)
            else:
                self._put_span(plan, piece, piece.text)
        if not self._writing.own_form:  # our own forms have a place for it
            if "period" in plan.data:
                self._start(plan)
            else:
                self._period(plan)
        if not self._writing.own_form:
            say_numbers_again(self._writing, plan)
            say_axes_alone(self._writing, plan)
        put_adoption(self._writing, plan, blocks)
        self.letterhead.finish(plan)
        put_council(self._writing, plan, blocks)
        if not (self._writing.own_form or self.letterhead.has_unknown or self.letterhead.is_abroad):
            from_lead(self._writing, plan)

    def _read_kinds(self) -> None:
        """Ties plans to what labels name by its kind, "Province : X", "Commune : Y": to the smallest, and no other.

        Where that is in no register, none is the plan's: whoever the commune is, it is not its province's.
        """
        for plan in {id(plan.data): plan for plan, *_ in self._kinds}.values():
            said = [(passage, label) for each, passage, label in self._kinds if each.data is plan.data]
            lowest = max(depth(label) for _, label in said)
            for passage, label in said:
                inner = depth(label) == lowest
                abroad = self.letterhead.is_abroad
                if inner and from_label(self._writing, plan, passage, label, abroad=abroad):
                    continue
                self.letterhead.has_unknown |= inner
                name = f"{label} {passage.text}"
                code = of_no_single_one(name) if inner else ""
                if inner and code != AMBIGUOUS and self._held(passage, label, "collectivity"):
                    continue  # where it lies may be said
                self._writing.keep(plan, passage, label)
                if inner:
                    self._writing.draft.say(code, passage.piece, node=plan, name=name)

    def _participants(self, blocks: Sequence[Block]) -> None:
        """Leaves who took part to the workshops of a form that say it too; keeps what none of them says."""
        for plan, passage, label in self._came:
            if own_participants.is_said_again(passage, blocks):
                for piece in passage.pieces:
                    self._writing.draft.ignore(piece, "help")
            else:
                self._writing.keep(plan, passage, label)

    def _submission_year(self, plan: Node, passage: Passage, label: str) -> None:
        """Puts the year of submission, unless a date says it more precisely."""
        dates = [each.get("date", "") for each in plan.data.get("submissions", [])]
        if any(date.startswith(passage.text.strip()) for date in dates):
            self._writing.draft.used(passage.piece, plan, "submissions.date")
        elif passage.text.strip().isdecimal() and len(passage.text.strip()) == 4 and not dates:
            there = self._writing.add(plan, "submissions", passage.piece)
            self._writing.draft.put(there, "date", passage.text.strip(), passage.piece)
        else:
            self._writing.keep(plan, passage, label)

    def _framework(self, plan: Node, blocks: Sequence[Block]) -> None:
        """Puts the framework that the words of the file name, first those of its title; `other` where none do."""
        pieces = [piece for block in blocks for piece in block.pieces()]
        title = [str(text) for text in plan.data.get("title", {}).values()]
        found = framework_of([*title, *(piece.text for piece in pieces)])
        numbers = [
            each["value"]
            for commitment in plan.data.get("commitments", [])
            for each in commitment.get("identifiers", [])
            if each.get("scheme") == "OGP"
        ]
        framework, place = "other", plan.places.get("title") or (pieces[0].place if pieces else None)
        if found is not None:
            framework = found[1]
            place = pieces[found[0] - len(title)].place if found[0] >= len(title) else place
        elif numbers:
            framework = "ogp_local" if len(numbers[0]) == 9 else "ogp_national"
        plan.data["framework"] = framework
        self._writing.draft.say("import/assumed", place, severity="info", node=plan, field="framework", value=framework)

    def _period(self, plan: Node) -> None:
        """Puts the years that the title names, else those of a heading around it, where nothing else says when."""
        places = ((plan.places.get(f"title/{each}") or plan.places.get("title"), text) for each, text in _titles(plan))
        lines = [Piece(place, text) for place, text in places if place is not None]
        for piece in (*lines, *self.heads, *self._writing.margins):
            text = in_full(piece.text)
            spans = [found for found in find_dates(text) if found.reading.start and found.reading.end]
            if len(spans) == 1 and self._put_years(plan, piece, text[spans[0].start : spans[0].end]):
                return
        for piece in (*lines, *self.heads):
            if (year := year_of_plan(piece.text)) and self._put_years(plan, piece, year):
                return

    def _start(self, plan: Node) -> None:
        """Puts the first year that the title names, where nothing else says it, and its last is that of the end."""
        held = plan.data["period"]
        for language, title in _titles(plan) if "end" in held and "start" not in held else ():
            place = plan.places.get(f"title/{language}") or plan.places.get("title")
            spans = [found.reading for found in find_dates(in_full(title)) if found.reading.start and found.reading.end]
            if (
                place is None
                or len(spans) != 1
                or says_words("of_other_years", title)
                or str(spans[0].end)[:4] != held["end"][:4]
            ):
                continue
            there = self._writing.node_of(held)
            self._writing.draft.put(there, "start", spans[0].start, Piece(place, title))
            self._writing.draft.say(
                "import/assumed",
                place,
                severity="info",
                node=plan,
                field="period",
                value=f"{spans[0].start} – {held['end']}",
            )
            return

    def _put_years(self, plan: Node, piece: Piece, words: str) -> bool:
        if not period(self._writing, plan, "period", Passage((Line(words),), (piece,)), ""):
            return False
        said = " – ".join(dict.fromkeys(plan.data["period"][name] for name in ("start", "end")))
        self._writing.draft.say("import/assumed", piece.place, severity="info", node=plan, field="period", value=said)
        return True


def _titles(plan: Node) -> list[tuple[str, str]]:
    return list(plan.data.get("title", {}).items())


def _span(text: str) -> str:
    """Gives the years of a line that is nothing else: in brackets, or behind a word for them ("Période 2025-2026")."""
    found = find_dates(text)
    rest = fold(text[: found[0].start] + text[found[0].end :]) if len(found) == 1 else text
    if (
        rest
        and not stands_around_years(rest)
        and not any(meaning.field == "period" for meaning in known_labels().get(rest, ()))
    ):
        return text
    return text[found[0].start : found[0].end]
