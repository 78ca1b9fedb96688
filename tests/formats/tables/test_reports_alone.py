"""Books of follow-up sheets alone, one for each time: what they report are updates; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

FRENCH = ["N°", "Projet", "Responsable", "Avancement (%)", "État", "Observations"]
ARABIC = ["ر.ت", "المشروع", "المسؤول", "نسبة الإنجاز", "الحالة", "ملاحظات"]


def _book(header: list[str], names: tuple[str, str], above: bool = False) -> list[Any]:
    done, going = ("منجز", "في طور الإنجاز") if header is ARABIC else ("Achevé", "En cours")
    first = [["1", "Portail", "DSI", "50", going, "maquette"], ["2", "Forum", "DGS", "100", done, "tenu"]]
    second = [["1", "Portail", "DSI", "60", going, "pages"], ["2", "Forum", "DGS", "100", done, "tenu"],
              ["3", "Radio", "DSI", "10", going, "neuf"]]  # fmt: skip
    pairs = zip(names, (first, second), strict=True)
    return [
        sheet(*([[name], header] if above else [header]), *rows, name=f"Feuille{at}" if above else name)
        for at, (name, rows) in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    ("header", "names", "above", "when"),
    [
        (FRENCH, ("T1 2026", "T2 2026"), False, ["2026-Q1", "2026-Q2"]),
        (ARABIC, ("الفصل الأول 2026", "الفصل الثاني 2026"), False, ["2026-Q1", "2026-Q2"]),
        (FRENCH, ("Situation au 31/03/2026", "Situation au 30/06/2026"), True, ["2026-03-31", "2026-06-30"]),
    ],
)
def test_each_sheet_makes_updates_of_its_time(
    header: list[str], names: tuple[str, str], above: bool, when: list[str]
) -> None:
    grids = _book(header, names, above)
    imported = read(*grids)
    updates = shown(imported)["progress_updates"]
    said = [(one["target"], one["progress"], one.get("date") or one["period"]["end"]) for one in updates]
    assert said == [
        ("Portail", 50, when[0]), ("Forum", 100, when[0]),
        ("Portail", 60, when[1]), ("Forum", 100, when[1]), ("Radio", 10, when[1]),
    ]  # fmt: skip
    assert [next(iter(one["text"].values())) for one in updates] == ["maquette", "tenu", "pages", "tenu", "neuf"]
    commitments = commitments_of(imported)
    assert [(one["progress"], one["status"]["as_of"]) for one in commitments] == [
        (60, when[1]), (100, when[1]), (10, when[1])
    ]  # fmt: skip
    assert [len(one["leads"]) for one in commitments] == [1, 1, 1]
    assert not any("additional_information" in one or "x_unmapped" in one for one in commitments)
    assert not {"import/conflict", "import/state-gave-way", "import/column-kept"} & {*codes(imported)}
    assert accounted(imported, *grids)
