"""One plan written in many ways, each made up: whatever the layout, each commitment has its own answers and steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.word.papers import quick

from opengov_local.formats.word.word_format import read
from opengov_local.importing.options import ImportOptions


@dataclass(frozen=True)
class Words:
    """How one council writes.

    Attributes:
        language: its language.
        title: of the plan.
        named: word and sign of a commitment with its number.
        titles: of three commitments.
        unknown: headings that nobody knows, below each commitment.
        problem: the label of the problem.
        lead: the label of who leads.
        steps: the label of the steps.
        columns: the headings of a table of steps.
        introduction: headings before the first commitment.
        closing: lines behind the last one.
    """

    language: str
    title: str
    named: str
    titles: tuple[str, str, str]
    unknown: tuple[str, ...]
    problem: str
    lead: str
    steps: str
    columns: tuple[str, str]
    introduction: tuple[str, ...]
    closing: tuple[str, ...]


FRENCH = Words(
    "fr",
    "Programme d’ouverture 2025-2026",
    "Projet {} : ",
    ("Budget lisible", "Maison ouverte", "Forum annuel"),
    ("Valeur pour le territoire", "Lien avec la vision ?"),
    "Problématique",
    "Service responsable",
    "Activités",
    ("Activité", "Échéance"),
    ("Introduction", "Contexte général du territoire"),
    ("Fait à Ville Inventée, le 9 octobre 2025", "Le Président du Conseil"),
)
ARABIC = Words(
    "ar",
    "برنامج الانفتاح 2025-2026",
    "المشروع {}: ",
    ("ميزانية مقروءة", "دار مفتوحة", "منتدى سنوي"),
    ("القيمة بالنسبة للتراب", "ما صلته بالرؤية؟"),
    "الإشكالية",
    "المصلحة المسؤولة",
    "الأنشطة",
    ("النشاط", "الأجل"),
    ("مقدمة", "سياق عام للتراب"),
    ("حرر بواد الخيال في 10 أكتوبر 2024", "رئيس المجلس الجماعي"),
)
ENGLISH = Words(
    "en",
    "Open government action plan 2025-2026",
    "Commitment {}: ",
    ("Readable budget", "Open house", "Yearly forum"),
    ("Worth for the territory", "Which part of the vision is it?"),
    "Problem",
    "Responsible body",
    "Milestones",
    ("Milestone", "Due date"),
    ("Introduction", "Background of the city"),
    ("Invented City, 9 October 2025",),
)
SPANISH = Words(
    "es",
    "Plan de acción de gobierno abierto 2025-2026",
    "Compromiso N.º {}: ",
    ("Presupuesto claro", "Casa abierta", "Foro anual"),
    ("Valor para el territorio", "¿Qué parte de la visión es?"),
    "Problema",
    "Entidad responsable",
    "Hitos",
    ("Hito", "Fecha de término"),
    ("Introducción", "El territorio"),
    ("Ciudad Inventada, 28 de febrero de 2025", "Alcaldesa"),
)


@dataclass(frozen=True)
class Layout:
    """How the plan is laid out.

    Attributes:
        marks: of the headings of commitments and of those below them.
        numbered: whether commitments say what they are, with a number.
        form: whether questions and answers stand in a table, else below headings or behind labels on one line.
        lines: whether labels and answers share a line.
        table: whether steps stand in a table, else in a list.
        unknown: how many headings that nobody knows each commitment has.
        introduction: how many headings stand before the first commitment.
        closing: whether the document closes with place, day and signature.
        count: how many commitments there are.
    """

    marks: tuple[str, str]
    numbered: bool
    form: bool
    lines: bool
    table: bool
    unknown: int
    introduction: int
    closing: bool
    count: int

    @property
    def tells(self) -> bool:
        """Whether a reader can tell a commitment from a heading that nobody knows and that stands once."""
        apart = self.form or (not self.lines and self.marks != ("!", "!"))
        return self.count > 1 or self.numbered or not self.unknown or apart


LAYOUTS = st.builds(
    Layout,
    st.sampled_from([("#", "##"), ("##", "!"), ("!", "!"), ("#", "!")]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.integers(0, 2),
    st.integers(0, 2),
    st.booleans(),
    st.integers(1, 3),
).filter(lambda layout: layout.tells)


def _blocks(words: Words, layout: Layout) -> list[object]:
    upper, lower = layout.marks
    blocks: list[object] = [f"= {words.title}"]
    for heading in words.introduction[: layout.introduction]:
        blocks += [f"{upper} {heading}", "Lorem ipsum dolor sit amet."]
    for at, title in enumerate(words.titles[: layout.count], 1):
        blocks.append(f"{upper} {words.named.format(at) if layout.numbered else ''}{title}")
        answers = [(words.problem, f"lorem {at}"), (words.lead, f"Ipsum {at}")]
        unknown = [(heading, f"dolor {at}") for heading in words.unknown[: layout.unknown]]
        if layout.form:
            blocks.append([[label, answer] for label, answer in (*answers, *unknown)])
        else:
            for label, answer in answers:
                blocks += [f"{label} : {answer}"] if layout.lines else [f"{lower} {label}", answer]
            for label, answer in unknown:
                blocks += [f"{lower} {label}", answer]
        if layout.table:
            blocks.append([list(words.columns), [f"sit {at}a", "2025-03"], [f"sit {at}b", "2025-06"]])
        else:
            blocks += [f"{lower} {words.steps}", f"* sit {at}a", f"* sit {at}b"]
    return blocks + (list(words.closing) if layout.closing else [])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([FRENCH, ARABIC, ENGLISH, SPANISH]), LAYOUTS)
def test_each_commitment_has_its_own_answers_and_steps_in_every_layout(words: Words, layout: Layout) -> None:
    made = read(quick(_blocks(words, layout)), options=ImportOptions(id_prefix="org.example"))
    assert made.document is not None
    tree: Any = made.document.tree
    (plan,) = tree["plans"]
    assert list(plan["title"].values()) == [words.title]
    assert plan["period"] == {"start": "2025", "end": "2026"}
    read_back = [
        (
            one.get("number"),
            *one["title"].values(),
            *one["problem"].values(),
            *[name for lead in one["leads"] for name in lead["name"].values()],
            *[title for step in one["milestones"] for title in step["title"].values()],
        )
        for one in plan["commitments"]
    ]
    assert read_back == [
        (str(at) if layout.numbered else None, title, f"lorem {at}", f"Ipsum {at}", f"sit {at}a", f"sit {at}b")
        for at, title in enumerate(words.titles[: layout.count], 1)
    ]
    assert not any("description" in one for one in plan["commitments"])
    assert any(each.code == "import/headings-taken" for each in made.findings) is not layout.numbered
