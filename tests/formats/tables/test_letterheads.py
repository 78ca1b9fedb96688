"""Whose a plan is that has its province and its commune above it, where the register does not settle the commune."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, read_paper, tree_of

_ROWS = [["Projet", "Porteur"], ["Portail", "DSI"], ["Budget", "DAF"]]
_TITLE = "Programme d’ouverture 2026-2027"


def _numbers(tree: dict[str, Any]) -> list[str]:
    return [number["value"] for one in tree.get("collectivities", ()) for number in one.get("identifiers", ())]


def _in_sheet(*above: str) -> Any:
    return read(sheet(*([line] for line in (*above, _TITLE)), *_ROWS))


def _on_paper(*above: str) -> Any:
    return read_paper(*above, f"= {_TITLE}", "# Axe 1 : Transparence", "## Projet 1 : Portail", "Responsable : DSI")


@pytest.mark.parametrize(
    "lines",
    [("PROVINCE DE TAZA", "COMMUNE DE AJDIR"), ("إقليم تازة", "جماعة أجدير")],
)
def test_the_province_beside_settles_which_commune_of_a_name_it_is(lines: tuple[str, str]) -> None:
    assert _numbers(shown(_in_sheet(*lines))) == _numbers(tree_of(_on_paper(*lines))) == ["03.561.03.01"]


@pytest.mark.parametrize(
    "lines",
    [("PREFECTURE D'INEZGANE-AIT MELLOUL", "COMMUNE DE FICTIVEVILLE"), ("إقليم تازة", "جماعة وهمية")],
)
def test_the_plan_of_a_commune_that_nobody_knows_is_not_its_provinces(lines: tuple[str, str]) -> None:
    made, paper = _in_sheet(*lines), _on_paper(*lines)
    assert _numbers(shown(made)) == _numbers(tree_of(paper)) == []
    assert "import/territory-recognised" not in (*codes(made), *codes_of(paper))
    assert "import/territory-unknown" in codes_of(paper)
    assert {"import/territory-unknown", "import/kept-above"} & {*codes(made)}


def test_a_letterhead_in_one_cell_names_the_commune_not_its_province() -> None:
    french = "Royaume du Maroc\nProvince de Khémisset\nCercle d’Oulmès\nCommune d’Oulmès"
    arabic = "المملكة المغربية\nإقليم الخميسات\nدائرة أولماس\nجماعة أولماس"
    made = read(sheet([french, arabic], [_TITLE], *_ROWS))
    paper = read_paper([[french, "", arabic]], _TITLE, _ROWS)
    assert _numbers(shown(made)) == _numbers(tree_of(paper)) == ["04.291.05.11"]
    (council,) = shown(made)["collectivities"]
    assert set(council["name"]) == {"fr", "ar"}


def test_a_province_alone_is_whose_the_plan_is() -> None:
    assert (
        _numbers(shown(_in_sheet("PROVINCE DE TAZA"))) == _numbers(tree_of(_on_paper("PROVINCE DE TAZA"))) == ["03.561"]
    )


def test_one_year_behind_a_longer_name_of_the_plan() -> None:
    made = read(
        sheet(["Plan de Acción Local de Gobierno Abierto 2026"], ["Compromiso", "Responsable"], ["Portal", "TI"])
    )
    assert shown(made)["plans"][0]["period"] == {"start": "2026", "end": "2026"}


@pytest.mark.parametrize(
    "lines",
    [
        ("Province de Taourirt - Cercle d'El Aïoun", "Commune de Fictiveville"),
        ("Province de Taza – Caïdat de Fictif", "Commune de Fictiveville"),
        ("إقليم تازة - دائرة وهمية", "جماعة وهمية"),
    ],
)
def test_the_plan_of_a_commune_in_a_district_is_not_its_provinces(lines: tuple[str, str]) -> None:
    made = _in_sheet(*lines)
    assert _numbers(shown(made)) == []
    assert "import/territory-recognised" not in codes(made)


def test_the_district_beside_a_province_settles_nothing_else() -> None:
    assert _numbers(shown(_in_sheet("Province de Taza - Cercle fictif", "Commune de Ajdir"))) == ["03.561.03.01"]


def test_a_province_with_its_district_alone_is_whose_the_plan_is() -> None:
    made = shown(_in_sheet("Province de Taza - Cercle fictif"))
    assert [one["name"] for one in made["collectivities"]] == [{"fr": "Taza"}]
    assert _numbers(made) == ["03.561"]


_ABOVE = ("Royaume du Maroc", "Ministère de l'Intérieur", "Région Béni Mellal-Khénifra", "Province de Khouribga")


@pytest.mark.parametrize("join", ["\n", " / ", " – "])
def test_a_letterhead_in_one_cell_names_the_commune_at_its_end(join: str) -> None:
    made = _in_sheet(join.join((*_ABOVE, "Commune de Oued Zem", "Secrétariat général des services")))
    assert _numbers(shown(made)) == ["05.311.01.09"]
    assert "import/territory-recognised" in codes(made)


def test_a_bare_name_below_a_province_is_the_commune_of_that_name_in_it() -> None:
    made = _in_sheet(*_ABOVE, "Oued Zem")
    assert _numbers(shown(made)) == ["05.311.01.09"]
    assert "import/territory-recognised" in codes(made)


def test_a_bare_name_that_is_also_the_provinces_settles_nothing() -> None:
    made = _in_sheet(*_ABOVE, "Khouribga")
    assert _numbers(shown(made)) == []
    assert {"import/kept-above"} <= {*codes(made)}


@pytest.mark.parametrize("wilaya", ["Wilaya de la région Béni Mellal-Khénifra", "ولاية جهة بني ملال خنيفرة"])
def test_the_plan_of_a_commune_is_not_that_of_the_region_of_a_wilaya(wilaya: str) -> None:
    lines = (*_ABOVE[:2], wilaya, _ABOVE[3], "Cercle de Oued Zem", "Commune territoriale Beni Smir")
    assert _numbers(shown(_in_sheet(*lines))) == ["05.311.07.03"]
    assert _numbers(shown(_in_sheet(*lines[:-1], "Commune de Fictiveville"))) == []


@pytest.mark.parametrize(
    "lines",
    [("Royaume du Maroc", "Province de Taza", "Secrétariat général"), ("وزارة الداخلية", "إقليم تازة"),
     ("Province de Taza", "Division des collectivités territoriales")],
)  # fmt: skip
def test_a_letterhead_of_the_state_does_not_make_the_plan_the_provinces(lines: tuple[str, ...]) -> None:
    made = _in_sheet(*lines)
    assert "collectivities" not in shown(made)
    assert "import/owner-doubtful" in codes(made)


@pytest.mark.parametrize(
    ("lines", "title", "numbers"),
    [
        (("Province de Taza", "Conseil provincial", "Secrétariat général"), _TITLE, ["03.561"]),
        (("Province de Taza", "Secrétariat général"), "Programme de la province de Taza 2026-2027", ["03.561"]),
        (("Province de Taza", "Secrétariat général", "Commune de Ajdir"), _TITLE, ["03.561.03.01"]),
    ],
)
def test_whose_plan_it_is_beside_a_letterhead_of_the_state(
    lines: tuple[str, ...], title: str, numbers: list[str]
) -> None:
    made = read(sheet(*([line] for line in (*lines, title)), *_ROWS))
    assert _numbers(shown(made)) == numbers
    assert "import/owner-doubtful" not in codes(made)


@pytest.mark.parametrize("title", ["Ville d’Agadir - Plan d’action 2025-2027", "Ville d'Agadir – Plan 2025-2027"])
def test_a_town_of_the_register_before_the_title_is_whose_plan_it_is(title: str) -> None:
    made = shown(read(sheet([title], *_ROWS)))
    assert [one["name"] for one in made["collectivities"]] == [{"fr": "Agadir"}]
    assert made["plans"][0]["collectivities"] == ["Agadir"]


@pytest.mark.parametrize("name", ["Ville de Fictive-les-Bains", "Mairie d'Imaginaire", "Ville de l'Île-Fictive"])
def test_a_town_that_no_register_knows_is_told_with_its_name(name: str) -> None:
    made = read(sheet([f"{name} - Plan d'action 2025-2027"], *_ROWS))
    assert [one.params["name"] for one in made.findings if one.code == "import/territory-unknown"] == [name]


def test_a_town_that_is_named_again_without_its_remark_is_one() -> None:
    title = "Programme d'ouverture 2026-2027 de la commune d'Aïn Fictive"
    made = shown(read(sheet(["Royaume du Maroc"], ["Commune d'Aïn Fictive (imaginaire)"], [title], *_ROWS)))
    assert [one["name"] for one in made["collectivities"]] == [{"fr": "Aïn Fictive (imaginaire)"}]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ministère de l'Intérieur – Province de Berkane", "Commune de Saïdia"),
        ("وزارة الداخلية - إقليم بركان", "جماعة السعيدية"),
        ("Région de l'Oriental – Province de Berkane", "Commune de Saïdia"),
        ("Ministère de l'Intérieur – Province de Berkane", "Saïdia"),
        ("Ministère de l'Intérieur – Province de Berkane", "Programme d'actions de la commune de Saïdia"),
        ("Province de Berkane", "Programme d'actions de la commune de Saïdia"),
    ],
)
def test_a_commune_below_the_letterhead_of_its_province_is_whose_the_plan_is(lines: tuple[str, str]) -> None:
    assert _numbers(shown(_in_sheet(*lines))) == ["02.113.01.25"]


def test_a_letterhead_of_a_region_does_not_take_the_plan_of_a_province() -> None:
    lines = ("Région de l'Oriental", "Programme d'actions de la province de Berkane")
    assert _numbers(shown(_in_sheet(*lines))) == ["02.113"]


@pytest.mark.parametrize("line", ["Commune de Fictiveville", "Programme d'actions de la commune de Oued Fictif"])
def test_a_letterhead_behind_a_ministry_does_not_take_the_plan_of_an_unknown_commune(line: str) -> None:
    for above in ("Ministère de l'Intérieur – Province de Berkane", "Province de Berkane"):
        made = _in_sheet(above, line)
        assert _numbers(shown(made)) == []
        assert {"import/territory-unknown", "import/territory-part"} & {*codes(made)}


@pytest.mark.parametrize("above", ["Ministère de l'Intérieur – Province de Berkane", "Province de Berkane"])
def test_a_province_above_a_title_of_an_unknown_commune_is_not_whose_the_document_is(above: str) -> None:
    title = "= Programme d'actions de la commune de Oued Fictif 2026-2027"
    made = read_paper(above, title, "# Axe 1 : Transparence", "## Projet 1 : Portail", "Responsable : DSI")
    assert _numbers(tree_of(made)) == []
    assert "import/territory-part" in codes_of(made)


def test_the_council_of_a_province_owns_its_plan_with_a_commune() -> None:
    lines = ("Province de Berkane", "Conseil provincial", "Programme d'actions avec la commune de Saïdia")
    assert _numbers(shown(_in_sheet(*lines))) == ["02.113"]


def test_a_commune_that_is_only_met_below_a_province_does_not_take_its_plan() -> None:
    lines = ("Province de Berkane", "Atelier tenu à la commune de Saïdia")
    assert _numbers(shown(_in_sheet(*lines))) == ["02.113"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Commune de Tiznit, Maroc", "Tiznit"),
        ("Commune de Tiznit (Province de Tiznit, Maroc)", "Tiznit"),
        ("جماعة تيزنيت، المغرب", "تيزنيت"),
        ("Commune de Fès (Fez)", "Fès (Fez)"),
    ],
)
def test_the_name_of_a_collectivity_is_without_what_it_lies_in(line: str, name: str) -> None:
    for tree in (shown(_in_sheet(line)), tree_of(_on_paper(line))):
        assert [list(one["name"].values()) for one in tree["collectivities"]] == [[name]]


@pytest.mark.parametrize(
    "pairs", [[["Province", "Berkane"], ["Ville", "Saïdia"]], [["إقليم", "بركان"], ["مدينة", "السعيدية"]]]
)
def test_the_town_beside_its_label_is_smaller_than_the_province(pairs: list[list[str]]) -> None:
    assert _numbers(shown(read(sheet([_TITLE], *pairs, *_ROWS)))) == ["02.113.01.25"]


@pytest.mark.parametrize(
    "head",
    [
        [["Préfecture d'Inezgane-Aït Melloul", "", "عمالة إنزكان-آيت ملول"]],
        [["عمالة إنزكان-آيت ملول", "", "Préfecture d'Inezgane-Aït Melloul"]],
        [["Préfecture d'Inezgane-Aït Melloul"], ["عمالة إنزكان-آيت ملول"]],
    ],
)
def test_the_name_in_another_cell_and_script_is_that_of_the_same_council(head: list[list[str]]) -> None:
    made = read(sheet(*head, [], [_TITLE], *_ROWS))
    (council,) = shown(made)["collectivities"]
    assert council["name"] == {"fr": "Inezgane-Aït Melloul", "ar": "إنزكان-آيت ملول"}
    assert "import/kept-above" not in codes(made)


@pytest.mark.parametrize("outer", [[], [["Province de Nador", "", "إقليم الناظور"]]])
def test_names_side_by_side_right_above_the_title_are_no_headings(outer: list[list[str]]) -> None:
    rows = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "DAS"]]
    made = read(sheet(*outer, ["Commune de Zaio", "", "جماعة زايو"], [_TITLE], *rows))
    tree = shown(made)
    assert _numbers(tree) == ["02.381.01.07"]
    assert tree["plans"][0]["title"] == {"fr": _TITLE}
    assert [each["number"] for each in tree["plans"][0]["commitments"]] == ["1", "2"]


@pytest.mark.parametrize(("line", "codes"), [
    ("PROVINCE DE YOUSSOUFIA – CONSEIL PROVINCIAL", ["07.585"]), ("إقليم اليوسفية - المجلس الإقليمي", ["07.585"]),
    ("Province de Youssoufia - Conseil communal", []),
])  # fmt: skip
def test_the_council_may_stand_behind_the_name_of_its_territory(line: str, codes: list[str]) -> None:
    assert _numbers(tree_of(_on_paper(line))) == codes
