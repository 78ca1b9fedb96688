"""Speed of writing a plan of a thousand commitments in every format, as ratios within one run: `make bench`.

The plan is made up: a thousand commitments with four milestones each. Reports of workshops say little of it; so they
are measured once more with as many contributions as make a file of the size of others. Beside it stands a package that
was imported from real rows of OGP's spreadsheet, in the folder that `OPENGOV_LOCAL_CORPUS` names: each row is repeated
with other words in it, for what was read once is remembered. A format is measured against writing as many bytes as its
own file has as JSON: the tree of the plan is written by the standard library, and the time taken for the bytes of the
file in proportion. Each figure is the median of three calls, the collector being on. A further call tells what is in
memory at the most while a format is written, beside the package.
"""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import platform
import re
import statistics
import time
import tracemalloc
import warnings
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, Final

from benchmarks.documents import plan

from opengov_local import formats
from opengov_local.errors import TargetError
from opengov_local.importing.options import ImportOptions
from opengov_local.model import Package

COMMITMENTS = 1_000
WORKSHOPS = 260
"""So many workshops make a report as large as the programme of the plan; the plan itself has but twenty."""
ROUNDS = 3


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Gives the median time of a call in seconds of the processor, and what it gave."""
    times, given = [], None
    for _ in range(ROUNDS):
        gc.collect()  # what the format before left is not this one's
        start = time.process_time()
        given = work()
        times.append(time.process_time() - start)
    return statistics.median(times), given


def peak(work: Callable[[], Any]) -> float:
    """Gives what is allocated at the most during a call, in MB."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def main() -> None:
    """Measures and prints."""
    warnings.simplefilter("ignore")
    tree = plan(commitments=COMMITMENTS)
    tree["workshops"] = [_workshop(number) for number in range(1, 21)]
    package = Package.model_validate_json(json.dumps(tree))
    seconds, text = timed(lambda: json.dumps(tree, ensure_ascii=False).encode())
    per_byte = seconds / len(text)
    print(f"CPython {platform.python_version()}, {platform.machine()}; {COMMITMENTS:,} commitments, 4 milestones each")
    print(f"json.dumps of the tree: {seconds * 1000:.0f} ms for {len(text) / 1e6:.1f} MB")
    print(f"{'format':<34}{'ms':>8}{'MB':>8}{'as JSON':>10}{'commitments/s':>15}{'peak MB':>9}")
    for row in formats.FORMATS:
        if not row.writes:
            continue
        measure(row.name, package, row.name, per_byte)
    tree["workshops"] = [_workshop(number) for number in range(1, WORKSHOPS + 1)]
    package = Package.model_validate_json(json.dumps(tree))
    measure(f"workshop-html, {WORKSHOPS * _BROUGHT:,} contributions", package, "workshop-html", per_byte)
    rows_of_ogp(per_byte)


def measure(title: str, package: Package, name: str, per_byte: float) -> None:
    """Measures and prints how a package is written in a format.

    Args:
        title: what the line is called.
        package: the package.
        name: the name of the format.
        per_byte: seconds that JSON takes for a byte.
    """
    write = partial(formats.get(name).writer(), package, language="fr")
    try:
        taken, made = timed(write)
    except TargetError as refused:
        print(f"{title:<34}  {refused.code}")
        return
    size = len(made.data)
    ratio = taken / (size * per_byte)
    figures = f"{taken * 1000:>8.0f}{size / 1e6:>8.2f}{ratio:>9.1f}×{COMMITMENTS / taken:>15.0f}{peak(write):>9.1f}"
    print(f"{title:<34}{figures}")


def rows_of_ogp(per_byte: float) -> None:
    """Measures and prints how quickly rows of OGP's spreadsheet are read, and written again.

    Args:
        per_byte: seconds that JSON takes for a byte.
    """
    corpus = os.environ.get("OPENGOV_LOCAL_CORPUS")
    file = Path(corpus or ".", "ogp-data", "sample_rows.csv")
    if not corpus or not file.is_file():
        print("ogp-csv, imported rows: not measured, no ogp-data/sample_rows.csv where OPENGOV_LOCAL_CORPUS points")
        return
    data = _repeated(file.read_bytes())
    row = formats.get("ogp-csv")
    options = ImportOptions(id_prefix="org.example")
    row.importer()(file.read_bytes(), options=options)  # loads what is loaded once
    start = time.process_time()
    done = row.importer()(data, options=options)
    reading = time.process_time() - start
    package = Package.model_validate_json(json.dumps(done.document.tree if done.document else {}))
    count = sum(len(plan.commitments) for plan in package.plans)
    small = row.importer()(file.read_bytes(), options=options).document
    row.writer()(Package.model_validate_json(json.dumps(small.tree if small else {})), language="en")
    start = time.process_time()
    written = row.writer()(package, language="en")
    writing = time.process_time() - start
    times = f"{1000 * reading / count:.2f} ms a row to read, {1000 * writing / count:.2f} ms to write"
    ratio = f"{writing / (len(written.data) * per_byte):.1f}×"
    print(f"{'ogp-csv, imported rows':<34}{writing * 1000:>8.0f}{len(written.data) / 1e6:>8.2f}{ratio:>10}   {times}")


def _repeated(data: bytes) -> bytes:
    """Repeats the rows of a spreadsheet; each line of a long cell has another word in it, each row another number."""
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    out = io.StringIO(newline="")
    made = csv.writer(out, lineterminator="\n")
    made.writerow(head)
    for letters in product(_LETTERS, _LETTERS):
        tag = "q" + "".join(letters)
        made.writerows([f"{row[0]}{tag}", *(_tagged(cell, tag) for cell in row[1:])] for row in rows)
    return out.getvalue().encode()


def _tagged(cell: str, tag: str) -> str:
    return cell if len(cell) < _LONG else _WORD.sub(rf"\1{tag}", cell)


_BROUGHT: Final = 20
"""How many contributions a workshop brings."""
_LETTERS: Final = "abcde"
_LONG: Final = 60
_WORD: Final = re.compile(r"(?m)^(.{0,80}?\b[A-Za-z]{7,})\b")


def _workshop(number: int) -> dict[str, Any]:
    """Makes up a workshop with one group, whose proposals were answered."""
    return {
        "id": f"ma.exemple:ws-{number}",
        "kind": "thematic",
        "title": {"fr": f"Atelier {number}", "ar": f"الورشة {number}"},
        "plans": ["ma.exemple:pl-1"],
        "working_groups": [
            {
                "id": f"ma.exemple:wg-{number}",
                "title": {"fr": "Groupe 1", "ar": "المجموعة 1"},
                "contributions": [
                    {
                        "id": f"ma.exemple:in-{number}-{each}",
                        "kind": "proposal",
                        "text": {"fr": f"Publier le budget {each}", "ar": f"نشر الميزانية {each}"},
                        "disposition": {"status": "accepted", "commitments": [f"ma.exemple:co-{number}"]},
                    }
                    for each in range(1, _BROUGHT + 1)
                ],
            }
        ],
    }


if __name__ == "__main__":
    main()
