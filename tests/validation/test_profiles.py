"""Profiles: which rules run, with what severity and limits; a council's own file is read strictly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import opengov_local as ogl
from opengov_local.finding import Severity
from opengov_local.model import Package
from opengov_local.model.walk import Node
from opengov_local.validation.profile import Change, over
from opengov_local.validation.profiles import chosen, profiles
from opengov_local.validation.rules import register
from opengov_local.validation.rules.register import Context, Hit, Limit, rule, rules

UNUSED = "integrity/organization-unused"


def _severities(*names: str) -> dict[str, Severity]:
    return {one.rule.code: one.severity for one in chosen(names)[1]}


def _own(tmp_path: Path, text: str, name: str = "own.toml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_no_profile_is_without_rules() -> None:
    assert [profile.name for profile in profiles().values() if not profile.changes] == []


def test_core_is_always_on_and_comes_first() -> None:
    names, ready = chosen(["quality", "quality", "core"])
    assert names == ("core", "quality")
    assert {rule.code for rule in rules() if "core" in rule.profiles} <= {one.rule.code for one in ready}


def test_every_rule_belongs_to_a_published_profile() -> None:
    assert {name for rule in rules() for name in rule.profiles} <= profiles().keys()


def test_a_council_turns_rules_off_and_sets_severities(tmp_path: Path) -> None:
    before = _severities()
    after = _severities(_own(tmp_path, f'[rules]\n"{UNUSED}" = "error"\n"integrity/foreign-prefix" = false\n'))
    assert before.keys() - after.keys() == {"integrity/foreign-prefix"}
    assert (before[UNUSED], after[UNUSED]) == ("info", "error")


def test_a_profile_extends_others_and_what_it_says_itself_counts(tmp_path: Path) -> None:
    _own(tmp_path, f'[rules]\n"{UNUSED}" = "error"\n"integrity/foreign-prefix" = "error"\n', "below.toml")
    above = _own(tmp_path, f'name = "above"\nextends = ["below.toml", "core"]\n[rules]\n"{UNUSED}" = "warning"\n')
    said = _severities(above)
    assert (said[UNUSED], said["integrity/foreign-prefix"]) == ("warning", "error")
    assert chosen([above])[0] == ("core", "above")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[rules]\n"integrity/organisation-unused" = false\n', "tool/unknown-code"),
        (f'[rules]\n"{UNUSED}" = "fatal"\n', "tool/settings-wrong"),
        (f'[rules]\n"{UNUSED}" = 3\n', "tool/settings-wrong"),
        (f'[rules."{UNUSED}"]\nmonths = 3\n', "tool/settings-unknown-key"),
        (f'[rules."{UNUSED}"]\non = "no"\n', "tool/settings-wrong"),
        ('extend = ["core"]\n', "tool/settings-unknown-key"),
        ('extends = ["remakto"]\n', "tool/unknown-profile"),
        ('extends = ["own.toml"]\n', "tool/settings-circle"),
        ('extends = "remacto"\n', "tool/settings-wrong"),
        ('[rules]\n"syntax/bom" = false\n', "tool/no-rule"),
        ('[rules]\n"structure/missing-field" = "warning"\n', "tool/no-rule"),
    ],
)
def test_a_slip_in_a_profile_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(ogl.OptionError) as refused:
        chosen([_own(tmp_path, text)])
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (f'[rules]\n"{UNUSED}" = "off"\n', "false"),
        (f'[rules."{UNUSED}"]\nseverity = "eror"\n', '"error"'),
        (f'[rules."{UNUSED}"]\non = "no"\n', "false"),
        ('[rules]\n"ogp-local/website-stale" = { months = "six" }\n', "0 … 9999"),
        ('[rules]\n"ogp-local/website-stale" = { months = 99999999999999999999 }\n', "0 … 9999"),
        ('title = "x"\n', '{ fr = "…" }'),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_those_that_can(tmp_path: Path, text: str, known: str) -> None:
    with pytest.raises(ogl.OptionError) as refused:
        chosen([_own(tmp_path, text)])
    listed = refused.value.params["known"]
    assert isinstance(listed, tuple)
    assert known in listed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[rules\n", ("1", "7")),
        ("[rules]\nintegrity/foreign-prefix = false\n", ("2", "10")),
        (f'[rules]\n"{UNUSED}" = true\n"{UNUSED}" = false\n', ("3", "40")),
        ('name = "é\n', ("1", "10")),
        ('name = """x\n\ny', ("3", "2")),
    ],
)
def test_what_is_no_toml_is_refused_with_its_place(tmp_path: Path, text: str, place: tuple[str, str]) -> None:
    with pytest.raises(ogl.OptionError) as refused:
        chosen([_own(tmp_path, text)])
    assert refused.value.code == "tool/settings-no-toml"
    assert (refused.value.params["line"], refused.value.params["column"]) == place


