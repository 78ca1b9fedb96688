"""What kind of document a file is, and in which language its labels are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.gatherings.minute_labels import MinuteLabels
from opengov_local.formats.word.gatherings.workshop_tables import workshops_in
from opengov_local.formats.word.table_shapes.period_tables import reports_by_period
from opengov_local.formats.word.table_shapes.response_tables import responses_in
from opengov_local.formats.word.table_shapes.table_parts import Answer, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.unmarked import commitment_headings
from opengov_local.formats.word.table_shapes.votes import counts_votes
from opengov_local.formats.word.texts.headings import CONCEPTS, is_contents, level, marker_of
from opengov_local.formats.wording.headings.phrases import says as speaks_of
from opengov_local.formats.wording.headings.phrases import small_words
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.adoption_sentences import approves, is_decision
from opengov_local.formats.wording.words.letters import matter
from opengov_local.formats.wording.words.minute_words import (
    begins_minutes,
    gives_account,
    kind_of_workshop,
    languages_of,
    names_minutes,
    says_minutes,
)
from opengov_local.formats.wording.words.plan_words import begins_with, names_plan, says
from opengov_local.formats.wording.words.report_labels import reported_in
from opengov_local.importing.dates import DateContext

Kind = Literal["plan", "report", "follow_up", "minutes", "other"]
_FIRST = 10
_TITLES = 2
"""Blocks that may be the title of a file, whatever stands in front of a colon there."""
_TITLED = frozenset({"title", "number_title", "description", "action"})
_PAIR = 2
"""Cells of a question with its answer."""
_HEAD = 18
"""Blocks among which the subject line of a letter stands."""
_LONGEST_TITLE = 250
_FACTS = 3
"""What sheets of workshops say at the least of when, where and how many."""
_FEW = 2
"""Labels that alone do not tell the language of a file."""
_LANGUAGES = ("en", "fr", "es")
_TOLD = frozenset({"update", "challenges", "next_steps", "progress", "status"})
_TOLD_BY_REPORTS = frozenset({"update", "challenges", "progress"})
"""What only reports say of each commitment, whatever their titles are."""
_STRONG = frozenset(
    [
        "title",
        "number_title",
        "ids",
        "problem",
        "causes",
        "status_quo",
        "action",
        "solution_path",
        "expected_results",
        "ogp_values",
        "values_why",
        "transparency_why",
        "accountability_why",
        "participation_why",
        "institutions",
        "milestones",
        "strategic_vision",
        "coordination",
        "foreword",
        "form",
        "submission_year",
    ]
)
"""What only plans and their commitments are asked for."""
_OF_PLANS = frozenset({"objectives", "description", "budget", "indicators", "start", "end", "period", "due"})
"""What else a plan says of its commitments, and a report in prose does not."""
_LISTED = frozenset({"leads", "end", "due", "start", "period", "budget"})
"""What the list of projects that a council adopts says of them, by whom, until when and for how much."""
_CONTRIBUTIONS = frozenset({"problem", "solution", "proposal", "recommendation"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a file shows of itself.

    Attributes:
        kind: what kind of document it is.
        language: language of its labels in Latin letters; None where they do not tell.
        labels: how many different labels were known.
        markers: how many headings name an axis, commitment, milestone or group.
        reported: what its labels ask for that reports say of a plan.
    """

    kind: Kind
    language: str | None
    labels: int
    markers: int
    reported: frozenset[str] = frozenset()


