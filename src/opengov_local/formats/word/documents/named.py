"""Plans, axes and projects that a report of workshops names and does not hold: made with no more than their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opengov_local.formats.word.documents.reading import Reading
from opengov_local.formats.word.documents.values import none_of
from opengov_local.formats.word.fields import values as field_values
from opengov_local.formats.word.own.own_elsewhere import elsewhere
from opengov_local.formats.word.own.own_plans import in_plan, less_reference, which
from opengov_local.formats.word.texts.passages import Line, Passage, own_numbered
from opengov_local.formats.wording.words.plan_words import framework_of
from opengov_local.importing.draft import Node


class NamedPlans:
    """Makes what is named, once; axes and projects belong to the only plan of their workshop, or of the document.

    Where none or several could be meant, they stay words, which is said.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plans: dict[str, Node] = {}
        self._later: list[tuple[Node, str, Passage, str]] = []

    def plan(self, workshop: Node, passage: Passage) -> str:
        """Gives the id of the plan of a title, or of one of another file, as a workshop names it."""
        return self._reading.referred(workshop, "plans", "plan", passage.text) or self._only_named(passage)

    def _only_named(self, passage: Passage) -> str:
        """Makes a plan with no more than its title, and what tells it from others of this title."""
        writing, text, said = self._reading.writing, passage.text, which(passage.text)
        node = writing.add(writing.draft.root, "plans", passage.piece)
        field_values.put(writing, node, "title", passage.of([Line(said.title)]), "")
        if said.start:
            node.data["period"] = {"start": said.start, "end": said.end}
        if said.whose:
            whose = [Line(each) for each in re.split("[,،] ", said.whose)]
            self._reading.collectivities(node, passage.of(whose), self._reading.words.label("word.concerns"))
        found = framework_of([said.title])
        node.data["framework"] = found[1] if found else "other"
        framework = node.data["framework"]
        writing.draft.say(
            "import/assumed", passage.piece, severity="info", node=node, field="framework", value=framework
        )
        self._plans[node.data["id"]] = node
        self._reading.name("plan", text, node.data["id"])
        return str(node.data["id"])

    def refer(self, node: Node, field: str, passage: Passage, label: str) -> None:
        """Takes note of names of axes or projects; which plan they belong to may be said by a later workshop."""
        if not none_of(self._reading, node, field, passage):
            self._later.append((node, field, passage, label))

    def tie(self) -> None:
        """Reads the names into their fields, when all workshops were read; names that nothing can bear are kept."""
        plans = {id(node): self._plans_of(node) for node, *_ in self._later}
        for each in sorted(self._later, key=lambda each: len(plans[id(each[0])]) != 1):
            self._refer(*each, plans[id(each[0])])
        self._later = []

    def _refer(self, node: Node, field: str, passage: Passage, label: str, plans: Sequence[str]) -> None:
        """Reads names of parts of the one plan of a workshop, else those that one of its plans alone has."""
        concept, writing = "axis" if field == "axis" else "commitment", self._reading.writing
        for line in passage.lines:
            said, there = self._in_plan(passage.of([line]), plans)
            target = self._part(concept, said.text, there) or elsewhere(writing, node, field, said.text)
            if target is None and len(there) == 1 and there[0] in self._plans:
                target = self._made(self._plans[there[0]], concept, said)
            if target is not None:
                writing.draft.put(node, field, target, said.piece)
                continue
            writing.keep(node, said, label)
            writing.draft.say("import/part-of-no-plan", said.piece, severity="info", node=node, field=field,
                              text=said.text, count=len(there))  # fmt: skip

    def _in_plan(self, passage: Passage, plans: Sequence[str]) -> tuple[Passage, Sequence[str]]:
        """Gives a name, and the plan that is said behind it; else the plans that may be meant."""
        said = in_plan(passage.text)
        if said is None:
            return passage, plans
        title = passage.of([Line(said.plan)])
        return passage.of([Line(said.name)]), [self._reading.target("plan", said.plan) or self._only_named(title)]

    def _part(self, concept: str, text: str, plans: Sequence[str]) -> str | None:
        """Gives the only part of some plans that has a title; None too where one of them stands in another file."""
        called = self._reading.called(concept, text)
        found = [each for plan in plans for each in called.get(plan, ())]
        return found[0] if len(found) == 1 and self._plans.keys() >= {*plans} else None

    def _made(self, plan: Node, concept: str, passage: Passage) -> str:
        writing = self._reading.writing
        there = writing.add(plan, "axes" if concept == "axis" else "commitments", passage.piece)
        number, title = own_numbered(less_reference(passage.text))
        if number:
            writing.draft.put(there, "number", number, passage.piece)
        field_values.put(writing, there, "title", passage.of([Line(title)]), "")
        if concept == "commitment":
            writing.draft.say(
                "import/commitment-only-named", passage.piece, severity="info", node=there, text=passage.text
            )
        self._reading.name(concept, passage.text, there.data["id"], plan.data["id"])
        return str(there.data["id"])

    def _plans_of(self, node: Node) -> Sequence[str]:
        """Gives the ids of the plans of the workshop that something stands in; of the document, where it names none."""
        while node.parent is not None and node.field != "workshops":
            node = node.parent
        return node.data.get("plans") or tuple(self._plans)
