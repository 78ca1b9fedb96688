"""The fields of a commitment page."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.fields import TITLE_ID, Field, Page
from opengov_local.formats.ogp_pages.milestones import put_milestones
from opengov_local.formats.ogp_pages.narrative import put_why
from opengov_local.formats.ogp_pages.plan_fields import bodies
from opengov_local.formats.ogp_pages.tables import site_words
from opengov_local.formats.ogp_pages.writing import (
    add_identifier,
    put_codes,
    put_parents,
    put_parties,
    put_status,
    put_text,
    says_nothing,
)
from opengov_local.formats.value_questions import ASKS_WHY
from opengov_local.importing.dates import DateContext
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.put_date import put_date
from opengov_local.importing.words import code_of_answer, read_codes
from opengov_local.importing.words.identifiers import read_identifier

_TEXTS = frozenset(("problem", "causes", "status_quo", "action", "solution_path", "expected_results", "objectives",
                    "description", "long_term_goal", "additional_information"))  # fmt: skip
_CODES = {"policy_area": ("policy_areas", "policy_area"), "sector": ("sectors", "sector"),
          "value": ("ogp_values", "ogp_value")}  # fmt: skip
REVIEW = ("verifiability", "relevance", "potential_for_results", "completion", "early_results")
"""What OGP's reviewers (IRM) answer in the overview of a national commitment."""


def ogp_id_of(page: Page) -> str | None:
    """Gives OGP's number of the commitment of a page: in brackets after the title, or under its label."""
    if page.title and (found := TITLE_ID.match(page.title.text)):
        return found["id"]
    field = page.get("ogp_id")
    reading = read_identifier(field.lines[0].text, ("OGP",)) if field else None
    return reading.value if reading else None


def put_title(draft: Draft, commitment: Node, page: Page) -> None:
    """Puts the title: that of its own field, where there is one; the heading of the page says it again."""
    own = page.get("title")
    heading = TITLE_ID.match(page.title.text) if page.title else None
    if own:
        put_text(draft, commitment, "title", own.items(), page.language)
    if page.title and heading:
        add_identifier(draft, commitment, "OGP", heading["id"], page.title.piece)
        stated = str(next(iter(commitment.data.get("title", {}).values()), ""))
        if not stated:
            draft.put(commitment, "title", heading["title"], page.title.piece, language=page.language)
        elif stated.rstrip(". ") == heading["title"].rstrip(". "):
            draft.used(page.title.piece, commitment, "title")
        else:
            draft.say("import/conflict", page.title.piece, node=commitment, field="title", kept=stated,
                      text=heading["title"])  # fmt: skip
            draft.keep(page.title.piece, commitment, label="title")


def put_commitment_field(draft: Draft, commitment: Node, field: Field, page: Page) -> bool:  # noqa: C901 - one step for each meaning
    """Puts one field of a commitment page; tells whether it is one."""
    pieces = field.items()
    context = DateContext(serials=False)
    if field.meaning in _TEXTS:
        put_text(draft, commitment, field.meaning, field.prose(), page.language)
    elif field.meaning in ("start", "end", "status"):
        if field.meaning == "status":
            put_status(draft, commitment, pieces[0], field.label)
        else:
            put_date(draft, commitment, field.meaning, pieces[0], context, field.label)
        for piece in pieces[1:]:
            draft.keep(piece, commitment, label=field.label)
    elif field.meaning in ("lead", "supporting"):
        target = "leads" if field.meaning == "lead" else "supporting"
        put_parties(draft, commitment, target, bodies(draft, commitment, pieces), page.language)
    elif field.meaning in _CODES:
        put_codes(draft, commitment, *_CODES[field.meaning], pieces, field.label)
        put_parents(draft, commitment, pieces[0])
    elif field.meaning == "relevance_text" or field.meaning in ASKS_WHY:
        return _why(draft, commitment, field, page)
    elif field.meaning == "resources":
        put_text(draft, draft.add(commitment, "resources", pieces[0]), "description", field.prose(), page.language)
    elif field.meaning == "milestones":
        put_milestones(draft, commitment, pieces, (), language=page.language, context=context)
    elif field.meaning == "ogp_id":
        _identifier(draft, commitment, field, pieces)
    elif field.meaning != "title":
        return False
    return True


def _why(draft: Draft, commitment: Node, field: Field, page: Page) -> bool:
    """Puts why a commitment serves a value: the one that the question above names, or the only one there is."""
    if field.meaning in ASKS_WHY:
        put_why(draft, commitment, ASKS_WHY[field.meaning], field.prose(), page.language)
        return True
    above = next((each for each in page.fields[page.fields.index(field) - 1 :: -1]), None)
    named = read_codes(" ".join(piece.text for piece in above.items()), "ogp_value").codes if above else ()
    values = commitment.data.get("ogp_values", [])
    asked = above is not None and above.meaning == "value" and len(named) == 1
    served = [each for each in values if (each["value"] == named[0] if asked else "why" not in each)]
    for each in served:
        put_text(draft, draft.node_of(each), "why", field.prose(), page.language)
    if len(served) > 1:  # a reason that names no value
        said = ", ".join(each["value"] for each in served)
        draft.say("import/assumed", field.lines[0].piece, severity="info", node=commitment, field="ogp_values.why",
                  value=said)  # fmt: skip
    return bool(served)


def _identifier(draft: Draft, commitment: Node, field: Field, pieces: list[Piece]) -> None:
    for piece in pieces:
        reading = read_identifier(piece.text, ("OGP",))
        if reading:
            add_identifier(draft, commitment, "OGP", reading.value, piece)
        else:
            draft.keep(piece, commitment, label=field.label)


def put_review(draft: Draft, commitment: Node, fields: list[Field]) -> None:
    """Puts what OGP's reviewers found as an assessment; words that no scale has stand as they are."""
    if not fields:
        return
    assessment = draft.add(draft.root, "assessments", fields[0].piece)
    draft.put(assessment, "target", commitment.data["id"], fields[0].piece)
    draft.put(assessment, "assessor_role", "irm", fields[0].piece)
    for field in fields:
        first, *more = field.items()
        answer = draft.add(assessment, "answers", first)
        draft.put(answer, "criterion", field.meaning, first)
        put_answer(draft, answer, field.meaning, first)
        for piece in more:
            draft.keep(piece, assessment, label=field.label)


def put_answer(draft: Draft, answer: Node, criterion: str, piece: Piece) -> None:
    """Puts the answer that a word stands for on the scale of a criterion, and the word itself."""
    words = {("assessment_answer", folded): code for (name, folded), code in site_words().items()
             if name == "assessment_answer" and code.startswith(f"{criterion}.")}  # fmt: skip
    code = code_of_answer(criterion, piece.text, words=words)
    if code:
        draft.put(answer, "answer", code, piece)
    elif not says_nothing(piece.text):
        draft.say("import/answer-unknown", piece, node=answer, criterion=criterion, text=piece.text)
    draft.put(answer, "original", piece.text, piece)
