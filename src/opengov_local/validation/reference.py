"""The pages of rules, one for each language: what the register, the catalogues and the measured rates say."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from opengov_local.messages import LANGUAGES
from opengov_local.messages.catalogue import catalogue
from opengov_local.validation.profiles import profiles
from opengov_local.validation.rules.register import Rule, rules

HEAD = "<!-- Made by `make generate` from the rules and the message catalogues; do not edit. -->"


@cache
def _words(language: str) -> dict[str, str]:
    text = files(__package__).joinpath("reference_words.csv").read_text(encoding="utf-8")
    return {row["key"]: row[language] for row in csv.DictReader(text.splitlines())}


@cache
def rates() -> dict[str, tuple[int, int]]:
    """Gives for each code on how many real plans it was found, and on how many it was tried."""
    text = files(__package__).joinpath("rates.csv").read_text(encoding="utf-8")
    return {row["code"]: (int(row["found"]), int(row["plans"])) for row in csv.DictReader(text.splitlines())}


def page_name(language: str) -> str:
    """Names the page of a language; the English one is the first."""
    return "rules.md" if language == "en" else f"rules.{language}.md"


def page(language: str) -> str:
    """Writes the page of a language in Markdown."""
    words = _words(language)
    others = " · ".join(
        f"[{_words(other)['language']}]({page_name(other)})" for other in LANGUAGES if other != language
    )
    parts = [HEAD, "", f"# {words['title']}", "", others, "", words["about"], "", *_profiles(language)]
    family = ""
    for rule in rules():
        if rule.code.partition("/")[0] != family:
            family = rule.code.partition("/")[0]
            parts += ["", f"## {family}"]
        parts += ["", *_section(rule, language)]
    text = "\n".join(parts) + "\n"
    return f'<div dir="rtl" lang="ar">\n\n{text}\n</div>\n' if language == "ar" else text


def _profiles(language: str) -> Iterator[str]:
    words = _words(language)
    yield f"| {words['profile']} | | {words['rules']} |"
    yield "|---|---|---|"
    for profile in profiles().values():
        yield f"| `{profile.name}` | {profile.titles[language]} | {len(profile.changes)} |"


def _section(rule: Rule, language: str) -> Iterator[str]:
    words, message = _words(language), catalogue(language)["codes"][rule.code]
    yield f"### `{rule.code}`"
    yield ""
    yield f"**{message['title']}** · {words[rule.severity]} · {', '.join(f'`{name}`' for name in rule.profiles)}"
    yield ""
    yield message["text"]
    yield ""
    yield f"→ {message['advice']}"
    yield ""
    for name, limit in rule.limits.items():
        value = limit.value if isinstance(limit.value, int) else ", ".join(limit.value)
        said = f"{limit.unit}; {limit.as_of}; {limit.source}; {words[limit.evidence]}"
        yield f"- {words['limit']} `{name}`: {value} ({said})"
    yield f"- {words['source']}: {rule.source} ({words[rule.evidence]})"
    if rule.code in rates():
        found, plans = rates()[rule.code]
        yield f"- {words['rate']}: {found} / {plans}"
    yield f"- {words['since']} {rule.since}"
