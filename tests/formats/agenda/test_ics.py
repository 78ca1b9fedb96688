"""The calendar of a package, read by a library; packages are made up."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.formats.workbook.packages import packages

from opengov_local import dump, load
from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.agenda.content_lines import line, text
from opengov_local.model import Package
from opengov_local.model.dates import PartialDate

icalendar = pytest.importorskip("icalendar")
_EXAMPLE = Path(__file__).parents[3] / "examples" / "synthetic" / "full-plan.json"


def _package(**milestone: Any) -> Package:
    step = {"id": "org.example:m-1", "title": {"fr": "Mettre en ligne"}, **milestone}
    commitment = {"id": "org.example:c-1", "title": {"fr": "Portail"}, "milestones": [step]}
    plan = {"id": "org.example:pl-1", "title": {"fr": "Programme"}, "framework": "remacto", "commitments": [commitment]}
    return Package.model_validate({"schema_version": "0.1", "id": "org.example:pk-1", "plans": [plan]})


def _events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


@pytest.mark.parametrize(
    ("due", "first", "after"),
    [
        ("2025-07-14", date(2025, 7, 14), date(2025, 7, 15)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2025-Q3", date(2025, 7, 1), date(2025, 10, 1)),
        ("2025-H2", date(2025, 7, 1), date(2026, 1, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
    ],
)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_date_is_as_precise_as_its_source(due: str, first: date, after: date, language: str) -> None:
    (event,) = _events(dump(_package(due=due), "ics", language=language).data)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, after)
    vague = PartialDate(due).precision != "day"
    assert (due[:4] in event["SUMMARY"]) == vague
    assert (due[:4] in event.get("DESCRIPTION", "")) == vague
    assert "Mettre en ligne" in event["SUMMARY"]


def test_events_have_a_lasting_uid_and_stamp() -> None:
    one, other = (dump(_package(due="2025", title={"fr": title}), "ics").data for title in ("Un", "Deux"))
    assert (
        [event["UID"] for event in _events(one)]
        == [event["UID"] for event in _events(other)]
        == ["org.example:m-1-due"]
    )
    assert dump(_package(due="2025"), "ics").data == dump(_package(due="2025"), "ics").data
    uids = [event["UID"] for event in _events(dump(load(_EXAMPLE), "ics").data)]
    assert len(uids) == len(set(uids)) > 10


@pytest.mark.parametrize(
    ("more", "stamp", "said"),
    [
        ({"published_at": "2026-03-28T10:00:00Z"}, "20260328T100000Z", []),
        ({}, "20250704T000000Z", ["2025-07-04"]),
    ],
)
def test_the_stamp_is_when_it_was_published_else_the_latest_day_it_speaks_of(
    more: dict[str, str], stamp: str, said: list[str]
) -> None:
    done = {"status": {"code": "completed", "as_of": "2025-07-04"}, "due": "2027-01-01"}
    package = Package.model_validate(_package(**done).to_tree() | more)
    written = dump(package, "ics")
    assert f"DTSTAMP:{stamp}".encode() in written.data
    assert [found.params["date"] for found in written.findings if found.code == "export/stamp-assumed"] == said


def test_a_stamp_that_nothing_tells_is_said() -> None:
    findings = dump(_package(due="2025"), "ics").findings
    assert [found.params["date"] for found in findings if found.code == "export/stamp-assumed"] == ["2026-01-01"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_lines_are_folded_at_75_octets_and_texts_come_back(language: str) -> None:
    text = "نص طويل; جدا, مع علامات \\ وفواصل: " * 6 + "\nسطر ثان"
    data = dump(_package(due="2025-07-14", title={language: text}), "ics", language=language).data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n", data)
    (event,) = _events(data)
    assert text in event["SUMMARY"]


def test_workshops_and_sessions_are_events() -> None:
    package = load(_EXAMPLE)
    events = {str(event["UID"]): event for event in _events(dump(package, "ics", language="fr").data)}
    for workshop in package.workshops:
        if workshop.date:
            event = events[workshop.id]
            assert event["DTSTART"].dt == workshop.date.earliest
            assert event["CATEGORIES"].to_ical() == b"WORKSHOP"
    sessions = [event for event in events.values() if event["CATEGORIES"].to_ical() == b"SESSION"]
    assert len(sessions) == sum(bool(each.date or each.planned) for plan in package.plans for each in plan.adoptions)


def test_what_has_no_date_is_counted_and_nothing_at_all_is_refused() -> None:
    with pytest.raises(TargetError) as refused:
        dump(_package(), "ics")
    assert refused.value.code == "tool/no-dates"
    tree = _package(due="2025").to_tree()
    tree["plans"][0]["activities"] = [{"id": "org.example:m-2", "title": {"fr": "Un jour"}}]
    found = dump(Package.model_validate(tree), "ics").findings
    assert [one.params["count"] for one in found if one.code == "export/no-date"] == [1]


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    person = {"person": {"name": {"fr": "Personne Inventée"}, "capacity": "private"}}
    package = _package(due="2025", leads=[person], deliverable={"fr": "Écrire à inventee@example.org"})
    public, whole = dump(package, "ics"), dump(package, "ics", with_contacts=True)
    assert "Inventée" not in public.data.decode()
    assert b"@" not in public.data
    left = {str(found.params["what"]) for found in public.findings if found.code == "export/left-out"}
    assert left == {"private_persons", "contacts"}
    assert "inventee@example.org" in _events(whole.data)[0]["DESCRIPTION"]


def test_one_plan_of_several() -> None:
    package = load(_EXAMPLE)
    events = [len(_events(dump(package, "ics", plan=plan.id).data)) for plan in package.plans if plan.commitments]
    assert 0 < min(events) <= len(_events(dump(package, "ics").data)) <= sum(events) + len(package.workshops)
    with pytest.raises(OptionError):
        dump(package, "ics", plan="org.example:nothing")


@pytest.mark.parametrize("text", ["a\x00b", "a\x07b", "a\x7fb", "a\x1bb"])
def test_characters_that_no_calendar_holds_are_replaced_and_said(text: str) -> None:
    written = dump(_package(due="2025-07-14", title={"fr": text}), "ics", language="fr")
    assert "a\ufffdb" in _events(written.data)[0]["SUMMARY"]
    assert "export/unprintable-character" in {found.code for found in written.findings}


@settings(max_examples=15)
@given(packages(), st.sampled_from(["ar", "fr"]))
def test_any_package_gives_a_calendar_that_is_read(package: Package, language: str) -> None:
    due = [m for plan in package.plans for c in plan.commitments for m in c.milestones if m.due]
    due += [m for plan in package.plans for m in plan.activities if m.due]
    if due:
        assert len(_events(dump(package, "ics", language=language).data)) == len(due)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=300))
@example("C:\\Noms\\n, et; ainsi" * 9)
@example("\ufeffé" * 80)
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_from_lines_that_are_not_too_long(words: str) -> None:
    data = line("SUMMARY", text(words))
    assert data.endswith(b"\r\n")
    assert max(map(len, data[:-2].split(b"\r\n"))) <= 75
    assert all(part.decode() for part in data[:-2].split(b"\r\n"))  # no character is cut
    unfolded = data[:-2].replace(b"\r\n ", b"").decode().removeprefix("SUMMARY:")
    assert re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], unfolded) == words


def test_the_calendar_has_the_titles_of_all_plans_in_it() -> None:
    package = _package(due="2025")
    package.plans.append(package.plans[0].model_copy(update={"id": "org.example:pl-2", "title": {"fr": "Suite"}}))
    names = {
        plan: str(icalendar.Calendar.from_ical(dump(package, "ics", language="fr", plan=plan).data)["X-WR-CALNAME"])
        for plan in (None, "org.example:pl-2")
    }
    assert names == {None: "Programme · Suite", "org.example:pl-2": "Suite"}


def test_a_plan_of_several_says_whose_council_and_milestone_it_is() -> None:
    places = [
        {"id": f"org.example:t-{at}", "name": {"fr": name}, "kind": "region", "country": "MA"}
        for at, name in enumerate(("Oriental", "Souss-Massa"))
    ]
    tree = _package(due="2025-03", collectivities=["org.example:t-1"]).to_tree()
    sessions = [{"date": "2025-03-03", "collectivity": "org.example:t-0"}, {"date": "2025-04-01"}]
    tree["plans"][0] |= {"collectivities": [each["id"] for each in places], "adoptions": sessions}
    events = _events(dump(Package.model_validate({**tree, "collectivities": places}), "ics", language="fr").data)
    first, second, step = (str(event["SUMMARY"]) + str(event.get("DESCRIPTION", "")) for event in events)
    assert "Oriental" in first
    assert not any(name in second for name in ("Oriental", "Souss-Massa"))
    assert "Souss-Massa" in step
    tree["plans"][0] |= {"collectivities": [places[0]["id"]], "adoptions": sessions[:1]}
    one = dump(Package.model_validate({**tree, "collectivities": places}), "ics", language="fr").data
    assert "Oriental" not in str(_events(one)[0]["SUMMARY"])


def test_each_session_of_one_council_is_an_event_of_its_own() -> None:
    place = {"id": "org.example:t-0", "name": {"fr": "Oriental"}, "kind": "region", "country": "MA"}
    tree = _package(due="2025-03").to_tree() | {"collectivities": [place]}
    sessions = [{"date": day, "collectivity": "org.example:t-0"} for day in ("2025-03-03", "2025-10-01")]
    tree["plans"][0] |= {"collectivities": ["org.example:t-0"], "adoptions": [*sessions, {"date": "2026-02-02"}]}
    first, second, third, _ = _events(dump(Package.model_validate(tree), "ics").data)
    assert len({str(event["UID"]) for event in (first, second, third)}) == 3
    tree["plans"][0]["adoptions"] = sessions[:1]
    (alone, _) = _events(dump(Package.model_validate(tree), "ics").data)
    assert alone["UID"] == first["UID"]
