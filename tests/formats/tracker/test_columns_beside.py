"""Columns of a tracker's export that say what its definition says, and words for nothing; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, tree_of

from opengov_local.formats.grids import Book, read_csv
from opengov_local.formats.tracker.updates_format import is_updates, read
from opengov_local.importing.options import ImportOptions


def _read(text: str) -> Any:
    return read(text.encode(), "updates.csv", options=ImportOptions(base=BASE, id_prefix="test.made-up"))


def test_what_the_definition_says_is_kept_beside_the_update() -> None:
    heads = "reporting_period,milestones,indicator_deadline_en,indicator_lead_dept,record_created,owner_org,status"
    done = _read(f"{heads}\n2025-03,1.1,By December 2025,made-up,2025-01-05T14:00:00,made-up-city,LP\n")
    (update,) = tree_of(done)["progress_updates"]
    told = {each["label"]: each["text"] for each in update["x_unmapped"]}
    assert told == {
        "indicator_deadline_en": "By December 2025",
        "indicator_lead_dept": "made-up",
        "record_created": "2025-01-05T14:00:00",
        "owner_org": "made-up-city",
    }
    assert "import/column-unmapped" not in codes(done)


def test_a_column_of_the_export_that_would_be_one_of_a_plan_makes_no_plan_of_it() -> None:
    data = b"reporting_period,commitments,milestones,indicators,status,owner_org\n2025-03,C01,C01.1,C01.1.1,LP,city\n"
    book = read_csv(data, "updates.csv")
    assert isinstance(book, Book)
    assert is_updates(book)


@pytest.mark.parametrize(
    ("tongue", "said"),
    [("en", "NIL"), ("fr", "NUL"), ("fr", "Néant"), ("fr", "Rien à signaler"), ("es", "Sin novedad"), ("ar", "لا شيء")],
)
def test_words_for_nothing_are_no_text(tongue: str, said: str) -> None:
    done = _read(f"reporting_period,milestones,status,progress_{tongue}\n2025-03,1.1,LP,{said}\n")
    (update,) = tree_of(done)["progress_updates"]
    assert "text" not in update
    assert "import/said-as-absent" in codes(done)


def test_text_in_which_nothing_is_said_of_something_is_text() -> None:
    done = _read("reporting_period,milestones,status,progress_fr\n2025-03,1.1,LP,Nul ne répond\n")
    (update,) = tree_of(done)["progress_updates"]
    assert update["text"] == {"fr": "Nul ne répond"}


def test_what_is_named_as_an_indicator_and_is_none_is_said_of_the_object() -> None:
    rows = ["1.1,2025-03,Taux d'avancement,40 %", "1.1,2025-03,Statut,En cours", "1.1,2025-06,نسبة الإنجاز,60%"]
    done = _read("\n".join(["Code,Période,Indicateur,Valeur", *rows]) + "\n")
    first, second = tree_of(done)["progress_updates"]
    assert (first["progress"], first["status"]["code"]) == (40, "in_progress")
    assert second["progress"] == 60
    assert "import/update-repeated" not in codes(done)
    assert "import/target-unknown" not in codes(done)


def test_what_is_said_twice_of_an_object_and_a_time_are_two_updates() -> None:
    rows = ["1.1,2025-03,Statut,En cours", "1.1,2025-03,Statut,Réalisé", "1.1,2025-03,Visites,12"]
    done = _read("\n".join(["Code,Période,Indicateur,Valeur", *rows]) + "\n")
    assert [one["status"]["code"] for one in tree_of(done)["progress_updates"]] == ["in_progress", "completed"]
    assert "import/update-repeated" in codes(done)
    assert "import/target-unknown" in codes(done)
