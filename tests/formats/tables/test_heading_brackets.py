"""Words in brackets behind headings that change what these ask for."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet

from opengov_local.formats.wording.headings.vocabulary import recognise, surely


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Budget (dépensé)", None),
        ("Budget (DH) (consommé)", None),
        ("Coût (réel)", None),
        ("Montant (engagé)", None),
        ("Budget (reste à financer)", None),
        ("Budget (spent)", None),
        ("Presupuesto (ejecutado)", None),
        ("الميزانية (المصروفة)", None),
        ("Budget (prévu)", "budget.total"),
        ("Budget (en KDH)", "budget.total"),
        ("Coût (estimé)", "budget.total"),
        ("Taux d'avancement (prévu)", None),
        ("Taux d'avancement prévu", None),
        ("Taux d'exécution prévisionnel", None),
        ("Progress (target)", None),
        ("Avance (previsto)", None),
        ("نسبة الإنجاز (المتوقعة)", None),
        ("Statut (cible)", None),
        ("Avancement (%)", "progress"),
        ("Échéance (réelle)", "completed_on"),
        ("Deadline (actual)", "completed_on"),
        ("Plazo (real)", "completed_on"),
        ("الأجل (الفعلي)", "completed_on"),
        ("Échéance (initiale)", "end"),
        ("Échéance (révisée)", "end"),
    ],
)
def test_words_in_brackets_are_heard(heading: str, target: str | None) -> None:
    found, sure = recognise(heading), surely(heading)
    assert (found.target if found else None) == (sure.target if sure else None) == target


def test_what_was_spent_is_kept_beside_the_budget() -> None:
    head = ["N°", "Projet", "Responsable", "Budget (DH)", "Budget (dépensé)", "Taux (prévu)"]
    made = read(sheet(head, [1, "Portail", "DSI", 1000, 400, "80 %"]))
    (one,) = commitments_of(made)
    assert one["budget"] == [{"amount": {"value": "1000", "currency": "MAD"}}]
    assert "progress" not in one
    assert [kept["text"] for kept in one["x_unmapped"]] == ["400", "80 %"]
    assert codes(made).count("import/column-unmapped") == 2


@pytest.mark.parametrize(
    "heading",
    [
        "How we will know (indicator)",
        "Comment saurons-nous ? (indicateur)",
        "Cómo lo sabremos (indicadores)",
        "كيف سنعرف (المؤشر)",
    ],
)
def test_what_tells_that_it_worked_is_an_indicator(heading: str) -> None:
    head = ["N°", "Commitment", "Lead", heading, "Baseline", "Target"]
    (one,) = commitments_of(read(sheet(head, [1, "Publish the budget", "Clerk", "Copies handed out", 0, 3000])))
    (measured,) = one["indicators"]
    assert (measured["baseline"], measured["target"]) == ({"value": "0"}, {"value": "3000"})


@pytest.mark.parametrize("heading", ["Périodicité (indicateur)", "Nombre (indicateurs)", "How much (indicator)"])
def test_what_is_said_of_an_indicator_is_none(heading: str) -> None:
    found = recognise(heading)
    assert found is None or found.target != "indicator"
