"""`rules` and `explain`: every rule is listed and explained, a slip is refused."""

from __future__ import annotations

import pytest

from opengov_local.cli import main
from opengov_local.validation.rules.register import rules


def test_every_rule_is_listed_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [rule.code for rule in rules()]


def test_only_the_rules_of_a_profile(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--profile", "core"]) == 0
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert listed == {rule.code for rule in rules() if "core" in rule.profiles}


@pytest.mark.parametrize("command", ["rules", "explain"])
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_code_is_explained_also_in_its_brackets(
    capsys: pytest.CaptureFixture[str], command: str, language: str
) -> None:
    assert main([command, "[territory/wrong-kind]", "--lang", language]) == 0
    assert capsys.readouterr().out.startswith("territory/wrong-kind\n")


@pytest.mark.parametrize("command", ["rules", "explain"])
def test_a_code_that_nothing_has_is_refused(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "territory/wrong-kin"]) == 2
    assert "territory/wrong-kind" in capsys.readouterr().err
