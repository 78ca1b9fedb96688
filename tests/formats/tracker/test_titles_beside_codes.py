"""Updates whose rows have the title of the object beside its code, read onto an earlier package; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tracker.test_tracker import BASE, codes, tree_of

from opengov_local.formats.books.csv_format import read
from opengov_local.importing.options import ImportOptions

_HEADS = "Période;Code;Intitulé;Statut;Taux d’avancement;Commentaire;Renseigné par"


def _read(text: str) -> Any:
    return read(text.encode(), "updates.csv", options=ImportOptions(base=BASE, id_prefix="test.made-up"))


@pytest.mark.parametrize(
    "who", ["Renseigné par", "Déclaré par", "Rapporteur", "Responsable de la saisie", "الجهة المصرحة"]
)
def test_reports_on_a_base_are_no_new_plan(who: str) -> None:
    heads = _HEADS.replace("Renseigné par", who)
    done = _read(f"{heads}\nT1 2025;1.1;Activité inventée;En cours;45 %;Abc.;Def\nT1 2025;2;Deux;Réalisé;100 %;Ghi.;")
    tree = tree_of(done)
    assert tree["plans"] == BASE["plans"]
    updates = tree["progress_updates"]
    assert [(each["target"], each["progress"]) for each in updates] == [
        ("test.made-up:m11", 45),
        ("test.made-up:c2", 100),
    ]
    assert updates[0]["text"] == {"fr": "Abc."}
    assert updates[0]["by"] == {"name": {"fr": "Def"}}


@pytest.mark.parametrize("heading", ["Code", "Cible", "Référence"])
def test_codes_name_objects_of_any_kind(heading: str) -> None:
    done = _read(f"Période;{heading};Statut;text\nT1 2025;1.1;En cours;Abc.\nT2 2025;1.1;Réalisé;Def.")
    assert {each["target"] for each in tree_of(done)["progress_updates"]} == {"test.made-up:m11"}
    assert "import/target-unknown" not in codes(done)


@pytest.mark.parametrize(
    "headings",
    [
        "N°;Engagement",
        "N°;Activité",
        "N°;Engagement / activité",
        "N° du projet ou de l’activité;Projet ou activité",
        "No. of the commitment or milestone;Commitment / milestone",
        "رقم المشروع أو النشاط;المشروع أو النشاط",
        "N°;Compromiso o hito",
    ],
)
def test_number_and_title_name_objects_of_any_kind(headings: str) -> None:
    rows = "T1 2025;1.1;Activité inventée;En cours;Abc.\nT1 2025;2;Deux;Réalisé;Def."
    done = _read(f"Période;{headings};Statut;Réalisations\n{rows}")
    targets = [each["target"] for each in tree_of(done)["progress_updates"]]
    assert targets == ["test.made-up:m11", "test.made-up:c2"]
    assert not {"import/target-unknown", "import/target-ambiguous"} & set(codes(done))


def test_a_new_title_with_the_number_of_an_object_of_another_kind_is_unknown() -> None:
    done = _read("Période;N°;Activité;Statut;Réalisations\nT1 2025;2;Nouvelle;En cours;Abc.")
    assert "import/target-unknown" in codes(done)


def test_a_title_that_the_object_has_not_is_kept() -> None:
    (update,) = tree_of(_read(f"{_HEADS}\nT1 2025;1.1;Autre nom;En cours;45 %;Abc.;"))["progress_updates"]
    assert [each["text"] for each in update["x_unmapped"]] == ["Autre nom"]


def test_number_and_title_of_two_objects_are_ambiguous() -> None:
    assert "import/target-ambiguous" in codes(_read(f"{_HEADS}\nT1 2025;1.1;Deux;En cours;45 %;Abc.;"))


def test_a_plan_with_its_period_is_still_a_plan() -> None:
    done = _read("N°;Projet;Responsable;Période;Statut;Réalisations\n1;Un;Service;2025;En cours;Abc.")
    (plan,) = tree_of(done)["plans"]
    assert [each["leads"] for each in plan["commitments"]] == [[{"name": {"fr": "Service"}}]]


@pytest.mark.parametrize("heads", ["Projet;Activité;Période;Statut", "المشروع;النشاط;الفترة;الحالة"])
def test_what_is_named_once_with_its_time_and_state_is_planned(heads: str) -> None:
    data = f"{heads}\nPortail;Ouvrir;2025-2026;En cours\nPortail;Former;2027;Non démarré".encode()
    done = read(data, "plan.csv", options=ImportOptions(id_prefix="test.made-up"))
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    assert [(one.get("start"), one["due"]) for one in commitment["milestones"]] == [("2025", "2026"), (None, "2027")]
    assert "progress_updates" not in tree_of(done)


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        (
            "Photos ; https://example.org/a.pdf",
            [{"title": {"fr": "Photos"}}, {"url": "https://example.org/a.pdf"}],
        ),
        (
            "https://example.org/a https://example.org/b",
            [{"url": "https://example.org/a"}, {"url": "https://example.org/b"}],
        ),
        ("Voir https://example.org/a", [{"title": {"fr": "Voir https://example.org/a"}}]),
        ("https://example.org/a;b=1", [{"url": "https://example.org/a;b=1"}]),
        ("Photos ; affiches", [{"title": {"fr": "Photos ; affiches"}}]),
    ],
)
def test_evidence_with_an_address_among_it_is_several(cell: str, evidence: list[dict[str, Any]]) -> None:
    done = _read(f'Période;Code;Statut;Réalisations;Preuves\nT1 2025;1.1;En cours;Abc.;"{cell}"')
    (update,) = tree_of(done)["progress_updates"]
    assert update["evidence"] == evidence


@pytest.mark.parametrize("heading", ["Code projet", "Projet", "N° de l’engagement", "رقم المشروع"])
def test_the_number_of_an_activity_under_a_heading_of_projects_is_its_own(heading: str) -> None:
    done = _read(f"{heading};Statut;Période\n1.1;En cours;T1 2025\n2;Réalisé;T1 2025")
    assert [each["target"] for each in tree_of(done)["progress_updates"]] == ["test.made-up:m11", "test.made-up:c2"]
    assert "import/assumed" in codes(done)
    assert "import/target-unknown" not in codes(done)


def test_the_number_of_a_project_under_a_heading_of_activities_is_its_own() -> None:
    done = _read("Code activité;Statut;Période\n2;En cours;T1 2025\n1.1;Réalisé;T1 2025\n9.9;Réalisé;T1 2025")
    assert [each["target"] for each in tree_of(done)["progress_updates"]] == ["test.made-up:c2", "test.made-up:m11"]
    assert "import/target-unknown" in codes(done)


@pytest.mark.parametrize(
    ("heads", "state"),
    [("Code projet;Date;Niveau", "status"), ("N°;Date;Situation;Observations", "status"), ("Code;Période;المستوى", "")],
)
def test_states_under_headings_that_may_head_others(heads: str, state: str) -> None:
    done = _read(f"{heads}\n1.1;31/03/2025;En cours;Abc\n2;31/03/2025;Réalisé;Def")
    updates = tree_of(done)["progress_updates"]
    assert [each["status"]["code"] for each in updates] == ["in_progress", "completed"]
    assert not state or [each["date"] for each in updates] == ["2025-03-31"] * 2


def test_levels_that_are_no_states_are_kept() -> None:
    done = _read("Code projet;Statut;Période;Niveau\n1.1;En cours;T1 2025;Régional\n2;Réalisé;T1 2025;Communal")
    assert "import/column-unmapped" in codes(done)


def test_codes_beside_titles_with_days_and_states_report_on_a_base() -> None:
    done = _read("Projet;Activité;Date;Statut\nUn;1.1;31/03/2025;En cours")
    assert [each["target"] for each in tree_of(done)["progress_updates"]] == ["test.made-up:m11"]


@pytest.mark.parametrize(
    ("heading", "field"), [("الدليل", "evidence"), ("Rempli par", "by"), ("Ce qui a bougé", "text")]
)
def test_further_headings_of_updates(heading: str, field: str) -> None:
    done = _read(f"Code projet;Statut;Période;{heading}\n1.1;En cours;T1 2025;https://example.org/a")
    assert field in tree_of(done)["progress_updates"][0]


def test_titles_that_recur_with_periods_report_on_a_base() -> None:
    rows = "mai 2025;Un;20;RAS\njuin 2025;Un;35;Abc\njuin 2025;Deux;100;Def"
    updates = tree_of(_read(f"Mois;Objet;Taux (%);Observation du mois\n{rows}"))["progress_updates"]
    said = [(each["target"], each["period"]["start"], each["progress"]) for each in updates]
    assert said == [("test.made-up:c1", "2025-05", 20), ("test.made-up:c1", "2025-06", 35),
                    ("test.made-up:c2", "2025-06", 100)]  # fmt: skip
    assert all("text" in each for each in updates)


def test_remarks_are_what_was_done_where_nothing_else_says_it() -> None:
    done = _read("Code projet;Statut;Période;Observations\n1.1;En cours;T1 2025;Abc\n2;Réalisé;T1 2025;Def")
    assert [each["text"] for each in tree_of(done)["progress_updates"]] == [{"fr": "Abc"}, {"fr": "Def"}]
    done = _read("Code projet;Statut;Période;Observations;Réalisations\n1.1;En cours;T1 2025;Abc;Def")
    assert [each["text"] for each in tree_of(done)["progress_updates"]] == [{"fr": "Def"}]


@pytest.mark.parametrize("heading", ["% réalisé", "Réalisé (%)", "Progress so far"])
def test_percentages_under_words_for_what_was_done_are_rates(heading: str) -> None:
    done = _read(f"Période;Code;Statut;{heading};Commentaire\nT1 2025;1.1;En cours;40 %;Abc.\nT2 2025;1.1;;60 %;Def.")
    updates = tree_of(done)["progress_updates"]
    assert [each["progress"] for each in updates] == [40, 60]
    assert [each["text"] for each in updates] == [{"fr": "Abc."}, {"fr": "Def."}]


@pytest.mark.parametrize(
    ("heading", "said", "field"),
    [
        ("التقدم", ["تم شراء الخادم", "تم الإطلاق"], "text"),
        ("Taux d’avancement", ["Serveur acheté", "Ouvert"], "text"),
        ("Progress", ["40", "60"], "progress"),
        ("Progress", ["40%", "60%"], "progress"),
        ("Progress", ["40 rooms", "60"], "text"),
        ("Réalisations", ["40", "60"], "text"),
        ("مستوى الإنجاز", ["40%", "60%"], "progress"),
        ("Niveau de réalisation", ["40 %", "60 %"], "progress"),
    ],
)
def test_cells_tell_what_was_done_from_how_far_it_is(heading: str, said: list[str], field: str) -> None:
    rows = "\n".join(f"1.1;T{number} 2025;En cours;{text}" for number, text in enumerate(said, start=1))
    done = _read(f"Code;Période;Statut;{heading}\n{rows}")
    updates = tree_of(done)["progress_updates"]
    assert [field in each for each in updates] == [True, True]
    assert [each["progress"] for each in updates] == [40, 60] if field == "progress" else "progress" not in updates[0]


@pytest.mark.parametrize(
    "heads",
    [
        "Période de rapportage;N°;Description des réalisations;Difficultés;Solutions proposées",
        "الفترة المشمولة بالتقرير;الرقم;ملخص;الصعوبات;الحلول المقترحة",
        "Reporting period;Target;Summary;Delays;Proposed solutions",
    ],
)
def test_headings_of_further_hands(heads: str) -> None:
    (update,) = tree_of(_read(f"{heads}\nT1 2025;1.1;Abc;Def;Ghi"))["progress_updates"]
    told = [[*update[name].values()] for name in ("text", "challenges", "next_steps")]
    assert (update["period"]["start"], told) == ("2025-Q1", [["Abc"], ["Def"], ["Ghi"]])


@pytest.mark.parametrize(
    ("said", "value"), [("12", {"value": "12"}), ("12,5", {"value": "12.5"}), ("5 jours", {"text": {"fr": "5 jours"}})]
)
def test_values_are_numbers_or_words(said: str, value: dict[str, Any]) -> None:
    (update,) = tree_of(_read(f"Période;Code;Statut;Valeur\nT1 2025;1.1;En cours;{said}"))["progress_updates"]
    assert update["value"] == value


@pytest.mark.parametrize(
    ("above", "said"),
    [
        ("Suivi du plan d’action - 1er semestre 2025", {"period": {"start": "2025-H1", "end": "2025-H1"}}),
        ("Situation au 30/06/2025", {"date": "2025-06-30"}),
        ("Plan de 2025", {}),
    ],
)
def test_what_stands_above_says_when_rows_do_not(above: str, said: dict[str, Any]) -> None:
    done = _read(f"{above};;;\nN°;Engagement;Statut;Difficultés\n1;Un;En cours;Abc\n2;Deux;Réalisé;Def")
    updates = tree_of(done)["progress_updates"]
    assert [{name: one[name] for name in ("date", "period") if name in one} for one in updates] == [said, said]
    assert ("import/report-without-date" in codes(done)) == (not said)


@pytest.mark.parametrize("heading", ["Issues / Risks", "Risques et difficultés", "المعيقات و الصعوبات"])
def test_headings_of_two_names_for_the_same(heading: str) -> None:
    (update,) = tree_of(_read(f"Période;Code;Statut;{heading}\nT1 2025;1.1;En cours;Abc"))["progress_updates"]
    assert [*update["challenges"].values()] == ["Abc"]


def test_headings_of_two_things_are_neither() -> None:
    (update,) = tree_of(_read("Période;Code;Statut;Réalisations / Risques\nT1 2025;1.1;En cours;Abc"))[
        "progress_updates"
    ]
    assert [each["text"] for each in update["x_unmapped"]] == ["Abc"]


@pytest.mark.parametrize("heading", ["القيمة المحققة", "Valeur atteinte", "Current value"])
def test_values_under_headings_of_plans(heading: str) -> None:
    (update,) = tree_of(_read(f"Période;Code;Statut;{heading}\nT1 2025;1.1;En cours;12"))["progress_updates"]
    assert update["value"] == {"value": "12"}
