"""Tables of Word files that say more of the projects above them, named by number or title; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TOP = "= Programme d’ouverture de la commune 2026-2028"
_FIRST = [["N°", "Projet", "Responsable"], ["1", "Marchés publiés", "DSI"], ["2", "Carte du patrimoine", "DSI"]]
_SECOND = [["N°", "Projet", "Responsable"], ["3", "Conseil des quartiers", "Cabinet"]]
_STEPS = [["1", "Liste des pièces"], ["1", "Premier lot"], ["2", "Levé du terrain"], ["3", "Première réunion"]]
_THERE = [("1", ["Liste des pièces", "Premier lot"]), ("2", ["Levé du terrain"]), ("3", ["Première réunion"])]


def _steps(*blocks: object) -> tuple[list[tuple[str, list[str]]], Any]:
    imported = read_paper(_TOP, *blocks)
    (plan,) = tree_of(imported)["plans"]
    found = [
        (one["number"], [*(title for each in one.get("milestones", ()) for title in each["title"].values())])
        for one in plan["commitments"]
    ]
    return found, imported


@pytest.mark.parametrize(
    "heads", [("N° projet", "Activité"), ("Projet", "Activité"), ("رقم المشروع", "النشاط"), ("Project No.", "Activity")]
)
@pytest.mark.parametrize(
    "above",
    [
        ["# Axe 1 : Transparence", _FIRST, "# Axe 2 : Participation", _SECOND],
        [[*_FIRST, *_SECOND[1:]]],
    ],
)
def test_each_step_is_that_of_the_project_named_beside_it(above: list[object], heads: tuple[str, str]) -> None:
    found, imported = _steps(*above, "Calendrier des activités", [list(heads), *_STEPS])
    assert found == _THERE
    assert not unmapped(imported)
    (plan,) = tree_of(imported)["plans"]
    assert not any("number" in each for one in plan["commitments"] for each in one["milestones"])


def test_a_number_left_blank_is_the_one_above() -> None:
    rows = [["1", "Liste des pièces"], ["", "Premier lot"], *_STEPS[2:]]
    assert _steps(_FIRST, _SECOND, [["N° projet", "Activité"], *rows])[0] == _THERE


def test_a_step_of_a_project_that_is_not_there_is_one_of_the_plan_which_is_said() -> None:
    found, imported = _steps(_FIRST, _SECOND, [["N° projet", "Activité"], *_STEPS, ["7", "Sans projet"]])
    assert found == _THERE
    assert codes_of(imported).count("import/unknown-reference") == 1
    assert {*unmapped(imported).values()} == {"7"}
    assert [each["title"] for each in tree_of(imported)["plans"][0]["activities"]] == [{"fr": "Sans projet"}]


def test_numbers_of_steps_name_no_projects() -> None:
    rows = [[str(at), title] for at, (_, title) in enumerate(_STEPS, 1)]
    found, imported = _steps([*_FIRST, *_SECOND[1:]], [["N°", "Activité"], *rows])
    assert [steps for _, steps in found] == [[], [], []]
    (plan,) = tree_of(imported)["plans"]
    assert [each["number"] for each in plan["activities"]] == ["1", "2", "3", "4"]


_TITLES = ["Marchés publiés", "Carte du patrimoine", "Conseil des quartiers"]
_SAID: list[tuple[list[str], list[list[str]], str, list[object]]] = [
    (
        ["Budget (DH)", "Source de financement"],
        [["10000", "Commune"], ["20000", "Région"], ["30000", "INDH"]],
        "budget",
        [
            [{"amount": {"value": value, "currency": "MAD"}, "funder": {"name": {"fr": name}}}]
            for value, name in (("10000", "Commune"), ("20000", "Région"), ("30000", "INDH"))
        ],
    ),
    (["Taux d'avancement"], [["40 %"], ["100 %"], ["0 %"]], "progress", [40, 100, 0]),
]


@pytest.mark.parametrize(("heads", "rows", "field", "expected"), _SAID)
@pytest.mark.parametrize(
    ("head", "names"), [("N° projet", ["1", "2", "3"]), ("Projet", ["1", "2", "3"]), ("Projet", _TITLES)]
)
def test_what_a_table_says_is_said_of_the_project_it_names(
    head: str, names: list[str], heads: list[str], rows: list[list[str]], field: str, expected: list[object]
) -> None:
    table = [[head, *heads], *([name, *row] for name, row in zip(names, rows, strict=True))]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "Suivi", table)
    (plan,) = tree_of(imported)["plans"]
    assert [one[field] for one in plan["commitments"]] == expected
    assert field not in plan


def test_an_indicator_begins_where_its_reference_says_and_numbers_no_project() -> None:
    table = [
        ["Projet", "Indicateur", "Cible", "Référence"],
        [_TITLES[0], "Pièces", "20", "3"],
        [_TITLES[0], "Visites", "500", "0"],
        [_TITLES[1], "Parcelles", "300", "0"],
    ]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "Indicateurs", table)
    (plan,) = tree_of(imported)["plans"]
    found = [
        [(each["baseline"]["value"], each["target"]["value"]) for each in one.get("indicators", ())]
        for one in plan["commitments"]
    ]
    assert found == [[("3", "20"), ("0", "500")], [("0", "300")], []]


def test_a_list_of_other_things_says_nothing_of_projects() -> None:
    table = [["N°", "Document", "Lieu"], ["1", "Arrêté", "Siège"], ["2", "Avis", "Annexe"]]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "Pièces jointes", table)
    (plan,) = tree_of(imported)["plans"]
    assert [sorted(one.keys() - {"id", "leads"}) for one in plan["commitments"]] == [["number", "title"]] * 3


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (["N°", "Montant (DH)", "Date"], [["1", "5000", "mars 2026"], ["2", "7000", "juin 2026"]]),
        (["N°", "Date", "État"], [["1", "12/03/2026", "Tenue"], ["2", "12/06/2026", "Prévue"]]),
    ],
)
def test_below_a_bare_number_any_list_is_numbered(heads: list[str], rows: list[list[str]]) -> None:
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "Tranches", [heads, *rows])
    (plan,) = tree_of(imported)["plans"]
    assert [sorted(one.keys() - {"id", "leads"}) for one in plan["commitments"]] == [["number", "title"]] * 3


def test_a_number_that_two_projects_have_names_neither() -> None:
    twice = [["N°", "Projet", "Responsable"], ["1", "Forum", "DSI"]]
    axes = ["# Axe 1 : Transparence", _FIRST, "# Axe 2 : Participation", twice]
    imported = read_paper(_TOP, *axes, "# Budget", [["N° projet", "Budget (DH)"], ["1", "5000"], ["2", "7000"]])
    (plan,) = tree_of(imported)["plans"]
    assert [one.get("budget", []) for one in plan["commitments"] if one["number"] == "1"] == [[], []]


def test_what_is_said_of_things_that_nothing_is_known_of_is_not_said_of_their_projects() -> None:
    table = [["N° projet", "Risque", "Échéance"], ["1", "Retard", "mars 2027"], ["2", "Vol", "mai 2027"]]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "Risques", table)
    (plan,) = tree_of(imported)["plans"]
    assert not any("end" in one for one in plan["commitments"])
    assert {"Retard", "mars 2027"} <= {each["text"] for each in plan["commitments"][0]["x_unmapped"]}


_NUMBERED = [
    ["N°", "Activité", "Délai"],
    ["1.1", "Liste des pièces", "mars 2026"],
    ["1.2", "Premier lot", "mai 2026"],
    ["2.1", "Levé du terrain", "juin 2026"],
    ["3.1", "Première réunion", "juin 2026"],
]


@pytest.mark.parametrize(
    "above",
    [
        [[*_FIRST, *_SECOND[1:]]],
        ["# Axe 1 : Transparence", [*_FIRST, *_SECOND[1:]], "# Calendrier"],
    ],
)
def test_steps_whose_numbers_begin_with_those_of_projects_are_theirs(above: list[object]) -> None:
    found, imported = _steps(*above, _NUMBERED)
    assert found == _THERE
    assert {*unmapped(imported).values()} <= {"Calendrier"}
    assert codes_of(imported).count("import/levels-by-number") == 1
    (plan,) = tree_of(imported)["plans"]
    steps = [each for one in plan["commitments"] for each in one["milestones"]]
    assert [each["number"] for each in steps] == ["1.1", "1.2", "2.1", "3.1"]
    assert [each["due"] for each in steps] == ["2026-03", "2026-05", "2026-06", "2026-06"]


def test_steps_whose_numbers_may_be_those_of_axes_are_tied_to_no_project() -> None:
    second = [*_SECOND, ["4", "Forum", "DSI"]]
    found, _ = _steps("# Axe 1 : Transparence", _FIRST, "# Axe 2 : Participation", second, _NUMBERED[:4])
    assert [steps for _, steps in found] == [[], [], [], []]


@pytest.mark.parametrize(
    ("number", "heading"),
    [("{}", "# Activités du projet {}"), ("P{}", "# Activités du projet P{}"), ("م{}", "# أنشطة المشروع م{}")],
)
def test_steps_below_a_heading_that_names_their_project_are_its(number: str, heading: str) -> None:
    rows = [_FIRST[0], *([number.format(at), *rest] for at, *rest in (*_FIRST[1:], *_SECOND[1:]))]
    tables = [[["Activité", "Délai"], *([title, "2026"] for title in steps)] for _, steps in _THERE]
    below = [block for at, table in enumerate(tables, 1) for block in (heading.format(at), table)]
    assert _steps(rows, *below)[0] == [(number.format(at), steps) for at, steps in _THERE]


def test_steps_below_a_heading_behind_these_are_of_no_project() -> None:
    steps = [["Activité", "Délai"], ["Liste des pièces", "2026"], ["Premier lot", "2026"]]
    found, _ = _steps(
        [*_FIRST, *_SECOND[1:]], "# Activités du projet 1", steps, "# Activités des projets 2 et 3", steps
    )
    assert found == [("1", ["Liste des pièces", "Premier lot"]), ("2", []), ("3", [])]


@pytest.mark.parametrize(
    ("number", "named"), [("{}", "Projet {}"), ("P{}", "P{}"), ("م{}", "م{}"), ("{}", "Projet n° {}")]
)
@pytest.mark.parametrize("heads", [("Projet", "Activité"), ("Projet", "Risque"), ("المشروع", "النشاط")])
def test_a_column_of_projects_that_holds_their_numbers_makes_no_more_of_them(
    number: str, named: str, heads: tuple[str, str]
) -> None:
    rows = [_FIRST[0], *([number.format(at), *rest] for at, *rest in (*_FIRST[1:], *_SECOND[1:]))]
    below = [[*heads, "Délai"], *([named.format(at), title, "2026"] for at, title in _STEPS)]
    found, _ = _steps(rows, below)
    assert [each for each, _ in found] == [number.format(at) for at in (1, 2, 3)]
    if heads[1] != "Risque":
        assert [steps for _, steps in found] == [steps for _, steps in _THERE]


def test_codes_in_the_place_of_titles_are_those_of_projects_above_where_nothing_else_is_known() -> None:
    rows = [_FIRST[0], *([f"P{at}", *rest] for at, *rest in (*_FIRST[1:], *_SECOND[1:]))]
    found, imported = _steps(
        rows, "# Risques", [["Projet", "Risque", "Mesure"], ["P1", "Retard", "Suivi"], ["P2", "Refus", "Visite"]]
    )
    assert [each for each, _ in found] == ["P1", "P2", "P3"]
    assert {"Retard", "Refus"} <= {*unmapped(imported).values()}
    assert "import/column-unmapped" in codes_of(imported)


@pytest.mark.parametrize("heads", [("Projet", "Risque"), ("Projet", "Risque", "Gravité"), ("المشروع", "الخطر")])
@pytest.mark.parametrize("count", [1, 2])
def test_headings_that_nobody_knows_are_no_projects(heads: tuple[str, ...], count: int) -> None:
    rows = [[title, *["Retard", "Haute"][: len(heads) - 1]] for title in _TITLES[:count]]
    found, imported = _steps([*_FIRST, *_SECOND[1:]], "# Risques", [list(heads), *rows])
    assert [each for each, _ in found] == ["1", "2", "3"]
    assert "Retard" in unmapped(imported).values()
    assert codes_of(imported).count("import/column-unmapped") == len(heads) - 1


def test_sums_of_years_are_those_of_the_project_named_beside_them() -> None:
    rows = [["Projet", "2026 (DH)", "2027 (DH)"], ["Marchés publiés", "120 000", "80 000"],
            ["Carte du patrimoine", "60 000", "-"]]  # fmt: skip
    imported = read_paper(_TOP, _FIRST, "# Budget prévisionnel", rows)
    found = [
        [(line["year"], line["amount"]["value"]) for line in one["budget"]]
        for one in tree_of(imported)["plans"][0]["commitments"]
    ]
    assert found == [[(2026, "120000"), (2027, "80000")], [(2026, "60000")]]
    assert "import/column-unmapped" not in codes_of(imported)


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (["# Budget (en milliers de DH)"], []),
        (["# الميزانية (بآلاف الدراهم)"], []),
        (["# Budget", "Les montants sont en milliers de dirhams."], ["Les montants sont en milliers de dirhams."]),
    ],
)
def test_the_unit_above_a_table_is_that_of_its_sums(above: list[str], kept: list[str]) -> None:
    imported = read_paper(_TOP, _FIRST, *above, [["N° projet", "Budget"], ["1", "40"], ["2", "10"]])
    (plan,) = tree_of(imported)["plans"]
    found = [line["amount"] for one in plan["commitments"] for line in one["budget"]]
    assert [(each["value"], each["currency"]) for each in found] == [("40000", "MAD"), ("10000", "MAD")]
    assert "budget" not in plan
    assert [text for text in unmapped(imported).values() if text in kept] == kept


@pytest.mark.parametrize(
    "heads", [("N° projet", "Livrable", "Date de livraison"), ("رقم المشروع", "المخرجات", "تاريخ التسليم")]
)
def test_deliverables_with_a_day_each_are_steps_of_their_projects(heads: tuple[str, ...]) -> None:
    rows = [["1", "Cahier des charges", "2026-03-15"], ["1", "Site ouvert", "2026-09-15"], ["2", "Fonds", "2026-05-15"]]
    imported = read_paper(_TOP, _FIRST, "# Livrables", [list(heads), *rows])
    first, second = tree_of(imported)["plans"][0]["commitments"]
    assert [len(one["milestones"]) for one in (first, second)] == [2, 1]
    assert "end" not in first
    assert not unmapped(imported)


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("Suivi au 30 juin 2025", "Suivi au 31 décembre 2025", ("2025-06-30", "2025-12-31")),
        ("Situation au 30/06/2025", "Situation au 31/12/2025", ("2025-06-30", "2025-12-31")),
        ("Bilan du premier semestre 2025", "Bilan du deuxième semestre 2025", ("2025-H1", "2025-H2")),
        ("وضعية إلى غاية 30 يونيو 2025", "وضعية إلى غاية 31 دجنبر 2025", ("2025-06-30", "2025-12-31")),
    ],
)
@pytest.mark.parametrize(
    ("heading", "names"),
    [("Projet", ("Marchés publiés", "Conseil des quartiers")), ("N° projet", ("1", "3")), ("Projet", ("P1", "P3"))],
)
def test_headings_date_the_tables_of_reports_below_them_and_the_last_one_is_how_things_are(
    first: str, second: str, times: tuple[str, str], heading: str, names: tuple[str, str]
) -> None:
    def reported(*rates: str) -> list[list[str]]:
        return [[heading, "Taux d'avancement (%)"], *([name, rate] for name, rate in zip(names, rates, strict=True))]

    plan = [*_FIRST, *_SECOND[1:]]
    imported = read_paper(_TOP, plan, f"# {first}", reported("40 %", "10 %"), f"# {second}", reported("80 %", "50 %"))
    tree = tree_of(imported)
    assert [one.get("progress") for one in tree["plans"][0]["commitments"]] == [80, None, 50]
    told = [(one.get("date") or one["period"]["end"], one["progress"]) for one in tree["progress_updates"]]
    assert told == [(times[0], 40), (times[0], 10), (times[1], 80), (times[1], 50)]
    assert "import/conflict" not in codes_of(imported)


@pytest.mark.parametrize(
    ("heading", "head", "rows"),
    [
        ("Projets non retenus", ["N°", "Projet", "Motif"], [["1", "Tramway", "Coût"], ["2", "Piscine", "Délai"]]),
        (
            "المشاريع غير المقبولة",
            ["الرقم", "المشروع", "السبب"],
            [["1", "الترامواي", "الكلفة"], ["2", "المسبح", "الأجل"]],
        ),
        (
            "Bilan du programme précédent",
            ["Projet", "État"],
            [["Wifi public", "Réalisé"], ["Budget citoyen", "En cours"]],
        ),
    ],
)
def test_projects_that_are_none_of_the_plan_are_kept_and_said(
    heading: str, head: list[str], rows: list[list[str]]
) -> None:
    found, imported = _steps([*_FIRST, *_SECOND[1:]], f"# {heading}", [head, *rows])
    assert [number for number, _ in found] == ["1", "2", "3"]
    assert "import/other-projects-kept" in codes_of(imported)
    assert {text for row in rows for text in row} <= {*unmapped(imported).values()}
    assert "progress_updates" not in tree_of(imported)


@pytest.mark.parametrize("heading", ["Historique", "History", "الحالات السابقة"])
def test_what_was_once_so_is_kept_and_is_no_present_state(heading: str) -> None:
    rows = [["Projet", "État"], ["Marchés publiés", "Non démarré"], ["Carte du patrimoine", "En cours"]]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], f"# {heading}", rows)
    assert not any("status" in one for one in tree_of(imported)["plans"][0]["commitments"])
    assert "import/other-list-kept" in codes_of(imported)


def test_a_cell_that_lists_titles_of_projects_makes_none() -> None:
    rows = [
        ["Responsable", "Projets"],
        ["M. Alami", "Marchés publiés, Carte du patrimoine"],
        ["A", "Conseil des quartiers"],
    ]
    found, imported = _steps([*_FIRST, *_SECOND[1:]], "# Responsables", rows)
    assert [number for number, _ in found] == ["1", "2", "3"]
    assert "import/several-projects" in codes_of(imported)


@pytest.mark.parametrize("title", ["marchés publiés", "Marchés publiés.", "« Marchés publiés »", "MARCHÉS PUBLIÉS"])
def test_capitals_and_marks_make_no_other_title(title: str) -> None:
    rows = [["Projet", "Activité"], [title, "Liste des pièces"], ["Conseil des quartiers", "Première réunion"]]
    found, imported = _steps([*_FIRST, *_SECOND[1:]], "# Activités", rows)
    assert found == [("1", ["Liste des pièces"]), ("2", []), ("3", ["Première réunion"])]
    assert not {"import/conflict", "import/alike-not-joined"}.intersection(codes_of(imported))


@pytest.mark.parametrize(
    ("head", "when"),
    [
        (["Date", "Projet", "Taux d'avancement"], ("31/03/2026", "30/06/2026")),
        (["Période", "N° projet", "Taux d'avancement"], ("T1 2026", "T2 2026")),
    ],
)
def test_rows_of_a_follow_up_say_when_and_the_last_one_is_how_things_are(
    head: list[str], when: tuple[str, str]
) -> None:
    name = "1" if "N° projet" in head else "Marchés publiés"
    rows = [head, [when[0], name, "20 %"], [when[1], name, "50 %"]]
    tree = tree_of(read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "# Suivi", rows))
    assert tree["plans"][0]["commitments"][0]["progress"] == 50
    assert [one["progress"] for one in tree["progress_updates"]] == [20, 50]


def test_new_activities_below_the_time_of_a_follow_up_are_read() -> None:
    rows = [
        ["Projet", "Activité", "État"],
        ["Marchés publiés", "Étude", "Réalisé"],
        ["Carte du patrimoine", "Levé", "-"],
    ]
    found, _ = _steps([*_FIRST, *_SECOND[1:]], "# Suivi au 30/06/2026", rows)
    assert found == [("1", ["Étude"]), ("2", ["Levé"]), ("3", [])]


def test_a_project_that_is_not_there_keeps_the_others_of_a_follow_up_from_nothing() -> None:
    rows = [["Projet", "Taux"], ["Marchés publiés", "40 %"], ["Carte du patrimoine", "20 %"], ["Médiathèque", "5 %"]]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "# Suivi au 30/06/2026", rows)
    assert [one["progress"] for one in tree_of(imported)["progress_updates"]] == [40, 20]
    assert "import/target-unknown" in codes_of(imported)


def test_the_day_of_ticked_states_stands_over_them() -> None:
    rows = [["Projet", "Réalisé", "En cours"], ["Marchés publiés", "", "X"], ["Carte du patrimoine", "X", ""]]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "# Situation au 30/06/2026", rows)
    one, other, _ = tree_of(imported)["plans"][0]["commitments"]
    assert [each["status"]["as_of"] for each in (one, other)] == ["2026-06-30"] * 2


def test_the_day_of_a_next_step_is_none_of_its_project() -> None:
    rows = [
        ["Projet", "Prochaine action", "Échéance"],
        ["Marchés publiés", "Lot", "12/2026"],
        ["Carte du patrimoine", "Levé", "10/2026"],
    ]
    imported = read_paper(_TOP, [*_FIRST, *_SECOND[1:]], "# Actions à venir", rows)
    assert not any("end" in one for one in tree_of(imported)["plans"][0]["commitments"])
    assert "import/said-of-others" in codes_of(imported)


@pytest.mark.parametrize(
    ("head", "rows", "unread"),
    [
        (["Projet", "Prévu", "Réalisé"], [["Marchés publiés", "4", "2"], ["Carte du patrimoine", "3", "3"]], "Réalisé"),
        (["N°", "Projet", "Réalisé"], [["1", "Marchés publiés", "2"], ["2", "Carte", "3"]], "Réalisé"),
        (
            ["Projet", "Budget (DH)", "Dépenses (DH)", "Taux d'exécution"],
            [["Marchés publiés", "100 000", "40 000", "40 %"], ["Carte du patrimoine", "50 000", "5 000", "10 %"]],
            "Taux d'exécution",
        ),
        (
            ["Projet", "Indicateur", "Cible 2026", "Réalisé au 30/06/2026"],
            [["Marchés publiés", "Visites", "500", "25"], ["Carte du patrimoine", "Dossiers", "50", "10"]],
            "Réalisé au 30/06/2026",
        ),
    ],
)
def test_counts_money_and_values_are_no_rates_of_projects(head: list[str], rows: list[list[str]], unread: str) -> None:
    imported = read_paper(
        "= Rapport de suivi du programme d'ouverture 2025-2027 – premier semestre 2026", [head, *rows]
    )
    assert not any("progress" in one for one in tree_of(imported)["plans"][0]["commitments"])
    assert not any("progress" in one for one in tree_of(imported).get("progress_updates", ()))
    assert any(each.params.get("heading") == unread for each in imported.findings)


@pytest.mark.parametrize(
    "head",
    [
        ["Projet", "Activités prévues", "Activités réalisées", "Taux"],
        ["المشروع", "الأنشطة المبرمجة", "الأنشطة المنجزة", "نسبة الإنجاز"],
        ["Project", "Planned activities", "Completed activities", "Progress"],
    ],
)
@pytest.mark.parametrize("rated", [False, True])
def test_numbers_below_activities_count_them(head: list[str], *, rated: bool) -> None:
    rows = [["Marchés publiés", "10", "6", "60 %"], ["Carte", "8", "8", "100 %"]]
    imported = read_paper(_TOP, [row[: len(row) - (not rated)] for row in [head, *rows]])
    first, second = tree_of(imported)["plans"][0]["commitments"]
    assert "milestones" not in {**first, **second}
    assert (first.get("progress"), second.get("progress")) == ((60, 100) if rated else (None, None))
    assert "progress_updates" not in tree_of(imported)
    unread = [each.params["heading"] for each in imported.findings if each.code == "import/column-unmapped"]
    assert unread == head[1:3]


@pytest.mark.parametrize("line", ["Tableau 2 : Budget", "Montants par année", "(en milliers de DH)", "Suite"])
def test_years_below_a_line_that_speaks_of_money_are_surely_those_of_sums(line: str) -> None:
    sums = [["Projet", "2026", "2027"], ["Marchés publiés", "1000", "2000"], ["Carte du patrimoine", "500", "4000"]]
    imported = read_paper(_TOP, _FIRST, line, sums)
    (plan,) = tree_of(imported)["plans"]
    assert [[each["year"] for each in one["budget"]] for one in plan["commitments"]] == [[2026, 2027], [2026, 2027]]
    assert ("import/heading-uncertain" in codes_of(imported)) == (line == "Suite")


_EARLIER = [["Projet", "Taux"], ["Ancien site", "80 %"], ["Vieux forum", "100 %"]]


@pytest.mark.parametrize("heading", ["Bilan du programme précédent", "Programme précédent"])
def test_projects_of_an_earlier_plan_before_those_of_this_one_are_kept(heading: str) -> None:
    made = read_paper(
        "= Programme d’ouverture 2026-2028",
        f"# {heading}",
        _EARLIER,
        "## Culture",
        _EARLIER,
        "# Projets",
        [["Projet", "Responsable"], ["Portail", "DSI"], ["Forum", "SG"]],
    )
    (plan,) = tree_of(made)["plans"]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Portail"}, {"fr": "Forum"}]
    assert "import/other-projects-kept" in codes_of(made)


def test_an_earlier_plan_alone_is_the_plan_that_a_file_tells_of() -> None:
    made = read_paper("= Bilan", "# Bilan du programme précédent", _EARLIER, "# Suivi", "Le comité se réunit.")
    (plan,) = tree_of(made)["plans"]
    assert [one["title"] for one in plan["commitments"]] == [{"fr": "Ancien site"}, {"fr": "Vieux forum"}]


def test_projects_that_are_carried_over_from_the_plan_before_are_of_this_one() -> None:
    heads = ["Projet", "Responsable", "Échéance"]
    made = read_paper(
        "= Programme d'ouverture 2026-2028",
        *("# Projets reconduits du plan précédent", [heads, ["Portail", "DSI", "2026"], ["Guichet", "DAF", "2027"]]),
        *("# Nouveaux projets", [heads, ["Radio", "DSI", "2026"], ["École", "DAF", "2027"]]),
    )
    assert len(tree_of(made)["plans"][0]["commitments"]) == 4
