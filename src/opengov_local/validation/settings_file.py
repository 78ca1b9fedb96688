"""A TOML file of settings, read strictly: what it does not know is refused, for a slip would change nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from opengov_local.atomic import reason
from opengov_local.errors import OptionError
from opengov_local.source import require_file

T = TypeVar("T")
_FAULT: Final = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")

TEXT: Final = '"…"'
TEXTS: Final = '["…", "…"]'


@dataclass(frozen=True)
class SettingsFile:
    """A file of settings.

    Attributes:
        path: where it stands.
    """

    path: Path

    @cached_property
    def data(self) -> dict[str, Any]:
        """What it says.

        Raises:
            SourceError: there is no such file.
            OptionError: it cannot be read, or is no TOML.
        """
        require_file(str(self.path))
        try:
            text = self.path.read_text(encoding="utf-8-sig")  # Windows writes a mark before the text
        except UnicodeDecodeError:
            raise OptionError("tool/settings-not-unicode", file=str(self.path)) from None
        except OSError as error:
            raise OptionError("tool/settings-unread", file=str(self.path), reason=reason(error)) from None
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line, column = _place(str(error), text)
            raise OptionError("tool/settings-no-toml", file=str(self.path), line=line, column=column) from None

    def refused(self, key: str, found: object, *known: str) -> OptionError:
        """Makes the error that a setting cannot have such a value, with those that it can have, as TOML."""
        return OptionError("tool/settings-wrong", file=str(self.path), key=key, found=_toml(found), known=known)

    def typed(self, data: Mapping[str, Any], key: str, kind: type[T], default: T, *known: str) -> T:
        """Gives a setting.

        Args:
            data: the table that it stands in.
            key: its name.
            kind: what it must be.
            default: what counts where it is absent.
            known: what it can be, as TOML, for whoever wrote something else.

        Raises:
            OptionError: it is of another kind.
        """
        value = data.get(key, default)
        if not isinstance(value, kind):
            raise self.refused(key, value, *known)
        return value

    def only(self, data: Mapping[str, Any], known: Iterable[str], above: str = "/") -> None:
        """Makes sure that a table says nothing but what is known.

        Raises:
            OptionError: it does.
        """
        for key in data:
            if key not in known:
                raise unknown("tool/settings-unknown-key", key, known, file=str(self.path), above=above)


def _toml(value: object) -> str:
    """Writes a value as TOML has it, as far as that differs from Python."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _place(said: str, text: str) -> tuple[str, str]:
    """Gives line and column of a fault, from what the standard library says of it; without them it is the end."""
    place = _FAULT.search(said)
    if place:
        return place[1], place[2]
    last = text.rstrip().rpartition("\n")
    return str(last[0].count("\n") + (2 if last[1] else 1)), str(len(last[2]) + 1)


def unknown(trouble: str, name: str, known: Iterable[str], **params: str) -> OptionError:
    """Makes the error that a name is not known, with the nearest known one."""
    listed = tuple(known)
    near = get_close_matches(name, listed, n=1)
    return OptionError(trouble, name=name, known=listed, **params, **({"suggestion": near[0]} if near else {}))
