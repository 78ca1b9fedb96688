"""The plans, members and axes that the rows of the spreadsheet name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from opengov_local.account import Piece
from opengov_local.formats.ogp_csv.plan_keys import YEARS, Key, key_of, settled
from opengov_local.formats.ogp_csv.rows import Row, year_of
from opengov_local.formats.ogp_csv.tongues import ENGLISH, Tongues
from opengov_local.formats.ogp_pages.members import put_member
from opengov_local.formats.ogp_pages.plan_fields import is_local_number
from opengov_local.formats.ogp_pages.plan_title import Member, member_of
from opengov_local.formats.ogp_pages.tables import countries
from opengov_local.formats.ogp_pages.writing import add_identifier
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words.identifiers import read_identifier

_FRAMEWORKS = {"national": "ogp_national", "local": "ogp_local", "legacy local": "ogp_local", "other": "other"}
OF_PLANS = frozenset(
    ("plan_id", "member", "member_code", "plan_number", "framework", "submission", "plan_end", "plan_keep")
)
"""Ways of reading whose columns tell of the plan of a row."""


@dataclass
class Plan:
    """A plan in the making.

    Attributes:
        node: the plan.
        key: what tells its rows from those of others.
        name: what OGP's site would call it: member and years.
        axes: id of each axis by its title.
        kept: what stands beside the plan already: (column, text).
        told: its framework, where the number of a commitment tells it.
        reviewed: whether it was said that reviews are taken to be of its year.
    """

    node: Node
    key: Key
    name: str = ""
    axes: dict[str, str] = field(default_factory=dict)
    kept: set[tuple[str, str]] = field(default_factory=set)
    told: str = ""
    reviewed: bool = False


@dataclass
class Plans:
    """The plans of a spreadsheet."""

    draft: Draft
    tongues: Tongues
    _keys: dict[Key, Key] = field(default_factory=dict)
    _plans: dict[Key, Plan] = field(default_factory=dict)
    _members: dict[str, Node] = field(default_factory=dict)

    def learn(self, rows: Sequence[Row]) -> None:
        """Takes in which plans all rows name, and what their texts tell of the languages of those."""
        keys = [key_of(row.text) for row in rows]
        self._keys = settled(keys)
        for key, row in zip(keys, rows, strict=True):
            self.tongues.learn(self._keys[key], row)

    def of(self, row: Row) -> Plan:
        """Gives the plan of a row that was learned of, and puts what the row says of it."""
        key = self._keys[key_of(row.text)]
        first = next((piece for _, piece in row.cells), None)
        if key not in self._plans:
            self._plans[key] = Plan(self.draft.add(self.draft.root, "plans", first), key)
            self._tie(self._plans[key], row)
        plan = self._plans[key]
        said = [cell for cell in row.cells if cell[0].reads in OF_PLANS]
        for column, piece in sorted(said, key=lambda cell: cell[0].reads != "plan_id"):
            self._put(plan, column.reads, column.name, piece)
        return plan

    def close(self) -> None:
        """States what the spreadsheet has no column for: the titles of plans, as OGP's site writes them, and kinds."""
        for plan in self._plans.values():
            if "title" not in plan.node.data:
                plan.node.data["title"] = {"en": plan.name}
                self.draft.say("import/assumed", node=plan.node, field="title", value=plan.name)
            if "framework" not in plan.node.data:
                plan.node.data["framework"] = told = plan.told or "other"
                self.draft.say("import/assumed", node=plan.node, field="framework", value=told)
        for member in self._members.values():
            if member.model.concept == "collectivity" and "kind" not in member.data:
                member.data["kind"] = "other"
                self.draft.say("import/assumed", severity="info", node=member, field="kind", value="other")

    def _tie(self, plan: Plan, row: Row) -> None:
        """Ties a plan to its member: a country, or a locality with the country that its code begins with."""
        years = " – ".join(year_of(text) or text for reads in YEARS if (text := row.text(reads)))
        whose = " – ".join(filter(None, ("Action plan", row.text("member"))))
        plan.name = ", ".join(filter(None, (whose, years)))
        named, code = row.get("member"), row.get("member_code")
        if named is None or not row.text("member"):
            return
        framework = _FRAMEWORKS.get(row.text("framework").casefold(), "") or _told_by_number(row)
        plan.told = framework
        node = self._members.get(named.text)
        if node is None:
            member = _member(named.text, row.text("member_code"), framework)
            rather = ENGLISH if member.national else None  # countries bear the names that OGP gives them
            language = self.tongues.of_name(plan.key, "member", named.text, rather=rather)
            node = put_member(self.draft, plan.node, member, named, language)
            self._members[named.text] = node
            if code and row.text("member_code"):
                add_identifier(self.draft, node, "OGP-CODE", code.text.strip(), code)
        elif "kind" in node.data or node.model.concept == "collectivity":
            self.draft.put(plan.node, "collectivities", node.data["id"], named)
        else:
            self.draft.put(self.draft.add(plan.node, "leads", named), "organization", node.data["id"], named)

    def _put(self, plan: Plan, reads: str, column: str, piece: Piece) -> None:
        draft, node, text = self.draft, plan.node, piece.text.strip()
        if reads == "plan_id":
            add_identifier(draft, node, "OGP-PLAN", text, piece)
        elif reads in ("member", "member_code"):
            self._same(node, piece)
        elif reads == "plan_number":
            self._plan_number(plan, column, piece)
        elif reads == "framework":
            framework = _FRAMEWORKS.get(text.casefold())
            if framework:
                draft.put(node, "framework", framework, piece)
            else:
                self._beside(plan, column, piece)
        elif reads == "submission":
            self._submission(plan, column, piece)
        elif reads == "plan_end":
            if year := self._year(node, "period" in node.data, piece):
                draft.put(node, "period.end", year, piece)
            else:
                self._beside(plan, column, piece)
        elif reads == "plan_keep":
            self._beside(plan, column, piece)

    def _same(self, node: Node, piece: Piece) -> None:
        """Accounts for the member that a further row names again."""
        self.draft.used(piece, node, "collectivities" if "collectivities" in node.data else "leads")

    def _plan_number(self, plan: Plan, column: str, piece: Piece) -> None:
        """Accounts for the number of a plan, which its id ends in; another is kept."""
        ids = [item["value"] for item in plan.node.data.get("identifiers", ()) if item["scheme"] == "OGP-PLAN"]
        ids = ids or [""]
        if piece.text.strip().isdecimal() and ids[0].endswith(piece.text.strip().zfill(2)):
            self.draft.used(piece, plan.node, "identifiers")
        else:
            self._beside(plan, column, piece)

    def _submission(self, plan: Plan, column: str, piece: Piece) -> None:
        known = plan.node.data.get("submissions")
        year = self._year(plan.node, bool(known), piece)
        if known and year and known[0].get("date") == year:
            self.draft.used(piece, plan.node, "submissions")
        elif not known and year:
            node = self.draft.add(plan.node, "submissions", piece)
            self.draft.put(node, "date", year, piece)
            self.draft.put(node, "to", "ogp", piece)
        else:
            self._beside(plan, column, piece)

    def _year(self, node: Node, is_known: bool, piece: Piece) -> str:
        """Gives the year of a cell, "" for none; says once for a plan that a program wrote it with a fraction."""
        year = year_of(piece.text)
        if year and year != piece.text.strip() and not is_known:
            self.draft.say("import/float-damage", piece, severity="info", node=node, text=piece.text, value=year)
        return year

    def _beside(self, plan: Plan, column: str, piece: Piece) -> None:
        """Keeps a cell beside the plan, once for all rows that say the same."""
        if (column, piece.text) in plan.kept:
            self.draft.used(piece, plan.node, "x_unmapped")
        else:
            plan.kept.add((column, piece.text))
            self.draft.keep(piece, plan.node, label=column)

    def axis(self, plan: Plan, commitment: Node, piece: Piece) -> None:
        """Puts the theme of a commitment as an axis of its plan."""
        title = piece.text.strip()
        if title not in plan.axes:
            axis = self.draft.add(plan.node, "axes", piece)
            self.draft.put(axis, "title", title, piece, language=self.tongues.of(plan.key, "axis", title))
            plan.axes[title] = axis.data["id"]
        self.draft.put(commitment, "axes", plan.axes[title], piece)


def _told_by_number(row: Row) -> str:
    """Gives the framework that OGP's number of a commitment tells, where no column does; "" for none."""
    number = row.text("identifier").strip()
    if row.get("framework") is not None or read_identifier(number, ("OGP",)) is None:
        return ""
    return "ogp_local" if is_local_number(number) else "ogp_national"


def _member(name: str, code: str, framework: str) -> Member:
    """Gives the member of a row; a local one's code begins with the letters of its country.

    Where a row of no national plan names a place with its country, that is a local one: "Agadir, Morocco".
    """
    country = countries().get(code.casefold()) if len(code) == 3 else None
    named = member_of(name)
    if named and not named.national and framework != "ogp_national":
        return named
    if framework != "ogp_local":
        return Member(name.strip(), country or (named.country if named else None), True)
    letters = code[:2].upper() if len(code) == 4 else ""
    return Member(name.strip(), letters if letters in set(countries().values()) else None, False)
