"""Layouts that councils use, made up: each is read into the tree beside it, and every cell is accounted for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

import opengov_local as ogl
from opengov_local.formats.grids.grid import Grid

EXPECTED = Path(__file__).parent / "expected"

LAYOUTS: dict[str, tuple[Grid, ...]] = {
    "arabic-merged": (
        sheet(
            ["برنامج عمل الانفتاح لجماعة أكادير 2024-2025"],
            [""],
            ["المحور", "المشروع", "النشاط", "المسؤول", "الشركاء", "الآجال", "الميزانية بالدرهم", "المؤشرات"],
            ["المحور الأول: الشفافية", "بوابة المعطيات", "اقتناء الخادم", "مصلحة المعلوميات", "جمعية أ",
             "متم شهر دجنبر 2024", 50000, "عدد المعطيات المنشورة"],
            ["", "", "تكوين الموظفين", "مصلحة الموارد البشرية", "", "الأسدس الأول 2025", "", "عدد الموظفين"],
            ["المحور الثاني: المشاركة", "مكتب المواطن", "فتح المكتب", "الكتابة العامة", "جمعية ب، جمعية ج", "مارس 2025",
             "150 ألف درهم", ""],
            merges=("A4:A5", "B4:B5"),
            right_to_left=True,
        ),
    ),
    "milestones-side-by-side": (
        sheet(
            ["Projet", "Jalon 1", "Échéance 1", "Jalon 2", "Échéance 2", "Statut"],
            ["Portail", "Cahier des charges", "03/2025", "Mise en ligne", "12/2025", "En cours"],
            ["Bureau", "Local", "T2 2025", "", "", "Non démarré"],
        ),
    ),
    "two-header-rows": (
        sheet(
            ["N°", "Projet", "Responsable", "Calendrier", "", "Budget", ""],
            ["", "", "", "Début", "Fin", 2024, 2025],
            ["1", "Portail", "DSI", "01/01/2024", "31/12/2025", "100 000 DH", "50 000 DH"],
            ["2", "Bureau", "SG", "2024", "2025", "20000", ""],
            merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"),
        ),
    ),
    "sections-and-totals": (
        sheet(
            ["Programme d'ouverture de la commune de Tiznit 2025-2026"],
            ["Projets", "Activités", "Responsables", "Échéances"],
            ["Axe 1 : Transparence"],
            ["Portail", "Publier le budget", "DSI", "2025"],
            ["", "Publier les PV", "SG", "2026"],
            ["Axe 2 : Participation"],
            ["Projets", "Activités", "Responsables", "Échéances"],
            ["Forum", "Réunir le forum", "Cabinet", "T1 2026"],
            ["Total", "", "", "2"],
        ),
    ),
    "activities-without-project": (
        sheet(
            ["Axe", "Projet", "Activité", "Échéance"],
            ["Transparence", "Portail", "Étude", "2025"],
            ["Transparence", "", "Campagne radio", "2026"],
            ["Participation", "Forum", "Réunion", "2026"],
            ["Participation", "Forum", "Bilan", "fin 2026"],
        ),
    ),
    "several-sheets": (
        sheet(["Mode d'emploi"], ["Remplissez la feuille Projets."], name="Lisez-moi"),
        sheet(["N° axe", "Axe", "Objectifs de l'axe"], ["1", "Transparence", "Ouvrir"], ["2", "Participation", "Associer"],  # noqa: E501
              name="Axes"),
        sheet(["N° projet", "Axe", "Titre du projet", "Responsable"], ["P1", "Transparence", "Portail", "DSI"],
              ["P2", "Participation", "Forum", "SG"], name="Projets"),
        sheet(["N° projet", "Activité", "Date limite", "Statut"], ["P1", "Cahier des charges", "30/06/2025", "Réalisé"],
              ["P1", "Développement", "31/12/2025", "En cours"], ["P2", "Réunion 1", "15/03/2025", "Réalisé"],
              ["P9", "Inconnue", "2025", ""], name="Activités"),
        sheet(["Statut", "Priorité", "Secteur"], ["Réalisé", "Haute", "Eau"], ["En cours", "Basse", "Santé"], name="Listes"),  # noqa: E501
    ),
    "form-in-a-sheet": (
        sheet(
            ["Fiche projet", ""],
            ["Intitulé du projet", "Portail des données"],
            ["Problème", "Accès difficile"],
            ["Objectifs", "Ouvrir"],
            ["Responsable", "DSI"],
            ["Partenaires", "Assoc A; Assoc B"],
            ["Date de début", "01/2025"],
            ["Date de fin", "12/2026"],
            ["Budget", "200 000 DH"],
            ["Indicateurs", "- Jeux publiés\n- Visites"],
        ),
    ),
    "workshop-french": (
        sheet(
            ["Atelier de co-création du 28 mars 2023"],
            ["Groupe de travail", "Problématiques", "Solutions", "Recommandations"],
            ["Groupe 1 : Numérique", "Site lent", "Changer d'hébergeur", "Former les agents"],
            ["", "Pas de données", "Publier le budget\nPublier les PV", ""],
            ["Groupe 2 : Jeunesse", "Peu de lieux", "", "Ouvrir une maison"],
            merges=("A3:A4",),
        ),
    ),
    "workshop-arabic": (
        sheet(
            ["المحور", "الإشكاليات", "الحلول المقترحة", "المقترحات", "التوصيات"],
            ["الرقمنة", "ضعف الموقع", "تطوير البوابة", "إحداث تطبيق", "تكوين الموظفين"],
            ["المشاركة", "غياب اللجان", "إحداث لجان الحي", "", ""],
        ),
    ),
    "reasoned-responses": (
        sheet(
            ["N°", "Groupe", "Type", "Contribution", "Décision", "Motif"],
            ["1", "G1", "Problème", "Éclairage", "Acceptée", "Prévu au budget"],
            ["2", "G1", "Proposition", "Caméras", "Rejetée", "Trop cher"],
            ["3", "G2", "Recommandation", "Écouter", "à étudier", ""],
        ),
    ),
    "steps-in-one-cell": (
        sheet(
            ["Axe", "Projet", "Activités", "Responsable", "Échéance"],
            ["A", "Portail", "- Étude\n- Appel d'offres\n- Mise en ligne", "DSI", "2025"],
            ["A", "Forum", "1. Réunion\n2. Bilan", "SG", "2026"],
        ),
    ),
    "two-languages": (
        sheet(
            ["Titre (fr)", "العنوان (ar)", "Objectifs", "الأهداف", "Statut"],
            ["Portail", "بوابة", "Ouvrir", "فتح", "En cours"],
        ),
    ),
    "english": (
        sheet(
            ["Action Plan 2025-2027"],
            ["No.", "Commitment", "Lead", "Supporting institutions", "Start date", "End date", "Progress", "Status"],
            [1, "Open budget portal", "Finance department", "NGO A, NGO B", "2025-01-15", "Dec 2026", "40%", "In progress"],  # noqa: E501
            [2, "Citizen forum", "Mayor's office", "", "Q2 2025", "2026", 0, "Not started"],
        ),
    ),
    "commitment-repeated": (
        sheet(
            ["Compromiso", "Hito", "Entidad", "Valores OGP", "ODS", "Fecha inicio", "Fecha fin"],
            ["Datos abiertos", "Hito 1: Política", "Ministerio", "Participación ciudadana", "Objetivo 16", "2020-02-01", "2020-04-30"],  # noqa: E501
            ["Datos abiertos", "Hito 2: Guía", "Ministerio", "Participación ciudadana", "Objetivo 16", "2020-05-01", "2020-06-30"],  # noqa: E501
            ["Control social", "Hito 1: Mesas", "Consejo", "Participación ciudadana", "ODS 10", "2020-02-01", "2020-03-31"],  # noqa: E501
            ["Control social", "Hito 2: Informe", "Consejo", "Participación ciudadana", "ODS 10", "2020-04-01", "2020-12-31"],  # noqa: E501
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_into_the_tree_beside_it(name: str) -> None:
    imported = read(*LAYOUTS[name])
    expected = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
    assert {"codes": codes(imported), "tree": shown(imported)} == expected


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_cell_is_accounted_for_and_the_draft_is_a_package(name: str) -> None:
    imported = read(*LAYOUTS[name])
    assert accounted(imported, *LAYOUTS[name])
    assert ogl.validate(imported).valid


def test_own_words_win() -> None:
    rows = (["Besogne", "Qui s'y colle", "État"], ["Portail", "DSI", "Bouclé"])
    plain = read(sheet(*rows))
    assert "import/nothing-recognised" in codes(plain)
    words = {
        ("heading", "besogne"): "commitment.title",
        ("heading", "qui s y colle"): "lead",
        ("status", "boucle"): "completed",
    }
    (commitment,) = shown(read(sheet(*rows), words=words))["plans"][0]["commitments"]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert commitment["status"] == {"code": "completed", "original": "Bouclé"}


def test_nothing_is_made_of_a_sheet_that_is_no_plan() -> None:
    grid = sheet(["Nom", "Prénom", "Téléphone"], ["Fictif", "Nom", "0500000000"])
    imported = read(grid)
    assert codes(imported) == ["import/nothing-recognised", "import/sheet-unread"]
    assert accounted(imported, grid)
    assert imported.document
    assert "plans" not in imported.document.tree


def test_a_hidden_sheet_is_not_read_and_not_lost() -> None:
    seen = sheet(["Projet", "Statut"], ["Portail", "En cours"])
    hidden = sheet(["Projet", "Statut"], ["Secret", "En cours"], name="Caché", hidden=True)
    imported = read(seen, hidden)
    assert "import/hidden-sheet" in codes(imported)
    assert len(shown(imported)["plans"][0]["commitments"]) == 1
    assert accounted(imported, seen, hidden)


@pytest.mark.parametrize(
    ("cell", "code", "field", "value"),
    [
        ("0%", None, "progress", 0),
        ("٤٠٪", None, "progress", 40),
        ("", None, "progress", None),
        ("40 à 50 %", "import/percent-unread", "progress", None),
    ],
)
def test_no_data_is_not_zero(cell: str, code: str | None, field: str, value: Any) -> None:
    imported = read(sheet(["Projet", "Taux d'avancement"], ["Portail", cell]))
    (commitment,) = shown(imported)["plans"][0]["commitments"]
    assert commitment.get(field) == value
    assert code is None or code in codes(imported)


def test_amount_in_words_stays_text() -> None:
    imported = read(sheet(["Projet", "Budget (DH)"], ["Portail", "Entre 200 et 500"], ["Forum", "1 500 000,50"]))
    portal, forum = shown(imported)["plans"][0]["commitments"]
    assert portal["budget"] == [{"text": {"fr": "Entre 200 et 500"}}]
    assert forum["budget"] == [{"amount": {"value": "1500000.50", "currency": "MAD"}}]


def test_years_and_serials_in_one_column() -> None:
    imported = read(sheet(["Projet", "Date de fin"], ["Portail", 2026], ["Forum", 46174]))
    portal, forum = shown(imported)["plans"][0]["commitments"]
    assert (portal["end"], forum["end"]) == ("2026", "2026-06-01")
    assert "import/date-serial" in codes(imported)


def test_a_percentage_of_the_sheet_is_read_as_it_is_seen() -> None:
    imported = read(
        sheet(["Projet", "Taux d'avancement"], ["Portail", 0.4], ["Forum", 1], percents=frozenset({(1, 1), (2, 1)}))
    )
    assert [c["progress"] for c in shown(imported)["plans"][0]["commitments"]] == [40, 100]


def test_a_newer_file_keeps_the_ids() -> None:
    rows = [["N°", "Projet", "Statut"], ["1", "Portail", "À venir"], ["2", "Forum", "À venir"]]
    first = read(sheet(*rows))
    assert first.document
    again = read(
        sheet(rows[0], ["0", "Nouveau", "À venir"], rows[1], ["2", "Forum", "Réalisé"]),
        base=first.document.tree,
        first_id=100,
    )
    assert again.document
    old = {c["title"]["fr"]: c["id"] for c in first.document.tree["plans"][0]["commitments"]}
    new = {c["title"]["fr"]: c["id"] for c in again.document.tree["plans"][0]["commitments"]}
    assert {title: new[title] for title in old} == old
    assert new["Nouveau"] not in old.values()
