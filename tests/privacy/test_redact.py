"""redact: what is taken out, what stays, and that nothing private is found in what is left."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.validation.parts import commitment, found, ident, organization, package, plan, town

import opengov_local as ogl
from opengov_local.model.base import Stated
from opengov_local.model.party import Contact, Person
from opengov_local.model.provenance import Extract
from opengov_local.model.shape import concepts, shape_of
from opengov_local.model.walk import Survey
from opengov_local.privacy.contacts import may_hold_contacts
from opengov_local.privacy.links import link_fields
from opengov_local.privacy.names import Names
from opengov_local.privacy.redact import public_view
from opengov_local.privacy.suspects import harmless, suspects
from opengov_local.privacy.texts import public_text
from opengov_local.privacy.unknown import Outside
from opengov_local.resources import data_folder

FULL = json.loads((data_folder("examples") / "synthetic" / "full-plan.json").read_bytes())
MAIL = "quelquun@gmail.com"
NAMED = {"name": {"fr": "Prénom Nom"}}


def redacted(tree: Any) -> ogl.Redacted:
    return ogl.redact(ogl.load(json.dumps(tree).encode()))


def taken(tree: Any) -> list[tuple[str, str, int]]:
    return [(one.pointer, one.what, one.count) for one in redacted(tree).removed]


def test_contact_details_go_and_persons_in_public_stay() -> None:
    person = {**NAMED, "capacity": "elected", "contact": {"email": MAIL, "phone": "0661000000"}}
    tree = package(plan(points_of_contact=[person], website=f"https://example.org/?a={MAIL}"))
    left = redacted(tree).package.plans[0]
    assert left.points_of_contact[0].to_tree() == {**NAMED, "capacity": "elected"}
    assert left.website is None
    assert taken(tree) == [
        ("/plans/0/points_of_contact/0/contact", "contacts", 2),
        ("/plans/0/website", "contacts", 1),
    ]


@pytest.mark.parametrize(
    ("field", "link", "count"),
    [
        ("path", "pieces/prenom.nom@gmail.com.pdf", 1),
        ("path", "pieces/cv-0661000000.pdf", 1),
        ("path", "pieces/cv_06 61 00 00 00.pdf", 1),
        ("url", "https://wa.me/212661000000", 1),
        ("url", "https://wa.me/+212661000000", 1),
        ("url", "https://example.org/contact?tel=0661000000", 1),
        ("url", "https://example.org/contact?tel=%2B212661000000&mail=a%2540gmail.com", 2),
        ("url", "https://example.org/mail/prenom.nom%40gmail.com", 1),
        ("url", "https://example.org/0661000000", 1),
        ("path", "pv/2024-06-12-10-30-15.pdf", 0),
        ("path", "2024/06/12/10/30/15/pv.pdf", 0),
        ("path", "pv-20240612103015.pdf", 0),
        ("url", "https://example.org/?commune=02.411.01.23&id=100064661000000", 0),
        ("url", "https://example.org/avis/0123456788", 0),
        ("url", "https://example.org/contact?tel=08023738199", 1),
        ("path", "avis/0123456788.pdf", 0),
        ("path", "avis 0123456788", 0),
        ("url", "https://example.org/3f0661000000ab/logo@2x.png", 0),
    ],
)
def test_an_address_or_path_with_a_contact_goes_as_a_whole(field: str, link: str, count: int) -> None:
    held = {"title": {"fr": "Pièce"}, field: link}
    tree = package(plan(commitment(attachments=[held])))
    (left,) = redacted(tree).package.plans[0].commitments[0].attachments
    assert left.to_tree() == ({"title": {"fr": "Pièce"}} if count else held)
    place = f"/plans/0/commitments/0/attachments/0/{field}"
    assert taken(tree) == ([(place, "contacts", count)] if count else [])


NUMBER = "0123456788"


def test_an_official_number_is_no_telephone_number_and_one_that_is_called_so_in_a_text_goes() -> None:
    numbered = commitment(
        identifiers=[{"scheme": "OGP", "value": NUMBER}],
        number=NUMBER,
        x_unmapped=[{"label": "Code projet", "text": NUMBER}],
        x_dossier=NUMBER,
    )
    held = {**plan(numbered), "adoptions": [{"deliberation": NUMBER}]}
    tree = package(held)
    assert redacted(tree).package.to_tree() == tree
    assert not taken(tree)
    assert not found(tree, "privacy/")
    tree = package(plan(commitment(description={"fr": f"Tel: 0612345678, ou {NUMBER}"}, x_note=NUMBER)))
    assert [(count, what) for _, what, count in taken(tree)] == [(2, "contacts"), (1, "contacts")]
    left = redacted(tree).package.plans[0].commitments[0]
    assert left.description == {"fr": "Tel: […], ou […]"}
    assert found(tree, "privacy/")


def test_a_telephone_number_in_the_place_of_an_official_number_goes() -> None:
    tree = package(plan(commitment(identifiers=[{"scheme": "OGP", "value": "Tel: 08023738199"}], number="0612345678")))
    left = redacted(tree).package.plans[0].commitments[0]
    assert (left.identifiers, left.number) == ([], "[…]")


def test_of_a_private_person_only_the_mark_stays() -> None:
    person = {**NAMED, "capacity": "private", "role": {"fr": "Bénévole"}, "organization": ident("og"), "x_age": 40}
    tree = package(
        plan(commitment(leads=[{"organization": ident("og"), "person": person}])), organizations=[organization()]
    )
    (lead,) = redacted(tree).package.plans[0].commitments[0].leads
    assert lead.to_tree() == {"organization": ident("og"), "person": {"capacity": "private"}}
    assert taken(tree) == [("/plans/0/commitments/0/leads/0/person", "private_persons", 1)]


def test_a_person_without_a_capacity_goes_with_the_party_that_was_nothing_else() -> None:
    tree = package(
        plan(commitment(leads=[{"person": NAMED}]), commitment("other", leads=[{"group": "csos", "person": NAMED}]))
    )
    first, second = redacted(tree).package.plans[0].commitments
    assert "leads" not in first.to_tree()
    assert second.to_tree()["leads"] == [{"group": "csos", "person": NAMED}]
    assert taken(tree) == [("/plans/0/commitments/0/leads/0/person", "unmarked_persons", 1)]


def test_the_words_of_a_source_go_and_its_places_stay() -> None:
    extracts = [{"target": ident("co"), "location": "A1", "original": f"mots {MAIL}"}, {"target": ident("co")}]
    tree = package(plan(commitment()), sources=[{"extracts": extracts}])
    left = redacted(tree).package.to_tree()["sources"]
    assert left == [{"extracts": [{"target": ident("co"), "location": "A1"}, {"target": ident("co")}]}]
    assert taken(tree) == [("/sources/0/extracts", "originals", 1)]


def test_fields_outside_the_model_lose_what_can_be_recognised() -> None:
    kept = {"label": "Remarque", "text": "À suivre", "place": "A3"}
    unmapped = [
        {"label": "author/name", "text": "Prénom Nom", "place": "A1"},
        {"label": "Remarque", "text": f"Voir {MAIL}", "place": "A2"},
        kept,
    ]
    one = commitment(x_unmapped=unmapped, x_own={"uploaded_by": "Nom", MAIL: 1, "n": [1, None]}, x_mail="a@b.example")
    tree = package(plan(one))
    left = redacted(tree).package.plans[0].commitments[0].model_extra
    assert left == {
        "x_unmapped": [{"label": "Remarque", "text": "Voir […]", "place": "A2"}, kept],
        "x_own": {"n": [1, None]},
    }
    assert [(what, count) for _, what, count in taken(tree)] == [
        ("user_names", 1), ("contacts", 1), ("user_names", 1), ("contacts", 1), ("contacts", 1),
    ]  # fmt: skip


def test_an_address_outside_the_model_with_a_contact_goes_as_a_whole() -> None:
    kept = {"x_page": "https://example.org/pv/2024", "x_date": "06/12/2024"}
    tree = package(plan(commitment(x_site="https://example.org/a%40gmail.com", x_cv="cv/0661000000.pdf", **kept)))
    assert redacted(tree).package.plans[0].commitments[0].model_extra == kept
    assert [(what, count) for _, what, count in taken(tree)] == [("contacts", 1), ("contacts", 1)]


_DOUBTFUL = [
    {"label": "Téléphone", "text": "x"},
    {"capacity": "private", "name": "x"},
    {"a": [{"b": f"écrire à {MAIL}"}]},
    {"a/b": "cv/0661000000.pdf"},
    {MAIL: 1},
    "0661000000",
]


@pytest.mark.parametrize("held", _DOUBTFUL)
def test_an_object_is_looked_at_closely_only_where_its_own_fields_may_be_private(held: Any) -> None:
    fine = [{"label": "Budget", "text": "12/2025", "place": f"A{number}"} for number in range(40)]
    tree = package(plan(commitment(x_unmapped=fine), commitment(x_unmapped=[*fine, held])))
    before = ogl.load(json.dumps(tree).encode())
    view = public_view(before, Survey(before))
    kept, changed = view.package.plans[0].commitments
    assert kept is before.plans[0].commitments[0]
    assert changed.model_extra != before.plans[0].commitments[1].model_extra
    assert view.removed
    assert [one.params["count"] for one in view.kept] == [2]


def test_a_view_without_extracts_still_says_whose_words_were_left_out() -> None:
    source = {"citations": [{"title": {"fr": "Un rapport"}}], "note": {"fr": f"voir {MAIL}"}}
    extracts = [{"target": ident("co"), "original": "mot"}, {"target": ident("co"), "location": "A1"}]
    before = ogl.load(json.dumps(package(plan(commitment()), sources=[{**source, "extracts": extracts}])).encode())
    whole, bare = (public_view(before, Survey(before), extracts=kept) for kept in (True, False))
    assert whole.removed == bare.removed
    assert [one.what for one in whole.removed] == ["originals", "contacts"]
    assert [one.original for one in whole.package.sources[0].extracts] == [None, None]
    assert not bare.package.sources[0].extracts


def test_a_view_without_extracts_asks_for_no_walk_through_them() -> None:
    wordless = {"citations": [{"title": {"fr": "Un relevé"}}], "extracts": [{"target": ident("co"), "location": "A1"}]}
    tree = package(plan(commitment(description={"fr": f"voir {MAIL}"})), sources=[wordless])
    before = ogl.load(json.dumps(tree).encode())
    survey = Survey(before, Extract)
    assert Extract in Survey(before).by_kind
    assert Extract not in survey.by_kind
    bare = public_view(before, survey, extracts=False)
    assert [one.what for one in bare.removed] == ["contacts"]
    assert bare.package.sources[0].citations
    assert not bare.package.sources[0].extracts
    assert before.sources[0].extracts


def test_what_no_program_can_judge_is_said() -> None:
    said = {"id": ident("ct"), "kind": "proposal", "text": {"fr": "Texte"}, "author": {"name": {"fr": "Un nom"}}}
    held = {"id": ident("ws"), "title": {"fr": "Atelier"}, "kind": "co_creation", "contributions": [said]}
    made = redacted(package(workshops=[held], x_own=1))
    assert [(one.code, one.params["count"]) for one in made.kept] == [
        ("redact/unknown-kept", 1),
        ("redact/author-kept", 1),
    ]
    assert made.findings == made.kept


def test_the_package_that_is_given_is_not_changed_and_nothing_more_is_taken_out() -> None:
    before = ogl.load(json.dumps(FULL).encode())
    made = ogl.redact(before)
    assert before.to_tree() == FULL
    assert {one.what for one in made.removed} == {"contacts", "private_persons", "originals"}
    assert {node.value.id for node in made.package.index.all if isinstance(node.value, ogl.Identified)} == {
        node.value.id for node in before.index.all if isinstance(node.value, ogl.Identified)
    }
    again = ogl.redact(made.package)
    assert (again.package, again.removed) == (made.package, ())


def test_a_package_without_anything_private_stays_as_it_is() -> None:
    tree = package(plan(commitment(milestones=[]), x_empty=[], x_other={}), collectivities=[town()])
    assert redacted(tree).package.to_tree() == tree
    assert not taken(tree)


def test_a_view_shares_with_the_package_what_stays_and_a_copy_shares_nothing() -> None:
    before = ogl.load(
        json.dumps(package(plan(commitment()), organizations=[organization(number=f"1 {MAIL}")])).encode()
    )
    view, copy = public_view(before, Survey(before)).package, ogl.redact(before).package
    assert view.plans[0] is before.plans[0]
    assert view.organizations[0] is not before.organizations[0]
    copy.plans[0].commitments.clear()
    assert before.plans[0].commitments


def test_no_required_field_holds_what_may_go() -> None:
    for concept in concepts(ogl.Package):
        for field in shape_of(concept).values():
            if field.model is not None and issubclass(field.model, (Stated, Person, Contact)):
                assert not field.required, (concept, field.name)
        for name in link_fields(concept):
            assert not shape_of(concept)[name].required, (concept, name)


def test_a_package_that_is_not_valid_is_refused() -> None:
    edited = ogl.load(json.dumps(package(plan())).encode())
    edited.plans[0].title.clear()
    with pytest.raises(ogl.InvalidDocument):
        ogl.redact(edited)


_CONTACTS = st.sampled_from(
    [
        "Personne Fictive B",
        "شخص وهمي باء",
        MAIL,
        "contact@example.org",
        "0661000000",
        "٠٦٦١٠٠٠٠٠٠",
        "+1 202 555 0100",
        "05-36-00-00-00",
    ]
)
_WORDS = st.lists(st.one_of(_CONTACTS, st.sampled_from(["mot", " ", "، ", "-", ".", "كلمة"])), min_size=1, max_size=5)
_TEXTS = _WORDS.map("".join).filter(lambda text: bool(text.strip()))
_KEYS = ("label", "text", "author", "email", "x", MAIL, "capacity")
_OTHER = st.recursive(
    st.one_of(_TEXTS, st.none(), st.integers(0, 9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(["label", "text", "author", "email", "x", MAIL, "capacity"]), inner, max_size=3
        ),
    ),
    max_leaves=5,
)


def _places(node: Any, names: tuple[str, ...]) -> Iterator[tuple[Any, str]]:
    """Gives the holder and key of every text by language, and every object."""
    for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
        if isinstance(value, dict) and set(value) <= {"ar", "fr", "en", "zgh"} and value:
            yield from ((value, tag) for tag in value)
        elif key in names:
            yield node, key
        if isinstance(value, (dict, list)):
            yield from _places(value, names)


@st.composite
def _trees(draw: st.DrawFn) -> Any:
    tree = deepcopy(FULL)
    texts = list(_places(tree, ("original", "number", "note")))
    for holder, key in draw(st.lists(st.sampled_from(texts), max_size=6)):
        if isinstance(holder[key], str):
            holder[key] = draw(_TEXTS)
    people = [holder for holder, key in _places(tree, ("capacity",)) if key == "capacity"]
    for person in draw(st.lists(st.sampled_from(people), max_size=4)):
        for name in draw(st.lists(st.sampled_from(["capacity", "role", "organization", "collectivity", "name"]))):
            if len(person) > 1:
                person.pop(name, None)
    objects = [holder for holder, key in _places(tree, ("id", "capacity")) if key in ("id", "capacity")]
    for holder in draw(st.lists(st.sampled_from(objects), max_size=3)):
        holder[draw(st.sampled_from(["x_unmapped", "x_own", "author"]))] = draw(_OTHER)
    return tree


@given(st.lists(_TEXTS, max_size=6))
def test_of_texts_that_are_harmless_nothing_is_taken_out(texts: list[str]) -> None:
    names = Names(["Personne Fictive B", "شخص وهمي باء"], [])
    kept = harmless(texts, names)
    assert [public_text(text, names)[0] for text in kept] == [*kept]
    assert {text for text in texts if set(text) <= set("mot ")} <= kept


def test_what_is_sound_beside_what_is_private_stays_word_for_word() -> None:
    package = ogl.load(json.dumps(FULL).encode())
    said = {"fr": "Écrire à personne.b@example.org", "en": "Nothing to see"}
    package.plans[0].commitments[0].description = said
    found = suspects(Survey(package), Names([], []))
    assert said["en"] in found.sound
    assert said["fr"] not in found.sound
    assert id(package.plans[0].commitments[0]) in found.objects
    left = ogl.redact(package).package.plans[0].commitments[0].description
    assert left == {"fr": "Écrire à […]", "en": said["en"]}


def test_of_an_object_whose_own_words_are_private_sound_fields_outside_the_model_are_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = json.loads(json.dumps(FULL))
    first, second = tree["plans"][0]["commitments"][:2]
    first |= {"description": {"fr": "Écrire à personne.b@example.org"}, "x_note": [{"label": "Titre", "text": "Rien"}]}
    second |= {"x_note": [{"label": "Titre", "text": "personne.b@example.org"}, {"label": "Titre", "text": "Rien"}]}
    looked_at: list[object] = []
    monkeypatch.setattr(Outside, "fields", _noting(looked_at, Outside.fields))
    package = ogl.load(json.dumps(tree).encode())
    found = suspects(Survey(package), Names([], []))
    made, other = package.plans[0].commitments[:2]
    assert id(made) in found.objects - found.outside
    assert id(other) in found.outside
    left = ogl.redact(package)
    assert first["x_note"] not in [fields.get("x_note") for fields in looked_at if isinstance(fields, dict)]
    assert second["x_note"] in [fields.get("x_note") for fields in looked_at if isinstance(fields, dict)]
    kept = left.package.to_tree()["plans"][0]["commitments"]
    assert kept[0]["x_note"] == first["x_note"]
    assert kept[1]["x_note"] == [{"label": "Titre", "text": "[…]"}, {"label": "Titre", "text": "Rien"}]
    (said,) = (one.params["count"] for one in left.findings if one.code == "redact/unknown-kept")
    assert said == sum(len(node.value.model_extra) for node in Survey(left.package).extended)


def _noting(looked_at: list[object], work: Callable[..., Any]) -> Callable[..., Any]:
    def noted(self: Outside, fields: dict[str, Any], *others: Any) -> Any:
        looked_at.append(fields)
        return work(self, fields, *others)

    return noted


@given(st.text(st.sampled_from("0123456789٠٦۰06aTtelé"), max_size=6))
def test_nothing_private_stands_in_six_letters_and_digits(text: str) -> None:
    assert not may_hold_contacts(text)
    assert harmless([text], Names([], [])) == {text}


@given(_trees())
@settings(max_examples=40, deadline=None)
def test_what_is_left_is_valid_says_nothing_private_and_stays(tree: Any) -> None:
    try:
        before = ogl.load(json.dumps(tree).encode())
    except ogl.InvalidDocument:
        return
    given_tree = before.to_tree()
    made, view = ogl.redact(before), public_view(before, Survey(before))
    left = made.package.to_tree()
    assert before.to_tree() == given_tree
    assert (view.package.to_tree(), view.removed, view.kept) == (left, made.removed, made.kept)
    assert not [code for code, _ in found(left, "privacy/")]
    assert ogl.validate(made.package).valid
    again = ogl.redact(made.package)
    assert (again.package.to_tree(), again.removed) == (left, ())
    assert bool(made.removed) == (left != given_tree)
