"""The page of losses: what becomes of every field in every format, as measured."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import Final

from opengov_local import formats
from opengov_local.formats.losses.fates import FATES, Fate, Field, table
from opengov_local.formats.losses.values import ANY, OTHER_LANGUAGES, UNKNOWN_FIELDS

_HEAD: Final = """# Losses

What of a package comes back when it is written in a format and read again by this library. The table is measured, on
the examples and on made-up packages, in French and in Arabic, with contacts kept; `make losses` measures it anew, and
the tests prove it on packages that were not measured. `convert` reads a file again before it writes it, and says what
of this package does not come back (`export/lost`, `export/changed`); of large packages it says what this table tells
(`export/not-kept`, `export/partly-kept`).

- *kept*: every value came back, in the same concept and field, a text also under another language where the format has
  no place for its language (`convert` says so: `export/changed`);
- *partly*: some values came back;
- *lost*: none did.

JSON and YAML keep everything. References count as kept where what comes back leads to an object of the same title; ids
are minted anew unless the format keeps them, and `--base` gives objects their old ones. A format that the library does
not read back, such as a page, is measured by what stands in the file, as it is, as a label or as a date in words, and
is another where the value is (`export/not-shown`, `export/partly-shown`).
"""


def page() -> str:
    """Gives the page, Markdown."""
    parts = [_HEAD, _overview()]
    parts += [_part(name) for name in table()]
    return "\n".join(parts)


def _overview() -> str:
    lines = [
        "| format | read back | kept | partly | lost | further languages | unknown fields |",
        "|---|---|--:|--:|--:|---|---|",
    ]
    for name, fates in table().items():
        row = formats.get(name)
        counts = [sum(fate == wanted for (concept, _), fate in fates.items() if concept != ANY) for wanted in FATES]
        beside = [fates.get((ANY, what), "") for what in (OTHER_LANGUAGES, UNKNOWN_FIELDS)]
        back = "yes" if row.read_as or row.reads else "no"
        lines.append("| " + " | ".join([f"`{name}`", back, *map(str, counts), *beside]) + " |")
    return "Fields by what becomes of them:\n\n" + "\n".join(lines) + "\n"


def _part(name: str) -> str:
    by_fate: defaultdict[Fate, list[Field]] = defaultdict(list)
    for field, fate in table()[name].items():
        if field[0] != ANY:
            by_fate[fate].append(field)
    lines = [f"## `{name}`\n"]
    lines += [f"**{fate}**: {_listed(by_fate[fate])}\n" for fate in FATES if by_fate[fate]]
    return "\n".join(lines)


def _listed(fields: list[Field]) -> str:
    groups = groupby(fields, key=lambda field: field[0])
    return "; ".join(f"{concept}: {', '.join(f'`{name}`' for _, name in group)}" for concept, group in groups)
