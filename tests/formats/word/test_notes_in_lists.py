"""Items of lists in Word files that say themselves that they are notes: kept, said, and no objects."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper

_HEAD = ("Commune d'Amizmiz", "# Programme d'ouverture 2026-2027")
_NOTE = "Ce projet est financé par la région"


def test_a_note_among_activities_is_no_milestone() -> None:
    made = read_paper(*_HEAD, "# Projet 1 : Portail", "Activités :", "* Choisir l'outil", f"* {_NOTE}", "* Former")
    (project,) = commitments_of(made)
    assert [step["title"]["fr"] for step in project["milestones"]] == ["Choisir l'outil", "Former"]
    assert [one["text"] for one in project["x_unmapped"]] == [_NOTE]
    assert "import/note-row" in codes_of(made)


@pytest.mark.parametrize(("item", "count"), [(_NOTE, 2), ("Cet espace vert", 3)])
def test_a_note_among_projects_is_no_project(item: str, count: int) -> None:
    made = read_paper(*_HEAD, "Projets :", "* Portail des services", f"* {item}", "* Forum")
    assert len(commitments_of(made)) == count
    assert ("import/note-row" in codes_of(made)) == (count == 2)


@pytest.mark.parametrize("note", ["Note : les dates sont indicatives", "NB : les dates sont indicatives"])
def test_a_list_goes_on_behind_a_note_with_its_word(note: str) -> None:
    made = read_paper(*_HEAD, "# Projet 1 : Portail", "Activités :", "* Choisir l'outil", f"* {note}", "* Former")
    (project,) = commitments_of(made)
    assert [step["title"]["fr"] for step in project["milestones"]] == ["Choisir l'outil", "Former"]
    assert "import/note-row" in codes_of(made)
    made = read_paper(*_HEAD, "# Projet 1 : Portail", "Partenaires :", "* Région", f"* {note}", "* INDH")
    (project,) = commitments_of(made)
    assert [party["name"]["fr"] for party in project["supporting"]] == ["Région", "INDH"]
