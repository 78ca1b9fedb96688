"""The three catalogues: the same codes and places in all, and each text fit to be read in its language."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import opengov_local
from opengov_local import messages
from opengov_local.finding import SEVERITIES
from opengov_local.messages.plurals import PLURAL_RULES
from opengov_local.schema.named import FORMAT_OF_PATTERN
from opengov_local.validation.rules.register import rules

HOUSE = Path(opengov_local.__file__).parent
DATA = {
    language: json.loads((HOUSE / "messages" / f"{language}.json").read_text(encoding="utf-8"))
    for language in messages.LANGUAGES
}
FAMILIES = "|".join(sorted({code.partition("/")[0] for code in messages.codes()}))
CODE = re.compile(rf"(?:{FAMILIES})/[a-z0-9-]+")
FSI, PDI = "\u2068", "\u2069"


def _leaves(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _leaves(child, f"{path}/{key}")
    elif isinstance(node, str):
        yield path, node


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _constants() -> Iterator[str]:
    """Gives every text constant of the library's code."""
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _ui_calls() -> Iterator[tuple[str, str]]:
    """Gives the function and key of every call of `messages.ui` and `messages.plural` with a plain key."""
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name("messages"), attr="ui" | "plural" as name),
                    args=[ast.Constant(str(key)), *_],
                ):
                    yield name, key


def test_every_code_the_library_knows_has_a_message() -> None:
    known = {text for text in _constants() if CODE.fullmatch(text)} | {rule.code for rule in rules()}
    assert len(known) > 40
    assert not known - DATA["en"]["codes"].keys()


def test_every_message_is_for_a_code_the_library_knows() -> None:
    known = {text for text in _constants() if CODE.fullmatch(text)} | {rule.code for rule in rules()}
    assert not DATA["en"]["codes"].keys() - known


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("part", ["codes", "tools", "ui", "words"])
def test_all_languages_say_the_same_things(part: str, language: str) -> None:
    def keys(of: str) -> set[str]:
        found = {path for path, _ in _leaves(DATA[of][part])}
        forms = {key for key, words in DATA[of]["ui"].items() if isinstance(words, dict)}
        return {path for path in found if part != "ui" or path.split("/")[1] not in forms} | forms

    assert keys(language) == keys("en")


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_each_message_has_title_text_and_advice(language: str) -> None:
    for code, message in DATA[language]["codes"].items():
        assert set(message) == {"title", "text", "advice"}, code
        assert all(message.values()), code


def test_the_errors_of_the_tool_are_those_of_the_catalogue() -> None:
    known = {text for text in _constants() if re.fullmatch(r"tool/[a-z-]+", text)}
    assert known == DATA["en"]["tools"].keys()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_errors_of_the_tool_name_the_same_in_all_languages(language: str) -> None:
    for code, text in DATA[language]["tools"].items():
        assert _places(text) == _places(DATA["en"]["tools"][code]), code


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_places_are_the_same_in_all_languages(language: str) -> None:
    english = dict(_leaves({**DATA["en"]["codes"], **{f"ui-{key}": text for key, text in DATA["en"]["ui"].items()}}))
    own = dict(
        _leaves({**DATA[language]["codes"], **{f"ui-{key}": text for key, text in DATA[language]["ui"].items()}})
    )
    for path in english.keys() & own.keys():
        if not isinstance(DATA["en"]["ui"].get(path.split("/")[1].removeprefix("ui-")), dict):
            assert _places(own[path]) == _places(english[path]), path


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_forms_cover_the_categories_of_the_language(language: str) -> None:
    for key, words in DATA[language]["ui"].items():
        if isinstance(words, dict):
            assert set(words) == {*PLURAL_RULES[language], "other"}, key
            assert _places(words["other"]) == {"n"}, key
            assert all(_places(form) <= {"n"} for form in words.values()), key


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_key_the_code_asks_for_is_there(language: str) -> None:
    calls = set(_ui_calls())
    assert calls
    for name, key in calls:
        assert isinstance(DATA[language]["ui"][key], str if name == "ui" else dict), key
    for severity in SEVERITIES:
        assert isinstance(DATA[language]["ui"][f"severity-{severity}"], str)
        assert isinstance(DATA[language]["ui"][severity], dict)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_form_of_a_value_has_its_words(language: str) -> None:
    assert not set(FORMAT_OF_PATTERN.values()) - DATA[language]["words"]["formats"].keys()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_catalogue_says_whether_a_speaker_has_reviewed_it(language: str) -> None:
    assert isinstance(DATA[language]["reviewed"], bool)


