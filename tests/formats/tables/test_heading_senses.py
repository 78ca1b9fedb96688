"""Headings that are told by the senses of their words, and texts that are none though all their words have some."""

from __future__ import annotations

import pytest

from opengov_local.formats.wording.headings.heading_meanings import STRIPPED
from opengov_local.formats.wording.headings.heading_senses import sensed
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.words import fold


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Qui mesure ?", "indicator.collector"),
        ("من يمول؟", "budget.funder"),
        ("Voix obtenues par la proposition", ""),
        ("Nom de l'élu(e)", "lead.elected"),
        ("Decision taken by", "disposition.by"),
        ("Organe de pilotage du plan", "plan.leads"),
        ("Date of completion (actual)", "completed_on"),
        ("Activité récurrente", "ongoing"),
        ("¿Cómo vamos?", "status"),
        ("How is it going?", "status"),
        ("¿Cómo lo mediremos?", "indicator"),
        ("Comment allons-nous le mesurer ?", "indicator"),
        ("كيف نقيس ذلك؟", "indicator"),
        ("Solutions avancées par les citoyens", "contribution.solution"),
        ("المشاكل المثارة في الورشة", "contribution.problem"),
        ("Área que reporta el indicador", "indicator.collector"),
        ("Fuente presupuestal", ""),
        ("Provenance des crédits", "budget.funder"),
        ("تحليل الأسباب", "causes"),
        ("Period covered by the plan", "plan.period"),
        ("Quels sont les partenaires ?", "supporting"),
        ("Which pillar?", "axis"),
        ("ما هي الخطوات؟", ""),
        ("% of implementation", "progress"),
        ("% cumplimiento", "progress"),
        ("Who measures?", "indicator.collector"),
        ("¿Cuándo se terminó?", "completed_on"),
        ("Participants' concerns", "contribution.problem"),
        ("Action plan cycle", "plan.period"),
        ("N.º de eje", "axis.number"),
        ("Pob. objetivo", "beneficiaries"),
        ("Lien du plan d'action", "plan.website"),
        ("Quel engagement ?", ""),
        ("Partner agencies", "supporting"),
        ("Jefa/e responsable", ""),
        ("Técnico/a responsable", "lead.person"),
        ("Idea n°", "contribution.number"),
        ("Taller nro.", "group"),
        ("Who would you contact?", "lead.person"),
        ("Pourquoi ce problème persiste-t-il ?", ""),
        ("Pourquoi ce problème existe-t-il ?", "causes"),
        ("Compromiso en que se convirtió", ""),
        ("Compromiso en que se tradujo", "disposition.commitments"),
        ("Combien de signatures ?", "contribution.supporters"),
        ("ماذا تقترحون؟", "contribution.proposal"),
        ("¿Qué se espera?", "expected_results"),
        ("What went wrong?", "update.challenges"),
        ("¿Quién coordina el plan?", "plan.leads"),
        ("Instituciones públicas participantes", "supporting.government"),
        ("Cohérence avec d'autres stratégies", "related"),
        ("وحدة المؤشر (عدد/نسبة)", "indicator.unit"),
        ("الوضعية قبل المشروع", "status_quo"),
        ("Quel problème public l'engagement va-t-il chercher à résoudre ?", "problem"),
        ("Work done to date", "update.text"),
        ("What has been delivered", "update.text"),
        ("What will be delivered?", "deliverable"),
        ("Proposition n°", "contribution.number"),
        ("N° d'enregistrement de la proposition", "contribution.number"),
        ("N° du pilier", "axis.number"),
        ("البريد الإلكتروني لنقطة الاتصال", "lead.email"),
        ("اقترح من طرف", "contribution.author"),
        ("الحلول المقترحة من الساكنة", "contribution.solution"),
        ("Taken up? (Y/N/partly)", "disposition.status"),
        ("To be done by (month)", "end"),
        ("Who is this for?", "beneficiaries"),
        ("Composante de l'axe", "axis.2"),
        ("Contribution de chaque partenaire", "budget.amount"),
        ("Facteurs explicatifs", "causes"),
        ("Devenu engagement n°", "disposition.commitments"),
        ("Raisons du report ou du refus", "disposition.reason"),
        ("Documents attestant la réalisation", "evidence"),
        ("Signatures recueillies", "contribution.supporters"),
        ("Votre idée", "contribution.proposal"),
        ("¿Cómo lo resolvería usted?", "contribution.solution"),
        ("Cible fin de plan", "indicator.target"),
        ("Exprimé en", "indicator.unit"),
        ("Avancement physique", "progress"),
        ("Avancement", "status"),
    ],
)
def test_the_words_of_a_heading_tell_what_it_asks_for(heading: str, target: str) -> None:
    found = recognise(heading)
    assert (found.target if found and found.score >= STRIPPED else "") == target


@pytest.mark.parametrize(
    "text",
    [
        "Department of Finance",
        "Direction de la coopération",
        "Division partenariats",
        "Comité de suivi",
        "Associations participantes",
        "Lancement du programme",
        "Programme de la Région",
        "بطاقة مشروع",
        "تحديد أجل شهر",
        "تم الإنجاز",
        "جدول الأعمال",
        "Non retenue",
        "Nombre de participants",
        "Étude des besoins",
        "Diagnostic de la situation actuelle",
        "Livraison des travaux",
        "Publication du plan d'action",
        "مصلحة العمل الجمعوي",
        "Qualité du service",
        "Site en ligne",
        "Atelier de réflexion",
        "Demandes traitées",
        "Approved by",
        "جدول أعمال الدورة",
        "Apr 2026",
        "On track",
        "Direction générale des collectivités territoriales",
        "لجنة التتبع",
        "Diagnostic de départ",
        "Associations locales",
        "Création d'un chapitre local",
        "Axe gouvernance",
        "Support aux associations",
        "Bureau de l'association",
        "Stratégie nationale",
        "Réception du dossier",
        "Traduction des documents",
        "Priority access",
        "أهم المشاريع",
        "مصلحة الموارد",
    ],
)
def test_names_of_bodies_titles_and_answers_are_no_headings(text: str) -> None:
    assert sensed(fold(text)) is None or recognise(text) is None


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Contribution des participants", "contribution.text"),
        ("مساهمات المواطنين", "contribution.text"),
        ("Proposition des citoyens", "contribution.proposal"),
        ("Suite donnée à la contribution", "disposition.status"),
        ("الميزانية د.م", "budget.total"),
        ("Coût en UM", "budget.amount"),
        ("Colabora", "supporting"),
    ],
)
def test_what_somebody_says_is_a_contribution_and_a_currency_is_no_part_of_a_name(heading: str, target: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.target == target


def test_a_word_alone_tells_it_less_surely() -> None:
    found = sensed(fold("Destinataires"))
    assert found is not None
    assert (found.target, found.alone) == ("beneficiaries", True)
