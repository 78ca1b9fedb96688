"""Headings in plain words, as small communes write them; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

FRENCH = ["N°", "Action à mener", "Qui s'en occupe", "Avec qui", "Pour quand", "Où on en est"]
ARABIC = ["رت", "الورش", "من المسؤول", "مع من", "قبل متى", "أين وصلنا"]
CHANTIERS = ["Code", "Chantier", "Porteur", "Appui", "Fin", "État"]


@pytest.mark.parametrize("header", [FRENCH, ARABIC, CHANTIERS])
def test_plain_words_are_headings_of_projects(header: list[str]) -> None:
    rows = [["1", "Portail", "DSI", "ONG", "06/2026", "clos"], ["2", "Forum", "SG", "", "12/2026", "en cours"]]
    imported = read(sheet(header, *rows))
    (plan,) = shown(imported)["plans"]
    first, last = plan["commitments"]
    assert (first["number"], first["end"], first["status"]["code"]) == ("1", "2026-06", "completed")
    assert (len(first["leads"]), len(first["supporting"])) == (1, 1)
    assert (last["end"], last["status"]["code"]) == ("2026-12", "in_progress")
    assert not {"import/column-unmapped", "import/heading-uncertain", "import/status-unknown"} & {*codes(imported)}


def test_a_heading_for_what_became_of_contributions_heads_states_of_projects() -> None:
    rows = [["1", "البوابة", "منجز"], ["2", "النشرة", "في طور الإنجاز"]]
    (plan,) = shown(read(sheet(["رقم", "المشروع", "المآل"], *rows)))["plans"]
    assert [one["status"]["code"] for one in plan["commitments"]] == ["completed", "in_progress"]
