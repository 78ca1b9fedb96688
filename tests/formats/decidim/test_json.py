"""JSON: exports of the administration, answers of the interface, processes and assemblies."""

from __future__ import annotations

import json
from typing import Any

from tests.formats.decidim.reads import account, codes, is_valid, read_text, tree, unmapped


def _read(data: Any, name: str = "fictif.json") -> Any:
    return read_text(json.dumps(data, ensure_ascii=False, indent=1), name)


RESULT = {
    "id": 10,
    "category": {"id": 3, "name": {"fr": "Eau", "ar": "الماء"}},
    "scope": {"id": None, "name": {"fr": ""}},
    "parent": {"id": None},
    "title": {"fr": "Engagement fictif", "machine_translations": {"es": "Compromiso"}},
    "description": {"fr": "<p>Texte</p>"},
    "start_date": "2024-01-01",
    "end_date": "2025-12-31",
    "status": {"id": 1, "key": "st", "name": {"fr": "En cours"}},
    "progress": 46.33,
    "component": {"id": 16},
    "proposal_urls": [],
}


def test_a_list_of_results_and_the_place_of_every_value() -> None:
    done = _read([RESULT, {"id": 11, "title": {"fr": "Étape"}, "parent": {"id": 10}, "progress": 100}])
    plan = tree(done)["plans"][0]
    (commitment,) = plan["commitments"]
    assert commitment["milestones"][0]["progress"] == 100
    assert commitment["title"] == {"fr": "Engagement fictif", "es": "Compromiso"}
    assert (commitment["status"]["code"], commitment["progress"]) == ("in_progress", 46)
    assert commitment["axes"] == [plan["axes"][0]["id"]]
    assert is_valid(done)
    rounded = next(each for each in done.findings if each.code == "import/percent-rounded")
    assert rounded.location.line is not None
    places = {str(entry.piece.place) for entry in account(done).entries}
    assert any(place.endswith(" /0/title/machine_translations/es") for place in places)


def test_every_value_of_every_object_is_accounted_for() -> None:
    data = [RESULT | {"new_key": {"deep": [1, "zwei", None, True, ""]}}]
    done = _read(data)
    assert sum(account(done).counts.values()) == 14 + 3
    assert unmapped(tree(done)["plans"][0]["commitments"][0])["new_key/deep/1"] == "zwei"
    assert "import/column-unmapped" in codes(done)


def test_what_is_kept_of_known_fields_is_told_of_by_field() -> None:
    done = _read([RESULT | {"url": "https://example.org/10"}, RESULT | {"id": 11, "url": "https://example.org/11"}])
    said = [each for each in done.findings if each.code == "import/column-kept"]
    assert {each.params["heading"]: each.params["count"] for each in said} == {
        "status/id": 2,
        "status/key": 2,
        "url": 2,
        "component/id": 2,
    }
    assert all(each.location.line for each in said)


def test_answers_of_the_interface_with_milestones_news_and_children() -> None:
    def text(fr: str, ar: str) -> dict[str, Any]:
        return {"translations": [{"locale": "fr", "text": fr}, {"locale": "ar", "text": ar, "machineTranslated": True}]}

    result = {
        "id": "7",
        "title": text("Engagement fictif", "التزام خيالي"),
        "startDate": "2024-01-01",
        "status": {"key": "x", "name": text("Réalisé", "منجز")},
        "taxonomies": [{"id": "4", "name": text("Eau", "الماء")}],
        "timelineEntries": [{"id": "1", "entryDate": "2024-03-01", "title": text("Lancé", "انطلق")}],
        "milestones": [{"id": "2", "entryDate": "2024-06-01", "title": text("Étape", "مرحلة")}],
        "children": [{"id": "8", "title": text("Enfant", "طفل"), "progress": 10}],
    }
    process: dict[str, Any] = {"id": "5", "title": text("Programme fictif", "برنامج"), "slug": "p"}
    process["components"] = [{"id": "16", "results": {"edges": [{"node": result}]}}]
    done = _read({"data": {"participatoryProcess": process}})
    assert not {"import/column-unmapped", "import/unknown-reference"} & set(codes(done))
    (plan,) = tree(done)["plans"]
    (commitment,) = plan["commitments"]
    assert plan["title"]["fr"] == "Programme fictif"
    assert commitment["title"] == {"fr": "Engagement fictif", "ar": "التزام خيالي"}
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Enfant", "Étape"]
    assert commitment["milestones"][1]["due"] == "2024-06-01"
    (update,) = tree(done)["progress_updates"]
    assert (update["target"], update["date"], update["text"]["fr"]) == (commitment["id"], "2024-03-01", "Lancé")
    assert {made["field"] for made in tree(done)["translations"]} >= {"title", "text"}
    assert is_valid(done)


