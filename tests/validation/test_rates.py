"""The rates of the rules on real plans are those that a measurement gives today."""

from __future__ import annotations

from pathlib import Path

from tools.rule_rates import measured

from opengov_local.validation.explain import rates


def test_the_rates_are_not_stale(corpus: Path) -> None:
    """What readers make of the files changes, and so does what rules find in it."""
    today = {code: (found, plans) for code, found, plans in measured(corpus)}
    stale = {code: (rates().get(code), rate) for code, rate in today.items() if rates().get(code) != rate}
    assert stale == {}, "run OPENGOV_LOCAL_CORPUS=folder make rates"
