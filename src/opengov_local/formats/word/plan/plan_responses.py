"""Responses to proposals that stand in the document of a plan: what was brought, and what of it is in the plan."""

from __future__ import annotations

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.table_shapes.response_tables import ResponseTables, responses_in
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.importing.draft import Node
from opengov_local.importing.language import language_of


class PlanResponses:
    """Takes tables of responses aside, and reads them once all projects that they may name are known."""

    def __init__(self, writing: Writing, labels: Labels, objects: Objects) -> None:
        self._writing = writing
        self._labels = labels
        self._objects = objects
        self._waiting: list[tuple[Region, str, Gathering | None]] = []

    def takes(self, table: Table, below: str) -> bool:
        """Tells whether a table is such.

        Args:
            table: the table.
            below: the heading that it stands under.
        """
        region = responses_in(table, self._labels.words, brings=bool(self._waiting))
        if region is not None:
            self._waiting.append((region, below, self._objects.gathering))
        return region is not None

    def finish(self) -> None:
        """Reads the tables."""
        tables, made = ResponseTables(self._writing.draft), None
        for region, below, gathering in self._waiting:
            if self._objects.has_plan:
                tables.go_on(self._objects.plan)
            if gathering is not None:
                tables.read(region, gathering.workshop, gathering.group)
                continue
            made = made or self._workshop(below)
            tables.read(region, made, None)
        self._waiting = []

    def _workshop(self, below: str) -> Node:
        """Makes the workshop, which is named by the heading above the table, else as the plan is."""
        gathering, draft = Gathering(self._writing), self._writing.draft
        workshop = gathering.workshop
        titles = {language_of(below, self._writing.language): below} if below else None
        titles = titles or (dict(self._objects.plan.data.get("title", {})) if self._objects.has_plan else {})
        if titles:
            workshop.data["title"] = titles
            draft.say(
                "import/assumed", severity="info", node=workshop, field="title", value=next(iter(titles.values()))
            )
        gathering.finish()
        return workshop
