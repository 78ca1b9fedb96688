"""Decidim's own test files, where the corpus has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.decidim.reads import OPTIONS, account, codes, is_valid, tree

from opengov_local.formats.decidim.decidim_format import read


def _file(corpus: Path, name: str) -> bytes:
    path = corpus / "decidim" / name
    if not path.is_file():
        pytest.skip(f"the corpus has no decidim/{name}")
    return path.read_bytes()


@pytest.mark.parametrize("name", ["valid_result.csv", "valid_result-0.22.csv"])
def test_valid_results(corpus: Path, name: str) -> None:
    done = read(_file(corpus, name), name, options=OPTIONS)
    (commitment,) = tree(done)["plans"][0]["commitments"]
    assert commitment["identifiers"][0]["value"] == "69"
    assert [each["identifiers"][0]["value"] for each in commitment["milestones"]] == ["70", "71", "72"]
    assert [each["progress"] for each in commitment["milestones"]] == [96, 31, 27]
    assert set(commitment["title"]) == {"ca", "en", "es"}
    assert len(tree(done)["plans"][0]["axes"]) == 1
    assert is_valid(done)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("invalid_result.csv", "import/title-missing"),
        ("import_proposals_broken.csv", "import/title-missing"),
        ("import_participatory_space_private_users_iso8859-1.csv", "import/nothing-recognised"),
        ("import_participatory_space_private_users_with_bom.csv", "import/nothing-recognised"),
        ("import_participatory_space_private_users_invalid_col_sep.csv", "import/nothing-recognised"),
        ("exported-legacy-2017.csv", "import/proposals-not-here"),
        ("assemblies_with_null.json", "syntax/duplicate-key"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(corpus: Path, name: str, code: str) -> None:
    assert code in codes(read(_file(corpus, name), name, options=OPTIONS))


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_proposals_read_the_same_from_every_format(corpus: Path, ending: str) -> None:
    done = read(_file(corpus, f"import_proposals.{ending}"), f"import_proposals.{ending}", options=OPTIONS)
    (workshop,) = tree(done)["workshops"]
    assert len(workshop["contributions"]) == 3
    assert account(done).counts["unmapped"] == 0
    assert is_valid(done)


@pytest.mark.parametrize("name", ["participatory_processes.json", "assemblies.json"])
def test_spaces_are_valid_packages(corpus: Path, name: str) -> None:
    done = read(_file(corpus, name), name, options=OPTIONS)
    assert is_valid(done)
    assert account(done).counts["mapped"] > 0
