"""OGP Local's final learning exercises as Word files."""

from __future__ import annotations

from opengov_local.formats.ogp_assessments.paper import compose_learning
from opengov_local.formats.paper.docx_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose_learning, draw)
