"""Reading a page of OGP's site: a plan or a commitment, as pasted text or saved HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from opengov_local.account import Piece, Place
from opengov_local.document import Import
from opengov_local.finding import Finding, Location
from opengov_local.formats.known_headings import telling
from opengov_local.formats.ogp_pages.commitment_fields import (
    REVIEW,
    ogp_id_of,
    put_commitment_field,
    put_review,
    put_title,
)
from opengov_local.formats.ogp_pages.fields import TITLE_ID, UNKNOWN, Field, Page, take_apart
from opengov_local.formats.ogp_pages.lines import Line, is_html, lines_of
from opengov_local.formats.ogp_pages.narrative import put_narrative
from opengov_local.formats.ogp_pages.plan_fields import TEXTS, PlanOf, put_plan, put_plan_field
from opengov_local.formats.ogp_pages.several_pages import parted
from opengov_local.formats.ogp_pages.writing import leave_out, public
from opengov_local.formats.word.docx.saved_page import content_of_page
from opengov_local.formats.word.word_format import understood
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.encodings import decode_text
from opengov_local.importing.kept import with_help, with_kept
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.signatures import looks_like

FORMAT = "ogp-page"
_LOCAL = ("ogp_id", "title", "problem", "status_quo", "action")
_RUNNING = ("additional_information", "milestones")
_LIMIT = 16 * 2**20
_OURS: Final = re.compile(rb"<meta\s+name=.generator.\s+content=.opengov_local.", re.IGNORECASE)
"""Stands in the head of each page that the library writes itself."""
_HEAD: Final = 2**14
_OBJECTS: Final = frozenset(("plans", "workshops", "progress_updates"))
_READABLE = frozenset(("text", "html", "xml", "binary"))


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads the text of a plan or commitment page of opengovpartnership.org, pasted or saved as HTML.

    A saved page of another site, such as that of a national tracker, is read as the document that it is.
    """
    refused = _refused(data, source)
    if refused:
        return Import(None, (refused,))
    decoded = decode_text(data)
    lines = lines_of(decoded.text)
    draft = Draft("ogp_pages", source, data, options)
    _say_encoding(draft, decoded.encoding, decoded.evidence, decoded.broken, decoded.others)
    parts = [(part, take_apart(part, draft.options.language)) for part in parted(lines)]
    if is_html(decoded.text) and not any(page.is_of_site for _, page in parts):
        content = content_of_page(decoded.text)
        made = understood(data, source, options or ImportOptions(), content, FORMAT)
        if made.document is not None and not _OBJECTS.isdisjoint(made.document.tree):
            also = (each for each in draft.finish(FORMAT, telling=telling).findings if each not in made.findings)
            return replace(made, findings=(*also, *made.findings))
    plans: list[PlanOf] = []
    told: set[tuple[str, ...]] = set()
    for part, page in parts:
        said = tuple(line.text for line in part if not line.page)
        if plans and said in told:
            _again(draft, part, plans[-1].plan)
            continue
        told.add(said)
        _read(draft, page, plans)
    if not plans:
        draft.say("import/nothing-recognised", severity="error")
    done = draft.finish(FORMAT, [line.piece for line in lines], telling=telling)
    return with_help(with_kept(done, source), source)


def _again(draft: Draft, part: list[Line], plan: Node) -> None:
    """Accounts for a page that stands there again, word for word, and says so."""
    for line in part:
        if line.page:
            draft.ignore(line.piece, "help")
        else:
            draft.used(line.piece, plan, "commitments")
    title = next((line for line in part if TITLE_ID.match(line.text)), part[0])
    draft.say("import/named-again", title.piece, severity="info", field="commitments", name=title.text)


def _read(draft: Draft, page: Page, plans: list[PlanOf]) -> None:
    for line in page.frame:
        draft.ignore(line.piece, "help")
    for line in page.headings:
        draft.ignore(line.piece, "heading")
    if page.kind == "commitment" and not any(page.get(meaning) for meaning in _LOCAL):
        _give_back(page)
    if page.title is not None or page.fields:
        _put(draft, page, plans)


def _refused(data: bytes, source: str | None) -> Finding | None:
    kind = looks_like(data)
    if kind == "empty":
        return Finding("source/empty-file", "error", Location("", source))
    if kind not in _READABLE:
        return Finding("source/wrong-kind", "error", Location("", source), {"wanted": "text", "looks_like": kind})
    if kind == "html" and _OURS.search(data, 0, _HEAD):
        return Finding("source/own-page", "error", Location("", source))
    if len(data) > _LIMIT:
        return Finding("source/too-large", "error", Location("", source), {"size": len(data), "limit": _LIMIT})
    return None


