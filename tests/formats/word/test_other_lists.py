"""Small tables in Word files that list something else than projects: read backwards by none; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_TOP = "= Programme d’ouverture de la commune 2026-2028"
_LIST = [
    ["N°", "Axe", "Projet", "Responsable"],
    ["1", "Services", "Portail des démarches", "DSI"],
    ["2", "Culture", "Fonds associatif", "Secrétariat général"],
]
_KEPT = "import/other-list-kept"


def _plan(imported: Any) -> dict[str, Any]:
    (plan,) = tree_of(imported)["plans"]
    return dict(plan)


def _said(imported: Any) -> list[tuple[object, object, object]]:
    return [
        (each.params["first"], each.params["last"], each.params["text"])
        for each in imported.findings
        if each.code == _KEPT
    ]


def _labels(imported: Any) -> list[tuple[object, object]]:
    tree = tree_of(imported)
    (plan,) = tree["plans"]
    held = [plan, *plan.get("commitments", ())]
    return [(each.get("label"), each["text"]) for one in held for each in one.get("x_unmapped", ())]


_OF_AXES = [
    [["Axe", "Budget (DH)"], ["Services", "50 000"], ["Culture", "20 000"]],
    [["Axe", "Partenaire"], ["Services", "Région"], ["Culture", "INDH"]],
    [["Axe", "Nombre de projets", "Budget (DH)"], ["Services", "2", "50 000"], ["Culture", "1", "20 000"]],
    [["Axe", "Budget"], ["Services", "50 000 DH"]],
]


@pytest.mark.parametrize("heading", ["", "# Budget par axe", "# Partenaires"])
@pytest.mark.parametrize("table", _OF_AXES)
def test_what_is_said_of_axes_names_no_axis_and_no_project(heading: str, table: list[list[str]]) -> None:
    made = read_paper(_TOP, _LIST, *filter(None, [heading]), table)
    plan, before = _plan(made), _plan(read_paper(_TOP, _LIST))
    assert [one["title"] for one in plan["axes"]] == [one["title"] for one in before["axes"]]
    assert [one["title"] for one in plan["commitments"]] == [one["title"] for one in before["commitments"]]
    assert not any("budget" in one or "supporting" in one for one in (plan, *plan["commitments"]))
    assert _said(made) == [(1, len(table), " | ".join(table[0]))]
    told = [(label, text) for label, text in _labels(made) if label is not None]
    assert told == [(table[0][at], text) for row in table[1:] for at, text in enumerate(row)]


def test_a_theme_named_as_a_heading_is_that_of_its_form() -> None:
    form = [["Axe", "Budget participatif"], ["Projet", "Assises"], ["Responsable", "DSI"]]
    made = read_paper(_TOP, form)
    assert [one["title"] for one in _plan(made)["axes"]] == [{"fr": "Budget participatif"}]
    assert _KEPT not in codes_of(made)


_OTHERS = [
    [["Risque", "Mesure"], ["Retard", "Relancer"], ["Absence", "Suivi"]],
    [["Risque", "Action"], ["Retard", "Relancer"]],
    [["Risque", "Probabilité", "Action"], ["Retard", "Forte", "Relancer"]],
    [["N°", "Risque", "Mesure"], ["1", "Retard", "Relancer"], ["2", "Absence", "Suivi"]],
    [["Besoin", "Action"], ["Un serveur", "Acheter"]],
    [["الحاجة", "الإجراء"], ["خادم", "اقتناء"]],
    [["Matériel", "Délai"], ["Écran", "avril 2026"]],
]


@pytest.mark.parametrize("table", _OTHERS)
def test_a_list_of_something_else_below_a_project_answers_nothing(table: list[list[str]]) -> None:
    form = [["Responsable", "DSI"], ["Échéance", "12/2026"]]
    before = read_paper(_TOP, "## Projet 1 : Portail", form)
    made = read_paper(_TOP, "## Projet 1 : Portail", form, table)
    (one,), (other,) = _plan(made)["commitments"], _plan(before)["commitments"]
    assert one.keys() == other.keys() | {"x_unmapped"}
    assert "progress_updates" not in tree_of(made)
    assert _labels(made) == [(table[0][at], text) for row in table[1:] for at, text in enumerate(row)]
    assert _said(made) == [(1, len(table), " | ".join(table[0]))]
    assert not {"import/pieces-kept", "import/label-unknown"} & {*codes_of(made)}


@pytest.mark.parametrize("heading", ["# Risques du projet 2", "# Risques", "# Principaux risques"])
def test_nor_does_the_heading_above_it_name_a_project(heading: str) -> None:
    made = read_paper(_TOP, _LIST, heading, _OTHERS[0])
    assert len(_plan(made)["commitments"]) == 2
    assert "import/headings-taken" not in codes_of(made)


@pytest.mark.parametrize("head", ["Rôle", "Apport"])
@pytest.mark.parametrize("rows", [[["INDH", "Financement"]], [["Région", "Appui"], ["INDH", "Financement"]]])
def test_partners_of_a_project_are_read_and_their_roles_kept(head: str, rows: list[list[str]]) -> None:
    made = read_paper(_TOP, "## Projet 1 : Portail", [["Responsable", "DSI"]], [["Partenaire", head], *rows])
    (one,) = _plan(made)["commitments"]
    assert one["supporting"] == [{"name": {"fr": name}} for name, _ in rows]
    assert [*unmapped(made).values()] == [said for _, said in rows]
    assert "import/column-unmapped" in codes_of(made)


def test_partners_of_a_whole_plan_are_kept_with_their_roles() -> None:
    table = [["Partenaire", "Rôle"], ["Région", "Appui"], ["INDH", "Financement"]]
    made = read_paper(_TOP, _LIST, "# Partenaires", table)
    assert not {"budget", "funder", "supporting"} & _plan(made).keys()
    assert _said(made) == [(1, 3, "Partenaire | Rôle")]


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (
            ["Axe", "Projet", "Risque", "Mesure"],
            [["Services", "Portail des démarches"], ["Culture", "Fonds associatif"]],
        ),
        (["Projet", "Risque", "Mesure"], [["Portail des démarches"], ["Fonds associatif"]]),
    ],
)
def test_risks_beside_axis_and_title_are_kept_with_their_project(heads: list[str], names: list[list[str]]) -> None:
    rows = [[*name, *said] for name, said in zip(names, (["Retard", "Relancer"], ["Absence", "Suivi"]), strict=True)]
    made = read_paper(_TOP, _LIST, "# Risques", [heads, *rows])
    found = [[each["text"] for each in one.get("x_unmapped", ())] for one in _plan(made)["commitments"]]
    assert found == [["Retard", "Relancer"], ["Absence", "Suivi"]]
    assert codes_of(made).count("import/column-unmapped") == 2


_COLUMNS = [
    [["Bénéficiaires", "Nombre"], ["Femmes", "120"], ["Jeunes", "80"]],
    [["Ressource", "Quantité"], ["Ordinateur", "5"], ["Imprimante", "2"]],
    [["", "Responsable"], ["Étude", "DSI"], ["Lancement", "SG"]],
    [["", "Budget"], ["Étude", "3000 DH"], ["Lancement", "5000 DH"]],
    [["Beneficiaries", "Number"], ["Women", "120"], ["Youth", "80"]],
]


@pytest.mark.parametrize("table", _COLUMNS)
def test_what_heads_a_column_answers_no_question_about_the_project(table: list[list[str]]) -> None:
    made = read_paper(_TOP, "## Projet 1 : Portail", [["Échéance", "12/2026"]], table)
    (one,) = _plan(made)["commitments"]
    assert one.keys() <= {"id", "number", "title", "end", "x_unmapped"}
    assert _labels(made) == [(table[0][at] or None, text) for row in table[1:] for at, text in enumerate(row)]
    assert _said(made) == [(1, 3, " | ".join(filter(None, table[0])))]


@pytest.mark.parametrize("head", [["Fonction", "Nom et prénom"], ["Rôle", "Nom"]])
def test_nor_is_it_the_role_of_a_person_over_the_questions_of_a_form(head: list[str]) -> None:
    table = [head, ["Chef de projet", "M. Alami"], ["Appui", "Mme Sara"]]
    made = read_paper(_TOP, "## Projet 1 : Portail", [["Échéance", "12/2026"]], table)
    (one,) = _plan(made)["commitments"]
    assert [each["person"] for each in one["leads"]] == [{"name": {"fr": "M. Alami"}}]
    assert not unmapped(made)


def test_a_question_below_others_of_its_form_is_answered_by_the_same_words() -> None:
    form = [["Responsable", "DSI"], ["Bénéficiaires", "Nombre"], ["Remarque", "Peu"], ["Avis", "Bon"]]
    made = read_paper(_TOP, "## Projet 1 : Portail", form)
    assert _KEPT not in codes_of(made)


_IN_COLUMN = [
    (
        ["Résultat attendu", "Accès facile", "Plus de culture"],
        "expected_results",
        {"fr": "Accès facile\nPlus de culture"},
    ),
    (["Partenaires", "INDH", "OCP"], "supporting", [{"name": {"fr": "INDH"}}, {"name": {"fr": "OCP"}}]),
    (["Description", "Un portail", "Un guichet"], "description", {"fr": "Un portail\nUn guichet"}),
]


@pytest.mark.parametrize(("cells", "field", "expected"), _IN_COLUMN)
def test_all_rows_of_one_column_answer_its_heading(cells: list[str], field: str, expected: object) -> None:
    table = [[cell] for cell in cells]
    made = read_paper(_TOP, "## Projet 1 : Portail", [["Échéance", "12/2026"]], table)
    (one,) = _plan(made)["commitments"]
    assert one[field] == expected
    assert not unmapped(made)


def test_a_column_of_results_of_no_project_makes_none() -> None:
    made = read_paper(_TOP, _LIST, "# Résultats", [["Résultat attendu"], ["Accès facile"], ["Plus de culture"]])
    assert len(_plan(made)["commitments"]) == 2
    assert _said(made) == [(1, 3, "Résultat attendu")]
    assert [text for label, text in _labels(made) if label] == ["Accès facile", "Plus de culture"]


def test_a_heading_that_names_a_project_is_told_by_a_column_below_it() -> None:
    made = read_paper(_TOP, "# Portail des démarches", "Responsable : DSI", [["Activités"], ["Choisir"], ["Lancer"]])
    (one,) = _plan(made)["commitments"]
    assert [each["title"]["fr"] for each in one["milestones"]] == ["Choisir", "Lancer"]


@pytest.mark.parametrize(
    "headings",
    [("Membre du comité", "Qualité"), ("Committee member", "Position"), ("عضو اللجنة", "الصفة")],
)
def test_members_of_a_committee_are_a_list_that_is_kept(headings: tuple[str, str]) -> None:
    made = read_paper(
        "= Programme d’ouverture",
        "# Projet 1 : Portail",
        "Responsable : DSI",
        "# Suivi et évaluation",
        [[*headings], ["M. Abc Def", "Vice-président"], ["M. Ghi Jkl", "Point focal"]],
    )
    (plan,) = tree_of(made)["plans"]
    assert not plan.keys() & {"points_of_contact"}
    assert plan["commitments"][0]["leads"] == [{"name": {"fr": "DSI"}}]
    assert _KEPT in codes_of(made)
    assert "import/label-unknown" not in codes_of(made)


@pytest.mark.parametrize("heading", ["Suivi des progrès de l'implémentation", "Suivi des progrès"])
def test_the_follow_up_of_progress_beside_activities_is_that_of_each(heading: str) -> None:
    made = read_paper(
        "= Plan d’action",
        "# Engagement 1 : Portail",
        [["Actions à entreprendre", heading, "Pourcentage d'avancement (%)"], ["Abc", "Deux rapports en ligne.", "50"]],
    )
    (update,) = tree_of(made)["progress_updates"]
    assert (update["target"], update["text"]) == ("@Abc", {"fr": "Deux rapports en ligne."})
    assert "import/column-unmapped" not in codes_of(made)
