"""What a Word form prints of any package comes back, but for what stands in the table of reasons."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from tests.losses.drawing import drawn
from tests.losses.promise import FORMS, LANGUAGES, unexplained

from opengov_local.errors import TargetError
from opengov_local.model import Package

FEW = 2
DECIDES = {("programme-docx", "workshops.collectivities")}
"""Fields that decide what stands on the pages, and do not stand there: whose workshops a programme lists."""
N = int(os.environ.get("OPENGOV_LOCAL_PROMISE_N", FEW))
"""Packages for each form: always the same few, or as many others as are asked for (`make promise`)."""


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a package that fails is long
@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=N,
    derandomize=N == FEW,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
@given(package=drawn(), language=st.sampled_from(LANGUAGES))
def test_all_that_a_form_prints_of_any_package_comes_back(form: str, package: Package, language: str) -> None:
    try:
        found = unexplained(form, language, package.to_tree())
    except TargetError:  # the form refuses a package without what it is made of, and says so
        assume(False)
    assert {field: values for field, values in found.items() if (form, field) not in DECIDES} == {}
