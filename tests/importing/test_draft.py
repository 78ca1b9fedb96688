"""The draft: what is put stands in the tree, in the sources and in the account; nothing is overwritten."""

from __future__ import annotations

import re
from datetime import date
from itertools import count

import pytest

import opengov_local as ogl
from opengov_local.account import Piece, Place
from opengov_local.formats.known_headings import telling
from opengov_local.importing.draft import UNMAPPED, Draft
from opengov_local.importing.options import ImportOptions
from opengov_local.model.scalars import ID_PATTERN


def test_ids_are_new_and_well_formed_whether_they_are_made_at_once_or_one_by_one() -> None:
    drafts = [Draft("tables", None, b"", ImportOptions(id_prefix="org.example")) for _ in range(2)]
    ids = [made.mint() for made in drafts for _ in range(500)]
    assert len({*ids, *(made.root.target for made in drafts)}) == 1002
    assert all(re.fullmatch(ID_PATTERN, one) and one.startswith("org.example:") for one in ids)
    assert draft().mint() == "org.example:n2"


def cell(reference: str, text: str) -> Piece:
    return Piece(Place("cell", "Plan", int(reference[1:]), ord(reference[0]) - 64), text)


def draft(**options: object) -> Draft:
    numbers = count(1)
    fixed = ImportOptions(
        id_prefix="org.example",
        today=date(2026, 11, 24),
        mint=lambda prefix: f"{prefix}:n{next(numbers)}",
        **options,  # type: ignore[arg-type]
    )
    return Draft("tables", "plan.xlsx", b"bytes", fixed)


def test_a_value_stands_in_tree_sources_and_account() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    piece = cell("B4", " Programme d'ouverture ")
    assert made.put(plan, "title", piece.text, piece, language="fr")
    done = made.finish("xlsx", [piece], telling=telling)
    assert done.document
    tree = done.document.tree
    assert tree["plans"] == [{"id": "org.example:n2", "title": {"fr": "Programme d'ouverture"}}]
    (source,) = tree["sources"]
    assert source["extracts"] == [
        {"target": "org.example:n2", "fields": ["title.fr"], "location": "Plan!B4", "original": piece.text}
    ]
    assert source["date"] == "2026-11-24"
    assert len(source["sha256"]) == 64
    assert done.sources == [source]
    assert done.account
    assert done.account.counts == {"mapped": 1, "heading": 0, "help": 0, "unmapped": 0}
    assert [entry.as_dict() for entry in done.account.entries] == [
        {"place": "Plan!B4", "text": piece.text, "fate": "mapped", "target": "org.example:n2", "field": "title.fr"}
    ]


def test_a_finding_of_the_validation_is_placed_on_the_cell() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    made.put(plan, "title", "Plan", cell("A1", "Plan"), language="fr")
    made.put(plan, "framework", "other", cell("A2", "autre"))
    commitment = made.add(plan, "commitments", cell("A5", "Portail"))
    made.put(commitment, "title", "Portail", cell("A5", "Portail"), language="fr")
    made.put(commitment, "start", "2026", cell("B5", "2026"))
    made.put(commitment, "end", "2025", cell("C5", "2025"))
    report = ogl.validate(made.finish("xlsx", telling=telling))
    (finding,) = [finding for finding in report.findings if finding.code == "integrity/end-before-start"]
    assert (finding.location.sheet, finding.location.cell) == ("Plan", "C5")


def test_a_missing_field_is_placed_where_its_object_was_read() -> None:
    made = draft()
    plan = made.add(made.root, "plans", cell("A3", "3"))
    made.put(plan, "framework", "other", cell("B3", "autre"))
    report = ogl.validate(made.finish("xlsx", telling=telling))
    (finding,) = [finding for finding in report.findings if finding.code == "structure/missing-field"]
    assert finding.location.cell == "A3"


def test_a_finding_points_at_its_object() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    made.add(plan, "commitments", cell("A1", "Forum"))
    commitment = made.add(plan, "commitments", cell("A2", "Portail"))
    step = made.add(commitment, "milestones", cell("B2", "Étude"))
    made.put(step, "status.code", "completed", cell("C2", "Réalisé"))
    made.say("import/conflict", node=step, field="status.code")
    made.say("import/conflict", node=step, field="title")
    found = made.finish("xlsx", telling=telling).findings
    assert [(finding.location.pointer, finding.location.cell) for finding in found] == [
        ("/plans/0/commitments/1/milestones/0/status", "B2"),
        ("/plans/0/commitments/1/milestones/0", "B2"),
    ]


def test_a_finding_about_an_object_that_was_taken_out_points_at_the_whole() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    period = made.add(plan, "period", cell("A1", "2025"))
    made.put(period, "start", "2025", cell("A1", "2025"))
    made.say("import/conflict", node=period, field="start")
    del plan.data["period"]
    (finding,) = made.finish("xlsx", telling=telling).findings
    assert finding.location.pointer == "/start"


def test_a_single_object_is_given_again_and_made_anew_once_it_was_taken_out() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    period = made.add(plan, "period")
    assert made.add(plan, "period") is period
    assert made.node_of(plan.data["period"]) is period
    del plan.data["period"]
    assert made.add(plan, "period") is not period


