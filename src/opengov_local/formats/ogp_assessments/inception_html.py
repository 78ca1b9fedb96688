"""OGP Local's inception assessments as HTML pages."""

from __future__ import annotations

from opengov_local.formats.ogp_assessments.paper import compose_inception
from opengov_local.formats.paper.html_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose_inception, draw)
