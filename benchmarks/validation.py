"""Speed of judging and writing a package, as ratios within one run: `make bench`.

What is judged is a made-up plan of 10 kB, and the packaged synthetic plan, which uses every field of the model. The
quick lane takes sound documents; the models judge what it does not take, so each way is timed for itself. Peers, in the
same rounds: `jsonschema` over the published schema, its validator made before; `stac-pydantic` over a STAC Item of the
same size, which has no rules; `json.loads`, for reading alone.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from time import perf_counter_ns
from typing import Any
from unittest.mock import patch

from benchmarks.documents import plan, refused, stac_item, written
from benchmarks.rounds import medians, show
from stac_pydantic import Item

import opengov_local as ogl
from opengov_local.document import Document, Import
from opengov_local.finding import Finding
from opengov_local.formats import json_format
from opengov_local.model import Index, Package
from opengov_local.model.walk import Survey
from opengov_local.resources import data_folder
from opengov_local.schema import witness
from opengov_local.schema.lane import accept
from opengov_local.source import precheck
from opengov_local.validation import placing
from opengov_local.validation.rules.run import rules_of
from opengov_local.validation.rules.run import run as run_rules

TODAY = date(2026, 11, 23)
Work = Callable[[], Any]


def without_lane(data: bytes) -> Import:
    """Reads JSON bytes as if the quick lane had not taken them."""
    with patch.object(json_format, "accept", lambda data: None):
        return json_format.read(data)


def by_models(data: bytes) -> Work:
    """Gives the judging of JSON bytes by the models, whatever the quick lane would say of them."""
    return lambda: ogl.validate(without_lane(data), today=TODAY)


def unplaced(work: Work) -> Work:
    """Gives a work without looking up where in the source its findings stand."""

    def place(one: placing.Said, document: Document) -> Finding:
        return one.finding

    def run() -> Any:
        with patch.object(placing, "_place", place):
            return work()

    return run


def rules_alone(survey: Survey) -> Work:
    """Gives the run of all core rules over what was walked through already."""
    ready = rules_of(())[1]
    return lambda: list(run_rules(survey.root, TODAY, ready, Index(survey.root, survey)))


def judging(data: bytes, rounds: int) -> dict[str, float]:
    """Times the judging of a sound document, and its peers."""
    tree, item = json.loads(data), written(stac_item(len(data)))
    survey = accept(data) or Survey(Package.model_validate_json(data))
    return medians(
        {
            "json.loads": lambda: json.loads(data),
            "pydantic, typed package": lambda: Package.model_validate_json(data),
            "stac-pydantic, typed item of that size": lambda: Item.model_validate_json(item),
            "jsonschema": lambda: witness.judge(tree),
            "pre-check (I-JSON)": lambda: precheck(data),
            "quick lane, structure alone": lambda: accept(data),
            "all core rules": rules_alone(survey),
            "validate": lambda: ogl.validate(data, today=TODAY),
            "validate, by the models": by_models(data),
        },
        rounds,
    )


def refusing(sound: bytes, faulty: bytes, rounds: int) -> tuple[dict[str, float], float]:
    """Times the judging of a faulty document beside the sound one; and what one place costs, in microseconds."""
    judged = partial(ogl.validate, faulty, today=TODAY)
    taken = medians(
        {
            "accepted, by the models": by_models(sound),
            "refused, all findings, no places": unplaced(judged),
            "refused, all findings with their places": judged,
        },
        rounds,
    )
    *_, without, placed = taken.values()
    return taken, (placed - without) / len(judged().findings)


def writing(package: Package) -> dict[str, float]:
    """Times the writing of a package."""
    formats = {"JSON": "json", "YAML": "yaml", "OGP Local form, HTML": "ogp-local-html"}
    return medians({name: partial(ogl.dump, package, format) for name, format in formats.items()}, 5)


def starting() -> dict[str, float]:
    """Times whole commands by the clock on the wall."""
    commands = {
        "python -c pass": ("-c", "pass"),
        "import opengov_local": ("-c", "import opengov_local"),
        "opengov-local --version": ("-m", "opengov_local", "--version"),
        "import the model": ("-c", "import opengov_local.model"),
    }
    return medians({name: partial(_started, *arguments) for name, arguments in commands.items()}, 5, perf_counter_ns)


def _started(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def main() -> None:
    """Prints one line a figure."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")
    sound, own, faulty = written(plan()), written(plan(own=True)), written(refused())
    full = (data_folder("examples") / "synthetic" / "full-plan.json").read_bytes()
    for name, data, rounds in (
        ("a plan", sound, 41),
        ("a plan with fields of its publisher", own, 41),
        ("a plan that uses every field", full, 9),
    ):
        show(f"{name}, {len(data)} bytes", judging(data, rounds), "validate")
    taken, place = refusing(sound, faulty, 41)
    show(
        f"a plan with {len(ogl.validate(faulty, today=TODAY).findings)} faults, {len(faulty)} bytes",
        taken,
        "accepted, by the models",
    )
    print(f"  {'the place of one finding':<50} {place:>10.0f} µs")
    show("writing", writing(ogl.load(full, today=TODAY)), "JSON")
    show("starting", starting(), "python -c pass")


if __name__ == "__main__":
    main()
