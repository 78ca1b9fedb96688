"""The tables of the workbook hold what the model holds."""

from __future__ import annotations

from opengov_local import codelists
from opengov_local.formats.workbook.layout import lanes
from opengov_local.formats.workbook.tables import sheets
from opengov_local.formats.workbook.wording import LANGUAGES
from opengov_local.model.identity import Identified
from opengov_local.model.package import Package
from opengov_local.model.shape import concepts, shape_of

_WITHOUT_SHEET = {("Package", "sources")}


def test_every_list_of_objects_has_a_sheet() -> None:
    held = {(place.concept, place.path[0]) for each in sheets() for place in each.places}
    lists = {
        (model.__name__, name)
        for model in concepts(Package)
        if issubclass(model, Identified)
        for name, shape in shape_of(model).items()
        if shape.model is not None and shape.many
    }
    assert lists - held == _WITHOUT_SHEET


def test_sheets_come_after_those_that_hold_their_objects() -> None:
    order = [each.concept for each in sheets()]
    assert all(order.index(place.concept) <= n for n, each in enumerate(sheets()) for place in each.places)


def test_every_column_has_a_heading_in_every_language() -> None:
    for each in sheets():
        for language in LANGUAGES:
            there = lanes(each, language, ("fr", "ar"), all_shown=True)
            headings = [lane.heading for lane in there]
            assert all(headings)
            assert len(set(headings)) == len(headings)
            assert all(column.heading(language) for column in each.columns)


def test_examples_are_codes_that_exist() -> None:
    for each in sheets():
        for column in each.columns:
            for text in dict(column.examples).values() if column.kind == "code" else ():
                known = codelists.get(str(column.codelist))
                assert [code for code in text.split("; ") if code not in known] == []
