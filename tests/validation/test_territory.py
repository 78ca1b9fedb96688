"""Codes, names, kinds and parents of Moroccan collectivities against the reference territories."""

from __future__ import annotations

import pytest
from tests.validation.parts import Pairs, Tree, found, ident, package, report

ORIENTAL = {"ar": "الشرق", "fr": "Oriental"}
OUJDA = {"ar": "وجدة", "fr": "Oujda"}
CODE = "/collectivities/0/identifiers/0/value"


def unit(name: dict[str, str], kind: str, *codes: tuple[str, str], at: str = "tc", **fields: object) -> Tree:
    identifiers = [{"scheme": scheme, "value": value} for scheme, value in codes]
    return {"id": ident(at), "name": name, "kind": kind, "country": "MA", "identifiers": identifiers, **fields}


def hcp(value: str) -> tuple[str, str]:
    return "MA-HCP", value


def iso(value: str) -> tuple[str, str]:
    return "ISO-3166-2", value


UNITS: list[tuple[str, Tree, Pairs]] = [
    ("dotted code", unit(OUJDA, "commune", hcp("02.411.01.23")), []),
    ("digits", unit(OUJDA, "commune", hcp("024110123")), [("territory/undotted-code", CODE)]),
    ("lost zero", unit(OUJDA, "commune", hcp("2.411.01.23")), [("territory/unknown-code", CODE)]),
    ("ISO region", unit(ORIENTAL, "region", iso("MA-02")), []),
    ("ISO prefecture", unit({"fr": "Oujda-Angad"}, "prefecture", iso("MA-OUJ")), []),
    ("HCP code as ISO", unit(ORIENTAL, "region", iso("02")), [("territory/unknown-code", CODE)]),
    ("ISO code as HCP", unit(ORIENTAL, "region", hcp("MA-02")), [("territory/unknown-code", CODE)]),
    ("region 16", unit({"fr": "Tanger-Tétouan"}, "region", hcp("16")), [("territory/pre-2015-region-number", CODE)]),
    ("ISO region 13", unit({"fr": "Ancienne"}, "region", iso("MA-13")), [("territory/pre-2015-region-number", CODE)]),
    ("a former unit", unit({"fr": "Tanger-Tétouan"}, "region", hcp("16"), valid_to="2015"), []),
    ("a unit that ended yesterday", unit({"fr": "X"}, "region", hcp("99"), valid_to="2026-01-14"), []),
    ("a unit that ends today", unit({"fr": "X"}, "region", hcp("99"), valid_to="2026-01-15"),
     [("territory/unknown-code", CODE)]),
    ("a unit that ends this year", unit({"fr": "X"}, "region", hcp("99"), valid_to="2026"),
     [("territory/unknown-code", CODE)]),
    ("another name", unit({"fr": "Souss-Massa"}, "region", hcp("02")),
     [("territory/name-does-not-match-code", "/collectivities/0/name/fr")]),
    ("another name, by ISO code", unit({"ar": "سوس ماسة"}, "region", iso("MA-02")),
     [("territory/name-does-not-match-code", "/collectivities/0/name/ar")]),
    ("kind word and article", unit({"ar": "جهة الشرق", "fr": "Région de l'Oriental"}, "region", hcp("02")), []),
    ("regional tag", unit({"fr-MA": "Oriental"}, "region", hcp("02")), []),
    ("a language the reference lacks", unit({"en": "Anything", "zgh": "ⵜⴰⵏⴳⵎⵓⴹⵜ"}, "region", hcp("02")), []),
    ("another kind", unit(OUJDA, "arrondissement", hcp("02.411.01.23")),
     [("territory/wrong-kind", "/collectivities/0/kind")]),
    ("a kind of one's own", unit(OUJDA, "x_commune_urbaine", hcp("02.411.01.23")), []),
    ("unknown code beside a known one", unit(ORIENTAL, "region", hcp("99"), iso("MA-02")),
     [("territory/unknown-code", CODE)]),
    ("an HCP code goes before an ISO code", unit(OUJDA, "commune", iso("MA-02"), hcp("02.411.01.23")),
     [("territory/codes-disagree", "/collectivities/0/identifiers/1/value")]),
    ("another scheme", unit(ORIENTAL, "region", ("GeoNames", "99")), []),
    ("another country", {**unit(ORIENTAL, "region", hcp("99")), "country": "TN"},
     [("territory/unknown-code", CODE)]),
    ("ISO codes of another country", {**unit(ORIENTAL, "region", iso("TN-11")), "country": "TN"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "collectivity", "expected"), UNITS, ids=[row[0] for row in UNITS])
def test_collectivities(case: str, collectivity: Tree, expected: Pairs) -> None:
    assert found(package(collectivities=[collectivity])) == expected


@pytest.mark.parametrize(
    ("code", "suggestion"), [(hcp("2.411.01.23"), "02.411.01.23"), (iso("02"), "MA-02"), (hcp("MA-02"), "02")]
)
def test_a_suggestion_is_a_code_of_the_same_scheme(code: tuple[str, str], suggestion: str) -> None:
    (finding,) = report(package(collectivities=[unit({"en": "X"}, "region", code)])).findings
    assert finding.params == {"code": code[1], "suggestion": suggestion}


PARENTS: list[tuple[str, Tree, bool]] = [
    ("its region", unit(ORIENTAL, "region", hcp("02"), at="up"), False),
    ("its region by ISO code", unit(ORIENTAL, "region", iso("MA-02"), at="up"), False),
    ("its prefecture", unit({"fr": "Oujda-Angad"}, "prefecture", hcp("02.411"), at="up"), False),
    ("another region", unit({"fr": "Souss-Massa"}, "region", hcp("09"), at="up"), True),
    ("another region by ISO code", unit({"fr": "Souss-Massa"}, "region", iso("MA-09"), at="up"), True),
    ("itself again", unit(OUJDA, "commune", hcp("02.411.01.23"), at="up"), True),
    ("nobody knows", unit({"fr": "Groupement"}, "intercommunality", at="up"), False),
]


@pytest.mark.parametrize(("case", "parent", "wrong"), PARENTS, ids=[row[0] for row in PARENTS])
def test_parents(case: str, parent: Tree, wrong: bool) -> None:
    child = unit(OUJDA, "commune", hcp("02.411.01.23"), parent=ident("up"))
    expected = [("territory/wrong-parent", "/collectivities/0/parent")] if wrong else []
    assert found(package(collectivities=[child, parent]), "territory/wrong-parent") == expected
