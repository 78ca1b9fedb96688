"""The first page of a plan: what stands on it, who signs, and what of it is read back."""

from __future__ import annotations

import io

import docx
import pytest
from tests.formats.ogp_local.looking import Make, Tree, answer, paper_of
from tests.formats.word.papers import checked, tree_of

from opengov_local.formats.ogp_local.docx_format import write
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.paper.content import Box, Sheet, Signatures
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package


def cover_of(package: Package, language: str = "fr") -> Sheet:
    return compose(package, language=language)[0].sheets[0]


def boxes_of(sheet: Sheet) -> list[Box]:
    return [
        box for part in sheet.parts for block in part.blocks if isinstance(block, Signatures) for box in block.boxes
    ]


def test_it_says_whose_plan_it_is_and_for_how_long(made_up: Make) -> None:
    sheet = cover_of(made_up())
    assert sheet.title.text == "Plan d’action de l’Atlas inventé, 2025 – 2027"
    assert answer(sheet, "plan.collectivities") == ["Atlas inventé (région, Maroc)", "Ville-Exemple (commune, Maroc)"]
    for key in ("plan.title", "plan.start", "plan.end", "plan.date_submitted", "plan.leads"):
        plan = paper_of(made_up()).sheets[0]
        assert answer(sheet, key) == answer(plan, key)


def test_each_council_signs_and_those_who_endorse(made_up: Make, bare: Make) -> None:
    whose = [box.whose.text for box in boxes_of(cover_of(made_up()))]
    assert whose == ["Atlas inventé (région, Maroc)", "Ville-Exemple (commune, Maroc)", ""]
    assert len(boxes_of(cover_of(bare()))) == 2
    assert all(len(box.blanks) == 3 for box in boxes_of(cover_of(made_up(), "ar")))


def test_each_plan_has_one(made_up: Make) -> None:
    def two(tree: Tree) -> None:
        tree["plans"].append({"id": "test.x:second", "title": {"fr": "Second"}, "framework": "other"})

    sheets = compose(made_up(two), language="fr")[0].sheets
    assert [sheet.anchor for sheet in sheets if sheet.anchor.endswith("_cover")] == ["plan_1_cover", "plan_2_cover"]
    found = tree_of(checked(read(write(made_up(two)).data, "form.docx")))
    titles = [plan["title"]["fr"] for plan in found["plans"]]
    assert titles == ["Plan d’action de l’Atlas inventé, 2025 – 2027", "Second"]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_it_adds_nothing_when_it_is_read_back(made_up: Make, language: str) -> None:
    found = tree_of(checked(read(write(made_up(), language=language).data, "form.docx")))
    assert len(found["plans"]) == 1
    assert "x_unmapped" not in found
    assert [each["date"] for each in found["plans"][0]["submissions"]] == ["2025-04-02", "2025-04-02"]


def test_what_was_signed_is_kept(made_up: Make) -> None:
    paper = docx.Document(io.BytesIO(write(made_up()).data))
    box = paper.tables[1].cell(0, 0)
    box.paragraphs[2].add_run(" Nadia Fictive, présidente")
    stream = io.BytesIO()
    paper.save(stream)
    found = tree_of(checked(read(stream.getvalue(), "form.docx")))
    assert [text for each in found["x_unmapped"] for text in each["text"].split("\n") if "Nadia" in text] == [
        "Nom et qualité\u00a0: Nadia Fictive, présidente"
    ]