def test_a_profile_may_begin_with_the_mark_that_windows_writes(tmp_path: Path) -> None:
    assert _severities(_own(tmp_path, f'\ufeff[rules]\n"{UNUSED}" = "error"\n'))[UNUSED] == "error"


def test_a_profile_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes('name = "é"'.encode("utf-16"))
    with pytest.raises(ogl.OptionError) as refused:
        chosen([str(path)])
    assert refused.value.code == "tool/settings-not-unicode"


def test_one_profile_may_be_named_alone_or_by_a_path(tmp_path: Path) -> None:
    data = b'{"schema_version":"0.1","id":"org.example:p"}'
    assert ogl.validate(data, profiles="remacto").profiles == ("core", "remacto")
    own = Path(_own(tmp_path, 'name = "mine"'))
    for asked in (own, [own]):
        assert ogl.validate(data, profiles=asked).profiles == ("core", "mine")  # type: ignore[arg-type]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    """Registers a rule with limits for one test, which notes what it was called with."""
    calls: list[tuple[int, tuple[str, ...]]] = []
    monkeypatch.setattr(register, "_RULES", dict(register._RULES))
    limits = {
        "most": Limit(5, "commitments", "2026-11-23", "made up", "own"),
        "languages": Limit(("ar", "fr"), "languages", "2026-11-23", "made up", "own"),
    }

    @rule("test/counted", "info", source="made up", limits=limits)
    def check(value: Package, node: Node, context: Context, *, most: int, languages: tuple[str, ...]) -> Iterator[Hit]:
        calls.append((most, languages))
        yield from ()

    rules.cache_clear()
    profiles.cache_clear()
    yield calls
    rules.cache_clear()
    profiles.cache_clear()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (5, ("ar", "fr"))),
        ('[rules."test/counted"]\nmost = 7\n', (7, ("ar", "fr"))),
        ('[rules."test/counted"]\nlanguages = ["fr"]\nseverity = "error"\n', (5, ("fr",))),
    ],
)
def test_limits_are_those_of_the_rule_unless_a_profile_says_others(
    tmp_path: Path, counted: list[tuple[int, tuple[str, ...]]], text: str, expected: tuple[int, tuple[str, ...]]
) -> None:
    data = b'{"schema_version":"0.1","id":"org.example:p"}'
    ogl.validate(data, profiles=[_own(tmp_path, text)])
    assert counted == [expected]


@pytest.mark.parametrize("said", ["most = -1", "most = true", 'most = "7"', "languages = []", "languages = [1]"])
def test_a_limit_of_another_kind_is_refused(tmp_path: Path, counted: list[object], said: str) -> None:
    with pytest.raises(ogl.OptionError) as refused:
        chosen([_own(tmp_path, f'[rules."test/counted"]\n{said}\n')])
    assert refused.value.code == "tool/settings-wrong"


def test_the_upper_of_two_profiles_counts() -> None:
    below, above = Change(severity="error", limits={"most": 3, "least": 1}), Change(on=False, limits={"most": 4})
    assert over(below, above) == Change(False, "error", {"most": 4, "least": 1})


@pytest.mark.parametrize("name", ["nowhere.toml", "own.toml"])
def test_a_profile_that_is_not_there_is_said(name: str, tmp_path: Path) -> None:
    _own(tmp_path, 'extends = ["missing.toml"]\n')
    with pytest.raises(ogl.SourceError) as refused:
        chosen([str(tmp_path / name)])
    assert refused.value.code == "tool/no-such-file"
