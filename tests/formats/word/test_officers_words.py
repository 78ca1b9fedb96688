"""Forms of OGP whose labels officers put in their own words, each made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped


def test_a_form_in_french() -> None:
    made = read_paper(
        "= Plan d’action local pour un gouvernement ouvert 2025-2027",
        [
            ["Numéro et nom de l’engagement", "1. Portail"],
            ["Organisme chef de file", "Direction du numérique"],
            ["Nom de la personne responsable au sein de l’organisme chef de file", "Mme X Y"],
            ["Titre, service", "Cheffe de la division"],
            ["Coordonnées", "x.y@example.org"],
            ["Valeurs OGP", "Transparence, Participation citoyenne"],
            ["Pourquoi cet engagement est-il pertinent au regard de ces valeurs ?", "Il ouvre"],
            ["Ressources nécessaires pour réaliser cet engagement", "Deux agents"],
            ["Activité d’étape avec un livrable vérifiable", "Date de début", "Date de fin"],
            ["1. Inventaire des jeux", "janvier 2025", "mars 2025"],
            ["2. Mise en ligne", "avril 2025", "juin 2025"],
        ],
    )
    (commitment,) = commitments_of(made)
    (lead,) = commitment["leads"]
    assert lead["name"] == {"fr": "Direction du numérique"}
    assert lead["person"]["role"] == {"fr": "Cheffe de la division"}
    assert [each["why"] for each in commitment["ogp_values"]] == [{"fr": "Il ouvre"}] * 2
    assert commitment["resources"] == [{"description": {"fr": "Deux agents"}}]
    assert [(each["number"], each["start"], each["due"]) for each in commitment["milestones"]] == [
        ("1", "2025-01", "2025-03"),
        ("2", "2025-04", "2025-06"),
    ]
    assert {"start", "end"}.isdisjoint(commitment)
    assert "import/assumed" in codes_of(made)
    assert unmapped(made) == {}


def test_questions_and_forms_in_arabic() -> None:
    made = read_paper(
        "= خطة العمل المحلية للحكومة المنفتحة 2025-2027",
        "ما هي الإنجازات المحققة إلى حد الآن في مجال الحكومة المنفتحة؟",
        "نشر الميزانية",
        "ما هي الترتيبات المؤسساتية للتنسيق بين المصالح؟",
        "لجنة قيادة",
        "كيف تم إشراك المجتمع المدني في إعداد خطة العمل؟",
        "ورشات",
        "كيف سيتم تتبع تنفيذ الالتزامات؟",
        "لجنة تتبع",
        "# الالتزام 1: البوابة",
        [
            ["الجهة القائدة", "جماعة أكادير"],
            ["ما هو الهدف طويل الأمد من استراتيجية الحكومة المنفتحة الذي يرتبط به هذا الالتزام؟", "شفافية"],
            ["قيمة الحكومة المنفتحة", "الولوج إلى المعلومة"],
            ["لماذا يرتبط الالتزام بهذه القيمة؟", "لأنه ينشر"],
            ["كيف سيساعد الالتزام على تعزيز المساءلة؟", "بالتقارير"],
            ["الموارد اللازمة لتحقيق الالتزام", "موظفان"],
            ["مجال السياسات الرئيسي", "البيانات المفتوحة"],
        ],
    )
    (plan,) = tree_of(made)["plans"]
    said = {"achievements", "coordination", "co_creation", "monitoring", "commitments"}
    assert said <= plan.keys()
    (commitment,) = plan["commitments"]
    assert commitment["long_term_goal"] == {"ar": "شفافية"}
    assert "objectives" not in commitment
    assert {each["value"]: each["why"]["ar"] for each in commitment["ogp_values"]} == {
        "access_to_information": "لأنه ينشر",
        "public_accountability": "بالتقارير",
    }
    assert commitment["policy_areas"] == ["open_data"]
    assert commitment["leads"] == [{"name": {"ar": "جماعة أكادير"}}]
    assert unmapped(made) == {}


def test_each_value_has_the_reason_below_it() -> None:
    why = "Why is this commitment relevant to this value?"
    rows = [["OGP value", "Transparency"], [why, "It opens"], ["OGP value", "Civic participation"], [why, "It asks"]]
    made = read_paper("= Action plan 2025-2027", "# Commitment 1: Portal", rows)
    (commitment,) = commitments_of(made)
    assert [each["why"]["en"] for each in commitment["ogp_values"]] == ["It opens", "It asks"]


def test_a_form_in_spanish() -> None:
    made = read_paper(
        "= Plan de acción 2025-2027",
        "# Compromiso 1: Portal",
        [
            ["Líder del compromiso", "Ayuntamiento"],
            ["Statu quo o problema que se quiere resolver", "Nada"],
            ["Periodo que abarca", "enero 2025 - junio 2026"],
            ["Hitos verificables", "Fecha de inicio", "Fecha de fin", "Resultados esperados"],
            ["Inventario", "enero 2025", "marzo 2025", "Lista"],
        ],
    )
    (commitment,) = commitments_of(made)
    assert (commitment["status_quo"], commitment["start"], commitment["end"]) == ({"es": "Nada"}, "2025-01", "2026-06")
    assert commitment["milestones"][0]["deliverable"] == {"es": "Lista"}
    assert unmapped(made) == {}


def test_an_office_without_anybody_who_leads_is_said() -> None:
    rows = [["Engagement", "Portail"], ["Qui aide", "DSI"], ["Titre, service", "Cheffe de la division"]]
    made = read_paper("= Plan d’action 2025-2027", rows)
    (said,) = [each for each in made.findings if each.code == "import/assumed" and each.params["field"] == "leads"]
    assert said.severity == "warning"


@pytest.mark.parametrize(
    ("label", "words", "leads"),
    [
        (
            "Lead officer",
            "Jane Example, Head of Engagement",
            [{"person": {"name": {"en": "Jane Example"}, "role": {"en": "Head of Engagement"}}}],
        ),
        (
            "Responsible officer",
            "Jane Example, Engagement Manager; Sam Sample",
            [
                {"person": {"name": {"en": "Jane Example"}, "role": {"en": "Engagement Manager"}}},
                {"name": {"en": "Sam Sample"}},
            ],
        ),
        (
            "Lead officer",
            "Digital Services, Head of Parks",
            [{"name": {"en": "Digital Services"}}, {"name": {"en": "Head of Parks"}}],
        ),
        (
            "Responsible institution",
            "Jane Example, Head of Engagement",
            [{"name": {"en": "Jane Example"}}, {"name": {"en": "Head of Engagement"}}],
        ),
    ],
)
def test_a_label_that_asks_for_a_person_takes_the_office_behind_the_name(
    label: str, words: str, leads: list[object]
) -> None:
    made = read_paper("= Action plan 2025-2027", "# Commitment 1: Portal", [[label, words], ["Description", "Open"]])
    assert commitments_of(made)[0]["leads"] == leads
    assert unmapped(made) == {}
