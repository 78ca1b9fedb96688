"""`convert` to formats for the public: drafts with their gaps, contact details only when asked for, and said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.formats.test_private import words_of
from tests.validation.test_drafting import INCOMPLETE

import opengov_local as ogl
from opengov_local import messages
from opengov_local.cli import main
from opengov_local.formats.paper.labels import wording
from opengov_local.model.gap import GAP
from opengov_local.resources import data_folder

FULL = data_folder("examples") / "synthetic" / "full-plan.json"
CONTACT = "point.focal@example.org"
"""An address of the example."""


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("name", ["ogp-local-html", "ogp-local-docx", "programme-docx"])
def test_a_draft_marks_what_is_missing(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "plan.json", tmp_path / "plan"
    source.write_text(json.dumps(INCOMPLETE), encoding="utf-8")
    asked = ["convert", str(source), str(target), "--to", name, "--lang", language]
    assert main(asked) == 1
    assert not target.exists()
    assert messages.ui("draft-would-do", language) in capsys.readouterr().err
    assert main([*asked, "--draft"]) == 0
    said = words_of(target.read_bytes())
    labels = wording()
    assert said.count(labels["word.gap"].texts[language]) >= 3
    assert labels["note.draft"].texts[language] in said
    assert GAP not in said
    assert messages.ui("written", language, target=str(target)) in capsys.readouterr().err


@pytest.mark.parametrize("name", ["csv", "plan-html", "ogp-csv", "jsonld"])
def test_what_shows_no_drafts_writes_none(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "plan.json", tmp_path / "plan"
    source.write_text(json.dumps(INCOMPLETE), encoding="utf-8")
    assert main(["convert", str(source), str(target), "--to", name, "--lang", "en"]) == 1
    assert messages.ui("draft-would-do", "en") not in capsys.readouterr().err
    assert main(["convert", str(source), str(target), "--to", name, "--draft"]) == 2
    assert not target.exists()


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("name", ["ogp-local-docx", "ogp-local-html", "plan-html", "csv"])
def test_contact_details_are_left_out_and_said_unless_they_are_asked_for(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan"
    asked = ["convert", str(FULL), str(target), "--to", name, "--lang", language]
    assert main(asked) == 0
    assert CONTACT not in words_of(target.read_bytes())
    done = ogl.dump(ogl.load(FULL), name, language=language)
    told = [found for found in done.findings if found.code == "export/left-out"]
    assert "contacts" in {found.params["what"] for found in told}
    said = capsys.readouterr().err
    assert all(messages.render(found, language) in said for found in told)
    assert main([*asked, "--with-contacts", "--force"]) == 0
    assert CONTACT in words_of(target.read_bytes())
    said = capsys.readouterr().err
    assert not any(messages.render(found, language) in said for found in told)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("name", ["ogp-local-docx", "programme-html"])
def test_a_draft_says_what_it_leaves_out_whole(name: str, language: str, tmp_path: Path) -> None:
    tree = json.loads(FULL.read_bytes())
    more = {"text": {"fr": "Trois portes ouvertes."}, "date": "2025-03-02", "status": {"code": "in_progress"}}
    tree["progress_updates"].append({"id": "org.example.fictive:up-0", **more})
    source, target = tmp_path / "plan.json", tmp_path / "form"
    source.write_text(json.dumps(tree), encoding="utf-8")
    made = ogl.convert(source, target, to_format=name, language=language, draft=True, read_back=False)
    (said,) = (each for each in made.findings if each.code == "export/draft-cut")
    place = f"/progress_updates/{len(tree['progress_updates']) - 1}"
    assert (said.params["fields"], said.params["count"], said.params["first"]) == (("ProgressUpdate",), 3, place)
    labels = wording()
    assert labels["note.cut_beside"].texts[language].format(count=3) in words_of(target.read_bytes())
