"""A TOML file of settings, read strictly: what it does not know is refused, for a slip would change nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from opengov_local.atomic import reason
from opengov_local.errors import OptionError
from opengov_local.source import require_file

T = TypeVar("T")


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
            return tomllib.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise OptionError("tool/settings-unread", file=str(self.path), reason=reason(error)) from None

    def refused(self, key: str, found: object) -> OptionError:
        """Makes the error that a setting cannot have such a value."""
        return OptionError("tool/settings-wrong", file=str(self.path), key=key, found=str(found))

    def typed(self, data: Mapping[str, Any], key: str, kind: type[T], default: T) -> T:
        """Gives a setting.

        Raises:
            OptionError: it is of another kind.
        """
        value = data.get(key, default)
        if not isinstance(value, kind):
            raise self.refused(key, value)
        return value

    def only(self, data: Mapping[str, Any], known: Iterable[str], above: str = "/") -> None:
        """Makes sure that a table says nothing but what is known.

        Raises:
            OptionError: it does.
        """
        for key in data:
            if key not in known:
                raise unknown("tool/settings-unknown-key", key, known, file=str(self.path), above=above)


def unknown(trouble: str, name: str, known: Iterable[str], **params: str) -> OptionError:
    """Makes the error that a name is not known, with the nearest known one."""
    listed = tuple(known)
    near = get_close_matches(name, listed, n=1)
    return OptionError(trouble, name=name, known=listed, **params, **({"suggestion": near[0]} if near else {}))
