"""A look at all texts of a package gives the same document as a look at each."""

from __future__ import annotations

import json

import pytest

from opengov_local import formats
from opengov_local.formats.paper import known
from opengov_local.model import Package
from opengov_local.resources import data_folder

_BRIEF = ("workshop-html", "ogp-local-learning-html")


@pytest.mark.parametrize("name", ["programme-html", "workshop-html", "ogp-local-html", "ogp-local-learning-html"])
@pytest.mark.parametrize("with_contacts", [True, False])
def test_the_same_is_written_however_texts_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, name: str, with_contacts: bool
) -> None:
    tree = json.loads((data_folder("examples") / "synthetic" / "full-plan.json").read_bytes())
    tree["plans"][0]["commitments"][0]["description"] = {"fr": "Écrire à personne@example.org\x07 ou au 0661000000"}
    package = Package.model_validate_json(json.dumps(tree))
    write = formats.get(name).writer()
    made = []
    for part in (1e9, 1e-9):  # at the first text, never
        monkeypatch.setattr(known, "_PART", part)
        monkeypatch.setattr(known, "_SHARE", part)
        made.append(write(package, language="fr", with_contacts=with_contacts))
    assert made[0] == made[1]
    assert any(finding.code == "export/unprintable-character" for finding in made[0].findings) or name in _BRIEF