def evidence_of(blocks: Sequence[Block], labels: Labels) -> Evidence:
    """Looks through a file once and tells what kind of document it is."""
    marked = Counter(_marked(blocks, labels))
    firsts = [
        block.text
        for at, block in enumerate(blocks[:_FIRST])
        if not isinstance(block, Table) and (at < _TITLES or not _answers(block.text, labels))
    ]
    firsts += [text for block in blocks[:_TITLES] if isinstance(block, Table) for text in _matters(block, labels)]
    firsts = _without_references(firsts)
    titled = any(says_minutes(text) and len(text) < _LONGEST_TITLE for text in firsts)
    asked = list(_asked(blocks, MinuteLabels.of(labels) if titled else labels))
    tongues = Counter(meaning.language for meanings, _ in asked for meaning in meanings[:1])
    tongues.update({language: count for (_, language), count in marked.items()})
    reported = reported_in(_labels(blocks))
    kind = (
        _reporting(blocks, labels, marked, firsts, reported)
        or _in_prose(asked, marked, firsts)
        or _decides(blocks, marked, firsts)
        or _kind(asked, marked, firsts)
    )
    if kind == "other" and any(isinstance(block, Table) and responses_in(block, labels.words) for block in blocks):
        kind = "minutes"
    return Evidence(kind, _spoken(tongues, blocks), len(asked), sum(marked.values()), reported)


def _without_references(firsts: list[str]) -> list[str]:
    """Gives the first lines of a file, of which one is the title of a plan, without those that point to minutes."""
    if not any(names_plan(text) and not _is_sentence(text) for text in firsts):
        return firsts
    others = [text for text in firsts if not (says_minutes(text) and _refers(text))]
    return firsts if any(map(says_minutes, others)) else others


def _refers(text: str) -> bool:
    """Tells whether a line that has the words for minutes points to them: a sentence, or "PV : voir annexe 2".

    One that begins with these words and says more is a title of minutes.
    """
    if begins_minutes(text):
        behind = text.partition(":")[2].split()
        return bool(behind) and speaks_of("refers_word", behind[0])
    return _is_sentence(text) or speaks_of("refers_word", text)


def _is_sentence(text: str) -> bool:
    return text.rstrip(" )»").endswith((".", ";", "؛"))


def _decides(blocks: Sequence[Block], marked: Counter[tuple[str, str]], firsts: list[str]) -> Kind | None:
    """Tells whether a file is minutes by its title and its decisions alone, and names neither plan nor commitment.

    Who does what until when then says how the decisions are carried out.
    """
    titled = any(names_minutes(text) and len(text) < _LONGEST_TITLE for text in firsts[: _TITLES + 1])
    named = any(map(names_plan, firsts)) or any(concept in ("commitment", "axis") for concept, _ in marked)
    if not titled or named:
        return None
    heads = (block.text.rstrip(" :：") for block in blocks if not isinstance(block, Table))
    return "minutes" if any(begins_with(text, "decisions", whole=True) for text in heads) else None


def _matters(table: Table, labels: Labels) -> Iterator[str]:
    """Gives what a table at the head of a file says it is about, as minutes do: "Objet | Compte rendu de l'atelier"."""
    for cells in table.rows:
        asked = [meaning[:2] for meaning in labels.meanings(cells[0].text)] if len(cells) == _PAIR else []
        if ("workshop", "title") in asked and ("commitment", "title") not in asked:
            yield cells[1].text


def _answers(text: str, labels: Labels) -> bool:
    """Tells whether a line answers what commitments are asked for, which is no title: "Preuve : PV du conseil"."""
    said = labels.read(text)
    asked = {meaning.field for meaning in said.meanings if meaning.concept == "commitment"} if said else set()
    return said is not None and bool(said.value and asked - _TITLED) and not names_minutes(said.label)


def _reporting(
    blocks: Sequence[Block],
    labels: Labels,
    marked: Counter[tuple[str, str]],
    firsts: list[str],
    reported: frozenset[str],
) -> Kind | None:
    """Tells whether a file reports on the commitments of a plan: as a report, or as minutes of those who follow it."""
    concepts = Counter(concept for concept, _ in marked.elements())
    by_period = any(reports_by_period(block, labels.words) for block in blocks if isinstance(block, Table))
    told = reported & _TOLD or ({"progress"} if by_period else set())
    titles = [text for text in firsts if len(text) < _LONGEST_TITLE and (names_plan(text) or not labels.read(text))]
    titles += [said for block in blocks[:_HEAD] if not isinstance(block, Table) and (said := matter(block.text))]
    minutes = any(map(names_minutes, titles))
    follows = any(kind_of_workshop(text) == "follow_up" for text in titles)
    tells = told >= _TOLD_BY_REPORTS or any(says(text, "report") for text in titles)
    if concepts["group"] or not told or not (minutes or tells):
        return None
    if not (concepts["commitment"] or _names_commitments(blocks, labels, reported)):
        return None
    if not minutes:
        return "report"
    return "follow_up" if follows or len(told) > 1 else None


