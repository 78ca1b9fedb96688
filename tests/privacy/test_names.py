"""Names of private persons in texts: found however they are written, and nobody else's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.validation.parts import commitment, ident, organization, package, plan, town

import opengov_local as ogl
from opengov_local.privacy.contacts import LEFT_OUT
from opengov_local.privacy.names import Names, names_in
from opengov_local.privacy.texts import public_text

BENNANI = ("Mme Fatima Zahra Bennani", "فاطمة الزهراء بناني")
OTHERS = (
    "M'hamed El Idrissi",
    "العربي بنشقرون",
    "Ali Alaoui",
    "Bennani",
    "عبد الله",
    "& &",
    "(x y)",
    "Personne A",
    "Persona 11",
    "N. Tazi",
)
NAMES = Names((*BENNANI, *OTHERS), ("Fondation Ali Alaoui",))
PIECES = (
    *BENNANI,
    *OTHERS,
    "Fatima",
    "ZAHRA",
    "Bennani",
    "و",
    "لل",
    "Fondation",
    "quelquun@gmail.com",
    "0661000000",
    *(" ", "-", ".", "/", "\n", "[…]", "'", "ـ", "َ", "x", "6"),
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("proposé par Mme Fatima Zahra Bennani.", f"proposé par Mme {LEFT_OUT}."),
        ("FATIMA-ZAHRA  BENNANI", LEFT_OUT),
        ("fatima\nzahra\u00a0bénnàni", LEFT_OUT),
        ("Bennani Fatima Zahra, et d’Ali Alaoui", f"{LEFT_OUT}, et d’{LEFT_OUT}"),
        ("M. N. Tazi, N Tazi", f"M. {LEFT_OUT}, {LEFT_OUT}"),
        ("cv_fatima_zahra_bennani", f"cv_{LEFT_OUT}"),
        ("Mhamed Elidrissi, m’hamed el-idrissi's", f"{LEFT_OUT}, {LEFT_OUT}'s"),
        ("من اقتراح فَاطِمَة الزّهراء بنّاني", f"من اقتراح {LEFT_OUT}"),
        ("فاطمه الزهرا بنــاني", LEFT_OUT),
        ("وفاطمة الزهراء بناني، لفاطمة الزهراء بناني", f"و{LEFT_OUT}، ل{LEFT_OUT}"),
        ("بفاطمة الزهراء بناني كفاطمة الزهراء بناني ففاطمة الزهراء بناني", f"ب{LEFT_OUT} ك{LEFT_OUT} ف{LEFT_OUT}"),
        ("للعربي بنشقرون والعربي بنشقرون", f"{LEFT_OUT} و{LEFT_OUT}"),
        ("\u2067فاطمة الزهراء بناني\u2069", f"\u2067{LEFT_OUT}\u2069"),
        *((text, text) for text in (
            "Fatima Zahra Bennanis",
            "Fatima Zahra",
            "Mme Bennani",
            "Aliba Alaoui",
            "Fatima et Zahra Bennani",
            "La Fondation Ali Alaoui y était",
            "ساحة عبد الله",
            "& & (x y)",
            "la personne a proposé", "persona 11",
        )),
    ],
)  # fmt: skip
def test_names_are_taken_out_as_whole_words(text: str, left: str) -> None:
    assert NAMES.without(text) == (left, left.count(LEFT_OUT))
    assert text == left or NAMES.stand_in(text)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_nothing_is_found_in_what_is_left(text: str) -> None:
    left, private = public_text(text, NAMES)
    assert public_text(left, NAMES) == (left, (0, 0))
    assert bool(private) == (left != text)


@given(st.text(st.sampled_from("aé ’'-_.بءـَى\u2067\u00adœﷺ\ud800"), max_size=30), st.text(max_size=30))
def test_any_text_is_searched_and_any_name_is_looked_for(text: str, name: str) -> None:
    names = Names((f"{name} Bennani",), (text,))
    left, count = names.without(f"{text} Fatima")
    assert (count == 0) == (left == f"{text} Fatima")


@pytest.mark.parametrize("count", [1, 400])
def test_long_and_many_names_are_no_trouble(count: int) -> None:
    names = Names((f"{'Très ' * 300}Long", *(f"Nom{chr(97 + at % 26)}{at} Prénom" for at in range(count))), ())
    assert names.without("Noma0 Prénom, prénom NOMA0, Nomz0 Prénom") == (f"{LEFT_OUT}, {LEFT_OUT}, Nomz0 Prénom", 2)


def _person(**fields: Any) -> dict[str, Any]:
    return {"name": {"fr": "Fatima Zahra Bennani"}, **fields}


def _names(*people: dict[str, Any], **fields: Any) -> Names:
    one = commitment(leads=[{"person": person} for person in people])
    return names_in(ogl.load(json.dumps(package(plan(one), **fields)).encode()).index.by_kind)


TEXT = "Voir Fatima Zahra Bennani."


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ([_person(capacity="private")], True),
        ([_person()], True),
        ([_person(capacity="elected")], False),
        ([_person(role={"fr": "Présidente"})], False),
        ([_person(capacity="private"), _person(capacity="elected")], False),
        ([_person(capacity="private"), {"name": {"fr": "Bennani FATIMA ZAHRA"}, "capacity": "elected"}], False),
        ([{"name": {"fr": "F. Z."}, "other_names": ["Fatima Zahra Bennani"], "capacity": "private"}], True),
        ([], False),
    ],
)
def test_names_are_those_of_persons_who_do_not_stand_in_public(people: list[dict[str, Any]], found: bool) -> None:
    names = _names(*people)
    assert names.stand_in(TEXT) is found
    assert bool(names) is found


def test_names_of_bodies_and_territories_are_not_looked_for() -> None:
    private, name = _person(capacity="private"), _person()
    assert not _names(private, organizations=[{**organization(), **name}])
    assert not _names(private, collectivities=[{**town(), **name}])


@pytest.mark.parametrize("name", ["Chef de projet", "DIRECTION INFORMATIQUE", "Technicienne communale", "رئيس المصلحة"])
def test_a_description_in_place_of_a_name_is_looked_for_only_where_it_is_marked(name: str) -> None:
    told = {"name": {"fr": name}}
    assert not _names(told)
    assert _names({**told, "capacity": "private"}).stand_in(f"Voir {name}.")


def test_names_go_from_texts_addresses_and_fields_outside_and_are_counted() -> None:
    link = "https://example.org/fatima%20zahra_bennani"
    one = commitment(
        description={"fr": TEXT, "ar": "نص"},
        attachments=[{"title": {"fr": "Pièce"}, "url": link}],
        leads=[{"organization": ident("og"), "person": _person(capacity="private")}],
        x_note={"Remarque": TEXT, "Fatima Zahra Bennani": 1},
    )
    made = ogl.redact(ogl.load(json.dumps(package(plan(one), organizations=[organization()])).encode()))
    left = made.package.plans[0].commitments[0]
    assert left.description == {"fr": f"Voir {LEFT_OUT}.", "ar": "نص"}
    assert left.attachments[0].to_tree() == {"title": {"fr": "Pièce"}}
    assert left.model_extra == {"x_note": {"Remarque": f"Voir {LEFT_OUT}."}}
    place = "/plans/0/commitments/0"
    assert {(each.pointer, each.count) for each in made.removed if each.what == "names_in_texts"} == {
        (f"{place}/description/fr", 1),
        (f"{place}/attachments/0/url", 1),
        (f"{place}/x_note/Remarque", 1),
        (f"{place}/x_note/Fatima Zahra Bennani", 1),
    }
    assert {each.code for each in made.findings} == {
        "redact/private-person",
        "redact/name-in-text",
        "redact/unknown-kept",
    }


def test_a_number_close_to_a_name_goes_with_it() -> None:
    left, private = public_text("Nadia Fictive+1 202 555 0100", Names(["Nadia Fictive"], []))
    assert left == f"{LEFT_OUT}{LEFT_OUT}"
    assert private == (1, 1)
