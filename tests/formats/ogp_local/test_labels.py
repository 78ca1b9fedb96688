"""The table of labels of the form: every line of it is in use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model import Package


def test_every_label_is_used(made_up: Callable[..., Package], monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[str] = set()
    label = Scribe.label

    def noting(self: Scribe, key: str, **values: object) -> str:
        used.add(key)
        return label(self, key, **values)

    monkeypatch.setattr(Scribe, "label", noting)

    def edit(tree: dict[str, object]) -> None:
        workshops = tree["workshops"]
        assert isinstance(workshops, list)
        groups = workshops[0]["working_groups"]
        groups[1]["contributions"] = [{"id": "test.x:n", "kind": "other", "text": {"fr": "a\x00b"}}]
        groups[1]["title"] = {"fr": "a\x00b"}
        workshops[0]["partners"] = []
        workshops[0]["organizers"] = [{"person": {"name": {"fr": "Personne sans qualité"}}}]
        tree["assessments"] = []

    compose(made_up(), language="fr", with_contacts=False, plan=None)
    compose(made_up(edit), language="fr", with_contacts=False, plan=None)
    assert labels().keys() - used == set()
