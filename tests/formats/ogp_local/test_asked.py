"""Questions and labels of OGP's forms in other words than theirs."""

from __future__ import annotations

import pytest

from opengov_local.formats.ogp_local.asked import asked_for, asks


@pytest.mark.parametrize(
    ("field", "texts"),
    [
        ("milestones", ["Activité d’étape avec un livrable vérifiable", "Verifiable milestones", "Hitos verificables"]),
        ("milestones", ["الأنشطة القابلة للتحقق منها", "Étapes assorties de livrables vérifiables"]),
        ("leads", ["Structure chef de file", "Organisme ou acteur chef de file de la mise en œuvre", "الجهة القائدة"]),
        ("leads", ["Organismo líder", "Leading department", "المؤسسة الرائدة", "الجهة الرئيسية المكلفة بالتنفيذ"]),
        ("contact_name", ["Nom de la personne responsable au sein de l’organisme chef de file"]),
        ("contact_role", ["الصفة / المصلحة", "Fonction et service"]),
        (
            "values_why",
            ["Pourquoi cet engagement est-il pertinent pour les valeurs OGP?", "لماذا يرتبط الالتزام بهذه القيمة؟"],
        ),
        ("accountability_why", ["كيف سيساعد الالتزام على تعزيز المساءلة؟", "How will it strengthen accountability?"]),
        ("participation_why", ["¿Cómo mejorará el compromiso la participación ciudadana en las soluciones?"]),
        (
            "status_quo",
            ["Qu’a-t-on fait jusqu’ici pour résoudre le problème ?", "ماذا تم إنجازه إلى حد الآن لحل المشكلة؟"],
        ),
        ("solution_path", ["En quoi l’engagement contribuera-t-il à la résolution du problème ?"]),
        ("long_term_goal", ["ما هو الهدف طويل الأمد من الاستراتيجية الذي يرتبط به هذا الالتزام؟"]),
        ("resources", ["Recursos necesarios para lograr este compromiso", "الموارد اللازمة لتحقيق الالتزام"]),
        ("strategic_vision", ["Quelle vision à long terme votre commune a-t-elle du gouvernement ouvert ?"]),
        (
            "coordination",
            ["ما هي الترتيبات المؤسساتية للتنسيق بين المصالح؟", "Quels dispositifs pour coordonner les services ?"],
        ),
        ("co_creation", ["كيف تم إشراك المجتمع المدني في إعداد خطة العمل؟"]),
        ("heading", ["Défis, opportunités et vision stratégique du gouvernement ouvert"]),
        ("contact", ["Please provide the contact details of the point of contact"]),
    ],
)
def test_what_is_asked_in_other_words(field: str, texts: list[str]) -> None:
    assert [(text, asked_for(text)[0].field) for text in texts] == [(text, field) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        *("Livrable de l’activité", "Chef de service", "Activités de mise en œuvre", "Suivi de la mise en œuvre"),
        "Une structure sera chef de file et publiera chaque année ce que les services ont fait des recommandations",
        "Quels dispositifs ?",
        "",
        "How many groups participated in these spaces?",
    ],
)
def test_words_that_ask_for_none_of_it(text: str) -> None:
    assert asked_for(text) == ()


def test_the_language_is_that_of_the_words_where_it_is_one() -> None:
    assert [each.language for each in asked_for("Structure chef de file")] == ["fr", "fr"]


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Who participated in these spaces?", True),
        ("Please describe the independent monitoring body.", True),
        ("What spaces have you created? Mention both offline and online spaces.", True),
        ("¿Quién participó en estos espacios?", True),
        ("Veuillez décrire l’organe de suivi", True),
        ("Why? Because nobody knows", False),
        ("Why not?", False),
        ("The council decides. Who decides? The council does, in its session of May.", False),
    ],
)
def test_what_asks(text: str, is_asked: bool) -> None:
    assert asks(text) is is_asked
