"""The packages that the tests of the OGP Local form have serve those of the national forms too."""

from __future__ import annotations

from tests.formats.ogp_local.conftest import bare, made_up, made_up_tree

__all__ = ["bare", "made_up", "made_up_tree"]