def test_nothing_is_overwritten() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    assert made.put(plan, "term_end", "2027", cell("A1", "2027"))
    assert made.put(plan, "term_end", "2027", cell("A2", "2027"))
    assert not made.put(plan, "term_end", "2028", cell("A3", "2028"))
    done = made.finish("xlsx", telling=telling)
    assert plan.data["term_end"] == "2027"
    assert plan.data[UNMAPPED] == [{"label": "Fin du mandat", "text": "2028", "place": "Plan!A3"}]
    (conflict,) = [finding for finding in done.findings if finding.code == "import/conflict"]
    assert conflict.location.cell == "A3"
    assert conflict.params["kept"] == "2027"


@pytest.mark.parametrize(("text", "title"), [("غدا", "الأجل"), ("demain", "Échéance"), ("2028", "Échéance")])
def test_what_is_kept_of_a_field_has_its_title_in_the_language_of_the_text(text: str, title: str) -> None:
    made = draft()
    step = made.add(made.add(made.root, "plans"), "activities")
    made.put(step, "due", "2027", cell("A1", "2027"))
    made.put(step, "due", "2028", cell("A2", text))
    assert [kept["label"] for kept in step.data[UNMAPPED]] == [title]


def test_the_same_words_on_other_lines_are_no_conflict() -> None:
    made = draft(language="fr")
    plan = made.add(made.root, "plans")
    assert made.put(plan, "title", "Programme de la ville", cell("A1", "Programme de la ville"))
    assert made.put(plan, "title", "Programme\nde la  ville", cell("A2", "Programme\nde la  ville"))
    assert not made.put(plan, "title", "Programme du port", cell("A3", "Programme du port"))
    assert plan.data["title"] == {"fr": "Programme de la ville"}


def test_texts_in_two_languages_stand_side_by_side() -> None:
    made = draft(language="fr")
    plan = made.add(made.root, "plans")
    made.put(plan, "title", "Programme", cell("A1", "Programme"))
    made.put(plan, "title", "برنامج", cell("B1", "برنامج"))
    assert plan.data["title"] == {"fr": "Programme", "ar": "برنامج"}


def test_parts_without_an_id_are_sourced_at_the_object_they_are_part_of() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    lead = made.add(plan, "leads", cell("A1", "Service"))
    made.put(lead, "person.name", "Nom Fictif", cell("A1", "Nom Fictif"), language="fr")
    done = made.finish("xlsx", telling=telling)
    assert plan.data["leads"] == [{"person": {"name": {"fr": "Nom Fictif"}}}]
    assert done.sources[0]["extracts"][0]["fields"] == ["leads.person.name.fr"]
    assert done.sources[0]["extracts"][0]["target"] == plan.target


def test_a_line_joins_its_lines_and_says_so() -> None:
    made = draft()
    plan = made.add(made.root, "plans")
    commitment = made.add(plan, "commitments")
    made.put(commitment, "number", "1\n2", cell("A1", "1\n2"))
    done = made.finish("xlsx", telling=telling)
    assert commitment.data["number"] == "1 2"
    assert "import/lines-joined" in {finding.code for finding in done.findings}


def test_a_piece_that_nobody_spoke_of_is_kept() -> None:
    made = draft()
    pieces = [cell("A1", "seen"), cell("A2", "forgotten")]
    made.ignore(pieces[0], "help")
    done = made.finish("xlsx", pieces, telling=telling)
    assert done.account
    assert done.account.missing(pieces) == []
    assert [entry.piece.text for entry in done.account.of("unmapped")] == ["forgotten"]
    assert done.document
    assert done.document.tree[UNMAPPED] == [{"text": "forgotten", "place": "Plan!A2"}]


def test_a_piece_is_known_by_its_place() -> None:
    made = draft()
    made.ignore(cell("A1", "seen")._replace(text="s"), "help")
    done = made.finish("xlsx", [cell("A1", "seen")], telling=telling)
    assert done.account
    assert done.account.counts == {"mapped": 0, "heading": 0, "help": 1, "unmapped": 0}


def test_ids_of_nobody_are_said() -> None:
    done = Draft("tables", None, b"").finish("xlsx", telling=telling)
    assert [finding.code for finding in done.findings] == ["import/no-id-prefix"]
    assert done.document
    assert done.document.tree["id_prefix"] == "unclaimed"


@pytest.mark.parametrize("field", ["tilte", "commitments.title"])
def test_an_unknown_field_is_a_slip_of_the_importer(field: str) -> None:
    made = draft()
    with pytest.raises((KeyError, TypeError)):
        made.put(made.root, field, "x", cell("A1", "x"))


@pytest.mark.parametrize(
    "source", ["plan.csv", "/home/prenom.nom/Bureau/plan.csv", "../plan.csv", "C:\\Users\\prenom\\plan.csv"]
)
def test_of_where_a_source_stood_only_the_name_of_the_file_goes_into_the_package(source: str) -> None:
    made = Draft("tables", source, b"bytes", ImportOptions(id_prefix="org.example"))
    assert made.put(made.root, "published_at", "2026-11-24T00:00:00Z", cell("B4", "24/11/2026"))
    done = made.finish("csv", telling=telling)
    assert done.document
    (held,) = done.document.tree["sources"]
    assert held["citations"] == [{"title": {"und": "plan.csv"}}]
    assert done.document.source == source
