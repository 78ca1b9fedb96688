"""Trackers: the definition of one, and the updates that join a plan; all of them made up."""

from __future__ import annotations

import copy
import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import opengov_local as ogl
from opengov_local.document import Import
from opengov_local.finding import Finding
from opengov_local.formats.grids import read_csv
from opengov_local.formats.tracker import definition_format, updates_format
from opengov_local.formats.tracker.headings import heading_of
from opengov_local.importing.options import ImportOptions

DEFINITION = """
title: Made-up National Action Plan Tracker
notes: Synthetic
resources:
- title: Made-up National Action Plan Tracker
  resource_name: made-up
  fields:
  - datastore_id: reporting_period
    label: {en: Reporting Period, fr: Période}
    choices:
      2022-03: 2022-03
  - datastore_id: commitments
    label: {en: Commitments}
    choices:
      C01: {en: Made-up openness, fr: Ouverture inventée}
      C02: {en: Second}
  - datastore_id: milestones
    choices:
      C01.1: {en: A portal, fr: Un portail}
      C09.1: {en: An orphan}
  - datastore_id: indicators
    choices:
      C01.1.1:
        en: Forms online
        fr: Formulaires en ligne
        due_date: 2023-12
        deadline: {en: By 2023, fr: D'ici 2023}
        lead_dept: made-up
  - datastore_id: status
    choices:
      NS: {en: Not started}
  examples:
    record: {status: SP}
"""
BASE: dict[str, Any] = {
    "schema_version": "0.1",
    "id": "test.made-up:package",
    "x_own": {"kept": [1, "two"]},
    "plans": [
        {
            "id": "test.made-up:plan",
            "title": {"fr": "Plan inventé"},
            "framework": "remacto",
            "commitments": [
                {
                    "id": "test.made-up:c1",
                    "number": "1",
                    "title": {"fr": "Un"},
                    "milestones": [
                        {"id": "test.made-up:m11", "number": "1.1", "title": {"fr": "Activité inventée"}},
                        {"id": "test.made-up:m1a", "number": "a", "title": {"fr": "Autre"}},
                    ],
                },
                {
                    "id": "test.made-up:c2",
                    "number": "2",
                    "identifiers": [{"scheme": "OGP", "value": "MAXYZ0002"}],
                    "title": {"fr": "Deux"},
                    "milestones": [{"id": "test.made-up:m2a", "number": "a", "title": {"fr": "Encore"}}],
                },
            ],
        }
    ],
    "sources": [{"importer": "made up"}],
}


def options(base: dict[str, Any] | None = None) -> ImportOptions:
    return ImportOptions(id_prefix="test.made-up", base=base, today=date(2026, 1, 1))


def tree_of(done: Import) -> dict[str, Any]:
    assert done.document
    tree: dict[str, Any] = done.document.tree
    return tree


def codes(done: Import) -> set[str]:
    return {finding.code for finding in done.findings}


def joined(heads: list[str], *rows: list[str], base: dict[str, Any] | None = BASE) -> Import:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([heads, *rows])
    return updates_format.read(text.getvalue().encode(), "made-up.csv", options=options(copy.deepcopy(base)))


def updates_of(done: Import) -> list[dict[str, Any]]:
    return list(tree_of(done).get("progress_updates", []))


def test_definition() -> None:
    done = definition_format.read(DEFINITION.encode(), "made-up.yaml", options=options())
    (plan,) = tree_of(done)["plans"]
    first, second = plan["commitments"]
    (milestone,) = first["milestones"]
    (indicator,) = milestone["indicators"]
    assert (plan["framework"], len(plan["commitments"])) == ("ogp_national", 2)
    assert (first["number"], first["title"]) == ("C01", {"en": "Made-up openness", "fr": "Ouverture inventée"})
    assert second["title"] == {"en": "Second"}
    assert milestone["title"] == {"en": "A portal", "fr": "Un portail"}
    assert indicator["name"] == {"en": "Forms online", "fr": "Formulaires en ligne"}
    assert indicator["identifiers"] == [{"scheme": "x_tracker", "value": "C01.1.1"}]
    assert indicator["due"] == "2023-12"
    assert indicator["schedule"]["en"] == "By 2023"
    assert [set(lead) for lead in indicator["leads"]] == [{"name"}]
    assert "x_unmapped" not in indicator
    assert "import/parent-unknown" in codes(done)


