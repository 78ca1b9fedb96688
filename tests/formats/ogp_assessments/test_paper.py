"""The content of the assessment forms: order, what is filled in, room for what is not, what is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.formats.ogp_local.looking import Make, Tree, answer, lines_of, row_of

from opengov_local import codelists
from opengov_local.errors import OptionError
from opengov_local.finding import Finding
from opengov_local.formats.ogp_assessments import paper
from opengov_local.formats.ogp_assessments.wording import labels
from opengov_local.formats.paper.content import Grid, Paper, Row, Sheet
from opengov_local.formats.paper.labels import wording
from opengov_local.model import Package

Compose = Callable[..., tuple[Paper, tuple[Finding, ...]]]
FORMS: dict[str, Compose] = {
    "ogp_local_inception": paper.compose_inception,
    "ogp_local_end_of_commitment": paper.compose_end_of_commitment,
    "ogp_local_final_learning": paper.compose_learning,
}
TARGETS = {"ogp_local_end_of_commitment": "test.x:c-1"}


def assessed(instrument: str, *answers: Any, **fields: Any) -> Callable[[Tree], None]:
    """Gives an edit that leaves one assessment in the made-up package."""
    target = fields.pop("target", TARGETS.get(instrument, "test.x:plan"))

    def edit(tree: Tree) -> None:
        made = {"id": "test.x:a-1", "target": target, "instrument": instrument, "answers": list(answers), **fields}
        tree["assessments"] = [made]

    return edit


def grids_of(sheet: Sheet) -> list[Grid]:
    """Gives all tables of a sheet."""
    return [block for part in sheet.parts for block in part.blocks if isinstance(block, Grid)]


def row_for(sheet: Sheet, question: str) -> list[list[str]]:
    """Gives the cells of the first row that asks something."""
    return next(
        [[line.text for line in cell] for cell in row]
        for grid in grids_of(sheet)
        for row in grid.rows
        if row[0][0].text.endswith(question)
    )


def text_of(made: Paper) -> str:
    return "\n".join(line.text for sheet in made.sheets for line in lines_of(sheet))


@pytest.mark.parametrize("instrument", FORMS)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_bare_package_gives_a_form_to_fill_in(instrument: str, language: str, bare: Make) -> None:
    made, findings = FORMS[instrument](bare(), language=language)
    rows = [b for part in made.sheets[0].parts for b in part.blocks if isinstance(b, Row)]
    blank = [row for row in rows if not row.stated]
    assert len(blank) >= 3
    assert {line.text for row in blank for line in row.lines} == {"\u00a0"}
    assert "☒" not in text_of(made)
    assert [it.params["what"] for it in findings if it.code != "export/other-language"] == ["plan_details"]


def test_questions_of_the_inception_form_stand_in_its_order(made_up: Make) -> None:
    sheet = paper.compose_inception(made_up(assessed("other")), language="en")[0].sheets[0]
    assert [part.key for part in sheet.parts if part.level == 2] == [
        "part.evaluator",
        "part.about_assessment",
        "section.compliance",
        "section.requirements",
        "section.practices",
        "section.commitments",
        "part.signature",
    ]
    asked = [row[0][0].text for grid in grids_of(sheet)[:2] for row in grid.rows]
    keys = ["forum_exists", "forum_multi_stakeholder", "endorsement", "website_updated", "information_before_meetings"]
    assert asked == [labels()[f"criterion.{key}"].texts["en"] for key in keys]
    assert sum(part.level == 3 for part in sheet.parts) == 2  # one for each commitment


def test_answers_are_ticked_and_explained(made_up: Make) -> None:
    edit = assessed(
        "ogp_local_inception",
        {
            "criterion": "forum_exists",
            "answer": "forum_exists.yes",
            "original": "Absolument",
            "explanation": {"fr": "Il se réunit."},
            "evidence": [{"url": "https://example.org/pv.pdf"}],
        },
        {"criterion": "endorsement", "missing": "ND"},
        {"criterion": "x_own", "answer": "x_perhaps"},
        date="2026-01",
    )
    sheet = paper.compose_inception(made_up(edit), language="fr")[0].sheets[0]
    assert row_for(sheet, "existe-t-il\u00a0?")[1:] == [
        ["☒ Oui (dans la source «\u00a0Absolument\u00a0»)", "☐ Non"],
        ["Il se réunit."],
        ["https://example.org/pv.pdf"],
    ]
    assert row_for(sheet, "soumission\u00a0?")[1] == ["☐ Oui", "☐ Non", "☒ Pas de réponse\u00a0: Pas de données"]
    assert row_for(sheet, "x_own")[1] == ["☒ x_perhaps"]
    assert answer(sheet, "assessment.date") == ["janvier 2026"]


def test_what_the_plan_says_stands_below_the_question(made_up: Make) -> None:
    sheet = paper.compose_end_of_commitment(made_up(), language="fr")[0].sheets[0]
    said = row_for(sheet, "évaluation\u00a0?")[0]
    assert said[1].startswith("Le plan indique\u00a0: ")
    assert said[-1] == "Jalons achevés\u00a0: 0 sur 2 (état non renseigné\u00a0: 1)"
    assert row_for(sheet, "informations\u00a0?")[0][1] == "Le plan indique\u00a0: Les données sont publiées."


def test_nothing_is_counted_where_no_milestone_says_how_far_it_is(bare: Make) -> None:
    commitment = {
        "id": "test.x:c",
        "title": {"fr": "C"},
        "milestones": [{"id": "test.x:m", "title": {"fr": "M"}}],
    }
    made = paper.compose_learning(bare(commitments=[commitment]), language="fr")[0]
    assert [[line.text for line in cell] for cell in grids_of(made.sheets[0])[0].rows[0]][2:] == [
        ["— non renseigné"],
        ["— non renseigné"],
        ["— non renseigné"],
    ]


def test_the_latest_assessment_is_shown_and_others_are_counted(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        made = {"target": "test.x:plan", "instrument": "ogp_local_inception"}
        tree["assessments"] = [
            {"id": "test.x:a-1", "date": "2026", "summary": {"fr": "Seconde"}, **made},
            {"id": "test.x:a-2", "date": "2025", "summary": {"fr": "Première"}, **made},
            {"id": "test.x:a-3", "target": "test.x:c-1", "instrument": "self_assessment", "x_own": 1},
        ]

    made, findings = paper.compose_inception(made_up(edit), language="fr")
    assert answer(made.sheets[0], "assessment.summary") == ["Seconde"]
    counts = {it.params["what"]: it.params["count"] for it in findings if it.code == "export/not-in-form"}
    assert int(str(counts.pop("plan_details"))) > 20
    assert counts == {"progress_updates": 1, "assessments": 2, "contributions": 3, "workshops": 1, "unknown_fields": 1}


@pytest.mark.parametrize("targets", [("test.x:old", "test.x:plan"), ("test.x:plan", "test.x:old")])
def test_of_one_day_the_last_of_the_file_is_shown_whichever_id_it_names(
    made_up: Make, targets: tuple[str, str]
) -> None:
    def edit(tree: Tree) -> None:
        tree["plans"][0]["former_ids"] = ["test.x:old"]
        made = {"date": "2026-03-01", "instrument": "ogp_local_inception"}
        tree["assessments"] = [
            {"id": f"test.x:a-{number}", "target": target, "summary": {"fr": f"Avis {number}"}, **made}
            for number, target in enumerate(targets, start=1)
        ]

    made, _ = paper.compose_inception(made_up(edit), language="fr")
    assert answer(made.sheets[0], "assessment.summary") == ["Avis 2"]


def test_an_assessment_without_a_date_stands_before_all_others(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        made = {"target": "test.x:plan", "instrument": "ogp_local_inception"}
        tree["assessments"] = [
            {"id": "test.x:a-1", "date": "2026", "summary": {"fr": "Datée"}, **made},
            {"id": "test.x:a-2", "summary": {"fr": "Sans date"}, **made},
        ]

    made, _ = paper.compose_inception(made_up(edit), language="fr")
    assert answer(made.sheets[0], "assessment.summary") == ["Datée"]


def test_fields_without_a_place_and_unknown_ones_are_told(made_up: Make) -> None:
    edit = assessed("ogp_local_inception", identifiers=[{"scheme": "x_demo", "value": "1"}], x_own="?")
    findings = paper.compose_inception(made_up(edit), language="fr")[1]
    fields = [it.params["fields"] for it in findings if it.code == "export/fields-not-in-form"]
    assert fields == [("identifiers",)]
    assert "unknown_fields" in [it.params["what"] for it in findings if it.code == "export/not-in-form"]


def test_an_assessor_who_is_private_is_left_out(made_up: Make) -> None:
    person = {"name": {"fr": "Nour Secret"}, "capacity": "private", "contact": {"email": "nour@example.org"}}
    edit = assessed("ogp_local_inception", assessor={"person": person})
    made, findings = paper.compose_inception(made_up(edit), language="fr")
    assert answer(made.sheets[0], "assessment.assessor") == ["[personne privée, nom non publié]"]
    assert answer(made.sheets[0], "assessment.email") == ["[coordonnées non publiées]"]
    assert {"private_persons", "contacts"} == {it.params["what"] for it in findings if it.code == "export/left-out"}
    whole = paper.compose_inception(made_up(edit), language="fr", with_contacts=True)[0].sheets[0]
    assert answer(whole, "assessment.assessor") == ["M./Mme Nour Secret"]
    assert answer(whole, "assessment.email") == ["nour@example.org"]


def test_one_commitment_is_chosen_by_its_id(made_up: Make) -> None:
    compose = paper.compose_end_of_commitment
    assert len(compose(made_up(), language="fr")[0].sheets) == 2
    assert len(compose(made_up(), language="fr", commitment="test.x:c-2")[0].sheets) == 1
    with pytest.raises(OptionError):
        compose(made_up(), language="fr", commitment="test.x:c-9")


def test_the_learning_exercise_says_what_was_assessed_at_the_end(made_up: Make) -> None:
    edit = assessed(
        "ogp_local_end_of_commitment", {"criterion": "local_completion", "answer": "local_completion.substantial"}
    )
    made, findings = paper.compose_learning(made_up(edit), language="fr")
    assert grids_of(made.sheets[0])[0].rows[0][4][0].text == "Substantiel"
    assert not row_of(made.sheets[0], "section.learning").stated
    counts = {it.params["what"]: it.params["count"] for it in findings if it.code == "export/not-in-form"}
    assert counts["assessments"] == 1


def test_the_learning_exercise_says_why_nobody_says_what_was_reached(made_up: Make) -> None:
    edit = assessed("ogp_local_end_of_commitment", {"criterion": "local_completion", "missing": "NR"})
    made = paper.compose_learning(made_up(edit), language="en")[0]
    (line,) = grids_of(made.sheets[0])[0].rows[0][4]
    assert line.text == codelists.get("missing_code").label("NR", "en")


def test_every_label_is_used(made_up: Make, used_labels: set[str]) -> None:
    full = {
        "date": "2026",
        "assessor_role": "self",
        "period": {"start": "2025"},
        "vintage": "2020",
        "summary": {"fr": "Bien"},
        "attachments": [{"title": {"fr": "Rapport"}}],
        "assessor": {"person": {"name": {"fr": "Nour"}, "contact": {"email": "nour@example.org"}}},
    }
    for instrument, compose in FORMS.items():
        compose(made_up(assessed(instrument, {"criterion": "x_own", "missing": "NA"}, **full)), language="fr")
    paper.compose_inception(made_up(_answered), language="fr")
    own = {
        key for key in labels() if key.partition(".")[0] not in ("word", "mark", "milestone", "part", "sign", "measure")
    }
    shared = {key for key in wording() if key.startswith(("note.", "annex.", "contribution.", "update.", "workshop."))}
    assert own - shared - used_labels == set()
    assert {
        "part.evaluator",
        "part.about_assessment",
        "part.signature",
        "sign.evaluator",
        "mark.of",
        "note.deadline_end",
    } <= used_labels


def _workshop(name: str, kind: str, *contributions: Tree) -> Tree:
    made = {"id": f"test.x:w-{name}", "title": {"fr": f"Atelier {name}"}, "kind": kind, "plans": ["test.x:plan"]}
    return {**made, "contributions": [{"text": {"fr": "Texte"}, "kind": "proposal", **each} for each in contributions]}


def _answered(tree: Tree) -> None:
    why: Tree = {"status": "accepted", "reason": {"fr": "Utile"}}
    brought: list[Tree] = [
        {"id": "test.x:k-1", "disposition": why},
        {"id": "test.x:k-2", "disposition": {"status": "rejected"}},
        {"id": "test.x:k-3"},
    ]
    later: Tree = {"id": "test.x:k-4", "disposition": why}
    tree["workshops"] = [_workshop("a", "co_creation", *brought), _workshop("b", "follow_up", later)]


def _practice(package: Package, name: str) -> list[str]:
    sheet = paper.compose_inception(package, language="fr")[0].sheets[0]
    blocks = [block for part in sheet.parts for block in part.blocks if isinstance(block, Row)]
    return [line.text for row in blocks if row.key == f"practice.{name}" for line in row.lines if line.text.strip()]


def test_open_meetings_are_those_before_the_plan_is_carried_out(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        kinds = ("co_creation", "public_consultation", "follow_up", "training", "online_consultation", "other")
        tree["workshops"] = [_workshop(kind, kind) for kind in kinds]

    assert _practice(made_up(edit), "open_meetings")[1:] == ["Atelier co_creation", "Atelier public_consultation"]


def test_meetings_of_a_round_of_follow_up_or_of_no_plan_are_not_told_of_its_co_creation(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        later = _workshop("later", "public_consultation", {"id": "test.x:k-1"}) | {"round": "follow_up"}
        loose = _workshop("loose", "co_creation")
        del loose["plans"]
        tree["workshops"] = [_workshop("own", "co_creation"), later, loose]

    (told,) = _practice(made_up(edit), "open_meetings")
    assert told.endswith("Atelier own")
    assert not any(re.search(r"\d", line) for line in _practice(made_up(edit), "inputs"))


def test_contributions_and_their_reasoned_responses_are_counted(made_up: Make) -> None:
    package = made_up(_answered)
    lines = [*_practice(package, "inputs"), *_practice(package, "reasoned_response")]
    numbers = [re.findall(r"\d+", line) for line in lines]
    assert numbers == [["3"], [], ["2", "3"], ["1", "3"]]


def test_what_is_received_or_under_study_has_no_response_yet(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        statuses = ("rejected", "received", "under_study")
        why: Tree = {"fr": "Dans les moyens"}
        brought = [{"id": f"test.x:k-{s}", "disposition": {"status": s, "reason": why}} for s in statuses]
        tree["workshops"] = [_workshop("a", "co_creation", *brought)]

    numbers = [re.findall(r"\d+", line) for line in _practice(made_up(edit), "reasoned_response")]
    assert numbers == [[], ["1", "3"], ["1", "3"]]


def test_contributions_that_nobody_answered_are_no_reasoned_response(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        tree["workshops"] = [_workshop("a", "co_creation", {"id": "test.x:k-1"}), _workshop("b", "co_creation")]

    assert _practice(made_up(edit), "reasoned_response") == []


def test_several_things_that_the_plan_says_to_a_question_are_a_list(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        tree["plans"][0]["forums"] = [{"name": {"fr": name}} for name in ("Forum A", "Forum B")]

    sheet = paper.compose_inception(made_up(edit), language="fr")[0].sheets[0]
    cells = [cell for grid in grids_of(sheet) for row in grid.rows for cell in row]
    (said,) = (cell for cell in cells if "Forum B" in [line.text for line in cell])
    assert [(line.text, line.place) for line in said[-2:]] == [("Forum A", "item"), ("Forum B", "item")]
