"""What the parsers of YAML complain of, as short stable keys: those of libyaml 0.2 and of PyYAML 6 itself."""

from __future__ import annotations

import re

# How a complaint is worded (scanner.c and parser.c of libyaml; scanner.py and parser.py of PyYAML) → key; the first
# that fits counts.
_COMPLAINTS = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"\btab\b", "tab"),
        (r"mapping values are not allowed", "colon"),
        (r"(?:block )?sequence entries are not allowed", "hyphen"),
        (r"mapping keys are not allowed", "question-mark"),
        (r"could not find expected ':'", "missing-colon"),
        (r"expected '-' indicator", "missing-hyphen"),
        (r"expected ',' or '\]'", "list-end"),
        (r"expected ',' or '\}'", "block-end"),
        (r"expected <block end>", "indentation"),
        (r"did not find expected key", "key"),
        (r"expected (?:the )?node content", "value"),
        (r"expected '?<document start>", "document-start"),
        (r"unexpected end of stream", "file-end"),
        (r"unexpected document (?:indicator|separator)", "document-mark"),
        (r"cannot start any token", "sign"),
        (r"unknown escape character|escape sequence of|hexdecimal|escape code", "escape"),
        (r"directive|version number|digit or '\.'|YAML document|non-alphabetical|a digit, but|' ', but", "directive"),
        (r"tag|'!'|'>'|URI|UTF-8 octet", "tag"),
        (r"alphabetic or numeric", "anchor"),
        (r"indentation indicator", "block-text"),
        (r"comment or (?:a )?line break|whitespace or line break", "line-break"),
        (r"depth", "depth"),
        (r"control characters|special characters", "control"),
    )
)
_INDENTED_BY_TAB = re.compile(r" *\t")


def problem_key(complaint: str, text: str, offset: int) -> str:
    """Gives the key of a complaint; a tab that stands at the place, or begins its line, comes first.

    Args:
        complaint: the words of the parser.
        text: the YAML text.
        offset: the place complained of, in code points.
    """
    line_start = text.rfind("\n", 0, offset) + 1
    if text.startswith("\t", offset) or _INDENTED_BY_TAB.match(text, line_start):
        return "tab"
    return next((key for pattern, key in _COMPLAINTS if pattern.search(complaint)), "other")
