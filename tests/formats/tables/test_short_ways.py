"""Short ways give what the long ways give, and an import leaves nothing behind for the garbage collector."""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.formats.books.dialects import read_kind
from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.wording.headings import heading_table
from opengov_local.formats.wording.headings import phrases as table_of_phrases
from opengov_local.formats.wording.headings.phrases import beginning, begins, phrases
from opengov_local.formats.wording.headings.vocabulary import recognise, surely
from opengov_local.formats.wording.words.numbering import may_be_numbered
from opengov_local.formats.wording.words.plain_titles import are_plain_titles, is_plain_title
from opengov_local.formats.wording.words.same_words import may_name_number, number_named
from opengov_local.importing.nodes import Node
from opengov_local.importing.words import fold
from opengov_local.importing.words.lists import may_be_list, read_list

ROWS = [
    ["Axe", "Projet", "Activité", "Responsable", "Date de fin", "Statut", "Taux d'avancement", "Budget (DH)", "Brol"],
    ["Axe 1 : Ouvrir", "Portail", "Étude", "DSI; SG", "fin 2026", "En cours", "40%", "10 000", "x"],
    ["Axe 1 : Ouvrir", "Portail", "Mise en ligne", "DSI", "2027-02-30", "bizarre", "400%", "à définir", "y"],
]
WORDS = st.sampled_from(
    ["Projet", "المشروع", "Titre", "(ar)", "[en DH]", "N°", "2025", "Responsables", "Budjet", "/", "-", "et"]
)


@given(st.lists(WORDS, max_size=5).map(" ".join) | st.text(max_size=12))
@example("N° Responsables")
def test_a_heading_is_told_surely_as_it_is_recognised(text: str) -> None:
    found = recognise(text)
    assert surely(text) == (found if found and found.score >= 95 else None)


@given(st.text(st.sampled_from('aé1 .,;:|/-–•o)(\n\t\u2028\u00a0_x000D“”"ابو،؛'), max_size=20))
def test_what_cannot_be_a_list_is_none(text: str) -> None:
    assert may_be_list(text) or len(read_list(text, commas="never").items) <= 1


@given(
    st.lists(st.text(st.sampled_from("aAéÉ1² .:-–\u00a0\t\x1cبœ"), max_size=12), min_size=1, max_size=3), st.booleans()
)
@example(["Axe 1  Ouvrir"], True)
@example(["Étude 1\u00a0É"], True)
@example(["Étude 1 ب"], True)
def test_titles_are_told_plain_together_as_each_is(titles: list[str], many: bool) -> None:
    texts = [*titles, *(["Étude du portail de la commune"] * 9 if many else [])]
    assert not are_plain_titles(texts, "project_word") or all(is_plain_title(text, "project_word") for text in texts)
    plain = all(len(text) <= 200 and not may_be_numbered(text) for text in texts)
    assert are_plain_titles(texts, "project_word") or not plain or any(sign in "".join(texts) for sign in ".:-–")


CELLS = st.sampled_from(["Portail", " Portail", "-", "", " ", "\u200f", None, 0, 1, 1.5, "é", "«x»"])


@given(st.lists(st.lists(CELLS, max_size=3), max_size=12), st.integers(1, 3))
def test_a_column_is_told_by_its_different_cells_as_by_all(rows: list[list[Value]], times: int) -> None:
    grid = Grid("Plan", [row for row in rows for _ in range(times * 3)])
    for index in range(grid.width):
        column = grid.column(index)
        texts = ["" if is_blank(value) else str(value).strip() for value in column]
        assert grid.texts(index) == texts
        plain = all(isinstance(value, str) and value == value.strip() and value[:1].isalnum() for value in column)
        assert grid.has_words_alone(index) == plain
    full = [all(not is_blank(value) and value != 0 for value in grid.column(index)) for index in range(grid.width)]
    for count in (1, 2, 3):
        assert grid.has_full(count, 0, len(grid.rows)) == (sum(full) >= count)


@pytest.fixture
def _collector_off() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_collector_off")
def test_an_import_that_is_let_go_of_is_gone_at_once() -> None:
    text = io.StringIO()
    csv.writer(text).writerows(ROWS)
    imported = read_kind(text.getvalue().encode(), "plan.csv", kind="csv")
    assert sum(isinstance(thing, Node) for thing in gc.get_objects()) > 5
    del imported
    assert not any(isinstance(thing, Node) for thing in gc.get_objects())


def test_equal_cells_are_told_of_each_on_its_own() -> None:
    rows = [["Projet", "Date de fin", "Statut", "Taux d'avancement"]]
    rows += [[f"Projet {letter}", "30/02/2026", "bizarre", "400%"] for letter in "ABC"]
    found = codes(read(sheet(*rows)))
    assert [
        found.count(code) for code in ("import/date-impossible", "import/status-unknown", "import/percent-out-of-range")
    ] == [3, 3, 3]


def test_cells_that_look_the_same_are_read_by_what_they_are() -> None:
    rows = (["Projet", "Taux d'avancement"], ["A", 0.4], ["B", 0.7], ["C", "0.4"], ["D", "40%"], ["E", True])
    imported = read(sheet(*rows))
    assert [commitment.get("progress") for commitment in shown(imported)["plans"][0]["commitments"]] == [
        40,
        70,
        40,
        40,
        None,
    ]


