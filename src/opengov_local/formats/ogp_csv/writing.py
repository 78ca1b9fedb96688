"""Writing OGP's commitments spreadsheet from a package, as CSV or workbook: its 171 columns in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final, NamedTuple

from opengov_local.errors import OptionError, TargetError
from opengov_local.finding import Finding, Severity
from opengov_local.formats.csv_writing import csv_text
from opengov_local.formats.ogp_csv.columns import columns
from opengov_local.formats.ogp_csv.originals import in_their_order
from opengov_local.formats.ogp_csv.row_cells import UNHELD, Rows
from opengov_local.formats.ogp_csv.settling import settled
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.whole import named_plans
from opengov_local.formats.written import Written
from opengov_local.formulas import guarded
from opengov_local.model.assessment import Assessment
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan
from opengov_local.model.walk import Survey

Line = list[str]


class Mending(NamedTuple):
    """What is done to cells so that a kind of file holds them.

    Attributes:
        code: code of the finding that says so.
        mended: gives a cell as it is written.
        sign: the sign that is counted in what is mended; "" where cells are.
    """

    code: str
    mended: Callable[[str], str]
    sign: str = ""

    def weight(self, cell: str, other: str) -> int:
        """Gives how much of a cell was mended."""
        return other.count(self.sign) - cell.count(self.sign) if self.sign else 1


def written_as(
    package: Package,
    file_of: Callable[[Line, Iterable[Line]], bytes],
    own: Mending,
    *,
    language: str,
    with_contacts: bool,
    plan: str | None,
) -> Written:
    """Writes the rows of a package with the headings above.

    Args:
        package: the package.
        file_of: makes the file of the headings and the lines.
        own: what this kind of file needs beside.
        language: language of the texts; where a text is not there in it, English, else another.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the one plan that is wanted.

    Raises:
        OptionError: the package has no such plan.
        TargetError: the package has no plan at all.
    """
    public = public_copy(package, with_contacts=with_contacts, extracts=False)
    plans = _plans(public.package, plan)
    index = Index(public.package, public.survey or Survey(public.package, Assessment))
    kept = settled(public.package, plans, language, index)
    rows = Rows(
        public.package,
        language,
        index,
        told=kept.told,
        as_read=kept.as_read,
        others=kept.others,
        with_contacts=with_contacts,
    )
    lines = in_their_order(plans, rows.of(plans, kept.held))
    found: list[Finding] = []
    if kept.changed:
        found.append(
            Finding(
                "export/cells-written-anew",
                "info",
                params={"count": kept.changed.total(), "names": tuple(kept.changed)},
            )
        )
    cells = set(chain.from_iterable(lines))
    for mending in (*_MENDINGS, own):
        if count := _mend(lines, cells, mending) + (rows.replaced if mending.code == _UNPRINTABLE else 0):
            found.append(Finding(mending.code, _SEVERITIES.get(mending.code, "info"), params={"count": count}))
    head = [column.name for column in columns()]
    return Written(file_of(head, lines), (*public.findings, *found, *rows.findings()))


def _mend(lines: list[Line], cells: set[str], mending: Mending) -> int:
    """Mends the cells of lines that ask for it, each text once, and counts them; `cells` are the texts of the lines."""
    mended = mending.mended
    changed = {cell: other for cell in cells if (other := mended(cell)) != cell}
    counts = {cell: mending.weight(cell, other) for cell, other in changed.items()}
    cells.difference_update(changed)
    cells.update(changed.values())
    count = 0
    for line in lines if changed else ():
        if not changed.keys().isdisjoint(line):
            count += sum(counts.get(cell, 0) for cell in line)
            line[:] = [changed.get(cell, cell) for cell in line]
    return count


_UNPRINTABLE: Final = "export/unprintable-character"
_MENDINGS: Final = (
    Mending(
        _UNPRINTABLE,
        lambda cell: cell if cell.replace("\n", "").isprintable() else UNHELD.sub("\ufffd", cell),
        "\ufffd",
    ),
    Mending(
        "export/text-tidied",
        lambda cell: cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell,
    ),
)
_SEVERITIES: Final[dict[str, Severity]] = {_UNPRINTABLE: "warning", "export/text-cut": "warning"}


def write(package: Package, *, language: str = "en", with_contacts: bool = False, plan: str | None = None) -> Written:
    """Writes OGP's spreadsheet as CSV, UTF-8, parted by commas; arguments and errors as `written_as`."""
    own = Mending("export/formula-guarded", guarded)
    return written_as(package, _csv, own, language=language, with_contacts=with_contacts, plan=plan)


def _csv(head: Line, lines: Iterable[Line]) -> bytes:
    return csv_text(head, lines, ",").encode("utf-8")


def _plans(package: Package, wanted: str | None) -> list[ActionPlan]:
    if not package.plans:
        raise TargetError("tool/no-plan")
    found = [each for each in package.plans if wanted is None or wanted in (each.id, *each.former_ids)]
    if not found:
        raise OptionError("tool/unknown-plan", name=str(wanted), known=named_plans(package))
    return found
