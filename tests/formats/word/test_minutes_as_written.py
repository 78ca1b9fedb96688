"""Minutes as councils write them: groups as items or plain headings, rows of single words, agendas; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

TITLE = "= Compte rendu de l’atelier"


def _workshop(made: Any) -> dict[str, Any]:
    (workshop,) = tree_of(made)["workshops"]
    assert isinstance(workshop, dict)
    return workshop


def _brought(workshop: dict[str, Any]) -> list[tuple[str | None, str, list[tuple[str, str]]]]:
    """Gives number, title and contributions of each group."""
    return [
        (
            group.get("number"),
            next(iter(group["title"].values())),
            [(each["kind"], next(iter(each["text"].values()))) for each in group["contributions"]],
        )
        for group in workshop["working_groups"]
    ]


def test_items_that_name_groups_begin_them() -> None:
    made = read_paper(
        "= PV de l’atelier participatif",
        "Groupes de travail :",
        *("* Groupe 1 : Transparence", "** Problème : budget non publié", "** Solution : publier le budget"),
        *("* Groupe 2 : Participation", "** Problème : jeunes absents", "** Solution : créer un conseil"),
    )
    assert _brought(_workshop(made)) == [
        ("1", "Transparence", [("problem", "budget non publié"), ("solution", "publier le budget")]),
        ("2", "Participation", [("problem", "jeunes absents"), ("solution", "créer un conseil")]),
    ]
    assert unmapped(made) == {}


def test_minutes_with_numbered_axes_and_labelled_lines_are_no_plan() -> None:
    made = read_paper(
        "= محضر ورشة الإعداد المشترك",
        *("المحور 1: الشفافية", "- الإشكالية: عدم النشر", "- المقترح: نشر الميزانية"),
        *("المحور 2: المشاركة", "- الإشكالية: غياب الشباب", "- المقترح: إحداث مجلس"),
    )
    assert "plans" not in tree_of(made)
    assert _brought(_workshop(made)) == [
        ("1", "الشفافية", [("problem", "عدم النشر"), ("proposal", "نشر الميزانية")]),
        ("2", "المشاركة", [("problem", "غياب الشباب"), ("proposal", "إحداث مجلس")]),
    ]


@pytest.mark.parametrize(
    ("title", "one", "two", "numbers"),
    [
        ("محضر اجتماع", "أولا: الشفافية", "ثانيا: المشاركة", ("1", "2")),
        ("محضر ورشة الإعداد المشترك", "الشفافية", "المشاركة", (None, None)),
        ("محضر ورشة الإعداد المشترك", "1. الشفافية", "2. المشاركة", ("1", "2")),
    ],
)
def test_headings_over_what_was_brought_are_groups_which_is_said(
    title: str, one: str, two: str, numbers: tuple[str | None, str | None]
) -> None:
    made = read_paper(
        f"= {title}",
        *(f"# {one}", "الإشكاليات", "عدم النشر", "المقترحات", "نشر الميزانية"),
        *(f"# {two}", "الإشكاليات", "غياب الشباب"),
    )
    workshop = _workshop(made)
    assert next(iter(workshop["title"].values())) == title
    assert [(number, name) for number, name, _ in _brought(workshop)] == [
        (numbers[0], "الشفافية"),
        (numbers[1], "المشاركة"),
    ]
    assert codes_of(made).count("import/assumed") >= 2


def test_one_heading_or_named_groups_open_no_other_groups() -> None:
    made = read_paper(
        TITLE, "# Groupe 1 : Eau", "## Échanges", "Problèmes", "Fuites", "## Suites", "Solutions", "Réparer"
    )
    assert [name for _, name, _ in _brought(_workshop(made))] == ["Eau"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Problèmes", "Solutions"], ["Budget", "Formation"], ["Communication", "Suivi"]],
        [["Problème", "Proposition"], ["Responsable", "Budget"], ["Solution", "Formation"]],
        [["الإشكالية", "المقترح"], ["الميزانية", "التكوين"], ["التواصل", "التتبع"]],
    ],
)
def test_rows_of_single_words_are_contributions_though_they_are_labels(rows: list[list[str]]) -> None:
    made = read_paper(TITLE, "# Groupe 1 : Eau", rows)
    ((_, _, brought),) = _brought(_workshop(made))
    assert [text for _, text in brought] == [*rows[1], *rows[2]]
    assert unmapped(made) == {}


def test_what_stands_below_a_numbered_agenda_is_no_point_of_it() -> None:
    made = read_paper(TITLE, "Ordre du jour :", "1. Ouverture", "2. Divers", "Points discutés", "Le président a parlé.")
    assert _workshop(made)["agenda"] == [{"fr": "Ouverture"}, {"fr": "Divers"}]
    assert "Le président a parlé." in unmapped(made).values()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "Mme Salma Exemple, cheffe du service informatique",
            {"person": {"name": {"fr": "Mme Salma Exemple"}, "role": {"fr": "cheffe du service informatique"}}},
        ),
        (
            "Association A (M. Karim Exemple)",
            {"name": {"fr": "Association A"}, "person": {"name": {"fr": "M. Karim Exemple"}}},
        ),
        ("Service B, représenté par Mme X", {"name": {"fr": "Service B"}, "person": {"name": {"fr": "Mme X"}}}),
        ("جمعية أ (السيد كريم مثال)", {"name": {"ar": "جمعية أ"}, "person": {"name": {"ar": "السيد كريم مثال"}}}),
        ("Service B (pilote)", {"name": {"fr": "Service B (pilote)"}}),
    ],
)
def test_a_person_beside_a_body_is_no_part_of_its_name(words: str, wanted: dict[str, Any]) -> None:
    made = read_paper("= Programme d’ouverture 2025-2026", "# Engagement 1 : Portail", f"Responsable : {words}")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["leads"] == [wanted]


def test_participants_by_category_are_counted_and_their_total_is_kept() -> None:
    rows = [["Catégorie", "Nombre", "Dont femmes"], ["Élus", "12 personnes", "4"], ["Total", "12", "4"]]
    made = read_paper(TITLE, "! Participation", rows)
    assert _workshop(made)["participants"] == [{"party": {"name": {"fr": "Élus"}}, "count": 12, "women": 4}]
    assert set(unmapped(made).values()) == {"Total", "12", "4"}


def test_who_spoke_is_the_author_as_a_person() -> None:
    made = read_paper(
        TITLE, [["Intervenant", "Intervention"], ["M. A, association B", "Publier"], ["Service C", "Former"]]
    )
    assert [each["author"] for each in _workshop(made)["contributions"]] == [
        {"person": {"name": {"fr": "M. A"}}, "name": {"fr": "association B"}},
        {"name": {"fr": "Service C"}},
    ]


def test_headings_of_kinds_with_nothing_below_bring_nothing() -> None:
    made = read_paper(TITLE, "# Groupe 1 : Eau", [["Problème", "Proposition"]], "Recommandations :", "- Publier")
    assert _brought(_workshop(made)) == [("1", "Eau", [("recommendation", "Publier")])]


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("Propositions :", "Décisions :"),
        ("Propositions :", "Remerciements :"),
        ("Propositions :", "Réponses du président :"),
        ("Proposals:", "Decisions:"),
        ("المقترحات:", "القرارات:"),
        ("المقترحات:", "أجوبة الرئيس:"),
    ],
)
@pytest.mark.parametrize("item", ["- ", ""])
def test_what_is_told_behind_what_was_brought_is_no_part_of_it(asked: str, head: str, item: str) -> None:
    lines = [f"{item}Ouvrir un portail", head, f"{item}Les offres seront publiées", "Prochaine réunion : 20 mai 2026"]
    imported = read_paper("= Compte rendu de l’atelier", "Groupe 1 : Transparence", asked, *lines)
    (workshop,) = tree_of(imported)["workshops"]
    (group,) = workshop["working_groups"]
    assert [[*one["text"].values()] for one in group["contributions"]] == [["Ouvrir un portail"]]
    assert {"Les offres seront publiées", "20 mai 2026"} <= {
        text.removeprefix("- ").rpartition(" : ")[2] for text in unmapped(imported).values()
    }


@pytest.mark.parametrize(
    ("title", "chair", "others"),
    [
        ("محضر ورشة الإعداد المشترك", "رئيس الجلسة", "نقطة الارتكاز"),
        ("محضر ورشة الإعداد المشترك", "رئيس الجلسة", "المقرر"),
        ("Compte rendu de l’atelier de co-création", "Présidence", "Rapporteur"),
    ],
)
@pytest.mark.parametrize("said", [False, True])
def test_of_those_who_sign_only_the_president_presides(title: str, chair: str, others: str, said: bool) -> None:
    above = [f"{chair} : Said Azzouzi"] if said else []
    signed = [[f"{chair}\nSaid Azzouzi", f"{others}\nNajim Tahiri"]]
    ended = ["# التوصيات العامة" if "ر" in chair else "# Recommandations", "- Un guichet", "Fait le 16 février 2026"]
    imported = read_paper(f"= {title}", *above, *ended, signed)
    (workshop,) = tree_of(imported)["workshops"]
    assert [next(iter(each["name"].values())) for each in workshop["chairs"]] == ["Said Azzouzi"]
    assert "Najim Tahiri" not in str([one["text"] for one in workshop["contributions"]])
    assert any("Najim Tahiri" in text for text in unmapped(imported).values())
