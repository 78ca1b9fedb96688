"""The wording of the report of a workshop."""

from __future__ import annotations

from opengov_local.formats.paper.labels import Wording, wording


def labels() -> Wording:
    """Gives all labels of the report by key, in its order."""
    return wording("workshop")
