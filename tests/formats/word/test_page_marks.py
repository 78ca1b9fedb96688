"""Marks of pages typed in the text, and what stands behind the number of a form that asks for its title; made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of, unmapped

_HEAD = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")
_FORM = [["Intitulé", "Portail"], ["Responsable", "DSI"]]


@pytest.mark.parametrize("mark", ["Page 3 sur 12", "page 3/12", "Page 3", "– 3 –", "الصفحة 3 من 12", "…/…"])
def test_marks_of_pages_describe_nothing(mark: str) -> None:
    made = read_paper(*_HEAD, "## Projet 1 : Portail", "Responsable : DSI", mark, "## Projet 2 : Forum", mark)
    for commitment in tree_of(made)["plans"][0]["commitments"]:
        assert "description" not in commitment
    assert unmapped(made) == {}


def test_a_line_about_a_page_is_said_of_the_project() -> None:
    made = read_paper(*_HEAD, "## Projet 1 : Portail", "Page 3 du portail refaite")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["description"] == {"fr": "Page 3 du portail refaite"}


@pytest.mark.parametrize(
    "heading",
    ["Fiche n° 1 (Service informatique)", "Fiche projet n° 1 – version du 12 mars 2026", "Projet n° 1 (prioritaire)"],
)
@pytest.mark.parametrize("below", [_FORM, "Intitulé : Portail"])
def test_what_stands_behind_the_number_of_a_form_is_kept(heading: str, below: object) -> None:
    made = read_paper(*_HEAD, f"## {heading}", below)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert (commitment["title"], commitment["number"]) == ({"fr": "Portail"}, "1")
    assert list(unmapped(made).values()) == [heading]


def test_the_name_of_a_form_is_no_title() -> None:
    made = read_paper(*_HEAD, "## Fiche signalétique du projet", _FORM)
    assert [each["title"] for each in tree_of(made)["plans"][0]["commitments"]] == [{"fr": "Portail"}]


@pytest.mark.parametrize("title", ["Version mobile du portail", "(Ré)ouvrir le parc"])
def test_a_title_of_such_words_is_one(title: str) -> None:
    made = read_paper(*_HEAD, f"## Projet n° 1 : {title}", [["Responsable", "DSI"], ["Budget", "100 DH"]])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": title}
