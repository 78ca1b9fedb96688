"""The profile of quality: boundaries of its rules, and that it is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.parts import FIRST, Tree, commitment, ident, milestone, package, places, plan, report, update

from opengov_local.validation.placeholders import begins_as, stands_for

QUALITY = "quality"
STEP = f"{FIRST}/milestones/0"


def of_step(**fields: Any) -> Tree:
    return package(plan(commitment(milestones=[milestone(**fields)])))


def said(tree: Tree, code: str) -> list[str]:
    return places(tree, f"quality/{code}", QUALITY)


def test_the_profile_is_asked_for() -> None:
    tree = of_step()
    families = {finding.code.partition("/")[0] for finding in report(tree).findings}
    assert QUALITY not in families
    assert said(tree, "milestone-not-verifiable")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, True),
        ({"deliverable": {"fr": "Page"}}, False),
        ({"evidence": [{"url": "https://example.org/"}]}, False),
        ({"indicators": [{"id": ident("in"), "name": {"fr": "Part"}}]}, False),
        ({"deliverable": "Page"}, False),  # refused, and so cut
    ],
)
def test_milestones_that_can_be_seen_to_be_done(fields: Tree, wrong: bool) -> None:
    assert said(of_step(**fields), "milestone-not-verifiable") == ([f"{STEP}/deliverable"] if wrong else [])


@pytest.mark.parametrize(
    ("fields", "without", "vague"),
    [
        ({}, [f"{STEP}/due"], []),
        ({"due": "2026"}, [], [f"{STEP}/due"]),
        ({"due": "2026-H2"}, [], []),
        ({"schedule": {"fr": "printemps"}}, [], [f"{STEP}/schedule/fr"]),
        ({"schedule": {"fr": "printemps"}, "due": "2026-05"}, [], []),
        ({"completed_on": "2025-05"}, [], []),
        ({"due": "soon"}, [], []),
    ],
)
def test_dates_of_milestones(fields: Tree, without: list[str], vague: list[str]) -> None:
    tree = of_step(**fields)
    assert said(tree, "milestone-without-date") == without
    assert said(tree, "vague-due-date") == vague


@pytest.mark.parametrize(
    ("dates", "end", "wrong"),
    [
        (["2026-06"] * 3, "2026-06", True),
        (["2026-06"] * 2, "2026-06", False),
        (["2026-06", "2026-06", "2026-05"], "2026-06", False),
        (["2026-05"] * 3, "2026-06", False),
        (["2026-12"] * 3, None, True),  # the end of the plan
    ],
)
def test_milestones_all_on_the_last_day(dates: list[str], end: str | None, wrong: bool) -> None:
    steps = [milestone(f"ms-{at}", due=due) for at, due in enumerate(dates)]
    fields: Tree = {"milestones": steps, **({"end": end} if end else {})}
    tree = package(plan(commitment(**fields), period={"end": "2026-12"}))
    assert said(tree, "all-milestones-at-end") == ([f"{FIRST}/milestones"] if wrong else [])


INDICATOR = {"id": ident("in"), "name": {"fr": "Part"}}


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, ["indicator-without-target"]),
        ({"target": {"value": "80"}}, ["indicator-without-baseline"]),
        ({"target": {"value": "80"}, "values": [{"value": "10"}]}, []),
        ({"target": {"value": "80"}, "baseline": {"value": "80"}}, ["target-equals-baseline"]),
        ({"target": {"text": {"fr": "tous"}}, "baseline": {"text": {"fr": "tous"}}}, []),
    ],
)
def test_indicators(fields: Tree, codes: list[str]) -> None:
    tree = package(plan(commitment(indicators=[{**INDICATOR, **fields}])))
    found = [f.code for f in report(tree, QUALITY).findings if "/indicators/0" in f.location.pointer]
    assert found == [f"quality/{code}" for code in codes]
    assert said(tree, "no-indicator") == []


def test_a_commitment_without_indicators() -> None:
    assert said(of_step(), "no-indicator") == [f"{FIRST}/indicators"]
    assert said(of_step(indicators=[INDICATOR]), "no-indicator") == []
    assert said(of_step(indicators=[{**INDICATOR, "id": "no id"}]), "no-indicator") == []
    assert said(of_step(indicators=5), "no-indicator") == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ({"fr": "un deux trois quatre"}, True),
        ({"fr": "un deux trois quatre cinq"}, False),
        ({"fr": "un", "ar": "واحد اثنان ثلاثة أربعة خمسة"}, False),
        ({"fr": "À définir"}, False),  # said by another rule
    ],
)
def test_texts_that_explain(text: Tree, short: bool) -> None:
    tree = package(plan(commitment(problem=text)))
    assert said(tree, "text-too-short") == ([f"{FIRST}/problem/fr"] if short else [])
    assert said(tree, "placeholder-text") == ([f"{FIRST}/problem/fr"] if "À définir" in text.values() else [])


PLACEHOLDERS: list[tuple[str, bool, bool]] = [
    ("To be determined later for each region", True, False),
    ("TBD", True, True),
    ("à définir.", True, True),
    ("A DETERMINER", True, True),
    ("سيتم تحديده لاحقاً", True, True),
    ("À compléter ultérieurement", True, True),
    ("To be completed by the council", True, False),
    ("Le calendrier reste à définir", False, False),
    ("TBDX", False, False),
    ("Association À venir", False, False),
]


@pytest.mark.parametrize(("text", "begins", "whole"), PLACEHOLDERS)
def test_placeholders(text: str, begins: bool, whole: bool) -> None:
    assert begins_as(text, "tbd") == begins
    assert stands_for(text, "tbd") == whole


@pytest.mark.parametrize(
    ("text", "filler"),
    [
        ("Lorem ipsum dolor sit amet", True),
        ("Test", True),
        ("Test du portail", False),
        ("xxx", True),
        ("Texte ici", True),
    ],
)
def test_fillers(text: str, filler: bool) -> None:
    assert stands_for(text, "filler") == filler


def test_parties_that_are_nobody_or_everybody() -> None:
    parties = [
        {"name": {"fr": name}} for name in ("Partenaire à définir", "À définir", "Tous les services", "Service A")
    ]
    tree = package(plan(commitment(leads=parties)))
    assert said(tree, "to-be-determined-partner") == [f"{FIRST}/leads/1/name/fr"]
    assert said(tree, "lead-is-everyone") == [f"{FIRST}/leads/2/name/fr"]


@pytest.mark.parametrize(("count", "wrong"), [(5, False), (6, True)])
def test_many_leads(count: int, wrong: bool) -> None:
    leads = [{"name": {"fr": f"Service {at}"}} for at in range(count)]
    assert said(package(plan(commitment(leads=leads))), "lead-is-everyone") == ([f"{FIRST}/leads"] if wrong else [])


def test_titles() -> None:
    tree = package(plan(commitment(title={"fr": "a" * 201}), commitment("co-2"), commitment("co-3")))
    assert said(tree, "title-too-long") == [f"{FIRST}/title/fr"]
    assert said(tree, "duplicate-title") == ["/plans/0/commitments/2/title/fr"]


@pytest.mark.parametrize(("words", "wrong"), [(9, False), (10, True)])
def test_one_text_twice(words: int, wrong: bool) -> None:
    text = {"fr": " ".join(f"mot{at}" for at in range(words))}
    tree = package(plan(commitment(problem=text), commitment("co-2", action=text)))
    assert said(tree, "repeated-text") == (["/plans/0/commitments/1/action/fr"] if wrong else [])


OVERDUE: list[tuple[str, Tree, Tree, bool]] = [
    ("silence", {}, {}, True),
    ("declared before", {"status": {"code": "in_progress", "as_of": "2025-01"}}, {}, True),
    ("declared since", {"status": {"code": "delayed", "as_of": "2025-09"}}, {}, False),
    ("completed", {"status": {"code": "completed"}}, {}, False),
    ("abandoned", {"status": {"code": "abandoned"}}, {}, False),
    ("100 per cent", {"progress": 100}, {}, False),
    ("done", {"completed_on": "2025-06"}, {}, False),
    ("the commitment is done", {}, {"completed_on": "2025-06"}, False),
    ("a status that was cut", {"status": {"code": "finished"}}, {}, False),
]


@pytest.mark.parametrize(("case", "step", "owner", "wrong"), OVERDUE, ids=[row[0] for row in OVERDUE])
def test_what_is_overdue_in_silence(case: str, step: Tree, owner: Tree, wrong: bool) -> None:
    tree = package(plan(commitment(**owner, milestones=[milestone(due="2025-07", **step)])))
    assert said(tree, "overdue-without-update") == ([f"{STEP}/due"] if wrong else [])


@pytest.mark.parametrize(("due", "wrong"), [("2025-10-16", True), ("2025-10-17", False), ("2025", False)])
def test_ninety_days_are_given(due: str, wrong: bool) -> None:
    assert said(of_step(due=due), "overdue-without-update") == ([f"{STEP}/due"] if wrong else [])


@pytest.mark.parametrize(
    ("target", "date", "wrong"), [("ms", "2025-09", False), ("ms", "2025-06", True), ("co", "2025-09", True)]
)
def test_an_update_breaks_the_silence(target: str, date: str, wrong: bool) -> None:
    tree = of_step(due="2025-07")
    tree["progress_updates"] = [update(target=target, date=date)]
    assert said(tree, "overdue-without-update") == ([f"{STEP}/due"] if wrong else [])


def test_an_update_that_was_cut_may_have_broken_it() -> None:
    tree = of_step(due="2025-07")
    tree["progress_updates"] = [{"id": "no id", "target": ident("ms"), "date": "2025-09"}]
    assert said(tree, "overdue-without-update") == []


PERIOD = {"start": "2024", "end": "2026"}
STALE: list[tuple[str, Tree, list[Tree], bool]] = [
    ("silence", {}, [], True),
    ("over", {"period": {"start": "2023", "end": "2025"}}, [], False),
    ("young", {"period": {"start": "2025-06", "end": "2027"}}, [], False),
    ("a page brought up to date", {"website_updated": "2025-06"}, [], False),
    ("a status", {"status": {"code": "in_implementation", "as_of": "2025-06"}}, [], False),
    ("an update of a commitment", {}, [update(date="2025-06")], False),
    ("an old update", {}, [update(date="2024-06")], True),
]


@pytest.mark.parametrize(("case", "fields", "updates", "wrong"), STALE, ids=[row[0] for row in STALE])
def test_plans_of_which_nobody_speaks(case: str, fields: Tree, updates: list[Tree], wrong: bool) -> None:
    tree = package(plan(commitment(), **{"period": PERIOD, **fields}), progress_updates=updates)
    assert said(tree, "stale-plan") == (["/plans/0/status"] if wrong else [])


def test_proof_of_what_is_completed() -> None:
    proof = [{"url": "https://example.org/"}]
    done = {"status": {"code": "completed"}}
    tree = package(
        plan(
            commitment("co-1", **done),
            commitment("co-2", **done, evidence=proof),
            commitment("co-3", **done, milestones=[milestone(evidence=proof)]),
            commitment("co-4", **done),
        ),
        progress_updates=[update(target="co-4", evidence=proof)],
    )
    assert said(tree, "completed-without-evidence") == [f"{FIRST}/evidence"]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"status": {"code": "limited"}}, True),
        ({"status": {"code": "in_progress"}}, False),
        ({"status": {"code": "delayed"}, "challenges": {"fr": "Un agent manque"}}, False),
        ({"status": {"code": "delayed"}, "challenges": "Un agent manque"}, False),  # refused, and so cut
    ],
)
def test_what_stands_in_the_way(fields: Tree, wrong: bool) -> None:
    tree = package(plan(commitment()), progress_updates=[update(**fields)])
    assert said(tree, "no-challenge-reported") == (["/progress_updates/0/challenges"] if wrong else [])
