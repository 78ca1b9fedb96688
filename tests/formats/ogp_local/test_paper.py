"""The content of the form: order, wholeness, what is not stated, languages, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.formats.ogp_local.looking import (
    Make,
    Tree,
    answer,
    findings_of,
    groups_of,
    paper_of,
    row_of,
    text_of,
    without_covers,
)

import opengov_local as ogl
from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.ogp_local import co_creation, commitment_form, milestones, plan_form
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.composing import scribe_for
from opengov_local.formats.paper.content import BLANK_LINE, NUMBERED, Grid, Row, Sheet
from opengov_local.formats.paper.sayings import say
from opengov_local.model import ActionPlan, Commitment, Milestone, Workshop
from opengov_local.model.citation import Citation
from opengov_local.model.shape import shape_of
from opengov_local.resources import data_folder


def keys_of(sheet: Sheet) -> list[str]:
    """Gives the labels of the verified part of a sheet, in their order."""
    keys: list[str] = []
    for part in sheet.parts:
        if part.weight == "form":
            keys += [part.key, *(block.key for block in part.blocks if block.key != part.key)]
    return keys


@pytest.mark.parametrize("package", ["made_up", "bare"])
def test_verified_labels_stand_in_the_order_of_the_table(package: str, request: pytest.FixtureRequest) -> None:
    plan, commitment, *_ = paper_of(request.getfixturevalue(package)()).sheets
    verified = [label.key for label in labels().values() if label.evidence == "verified"]
    assert keys_of(plan) == [key for key in verified if key.startswith("plan.")]
    assert keys_of(commitment) == [key for key in verified if key.startswith("commitment.")]


def test_part_titles_and_rows_carry_their_labels(made_up: Make) -> None:
    for sheet in paper_of(made_up(), "en").sheets:
        for part in sheet.parts:
            assert part.title.startswith(labels()[part.key].texts["en"])
            assert all(
                b.label in (None, labels()[b.key].texts["en"]) for b in part.blocks if isinstance(b, (Row, Grid))
            )


@pytest.mark.parametrize(
    ("model", "shown", "hidden"),
    [
        (ActionPlan, plan_form.SHOWN, {"id", "former_ids"}),
        (Commitment, commitment_form.SHOWN, {"id", "former_ids"}),
        (Milestone, milestones.SHOWN, {"id", "former_ids", "identifiers"}),
        (Workshop, co_creation.SHOWN, {"id", "former_ids", "identifiers"}),
    ],
)
def test_every_field_of_the_model_has_its_place(model: Any, shown: set[str], hidden: set[str]) -> None:
    assert set(shape_of(model)) - set(shown) == hidden
    assert set(shown) <= set(shape_of(model))


def french(value: Any) -> Iterator[str]:
    """Gives the French texts of a tree, without those of private persons."""
    if isinstance(value, list):
        for item in value:
            yield from french(item)
    elif isinstance(value, dict) and value.get("capacity") != "private":
        if isinstance(value.get("fr"), str):
            yield from value["fr"].split("\n")
        for item in value.values():
            yield from french(item)


def test_every_text_is_there(made_up: Make, made_up_tree: Tree) -> None:
    text = text_of(paper_of(made_up()))
    only_counted = {"Un portail", "Quand ?"}  # contributions of which the form gives the number
    wanted = set(french(made_up_tree)) - only_counted
    assert {each for each in wanted if each not in text} == set()
    for value in ("MAXXB0007", "AP_TEST01", "42", "x_unknown_area", "12/2023", "capture.png", "0\u00a0%", "17"):
        assert value in text


def test_what_is_not_stated_says_so(bare: Make) -> None:
    plan, commitment = paper_of(bare()).sheets
    stated = {"plan.title", "commitment.plan", "commitment.title"}
    rows = [
        b for s in (plan, commitment) for p in s.parts for b in p.blocks if p.weight == "form" and isinstance(b, Row)
    ]
    assert {row.key for row in rows if row.stated} == stated
    assert {line.text for row in rows if not row.stated for line in row.lines} == {"— non renseigné"}
    assert [part.weight for part in commitment.parts] == ["form", "form", "recalled"]


def test_recalled_questions_stand_in_the_order_of_the_table(made_up: Make, bare: Make) -> None:
    recalled = [label.key for label in labels().values() if label.evidence == "recalled"]
    for package in (made_up(), bare()):
        plan, commitment, *_ = paper_of(package).sheets
        for sheet, begin in ((plan, "plan."), (commitment, "commitment.")):
            blocks = next(part.blocks for part in sheet.parts if part.key == "part.recalled")
            assert [block.key for block in blocks] == [key for key in recalled if key.startswith(begin)]


def test_no_part_is_a_heading_alone(made_up: Make, bare: Make) -> None:
    for package in (made_up(), bare()):
        assert all(part.blocks for sheet in paper_of(package).sheets for part in sheet.parts)


@pytest.mark.parametrize(("stated", "said"), [({}, "— non renseigné"), ({"milestones": []}, "néant")])
def test_milestones_that_are_missing_have_their_table(bare: Make, stated: Tree, said: str) -> None:
    package = bare(commitments=[{"id": "test.x:c-1", "title": {"fr": "Un engagement"}, **stated}])
    grid = next(b for p in paper_of(package).sheets[1].parts for b in p.blocks if isinstance(b, Grid))
    assert (grid.key, len(grid.head)) == ("commitment.milestones", 5)
    assert [[[line.text for line in cell] for cell in row] for row in grid.rows] == [[[said]]]


def test_one_answer_to_three_questions_on_monitoring_stands_once(bare: Make) -> None:
    keys = ("plan.monitoring", "plan.check_ins", "plan.sharing_results")
    above = labels()["word.answered_together"].texts["fr"]
    plan = paper_of(bare(monitoring={"fr": "Un rapport."})).sheets[0]
    assert [answer(plan, key) for key in keys] == [["Un rapport."], [above], [above]]
    assert not any(row_of(paper_of(bare()).sheets[0], key).stated for key in keys)


def test_groups_are_the_bodies_that_workshops_name(made_up: Make) -> None:
    def nobody(tree: Tree) -> None:
        for workshop in tree["workshops"]:
            workshop["participants"] = [{"sector": "civil_society"}]

    assert not row_of(paper_of(made_up(nobody)).sheets[0], "plan.group_count").stated


def test_single_collectivity_is_not_named_beside_its_ids_and_dates(made_up: Make) -> None:
    def alone(tree: Tree) -> None:
        plan = tree["plans"][0]
        holder = plan["collectivities"][0]
        plan["collectivities"] = [holder]
        plan["submissions"] = [{"date": "2025-04-02", "to": "ogp_local", "collectivity": holder}]

    plan, commitment, *_ = paper_of(made_up(alone)).sheets
    assert answer(plan, "plan.date_submitted") == ["2 avril 2025"]
    assert answer(commitment, "commitment.ids")[0] == "MAXXA0001"


def test_stated_as_none_is_not_the_same_as_not_stated(bare: Make) -> None:
    assert answer(paper_of(bare(leads=[])).sheets[0], "plan.leads") == ["néant"]
    assert answer(paper_of(bare(commitments=[])).sheets[0], "plan.commitments") == ["néant"]


def test_duration_is_the_end_of_the_term(made_up: Make) -> None:
    def own_term(tree: Tree) -> None:
        tree["plans"][0]["term_end"] = "2028-12"

    row = row_of(paper_of(made_up()).sheets[0], "plan.duration")
    assert [line.text for line in row.lines] == ["septembre 2027 — Atlas inventé (région)"]
    assert row.note == labels()["note.duration"].texts["fr"]
    assert answer(paper_of(made_up(own_term)).sheets[0], "plan.duration") == ["décembre 2028"]


def test_only_submissions_to_ogp_answer_ogp(made_up: Make) -> None:
    def elsewhere(tree: Tree) -> None:
        for submission in tree["plans"][0]["submissions"]:
            submission["to"] = "remacto"

    assert answer(paper_of(made_up()).sheets[0], "plan.submission_year") == ["2025"]
    sheet = paper_of(made_up(elsewhere)).sheets[0]
    assert not row_of(sheet, "plan.submission_year").stated
    assert not row_of(sheet, "plan.date_submitted").stated
    assert len(answer(sheet, "plan.submissions")) == 2


def test_joint_commitment_names_the_holder_of_each_id(made_up: Make) -> None:
    sheet = paper_of(made_up()).sheets[1]
    assert answer(sheet, "commitment.ids") == [
        "MAXXA0001 — Atlas inventé (région)",
        "MAXXB0007 — Ville-Exemple (commune)",
    ]
    assert sheet.title.text == "Portail des données ouvertes (MAXXA0001, MAXXB0007)"


def test_output_that_is_not_stated_is_not_0(made_up: Make) -> None:
    grid = groups_of(made_up(), "en")
    numbers = [[cell[0].text for cell in row[1:]] for row in grid.rows if row[1:]]
    assert grid.head[1:] == ("Problems", "Solutions", "Proposals", "Recommendations", "Others")
    assert numbers == [["1", "0", "1", "0", "0"], ["— not stated"], ["0", "0", "0", "0", "1"]]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_is_said_of_a_group_has_a_row_over_all_columns_and_is_read_there(language: str) -> None:
    package = ogl.load(data_folder("examples") / "synthetic" / "full-plan.json")
    group = package.workshops[0].working_groups[0]
    named, about, *_ = groups_of(package, language).rows
    assert [line.text for line in named[0]] == [f"{group.number}{NUMBERED}{group.title[language]}"]
    assert group.summary
    assert about[0][0].text == group.summary[language]
    assert len(about) == 1
    document = ogl.read(ogl.dump(package, "ogp-local-docx", language=language).data, format="docx").document
    assert document is not None
    first, second = document.tree["workshops"][0]["working_groups"]
    assert first["title"] == {language: group.title[language]}
    assert first["summary"] == {language: group.summary[language]}
    assert "summary" not in second
    assert second["axis"]


def test_a_source_without_a_title_begins_its_line_with_a_capital_and_goes_on_behind_another_label_without(
    made_up: Make,
) -> None:
    def edit(tree: Tree) -> None:
        figure = {"measure": "participants", "value": "45", "sources": [{"publisher": "Office fictif"}]}
        tree["plans"][0]["reported_figures"] = [figure]

    text = text_of(paper_of(made_up(edit), "fr"))
    assert "Source\u00a0: éditeur\u00a0: Office fictif" in text
    scribe = scribe_for(made_up(), "fr", labels(), with_contacts=False)
    said = say(Citation.model_validate({"publisher": "Office fictif", "url": "https://example.org/"}), scribe)
    assert said[0].text == "Éditeur\u00a0: Office fictif, https://example.org/"


@pytest.mark.parametrize(("plans", "there"), [(["test.x:plan"], True), (["test.x:other"], False), (None, True)])
def test_workshop_belongs_to_the_plan_it_names_or_to_its_collectivity(
    made_up: Make, plans: list[str] | None, there: bool
) -> None:
    def edit(tree: Tree) -> None:
        tree["workshops"][0].pop("plans")
        if plans is not None:
            tree["workshops"][0]["plans"] = plans

    parts = paper_of(made_up(edit)).sheets[0].parts
    assert any(part.key == "plan.workshops" for part in parts) is there


def test_inception_report_of_the_plan_stands_with_each_commitment(made_up: Make) -> None:
    links = [
        phrase.href
        for sheet in paper_of(made_up()).sheets[1:3]
        for line in row_of(sheet, "commitment.inception_report").lines
        for phrase in line.phrases
        if phrase.href
    ]
    assert links == ["https://example.org/rapport.pdf"] * 2


def test_other_language_is_marked_and_counted(made_up: Make) -> None:
    line = row_of(paper_of(made_up()).sheets[1], "commitment.status_quo").lines[0]
    assert (line.language, line.phrases[0].language, line.phrases[0].mark) == (None, "ar", "arabe")
    finding = findings_of(made_up())["export/other-language"]
    assert (finding.severity, finding.params) == ("info", {"wanted": "fr", "count": 2})
    own = row_of(paper_of(made_up(), "ar").sheets[1], "commitment.status_quo").lines[0]
    assert (own.language, own.phrases[0].mark) == (None, None)


def test_private_persons_and_contacts_are_left_out(made_up: Make) -> None:
    paper, findings = paper_of(made_up()), findings_of(made_up())
    assert not [secret for secret in ("Nour", "nour@", "+212") if secret in text_of(paper)]
    assert findings["export/left-out private_persons"].params["count"] == 2
    assert findings["export/left-out contacts"].params["count"] == 2
    assert labels()["note.private_persons"].texts["fr"].format(count=2) in paper.notices


def test_private_persons_and_contacts_are_written_when_asked(made_up: Make) -> None:
    paper = paper_of(made_up(), with_contacts=True)
    assert all(secret in text_of(paper) for secret in ("Nour Secret", "nour@example.org", "+212 500 000 000"))
    assert not [code for code in findings_of(made_up(), with_contacts=True) if code.startswith("export/left-out")]


def test_character_that_xml_cannot_hold_is_replaced_and_counted(bare: Make) -> None:
    package = bare(foreword={"fr": "un\x00deux\x0btrois"})
    assert answer(paper_of(package).sheets[0], "plan.foreword") == ["un\ufffddeux\ufffdtrois"]
    finding = findings_of(package)["export/unprintable-character"]
    assert (finding.severity, finding.params) == ("warning", {"count": 2})


def test_blank_lines_within_a_text_are_printed_and_outer_spaces_counted(bare: Make) -> None:
    package = bare(foreword={"fr": "un\n\ndeux"}, strategic_vision={"fr": "un\n deux\n"})
    paper = paper_of(package).sheets[0]
    assert answer(paper, "plan.foreword") == ["un", BLANK_LINE, "deux"]
    assert answer(paper, "plan.strategic_vision") == ["un", "deux"]
    assert findings_of(package)["export/text-tidied"].params == {"count": 1}


def test_what_the_form_has_no_place_for_is_told(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        tree["plans"][0]["x_own"] = "?"
        tree["sources"] = [{"extracts": [{"target": "test.x:plan", "original": "words of the source"}]}]

    assert "words of the source" not in text_of(paper_of(made_up(edit)))
    findings = findings_of(made_up(edit))
    assert {code: f.params["count"] for code, f in findings.items() if f.code == "export/not-in-form"} == {
        "export/not-in-form progress_updates": 1,
        "export/not-in-form contributions": 3,
        "export/not-in-form sources": 1,
        "export/not-in-form unknown_fields": 1,
    }


def test_package_that_is_whole_in_the_language_has_no_finding(bare: Make) -> None:
    assert findings_of(bare()) == {}


def test_synthetic_package_has_a_banner(made_up: Make, bare: Make) -> None:
    assert paper_of(made_up()).banner == labels()["note.synthetic"].texts["fr"]
    assert paper_of(bare()).banner is None


def test_one_plan_is_chosen_by_its_id(made_up: Make) -> None:
    def two(tree: Tree) -> None:
        tree["plans"].append({"id": "test.x:second", "title": {"fr": "Second"}, "framework": "other"})

    package = made_up(two)
    paper, _ = compose(package, language="fr", with_contacts=False, plan="test.x:second")
    assert [sheet.title.text for sheet in without_covers(paper).sheets] == ["Second"]
    assert len(paper_of(package).sheets) == 5


@pytest.mark.parametrize(("language", "plan"), [("es", None), ("fr", "test.x:nowhere"), ("fr", "test.x:c-1")])
def test_unknown_language_or_plan_is_refused(made_up: Make, language: str, plan: str | None) -> None:
    with pytest.raises(OptionError):
        compose(made_up(), language=language, with_contacts=False, plan=plan)


def test_package_without_plan_is_refused(made_up: Make) -> None:
    with pytest.raises(TargetError):
        paper_of(made_up(lambda tree: tree.update(plans=[])))
