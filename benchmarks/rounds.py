"""Times pieces of work in turns, so that what slows the machine for a while slows all of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

IN_A_ROW = 4
Works = Mapping[str, Callable[[], Any]]


def medians(works: Works, rounds: int, clock: Callable[[], int] = time.process_time_ns) -> dict[str, float]:
    """Gives the median time of one call of each work in microseconds, the collector being on.

    Args:
        works: what is timed, by name; each is called once to warm up, then some times in a row in each round: once
            only, the caches of the processor would hold what the other works left there.
        rounds: how many rounds.
        clock: tells the time in nanoseconds; by default that of the processor in this process.
    """
    times: dict[str, list[int]] = {name: [] for name in works}
    for work in works.values():
        work()
    gc.collect()
    for _ in range(rounds):
        for name, work in works.items():
            start = clock()
            for _ in range(IN_A_ROW):
                work()
            times[name].append(clock() - start)
    return {name: statistics.median(taken) / IN_A_ROW / 1000 for name, taken in times.items()}


def show(title: str, found: Mapping[str, float], base: str) -> None:
    """Prints one line a work: microseconds, and how many times the work `base` it took."""
    print(f"\n{title}")
    for name, micros in found.items():
        print(f"  {name:<50} {micros:>10.0f} µs  {micros / found[base]:>7.2f}×")
