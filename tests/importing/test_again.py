"""Importing again: the same objects keep their ids, nothing is fused that is only alike."""

from __future__ import annotations

from typing import Any

import pytest

from opengov_local.importing.again import Matched, keep_ids, replace_ids


def package(prefix: str, *commitments: dict[str, Any], **more: Any) -> dict[str, Any]:
    plan = {"id": f"{prefix}:plan", "title": {"fr": "Plan"}, "framework": "other", "commitments": list(commitments)}
    return {"id": f"{prefix}:package", "schema_version": "0.1", "plans": [plan], **more}


def commitment(id: str, title: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "title": {"fr": title}, **more}


def codes(matched: Matched) -> list[str]:
    return [finding.code for finding in matched.findings]


def test_package_and_only_plan_keep_their_ids() -> None:
    matched = keep_ids(package("new.x"), package("old.x"))
    assert matched.ids == {"new.x:package": "old.x:package", "new.x:plan": "old.x:plan"}


def test_an_official_number_wins_over_words() -> None:
    number = [{"scheme": "OGP", "value": "MAXYZ0001"}]
    new = package(
        "new.x", commitment("new.x:a", "Tout autre titre", identifiers=[{"scheme": "OGP", "value": "maxyz0001"}])
    )
    old = package("old.x", commitment("old.x:a", "Portail", identifiers=number))
    assert keep_ids(new, old).ids["new.x:a"] == "old.x:a"


def test_words_under_the_same_parent_are_the_same() -> None:
    new = package("new.x", commitment("new.x:b", "Autre"), commitment("new.x:a", "Portail  des données"))
    old = package("old.x", commitment("old.x:a", "portail des données"), commitment("old.x:b", "Autre"))
    assert keep_ids(new, old).ids.items() >= {("new.x:a", "old.x:a"), ("new.x:b", "old.x:b")}


def test_twins_are_told_apart_by_their_place() -> None:
    def sources(prefix: str) -> list[dict[str, Any]]:
        extracts = [
            {"target": f"{prefix}:{name}", "fields": ["title.fr"], "location": place, "original": "Portail"}
            for name, place in (("a", "Plan!B4"), ("b", "Plan!B9"))
        ]
        return [{"extracts": extracts}]

    twins = [("a", "Portail"), ("b", "Portail")]
    new = package("new.x", *(commitment(f"new.x:{n}", t) for n, t in reversed(twins)), sources=sources("new.x"))
    old = package("old.x", *(commitment(f"old.x:{n}", t) for n, t in twins), sources=sources("old.x"))
    assert keep_ids(new, old).ids.items() >= {("new.x:a", "old.x:a"), ("new.x:b", "old.x:b")}


def test_twins_without_a_place_are_not_fused() -> None:
    new = package("new.x", commitment("new.x:a", "Portail"), commitment("new.x:b", "Portail"))
    old = package("old.x", commitment("old.x:a", "Portail"))
    matched = keep_ids(new, old)
    assert not {"new.x:a", "new.x:b"} & set(matched.ids)
    assert codes(matched).count("import/id-candidate") == 2


def test_a_changed_title_is_proposed_and_not_fused() -> None:
    matched = keep_ids(
        package("new.x", commitment("new.x:a", "Portail des données ouvertes")),
        package("old.x", commitment("old.x:a", "Portail de données ouvertes")),
    )
    assert "new.x:a" not in matched.ids
    (candidate,) = [finding for finding in matched.findings if finding.code == "import/id-candidate"]
    assert (candidate.params["id"], candidate.params["earlier_id"]) == ("new.x:a", "old.x:a")
    assert candidate.params["name"] == "Portail des données ouvertes"
    (gone,) = [finding for finding in matched.findings if finding.code == "import/not-in-source"]
    assert gone.params["count"] == 1


def test_a_changed_title_with_its_printed_number_is_the_same() -> None:
    new = package("new.x", commitment("new.x:a", "Portail des données ouvertes", number="3"))
    old = package("old.x", commitment("old.x:a", "Portail de données ouvertes", number="3"))
    assert keep_ids(new, old).ids["new.x:a"] == "old.x:a"


