"""A made-up card that says everything in French and in Arabic: its labels stand outside, its answers inside."""

from __future__ import annotations

from typing import Any

CARD = [
    ["Intitulé", "Afficher les tarifs", "عرض التعريفة", "العنوان"],
    ["Responsable", "Régie communale", "شساعة المداخيل", "المسؤول"],
    ["Partenaires", "Association A", "جمعية أ", "الشركاء"],
    ["Activités", "- Étude\n- Pose", "- دراسة\n- تركيب", "الأنشطة"],
    ["Échéance", "31/12/2025", "31/12/2025", "الأجل"],
    ["Budget", "10 000 DH", "10.000 درهم", "الميزانية"],
]
STATE = ["État", "En cours", "في طور الإنجاز", "الحالة"]
OTHER = [["Intitulé", "Ouvrir", "فتح", "العنوان"], *CARD[1:]]
"""The same card of another commitment."""
WANTED: dict[str, Any] = {
    "number": "1",
    "title": {"fr": "Afficher les tarifs", "ar": "عرض التعريفة"},
    "leads": [{"name": {"fr": "Régie communale", "ar": "شساعة المداخيل"}}],
    "supporting": [{"name": {"fr": "Association A", "ar": "جمعية أ"}}],
    "milestones": [{"title": {"fr": "Étude", "ar": "دراسة"}}, {"title": {"fr": "Pose", "ar": "تركيب"}}],
    "end": "2025-12-31",
    "budget": [{"amount": {"value": "10000", "currency": "MAD"}}],
}
"""What the first card says, and the heading above it that numbers it."""


def turned(rows: list[list[str]], *order: int) -> list[list[str]]:
    """Gives rows with their columns in another order."""
    return [[row[at] for at in order] for row in rows]


def labels_together(rows: list[list[str]]) -> list[list[str]]:
    """Gives rows with both labels in the first column."""
    return [[f"{row[0]} / {row[3]}", *row[1:3]] for row in rows]
