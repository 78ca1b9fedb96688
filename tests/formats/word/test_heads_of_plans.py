"""Heads of plans without styles: the title above years and place, years on the line of the place; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

_PARTS = ("Engagement 1 : Portail", "Problème : Abc", "Porteur : DSI", "Engagement 2 : Forum", "Problème : Def")


@pytest.mark.parametrize(
    "head",
    [
        ("Programme d’ouverture", "Commune de Tiznit", "2026-2028"),
        ("Programme d’ouverture", "2026-2028", "Commune de Tiznit"),
        ("Commune de Tiznit, 2026-2028", "Programme d’ouverture"),
        ("= Programme d’ouverture", "Commune de Tiznit – 2026-2028"),
        ("= Programme d’ouverture", "Commune de Tiznit (2026–2028)"),
    ],
)
def test_title_place_and_years_at_the_head(head: tuple[str, ...]) -> None:
    made = read_paper(*head, *_PARTS)
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": "Programme d’ouverture"}
    assert plan["period"] == {"start": "2026", "end": "2028"}
    assert plan["collectivities"] == ["@Tiznit"]
    assert unmapped(made) == {}


def test_the_title_below_its_label_stays_it() -> None:
    (plan,) = tree_of(read_paper("Programme d’ouverture", "Tiznit citoyenne", *_PARTS))["plans"]
    assert plan["title"] == {"fr": "Tiznit citoyenne"}


def test_the_years_beside_a_place_that_nobody_knows_are_read() -> None:
    made = read_paper("= Open Government Action Plan", "County of Madeup, 2026–2028", "Commitment 1: Abc", "Lead: Def")
    assert tree_of(made)["plans"][0]["period"] == {"start": "2026", "end": "2028"}
    assert "import/territory-unknown" in codes_of(made)


@pytest.mark.parametrize(
    "title",
    [
        "Plan local de gouvernement ouvert – Fictiville 2026-2027",
        "Feuille de route pour un gouvernement ouvert",
        "Hoja de ruta de gobierno abierto",
        "Open Government Roadmap",
        "Nos engagements",
    ],
)
def test_a_plan_of_bold_titles_and_labels_alone(title: str) -> None:
    made = read_paper(
        f"= {title}",
        "! 1. Abc",
        "Objectif : Def",
        "Responsable : DSI",
        "Échéance : juin 2026",
        "! 2. Ghi",
        "Objectif : Jkl",
        "Responsable : DAF",
    )
    (plan,) = tree_of(made)["plans"]
    assert list(plan["title"].values()) == [title]
    assert [list(each["title"].values()) for each in plan["commitments"]] == [["Abc"], ["Ghi"]]
    assert [each["number"] for each in plan["commitments"]] == ["1", "2"]


def test_one_label_of_each_makes_no_plan() -> None:
    made = read_paper("= Note de service", "Responsable : DSI", "Objectif : Abc")
    assert "import/word-not-understood" in codes_of(made)


@pytest.mark.parametrize("style", ["= ", ""])
@pytest.mark.parametrize("title", ["Plan d’action", "Programme d’ouverture"])
def test_a_period_behind_the_title_of_a_plan_is_no_label_of_a_plan_without_title(title: str, style: str) -> None:
    made = read_paper(
        f"{style}{title} – Période : 2026-2027", "Commune de Salé", "# Engagement 1 : Portail", "Responsable : Service"
    )
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": title}
    assert plan["period"] == {"start": "2026", "end": "2027"}
    assert "import/plan-without-title" not in codes_of(made)


def test_a_plain_title_above_the_period_of_the_plan_is_the_title() -> None:
    made = read_paper("Plan d’action", "Période du plan : 2026-2027", "# Engagement 1 : Portail", "Responsable : DSI")
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": "Plan d’action"}
    assert plan["period"] == {"start": "2026", "end": "2027"}


def test_a_plan_of_actions_is_a_plan_in_the_plural_too() -> None:
    made = read_paper(
        "Commune de Salé", "Plan d’actions de la ville (PAV) – Période 2026-2027", "# Engagement 1 : Portail",
        "Responsable : DSI",
    )  # fmt: skip
    (plan,) = tree_of(made)["plans"]
    assert plan["title"] == {"fr": "Plan d’actions de la ville (PAV) – Période 2026-2027"}
    assert plan["period"] == {"start": "2026", "end": "2027"}


@pytest.mark.parametrize(
    ("head", "title", "framework"),
    [
        (("جماعة صفرو", "# برنامج انفتاح جماعة صفرو 2025-2026"), "برنامج انفتاح جماعة صفرو 2025-2026", "remacto"),
        (("# برنامج انفتاح جماعة صفرو",), "برنامج انفتاح جماعة صفرو", "remacto"),
        (
            ("Commune de Sefrou", "# Feuille de route de la commune de Sefrou 2025-2026"),
            "Feuille de route de la commune de Sefrou 2025-2026",
            "other",
        ),
        (("# Programme ouverture de la commune de Sefrou",), "Programme ouverture de la commune de Sefrou", "other"),
    ],
)
def test_a_heading_that_names_the_collectivity_is_the_title_with_all_its_words(
    head: tuple[str, ...], title: str, framework: str
) -> None:
    made = read_paper(*head, *_PARTS)
    (plan,), (there,) = tree_of(made)["plans"], tree_of(made)["collectivities"]
    assert list(plan["title"].values()) == [title]
    assert plan["framework"] == framework
    assert there["identifiers"] == [{"scheme": "MA-HCP", "value": "03.451.01.09"}]
    assert "import/plan-without-title" not in codes_of(made)


@pytest.mark.parametrize(
    "line",
    [
        "Direction des services de la commune de Sefrou",
        "Ministère de l’Intérieur – Commune de Sefrou",
        "= Programme d’ouverture\nService technique de la commune de Sefrou",
    ],
)
def test_words_before_the_name_of_a_collectivity_are_not_lost(line: str) -> None:
    made = read_paper(line, *_PARTS)
    kept = "\n".join([*unmapped(made).values(), *tree_of(made)["plans"][0].get("title", {}).values()])
    assert line.removeprefix("= ").splitlines()[-1] in kept
    assert tree_of(made)["collectivities"][0]["kind"] == "commune"


def test_several_names_on_one_line_are_whose_plan_it_is_and_nothing_more() -> None:
    made = read_paper("عمالة إقليم صفرو جماعة صفرو", "= برنامج الانفتاح 2025-2026", *_PARTS)
    assert tree_of(made)["collectivities"][0]["identifiers"][0]["value"] == "03.451.01.09"
    assert unmapped(made) == {}


@pytest.mark.parametrize(
    "line", ["Plan d’action local 2026-2028", "Plan d’action local de la commune de Midelt 2026-2028"]
)
def test_a_line_with_the_plan_and_its_years_is_its_title_and_not_the_name_of_the_form(line: str) -> None:
    form = "Partenariat pour un gouvernement ouvert - Programme local"
    made = read_paper(f"= {form}", "Commune de Midelt", line, *_PARTS)
    (plan,) = tree_of(made)["plans"]
    assert list(unmapped(made).values()) == [form]
    assert (plan["title"], plan["period"]) == ({"fr": line}, {"start": "2026", "end": "2028"})


def test_a_sentence_on_the_plan_is_no_title() -> None:
    line = "Ce plan d’action couvre la période 2026-2028."
    (plan,) = tree_of(read_paper("= Tiznit citoyenne", line, *_PARTS))["plans"]
    assert plan["title"] == {"fr": "Tiznit citoyenne"}


@pytest.mark.parametrize(
    "title", ["Commune de Sefrou : feuille de route 2025-2026", "جماعة صفرو: خارطة الطريق 2025-2026"]
)
def test_a_heading_that_begins_with_its_collectivity_is_the_title(title: str) -> None:
    made = read_paper(f"# {title}", *_PARTS)
    (plan,), (there,) = tree_of(made)["plans"], tree_of(made)["collectivities"]
    assert list(plan["title"].values()) == [title]
    assert plan["period"] == {"start": "2025", "end": "2026"}
    assert there["identifiers"][0]["value"] == "03.451.01.09"
    assert not {"import/plan-without-title", "import/territory-unknown"}.intersection(codes_of(made))


@pytest.mark.parametrize("title", ["Commune de Fictive : feuille de route", "Province de Sefrou : Commune de Fictive"])
def test_a_heading_that_begins_with_one_that_nobody_knows_is_of_nobody(title: str) -> None:
    made = read_paper(f"# {title}", *_PARTS)
    assert "collectivities" not in tree_of(made)
    assert "import/territory-unknown" in codes_of(made)


@pytest.mark.parametrize(
    "head",
    [
        "Royaume du Maroc\nProvince de Sefrou\nSecrétariat général de la commune de Sefrou",
        [["Royaume du Maroc", "المملكة المغربية"], ["Secrétariat général de la commune de Sefrou", "جماعة صفرو"]],
    ],
)
def test_a_service_on_a_letterhead_is_kept_and_tells_whose_the_plan_is(head: object) -> None:
    made = read_paper(head, "= Plan d’action 2025", *_PARTS)
    assert tree_of(made)["collectivities"][0]["identifiers"][0]["value"] == "03.451.01.09"
    assert "Secrétariat général de la commune de Sefrou" in unmapped(made).values()


@pytest.mark.parametrize(
    "head",
    [
        ("OGP Local – Action Plan Template", "= Tiznit, Morocco", "Action plan 2026 – 2028"),
        ("Modèle de plan d'action OGP Local", "Commune de Tiznit", "Plan d'action 2026-2028"),
        ("= Canevas du programme d'ouverture", "Commune de Tiznit", "= Programme d'ouverture 2026-2028"),
        ("نموذج برنامج عمل الانفتاح", "جماعة تيزنيت", "برنامج عمل الانفتاح 2026-2028"),
        ("نموذج برنامج عمل الانفتاح", "Commune de Tiznit", "Programme d'ouverture 2026-2028"),
        ("Fiche de présentation du plan d'action", "Commune de Tiznit", "Plan d'action 2026-2028"),
    ],
)
def test_the_name_of_a_form_is_no_title_above_the_one_of_the_plan(head: tuple[str, ...]) -> None:
    made = read_paper(*head, *_PARTS)
    (plan,) = tree_of(made)["plans"]
    assert [*plan["title"].values()] == [head[-1].removeprefix("= ")]
    assert plan["period"] == {"start": "2026", "end": "2028"}
    assert head[0].removeprefix("= ") in [each["text"] for each in plan["x_unmapped"]]
    assert "import/assumed" in codes_of(made)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("Modèle de plan d'action", "Commune de Tiznit"), "Modèle de plan d'action"),
        (("Modèle de plan d'action", "Remplir ce plan d'action en français"), "Modèle de plan d'action"),
        (("Plan d'action 2026-2028", "نموذج برنامج عمل الانفتاح"), "Plan d'action 2026-2028"),
    ],
)
def test_the_name_of_a_form_is_the_title_where_no_other_is(head: tuple[str, ...], title: str) -> None:
    made = read_paper(*head, *_PARTS)
    assert tree_of(made)["plans"][0]["title"] == {"fr": title}
    said = [each.severity for each in made.findings if each.params.get("field") == "title"]
    assert said == (["warning"] if title.startswith("Modèle") else [])


@pytest.mark.parametrize(
    ("head", "name", "number"),
    [
        (("= Plan d'action – Drarga, Maroc, 2026 – 2028",), "Drarga", "09.001.05.09"),
        (("Commune de Bir Jdid", "= Plan d'action 2026-2028"), "Bir Jdid", "06.181.01.05"),
        (("= Plan d'action 2026-2028", "Institution chef de file : Commune de Drarga"), "Drarga", "09.001.05.09"),
    ],
)
def test_whose_plan_it_is_by_a_place_and_its_country_or_by_who_leads_it(
    head: tuple[str, ...], name: str, number: str
) -> None:
    made = read_paper(*head, *_PARTS)
    assert tree_of(made)["plans"][0]["collectivities"] == [f"@{name}"]
    assert {each["value"] for each in tree_of(made)["collectivities"][0]["identifiers"]} == {number}
    assert "import/territory-recognised" in codes_of(made)


@pytest.mark.parametrize(
    ("place", "code"),
    [("Tiznit, Maroc", "import/territory-ambiguous"), ("Fictiville, Tunisie", "import/territory-unknown")],
)
def test_a_place_with_its_country_in_a_title_that_is_no_single_one_is_said(place: str, code: str) -> None:
    made = read_paper(f"= Plan d'action – {place}, 2026 – 2028", *_PARTS)
    assert "collectivities" not in tree_of(made)["plans"][0]
    assert code in codes_of(made)


@pytest.mark.parametrize(("years", "start"), [("2026 – 2028", "2026"), ("2026 – 2027", None)])
def test_the_start_is_that_of_the_title_where_its_end_is_the_end(years: str, start: str | None) -> None:
    made = read_paper(f"= Plan d'action {years}", "Fin du plan d'action : juin 2028", *_PARTS)
    period = tree_of(made)["plans"][0]["period"]
    assert (period.get("start"), period["end"]) == (start, "2028-06")
    said = [finding for finding in made.findings if dict(finding.params).get("field") == "period"]
    assert len(said) == (start is not None)


def test_the_letterhead_in_two_languages_names_its_commune_in_both() -> None:
    letterhead = [
        "Royaume du Maroc\nProvince de Sefrou\nCommune d'Imouzzer Kandar",
        "المملكة المغربية\nإقليم صفرو\nجماعة إيموزار كندر",
    ]
    made = read_paper([letterhead], "= Programme d’ouverture", *_PARTS)
    (commune,) = tree_of(made)["collectivities"]
    assert commune["name"] == {"fr": "Imouzzer Kandar", "ar": "إيموزار كندر"}
    assert not {"import/territory-part", "import/territory-unknown"} & set(codes_of(made))


@pytest.mark.parametrize("title", ["Plan d'action issu du PAC 2022-2027", "Plan d'action, bilan 2021-2027"])
def test_years_of_another_plan_in_the_title_are_not_those_of_this_one(title: str) -> None:
    made = read_paper(f"= {title}", "Fin : 31/12/2027", "# Projet 1 : Portail", "Responsable : DSI")
    assert tree_of(made)["plans"][0].get("period") == {"end": "2027-12-31"}
