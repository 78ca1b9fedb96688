"""The wording of OGP's national commitment forms."""

from __future__ import annotations

from opengov_local.formats.paper.labels import Wording, wording


def labels() -> Wording:
    """Gives all labels of the forms by key, in their order; the year of the form stands in the key."""
    return wording("ogp_national")
