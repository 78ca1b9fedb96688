"""The wording of the programme."""

from __future__ import annotations

from opengov_local.formats.paper.labels import Wording, wording


def labels() -> Wording:
    """Gives all labels of the programme by key, in its order."""
    return wording("programme")
