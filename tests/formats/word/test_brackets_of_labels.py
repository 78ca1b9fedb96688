"""What labels say in brackets beside what they ask is kept: "Responsable (à confirmer) : DSI"; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_HEAD = ("Commune de Zagora", "# Programme d'ouverture 2026-2027")
_LABELS = [
    ("Responsable (à confirmer)", "DSI"),
    ("Responsable (par intérim)", "DSI"),
    ("Échéance (au plus tard)", "juin 2026"),
    ("Partenaires (pressentis)", "INDH"),
    ("Budget (hors foncier)", "120 000 DH"),
    ("المسؤول (مؤقتا)", "المصلحة"),
]


@pytest.mark.parametrize(("label", "value"), _LABELS)
def test_of_a_line_they_are_kept_beside_its_object(label: str, value: str) -> None:
    made = read_paper(*_HEAD, "## Projet 1 : Portail", f"{label} : {value}")
    assert list(unmapped(made).values()) == [label]
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [each["text"] for each in commitment["x_unmapped"]] == [label]
    assert codes_of(made).count("import/pieces-kept") == 1


@pytest.mark.parametrize(("label", "value"), _LABELS)
def test_of_tables_they_are_kept(label: str, value: str) -> None:
    form = read_paper(*_HEAD, "## Fiche 1", [["Intitulé", "Portail"], [label, value]])
    rows = read_paper(*_HEAD, [["N°", "Projet", label], ["1", "Portail", value], ["2", "Fonds", value]])
    for made in (form, rows):
        assert list(unmapped(made).values()) == [label]
        assert codes_of(made).count("import/pieces-kept") == 1


@pytest.mark.parametrize("label", ["Budget (en DH)", "Échéance (mois/année)", "Date de fin (MM/AAAA)"])
def test_what_only_says_how_to_answer_is_not(label: str) -> None:
    made = read_paper(*_HEAD, "## Projet 1 : Portail", f"{label} : 2026")
    assert unmapped(made) == {}
