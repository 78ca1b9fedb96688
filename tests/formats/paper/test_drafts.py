"""What a draft says of the values that it could not use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import html

from opengov_local import convert
from opengov_local.finding import Finding, Location
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.paper.drafts import Draft, LeftOut, marked
from opengov_local.formats.paper.labels import LANGUAGES, wording
from opengov_local.formats.workshop.wording import labels as report_labels
from opengov_local.model import Package


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_counts_what_it_left_out_and_says_where_it_stood(
    made_up: Callable[..., Package], language: str
) -> None:
    paper, _ = compose(made_up(), language=language, with_contacts=False, plan=None)
    found = Finding("structure/empty-text", "error", Location(line=1, column=1016))
    (fault,) = marked(paper, Draft(0, (LeftOut("", found), LeftOut("Un › Deux", found)))).faults
    first, second = fault.items
    assert fault.title == wording()["note.cuts"].texts[language].format(count=2)
    assert "1016" in first
    assert second.startswith("Un › Deux · ")
    assert "1016" not in second


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["programme-html", "ogp-local-html"])
def test_the_row_of_a_value_that_could_not_be_used_stays(form: str, language: str, tmp_path: Path) -> None:
    commitment = {"id": "org.example:c-1", "title": {"fr": "Projet fictif"}, "start": "31/12/2025", "progress": 150}
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan fictif"}, "framework": "other", "commitments": [commitment]}
    source, target = tmp_path / "plan.json", tmp_path / "draft.html"
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "licence": "CC0-1.0", "plans": [plan]}
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert convert(source, target, to_format=form, language=language, draft=True).written
    page = html.fromstring(target.read_text(encoding="utf-8")).text_content()
    label = wording()["note.unusable"].texts[language]
    assert page.count(label) >= 2


@pytest.mark.parametrize("form", ["programme-html", "ogp-local-html"])
def test_a_draft_marks_cells_of_tables_and_lists_the_errors_of_what_it_prints(form: str, tmp_path: Path) -> None:
    step = {"id": "org.example:m-1", "title": {"fr": "Étape fictive"}, "due": "bientôt", "status": {"code": "done"}}
    lines = [{"label": {"fr": "Étude"}, "amount": {"value": "cent", "currency": "MAD"}}]
    commitment = {"id": "org.example:c-1", "title": {"fr": "Projet fictif"}, "milestones": [step], "budget": lines}
    commitment["leads"] = [{"organization": "org.example:none"}]
    period = {"start": "2027", "end": "2026"}
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan fictif"}, "framework": "other", "commitments": [commitment]}
    source, target = tmp_path / "plan.json", tmp_path / "draft.html"
    tree = {
        "schema_version": "0.1",
        "id": "org.example:pk-1",
        "licence": "CC0-1.0",
        "plans": [plan | {"period": period}],
    }
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert convert(source, target, to_format=form, language="fr", draft=True).written
    page = html.fromstring(target.read_text(encoding="utf-8")).text_content()
    assert page.count(wording()["note.unusable"].texts["fr"]) >= 3
    assert wording()["note.errors"].texts["fr"].format(count=2) in page
    assert wording()["word.elsewhere_object"].texts["fr"] in page


@pytest.mark.parametrize("form", ["programme-html", "ogp-local-html"])
def test_a_text_without_its_language_is_shown_and_listed_as_an_error(form: str, tmp_path: Path) -> None:
    commitment: dict[str, object] = {
        "id": "org.example:c-1",
        "title": "Titre nu",
        "problem": "Écrire à marie.dupont@example.org",
    }
    commitment["milestones"] = [{"id": "org.example:m-1", "title": "Étape nue"}]
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan fictif"}, "framework": "other", "commitments": [commitment]}
    source, target = tmp_path / "plan.json", tmp_path / "draft.html"
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "licence": "CC0-1.0", "plans": [plan]}
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert convert(source, target, to_format=form, language="fr", draft=True).written
    page = html.fromstring(target.read_text(encoding="utf-8")).text_content()
    assert all(words in page for words in ("Titre nu", "Étape nue", "Écrire à"))
    assert "marie.dupont" not in page
    labels = wording()
    assert labels["note.errors"].texts["fr"].format(count=3) in page
    assert labels["word.gap"].texts["fr"] not in page
    assert labels["note.unusable"].texts["fr"] not in page


ASKED = {"kind": "problem", "disposition": {"status": "accepted", "reason": {"fr": "Motif fictif"}}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("wrong", "gaps", "unusable", "left_out"),
    [
        ({"kind": None}, 2, 0, 0),
        ({"kind": "idea"}, 2, 0, 1),
        ({"disposition": {"reason": {"fr": "Motif fictif"}}}, 2, 0, 0),
        ({"disposition": {"status": "oui", "reason": {"fr": "Motif fictif"}}}, 2, 0, 1),
        ({"disposition": {"status": "oui"}}, 0, 2, 1),
    ],
)
def test_a_contribution_of_unknown_kind_or_response_stays_in_the_report(
    wrong: dict[str, object], gaps: int, unusable: int, left_out: int, language: str, tmp_path: Path
) -> None:
    said = {"id": "org.example:co-1", "text": {"fr": "Parole fictive"}, **ASKED, **wrong}
    one = {name: value for name, value in said.items() if value is not None}
    two = {"id": "org.example:co-2", "text": {"fr": "Autre parole"}, "kind": "problem"}
    workshop = {"id": "org.example:w-1", "title": {"fr": "Atelier fictif"}, "kind": "co_creation"}
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "workshops": [workshop | {"contributions": [one, two]}]}
    source, target = tmp_path / "plan.json", tmp_path / "draft.html"
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert convert(source, target, to_format="workshop-html", language=language, draft=True).written
    page = html.fromstring(target.read_text(encoding="utf-8")).text_content()
    labels = wording()
    assert page.count("Parole fictive") == 2
    assert page.count("Motif fictif") == ("reason" in said["disposition"])  # type: ignore[operator]
    assert page.count(labels["word.gap"].texts[language]) == gaps
    assert page.count(labels["note.unusable"].texts[language]) == unusable
    assert page.count(report_labels()["response.none"].texts[language]) == 2
    assert (labels["note.cuts"].texts[language].format(count=1) in page) == bool(left_out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_faults_of_a_draft_have_no_isolates_in_word(language: str, tmp_path: Path) -> None:
    plan = {"id": "org.example:pl-1", "title": {"ar": "برنامج وهمي"}, "framework": "other"}
    plan["period"] = {"start": "soon"}
    source, target = tmp_path / "plan.json", tmp_path / "draft.docx"
    tree = {
        "schema_version": "0.1",
        "id": "org.example:pk-1",
        "id_prefix": "org.example",
        "licence": "CC0-1.0",
        "plans": [plan],
    }
    source.write_text(json.dumps(tree), encoding="utf-8")
    assert convert(source, target, to_format="programme-docx", language=language, draft=True).written
    (fault,) = (each for each in docx.Document(str(target)).paragraphs if "soon" in each.text)
    assert not {"\u2066", "\u2067", "\u2068", "\u2069"} & set(fault.text)
    turned = {run.text for run in fault.runs if run._r.xpath("w:rPr/w:rtl")}
    assert ("soon" in {run.text for run in fault.runs} - turned) == (language == "ar")
    assert any("برنامج وهمي" in words for words in turned)
