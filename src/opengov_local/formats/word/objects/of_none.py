"""What is asked where no project is open: whether it may be of the plan, or is of none."""

from __future__ import annotations

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.head.letterhead import ASKED
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.words.meaning import Meaning
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_amount

_NAMING = frozenset({"title", "number_title", "number", "ids", "axis"})
"""What names an object, and says nothing of the plan where none is open."""
_TIMES = frozenset({"start", "end", "due", "period", "completed_on"})
_BODIES = frozenset({"leads", "supporting"})


def is_of_none(writing: Writing, objects: Objects, node: Node, meaning: Meaning, passage: Passage, label: str) -> bool:
    """Tells whether a time is asked of projects behind some, none being open: "Échéance : 2028" below a table.

    It may be that of all of them, or of the last: of the plan it is not. Nor is who does what a heading of another
    matter names: "Communication" over "Responsable : …"; nor does a sum say whose the plan is: "Commune | 9 000 DH".
    Anything else there is taken for the plan, and said.

    Args:
        writing: where it is said.
        objects: the plan while it is read.
        node: the object that it is asked of.
        meaning: what is asked for.
        passage: the answer.
        label: the words that ask for it.
    """
    if meaning.field in _NAMING or passage.is_nothing or writing.own_form:
        return False
    parts = objects.plan.data.keys() & {"commitments", "activities"} if objects.has_plan else set()
    if not parts or node.data is not objects.plan.data:
        return False
    if meaning.concept != "plan" and meaning.field in _TIMES:
        writing.draft.say("import/time-of-none", passage.piece, node=node, heading=label, text=passage.text)
        return True
    if meaning.field in _BODIES and objects.under and fold(objects.under) != fold(label):
        return True
    if meaning.field in ASKED and read_amount(passage.text).currency is not None:
        writing.draft.say("import/label-unknown", passage.piece, node=node, text=label)
        return True
    if objects.plan.data.get("commitments"):
        writing.draft.say("import/taken-for-plan", passage.piece, severity="info", node=node, heading=label,
                                field=f"plan.{meaning.field}", text=passage.text)  # fmt: skip
    return False


def may_be_of_parts(objects: Objects) -> bool:
    """Tells whether money or measures taken for the plan stand below an axis or behind commitments."""
    return objects.measured is objects.plan and (objects.axis is not None or bool(objects.plan.data.get("commitments")))
