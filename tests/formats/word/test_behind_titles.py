"""Who does an activity and by when, behind its title; years and days around a plan; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

from opengov_local.formats.wording.labels.behind_titles import behind, tell_who


@pytest.mark.parametrize(
    ("text", "title", "said"),
    [
        ("Choisir (secrétaire général, mars 2026)", "Choisir", {"leads": "secrétaire général", "due": "mars 2026"}),
        (
            "Rédiger (M. Hassan, point focal, mai 2026)",
            "Rédiger",
            {"leads": "M. Hassan, point focal", "due": "mai 2026"},
        ),
        ("Acheter (avril 2026 – service technique)", "Acheter", {"due": "avril 2026", "leads": "service technique"}),
        ("دراسة (الكاتب العام، مارس 2026)", "دراسة", {"leads": "الكاتب العام", "due": "مارس 2026"}),
        ("Portail (2026, DSI, 20 000 DH)", "Portail", {"due": "2026", "leads": "DSI", "budget": "20 000 DH"}),
        ("Portail (20 000 DH ; DSI)", "Portail", {"budget": "20 000 DH", "leads": "DSI"}),
        ("Portail (mars 2026 – DSI – 20,5 MDH)", "Portail", {"due": "mars 2026", "leads": "DSI", "budget": "20,5 MDH"}),
        (
            "بوابة (2026، الكاتب العام، 20000 درهم)",
            "بوابة",
            {"due": "2026", "leads": "الكاتب العام", "budget": "20000 درهم"},
        ),
        ("Étude (janvier – mars 2026, DSI)", "Étude", {"period": "janvier – mars 2026", "leads": "DSI"}),
        ("Étude (2026–2027, DSI)", "Étude", {"period": "2026–2027", "leads": "DSI"}),
        ("Conseil – Division sociale – 2026", "Conseil", {"leads": "Division sociale", "due": "2026"}),
        ("Portail – DSI, 2026", "Portail", {"leads": "DSI", "due": "2026"}),
        ("Étude (5 000 DH)", "Étude", {"budget": "5 000 DH"}),
        ("Étude (mars 2026)", "Étude", {"due": "mars 2026"}),
    ],
)
def test_what_surely_stands_behind_a_title(text: str, title: str, said: dict[str, str]) -> None:
    found = behind(text)
    assert (found.title, {each.field: each.words for each in found.said}, found.unsure) == (title, said, "")


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Réunir (salle des fêtes, mars 2026)", "salle des fêtes, mars 2026"),
        ("Étude (phase 1, 20 000 DH)", "phase 1, 20 000 DH"),
        ("Étude – Xyz – 2026", "Xyz – 2026"),
        ("Étude (DSI)", ""),
        ("Étude (2026)", ""),
        ("Plan 2026 – 2028 – Bilan", ""),
        ("Budget 2026 – version citoyenne", ""),
    ],
)
def test_what_is_not_sure_stays_in_the_title(text: str, unsure: str) -> None:
    assert behind(text) == (text, (), unsure)


def test_what_is_left_in_a_title_is_said() -> None:
    made = read_paper("= Plan d'action", "# Projet 1 : Portail (Xyz, 2026)", "Étapes :", "* Étude (phase 1, 20 000 DH)")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Portail (Xyz, 2026)"}
    assert codes_of(made).count("import/title-holds-more") == 2


def test_time_body_and_cost_behind_the_title_of_a_project_are_its_own() -> None:
    made = read_paper("= Plan d'action", "# Projet 1 : Portail (2026-2027, DSI, 20 000 DH)", "Objectif : Abc")
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Portail"}
    assert (commitment["start"], commitment["end"], _lead(commitment)) == ("2026", "2027", "DSI")
    assert [line["amount"] for line in commitment["budget"]] == [{"value": "20000", "currency": "MAD"}]
    assert codes_of(made).count("import/assumed") >= 3


def test_a_document_whose_brackets_mostly_name_somebody_names_all() -> None:
    lines = ["Choisir (secrétaire général, mars 2026)", "Former (DSI, mai 2026)", "Dire (moqaddems, juin 2026)"]
    assert tell_who(lines)
    assert not tell_who(lines[1:])
    found = read_paper(
        "# Programme d'ouverture", "## Projet 1 : Portail", "Activités :", *(f"* {one}" for one in lines)
    )
    assert [_lead(step) for step in _steps(tree_of(found))] == ["secrétaire général", "DSI", "moqaddems"]


def test_places_beside_a_time_stay_in_the_title() -> None:
    found = read_paper("# Programme d'ouverture", "## Projet 1 : Portail", "Activités :",
                       "* Réunir (salle des fêtes, mars 2026)", "* Afficher (DSI, mai 2026)")  # fmt: skip
    first, second = _steps(tree_of(found))
    assert first["title"] == {"fr": "Réunir (salle des fêtes, mars 2026)"}
    assert (_lead(second), second["due"]) == ("DSI", "2026-05")


@pytest.mark.parametrize(
    ("title", "line", "years"),
    [
        ("Programme d'ouverture", "Années 2026 et 2027", ("2026", "2027")),
        ("Programme d'ouverture", "Pour les années 2026 à 2028", ("2026", "2028")),
        ("برنامج عمل الانفتاح", "سنتا 2026 و2027", ("2026", "2027")),
    ],
)
def test_years_alone_below_the_title_are_the_period(title: str, line: str, years: tuple[str, str]) -> None:
    (plan,) = tree_of(read_paper(f"= {title}", line, "## Projet 1 : Portail", "Responsable : DSI"))["plans"]
    assert plan["period"] == {"start": years[0], "end": years[1]}


def test_a_day_that_does_not_exist_is_said_wherever_it_stands() -> None:
    made = read_paper("# Rapport semestriel du programme d'ouverture", "Situation au 31 avril 2026",
                      "## Projet 1 : Portail", "État d'avancement : en cours")  # fmt: skip
    assert codes_of(made).count("import/no-such-day") == 1
    imported = read(
        sheet(["Projet", "Activités", "Échéance"], ["Portail", "- Étude (31 février 2026)\n- Test", "30/02/2026"])
    )
    assert codes(imported).count("import/no-such-day") == 1
    assert codes(imported).count("import/date-impossible") == 1


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("1. Étude\n2. Marché (secrétaire général, mars 2026)", ["1", "2"]),
        ("1- دراسة\n2- صفقة", ["1", "2"]),
        ("a) Étude ; b) Marché", ["a", "b"]),
        ("1. Étude 2. Marché", ["1", "2"]),
        ("- Étude\n- Marché", [None, None]),
    ],
)
def test_numbers_in_front_of_listed_activities_are_theirs(cell: str, numbers: list[str | None]) -> None:
    tree = shown(read(sheet(["Projet", "Activités"], ["Portail", cell], ["Forum", "- Réunion\n- Bilan"])))
    steps = _steps(tree)
    assert [step.get("number") for step in steps] == numbers
    assert {next(iter(step["title"].values())) for step in steps} in ({"Étude", "Marché"}, {"دراسة", "صفقة"})


def _steps(tree: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tree["plans"][0]["commitments"][0]["milestones"]
    return found


def _lead(step: dict[str, Any]) -> str:
    (lead,) = step["leads"]
    return str(next(iter(lead["name"].values())))


@pytest.mark.parametrize(
    ("said", "due", "lead"),
    [
        ("by 31 March 2026, IT Services", "2026-03-31", "IT Services"),
        ("by June 2026, Clerk’s Office", "2026-06", "Clerk’s Office"),
        ("avant juin 2026, Services techniques", "2026-06", "Services techniques"),
    ],
)
def test_a_body_may_say_last_what_it_is_or_be_several(said: str, due: str, lead: str) -> None:
    made = read_paper("= Action plan 2025-2027", "# Commitment 1: Portal", "Milestones:", f"* Build ({said})", "* Test")
    step = commitments_of(made)[0]["milestones"][0]
    assert (next(iter(step["title"].values())), step["due"], _lead(step)) == ("Build", due, lead)


@pytest.mark.parametrize("said", ["pilot, June 2026", "Open Contracting, by 2026"])
def test_other_words_beside_a_time_are_nobody(said: str) -> None:
    made = read_paper("= Action plan 2025-2027", "# Commitment 1: Portal", "Milestones:", f"* Build ({said})", "* Test")
    step = commitments_of(made)[0]["milestones"][0]
    assert "leads" not in step
    assert "import/title-holds-more" in codes_of(made)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Engagement 1 : Portail. Pilote : DSI. Échéance : décembre 2026.", "Portail"),
        ("Commitment 1: Portal; Lead: DSI; Due: December 2026", "Portal"),
    ],
)
def test_sentences_with_labels_behind_a_title_are_read(line: str, title: str) -> None:
    made = read_paper("= Plan d’action 2025-2027 (exemple)", line, "Engagement 2 : Audiences. Une par mois : à voir.")
    one, two = commitments_of(made)
    assert list(one["title"].values()) == [title]
    assert [list(each["name"].values()) for each in one["leads"]] == [["DSI"]]
    assert one["end"] == "2026-12"
    assert list(two["title"].values()) == ["Audiences. Une par mois : à voir."]


@pytest.mark.parametrize(
    ("heading", "title", "lead", "end"),
    [
        ("Engagement 1 : Portail (pilote : DSI ; échéance : juin 2026)", "Portail", "DSI", "2026-06"),
        (
            "Engagement 1 : Portail (échéance : mars 2026 ; pilote : DSI ; budget : 20 000 DH)",
            "Portail",
            "DSI",
            "2026-03",
        ),
        ("Engagement 1 : Portail (pilote : DSI)", "Portail", "DSI", None),
        ("Engagement 1 : Portail (voir : annexe 2)", "Portail (voir : annexe 2)", None, None),
        ("الالتزام 1: بوابة (المسؤول: قسم أ؛ الأجل: يونيو 2026)", "بوابة", "قسم أ", "2026-06"),
    ],
)
@pytest.mark.parametrize("listed", [True, False])
def test_labels_in_brackets_behind_titles_say_who_and_when(
    heading: str, title: str, lead: str | None, end: str | None, *, listed: bool
) -> None:
    made = read_paper("= Plan d’action 2025-2027", f"# {heading}" if not listed else f"* {heading}", "Problème : rien")
    (commitment,) = commitments_of(made)
    leads = [name for each in commitment.get("leads", ()) for name in each["name"].values()]
    assert ([*commitment["title"].values()], leads, commitment.get("end")) == ([title], [lead] if lead else [], end)


def test_labels_in_brackets_behind_items_below_axes_say_who_and_when() -> None:
    made = read_paper(
        "= Plan d’action 2025-2027",
        "# Axe 1. Transparence",
        "* Portail (pilote : DSI ; échéance : juin 2026 ; budget : 200 000 DH)",
        "* Journal (pilote : Cabinet ; échéance : mars 2026)",
        "# Axe 2. Participation",
        "* Forum (pilote : DAF ; échéance : 2027)",
    )
    found = [(each["title"]["fr"], each["leads"][0]["name"]["fr"], each["end"]) for each in commitments_of(made)]
    assert found == [("Portail", "DSI", "2026-06"), ("Journal", "Cabinet", "2026-03"), ("Forum", "DAF", "2027")]
