"""What validation finds when a profile is asked for."""

from __future__ import annotations

import json
from datetime import date

from tests.validation.parts import TODAY, Pairs, Tree

import opengov_local as ogl


def asked(tree: Tree, profile: str, *codes: str, today: date = TODAY) -> Pairs:
    """Gives (code, pointer) of what a profile finds, only of some codes, named without their family."""
    report = ogl.validate(json.dumps(tree, ensure_ascii=False).encode(), profiles=[profile], today=today)
    pairs = [(finding.code.partition("/")[2], finding.location.pointer) for finding in report.findings]
    return sorted(pair for pair in pairs if pair[0] in codes)