def test_titles_by_language_parents_by_key_and_what_is_measured() -> None:
    definition = """
title: {en: Made-up tracker 2025-2027, fr: Suivi inventé 2025-2027}
resources:
- title: {en: Made-up tracker 2025-2027}
  fields:
  - id: commitments
    choices: {C1: {en: Portal}}
  - id: milestones
    choices: {M1: {en: Launch, commitment: C1, lead: {en: Office, fr: Bureau}}}
  - id: indicators
    choices: {I1: {en: Users, milestone: M1, target: 20, baseline: none, unit: {en: people}}}
"""
    done = definition_format.read(definition.encode(), "made-up.yaml", options=options())
    (plan,) = tree_of(done)["plans"]
    (milestone,) = plan["commitments"][0]["milestones"]
    (indicator,) = milestone["indicators"]
    assert plan["title"] == {"en": "Made-up tracker 2025-2027", "fr": "Suivi inventé 2025-2027"}
    assert plan["period"] == {"start": "2025", "end": "2027"}
    assert milestone["leads"] == [{"name": {"en": "Office", "fr": "Bureau"}}]
    assert (indicator["target"], indicator["unit"]) == ({"value": "20"}, {"en": "people"})
    assert indicator["baseline"] == {"text": {"und": "none"}}
    assert "x_unmapped" not in f"{plan} {tree_of(done).keys()}"
    assert "import/parent-unknown" not in codes(done)


@pytest.mark.parametrize(
    ("title", "language", "name", "said"),
    [
        ("City of Madeup Open Government Action Plan Tracker 2024-2026", "en", None, "import/territory-unknown"),
        ("Commune de Tiznit - suivi du plan 2024-2026", "fr", "Tiznit", "import/territory-recognised"),
    ],
)
def test_the_title_of_a_definition_says_when_and_whose(title: str, language: str, name: str | None, said: str) -> None:
    done = definition_format.read(
        DEFINITION.replace("Made-up National Action Plan Tracker", title).encode(), "made-up.yaml", options=options()
    )
    tree = tree_of(done)
    (plan,) = tree["plans"]
    assert (plan["title"], plan["period"]) == ({language: title}, {"start": "2024", "end": "2026"})
    assert [name in one["name"].values() for one in tree.get("collectivities", ())] == ([True] if name else [])
    assert said in codes(done)


def test_a_definition_is_recognised_by_its_fields_and_other_yaml_is_none(tmp_path: Path) -> None:
    path = tmp_path / "made-up.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    done = ogl.read(path, options=options())
    assert len(tree_of(done)["plans"][0]["commitments"]) == 2
    path.write_text(
        "title: Made up\nresources:\n- fields:\n  - id: other\n    choices:\n      A: {en: B}\n", encoding="utf-8"
    )
    assert "plans" not in tree_of(ogl.read(path, options=options()))


def test_every_text_of_a_definition_is_accounted_for() -> None:
    done = definition_format.read(DEFINITION.encode(), "made-up.yaml", options=options())
    assert done.account
    texts = {entry.piece.text for entry in done.account.entries}
    assert {"An orphan", "Synthetic", "made-up", "Not started", "By 2023", "SP", "2022-03"} <= texts


@pytest.mark.parametrize(
    "text", ["", "a: b", "- 1", "resources: [{fields: [{choices: {a: b}}]}]", "&a [*a]", "{", "\0"]
)
def test_other_yaml_gives_findings(text: str) -> None:
    done = definition_format.read(text.encode(), "x.yaml", options=options())
    assert any(finding.severity == "error" for finding in done.findings)


@given(st.recursive(st.text(max_size=8), lambda inner: st.dictionaries(st.text(max_size=8), inner, max_size=3)))
def test_any_choices_never_raise(choices: Any) -> None:
    import json

    definition = {"resources": [{"fields": [{"datastore_id": "commitments", "choices": choices}]}]}
    definition_format.read(json.dumps(definition).encode(), "x.yaml", options=options())