def _in_prose(
    asked: list[tuple[tuple[Meaning, ...], bool]], marked: Counter[tuple[str, str]], firsts: list[str]
) -> Kind | None:
    """Tells whether a file reports in prose alone: its title says so, and nothing in it is asked of a plan."""
    concepts = Counter(concept for concept, _ in marked.elements())
    titled = any(len(text) < _LONGEST_TITLE and names_plan(text) and says(text, "report") for text in firsts[:3])
    of_plan = {meaning.field for meanings, _ in asked for meaning in meanings} & (_STRONG - {"title"} | _OF_PLANS)
    return "report" if titled and concepts["commitment"] and not concepts["group"] and not of_plan else None


def _names_commitments(blocks: Sequence[Block], labels: Labels, reported: frozenset[str]) -> bool:
    """Tells whether tables, or headings without a word for it, name commitments that something is reported of."""
    named = any(
        meaning.concept == "commitment" and meaning.field in ("title", "number_title")
        for meanings, alone in _asked([block for block in blocks if isinstance(block, Table)], labels)
        for meaning in meanings
        if alone
    )
    return named or bool(commitment_headings(blocks, labels.of_report(reported)))


def _labels(blocks: Sequence[Block]) -> Iterator[str]:
    """Gives every text that may be a label: what stands in front of a colon, on a line or in a cell of its own."""
    for block in blocks:
        for text in [cell.text for cell in block.cells()] if isinstance(block, Table) else [block.text]:
            yield text.strip(" :：")
            yield re.split("[:：]", text, maxsplit=1)[0].strip()


def _kind(asked: list[tuple[tuple[Meaning, ...], bool]], marked: Counter[tuple[str, str]], firsts: list[str]) -> Kind:
    concepts = Counter(concept for concept, _ in marked.elements())
    kinds = {m.field for meanings, alone in asked if alone for m in meanings if m.concept == "contribution"}
    about = {m.field for meanings, _ in asked for m in meanings if m.concept in ("workshop", "group")}
    plan = {(m.concept, m.field) for meanings, _ in asked for m in meanings if m.concept in ("plan", "commitment")}
    strong = {pair for pair in plan if pair[1] in _STRONG}
    sure = strong & {(m.concept, m.field) for meanings, _ in asked if not _is_common(meanings) for m in meanings}
    titled = any(names_plan(text) and not text.rstrip().endswith((".", ",", "،")) for text in firsts)
    groups = concepts["group"] and not concepts["commitment"]
    lines = {m.field for meanings, alone in asked if not alone for m in meanings if m.concept == "contribution"}
    brought = kinds or about or groups or (len(lines & _CONTRIBUTIONS) > 1 and not concepts["commitment"])
    own = strong - {("commitment", "problem"), ("commitment", "action"), ("commitment", "title"), ("plan", "title")}
    listed = ("commitment", "title") in sure and len({field for _, field in plan} & _LISTED) > 1
    of_no_plan = not (titled or own or listed or concepts["commitment"])
    if any(names_minutes(text) and len(text) < 250 for text in firsts) and (brought or (plan and of_no_plan)):
        return "minutes"
    accounts = bool(kinds or groups) and any(gives_account(text) and len(text) < 250 for text in firsts)
    brings = accounts or (len(kinds & _CONTRIBUTIONS) >= 2 and (groups or not titled))
    if brings and not concepts["commitment"] and (groups or not own or len(about) >= _FACTS):
        return "minutes"
    if concepts["commitment"] or (sure and len(plan) >= 2) or (titled and (plan or concepts["axis"])):
        return "plan"
    decides = any(map(is_decision, firsts)) and any(map(approves, firsts))
    return "plan" if concepts["axis"] >= 2 or decides or _asks_again(asked) else "other"


