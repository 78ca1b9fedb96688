"""Assessments that forms of our own quote: inception reports beside a commitment, and how a commitment ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from opengov_local import codelists
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.own.own_lines import attached, split_files
from opengov_local.formats.word.own.own_parties import party
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.words.own_parts import Parts, date_of
from opengov_local.formats.wording.words.own_wording import APART
from opengov_local.importing.draft import Node
from opengov_local.importing.words import code_of_name, fold

_INCEPTION: Final = "ogp_local_inception"
_END: Final = "ogp_local_end_of_commitment"
_COMPLETION: Final = "local_completion"


def inception(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Reads the inception reports beside a commitment; that of the whole plan stands beside all of them, and is one.

    Two of the same words beside one commitment are two.
    """
    reports = list(_reports(passage)) if writing.own_form else []
    if not reports:
        return False
    here: Counter[tuple[str, str, str]] = Counter()
    for head, of_plan, below in reports:
        target = str(_plan_of(writing, node)["id"] if of_plan else node.data["id"])
        told = (target, head, below.text if below else "")
        here[told] += 1
        if here[told] <= writing.quoted[told]:
            writing.draft.used(passage.piece, writing.draft.root, "assessments")
            continue
        writing.quoted[told] += 1
        _report(writing, target, passage.of([Line(head)]), below, label)
    return True


def _report(writing: Writing, target: str, head: Passage, below: Passage | None, label: str) -> None:
    there = _assessment(writing, target, _INCEPTION, head)
    said = Parts(head.text)
    if date := said.last(date_of):
        writing.draft.put(there, "date", date, head.piece)
    if said.text:
        party(writing, writing.add(there, "assessor", head.piece), said.text, head)
    words, papers = split_files(below) if below else (head.of([]), head.of([]))
    if words.lines:
        writing.put_text(there, "summary", words)
    attached(writing, there, papers, label)


def _reports(passage: Passage) -> Iterator[tuple[str, bool, Passage | None]]:
    """Gives of each report who made it and when, whether it is one of the plan, and the lines below."""
    heads = [(at, _head(line.text)) for at, line in enumerate(passage.lines)]
    starts = [(at, *head) for at, head in heads if head is not None]
    if not starts or starts[0][0]:
        return
    for (at, rest, of_plan), end in zip(starts, [*(at for at, *_ in starts[1:]), len(passage.lines)], strict=True):
        below = passage.lines[at + 1 : end]
        yield rest, of_plan, passage.of(below) if below else None


def _head(text: str) -> tuple[str, bool] | None:
    """Reads the line that a report begins with: what stands behind its name, and whether it is one of the plan."""
    name = text.replace("،", ",").partition(",")[0]
    whole = _names().get(fold(name))
    return None if whole is None else (text[len(name) + 1 :].strip(), whole)


@cache
def _names() -> dict[str, bool]:
    """Gives what the report of a commitment and that of a plan are called, with whether it is that of a plan."""
    entry = codelists.get("assessment_instrument")
    of_plan = labels()["word.of_plan"].texts
    names = {language: entry.label(_INCEPTION, language) for language in of_plan}
    alone = {fold(name): False for name in names.values()}
    return alone | {fold(f"{names[language]} {words}"): True for language, words in of_plan.items()}


def ended(writing: Writing, node: Node, _field: str, passage: Passage, label: str) -> bool:
    """Reads how the assessment of a commitment ended, as the form of the plan quotes it."""
    said = [_end(line.text) for line in passage.lines]
    if not writing.own_form or not all(code for _, code in said):
        return False
    there = _assessment(writing, str(node.data["id"]), _END, passage)
    for field, code in said:
        answer = writing.add(there, "answers", passage.piece)
        writing.draft.put(answer, "criterion", _COMPLETION, passage.piece)
        writing.draft.put(answer, field, code, passage.piece)
    return True


def _end(text: str) -> tuple[str, str | None]:
    """Reads an answer of the scale, or why there is none: the field of it, and its code."""
    if code := _answers().get(fold(text)):
        return "answer", code
    return "missing", why_missing(text)


def why_missing(text: str) -> str | None:
    """Gives the code of why there is no answer, by the words of our forms or its name."""
    return _reasons().get(fold(text)) or code_of_name(text, "missing_code")


@cache
def _reasons() -> dict[str, str]:
    named = [label for label in wording(*APART).values() if label.key.startswith("missing.")]
    return {fold(text): label.key.partition(".")[2] for label in named for text in label.texts.values()}


@cache
def _answers() -> dict[str, str]:
    return {
        fold(label): entry.code
        for entry in codelists.get("assessment_answer")
        if entry.parent == _COMPLETION
        for label in entry.labels.values()
    }


def _assessment(writing: Writing, target: str, instrument: str, passage: Passage) -> Node:
    there = writing.add(writing.draft.root, "assessments", passage.piece)
    writing.draft.put(there, "target", target, passage.piece)
    writing.draft.put(there, "instrument", instrument, passage.piece)
    return there


def _plan_of(writing: Writing, commitment: Node) -> dict[str, Any]:
    plans: list[dict[str, Any]] = writing.draft.root.data["plans"]
    return next(plan for plan in plans if any(each is commitment.data for each in plan.get("commitments", ())))
