"""The pages of rules, one for each language, and that of their changes: made from the register and the catalogues."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from opengov_local.messages import LANGUAGES
from opengov_local.resources import rows_of
from opengov_local.validation.explain import explain, words
from opengov_local.validation.profiles import profiles
from opengov_local.validation.rules.register import rules

_CASES = "../../conformance"
"""Folder of the cases, seen from the pages."""
_HEAD = "<!-- Made by `make generate` from the rules and the message catalogues; do not edit. -->"


def pages() -> dict[str, str]:
    """Gives every page in Markdown by its file name."""
    return {**{page_name(language): page(language) for language in LANGUAGES}, "rule-changes.md": changes()}


def page_name(language: str) -> str:
    """Names the page of a language; the English one is the first."""
    return "rules.md" if language == "en" else f"rules.{language}.md"


def page(language: str) -> str:
    """Writes the page of a language."""
    said = words(language)
    others = " · ".join(f"[{words(one)['language']}]({page_name(one)})" for one in LANGUAGES if one != language)
    parts = [_HEAD, "", f"# {said['title']}", "", others, "", said["about"], "", *_profiles(language)]
    family = ""
    for rule in rules():
        if rule.code.partition("/")[0] != family:
            family = rule.code.partition("/")[0]
            parts += ["", f"## {family}"]
        parts += ["", *_section(rule.code, language)]
    text = "\n".join(parts) + "\n"
    return f'<div dir="rtl" lang="ar">\n\n{text}\n</div>\n' if language == "ar" else text


def _profiles(language: str) -> Iterator[str]:
    said = words(language)
    yield f"| {said['profile']} | | {said['rules']} |"
    yield "|---|---|---|"
    for profile in profiles().values():
        yield f"| `{profile.name}` | {profile.titles[language]} | {len(profile.changes)} |"


def _section(code: str, language: str) -> Iterator[str]:
    about = explain(code, language)
    yield from (f"### `{code}`", "", f"**{about.title}**", "", about.text, "", f"→ {about.advice}", "")
    yield from (f"- {fact}" for fact in about.facts)
    said = words(language)
    shown = (f"[{said[kind]}]({_CASES}/{document})" for kind, document in examples().get(code, {}).items())
    yield f"- {said['examples']}{said['colon']}{' · '.join(shown)}"


@cache
def examples() -> dict[str, dict[str, str]]:
    """Gives a document that breaks each rule and one that keeps it, of the conformance cases, which the tests judge."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    cases = json.loads((Path(__file__).parents[3] / "conformance" / "cases.json").read_text(encoding="utf-8"))
    for case in cases:
        found[case["code"]].setdefault("good" if case["id"].endswith("-good") else "bad", case["document"])
    return found


def changes() -> str:
    """Writes the page of what became of the codes of rules, release by release."""
    by_release: defaultdict[str, list[str]] = defaultdict(list)
    for rule in rules():
        by_release[rule.since].append(f"| `{rule.code}` | new | {rule.severity} |")
    for row in rows_of(__package__, "rule_changes.csv"):
        by_release[row["release"]].append(f"| `{row['code']}` | {row['change']} | {row['note']} |")
    parts = [_HEAD, "", "# Changes of rules, release by release", "", "A code is never used again for something else."]
    for release in sorted(by_release, key=lambda said: [int(part) for part in said.split(".")], reverse=True):
        parts += ["", f"## {release}", "", "| code | change | |", "|---|---|---|", *by_release[release]]
    return "\n".join(parts) + "\n"