def _asks_again(asked: list[tuple[tuple[Meaning, ...], bool]]) -> bool:
    """Tells whether it is asked more than once who does something, and more than once what for, until when or how."""
    times = Counter(
        field for meanings, _ in asked for field in {m.field for m in meanings if m.concept == "commitment"}
    )
    return times["leads"] > 1 and any(times[field] > 1 for field in _OF_PLANS | {"milestones", "action", "problem"})


def _is_common(meanings: tuple[Meaning, ...]) -> bool:
    """Tells whether a label is one that any document has: a title or an action of whatever it speaks of."""
    fields = {meaning.field for meaning in meanings}
    return bool(fields & {"title", "action"}) and len({meaning.concept for meaning in meanings}) > 1


def _asked(blocks: Sequence[Block], labels: Labels) -> Iterator[tuple[tuple[Meaning, ...], bool]]:
    """Gives the meanings of all labels, and whether each stands alone, as a heading or column does."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _in_table(block, labels) if not counts_votes(block) else ()
        elif not is_contents(block):
            said = labels.asked_by(block)
            if said is not None and (block.list_level is None or said.value):
                yield said.meanings, not said.value


def _in_table(table: Table, labels: Labels) -> Iterator[tuple[tuple[Meaning, ...], bool]]:
    for part in parts_of(table, labels):
        if isinstance(part, Answer):
            yield part.said.meanings, True
        elif isinstance(part, Records):
            yield from ((column.meanings, True) for column in part.columns if column.meanings)
    for cell in table.cells():
        for inner in cell.tables:
            yield from _in_table(inner, labels)


def _marked(blocks: Sequence[Block], labels: Labels) -> Iterator[tuple[str, str]]:
    """Gives concept and language of each heading that names what it is; those of listed workshops are no groups."""
    concepts = (*CONCEPTS, "group")
    for block in blocks:
        if isinstance(block, Table) and workshops_in(block, labels, DateContext()) is not None:
            continue
        if isinstance(block, Table):
            markers = [marker_of(row[0], concepts) for row in block.rows if row]
        else:
            markers = [marker_of(block, concepts)] if level(block) or len(block.text) < 250 else []
            if block.named is not None and markers[0] is not None:
                yield markers[0].concept, markers[0].language
                continue
        for marker in markers:
            if marker is not None and marker.number:
                yield marker.concept, marker.language


def _spoken(tongues: Counter[str], blocks: Sequence[Block]) -> str | None:
    """Gives the language of what is in Latin letters: that of the labels, but of few ones that of the small words."""
    asked = _latin(tongues)
    if asked is not None and tongues[asked] > _FEW:
        return asked
    texts = [block.text for block in blocks if not isinstance(block, Table)]
    texts += [cell.text for block in blocks if isinstance(block, Table) for cell in block.cells()]
    counted = Counter(tongue for text in texts[:_FIRST] for tongue in languages_of(text) for _ in range(_FEW))
    for word in (word for text in texts for word in text.lower().replace("’", "'").split()):
        counted.update(language for language in _LANGUAGES if word in small_words(language))
    said = _latin(counted)
    return said if said is not None and counted[said] > 1 else asked


def _latin(tongues: Counter[str]) -> str | None:
    """Gives the language most labels in Latin letters are in; None where two are as frequent."""
    latin = Counter({tongue: count for tongue, count in tongues.items() if tongue not in ("", "ar")}).most_common(2)
    if not latin or (len(latin) == 2 and latin[0][1] == latin[1][1]):
        return None
    return latin[0][0]
