"""Which field reads its words in which way."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from opengov_local.formats.own_groups import GROUPS
from opengov_local.formats.value_questions import ASKS_WHY
from opengov_local.formats.word.docx.own_form import is_counted, says_none
from opengov_local.formats.word.drafting import write_words
from opengov_local.formats.word.drafting.writing import Write, Writing
from opengov_local.formats.word.fields import (
    adopted,
    revised_dates,
    write_codes,
    write_contact,
    write_funding,
    write_parties,
    yes_or_no,
)
from opengov_local.formats.word.fields.parallel import beside_steps
from opengov_local.formats.word.own import own_facts, own_figures, own_lines, own_parties, own_reports, write_things
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.headings.phrases import names_nobody, says_no_trouble
from opengov_local.formats.wording.words.same_words import names_another
from opengov_local.formats.wording.words.small_tables import measure_in_brackets, measure_of
from opengov_local.importing.draft import Node
from opengov_local.importing.words import read_percent, read_status
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan
from opengov_local.model.shape import FieldShape, shape_of

_SAID_OF_BOTH: Final = frozenset({"beneficiaries", "objectives", "status_quo", "expected_results", "number"})
"""What labels ask for in words that also ask for a measure of an indicator: "Cible", «الهدف», "Référence"."""
TOLD: Final = "told"
"""What a form of our own repeats or counts, so that it holds nothing new."""
_TOLD_BY: Final = MappingProxyType({"status_quo": "status", "update": "progress"})
_DATES: Final = ("start", "end", "due", "completed_on", "date", "term_end", "website_updated")
_WRITERS: Final = MappingProxyType(
    {
        **dict.fromkeys(_DATES, write_words.date),
        **dict.fromkeys(("due", "end"), revised_dates.due),
        "submitted": write_words.submitted,
        **dict.fromkeys(adopted.FIELDS, adopted.answered),
        **dict.fromkeys(ASKS_WHY, write_codes.reason),
        **dict.fromkeys(("resources", *write_things.RESOURCES), write_things.resources),
        **dict.fromkeys(("evidence", "attachments"), write_things.attachments),
        **dict.fromkeys(("institutions", "stakeholders"), write_parties.institutions),
        **dict.fromkeys(("ids", "identifiers"), write_codes.identifiers),
        **dict.fromkeys(("leads", "supporting", "monitoring_bodies", "organizers", "partners"), write_parties.parties),
        **dict.fromkeys(tuple(f"supporting_{group}" for group in GROUPS), write_parties.parties),
        **dict.fromkeys(
            ("chairs", "facilitators", "rapporteurs", "members", "points_of_contact"), write_parties.persons
        ),
        **dict.fromkeys(
            tuple(f"contact_{what}" for what in ("name", "role", "both", "email", "phone")), write_contact.contact
        ),
        **dict.fromkeys(("update", "next_steps", "challenges"), write_words.update),
        "axis": write_words.axes,
        "done_or_due": write_words.done_or_due,
        "done_on": write_words.done_on,
        "piloting": write_parties.piloting,
        "period": write_words.schedule,
        "values_why": write_codes.reasons,
        "ogp_values": write_codes.ogp_values,
        "sdgs": write_codes.sdgs,
        "status": write_codes.status,
        "completion": write_codes.completion,
        "progress": write_codes.progress,
        "budget": write_funding.cost,
        "financial_resources": write_funding.financial_resources,
        "funder": write_funding.funder,
        "indicators": write_things.indicators,
        "website": write_things.website,
        **dict.fromkeys(write_things.MEASURES, write_things.measure),
        **dict.fromkeys(own_lines.FIELDS, own_lines.things),
        "ongoing": own_facts.yes_or_no,
        "term_end": own_facts.term_end,
        "inputs": own_lines.answered,
        "inception": own_reports.inception,
        "ended": own_reports.ended,
        "reported_figures": own_figures.figures,
        "collectivities": own_parties.concerned,
        **dict.fromkeys(("continues", "previous_plan"), own_lines.refer),
    }
)


_OF_BODIES: Final = frozenset({write_parties.parties, write_parties.persons, write_parties.institutions})
_OF_NOTHING: Final = _OF_BODIES | {
    write_funding.funder,
    write_contact.contact,
    write_parties.piloting,
    write_things.attachments,
    write_things.indicators,
    write_things.resources,
    write_words.axes,
}
"""What makes objects of the words: none of "Néant"."""
_PUT_INTO: Final = {
    **dict.fromkeys(ASKS_WHY, "ogp_values"),
    **dict.fromkeys(("values_why", "ogp_values"), "ogp_values"),
    **dict.fromkeys(write_things.RESOURCES, "resources"),
    **dict.fromkeys(write_things.MEASURES, "indicators"),
    "funder": "budget",
    "ids": "identifiers",
    "submitted": "submissions",
    **dict.fromkeys(adopted.FIELDS, "adoptions"),
}
"""Where words go that a field of another name asks for."""
_OF_ITSELF: Final = frozenset(("challenges", "next_steps"))
"""What is put into another object, but for objects that have it themselves: an update."""
_OF_ONE_CONCEPT: Final = {*shape_of(Commitment), *shape_of(ActionPlan)} - {*_OF_ITSELF, "period"}
"""What is put into the very object that is asked, if that has it; a period is parted into two days."""


def put(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> None:
    """Reads a passage into a field of an object; what the field cannot hold is kept beside the object.

    Args:
        writing: what is at hand.
        node: the object.
        field: name of the field, or of what is asked for in its stead: `period`, `institutions`, `contact_name`, …
        passage: the words.
        label: the label they stand under.
    """
    if field == TOLD or says_nothing(writing, passage):
        for piece in passage.pieces:
            writing.draft.ignore(piece, "help")
        return
    if states_none(writing, node, field, passage):
        _put_none(writing, node, field, passage, label)
        return
    if tells_no_trouble(writing, node, field, passage, label):
        return
    if writing.report is not None and writing.report.takes(node, field):
        writing.report.put(node, field, passage, label)
        return
    if not writing.own_form and _put_beside_steps(writing, node, field, passage, label):
        return
    field = measured(node, _stated(writing, node, field, passage), passage, label)
    if node.model is Milestone and field == "end":
        field = "due"
    write = _answer(writing, node, passage, label) or _writer(node, field)
    if (
        _names_nobody(writing, node, write, passage, label)
        or write is None
        or not write(writing, node, field, passage, label)
    ):
        writing.keep(node, passage, label)
        return
    for piece in passage.pieces[1:]:
        writing.draft.used(piece, node, field)


def _names_nobody(writing: Writing, node: Node, write: Write | None, passage: Passage, label: str) -> bool:
    """Tells whether words that should name bodies say that there is none, or who others are, or are but a number."""
    if writing.own_form or write not in _OF_NOTHING:
        return False
    if names_another(passage.text):
        writing.draft.say("import/same-as-untold", passage.piece, node=node, heading=label, text=passage.text.strip())
        return True
    if names_nobody(passage.text):
        _say_none(writing, node, passage, label)
        return True
    if write in _OF_BODIES and write_things.is_measure(passage.text):
        writing.draft.say("import/counts-no-titles", passage.piece, severity="info", node=node, heading=label)
        return True
    return False


def tells_no_trouble(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Keeps and says words that tell of no difficulties where these are asked for: "RAS"; tells whether they do."""
    if field != "challenges" or writing.own_form or not says_no_trouble(passage.text):
        return False
    _say_none(writing, node, passage, label)
    writing.keep(node, passage, label)
    return True


