"""Plans, axes and projects that a report of workshops names and does not hold: made with no more than their titles."""

from __future__ import annotations

from opengov_local.formats.word import values as field_values
from opengov_local.formats.word.documents.reading import Reading
from opengov_local.formats.word.documents.values import none_of
from opengov_local.formats.word.passages import Passage
from opengov_local.formats.word.plan_words import framework_of
from opengov_local.importing.draft import Node


class NamedPlans:
    """Makes what is named, once; axes and projects belong to the only plan of their workshop, or of the document.

    Where none or several could be meant, they stay words.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plans: list[Node] = []
        self._later: list[tuple[Node, str, Passage, str]] = []

    def plan(self, workshop: Node, passage: Passage) -> str:
        """Gives the id of the plan of a title, or of one of another file, as a workshop names it."""
        writing, text = self._reading.writing, passage.text
        known = self._reading.referred(workshop, "plans", "plan", text)
        if known is not None:
            return known
        node = writing.add(writing.draft.root, "plans", passage.piece)
        field_values.put(writing, node, "title", passage, "")
        found = framework_of([text])
        node.data["framework"] = found[1] if found else "other"
        framework = node.data["framework"]
        writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=node, field="framework", value=framework
        )
        self._plans.append(node)
        self._reading.name("plan", text, node.data["id"])
        return str(node.data["id"])

    def refer(self, node: Node, field: str, passage: Passage, label: str) -> None:
        """Takes note of names of axes or projects; which plan they belong to may be said by a later workshop."""
        if not none_of(self._reading, node, field, passage):
            self._later.append((node, field, passage, label))

    def tie(self) -> None:
        """Reads the names into their fields, when all workshops were read; names that nothing can bear are kept."""
        for node, field, passage, label in self._later:
            self._refer(node, field, passage, label)
        self._later = []

    def _refer(self, node: Node, field: str, passage: Passage, label: str) -> None:
        concept = "axis" if field == "axis" else "commitment"
        for line in passage.lines:
            said = passage.of([line])
            target = self._reading.referred(node, field, concept, line.text) or self._made(node, concept, said)
            if target is None:
                self._reading.writing.keep(node, said, label)
            else:
                self._reading.writing.draft.put(node, field, target, said.piece)

    def _made(self, node: Node, concept: str, passage: Passage) -> str | None:
        writing, plan = self._reading.writing, self._plan_of(node)
        if plan is None:
            return None
        there = writing.add(plan, "axes" if concept == "axis" else "commitments", passage.piece)
        field_values.put(writing, there, "title", passage, "")
        if concept == "commitment":
            writing.draft.say(
                "import/commitment-only-named", passage.piece, severity="info", node=there, text=passage.text
            )
        self._reading.name(concept, passage.text, there.data["id"])
        return str(there.data["id"])

    def _plan_of(self, node: Node) -> Node | None:
        """Gives the only plan of the workshop that something stands in, else of the document; None where none is."""
        while node.parent is not None and node.field != "workshops":
            node = node.parent
        stated = node.data.get("plans", ())
        plans = [plan for plan in self._plans if plan.data["id"] in stated] if stated else self._plans
        return plans[0] if len(plans) == 1 else None
