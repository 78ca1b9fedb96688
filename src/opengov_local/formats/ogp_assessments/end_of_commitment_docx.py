"""OGP Local's end-of-commitment assessments as Word files."""

from __future__ import annotations

from opengov_local.formats.ogp_assessments.paper import compose_end_of_commitment
from opengov_local.formats.paper.docx_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter

write = PaperWriter(compose_end_of_commitment, draw)
