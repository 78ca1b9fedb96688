"""Plans and consultations: the results or proposals of one component, named as its participatory space."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.decidim.axes import Axes
from opengov_local.formats.decidim.fields import read_fields
from opengov_local.formats.decidim.keys import language_of_rest, root_of
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.state import State, component_of, space_of
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of

_NAMES = ("participatory_space/title", "participatory_space/name", "component/name", "component/title")
_KINDS = {"": ("process", "assembly"), "processes": ("process",), "assemblies": ("assembly",)}


class Plans:
    """The plans that the results of a source make up, and the consultations of its proposals."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._plans: dict[str, Node] = {}
        self._axes: dict[str, Axes] = {}
        self._workshops: dict[str, Node] = {}
        self._described: dict[Record, tuple[Node, str]] = {}
        self._components = {
            entity: {component_of(record) for record in state.of(entity)} - {""} for entity in ("result", "proposal")
        }

    def plan_of(self, record: Record) -> Node:
        """Gives the plan that a result is part of; new for the first result of a component."""
        key = self._component(record)
        if key not in self._plans:
            plan = self._state.draft.add(self._state.draft.root, "plans", record.first())
            self._plans[key] = plan
            self._axes[plan.target] = Axes(self._state, plan)
            self._name(plan, record, "process", key)
            self.frame(plan)
        return self._plans[key]

    def _component(self, record: Record) -> str:
        """Gives the component of a record; one that does not tell is of the only component there is."""
        known = self._components[record.entity]
        return component_of(record) or (next(iter(known)) if len(known) == 1 else "")

    def axes_of(self, record: Record) -> Axes:
        """Gives the axes of the plan of a result."""
        return self._axes[self.plan_of(record).target]

    def workshop_of(self, record: Record) -> Node:
        """Gives the consultation that a proposal was brought to; new for the first proposal of a component."""
        key = self._component(record)
        if key not in self._workshops:
            node = self._state.draft.add(self._state.draft.root, "workshops", record.first())
            self._workshops[key] = node
            node.data["kind"] = "online_consultation"
            self.assume(node, "kind", "online_consultation")
            self._name(node, record, "consultation", key)
        return self._workshops[key]

    def of_space(self, record: Record) -> Node:
        """Makes a plan of a process that stands alone in its source."""
        plan = self._state.draft.add(self._state.draft.root, "plans", record.first())
        self._described[record] = (plan, "process")
        return plan

    def described(self) -> dict[Record, tuple[Node, str]]:
        """Gives the spaces whose values are those of a plan or consultation, with the rows of columns to go by."""
        return self._described

    def assume(self, node: Node, field: str, value: str, *, warn: bool = False) -> None:
        """Says that a value was concluded."""
        severity = "warning" if warn else "info"
        self._state.draft.say("import/assumed", severity=severity, node=node, field=field, value=value)  # type: ignore[arg-type]

    def frame(self, plan: Node) -> None:
        """States the framework that the name of a plan tells, else `other`."""
        texts = [*plan.data.get("title", {}).values(), self._state.name or ""]
        found = (code for text in texts for code, kind in (("remacto", "remacto"), ("ogp_local", "ogp"))
                 if says(kind, text))  # fmt: skip
        plan.data["framework"] = next(found, "other")
        self.assume(plan, "framework", plan.data["framework"])

    def _name(self, node: Node, record: Record, rows: str, component: str) -> None:
        """Names a plan or consultation: as its space, as the record says of it, or as the file."""
        space = self._space(record)
        if space is not None and space not in self._described:
            self._described[space] = (node, rows)
            read_fields(self._state, space, node, rows)
        elif space is not None:
            self._put_names(node, "title", [entry for entry in space.entries if root_of(entry.key) == "title"])
        for key in _NAMES:
            if "title" in node.data:
                return
            self._put_names(node, key, record.take(key))
        if "title" not in node.data and self._state.name:
            of_component = component and len(self._components[record.entity]) > 1
            name = f"{self._state.name} ({component})" if of_component else self._state.name
            node.data["title"] = {language_of(name, self._state.draft.options.language): name}
            self.assume(node, "title", name, warn=True)

    def _put_names(self, node: Node, key: str, entries: list[Entry]) -> None:
        for entry in entries:
            said = language_of_rest(entry.key.removeprefix(key).lstrip("/"))
            text = self._state.words(entry.piece, node, entry.heading)
            self._state.draft.put(node, "title", text, entry.piece, language=said[0] if said else None)

    def _space(self, record: Record) -> Record | None:
        """Finds the space of a record: the one it lies in, else that of its number or short name."""
        owner = record.owner
        while owner is not None:
            if owner.entity in _KINDS[""]:
                return owner
            owner = owner.owner
        wanted = space_of(record)
        for entity in _KINDS[wanted.kind]:
            for space in self._state.of(entity):
                by_number = wanted.number and space.peek("id") == wanted.number
                if by_number or (wanted.slug and space.peek("slug") == wanted.slug):
                    return space
        return None


def take_names(record: Record) -> list[Piece]:
    """Takes the names that a record repeats of its space and component."""
    return [entry.piece for key in _NAMES for entry in record.take(key)]
