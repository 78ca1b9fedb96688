"""The public page of a plan: all of it there, every link leads somewhere, nothing private, nothing hostile."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html
from tests.formats.plan_page.pages import Page, example, page_of
from tests.formats.workbook.packages import packages
from tests.report.samples import HOSTILE

import opengov_local as ogl
from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.plan_page.field_titles import field_title
from opengov_local.model import Attachment, Package
from opengov_local.model.identity import Identified

NAMES = ("agadir-ogp-2025", "four-regions-ogp-2025", "oriental", "synthetic/full-plan")
examples = pytest.mark.parametrize("name", NAMES)


@examples
def test_every_object_has_its_place_and_every_link_leads_to_one(name: str) -> None:
    package = example(name)
    page = Page(page_of(package))
    shown = [node.value.id for node in package.index.all if isinstance(node.value, Identified)][1:]
    assert set(shown) <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert not page.open
    inside = {lead[1:] for lead in page.leads if lead.startswith("#")}
    assert inside <= set(page.ids)
    assert {lead.partition(":")[0] for lead in page.leads if not lead.startswith("#")} <= {"http", "https"}


@settings(max_examples=15)
@given(packages())
def test_every_title_and_every_milestone_stands_in_its_place(package: Package) -> None:
    page = Page(page_of(package))
    for plan in package.plans:
        titles = {
            **{commitment.id: commitment.title for commitment in plan.commitments},
            **{step.id: step.title for commitment in plan.commitments for step in commitment.milestones},
            **{activity.id: activity.title for activity in plan.activities},
        }
        for identifier, title in titles.items():
            for language in {"ar", "fr", "en"} & title.keys():
                assert _plain(title[language]) in _plain(page.texts[identifier])
    assert {lead[1:] for lead in page.leads} <= set(page.ids)


@pytest.mark.parametrize(
    ("dates", "key", "words"),
    [
        ({"completed_on": "2025-Q4"}, "page.done_on", "4e trimestre 2025"),
        ({"ongoing": True}, "page.ongoing", ""),
        ({"ongoing": True, "start": "2025-03"}, "page.ongoing_from", "mars 2025"),
        ({"start": "2025-03"}, "page.from", "mars 2025"),
        ({}, "page.no_dates", ""),
    ],
)
def test_the_time_says_what_is_stated(dates: dict[str, Any], key: str, words: str) -> None:
    commitment = {"id": "org.example:c-1", "title": {"fr": "Engagement fictif"}, **dates}
    other = {"id": "org.example:c-2", "title": {"fr": "Autre"}, "start": "2025-01-01", "end": "2025-12-31"}
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan"}, "framework": "other", "commitments": [commitment, other]}
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "licence": "CC0-1.0", "plans": [plan]}
    page = html.fromstring(page_of(Package.model_validate(tree)))
    (said, *_) = page.xpath('//ol[@class="rows"]/li/span[@class="dates"]')
    expected = wording("plan_page")[key].texts["fr"].replace("{date}", words)
    assert expected in [part.text_content() for part in said.iter() if part.get("data-l") == "fr"]


def test_axes_to_choose_from_stand_in_the_order_of_the_plan() -> None:
    axes = [{"id": f"org.example:a-{number}", "number": str(number), "title": {"fr": "Axe"}} for number in (1, 2, 3)]
    commitments = [
        {"id": f"org.example:c-{number}", "title": {"fr": "Engagement"}, "axes": [f"org.example:a-{number}"]}
        for number in (2, 3, 1)
    ]
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan"}, "framework": "other"}
    tree = {"schema_version": "0.1", "id": "org.example:pk-1", "licence": "CC0-1.0"}
    package = Package.model_validate(tree | {"plans": [plan | {"axes": axes, "commitments": commitments}]})
    options = html.fromstring(page_of(package)).xpath('//select[@id="axis"]/option')
    assert [option.text_content().strip()[:2] for option in options[1:]] == ["1.", "2.", "3."]


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_a_trace_leads_both_ways() -> None:
    package = example("synthetic/full-plan")
    page = page_of(package)
    for workshop in package.workshops:
        groups = [brought for group in workshop.working_groups for brought in group.contributions]
        for contribution in (*workshop.contributions, *groups):
            for commitment in contribution.disposition.commitments if contribution.disposition else ():
                assert f'href="#{contribution.id}"' in _place(page, commitment)
                assert f'href="#{commitment}"' in _place(page, contribution.id)
    for update in package.progress_updates:
        assert f'href="#{update.target}"' in _place(page, update.id)


def _place(page: str, identifier: str) -> str:
    """Gives what stands from the place of an object to where that of the next begins."""
    before, _, after = page.partition(f' id="{identifier}"')
    card = before.rstrip().endswith("commitment") or 'class="card commitment' in before[-60:]
    return after.partition('<article class="card' if card else '<li id="')[0]


def test_the_timeline_says_which_step_is_when() -> None:
    package = example("synthetic/full-plan")
    rows = page_of(package).partition('<ol class="rows">')[2].partition("</ol>")[0].split("<li data-of=")[1:]
    commitments = package.plans[0].commitments
    assert len(rows) == len(commitments)
    for row, commitment in zip(rows, commitments, strict=True):
        dated = [step.id for step in commitment.milestones if step.start or step.due]
        assert [step for step in dated if f'href="#{step}"' in row] == dated
        assert ('<p class="steps">' in row) == bool(dated)


def test_no_data_is_not_zero() -> None:
    package = example("synthetic/full-plan")
    first, second = package.plans[0].commitments[:2]
    first.progress, second.progress = 0, None
    page = page_of(package)
    assert 'class="part" width="0"' in _place(page, first.id)
    assert 'class="unknown"' in _place(page, second.id)


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    package = example("synthetic/full-plan")
    person = package.plans[0].points_of_contact[0]
    assert person.contact
    assert person.contact.email
    written = ogl.dump(package, "plan-html")
    assert person.contact.email.encode() not in written.data
    left_out = {one.params["what"] for one in written.findings if one.code == "export/left-out"}
    assert left_out == {"private_persons", "contacts"}
    kept = ogl.dump(package, "plan-html", with_contacts=True)
    assert person.contact.email.encode() in kept.data
    assert not [one for one in kept.findings if one.code == "export/left-out"]


@pytest.mark.parametrize("where", [{"url": "https://example.org/?tel=0661000000"}, {"path": "cv-0661000000.pdf"}])
def test_an_address_with_a_contact_is_left_out_as_a_whole(where: dict[str, str]) -> None:
    package = example("synthetic/full-plan")
    package.plans[0].attachments = [Attachment.model_validate({"title": {"fr": "Pièce"}, **where})]
    left, kept = (ogl.dump(package, "plan-html", with_contacts=asked).data for asked in (False, True))
    assert (b"0661000000" in left, b"0661000000" in kept) == (False, True)


def test_what_has_no_place_is_said() -> None:
    found = ogl.dump(example("synthetic/full-plan"), "plan-html").findings
    counts = {one.params["what"]: one.params["count"] for one in found if one.code == "export/not-in-page"}
    assert counts == {"extracts": 1, "unknown_fields": 3}


def test_hostile_texts_stay_texts() -> None:
    texts = [text for text in HOSTILE if text.isprintable() and text.strip()]
    usual, hostile = Page(page_of(_filled(["harmless"]))), Page(page_of(_filled(texts)))
    assert len(texts) > 30
    assert hostile.kinds <= usual.kinds
    assert (hostile.html.count("<script"), hostile.html.count("<style")) == (1, 1)
    assert not hostile.open
    assert all(text.strip() in hostile.html_text for text in texts)


def _filled(texts: list[str]) -> Package:
    """Gives a package with some texts in the place of every title, name and word, in turn."""
    source = cycle(texts)

    def filled(node: Any) -> Any:
        if isinstance(node, list):
            return [filled(item) for item in node]
        if isinstance(node, dict):
            words = ("fr", "ar", "original", "number")
            return {key: f"x {next(source)}" if key in words else filled(item) for key, item in node.items()}
        return node

    return Package.model_validate(filled(example("synthetic/full-plan").to_tree()))


def test_the_page_says_what_it_cannot_do() -> None:
    with pytest.raises(OptionError):
        page_of(example("oriental"), "es")
    with pytest.raises(OptionError):
        page_of(example("oriental"), plan="org.example:none")
    with pytest.raises(TargetError):
        page_of(Package.new("org.example.fictive"))


def test_fields_are_called_so_that_two_of_one_card_differ() -> None:
    """The day on which a contribution was brought, and that of the decision, stand on one card."""
    assert field_title("Disposition", "date", "ar") != field_title("Contribution", "date", "ar")
    assert field_title("Disposition", "date", "fr") != field_title("Contribution", "date", "fr")
    assert field_title("ActionPlan", "co_creation", "en") == "Co-creation"


def test_countries_are_named() -> None:
    page = page_of(example("synthetic/full-plan"))
    assert "Maroc" in page
    assert "<p>MA</p>" not in page


def test_circles_and_twins_do_not_hide_anything() -> None:
    package = example("synthetic/full-plan")
    plan = package.plans[0]
    plan.axes[0].parent, plan.axes[1].parent = plan.axes[1].id, plan.axes[0].id
    plan.commitments[1].id = plan.commitments[0].id
    page = Page(page_of(package))
    assert {axis.id for axis in plan.axes} <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert page.html.count('class="card commitment') == len(plan.commitments)


def test_what_another_file_carries_is_led_to_where_it_can_be_read() -> None:
    package = example("synthetic/full-plan")
    outside = package.external_refs[0]
    outside.url = "https://example.org/other"
    page = page_of(package)
    assert '<a href="https://example.org/other" rel="noopener">' in page
    assert f"<small><bdi>{outside.id}</bdi></small>" in page
    assert "engagement d’un autre plan" in page


def test_a_state_is_said_with_the_word_of_its_source() -> None:
    package = example("synthetic/full-plan")
    commitment = package.plans[0].commitments[0]
    assert commitment.status
    commitment.status.original = "Le mot de la source"
    assert "Le mot de la source" in Page(page_of(package)).texts[commitment.id]


def test_texts_in_the_languages_of_the_page_are_not_said_to_be_left_out() -> None:
    package = example("synthetic/full-plan")

    def said() -> list[Any]:
        found = ogl.dump(package, "plan-html").findings
        return [one.params["count"] for one in found if one.code == "export/one-language"]

    before = sum(said())
    package.plans[0].commitments[0].title |= {"es": "Título", "en": "Title"}
    assert sum(said()) == before + 1


def _with_commitments(*fields: dict[str, Any]) -> Package:
    made = [{"id": f"org.example:co-{n}", "title": {"fr": "Portail"}, **each} for n, each in enumerate(fields, 1)]
    plan = {"id": "org.example:pl-1", "title": {"fr": "Plan"}, "framework": "remacto", "commitments": made}
    return Package.model_validate({"id": "org.example:pk-1", "schema_version": "0.1", "plans": [plan]})


def test_numbers_of_the_page_are_grouped_as_each_language_groups_them() -> None:
    page = html.fromstring(page_of(_with_commitments(*({} for _ in range(1_000)))))
    (count,) = page.xpath("//ul[@class='counts']/li/strong")
    assert {each.get("data-l"): each.text for each in count} == {"ar": "1.000", "fr": "1\u202f000", "en": "1,000"}
    (stated,) = page.xpath("//span[@data-l='fr' and contains(., 'avancement est renseigné')]")
    assert "0 sur 1\u202f000" in stated.text


def test_a_number_of_two_commitments_of_one_title_stands_once_in_their_headings() -> None:
    page = html.fromstring(page_of(_with_commitments({"number": "A-7"}, {"number": "A-8"})))
    headings = page.xpath("//article[contains(@class, 'commitment')]/h4")
    assert [each.text_content().count("A-") for each in headings] == [1, 1]
