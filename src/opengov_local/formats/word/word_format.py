"""Reading a Word file: what it is made of, what kind of document it is, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from opengov_local.account import Piece, Place
from opengov_local.document import Import
from opengov_local.finding import Finding, Location
from opengov_local.formats.known_headings import telling
from opengov_local.formats.tables.levels.axis_references import title_by_numbers
from opengov_local.formats.word.as_sheets import read_page
from opengov_local.formats.word.documents.readers import READERS
from opengov_local.formats.word.documents.words import Words, document_of
from opengov_local.formats.word.docx.beside import Margins, account_for, places_of
from opengov_local.formats.word.docx.blocks import Block, Content, Paragraph
from opengov_local.formats.word.docx.own_form import is_own
from opengov_local.formats.word.docx.parts import read_content
from opengov_local.formats.word.docx.xml import MAX_DEPTH, BrokenXmlError
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fuller import is_fuller
from opengov_local.formats.word.gatherings.workshops_twice import one_each as one_workshop_each
from opengov_local.formats.word.head.kinds import Evidence, Kind, evidence_of
from opengov_local.formats.word.head.title_rows import with_title_row
from opengov_local.formats.word.minutes.several_minutes import read_minutes
from opengov_local.formats.word.objects.axis_headings import with_axes
from opengov_local.formats.word.objects.counted import with_titles
from opengov_local.formats.word.objects.listed_parts import with_listed
from opengov_local.formats.word.objects.on_base import join_base
from opengov_local.formats.word.objects.units import by_actions
from opengov_local.formats.word.own.annex import Annex, annex_in
from opengov_local.formats.word.own.own_facts import is_made_up
from opengov_local.formats.word.own.own_places import meet
from opengov_local.formats.word.plan.no_projects import say_no_projects, say_unread_rows
from opengov_local.formats.word.plan.plan import PlanReader
from opengov_local.formats.word.report_reader import read_report
from opengov_local.formats.word.table_shapes.answers_below import answers_below
from opengov_local.formats.word.table_shapes.form_titles import with_form_titles
from opengov_local.formats.word.table_shapes.headless_tables import with_headless
from opengov_local.formats.word.table_shapes.painted_states import say_painted
from opengov_local.formats.word.table_shapes.projects_over_steps import with_steps_apart
from opengov_local.formats.word.table_shapes.several import one_each
from opengov_local.formats.word.table_shapes.split_tables import Joined, joined_tables
from opengov_local.formats.word.texts.assessment_labels import labels_of
from opengov_local.formats.word.texts.head_country import country_of
from opengov_local.formats.word.texts.headings import contents_in, titles_in
from opengov_local.formats.wording.headings.several_axes import share_axes
from opengov_local.formats.wording.labels.behind_titles import tell_who
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.own_said import telling as own_telling
from opengov_local.formats.wording.words.own_wording import titles_of_forms
from opengov_local.importing.containers import check_container
from opengov_local.importing.contributions_twice import say_contributions_twice
from opengov_local.importing.draft import Draft
from opengov_local.importing.kept import with_kept
from opengov_local.importing.nameless import say_nameless
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.said_twice import join_languages

FORMAT = "docx"


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads a Word file (Office Open XML): an action plan, commitment forms, or minutes of a workshop.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        options: what the user told beside.

    Returns:
        The package it says, as far as it says it, with what was found and what became of every paragraph and cell.
    """
    container = check_container(data, source, wanted="docx")
    if isinstance(container, Finding):
        return Import(None, (container,))
    try:
        content = read_content(container)
    except BrokenXmlError as broken:
        params = {"limit": MAX_DEPTH} if broken.code == "source/too-deep" else {}
        return Import(None, (Finding(broken.code, "error", Location("", source), params),))
    made = understood(data, source, options or ImportOptions(), content)
    return replace(made, findings=(*container.findings, *made.findings))


