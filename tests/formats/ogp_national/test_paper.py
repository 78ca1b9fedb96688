"""The content of the national forms: order, whole wording, one commitment alone, what has no place in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.formats.ogp_local.looking import Make, Tree, answer, lines_of, row_of

from opengov_local.errors import OptionError, TargetError
from opengov_local.finding import Finding
from opengov_local.formats.ogp_national import paper
from opengov_local.formats.ogp_national.wording import labels
from opengov_local.formats.paper.content import Grid, Paper, Row, Sheet
from opengov_local.model import Package

Compose = Callable[..., tuple[Paper, tuple[Finding, ...]]]
FORMS = {"2017": paper.compose_2017, "2022": paper.compose_2022}


def keys_of(sheet: Sheet) -> list[str]:
    """Gives the keys of all parts, questions and columns that are not set apart, in their order."""
    columns = {it.texts["en"]: it.key for it in labels().values() if it.key.startswith("milestone")}
    keys: list[str] = []
    for part in sheet.parts:
        if part.weight == "form":
            keys += [part.key, *(block.key for block in part.blocks if block.key != part.key)]
            grids = [block for block in part.blocks if isinstance(block, Grid)]
            keys += [columns.get(title, title) for grid in grids for title in grid.head]
    return keys


def rows_of(sheet: Sheet, key: str) -> list[Row]:
    """Gives all rows of a question."""
    return [block for part in sheet.parts for block in part.blocks if isinstance(block, Row) and block.key == key]


@pytest.mark.parametrize("year", FORMS)
def test_verified_labels_stand_in_the_order_of_the_template(year: str, made_up: Make) -> None:
    package = made_up(lambda tree: tree["plans"][0]["commitments"][0].update(related=[{"fr": "Un programme"}]))
    sheet = FORMS[year](package, language="en")[0].sheets[0]
    verified = [it.key for it in labels().values() if it.evidence == "verified" and f"_{year}." in it.key]
    assert [key for key in keys_of(sheet) if key in verified] == verified


@pytest.mark.parametrize("year", FORMS)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_bare_commitment_leaves_every_question_standing(year: str, language: str, bare: Make) -> None:
    sheet = FORMS[year](bare(), language=language)[0].sheets[0]
    rows = [block for part in sheet.parts for block in part.blocks if isinstance(block, Row)]
    assert len(rows) >= 12
    assert sum(row.stated for row in rows) == 1  # the title


def test_reasons_stand_with_the_value_they_are_given_for(made_up: Make) -> None:
    sheet = paper.compose_2022(made_up(), language="fr")[0].sheets[0]
    assert answer(sheet, "commitment_2022.transparency_why") == ["Les données sont publiées."]
    assert not row_of(sheet, "commitment_2022.participation_why").stated  # the value is named, without a reason


def test_the_contact_of_2017_is_a_part_of_its_own(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        person = {"name": {"fr": "Nadia"}, "role": {"fr": "Cheffe"}, "capacity": "public_official"}
        contact = {"email": "nadia@example.org", "phone": "+212 5"}
        tree["plans"][0]["commitments"][0]["leads"] = [
            {"collectivity": "test.x:region", "person": {**person, "contact": contact}},
            {"person": {"name": {"fr": "Privée"}, "capacity": "private", "contact": contact}},
        ]

    keys = tuple(f"commitment_2017.{name}" for name in ("leads", "contact_name", "contact_role", "contact_both"))
    made, findings = paper.compose_2017(made_up(edit), language="fr")
    assert "Privée" not in str(made)
    assert "nadia@" not in str(made)
    assert [answer(made.sheets[0], key) for key in keys][:3] == [
        ["Atlas inventé (région)", "[personne privée, nom non publié]"],
        ["Nadia, Atlas inventé (région)"],
        ["Cheffe"],
    ]
    assert {(it.params["what"], it.params["count"]) for it in findings if it.code == "export/left-out"} == {
        ("private_persons", 2),
        ("contacts", 2),
    }
    assert [row.lines[0].text for row in rows_of(made.sheets[0], keys[3])] == [
        "[coordonnées non publiées]",
        "— non renseigné",
    ]
    whole = paper.compose_2017(made_up(edit), language="fr", with_contacts=True)[0].sheets[0]
    assert answer(whole, keys[3]) == ["nadia@example.org, +212 5"]
    assert [row.lines[0].text for row in rows_of(whole, keys[1])] == ["Nadia, Atlas inventé (région)", "Privée"]


def test_no_group_of_stakeholders_is_guessed(made_up: Make) -> None:
    sheet = paper.compose_2022(made_up(), language="en")[0].sheets[0]
    assert answer(sheet, "commitment_2022.supporting")[0].startswith("Supporting: ")
    grid = next(b for part in sheet.parts for b in part.blocks if isinstance(b, Grid))
    assert [line.text.partition(":")[0] for line in grid.rows[0][3]] == ["Lead", "CSOs"]


def test_who_is_of_no_stated_group_stands_neither_with_the_state_nor_with_society_in_2017(made_up: Make) -> None:
    def edit(tree: Any) -> None:
        names = {"Préfecture": None, "Ministère": "government", "Association": "csos", "Presse": "others"}
        tree["plans"][0]["commitments"][0]["supporting"] = [
            {"name": {"fr": name}} | ({"group": group} if group else {}) for name, group in names.items()
        ]

    sheet = paper.compose_2017(made_up(edit), language="fr")[0].sheets[0]
    keys = [f"commitment_2017.supporting{which}" for which in ("_government", "", "_unsorted")]
    named = [[line.partition(",")[0] for line in answer(sheet, key)] for key in keys]
    assert named == [["Ministère"], ["Association", "Presse"], ["Préfecture"]]


@pytest.mark.parametrize("year", FORMS)
def test_one_commitment_is_chosen_by_its_id(year: str, made_up: Make) -> None:
    compose = FORMS[year]
    sheets = compose(made_up(), language="fr", commitment="test.x:c-2")[0].sheets
    assert [sheet.title.text for sheet in sheets] == ["ⴰⵙⴰⵏⵏ"]
    assert len(compose(made_up(), language="fr")[0].sheets) == 3
    with pytest.raises(OptionError):
        compose(made_up(), language="fr", commitment="test.x:plan")


def test_a_package_without_commitment_is_refused(made_up: Make) -> None:
    with pytest.raises(TargetError):
        paper.compose_2022(made_up(lambda tree: tree["plans"][0].update(commitments=[])), language="fr")


def test_what_has_no_place_is_told_by_concept_and_field(made_up: Make) -> None:
    def edit(tree: Tree) -> None:
        tree["plans"][0]["commitments"][0]["x_own"] = "?"

    found = paper.compose_2022(made_up(edit), language="fr")[1]
    fields: dict[Any, Any] = {it.params["concept"]: it for it in found if it.code == "export/fields-not-in-form"}
    assert {"budget", "sdgs", "identifiers", "ogp_values"} <= set(fields["Commitment"].params["fields"])
    assert not {"id", "title", "problem", "leads"} & set(fields["Commitment"].params["fields"])
    assert "status" in fields["Milestone"].params["fields"]
    assert "foreword" in fields["ActionPlan"].params["fields"]
    parts = {it.params["what"]: it.params["count"] for it in found if it.code == "export/not-in-form"}
    assert parts == {"progress_updates": 1, "assessments": 1, "contributions": 3, "workshops": 1, "unknown_fields": 1}


@pytest.mark.parametrize("year", FORMS)
def test_private_persons_and_contacts_are_left_out(year: str, made_up: Make) -> None:
    paper_made, findings = FORMS[year](made_up(), language="fr")
    text = "\n".join(line.text for sheet in paper_made.sheets for line in lines_of(sheet))
    assert "Nour" not in text
    assert {it.params["what"] for it in findings if it.code == "export/left-out"} == {"private_persons"}
    text = "\n".join(
        line.text
        for sheet in FORMS[year](made_up(), language="fr", with_contacts=True)[0].sheets
        for line in lines_of(sheet)
    )
    assert "Nour Secret" in text


def test_every_label_is_used(made_up: Make, bare: Make, used_labels: set[str]) -> None:
    def package(start: str | None, end: str | None) -> Package:
        def edit(tree: Tree) -> None:
            commitment = tree["plans"][0]["commitments"][0]
            commitment.pop("start")
            commitment.pop("end")
            commitment |= {name: date for name, date in (("start", start), ("end", end)) if date}
            commitment["milestones"][0]["supporting"] += [
                {"name": {"fr": "Agence"}, "group": "government"},
                {"name": {"fr": "Presse"}, "group": "others"},
            ]
            commitment["related"], commitment["number"] = [{"fr": "Un programme"}], "A-1"

        return made_up(edit)

    for compose in FORMS.values():
        for dates in (("2025", "2026"), ("2025", None), (None, "2026")):
            compose(package(*dates), language="fr")
        compose(bare(), language="fr")
    own = {key for key in labels() if "_20" in key.partition(".")[0] or key == "note.unofficial"}
    assert own - used_labels == set()
