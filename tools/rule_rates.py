"""Measures on how many real plans each rule speaks, and writes `src/opengov_local/validation/rates.csv`.

With the folder of real files named: OPENGOV_LOCAL_CORPUS=folder make rates
No name of a file is written down; files that are no plan, or cannot be read as one, are left out.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import opengov_local as ogl
from opengov_local.resources import data_folder
from opengov_local.validation.profiles import profiles
from opengov_local.validation.rules.register import rules

RATES = Path(ogl.__file__).parent / "validation" / "rates.csv"
TODAY = date(2026, 11, 23)
"""The day the plans are judged on, so that the figures can be made again."""
NOT_REAL = ("adversarial",)
"""Folders of the corpus that hold no plans of anybody."""


def files(corpus: Path) -> Iterator[Path]:
    """Gives the files that may hold a real plan: those of the corpus, and the examples that are not made up."""
    for path in sorted(corpus.rglob("*")):
        if path.is_file() and not set(NOT_REAL) & set(path.relative_to(corpus).parts):
            yield path
    yield from sorted(data_folder("examples").glob("*.json"))


def plans_in(path: Path) -> list[set[str]]:
    """Gives the codes of the rules that speak of each plan of a file.

    What is said of nothing in particular, such as a source, counts for the first plan.
    """
    try:
        report = ogl.validate(path, profiles=list(profiles()), today=TODAY)
    except Exception as trouble:  # noqa: BLE001 - whatever stands in the corpus, the others are measured
        print(f"left out, {type(trouble).__name__}", file=sys.stderr)
        return []
    codes: list[set[str]] = [set() for _ in (report.package.plans if report.package else ())]
    for finding in report.findings if codes else ():
        parts = finding.location.pointer.split("/")
        codes[int(parts[2]) if parts[1:2] == ["plans"] and len(parts) > 2 else 0].add(finding.code)
    return codes


def measured(corpus: Path) -> list[tuple[str, int, int]]:
    """Judges every file by all profiles: code, on how many plans it speaks, how many plans there are."""
    judged = [codes for path in files(corpus) for codes in plans_in(path)]
    found = Counter(code for codes in judged for code in codes)
    return [(rule.code, found[rule.code], len(judged)) for rule in rules()]


def main() -> None:
    """Writes the rates."""
    corpus = os.environ.get("OPENGOV_LOCAL_CORPUS")
    if not corpus:
        raise SystemExit("OPENGOV_LOCAL_CORPUS names no folder of real files")
    rates = measured(Path(corpus))
    with RATES.open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(["code", "found", "plans"])
        rows.writerows(rates)
    for rule, (code, found, plans) in zip(rules(), rates, strict=True):
        if rule.severity == "warning" and 2 * found > plans:
            print(f"a warning on {found} of {plans}: {code}")


if __name__ == "__main__":
    main()
