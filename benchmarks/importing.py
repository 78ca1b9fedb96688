"""Speed and memory of reading a large table of a plan, as ratios within one run: `make bench`.

The workbook is made up: 10,000 rows of twelve columns, as councils fill them. Each figure is the median of several
rounds, in time of the process, with the collector on; what a round gives is let go of behind the clock. Peers:
python-calamine's own reading of the same bytes, and `csv.reader` for the same table as CSV.

To read and map gives all objects, findings and the account, in which each cell is proved to be spoken of. Extracts
(`sources`: the place and text of each value, which no rule asks for) are written when the tree is first asked for: with
them, the figure is that of the line below. `convert` is the whole way: read, judged by all rules of the core, written
as JSON. The floors are what results cost alone, made again from a pickle with nothing read or decided: the objects, and
the tree with an extract for each value. Memory is the peak of a process of its own.
"""

from __future__ import annotations

import csv
import gc
import io
import pickle
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from python_calamine import load_workbook
from xlsxwriter import Workbook

from opengov_local.api.converting import Conversion, convert
from opengov_local.formats.books.dialects import read_kind
from opengov_local.formats.grids import read_book
from opengov_local.importing.collector import without_collector

ROUNDS = 7
ROWS = 10_000
HEADINGS = ("Axe", "N° projet", "Projet", "Activité", "Responsable", "Partenaires", "Date de début", "Date de fin",
            "Statut", "Taux d'avancement", "Budget (DH)", "Observations")  # fmt: skip


def rows(count: int) -> list[list[str | int]]:
    """Makes up rows: seven activities to a project, five axes, dates, states and sums that recur.

    No cell names one body twice: such cells are looked at one by one, and nobody writes them.
    """
    return [
        [
            f"Axe {row // 7 % 5 + 1} : Thème {row // 7 % 5}",
            f"P{row // 7}",
            f"Projet numéro {row // 7} de la commune",
            f"Activité {row} à réaliser",
            f"Service {row % 23}",
            f"Association {row % 31}; Association {31 + row % 17}",
            f"{row % 28 + 1:02}/{row % 12 + 1:02}/2025",
            f"{row % 28 + 1:02}/{row % 12 + 1:02}/2026",
            ("En cours", "Réalisé", "À venir")[row % 3],
            f"{row % 101}%",
            1000 * (row % 50),
            f"Remarque {row}",
        ]
        for row in range(count)
    ]


def workbook(count: int) -> bytes:
    """Writes the rows as XLSX."""
    made = io.BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet("Plan")
        for number, row in enumerate([HEADINGS, *rows(count)]):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def csv_text(count: int) -> bytes:
    """Writes the rows as CSV."""
    made = io.StringIO()
    csv.writer(made).writerows([HEADINGS, *rows(count)])
    return made.getvalue().encode()


def raw(data: bytes) -> list[list[Any]]:
    """Reads the cells as calamine alone does."""
    return load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def median(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Gives the median time of one call in milliseconds, after one call to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        kept = work()
        times.append(time.process_time() - start)
        del kept
    return statistics.median(times) * 1e3


def tree_of(data: bytes) -> Any:
    """Gives the whole tree that the workbook becomes."""
    document = read_kind(data, "plan.xlsx", kind="xlsx").document
    assert document
    return document.tree


def converted(data: bytes) -> Conversion:
    """Converts the workbook to JSON."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "plan.xlsx")
        source.write_bytes(data)
        return convert(source, Path(folder, "plan.json"))


def unpickled(tree: bytes) -> Any:
    """Makes the tree again, with the collector at rest as it is for the readers."""
    with without_collector():
        return pickle.loads(tree)


def peak(work: str) -> float:
    """Gives the peak memory in MiB of a process that does nothing else."""
    run = subprocess.run([sys.executable, __file__, work], check=True, capture_output=True, text=True)
    return float(run.stdout)


def alone(work: str) -> None:
    """Does one thing and prints the peak memory in MiB."""
    data = workbook(ROWS)
    gc.collect()  # what was needed to write it
    works: dict[str, Callable[[], Any]] = {
        "raw": lambda: raw(data),
        "map": lambda: read_kind(data, "plan.xlsx", kind="xlsx"),
        "tree": lambda: tree_of(data),
    }
    kept = works[work]() if work in works else None
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    del kept


def main() -> None:
    """Prints one line a figure, and the ratio to the first of its group."""
    peaks = [
        (name, peak(work))
        for name, work in (
            ("modules and file", "none"),
            ("calamine", "raw"),
            ("read and map", "map"),
            ("and extracts", "tree"),
        )
    ]  # first: a process counts the memory of the one it springs from
    data, text = workbook(ROWS), csv_text(ROWS)
    tree = tree_of(data)
    objects, tree = (pickle.dumps(one) for one in ({**tree, "sources": []}, tree))
    groups: list[tuple[str, list[tuple[str, float]]]] = [
        (
            "ms",
            [
                ("calamine, cells alone", median(lambda: raw(data))),
                ("read_book, cells and their doubts", median(lambda: read_book(data, "plan.xlsx", "xlsx"))),
                ("floor: the objects alone", median(lambda: unpickled(objects))),
                ("floor: the tree alone", median(lambda: unpickled(tree))),
                ("read and map, XLSX", median(lambda: read_kind(data, "plan.xlsx", kind="xlsx"))),
                ("read and map, and extracts", median(lambda: tree_of(data))),
                ("convert XLSX to JSON", median(lambda: converted(data), 3)),
            ],
        ),
        (
            "ms",
            [
                ("csv.reader, cells alone", median(lambda: list(csv.reader(io.StringIO(text.decode()))))),
                ("read and map, CSV", median(lambda: read_kind(text, "plan.csv", kind="csv"))),
            ],
        ),
        ("MiB", peaks),
    ]
    cells = ROWS * len(HEADINGS)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}; {cells} cells")
    for unit, group in groups:
        print()
        for name, figure in group:
            print(f"{name:<34} {figure:>10.0f} {unit:<3} {figure / group[0][1]:>7.2f}×")


if __name__ == "__main__":
    alone(sys.argv[1]) if len(sys.argv) > 1 else main()
