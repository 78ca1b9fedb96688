"""The OGP Local form as an HTML page."""

from __future__ import annotations

from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.paper.html_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose, draw)