def _say_encoding(draft: Draft, encoding: str, evidence: str, broken: int, others: tuple[str, ...]) -> None:
    if evidence == "unsure":
        draft.say("import/encoding-unsure", encoding=encoding, others=others)
    elif evidence in ("form", "words"):
        draft.say("import/encoding-guessed", severity="info", encoding=encoding)
    if broken:
        draft.say("import/broken-characters", severity="error", count=broken, encoding=encoding)


def _put(draft: Draft, page: Page, plans: list[PlanOf]) -> None:
    draft.explain("layout/ogp-page", page.title.piece if page.title else None, kind=page.kind,
                  language=page.language or "", labels=len(page.fields))  # fmt: skip
    if page.language not in (None, "en"):
        draft.say("import/translated-page", page.title.piece if page.title else Place("line", None, 1),
                  severity="info", language=str(page.language))  # fmt: skip
    ogp_id = ogp_id_of(page) if page.kind == "commitment" else None
    plan, member = put_plan(draft, page, ogp_id, plans)
    commitment = None
    if page.kind == "commitment":
        where = page.title.piece if page.title else page.fields[0].piece
        commitment = _listed(draft, plan, ogp_id) or draft.add(plan, "commitments", where)
        put_title(draft, commitment, page)
    elif page.title:
        draft.used(page.title.piece, plan, "title")
    for field in page.fields:
        if field.piece.place not in {line.piece.place for line in field.lines}:
            draft.ignore(field.piece, "heading")
        if field.lines and field.meaning != "plan" and field.meaning not in REVIEW:
            _put_field(draft, page, field, plan, member, commitment)
    if commitment:
        put_review(draft, commitment, [field for field in page.fields if field.meaning in REVIEW and field.lines])
    _rest(draft, page, plan, commitment)


def _listed(draft: Draft, plan: Node, ogp_id: str | None) -> Node | None:
    """Gives the commitment with a number that the page of its plan has named already."""
    for one in plan.data.get("commitments", ()) if ogp_id else ():
        if any(each["value"].casefold() == str(ogp_id).casefold() for each in one.get("identifiers", ())):
            return draft.node_of(one)
    return None


def _give_back(page: Page) -> None:
    """Gives labels that are also questions of the national templates back to the running text."""
    for field in [field for field in page.fields if field.meaning in _RUNNING]:
        page.fields.remove(field)
        beside = field.piece.place in {line.piece.place for line in field.lines}
        label = [] if beside else [Line(field.piece, field.label)]
        lines = [line._replace(text=line.piece.text) if beside and line is field.lines[0] else line
                 for line in field.lines]  # fmt: skip
        page.rest += [*label, *lines]
    page.rest.sort(key=lambda line: line.piece.place[2:])


def _put_known(
    draft: Draft, page: Page, field: Field, plan: Node, member: Node | None, commitment: Node | None
) -> bool:
    if commitment and field.meaning not in TEXTS and put_commitment_field(draft, commitment, field, page):
        return True
    return put_plan_field(draft, plan, member, field, page)


def _put_field(
    draft: Draft, page: Page, field: Field, plan: Node, member: Node | None, commitment: Node | None
) -> None:
    if field.meaning == "contact":
        leave_out(draft, commitment or plan, field.items(), field.label)
        return
    field.lines = public(draft, commitment or plan, field.lines)
    if field.meaning == UNKNOWN:
        draft.say("import/label-unknown", field.piece, node=commitment or plan, text=field.label)
    elif _put_known(draft, page, field, plan, member, commitment):
        return
    for line in field.lines:
        draft.keep(line.piece._replace(text=line.text), commitment or plan, label=field.label)


def _rest(draft: Draft, page: Page, plan: Node, commitment: Node | None) -> None:
    """Deals with what stands under no label: of a national commitment, the text of its template.

    A commitment of OGP Local says all under its labels; other lines, such as headings that nobody knows, are kept.
    """
    lines: list[Piece] = [line.piece for line in page.rest if line.text]
    for line in page.rest:
        if not line.text:
            draft.ignore(line.piece, "heading")
    if commitment and lines and not page.is_local:
        put_narrative(draft, commitment, lines, page.language)
        return
    for piece in lines:
        draft.keep(piece, commitment or plan)
