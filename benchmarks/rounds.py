"""Times pieces of work in turns, so that what slows the machine for a while slows all of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

AT_LEAST_NS = 2_000_000
Works = Mapping[str, Callable[[], Any]]


def medians(works: Works, rounds: int, clock: Callable[[], int] = time.process_time_ns) -> dict[str, float]:
    """Gives the median time of one call of each work in microseconds, the collector being on.

    Args:
        works: what is timed, by name; each is called once to warm up, then in each round as often in a row as fills
            two milliseconds: once only, the caches of the processor would hold what the other works left there.
        rounds: how many rounds.
        clock: tells the time in nanoseconds; by default that of the processor in this process.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    in_a_row = {name: 1 + int(AT_LEAST_NS / max(1, _taken(work, 1, clock))) for name, work in works.items()}
    gc.collect()
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(_taken(work, in_a_row[name], clock))
    return {name: statistics.median(taken) / 1000 for name, taken in times.items()}


def _taken(work: Callable[[], Any], times: int, clock: Callable[[], int]) -> float:
    """Gives the nanoseconds that one call takes, of some in a row."""
    start = clock()
    for _ in range(times):
        work()
    return (clock() - start) / times


def show(title: str, found: Mapping[str, float], base: str) -> None:
    """Prints one line a work: microseconds, and how many times the work `base` it took."""
    print(f"\n{title}")
    for name, micros in found.items():
        print(f"  {name:<50} {micros:>10.0f} µs  {micros / found[base]:>7.2f}×")
