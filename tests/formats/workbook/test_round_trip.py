"""A package as a workbook and back: the same, apart from what a finding says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.formats.workbook.packages import packages
from tests.formats.workbook.workbooks import imported, tree_of

from opengov_local.formats.workbook.wording import LANGUAGES
from opengov_local.formats.workbook.xlsx_format import write
from opengov_local.model import Package

_EXAMPLES = Path(__file__).parents[3] / "examples"
_NAMES = ("oriental", "agadir-ogp-2025", "four-regions-ogp-2025", "synthetic/full-plan")
_PHASES = (Phase.explicit, Phase.generate, Phase.shrink)  # no explanations: they cost minutes
_SLOW = [HealthCheck.too_slow]
_UNHELD = {
    "ActionPlan.x_local_tags": 3,
    "Adoption.attachments": 1,
    "Answer.evidence": 4,
    "Commitment.x_priority": 1,
    "Endorsement.attachments": 1,
    "GovernanceBody.seats": 6,
    "Package.sources": 1,
    "Package.x_demo_flags": 1,
    "ReportedFigure.sources": 5,
}


def _without(tree: Any, fields: set[str]) -> Any:
    if isinstance(tree, dict):
        return {name: _without(value, fields) for name, value in tree.items() if name not in fields}
    return [_without(item, fields) for item in tree] if isinstance(tree, list) else tree


def _unheld(package: Package, language: str) -> tuple[bytes, dict[str, Any]]:
    written = write(package, language=language, with_contacts=True)
    found = [finding for finding in written.findings if finding.code == "export/not-in-workbook"]
    return written.data, {str(finding.params["field"]): finding.params["count"] for finding in found}


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_come_back(name: str, language: str) -> None:
    package = Package.model_validate_json((_EXAMPLES / f"{name}.json").read_bytes())
    data, unheld = _unheld(package, language)
    done = imported(data, None)
    assert done.account is not None
    assert done.account.counts["unmapped"] == 0
    lost = {"sources", "seats", "evidence", *(field for field in _fields(package) if field.startswith("x_"))}
    nested = {"attachments"} if name == "synthetic/full-plan" else set()
    assert _without(tree_of(done), lost | nested) == _without(package.to_tree(), lost | nested)
    assert {field.rpartition(".")[2] for field in unheld} <= lost | nested


def test_what_is_not_held_is_counted() -> None:
    package = Package.model_validate_json((_EXAMPLES / "synthetic/full-plan.json").read_bytes())
    assert _unheld(package, "ar")[1] == _UNHELD


def _fields(package: Package) -> set[str]:
    found: set[str] = set()

    def walk(tree: Any) -> None:
        for name, value in tree.items() if isinstance(tree, dict) else ():
            found.add(name)
            walk(value)
        for item in tree if isinstance(tree, list) else ():
            walk(item)

    walk(package.to_tree())
    return found


@settings(max_examples=25, phases=_PHASES, suppress_health_check=_SLOW)
@given(packages(), st.sampled_from(LANGUAGES))
def test_made_up_packages_come_back(package: Package, language: str) -> None:
    data, unheld = _unheld(package, language)
    done = imported(data, None)
    if not unheld:
        assert tree_of(done) == package.to_tree() | {"id_prefix": "org.example.fictive"}
    assert done.account is not None
    assert done.account.counts["unmapped"] == 0


@pytest.mark.parametrize("text", ["a\x01b", "tab\x0bbed", "high \x9f control"])
def test_characters_that_no_cell_holds_are_replaced_and_said(text: str) -> None:
    written = write(_with_title({"fr": text}), language="fr")
    (said,) = written.findings
    assert (said.code, said.params) == ("export/characters-replaced", {"field": "ActionPlan.title", "count": 1})
    (plan,) = tree_of(imported(written.data))["plans"]
    assert plan["title"]["fr"] == "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def test_a_text_that_no_cell_holds_is_counted() -> None:
    package = _with_title({"fr": "x" * 32768, "ar": "عنوان"})
    data, unheld = _unheld(package, "fr")
    assert unheld == {"ActionPlan.title": 1}
    assert tree_of(imported(data))["plans"][0]["title"] == {"ar": "عنوان"}


@pytest.mark.parametrize(("text", "tidy"), [(" a ", "a"), ("a\r\nb", "a\nb"), ("\u00a0a", "a")])
def test_outer_spaces_and_line_ends_are_tidied_and_said(text: str, tidy: str) -> None:
    written = write(_with_title({"fr": text}), language="fr")
    assert [(finding.code, finding.params) for finding in written.findings] == [("export/text-tidied", {"count": 1})]
    assert tree_of(imported(written.data))["plans"][0]["title"] == {"fr": tidy}


def test_private_persons_and_contacts_are_left_out_unless_asked_for() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    tree["plans"][0]["points_of_contact"] = [
        {"name": {"fr": "Personne Privée"}, "capacity": "private"},
        {"name": {"fr": "Élue Fictive"}, "capacity": "elected", "contact": {"email": "elue@example.org"}},
    ]
    package = Package.model_validate(tree)
    public = write(package, language="fr")
    assert {finding.params["what"]: finding.params["count"] for finding in public.findings} == {
        "private_persons": 1,
        "contacts": 1,
    }
    assert tree_of(imported(public.data))["plans"][0]["points_of_contact"] == [
        {"capacity": "private"},
        {"name": {"fr": "Élue Fictive"}, "capacity": "elected"},
    ]
    whole = write(package, language="fr", with_contacts=True)
    assert tree_of(imported(whole.data))["plans"] == tree["plans"]


def test_a_list_stated_as_empty_is_said_to_be_left_out() -> None:
    tree = _with_title({"fr": "Programme"}).to_tree()
    tree["plans"][0]["commitments"] = []
    assert _unheld(Package.model_validate(tree), "fr")[1] == {"ActionPlan.commitments": 1}


def _with_title(title: dict[str, str]) -> Package:
    plan = {"id": "org.example.fictive:pl-1", "title": title, "framework": "remacto"}
    tree = {"schema_version": "0.1", "id": "org.example.fictive:pk-1", "id_prefix": "org.example.fictive"}
    return Package.model_validate({**tree, "plans": [plan]})
