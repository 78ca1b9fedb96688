"""OGP's commitment template of 2017 as an HTML page."""

from __future__ import annotations

from opengov_local.formats.ogp_national.paper import compose_2017
from opengov_local.formats.paper.html_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose_2017, draw)
