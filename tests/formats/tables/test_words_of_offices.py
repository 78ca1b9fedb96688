"""Everyday words: the axis of the project, offices in both genders, «المسئول» as Egypt writes it."""

from __future__ import annotations

import pytest

from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.labels.labels import Labels


@pytest.mark.parametrize(
    ("heading", "target", "asked"),
    [
        ("Axe du projet", "axis", ("axis", "title")),
        ("Thème de l'engagement", "axis", ("axis", "title")),
        ("محور المشروع", "axis", ("axis", "title")),
        ("Theme of the project", "axis", ("axis", "title")),
        ("Eje del proyecto", "axis", ("axis", "title")),
        ("Axe correspondant", "axis", ("axis", "title")),
        ("المسئول", "lead", ("commitment", "leads")),
        ("الجهة المسئولة", "lead", ("commitment", "leads")),
        ("المسئولة عن التنفيذ", "lead", ("commitment", "leads")),
        ("المسؤولة", "lead", ("commitment", "leads")),
        ("Porteuse", "lead", ("commitment", "leads")),
        ("Encargada", "lead", ("commitment", "leads")),
        ("Coordinatrice", "lead.person", ("commitment", "contact_name")),
        ("Cheffe de projet", "lead.person", ("commitment", "contact_name")),
        ("منسقة المشروع", "lead.person", ("commitment", "contact_name")),
        ("Échevine", "lead.elected", ("commitment", "contact_name")),
        ("Lead member", "lead.elected", ("commitment", "contact_name")),
        ("Timescale", "schedule", ("commitment", "period")),
    ],
)
def test_what_is_said_every_day_is_known_in_sheets_and_word(heading: str, target: str, asked: tuple[str, str]) -> None:
    found = recognise(heading)
    assert found is not None
    assert (found.target, found.score >= 95) == (target, True)
    assert asked in {each[:2] for each in Labels({}).meanings(heading)}


@pytest.mark.parametrize("heading", ["Axe de l'activité", "Budget de l'axe"])
def test_steps_and_axes_have_no_axis_of_their_own(heading: str) -> None:
    found = recognise(heading)
    assert found is None or found.target != "axis"
