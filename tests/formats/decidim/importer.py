"""Decidim's own importer of results, made again in small after its code (0.27 to 0.30), for exports to pass through.

What it does and a reader of CSV would not expect: a blank line ends the file; a text that is missing in a language is
that of the site's main language, and must be there; an unknown category or status makes a row invalid; one invalid row
undoes the whole import; a number that is there already is overwritten; results whose parent is not there in the end
are destroyed; of each address of a proposal only the last digit is read.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass
class Site:
    """A component of a Decidim site."""

    main: str = "fr"
    locales: tuple[str, ...] = ("fr", "ar", "en")
    statuses: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    results: dict[int, dict[str, Any]] = field(default_factory=dict)
    destroyed: list[dict[str, Any]] = field(default_factory=list)
    _last: int = 70_000

    def take(self, data: bytes) -> list[tuple[int, str]]:
        """Imports a file; gives the errors by row: where there is one, nothing is imported."""
        before = {number: dict(result) for number, result in self.results.items()}
        errors: list[tuple[int, str]] = []
        matches: list[tuple[str, int]] = []
        reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=";", strict=True)
        header = next(reader)
        for line, cells in enumerate(reader, start=2):
            if not cells:
                break
            row = dict(zip(header, cells, strict=False))
            result = self._result(row, line, errors)
            number = row.get("id", "")
            if number and int(number) in self.results:
                self.results[int(number)] |= result
            else:
                self._last += 1
                self.results[self._last] = result
                if number:
                    matches.append((number, self._last))
        if errors:
            self.results = before
            return errors
        self._finish(matches)
        return []

    def _finish(self, matches: list[tuple[str, int]]) -> None:
        for old, new in matches:
            for result in self.results.values():
                if result["parent"] == old:
                    result["parent"] = str(new)
        lost = [n for n, each in self.results.items() if each["parent"] and int(each["parent"]) not in self.results]
        self.destroyed += [self.results.pop(number) for number in lost]

    def _result(self, row: dict[str, str], line: int, errors: list[tuple[int, str]]) -> dict[str, Any]:
        result: dict[str, Any] = {"parent": row.get("parent/id", ""), "old": row.get("id", "")}
        for name in ("title", "description"):
            main = row.get(f"{name}/{self.main}", "")
            result[name] = {tag: row.get(f"{name}/{tag}", "") or main for tag in self.locales}
            if not main.strip():
                errors.append((line, f"{name} blank"))
        for name in ("start_date", "end_date"):
            if text := row.get(name, ""):
                result[name] = date.fromisoformat(text)
        for name, known in (("category/id", self.categories), ("status/id", self.statuses)):
            if (number := row.get(name, "")) and number not in known:
                errors.append((line, f"{name} unknown"))
            result[name] = number
        result["progress"] = float(row["progress"]) if row.get("progress") else None
        addresses = filter(None, row.get("proposal_urls", "").split(";"))
        result["proposals"] = [int((re.findall(r"\d$", each) or ["0"])[0]) for each in addresses]
        return result
