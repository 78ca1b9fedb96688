"""Each field by words of the tables, in each place, in each language: what a sheet's column reads, all others read.

The words come from the tables: a new one is tried here, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from tests.formats.tables import sheets
from tests.formats.word import papers

from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.heading_table import rows
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.labels.table_meanings import own_meanings

_TEXTS = (
    *("problem", "causes", "status_quo", "action", "solution_path", "expected_results", "objectives"),
    *("beneficiaries", "participation", "long_term_goal", "additional_information", "priority"),
)
_SAID: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "start": (("01/03/2027", "02/04/2027"), ("2027-03-01", "2027-04-02")),
    "end": (("17/09/2027", "18/10/2027"), ("2027-09-17", "2027-10-18")),
    "progress": (("37 %", "38 %"), ("37", "38")),
    "budget.total": (("734 500 MAD", "834 500 MAD"), ("734500", "834500")),
}
"""What stands in two projects, and what is looked for at their fields."""


class Tongue(NamedTuple):
    """The words of a language around those that are tried: of the title, and what is told of whom."""

    title: str
    plan: str
    told: str
    subjects: tuple[str, ...]
    who: Mapping[str, tuple[str, str]]


_TONGUES = {
    "fr": Tongue(
        "Projet", "Programme d'ouverture de la commune", "avancent sans bruit",
        ("Les habitants", "Les quartiers", "Les agents", "Les écoles", "Les marchés", "Les jardins", "Les places",
         "Les archives", "Les registres", "Les comptes", "Les routes", "Les halles"),
        {"lead": ("Service informatique", "Service financier"), "supporting": ("Association Alpha", "Collectif Beta"),
         "indicator": ("Nombre de jeux publiés", "Nombre de votants"), "status": ("En cours", "Achevé")},
    ),
    "ar": Tongue(
        "المشروع", "برنامج انفتاح الجماعة", "تسير بهدوء",
        ("الأحياء", "المدارس", "الأسواق", "الحدائق", "الساحات", "السجلات", "الحسابات", "الطرق", "المصالح", "الأرشيفات",
         "القاعات", "المكتبات"),
        {"lead": ("مصلحة المعلوميات", "مصلحة المالية"), "supporting": ("جمعية ألفا", "جمعية بيتا"),
         "indicator": ("عدد المجموعات المنشورة", "عدد المصوتين"), "status": ("في طور الإنجاز", "منجز")},
    ),
    "en": Tongue(
        "Project", "Open government action plan", "move quietly",
        ("Residents", "Districts", "Clerks", "Schools", "Markets", "Gardens", "Squares", "Archives", "Registers",
         "Ledgers", "Roads", "Halls"),
        {"lead": ("Computing Office", "Finance Office"), "supporting": ("Alpha Association", "Beta Collective"),
         "indicator": ("Number of data sets published", "Number of voters"), "status": ("In progress", "Completed")},
    ),
    "es": Tongue(
        "Proyecto", "Plan de acción de gobierno abierto", "avanzan sin ruido",
        ("Los vecinos", "Los barrios", "Los agentes", "Las escuelas", "Los mercados", "Los jardines", "Las plazas",
         "Los archivos", "Los registros", "Las cuentas", "Las calles", "Las salas"),
        {"lead": ("Oficina de Informática", "Oficina de Finanzas"), "supporting": ("Asociación Alfa", "Colectivo Beta"),
         "indicator": ("Número de conjuntos publicados", "Número de votantes"), "status": ("En curso", "Completado")},
    ),
}  # fmt: skip
_FOUND = {"status": ("in_progress", "completed")}
_TITLES = ("Alpha", "Beta")
_TRIED = (*_TEXTS, *_SAID, "lead", "supporting", "indicator", "status")


def _words(target: str, language: str) -> list[str]:
    """Gives the words of a target that mean nothing else, as headings and as labels."""
    there = [row["heading"] for row in rows("headings.csv") if (row["target"], row["language"]) == (target, language)]
    asked = {each[:2] for each in own_meanings(target)}
    labels = Labels({})
    sure = [word for word in there if (found := recognise(word)) and (found.target, found.alternatives) == (target, ())]
    return [word for word in sure if {each[:2] for each in labels.meanings(word)} <= asked]


def _said(tongue: Tongue, target: str, project: int) -> tuple[str, str]:
    """Gives what stands in a project, and what is looked for at its field."""
    if target in _SAID:
        said, found = _SAID[target]
        return said[project], found[project]
    if target in tongue.who:
        said = tongue.who[target]
        return said[project], _FOUND.get(target, said)[project]
    text = f"{tongue.subjects[(_TEXTS.index(target) + project) % len(tongue.subjects)]} {tongue.told} {project + 1}"
    return text, text


Fiche = list[tuple[str, str]]


def _columns(projects: Sequence[Fiche]) -> list[list[str]]:
    return [[label for label, _ in projects[0]], *([said for _, said in one] for one in projects)]


def _cards(projects: Sequence[Fiche]) -> list[list[list[str]]]:
    return [[[label, said] for label, said in one] for one in projects]


def _lines(projects: Sequence[Fiche], *marks: str) -> list[str]:
    """Gives a heading for each project, and its labels in front of what they ask for, or above it."""
    blocks: list[str] = []
    for number, ((word, title), *asked) in enumerate(projects, 1):
        blocks.append(f"# {word} {number} : {title}")
        for label, said in asked:
            blocks += [f"{marks[0]} {label}", said] if marks else [f"{label} {'' if label[-1] in '?؟' else ': '}{said}"]
    return blocks


def _on_sheet(tongue: Tongue, cells: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    return sheets.commitments_of(sheets.read(sheets.sheet([tongue.plan], [], *cells)))


def _in_word(tongue: Tongue, *blocks: object) -> list[dict[str, Any]]:
    return papers.commitments_of(papers.read_paper(f"= {tongue.plan}", *blocks))


_PLACES: Mapping[str, Callable[[Tongue, Sequence[Fiche]], list[dict[str, Any]]]] = {
    "column of a sheet": lambda tongue, projects: _on_sheet(tongue, _columns(projects)),
    "fiche on a sheet": lambda tongue, projects: _on_sheet(
        tongue, [row for card in _cards(projects) for row in (*card, [])]
    ),
    "column in Word": lambda tongue, projects: _in_word(tongue, _columns(projects)),
    "fiche in Word": lambda tongue, projects: _in_word(
        tongue, *(block for card in _cards(projects) for block in (card, ""))
    ),
    "line in Word": lambda tongue, projects: _in_word(tongue, *_lines(projects)),
    "bold line in Word": lambda tongue, projects: _in_word(tongue, *_lines(projects, "!")),
    "heading in Word": lambda tongue, projects: _in_word(tongue, *_lines(projects, "##")),
}
_TIMES = 2
"""How many words of each target are tried in each place."""


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("language", _TONGUES)
@pytest.mark.parametrize("turn", range(_TIMES))
def test_each_word_in_each_place(place: str, language: str, turn: int) -> None:
    tongue = _TONGUES[language]
    words = {target: there[turn * len(there) // _TIMES] for target in _TRIED if (there := _words(target, language))}
    projects = [
        [(tongue.title, title), *((word, _said(tongue, target, at)[0]) for target, word in words.items())]
        for at, title in enumerate(_TITLES)
    ]
    found = _PLACES[place](tongue, projects)
    assert [[*each["title"].values()] for each in found] == [[title] for title in _TITLES]
    missing = [
        (target, word)
        for target, word in words.items()
        for at, each in enumerate(found)
        if _said(tongue, target, at)[1] not in json.dumps(each.get(targets()[target].field), ensure_ascii=False)
    ]
    assert missing == []


_ASKED_OTHERWISE = {
    "an office of who takes part, in lists of people": {"Entité", "Structure"},
    "of workshops": {
        "مستوى المشاركة", "Level of participation", "Niveau de participation", "In partnership with", "Participantes",
    },
    "how complete a commitment is, in forms of OGP": {
        "درجة الإنجاز", "مستوى الإنجاز", "Completion (%)", "Completion Level", "Level of completion", "Achèvement",
        "Nivel de cumplimiento", "Niveau d'achèvement", "Niveau de réalisation",
    },
    "several questions in forms of OGP": {"Institutions involved", "Institutions impliquées", "Stakeholders involved"},
    "the last of three groups in forms of OGP": {"Otros actores"},
    "when it was, or will be, done": {"Date d'achèvement"},
    "how it was before, in forms": {"Where are we now?"},
}  # fmt: skip
"""Words that labels in Word files ask something else by than sheets, and why."""


def test_labels_ask_for_what_headings_ask_for() -> None:
    labels, others = Labels({}), set()
    for row in rows("headings.csv"):
        target, word = row["target"], row["heading"]
        found = recognise(word) if target in _TRIED else None
        if found is not None and (found.target, found.alternatives) == (target, ()):
            asked = {each[:2] for each in labels.meanings(word)}
            others |= set() if asked & {each[:2] for each in own_meanings(target)} else {word}
    assert others == set().union(*_ASKED_OTHERWISE.values())
