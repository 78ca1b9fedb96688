"""The plan that minutes speak of: its projects where a table lists them, and what becomes of them is named."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.plan.plan import PlanReader
from opengov_local.formats.word.plan.report_head import without_time
from opengov_local.formats.word.table_shapes.response_tables import ResponseTables, responses_in
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.texts.headings import FIRST, level
from opengov_local.formats.word.texts.passages import Line, of_paragraph
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.letters import plan_named_in
from opengov_local.formats.wording.words.minute_words import says_minutes
from opengov_local.formats.wording.words.plan_words import framework_of
from opengov_local.importing.draft import Node


class MinutePlan:
    """Reads the projects that were talked about, before what was said of them."""

    def __init__(self, writing: Writing, labels: Labels, responses: ResponseTables) -> None:
        self._writing = writing
        self._labels = labels
        self._responses = responses
        self._blocks: Sequence[Block] = ()

    def read(self, blocks: Sequence[Block]) -> frozenset[int]:
        """Reads the tables that list projects, where others say what became of proposals.

        Args:
            blocks: the blocks of the file.

        Returns:
            The numbers of the tables that were read.
        """
        self._blocks = blocks
        tables = [block for block in blocks if isinstance(block, Table)]
        answers = [table for table in tables if responses_in(table, self._labels.words) is not None]
        listed = [table for table in tables if table not in answers and self._lists_projects(table)] if answers else []
        if listed:
            plan = PlanReader(self._writing, self._labels)
            if not name_plan(self._writing, plan, blocks[:FIRST]):
                self._as_minutes(plan, blocks[:FIRST])
            plan.read(listed, blocks)
            self._responses.go_on(plan.titles.plan)
        return frozenset(table.number for table in listed)

    def finish(self, workshop: Node) -> None:
        """Gives the plan of the projects that were named what a plan must have, and ties it to the collectivities."""
        plan = self._responses.plan
        if plan is None:
            return
        if "title" not in plan.data:
            self._name(plan, workshop)
        if known := list(workshop.data.get("collectivities", ())):
            plan.data.setdefault("collectivities", known)

    def _name(self, plan: Node, workshop: Node) -> None:
        """Names a plan of which only projects are named: as the title of the minutes calls it, else as that title."""
        titles = workshop.data.get("title") or {}
        named = {tongue: plan_named_in(text) or text for tongue, text in titles.items()}
        draft = self._writing.draft
        if not named:
            draft.say("import/plan-without-title", node=plan)
            return
        plan.data["title"] = named
        draft.say("import/assumed", node=plan, field="title", value=next(iter(named.values())))
        if "framework" not in plan.data:
            found = framework_of(named.values())
            plan.data["framework"] = found[1] if found else "other"
            draft.say("import/assumed", severity="info", node=plan, field="framework", value=plan.data["framework"])

    @staticmethod
    def _as_minutes(plan: PlanReader, head: Sequence[Block]) -> None:
        """Names a plan that no heading names as the minutes are."""
        for block in head:
            if not isinstance(block, Table) and block.piece is not None and level(block) and says_minutes(block.text):
                plan.titles.give(of_paragraph(block, block.piece))
                return

    def _lists_projects(self, table: Table) -> bool:
        """Tells whether a table lists projects by their titles, and nothing that a workshop brought."""
        meanings = [
            meaning
            for part in parts_of(table, self._labels)
            if isinstance(part, Records)
            for column in part.columns
            for meaning in column.meanings
        ]
        brought = any(meaning.concept == "contribution" for meaning in meanings)
        return not brought and any(each.concept == "commitment" and each.field == "title" for each in meanings)


def name_plan(writing: Writing, plan: PlanReader, head: Sequence[Block]) -> bool:
    """Names a plan as the first headings of minutes call it, without their other words; tells whether one does."""
    for block in head:
        if isinstance(block, Table) or block.piece is None or not level(block):
            continue
        named = without_time(plan_named_in(" ".join(block.text.split())), writing)
        if named:
            plan.titles.give(of_paragraph(block, block.piece).of([Line(named)]))
            return True
    return False