def test_milestones_of_a_child_are_those_of_its_commitment_and_those_of_nobody_are_kept() -> None:
    step = {"id": 1, "title": {"fr": "Pas"}, "entry_date": "2024-05-01"}
    child = {"id": 11, "title": {"fr": "Enfant"}, "parent": {"id": 10}, "progress": 1, "milestones": [step]}
    lost = {"id": 12, "title": {"fr": "Orphelin"}, "parent": {"id": 99}, "progress": 1, "milestones": [step]}
    done = _read([child, RESULT, lost])
    (commitment,) = tree(done)["plans"][0]["commitments"]
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Enfant", "Pas"]
    (activity,) = tree(done)["plans"][0]["activities"]
    assert unmapped(activity)["title/fr"] == "Pas"
    assert {"import/level-flattened", "import/belongs-to-nothing"} <= set(codes(done))


def test_processes_alone_are_plans_and_say_that_this_was_concluded() -> None:
    done = _read(
        [
            {
                "id": 1,
                "slug": "p",
                "title": {"fr": "Programme d'ouverture fictif"},
                "subtitle": {"fr": "Sous-titre"},
                "start_date": "2024-01-01",
                "end_date": "2024-12-31",
                "developer_group": {"fr": "Mairie fictive"},
                "promoted": True,
            }
        ]
    )
    (plan,) = tree(done)["plans"]
    assert plan["period"] == {"start": "2024-01-01", "end": "2024-12-31"}
    assert plan["leads"] == [{"name": {"fr": "Mairie fictive"}}]
    assert plan["framework"] == "remacto"
    assert unmapped(plan) == {"slug": "p", "subtitle/fr": "Sous-titre", "promoted": "true"}
    assert is_valid(done)


ASSEMBLY = {
    "id": 2,
    "slug": "a",
    "title": {"fr": "Comité fictif"},
    "purpose_of_action": {"fr": "<p>Suivre</p>"},
    "composition": {"fr": "<p>Douze membres</p>"},
    "internal_organisation": {"fr": "<p>Deux collèges</p>"},
    "creation_date": "2023-04-01",
}


def test_an_assembly_is_a_forum_of_the_one_plan_else_an_organization() -> None:
    done = _read({"results": [RESULT], "assemblies": [ASSEMBLY]})
    (forum,) = tree(done)["plans"][0]["forums"]
    assert forum["name"] == {"fr": "Comité fictif"}
    assert (forum["remit"]["fr"], forum["established"]) == ("Suivre", "2023-04-01")
    assert forum["rules"] == {"fr": "Douze membres\n\nDeux collèges"}
    assert is_valid(done)
    alone = _read([ASSEMBLY])
    assert tree(alone)["organizations"][0]["name"] == {"fr": "Comité fictif"}
    assert "import/assembly-without-plan" in codes(alone)
    assert is_valid(alone)


def test_a_key_that_comes_twice_is_read_twice_and_said() -> None:
    done = read_text('[{"title": {"fr": "Un"}, "progress": 10.0, "progress": 20.0}]', "x.json")
    assert {"syntax/duplicate-key", "import/conflict"} <= set(codes(done))
    commitment = tree(done)["plans"][0]["commitments"][0]
    assert (commitment["progress"], [*unmapped(commitment).values()]) == (10, ["20.0"])


def test_json_that_is_broken_gives_no_document() -> None:
    done = read_text('[{"title": {"fr": "Un"}, ', "x.json")
    assert done.document is None
    assert codes(done) == ["syntax/invalid-json"]


def test_json_of_something_else_is_kept_and_said() -> None:
    done = _read({"a": [1, {"b": "c"}]})
    assert "import/nothing-recognised" in codes(done)
    assert account(done).counts["unmapped"] == 2
