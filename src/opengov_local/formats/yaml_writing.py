"""YAML in block style, line by line: what is plain is written here, each other text as PyYAML writes it.

PyYAML makes an object of every key and value, and asks it what it is; most are plain words, and keys that recur.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from opengov_local.formats.yaml_text import NUMBER, Path


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Block style; every text that some reader could take for something else gets quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_WIDEST: Final = 2**31 - 1
_AMBIGUOUS_BREAKS: Final = ("\r", "\x85", "\u2028", "\u2029", "\ufeff")


def _text_node(dumper: _Dumper, text: str) -> yaml.Node:
    style = '"' if any(mark in text for mark in _AMBIGUOUS_BREAKS) else "|" if "\n" in text else None
    node: yaml.Node = dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


_Dumper.add_representer(str, _text_node)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", NUMBER, list("-0123456789"))

_WORDS: Final = re.compile(
    "[A-Za-z0-9\u00c0-\u02ff\u0370-\u1fff](?:[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*(?<![ :]))?"
)
"""Texts on one line that begin like a word, without what must be escaped; only ": " and " #" mean something in them."""
_LONGEST_KEY: Final = 40
_DEEPER: Final = "  "


def dump(tree: Any) -> tuple[str, list[tuple[Path, Any]]]:
    """Writes JSON-shaped data.

    Returns:
        The text; and each number, truth value and null in it with its path, which stand without quotes.
    """
    if not tree or not isinstance(tree, (dict, list)):
        return whole(tree), [] if isinstance(tree, (str, dict, list)) else [((), tree)]
    writer = _Writer()
    writer.write(tree, (), "", "")
    return whole(tree) if writer.unusual else "".join(writer.lines), writer.plain


def whole(tree: Any) -> str:
    """Writes JSON-shaped data as PyYAML does; `dump` gives the same sooner."""
    return str(yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDEST))


class _Texts(dict[str, str]):
    """Texts as they are written without a margin; each is looked at once.

    Attributes:
        unusual: whether one of them changes what stands around it: it ends with line ends, or is a long key.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unusual = False

    def __missing__(self, text: str) -> str:
        others = _RESOLVERS.get(text[:1])
        taken_otherwise = others is not None and any(pattern.match(text) for _, pattern in others)
        if not _is_words(text) or (taken_otherwise and "'" in text):
            written = _alone(text)
            self.unusual |= written.startswith("|") and "+" in written.partition("\n")[0]
        else:
            written = f"'{text}'" if taken_otherwise else text
        self[text] = written
        return written


class _Keys(dict[str, str]):
    """Keys as they are written."""

    def __init__(self, texts: _Texts) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, key: str) -> str:
        self._texts.unusual |= len(key) > _LONGEST_KEY or not _is_words(key)
        self[key] = f"{self._texts[key]}:"
        return self[key]


class _Writer:
    """Writes objects and arrays that are not empty.

    In its methods, `path` leads to them, `margin` is what stands before each of their lines, and `lead` what stands
    before the first.

    Attributes:
        lines: what was written.
        plain: the values without quotes, with their paths.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.plain: list[tuple[Path, Any]] = []
        self._texts = _Texts()
        self._keys = _Keys(self._texts)

    @property
    def unusual(self) -> bool:
        """Whether PyYAML has to write the whole."""
        return self._texts.unusual

    def write(self, node: dict[str, Any] | list[Any], path: Path, margin: str, lead: str) -> None:
        """Writes an object or an array."""
        if isinstance(node, dict):
            self._members(node, path, margin, lead)
        else:
            self._items(node, path, margin, lead)

    def _members(self, node: dict[str, Any], path: Path, margin: str, lead: str) -> None:
        add, keys, texts = self.lines.append, self._keys, self._texts
        for key, held in node.items():
            kind = type(held)
            if kind is str:
                text = texts[held]
                add(f"{lead}{keys[key]} {_indented(text, margin) if text[0] == '|' else text}\n")
            elif kind is dict and held:
                add(f"{lead}{keys[key]}\n")
                self._members(held, (*path, key), margin + _DEEPER, margin + _DEEPER)
            elif kind is list and held:
                add(f"{lead}{keys[key]}\n")
                self._items(held, (*path, key), margin, margin)
            else:
                add(f"{lead}{keys[key]} {self._value(held, (*path, key), margin)}\n")
            lead = margin

    def _items(self, node: list[Any], path: Path, margin: str, lead: str) -> None:
        for at, held in enumerate(node):
            if held and isinstance(held, (dict, list)):
                self.write(held, (*path, at), margin + _DEEPER, f"{lead}- ")
            else:
                self.lines.append(f"{lead}- {self._value(held, (*path, at), margin)}\n")
            lead = margin

    def _value(self, held: Any, path: Path, margin: str) -> str:
        """Writes a text, a number, a truth value, a null, or what is empty."""
        if isinstance(held, str):
            return _indented(self._texts[held], margin)
        if not isinstance(held, (dict, list)):
            self.plain.append((path, held))
        return _alone(held)


_RESOLVERS: Final[dict[str, list[tuple[str, re.Pattern[str]]]]] = _Dumper.yaml_implicit_resolvers
"""What texts without quotes are taken for, by how they begin."""


def _is_words(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and ": " not in text and " #" not in text


def _indented(text: str, margin: str) -> str:
    """Gives a written text with a margin before its further lines."""
    first, *others = text.split("\n")
    return "\n".join((first, *(margin + line if line else "" for line in others)))


def _alone(value: Any) -> str:
    """Writes a value as PyYAML does, as the one item of an array."""
    if type(value) is int or type(value) is bool:
        return str(value).lower()
    return whole([value]).removeprefix("- ").removesuffix("\n")
