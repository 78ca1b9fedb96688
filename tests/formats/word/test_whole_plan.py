"""What a document says of its whole plan, or of no commitment at all: follow-up, adoption, glossary, decisions."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

FRENCH, ARABIC = "= Programme d’ouverture 2026-2027", "= برنامج عمل الانفتاح 2026-2027"
TWO = ("# Projet 1 : Site", "Objectif : ouvrir", "# Projet 2 : Puits", "Responsable : DSI")


def test_the_committee_behind_the_last_project_follows_the_plan() -> None:
    made = read_paper(FRENCH, *TWO, "Suivi : le comité (2 élus, 3 associations) se réunit tous les 3 mois.")
    (tree, plan) = (tree_of(made), tree_of(made)["plans"][0])
    assert plan["monitoring"] == {"fr": "le comité (2 élus, 3 associations) se réunit tous les 3 mois."}
    assert "progress_updates" not in tree


@pytest.mark.parametrize(
    "blocks",
    [
        (*TWO, "Suivi : en cours"),
        (*TWO[:2], "Suivi : le comité se réunit tous les mois", *TWO[2:], "Suivi : le comité se réunit tous les ans"),
    ],
)
def test_a_state_or_a_line_that_each_project_has_is_the_projects(blocks: tuple[str, ...]) -> None:
    assert "monitoring" not in tree_of(read_paper(FRENCH, *blocks))["plans"][0]


def test_the_adoption_behind_the_last_project_describes_no_project() -> None:
    sentence = "Adopté en session extraordinaire du 12 novembre 2025"
    made = read_paper(FRENCH, *TWO, sentence)
    (plan,) = tree_of(made)["plans"]
    assert [each["date"] for each in plan["adoptions"]] == ["2025-11-12"]
    assert "description" not in plan["commitments"][1]
    assert list(unmapped(made).values()) == [sentence]


@pytest.mark.parametrize(("title", "head"), [(FRENCH, ("Sigle", "Signification")), (ARABIC, ("المختصر", "المعنى"))])
def test_a_glossary_is_kept_and_said_once(title: str, head: tuple[str, str]) -> None:
    rows = [list(head), ["IOV", "Indicateur"], ["DGS", "Directeur général des services"]]
    made = read_paper(
        title, rows, "# Projet 1 : Site" if title == FRENCH else "# المشروع 1: الموقع", "Objectif : ouvrir"
    )
    assert "indicators" not in tree_of(made)["plans"][0]
    assert sorted(unmapped(made).values()) == sorted(cell for row in rows for cell in row)
    assert "import/label-unknown" not in codes_of(made)
    assert codes_of(made).count("import/pieces-kept") == 1


@pytest.mark.parametrize(
    ("blocks", "heading", "rows"),
    [
        (
            (
                "= Compte rendu du comité de suivi du programme d’ouverture",
                "Réunion du 12 mai 2026",
                "# Projet 1 : Portail",
                "État d’avancement : en cours",
                "Difficultés : budget",
            ),
            "# Relevé de décisions",
            [["Décision", "Responsable", "Délai"], ["Relancer", "DSI", "juin 2026"], ["Réunir", "DGS", "juillet 2026"]],
        ),
        (
            (
                "= محضر اجتماع لجنة تتبع برنامج عمل الانفتاح",
                "اجتماع 12 ماي 2026",
                "# المشروع 1: البوابة",
                "حالة التقدم: في طور الإنجاز",
                "الصعوبات: الميزانية",
            ),
            "# القرارات المتخذة",
            [["القرار", "المسؤول", "الأجل"], ["مراسلة المقاول", "القسم", "يونيو 2026"]],
        ),
    ],
)
def test_decisions_of_a_meeting_are_no_commitment(blocks: tuple[str, ...], heading: str, rows: list[list[str]]) -> None:
    made = read_paper(*blocks, heading, rows)
    (plan,) = tree_of(made)["plans"]
    assert len(plan["commitments"]) == 1
    assert "leads" not in plan["commitments"][0]
    assert set(unmapped(made).values()) >= {cell for row in rows[1:] for cell in row}


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (
            ARABIC,
            [
                ["اسم المشروع", "الموقع"],
                ["الهدف", "تيسير"],
                ["المؤشر", "القيمة المستهدفة سنة 2027"],
                ["الزيارات", "3000"],
                ["المكالمات", "20"],
                ["المسؤول", "القسم"],
            ],
        ),
        (
            FRENCH,
            [
                ["Nom du projet", "Site"],
                ["Objectif", "Ouvrir"],
                ["Indicateur", "Cible fin 2027"],
                ["Visites", "3000"],
                ["Appels", "20"],
                ["Responsable", "DSI"],
            ],
        ),
    ],
)
def test_targets_of_a_year_in_a_card(title: str, rows: list[list[str]]) -> None:
    made = read_paper(title, rows)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [each["target"] for each in commitment["indicators"]] == [
        {"value": "3000", "date": "2027"},
        {"value": "20", "date": "2027"},
    ]
    assert len(commitment["leads"]) == 1
    assert not unmapped(made)


def test_projects_are_named_in_each_of_several_tables_of_responses() -> None:
    head = ["المقترح", "رد الجماعة", "المشروع المرتبط"]
    made = read_paper(
        "= رد الجماعة المعلل على مقترحات المواطنات والمواطنين",
        "## الشفافية",
        [head, ["نشر الميزانية", "مقبول", "بوابة الميزانية"]],
        "## الثقافة",
        [head, ["خزانة متنقلة", "مقبول", "الثقافة للجميع"], ["معرض", "مقبول", "بوابة الميزانية"]],
    )
    tree = tree_of(made)
    assert [each["title"]["ar"] for each in tree["plans"][0]["commitments"]] == ["بوابة الميزانية", "الثقافة للجميع"]
    said = [one for group in tree["workshops"][0]["working_groups"] for one in group["contributions"]]
    assert [one["disposition"]["commitments"] for one in said] == [
        ["@بوابة الميزانية"],
        ["@الثقافة للجميع"],
        ["@بوابة الميزانية"],
    ]
    assert "import/unknown-reference" not in codes_of(made)


_TWO = ["= Programme d’ouverture 2026-2027", "! Projet 1 : Portail", [["Activité", "État"], ["Audit", "Réalisée"]],
        "! Projet 2 : Charte", [["Activité", "État"], ["Débat", "En cours"]]]  # fmt: skip


def _plan_of(*blocks: object) -> Any:
    (plan,) = tree_of(read_paper(*blocks))["plans"]
    return plan


@pytest.mark.parametrize("label", ["Budget total", "Coût total", "الميزانية الإجمالية"])
def test_a_total_behind_the_last_project_is_that_of_the_plan(label: str) -> None:
    plan = _plan_of(*_TWO, f"{label} : 900 000 DH")
    assert [line["amount"]["value"] for line in plan["budget"]] == ["900000"]
    assert not any("budget" in each for each in plan["commitments"])


def test_a_total_of_a_project_whose_like_others_have_is_its_own() -> None:
    plan = _plan_of("= Programme d’ouverture 2026-2027", "! Projet 1 : Portail", "Budget total : 10 000 DH",
                    "! Projet 2 : Charte", "Budget total : 20 000 DH")  # fmt: skip
    assert "budget" not in plan
    assert [each["budget"][0]["amount"]["value"] for each in plan["commitments"]] == ["10000", "20000"]


def test_numbered_sections_behind_the_last_project_are_of_the_plan() -> None:
    plan = _plan_of(*_TWO, "! 4. Recommandations du comité", "* Recruter un chef de projet")
    assert [kept["text"] for kept in plan["x_unmapped"]] == ["Recruter un chef de projet"]
    assert not any("x_unmapped" in each for each in plan["commitments"])


def test_difficulties_behind_the_last_project_of_a_report_are_of_the_plan() -> None:
    title, visas = "Rapport de suivi du programme d’ouverture 2026", "* Lenteur des visas"
    made = tree_of(read_paper(title, *_TWO[1:], "4. Difficultés", visas))
    (told,) = [each for each in made["progress_updates"] if "challenges" in each]
    assert told["challenges"] == {"fr": "Lenteur des visas"}
    assert told["target"] not in ("@Portail", "@Charte", "@Audit", "@Débat")


@pytest.mark.parametrize("heading", ["Gouvernance du programme", "Suivi et évaluation", "آليات التتبع"])
def test_how_the_plan_is_governed_is_no_commitment(heading: str) -> None:
    plan = _plan_of("= Programme d’ouverture 2026-2027", "# Projet 1 : Portail", "Responsable : DSI", f"# {heading}",
                    "Responsable : Secrétariat général", "Budget : 900 000 DH")  # fmt: skip
    (commitment,) = plan["commitments"]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert "budget" not in commitment
    assert [line["amount"]["value"] for line in plan["budget"]] == ["900000"]


def test_what_the_whole_costs_ends_even_a_single_project() -> None:
    plan = _plan_of("= Programme d’ouverture 2026-2027", "! Projet 1 : Portail", "Responsable : DSI",
                    "Coût global du programme : 900 000 DH", "Contact : M. Ali, Secrétariat")  # fmt: skip
    kept = [each["text"].split(" :")[0] for each in plan["x_unmapped"]]
    assert kept == ["Coût global du programme", "M. Ali, Secrétariat"]
    assert plan["commitments"][0].keys() == {"number", "title", "leads"}


@pytest.mark.parametrize("words", ["(suite)", "Suite", "(تابع)", "(continued)"])
def test_words_between_the_halves_of_a_table_describe_nothing(words: str) -> None:
    head = ["N°", "Projet", "Activité", "Responsable"]
    made = read_paper(FRENCH, [head, ["1", "Portail", "Audit", "DSI"]], words, [head, ["", "", "Formation", "RH"]])
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert [step["title"]["fr"] for step in commitment["milestones"]] == ["Audit", "Formation"]
    assert "description" not in commitment
    assert unmapped(made) == {}


@pytest.mark.parametrize("heading", ["## Suivi et évaluation", "! Suivi et évaluation", "## Gouvernance", "! Pilotage"])
def test_a_heading_that_each_project_has_is_the_last_projects_too(heading: str) -> None:
    plan = _plan_of(FRENCH, "# Projet 1 : Site", heading, "Le comité se réunit.", "Responsable : DSI",
                    "# Projet 2 : Puits", heading, "Le bureau se réunit.", "Responsable : SG")  # fmt: skip
    assert [each["leads"][0]["name"]["fr"] for each in plan["commitments"]] == ["DSI", "SG"]
    assert not {"leads", "monitoring"} & plan.keys()


_LAST_TABLE = [["Responsable", "Secrétaire général"], ["Budget", "5000 DH"]]
_FUNDERS = [["Source", "Montant"], ["Commune", "5000 DH"], ["Région", "2000 DH"]]


def test_what_is_taken_for_the_plan_behind_projects_is_said_where_it_stands() -> None:
    projects = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "DAJ"]]
    made = read_paper(FRENCH, projects, _LAST_TABLE, "# Suivi et évaluation", "Le comité se réunit.")
    said = [finding for finding in made.findings if finding.code == "import/taken-for-plan"]
    assert [(one.severity, one.params["field"]) for one in said] == [
        ("info", "plan.leads"), ("info", "plan.budget"), ("info", "plan.monitoring"),
    ]  # fmt: skip
    assert tree_of(made)["plans"][0]["leads"] == [{"name": {"fr": "Secrétaire général"}}]


def test_a_table_of_funders_behind_projects_is_the_plans_and_said() -> None:
    projects = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "DAJ"]]
    made = read_paper(FRENCH, projects, _FUNDERS)
    assert "plan.budget" in [each.params.get("field") for each in made.findings if each.code == "import/assumed"]


def test_what_stands_before_the_projects_is_the_plans_without_a_word() -> None:
    made = read_paper(FRENCH, "Responsable : Commune", _FUNDERS, "# Projet 1 : Portail", "Responsable : DSI")
    assert "import/taken-for-plan" not in codes_of(made)
    assert "plan.budget" not in [each.params.get("field") for each in made.findings]


_COUNTED = ["Projet 1 : Site", "Responsable : DSI", "Projet 2 : Puits", "Responsable : SG"]
_ONE_MORE = ["Projet 3 : Forum", "Responsable : RH"]


@pytest.mark.parametrize(
    ("mark", "axis", "asks", "last"),
    [
        *(("##", "# Axe 1 : A", "# Budget", last) for last in (True, False)),
        *(("#", "", "# Budget global", last) for last in (True, False)),
        *(("!", "", "! Budget global", last) for last in (True, False)),
        ("#", "", "# Budget", True),
    ],
)
def test_a_heading_as_high_as_those_of_projects_asks_nothing_of_them(
    mark: str,
    axis: str,
    asks: str,
    last: bool,
) -> None:
    projects = [f"{mark} {each}" if each.startswith("Projet") else each for each in (*_COUNTED, *_ONE_MORE)]
    ends = [asks, "500 000 DH"]
    blocks = [*projects, *ends] if last else [*projects[:4], *ends, *projects[4:]]
    made = read_paper(FRENCH, *([axis] if axis else []), *blocks)
    (plan,) = tree_of(made)["plans"]
    assert plan["budget"] == [{"amount": {"value": "500000", "currency": "MAD"}}]
    assert all("budget" not in each for each in plan["commitments"])
    assert "import/taken-for-plan" in [each.code for each in made.findings]


def test_a_file_whose_labels_are_as_high_as_its_projects_has_them_below_these() -> None:
    plan = _plan_of(FRENCH, "# Projet 1 : Site", "# Responsable", "DSI", "# Budget", "100 000 DH",
                    "# Projet 2 : Puits", "# Responsable", "SG")  # fmt: skip
    assert [each["leads"][0]["name"]["fr"] for each in plan["commitments"]] == ["DSI", "SG"]
    assert "budget" in plan["commitments"][0]


@pytest.mark.parametrize("heading", ["# Suivi", "# Communication"])
def test_who_does_what_another_heading_names_leads_neither_plan_nor_project(heading: str) -> None:
    projects = [f"# {each}" if each.startswith("Projet") else each for each in _COUNTED]
    made = read_paper(FRENCH, *projects, heading, "Responsable : Le cabinet")
    (plan,) = tree_of(made)["plans"]
    assert "leads" not in plan
    assert [each["leads"][0]["name"]["fr"] for each in plan["commitments"]] == ["DSI", "SG"]
    assert "Le cabinet" in unmapped(made).values()
    assert "import/pieces-kept" in [each.code for each in made.findings]
