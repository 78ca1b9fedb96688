"""OGP's commitment template of 2017 as a Word file."""

from __future__ import annotations

from opengov_local.formats.ogp_national.paper import compose_2017
from opengov_local.formats.paper.docx_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose_2017, draw)