def test_updates_of_one_object_in_several_columns_are_one() -> None:
    rows = (
        ["Projet", "Réalisations", "Difficultés"],
        ["Portail", "Lancé", "Délai"],
        ["Forum", "Prévu", "Salle"],
    )
    updates = shown(read(sheet(*rows)))["progress_updates"]
    assert [(update["target"], *update["text"].values(), *update["challenges"].values()) for update in updates] == [
        ("Portail", "Lancé", "Délai"),
        ("Forum", "Prévu", "Salle"),
    ]


def test_a_title_on_several_axes_is_found_only_where_it_is_meant() -> None:
    projects = sheet(["Axe", "Projet"], ["Un", "Portail"], ["Deux", "Portail"], ["Deux", "Forum"], name="Projets")
    steps = sheet(["Projet", "Activité"], ["Forum", "Réunir"], ["Portail", "Publier"], name="Étapes")
    commitments = shown(read(projects, steps))["plans"][0]["commitments"]
    assert [(*c["title"].values(), len(c.get("milestones", ()))) for c in commitments] == [
        ("Portail", 0),
        ("Portail", 0),
        ("Forum", 1),
        ("Portail", 1),
    ]


@given(
    st.sampled_from(["total", "average", "opening"]), st.text(st.sampled_from("TtoalxOoé\u0301 .-()'²m"), max_size=9)
)
def test_what_a_text_begins_with_is_told_as_by_its_key(kind: str, text: str) -> None:
    assert begins(kind, text) == any(f"{fold(text)} ".startswith(f"{phrase} ") for phrase in phrases(kind))


@given(
    st.sampled_from(["total", "legend", "ditto", "project_word", "see_elsewhere"]),
    st.lists(
        st.sampled_from(
            ["ابن", "واد", "ولاد", "المجموع", "مجموع", "مفتاح", "نفس", "أنظر", "أ", "م", "َ", "ـ", " ", "1", "\u200f"]
        )
        | st.text(st.sampled_from("اأإآبتةهوؤىيءلمجعنفسظر َـ1"), max_size=3)
    ).map("".join),
)
def test_what_an_arabic_text_begins_with_is_told_as_by_its_key(kind: str, text: str) -> None:
    assert begins(kind, text) == any(f"{fold(text)} ".startswith(f"{phrase} ") for phrase in phrases(kind))


@given(st.sampled_from(["total", "average", "axis_word", "legend", "ditto"]), st.data())
def test_a_text_begins_with_each_phrase_of_its_kind(kind: str, data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(sorted(set(phrases(kind)))))
    assert begins(kind, data.draw(st.sampled_from([phrase, phrase.upper(), f"{phrase} : x", phrase.title()])))


@given(
    st.sampled_from(["legend", "axis_word"]),
    st.lists(
        st.lists(
            st.sampled_from(
                ["Légende", "L é g e n d e", "Key", "مفتاح", "Premier", "axe", "Axe", ":", "1.", " ", "Projet"]
            ),
            max_size=4,
        ).map(" ".join)
        | st.text(max_size=6)
    ),
)
def test_those_of_many_texts_that_begin_so_are_those_that_do_each(kind: str, texts: list[str]) -> None:
    starts = Grid("", [[text] for text in texts]).beginnings(0)
    assert beginning(kind, texts, starts) == [text for text in texts if begins(kind, text)]


@given(
    st.lists(
        st.lists(st.sampled_from(["Idem", "idem", "Voir", "نفس", "projet", "المشروع", "1", "P2", "Étude", ""])).map(
            " ".join
        )
    )
)
def test_texts_that_name_the_number_of_another_project_are_told_quickly(texts: list[str]) -> None:
    starts = Grid("", [[text] for text in texts]).beginnings(0)
    assert may_name_number(texts, starts) or not any(number_named(text.strip()) for text in texts)


def test_the_table_of_phrases_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def rows(name: str) -> Iterator[dict[str, str]]:
        read.append(name)
        return heading_table.rows(name)

    monkeypatch.setattr("opengov_local.formats.wording.headings.phrases.rows", rows)
    for cached in (table_of_phrases._by_kind, phrases, table_of_phrases.small_words):
        cached.cache_clear()
    assert phrases("legend")
    assert phrases("total")
    assert table_of_phrases.small_words("fr")
    assert read == ["phrases.csv"]


@pytest.mark.parametrize("numbered", [{0}, {0, 1, 2, 3, 4}, {2, 3, 4, 5}])
def test_a_number_that_only_some_rows_of_a_project_say_is_said_of_these_alone(numbered: set[int]) -> None:
    rows = [
        [f"P{at}" if at % 2 or row in numbered else None, title, f"Action {at} {letter}", "DSI"]
        for at, title in enumerate(["Portail", "Forum", "Budget", "Plateforme", "Guichet", "Archives"])
        for row, letter in enumerate("abcdefgh")
    ]
    grid = sheet(["N° projet", "Projet", "Activité", "Responsable"], *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    said = [one for source in imported.sources for one in source["extracts"] if one["fields"] == ["number"]]
    assert [one["original"] for one in said] == [row[0] for row in rows if row[0]]
