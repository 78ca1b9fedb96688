"""Profiles: which rules run, how grave their findings are, and the limits they hold data against."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from opengov_local.finding import Severity
from opengov_local.resources import rows_of
from opengov_local.validation.own_profile import read_own
from opengov_local.validation.profile import Change, Profile, over
from opengov_local.validation.rules.register import Check, Rule, rules
from opengov_local.validation.settings_file import unknown

CORE = "core"
"""The profile that is always on."""


class Chosen(NamedTuple):
    """A rule as a run uses it: with the severity and the limits that its profiles set.

    Attributes:
        rule: the rule.
        severity: how grave its findings are in this run.
        check: its function, limits filled in.
    """

    rule: Rule
    severity: Severity
    check: Check


@cache
def profiles() -> dict[str, Profile]:
    """Gives the profiles of the library by name, `core` first."""
    return {
        row["name"]: Profile(
            row["name"],
            {language: row[language] for language in ("ar", "fr", "en")},
            {rule.code: Change() for rule in rules() if row["name"] in rule.profiles},
        )
        for row in rows_of(__package__, "profiles.csv")
    }


def named(asked: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Gives the names of the profiles that are asked for; a text alone is one name, and a file may be a path."""
    return tuple(os.fspath(one) for one in ((asked,) if isinstance(asked, str | os.PathLike) else asked))


def profile(name: str) -> Profile:
    """Gives a profile of the library, or reads a council's own from a TOML file (a name that ends in `.toml`).

    Raises:
        SourceError: there is no such file.
        OptionError: there is no such profile, or the file says something that cannot be done.
    """
    if name.endswith(".toml"):
        return read_own(Path(name), profile)
    if name not in profiles():
        raise unknown("tool/unknown-profile", name, profiles())
    return profiles()[name]


def chosen(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[Chosen, ...]]:
    """Gives the profiles that run when some are asked for, and their rules; what a later one says of a rule counts.

    Raises:
        SourceError, OptionError: as `profile`.
    """
    asked = tuple(profile(name) for name in dict.fromkeys((CORE, *names)))
    merged: dict[str, Change] = {}
    for one in asked:
        for code, change in one.changes.items():
            merged[code] = over(merged.get(code), change)
    ready = tuple(_ready(rule, merged[rule.code]) for rule in rules() if rule.code in merged and merged[rule.code].on)
    return tuple(dict.fromkeys(one.name for one in asked)), ready


def _ready(rule: Rule, change: Change) -> Chosen:
    limits = {name: limit.value for name, limit in rule.limits.items()} | dict(change.limits)
    check: Check = partial(rule.check, **limits) if limits else rule.check
    return Chosen(rule, change.severity or rule.severity, check)
