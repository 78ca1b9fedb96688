"""What forms ask of the plan as a whole is read above a table and on a cover page, too."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import read, sheet, shown

_TABLES = {
    "fr": (["Programme d'ouverture 2026-2028"], ["Projet", "Responsable"], "Commune", "Commune de Tiznit"),
    "ar": (["برنامج انفتاح الجماعة 2026-2028"], ["المشروع", "المسؤول"], "الجماعة", "جماعة تيزنيت"),
    "en": (["Open government action plan 2026-2028"], ["Project", "Lead"], "Municipality", "Municipality of Tiznit"),
}
_ASKED: list[tuple[str, str, str, list[str], Any]] = [
    ("fr", "Comment ce programme a été élaboré", "Trois ateliers", ["co_creation", "fr"], "Trois ateliers"),
    ("fr", "Dispositif de suivi", "Un comité se réunit", ["monitoring", "fr"], "Un comité se réunit"),
    ("fr", "Dispositif de coordination", "Une cellule", ["coordination", "fr"], "Une cellule"),
    ("fr", "Partenaires du programme", "Association Alpha", ["supporting", "name", "fr"], "Association Alpha"),
    ("fr", "Soumis le", "12/03/2026", ["submissions", "date"], "2026-03-12"),
    ("fr", "Début du plan", "12/03/2026", ["period", "start"], "2026-03-12"),
    ("fr", "Fin du plan d'action", "12/03/2028", ["period", "end"], "2028-03-12"),
    ("ar", "كلمة العمدة", "ننفتح على الساكنة", ["foreword", "ar"], "ننفتح على الساكنة"),
    ("ar", "آليات التنسيق", "خلية للتنسيق", ["coordination", "ar"], "خلية للتنسيق"),
    ("ar", "المكتسبات", "نشر الميزانية", ["achievements", "ar"], "نشر الميزانية"),
    ("en", "Medium-term goals", "All data open", ["medium_term_goals", "en"], "All data open"),
]


@pytest.mark.parametrize("way", ["beside", "behind", "cover"])
@pytest.mark.parametrize(("language", "label", "said", "path", "expected"), _ASKED)
def test_labels_of_plans(language: str, label: str, said: str, path: list[str], expected: Any, way: str) -> None:
    title, head, kind, council = _TABLES[language]
    table = [head, ["Alpha", "DSI"], ["Beta", "DAF"]]
    if way == "cover":
        made = read(sheet(title, [], [kind, council], [label, said], name="Info"), sheet(*table))
    else:
        made = read(sheet(title, [f"{label} : {said}"] if way == "behind" else [label, said], [], *table))
    (plan,) = shown(made)["plans"]
    value: Any = plan
    for name in path:
        value = value[name][0] if isinstance(value[name], list) else value[name]
    assert value == expected
    assert len(plan["commitments"]) == 2


def test_what_is_no_date_is_kept() -> None:
    title, head, *_ = _TABLES["fr"]
    made = read(sheet(title, ["Soumis le", "après le vote"], [], head, ["Alpha", "DSI"]))
    assert "submissions" not in shown(made)["plans"][0]
    assert "import/date-unread" in {one.code for one in made.findings}
