"""A council's own profile: a TOML file that turns rules on and off, and sets severities and limits."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from opengov_local.errors import OptionError
from opengov_local.finding import SEVERITIES, Severity
from opengov_local.validation.profile import Change, Profile, over
from opengov_local.validation.rules.register import Rule, Setting, rules


def read_own(path: Path, published: Callable[[str], Profile], within: tuple[Path, ...] = ()) -> Profile:
    """Reads a profile from a file; those it extends come first, and what it says itself counts.

    Args:
        path: the file.
        published: gives a profile of the library by its name.
        within: files that extend this one.

    Raises:
        OptionError: the file cannot be read, or says something that cannot be done.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError("tool/profile-unread", file=str(path), reason=str(error)) from None
    here = _Reader(path)
    here.only(data, ("name", "title", "extends", "rules"), "")
    changes: dict[str, Change] = {}
    for name in here.typed(data, "extends", list, []):
        for code, change in _extended(here, str(name), published, (*within, path.resolve())).changes.items():
            changes[code] = over(changes.get(code), change)
    for code, said in here.typed(data, "rules", dict, {}).items():
        changes[code] = over(changes.get(code), here.change(code, said))
    title = here.typed(data, "title", dict, {})
    return Profile(here.typed(data, "name", str, path.stem), {str(k): str(v) for k, v in title.items()}, changes)


def _extended(here: _Reader, name: str, published: Callable[[str], Profile], within: tuple[Path, ...]) -> Profile:
    if not name.endswith(".toml"):
        return published(name)
    path = here.path.parent / name
    if path.resolve() in within:
        raise here.refused("extends", name)
    return read_own(path, published, within)


@dataclass(frozen=True)
class _Reader:
    """Reads the parts of a profile's file, and refuses what it does not know: a slip would change nothing."""

    path: Path

    def refused(self, key: str, found: object) -> OptionError:
        return OptionError("tool/profile-wrong", file=str(self.path), key=key, found=str(found))

    def typed(self, data: Mapping[str, Any], key: str, kind: type, default: Any) -> Any:
        value = data.get(key, default)
        if not isinstance(value, kind):
            raise self.refused(key, value)
        return value

    def only(self, data: Mapping[str, Any], known: Iterable[str], above: str) -> None:
        for key in data:
            if key not in known:
                raise unknown("tool/profile-unknown-key", key, known, file=str(self.path), above=above or "/")

    def change(self, code: str, said: object) -> Change:
        """Reads what is said of one rule: `true`, `false`, a severity, or a table of those and of limits."""
        rule = next((rule for rule in rules() if rule.code == code), None)
        if rule is None:
            raise unknown("tool/unknown-code", code, [rule.code for rule in rules()])
        if isinstance(said, bool):
            return Change(on=said)
        if isinstance(said, str):
            return Change(severity=self._severity(code, said))
        if not isinstance(said, dict):
            raise self.refused(code, said)
        self.only(said, ("on", "severity", *rule.limits), code)
        severity = self._severity(code, said["severity"]) if "severity" in said else None
        limits = {name: self._limit(rule, name, said[name]) for name in rule.limits if name in said}
        return Change(self.typed(said, "on", bool, True), severity, limits)

    def _severity(self, code: str, said: object) -> Severity:
        severity = next((one for one in SEVERITIES if one == said), None)
        if severity is None:
            raise self.refused(code, said)
        return severity

    def _limit(self, rule: Rule, name: str, said: object) -> Setting:
        """Reads a limit of the kind that the rule has: a whole number from 0, or a list of texts."""
        if isinstance(rule.limits[name].value, int):
            if isinstance(said, int) and not isinstance(said, bool) and said >= 0:
                return said
        elif isinstance(said, list) and said and all(isinstance(one, str) for one in said):
            return tuple(said)
        raise self.refused(f"{rule.code} {name}", said)


def unknown(trouble: str, name: str, known: Iterable[str], **params: str) -> OptionError:
    """Makes the error that a name is not known, with the nearest known one."""
    listed = tuple(known)
    near = get_close_matches(name, listed, n=1)
    return OptionError(trouble, name=name, known=listed, **params, **({"suggestion": near[0]} if near else {}))
