"""Words that are struck through: left out of what is in force, kept beside it, and said."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import checked, codes_of, commitments_of, unmapped, with_body

from opengov_local.document import Import
from opengov_local.formats.word.word_format import read

_TITLE = "Plan d’action 2026-2028 de la commune de Fictiville"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _gone(text: str, sign: str = "strike") -> str:
    return _run(text, f"<w:{sign}/>")


def _p(*runs: str, style: str = "Normal") -> str:
    said = "".join(run if run.startswith("<") else _run(run) for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{said}</w:p>'


def _table(*rows: tuple[str, ...]) -> str:
    made = ("".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def _read(*parts: str) -> Import:
    return checked(read(with_body(_p(_TITLE, style="Title") + "".join(parts))))


@pytest.mark.parametrize("sign", ["strike", "dstrike"])
def test_a_struck_answer_gives_way_to_the_one_behind_it(sign: str) -> None:
    made = _read(
        _p("Engagement 1 : Portail", style="Heading1"), _p("Responsable : ", _gone("Service A", sign), " Service B")
    )
    (portal,) = commitments_of(made)
    assert portal["leads"] == [{"name": {"fr": "Service B"}}]
    assert [each["text"] for each in portal["x_unmapped"]] == ["Service A"]
    assert "import/word-struck" in codes_of(made)


def test_a_strike_that_is_switched_off_is_none() -> None:
    off = _run("Service A", '<w:strike w:val="0"/>')
    made = _read(_p("Engagement 1 : Portail", style="Heading1"), _p("Responsable : ", off))
    assert commitments_of(made)[0]["leads"] == [{"name": {"fr": "Service A"}}]
    assert "import/word-struck" not in codes_of(made)


def test_a_struck_commitment_is_none_and_what_stands_below_a_struck_heading_keeps_it() -> None:
    made = _read(
        _p("Engagement 1 : Portail", style="Heading1"), _p("Responsable : Service A"),
        _p(_gone("Engagement 2 : Forum"), style="Heading1"), _p(_gone("Responsable : Service B")),
        _p(_gone("Engagement 3 : Charte"), style="Heading1"), _p("Responsable : Service C"),
    )  # fmt: skip
    portal, charter = commitments_of(made)
    assert portal["leads"] == [{"name": {"fr": "Service A"}}]
    assert (charter["title"], charter["leads"]) == ({"fr": "Charte"}, [{"name": {"fr": "Service C"}}])
    assert {"Engagement 2 : Forum", "Responsable : Service B"} <= set(unmapped(made).values())
    assert codes_of(made).count("import/word-struck-read") == 1


def test_struck_rows_are_none_and_struck_cells_say_nothing() -> None:
    made = _read(
        _table(
            ("N°", "Projet", "Responsable", "Budget"),
            ("1", "Portail", "Service A", _gone("1000 DH")),
            (_gone("2"), _gone("Forum"), _gone("Service B"), _gone("2000 DH")),
            ("3", _gone("Charte"), "Service C", "3000 DH"),
        )
    )
    portal, charter = commitments_of(made)
    assert "budget" not in portal
    assert (charter["title"], charter["leads"]) == ({"fr": "Charte"}, [{"name": {"fr": "Service C"}}])
    assert {"1000 DH", "Forum", "2000 DH"} <= set(unmapped(made).values())
    assert {"import/word-struck", "import/word-struck-read"} <= set(codes_of(made))


def test_a_number_that_is_not_struck_saves_no_row() -> None:
    rows = [("1", "Portail", "Service A"), ("2", _gone("Forum"), _gone("Service B"))]
    made = _read(_table(("N°", "Projet", "Responsable"), *rows))
    assert [one["title"]["fr"] for one in commitments_of(made)] == ["Portail"]
    assert {"2", "Forum", "Service B"} <= set(unmapped(made).values())
