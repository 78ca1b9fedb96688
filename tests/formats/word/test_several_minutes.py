"""Minutes of several workshops in one file, each a workshop of its own; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_FIRST = ["= PV de l’atelier de co-création n° 1", "Date : 3 mars 2025", "Lieu : Maison des associations"]
_FIRST += ["Présents : M. Xx", "# Recommandations", "* Publier les budgets."]
_SECOND = ["= PV de l’atelier de co-création n° 2", "Date : 10 mars 2025", "Lieu : Siège"]
_SECOND += ["Présents : M. Yy", "# Recommandations", "* Ouvrir un guichet."]
_ARABIC = ["= محضر الورشة الأولى", "التاريخ: 3 مارس 2025", "المكان: دار الجمعيات", "# التوصيات", "* نشر الميزانية."]
_ARABIC += ["= محضر الورشة الثانية", "التاريخ: 10 مارس 2025", "المكان: مقر الجماعة", "# التوصيات", "* فتح شباك."]
_PROSE = ["= PV de l’atelier du 10 mars 2025", "Le président ouvre la séance.", "Les guichets sont présentés."]
_PROSE += ["Un débat a lieu.", "Les participants posent des questions.", "Le président clôt la séance."]
_BARE = ["PROCÈS-VERBAL", "Atelier du 3 mars 2025", "Lieu : Maison", "Recommandations :", "* Publier les budgets."]
_BARE += ["PROCÈS-VERBAL", "Atelier du 10 mars 2025", "Lieu : Siège", "Recommandations :", "* Ouvrir un guichet."]
_TABLES = ["= PV de l’atelier n° 1", [["Date", "3 mars 2025"], ["Lieu", "Maison"]], "# Recommandations", "* Publier."]
_TABLES += ["= PV de l’atelier n° 2", [["Date", "10 mars 2025"], ["Lieu", "Siège"]], "# Recommandations", "* Ouvrir."]


def _workshops(*blocks: object) -> Any:
    return tree_of(read_paper(*blocks))["workshops"]


def _below(blocks: list[str]) -> list[str]:
    return [
        {"=": "#", "#": "##"}.get(block.split()[0], block.split()[0]) + block[len(block.split()[0]) :]
        for block in blocks
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        [*_FIRST, *_SECOND],
        ["= Procès-verbaux des ateliers", *_below([*_FIRST, *_SECOND])],
        _ARABIC,
        _BARE,
        _TABLES,
    ],
)
def test_each_minutes_with_a_day_are_a_workshop(blocks: list[object]) -> None:
    found = _workshops(*blocks)
    assert [each["date"] for each in found] == ["2025-03-03", "2025-03-10"]
    assert [len(each["contributions"]) for each in found] == [1, 1]
    assert len({str(each["title"]) for each in found}) == len({str(each["place"]) for each in found}) == 2


def test_minutes_in_prose_are_a_workshop_too() -> None:
    assert [each["date"] for each in _workshops(*_FIRST, *_PROSE)] == ["2025-03-03", "2025-03-10"]


def test_who_came_is_of_each_and_whose_workshops_they_are_is_said_once_for_all() -> None:
    made = read_paper("= Procès-verbaux des ateliers", "Commune d’Agadir", *_below([*_FIRST, *_SECOND]))
    found = tree_of(made)["workshops"]
    names = [[one["party"]["person"]["name"]["fr"] for one in each["participants"]] for each in found]
    assert names == [["M. Xx"], ["M. Yy"]]
    assert [each["collectivities"] for each in found] == [["@Agadir"], ["@Agadir"]]
    assert [f.params["value"] for f in made.findings if f.params.get("field") == "collectivities"] == ["Agadir"]


def test_further_minutes_without_a_day_are_said() -> None:
    made = read_paper(*_FIRST, *(line for line in _SECOND if not line.startswith("Date")))
    assert len(tree_of(made)["workshops"]) == 1
    assert "import/further-minutes" in codes_of(made)


def test_minutes_of_several_meetings_of_a_committee_are_said() -> None:
    meetings = [
        line
        for day, done in (("3 mars 2026", "cahier rédigé"), ("3 juin 2026", "site ouvert"))
        for line in (
            "= Compte rendu de la réunion du comité de suivi du plan d’action d’Agadir",
            *(f"Date : {day}", "# Engagement 1 : Portail", f"Réalisations : {done}"),
        )
    ]
    assert codes_of(read_paper(*meetings)).count("import/further-minutes") == 1
    assert "import/further-minutes" not in codes_of(read_paper(*meetings[:4]))


@pytest.mark.parametrize(
    "more",
    [
        ["# Approbation du PV de la réunion du 3 février 2025", "Le PV est approuvé."],
        ["Annexes", "PV de la réunion du 3 février 2025", "Liste de présence"],
        ["# PV de la réunion du 3 février 2025", "Le PV est approuvé."],
        ["# PV de la réunion du 3 février 2025", "Approuvé.", "# Propositions", "* Un guichet.", "* Un site.", "Fin."],
        [
            "PV de la réunion du 3 février 2025",
            "Approuvé.",
            "Un débat a lieu.",
            "La séance est levée.",
            "Fin.",
            "Merci.",
        ],
    ],
)
@pytest.mark.parametrize("title", ["=", "#", ""])
def test_minutes_that_are_only_named_are_no_workshop(title: str, more: list[str]) -> None:
    made = read_paper(f"{title} {_FIRST[0][2:]}".strip(), *_FIRST[1:], *more)
    assert [each["date"] for each in tree_of(made)["workshops"]] == ["2025-03-03"]
    assert "import/further-minutes" not in codes_of(made)


@pytest.mark.parametrize("when", [["Date : mars 2025"], []])
def test_first_minutes_without_a_full_day_are_not_those_of_the_next(when: list[str]) -> None:
    first = ["= PV de l’atelier de Hay Salam", *when, "Lieu : École", "# Recommandations", "* Planter des arbres."]
    workshops = _workshops(*first, *_FIRST, *_SECOND)
    assert [each.get("date") for each in workshops] == ["2025-03" if when else None, "2025-03-03", "2025-03-10"]
    assert [next(iter(each["title"].values())) for each in workshops] == [
        "PV de l’atelier de Hay Salam",
        _FIRST[0][2:],
        _SECOND[0][2:],
    ]
    assert all("Planter" not in str(each) for each in workshops[1:])
