"""The run of rules: a rule is called only where it can find something, and adds no walk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.validation.parts import commitment, milestone, package, plan

from opengov_local.model import Commitment, Milestone, Package
from opengov_local.model.base import Model
from opengov_local.model.walk import Node, Survey
from opengov_local.validation.profiles import Chosen
from opengov_local.validation.rules.register import Context, Hit, Rule
from opengov_local.validation.rules.run import Rules, run

TODAY = date(2026, 1, 15)


class _Seen:
    """A rule that finds something wherever it is called."""

    def __init__(self, *kinds: type[Model], **guards: Any) -> None:
        rule = Rule("test/seen", "info", kinds, "none", "own", "0", ("core",), {}, self._check, **guards)
        self.chosen = Chosen(rule, "info", self._check)

    @staticmethod
    def _check(value: Any, node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.path, {})

    def places(self, tree: dict[str, Any]) -> list[str]:
        found = run(Package.model_validate(tree), TODAY, Rules((self.chosen,)))
        return ["/".join(map(str, hit.path)) for _, hit in found]


TREE = package(
    plan(
        commitment("c0", progress=0, status={"code": "not_started"}, milestones=[milestone("m0", start="2024")]),
        commitment("c1", progress=5, start="2024"),
        commitment("c2", status={"code": "not_started"}, leads=[]),
    )
)


@pytest.mark.parametrize(
    ("seen", "places"),
    [
        (_Seen(Commitment), ["0", "1", "2"]),
        (_Seen(Commitment, needs=("progress",)), ["0", "1"]),
        (_Seen(Commitment, needs=("progress", "status")), ["0"]),
        (_Seen(Commitment, needs=("status", "progress")), ["0"]),
        (_Seen(Commitment, needs=("leads",)), []),
        (_Seen(Milestone, Commitment, needs=("start",)), ["0/milestones/0", "1"]),
        (_Seen(Milestone, Commitment, needs=("budget",)), []),
        (_Seen(Milestone, Commitment, needs=("due", "milestones")), []),
        (_Seen(Commitment, either=("status", "progress")), ["0", "1", "2"]),
        (_Seen(Commitment, either=("start", "status")), ["0", "1", "2"]),
        (_Seen(Commitment, either=("leads", "start")), ["1"]),
        (_Seen(Commitment, needs=("progress",), either=("status", "end")), ["0"]),
        (_Seen(Milestone, either=("start", "budget")), ["0/milestones/0"]),
        (_Seen(Milestone, either=("budget", "number_of_nothing")), []),
        (_Seen(Commitment, when=lambda context: context.today == TODAY), ["0", "1", "2"]),
        (_Seen(Commitment, when=lambda context: context.today != TODAY), []),
    ],
)
def test_a_rule_is_called_where_it_can_find_something(seen: _Seen, places: list[str]) -> None:
    assert seen.places(TREE) == [f"plans/0/commitments/{place}" for place in places]


def test_what_is_asked_of_a_package_is_asked_once() -> None:
    asked: list[Context] = []

    def ask(context: Context) -> bool:
        asked.append(context)
        return True

    rules = Rules((_Seen(Commitment, when=ask).chosen, _Seen(Milestone, when=ask).chosen))
    assert len(list(run(Package.model_validate(TREE), TODAY, rules))) == 4
    assert len(asked) == 1


def test_a_run_walks_once_however_many_rules_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    walks: list[object] = []
    begin = Survey.__init__

    def counted(self: Survey, root: object) -> None:
        walks.append(root)
        begin(self, root)

    monkeypatch.setattr(Survey, "__init__", counted)
    for number in (1, 50):
        list(run(Package.model_validate(TREE), TODAY, Rules((_Seen(Model).chosen,) * number)))
    assert len(walks) == 2
