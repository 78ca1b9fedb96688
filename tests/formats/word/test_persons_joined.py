"""Persons that a word or a comma joins, "M. X et Mme Y"; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

from opengov_local.formats.civility import each_addressed
from opengov_local.formats.wording.words.persons_named import (
    Named,
    is_office,
    is_post,
    joined_names,
    named_in,
    with_office,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("M. Exemple Un et Mme Exemple Deux", 2),
        ("السيد مثال ألف والسيدة مثال باء", 2),
        ("Sr. Ejemplo Uno y Sra. Ejemplo Dos", 2),
        ("Service des eaux et M. Exemple Un", 2),
        ("M. et Mme Exemple", 1),
        ("Association Essai (M. Exemple et Mme Essai)", 1),
        ("Association Essai représentée par M. Exemple et Mme Essai", 1),
        ("Cabinet de M. Exemple et Mme Essai", 1),
        ("Service des eaux et des forêts", 1),
    ],
)
def test_each_person_is_one(text: str, parts: int) -> None:
    assert len(each_addressed(text)) == parts


@pytest.mark.parametrize(
    "line",
    [
        "M. Exemple Alpha et Mme Exemple Beta",
        "M. Exemple Alpha, Mme Exemple Beta",
        "M. Exemple Alpha ; Mme Exemple Beta",
    ],
)
def test_who_led_a_group_and_who_came_are_each_a_person(line: str) -> None:
    head = ("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025", f"Présents : {line}")
    (workshop,) = tree_of(read_paper(*head, "# Groupe 1 : Budget", f"Animateurs : {line}"))["workshops"]
    names = [{"fr": "M. Exemple Alpha"}, {"fr": "Mme Exemple Beta"}]
    assert [each["name"] for each in workshop["working_groups"][0]["facilitators"]] == names
    assert [each["party"]["person"]["name"] for each in workshop["participants"]] == names


def test_an_office_behind_a_comma_stays_one() -> None:
    line = "Animateurs : M. Exemple Alpha, chef du service des eaux, Mme Exemple Beta, adjointe"
    made = read_paper("= Compte rendu de l'atelier", "Date : 3/3/2025", "# Groupe 1 : Budget", line)
    (alpha, beta) = tree_of(made)["workshops"][0]["working_groups"][0]["facilitators"]
    assert (alpha["role"], beta["role"]) == ({"fr": "chef du service des eaux"}, {"fr": "adjointe"})


def test_two_persons_who_lead_a_project_are_two() -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Budget", "M. Exemple Un et Mme Exemple Deux"]]
    (commitment,) = commitments_of(read_paper("= Plan d'action 2025-2027", rows))
    assert [each["person"]["name"]["fr"] for each in commitment["leads"]] == ["M. Exemple Un", "Mme Exemple Deux"]


def _person(name: str, role: str, **contact: str) -> dict[str, Any]:
    person: dict[str, Any] = {"name": {"fr": name}, "role": {"fr": role}}
    return {"person": {**person, "contact": contact} if contact else person}


def _leads(title: str, line: str, language: str = "fr") -> Any:
    return commitments_of(read_paper(title, "# Projet 1 : Portail", line, language=language))[0]["leads"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Responsables : MM. Berrada, Chraibi et El Alaoui", ["M. Berrada", "M. Chraibi", "M. El Alaoui"]),
        ("Responsables : Mmes Amal Xx et Nadia Yy, M. Zz", ["Mme Amal Xx", "Mme Nadia Yy", "M. Zz"]),
        ("Responsables : Mme Idrissi, M. Berrada et M. Alaoui", ["Mme Idrissi", "M. Berrada", "M. Alaoui"]),
        ("المسؤولون : السادة عمر براضة وعلي الشرايبي", ["السيد عمر براضة", "السيد علي الشرايبي"]),
        ("Responsable : D. Juan Pérez, Dª Ana López y D. Luis Gil", ["D. Juan Pérez", "Dª Ana López", "D. Luis Gil"]),
        ("Responsable : Dña. Ana López y Don Luis Gil", ["Dña. Ana López", "Don Luis Gil"]),
    ],
)
def test_a_form_of_address_is_that_of_each_it_stands_before(line: str, names: list[str]) -> None:
    found = _leads("= Plan d’action 2025-2027", line)
    assert [text for lead in found for text in lead["person"]["name"].values()] == names


@pytest.mark.parametrize(
    "line", ["Responsables : MM. Berrada, Président, et Chraibi", "Responsables : Mmes Idrissi et Association Amal"]
)
def test_what_is_no_name_behind_a_form_of_address_parts_nothing(line: str) -> None:
    assert not any("person" in lead and lead["person"].get("name", {}).get("fr", "").endswith(("Président", "Amal"))
                   for lead in _leads("= Plan d’action 2025-2027", line))  # fmt: skip


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        (
            "Responsable : M. Omar Berrada, chef de service, tél. 05 28 00 00 00",
            [_person("M. Omar Berrada", "chef de service", phone="05 28 00 00 00")],
        ),
        (
            "Responsable : Mme Amal Idrissi, directrice (tél. : 0528000000)",
            [_person("Mme Amal Idrissi", "directrice", phone="0528000000")],
        ),
        (
            "Responsable : Service informatique, Tél 0528000000, e-mail : si@example.org",
            [
                {
                    "name": {"fr": "Service informatique"},
                    "person": {"contact": {"phone": "0528000000", "email": "si@example.org"}},
                }
            ],
        ),
        (
            "Responsable : M. Omar Berrada, vice-président 2021-2027",
            [_person("M. Omar Berrada", "vice-président 2021-2027")],
        ),
    ],
)
def test_how_somebody_is_reached_is_no_body_and_years_are_no_number(line: str, leads: list[dict[str, Any]]) -> None:
    assert _leads("= Plan d’action 2025-2027", line) == leads


@pytest.mark.parametrize("body", ["Department 1", "Unit 4", "Office 12"])
def test_a_body_that_ends_with_a_number_is_no_part_of_the_label(body: str) -> None:
    assert _leads("= Action plan 2025-2027", f"Lead: {body}", "en") == [{"name": {"en": body}}]


@pytest.mark.parametrize(
    "post",
    [
        "Premier vice-président du conseil communal",
        "2e adjointe au maire",
        "L’adjointe au maire",
        "Représentante de l’association Exemple",
        "membre du Conseil des aînés",
        "Une habitante du quartier",
        "First vice-chair of the council",
        "Council member",
        "Segundo teniente de alcalde",
        "ممثلة جمعية المثال",
        "عضو المجلس الجماعي",
    ],
)
def test_a_post_is_a_role_and_never_a_name(post: str) -> None:
    head = ("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025", f"Présidé par : {post}")
    lines = (f"Animateur : {post}", f"Rapporteur : {post}", "! Propositions", "* Abc")
    (workshop,) = tree_of(read_paper(*head, "# Groupe 1 : Budget", *lines))["workshops"]
    (group,) = workshop["working_groups"]
    for (said,) in (workshop["chairs"], group["facilitators"], group["rapporteurs"]):
        assert list(said) == ["role"]
        assert list(said["role"].values()) == [post]


@pytest.mark.parametrize(
    "name", ["Karim Exemple", "Fatima Zahra El Exemple", "Jean Maire", "Marie Lemaire", "أحمد مثال"]
)
def test_a_name_stays_one(name: str) -> None:
    assert not is_post(name)
    assert with_office(f"{name}, membre du comité") == (name, "membre du comité")


def test_a_post_behind_the_name_of_a_person_is_that_persons() -> None:
    line = "Animateurs : Mme Exemple Beta, représentante de l’association Exemple"
    made = read_paper("= Compte rendu de l'atelier", "Date : 3/3/2025", "# Groupe 1 : Budget", line)
    (beta,) = tree_of(made)["workshops"][0]["working_groups"][0]["facilitators"]
    assert beta == {"name": {"fr": "Mme Exemple Beta"}, "role": {"fr": "représentante de l’association Exemple"}}


def test_what_is_no_person_is_no_office() -> None:
    assert not any(map(is_office, ("Agent conversationnel", "Une application", "L’application", "Citoyen connecté")))


def test_an_office_of_one_does_not_make_the_others_another() -> None:
    line = "Responsables : MM. Ahmed Exemple, Said Exemple et Mme Zineb Exemple, présidente"
    assert _leads("= Plan d’action 2025-2027", line) == [
        {"person": {"name": {"fr": "M. Ahmed Exemple"}}},
        {"person": {"name": {"fr": "M. Said Exemple"}}},
        _person("Mme Zineb Exemple", "présidente"),
    ]


def _each_who_came(line: str) -> list[tuple[str, str]]:
    made = read_paper("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025", "# Présents", line)
    people = [each["party"] for each in tree_of(made)["workshops"][0]["participants"]]
    said = [(one.get("person", {}), one.get("name", {})) for one in people]
    return [
        (next(iter((one.get("name") or body).values())), next(iter((one.get("role") or body).values()), ""))
        for one, body in said
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("MM. Un et Deux, conseillers", [("M. Un", "conseillers"), ("M. Deux", "conseillers")]),
        ("Mmes Un, Deux et Trois, membres", [(f"Mme {name}", "membres") for name in ("Un", "Deux", "Trois")]),
        ("السادة أ، ب وج، أعضاء المجلس", [(f"السيد {name}", "أعضاء المجلس") for name in "أبج"]),
        ("السادة أحمد وهبي وعلي فاعل، أعضاء المجلس",
         [("السيد أحمد وهبي", "أعضاء المجلس"), ("السيد علي فاعل", "أعضاء المجلس")]),
        ("السيدتان سارة ألف ومنى باء، نائبتا الرئيس",
         [("السيدة سارة ألف", "نائبتا الرئيس"), ("السيدة منى باء", "نائبتا الرئيس")]),
        ("MM. Un et Deux, conseillers, et Mme Trois, présidente",
         [("M. Un", "conseillers"), ("M. Deux", "conseillers"), ("Mme Trois", "présidente")]),
        ("MM. Un et Deux, conseillers ; Mmes Trois et Quatre, association Essai",
         [("M. Un", "conseillers"), ("M. Deux", "conseillers"),
          ("Mme Trois", "association Essai"), ("Mme Quatre", "association Essai")]),
        ("MM. Un et Deux, vice-présidents", [("M. Un", "vice-présidents"), ("M. Deux", "vice-présidents")]),
        ("MM. Un, Deux, chef de division", [("M. Un", ""), ("M. Deux", "chef de division")]),
        ("Mmes Un et Deux, présidente", [("Mme Un", ""), ("Mme Deux", "présidente")]),
        ("السادة أ، ب وج، رئيس المجلس", [("السيد أ", ""), ("السيد ب", ""), ("السيد ج", "رئيس المجلس")]),
    ],
)  # fmt: skip
def test_the_post_of_several_is_that_of_each(line: str, people: list[tuple[str, str]]) -> None:
    assert _each_who_came(line) == people


@pytest.mark.parametrize(
    "line",
    ["MM. Un et Deux, président et vice-président", "MM. Wali et Gouverneur", "السادة رؤساء المصالح وأعضاء المجلس"],
)
def test_several_with_a_post_each_or_without_names_are_not_parted(line: str) -> None:
    assert _each_who_came(line) == [(line, line)]


def test_several_in_one_cell_of_a_list_of_presence_are_each_a_person() -> None:
    rows = [["Nom et prénom", "Qualité"], ["MM. Exemple Un et Essai Deux", "Conseillers"]]
    made = read_paper("= Compte rendu de l'atelier", "Date : 3/3/2025", "# Liste de présence", rows)
    people = [each["party"]["person"] for each in tree_of(made)["workshops"][0]["participants"]]
    assert [(one["name"]["fr"], one["role"]["fr"]) for one in people] == [
        ("M. Exemple Un", "Conseillers"),
        ("M. Essai Deux", "Conseillers"),
    ]


def test_several_who_lead_a_project_have_their_post_and_nothing_is_uncertain() -> None:
    made = read_paper("= Plan d'action 2025-2027", "# Projet 1 : Portail", "Responsables : MM. Un et Deux, conseillers")
    (commitment,) = commitments_of(made)
    assert [each["person"]["role"]["fr"] for each in commitment["leads"]] == ["conseillers", "conseillers"]
    assert "import/list-uncertain" not in codes_of(made)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("منى وسارة", ["منى", "سارة"]),
        ("Mona et Sara", ["Mona", "Sara"]),
        ("Mona Exemple et Sara Essai", ["Mona Exemple", "Sara Essai"]),
        ("محمد وليد", []),
        ("Service des eaux et des forêts", []),
        ("Sara et associés", []),
    ],
)
def test_bare_names_are_each_a_person_where_a_person_is_asked_for(text: str, names: list[str]) -> None:
    assert [*joined_names(text)] == names
    head = ("= Compte rendu de l'atelier", "Date : 3/3/2025", "# Groupe 1 : Budget", f"Animateurs : {text}")
    (group,) = tree_of(read_paper(*head))["workshops"][0]["working_groups"]
    assert len(group["facilitators"]) == max(len(names), 1)
    for label, whole in (("Responsable", len(names)), ("Structure responsable", 1)):
        plan = read_paper("= Plan d'action 2025-2027", "# Projet 1 : Portail", f"{label} : {text}")
        assert len(commitments_of(plan)[0]["leads"]) == max(whole, 1)


@pytest.mark.parametrize(
    ("text", "body", "person"),
    [
        ("التعاونيات يمثلهم السيد كريم المثالي", "التعاونيات", "السيد كريم المثالي"),
        ("Associations, représentées  par M. Untel", "Associations", "M. Untel"),
    ],
)
def test_who_speaks_for_a_body_is_told_from_it(text: str, body: str, person: str) -> None:
    assert named_in(text) == Named(body, person)
