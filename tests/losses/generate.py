"""Measures the losses of formats anew: `python -m tests.losses.generate [FORMAT…]`; all of them without a name."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.internal.conjecture.providers import HypothesisProvider
from tests.losses.measuring import FIELDS, fates, imported, measured_formats, packages, thinned

from opengov_local.formats.losses import reference
from opengov_local.formats.losses.fates import Fates, table, written
from opengov_local.model import Package

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src" / "opengov_local" / "formats" / "losses" / "losses.csv"
PAGE = ROOT / "docs" / "reference" / "losses.md"
EXAMPLES = 100
UNSEEN = 3
"""How many more are made for the tests, which the table was not measured on."""


def drawn(count: int = EXAMPLES + UNSEEN) -> list[Package]:
    """Gives as many made-up packages; always the same ones.

    Hypothesis also draws constants of the modules that happen to be loaded; here it does not.
    """
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

    with patch.object(HypothesisProvider, "_maybe_draw_constant", lambda *_, **__: None):
        draw()
    return found


def _measured(name: str) -> Fates:
    made = drawn()[:EXAMPLES]
    return dict(
        fates(name, [*packages(), *imported(name), *(made[::3] if name.endswith("-docx") else made)])
    )  # Word files take long


def main(names: list[str]) -> None:
    """Measures some formats and writes the table and its page."""
    measured: dict[str, Fates] = {name: table().get(name, {}) for name in measured_formats()}
    wanted = names or measured_formats()
    with ProcessPoolExecutor() as pool:
        for name, found in zip(wanted, pool.map(_measured, wanted), strict=True):
            measured[name] = found
            sys.stdout.write(f"measured: {name}\n")
    TABLE.write_text(written(measured, FIELDS), encoding="utf-8")
    table.cache_clear()
    PAGE.write_text(reference.page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
