"""What a Word form prints of any package comes back, but for what stands in the table of reasons."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from tests.losses.drawing import drawn
from tests.losses.promise import FORMS, LANGUAGES, unexplained
from tests.losses.shrinking import small

from opengov_local.errors import TargetError

FEW = 2
SEEDS = st.integers(0, 2**32)
N = int(os.environ.get("OPENGOV_LOCAL_PROMISE_N", FEW))
"""Packages for each form: always the same few, or as many others as are asked for (`make promise`)."""


@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=N,
    derandomize=N == FEW,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
@given(seed=st.sampled_from(range(FEW)) if N == FEW else SEEDS, language=st.sampled_from(LANGUAGES))
def test_all_that_a_form_prints_of_any_package_comes_back(form: str, seed: int, language: str) -> None:
    tree = drawn(seed).to_tree()
    try:
        found = unexplained(form, language, tree)
    except TargetError:  # the form refuses a package without what it is made of, and says so
        assume(False)
    if found:
        field = next(iter(found))
        less = json.dumps(small(form, language, tree, field), ensure_ascii=False, indent=1)
        pytest.fail(f"{form} in {language} loses {found} of drawn({seed}); {field} of\n{less}", pytrace=False)
