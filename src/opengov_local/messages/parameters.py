"""Parameters of a message made fit to be read: put into words, cut, escaped and kept from turning the sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from opengov_local import codelists
from opengov_local.finding import Parameter
from opengov_local.messages.catalogue import catalogue
from opengov_local.messages.date_words import is_date, write_date
from opengov_local.messages.labels import label
from opengov_local.messages.numbers import write_number

LONGEST: Final = 80
"""Characters of a value that are shown; a longer one is cut and ends with an ellipsis."""
MOST: Final = 20
"""Items of a list that are shown."""

FSI, PDI = "\u2068", "\u2069"
_SEPARATORS = {"ar": "، ", "fr": ", ", "en": ", "}
_JOINERS = "\u200c\u200d"  # parts of words in several scripts
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_PLACE = re.compile(r"\{(\w+)\}")

# Closed values: code of the finding and parameter → group of `words` in the catalogue, or code list.
_WORDS: Final = {
    ("syntax/not-utf8", "looks_like"): "encodings",
    ("syntax/invalid-json", "expected"): "json-expected",
    ("syntax/invalid-json", "found"): "invisible",
    ("syntax/invalid-yaml", "problem"): "yaml-problems",
    ("structure/wrong-type", "expected"): "types",
    ("structure/wrong-type", "found"): "types",
    ("structure/bad-format", "format"): "formats",
    ("integrity/unusable-contact", "kind"): "contacts",
    ("export/left-out", "what"): "parts",
    ("export/not-in-form", "what"): "parts",
    ("export/not-in-page", "what"): "parts",
    ("source/wrong-kind", "wanted"): "file-kinds",
    ("source/wrong-kind", "looks_like"): "file-kinds",
    ("import/delimiter-unsure", "delimiter"): "delimiters",
    ("import/delimiter-unsure", "other"): "delimiters",
    ("import/ids-kept", "how"): "kept-by",
    ("language/wrong-script", "script"): "scripts",
    ("language/undetermined-language", "script"): "scripts",
}
# Parameters that the library has read as dates, and those that count something: written as the language writes them.
# A value that is quoted because it is wrong (`found`, `value`) stays as it stands in the file.
_DATES: Final = frozenset(
    {"date", "start", "end", "today", "plan_start", "plan_end", "adopted", "baseline", "due", "previous", "since"}
    | {"submitted", "target", "term"}
)
_COUNTS: Final = frozenset({"count", "total", "limit", "size", "rows", "columns", "lines", "pictures"})
# The same for errors of the tool, whatever their code.
_TOOL_WORDS: Final = {"reason": "reasons", "format": "format-names"}
_CODE_LISTS: Final = {
    ("integrity/dangling-reference", "kinds"): "object_kind",
    ("integrity/reference-to-wrong-kind", "kind"): "object_kind",
    ("integrity/reference-to-wrong-kind", "kinds"): "object_kind",
    ("integrity/unresolved-external", "kind"): "object_kind",
    ("integrity/progress-contradicts-status", "status"): "status",
    ("integrity/completion-contradicts-status", "status"): "status",
    ("integrity/milestones-contradict-status", "status"): "status",
    ("integrity/update-contradicts-status", "declared"): "status",
    ("integrity/update-contradicts-status", "reported"): "status",
    ("territory/wrong-kind", "kind"): "collectivity_kind",
    ("territory/wrong-kind", "expected"): "collectivity_kind",
    ("traceability/undecided-after-adoption", "status"): "disposition",
    ("remacto/other-framework", "framework"): "framework",
    ("remacto/committee-not-mixed", "sectors"): "organization_sector",
    ("ogp-local/other-framework", "framework"): "framework",
    ("ogp-local/value-without-why", "value"): "ogp_value",
    ("ogp-local/no-core-value", "values"): "ogp_value",
    ("ogp-local/no-core-value", "core"): "ogp_value",
    ("ogp-local/forum-not-multi-stakeholder", "sectors"): "organization_sector",
    ("ogp-national-2022/other-framework", "framework"): "framework",
    ("integrity/identifier-format", "scheme"): "identifier_scheme",
    ("integrity/same-identifier-twice", "scheme"): "identifier_scheme",
    ("language/wrong-script", "language"): "language",
    ("import/language-told", "language"): "language",
    ("language/undetermined-language", "likely"): "language",
    ("language/default-language-unused", "language"): "language",
    ("language/missing-translation", "language"): "language",
    ("language/missing-translation", "found"): "language",
    ("language/identical-translations", "language"): "language",
    ("language/identical-translations", "other"): "language",
    ("language/machine-translation-mark", "language"): "language",
    ("language/translation-without-text", "language"): "language",
    ("assessment/answer-of-other-criterion", "answer"): "assessment_answer",
    ("assessment/answer-of-other-criterion", "scale"): "assessment_criterion",
    ("assessment/answer-of-other-criterion", "criterion"): "assessment_criterion",
    ("assessment/answer-and-missing", "answer"): "assessment_answer",
    ("assessment/answer-and-missing", "missing"): "missing_code",
    ("assessment/no-answer", "criterion"): "assessment_criterion",
    ("assessment/not-applicable-twofold", "criterion"): "assessment_criterion",
    ("assessment/scale-of-wrong-vintage", "criterion"): "assessment_criterion",
    ("assessment/mixed-scales", "criterion"): "assessment_criterion",
    ("assessment/mixed-scales", "other"): "assessment_criterion",
    ("assessment/contradicting-answers", "criterion"): "assessment_criterion",
    ("assessment/contradicting-answers", "answer"): "assessment_answer",
    ("assessment/contradicting-answers", "other"): "assessment_answer",
    ("assessment/missing-explanation", "criterion"): "assessment_criterion",
    ("assessment/missing-evidence", "criterion"): "assessment_criterion",
    ("quality/no-challenge-reported", "status"): "status",
    ("export/other-language", "wanted"): "language",
}
_ASSUMED: Final = {"framework": "framework", "status": "status"}
"""Code lists of what fields were assumed to be."""


def fill(template: str, show: Callable[[str], str]) -> str:
    """Puts what `show` gives for each `{name}` into a template; what is put in is not looked at again."""
    return _PLACE.sub(lambda place: show(place[1]), template)


def shown(code: str, name: str, params: Mapping[str, Parameter], language: str) -> str:
    """Gives a parameter of a finding in the words of a language.

    Args:
        code: code of the finding.
        name: name of the parameter; it may be absent.
        params: all parameters of the finding.
        language: one of `LANGUAGES`.
    """
    value = params.get(name)
    if value is None or value in ("", ()):
        absent = catalogue(language)["words"]["absent"]
        return absent.get(code) or ("" if value == "" else absent["default"])
    if not isinstance(value, tuple):
        return _worded(code, name, str(value), params, language)
    items = [_worded(code, name, item, params, language) for item in value[:MOST]]
    if name == "fields" and isinstance(counts := params.get("counts"), tuple):
        numbers = (isolated(write_number(int(count), language), language) for count in counts)
        items = [f"{item} × {number}" for item, number in zip(items, numbers, strict=False)]
    return _SEPARATORS[language].join(items if len(value) <= MOST else [*items, "…"])


def shown_whole(code: str, name: str, params: Mapping[str, Parameter], language: str) -> str:
    """Gives a parameter of an error of the tool in the words of a language, never cut: a path stays usable."""
    value = params.get(name, ())
    words = catalogue(language)["words"].get(_TOOL_WORDS.get(name, ""), {})
    items = value if isinstance(value, tuple) else (str(value),)
    if not items:
        return catalogue(language)["words"]["absent"]["default"]
    titles = [_title(code, name, item, params, language) for item in items]
    return _SEPARATORS[language].join(
        words.get(item) or title or isolated(item, language) for item, title in zip(items, titles, strict=True)
    )


def joined(items: Iterable[str], language: str) -> str:
    """Lists several things with the comma of a language."""
    return _SEPARATORS[language].join(items)


def isolated(value: str, language: str) -> str:
    """Gives a foreign text so that it can stand in a sentence.

    Control and formatting characters are spelled out, and where its direction may differ from that of the
    sentence it stands between U+2068 and U+2069.
    """
    visible = escaped(value)
    turns = not visible.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in visible
    )
    return f"{FSI}{visible}{PDI}" if language == "ar" or turns else visible


def escaped(value: str) -> str:
    """Spells out the control and formatting characters of a text."""
    return value if value.isprintable() else "".join(map(_visible, value))


def _visible(character: str) -> str:
    """Spells out what has no picture of its own; spaces and joiners stay."""
    if character.isprintable() or character in _JOINERS or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def _worded(code: str, name: str, value: str, params: Mapping[str, Parameter], language: str) -> str:
    if name in _DATES and is_date(value):
        return isolated(write_date(value, language), language)
    if name in _COUNTS and isinstance(params.get(name), int):
        value = write_number(int(value), language)
    raw = isolated(value if len(value) <= LONGEST else value[: LONGEST - 1] + "…", language)
    if group := _WORDS.get((code, name)):
        words = catalogue(language)["words"][group]
        return words.get(value) or words.get("other", raw)
    assumed = _ASSUMED.get(str(params.get("field"))) if (code, name) == ("import/assumed", "value") else None
    if codes := _CODE_LISTS.get((code, name)) or assumed:
        return codelists.get(codes).label(value, language, default=raw)
    title = _title(code, name, value, params, language)
    return f"{title} ({raw})" if title else raw


def _title(code: str, name: str, value: str, params: Mapping[str, Parameter], language: str) -> str | None:
    """Gives the title that stands beside a technical name: of a field, a concept or a code list; None without one."""
    concept, _, field = value.rpartition(".")
    try:
        match code, name:
            case (("structure/unknown-code" | "import/code-unknown"), "list"):
                return codelists.get(value).title(language)
            case _ if language == "en":
                return None
            case ("structure/missing-field", "field") | (
                ("export/fields-not-in-form" | "export/not-in-decidim"),
                "fields",
            ):
                return label(str(params.get("concept", "")), value, language)
            case (("structure/missing-field" | "export/fields-not-in-form" | "export/not-in-decidim"), "concept"):
                return label(value, None, language)
            case (
                (
                    ("import/assumed" | "import/conflict" | "import/lines-joined" | "import/name-unknown")
                    | ("export/not-in-workbook" | "export/characters-replaced" | "import/column-by-cells")
                    | "import/heading-uncertain"
                ),
                "field",
            ) | (
                (
                    "export/not-kept"
                    | "export/partly-kept"
                    | "export/not-shown"
                    | "export/partly-shown"
                    | "export/lost"
                    | "export/changed"
                    | "export/added"
                    | "export/draft-cut"
                    | "import/taken-from-base"
                    | "export/earlier-replaced"
                    | "tool/target-corrected"
                ),
                "fields",
            ):
                return (
                    label(concept, field, language) if concept or field[:1].islower() else label(field, None, language)
                )
    except KeyError:
        pass
    return None