def test_updates_join_the_base() -> None:
    done = joined(
        ["reporting_period", "commitments", "milestones", "status", "progress_en", "progress_fr", "evidence_en",
         "evidence_fr", "challenges_fr", "user_modified"],
        ["2022-03", "1", "1.1", "LP", "- drafted", "- rédigé", "A report", "Un rapport", "Trop peu", "someone"],
    )  # fmt: skip
    (update,) = updates_of(done)
    assert update["target"] == "test.made-up:m11"
    assert update["period"] == {"start": "2022-03", "end": "2022-03"}
    assert update["status"] == {"code": "limited", "original": "LP"}
    assert update["text"] == {"en": "- drafted", "fr": "- rédigé"}
    assert update["evidence"] == [{"title": {"en": "A report", "fr": "Un rapport"}}]
    assert update["challenges"] == {"fr": "Trop peu"}
    assert done.account
    assert "someone" not in f"{tree_of(done)} {done.account.as_dict()}"


def test_nothing_of_the_base_is_lost() -> None:
    tree = tree_of(joined(["Milestone", "Status"], ["1.1", "Completed"]))
    assert len(tree.pop("progress_updates")) == 1
    first, added = tree.pop("sources")
    assert first == BASE["sources"][0]
    assert added["importer"] == "opengov_local tracker"
    assert tree == {name: value for name, value in BASE.items() if name != "sources"}
    assert list(tree) == [name for name in BASE if name != "sources"]


@pytest.mark.parametrize(
    ("heading", "text", "target"),
    [
        ("Target", "test.made-up:c2", "c2"),
        ("Commitment ID", "maxyz0002", "c2"),
        ("N° de l'engagement", "2", "c2"),
        ("الالتزام", "1", "c1"),
        ("Hito", "1.1", "m11"),
        ("Milestones", "1.1: Activité inventée", "m11"),
    ],
)
def test_targets_by_id_and_number(heading: str, text: str, target: str) -> None:
    (update,) = updates_of(joined([heading, "Statut"], [text, "En cours"]))
    assert update["target"] == f"test.made-up:{target}"


def test_a_number_that_two_have_is_told_by_what_stands_above() -> None:
    both = joined(["Jalon", "Statut"], ["a", "Réalisé"])
    assert not updates_of(both)
    assert "import/target-ambiguous" in codes(both)
    (update,) = updates_of(joined(["Engagement", "Jalon", "Statut"], ["2", "a", "Réalisé"]))
    assert update["target"] == "test.made-up:m2a"


def test_an_unknown_target_is_said_and_the_row_kept() -> None:
    done = joined(["Jalon", "Statut"], ["9.9", "Réalisé"])
    assert "import/target-unknown" in codes(done)
    assert not updates_of(done)
    assert {kept["text"] for kept in tree_of(done)["x_unmapped"]} == {"9.9", "Réalisé"}


def test_headings_of_tables_of_plans_are_known_too() -> None:
    done = joined(
        ["Trimestre", "Code activité", "Etat d'avancement", "Taux (%)", "Réalisations", "Difficultés rencontrées"],
        ["T1 2024", "1.1", "En cours", "40", "Plans", "Terrain"],
    )
    (update,) = updates_of(done)
    assert (update["period"]["start"], update["progress"], update["status"]["code"]) == ("2024-Q1", 40, "in_progress")
    assert (update["text"], update["challenges"]) == ({"fr": "Plans"}, {"fr": "Terrain"})


def test_without_a_base_it_is_said() -> None:
    done = joined(["Jalon", "Statut"], ["1.1", "Réalisé"], base=None)
    assert "import/no-base" in codes(done)
    assert done.account
    assert done.account.counts["unmapped"] == 2


def test_an_unknown_status_stays_a_word() -> None:
    done = joined(["Jalon", "Statut"], ["1.1", "Presque, inventé"])
    (update,) = updates_of(done)
    assert "status" not in update
    assert update["x_unmapped"][0]["text"] == "Presque, inventé"
    assert "import/status-unknown" in codes(done)


@pytest.mark.parametrize(("text", "value"), [("40%", 40), ("0", 0), ("100", 100), ("beaucoup", None), ("130 %", None)])
def test_progress(text: str, value: int | None) -> None:
    (update,) = updates_of(joined(["النشاط", "نسبة الإنجاز"], ["1.1", text]))
    assert update.get("progress") == value


