"""The wording of OGP Local's assessment forms."""

from __future__ import annotations

from opengov_local.formats.paper.labels import Wording, wording


def labels() -> Wording:
    """Gives all labels of the forms by key, in their order."""
    return wording("ogp_assessments")
