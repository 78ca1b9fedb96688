"""Headings in plain words, as small communes write them; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

FRENCH = ["N°", "Action à mener", "Qui s'en occupe", "Avec qui", "Pour quand", "Où on en est"]
ARABIC = ["رت", "الورش", "من المسؤول", "مع من", "قبل متى", "أين وصلنا"]
CHANTIERS = ["Code", "Chantier", "Porteur", "Appui", "Fin", "État"]


WHO_DOES = [*FRENCH[:2], "Qui fait quoi", *FRENCH[3:]]


@pytest.mark.parametrize("header", [FRENCH, ARABIC, CHANTIERS, WHO_DOES])
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


@pytest.mark.parametrize(
    "header",
    [
        ["Thème", "Ce qu'on veut faire", "Pourquoi", "Qui pilote", "Co-porteurs", "Fin prévue", "Où en est-on ?"],
        ["Theme", "What we want to do", "Why", "Owner", "Co-owner", "Target date", "Status"],
        ["المحور", "ما نريد القيام به", "لماذا", "من المسؤول", "مع من", "قبل متى", "أين وصلنا"],
        ["Eje", "Qué queremos hacer", "Por qué", "¿Quién lo lleva?", "Corresponsables", "Fin", "Estado"],
        ["Thème", "Promesse", "Pourquoi", "Qui pilote", "Avec qui", "Fin prévue", "Où en est-on ?"],
    ],
)
def test_what_a_council_wants_to_do_and_why_are_projects_and_problems(header: list[str]) -> None:
    rows = [
        ["Transparence", "Portail", "Illisible", "DSI", "ONG", "06/2026", "en cours"],
        ["Participation", "Forum", "Peu de débat", "SG", "ONG", "12/2026", "en cours"],
    ]
    imported = read(sheet(header, *rows))
    (plan,) = shown(imported)["plans"]
    assert [next(iter(one["title"].values())) for one in plan["commitments"]] == ["Portail", "Forum"]
    for one in plan["commitments"]:
        assert {"problem", "leads", "supporting", "end", "status", "axes"} <= one.keys()
    assert "import/column-unmapped" not in codes(imported)


@pytest.mark.parametrize("steps", [False, True])
def test_a_deliverable_of_a_project_whose_rows_have_no_steps_is_an_expected_result(steps: bool) -> None:
    lists = ["Étude\nAchat", "Inviter\nTenir\nClore"] if steps else ["", ""]
    rows = [["Portail", lists[0], "Portail en ligne", "DSI"], ["Forum", lists[1], "Compte rendu", "SG"]]
    imported = read(sheet(["Projet", "Étapes", "Livrable", "Responsable"], *rows))
    (plan,) = shown(imported)["plans"]
    said = [next(iter(one["expected_results"].values())) for one in plan["commitments"]]
    assert said == ["Portail en ligne", "Compte rendu"]
    assert "import/step-without-title" not in codes(imported)
