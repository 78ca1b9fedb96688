"""Names of steps that begin like a number come back whole, with and without a number of their own; all made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from opengov_local.formats.ogp_local import docx_format
from opengov_local.formats.ogp_national import form_2017_docx, form_2022_docx
from opengov_local.formats.ogp_national.naming import parted_number
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

MADE_UP = Path(__file__).parents[1] / "ogp_local" / "made_up.json"
NAMES = (("3. Comités", None), ("“3. Comités”", None), ("3. Comités", "a"), ("3. Comités", "1.1"), ("“Comités”", None))


@pytest.mark.parametrize("form", [form_2017_docx, form_2022_docx, docx_format])
def test_they_come_back(form: Any) -> None:
    tree = json.loads(MADE_UP.read_text(encoding="utf-8"))
    (first, *_) = tree["plans"]
    first["commitments"] = first["commitments"][:1]
    model = first["commitments"][0]["milestones"][0]
    numbers = ({"number": number} if number else {} for _, number in NAMES)
    steps = [
        {key: value for key, value in model.items() if key != "number"} | number | {"id": f"{model['id']}-{at}"}
        for at, number in enumerate(numbers)
    ]
    for step, (name, _) in zip(steps, NAMES, strict=True):
        step["title"] = {"fr": name}
    first["commitments"][0]["milestones"] = steps
    made = read(form.write(Package.model_validate_json(json.dumps(tree)), language="fr").data, "form.docx")
    assert made.document is not None
    there = made.document.tree["plans"][0]["commitments"][0]["milestones"]
    assert [(each["title"]["fr"], each.get("number")) for each in there] == list(NAMES)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3. Comités", ("3", "Comités")),
        ("“3. Comités”", ("", "3. Comités")),
        ("““3. Comités””", ("", "“3. Comités”")),
        ("“Comités”", ("", "“Comités”")),
        ("3.", ("", "3.")),
    ],
)
def test_what_stands_between_marks_has_no_number(text: str, parts: tuple[str, str]) -> None:
    assert parted_number(text) == parts
