"""Cells that list, line by line, what each activity of a project has; and steps that stand in headings."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown
from tests.formats.word.papers import read_paper, tree_of

from opengov_local.document import Import

_HEADS = ["Projet", "Activités", "Échéances", "Coût (DH)", "État", "Responsables"]
_ROWS = [
    ["Portail", "1. Étude\n2. Achat\n3. Pose", "1. Mars 2026\n2. Juin 2026\n3. Sept 2026", "10 000\n20 000\n30 000",
     "Réalisé\nEn cours\nNon entamé", "1. DSI\n2. Achats\n3. DSI"],
    ["Audiences", "1. Former\n2. Diffuser", "1. Janv 2026\n2. Mars 2026", "5 000\n6 000", "En cours\nEn cours", "SG"],
]  # fmt: skip


def _facts(made: Import) -> list[tuple[object, ...]]:
    tree = shown(made)
    return [
        (
            step["title"]["fr"],
            step["due"],
            step["budget"][0]["amount"]["value"],
            step["status"]["code"],
            [lead["name"]["fr"] for lead in step.get("leads", [])],
        )
        for commitment in tree["plans"][0]["commitments"]
        for step in commitment["milestones"]
    ]


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4, 5], [0, 2, 3, 4, 5, 1]], ids=["behind", "before"])
def test_lists_of_as_many_things_are_those_of_the_activities(order: list[int]) -> None:
    made = read(sheet(*([row[at] for at in order] for row in [_HEADS, *_ROWS])))
    assert _facts(made) == [
        ("Étude", "2026-03", "10000", "completed", ["DSI"]),
        ("Achat", "2026-06", "20000", "in_progress", ["Achats"]),
        ("Pose", "2026-09", "30000", "not_started", ["DSI"]),
        ("Former", "2026-01", "5000", "in_progress", []),
        ("Diffuser", "2026-03", "6000", "in_progress", []),
    ]
    one, other = shown(made)["plans"][0]["commitments"]
    assert not {"leads", "schedule", "budget", "status"} & one.keys()
    assert [lead["name"] for lead in other["leads"]] == [{"fr": "SG"}]
    assert codes(made).count("import/lists-side-by-side") == 4


def test_they_are_in_word_tables_too() -> None:
    made = read_paper("= Programme d’ouverture 2026-2027", [_HEADS, *_ROWS])
    steps = [step for one in tree_of(made)["plans"][0]["commitments"] for step in one["milestones"]]
    assert [step["due"] for step in steps] == ["2026-03", "2026-06", "2026-09", "2026-01", "2026-03"]


def test_lists_of_other_lengths_are_the_projects() -> None:
    rows = [["Portail", "Étude\nAchat\nPose", "Mars 2026\nJuin 2026"], ["Audiences", "Former\nDiffuser", "2026\n2027"]]
    made = read(sheet(["Projet", "Activités", "Échéances"], *rows))
    for one in shown(made)["plans"][0]["commitments"]:
        assert one["schedule"]
        assert all("due" not in step for step in one["milestones"])
    assert codes(made).count("import/date-unread") == 2


def test_bodies_without_numbers_may_be_those_of_the_project() -> None:
    made = read(sheet(["Projet", "Activités", "Responsables"], ["Portail", "Étude\nAchat", "DSI\nService achats"]))
    (one,) = shown(made)["plans"][0]["commitments"]
    assert [lead["name"]["fr"] for lead in one["leads"]] == ["DSI", "Service achats"]
    assert all("leads" not in step for step in one["milestones"])


def test_headings_of_numbered_steps_over_dates_are_their_titles() -> None:
    heads = ["Projet", "Phase 1 : conception", "Phase 2 : travaux", "Phase 3 : clôture"]
    rows = [["Portail", "Janv-mars 2026", "Avril 2026", "Oct 2026"], ["Audiences", "2026", "2027", ""]]
    one, other = shown(read(sheet(heads, *rows)))["plans"][0]["commitments"]
    assert [(step["number"], step["title"]["fr"], step["due"]) for step in one["milestones"]] == [
        ("1", "conception", "2026-03"),
        ("2", "travaux", "2026-04"),
        ("3", "clôture", "2026-10"),
    ]
    assert [step["due"] for step in other["milestones"]] == ["2026", "2027"]


def test_bare_numbers_of_steps_over_dates_are_no_titles_of_dates() -> None:
    made = read(sheet(["المشروع", "المرحلة 1", "المرحلة 2"], ["بوابة", "مارس 2026", "يونيو 2026"]))
    (one,) = shown(made)["plans"][0]["commitments"]
    assert [(step["title"]["ar"], step["due"]) for step in one["milestones"]] == [
        ("المرحلة 1", "2026-03"),
        ("المرحلة 2", "2026-06"),
    ]


def test_activities_below_years_are_due_in_them() -> None:
    made = read(sheet(["Projet", "Activités 2026", "Activités 2027"], ["Portail", "Étude", "Pose"]))
    (one,) = shown(made)["plans"][0]["commitments"]
    assert [(step["title"]["fr"], step["due"]) for step in one["milestones"]] == [("Étude", "2026"), ("Pose", "2027")]
    assert codes(made).count("import/assumed") >= 2


@pytest.mark.parametrize("heads", [["Projet", "Commentaires 2026", "Commentaires 2027"],
                                   ["المشروع", "ملاحظات 2026", "ملاحظات 2027"]])  # fmt: skip
def test_remarks_of_a_year_are_no_activities(heads: list[str]) -> None:
    tree = shown(read(sheet(heads, ["Portail", "bon", "lent"], ["Audiences", None, "arrêt"])))
    assert all("milestones" not in one for one in tree["plans"][0]["commitments"])
    assert [(one["period"]["end"], *one["text"].values()) for one in tree["progress_updates"]] == [
        ("2026", "bon"),
        ("2027", "lent"),
        ("2027", "arrêt"),
    ]


@pytest.mark.parametrize(
    ("heads", "yes", "no"),
    [(["N°", "Proposition", "Retenue (O/N)", "Motif"], "O", "N"), (["رقم", "المقترح", "مقبول؟", "السبب"], "نعم", "لا")],
)
def test_yes_and_no_answer_whether_something_was_accepted(heads: list[str], yes: str, no: str) -> None:
    made = read(sheet(heads, ["1", "Portail", yes, None], ["2", "Bus", no, "خارج الاختصاص"]))
    one, other = shown(made)["workshops"][0]["contributions"]
    assert one["disposition"] == {"status": "accepted"}
    assert other["disposition"]["status"] == "rejected"
    assert [*other["disposition"]["reason"].values()] == ["خارج الاختصاص"]


_MAPS = ["Maps", "1) Draw\n2) Print", "Q1 2026\nQ2 2026"]


def test_times_that_begin_in_small_letters_are_lines_of_their_own() -> None:
    heads = ["Commitment", "Milestones", "Milestone deadline"]
    rows = [
        ["Kiosks", "1) Buy\n2) Train", "early 2026\nby end of 2026"],
        ["Maps", "1) Draw\n2) Print", "Q1 2026\nQ2 2026"],
    ]
    made = read(sheet(heads, *rows))
    steps = [step for one in shown(made)["plans"][0]["commitments"] for step in one["milestones"]]
    assert [step["due"] for step in steps] == ["2026", "2026", "2026-Q1", "2026-Q2"]
    assert "import/date-unread" not in codes(made)


def test_other_lines_in_small_letters_go_on() -> None:
    heads = ["Commitment", "Milestones", "Milestone deadline"]
    rows = [["Kiosks", "1) Buy\n2) Train", "early 2026\nif funded"], _MAPS]
    made = read(sheet(heads, *rows))
    assert "import/step-without-title" in codes(made)
    assert "due" not in shown(made)["plans"][0]["commitments"][0]["milestones"][0]


@pytest.mark.parametrize(
    ("names", "targets"),
    [
        ("Visites\nJeux de données", "1000\n20"),
        ("- Visites\n- Jeux de données", "- 1000\n- 20"),
        ("Visites ; Jeux de données", "1000 ; 20"),
    ],
)
def test_measures_listed_beside_indicators_are_theirs_in_order(names: str, targets: str) -> None:
    grid = sheet(
        ["Projet", "Indicateur", "Valeur initiale", "Cible"],
        ["Portail", names, None, targets],
        ["Forum", "Participants", 3, 30],
    )
    imported = read(grid)
    assert accounted(imported, grid)
    told = [
        [
            (one["name"]["fr"], one.get("baseline", {}).get("value"), one["target"]["value"])
            for one in each["indicators"]
        ]
        for each in commitments_of(imported)
    ]
    assert told == [[("Visites", None, "1000"), ("Jeux de données", None, "20")], [("Participants", "3", "30")]]
    assert codes(imported).count("import/lists-side-by-side") == 1


def test_one_measure_beside_two_indicators_is_said_and_parts_nothing() -> None:
    grid = sheet(["Projet", "Indicateur", "Cible"], ["Portail", "Visites\nJeux", 1000], ["Forum", "Participants", 30])
    imported = read(grid)
    (indicator,) = commitments_of(imported)[0]["indicators"]
    assert indicator["name"]["fr"] == "Visites\nJeux"
    assert "import/list-uncertain" in codes(imported)


@pytest.mark.parametrize(
    ("by", "paid"),
    [("Source de financement", "Budget (DH)"), ("Partenaires", "Contribution (DH)")],
)
@pytest.mark.parametrize("turned", [False, True])
def test_sums_listed_beside_funders_are_theirs_in_order(by: str, paid: str, *, turned: bool) -> None:
    rows = [["Projet", by, paid], ["Portail", "Commune\nINDH", "100 000\n50 000"], ["Forum", "Commune", "20 000"]]
    grid = sheet(*([one[0], *reversed(one[1:])] if turned else one for one in rows))
    imported = read(grid)
    assert accounted(imported, grid)
    first, other = (each["budget"] for each in commitments_of(imported))
    assert [(line["funder"]["name"]["fr"], line["amount"]["value"]) for line in first] == [
        ("Commune", "100000"),
        ("INDH", "50000"),
    ]
    assert [line["amount"]["value"] for line in other] == ["20000"]
    assert "import/lists-side-by-side" in codes(imported)


def test_measures_and_sums_listed_in_a_card_of_word_go_with_what_is_listed_above() -> None:
    made = read_paper(
        "# Programme d'ouverture (exemple fictif)",
        "## Projet 1 : Portail",
        [["Indicateurs", "Visites\nJeux"], ["Cibles", "1000\n20"], ["Budget", "100 000 DH\n50 000 DH"],
         ["Financement", "Commune\nINDH"]],
        "## Projet 2 : Forum",
        [["Financement", "Commune\nRégion"], ["Budget", "20 000 DH\n5 000 DH"]],
        "## Projet 3 : Guide",
        [["Financement", "Commune\nRégion"], ["Budget", "20 000 DH"]],
    )  # fmt: skip
    first, second, third = commitments_of(made)
    assert [(one["name"]["fr"], one["target"]["value"]) for one in first["indicators"]] == [
        ("Visites", "1000"),
        ("Jeux", "20"),
    ]
    paid = [
        [(one["funder"]["name"]["fr"], one["amount"]["value"]) for one in each["budget"]] for each in (first, second)
    ]
    assert paid == [[("Commune", "100000"), ("INDH", "50000")], [("Commune", "20000"), ("Région", "5000")]]
    assert [("funder" in one, "amount" in one) for one in third["budget"]] == [(True, False)] * 2 + [(False, True)]
    assert codes(made).count("import/lists-side-by-side") == 3


def test_sums_of_activities_beside_their_funders_are_those_of_the_activities() -> None:
    head = ["Projet", "Activités", "Coût (DH)", "Source de financement"]
    rows = [
        ["Portail", "- Étude\n- Pose", "50 000\n20 000", "Commune\nINDH"],
        ["Forum", "- Salle\n- Son", "10\n5", "Commune"],
    ]
    first = commitments_of(read(sheet(head, *rows)))[0]
    assert [one["budget"] for one in first["milestones"]] == [
        [{"amount": {"value": value, "currency": "MAD"}}] for value in ("50000", "20000")
    ]
    assert [sorted(one) for one in first["budget"]] == [["funder"], ["funder"]]


@pytest.mark.parametrize(
    ("name", "target", "uncertain"),
    [
        ("Nombre de visites\nعدد الزيارات", None, False),
        ("عدد المرتفقين\nالراضين عن الخدمة", None, True),
        ("Taux de réponse\nTaux de satisfaction", "50 % en 2026\n80 % en 2027", True),
        ("Taux de satisfaction\nUsagers du portail", "80 %\n(fin 2027)", True),
    ],
)
def test_lines_that_may_be_of_one_indicator_part_nothing(name: str, target: str | None, *, uncertain: bool) -> None:
    imported = read(sheet(["Projet", "Indicateur", "Cible"], ["Portail", name, target], ["Forum", "Visiteurs", 30]))
    first, second = commitments_of(imported)
    assert (len(first["indicators"]), len(second["indicators"])) == (1, 1)
    assert ("import/list-uncertain" in codes(imported)) == uncertain


@pytest.mark.parametrize(
    "budget", ["Logiciel : 10 000 DH\nFormation : 20 000 DH", "2026 : 10 000 DH\n2027 : 20 000 DH"]
)
@pytest.mark.parametrize("funders", ["Commune, INDH", "Commune\nINDH"])
def test_items_of_a_cost_are_not_paid_by_those_who_stand_at_their_places(budget: str, funders: str) -> None:
    rows = [["Responsable", "DSI"], ["Budget", budget], ["Financement", funders]]
    made = read_paper("# Programme d'ouverture (exemple fictif)", "## Projet 1 : Portail", rows, "## Projet 2 : Forum",
                      [["Responsable", "SG"]])  # fmt: skip
    assert not any("funder" in line and "amount" in line for line in commitments_of(made)[0]["budget"])
