"""Headings that are numbered in words: "Pilote – un", "Pilote – deux", «المسؤول الثاني»."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet


@pytest.mark.parametrize(
    "head",
    [
        ["Projet", "Pilote – un", "Pilote – deux", "Pilote – trois", "Échéance"],
        ["Project", "Lead one", "Lead two", "Lead three", "Deadline"],
        ["Proyecto", "Responsable uno", "Responsable dos", "Responsable tres", "Plazo"],
        ["المشروع", "المسؤول الأول", "المسؤول الثاني", "المسؤول الثالث", "الأجل"],
    ],
)
def test_leads_numbered_in_words_are_leads(head: list[str]) -> None:
    made = read(sheet(head, ["1. Portail", "DSI", "Cabinet", "DAF", "2027"]))
    names = [next(iter(lead["name"].values())) for lead in commitments_of(made)[0]["leads"]]
    assert names == ["DSI", "Cabinet", "DAF"]
    assert "import/column-unmapped" not in codes(made)


@pytest.mark.parametrize("steps", [["Étape un", "Étape deux"], ["Step one", "Step two"], ["Etapa uno", "Etapa dos"]])
def test_steps_numbered_in_words_are_steps(steps: list[str]) -> None:
    made = read(sheet(["Projet", *steps, "Responsable"], ["Portail", "Étude", "Achat", "DSI"]))
    assert [next(iter(one["title"].values())) for one in commitments_of(made)[0]["milestones"]] == ["Étude", "Achat"]
