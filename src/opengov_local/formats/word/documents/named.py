"""Plans, axes and projects that a report of workshops names and does not hold: made with no more than their titles."""

from __future__ import annotations

from opengov_local.formats.word import values as field_values
from opengov_local.formats.word.documents.reading import Reading
from opengov_local.formats.word.passages import Passage
from opengov_local.formats.word.plan_words import framework_of
from opengov_local.importing.draft import Node


class NamedPlans:
    """Makes what is named, once; axes and projects belong to the only plan that is named, else they stay words."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plans: list[Node] = []

    def plan(self, passage: Passage) -> str:
        """Gives the id of the plan of a title."""
        writing, text = self._reading.writing, passage.text
        known = self._reading.target("plan", text)
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
        """Reads the names of axes or projects of the plan into a field; names that nothing can bear are kept."""
        concept = "axis" if field == "axis" else "commitment"
        for line in passage.lines:
            said = passage.of([line])
            target = self._reading.referred(node, field, concept, line.text) or self._made(concept, said)
            if target is None:
                self._reading.writing.keep(node, said, label)
            else:
                self._reading.writing.draft.put(node, field, target, said.piece)

    def _made(self, concept: str, passage: Passage) -> str | None:
        writing = self._reading.writing
        if len(self._plans) != 1:
            return None
        node = writing.add(self._plans[0], "axes" if concept == "axis" else "commitments", passage.piece)
        field_values.put(writing, node, "title", passage, "")
        if concept == "commitment":
            writing.draft.say(
                "import/commitment-only-named", passage.piece, severity="info", node=node, text=passage.text
            )
        self._reading.name(concept, passage.text, node.data["id"])
        return str(node.data["id"])