def understood(data: bytes, source: str | None, options: ImportOptions, content: Content, form: str = FORMAT) -> Import:
    """Reads what a file is made of: as a document, or as a sheet where that leaves less of it unread.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        options: what the user told beside.
        content: what the file is made of.
        form: name of its format.
    """
    as_document, as_page = replace(content), replace(content)
    made = _document(data, source, options, as_document, form)
    page = None if content.ours else read_page(data, source, options, as_page, form)
    if page is not None and is_fuller(page, made, content, options):
        return with_kept(page, source, _beside(as_page))
    return made


def _document(data: bytes, source: str | None, options: ImportOptions, content: Content, form: str) -> Import:
    """Reads a file as a document: its headings, paragraphs, forms and tables."""
    document = document_of(content.blocks) if content.ours else None
    own, annex = annex_in(content.blocks)
    if document is not None:
        return _own(data, source, options, content, document)
    labels = Labels(options.words, labels_of(own), named=titles_in(own))
    joined = Joined(list(own)) if content.ours else _tables_of(own, labels)
    blocks, unsure, labels, evidence = _looked_through(joined.blocks, labels, ours=content.ours)
    options = replace(options, language=options.language or evidence.language)
    draft = Draft(form, source, data, options)
    _explain(draft, evidence)
    writing = Writing(draft)
    writing.margins = Margins(content.margins)
    writing.country = "" if content.ours else country_of(blocks) or options.country or ""
    if content.ours:
        writing.form_language = next(filter(None, map(_form_language, own)), "")
        writing.exact = bool(writing.form_language)
    _meet(writing, annex, blocks, ours=content.ours)
    if is_made_up(own) and (content.ours or any(map(_is_form, own))):
        draft.root.data["synthetic"] = True
    if evidence.kind != "other":
        _say_taken(draft, unsure, joined)
    if evidence.kind in ("report", "follow_up", "plan"):
        writing.last(partial(say_unread_rows, writing, own))
    writing.who_in_brackets = tell_who(block.text for block in blocks if isinstance(block, Paragraph))
    if evidence.kind in ("report", "follow_up"):
        read_report(writing, labels.of_report(evidence.reported), blocks, minutes=evidence.kind == "follow_up")
    elif evidence.kind == "plan":
        _read_plan(writing, labels, blocks, ours=content.ours)
    elif evidence.kind == "minutes":
        read_minutes(writing, labels, blocks)
    elif any(True for _ in content.pieces()):
        draft.say("import/word-not-understood", severity="warning")
    else:
        draft.say("import/word-no-text", severity="warning", pictures=content.pictures)
    account_for(draft, content)
    _finish(writing, content, reports=evidence.kind in ("report", "follow_up"))
    made = draft.finish(form, content.pieces(), telling=own_telling if content.ours else telling, ours=content.ours)
    return with_kept(made, source, _beside(content)) if evidence.kind != "other" else made


def _read_plan(writing: Writing, labels: Labels, blocks: list[Block], *, ours: bool) -> None:
    """Reads the blocks of a plan; where they ask for projects and give none, that is said."""
    if not ours:
        blocks = with_listed(blocks, labels, who=writing.who_in_brackets)
        writing.last(partial(say_no_projects, writing, labels, blocks))
    PlanReader(writing, labels).read(blocks)


def _meet(writing: Writing, annex: Annex, blocks: Sequence[Block], *, ours: bool) -> None:
    """Reads who and what is named in a document: its annex, and in one of ours the collectivities of its sheets."""
    if ours:
        writing.last(partial(one_workshop_each, writing))
    annex.read(writing)
    if ours:
        meet(writing, blocks)


def _say_taken(draft: Draft, unsure: Iterable[tuple[str, Piece]], joined: Joined) -> None:
    """Says which lines were taken for answers, and which tables for the second half of the one above."""
    for heading in joined.again:
        draft.ignore(heading, "heading")
    for label, piece in unsure:
        draft.say("import/assumed", piece, severity="info", field=label, value=piece.text)
    for half in joined.halves:
        draft.say("import/table-goes-on", half, severity="info", text=half.text)


