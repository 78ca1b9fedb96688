"""Writes what formats publish and the models derive: `python -m opengov_local.formats.generate`."""

from __future__ import annotations

import json
from pathlib import Path

from opengov_local.formats.linked.context import context

CONTEXT = Path(__file__).parents[3] / "schemas" / "context.jsonld"

if __name__ == "__main__":
    CONTEXT.write_text(json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"written: {CONTEXT.name}")
