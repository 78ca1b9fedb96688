"""Territories in titles: taken by their whole name alone, never by the beginning of another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import territories
from opengov_local.importing.places import mentioned


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Programme d'ouverture de la Commune d'Agadir - 2025-2026", "09.001.01.01"),
        ("Plan d'action de la commune de Oued Laou pour 2025", "01.571.01.07"),
        ("Région de l'Oriental : plan d'action", "02"),
        ("Conseil communal d'Agadir", "09.001.01.01"),
        ("برنامج عمل جماعة أكادير للفترة 2025-2027", "09.001.01.01"),
        ("برنامج عمل الانفتاح لجهة الشرق 2024-2025", "02"),
        ("خطة عمل جماعة أكادير للحكومة المحلية المنفتحة 2025-2027", "09.001.01.01"),
        ("جماعة واد لو", "01.571.01.07"),
        ("Région Souss-Massa - Province de Tiznit - Commune de Tiznit", "09.581.01.07"),
        ("جهة سوس ماسة / إقليم تيزنيت / جماعة تيزنيت", "09.581.01.07"),
        ("إقليم تيزنيت، جماعة تيزنيت", "09.581.01.07"),
        ("Commune de Tiznit (Région Souss-Massa)", "09.581.01.07"),
        ("Région Souss-Massa - Conseil régional", "09"),
        ("جدول تتبع تنفيذ برنامج عمل الانفتاح 2024-2026 لجهة بني ملال - خنيفرة", "05"),
        ("Programme de la région de Rabat – Salé – Kénitra - Bilan 2025", "04"),
        ("Plan de la région Fès - Meknès pour 2025", "03"),
        ("Région Souss-Massa, pour la commune de Tiznit", "09"),
        ("Le conseil municipal de Rabat s'est réuni en session ordinaire", "04.421.01.0"),
        ("إن المجلس الجماعي لتيزنيت المنعقد في دورة عادية", "09.581.01.07"),
    ],
)
def test_a_whole_name_is_taken(text: str, code: str) -> None:
    named = mentioned(text)
    assert named
    assert named.territory
    assert named.territory.code == code


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Commune de Oued Fictif", "Commune de Oued"),
        ("Plan d'action de la Commune de Oued fictif 2025", "Commune de Oued"),
        ("Programme de la commune d'Agadir Inventée", "commune d'Agadir"),
        ("بطاقات مشاريع جماعة واد الخيال 2025", "جماعة واد"),
        ("جماعة سيدي بنور الوهمية", "جماعة سيدي بنور"),
        ("Région Souss-Massa - Commune Inventée", "Région Souss-Massa"),
        ("جهة سوس ماسة - إقليم تيزنيت - جماعة الخيال", "إقليم تيزنيت"),
    ],
)
def test_the_beginning_of_a_name_is_proposed_and_not_taken(text: str, part: str) -> None:
    named = mentioned(text)
    assert named
    assert (named.territory, named.part) == (None, part)
    assert named.other is not None


@pytest.mark.parametrize(
    "text", ["", "Plan 2025", "La commune adopte son plan", "Commune de Sidi Imaginaire", "جماعة الخيال", "commune :"]
)
def test_what_names_none_gives_none(text: str) -> None:
    assert mentioned(text) is None


@given(
    st.sampled_from(["Commune de", "جماعة"]),
    st.lists(st.sampled_from(["Oued", "Laou", "Sidi", "Zzz", "واد", "لو"]), max_size=4),
)
def test_what_is_taken_is_all_that_stands_there(kind: str, words: list[str]) -> None:
    text = " ".join([kind, *words])
    named = mentioned(text)
    if named and named.territory:
        assert territories.find(text).one == named.territory
