"""Whatever a file says, reading it gives a document and an account of every piece, and never raises."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.word.papers import paper, quick, to_bytes

from opengov_local.formats.word.docx.parts import read_content
from opengov_local.formats.word.word_format import read
from opengov_local.importing.containers import Container, check_container
from opengov_local.importing.options import ImportOptions

_SAID = st.sampled_from(
    [
        "Axe 1 : Transparence",
        "المحور الأول: الشفافية",
        "Projet 2 : Portail",
        "Projet 2",
        "Engagement",
        "Activités",
        "الأنشطة",
        "Problème : rien",
        "Statut",
        "☐ Limité ☒ Substantiel",
        "Échéance",
        "2025",
        "12 %",
        "Budget",
        "150 000 DH",
        "Groupe de travail 1",
        "المجموعة الأولى: الماء",
        "Solutions",
        "Problématiques",
        "Recommandations générales",
        "Participants :",
        "Compte rendu de l’atelier",
        "محضر ورشة",
        "Programme d’ouverture 2024-2025",
        "OGP Local – Commitment",
        "Why is this commitment relevant to OGP values?",
        "Transparence : oui",
        "—",
        "Commitment ID",
        "MAAGD0001",
        "Email and Phone",
        "a@example.org, +212 500 000 000",
        "1. Former (échéance : juin 2024)",
        "Axe",
        "Number and Name of Commitment",
        "Titre / العنوان",
    ]
)
_WORD = st.one_of(_SAID, _SAID, st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12))
_MARK = st.sampled_from(["", "# ", "## ", "* ", "** ", "! ", "= "])
_PARAGRAPH = st.builds(lambda mark, text: mark + text, _MARK, _WORD)
_CELL = st.one_of(_WORD, st.just(""), st.builds(lambda one, other: f"{one}\n{other}", _WORD, _WORD))
_TABLE = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=1, max_size=5)
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.one_of(_PARAGRAPH, _PARAGRAPH, _TABLE), max_size=9))
def test_every_piece_is_accounted_for(blocks: list[Any]) -> None:
    data = quick(blocks)
    container = check_container(data, None, wanted="docx")
    assert isinstance(container, Container)
    pieces = list(read_content(container).pieces())
    made = read(data)
    assert made.document is not None
    assert made.account is not None
    assert made.account.missing(pieces) == []
    assert sum(made.account.counts.values()) == len(pieces)


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused_and_never_raise(data: bytes) -> None:
    made = read(data, "any.docx")
    assert made.document is None
    assert [finding.code.partition("/")[0] for finding in made.findings] == ["source"]


def test_reading_twice_gives_the_same_but_for_ids() -> None:
    blocks = ["= Programme d’ouverture", "# Axe 1 : A", "## Projet 1 : B", "Activités", "* C"]
    data = to_bytes(paper(*blocks))
    one, other = (read(data, "made-up.docx", options=ImportOptions(mint=_counted())) for _ in range(2))
    assert one.document is not None
    assert other.document is not None
    assert one.document.tree == other.document.tree


def _counted() -> Any:
    count = iter(range(1000))
    return lambda prefix: f"{prefix}:{next(count)}"
