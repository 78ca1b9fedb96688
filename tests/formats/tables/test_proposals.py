"""Registers of proposals: their texts under headings nobody knows, numbers, days and places; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

FR = ["N° de la proposition", "Déposée le", "?", "Déposant", "Nb de soutiens", "Suite donnée", "Motif"]
AR = ["رقم المقترح", "تاريخ الإيداع", "?", "صاحب المقترح", "عدد الأصوات", "القرار", "التعليل"]
EN = ["Proposal no.", "Date received", "?", "From", "Likes", "Outcome", "We did"]
ES = ["N.º de propuesta", "Recibida el", "?", "Colectivo", "Apoyos", "Decisión", "Motivo"]
FIRST = [1, "2026-05-02", "Publier le budget de la commune chaque mois", "Association Amal", 12, "Oui", "Bonne idée"]
SECOND = [2, "2026-05-03", "Éclairer la place du marché le soir", "Un habitant", 3, "No", "Hors budget"]


def _workshop(*rows: list[Any]) -> tuple[dict[str, Any], list[str]]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    tree = shown(imported)
    assert "plans" not in tree
    return tree["workshops"][0], codes(imported)


def _texts(workshop: dict[str, Any]) -> list[str]:
    return [next(iter(each["text"].values())) for each in workshop["contributions"]]


@pytest.mark.parametrize("header", [FR, AR, EN, ES])
@pytest.mark.parametrize("words", ["Ce qu'on nous a écrit", "ما جاء على لسان الساكنة", "Remarque"])
def test_the_widest_unknown_column_beside_decisions_is_what_people_said(header: list[str], words: str) -> None:
    for order in (range(7), (0, 3, 5, 6, 2, 1, 4)):
        rows = [words if cell == "?" else cell for cell in header], FIRST, SECOND
        workshop, said = _workshop(*([row[at] for at in order] for row in rows))
        first, second = workshop["contributions"]
        assert _texts(workshop) == [FIRST[2], SECOND[2]]
        assert (first["number"], first["date"], first["supporters"]) == ("1", "2026-05-02", 12)
        assert next(iter(first["author"]["name"].values())) == FIRST[3]
        assert [each["disposition"]["status"] for each in (first, second)] == ["accepted", "rejected"]
        assert "import/heading-uncertain" in said


@pytest.mark.parametrize(
    "words", ["Contribution du citoyen", "Proposition / idée", "مضمون المقترح", "Comment or suggestion", "Demanda"]
)
def test_known_texts_need_no_guess(words: str) -> None:
    workshop, said = _workshop(["Ref", "From", words, "Outcome"], ["1", "Amal", "Eau", "Accepted"])
    assert _texts(workshop) == ["Eau"]
    assert "import/heading-uncertain" not in said


def test_of_two_columns_of_texts_none_is_guessed() -> None:
    grid = sheet(
        ["Ref", "From", "Abc", "Def", "Outcome"], ["1", "Amal", "Une longue phrase", "Une autre phrase", "Yes"]
    )
    imported = read(grid)
    assert "workshops" not in shown(imported)
    assert "import/sheet-unread" in codes(imported)
    assert accounted(imported, grid)


def test_a_table_of_projects_with_a_decision_stays_one_of_projects() -> None:
    grid = sheet(
        ["Projet", "Détail libre", "Décision", "Motif"], ["Portail", "Un site pour tout publier", "Oui", "Utile"]
    )
    tree = shown(read(grid))
    assert "workshops" not in tree
    assert tree["plans"][0]["commitments"][0]["title"] == {"fr": "Portail"}


TABLE = [["Problèmes", "Solutions"], ["Fuites", "Réparer"]]


@pytest.mark.parametrize(
    "above",
    [
        [["Atelier de co-création"], ["Date :", "Jeudi 12 mars 2026"], ["Lieu :", "Maison des jeunes"]],
        [["Atelier de co-création"], ["Date : 12 mars 2026 - Lieu : Maison des jeunes"]],
        [["Atelier de co-création"], ["Lieu : Maison des jeunes ; Date : 12/03/2026"]],
        [["Objet :", "Atelier de co-création"], ["Lieu et date", "Maison des jeunes, le jeudi 12 mars 2026"]],
        [["Date", "12/03/2026", "Lieu", "Maison des jeunes"], ["Atelier de co-création"]],
        [["Atelier de co-création"], ["المكان: Maison des jeunes", "التاريخ: 12 مارس 2026"]],
    ],
)
def test_day_and_place_above_the_table(above: list[list[Any]]) -> None:
    workshop, said = _workshop(*above, [""], *TABLE)
    assert [*workshop["title"].values()] == ["Atelier de co-création"]
    assert [*workshop["place"].values()] == ["Maison des jeunes"]
    assert workshop["date"] == "2026-03-12"
    assert "until" not in workshop
    assert "import/date-unread" not in said


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Consultation publique, 1 - 31 mai 2026", "2026-05-01", "2026-05-31"),
        ("Public consultation on the draft, 1 to 31 May 2026", "2026-05-01", "2026-05-31"),
        ("Consultation publique du 28 avril au 12 mai 2026", "2026-04-28", "2026-05-12"),
        ("استشارة عمومية من 1 إلى 15 أبريل 2026", "2026-04-01", "2026-04-15"),
        ("Atelier 2 - 31 mai 2026", "2026-05-31", None),
        ("Ateliers du programme 2026-2027", None, None),
    ],
)
def test_the_days_of_a_title(line: str, first: str | None, last: str | None) -> None:
    workshop, _ = _workshop([line], *TABLE)
    assert (workshop.get("date"), workshop.get("until")) == (first, last)


def test_a_day_that_cannot_be_read_is_kept_and_said() -> None:
    workshop, said = _workshop(["Atelier de co-création"], ["Date :", "à fixer par le bureau"], *TABLE)
    assert "date" not in workshop
    assert "import/date-unread" in said


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Hors compétence", "rejected"), ("خارج الاختصاص", "rejected"), ("Out of scope", "rejected"),
        ("Noted", "received"), ("Prise d'acte", "received"), ("Will consider", "under_study"),
        ("محتفظ به", "accepted"), ("Sans suite : trop cher", "rejected"),
    ],
)  # fmt: skip
def test_words_of_decisions(word: str, code: str) -> None:
    workshop, _ = _workshop(["Proposition", "Décision"], ["Publier le budget", word])
    assert workshop["contributions"][0]["disposition"]["status"] == code


@pytest.mark.parametrize(
    "above",
    [
        [["Commune de Sidi Synthétique"], ["Registre des propositions"], ["Période de dépôt : du 2 au 30 avril 2026"]],
        [["جماعة سيدي مصطنع"], ["Registre des propositions"], ["فترة الاستشارة: من 2 إلى 30 أبريل 2026"]],
        [
            ["Registre des propositions"],
            ["Consultation period:", "2 to 30 April 2026"],
            ["Commune de Sidi Synthétique"],
        ],
    ],
)
def test_the_name_of_a_commune_is_no_title(above: list[list[Any]]) -> None:
    workshop, said = _workshop(*above, [""], *TABLE)
    assert [*workshop["title"].values()] == ["Registre des propositions"]
    assert (workshop["date"], workshop["until"]) == ("2026-04-02", "2026-04-30")
    assert "import/territory-unknown" in said


@pytest.mark.parametrize(
    "heading",
    ["قرار لجنة التتبع", "رأي لجنة التتبع", "قرار المكتب", "Avis du comité de suivi", "Décision du conseil communal",
     "Steering committee decision", "Decisión de la comisión de seguimiento"],
)  # fmt: skip
def test_the_decision_of_a_committee_by_its_name_is_the_disposition(heading: str) -> None:
    workshop, said = _workshop(
        ["رقم المقترح", "المقترح", heading, "التعليل"],
        [1, "نشر الميزانية", "مقبول", "قابل للتنفيذ"],
        [2, "مجلس للشباب", "مرفوض", "ضعف الموارد"],
    )
    assert [(one["disposition"]["status"], one["disposition"]["reason"]) for one in workshop["contributions"]] == [
        ("accepted", {"ar": "قابل للتنفيذ"}),
        ("rejected", {"ar": "ضعف الموارد"}),
    ]
    assert "import/column-unmapped" not in said


def test_that_nothing_tells_the_kind_is_said_once() -> None:
    header = ["Axe", "Contribution", "Auteur"]
    rows = [["Transparence", f"Publier le budget en ligne, fois {at}", "Association A"] for at in range(3)]
    made = read(sheet(header, *rows))
    said = [f.params["value"] for f in made.findings if f.code == "import/assumed" and f.location.cell == "B2"]
    assert said == ["other"]
    (group,) = shown(made)["workshops"][0]["working_groups"]
    assert [one["kind"] for one in group["contributions"]] == ["other"] * 3
    typed = read(sheet([*header, "Type de contribution"], *([*row, "Proposition"] for row in rows)))
    assert "other" not in [f.params["value"] for f in typed.findings if f.code == "import/assumed"]


def test_what_became_of_proposals_in_the_same_words_is_told_by_their_groups() -> None:
    brought = [["Groupe 1", 1, "Publier le budget", ""], ["Groupe 2", 1, "Publier le budget", ""]]
    became = [["Groupe 2", "Publier le budget", "Retenue"], ["Groupe 1", "Publier le budget", "Rejetée"]]
    made = read(
        sheet(["Groupe", "N°", "Proposition", "Suite donnée"], *brought),
        sheet(["Groupe", "Proposition", "Suite donnée"], *became, name="Suites"),
    )
    groups = shown(made)["workshops"][0]["working_groups"]
    assert [one["contributions"][0]["disposition"]["status"] for one in groups] == ["rejected", "accepted"]


def test_a_project_is_named_by_its_number_whatever_letter_and_zeros_stand_before_it() -> None:
    plan = sheet(["N°", "Projet", "Responsable"], ["P01", "Portail", "DSI"], ["P02", "Forum", "SG"], name="Projets")
    named = [["Publier le budget", "Retenue", "Projet 1"], ["Éclairer la place", "Retenue", "P2"]]
    made = read(plan, sheet(["Proposition", "Suite donnée", "Projet concerné"], *named, name="Propositions"))
    told = [one["disposition"]["commitments"] for one in shown(made)["workshops"][0]["contributions"]]
    assert told == [["Portail"], ["Forum"]]