def test_the_same_number_with_other_words_is_not_the_same() -> None:
    new = package("new.x", commitment("new.x:a", "Maison des jeunes", number="3"))
    old = package("old.x", commitment("old.x:a", "Portail de données ouvertes", number="3"))
    assert "new.x:a" not in keep_ids(new, old).ids


def test_ids_are_replaced_wherever_they_stand() -> None:
    tree = {"id": "a", "list": ["a", {"target": "a", "text": "a b"}], "other": {"b": "b"}}
    replace_ids(tree, {"a": "z"})
    assert tree == {"id": "z", "list": ["z", {"target": "z", "text": "a b"}], "other": {"b": "b"}}


def test_another_council_does_not_take_over_the_ids() -> None:
    new = package("new.x", commitment("new.x:a", "Maison des jeunes"))
    old = package("old.x", commitment("old.x:a", "Portail de données ouvertes"))
    new["plans"][0]["title"] = {"fr": "Programme d'ouverture d'Oujda"}
    old["plans"][0]["title"] = {"fr": "Agadir 2025"}
    matched = keep_ids(new, old)
    assert matched.ids == {}
    assert "import/base-is-another" in codes(matched)


def test_a_renamed_plan_is_known_by_its_commitments() -> None:
    new = package("new.x", commitment("new.x:a", "Portail"))
    new["plans"][0]["title"] = {"fr": "Tout autre titre de ce programme"}
    matched = keep_ids(new, package("old.x", commitment("old.x:a", "Portail")))
    assert matched.ids == {"new.x:plan": "old.x:plan", "new.x:a": "old.x:a", "new.x:package": "old.x:package"}


def test_updates_go_by_what_they_speak_of_and_nameless_objects_by_what_is_said_of_them() -> None:
    def made(prefix: str, status: str) -> dict[str, Any]:
        measure = {"id": f"{prefix}:i", "baseline": {"text": {"fr": "3"}}}
        about = {"id": f"{prefix}:u", "target": f"{prefix}:a", "period": {"start": "2026"}, "status": {"code": status}}
        held = commitment(f"{prefix}:a", "Portail", indicators=[measure])
        return package(prefix, held, progress_updates=[about, {**about, "id": f"{prefix}:v", "period": {"start": "2"}}])

    matched = keep_ids(made("new.x", "completed"), made("old.x", "in_progress"))
    assert matched.ids.items() >= {("new.x:u", "old.x:u"), ("new.x:v", "old.x:v"), ("new.x:i", "old.x:i")}


@pytest.mark.parametrize("field", ["date", "period"])
def test_an_update_that_says_the_same_of_another_time_is_another(field: str) -> None:
    def made(prefix: str, time: str) -> dict[str, Any]:
        when = {"date": time} if field == "date" else {"period": {"start": time, "end": time}}
        about = {"id": f"{prefix}:u", "target": f"{prefix}:a", "text": {"fr": "En attente"}, **when}
        return package(prefix, commitment(f"{prefix}:a", "Portail"), progress_updates=[about])

    assert keep_ids(made("new.x", "2025-06"), made("old.x", "2025-06")).ids["new.x:u"] == "old.x:u"
    matched = keep_ids(made("new.x", "2025-12"), made("old.x", "2025-06"))
    assert "new.x:u" not in matched.ids
    assert [one.params["names"] for one in matched.findings if one.code == "import/not-in-source"] == [("En attente",)]


def test_updates_of_the_same_for_the_same_time_are_not_fused() -> None:
    def made(prefix: str, *statuses: str) -> dict[str, Any]:
        about = [
            {"id": f"{prefix}:{number}", "target": f"{prefix}:a", "status": {"code": status}}
            for number, status in enumerate(statuses)
        ]
        return package(prefix, commitment(f"{prefix}:a", "Portail"), progress_updates=about)

    matched = keep_ids(made("new.x", "completed", "delayed"), made("old.x", "in_progress", "delayed"))
    assert matched.ids["new.x:1"] == "old.x:1"
    matched = keep_ids(made("new.x", "completed", "delayed"), made("old.x", "in_progress", "suspended"))
    assert not {"new.x:0", "new.x:1"} & matched.ids.keys()


