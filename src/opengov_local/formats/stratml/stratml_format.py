"""Reading StratML: the plan of its core, goals as axes, objectives as commitments; all else is kept."""

from __future__ import annotations

from opengov_local.document import Import
from opengov_local.finding import Finding, Location
from opengov_local.formats.known_headings import telling_but
from opengov_local.formats.stratml.councils import put_collectivity
from opengov_local.formats.stratml.elements import Element, read_xml
from opengov_local.formats.stratml.goals import Scribe, put_goal
from opengov_local.formats.stratml.writing import write
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.kept import with_kept
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.put_date import put_date
from opengov_local.importing.signatures import looks_like

__all__ = ["read", "write"]

FORMAT = "stratml"
_ROOTS = frozenset(("StrategicPlan", "PerformancePlanOrReport"))


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads a StratML document of any of its namespaces: a strategic plan, a performance plan or report."""
    kind = looks_like(data)
    if kind == "empty":
        return Import(None, (Finding("source/empty-file", "error", Location("", source)),))
    root = read_xml(data, source)
    if isinstance(root, Finding):
        return Import(None, (root,))
    draft = Draft("stratml", source, data, options)
    scribe = Scribe(draft)
    if root.name in _ROOTS:
        _plan(scribe, root)
    else:
        draft.say("import/nothing-recognised", severity="error")
    scribe.keep_rest(root)
    pieces = [piece for element in root.walk() for piece in (element.piece, *element.attribute_pieces().values())]
    return with_kept(
        draft.finish(FORMAT, [piece for piece in pieces if piece], telling=telling_but("Performer", "Beneficiary")),
        source,
    )


def _plan(scribe: Scribe, root: Element) -> None:
    draft = scribe.draft
    plan = draft.add(draft.root, "plans")
    scribe.owners[root.path] = plan
    scribe.text(plan, "title", root.first("Name"))
    plan.data["framework"] = "other"
    draft.say("import/assumed", severity="info", node=plan, field="framework", value="other")
    _administration(scribe, plan, root)
    for core in root.all("StrategicPlanCore"):
        for organization in core.all("Organization"):
            _organization(scribe, plan, organization)
        for vision in core.all("Vision"):
            scribe.text(plan, "strategic_vision", vision.first("Description"))
            scribe.identifier(plan, vision, keep_only=True)
        for goal in core.all("Goal"):
            put_goal(scribe, plan, goal)


def _administration(scribe: Scribe, plan: Node, root: Element) -> None:
    """Puts the dates, the address of the source and who submitted the document."""
    draft = scribe.draft
    context = DateContext(order="ymd", serials=False)
    for about in root.all("AdministrativeInformation"):
        for name, field in (("StartDate", "start"), ("EndDate", "end")):
            element = about.first(name)
            if element and element.piece:
                put_date(draft, draft.add(plan, "period", element.piece), field, element.piece, context, name)
                scribe.spoken.add(element.path)
        address = about.first("Source")
        if address and address.text.startswith(("http://", "https://")) and len(address.text.split()) == 1:
            scribe.line(plan, "website", address)
    for about in (root, *root.all("AdministrativeInformation")):
        for submitter in about.all("Submitter"):
            _submitter(scribe, submitter)


def _submitter(scribe: Scribe, submitter: Element) -> None:
    """Puts who submitted the document as its publisher; e-mail and telephone go where they can be taken out."""
    draft = scribe.draft
    named = [submitter.first(name) for name in ("GivenName", "FirstName", "Surname", "LastName")]
    parts = [element for element in named if element and element.piece]
    if parts and "publisher" not in draft.root.data:
        first = parts[0].piece
        if first:
            name = " ".join(element.text for element in parts)
            draft.put(draft.root, "publisher.person.name", name, first._replace(text=name))
            person = draft.node_of(draft.root.data["publisher"]["person"])
            for element in parts:
                if element.piece:
                    draft.used(element.piece, person, "name")
                scribe.spoken.add(element.path)
            for tag, field in (("EmailAddress", "contact.email"), ("PhoneNumber", "contact.phone")):
                scribe.line(person, field, submitter.first(tag))


def _organization(scribe: Scribe, plan: Node, organization: Element) -> None:
    """Puts an organization, which leads the plan, and its stakeholders."""
    draft = scribe.draft
    name = organization.first("Name")
    if name is None or name.piece is None:
        return
    node = draft.add(draft.root, "organizations", name.piece)
    scribe.owners[organization.path] = node
    scribe.text(node, "name", name)
    scribe.line(node, "abbreviation", organization.first("Acronym"))
    scribe.identifier(node, organization)
    draft.put(draft.add(plan, "leads", name.piece), "organization", node.data["id"], name.piece)
    put_collectivity(draft, plan, name.piece, name.language)
    for stakeholder in organization.all("Stakeholder"):
        scribe.stakeholder(plan, stakeholder, "supporting")
