"""Answers to forms on the web, as their programs export them: who said what and when; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.grids.grid import Grid


def _brought(grid: Grid) -> list[dict[str, Any]]:
    imported = read(grid, source="Consultation (réponses).xlsx")
    assert accounted(imported, grid)
    (workshop,) = shown(imported)["workshops"]
    assert workshop["kind"] == "online_consultation"
    holders = [*workshop.get("working_groups", ()), workshop]
    return [one for holder in holders for one in holder.get("contributions", ())]


def _facts(one: dict[str, Any]) -> tuple[Any, ...]:
    author = one.get("author", {})
    name = author.get("person", author).get("name", {"": ""})
    return one["kind"], next(iter(one["text"].values())), one.get("date"), next(iter(name.values()))


@pytest.mark.parametrize(
    ("name", "header", "row", "facts"),
    [
        ("Réponses au formulaire 1",
         ["Horodateur", "Adresse e-mail", "Nom (facultatif)", "Quartier", "Quelle est votre proposition ?"],
         ["2026/03/12 10:12:33 AM UTC+1", "x@example.org", "Karim B.", "Centre", "Installer des bancs"],
         ("proposal", "Installer des bancs", "2026-03-12", "Karim B.")),
        ("ردود النموذج 1", ["طابع زمني", "الاسم (اختياري)", "الحي أو الدوار", "ما هو مقترحكم؟"],
         ["2026/03/12 10:12:33 ص غرينتش+1", "كريم", "المركز", "وضع كراسي في الحديقة"],
         ("proposal", "وضع كراسي في الحديقة", "2026-03-12", "كريم")),
        ("Form Responses 1", ["Timestamp", "Name (optional)", "What do you propose?", "Why does it matter?"],
         ["3/13/2026 10:12:33", "Amy", "Benches", "Old people"], ("proposal", "Benches", "2026-03-13", "Amy")),
        ("Respuestas de formulario 1", ["Marca temporal", "Nombre (opcional)", "Colonia", "¿Cuál es su propuesta?"],
         ["13/03/2026 10:12:33", "Ana", "Centro", "Bancas"], ("proposal", "Bancas", "2026-03-13", "Ana")),
        ("Sheet1", ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Vos idées pour la ville"],
         [1, "2026-03-12 10:12", "2026-03-12 10:15", "anonymous", "Ali", "Une place à l'ombre"],
         ("other", "Une place à l'ombre", "2026-03-12", "Ali")),
        ("Consultation", ["start", "end", "Nom complet", "Que proposez-vous ?", "_id", "_uuid", "_submission_time"],
         ["2026-03-12T10:12:33.000+01:00", "2026-03-12T10:20:33.000+01:00", "Ali", "Des bacs", 12, "a-b",
          "2026-03-12T10:21:00"], ("proposal", "Des bacs", "2026-03-12", "Ali")),
    ],
)  # fmt: skip
def test_each_answer_is_a_contribution(name: str, header: list[Any], row: list[Any], facts: tuple[str, ...]) -> None:
    (one,) = _brought(sheet(header, row, name=name))
    assert _facts(one) == facts


FORM = ["Horodateur", "Adresse e-mail", "Nom", "Thème concerné", "Titre de votre proposition",
        "Décrivez votre proposition", "Pourquoi la proposez-vous ?"]  # fmt: skip
ANSWER = ["2026-03-12", "x@example.org", "Association Nour", "Propreté", "Des bacs", "Un bac par rue", "Les déchets"]


def test_what_describes_an_answer_and_why_is_kept_beside_it() -> None:
    grid = sheet(FORM, ANSWER)
    (one,) = _brought(grid)
    assert one["text"] == {"fr": "Des bacs"}
    assert one["author"] == {"name": {"fr": "Association Nour"}}
    assert [kept["text"] for kept in one["x_unmapped"]] == ["x@example.org", "Un bac par rue", "Les déchets"]
    found = codes(read(grid))
    assert found.count("import/form-columns-kept") == 1
    assert found.count("import/column-unmapped") == 2


def test_the_title_of_the_file_stands_without_what_programs_put_behind_it() -> None:
    imported = read(sheet(FORM, ANSWER, name="Réponses au formulaire 1"), source="Consultation (réponses).xlsx")
    assert shown(imported)["workshops"][0]["title"] == {"fr": "Consultation"}


def test_answers_in_free_words_are_found_by_their_length() -> None:
    said = "Il manque un arrêt de bus devant le collège"
    (one,) = _brought(sheet(["Horodateur", "Âge", "Que manque-t-il ici ?"], ["2026-03-12", "25-40", said]))
    assert _facts(one)[:2] == ("other", said)


def test_a_form_that_collects_projects_makes_a_plan() -> None:
    header = ["Horodateur", "Intitulé du projet", "Responsable", "Échéance"]
    tree = shown(read(sheet(header, ["2026-03-12 10:15", "Portail", "DSI", "2026"])))
    assert [one["title"] for one in tree["plans"][0]["commitments"]] == [{"fr": "Portail"}]
    assert "workshops" not in tree


def test_what_officers_write_behind_the_answers_is_what_became_of_them() -> None:
    grid = sheet(["Horodateur", "Votre proposition", "Décision", "Motif"], ["2026-03-12", "Des bacs", "Retenue", "Oui"],
                 ["2026-03-13", "Un métro", "Rejetée", "Trop cher"])  # fmt: skip
    assert [one["disposition"]["status"] for one in _brought(grid)] == ["accepted", "rejected"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Quelle solution proposez-vous ?", "solution"),
        ("Quelles solutions suggérez-vous ?", "solution"),
        ("What solution would you suggest?", "solution"),
        ("¿Qué solución propone?", "solution"),
        ("ما هو الحل الذي تقترحونه؟", "solution"),
        ("Quelle recommandation proposez-vous ?", "recommendation"),
        ("Que proposez-vous pour trouver une solution ?", "proposal"),
    ],
)
def test_what_is_proposed_is_what_the_question_names(heading: str, kind: str) -> None:
    rows = [["Horodateur", "Nom", heading], ["10/02/2026 09:30:00", "Un Nom Fictif", "Construire un radier"]]
    (one,) = shown(read(sheet(*rows)))["workshops"][0]["contributions"]
    assert one["kind"] == kind


def test_who_answered_and_when_is_said_of_the_problem_as_of_the_solution() -> None:
    header = ["Horodateur", "Nom", "Quel est le principal problème ?", "Quelle est votre solution ?"]
    rows = [["10/02/2026 09:30:00", "Hassan Imaginaire", "La piste est coupée", "Construire un radier"],
            ["11/02/2026 09:30:00", "Zineb Imaginaire", "La place est sale", ""]]  # fmt: skip
    assert list(map(_facts, _brought(sheet(header, *rows)))) == [
        ("problem", "La piste est coupée", "2026-02-10", "Hassan Imaginaire"),
        ("solution", "Construire un radier", "2026-02-10", "Hassan Imaginaire"),
        ("problem", "La place est sale", "2026-02-11", "Zineb Imaginaire"),
    ]
