"""Goals, objectives and performance indicators of StratML, and who has a stake in them."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.writing import add_identifier
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.stratml.elements import Element
from opengov_local.formats.stratml.other_information import parted
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words.number import read_number
from opengov_local.privacy.contacts import LEFT_OUT

SCHEME = "x_stratml"
"""The scheme of the identifiers a StratML document gives."""
NO_AXIS = "stratml.no_axis"
"""What the goal is called that commitments without an axis stand under: StratML has none without a goal."""

_CONTACTS = frozenset(("EmailAddress", "PhoneNumber"))
_DATES = DateContext(order="ymd", serials=False)


class Scribe:
    """Writes elements into a draft and remembers which were spoken of.

    Attributes:
        draft: the document in the making.
        spoken: paths of the elements that were put.
        owners: path of an element to the object made of it, beside which the rest in it is kept.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.spoken: set[str] = set()
        self.owners: dict[str, Node] = {}

    def text(self, node: Node, field: str, element: Element | None) -> None:
        """Puts the words of an element into a field of text."""
        if element and element.piece and element.path not in self.spoken:
            self.spoken.add(element.path)
            self.draft.put(node, field, element.text, element.piece, language=element.language)

    def line(self, node: Node, field: str, element: Element | None) -> None:
        """Puts the words of an element into a field that has no language."""
        self.text(node, field, element)

    def identifier(self, node: Node, element: Element, *, keep_only: bool = False) -> None:
        """Puts the identifier of an element; of what has no object of its own, it is kept."""
        found = element.first("Identifier")
        if found and found.piece and not keep_only:
            self.spoken.add(found.path)
            add_identifier(self.draft, node, SCHEME, found.text, found.piece)

    def stakeholder(self, node: Node, element: Element, field: str) -> None:
        """Puts a stakeholder as a party with its roles.

        Who performs, or has no role at all, leads; beneficiaries are whom it is for.
        """
        name = element.first("Name")
        if name is None or name.piece is None:
            return
        roles = [kind.text for role in element.all("Role") for kind in role.all("RoleType")]
        if "beneficiaries" in _fields(node) and roles and set(roles) == {"Beneficiary"}:
            self._beneficiary(node, name)
        else:
            leads = "Performer" in roles or not element.all("Role")
            target = "leads" if field == "leads" and leads else "supporting"
            party = self.draft.add(node, target, name.piece)
            self.owners[element.path] = party
            person = "Person" in (element.attributes.get("StakeholderTypeType"), element.attributes.get("Type"))
            self.text(party, "person.name" if person else "name", name)
            self._roles(party, element)
        for role in element.all("Role"):
            for kind in role.all("RoleType"):
                if kind.piece:
                    self.spoken.add(kind.path)
                    self.draft.used(kind.piece, node, "beneficiaries" if kind.text == "Beneficiary" else field)
        for label, piece in element.attribute_pieces().items():
            if label in ("StakeholderTypeType", "Type"):
                self.spoken.add(piece.place.part if isinstance(piece.place.part, str) else "")
                self.draft.used(piece, node, field)

    def _beneficiary(self, node: Node, name: Element) -> None:
        """Adds a name to the text of whom a commitment is for."""
        if "beneficiaries" not in node.data:
            self.text(node, "beneficiaries", name)
        elif name.piece:
            self.spoken.add(name.path)
            (language, words), *_ = node.data["beneficiaries"].items()
            node.data["beneficiaries"][language] = f"{words}\n{name.text}"
            self.draft.used(name.piece, node, "beneficiaries")

    def _roles(self, party: Node, element: Element) -> None:
        for role in element.all("Role"):
            for part in (role.first("Name"), role.first("Description")):
                if part and part.piece and "role" not in party.data:
                    self.text(party, "role", part)

    def keep_rest(self, root: Element) -> None:
        """Keeps every piece that was not spoken of beside the nearest object around it."""
        waiting: list[tuple[Element, Node]] = [(root, self.draft.root)]
        for element, owner in waiting:
            here = self.owners.get(element.path, owner)
            label = element.path.rpartition("/")[2].partition("[")[0]
            above = element.path.split("/")[-2].partition("[")[0] if element.path.count("/") > 1 else ""
            is_contact = element.name in _CONTACTS and not self.draft.options.with_contacts
            if element.piece and element.path not in self.spoken and is_contact:
                self.draft.ignore(element.piece._replace(text=LEFT_OUT), "help")
                self.draft.say("import/contact-left-out", element.piece, severity="info", node=here, count=1)
            elif element.piece and element.path not in self.spoken:
                self.draft.keep(element.piece, here, label=f"{above}/{label}" if above else label)
            for name, piece in element.attribute_pieces().items():
                if piece.place.part not in self.spoken:
                    self.draft.keep(piece, here, label=f"{label}/@{name}")
            waiting += [(child, here) for child in element.children]


