"""Schemas that others published, and what they say of our reports."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator
from lxml import etree

HERE = Path(__file__).parent


@cache
def _sarif() -> Draft4Validator:
    return Draft4Validator(
        json.loads((HERE / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")),
        format_checker=Draft4Validator.FORMAT_CHECKER,
    )


def sarif_troubles(log: Any) -> list[str]:
    """Lists what the schema of SARIF says against a log."""
    return [f"{error.json_path}: {error.message[:200]}" for error in _sarif().iter_errors(log)]


@cache
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(HERE / "junit-10.xsd"))


def junit_is_valid(text: str) -> bool:
    """Tells whether the schema of JUnit accepts a document."""
    return bool(_junit().validate(etree.fromstring(text.encode())))
