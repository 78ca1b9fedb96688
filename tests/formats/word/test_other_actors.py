"""Questions of OGP's forms for other actors and values, in the words of councils; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

from opengov_local.formats.wording.labels.labels import Labels


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Autres acteurs impliqués – acteurs étatiques", "supporting_government"),
        ("Autres acteurs impliqués – OSC, secteur privé, organisations multilatérales", "supporting"),
        ("Otros actores involucrados – actores estatales", "supporting_government"),
        ("Otros actores implicados", "supporting"),
        ("Otros actores implicados – actores estatales", "supporting_government"),
        ("Supporting: Others", "supporting_others"),
        ("Supporting government actors", "supporting_government"),
        ("Supporting civil society organizations", "supporting_csos"),
        ("Acteurs gouvernementaux de soutien", "supporting_government"),
        ("Autres parties concernées", "supporting"),
        ("الأطراف الأخرى المعنية", "supporting"),
        ("أصحاب المصلحة الآخرون", "supporting"),
        ("أصحاب المصلحة المعنيون", "supporting"),
        ("جهات أخرى معنية", "supporting"),
        ("الجهات الحكومية الداعمة", "supporting_government"),
        ("قيم شراكة الحكومة المنفتحة ذات الصلة", "ogp_values"),
    ],
)
def test_they_are_known(label: str, field: str) -> None:
    assert {meaning.field for meaning in Labels({}).meanings(label)} == {field}


@pytest.mark.parametrize(
    ("head", "group"), [("Autres", "others"), ("Société civile", "csos"), ("Gouvernement", "government")]
)
def test_a_line_of_a_cell_says_of_which_kind_its_bodies_are(head: str, group: str) -> None:
    said = f"{head} : Université Z\nSecteur privé : Atelier Y"
    rows = [["Titre de l’engagement", "Portail"], ["Parties prenantes", said], ["Problème", "Rien"]]
    (commitment,) = commitments_of(read_paper("= Plan d’action 2026-2028", rows))
    assert [(each["name"]["fr"], each["group"]) for each in commitment["supporting"]] == [
        ("Université Z", group),
        ("Atelier Y", "others"),
    ]


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("Société civile, secteur privé", None),
        ("Société civile et secteur privé", None),
        ("Secteur privé, organisations multilatérales", "others"),
        ("Secteur privé", "others"),
        ("Sociedad civil, sector privado", None),
        ("المجتمع المدني، القطاع الخاص", None),
    ],
)
def test_sectors_ask_in_a_table_of_others_who_take_part(label: str, group: str | None) -> None:
    fiche = [["Titre de l’engagement", "Portail"], ["Problème", "Rien"]]
    others = [["Autres acteurs impliqués", "<"], ["Organismes publics", "Province Z"], [label, "Forum Y"]]
    made = read_paper("= Plan d’action 2026-2028", fiche, "", others)
    (commitment,) = commitments_of(made)
    said = [(each["name"]["fr"], each.get("group")) for each in commitment["supporting"]]
    assert said == [("Province Z", None), ("Forum Y", group)]
    assert "import/label-unknown" not in codes_of(made)


def test_sectors_ask_for_nothing_in_other_tables() -> None:
    rows = [["Titre de l’engagement", "Portail"], ["Problème", "Rien"], ["Société civile, secteur privé", "Forum Y"]]
    made = read_paper("= Plan d’action 2026-2028", rows)
    assert "supporting" not in commitments_of(made)[0]
    assert "import/label-unknown" in codes_of(made)


def test_a_reason_that_names_no_value_is_kept_and_said() -> None:
    question = "Pourquoi cet engagement est-il pertinent au regard des valeurs du PGO ?"
    rows = [["Titre de l’engagement", "Portail"], ["Problème", "Rien"], [question, "Il renforce la confiance."]]
    made = read_paper("= Plan d’action 2026-2028", rows)
    assert unmapped(made) == {"table 1!B3": "Il renforce la confiance."}
    (said,) = [each for each in made.findings if each.code == "import/code-unknown"]
    assert (said.params["text"], said.params["list"]) == ("Il renforce la confiance.", "ogp_value")


@pytest.mark.parametrize("heading", ["Stakeholders responsible", "Stakeholder(s) responsible"])
def test_stakeholders_who_are_responsible_lead(heading: str) -> None:
    steps = [["Milestones", "Expected completion date", heading], ["Build it", "March 2026", "Finance Department"]]
    made = read_paper("= Action Plan 2026-2028", "# Commitment 1: Portal", "Lead: ICT", steps)
    (step,) = commitments_of(made)[0]["milestones"]
    assert [each["name"]["en"] for each in step["leads"]] == ["Finance Department"]
    assert unmapped(made) == {}