def _fields(node: Node) -> frozenset[str]:
    return frozenset(node.model.model_fields)


def put_goal(scribe: Scribe, plan: Node, goal: Element) -> None:
    """Puts a goal as an axis and its objectives as commitments on that axis; a goal of ours for the others is none."""
    if name := _outside(goal):
        scribe.spoken.add(name.path)
        if name.piece:
            scribe.draft.used(name.piece, plan, "axes")
            scribe.draft.say("import/said-as-absent", name.piece, severity="info", node=plan, field="axes",
                             text=name.text)  # fmt: skip
        for objective in goal.all("Objective"):
            _objective(scribe, plan, None, objective)
        return
    axis = scribe.draft.add(plan, "axes", _first(goal))
    scribe.owners[goal.path] = axis
    scribe.text(axis, "title", goal.first("Name"))
    scribe.line(axis, "number", goal.first("SequenceIndicator"))
    scribe.identifier(axis, goal)
    description = goal.first("Description")
    if description and description.piece:
        scribe.spoken.add(description.path)
        tag = description.language or scribe.draft.options.language or "und"
        axis.data["objectives"] = [{tag: description.text}]
        scribe.draft.used(description.piece, axis, "objectives")
    for objective in goal.all("Objective"):
        _objective(scribe, plan, axis, objective)


def _outside(goal: Element) -> Element | None:
    """Gives the name of a goal that says, as our own files do, that its objectives lie on no axis, and says no more."""
    others = [child for child in goal.children if child.name != "Objective"]
    said = [child for child in others if any(inside.text for inside in child.walk())]
    alone = len(said) == 1 and said[0].name == "Name" and said[0].text in wording("stratml")[NO_AXIS].texts.values()
    return said[0] if alone else None


def _objective(scribe: Scribe, plan: Node, axis: Node | None, objective: Element) -> None:
    where = _first(objective)
    commitment = scribe.draft.add(plan, "commitments", where)
    scribe.owners[objective.path] = commitment
    scribe.text(commitment, "title", objective.first("Name"))
    scribe.text(commitment, "description", objective.first("Description"))
    scribe.line(commitment, "number", objective.first("SequenceIndicator"))
    _other_information(scribe, commitment, objective.first("OtherInformation"))
    scribe.identifier(commitment, objective)
    if where and axis:
        scribe.draft.put(commitment, "axes", axis.data["id"], where)
    for stakeholder in objective.all("Stakeholder"):
        scribe.stakeholder(commitment, stakeholder, "leads")
    for indicator in objective.all("PerformanceIndicator"):
        _indicator(scribe, commitment, indicator)


def _other_information(scribe: Scribe, commitment: Node, element: Element | None) -> None:
    """Puts what stands there behind the titles of fields into those, and all else as additional information."""
    if element and element.piece and element.path not in scribe.spoken:
        scribe.spoken.add(element.path)
        for field, words in parted(element.text):
            scribe.draft.put(commitment, field, words, element.piece, language=element.language)


def _indicator(scribe: Scribe, commitment: Node, element: Element) -> None:
    if not any(inside.text for inside in element.walk()):
        return
    indicator = scribe.draft.add(commitment, "indicators", _first(element))
    scribe.owners[element.path] = indicator
    scribe.text(indicator, "name", element.first("MeasurementDimension"))
    scribe.text(indicator, "unit", element.first("UnitOfMeasurement"))
    scribe.identifier(indicator, element)
    for instance in element.all("MeasurementInstance"):
        for result in instance.all("TargetResult"):
            if "target" not in indicator.data:
                _measurement(scribe, indicator, "target", result)
        for result in instance.all("ActualResult"):
            _measurement(scribe, indicator, "values", result)


def _measurement(scribe: Scribe, indicator: Node, field: str, result: Element) -> None:
    """Puts a target or an actual result: number, words and the end of its time."""
    first = next((child.piece for child in result.children if child.piece), None)
    if first is None:
        return
    node = scribe.draft.add(indicator, field, first)
    scribe.owners[result.path] = node
    number = result.first("NumberOfUnits")
    reading = read_number(number.text) if number and number.piece else None
    if number and number.piece and reading and reading.value is not None and not reading.unit:
        scribe.spoken.add(number.path)
        scribe.draft.put(node, "value", reading.value, number.piece)
    scribe.text(node, "text", result.first("Description"))
    end = result.first("EndDate")
    if end and end.piece:
        scribe.spoken.add(end.path)
        put_date(scribe.draft, node, "date", end.piece, _DATES, "EndDate")


def _first(element: Element) -> Piece | None:
    return next((child.piece for child in element.children if child.piece), None)