def test_words_in_one_language_are_those_of_an_object_in_several() -> None:
    base, tree = _two_languages()
    matched = keep_ids(tree, base)
    assert matched.ids["n:a"] == "o:a"
    assert "n:b" not in matched.ids


def _two_languages() -> tuple[dict[str, Any], dict[str, Any]]:
    """Gives a package in two languages, and a newer file in one, with a twin that nothing tells apart."""
    title = {"fr": "Transparence", "ar": "الشفافية"}
    twins = [{"id": f"o:{name}", "title": {"fr": "Suivi", "ar": name}} for name in ("التتبع", "المواكبة")]
    axes = [{"id": "o:a", "title": title}, *twins]
    base = {"id": "o:p", "plans": [{"id": "o:plan", "title": {"fr": "Plan", "ar": "خطة"}, "axes": axes}]}
    new = [{"id": "n:a", "title": {"fr": "Transparence"}}, {"id": "n:b", "title": {"fr": "Suivi"}}]
    return base, {"id": "n:p", "plans": [{"id": "n:plan", "title": {"fr": "Plan"}, "axes": new}]}


def _titled(prefix: str, number: str | None = None, **title: str) -> dict[str, Any]:
    return package(prefix, {**commitment(f"{prefix}:a", ""), "title": title, **({"number": number} if number else {})})


def test_words_in_one_language_are_not_enough_where_those_in_another_are_against_it() -> None:
    matched = keep_ids(_titled("n.x", fr="Suivi", ar="مواكبة المشاريع"), _titled("o.x", fr="Suivi", ar="تتبع الشكايات"))
    assert "n.x:a" not in matched.ids


def test_a_language_that_only_one_of_them_has_is_not_against_it() -> None:
    matched = keep_ids(_titled("n.x", fr="Suivi", en="Follow-up"), _titled("o.x", fr="Suivi", ar="تتبع الشكايات"))
    assert matched.ids["n.x:a"] == "o.x:a"


def test_a_changed_title_is_alike_in_the_languages_that_both_have() -> None:
    old = {"fr": "Portail de données ouvertes", "ar": "بوابة المعطيات المفتوحة للجماعة"}
    matched = keep_ids(_titled("n.x", "3", fr="Portail des données ouvertes"), _titled("o.x", "3", **old))
    assert matched.ids["n.x:a"] == "o.x:a"
    matched = keep_ids(_titled("n.x", fr="Portail des données ouvertes"), _titled("o.x", **old))
    assert "n.x:a" not in matched.ids
    assert "import/id-candidate" in codes(matched)


def test_a_plan_in_one_language_whose_title_was_changed_is_the_only_plan_in_two() -> None:
    new, old = package("n.x"), package("o.x")
    new["plans"][0]["title"] = {"fr": "Plan d’action de la commune 2025"}
    old["plans"][0]["title"] = {"fr": "Plan d’action de la commune", "ar": "برنامج عمل الجماعة للانفتاح والشفافية"}
    assert keep_ids(new, old).ids["n.x:plan"] == "o.x:plan"


def test_an_id_that_the_source_states_is_that_of_no_other_object() -> None:
    new = package("new.x", commitment("new.x:a", "Portail", number="1"), commitment("new.x:b", "Forum", number="2"))
    old = package("old.x", commitment("old.x:a", "Portail", number="1"), commitment("new.x:b", "Forum", number="2"))
    matched = keep_ids(new, old, {"new.x:a", "new.x:b", str(new["id"])})
    assert "new.x:a" not in matched.ids
    assert matched.ids["new.x:b"] == "new.x:b"
    assert str(new["id"]) not in matched.ids
    assert keep_ids(new, old).ids["new.x:a"] == "old.x:a"
