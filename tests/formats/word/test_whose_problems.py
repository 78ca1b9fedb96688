"""Lines of minutes that say who raised what stands below them, or for whom it is meant: they are kept; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_HEAD = ("Commune de Zagora", "# Compte rendu de l'atelier du 12 mars 2026", "Date : 12 mars 2026", "## Groupe 1 : Eau")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Problèmes soulevés par les femmes :", "problem"),
        ("Recommandations adressées à la Province :", "recommendation"),
        ("المشاكل المطروحة من طرف النساء:", "problem"),
    ],
)
def test_they_are_kept(line: str, kind: str) -> None:
    made = read_paper(*_HEAD, line, "* Coupures", "* Bus rares")
    (workshop,) = tree_of(made)["workshops"]
    there = [*workshop["working_groups"][0].get("contributions", ()), *workshop.get("contributions", ())]
    assert [each["kind"] for each in there] == [kind, kind]
    assert list(unmapped(made).values()) == [line]
    assert "import/pieces-kept" in codes_of(made)


@pytest.mark.parametrize("line", ["Problèmes soulevés par le groupe :", "Problèmes :"])
def test_those_that_say_no_more_than_that_are_headings(line: str) -> None:
    assert unmapped(read_paper(*_HEAD, line, "* Coupures", "* Bus rares")) == {}
