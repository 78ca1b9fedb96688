"""What a file says that it left out or changed counts places: equal texts as often as they stand, in every format."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

import pytest
from tests.formats.test_private import PUBLIC

from opengov_local import dump
from opengov_local.model import Package

MANY: Final = 4
_CODES: Final = ("export/left-out", "export/other-language", "export/unprintable-character", "export/text-tidied")
_NO_COMMITMENTS: Final = ("workshop-docx", "workshop-html", "responses-docx", "responses-html")
Text = dict[str, str]


def _commitment(number: int, title: Text, action: Text) -> dict[str, Any]:
    milestone = {"id": f"test.x:m-{number}", "title": {"fr": f"Étape {number}"}, "due": "2027-05-03"}
    return {"id": f"test.x:co-{number}", "title": title, "action": action, "milestones": [milestone]}


def _workshop(number: int, action: Text) -> dict[str, Any]:
    said = {"id": f"test.x:in-{number}", "kind": "proposal", "text": action}
    title = {"fr": f"Atelier {number}"}
    return {
        "id": f"test.x:ws-{number}",
        "title": title,
        "kind": "co_creation",
        "date": "2027-02-03",
        "plans": ["test.x:plan"],
        "contributions": [said],
    }


def _package(titles: list[Text], actions: list[Text], *, workshops: bool = False) -> Package:
    commitments = [
        _commitment(number, title, action)
        for number, (title, action) in enumerate(zip(titles, actions, strict=True), start=1)
    ]
    plan = {
        "id": "test.x:plan",
        "framework": "ogp_local",
        "title": {"fr": "Plan inventé"},
        "status": {"code": "implementing"},
        "commitments": commitments,
    }
    tree = {"id": "test.x:package", "schema_version": "0.1", "synthetic": True, "plans": [plan]}
    if workshops:
        tree["workshops"] = [_workshop(number, action) for number, action in enumerate(actions, start=1)]
    return Package.model_validate(tree)


def _counts(package: Package, name: str) -> Counter[tuple[str, str]]:
    found = dump(package, name, language="fr").findings
    return Counter(
        {
            (one.code, str(one.params.get("what") or one.params.get("wanted"))): int(str(one.params["count"]))
            for one in found
            if one.code in _CODES
        }
    )


@pytest.mark.parametrize("name", PUBLIC)
def test_equal_texts_count_as_often_as_they_stand(name: str) -> None:
    counts = []
    for numbers in ([""] * MANY, [f"{number}" for number in range(MANY)]):
        titles = [{"ar": f"بوابة{number} b.a@example.org"} for number in numbers]
        actions = [{"fr": f"Écrire{number}\x07\x07 à a.b@example.org ou au 0539123456. "} for number in numbers]
        counts.append(_counts(_package(titles, actions, workshops=True), name))
    assert counts[0] == counts[1]
    assert counts[0]["export/left-out", "contacts"] >= MANY


@pytest.mark.parametrize("name", [name for name in PUBLIC if name not in _NO_COMMITMENTS])
def test_what_is_left_out_of_a_title_counts_once_however_often_it_is_printed(name: str) -> None:
    titles = [{"fr": f"Portail {number}, écrire à a.b@example.org ou au 0539123456"} for number in range(MANY)]
    package = _package(titles, [{"fr": f"Ouvrir {number}"} for number in range(MANY)])
    assert _counts(package, name)["export/left-out", "contacts"] == 2 * MANY


@pytest.mark.parametrize(
    ("name", "languages"), [("plan-html", "fr ar en"), ("csv", "fr ar en"), ("programme-html", "fr")]
)
def test_what_is_left_out_counts_in_all_languages_of_the_file(name: str, languages: str) -> None:
    action = {tag: f"Écrire à {tag}@example.org" for tag in ("fr", "ar")} | {"en": "Write"}
    counted = _counts(_package([{"fr": "Portail"}], [action]), name)
    assert counted["export/left-out", "contacts"] == len({"fr", "ar"}.intersection(languages.split()))


def test_lines_count_by_the_places_in_which_they_stand() -> None:
    package = _package([{"fr": f"Portail {number}"} for number in range(MANY)], [{"fr": "Ouvrir"}] * MANY)
    tree: Any = package.to_tree()
    for commitment in tree["plans"][0]["commitments"]:
        commitment["attachments"] = [{"title": {"fr": "Note"}, "url": "https://example.org/?tel=0661000000"}]
        commitment["number"] = "Tel: 0123456787"
    for name in ("csv", "ogp-local-html", "plan-html"):
        assert _counts(Package.model_validate(tree), name)["export/left-out", "contacts"] == 2 * MANY


def test_a_contact_counts_its_details_and_a_mark_alone_is_nothing_left_out() -> None:
    contact = {"email": "a.b@example.org", "phone": "0539123456"}
    package = _package([{"fr": "Portail"}], [{"fr": "Ouvrir"}])
    tree: Any = package.to_tree()
    tree["plans"][0]["commitments"][0]["leads"] = [
        {"person": {"role": {"fr": "Cheffe"}, "capacity": "public_official", "contact": contact}},
        {"person": {"capacity": "private"}},
    ]
    for name in ("csv", "ogp-local-html", "plan-html"):
        counted = _counts(Package.model_validate(tree), name)
        assert counted["export/left-out", "contacts"] == 2
        assert not counted["export/left-out", "private_persons"]


@pytest.mark.parametrize(
    "name", ["ogp-local-html", "plan-html", "decidim-csv", "ics", "stratml", "ogp-csv", "ogp-xlsx"]
)
def test_characters_that_no_file_holds_are_counted_not_texts(name: str) -> None:
    package = _package([{"fr": "Por\x07tail\x07 et \ufffd"}], [{"fr": "Ouvrir"}])
    assert _counts(package, name)["export/unprintable-character", "None"] == 2


@pytest.mark.parametrize("name", ["ogp-local-html", "decidim-csv", "ogp-csv", "stratml"])
def test_a_title_in_another_language_counts_once_however_often_it_is_printed(name: str) -> None:
    tree: Any = _package([{"fr": f"Portail {number}"} for number in range(MANY)], [{"fr": "Ouvrir"}] * MANY).to_tree()
    plan = tree["plans"][0]
    plan["axes"] = [{"id": "test.x:axis", "title": {"ar": "محور"}}]
    for commitment in plan["commitments"]:
        commitment["axes"] = ["test.x:axis"]
    assert _counts(Package.model_validate(tree), name)["export/other-language", "fr"] == 1
