"""Rendering: parameters in words, hostile ones harmless, unknown codes harmless, counted things counted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local import messages
from opengov_local.finding import Finding, Parameter
from opengov_local.messages.catalogue import catalogue
from opengov_local.messages.parameters import LONGEST, MOST

FSI, PDI = "\u2068", "\u2069"
HOSTILE = "a\u202eb\x1b[31mc\nd\u2069e\u2066f\ud800g\u2028h\x85i\u200f"
CODES = sorted(catalogue("en")["codes"])
PARAMS = (
    "found", "expected", "field", "concept", "format", "choices", "suggestion", "id", "kind", "kinds", "ids", "list",
    "key", "date", "start", "end", "today", "plan_start", "plan_end", "first", "prefix", "own", "status", "progress",
    "declared", "reported", "target", "name", "code", "parent", "wanted", "what", "count", "limit", "size", "number",
    "character", "problem", "tag", "looks_like", "low", "high", "supported",
)  # fmt: skip

languages = pytest.mark.parametrize("language", messages.LANGUAGES)


def _said(code: str, params: dict[str, Parameter], language: str) -> str:
    finding = Finding(code, "error", params=params)
    return f"{messages.render(finding, language)}\n{messages.advice(finding, language)}"


def _harmless(text: str) -> bool:
    """Tells whether a text has no raw control, and isolates that open, close and hold no other."""
    inside = False
    for character in text:
        if character in (FSI, PDI):
            if inside == (character == FSI):
                return False
            inside = character == FSI
        elif unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return False
    return not inside


def _each_line_harmless(said: str) -> bool:
    lines = said.split("\n")
    return len(lines) == 2 and all(map(_harmless, lines))


@languages
@pytest.mark.parametrize("held", [HOSTILE, (HOSTILE, "ب")], ids=["one", "several"])
def test_hostile_parameters_do_no_harm(held: Parameter, language: str) -> None:
    params = dict.fromkeys(PARAMS, held)
    assert [code for code in CODES if not _each_line_harmless(_said(code, params, language))] == []


@given(value=st.text(), code=st.sampled_from(CODES), language=st.sampled_from(messages.LANGUAGES))
def test_no_parameter_does_harm(value: str, code: str, language: str) -> None:
    said = _said(code, dict.fromkeys(PARAMS, value), language)
    assert _each_line_harmless(said.replace("\u200c", "").replace("\u200d", ""))


@languages
def test_a_message_stands_without_its_parameters(language: str) -> None:
    said = {code: _said(code, {}, language) for code in CODES}
    assert [code for code, lines in said.items() if "{" in lines or not _each_line_harmless(lines)] == []


@languages
def test_values_are_put_in_as_they_are(language: str) -> None:
    said = _said("syntax/duplicate-key", {"key": "{limit} \\1 <b> %s"}, language)
    assert "{limit} \\1 <b> %s" in said


@languages
def test_a_long_value_is_cut(language: str) -> None:
    whole = _said("syntax/duplicate-key", {"key": "k" * LONGEST}, language)
    cut = _said("syntax/duplicate-key", {"key": "k" * (LONGEST + 1)}, language)
    assert "k" * LONGEST in whole
    assert "k" * (LONGEST - 1) + "…" in cut
    assert "k" * LONGEST not in cut


@languages
def test_a_long_list_is_cut(language: str) -> None:
    ids = tuple(f"p.q:{number:03}" for number in range(MOST + 1))
    said = _said("integrity/cycle-in-parents", {"ids": ids}, language)
    assert ids[MOST - 1] in said
    assert ids[MOST] not in said
    assert "…" in said


def test_lists_are_joined_as_in_the_language() -> None:
    finding = Finding("integrity/cycle-in-parents", params={"ids": ("a.b:1", "a.b:2")})
    assert "a.b:1, a.b:2" in messages.render(finding, "en")
    assert "a.b:1, a.b:2" in messages.render(finding, "fr")
    assert f"{FSI}a.b:1{PDI}، {FSI}a.b:2{PDI}" in messages.render(finding, "ar")


def test_values_are_set_apart_where_the_direction_may_differ() -> None:
    def said(key: str, language: str) -> str:
        return messages.render(Finding("syntax/duplicate-key", params={"key": key}), language)

    assert f"{FSI}title{PDI}" in said("title", "ar")
    assert f"{FSI}محور{PDI}" in said("محور", "ar")
    assert f"{FSI}محور{PDI}" in said("محور", "fr")
    assert FSI not in said("title", "fr") + said("title", "en")


@languages
def test_a_suggestion_is_added_once(language: str) -> None:
    params: dict[str, Parameter] = {"field": "tilte"}
    plain = messages.render(Finding("structure/unknown-field", params=params), language)
    more = messages.render(Finding("structure/unknown-field", params={**params, "suggestion": "title"}), language)
    assert more.startswith(plain + " ")
    assert more.count("title") == 1


@languages
def test_an_unknown_code_gives_the_code(language: str) -> None:
    finding = Finding("family/nobody", params={"id": "x", "suggestion": "y"})
    assert messages.render(finding, language) == "family/nobody"
    assert messages.title("family/nobody", language) == "family/nobody"
    assert messages.advice(finding, language) == ""


def test_fields_concepts_and_lists_are_named_in_the_language() -> None:
    missing = Finding("structure/missing-field", params={"field": "due", "concept": "Milestone"})
    assert "Échéance (due)" in messages.render(missing, "fr")
    assert "(Milestone)" in messages.render(missing, "fr")
    assert f"الأجل ({FSI}due{PDI})" in messages.render(missing, "ar")
    assert "“due”" in messages.render(missing, "en")
    unknown = Finding("structure/unknown-code", params={"found": "x", "list": "framework"})
    assert f"الإطار ({FSI}framework{PDI})" in messages.render(unknown, "ar")


def test_a_code_that_was_assumed_has_its_label() -> None:
    for language, label in (
        ("fr", "Programme d’ouverture (REMACTO)"),
        ("ar", "المنفتحة)"),
    ):
        assert label in _said("import/assumed", {"field": "framework", "value": "remacto"}, language)
        assert label not in _said("import/assumed", {"field": "title", "value": "remacto"}, language)


def test_a_field_has_the_title_of_its_own_concept() -> None:
    def said(concept: str) -> str:
        params: dict[str, Parameter] = {"field": "target", "concept": concept}
        return messages.render(Finding("structure/missing-field", params=params), "fr")

    assert "Valeur cible (target)" in said("Indicator")
    assert "Objet concerné (target)" in said("Assessment")


def test_closed_values_are_in_the_words_of_the_language() -> None:
    said = messages.render(Finding("structure/wrong-type", params={"expected": "integer", "found": "text"}), "ar")
    assert not any("a" <= character <= "z" for character in said)
    kinds = Finding(
        "integrity/reference-to-wrong-kind", params={"id": "a.b:1", "kind": "axis", "kinds": ("plan", "milestone")}
    )
    assert "محور" in messages.render(kinds, "ar")
    assert "axis" not in messages.render(kinds, "ar")
    assert "برنامج عمل الانفتاح، مرحلة" in messages.render(kinds, "ar")
    status = Finding("integrity/progress-contradicts-status", params={"progress": 40, "status": "completed"})
    assert "Achevé" in messages.render(status, "fr")
    wanted = Finding("export/other-language", params={"wanted": "ar", "count": 3})
    assert "arabe" in messages.render(wanted, "fr")


def test_a_value_nobody_foresaw_is_shown_as_it_is() -> None:
    status = Finding("integrity/progress-contradicts-status", params={"progress": 40, "status": "x_frozen"})
    assert "x_frozen" in messages.render(status, "fr")
    odd = Finding("structure/bad-format", params={"found": "?", "format": "rune"})
    assert "rune" in messages.render(odd, "ar")


def test_what_is_not_stated_is_said_and_what_is_empty_stays_empty() -> None:
    absent = catalogue("fr")["words"]["absent"]
    half = Finding("integrity/commitment-outside-plan", params={"date": "2026", "start": "2024"})
    assert absent["default"] in messages.render(half, "fr")
    empty = Finding("structure/not-in-list", params={"found": "", "choices": ("a",)})
    assert absent["default"] not in messages.render(empty, "fr")
    end = Finding("syntax/invalid-json", params={"expected": "value", "found": ""})
    assert absent["syntax/invalid-json"] in messages.render(end, "fr")


@languages
def test_words_around_findings_take_hostile_parameters(language: str) -> None:
    said = messages.ui("written", language, target=HOSTILE)
    assert _harmless(said)


@languages
def test_a_long_path_is_never_cut(language: str) -> None:
    path = "/home/" + "d" * 300 + "/plan.json"
    assert path in messages.ui("written", language, target=path)


def test_wrong_use_is_an_error() -> None:
    with pytest.raises(ValueError, match="es"):
        messages.title("syntax/empty", "es")
    with pytest.raises(KeyError):
        messages.ui("no such words", "fr")
    with pytest.raises(KeyError):
        messages.ui("written", "fr")
    with pytest.raises(TypeError):
        messages.ui("error", "fr")
    with pytest.raises(TypeError):
        messages.plural("valid", 1, "fr")