def test_arabic_is_arabic_and_sets_latin_apart() -> None:
    for path, text in _leaves({part: DATA["ar"][part] for part in ("codes", "tools", "ui", "words")}):
        outside = re.sub(rf"{FSI}[^{FSI}{PDI}]*{PDI}|\{{\w+\}}", "", text)
        assert re.search("[\u0621-\u064a]", text) or not re.search(r"\w", outside), (
            path
        )  # `{concept} {number}` is no word
        assert not re.search(rf"[A-Za-z{FSI}{PDI}]", outside), path
        assert not re.search(r"[,;?\u201c\u201d]", outside), path
        assert not re.search(r"\d-\d", outside), path  # a date as ISO 8601 has it is turned round


def test_arabic_advice_does_not_command_several_people() -> None:
    for code, message in DATA["ar"]["codes"].items():
        assert not re.search(r"(?<=\s)[\u0621-\u0652]+وا\b(?<!سهوا)", f" {message['advice']}"), code


TELLS_NOTHING_TO_DO = {
    "source/unopened", "import/planned-kept", "export/decidim-formula-guarded", "export/decidim-activities",
}  # fmt: skip
"""Codes whose advice says how things are, in every language."""


def test_arabic_advice_asks_as_administrations_do_or_says_that_nothing_needs_doing() -> None:
    other = {
        code
        for code, said in DATA["ar"]["codes"].items()
        if not any(words in said["advice"] for words in ("المرجو", "لا يلزم أي إجراء"))
    }
    assert other == TELLS_NOTHING_TO_DO


def test_arabic_calls_a_finding_and_the_severity_of_remarks_by_different_words() -> None:
    remark = DATA["ar"]["words"]["severities"]["info"]
    spoken = {
        f"{part}/{key}": text
        for part in ("tools", "words")
        for key, text in _leaves(DATA["ar"][part])
        if key != "/severities/info"
    }
    assert [key for key, text in spoken.items() if remark in text or "ملاحظات" in text] == []


def test_french_has_french_typography() -> None:
    for path, text in _leaves({part: DATA["fr"][part] for part in ("codes", "tools", "ui", "words")}):
        assert not re.search(r"['\u201c\u201d]", text), path
        assert not re.search(r"(?<!\u00a0)[:;?!»](?=\s|$)|«(?!\u00a0)", text), path


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_texts_and_advice_are_sentences(language: str) -> None:
    for code, message in DATA[language]["codes"].items():
        assert message["text"].endswith("."), code
        assert message["advice"].endswith("."), code
        assert not message["title"].endswith("."), code


def test_the_stop_of_an_arabic_sentence_stands_outside_of_isolated_names() -> None:
    named = [(path, name) for path, text in _leaves(DATA["ar"]) for name in re.findall(f"{FSI}([^{PDI}]*){PDI}", text)]
    wrong = [pair for pair in named if re.search(r"[A-Za-z0-9].*[.:;,،؛]$", pair[1])]
    assert wrong == []
    assert len(named) > 10


_SEVERAL = {
    "import/answers-unclear",
    "import/plans-by-collectivity",
    "import/plans-by-years",
    "import/response-shared",
    "import/response-unclear",
    "import/said-of-each",
    "import/several-plans",
    "import/title-long",
}
"""What is never said of one alone."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_may_be_one_is_not_counted_in_the_plural(language: str) -> None:
    plural = re.compile(r"\{count\} (?!(?:des|of) \{total\}|left |non |sont )(?:[^\W\d_]+ )?[^\W\d_]+s\b")
    counted = {code for code, one in DATA[language]["codes"].items() if plural.search(one["text"])}
    assert not counted - _SEVERAL
