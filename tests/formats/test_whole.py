"""What is said of a package as a whole: its title, its time, when its plans went to OGP; all made up."""

from __future__ import annotations

from typing import Any

import pytest

from opengov_local.formats.submitted import submitted_to_ogp
from opengov_local.formats.whole import span_of, title_of
from opengov_local.model import Package


def _package(*plans: dict[str, Any], **fields: Any) -> Package:
    made = [
        {"id": f"org.example:pl-{at}", "title": {"fr": f"Plan {at}"}, "framework": "other", **plan}
        for at, plan in enumerate(plans)
    ]
    return Package.model_validate({"schema_version": "0.1", "id": "org.example:pk-1", "plans": made, **fields})


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (({"fr": "Un", "ar": "واحد"}, {"fr": "Deux", "ar": "اثنان", "en": "Two"}),
         {"fr": "Un · Deux", "ar": "واحد · اثنان"}),
        (({"fr": "Un"}, {"ar": "اثنان"}), {"fr": "Un · اثنان", "ar": "Un · اثنان"}),
        (({"fr": "Un"}, {"fr": "Un"}), {"fr": "Un"}),
    ],
)  # fmt: skip
def test_each_plan_is_in_the_title(titles: tuple[dict[str, str], ...], said: dict[str, str]) -> None:
    package = _package(*({"title": title} for title in titles))
    assert title_of(package, package.plans) == said
    assert title_of(package, package.plans[:1]) == titles[0]
    assert title_of(_package(title={"fr": "Paquet"}), []) == {"fr": "Paquet"}


@pytest.mark.parametrize(
    ("periods", "span"),
    [
        (({"start": "2024", "end": "2025"}, {"start": "2026", "end": "2028-06"}), ("2024", "2028-06")),
        (({"start": "2024", "end": "2025"}, {"start": "2026"}), ("2024", None)),
        (({"start": "2024", "end": "2025"}, None), (None, None)),
        ((), (None, None)),
    ],
)
def test_no_end_is_said_where_one_plan_does_not_say_it(periods: tuple[Any, ...], span: tuple[Any, Any]) -> None:
    assert span_of(_package(*({"period": each} if each else {} for each in periods))) == span


def test_what_went_to_somebody_else_did_not_go_to_ogp() -> None:
    stated = [
        {"to": "remacto", "date": "2023-05-02"},
        {"to": "ogp", "date": "2024-01-03"},
        {"date": "2025"},
        {"to": "ogp"},
    ]
    (plan,) = _package({"submissions": stated}).plans
    assert [date for date, _ in submitted_to_ogp(plan)] == ["2024-01-03", "2025"]
