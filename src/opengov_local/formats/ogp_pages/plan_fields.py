"""The fields of a plan page, and what a commitment page says of its plan."""

from __future__ import annotations

import re
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.fields import TITLE_ID, Field, Page
from opengov_local.formats.ogp_pages.members import put_member
from opengov_local.formats.ogp_pages.plan_title import Member, member_of, titled_member, years_of
from opengov_local.formats.ogp_pages.writing import add_identifier, put_parties, put_text, says_nothing
from opengov_local.importing.dates import DateContext, read_date
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import fold
from opengov_local.importing.words.lists import bodies_in, read_list

TEXTS = frozenset(("foreword", "strategic_vision", "coordination", "achievements", "challenges", "medium_term_goals",
                   "vision_contribution", "policy_alignment", "co_creation", "diversity", "continued_participation",
                   "monitoring"))  # fmt: skip
_OGP_ID = re.compile(r"^[A-Z]{2}[A-Z]{3}\d{4}$", re.IGNORECASE)
_ID_TITLE = re.compile(r"^(?P<id>[A-Z]{2}[A-Z]{3}\d{4})\s*[:–-]\s*(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL)
_NOT_ATTACHED = frozenset(("not attached", "not available", "non joint"))


class PlanOf(NamedTuple):
    """A plan that pages speak of.

    Attributes:
        plan: the plan.
        member: its member, where a page names one.
        title: its title as the first page has it.
        family: the letters of OGP's numbers of its commitments.
        named: the member as it is named.
    """

    plan: Node
    member: Node | None
    title: str
    family: str
    named: Member | None


def put_plan(draft: Draft, page: Page, ogp_id: str | None, earlier: list[PlanOf]) -> tuple[Node, Node | None]:
    """Adds the plan of a page with its title, framework, member and years, where no earlier page is of the same plan.

    Args:
        draft: the draft.
        page: the page.
        ogp_id: OGP's number of the commitment that the page is of.
        earlier: the plans of the pages before; this one is added.

    Returns:
        The plan and its member, where the page names one.
    """
    family = (ogp_id or "").rstrip("0123456789").upper()
    if (known := _known(page, family, earlier)) is not None:
        return _join(draft, page, known, family, earlier)
    draft.root.data.setdefault("default_language", page.language) if page.language else None
    named = page.get("plan")
    title = page.title.piece if page.title and page.kind == "plan" else None
    piece = title or (named.lines[0].piece if named else page.title.piece if page.title else page.fields[0].piece)
    plan = draft.add(draft.root, "plans", piece)
    words = page.title.text if title and page.title else named.lines[0].text if named else ""
    if words and words.casefold() not in _NOT_ATTACHED:
        draft.put(plan, "title", words, piece, language=page.language)
    member = titled_member(words) or (member_of(page.member.text) if page.member else None)
    where = page.member.piece if page.member and not titled_member(words) else piece
    node = _member(draft, plan, member, where, page.language, earlier) if member else None
    earlier.append(PlanOf(plan, node, words if words.casefold() not in _NOT_ATTACHED else "", family, member))
    if page.member:
        draft.used(page.member.piece, node or plan, "name")
    _framework(draft, plan, member, ogp_id, piece)
    if named:
        _again(draft, plan, named, words)
    _years(draft, plan, page, words, piece)
    return plan, node


def _words(page: Page) -> str:
    """Gives the title of the plan as a page has it: its own, or that which its overview names."""
    named = page.get("plan")
    words = page.title.text if page.title and page.kind == "plan" else named.lines[0].text if named else ""
    return "" if words.casefold() in _NOT_ATTACHED else words


def _known(page: Page, family: str, earlier: list[PlanOf]) -> PlanOf | None:
    """Gives the plan of an earlier page that a page is of: with its title; without one, with numbers of its letters."""
    words = fold(_words(page))
    if words:
        return next((each for each in reversed(earlier) if fold(each.title) == words), None)
    alike = [each for each in earlier if family and each.family == family]
    last = earlier[-1] if earlier and not page.member and "" in (family, earlier[-1].family) else None
    return alike[-1] if alike else last


def _join(draft: Draft, page: Page, known: PlanOf, family: str, earlier: list[PlanOf]) -> tuple[Node, Node | None]:
    """Accounts for what a further page says again of its plan."""
    if not known.family and family:
        earlier[earlier.index(known)] = known._replace(family=family)
    if page.member:
        draft.used(page.member.piece, known.member or known.plan, "name")
    if named := page.get("plan"):
        _again(draft, known.plan, named, known.title or named.lines[0].text)
    if end := page.get("plan_end"):
        _years(draft, known.plan, page, known.title, end.lines[0].piece)
    return known.plan, known.member


def _member(
    draft: Draft, plan: Node, member: Member, where: Piece, language: str | None, earlier: list[PlanOf]
) -> Node:
    """Puts the member of a plan; the collectivity of an earlier plan is the same."""
    known = next((each.member for each in earlier if each.named == member and each.member is not None), None)
    if known is None or member.national:
        return put_member(draft, plan, member, where, language)
    draft.put(plan, "collectivities", known.data["id"], where)
    return known


def is_local_number(ogp_id: str) -> bool:
    """Tells whether a number of OGP is that of a commitment of a local member: three letters of a place are in it."""
    return _OGP_ID.match(ogp_id) is not None


def _framework(draft: Draft, plan: Node, member: Member | None, ogp_id: str | None, piece: Piece) -> None:
    """Concludes the framework: numbers with three letters of a place, and places of a country, are local."""
    local = is_local_number(ogp_id) if ogp_id else None
    if local is None and member:
        local = not member.national
    framework = "other" if local is None else "ogp_local" if local else "ogp_national"
    draft.put(plan, "framework", framework, piece)
    draft.say("import/assumed", piece, severity="info", node=plan, field="framework", value=framework)


def _again(draft: Draft, plan: Node, named: Field, words: str) -> None:
    """Accounts for the title of the plan where the overview names it again, or does not."""
    for line in named.lines:
        if line.text.casefold() in _NOT_ATTACHED or line.text == words:
            draft.used(line.piece, plan, "title")
        else:
            draft.say("import/conflict", line.piece, node=plan, field="title", kept=words, text=line.text)
            draft.keep(line.piece, plan, label=named.label)
    if named.piece.place not in {line.piece.place for line in named.lines}:
        draft.ignore(named.piece, "heading")


def _years(draft: Draft, plan: Node, page: Page, title: str, piece: Piece) -> None:
    """Puts when the plan begins and ends: the end that the page states, else the years of its title."""
    years = years_of(title)
    if years:
        draft.put(plan, "period.start", years[0], piece)
    end = page.get("plan_end")
    said = read_date(end.lines[0].text, DateContext(serials=False)) if end else None
    if end and said and said.kind == "date" and said.start:
        draft.put(plan, "period.end", said.start, end.lines[0].piece)
        if years and not said.start.startswith(years[1]):
            draft.say("import/years-differ", end.lines[0].piece, node=plan, field="period", title=title,
                      end=end.lines[0].text)  # fmt: skip
    elif years:
        draft.put(plan, "period.end", years[1], piece)
    if end and not (said and said.kind == "date"):
        draft.say("import/date-unread", end.lines[0].piece, node=plan, heading=end.label, text=end.lines[0].text)
        draft.keep(end.lines[0].piece, plan, label=end.label)


def put_plan_field(draft: Draft, plan: Node, member: Node | None, field: Field, page: Page) -> bool:
    """Puts one field of a plan page; tells whether it is one."""
    pieces = field.items()
    if field.meaning in TEXTS:
        same = [each for each in page.fields if each.meaning == field.meaning and each.lines]
        if same[0] is field:  # several questions may ask for one thing, such as how the plan is followed
            prose = [piece for each in same for piece in each.prose()]
            put_text(draft, plan, field.meaning, prose, page.language)
    elif field.meaning == "lead" and page.kind == "plan":
        items = bodies(draft, plan, pieces)
        put_parties(draft, plan, "leads", items, page.language)
    elif field.meaning == "term_end":
        put_date(draft, plan, "term_end", pieces[0], DateContext(serials=False), field.label)
        _more(draft, plan, field, pieces[1:])
    elif field.meaning == "commitments" and page.kind == "plan":
        _commitments(draft, plan, field, page, pieces)
    elif field.meaning in ("date_submitted", "submission"):
        _submission(draft, plan, member, field, page, pieces)
    elif field.meaning == "plan_end":
        _more(draft, plan, field, pieces[1:])
    elif field.meaning == "cycle":
        years = years_of(str(next(iter(plan.data.get("title", {}).values()), "")))
        if years and pieces[0].text == years[0]:
            draft.used(pieces[0], plan, "period.start")
        else:
            draft.keep(pieces[0], plan, label=field.label)
        _more(draft, plan, field, pieces[1:])
    else:
        return False
    return True


def _commitments(draft: Draft, plan: Node, field: Field, page: Page, pieces: list[Piece]) -> None:
    """Puts the commitments that a plan page leads to: a title with OGP's number behind or before it on each line."""
    for piece in pieces:
        found = TITLE_ID.match(piece.text) or _ID_TITLE.match(piece.text)
        if found is None:
            draft.keep(piece, plan, label=field.label)
            continue
        commitment = draft.add(plan, "commitments", piece)
        draft.put(commitment, "title", found["title"], piece, language=page.language)
        add_identifier(draft, commitment, "OGP", found["id"], piece)


def _submission(draft: Draft, plan: Node, member: Node | None, field: Field, page: Page, pieces: list[Piece]) -> None:
    """Puts the submission; the year of the overview only where no date is stated below."""
    exact = page.get("date_submitted")
    if field.meaning == "submission" and exact:
        said = read_date(exact.lines[0].text, DateContext(serials=False))
        if said and said.start and said.start.startswith(pieces[0].text):
            draft.used(pieces[0], plan, "submissions")
        else:
            draft.keep(pieces[0], plan, label=field.label)
    elif not says_nothing(pieces[0].text) and not _submitted(plan, pieces[0]):
        node = draft.add(plan, "submissions", pieces[0])
        put_date(draft, node, "date", pieces[0], DateContext(serials=False), field.label)
        framework = plan.data.get("framework")
        draft.put(node, "to", "ogp_local" if framework == "ogp_local" else "ogp", pieces[0])
        if member and "kind" in member.data:
            draft.put(node, "collectivity", member.data["id"], pieces[0])
    else:
        draft.used(pieces[0], plan, "submissions")
    _more(draft, plan, field, pieces[1:])


def _submitted(plan: Node, piece: Piece) -> bool:
    """Tells whether another page has said that a plan was submitted then."""
    said = read_date(piece.text, DateContext(serials=False))
    held = [each.get("date") for each in plan.data.get("submissions", ())]
    return said is not None and said.start is not None and said.start in held


def _more(draft: Draft, node: Node, field: Field, pieces: list[Piece]) -> None:
    for piece in pieces:
        draft.keep(piece, node, label=field.label)


def bodies(draft: Draft, node: Node, pieces: list[Piece]) -> list[Piece]:
    """Parts lines into the bodies they name; commas part those that all are bodies by their first word.

    Else they part nothing, for many names hold one, and a finding says so.
    """
    items = []
    for piece in pieces:
        named = bodies_in(piece.text) or read_list(piece.text, commas="never").items
        items += [piece._replace(text=item) for item in named]
        if "," in piece.text and len(pieces) == 1 and len(named) == 1:
            draft.say("import/bodies-not-split", piece, severity="info", node=node, text=piece.text)
    return items
