"""Speed of judging and writing a package, as ratios within one run: `make bench`.

The document is the packaged synthetic plan; "accepted" is that plan, "refused" the same with a fault in every
commitment. Each figure is the median of several rounds with the collector on. Peers: `json.loads` for reading,
`jsonschema` over the published schema for judging.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import opengov_local as ogl
from opengov_local.model import Package
from opengov_local.resources import data_folder
from opengov_local.schema import witness
from opengov_local.source import precheck
from opengov_local.validation.profiles import chosen
from opengov_local.validation.rules.run import Rules
from opengov_local.validation.rules.run import run as run_rules

ROUNDS = 15
TODAY = date(2026, 11, 23)


def median(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Gives the median time of one call in microseconds, after one call to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def refused(accepted: bytes) -> bytes:
    """Gives the document with one fault in each commitment."""
    tree = json.loads(accepted)
    for plan in tree["plans"]:
        for commitment in plan.get("commitments", ()):
            commitment["progress"] = "40%"
    return json.dumps(tree, ensure_ascii=False, indent=2).encode()


def command(*arguments: str) -> float:
    """Gives the median time of a whole command in microseconds."""
    return median(lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True), 7)


def main() -> None:
    """Prints one line a figure: microseconds, and the ratio to the first of its group."""
    data = (data_folder("examples") / "synthetic" / "full-plan.json").read_bytes()
    broken, tree, package = refused(data), json.loads(data), ogl.load(data, today=TODAY)
    core = Rules(chosen(())[1])
    groups: list[list[tuple[str, float]]] = [
        [
            ("json.loads", median(lambda: json.loads(data))),
            ("pre-check (I-JSON)", median(lambda: precheck(data))),
            ("pydantic, typed package", median(lambda: Package.model_validate_json(data))),
            ("all core rules", median(lambda: list(run_rules(package, TODAY, core)))),
            ("validate, accepted", median(lambda: ogl.validate(data, today=TODAY))),
            ("validate, refused, with places", median(lambda: ogl.validate(broken, today=TODAY))),
            ("jsonschema", median(lambda: witness.judge(tree), 5)),
        ],
        [
            ("write JSON", median(lambda: ogl.dump(package).data)),
            ("write YAML", median(lambda: ogl.dump(package, "yaml").data, 5)),
            ("write OGP Local form, HTML", median(lambda: ogl.dump(package, "ogp-local-html").data, 5)),
            ("write OGP Local form, Word", median(lambda: ogl.dump(package, "ogp-local-docx").data, 5)),
        ],
        [
            ("python -c pass", command("-c", "pass")),
            ("import opengov_local", command("-c", "import opengov_local")),
            ("opengov-local --version", command("-m", "opengov_local", "--version")),
            ("import the model", command("-c", "import opengov_local.model")),
        ],
    ]
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}; {len(data)} bytes")
    for group in groups:
        print()
        for name, micros in group:
            print(f"{name:<34} {micros:>10.0f} µs  {micros / group[0][1]:>7.2f}×")


if __name__ == "__main__":
    main()