def _say_none(writing: Writing, node: Node, passage: Passage, label: str) -> None:
    writing.draft.say("import/no-value", passage.piece, severity="info", node=node, heading=label, text=passage.text)


def _stated(writing: Writing, node: Node, field: str, passage: Passage) -> str:
    """Gives what words answer that are no text: the word for a state where the situation is asked, a rate for progress.

    "Situation actuelle : En cours" is the state, "Progress so far: 40%" the rate.
    """
    told = _TOLD_BY.get(field, "")
    if writing.own_form or told not in node.shapes or told in node.data:
        return field
    if told == "status":
        tells = read_status(passage.text, words=writing.words) is not None
    else:
        tells = read_percent(passage.text).value is not None and "%" in plain_digits(passage.text)
    if not tells:
        return field
    writing.draft.say("import/assumed", passage.piece, severity="info", node=node, field=told, value=passage.text)
    return told


def _put_beside_steps(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> bool:
    """Puts a list that goes with that of the activities into these; tells whether it does."""
    beside = beside_steps(writing, node, field, passage)
    for step, line in beside:
        put(writing, step, field, line, label)
    if beside:
        writing.draft.say("import/lists-side-by-side", passage.piece, severity="info", heading=label)
    return bool(beside)


def measured(node: Node, field: str, passage: Passage, label: str) -> str:
    """Gives the measure that is asked for where a number stands below an indicator under a label said of both.

    So it does where the label itself says that it asks for one, and where whom an object is for is a mere number.
    """
    if field not in _SAID_OF_BOTH or "indicators" not in node.shapes:
        return field
    number = write_things.is_measure(passage.text)
    sure = measure_in_brackets(label, number=number)
    name = sure or measure_of(label)
    name = {"value": "values"}.get(name, name)
    fits = sure or (number and field == "beneficiaries") or write_things.awaits(node, name, passage.text)
    return f"measure_{name}" if name and fits else field


def says_nothing(writing: Writing, passage: Passage) -> bool:
    """Tells whether an answer says that nothing is stated or, in our form, what was counted there."""
    return passage.is_nothing or (writing.own_form and is_counted(passage.text))


def states_none(writing: Writing, node: Node, field: str, passage: Passage) -> bool:
    """Tells whether our form says that there is none of what a field lists."""
    if not writing.own_form or not says_none(passage.text):
        return False
    shape = node.shapes.get("axes" if field == "axis" else field)
    return field == "institutions" or (shape is not None and shape.many)


def _put_none(writing: Writing, node: Node, field: str, passage: Passage, label: str) -> None:
    if field == "institutions":  # whether nobody leads or nobody supports
        writing.keep(node, passage, label)
    else:
        writing.put_none(node, "axes" if field == "axis" else field, passage)


def _answer(writing: Writing, node: Node, passage: Passage, label: str) -> Write | None:
    """Gives the way to read an answer of yes or no to a state; None for any other."""
    asked = not writing.own_form and "status" in node.shapes and yes_or_no.answers_state(label, passage)
    return yes_or_no.put_answer if asked else None


def _writer(node: Node, field: str) -> Write | None:
    if node.model is ActionPlan and field in ("start", "end", "period"):
        return write_words.period
    wanted = _PUT_INTO.get(field, field)
    if wanted in _OF_ONE_CONCEPT and wanted not in node.shapes:
        return None  # what commitments or plans alone have, asked of an axis or a milestone
    if field in _OF_ITSELF and field in node.shapes:
        return _by_shape(node.shapes[field])
    return _WRITERS.get(field) or _by_shape(shape_of(node.model).get(field))


def _by_shape(shape: FieldShape | None) -> Write | None:
    """Gives the way to read a field by what it holds; None for references and objects."""
    if shape is None or shape.kind not in ("map", "text") or shape.refers is not None:
        return None
    if shape.open_list:
        return write_codes.codes if shape.many else write_codes.code
    if shape.kind == "map":
        return write_words.texts if shape.many else write_words.text
    return None if shape.many else write_words.line
