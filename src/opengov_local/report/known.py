"""Files that are reports written here, by what they hold: a new one may take the place of an earlier one."""

from __future__ import annotations

import csv
import json
from typing import Final

from opengov_local import messages
from opengov_local.report.csv import BYTE_ORDER_MARK, COLUMNS, HEADINGS
from opengov_local.report.sarif import TOOL

_DELIMITERS: Final = ",;\t"
"""What stands between the cells of a table: spreadsheets save it anew in the manner of their country."""
_TELLING: Final = 4
"""The first headings, which no other table has in this order."""


def is_report(text: str) -> bool:
    """Tells whether a text is such a report, in JSON, SARIF or CSV, also where a spreadsheet saved it anew."""
    return _is_data(text) if text.lstrip().startswith("{") else _is_table(text)


def _is_data(text: str) -> bool:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(data, dict):
        return False
    runs = data.get("runs")
    if isinstance(runs, list):
        return any(_is_ours(run) for run in runs)
    return isinstance(data.get("reports"), list) and isinstance(data.get("counts"), dict)


def _is_ours(run: object) -> bool:
    match run:
        case {"tool": {"driver": {"name": name}}}:
            return bool(name == TOOL)
    return False


def _is_table(text: str) -> bool:
    first = next(iter(text.removeprefix(BYTE_ORDER_MARK).splitlines()), "")
    told = [[messages.ui(HEADINGS.format(name), language) for name in COLUMNS] for language in messages.LANGUAGES]
    read = (next(csv.reader([first], delimiter=delimiter), []) for delimiter in _DELIMITERS)
    return any(named[:_TELLING] == headings[:_TELLING] for named in read for headings in told)
