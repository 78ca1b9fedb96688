"""Cards of commitments whose heading only numbers them, all made up: which row holds the title."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped


@pytest.mark.parametrize(
    ("heading", "label", "language", "rows"),
    [
        ("Fiche action n° {}", "Action", "fr", [["Constat", "Rien n’est publié"], ["Pilote", "Service culture"]]),
        ("Fiche mesure n° {}", "Mesure", "fr", [["Constat", "Rien n’est publié"], ["Pilote", "Service culture"]]),
        ("Fiche projet n° {}", "Projet", "fr", [["Pilote", "Service culture"], ["Constat", "Rien n’est publié"]]),
        ("Engagement {}", "Engagement", "fr", [["Pilote", "Service culture"], ["Constat", "Rien n’est publié"]]),
        ("بطاقة المشروع رقم {}", "المشروع", "ar", [["المسؤول", "المصلحة التقنية"], ["الإشكالية", "غياب النشر"]]),
        ("بطاقة تقنية للمشروع رقم {}", "المشروع", "ar", [["المسؤول", "المصلحة التقنية"], ["الإشكالية", "غياب النشر"]]),
        ("بطاقة الإجراء رقم {}", "الإجراء", "ar", [["الإشكالية", "غياب النشر"], ["المسؤول", "المصلحة التقنية"]]),
        ("Ficha de acción n.º {}", "Acción", "es", [["Problema", "Nada se publica"], ["Responsable", "Área técnica"]]),
        ("Action sheet {}", "Action", "en", [["Problem", "Nothing is published"], ["Lead", "IT unit"]]),
    ],
)
def test_the_first_row_of_a_card_that_its_heading_only_numbers_is_the_title(
    heading: str, label: str, language: str, rows: list[list[str]]
) -> None:
    titles = [f"{label} alpha beta", f"{label} gamma delta"]
    cards = [(f"# {heading.format(n)}", [[label, title], *rows]) for n, title in enumerate(titles, start=1)]
    made = read_paper("= Plan 2025-2026", *(block for card in cards for block in card))
    found = commitments_of(made)
    assert [(each["number"], list(each["title"].values())) for each in found] == [("1", titles[:1]), ("2", titles[1:])]
    assert all({"problem", "leads"} <= each.keys() and "action" not in each for each in found)
    assert unmapped(made) == {}


def test_a_title_that_a_row_named_action_holds_is_said_to_be_assumed() -> None:
    made = read_paper("= Plan 2025-2026", "# Fiche action n° 1", [["Action", "Ouvrir"], ["Pilote", "Service culture"]])
    assert any(each.code == "import/assumed" and each.params["field"] == "title" for each in made.findings)


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Fiche action n° 1", [["Action", "Ouvrir"], ["Intitulé", "Archives"], ["Pilote", "Service culture"]]),
        ("Fiche action n° 1 : Archives", [["Action", "Ouvrir"], ["Pilote", "Service culture"]]),
    ],
)
def test_a_row_named_action_beside_a_title_is_what_is_done(heading: str, rows: list[list[str]]) -> None:
    made = read_paper("= Plan 2025-2026", f"# {heading}", rows)
    (commitment,) = commitments_of(made)
    assert (commitment["title"]["fr"], commitment["action"]["fr"]) == ("Archives", "Ouvrir")


def test_a_row_named_action_further_down_is_no_title() -> None:
    made = read_paper("= Plan 2025-2026", "# Fiche action n° 1", [["Pilote", "Service culture"], ["Action", "Ouvrir"]])
    (commitment,) = commitments_of(made)
    assert "title" not in commitment
    assert commitment["action"]["fr"] == "Ouvrir"
    assert "import/word-not-understood" not in codes_of(made)


@pytest.mark.parametrize(
    "form", ["Fiche technique n° {}", "بطاقة تقنية للمشروع رقم {}", "البطاقة التقنية رقم {}", "Ficha técnica n.º {}"]
)
def test_a_line_that_numbers_a_card_is_no_description_of_the_one_above(form: str) -> None:
    cards = [(form.format(n), [["Titre", f"Portail {n}"], ["Pilote", "Service culture"]]) for n in ("1", "2")]
    found = commitments_of(read_paper("= Plan 2025-2026", *(block for card in cards for block in card)))
    assert [each["number"] for each in found] == ["1", "2"]
    assert not any("description" in each for each in found)
