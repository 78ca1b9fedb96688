"""The report of workshops as a Word file."""

from __future__ import annotations

from opengov_local.formats.paper.docx_drawing import draw
from opengov_local.formats.paper.writing import PaperWriter
from opengov_local.formats.workshop.paper import compose

write = PaperWriter(compose, draw)
