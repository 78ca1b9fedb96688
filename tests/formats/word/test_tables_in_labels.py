"""Tables inside the cell of their label: one merged row of a form says "Étapes" above them; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import checked, commitments_of, paper, table, to_bytes, unmapped

from opengov_local.formats.word.word_format import read

_FRENCH = (
    "= Plan d’action 2025-2027 de la commune",
    (("Intitulé", "Portail"), ("Responsable", "Service informatique"), ("Étapes", "<")),
    (("Étape", "Début", "Fin"), ("Inventaire", "13/02/2025", "30/04/2025"), ("Ouverture", "14/05/2025", "31/12/2025")),
    ("Inventaire", "Ouverture"),
)
_ARABIC = (
    "= برنامج عمل الجماعة 2025-2027",
    (("عنوان الالتزام", "بوابة المعطيات"), ("المسؤول", "مصلحة المعلوميات"), ("مراحل الإنجاز", "<")),
    (("المرحلة", "تاريخ البداية", "تاريخ الانتهاء"), ("الجرد", "13/02/2025", "30/04/2025"),
     ("الفتح", "14/05/2025", "31/12/2025")),
    ("الجرد", "الفتح"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "form", "steps", "named"), [_FRENCH, _ARABIC])
@pytest.mark.parametrize("note", ["", "Un texte libre sous le tableau."])
def test_a_table_below_a_label_in_its_cell_answers_it(
    title: str, form: list[list[str]], steps: list[list[str]], named: tuple[str, str], note: str
) -> None:
    made = paper(title)
    card = table(made, [*form, *([[note, "<"]] if note else [])])
    table(card.cell(2, 0), steps)
    got = checked(read(to_bytes(made), "made-up.docx"))
    (commitment,) = commitments_of(got)
    milestones = commitment["milestones"]
    assert [next(iter(each["title"].values())) for each in milestones] == list(named)
    assert [(each["start"], each["due"]) for each in milestones] == [
        ("2025-02-13", "2025-04-30"),
        ("2025-05-14", "2025-12-31"),
    ]
    assert list(unmapped(got).values()) == ([note] if note else [])
