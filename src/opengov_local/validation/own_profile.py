"""A council's own profile: a TOML file that turns rules on and off, and sets severities and limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from opengov_local import messages
from opengov_local.errors import OptionError
from opengov_local.finding import SEVERITIES, Severity
from opengov_local.validation.ignoring import ENDING as IGNORES_ENDING
from opengov_local.validation.profile import Change, Profile, over
from opengov_local.validation.rules.register import Rule, Setting, rules
from opengov_local.validation.settings_file import TEXT, TEXTS, SettingsFile, unknown

_SWITCH: Final = ("true", "false")
_GRADES: Final = tuple(f'"{severity}"' for severity in SEVERITIES)
_OF_RULES: Final = (*_SWITCH, *_GRADES, '{ severity = "…" }')
MOST: Final = 9999
"""The largest limit: more months than this lead beyond the calendar."""


def read_own(path: Path, published: Callable[[str], Profile], within: tuple[Path, ...] = ()) -> Profile:
    """Reads a profile from a file; those it extends come first, and what it says itself counts.

    Args:
        path: the file.
        published: gives a profile of the library by its name.
        within: files that extend this one.

    Raises:
        SourceError: there is no such file, or one that it extends.
        OptionError: the file cannot be read, or says something that cannot be done.
    """
    file = SettingsFile(path)
    file.only(file.data, ("name", "title", "extends", "rules"))
    changes: dict[str, Change] = {}
    for name in file.typed(file.data, "extends", list, [], TEXTS):
        for code, change in _extended(file, str(name), published, (*within, path.resolve())).changes.items():
            changes[code] = over(changes.get(code), change)
    for code, said in file.typed(file.data, "rules", dict, {}, "[rules]").items():
        changes[code] = over(changes.get(code), _change(file, code, said))
    title = file.typed(file.data, "title", dict, {}, '{ fr = "…" }')
    return Profile(
        file.typed(file.data, "name", str, path.stem, TEXT), {str(k): str(v) for k, v in title.items()}, changes
    )


def _extended(file: SettingsFile, name: str, published: Callable[[str], Profile], within: tuple[Path, ...]) -> Profile:
    if not name.endswith(".toml"):
        return published(name)
    path = file.path.parent / name
    if path.resolve() in within:
        raise OptionError("tool/settings-circle", file=str(path))
    return read_own(path, published, within)


def _change(file: SettingsFile, code: str, said: object) -> Change:
    """Reads what is said of one rule: `true`, `false`, a severity, or a table of those and of limits."""
    rule = next((rule for rule in rules() if rule.code == code), None)
    if rule is None:
        if code in messages.codes():
            raise OptionError("tool/no-rule", name=code, ending=IGNORES_ENDING)
        raise unknown("tool/unknown-code", code, [rule.code for rule in rules()])
    if isinstance(said, bool):
        return Change(on=said)
    if isinstance(said, str):
        return Change(severity=_severity(file, code, said, *_OF_RULES))
    if not isinstance(said, dict):
        raise file.refused(code, said, *_OF_RULES)
    file.only(said, ("on", "severity", *rule.limits), code)
    severity = _severity(file, f"{code} severity", said["severity"]) if "severity" in said else None
    limits = {name: _limit(file, rule, name, said[name]) for name in rule.limits if name in said}
    return Change(file.typed(said, "on", bool, True, *_SWITCH), severity, limits)


def _severity(file: SettingsFile, key: str, said: object, *others: str) -> Severity:
    severity = next((one for one in SEVERITIES if one == said), None)
    if severity is None:
        raise file.refused(key, said, *(others or _GRADES))
    return severity


def _limit(file: SettingsFile, rule: Rule, name: str, said: object) -> Setting:
    """Reads a limit of the kind that the rule has: a whole number from 0, or a list of texts."""
    number = isinstance(rule.limits[name].value, int)
    if number:
        if isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= MOST:
            return said
    elif isinstance(said, list) and said and all(isinstance(one, str) for one in said):
        return tuple(said)
    raise file.refused(f"{rule.code} {name}", said, f"0 … {MOST}" if number else TEXTS)
