"""Made-up packages of all shapes, for properties: every field of the model that a workbook can hold."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from opengov_local import codelists
from opengov_local.model import Package

DATES = st.sampled_from(["2024", "2024-H2", "2025-Q3", "2025-07", "2024-02-29", "1999-12-31"])
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff")
_TRICKY = "=1+1 +212 -5 @x 0012 1.10 2025-07 TRUE a;b «؛»c _x0041_ 1\n2 a\n\nb code:a 1"
WORDS = st.one_of(st.sampled_from(_TRICKY.split(" ")), st.text(LETTERS, min_size=1, max_size=12)).filter(
    lambda text: text == text.strip() and any(letter.isalnum() for letter in text)
)
LINES = WORDS.map(lambda text: " ".join(text.split()))
TEXTS = st.dictionaries(st.sampled_from(["ar", "fr", "zgh", "en"]), WORDS, min_size=1, max_size=3)
_AMOUNT = {"value": "12.50", "currency": "MAD"}
_IDS = "org.example.fictive:{}"


@st.composite
def packages(draw: st.DrawFn, texts: st.SearchStrategy[dict[str, str]] = TEXTS) -> Package:
    """Gives a package with one or two plans; references lead to objects that are there."""
    maker = _Maker(draw, texts)
    plans = [maker.plan() for _ in range(draw(st.integers(1, 2)))]
    tree = {
        "schema_version": "0.1",
        "id": maker.id(),
        "collectivities": maker.few(maker.collectivity),
        "plans": plans,
        "workshops": maker.few(maker.workshop),
        "progress_updates": [{"id": maker.id(), "target": maker.any("commitment", "plan"), "text": maker.text()}],
    }
    return Package.model_validate({name: value for name, value in tree.items() if value})


class _Maker:
    def __init__(self, draw: st.DrawFn, texts: st.SearchStrategy[dict[str, str]]) -> None:
        self._draw = draw
        self._texts = texts
        self._ids: dict[str, list[str]] = {}
        self._count = 0

    def id(self, kind: str = "") -> str:
        self._count += 1
        made = _IDS.format(f"o-{self._count}")
        self._ids.setdefault(kind, []).append(made)
        return made

    def any(self, *kinds: str) -> str:
        return self._draw(st.sampled_from([each for kind in kinds for each in self._ids.get(kind, ())]))

    def text(self) -> dict[str, str]:
        return self._draw(self._texts)

    def few(self, make: Any, most: int = 2) -> list[Any]:
        return [make() for _ in range(self._draw(st.integers(0, most)))]

    def number(self) -> str:
        return self._draw(st.sampled_from(["1", "2", "1.10", "A", "001"]))

    def maybe(self, tree: dict[str, Any], **values: Any) -> dict[str, Any]:
        chosen = self._draw(st.sets(st.sampled_from(sorted(values))))
        return tree | {name: self._draw(values[name]) for name in sorted(chosen)}

    def collectivity(self) -> dict[str, Any]:
        return {"id": self.id("collectivity"), "name": self.text(), "kind": "commune", "country": "MA"}

    def party(self) -> st.SearchStrategy[dict[str, Any]]:
        known = self._ids.get("collectivity", [])
        party = st.one_of(
            st.builds(lambda name: {"name": name}, self._texts),
            st.builds(lambda name, role: {"name": name, "role": role, "group": "csos"}, self._texts, self._texts),
            st.builds(lambda role: {"person": {"role": role, "capacity": "elected"}}, self._texts),
        )
        return st.one_of(party, st.sampled_from([{"collectivity": each} for each in known])) if known else party

    def milestone(self) -> dict[str, Any]:
        return self.maybe(
            {"id": self.id("milestone"), "title": self.text()},
            number=st.just(self.number()),
            due=DATES,
            progress=st.integers(0, 100),
            status=st.builds(
                lambda code, word, day: {"code": code, "original": word, "as_of": day},
                st.sampled_from(codelists.get("status").codes),
                LINES,
                DATES,
            ),
            leads=st.lists(self.party(), min_size=1, max_size=3),
        )

    def commitment(self, axes: list[str]) -> dict[str, Any]:
        tree = self.maybe(
            {"id": self.id("commitment"), "title": self.text(), "milestones": [self.milestone()]},
            number=st.just(self.number()),
            problem=self._texts,
            start=DATES,
            policy_areas=st.lists(st.sampled_from(codelists.get("policy_area").codes), min_size=1, max_size=3),
            sectors=st.just(["x_own"]),
            sdgs=st.lists(st.integers(1, 17), min_size=1, max_size=3),
            ogp_values=st.builds(lambda why: [{"value": "civic_participation", "why": why}], self._texts),
            budget=st.builds(lambda label: [{"label": label, "amount": _AMOUNT}], self._texts),
            identifiers=st.builds(lambda value: [{"scheme": "OGP", "value": value}], LINES),
        )
        if axes:
            tree["axes"] = self._draw(st.lists(st.sampled_from(axes), min_size=1, max_size=2))
        return tree

    def plan(self) -> dict[str, Any]:
        identifier = self.id("plan")
        axes = [
            self.maybe(
                {"id": self.id("axis"), "title": self.text()},
                number=st.just(self.number()),
                objectives=st.lists(self._texts, min_size=1, max_size=3),
            )
            for _ in range(self._draw(st.integers(0, 2)))
        ]
        tree = {
            "id": identifier,
            "title": self.text(),
            "framework": "remacto",
            "axes": axes,
            "commitments": [self.commitment([axis["id"] for axis in axes])],
            "activities": self.few(self.milestone, 1),
        }
        return {name: value for name, value in tree.items() if value}

    def workshop(self) -> dict[str, Any]:
        tree: dict[str, Any] = {"id": self.id("workshop"), "title": self.text(), "kind": "co_creation"}
        first = {"id": self.id("contribution"), "kind": "problem", "text": self.text()}
        answer = {
            "id": self.id("contribution"),
            "kind": "solution",
            "text": self.text(),
            "answers": [first["id"]],
            "disposition": {"status": "accepted", "reason": self.text(), "commitments": [self.any("commitment")]},
        }
        group = {"id": self.id("working_group"), "title": self.text(), "contributions": [first]}
        return tree | {"working_groups": [group], "contributions": [answer], "agenda": [self.text()]}
