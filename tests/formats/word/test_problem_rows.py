"""Tables of minutes in which what answers a problem stands beside it, and numbers typed before items; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

TITLE = "= Compte rendu de l’atelier de co-création"


def _groups(made: Any) -> list[dict[str, Any]]:
    (workshop,) = tree_of(made)["workshops"]
    groups: list[dict[str, Any]] = workshop["working_groups"]
    return groups


def _answered(group: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """Gives kind, text and what is answered of each contribution."""
    return [(c["kind"], next(iter(c["text"].values())), c.get("answers", [])) for c in group["contributions"]]


@pytest.mark.parametrize(
    ("title", "group", "problem", "other", "kind"),
    [
        ("محضر ورشة الإعداد المشترك", "المجموعة الأولى: الماء", "الإشكالية", "المقترح", "proposal"),
        ("محضر ورشة الإعداد المشترك", "المجموعة الأولى: الماء", "الإشكاليات", "التوصيات", "recommendation"),
        ("Compte rendu de l’atelier", "Groupe 1 : Eau", "Problème", "Proposition", "proposal"),
        ("Compte rendu de l’atelier", "Groupe 1 : Eau", "Problème", "Recommandation", "recommendation"),
        ("Minutes of the workshop", "Group 1: Water", "Problem", "Proposal", "proposal"),
        ("Minutes of the workshop", "Group 1: Water", "Problem", "Recommendation", "recommendation"),
        ("Acta del taller", "Grupo 1: Agua", "Problema", "Propuesta", "proposal"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_what_stands_beside_a_problem_answers_it(
    title: str, group: str, problem: str, other: str, kind: str, *, turned: bool
) -> None:
    rows = [[problem, other], ["P1", "S1"], ["P2", "S2"]]
    made = read_paper(f"= {title}", f"# {group}", [row[::-1] if turned else row for row in rows])
    (found,) = _groups(made)
    assert _answered(found)[::2] == [("problem", "P1", []), ("problem", "P2", [])]
    assert _answered(found)[1::2] == [(kind, "S1", ["@P1"]), (kind, "S2", ["@P2"])]
    assert unmapped(made) == {}


def test_a_problem_is_not_carried_into_another_table_or_group() -> None:
    made = read_paper(
        TITLE,
        "# Groupe 1 : Eau",
        [["Problème", "Proposition"], ["P1", "S1"]],
        [["Problème", "Proposition"], ["", "S2"], ["P3", "S3"], ["Groupe 2 : Déchets", "<"], ["", "S4"]],
    )
    one, two = _groups(made)
    assert _answered(one)[2:] == [("proposal", "S2", []), ("problem", "P3", []), ("proposal", "S3", ["@P3"])]
    assert _answered(two) == [("proposal", "S4", [])]


def test_a_recommendation_answers_where_no_solution_stands_beside_it() -> None:
    made = read_paper(
        TITLE,
        "# Groupe 1 : Eau",
        [["Problème", "Solution", "Recommandation"], ["P1", "S1", "R1"], ["P2", "", "R2"], ["", "S3", ""]],
    )
    assert [said for said in _answered(_groups(made)[0]) if said[0] != "problem"] == [
        ("solution", "S1", ["@P1"]),
        ("recommendation", "R1", []),
        ("recommendation", "R2", ["@P2"]),
        ("solution", "S3", ["@P2"]),
    ]
    assert "import/filled-down" in codes_of(made)


def test_of_several_problems_numbers_tell_which_is_answered() -> None:
    made = read_paper(
        TITLE,
        "# Groupe 1 : Eau",
        [["Problèmes", "Propositions"], ["1. Pa\n2. Pb", "2. Sb\n1. Sa"], ["- Pc\n- Pd", "Sx"]],
    )
    assert [said for said in _answered(_groups(made)[0]) if said[0] == "proposal"] == [
        ("proposal", "Sb", ["@Pb"]),
        ("proposal", "Sa", ["@Pa"]),
        ("proposal", "Sx", []),
    ]
    assert codes_of(made) == ["import/answers-unclear"]


@pytest.mark.parametrize(
    ("problems", "answers", "said"),
    [
        ("1. Pa\n2. Pb", "1. Sa\n2. Sb", [[], []]),
        ("1. Pa\n2. Pb", "1. Sa", [[]]),
        ("- Pa\n- Pb", "- Sa\n- Sb\n- Sc", [[], [], []]),
        ("1. Pa\n2. Pb\n3. Pc", "1. Sa\n1. Sb\n3. Sc", [["@Pa"], ["@Pa"], ["@Pc"]]),
        ("1. Pa\n2. Pb", "Sa, réponse au problème n° 2\nSolution 2 au problème 1 : Sb", [["@Pb"], ["@Pa"]]),
        ("1. Pa\n2. Pb", "- Sa (problèmes du centre)\n- Sb pour le problème 1", [[], ["@Pa"]]),
        ("١. Pa\n٢. Pb", "- جواب عن الإشكالية رقم 2\n- حل للإشكالية ١", [["@Pb"], ["@Pa"]]),
        ("1. Pa", "1. Sa\n2. Sb", [["@Pa"], ["@Pa"]]),
        ("1. Pa", "1. Sa\n2. Sb pour le problème 4", [["@Pa"], []]),
    ],
)
def test_lists_that_count_their_own_lines_answer_nothing_unless_words_say_so(
    problems: str, answers: str, said: list[list[str]]
) -> None:
    made = read_paper(TITLE, "# Groupe 1 : Eau", [["Problèmes", "Propositions"], [problems, answers]])
    assert [found for kind, _, found in _answered(_groups(made)[0]) if kind == "proposal"] == said
    assert codes_of(made) == [] if all(said) else ["import/answers-unclear"]


def test_a_short_row_over_all_kinds_titles_a_group_and_is_no_contribution() -> None:
    made = read_paper(TITLE, [["Problème", "Proposition"], ["Assainissement", "<"], ["P1", "S1"]])
    (group,) = _groups(made)
    assert group["title"] == {"fr": "Assainissement"}
    assert _answered(group) == [("problem", "P1", []), ("proposal", "S1", ["@P1"])]
    assert "import/assumed" in codes_of(made)


def test_the_number_of_a_row_is_of_its_problem_and_of_what_alone_it_proposes() -> None:
    made = read_paper(
        TITLE,
        "# Groupe 1 : Eau",
        [["N°", "Problème", "Proposition", "Voix"], ["1", "P1", "S1", "12"], ["2", "P2", "S2\nS3", "7"]],
    )
    (group,) = _groups(made)
    assert [c.get("number") for c in group["contributions"]] == ["1", "1", "2", None, None]
    assert [c.get("supporters") for c in group["contributions"]] == [None, 12, None, None, None]
    assert set(unmapped(made).values()) == {"7"}


@pytest.mark.parametrize(
    ("heading", "items", "numbers"),
    [
        ("توصيات المشاركين", ["1- نشر المحاضر", "2- عقد لقاءات", "٣- كتابة دليل"], ["1", "2", "٣"]),
        ("Recommandations", ["1. Publier", "2) Former", "a) Écouter"], ["1", "2", "a"]),
        ("Problèmes", ["1- Lenteur", "- Coût"], ["1", None]),
    ],
)
def test_typed_numbers_are_kept(heading: str, items: list[str], numbers: list[str | None]) -> None:
    made = read_paper(TITLE, f"# {heading}", *items)
    (workshop,) = tree_of(made)["workshops"]
    assert [c.get("number") for c in workshop["contributions"]] == numbers


@pytest.mark.parametrize(
    ("heading", "lines", "numbers"),
    [
        ("Recommandations", ["R1 : Publier", "R2 : Former"], ["R1", "R2"]),
        ("Problèmes", ["P1. Lenteur", "P2. Coût"], ["P1", "P2"]),
        ("Recommandations", ["Recommandation n° 1 : Publier", "Recommandation n° 2 : Former"], ["1", "2"]),
        ("التوصيات", ["التوصية الأولى: نشر", "التوصية 3: كتابة"], ["1", "3"]),
        ("التوصيات", ["أولا: نشر", "ثانيا: تكوين"], ["1", "2"]),
        ("Propuestas", ["Propuesta 1: publicar", "Propuesta 2: formar"], ["1", "2"]),
    ],
)
def test_numbers_of_other_sorts_are_those_of_the_items(heading: str, lines: list[str], numbers: list[str]) -> None:
    made = read_paper(TITLE, f"# {heading}", *lines)
    (workshop,) = tree_of(made)["workshops"]
    assert [c.get("number") for c in workshop["contributions"]] == numbers
    assert all(len(next(iter(c["text"].values())).split()) == 1 for c in workshop["contributions"])
    assert unmapped(made) == {}


@pytest.mark.parametrize("lines", [["CO2 : réduire", "Eau"], ["M. Alami : publier", "Eau"]])
def test_names_stay_with_the_words(lines: list[str]) -> None:
    made = read_paper(TITLE, "# Recommandations", *lines)
    (workshop,) = tree_of(made)["workshops"]
    assert [next(iter(c["text"].values())) for c in workshop["contributions"]] == lines


def test_numbers_that_only_count_a_list_go_and_others_stay() -> None:
    made = read_paper(
        "= Programme d’ouverture 2024-2026",
        "# Engagement 1 : Données",
        *("Indicateurs :", "1. Visites", "2. Fichiers"),
        *("Moyens de vérification :", "1.1 Rapport", "1.2 Procès-verbal"),
    )
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [each["name"] for each in commitment["indicators"]] == [{"fr": "Visites"}, {"fr": "Fichiers"}]
    assert [each["title"] for each in commitment["evidence"]] == [{"fr": "1.1 Rapport"}, {"fr": "1.2 Procès-verbal"}]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("= Compte rendu de l’atelier", ["N°", "Problème", "Solution proposée", "Priorité", "Votes"]),
        ("= محضر الورشة", ["الرقم", "الإشكالية", "الحل المقترح", "الأولوية", "عدد الأصوات"]),
    ],
)
def test_the_number_of_a_row_is_of_its_problem_too_and_votes_are_for_what_answers_it(
    title: str, head: list[str]
) -> None:
    made = read_paper(title, [head, ["1", "Aaa bbb", "Ccc ddd", "Haute", "34"], ["2", "Eee", "Fff", "", "beaucoup"]])
    (workshop,) = tree_of(made)["workshops"]
    problem, solution, *others = workshop["contributions"]
    assert (problem["number"], solution["number"]) == ("1", "1")
    assert (problem.get("supporters"), solution["supporters"]) == (None, 34)
    assert [each["number"] for each in others] == ["2", "2"]
    assert not any("supporters" in each for each in others)
    assert {"Haute", "beaucoup"} <= set(unmapped(made).values())
