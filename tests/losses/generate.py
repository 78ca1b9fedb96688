"""Measures the losses of formats anew: `python -m tests.losses.generate [FORMAT…]`; all of them without a name."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from tests.losses.measuring import FIELDS, drawn_as, fates, measured_formats, packages, thinned

from opengov_local.formats.losses import reference
from opengov_local.formats.losses.fates import Fates, table, written
from opengov_local.model import Package

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src" / "opengov_local" / "formats" / "losses" / "losses.csv"
PAGE = ROOT / "docs" / "reference" / "losses.md"
EXAMPLES = 40


def drawn(count: int = EXAMPLES) -> list[Package]:
    """Gives as many made-up packages; always the same ones."""
    found: list[Package] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(thinned())
    def draw(package: Package) -> None:
        found.append(package)

    draw()
    return found


def main(names: list[str]) -> None:
    """Measures some formats and writes the table and its page."""
    some = [*packages(), *drawn()]
    measured: dict[str, Fates] = {name: table().get(name, {}) for name in measured_formats()}
    new: dict[str, Fates] = {}
    for name in names or measured_formats():
        source = drawn_as(name)
        if source not in new:
            new[source] = fates(source, some)
        measured[name] = new[source]
        sys.stdout.write(f"measured: {name}\n")
    TABLE.write_text(written(measured, FIELDS), encoding="utf-8")
    table.cache_clear()
    PAGE.write_text(reference.page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
