"""Minutes whose headings number what they ask for, say it in other words, or name no kind of workshop; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.wording.words.ordinals import without_ordinal

PROBLEM, SOLUTION, RECOMMENDATION = "problem", "solution", "recommendation"


def _groups(made: Any) -> list[list[tuple[str, str]]]:
    (workshop,) = tree_of(made)["workshops"]
    return [
        [(each["kind"], next(iter(each["text"].values()))) for each in group.get("contributions", [])]
        for group in workshop["working_groups"]
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ("! أولا: الإشكاليات المطروحة", "! ثانيا: الحلول المقترحة", "! ثالثا: التوصيات"),
        ("أولا - الإشكاليات", "ثانيا - الحلول", "ثالثا - التوصيات"),
        ("أ- الإشكاليات", "ب- الحلول", "ج- التوصيات"),
        ("أ) أهم المشاكل المثارة:", "ب) الحلول التي تم طرحها:", "ج) توصيات المجموعة:"),
    ],
)
def test_arabic_labels_with_an_ordinal_or_a_letter(labels: tuple[str, str, str]) -> None:
    first, second, third = labels
    made = read_paper(
        "! محضر ورشة الإعداد المشترك",
        "## المجموعة الأولى: دعم الديمقراطية التشاركية",
        first,
        "1- ضعف التواصل مع الجمعيات.",
        "2- قلة الفضاءات.",
        second,
        "1- فتح فضاء.",
        third,
        "1- عقد لقاءات.",
        "## المجموعة الثانية: الرقمنة",
        first,
        "- بطء الخدمات.",
    )
    assert _groups(made) == [
        [
            (PROBLEM, "ضعف التواصل مع الجمعيات."),
            (PROBLEM, "قلة الفضاءات."),
            (SOLUTION, "فتح فضاء."),
            (RECOMMENDATION, "عقد لقاءات."),
        ],
        [(PROBLEM, "بطء الخدمات.")],
    ]
    assert (codes_of(made), unmapped(made)) == ([], {})


@pytest.mark.parametrize(
    ("label", "kind", "sure"),
    [
        ("! Premièrement : Les problèmes", PROBLEM, True),
        ("! A. Principaux problèmes soulevés", PROBLEM, True),
        ("! I- Difficultés relevées :", PROBLEM, True),
        ("! II – Solutions proposées par le groupe", SOLUTION, True),
        ("Recommandations du groupe", RECOMMENDATION, True),
        ("Propositions des participants :", "proposal", True),
        ("! Points faibles", PROBLEM, True),
        ("! Solutions et propositions", SOLUTION, False),
        ("! Problèmes et solutions", "other", False),
        ("! Points forts", "other", False),
        ("! Besoins exprimés", "other", False),
        ("! التوصيات والمقترحات", RECOMMENDATION, False),
        ("! Key issues raised by participants", PROBLEM, True),
        ("! Principales dificultades", PROBLEM, True),
    ],
)
def test_lists_under_other_words_have_a_kind_of_the_list_and_a_doubtful_one_is_said(
    label: str, kind: str, sure: bool
) -> None:
    made = read_paper("! Compte rendu de l’atelier de co-création", "# Groupe 1 : Numérique", label, "* Xxxx yyyy")
    assert _groups(made) == [[(kind, "Xxxx yyyy")]]
    assumed = [finding.params["value"] for finding in made.findings if finding.code == "import/assumed"]
    assert assumed == ([] if sure else [kind])


def test_a_heading_numbered_by_word_is_a_label_where_it_is_bold() -> None:
    from docx import Document
    from tests.formats.word.papers import checked, to_bytes

    from opengov_local.formats.word.word_format import read

    paper = Document()
    paper.add_heading("Compte rendu de l’atelier de co-création", 0)
    paper.add_heading("Groupe 1 : Numérique", 1)
    paper.add_paragraph(style="List Number").add_run("Problèmes").bold = True
    paper.add_paragraph("Réseau absent", style="List Bullet")
    made = checked(read(to_bytes(paper), "made-up.docx"))
    assert _groups(made) == [[(PROBLEM, "Réseau absent")]]


def test_what_stands_under_an_unknown_heading_of_minutes_is_kept_and_said() -> None:
    made = read_paper(
        "! Compte rendu de l’atelier de co-création",
        "# Groupe 1 : Numérique",
        "! Déroulé de la matinée",
        "Les membres se sont présentés.",
        "Réponse : la commune étudiera.",
    )
    assert unmapped(made) == {
        "paragraph 4": "Les membres se sont présentés.",
        "paragraph 5": "la commune étudiera.",
    }
    assert codes_of(made) == ["import/label-unknown", "import/pieces-kept"]
    assert made.findings[0].params["text"] == "Déroulé de la matinée"


def test_a_table_of_minutes_that_is_not_understood_is_counted() -> None:
    made = read_paper("! Compte rendu de l’atelier de co-création", "Date : 3 mai 2025", [["Xxx", "Yyy"], ["1", "2"]])
    assert [finding.params.get("count") for finding in made.findings if finding.code == "import/pieces-kept"] == [4]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Rapport de synthèse de l’atelier de concertation", "public_consultation"),
        ("PV de l’atelier participatif", "co_creation"),
        ("Synthèse des ateliers citoyens", "co_creation"),
        ("Rapport de la consultation citoyenne", "public_consultation"),
        ("Rapport de l’atelier citoyen « Namur à livre ouvert »", "co_creation"),
        ("Minutes of the citizen workshop", "co_creation"),
        ("Compte rendu de l’atelier citoyen de suivi du programme", "follow_up"),
        ("Summary of the public consultation", "public_consultation"),
        ("محضر اللقاء التشاوري حول البرنامج", "public_consultation"),
        ("محضر اجتماع اللجنة المختلطة لتتبع البرنامج", "follow_up"),
        ("خلاصات الورشة التشاركية", "co_creation"),
        ("Compte rendu de la réunion publique", None),
        ("Relevé de conclusions de l’atelier", None),
        ("تقرير حول اليوم الدراسي", None),
    ],
)
def test_every_workshop_has_a_kind_and_one_that_no_word_tells_is_said_to_be_assumed(
    title: str, kind: str | None
) -> None:
    made = read_paper(f"= {title}", "# Groupe 1 : Xxx", "Problèmes :", "* Yyy")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["kind"] == (kind or "other")
    assumed = [each.params["value"] for each in made.findings if each.code == "import/assumed"]
    likely = any(word in title for word in ("participatif", "citoyens", "citoyen «", "citizen", "التشاركية"))
    assert assumed == ([workshop["kind"]] if kind is None or likely else [])


def test_a_part_of_a_plan_on_its_consultation_makes_no_minutes_of_it() -> None:
    made = read_paper(
        "= Programme d’ouverture de la commune d’Exemple 2025-2026",
        "# Résultats de la concertation",
        "Trois ateliers ont eu lieu.",
        "# Projet 1 : Portail",
        "Objectifs : publier",
        "Difficultés : réseau",
    )
    assert "workshops" not in tree_of(made)
    assert [each["title"]["fr"] for each in tree_of(made)["plans"][0]["commitments"]] == ["Portail"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("أولا: الإشكاليات", "الإشكاليات"),
        ("ب-الحلول", "الحلول"),
        ("IV – Suites", "Suites"),
        ("Primo, publier", "publier"),
        ("Publier : vite", ""),
        ("Le portail", ""),
        ("", ""),
    ],
)
def test_what_stands_behind_an_ordinal(text: str, rest: str) -> None:
    assert without_ordinal(text) == rest


def _decisions(made: Any) -> list[tuple[str, str | None]]:
    (workshop,) = tree_of(made)["workshops"]
    holders = [workshop, *workshop.get("working_groups", [])]
    return [
        (next(iter(each["text"].values())), each.get("disposition", {}).get("status"))
        for holder in holders
        for each in holder.get("contributions", [])
    ]


@pytest.mark.parametrize(
    ("heading", "decision"),
    [
        ("! Propositions retenues", "accepted"),
        ("! Propositions non retenues", "rejected"),
        ("II. Propositions rejetées :", "rejected"),
        ("! Recommandations acceptées par le groupe", "accepted"),
        ("! Propositions partiellement retenues", "partly_accepted"),
        ("! Solutions à l’étude", "under_study"),
        ("! Rejected proposals", "rejected"),
        ("! المقترحات المقبولة", "accepted"),
        ("! المقترحات المرفوضة", "rejected"),
        ("! المقترحات التي لم يتم قبولها", "rejected"),
        ("! التوصيات المعتمدة", "accepted"),
        ("! المقترحات المقدمة من قبل المشاركين", None),
        ("! Solutions de reprise", None),
        ("! Problèmes retenus", None),
        ("! Propositions formulées", None),
    ],
)
def test_headings_that_say_what_became_of_contributions_decide_all_below_them(
    heading: str, decision: str | None
) -> None:
    title = "! محضر ورشة الإعداد المشترك" if "ا" in heading else "! Compte rendu de l’atelier"
    made = read_paper(title, heading, "* un", "* deux")
    assert _decisions(made) == [("un", decision), ("deux", decision)]
    assert made.account is not None
    told = {str(entry.piece.place) for entry in made.account.of("mapped") if entry.field == "disposition.status"}
    assert told == ({"paragraph 2"} if decision else set())


def test_a_heading_that_may_deny_its_decision_is_kept_and_decides_nothing() -> None:
    made = read_paper("! Compte rendu de l’atelier", "Propositions qui n’ont pas été retenues :", "- Un stade")
    assert _decisions(made) == [("Un stade", None)]
    assert unmapped(made) == {"paragraph 2": "Propositions qui n’ont pas été retenues :"}


def test_a_decision_alone_is_of_the_kind_above_it() -> None:
    made = read_paper(
        "! Compte rendu de l’atelier",
        "## Propositions",
        "Retenues :",
        "- Un portail",
        "Non retenues :",
        "- Un stade",
        "## Problèmes",
        "- Le retard",
    )
    assert _decisions(made) == [("Un portail", "accepted"), ("Un stade", "rejected"), ("Le retard", None)]
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    "rows",
    [
        [["Propositions retenues", "Propositions rejetées"], ["Un portail", "Un stade"]],
        [["Thème", "Propositions retenues", "Propositions rejetées"], ["Numérique", "Un portail", "Un stade"]],
        [["Propositions retenues", "Un portail"], ["Propositions rejetées", "Un stade"]],
    ],
)
def test_headings_in_tables_decide_what_stands_beside_or_below_them(rows: list[list[str]]) -> None:
    made = read_paper("! Compte rendu de l’atelier", "Date : 3 mai 2025", rows)
    assert _decisions(made) == [("Un portail", "accepted"), ("Un stade", "rejected")]


@pytest.mark.parametrize(
    ("title", "heading", "item", "head"),
    [
        ("Acta del taller participativo", "Propuestas", "Registro público", ["Entidad", "Representante"]),
        ("Compte rendu de l’atelier", "Propositions", "Registre public", ["Entité", "Représentant"]),
        ("محضر ورشة الإعداد المشترك", "الاقتراحات", "سجل عمومي", ["الجمعية", "الممثل"]),
        ("Minutes of the workshop", "Proposals", "Public register", ["Entity", "Representative"]),
    ],
)
def test_a_table_of_those_who_came_is_no_list_of_proposals(
    title: str, heading: str, item: str, head: list[str]
) -> None:
    made = read_paper(
        f"# {title}", f"### {heading}", f"– {item}", [head, ["Club Alfa", "Ada Beta"], ["Nexo", "Eda Ro"]]
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [next(iter(each["text"].values())) for each in workshop["contributions"]] == [item]
    parties = [each["party"] for each in workshop["participants"]]
    names = [(*each["name"].values(), *each["person"]["name"].values()) for each in parties]
    assert (names, unmapped(made)) == ([("Club Alfa", "Ada Beta"), ("Nexo", "Eda Ro")], {})


def test_a_table_of_people_below_proposals_is_kept_whatever_stands_beside_them() -> None:
    rows = [["Nom", "Signature"], ["Ada Beta", "lu"], ["Eda Ro", "vu"]]
    made = read_paper("# Compte rendu de l’atelier", "### Propositions", "– Registre public", rows)
    (workshop,) = tree_of(made)["workshops"]
    assert [next(iter(each["text"].values())) for each in workshop["contributions"]] == ["Registre public"]
    assert {"Ada Beta", "Eda Ro"} <= set(unmapped(made).values())


@pytest.mark.parametrize("label", ["رئاسة الجلسة", "ترأست اللقاء", "Séance présidée par", "Présidence de séance"])
def test_who_presided_in_other_words(label: str) -> None:
    made = read_paper("= Compte rendu de l’atelier inventé", f"{label} : Mme Exemple Un", "Problèmes :", "* Abc")
    (workshop,) = tree_of(made)["workshops"]
    assert [[*each["name"].values()] for each in workshop["chairs"]] == [["Mme Exemple Un"]]
