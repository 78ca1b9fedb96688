"""The lines of texts come back from Word forms, also blank ones; where they do not, the export counted the text."""

import copy
import json
from functools import cache
from typing import Any

import pytest
from tests.losses.drawing import _at, _leaves, _put
from tests.losses.measuring import full
from tests.losses.promise import FORMS, options

from opengov_local import formats
from opengov_local.formats.losses.again import read_again
from opengov_local.model import Package
from opengov_local.model.shape import steps

LINES = "Zq{0}\n\nzq{0}b\nzq{0}c\n\n\nzq{0}d"


@cache
def _of_lines() -> tuple[Package, tuple[str, ...]]:
    """Gives the made-up plan with several lines in each text that may have them, and the texts."""
    tree: Any = copy.deepcopy(full())
    texts = []
    for number, place in enumerate(_leaves(tree)):
        field = [*steps(Package, place)][-1].field
        if field is None or field.kind != "map":
            continue
        text = LINES.format(number)
        other = copy.deepcopy(tree)
        _put(other, place, dict.fromkeys(_at(tree, place), text))
        try:
            Package.model_validate(other)
        except ValueError:
            continue
        tree = other
        texts.append(text)
    return Package.model_validate(tree), tuple(texts)


@pytest.mark.parametrize("form", FORMS)
def test_lines_come_back(form: str) -> None:
    package, texts = _of_lines()
    row = formats.get(form)
    written = row.writer()(package, language="fr", **options(form))
    counted = sum(int(str(f.params["count"])) for f in written.findings if f.code == "export/text-tidied")
    back = json.dumps(read_again(row, written.data), ensure_ascii=False)
    exact = [text for text in texts if json.dumps(text)[1:-1] in back]
    on_one_line = [text for text in texts if text not in exact and " ".join(text.split()) in back]
    torn = [text for text in texts if f"{text.split()[0]}\\n" in back and text not in exact]
    assert "\u2060" not in back
    assert not torn
    assert len(on_one_line) <= counted
    assert exact or form == "ogp-local-learning-docx"  # its answers are of no field of several lines
