"""Heads of minutes: the title below "PROCÈS-VERBAL", a council and a day on one line; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

GROUP = ("# Groupe 1 : Transparence", "## Problèmes", "* Budget illisible")


def _read(*head: str) -> dict[str, Any]:
    return tree_of(read_paper(*head, *GROUP))


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        (("PROCÈS-VERBAL", "Atelier de concertation sur l'ouverture de la commune d'Azrou"), 1, "public_consultation"),
        (("PROCÈS-VERBAL", "Commune d'Azrou", "Atelier citoyen sur les services"), 2, "co_creation"),
        (("محضر", "جماعة أزرو", "ورشة التشاور حول برنامج الانفتاح"), 2, "public_consultation"),
        (("ACTA", "Taller participativo sobre transparencia"), 1, "co_creation"),
        (("MINUTES", "Public consultation workshop on services"), 1, "public_consultation"),
    ],
)
def test_the_title_below_the_word_for_minutes(head: tuple[str, ...], title: int, kind: str) -> None:
    (workshop,) = _read(*head, "Date : 3/3/2025")["workshops"]
    assert [*workshop["title"].values()] == [head[title]]
    assert (workshop["kind"], workshop["date"]) == (kind, "2025-03-03")


def test_a_title_that_goes_on_from_the_word_for_minutes() -> None:
    (workshop,) = _read("Procès-verbal", "de l'atelier de concertation", "Date : 3/3/2025")["workshops"]
    assert workshop["title"] == {"fr": "Procès-verbal de l'atelier de concertation"}


def test_the_word_for_minutes_is_no_title_where_a_label_gives_it() -> None:
    (workshop,) = _read("COMPTE RENDU", "Date : 3/3/2025", "Objet : Atelier de concertation sur le budget")["workshops"]
    assert workshop["title"] == {"fr": "Atelier de concertation sur le budget"}


def test_the_word_for_minutes_is_the_title_where_nothing_else_is() -> None:
    (workshop,) = _read("COMPTE RENDU", "Date : 3/3/2025")["workshops"]
    assert workshop["title"] == {"fr": "COMPTE RENDU"}


@pytest.mark.parametrize(
    ("line", "name", "place"),
    [
        ("Commune de Taza – 3 mars 2025", "Taza", None),
        ("Commune de Taza, le 3 mars 2025", "Taza", None),
        ("Commune de Taza (3 mars 2025)", "Taza", None),
        ("3 mars 2025, commune de Taza", "Taza", None),
        ("Commune de Taza – Maison des jeunes – 3 mars 2025", "Taza", "Maison des jeunes"),
        ("جماعة الحسيمة، 3 مارس 2025", "الحسيمة", None),
    ],
)
def test_a_council_and_a_day_on_one_line(line: str, name: str, place: str | None) -> None:
    tree = _read("= Compte rendu de l'atelier de concertation", line)
    (workshop,) = tree["workshops"]
    assert [[*each["name"].values()] for each in tree["collectivities"]] == [[name]]
    assert workshop["date"] == "2025-03-03"
    assert [*workshop.get("place", {}).values()] == ([place] if place else [])


def test_a_council_that_nobody_knows_beside_a_day_leaves_the_day() -> None:
    made = read_paper("= Acta del taller participativo", "Ayuntamiento de Quintaluna, 3 de marzo de 2025", *GROUP)
    assert tree_of(made)["workshops"][0]["date"] == "2025-03-03"
    assert "import/territory-unknown" in codes_of(made)


def test_a_line_on_the_gathering_is_more_than_its_council() -> None:
    tree = _read("= Compte rendu", "Atelier citoyen de la commune d'Azrou", "Date : 3/3/2025")
    (workshop,) = tree["workshops"]
    assert workshop["kind"] == "co_creation"
    assert [each["name"] for each in tree["collectivities"]] == [{"fr": "Azrou"}]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Lieu : siège de la commune de Tiznit", "place", "siège de la commune de Tiznit"),
        ("المكان: مقر جماعة تيزنيت", "place", "مقر جماعة تيزنيت"),
    ],
)
def test_an_answer_that_ends_with_a_commune_is_not_lost(line: str, field: str, value: str) -> None:
    tree = _read("= Compte rendu de l'atelier de concertation", "Date : 3/3/2025", line)
    assert [*tree["workshops"][0][field].values()] == [value]
    assert [each["identifiers"][0]["value"] for each in tree["collectivities"]] == ["09.581.01.07"]


def test_who_made_a_plan_is_kept_beside_whose_it_is() -> None:
    line = "Élaboré par : le bureau du conseil de la commune de Tiznit"
    made = read_paper("= Programme d'ouverture 2025-2027", line, "# Projet 1 : Portail", "Problème : x")
    assert line in unmapped(made).values()
    assert [each["name"]["fr"] for each in tree_of(made)["collectivities"]] == ["Tiznit"]


@pytest.mark.parametrize(
    "line", ["Commune : Tiznit", "Province : Tiznit – Commune : Tiznit", "Collectivité : Commune de Tiznit"]
)
def test_a_word_for_the_kind_before_the_name_is_no_other_question(line: str) -> None:
    made = read_paper("= Programme d'ouverture 2025-2027", line, "# Projet 1 : Portail", "Problème : x")
    assert line not in unmapped(made).values()


def test_the_name_of_a_commune_in_english_has_no_of() -> None:
    made = read_paper("= Minutes of the co-creation workshop", "Commune of Tiznit", "Date: 12 March 2025")
    assert tree_of(made)["collectivities"][0]["name"] == {"en": "Tiznit"}
