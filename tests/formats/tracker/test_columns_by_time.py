"""Updates with several columns for each time, "Q1 2025 status | Q1 2025 comment", of objects of the base; made up."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, options, tree_of

import opengov_local as ogl
from opengov_local.document import Import


def _read(text: str) -> Import:
    return ogl.read(text.encode(), format="csv", options=options(copy.deepcopy(BASE)))


def _said(done: Import) -> list[tuple[Any, ...]]:
    return [
        (one["target"].rpartition(":")[2], one["period"]["start"], one.get("status", {}).get("code"), one.get("text"))
        for one in tree_of(done).get("progress_updates", ())
    ]


@pytest.mark.parametrize("heads", ["Q1 2025 status;Q1 2025 comment;Q2 2025 status;Q2 2025 comment",
                                   "Status Q1 2025;Comment Q1 2025;Status Q2 2025;Comment Q2 2025"])  # fmt: skip
@pytest.mark.parametrize("names", [("Un", "Activité inventée", "Deux"), ("1", "1.1", "2")])
def test_each_time_of_a_row_is_an_update_of_its_object(heads: str, names: tuple[str, str, str]) -> None:
    one, step, two = names
    rows = f"{one};{step};In progress;Tender launched;Completed;Done\n{two};;Not started;;;\n"
    done = _read(f"Commitment;Milestone;{heads}\n{rows}")
    assert _said(done) == [
        ("m11", "2025-Q1", "in_progress", {"en": "Tender launched"}),
        ("m11", "2025-Q2", "completed", {"en": "Done"}),
        ("c2", "2025-Q1", "not_started", None),
    ]
    assert tree_of(done)["plans"] == BASE["plans"]
    assert codes(done) == {"import/challenges-missing"}


@pytest.mark.parametrize(
    "text",
    [
        "Engagement;Activité;État T1 2025;Commentaire T1 2025\nUn;Activité inventée;En cours;Lancé",
        "الالتزام;النشاط;حالة الفصل 1 2025;ملاحظات الفصل 1 2025\nUn;Activité inventée;في طور الإنجاز;Lancé",
        ";;T1 2025;;T2 2025;\nEngagement;Activité;État;Remarque;État;Remarque\nUn;Activité inventée;En cours;Go;;",
    ],
)
def test_one_time_is_enough(text: str) -> None:
    done = _read(text)
    assert [one[:3] for one in _said(done)] == [("m11", "2025-Q1", "in_progress")]
    assert tree_of(done)["plans"] == BASE["plans"]


def test_remarks_without_a_time_are_kept_beside_the_last_one() -> None:
    done = _read("Commitment;Milestone;Q1 2025 status;Q1 2025 comment;Remarks\nUn;Activité inventée;In progress;Go;Ask")
    (update,) = tree_of(done)["progress_updates"]
    assert [one["text"] for one in update["x_unmapped"]] == ["Ask"]
    assert "import/column-unmapped" in codes(done)


def test_an_object_that_the_base_has_not_is_said_and_kept() -> None:
    done = _read("N°;Q1 2025 status;Q1 2025 comment\n1.1;In progress;Go\n2;Completed;Go\n9.9;Completed;Go")
    assert [one[0] for one in _said(done)] == ["m11", "c2"]
    assert "import/target-unknown" in codes(done)
    assert "9.9" in [one["text"] for one in tree_of(done)["x_unmapped"]]


def test_a_table_with_more_of_its_projects_is_a_plan() -> None:
    text = "Commitment;Lead;Q1 2025 status;Q1 2025 comment\nUn;Service A;In progress;Go\nDeux;Service B;Completed;Go"
    (plan,) = tree_of(_read(text))["plans"]
    assert all("leads" in one for one in plan["commitments"])
