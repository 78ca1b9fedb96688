"""The examples of real plans: they load, come back as they were, hold the known facts and nothing invented."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import opengov_local as ogl
from opengov_local.finding import SEVERITIES
from opengov_local.model import ActionPlan, Citation, Commitment, Identified, Package, Workshop
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import walk

EXAMPLES = Path(__file__).parents[2] / "examples"
ORIENTAL, FOUR_REGIONS, AGADIR = "oriental.json", "four-regions-ogp-2025.json", "agadir-ogp-2025.json"
MAIL = re.compile(r"[^\s@]+@[^\s@]+")
PHONE = re.compile(r"(?:\+212|\b0[5-8])[0-9 .-]{8,}")
ELLIPSIS = "…"
BAD_FRENCH = re.compile(r"\w'\w| [:;?!»]|« ")
PRESS = ["https://sahafati.com/ma/ar/frame/68/306838921", "https://anaharnews.com/?p=122212"]

each_example = pytest.mark.parametrize("name", [ORIENTAL, FOUR_REGIONS, AGADIR])


def package(name: str) -> Package:
    return ogl.load(EXAMPLES / name)


def plan_of(name: str) -> ActionPlan:
    (plan,) = package(name).plans
    return plan


def commitments(name: str) -> dict[str, Commitment]:
    return {commitment.identifiers[0].value: commitment for commitment in plan_of(name).commitments}


def workshops(name: str) -> dict[str, Workshop]:
    return {str(workshop.date): workshop for workshop in package(name).workshops}


def french(value: Any) -> list[str]:
    """Gives the French texts of an object."""
    if isinstance(value, list):
        return [text for item in value for text in french(item)]
    if isinstance(value, dict):
        return [
            text
            for key, item in value.items()
            for text in ([item] if key == "fr" and isinstance(item, str) else french(item))
        ]
    return []


def at_path(value: Any, path: list[str]) -> list[Any]:
    """Gives every value at a path of names; a list stands for all of its items."""
    if isinstance(value, list):
        return [found for item in value for found in at_path(item, path)]
    if not path:
        return [value]
    return at_path(value[path[0]], path[1:]) if isinstance(value, dict) and path[0] in value else []


def test_these_are_all_the_real_examples() -> None:
    assert {path.name for path in EXAMPLES.glob("*.json")} == {ORIENTAL, FOUR_REGIONS, AGADIR}


@each_example
def test_has_no_error_and_no_warning(name: str) -> None:
    report = ogl.validate(EXAMPLES / name)
    assert [(f.code, f.location.pointer) for f in report.findings if f.severity in SEVERITIES[:2]] == []


@each_example
def test_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    ogl.save(package(name), tmp_path / name)
    assert json.loads((tmp_path / name).read_bytes()) == json.loads((EXAMPLES / name).read_bytes())


@each_example
def test_file_is_laid_out_as_all_examples_are(name: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@each_example
def test_every_object_and_no_other_has_a_source(name: str) -> None:
    held = package(name)
    objects = {node.value.id for node in walk(held) if isinstance(node.value, Identified)} - {held.id}
    assert {extract.target for source in held.sources for extract in source.extracts} == objects
    for citation in (citation for source in held.sources for citation in source.citations):
        assert citation.publisher
        assert citation.retrieved == "2026-11-23"
        assert citation.note
    assert all(source.citations for source in held.sources)


@each_example
def test_fields_named_by_sources_and_translations_exist(name: str) -> None:
    held = package(name)
    index = held.index
    extracts = [extract for source in held.sources for extract in source.extracts]
    named = [(extract.target, field) for extract in extracts for field in extract.fields]
    named += [(mark.target, f"{mark.field}.{mark.language}") for mark in held.translations]
    unstated = []
    for target, path in named:
        found = index.find(target)
        assert found is not None
        assert path.split(".")[0] in shape_of(type(found))
        if not at_path(found.to_tree(), path.split(".")):
            unstated.append(path)
    assert unstated == (["policy_areas", "sectors"] if name == AGADIR else [])


@each_example
def test_a_citation_is_one_page_and_its_address_stands_in_no_sentence(name: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    assert re.findall(r"[^\"]https?://", text) == []
    held = package(name)
    citations = [node.value for node in walk(held) if isinstance(node.value, Citation)]
    assert citations
    assert [c.publisher for c in citations if ";" in (c.publisher or "")] == []


def test_the_workshop_paper_is_cited_for_the_workshop_only() -> None:
    cited = [s for s in package(ORIENTAL).sources if any(c.publisher == "sabahachark.com" for c in s.citations)]
    assert cited
    assert [s for s in cited if "partner" in (s.note or {}).get("en", "")] == []
    ministry = [s for s in package(ORIENTAL).sources if "org.opengov-local:og-hxdrqt" in {e.target for e in s.extracts}]
    assert [len(s.citations) for s in ministry] == [1, 3, 1]


@pytest.mark.parametrize(
    "path", [*EXAMPLES.glob("*.json"), *EXAMPLES.glob("*/*-plan.json")], ids=lambda path: path.name
)
def test_french_is_set_as_french_is(path: Path) -> None:
    texts = french(json.loads(path.read_bytes()))
    assert texts
    assert [text for text in texts if BAD_FRENCH.search(text)] == []


def test_the_pattern_of_badly_set_french_finds_it() -> None:
    assert BAD_FRENCH.search("l'accès")
    assert BAD_FRENCH.search("Titre : texte")
    assert BAD_FRENCH.search("« texte\u00a0»")
    assert not BAD_FRENCH.search("l’accès\u00a0: «\u00a0oui\u00a0», à 10:30")


@each_example
def test_speaks_for_no_council_and_is_not_made_up(name: str) -> None:
    held = package(name)
    assert held.own_prefix == "org.opengov-local"
    assert held.publisher
    assert held.publisher.collectivity is None
    assert held.synthetic is None
    assert held.licence in {"CC0-1.0", "CC-BY-4.0"}


@each_example
def test_holds_no_contact_and_no_private_person(name: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    assert MAIL.search(text) is None
    assert PHONE.search(text) is None
    assert "contact" not in text.replace("points_of_contact", "")
    assert '"private"' not in text


def test_the_contact_patterns_find_contacts() -> None:
    assert MAIL.search("nom@example.org")
    assert PHONE.search("+212 500 000 000")
    assert PHONE.search("0500-000-000")


def test_collectivities_carry_their_codes() -> None:
    codes = {
        name: [[(i.scheme, i.value) for i in place.identifiers] for place in package(name).collectivities]
        for name in (ORIENTAL, FOUR_REGIONS, AGADIR)
    }
    oriental = [("MA-HCP", "02"), ("ISO-3166-2", "MA-02"), ("GeoNames", "11281875"), ("OGP-MEMBER", "MAORT")]
    assert codes[ORIENTAL] == [oriental]
    assert [place[0][1] for place in codes[FOUR_REGIONS]] == ["02", "08", "09", "11"]
    assert codes[FOUR_REGIONS][0] == oriental
    assert "OGP-MEMBER" not in dict(codes[FOUR_REGIONS][2])
    assert codes[AGADIR][0][0] == ("MA-HCP", "09.001.01.01")


@each_example
def test_members_of_ogp_local_since_april_2024(name: str) -> None:
    for place in package(name).collectivities:
        assert [m.since for m in place.memberships if m.network == "ogp_local"] == ["2024-04-16"]


def test_oriental_programme() -> None:
    plan = plan_of(ORIENTAL)
    assert plan.framework == "remacto"
    assert plan.period
    assert (plan.period.start, plan.period.end) == ("2024", "2025")
    assert [(a.date, a.session_kind) for a in plan.adoptions] == [("2023-10-03", "ordinary")]
    assert {figure.measure: figure.value for figure in plan.reported_figures} == {
        "axes": "4", "projects": "17", "activities": "69",
    }  # fmt: skip
    for figure in plan.reported_figures:
        assert [citation.url for citation in figure.sources] == [*PRESS, None]
        assert set(figure.note or {}) == {"ar", "fr", "en"}
    assert [axis.title["ar"] for axis in plan.axes] == [
        "دعم الديمقراطية التشاركية وآليات الحوار والتشاور",
        "التمكين الاقتصادي للنساء في وضعية هشة والأشخاص في وضعية إعاقة",
        "إدماج قضايا الهجرة في التنمية",
        "تيسير الولوج الرقمي إلى المعلومة",
    ]


def test_no_project_of_oriental_is_invented() -> None:
    tree = plan_of(ORIENTAL).to_tree()
    assert not {"commitments", "activities"} & set(tree)


def test_oriental_workshops() -> None:
    held = workshops(ORIENTAL)
    assert {day: workshop.kind for day, workshop in held.items()} == {
        "2023-03-28": "co_creation", "2023-07-17": "public_consultation", "2024-04-18": "follow_up",
    }  # fmt: skip
    first = held["2023-03-28"]
    (chair,) = first.chairs
    assert chair.name == {"ar": "صليحة حاجي", "fr": "Saliha Haji"}
    assert chair.other_names == ["Salha Hajji"]
    assert chair.capacity == "elected"
    others = [group.party.person for group in first.participants if group.party and group.party.person]
    assert [(person.name, person.capacity) for person in others] == [
        ({"ar": "محمد بوعرورو", "fr": "Mohamed Bouarourou"}, "elected")
    ]


def test_contributions_of_the_working_groups_are_unknown_not_none() -> None:
    (first, *_) = json.loads((EXAMPLES / ORIENTAL).read_bytes())["workshops"]
    groups = first["working_groups"]
    axes = [axis.id for axis in plan_of(ORIENTAL).axes]
    assert [group["axis"] for group in groups] == axes
    assert "contributions" not in first
    assert all("contributions" not in group and group["summary"] for group in groups)


def test_four_regions_plan() -> None:
    plan = plan_of(FOUR_REGIONS)
    places = [place.id for place in package(FOUR_REGIONS).collectivities]
    assert plan.collectivities == places
    assert plan.framework == "ogp_local"
    assert plan.period
    assert (plan.period.end, plan.term_end) == ("2027-06", "2027-09")
    assert [(s.collectivity, s.to, s.date) for s in plan.submissions] == [
        (place, "ogp_local", "2025-04-02") for place in places
    ]


def test_four_regions_commitments() -> None:
    known = commitments(FOUR_REGIONS)
    assert {number: c.start for number, c in known.items()} == {
        "MALAA0001": "2025-04", "MAORT0002": "2025-04", "MALAA0002": "2025-07",
        "MALAA0003": "2025-06", "MALAA0004": "2025-06", "MADRA0003": "2025-04",
    }  # fmt: skip
    assert {c.end for c in known.values()} == {"2027-06"}
    assert len(known["MALAA0001"].collectivities) == 4
    assert [value.value for value in known["MAORT0002"].ogp_values] == [
        "technology_and_innovation", "access_to_information", "civic_participation",
    ]  # fmt: skip
    assert len(known["MAORT0002"].supporting) == 15
    (indicator,) = known["MALAA0003"].indicators
    assert indicator.target
    assert indicator.target.value == "80"


def test_what_is_published_badly_stays_as_it_is() -> None:
    known = commitments(FOUR_REGIONS)
    assert known["MALAA0001"].supporting[-1].name == {"en": "To be determined later for each region"}
    title = known["MALAA0004"].title["en"]
    assert title.count(ELLIPSIS) == 2
    (source,) = [s for s in package(FOUR_REGIONS).sources if known["MALAA0004"].id in {e.target for e in s.extracts}]
    assert source.note
    (lead,) = plan_of(AGADIR).leads
    assert lead.name
    assert lead.name["en"].count("IT Department") == 3


def test_slogan_of_the_oriental_workshop_of_2024() -> None:
    workshop = workshops(FOUR_REGIONS)["2024-11-05"]
    assert "جميعا من أجل جهة منفتحة، دامجة ومستدامة" in workshop.title["ar"]
    assert workshop.collectivities == [package(ORIENTAL).collectivities[0].id]


def test_agadir_plan() -> None:
    plan = plan_of(AGADIR)
    assert plan.period
    assert (plan.period.end, plan.term_end) == ("2027-07", "2027-09")
    assert [submission.date for submission in plan.submissions] == ["2025-05-22"]
    commitment = commitments(AGADIR)["MAAGD0001"]
    assert (commitment.start, commitment.end) == ("2025-07", "2027-07")
    assert [value.value for value in commitment.ogp_values] == [
        "technology_and_innovation", "access_to_information", "public_accountability",
    ]  # fmt: skip
    (indicator,) = commitment.indicators
    assert indicator.baseline
    assert indicator.baseline.text == {"en": "almost 60%"}


def test_agadir_texts_are_those_of_the_published_page(corpus: Path) -> None:
    page = (corpus / "ogp-web-pages" / "agadir-MAAGD0001.en.excerpt.txt").read_text(encoding="utf-8")
    lines = {line.strip() for line in page.splitlines()}
    commitment = commitments(AGADIR)["MAAGD0001"]
    assert commitment.title["en"] in lines
    assert commitment.problem
    assert commitment.problem["en"] in lines
    assert commitment.status_quo
    assert commitment.status_quo["en"] in lines
    assert commitment.action
    assert commitment.action["en"].endswith(".")
    assert any(line.startswith(commitment.action["en"] + " ") for line in lines)
    plan_page = (corpus / "ogp-web-pages" / "agadir-action-plan-2025-2027.en.excerpt.txt").read_text("utf-8")
    assert f"Lead Institution: {(plan_of(AGADIR).leads[0].name or {})['en']}\n" in plan_page
