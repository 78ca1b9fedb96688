"""OGP's national commitment template of 2022 as an HTML page."""

from __future__ import annotations

from opengov_local.formats.ogp_national.paper import compose_2022
from opengov_local.formats.paper.html_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose_2022, draw)
