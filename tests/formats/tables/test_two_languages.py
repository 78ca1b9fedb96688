"""Cells that say the same in two languages, or something else in each; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown
from tests.formats.word import papers


def _read(heading: str, text: str) -> tuple[dict[str, Any], list[str]]:
    grid = sheet(["Projet", "Responsable", heading], ["Portail", "DSI", text])
    imported = read(grid)
    assert accounted(imported, grid)
    (portal,) = shown(imported)["plans"][0]["commitments"]
    assert isinstance(portal, dict)
    return portal, codes(imported)


@pytest.mark.parametrize(
    ("heading", "text", "field", "value", "differs"),
    [
        ("Statut", "En cours / منجز", "status", {"code": "in_progress", "original": "En cours / منجز"}, True),
        ("Statut", "Réalisé / منجز", "status", {"code": "completed", "original": "Réalisé / منجز"}, False),
        ("Échéance", "mars 2026 / مارس 2026", "end", "2026-03", False),
        ("Échéance", "mars 2026 / ماي 2026", "end", "2026-03", True),
        ("Taux d'avancement", "50 pour cent / 50 في المائة", "progress", 50, False),
        ("Taux d'avancement", "50 pour cent / 60 في المائة", "progress", 50, True),
        ("Budget", "1000 DH / 1000 درهم", "budget", [{"amount": {"value": "1000", "currency": "MAD"}}], False),
        ("Budget", "1000 DH / 2000 درهم", "budget", [{"amount": {"value": "1000", "currency": "MAD"}}], True),
    ],
)
def test_two_languages_that_differ_are_said(heading: str, text: str, field: str, value: Any, differs: bool) -> None:
    portal, said = _read(heading, text)
    assert portal[field] == value
    assert ("import/parts-differ" in said) is differs


@pytest.mark.parametrize(
    ("heading", "text", "field", "value", "rest"),
    [
        ("Échéance", "أكتوبر 2025 - première phase", "end", "2025-10", "première phase"),
        ("Budget", "1000 DH / تقريبا", "budget", [{"amount": {"value": "1000", "currency": "MAD"}}], "تقريبا"),
    ],
)
def test_a_part_in_another_script_that_is_not_read_is_kept(
    heading: str, text: str, field: str, value: Any, rest: str
) -> None:
    portal, said = _read(heading, text)
    assert portal[field] == value
    assert [kept["text"] for kept in portal["x_unmapped"]] == [rest]
    assert "import/column-kept" in said


def test_a_percentage_in_the_status_is_progress() -> None:
    portal, said = _read("Statut", "Achevé à 80 %")
    assert portal["progress"] == 80
    assert portal["status"] == {"code": "in_progress", "original": "Achevé à 80 %"}
    assert "import/status-partly" in said


PAIRS = ["import/columns-apart", "import/columns-paired"]
FR = ["N°", "Engagement", "Responsable", "Échéance", "Budget (DH)", "Statut"]
AR = ["الالتزام", "الجهة المسؤولة", "الأجل", "الميزانية (درهم)", "الحالة"]
EN = ["No.", "Commitment", "Lead", "Deadline", "Budget (MAD)", "Status"]
ONE = ["1", "Portail", "Division A ; Division B", "31/12/2025", "1 500", "En cours"]
ONE_AR = ["بوابة", "القسم أ ؛ القسم ب", "31/12/2025", "1500", "في طور الإنجاز"]
TWO = ["2", "Forum", "SG", "30/06/2026", "2 000", "Completed"]
TWO_AR = ["منتدى", "الكتابة العامة", "2026-06-30", "2000", "منجز"]


def _both(*rows: list[Any], **more: Any) -> tuple[list[Any], list[str]]:
    grid = sheet(*rows, **more)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    return plan["commitments"], [code for code in codes(imported) if code in PAIRS]


@pytest.mark.parametrize(("header", "language"), [(FR, "fr"), (EN, "en")])
@pytest.mark.parametrize("turned", [False, True])
def test_columns_in_two_languages_are_read_once(header: list[str], language: str, turned: bool) -> None:
    rows = [[header, AR], [ONE, ONE_AR], [TWO, TWO_AR]]
    commitments, said = _both(*([*b, *a] if turned else [*a, *b] for a, b in rows))
    names = {language: "Division A", "ar": "القسم أ"}, {language: "Division B", "ar": "القسم ب"}
    assert commitments[0]["leads"] == [{"name": name} for name in names]
    assert commitments[1]["leads"] == [{"name": {language: "SG", "ar": "الكتابة العامة"}}]
    assert [one["end"] for one in commitments] == ["2025-12-31", "2026-06-30"]
    assert [[line["amount"]["value"] for line in one["budget"]] for one in commitments] == [["1500"], ["2000"]]
    assert [one["status"]["code"] for one in commitments] == ["in_progress", "completed"]
    assert not any("x_unmapped" in str(one) for one in commitments)
    assert said == ["import/columns-paired"] * 4


def test_columns_with_other_counts_of_names_are_two() -> None:
    other = [ONE_AR[0], "القسم أ", *ONE_AR[2:]]
    commitments, said = _both([*FR, *AR], [*ONE, *other], [*TWO, *TWO_AR])
    assert [len(one["leads"]) for one in commitments] == [3, 2]
    assert said.count("import/columns-apart") == 1


def test_a_value_that_differs_between_languages_is_kept_and_said() -> None:
    grid = sheet([*FR, *AR], [*ONE, *ONE_AR], [*TWO, *TWO_AR], ["3", *ONE[1:], "بوابة ج", *ONE_AR[1:3], "1600", "منجز"])
    imported = read(grid)
    last = shown(imported)["plans"][0]["commitments"][-1]
    assert [line["amount"]["value"] for line in last["budget"]] == ["1500"]
    assert [kept["text"] for kept in last["x_unmapped"]] == ["1600", "منجز"]
    assert codes(imported).count("import/parts-differ") == 2
    assert accounted(imported, grid)


def test_sums_in_two_languages_are_no_parts_though_they_seldom_agree() -> None:
    rows = [*ONE, *ONE_AR[:3], "700", ONE_AR[4]], [*TWO, *TWO_AR[:3], "800", TWO_AR[4]]
    commitments, _ = _both([*FR, *AR], *rows)
    assert [len(one["budget"]) for one in commitments] == [1, 1]
    assert [[kept["text"] for kept in one["x_unmapped"]] for one in commitments] == [["700"], ["800"]]
    assert codes(read(sheet([*FR, *AR], *rows))).count("import/parts-differ") == 2


def test_steps_and_axes_in_two_languages() -> None:
    fr = [
        ["Axe", "Projet", "Activité", "Responsable", "Échéance"],
        ["Axe 1 : Transparence", "Portail", "Étude", "DSI", "2025-06-30"],
        ["", "", "Mise en ligne", "SG", "2025-12-31"],
        ["Axe 2 : Participation", "Forum", "Réunion", "SG", "2026-12-31"],
    ]
    ar = [
        ["المحور", "المشروع", "النشاط", "المسؤول", "أجل الإنجاز"],
        ["المحور 1 : الشفافية", "بوابة", "دراسة", "الإعلاميات", "2025-06-30"],
        ["", "", "إطلاق", "الكتابة", "2025-12-31"],
        ["المحور 2 : المشاركة", "منتدى", "اجتماع", "الكتابة", "2026-12-31"],
    ]
    rows = [[*one, *other] for one, other in zip(fr, ar, strict=True)]
    grid = sheet(*rows, merges=("A2:A3", "B2:B3", "F2:F3", "G2:G3"))
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [axis["title"] for axis in plan["axes"]] == [
        {"fr": "Transparence", "ar": "الشفافية"},
        {"fr": "Participation", "ar": "المشاركة"},
    ]
    steps = [step for one in plan["commitments"] for step in one["milestones"]]
    assert [len(step["leads"]) for step in steps] == [1, 1, 1]
    assert [step["due"] for step in steps] == ["2025-06-30", "2025-12-31", "2026-12-31"]
    assert not any("x_unmapped" in str(one) for one in steps)
    assert accounted(imported, grid)


def test_axes_that_do_not_pair_are_said() -> None:
    header = ["Axe", "Projet", "المحور", "المشروع"]
    rows = [["A", "Portail", "أ", "بوابة"], ["B", "Forum", "أ", "منتدى"]]
    _, said = _both(header, *rows)
    assert "import/columns-apart" in said


def test_contributions_and_their_answers_in_two_languages_are_one() -> None:
    grid = sheet(
        ["N°", "Proposition", "المقترح", "Décision", "Motif", "التعليل"],
        ["1", "Portail", "بوابة", "Retenue", "Utile", "مفيد"],
        ["2", "Forum", "منتدى", "Rejetée", "Trop cher", "مكلف جدا"],
    )
    imported = read(grid)
    (workshop,) = shown(imported)["workshops"]
    assert [one["text"] for one in workshop["contributions"]] == [
        {"fr": "Portail", "ar": "بوابة"},
        {"fr": "Forum", "ar": "منتدى"},
    ]
    assert [one["number"] for one in workshop["contributions"]] == ["1", "2"]
    assert workshop["contributions"][1]["disposition"]["reason"] == {"fr": "Trop cher", "ar": "مكلف جدا"}
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([["Programme d’ouverture 2024-2026", "", "", "برنامج الانفتاح 2024-2026"]], True),
        ([["Programme d’ouverture 2024-2026"], ["برنامج الانفتاح 2024-2026"]], True),
        ([["Programme d’ouverture 2024-2026"], ["برنامج عمل الجماعة 2022-2027"]], False),
        ([["Programme d’ouverture 2024-2026"], ["تتبع برنامج الانفتاح 2024-2026"]], False),
    ],
)
def test_the_title_of_the_plan_in_a_second_language(above: list[list[Any]], title: bool) -> None:
    (plan,) = shown(read(sheet(*above, FR, ONE, TWO)))["plans"]
    assert plan["title"]["fr"] == "Programme d’ouverture 2024-2026"
    assert ("ar" in plan["title"]) is title


@pytest.mark.parametrize("mark", [" / ", " - ", "\n", " | ", "_"])
def test_a_title_in_two_languages_in_one_cell_is_in_both(mark: str) -> None:
    latin, arabic = "Programme d'ouverture 2026-2027", "برنامج الانفتاح 2026-2027"
    for one, other in ((latin, arabic), (arabic, latin)):
        (plan,) = shown(read(sheet([f"{one}{mark}{other}"], [""], ["Projet", "Porteur"], ["Kiosque", "DSI"])))["plans"]
        assert plan["title"] == {"fr": latin, "ar": arabic}
        assert plan["period"] == {"start": "2026", "end": "2027"}


@pytest.mark.parametrize("merges", [("A1:B1", "C1:D1"), ()])
@pytest.mark.parametrize("tongues", [("FR", "AR"), ("Français", "العربية"), ("(fr)", "(ar)")])
def test_languages_below_headings_that_span_columns_head_the_halves(
    tongues: tuple[str, str], merges: tuple[str, ...]
) -> None:
    grid = sheet(
        ["Projet", "", "Objectif / الهدف", "", "Responsable"],
        [*tongues, *tongues, ""],
        ["Portail", "بوابة", "Publier", "نشر", "DSI"],
        ["Forum", "منتدى", "Écouter", "استماع", "SG"],
        merges=merges,
    )
    imported = read(grid)
    assert shown(imported)["plans"][0]["commitments"] == [
        {
            "title": {"fr": "Portail", "ar": "بوابة"},
            "objectives": {"fr": "Publier", "ar": "نشر"},
            "leads": [{"name": {"fr": "DSI"}}],
        },
        {
            "title": {"fr": "Forum", "ar": "منتدى"},
            "objectives": {"fr": "Écouter", "ar": "استماع"},
            "leads": [{"name": {"fr": "SG"}}],
        },
    ]
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    "name", ["Commune de Tiznit / جماعة تيزنيت", "Commune de Tiznit جماعة تيزنيت", "جماعة تيزنيت\nCommune de Tiznit"]
)
@pytest.mark.parametrize("column", [True, False])
def test_a_collectivity_named_in_two_scripts_has_a_name_in_each(name: str, column: bool) -> None:
    rows = [["Commune", "Projet"], [name, "Portail"], [name, "Forum"]] if column else [
        [name], ["Plan d'action 2024-2027"], ["Projet", "Budget"], ["Portail", 100]]  # fmt: skip
    (one,) = shown(read(sheet(*rows)))["collectivities"]
    assert one["name"] == {"fr": "Tiznit", "ar": "تيزنيت"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Conseil provincial de Sidi Slimane / المجلس الإقليمي لسيدي سليمان",
            {"fr": "Sidi Slimane", "ar": "سيدي سليمان"},
        ),
        ("Conseil provincial de Settat / المجلس الإقليمي لسطات", {"fr": "Settat", "ar": "سطات"}),
        ("المجلس الإقليمي للناظور / Conseil provincial de Nador", {"fr": "Nador", "ar": "الناظور"}),
        ("المجلس الجماعي لتيزنيت - Conseil communal de Tiznit", {"fr": "Tiznit", "ar": "تيزنيت"}),
        (
            "Commune de Tiznit, direction des affaires administratives et financières / جماعة تيزنيت",
            {"fr": "Tiznit", "ar": "تيزنيت"},
        ),
    ],
)
def test_councils_and_long_lines_in_two_scripts_give_both_names(line: str, name: dict[str, str]) -> None:
    table = sheet([line], ["Plan d'action 2024-2027"], ["Projet", "Budget"], ["Portail", 100])
    imported = read(table)
    (one,) = shown(imported)["collectivities"]
    assert one["name"] == name
    assert accounted(imported, table)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Liste des projets d'ouverture / لائحة مشاريع الانفتاح",
            {"fr": "Liste des projets d'ouverture", "ar": "لائحة مشاريع الانفتاح"},
        ),
        (
            "بطاقات مشاريع الجماعة - Fiches des projets communaux",
            {"ar": "بطاقات مشاريع الجماعة", "fr": "Fiches des projets communaux"},
        ),
    ],
)
def test_a_line_that_says_what_is_listed_in_two_scripts_is_a_title_in_both(line: str, title: dict[str, str]) -> None:
    (plan,) = shown(read(sheet([line], ["Projet", "Budget"], ["Portail", 100], ["Forum", 50])))["plans"]
    assert plan["title"] == title


def _bodies(*cells: str) -> tuple[list[list[dict[str, str]]], list[tuple[str | None, Any]]]:
    imported = read(sheet(["Projet", "Partenaires"], *([f"Projet {at}", cell] for at, cell in enumerate(cells))))
    said = [(one.location.cell, one.params["count"]) for one in imported.findings if one.code == "import/bodies-paired"]
    found = [[one["name"] for one in each["supporting"]] for each in shown(imported)["plans"][0]["commitments"]]
    return found, said


A_AND_B = {"fr": "Association A", "ar": "جمعية ب"}


def test_two_names_in_two_scripts_are_one_body_and_that_is_said_where_it_is_not_sure() -> None:
    found, said = _bodies("Association Test", "Association A / جمعية ب")
    assert found[1] == [A_AND_B]
    assert said == [("B3", 1)]


@pytest.mark.parametrize(
    "cells",
    [
        ("Association A / جمعية ب", "Conseil C / مجلس ج", "ONEE"),
        ("Association Test", "Commune de Tiznit / جماعة تيزنيت"),
    ],
)
def test_a_column_in_two_languages_and_one_territory_in_both_are_sure(cells: tuple[str, ...]) -> None:
    found, said = _bodies(*cells)
    assert not said
    assert all(len(names) == 1 for names in found)


def test_two_territories_in_two_scripts_are_two_bodies() -> None:
    found, said = _bodies("Association Test", "Commune de Tiznit / جماعة أكادير")
    assert found[1] == [{"fr": "Commune de Tiznit"}, {"ar": "جماعة أكادير"}]
    assert not said


@pytest.mark.parametrize(
    "mark", [" · ", " • ", "·", " – ", " - ", " | ", " / ", "، ", ", ", " : ", "\n", " ", " (", " ● "]
)
@pytest.mark.parametrize("latin_first", [True, False])
def test_a_name_in_two_scripts_is_parted_whatever_stands_between(mark: str, latin_first: bool) -> None:
    sides = ["Commune de Sidi Slimane", "جماعة سيدي سليمان"]
    named = mark.join(sides if latin_first else sides[::-1]) + (")" if "(" in mark else "")
    imported = read(sheet([named], ["Plan 2026-2027"], [], ["N°", "Engagement"], ["1", "Accueil"], ["2", "Forum"]))
    paper = papers.read_paper(named, "= Plan 2026-2027", "# Axe 1 : Transparence", "## Projet 1 : Accueil")
    wanted = {"fr": "Sidi Slimane", "ar": "سيدي سليمان"}
    assert [one["name"] for one in shown(imported)["collectivities"]] == [wanted]
    assert [one["name"] for one in papers.tree_of(paper)["collectivities"]] == [wanted]


@pytest.mark.parametrize("text", ["Portail des services · بوابة الخدمات", "بوابة الخدمات • Portail des services"])
def test_titles_in_two_scripts_may_have_a_dot_between(text: str) -> None:
    (one,) = commitments_of(read(sheet(["N°", "Engagement", "Responsable"], ["1", text, "DSI"])))
    assert one["title"] == {"fr": "Portail des services", "ar": "بوابة الخدمات"}


def test_the_name_that_the_register_has_in_french_is_french_in_an_arabic_file() -> None:
    rows = [["المحور", "المشروع", "المسؤول"], ["الشفافية", "بوابة", "الرئيس"], ["الشفافية", "منتدى", "الرئيس"]]
    imported = read(sheet(["Commune de Sefrou"], ["برنامج عمل الانفتاح 2025-2026"], [], *rows))
    paper = papers.read_paper("Commune de Sefrou", "= برنامج عمل الانفتاح 2025-2026", "# المحور 1: الشفافية")
    assert [one["name"] for one in shown(imported)["collectivities"]] == [{"fr": "Sefrou"}]
    assert [one["name"] for one in papers.tree_of(paper)["collectivities"]] == [{"fr": "Sefrou"}]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Programme d'ouverture 2025 / برنامج الانفتاح 2026", {"start": "2025", "end": "2025"}),
        ("Programme d'ouverture 2025-2027 / برنامج الانفتاح 2025-2026", {"start": "2025", "end": "2027"}),
    ],
)
def test_years_that_differ_between_the_languages_of_a_title_are_said(line: str, period: dict[str, str]) -> None:
    imported = read(sheet([line], ["Projet", "Porteur"], ["Kiosque", "DSI"]))
    assert shown(imported)["plans"][0]["period"] == period
    assert "import/parts-differ" in codes(imported)


def test_another_council_in_the_other_language_of_a_line_is_said() -> None:
    imported = read(sheet(["Commune de Tiznit / جماعة أكادير"], ["Projet", "Porteur"], ["Kiosque", "DSI"]))
    assert len(shown(imported)["collectivities"]) == 1
    assert "import/parts-differ" in codes(imported)


def test_another_council_beside_in_the_same_language_is_no_other_language() -> None:
    head = [["Commune de Tiznit", "Commune de Agadir"], ["Plan 2025-2027"]]
    grid = sheet(*head, ["Projet", "Porteur"], ["Kiosque", "DSI"])
    imported = read(grid)
    assert len(shown(imported)["collectivities"]) == 1
    said = [one.params for one in imported.findings if one.code == "import/conflict"]
    assert [(one["kept"], one["text"]) for one in said] == [("Tiznit", "Commune de Agadir")]
    assert "import/parts-differ" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(("number", "differs"), [("1", False), ("الأول", False), ("2", True)])
def test_another_number_in_the_other_language_of_a_title_is_said(number: str, differs: bool) -> None:
    rows = [[f"Axe 1 : Écoute / المحور {number}: الإنصات", "Kiosque", "DSI"]]
    imported = read(sheet(["Axe", "Projet", "Porteur"], *rows))
    (axis,) = shown(imported)["plans"][0]["axes"]
    assert axis == {
        "number": "1",
        "title": {"fr": "Écoute", "ar": f"المحور {number}: الإنصات" if differs else "الإنصات"},
    }
    assert ("import/parts-differ" in codes(imported)) == differs


def test_the_years_of_a_title_that_says_them_in_both_languages_do_not_differ() -> None:
    title = "Programme d'ouverture 2025-2027 / برنامج الانفتاح 2025-2027"
    made = read(sheet([title], [], ["N°", "Projet", "Responsable"], [1, "Portail", "DSI"]))
    assert shown(made)["plans"][0]["period"] == {"start": "2025", "end": "2027"}
    assert "import/parts-differ" not in codes(made)


@pytest.mark.parametrize(
    "headings",
    [
        ["المشروع Projet", "المحور Axe", "المسؤول Responsable", "تاريخ البداية Date de début", "الكلفة Coût (DH)"],
        ["Projet المشروع", "Axe المحور", "Responsable المسؤول", "Date de début تاريخ البداية", "Coût الكلفة (DH)"],
        ["المشروع Project", "المحور Axis", "المسؤول Lead", "تاريخ البداية Start date", "الكلفة Cost (DH)"],
    ],
)
@pytest.mark.parametrize("fiche", [False, True])
def test_headings_in_two_scripts_with_a_blank_between(headings: list[str], *, fiche: bool) -> None:
    cells = ["Portail", "Transparence", "Service A", "03/2026", "1000"]
    pairs = zip(headings, cells, strict=True)
    imported = read(sheet(*map(list, pairs)) if fiche else sheet(headings, cells))
    (plan,) = shown(imported)["plans"]
    (only,) = plan["commitments"]
    assert [[*axis["title"].values()] for axis in plan["axes"]] == [["Transparence"]]
    assert [[*lead["name"].values()] for lead in only["leads"]] == [["Service A"]]
    assert (only["start"], only["budget"][0]["amount"]["value"]) == ("2026-03", "1000")
    assert "import/column-unmapped" not in codes(imported)


def test_halves_that_do_not_agree_are_no_heading() -> None:
    heads = ["المشروع", "الأجل", "المسؤول Budget"]
    imported = read(sheet(heads, ["بوابة", "2026", "1000"], ["منتدى", "2027", "2000"]))
    assert "import/column-unmapped" in codes(imported)
