"""What becomes of an answer, wherever it stands: in a paragraph, below a heading, in a table."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.account import Piece
from opengov_local.formats.ogp_national.naming import parted_number
from opengov_local.formats.tables.columns.counts import is_count
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects import own_gatherings
from opengov_local.formats.word.objects.listed_objects import ListedObjects
from opengov_local.formats.word.objects.objects import NAMED, Objects
from opengov_local.formats.word.objects.of_none import is_of_none
from opengov_local.formats.word.objects.plan_facts import Facts
from opengov_local.formats.word.objects.steps import in_line, is_note, listed_below, put_step, say_lines, steps
from opengov_local.formats.word.texts.passages import Passage, bare, is_item, joined, numbered, unlisted
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning, choose
from opengov_local.formats.wording.labels.table_meanings import names_in_tables
from opengov_local.formats.wording.labels.timed_titles import all_in_brackets
from opengov_local.formats.wording.words.markers import names_object, read_marker
from opengov_local.formats.wording.words.meaning import LISTS
from opengov_local.formats.wording.words.report_labels import REPORTED, WHEN
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold
from opengov_local.importing.words.printed_numbers import number_in_front
from opengov_local.model.plan import ActionPlan
from opengov_local.model.shape import shape_of

_OF_COMMITMENTS = frozenset(
    {"title", "number", "number_title", "ids", "problem", "causes", "status_quo", "action", "solution_path"}
    | {"expected_results", "milestones", "ogp_values", "institutions"}
    | {"values_why", "transparency_why", "accountability_why", "participation_why"}
)
"""What is asked of commitments alone: a table that asks it speaks of one."""
_TOLD = frozenset({"milestones", "update"})
_AS_REPORTED = {("plan", "achievements"): "update", ("plan", "challenges"): "challenges"}
"""What plans say of themselves in the words in which it is reported what became of a commitment."""


class Asking:
    """Answers questions about the objects that are open.

    Attributes:
        alone: whether no heading of the file names an axis or a commitment, so that the file may be one form.
        heads_card: folded label of the first row of the table that is read, where none of its rows asks for a title.
    """

    def __init__(self, writing: Writing, labels: Labels, objects: Objects, facts: Facts) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._facts = facts
        self.alone = True
        self.heads_card = ""
        self._named_by = ""
        self._listed = ListedObjects(writing, labels, objects)
        self._tables: dict[str, str | int | None] = {}  # which table of our own form names a commitment, by its id

    def order(self) -> tuple[str, ...]:
        """Gives the concepts that a label can speak of here, the likeliest first."""
        if self._objects.gathering is not None:
            return ("workshop", "group", "plan")
        if self._objects.assessing is not None:
            return ("assessment", "practice", "commitment", "plan")
        if self._objects.step is not None:
            return ("milestone", "commitment", "axis", "plan")
        if self._objects.commitment is not None:
            return ("commitment", "milestone", "axis", "plan")
        if self._objects.axis is not None:
            return ("axis", "commitment", "milestone", "plan")
        return ("plan", "axis", "commitment", "milestone")

    def meant(self, said: Labelled) -> Meaning | None:
        """Gives what a label asks for here; what plans and reports call alike is reported of the open commitment."""
        meaning, objects = choose(said.meanings, self.order()), self._objects
        asked = {each[:2] for each in said.meanings}
        if meaning is not None and self.is_name(said):
            return meaning._replace(concept="commitment", field="title")
        if meaning is not None and asked == {("commitment", "action")} and names_in_tables(said.label):
            meaning = self._of_named(said.label, meaning)
        if meaning is None or meaning[:2] not in _AS_REPORTED or objects.commitment is None or self._writing.own_form:
            return meaning
        concept = "milestone" if objects.step is not None else "commitment"
        return Meaning(concept, _AS_REPORTED[meaning[:2]], meaning.language)

    def is_name(self, said: Labelled) -> bool:
        """Tells whether the first row of a card, "Action", holds the title of a commitment that has but a number."""
        asks = any(each[:2] == ("commitment", "action") for each in said.meanings)
        heads = asks and self.heads_card == fold(said.label) and names_object(said.label)
        return heads and self._objects.is_unnamed

    def _of_named(self, label: str, action: Meaning) -> Meaning:
        """Gives what a label asks for that names commitments in tables: here too, where nothing else names them."""
        label = fold(label)
        if label != self._named_by and self._objects.commitment is not None:
            return action
        self._named_by = label
        return action._replace(field="title")

    def node_for(self, meaning: Meaning, piece: Piece) -> Node:
        """Gives the object that a question asks about; a commitment is opened where only one can be meant."""
        objects = self._objects
        if meaning.concept == "milestone":
            return objects.step or objects.commitment or objects.plan
        if meaning.concept == "axis" and objects.axis is not None:
            return objects.axis
        if meaning.concept == "commitment" and objects.commitment is not None:
            return objects.commitment
        if meaning.concept == "commitment" and meaning.field != "title" and self._is_form():
            return objects.open_commitment("", "", piece)
        return objects.plan

    def _is_form(self) -> bool:
        """Tells whether nothing of a plan was said so far, so that what is asked of commitments is asked of one."""
        said = self._objects.plan.data.keys() if self._objects.has_plan else ()
        return self.alone and not {"title", "axes"} & set(said)

    def opens(self, meaning: Meaning) -> bool:
        """Tells whether a question is asked of commitments alone."""
        return meaning.concept == "commitment" and meaning.field in _OF_COMMITMENTS

    def answer(self, meaning: Meaning, passage: Passage, label: str) -> None:
        """Reads an answer.

        Args:
            meaning: what was asked.
            passage: the answer.
            label: the question.
        """
        if not self._tells_by_number(meaning, passage) and self._elsewhere(meaning, passage, label):
            return
        node = self.node_for(meaning, passage.pieces[0])
        if is_of_none(self._writing, self._objects, node, meaning, passage, label):
            self._writing.keep(node, passage, label)
        elif self._says_none(node, meaning.field, passage):
            values.put(self._writing, node, meaning.field, passage, label)
        elif self.counts(meaning, passage) or self._tells_by_number(meaning, passage):
            self._writing.draft.keep(passage.piece, node, label=label)
            self._writing.draft.say("import/counts-no-titles", passage.piece, severity="info", heading=label)
        elif meaning.field in LISTS or self._lists_steps(meaning, passage):
            self._list(node, meaning.field, passage, label)
        elif meaning.concept in ("axis", "commitment", "milestone") and meaning.field in ("title", "number_title"):
            self._name(meaning, passage)
        elif meaning.concept == "commitment" and meaning.field in ("number", "ids"):
            self._number(meaning.field, passage, label)
        elif meaning.field == "axis":
            self._axis_of(node, passage)
        elif node.model is ActionPlan and self._facts.note(node, meaning.field, passage, label):
            return
        else:
            values.put(self._writing, node, self._field(node, meaning.field), passage, label)

    def _says_none(self, node: Node, field: str, passage: Passage) -> bool:
        return values.says_nothing(self._writing, passage) or values.states_none(self._writing, node, field, passage)

    def counts(self, meaning: Meaning, passage: Passage) -> bool:
        """Tells whether projects are counted and not named, "Projets : 8"; an open project may name its axis so."""
        names = meaning.concept in ("axis", "commitment", "milestone") and meaning.field in ("title", "number_title")
        names = names or (meaning.concept == "plan" and meaning.field in ("axes", "commitments"))
        of_one = meaning.concept == "axis" and self._objects.commitment is not None
        return names and not of_one and not self._writing.own_form and is_count(passage.text)

    def _tells_by_number(self, meaning: Meaning, passage: Passage) -> bool:
        """Tells whether activities are counted and not named, "Activités réalisées : 6"."""
        return meaning.field in _TOLD and not self._writing.own_form and is_count(passage.text)

    def _elsewhere(self, meaning: Meaning, passage: Passage, label: str) -> bool:
        """Reads what is said of a workshop or an assessment, or reported; tells whether it was such."""
        objects = self._objects
        if meaning.concept in ("workshop", "group") and objects.gathering is not None:
            if not own_gatherings.answer(self._writing, objects.gathering, meaning.field, passage, label):
                objects.gathering.answer(meaning, passage, label)
        elif meaning.concept in ("assessment", "practice") and objects.assessing is not None:
            objects.assessing.answer(meaning, passage, label)
        else:
            return self._reported(meaning, passage, label)
        return True

    def _reported(self, meaning: Meaning, passage: Passage, label: str) -> bool:
        """Reads what a report says of how far something is, or when it was written; tells whether it was such."""
        report = self._writing.report
        if report is None or passage.is_nothing:
            return False
        if meaning.field in WHEN:
            report.when(meaning.field, passage, label, self._objects.step or self._objects.commitment)
            return True
        node = self.node_for(meaning, passage.pieces[0]) if meaning.field in REPORTED else None
        if node is None or not report.takes(node, meaning.field):
            return False
        report.put(node, meaning.field, passage, label)
        return True

    def span(self, passage: Passage) -> bool:
        """Reads two dates that stand alone below the name of a commitment as its time; tells whether they were such."""
        node = self._objects.commitment
        if node is None or self._objects.step is not None or not node.data.keys() <= NAMED:
            return False
        reading = read_date(passage.text, self._writing.context)
        if reading is None or not (reading.start and reading.end) or reading.kind == "date":
            return False
        values.put(self._writing, node, "period", passage, "")
        said = f"{reading.start} – {reading.end}"
        self._writing.draft.say("import/assumed", passage.piece, severity="info", node=node, field="start", value=said)
        return True

    @staticmethod
    def _field(node: Node, field: str) -> str:
        """Gives the field of a plan for what is asked of commitments where none is open."""
        return (
            ""
            if node.model is ActionPlan and field not in (*shape_of(ActionPlan), "start", "end", *Facts.FIELDS)
            else field
        )

    # --- names and numbers

    def _name(self, meaning: Meaning, passage: Passage) -> None:
        text, piece = passage.text, passage.piece
        named = self._objects.commitment if meaning.concept == "commitment" else None
        part = piece.place.part  # in our own forms without headings, each table names another
        again = named is not None and self._tables.get(named.target, part) == part
        if again and self._objects.is_named(text):
            for each in passage.pieces:
                self._writing.draft.used(each, self._objects.deepest, "title")
            return
        number, title = self._named(meaning, text)
        if meaning.concept == "axis":
            self.axis(number, title, passage)
        elif meaning.concept == "milestone":
            put_step(self._writing, self._labels, self._objects.open_step(piece), passage)
        elif (again or named is None) and self._objects.is_open(number, title, piece):
            self._objects.name_commitment(number, title, [], piece)
        elif self._writing.own_form and not number:
            self._tables[self._objects.open_sheet(title, piece).target] = part
        else:
            self._objects.open_commitment(number, title, piece)
        for each in passage.pieces[1:]:
            self._writing.draft.used(each, self._objects.deepest, "title")

    def _named(self, meaning: Meaning, text: str) -> tuple[str, str]:
        """Parts the number of what an answer names from its title."""
        ours = self._writing.own_form
        if meaning.field == "number_title" and ours:
            return parted_number(text)
        marker = None if ours else read_marker(text, (meaning.concept,))
        if marker is not None and marker.title:
            return marker.number, marker.title
        if meaning.field == "number_title":
            return numbered(text)
        number, title = ("", text) if ours else number_in_front(text)
        opened = self._objects.commitment if meaning.concept == "commitment" else None
        another = opened is not None and opened.data.get("number", number) != number
        return ("", text) if another else (number, title)

    def _axis_of(self, node: Node, passage: Passage) -> None:
        """Reads on which axis an object lies; in a plan, the axis that follows."""
        if node.model is ActionPlan:
            self._name(Meaning("axis", "title"), passage)
        else:
            self._listed.link_axes(node, passage)

    def axis(self, number: str, title: str, passage: Passage) -> None:
        """Reads the name of an axis: that of the open commitment, if it has none, or of what follows."""
        if not number:
            number, title = numbered(title)
        commitment = self._objects.commitment
        if commitment is None:
            self._objects.open_axis(number, title, passage.piece)
            return
        axis = self._objects.axis_of(number, title, passage.piece)
        self._objects.link_axis(commitment, axis.data["id"], passage.piece)

    def _number(self, field: str, passage: Passage, label: str) -> None:
        commitment = self._objects.commitment
        if commitment is not None and values.measured(commitment, field, passage, label) != field:
            values.put(self._writing, commitment, field, passage, label)
            return
        if field == "number" and commitment is not None and commitment.data.get("number", passage.text) != passage.text:
            commitment = commitment if commitment.data.keys() <= NAMED - {"title"} else None
        node = commitment or self._objects.open_commitment(passage.text if field == "number" else "", "", passage.piece)
        if field == "number" and node is not commitment:
            return
        values.put(self._writing, node, field, passage, label)

    # --- lists

    def _lists_steps(self, meaning: Meaning, passage: Passage) -> bool:
        """Tells whether several items stand below a label for the title of a step: each of them is one.

        So below a label that names projects where one is open that has a name: "Actuaciones:", "Mesures :".
        """
        opened = self._objects.commitment
        below = meaning[:2] == ("commitment", "title") and opened is not None and "title" in opened.data
        if self._writing.own_form or self._objects.step is not None:
            return False
        if meaning[:2] != ("milestone", "title") and not below:
            return False
        return sum(map(is_item, passage.lines)) > 1 and is_item(passage.lines[0])

    def _list(self, node: Node, field: str, passage: Passage, label: str) -> None:
        if field in ("axes", "commitments"):
            self._listed.read(field, [passage], label)
            return
        passage = in_line(self._writing, self._labels, passage, label)
        parted = list(steps(passage)) if self._writing.own_form else unlisted(list(steps(passage)))
        if len(parted) > 1 and not any(map(is_item, passage.lines)) and not self._writing.own_form:
            say_lines(self._writing, passage.pieces[:1])
        self._writing.activities = passage.text, self._steps(parted)
        for piece in passage.pieces:
            self._writing.draft.used(piece, node, field)

    def listed(self, meaning: Meaning, passages: Sequence[Passage], label: str) -> None:
        """Reads a list that stands below a heading or label, one passage a paragraph."""
        node = self.node_for(meaning, passages[0].pieces[0])
        if values.states_none(self._writing, node, meaning.field, joined(passages)):
            values.put(self._writing, node, meaning.field, joined(passages), label)
        elif meaning.field in ("axes", "commitments"):
            self._listed.read(meaning.field, passages, label)
        else:
            self._list_steps(node, passages, label)

    def _list_steps(self, node: Node, passages: Sequence[Passage], label: str) -> None:
        passages = [in_line(self._writing, self._labels, passages[0], label)] if len(passages) == 1 else passages
        groups, others = listed_below(passages)
        for passage in others:
            self._writing.keep(node, passage, label)
        found: list[Passage] = []
        for group in groups:
            whole = joined(group)
            found += steps(whole) if len(group) == 1 else [whole]
        found = [one for one in found if not is_note(self._writing, node, one, label)]
        made = self._steps(found if self._writing.own_form else unlisted(found))
        self._writing.activities = "\n".join(passage.text for passage in passages), made

    def _steps(self, passages: Sequence[Passage]) -> list[Node]:
        """Makes a step of each passage; a year in brackets behind each of them is in no title."""
        each_dated = all_in_brackets([passage.lines[0].text for passage in passages])
        return [self._step(passage, each_dated=each_dated) for passage in passages]

    def _step(self, passage: Passage, *, each_dated: bool) -> Node:
        again = self._objects.steps() if self._objects.deepest.target in self._writing.named_again else ()
        title = numbered(bare(passage.lines[0].text))[1]
        step = self._objects.known_step(title, again) or self._objects.new_step(passage.piece)
        put_step(self._writing, self._labels, step, passage, listed=each_dated)
        for piece in passage.pieces[1:]:
            self._writing.draft.used(piece, step, "title")
        return step
