"""Names of persons that stand alone; all made up."""

from __future__ import annotations

import pytest

from opengov_local.importing.words.personal_names import is_personal_name
from opengov_local.importing.words.tables import rows


@pytest.mark.parametrize(
    "text",
    ["Ahmed Fictif", "FICTIF Ahmed", "J. Sample", "Jean-Marie Exemple", "Fatima Zahra El Inventée", "María Inventada",
     "محمد الوهمي", "عبد الله الوهمي"],
)  # fmt: skip
def test_names_of_persons(text: str) -> None:
    assert is_personal_name(text)


@pytest.mark.parametrize(
    "text",
    ["DSI", "Service informatique", "Association Ahmed Fictif", "Hassan II", "Mohammed VI", "محمد السادس", "Ahmed",
     "مصلحة المعلوميات", "Mary services", "H. R.", "St. John", "A. Association des parents", ""],
)  # fmt: skip
def test_names_of_bodies_and_of_kings_are_none(text: str) -> None:
    assert not is_personal_name(text)


@pytest.mark.parametrize(
    ("text", "person"), [("هند للتنمية", False), ("أمل للماء والبيئة", False), ("مريم للا", True), ("هند العلمي", True)]
)
def test_what_says_its_purpose_is_a_body(text: str, person: bool) -> None:
    assert is_personal_name(text) == person


def test_no_name_stands_twice_in_the_table() -> None:
    found = [tuple(row.values()) for row in rows("personal_names")]
    assert len(found) == len(set(found))
