"""The cells that all rows of one plan share: its member, numbers, years and axes; and how parties are named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from opengov_local.formats.ogp_csv.columns import columns
from opengov_local.formats.ogp_csv.plan_keys import Key, key_of, settled
from opengov_local.formats.ogp_pages.members import kind_of
from opengov_local.formats.ogp_pages.tables import names_of_countries
from opengov_local.formats.one_language import OneLanguage
from opengov_local.formats.submitted import submitted_to_ogp
from opengov_local.model.axis import Axis
from opengov_local.model.base import field_of
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.identity import Identified
from opengov_local.model.index import Index
from opengov_local.model.organization import Organization
from opengov_local.model.party import Party, Person
from opengov_local.model.plan import ActionPlan
from opengov_local.model.text import read_text

_LEVELS: Final = {"ogp_national": "National", "ogp_local": "Local"}
_OTHER: Final = "Other"
"""What OGP calls plans of neither kind; "Local" would make them plans of OGP Local."""
_LEGACY: Final = re.compile("[A-Z]{4}")
"""Codes of the members of the pilot of 2016, which the spreadsheet calls Legacy Local."""
_NUMBER: Final = re.compile("AP_[A-Z]+?([0-9]{2})")
_NAMED: Final = ("en", "fr")
"""Languages of the names of members: the spreadsheet has them in Latin letters."""


class PlanCells:
    """Writes the cells of the plan that was begun.

    Args:
        index: the objects of the package.
        voice: picks texts in the language of the file.

    Attributes:
        untold: collectivities whose kind their names do not tell.
        persons: parties that are a person without a body, by `id`: they stand in no cell of institutions.
    """

    def __init__(self, index: Index, voice: OneLanguage) -> None:
        self._index = index
        self._voice = voice
        self._cells: dict[str, str] = {}
        self._keys: list[Key] = []
        self._bodies: dict[str, Mapping[str, str] | None] = {}
        self.untold: set[str] = set()
        self.persons: set[int] = set()

    def begin(self, plan: ActionPlan) -> None:
        """Makes the cells of a plan by their headings."""
        members = self._members(plan)
        codes = [each.value for one in members for each in one.identifiers if each.scheme == "OGP-CODE"]
        number = next((each.value for each in plan.identifiers if each.scheme == "OGP-PLAN"), "")
        ending = _NUMBER.fullmatch(number)
        places = (one for one in members if isinstance(one, TerritorialCollectivity))
        self.untold |= {one.id for one in places if kind_of(read_text(one.name, *_NAMED).text, one.country) != one.kind}
        level = _LEVELS.get(plan.framework, _OTHER)
        cells = {
            "plan_id": number,
            "plan_number": str(int(ending[1])) if ending else "",
            "member": "; ".join(map(self._member, members)),
            "member_code": codes[0] if codes else "",
            "framework": "Legacy Local" if level == "Local" and codes and _LEGACY.fullmatch(codes[0]) else level,
            "submission": next((date[:4] for date, _ in submitted_to_ogp(plan)), ""),
            "plan_end": str(plan.period.end or "")[:4] if plan.period else "",
            "plan_keep": "",
        }
        self._cells = {column.name: cells[column.reads] for column in columns() if column.reads in cells}
        self._keys.append(key_of(cells.__getitem__))

    @property
    def joined(self) -> int:
        """How many plans the file does not tell from others."""
        return len(self._keys) - len(set(settled(self._keys).values()))

    def cells(self) -> dict[str, str]:
        """Gives the cells of the plan by heading; "" where nothing is stated."""
        return self._cells

    def axis(self, identifier: str) -> str:
        """Writes the title of an axis."""
        axis = self._index.find(identifier, Axis)
        return self._voice.pick(axis.title) if axis else ""

    def name_of(self, party: Party) -> str:
        """Writes the name of a party, of the object it points at, or of the body of its person.

        A person is no institution: one without a body is noted, and "" given.
        """
        text = party.name or self._body(party)
        if not text and (person := party.person):
            text = self._body(person)
            if not text and (person.name or person.role):
                self.persons.add(id(party))
        return self._voice.pick(text)

    def _body(self, named: Party | Person) -> Mapping[str, str] | None:
        identifier = named.organization or named.collectivity
        if identifier is None:
            return None
        if identifier not in self._bodies:
            self._bodies[identifier] = field_of(self._index.find(identifier, Identified), "name")
        return self._bodies[identifier]

    def _members(self, plan: ActionPlan) -> list[TerritorialCollectivity | Organization]:
        """Gives whose plan it is: its collectivities, or the leading body that has a code of OGP's."""
        named = [self._index.find(each, TerritorialCollectivity) for each in plan.collectivities]
        leads = [self._index.find(each.organization or "", Organization) for each in plan.leads]
        states = [each for each in leads if each and any(one.scheme == "OGP-CODE" for one in each.identifiers)]
        return [*(each for each in named if each), *(states if not plan.collectivities else ())]

    @staticmethod
    def _member(member: TerritorialCollectivity | Organization) -> str:
        """Writes a member as OGP does: a country by its name, a locality with its country."""
        name = read_text(member.name, *_NAMED).text
        if isinstance(member, Organization):
            return name
        country = names_of_countries("en").get(member.country, "")
        return f"{name}, {country}" if country else name
