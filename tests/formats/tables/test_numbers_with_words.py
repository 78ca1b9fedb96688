"""Columns of projects that hold their numbers behind the word for them: "Engagement 1" beside "Titre"; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


@pytest.mark.parametrize(
    ("word", "heading", "sure"),
    [("Engagement", "Titre", True), ("Engagement", "Intitulé", True), ("Projet", "Nom", False),
     ("Commitment", "Name", False), ("المشروع", "العنوان", True), ("Engagement", "Description", False)],
)  # fmt: skip
def test_they_number_the_titles_beside_them(word: str, heading: str, sure: bool) -> None:
    grid = sheet([word, heading, "Budget (MAD)"], [f"{word} 1", "Portail", 5000], [f"{word} 2", "Forum", 7000])
    made = read(grid)
    found = [(one["number"], *one["title"].values()) for one in commitments_of(made)]
    assert found == [("1", "Portail"), ("2", "Forum")]
    assert not any("milestones" in one for one in commitments_of(made))
    assert ("import/heading-uncertain" in codes(made)) is not sure
    assert accounted(made, grid)


def test_paragraphs_beside_them_are_no_titles() -> None:
    text = "Publier les données de la commune, chaque trimestre, dans un format ouvert. " * 3
    made = read(sheet(["Engagement", "Description"], ["Engagement 1", text], ["Engagement 2", text]))
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Engagement 1", "Engagement 2"]


def test_steps_beside_them_are_steps() -> None:
    made = read(sheet(["Project", "Activity"], ["Project 1", "Build"], ["Project 1", "Publish"]))
    (one,) = commitments_of(made)
    assert [step["title"]["en"] for step in one["milestones"]] == ["Build", "Publish"]


@pytest.mark.parametrize(
    ("heading", "axes", "numbers"),
    [
        (("المحور", "المشروع"), ("المحور الأول: الشفافية", "المحور العاشر: المشاركة"), ["1", "10"]),
        (("Axe", "Projet"), ("Premier axe : Transparence", "Axe deuxième : Participation"), ["1", "2"]),
        (("Axis", "Project"), ("First axis: Transparency", "Axis 2: Participation"), ["1", "2"]),
        (("Eje", "Proyecto"), ("Eje primero: Transparencia", "Segundo eje: Participación"), ["1", "2"]),
    ],
)
def test_axes_counted_in_words_have_their_number_as_in_word(
    heading: tuple[str, str], axes: tuple[str, str], numbers: list[str | None]
) -> None:
    (plan,) = shown(read(sheet(list(heading), [axes[0], "Abc"], [axes[1], "Def"])))["plans"]
    assert [each.get("number") for each in plan["axes"]] == numbers


def test_a_word_that_counts_nothing_is_in_the_title() -> None:
    (plan,) = shown(read(sheet(["Axe", "Projet"], ["Axe central : Écoute", "Abc"], ["Second souffle : Forum", "Def"])))[
        "plans"
    ]
    assert [each.get("number") for each in plan["axes"]] == [None, None]
