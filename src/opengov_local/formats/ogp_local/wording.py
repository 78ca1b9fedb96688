"""The wording of the OGP Local form."""

from __future__ import annotations

from opengov_local.formats.paper.labels import Wording, wording


def labels() -> Wording:
    """Gives all labels of the form by key, in its order."""
    return wording("ogp_local")