def test_the_same_update_twice_is_said() -> None:
    rows = (["1.1", "2024-S1", "En cours"], ["1.1", "2024-S1", "Réalisé"])
    assert "import/update-repeated" in codes(joined(["Jalon", "Période", "Statut"], *rows))


def test_little_progress_without_a_word_of_why_is_said() -> None:
    assert "import/challenges-missing" in codes(joined(["Jalon", "Statut"], ["1.1", "Non commencé"]))
    said = joined(["Jalon", "Statut", "Difficultés"], ["1.1", "Non commencé", "Pas de budget"])
    assert "import/challenges-missing" not in codes(said)


@pytest.mark.parametrize(
    ("text", "field", "language"),
    [
        ("progress_en", "text", "en"),
        ("Progress during previous quarter (English)", "text", "en"),
        ("Progrès au cours du trimestre précédent (anglais)", "text", "en"),
        ("Défis (français)", "challenges", "fr"),
        ("التحديات", "challenges", None),
        ("Estado", "status", None),
        ("Progress Rate(%)", "progress", None),
    ],
)
def test_headings(text: str, field: str, language: str | None) -> None:
    heading = heading_of(text, {})
    assert heading
    assert (heading.field, heading.language) == (field, language)


def test_a_councils_own_heading_wins() -> None:
    heading = heading_of("Mot inventé", {("heading", "mot invente"): "status"})
    assert heading
    assert heading.field == "status"


@given(st.lists(st.lists(st.text(max_size=20), min_size=4, max_size=4), max_size=4))
def test_any_cells_never_raise_and_are_accounted_for(rows: list[list[str]]) -> None:
    done = joined(["Jalon", "Période", "Statut", "Preuve"], ["1.1", "2024", "En cours", "x"], *rows)
    assert done.account or done.findings


def test_the_real_definition(corpus: Path) -> None:
    data = (corpus / "canada-nap" / "nap5.yaml").read_bytes()
    done = definition_format.read(data, "nap5.yaml", options=options())
    (plan,) = tree_of(done)["plans"]
    milestones = [milestone for commitment in plan["commitments"] for milestone in commitment["milestones"]]
    indicators = [indicator for milestone in milestones for indicator in milestone["indicators"]]
    assert (len(plan["commitments"]), len(milestones), len(indicators)) == (5, 19, 106)
    assert all(set(indicator["name"]) == {"en", "fr"} for indicator in indicators)
    record = joined(
        ["reporting_period", "commitments", "milestones", "indicators", "status", "progress_en"],
        ["2022-03", "C01", "C01.1", "C01.1.1", "SP", "made up"],
        base=tree_of(done),
    )
    (update,) = updates_of(record)
    assert update["target"] == indicators[0]["id"]
    assert update["status"]["code"] == "substantial"


@pytest.mark.parametrize("text", ["Activité inventée", "1.1 – Activité inventée", "1.1. activité inventée"])
def test_targets_by_title(text: str) -> None:
    (update,) = updates_of(joined(["Jalon", "Statut", "Réalisations"], [text, "En cours", "Fait"]))
    assert (update["target"], update["text"]) == ("test.made-up:m11", {"fr": "Fait"})


def test_a_number_beside_the_title_of_another_object_is_ambiguous() -> None:
    done = joined(["Engagement", "Statut"], ["1 – Deux", "En cours"])
    assert not updates_of(done)
    assert "import/target-ambiguous" in codes(done)


@pytest.mark.parametrize(
    ("target", "reports"), [("2", True), ("الالتزام رقم 2", True), ("Engagement 2", True), ("Portail inventé", False)]
)
def test_rows_with_a_day_report_when_they_name_what_they_speak_of_by_number(target: str, reports: bool) -> None:
    text = f"التاريخ,رقم الالتزام,حالة الإنجاز,نسبة الإنجاز\n15/03/2025,{target},منجز,100%\n"
    book = read_csv(text.encode(), "made-up.csv")
    assert not isinstance(book, Finding)
    assert updates_format.is_updates(book) is reports