def _finish(writing: Writing, content: Content, *, reports: bool) -> None:
    """Reads what was left for the end, and sorts out what lies on several axes, or stands there in two languages.

    Documents of ours say such things plainly. What reports on the plan of an earlier package joins that.
    """
    writing.finish()
    if not content.ours:
        share_axes(writing.draft)
        title_by_numbers(writing.draft)
        join_languages(writing.draft)
        say_contributions_twice(writing.draft)
        say_painted(writing.draft, content.blocks)
        say_nameless(writing.draft)
        writing.draft.keep_telling(telling)
    if reports:
        join_base(writing.draft, content.pieces())


def _tables_of(own: Sequence[Block], labels: Labels) -> Joined:
    """Gives the blocks of a file with its tables as one reads them, halves joined, and without a table of contents."""
    listed = contents_in(own)
    joined = joined_tables((block for at, block in enumerate(own) if at not in listed), labels)
    pieces = (piece for at in listed for piece in own[at].pieces())
    return joined._replace(blocks=with_steps_apart(joined.blocks, labels), again=(*joined.again, *pieces))


def _looked_through(
    own: Sequence[Block], labels: Labels, *, ours: bool
) -> tuple[list[Block], tuple[tuple[str, Piece], ...], Labels, Evidence]:
    """Tells what the lines of a file are before they are read: its blocks, what is unsure, its labels and its kind."""
    if ours:
        blocks, unsure = answers_below(own, labels)
        return blocks, unsure, labels, replace(evidence_of(blocks, labels), kind="plan")  # our forms are of plans
    lines = with_form_titles(with_titles(one_each(with_title_row(with_headless(own, labels)), labels), labels), labels)
    blocks, unsure = answers_below(with_axes(lines, labels), labels)
    evidence = evidence_of(blocks, labels)
    acting = by_actions(lines, labels, evidence)
    if acting is not None:
        lines, labels = acting
        blocks, unsure = answers_below(with_axes(lines, labels), labels)
        evidence = evidence_of(blocks, labels)
    return blocks, unsure, labels, evidence


def _own(data: bytes, source: str | None, options: ImportOptions, content: Content, words: Words) -> Import:
    """Reads a document that the library writes itself."""
    draft = Draft(FORMAT, source, data, replace(options, language=words.language))
    kind: Kind = "plan" if words.room == "programme" else "minutes"
    _explain(draft, Evidence(kind, words.language, len(words.labels), 0))
    writing = Writing(draft)
    writing.own_form = writing.exact = True
    blocks, annex = annex_in(content.blocks)
    _meet(writing, annex, blocks, ours=True)
    if is_made_up(blocks):
        draft.root.data["synthetic"] = True
    READERS[words.room](writing, words).read(blocks)
    writing.finish()
    account_for(draft, content)
    made = draft.finish(FORMAT, content.pieces(), telling=own_telling, ours=True)
    return with_kept(made, source, _beside(content))


def _beside(content: Content) -> frozenset[Place]:
    """Gives the places of what stands beside the text, of which something was said."""
    return places_of((*content.comments, *content.hidden, *content.struck, *content.addresses))


def _form_language(block: Block) -> str:
    """Gives the language of a form of our own by its title; "" for any other block."""
    return titles_of_forms().get(block.text, "") if isinstance(block, Paragraph) else ""


def _is_form(block: Block) -> bool:
    """Tells whether a block is the title of a form of our own."""
    return isinstance(block, Paragraph) and is_own(block.text.encode())


def _explain(draft: Draft, evidence: Evidence) -> None:
    draft.explain(
        "layout/word-kind",
        kind=evidence.kind,
        language=evidence.language or "und",
        labels=evidence.labels,
        headings=evidence.markers,
    )
