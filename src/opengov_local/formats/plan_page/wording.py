"""The wording of the page: its own labels and those that all documents share."""

from __future__ import annotations

from opengov_local.formats.paper.labels import Wording, wording


def labels() -> Wording:
    """Gives the labels of the page."""
    return wording("plan_page")
