"""What the tables of a file have given so far: the plan, its axes, commitments and working groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.levels.axis_references import is_code, numbered_so, says_number
from opengov_local.formats.wording.headings.heading_meanings import Recognised
from opengov_local.formats.wording.headings.several_axes import numbers_of_axes
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.formats.wording.words.continued import without_continued
from opengov_local.formats.wording.words.long_titles import LONG, bare_title, part_title
from opengov_local.formats.wording.words.numbering import (
    Numbered,
    bare_number,
    is_number_of_code,
    names_number,
    same_number,
    spelled_otherwise,
    split_number,
)
from opengov_local.formats.wording.words.units import Told
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_MARKS = " .;:,،؛"
_LONGEST_CODE = 12


@lru_cache(maxsize=1 << 12)
def title_key(text: str) -> str:
    """Gives the key by which titles are the same: spelling and number count; case, space and marks behind do not."""
    return " ".join(text.split()).casefold().rstrip(_MARKS) or text


class Pair(NamedTuple):
    """A label above a table, and the cell that holds its value: the same one in "Axe : Transparence"."""

    meaning: Recognised
    heading: str
    label: Piece
    value: Piece
    text: str


@dataclass
class State:
    """What was read so far.

    Attributes:
        draft: the document in the making.
        language: language of texts in Latin letters, None where it is unknown.
        collectivity: the collectivity whose plan it is, if one was recognised.
        currency: the currency that amounts without one are in, if the source tells.
        units: the units of money that sheets without tables name.
        tables: the tables of the plan.
        groups: the working groups, by the id of their workshop and the key of their title.
        updates: the progress update of each object, by its id and its period, "" without one.
        country: the country that the file says it is of, "".
        titled_country: the country that a title names, "": it tells which dinars or pesos are meant.
        unregistered: cells that name collectivities of no register of ours, their names, and whether read otherwise.
        day: the day of what the present table reports, "" where no line above it says so.
        year: the only year that is named above the present table, "".
        describes: whether the present table has a column of descriptions.
        names_plan: whether a line above any of the tables may be the title of a plan.
        above: what was kept of the cells above the next table.
        pairs: what labels above the next table say of the objects in it.
        of_all: what labels above the first of several projects say of all of them.
        axis_above: the axis of all rows of the next table, if a line above it names one.
        last_axes: the axes that lines above the last table named.
        only_named: the commitments that were made because something names them.
        reports_alone: whether the tables only report, each at its time.
        in_report: whether the document that holds the tables is a report.
        present: when the present state and rate of an object were reported, by its id and the field.
        coded_axes: numbers and titles of axes that only all axes of a table tell, by what their cells say.
        axes_by_number: whether the present table names its axes by their numbers alone.
    """

    draft: Draft
    language: str | None = None
    collectivity: Node | None = None
    currency: str | None = None
    units: list[Told] = field(default_factory=list)
    tables: list[Region] = field(default_factory=list)
    updates: dict[tuple[str, str], Node] = field(default_factory=dict)
    country: str = ""
    titled_country: str = ""
    within: str = ""
    unregistered: list[tuple[Piece, str, bool]] = field(default_factory=list)
    day: str = ""
    year: str = ""
    describes: bool = False
    names_plan: bool = False
    in_report: bool = False
    above: list[Piece] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    of_all: list[Pair] = field(default_factory=list)
    axis_above: Node | None = None
    last_axes: tuple[Node, ...] = ()
    only_named: list[dict[str, Any]] = field(default_factory=list)
    present: dict[tuple[str, str], str] = field(default_factory=dict)
    reports_alone: bool = False
    coded_axes: dict[str, Numbered] = field(default_factory=dict)
    axes_by_number: bool = False
    _plan: Node | None = None
    _axes: dict[tuple[str, str], Node] = field(default_factory=dict)
    _by_number: dict[str, dict[str, Node | None]] = field(default_factory=dict)
    _by_title: dict[str, dict[str, Node]] = field(default_factory=dict)
    groups: dict[tuple[str, str], Node] = field(default_factory=dict)

    @property
    def land(self) -> str:
        """The country that the file says it is of, else the one that the user told; ""."""
        return self.country or self.draft.options.country or ""

    @property
    def plan(self) -> Node:
        """The plan, made when it is first needed."""
        if self._plan is None:
            self._plan = self.draft.add(self.draft.root, "plans")
        return self._plan

    @property
    def has_plan(self) -> bool:
        """Whether anything of a plan was found."""
        return self._plan is not None

    def go_on(self, plan: Node) -> None:
        """Goes on with a plan that was begun elsewhere: its axes and commitments are known."""
        self._plan = plan
        for axis in map(self.draft.node_of, plan.data.get("axes", ())):
            for text in (axis.data.get("title") or {}).values():
                self._axes[axis.data.get("parent", ""), title_key(f"{axis.data.get('number', '')} {text}")] = axis

    def title(self, node: Node, piece: Piece, kind: str, *, language: str | None = None) -> None:
        """Puts a title, and the number in front of it unless the object has one."""
        parts = two_parts(piece.text)
        for text in parts or (piece.text,):
            numbered = self._numbered(text, kind)
            kept = node.data.get("number", numbered.number)
            mine = numbered.number and (kept == numbered.number or same_number(kept or "", numbered.number))
            if parts and numbered.number and not mine:
                self.draft.say("import/parts-differ", piece, node=node, heading=piece.text, kept=str(kept), text=text)
            if mine and "number" not in node.data:
                self.draft.put(node, "number", numbered.number, piece)
                if kind == "axis_word" and (coded := self.coded_axes.get(text.strip())):
                    value = coded.number or ""
                    self.draft.say("import/assumed", piece, severity="info", node=node, field="number", value=value)
            self._title(node, numbered.title if mine else text, piece, None if parts else language)

    def _numbered(self, text: str, kind: str) -> Numbered:
        """Takes the number off the front of a title; of an axis, as all of its column tell it."""
        coded = self.coded_axes.get(text.strip()) if kind == "axis_word" else None
        return coded or split_number(text, kind)

    def _title(self, node: Node, text: str, piece: Piece, language: str | None) -> None:
        """Puts a title, and what follows it as the description, if the table has no other."""
        parted = part_title(text)
        if parted.description and "description" in node.shapes and not self.describes:
            self.draft.put(node, "title", parted.title, piece, language=language)
            self.draft.put(node, "description", parted.description, piece, language=language)
            self.draft.say("import/title-parted", piece, severity="info", node=node, text=parted.title)
            return
        if parted.description or len(text) > LONG:
            self.draft.say("import/title-long", piece, severity="info", node=node, count=len(text), text=text)
        self.draft.put(node, "title", text, piece, language=language)

    def axis(
        self, piece: Piece, parent: Node | None, *, language: str | None = None, number: str | None = None
    ) -> Node:
        """Gives the axis of that name below a parent, new or known.

        Args:
            piece: its title, with its number or without; a number alone ("Axe 1") is that of a known axis.
            parent: the axis above it.
            language: language of the title.
            number: its number, where it stands elsewhere.
        """
        if (gone_on := self._going_on(piece, parent)) is not None:
            return gone_on
        numbered = self._numbered(piece.text, "axis_word")
        printed = numbered.number or number or ""
        key = (parent.target if parent else "", title_key(f"{printed} {numbered.title}"))
        known = self._axes.get(key) or self._known_axis(parent, printed, piece.text, numbered.title)
        if known is not None:
            self._axes[key] = known
            if numbered.number and "number" not in known.data:
                self.draft.put(known, "number", numbered.number, piece)
            if "title" in known.data or bare_number(piece.text, "axis_word"):
                self.draft.used(piece, known, "title")
            else:
                self.title(known, piece, "axis_word", language=language)
            return known
        node = self.draft.add(self.plan, "axes", piece)
        if parent is not None:
            node.data["parent"] = parent.target
        if bare := bare_number(piece.text, "axis_word"):
            self.draft.put(node, "number", bare, piece)  # its title may stand elsewhere
        else:
            self.title(node, piece, "axis_word", language=language)
        if number:
            node.data.setdefault("number", number)
        self._axes[key] = node
        return node

    def axis_named(self, piece: Piece, parent: Node | None, *, language: str | None) -> Node | None:
        """Gives the axis that a cell of a row names by its title or number.

        Returns:
            None, and says so, for a number that no axis has, where axes are known by their numbers.
        """
        text = piece.text.strip()
        bare = bare_number(text, "axis_word")
        if len(text) > _LONGEST_CODE and not (bare or self.axes_by_number):
            return self.axis(piece, parent, language=language)
        if (known := numbered_so(text, self._axes.values())) is not None:
            self.draft.used(piece, known, "number")
            if not says_number(text, number := str(known.data["number"])):
                self.draft.say("import/assumed", piece, severity="info", node=known, field="number", value=number)
            return known
        told = any({"number", "title"} <= axis.data.keys() for axis in self._axes.values())
        unknown = self.axes_by_number or (is_code(text) and told and not bare)  # "Axe 3" says itself that it is one
        if not unknown or numbers_of_axes(text):  # numbers of several are shared out when all was read
            count, node = len(self._axes), self.axis(piece, parent, language=language)
            if is_code(text) and len(self._axes) > count and "title" in node.data:
                self.draft.say("import/assumed", piece, node=node, field="title", value=text)
            return node
        self.draft.keep(piece, field="number")
        self.draft.say("import/axis-unknown", piece, number=text)
        return None

    def axis_again(self, node: Node | None, piece: Piece | None, language: str | None) -> None:
        """Puts the title of an axis in a further language, if both are there."""
        if node is None or piece is None:
            return
        if self._numbered(piece.text, "axis_word").title in node.data.get("title", {}).values():
            self.draft.used(piece, node, "title")
        else:
            self.title(node, piece, "axis_word", language=language)

    def number_axis(self, node: Node, piece: Piece) -> None:
        """Puts the number of an axis, "1" or "Axe 1"; one that its title has already stays as it stands there."""
        number = bare_number(piece.text, "axis_word") or piece.text.strip()
        if same_number(number, node.data.get("number", "")):
            self.draft.used(piece, node, "number")
        else:
            self.draft.put(node, "number", number, piece)

    def number_again(self, node: Node, piece: Piece, number: str) -> None:
        """Puts the number of a project that is known; "1" of "P1" is no other, nor the code of a number."""
        held = node.data.get("number", "")
        if is_number_of_code(number, held) or names_number(held, number) or same_number(held, number):
            self.draft.used(piece, node, "number")
        else:
            self.draft.put(node, "number", number, piece)

    def _going_on(self, piece: Piece, parent: Node | None) -> Node | None:
        """Gives the known axis that a title says goes on, "Axe 1 : Transparence (suite)", "Axe 1 (suite)"."""
        plain = without_continued(piece.text)
        numbered = self._numbered(plain, "axis_word") if plain else None
        known = self._known_axis(parent, numbered.number or "", plain, numbered.title) if plain and numbered else None
        if known is not None:
            self.draft.used(piece, known, "title")
            self.draft.say("import/goes-on", piece, severity="info", node=known, text=piece.text.strip())
        return known

    def _known_axis(self, parent: Node | None, number: str, text: str, title: str) -> Node | None:
        """Gives the only known axis of a number alone, or of a title whose number one of the two does not state."""
        above = parent.target if parent else ""
        known = {node.target: node for (target, _), node in self._axes.items() if target == above}.values()
        if bare := bare_number(text, "axis_word"):
            found = [node for node in known if fold(node.data.get("number", "")) == fold(bare)]
        else:
            alike = [node for node in known if title_key(title) in map(title_key, node.data.get("title", {}).values())]
            found = [node for node in alike if not number or node.data.get("number", number) == number]
            found = found or [node for node in known if "title" not in node.data and node.data.get("number") == number]
        return found[0] if len(found) == 1 else None

    def commitment(self, number: str | None, title: str | None, axis: Node | None) -> Node | None:
        """Gives the known commitment with that number, and no other title, or else with that title on that axis."""
        numbered = self._numbered_so(fold(number), axis) if number else None
        if title is None:
            return numbered
        parts = two_parts(title)
        words = title_key(bare_title(parts[0] if parts else title, "project_word"))
        if numbered is not None and words in map(title_key, numbered.data.get("title", {}).values()):
            return numbered
        named = self._by_title.get(words, {})
        known = named.get(axis.target if axis else "")
        if known is None and axis is None and len({id(one.data) for one in named.values()}) == 1:
            known = next(iter(named.values()))
        return known

    def coded(self, code: str) -> Node | None:
        """Gives the only commitment whose number a code names, or whose code a number does: "P1" and "1"."""
        found = [number for number in spelled_otherwise(code) if number in self._by_number]
        return self._numbered_so(found[0], None) if len(found) == 1 else None

    def _numbered_so(self, number: str, axis: Node | None) -> Node | None:
        """Gives the only commitment of a folded number, else the only one on an axis: each may count anew."""
        held = self._by_number.get(number, {})
        if len({one and id(one.data) for one in held.values()}) == 1:
            return next(iter(held.values()))
        return held.get(axis.target if axis else "")

    def is_new(self, number: str | None, title: str, axis: Node | None) -> bool:
        """Tells whether no commitment has a number, nor a title that is no more than a title on an axis."""
        if (number and fold(number) in self._by_number) or two_parts(title):
            return False
        named = self._by_title.get(title_key(title))
        return not named or (axis is not None and axis.target not in named)

    def title_again(self, node: Node, piece: Piece, language: str | None, *, first: bool) -> None:
        """Takes the title by which a commitment was found as said; puts further ones that say something else."""
        if first or piece.text.strip() in node.data.get("title", {}).values():
            self.draft.used(piece, node, "title")
        else:
            self.title(node, piece, "project_word", language=language)

    def section(self, piece: Piece, axis: Node | None) -> Node:
        """Gives the commitment that the title of a section names, new or known."""
        numbered = split_number(piece.text, "project_word")
        if (known := self.commitment(numbered.number, numbered.title, axis)) is not None:
            self.draft.used(piece, known, "title")
            return known
        node = self.draft.add(self.plan, "commitments", piece)
        self.title(node, piece, "project_word")
        if axis is not None:
            node.data["axes"] = [axis.target]
        self.remember(node, axis)
        return node

    def remember(self, node: Node, axis: Node | None) -> None:
        """Notes a commitment by its number and title, so that later rows and sheets find it."""
        if number := node.data.get("number"):
            held, on = self._by_number.setdefault(fold(number), {}), axis.target if axis else ""
            held[on] = node if held.get(on, node) is node else None  # which of two is meant, nothing tells
        for text in (node.data.get("title") or {}).values():
            self._by_title.setdefault(title_key(text), {})[axis.target if axis else ""] = node
