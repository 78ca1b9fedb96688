"""Speed of writing a plan of a thousand commitments in every format, as ratios within one run: `make bench`.

The plan is made up: a thousand commitments with four milestones each. A format is measured against writing as many
bytes as its own file has as JSON: the tree of the plan is written by the standard library, and the time taken for the
bytes of the file in proportion. Each figure is the median of three calls, the collector being on. A further call tells
what is in memory at the most while a format is written, beside the package.
"""

from __future__ import annotations

import json
import platform
import statistics
import time
import tracemalloc
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.documents import plan

from opengov_local import formats
from opengov_local.errors import TargetError
from opengov_local.model import Package

COMMITMENTS = 1_000
ROUNDS = 3


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Gives the median time of a call in seconds of the processor, and what it gave."""
    times, given = [], None
    for _ in range(ROUNDS):
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
        write = partial(row.writer(), package, language="fr")
        try:
            taken, made = timed(write)
        except TargetError as refused:
            print(f"{row.name:<34}  {refused.code}")
            continue
        size = len(made.data)
        ratio = taken / (size * per_byte)
        figures = f"{taken * 1000:>8.0f}{size / 1e6:>8.2f}{ratio:>9.1f}×{COMMITMENTS / taken:>15.0f}{peak(write):>9.1f}"
        print(f"{row.name:<34}{figures}")


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
                    for each in range(1, 21)
                ],
            }
        ],
    }


if __name__ == "__main__":
    main()
