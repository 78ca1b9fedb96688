"""Cells about money and means: amounts, funders and their shares, resources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.cells.twin_cells import TwinCells
from opengov_local.formats.tables.columns.funder_columns import funder_of_money, is_bare_share, without_unit
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.parallel_lists import lines_in
from opengov_local.formats.tables.columns.roles import share_of
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import shown
from opengov_local.formats.tables.levels.budget_years import BudgetYears
from opengov_local.formats.tables.levels.total_rows import is_numeral
from opengov_local.formats.wording.headings.phrases import names_nobody, says
from opengov_local.formats.wording.words.funded_sums import Funded, funded_sums, holds_sum
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.importing.draft import Node
from opengov_local.importing.words import AmountReading, read_amount, read_list

_SUMS = frozenset({"budget.amount", "budget.total"})
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"\s*20[1-3][0-9]\s*")
_FEWEST = 2
"""Lines that a cell has that says who pays what."""
_TAXED = re.compile(r"\b(?:HT|TTC|HTVA|incl|excl)\b|الرسوم", re.IGNORECASE)


class MoneyCells(TwinCells):
    """Reads cells about money and means."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._line: Node | None = None
        self._line_row = -1
        self._payer: tuple[Node, Column, str, Piece] | None = None
        self._sum_lines: list[Node] = []
        self._sum_row = -1
        self._sums: set[Place] = set()
        self.years = BudgetYears(region)
        self.has_labels = any(column.target == "budget.label" for column in region.columns)
        self.has_funders = any(
            str(column.target).startswith(("budget.funder", "budget.share")) for column in region.columns
        )

        units = [column.index for column in region.columns if column.target == "budget.currency"]
        self.has_units = any(len({*region.texts(index)}) > 1 for index in units)

    def say_sum(self, column: Column, piece: Piece) -> None:
        """Says, once, that a merged cell holds one sum for several objects; it was read into the first."""
        if piece.place not in self._sums:
            self._sums.add(piece.place)
            self.draft.say("import/sum-of-several", piece, heading=column.heading, text=piece.text)

    def _amount(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts an amount on the line of the funder just before it, else on a line of its own."""
        if self._amounts_by_funder(node, column, piece) or self._is_share_of_partner(node, column, piece):
            return
        reading = self._amount_of(node, column, piece)
        line = self._line
        of_another = line is None or line.parent is None or line.parent.data is not node.data
        if line is None or of_another or self._line_row != self._row_of(piece) or "amount" in line.data:
            line = self.draft.add(node, "budget", piece)
            if not self._put_label(line, piece) and self._is_labelled(column):
                self.draft.put(line, "label", column.heading, piece)
            self._paid_again(node, line, piece)
        self._line = None
        if self._sum_row != self._row_of(piece):
            self._sum_lines, self._sum_row = [], self._row_of(piece)
        self._sum_lines.append(line)
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=line, heading=column.heading)
        if column.meaning and column.meaning.year:
            line.data["year"] = column.meaning.year
        self._put_year(line, piece)
        if reading.value is None or reading.currency is None:
            bare = is_numeral(piece.text) or self._readings.asks_rates(column)
            whole = reading.value is None and not bare
            text = piece.text if whole else self._readings.shown_in_unit(column, piece)
            self.draft.put(line, "text", text, piece, language=column.language)
            code = "import/amount-in-words" if reading.value is None else "import/currency-unknown"
            self.draft.say(code, piece, severity="info", node=line, heading=column.heading, text=text)
            return
        amount = self.draft.add(line, "amount", piece)
        self.draft.put(amount, "value", reading.value, piece)
        self.draft.put(amount, "currency", reading.currency, piece)
        if reading.parted:
            self.draft.put(line, "text", piece.text, piece, language=column.language)

    def _is_labelled(self, column: Column) -> bool:
        """Tells whether the heading of a sum says what it pays for, or who: not where it is the total of some years."""
        sums = [one for one in self.region.columns if one.target in _SUMS and one.index != column.index]
        timed = [bool(one.meaning and one.meaning.year) for one in (column, *sums)]
        if column.target == "budget.total" and sums and not timed[0] and all(timed[1:]):
            return False
        shares = any(one.target == "budget.share" for one in self.region.columns) and says("share_word", column.heading)
        return not self.has_one_sum or _is_taxed(column.heading) or shares

    def _put_year(self, line: Node, piece: Piece) -> None:
        """Puts the year that a column of its own gives to the sums of a row."""
        if (year := self.years.of(piece)) is not None:
            self.draft.put(line, "year", *year)

    def _budget_year(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Uses the year of the sums of a row, which is read with them."""
        if self.years.has_sums(piece):
            self.draft.used(piece, node, "budget.year")
        else:
            self._keep(node, column, piece)

    def _budget_label(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Uses what the sum of a row pays for, which is read with it."""
        if self._has_amount(piece):
            self.draft.used(piece, node, "budget.label")
        else:
            self._keep(node, column, piece)

    def _put_label(self, line: Node, piece: Piece) -> bool:
        """Puts what a sum pays for, as a column of its own says in its row; tells whether one does."""
        for column in self.region.columns if self.has_labels else ():
            value = self._readings.beside(piece, column.index)
            if column.target == "budget.label" and not is_blank(value):
                place = self.region.grid.place(self._row_of(piece), column.index)
                label = Piece(place, shown(value), value)
                return self.draft.put(line, "label", label.text, label, language=column.language)
        return False

    def say_years(self) -> None:
        """Says how many rows have the year of a cell above them."""
        if (column := self.years.column) is not None and (count := self.years.filled):
            place = self.region.grid.place(self.region.header, column.index)
            self.draft.say("import/filled-down", place, severity="info", heading=column.heading, count=count)

    def _paid_again(self, node: Node, line: Node, piece: Piece) -> None:
        """Names the only funder of a row for its sums of further years, too."""
        if self._payer is None or not self._is_by_year:
            return
        payer, by, name, said = self._payer
        if payer.data is node.data and self._row_of(said) == self._row_of(piece):
            self.draft.put(line, "funder.name", name, said, language=by.language)

    @cached_property
    def _is_by_year(self) -> bool:
        """Whether the table has sums of several years, and perhaps their total, beside one column of funders."""
        targets = [one.target for one in self.region.columns]
        if targets.count("budget.funder") != 1 or "budget.share" in targets:
            return False
        years = [one.meaning.year for one in self.region.columns if one.target in _SUMS and one.meaning]
        return len(set(years) - {None}) > 1 and years.count(None) <= 1

    def _amounts_by_funder(self, node: Node, column: Column, piece: Piece) -> bool:
        """Reads a cell of parts that each name a funder and a sum, "Commune : 50 000"; tells whether it is one."""
        found = (funded_sums(piece.text) if self._line is None else []) or self._paid_in_lines(piece)
        if len(found) < _FEWEST:
            return False
        readings = [self._sum_of(column, piece, one) for one in found]
        if any(one.value is None or one.currency is None for one in readings):
            return False
        if self._paid_in_lines(piece):
            self._say_side_by_side(column, piece)
        for one, reading in zip(found, readings, strict=True):
            self._put_funded(node, column, piece, one, reading, pays=any(is_body(each.name) for each in found))
        return True

    def _paid_in_lines(self, piece: Piece) -> list[Funded]:
        """Gives who pays what, where the row of a cell lists funders and their sums side by side, line by line."""
        sums = [one for one in self.region.columns if one.target in _SUMS]
        shared = len(sums) == 1 and says("share_word", sums[0].heading)
        by = [one for one in self.region.columns if one.target == "budget.funder"]
        by = by or [one for one in self.region.columns if shared and one.target == "supporting"]
        if len(sums) != 1 or len(by) != 1 or sums[0].index in self.parallel:
            return []
        text, names = (str(self._readings.beside(piece, one.index) or "") for one in (sums[0], by[0]))
        listed, paid = lines_in(text) if "\n" in text else (), lines_in(names)
        readings = [
            self._readings.amount(sums[0], piece._replace(text=one, value=one), self.state.currency) for one in listed
        ]
        unread = any(one.value is None or one.currency is None for one in readings)
        if unread or len(listed) != len(paid) or any(map(_YEAR.fullmatch, listed)):
            return []
        return list(map(Funded, paid, listed))

    def _is_share_of_partner(self, node: Node, column: Column, piece: Piece) -> bool:
        """Reads a bare "Part (DH)" as what the only partner of its row pays; whose it is else, nobody says."""
        if self.has_funders or not is_bare_share(column.heading):
            return False
        by = [one.index for one in self.region.columns if one.target == "supporting"]
        said = [str(self._readings.beside(piece, index) or "") for index in by]
        names = [name for text in said for name in read_list(text, commas="names").items if not names_nobody(name)]
        if len(names) == 1:
            funded = Funded(names[0], piece.text)
            self._put_funded(node, column, piece, funded, self._amount_of(node, column, piece))
        else:
            self._keep(node, column, piece, "import/share-of-whom")
        return True

    def _sum_of(self, column: Column, piece: Piece, one: Funded) -> AmountReading:
        return self._readings.amount(column, piece._replace(text=one.sum, value=one.sum), self.state.currency)

    def _put_funded(
        self, node: Node, column: Column, piece: Piece, one: Funded, reading: AmountReading, *, pays: bool = True
    ) -> None:
        """Puts what a funder pays; what is no sum in a known currency stays in words, and is said."""
        line = self.draft.add(node, "budget", piece)
        field = "funder.name" if pays else "label"  # "Étude : 10 000" is what it costs
        self.draft.put(line, field, one.name, piece, language=column.language)
        self._put_year(line, piece)
        if reading.notes:
            self.draft.say_notes(reading.notes, piece, node=line, heading=column.heading)
        if reading.value is None or reading.currency is None:
            self.draft.put(line, "text", one.sum, piece, language=column.language)
            code = "import/amount-in-words" if reading.value is None else "import/currency-unknown"
            self.draft.say(code, piece, severity="info", node=line, heading=column.heading, text=one.sum)
            return
        amount = self.draft.add(line, "amount", piece)
        self.draft.put(amount, "value", reading.value, piece)
        self.draft.put(amount, "currency", reading.currency, piece)

    def _amount_of(self, node: Node, column: Column, piece: Piece) -> AmountReading:
        def read(part: Piece) -> AmountReading | None:
            reading = self._readings.amount(column, part, self.state.currency)
            return reading if reading.value is not None else None

        sum_ = self._one_of(node, column, piece, read, lambda one: (Decimal(one.value or 0), one.currency))
        return sum_ or self._readings.amount(column, piece, self.state.currency)

    def _funder(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        if _LETTER.search(piece.text) is None:
            self._keep(node, column, piece)
            return
        if len(self._paid_in_lines(piece)) >= _FEWEST:
            self.draft.used(piece, node, "budget.funder")
            return
        if found := funded_sums(piece.text):
            for one in found:
                self._put_funded(node, column, piece, one, self._sum_of(column, piece, one))
            self._line = None
            return
        items = self._items(node, column, piece)
        for item in filter(holds_sum, items):
            self.draft.say(
                "import/amount-in-words", piece, severity="info", node=node, heading=column.heading, text=item
            )
        if len(items) == 1 and (lines := self._lines_without_funder(node, column, piece)):
            for line in lines:
                self.draft.put(line, "funder.name", items[0], piece, language=column.language)
            return
        for item in items:
            self._line = self.draft.add(node, "budget", piece)
            self._line_row = self._row_of(piece)
            field = "text" if is_numeral(item) else "funder.name"
            self.draft.put(self._line, field, item, piece, language=column.language)
            self._payer = (node, column, item, piece) if field != "text" and len(items) == 1 else None
        if len(items) > 1:
            self._line = None

    def read_total_again(self, node: Node, column: Column, piece: Piece, total: Mapping[str, Any]) -> None:
        """Reads the total of a project that an earlier table has told: another one contradicts it, and is kept."""
        reading = self._amount_of(node, column, piece)
        if reading.value is None or reading.currency not in (None, total["currency"]):
            self._amount(node, column, piece, "")
        elif Decimal(reading.value) == Decimal(total["value"]):
            self.draft.used(piece, node, "budget")
        else:
            self._keep(node, column, piece)
            self.draft.say(
                "import/conflict", piece, node=node, field="budget", kept=str(total["value"]), text=piece.text
            )

    def read_funder_again(self, node: Node, column: Column, piece: Piece) -> None:
        """Names who pays the only sum of a further row that a merged cell lies beside; all it names where it pays."""
        items = self._items(node, column, piece)
        lines = [line for line in node.data.get("budget", ()) if "funder" not in line]
        if len(items) == 1 and len(lines) == 1:
            self.draft.put(self.draft.node_of(lines[0]), "funder.name", items[0], piece, language=column.language)
        else:
            self._funder(node, column, piece, "")

    def _lines_without_funder(self, node: Node, column: Column, piece: Piece) -> list[Node]:
        """Gives the line of the only sum of the row, or those of its years, which the only funder beside them pays.

        A partner may pay a part.
        """
        targets = [one.target for one in self.region.columns if str(one.target).startswith("budget.")]
        sums = [name for name in targets if name in _SUMS]
        one_sum = len(sums) == 1 and targets.count("budget.funder") == 1 and "budget.share" not in targets
        if not (one_sum or self._is_by_year):
            return []
        if says("partner_word", column.heading) or self._sum_row != self._row_of(piece):
            return []
        held = node.data.get("budget", [])[-len(self._sum_lines) :]
        ours = [line for line, there in zip(self._sum_lines, held, strict=False) if line.data is there]
        return ours if len(ours) == len(self._sum_lines) and all("funder" not in line.data for line in ours) else []

    def _share(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Puts the amount of a column that is one funder's, with the funder."""
        self._line = self.draft.add(node, "budget", piece)
        self._line_row = self._row_of(piece)
        heading = column.heading
        funder = share_of(heading) or funder_of_money(heading) or without_unit(heading)
        self.draft.put(self._line, "funder.name", funder, piece, language=column.language)
        self._amount(node, column, piece, "")

    def _currency(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        lines = [line for line in node.data.get("budget", ()) if "amount" in line]
        if lines and all(line["amount"]["currency"] == piece.text.strip() for line in lines):
            self.draft.used(piece, node, "budget.amount.currency")
        elif self._readings.unit_of_row(piece) and self._has_amount(piece, in_figures=True):
            self.draft.used(piece, node, "budget")
        else:
            self._keep(node, column, piece)

    def _has_amount(self, unit: Piece, *, in_figures: bool = False) -> bool:
        """Tells whether an amount stands in the row of a unit; in figures it was read, or is told, in that unit."""
        columns = [c.index for c in self.region.columns if c.target in ("budget.total", "budget.amount")]
        said = [str(value) for index in columns if (value := self._readings.beside(unit, index)) is not None]
        return any(not (in_figures and _LETTER.search(text)) or read_amount(text).value is not None for text in said)

    def _resource(self, node: Node, column: Column, piece: Piece, kind: str) -> None:
        need = self.draft.add(node, "resources", piece)
        if kind:
            need.data["kind"] = kind
        self.draft.put(need, "description", piece.text, piece, language=column.language)


@cache
def _is_taxed(heading: str) -> bool:
    return _TAXED.search(heading) is not None
