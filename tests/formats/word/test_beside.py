"""What stands beside the text of a Word file, or is not seen in it: read where it tells, else kept and said."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx.oxml import parse_xml
from tests.formats.word.papers import checked, codes_of, paper, to_bytes, tree_of, unmapped, with_body, with_part

from opengov_local.document import Import
from opengov_local.formats.word.docx.beside import is_page
from opengov_local.formats.word.word_format import read

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PLAN = ("# Engagement 1 : Portail", "Problème : Données dispersées.", "Activités :", "* Étude", "* Mise en ligne")


def _headed(*lines: str, body: tuple[object, ...] = _PLAN) -> Import:
    made = paper(*body)
    header = made.sections[0].header
    header.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        header.add_paragraph(line)
    made.sections[0].footer.paragraphs[0].text = "Page 3 sur 12"
    return checked(read(to_bytes(made), "made-up.docx"))


@pytest.mark.parametrize(
    ("line", "title", "place"),
    [
        ("Commune d’Agadir – Programme d’ouverture 2024-2026", {"fr": "Programme d’ouverture 2024-2026"}, "@Agadir"),
        ("جماعة أكادير | برنامج عمل الانفتاح 2024-2026", {"ar": "برنامج عمل الانفتاح 2024-2026"}, "@أكادير"),
    ],
)
def test_a_header_says_whose_plan_it_is_where_the_text_does_not(line: str, title: Any, place: str) -> None:
    made = _headed(line)
    (plan,) = tree_of(made)["plans"]
    assert (plan["title"], plan["period"], plan["collectivities"]) == (
        title,
        {"start": "2024", "end": "2026"},
        [place],
    )
    assert {"title", "period"} <= {
        str(each.params.get("field")) for each in made.findings if each.code == "import/assumed"
    }
    assert unmapped(made) == {}


def test_a_header_with_its_country_says_whose_plan_it_is() -> None:
    made = _headed("Made Up Hills County Government – Republic of Kenya")
    (one,) = tree_of(made)["collectivities"]
    assert (one["name"], one["kind"], one["country"]) == ({"fr": "Made Up Hills"}, "county", "KE")
    assert unmapped(made) == {}


def test_a_header_says_nothing_against_the_text() -> None:
    made = _headed(
        "Commune de Rabat – Plan d’action 2018-2020", body=("= Programme d’ouverture d’Agadir 2024-2026", *_PLAN)
    )
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": "Programme d’ouverture d’Agadir 2024-2026"}
    assert plan["period"] == {"start": "2024", "end": "2026"}


def test_headers_that_repeat_the_text_are_headings_and_others_are_kept() -> None:
    made = _headed(
        "Programme d’ouverture 2024-2026", "Avenue Mohammed V", body=("= Programme d’ouverture 2024-2026", *_PLAN)
    )
    assert unmapped(made) == {"line 2 header1": "Avenue Mohammed V"}
    assert codes_of(made).count("import/pieces-kept") == 1


def test_a_header_says_whose_workshop_it_is() -> None:
    made = _headed(
        "Commune d’Agadir", body=("= Compte rendu de l’atelier", "Date : 12 mars 2024", "# Solutions", "* Un guide")
    )
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["collectivities"] == ["@Agadir"]
    assert unmapped(made) == {}


@pytest.mark.parametrize("text", ["3", "Page 3 sur 12", "Page 3 of 12", "- 3 -", "صفحة 3 من 12", "p. 4", "3/12"])
def test_numbers_of_pages_are_no_data(text: str) -> None:
    assert is_page(text)


@pytest.mark.parametrize("text", ["Programme 2024", "Commune de Page", "Page de garde"])
def test_other_lines_are_no_numbers_of_pages(text: str) -> None:
    assert not is_page(text)


def _with_notes(data: bytes, kind: str, notes: dict[int, str]) -> bytes:
    body = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'
        for number, text in notes.items()
    )
    line = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    part = f'<?xml version="1.0"?><w:{kind}s {_W}>{line}{body}</w:{kind}s>'
    relations = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    more = f'<Relationship Id="rIdN" Type="{_KIND}{kind}s" Target="{kind}s.xml"/></Relationships>'
    data = with_part(data, f"word/{kind}s.xml", part.encode())
    return with_part(data, "word/_rels/document.xml.rels", relations.replace("</Relationships>", more).encode())


def _hang(paragraph: Any, kind: str, number: int) -> None:
    paragraph._p.append(parse_xml(f'<w:r {_W}><w:{kind}Reference w:id="{number}"/></w:r>'))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_kept_beside_what_their_words_were_read_into(kind: str) -> None:
    made = paper(*_PLAN, [["Responsable", "Division informatique"]])
    for text, number in (("Problème : Données dispersées.", 2), ("Étude", 3)):
        (there,) = (each for each in made.paragraphs if each.text == text)
        _hang(there, kind, number)
    _hang(made.tables[0].cell(0, 1).paragraphs[0], kind, 4)
    notes = {2: "Enquête de 2023.", 3: "Avec la DGCT.", 4: "Par intérim."}
    found = checked(read(_with_notes(to_bytes(made), kind, notes)))
    (commitment,) = tree_of(found)["plans"][0]["commitments"]
    assert commitment["problem"] == {"fr": "Données dispersées."}
    kept = [(each["label"], each["text"]) for each in commitment["x_unmapped"]]
    assert kept == [(f"{kind} 2 (paragraph 2)", "Enquête de 2023."), (f"{kind} 4 (table 1!B1)", "Par intérim.")]
    (said,) = commitment["milestones"][0]["x_unmapped"]
    assert said["text"] == "Avec la DGCT."
    (finding,) = (each for each in found.findings if each.code == "import/pieces-kept")
    assert finding.params["count"] == 3


def test_comments_are_kept_beside_what_they_hang_on() -> None:
    made = paper(*_PLAN)
    made.add_comment(made.paragraphs[1].runs, "À vérifier")
    found = checked(read(to_bytes(made)))
    (kept,) = tree_of(found)["plans"][0]["commitments"][0]["x_unmapped"]
    assert (kept["label"], kept["text"]) == ("comment 0 (paragraph 2)", "À vérifier")
    assert codes_of(found).count("import/word-comments") == 1
    assert "import/pieces-kept" not in codes_of(found)


def _p(text: str, more: str = "", properties: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{more}</w:p>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{_p(cell)}</w:tc>' for cell in cells)}</w:tr>"


_HEADING = '<w:pStyle w:val="Heading1"/>'


def test_hidden_words_are_not_read_but_kept_and_said() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>(interne)</w:t></w:r>"
    made = checked(read(with_body(_p("Engagement 1 : Portail", hidden, _HEADING) + _p("Problème : Rien"))))
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Portail"}
    assert [each["text"] for each in commitment["x_unmapped"]] == ["(interne)"]
    assert "import/word-hidden" in codes_of(made)


def test_tracked_changes_are_read_as_if_accepted() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    table = (
        _row("Activité", "Échéance")
        + _row("Étude", "juin 2025")
        + _row("Audit", "mai 2024", properties="<w:del/>")
        + _row("Pilote", "juin 2026", properties="<w:ins/>")
    )
    body = (
        _p("Engagement 1 : Portail", "", _HEADING)
        + _p("Problème : Les données ", "", mark)
        + _p("sont dispersées.")
        + f"<w:tbl>{table}</w:tbl>"
    )
    made = checked(read(with_body(body)))
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["problem"] == {"fr": "Les données sont dispersées."}
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Étude", "Pilote"]
    (finding,) = (each for each in made.findings if each.code == "import/word-deleted")
    assert finding.params["count"] == 1


def test_embedded_documents_are_said() -> None:
    made = checked(read(with_body(_p("Engagement 1 : Portail", "", _HEADING) + '<w:altChunk r:id="rId9"/>')))
    assert "import/word-embedded" in codes_of(made)


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK </w:instrText></w:r>'
    '<w:r><w:instrText>"https://example.org/a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>le rapport</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_SIMPLE = "<w:fldSimple w:instr='HYPERLINK \"https://example.org/a\"'><w:r><w:t>le rapport</w:t></w:r></w:fldSimple>"


@pytest.mark.parametrize("field", [_FIELD, _SIMPLE])
def test_where_links_made_of_fields_lead_is_kept(field: str) -> None:
    heading = _p("Engagement 1 : Portail", "", _HEADING)
    made = checked(read(with_body(heading + _p("Problème : Voir ", field))))
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["problem"] == {"fr": "Voir le rapport"}
    assert [(each["label"], each["text"]) for each in commitment["x_unmapped"]] == [
        ("le rapport (paragraph 2)", "https://example.org/a")
    ]
    assert "import/word-links" in codes_of(made)
    proved = checked(read(with_body(heading + _p("Preuves : ", field))))
    assert "import/word-links" not in codes_of(proved)


def _numbered(body: str, *levels: tuple[str, str]) -> Import:
    said = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    part = (
        f'<?xml version="1.0"?><w:numbering {_W}><w:abstractNum w:abstractNumId="1">{said}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    return checked(read(with_part(with_body(body), "word/numbering.xml", part.encode())))


def _list(level: int, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'{named}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("words", "titles", "number"),
    [
        (("Axe %1 :", "Projet %2 -"), ("Transparence", "Portail", "Participation", "Bureau"), "II"),
        (("المحور %1:", "المشروع %2:"), ("الشفافية", "البوابة", "المشاركة", "المكتب"), "II"),
    ],
)
def test_words_that_word_prints_before_headings_are_read(
    words: tuple[str, str], titles: tuple[str, ...], number: str
) -> None:
    styles = (_list(0, "Heading1"), _list(1, "Heading2")) * 2
    body = "".join(_p(title, "", style) for title, style in zip(titles, styles, strict=True))
    made = _numbered(body, ("upperRoman", words[0]), ("decimal", words[1]))
    (plan,) = tree_of(made)["plans"]
    assert [(axis["number"], *axis["title"].values()) for axis in plan["axes"]] == [
        ("I", titles[0]),
        (number, titles[2]),
    ]
    assert [(each["number"], *each["title"].values(), *each["axes"]) for each in plan["commitments"]] == [
        ("1", titles[1], f"@{titles[0]}"),
        ("1", titles[3], f"@{titles[2]}"),
    ]


def test_roman_numbers_are_no_words() -> None:
    body = "".join(_p(f"Axe : A{at}", "", _list(0, "Heading1")) for at in range(8))
    made = _numbered(body + _p("Projet 1 : P", "", _HEADING), ("upperRoman", "%1."))
    assert tree_of(made)["plans"][0]["axes"][7]["title"] == {"fr": "A7"}


def test_a_column_that_word_numbers_is_read() -> None:
    rows = _row("N°", "Projet", "Problème") + "".join(
        f"<w:tr><w:tc>{_p('', '', _list(0))}</w:tc><w:tc>{_p(title)}</w:tc><w:tc>{_p('Rien')}</w:tc></w:tr>"
        for title in ("Portail", "Bureau")
    )
    made = _numbered(_p("Programme d’ouverture 2024-2026", "", _HEADING) + f"<w:tbl>{rows}</w:tbl>", ("decimal", "%1."))
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [(each["number"], each["title"]["fr"]) for each in commitments] == [("1", "Portail"), ("2", "Bureau")]
